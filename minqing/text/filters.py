"""The filters of ``list`` and ``ledger``: words that must occur, and ``key:value`` terms, in either language.

A term is read into a small test of an issue's state. A term with a colon whose key is no key is text
(``8:30``), unless it is a typo of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from minqing.domain.community import Community
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.fold import IssueState
from minqing.domain.values import dataclass
from minqing.domain.verbs import VERBS
from minqing.text.dates import parse_range
from minqing.text.normal import edits, folded
from minqing.text.search import holds, numbers_a_house, words_of
from minqing.text.vocabulary import KIND_WORDS, SOURCE_WORDS, TIER_WORDS, category_words

Test = Callable[[IssueState], bool]
"""Whether an issue passes one term."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its key's English id (``text`` for bare words), its test, and whether ``not:`` turned it.

    What takes more ``effort`` is asked last: a field is looked at, words are searched for in every line, and the number
    of a house is compared by value.
    """

    key: str
    test: Test
    negated: bool = False
    effort: int = 0

    def matches(self, state: IssueState) -> bool:
        """Whether the issue passes."""
        return self.test(state) != self.negated


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms that must all be passed."""

    terms: tuple[Term, ...] = ()

    def matches(self, state: IssueState) -> bool:
        """Whether the issue passes every term, and is open where the terms do not speak of the state."""
        if not state.is_open and self.default_state == "open":
            return False
        return all(term.matches(state) for term in self.terms)

    @property
    def default_state(self) -> str:
        """What the terms choose from: ``open`` (parked included), or ``all`` where they speak of the state.

        They do with ``state:`` and ``closed:``; turned by ``not:`` these only narrow what is open.
        """
        told = any(term.key in ("state", "closed") and not term.negated for term in self.terms)
        return "all" if told else "open"


def parse_filters(terms: Sequence[str], today: date, community: Community) -> Filter:
    """The filter that ``terms`` (one shell argument each) ask for.

    Raises ``MinqingError``: ``filters.key`` for a typo of a key, ``filters.value``, ``filters.category``,
    ``filters.days``, ``filters.date`` and ``filters.empty`` for a value that cannot be read.
    """
    read = (_term(term, today, community) for term in terms if term.strip())
    return Filter(tuple(sorted(read, key=lambda term: term.effort)))


def sort_by_urgency(states: Iterable[IssueState]) -> list[IssueState]:
    """Open issues by due date, the longest overdue first, those without one after them by the day they were
    raised; then the parked ones by review date; then the closed ones, newest closing first."""
    return sorted(states, key=_urgency)


def _urgency(state: IssueState) -> tuple[int, date, int, date]:
    rank = ("open", "parked", "closed").index(state.state)
    closed = -state.closed.toordinal() if state.closed else 0
    return rank, (state.due or date.max) if state.is_open else date.max, closed, state.raised


# one term


def _term(term: str, today: date, community: Community) -> Term:
    """A term without its ``not:``; each ``not:`` turns it once."""
    typed, negated = folded(term), False
    while (parts := typed.partition(":"))[1] and parts[0].strip() in _NOT:
        typed, negated = parts[2].strip(), not negated
    if not typed:
        raise MinqingError("filters.empty", MISUSE, term=term.strip())
    if typed in FLAGS:
        return Term(FLAGS[typed], _is_overdue, negated)
    key, colon, value = (part.strip() for part in typed.partition(":"))
    if colon and key in KEYS_BY_WORD:
        found = KEYS_BY_WORD[key]
        return Term(found.id, found.read(Value(found, value, today, community)), negated)
    if colon:
        _refuse_typo(key, term)
    words = words_of(typed)
    return Term("text", _has_words(words), negated, effort=2 if any(map(numbers_a_house, words)) else 1)


def _refuse_typo(key: str, term: str) -> None:
    """Raise when a key that is none is within a typo of a real one: it was hardly meant as text."""
    allowed = 2 if len(key) >= 6 else 1
    known = [word for key in KEYS for word in (key.id, key.zh)]
    scored = sorted((edits(key, word), i, word) for i, word in enumerate((*known, "not")))
    if scored[0][0] <= allowed:
        raise MinqingError("filters.key", MISUSE, term=term.strip(), key=key, nearest=scored[0][2])


def _has_words(words: tuple[str, ...]) -> Test:
    return lambda state: holds(_text_of(state), words)


def _text_of(state: IssueState) -> str:
    """What bare words are looked for in, folded; progress after the state's day is not there yet."""
    issue = state.issue
    parts = [issue.title, issue.place or "", issue.reporter or ""]
    for line in issue.progress:
        if line.date <= state.day:
            parts += [_written_argument(line.verb, line.argument), line.text]
    return folded("\n".join(parts))


