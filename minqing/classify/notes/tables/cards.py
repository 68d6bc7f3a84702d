"""A matter written as a card of a form, a label and its value on each line: 位置:… 情况:… 处置:… 状态:….

Where only one label of a card is known the lines are read one by one; two that belong together make it a card. A line
may hold several: ▍事项1 地点:A1 反映人:黄姨.
"""

from __future__ import annotations

from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.notes.tables.columns import COLUMNS
from minqing.classify.notes.tables.sheets import NOBODY, Sheet, SheetRow, ends_well, is_outcome, read_row
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.matters import sounds_like_one
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import is_remark
from minqing.classify.sentence.splits import numbered_parts, semicolon_parts
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.text.normal import aligned

_OF_A_CARD = ("title", "place", "reporter", "owner", "category", "tier", "outcome")
"""The columns that a card tells of its matter; its day is the walk's."""

_MORE_LABELS = {
    "outcome": (
        "答复", "回复", "反馈", "措施", "处置措施", "处理措施", "整改措施", "解决办法", "处理办法", "现场处理",
        "现场处置", "现场", "跟进",
    ),
    "": ("建议", "诉求建议", "意见建议", "整改建议", "整改要求", "要求", "原因", "备注"),
}  # fmt: skip
"""Labels of cards that no table has for a column; what stands behind those of no column stays in the matter's words."""

_KNOWN = {word: name for name, words in _MORE_LABELS.items() for word in words} | {
    word: name for name in _OF_A_CARD for word in COLUMNS[name]
}
_SURELY = frozenset(
    "问题 问题描述 反映问题 反映内容 具体问题 存在问题 诉求 诉求内容 问题内容 发现问题".split()  # noqa: SIM905
)
"""Labels behind which nothing but a matter stands; behind 情况 and 内容 it must sound like one."""

_LINE = pattern(
    r"\s*(?:[^\w\s:\[【(]{1,2}\s?)?(?:(?:(?:事件|问题|事项|案件|线索)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.:)]\s?(?=[^\d]))"
    r"|(?:事件|问题|事项|案件|线索)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s+)?"
    r"[【\[]?(?P<label>[\u4e00-\u9fff]{1,6})[】\]]?\s?:\s*(?=\S)"
)
_BESIDE = pattern(r"(?:\s+|[,;|/]\s*)(?P<label>[\u4e00-\u9fff]{2,6})\s?:\s*(?=\S)")
"""A further label of the same line."""

_MOST_PASSED = 2
"""Lines of labels within a card that belong to no matter (家庭情况:…); they are read by themselves."""

_MOST_LINES = 8
"""Lines of a card at the most."""


@dataclass(slots=True)
class _Card:
    """The lines of a card as far as they are read: what each column holds, by the word it was called.

    ``passed`` are lines between them that are no part of it.
    """

    names: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)

    def is_over(self, name: str) -> bool:
        """Whether a line of this column begins the next card: the matter is told, and what was done about it."""
        done = {"title", "outcome"} <= {*self.names}
        return len(self.lines) == _MOST_LINES or (done and name in ("title", "place", "reporter", "category", "tier"))

    def refuses(self, told: list[tuple[str, str]]) -> bool:
        """Whether a line of such labels is none of this card: the next one, or praise below the last."""
        again = any(label in self.labels or self.is_over(_KNOWN[label]) for label, _ in told)
        return again or (bool(self.lines) and not _KNOWN[told[0][0]] and is_remark(told[0][1]))

    def told(self) -> list[tuple[str, str]]:
        """Each column and its value."""
        return list(zip(self.names, self.values, strict=True))


def of_card(reading: Reading, number: int, line: str) -> bool:
    """The first line of a card; the others are taken with it."""
    if reading.sort == "aside" or reading.sheet or not (":" in line[:16] or "：" in line[:16]):
        return False
    card = _card_at(reading, number)
    row = _row_of(card) if _is_card(card, reading) else None
    if row is None or len(row.title) > LONGEST_TITLE:
        return False
    reading.close()
    raw = reading.raise_issue(number, line, row.title, None, **row.values)
    raw.ticked, raw.lines = _ends_well(card), card.lines
    reading.taken |= {*card.lines}
    for at in card.lines:
        told = reading.pasted[at - 1].strip()
        reading.walk.told.append(Fact("label", told, told, at))
    reading.open = None
    return True


def _row_of(card: _Card) -> SheetRow | None:
    """The card as a row of a table; what was done keeps its label, a bare 已办结 is no part of the matter's words."""
    names = ["" if n == "outcome" or (n == "reporter" and NOBODY.search(v)) else n for n, v in card.told()]
    values = ["" if n == "outcome" and is_outcome(v) else v for n, v in card.told()]
    return read_row(Sheet(tuple(names), tuple(card.labels)), values)


def _ends_well(card: _Card) -> bool:
    """Whether what was done settled the matter."""
    return ends_well(",".join(value.rstrip("。;；") for name, value in card.told() if name == "outcome"))


def _card_at(reading: Reading, number: int) -> _Card:
    """The card whose first line is ``number``: down to a line without a label, or with one that the card has."""
    card = _Card()
    for at in range(number, min(number + 2 * _MOST_LINES, len(reading.lines)) + 1):
        line = reading.lines[at - 1]
        if not line.strip() and reading.spaced:
            continue
        told = _labels_of(line)
        if told and told[0][0] not in _KNOWN and card.lines and len(card.passed) < _MOST_PASSED:
            card.passed.append(at)
            continue
        if not told or not all(label in _KNOWN for label, _ in told) or card.refuses(told):
            break
        for label, value in told:
            card.names.append(_KNOWN[label])
            card.labels.append(label)
            card.values.append(value)
        card.lines.append(at)
    return card


def _labels_of(line: str) -> list[tuple[str, str]]:
    """The labels of a line and their values, one for the most part; none where it opens with no label."""
    plain = aligned(line)
    first = _LINE.match(plain[:40])
    if first is None:
        return []
    more = [found for found in _BESIDE.finditer(plain, first.end()) if found["label"] in _KNOWN]
    ends = [*(found.start() for found in more), len(line)]
    return [(m["label"], line[m.end() : end].strip()) for m, end in zip([first, *more], ends, strict=True)]


def _is_card(card: _Card, reading: Reading) -> bool:
    """Whether the lines are one matter: one thing that is wrong, and where, by whom told or what was done."""
    if len(card.lines) < 2 or "title" not in card.names or len({*card.names}) < 2:
        return False
    label, text = next((la, v) for n, la, v in zip(card.names, card.labels, card.values, strict=True) if n == "title")
    if is_remark(text) or len(semicolon_parts(text)) > 1 or numbered_parts(text):
        return False
    sure = label in _SURELY or "outcome" in card.names
    return sure or sounds_like_one(text, find_place(text, reading.community)) or is_settled(text)