def _written_argument(verb: str, argument: str | None) -> str:
    """An argument that people wrote in their own words: an owner, a body, an id."""
    own_words = VERBS[verb].argument in ("owner", "body", "bodies", "issue")
    return argument if own_words and argument else ""


# keys and their values


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after a key's colon, folded, and what it is read against."""

    key: FilterKey
    text: str
    today: date
    community: Community

    @property
    def absent(self) -> bool:
        """Whether issues without the field are asked for."""
        return self.text in _ABSENT

    def wrong(self, code: str, **params: object) -> MinqingError:
        """The error that names the key and the value."""
        return MinqingError(code, MISUSE, key=f"{self.key.id}/{self.key.zh}", value=self.text, **params)


@dataclass(frozen=True, slots=True)
class FilterKey:
    """A key of the filter grammar: both its spellings, the reader of its values, what people ``also`` call it."""

    id: str
    zh: str
    read: Reader
    also: str = ""


Field = Callable[[IssueState], str | None]
Reader = Callable[[Value], Test]


def _word(field: Field, words: Mapping[str, str], said: str, optional: bool = False) -> Reader:
    """A reader of one of some fixed words (Chinese ones by id), or of several: 大事、中事.

    It can be absent if ``optional``; ``said`` names the table of ``synonyms`` that has every word for them.
    """

    def read(value: Value) -> Test:
        if optional and value.absent:
            return lambda state: field(state) is None
        wanted = {_meant(value, part, words, said) for part in _parts(value)}
        return lambda state: field(state) in wanted

    return read


def _parts(value: Value) -> list[str]:
    """The words of a value, which are joined by ``、`` or a comma where it has several."""
    return [part for part in value.text.replace("、", ",").split(",") if part.strip()] or [""]


def _meant(value: Value, word: str, words: Mapping[str, str], said: str) -> str:
    from minqing.text import synonyms

    found = synonyms.meant(word, getattr(synonyms, said))
    if found is None or found not in words:
        raise value.wrong("filters.value", accepted=", ".join(f"{id}/{zh}" for id, zh in words.items()))
    return found


def _state(value: Value) -> Test:
    """How it stands; closed ones by their outcome too (已转出), and open ones that are overdue (逾期)."""
    if value.text in _ALL:
        return lambda state: True
    late = any(part in _OVERDUE for part in _parts(value))
    wanted = {_stands(value, part) for part in _parts(value) if part not in _OVERDUE}
    return lambda state: state.state in wanted or state.outcome in wanted or (late and _is_overdue(state))


_HOW_CLOSED = frozenset({"当场办结", "当日办结", "按期办结", "逾期办结"})
"""What a ledger says of a closing besides that it is one: no filter may take them for all that is closed."""


def _stands(value: Value, word: str) -> str:
    if word in _HOW_CLOSED:
        raise value.wrong("filters.value", accepted=", ".join(f"{id}/{zh}" for id, zh in STATE_WORDS.items()))
    return _meant(value, word, STATE_WORDS, "STATES_SAID")


def _category(value: Value) -> Test:
    """A category by any word the diaries may name it with."""
    categories = value.community.categories.values()
    known = category_words(value.community)
    if value.absent and value.text not in known:
        return lambda state: state.category is None
    from minqing.text.synonyms import category_of

    wanted = {category_of(part, known) for part in _parts(value)}
    if None in wanted:
        raise value.wrong("filters.value", accepted=", ".join(f"{c.id}/{c.name}" for c in categories))
    return lambda state: state.category in wanted


def _containing(field: Field) -> Reader:
    """A reader of words that a field must contain."""

    def read(value: Value) -> Test:
        words = words_of(value.text)
        if not words:
            raise value.wrong("filters.no-value")
        if value.absent:
            return lambda state: not field(state)
        return lambda state: holds(folded(field(state) or ""), words)

    return read


def _place(value: Value) -> Test:
    """Words that the place holds; ``=3号楼`` is what is counted under that place, one for one."""
    sign, named = value.text[:1], value.text[1:].strip()
    if sign != "=" or not named:
        return _containing(lambda state: state.place)(value)
    from minqing.text.whereabouts import Whereabouts

    places = Whereabouts(value.community)
    return lambda state: places.counts(state, named)


def _within(field: Callable[[IssueState], date | None]) -> Reader:
    """A reader of a day, a period or a range that a date must lie in."""

    def read(value: Value) -> Test:
        if value.absent:
            return lambda state: field(state) is None
        try:
            start, end = parse_range(_whole(value), value.today)
        except MinqingError as error:
            raise value.wrong("filters.date") from error
        return lambda state: _between(field(state), start, end)

    return read


def _whole(value: Value) -> str:
    """一周内 as a period: of what is due it lies ahead, of what was raised or closed behind."""
    within = value.text.endswith("内") and value.text[:1] not in "最近过未今接往"
    return f"{'未来' if value.key.id == 'due' else '最近'}{value.text}" if within else value.text


def _between(day: date | None, start: date | None, end: date | None) -> bool:
    return day is not None and (start is None or start <= day) and (end is None or day <= end)


def _days(value: Value) -> Test:
    """How many days an issue has been, or was, open: ``30``, ``30..``, ``..7``, ``7..30``."""
    low, dots, high = value.text.replace("。", ".").partition("..")
    said = None if dots else _days_said(value)
    least, most = said or (_count(low, value), _count(high if dots else low, value))
    if (least is None and most is None) or (most is not None and most < (least or 0)):
        raise value.wrong("filters.days")
    return lambda state: (least or 0) <= state.days_open and (most is None or state.days_open <= most)


def _days_said(value: Value) -> tuple[int | None, int | None] | None:
    from minqing.text.lengths_said import days_said

    return days_said(value.text)


def _count(text: str, value: Value) -> int | None:
    digits = text.strip().removesuffix("天").strip()
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) < 7):
        raise value.wrong("filters.days")
    return int(digits)


def _is_overdue(state: IssueState) -> bool:
    return state.overdue


def _overdue(value: Value) -> Test:
    if value.text not in _YES_NO:
        raise value.wrong("filters.value", accepted="yes/是, no/否")
    wanted = _YES_NO[value.text]
    return lambda state: state.overdue is wanted


BUCKET_WORDS: Mapping[str, str] = {
    "dispute": "民事纠纷", "environment": "环境问题", "unmanaged": "无物业问题", "other": "其他",
}  # fmt: skip
"""English id to Chinese word of the buckets."""

STATE_WORDS: Mapping[str, str] = {
    "open": "未办结", "parked": "挂账", "closed": "已办结", "referred": "已转出", "duplicate": "重复",
    "withdrawn": "已撤销",
}  # fmt: skip
"""English id to Chinese word of the states, and of what closed ones were closed as but for 已办结; ``all`` 全部 narrows
nothing."""

_ALL = ("all", "全部", "所有")
_ABSENT = ("none", "无", "没有")
_NOT = ("not", "非", "不是", "不含", "除了", "排除")
FLAGS = dict.fromkeys(("overdue", "逾期", "已逾期", "逾期的"), "overdue")
_OVERDUE = frozenset({*FLAGS, "超期", "已超期", "超期的"})
"""Words for overdue behind ``状态:``; alone 超期 is a word to look for (电梯超期未检)."""
_YES_NO = {"yes": True, "是": True, "no": False, "否": False}

KEYS: tuple[FilterKey, ...] = (
    FilterKey("tier", "层级", _word(lambda s: s.tier, TIER_WORDS, "TIERS_SAID", True), "级别 等级 大小事"),
    FilterKey("category", "类别", _category, "分类 类"),
    FilterKey("bucket", "口径", _word(lambda s: s.bucket, BUCKET_WORDS, "BUCKETS_SAID")),
    FilterKey("state", "状态", _state, "进展 办理状态"),
    FilterKey("owner", "责任", _containing(lambda s: s.owner), "责任人 责任单位 负责 负责人 承办 承办人 承办单位 谁办"),
    FilterKey("place", "地点", _place, "地址 位置 楼 楼号 楼栋 哪里 在哪"),
    FilterKey("raised", "提出", _within(lambda s: s.raised), "日期 时间 提出日期 提出时间 反映日期 反映时间"),
    FilterKey("closed", "办结", _within(lambda s: s.closed), "办结日期 办结时间 办完 结案"),
    FilterKey("due", "期限", _within(lambda s: s.due), "到期 截止 限期 办理期限 截止日期"),
    FilterKey("days", "天数", _days, "时长 几天"),
    FilterKey("overdue", "逾期", _overdue, "超期"),
    FilterKey("source", "来源", _word(lambda s: s.source, {**SOURCE_WORDS, **KIND_WORDS}, "SOURCES_SAID"), "渠道"),
    FilterKey("reporter", "反映人", _containing(lambda s: s.issue.reporter), "报事人 诉求人 来电人 谁说的 谁反映的"),
    FilterKey("kind", "类型", _word(lambda s: s.kind, KIND_WORDS, "KINDS_SAID")),
    FilterKey("ticket", "工单", _containing(lambda s: s.issue.ticket), "工单号"),
)
"""Every key of the filter grammar."""

KEYS_BY_WORD: Mapping[str, FilterKey] = {
    folded(word): key for key in KEYS for word in (key.id, key.zh, *key.also.split())
}
"""Keys by either spelling, and by what people call them besides."""
