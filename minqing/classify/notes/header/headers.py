"""Header lines of pasted notes: date, weather, people, time, route, steps, kilometres, in any order and wording.

A line is a header when it is made wholly of facts. Of a line that begins with facts and goes on in words the facts
are taken and the line stays in the body; so it does where its words say more than the facts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from minqing.classify.notes.header.beside import CALLED_ALONG, beside, came_along, company, hours_alone
from minqing.classify.notes.header.facts import (
    DATE,
    END,
    NAMES,
    NUMBERS,
    PICTURES,
    Fact,
    Step,
    Surroundings,
    free_fact,
    read_date,
    read_km,
    read_steps,
)
from minqing.classify.notes.header.labels import LABELS, TITLES, alternatives
from minqing.classify.sentence.clocks import CLOCK, read_span
from minqing.classify.sentence.people import (
    BETWEEN,
    bare_name,
    counted,
    looks_like_a_person,
    people_of,
    read_names,
    without_self,
)
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.compiled import compiled
from minqing.text.normal import aligned
from minqing.text.people import SURNAMES

LONGEST_LINE = 300
"""Characters of a line beyond which it is no header but a text."""

_NONE = frozenset({"无", "没有", "none", "-"})
_RELATIVE = frozenset({"今天", "今日", "昨天", "昨日"})
"""Days that the date behind them says more surely."""

_PICTURE = pattern(f"[{PICTURES}]")
_SEPARATORS = pattern(rf"(?:[\s,。;、|/+()\[\]【】<>《》!:*#_~·•{PICTURES}]|-(?!\d)|\.(?!\d))*")
_ALSO = r"(?:的(?=有|是))?(?:的?(?:人员|同志|单位|人))?(?:有|是|为|包括|了)?"
_HOW_MANY = r"(?:\s?[(]?(?:共|一共)?\s?[\d一二两三四五六七八九十]{1,3}\s?[人位名个][)]?)?"
"""参加人员(3人):"""


_WORDS = "|".join(f"(?P<{name}>{alternatives(name)})" for name in LABELS)
_LABEL = (
    rf"[【\[]?(?:(?:今[日天]|本次|此次)(?=参|人员|同行|陪同|走访人))?(?:{_WORDS})"
    rf"(?P<sign>[】\]]\s*:?\s*|{_ALSO}{_HOW_MANY}\s*:\s*|{_ALSO}\s+|(?:的人员?|的同志|的|人)?(?:有|是)\s*|)"
)
_ANY_LABEL = pattern(f"(?i:{_LABEL})")
_TITLE = (
    rf"(?:第[一二三四五六\\d]次(?:走访|走动|巡查)|{'|'.join(TITLES)}|(?!会议|例会|议事|特此|以上)[\u4e00-\u9fff]{{0,6}}(?:记录|日志|日记|"
    rf"台账|日报|纪要|简报)|[^\s\d,。:]{{1,3}}(?<!书)记(?=\s)|[^\s\d,。:]{{2,8}}(?=(?:{DATE})(?:日志|日记|走访|巡查|走动|记录))){END}"
)


@dataclass(frozen=True, slots=True)
class Header:
    """The facts of one line. ``whole``: the line is nothing but facts, and they say all of it.

    ``passed`` counts the letters of a word between facts that is none (``上午 8:30-11:00 北片 参加:王丽``).
    """

    facts: tuple[Fact, ...]
    whole: bool
    passed: int = 0


def read_header(line: str, around: Surroundings, number: int = 0) -> Header | None:
    """The facts a line begins with; ``None`` where it begins with none."""
    return _read(line, around, number) if len(line) <= LONGEST_LINE else None


@lru_cache(maxsize=64)  # several questions about a line begin with it
def _read(line: str, around: Surroundings, number: int) -> Header | None:
    plain = aligned(line)
    position, found, passed = _skip(plain, 0), list[Fact](), 0
    whole = not _PICTURE.search(plain)
    while position < len(plain):
        step = hours_alone(plain, position, found) or _labelled(plain, line, position, around)
        step = step or free_fact(plain, line, position, around)
        step = step or company(plain, line, position, around) or _title(plain, line, position, around)
        step = step or beside(plain, line, position, found, around)
        if step is None:
            whole = False
            slashed = plain.count("/") >= _FIELDS
            over = _PASSED.match(plain, position) if found and (slashed or not passed) else None
            if over is None or not (slashed or _goes_on(plain, line, over.end(), around)):
                break
            passed, position = passed + len(over["word"]), over.end()
            continue
        if step.name == "date" and found and found[-1].text in _RELATIVE:
            found.pop()  # 今天(11月16日)
        if step.name in ONE_OF_EACH and any(f.name == step.name and f.value != step.value for f in found):
            whole, position = False, _skip(plain, step.end)  # 9:00-11:00 14:00-16:00: the line keeps the second
            continue
        found.append(Fact(step.name, step.value, line[position : step.end].strip(), number, step.whole))
        whole = whole and step.whole
        position = _skip(plain, step.end)
    return Header(tuple(found), whole, passed) if any(f.name != "title" for f in found) or (found and whole) else None


ONE_OF_EACH = frozenset({"time", "steps", "km"})
"""What a walk has one of; weather and the like may be told twice."""


def _goes_on(plain: str, line: str, position: int, around: Surroundings) -> bool:
    """Whether a label, or a fact of nothing but a walk, stands behind a word that is none."""
    if label_at(plain, position):
        return True
    step = free_fact(plain, line, position, around) or _labelled(plain, line, position, around)
    return step is not None and step.name in ("steps", "km", "time")


_FIELDS = 3
"""Strokes of a line from which on it is a row of fields; one that is no fact says nothing about the others."""

_LASTED = r"(?:时长|用时|历时|耗时)\s?:?\s?(?:[\d.一二两三四半个多]{1,6}(?:小时|钟头|分钟?|h)半?){1,2}"
_HOUSES = r"\d{1,3}(?:\s?[-~—至到、]\s?\d{1,3})?(?:号楼|号院|栋|幢|#|号)"
_PASSED = pattern(rf"(?P<word>{_LASTED}|{_HOUSES}|[\u4e00-\u9fff]{{1,6}})[\s,、|/]+")
"""A word of a header that is no fact, between two that are."""


def _skip(plain: str, position: int) -> int:
    found = _SEPARATORS.match(plain, position)
    return found.end() if found else position


def _title(plain: str, line: str, position: int, around: Surroundings) -> Step | None:
    """What the notes call themselves; the community's name before it."""
    own = around.community
    start = position + len(own) if own and line.startswith(own, position) else position
    found = compiled(_TITLE).match(plain, start)
    if found:
        title = line[position : found.end()]
        return Step("title", title, found.end(), line[start : found.end()] in TITLES)
    alone = start > position and compiled(END).match(plain, start)
    return Step("title", own, start) if alone else None


def label_at(plain: str, position: int) -> re.Match[str] | None:
    """The label that stands at ``position`` with a colon, if one does."""
    found = _label(plain, position)
    return found if found and _points(found["sign"]) else None


def _label(plain: str, position: int) -> re.Match[str] | None:
    return _ANY_LABEL.match(plain, position)


def _points(sign: str) -> bool:
    """Whether what stands behind a label is a colon or the bracket around it."""
    return any(c in sign for c in ":】]")


def _labelled(plain: str, line: str, position: int, around: Surroundings) -> Step | None:
    """A fact with its label: ``参加:张书记、王丽``, ``步数 4773``, ``步数4773``."""
    label = _label(plain, position)
    if label is None:
        return None
    name = next(n for n in LABELS if label[n])
    colon = _points(label["sign"])
    if name in NAMES:
        return _names(name, plain, line, label, around)
    if name == "day":
        return _day(plain, line, label.end(), around)
    if name in ("begun", "ended"):
        return _one_end(plain, label.end())
    if name in NUMBERS:
        return _number(name, plain, label.end())
    if not label["sign"]:
        return None
    if colon and (name != "route" or not people_of(line[label.end() :], around.people)):
        return _rest(name, plain, line, label.end(), around)
    free = free_fact(plain, line, label.end(), around)
    if free and free.name == name:
        return free
    return _rest(name, plain, line, label.end(), around) if name == "route" and "有" not in label["sign"] else None


def _day(plain: str, line: str, start: int, around: Surroundings) -> Step | None:
    """What stands behind 日期 or 时间: a date or a time; the label itself says nothing more."""
    free = free_fact(plain, line, start, around)
    if free and free.name in ("date", "weekday", "time", "start", "half-day"):
        return free
    bare = compiled(r"(?:\d{4}|\d{1,2}:?\d{2}\s?[-~]\s?\d{1,2}:?\d{2})(?=$|[\s,。;、()])").match(plain, start)
    if bare is None:
        return None
    if len(bare[0]) == 4:
        day = read_date(bare[0], around)
        return Step("date", day, bare.end()) if day else None
    span = read_span(re.sub(r"(\d{1,2}):?(\d{2})", r"\1:\2", bare[0]))
    return Step("time", span, bare.end()) if span else None


def _one_end(plain: str, start: int) -> Step | None:
    """The clock behind 结束时间: one end of the walk; the other stands elsewhere."""
    clock = compiled(rf"{CLOCK}{END}").match(plain, start)
    return Step("start", clock[0], clock.end(), False) if clock else None


def _number(name: str, plain: str, start: int) -> Step | None:
    """A number behind its label, with or without its unit."""
    found = compiled(NUMBERS[name]).match(plain, start) or compiled(_UNITLESS).match(plain, start)
    if found is None or not compiled(END).match(plain, found.end()):
        return None
    read = read_steps(found) if name == "steps" else read_km(found)
    return Step(name, read[0], found.end(), read[1]) if read else None


_UNITLESS = (
    r"(?:大?约|大概|共|一共|将近)?\s?(?P<n>\d{1,3}(?: \d{3}){1,2}(?![\d:])|"
    r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?[万千wWkK]?|[零〇一二两三四五六七八九十百千万]+(?:点[零一二三四五六七八九]+)?)"
    r"(?P<more>多|余|来|几)?(?P<half>[万千](?=$|\D))?(?P<unit>(?!))?(?P<tail>(?!))?(?:左右)?"
)


def _names(name: str, plain: str, line: str, label: re.Match[str], around: Surroundings) -> Step | None:
    """Names up to the next label or free fact; without a colon each must look like a name."""
    sign, position = label["sign"], label.end()
    if not sign and not (plain.startswith("@", position) or _joined_to_names(plain, line, position, around)):
        return None
    strict = not _points(sign)
    if strict and name == "visits" and _AREA.match(plain, position):
        return None
    read, whole, start = list[str](), True, position
    while position < len(plain):
        padded = _PADDED.match(plain, position) or _LATIN.match(plain, position)
        stop = padded or _NAME.match(plain, position)
        if stop is None or (position > start and _next_is_fact(plain, line, position, around)):
            break
        if beyond := _past_body(plain, position, stop):
            position, whole = beyond, False
            continue
        word, many = counted(line[stop.start() : stop.end()].strip(" 。.\u3000").lstrip("@＠"))
        word, own = without_self(word)
        word = "".join(word.split()) if padded and not word.isascii() else word
        whole = whole and not own and bare_name(word, around.people) == word
        names = read_names(word, around.people) if word else ()
        if read and (CALLED_ALONG.match(word) or came_along(word, around) or compiled(_LASTED).match(word)):
            break
        if names is None or (strict and not all(_called(name, n, around) for n in names)):
            if not read:
                return None
            break
        read += [n for n in names if n.lower() not in _NONE]
        whole = whole and not many
        position = _after_name(plain, stop.end())
        strict = strict or "。" in plain[stop.end() : position]  # behind a full stop a sentence may begin
    if name == "visits" and read and any(n in around.people for n in read):
        name = "walkers"  # 走访的人有张书记、王丽
    return Step(name, tuple(read), position, whole) if read or position > start else None


_ROW_OF_NAMES = pattern(r"[^\s。;|/:]{2,40}?(?=$|[\s。;|/])")


def _joined_to_names(plain: str, line: str, position: int, around: Surroundings) -> bool:
    """Whether nothing but names stands right behind a label: 参加张书记、李楼长."""
    row = _ROW_OF_NAMES.match(plain, position)
    return bool(row and people_of(line[slice(*row.span())], around.people))


_AREA = pattern(r"[^\s,、;]{1,10}(?:区|楼|弄|村|街|路|苑|园|里|片|巷)(?=$|[\s,、;])")
"""Where they went, behind 走访 without a colon: nobody who was visited."""


def _past_body(plain: str, position: int, stop: re.Match[str]) -> int | None:
    """Where the people of a body begin that is named before them: 社区:孙书记, 派出所 王警官."""
    head = _BODY_HEAD.match(plain, position)
    if head:
        return head.end()
    following = _next_word(plain, stop.end())
    named = stop[0].strip() in _BODIES and following not in _BODIES and looks_like_a_person(following)
    return _after_name(plain, stop.end()) if named else None


def _called(name: str, word: str, around: Surroundings) -> bool:
    """Whether ``word`` can stand behind a label that has no colon."""
    bare = word.partition("(")[0].partition("（")[0]
    known = bare in around.people or looks_like_a_person(bare) or bool(_CALLED.fullmatch(bare))
    return known or (name != "walkers" and 2 <= len(word) <= 12 and not _DATED.match(word))


_DATED = pattern(r"\d{1,2}[./月-]\d|[昨今前][天日晚早]|天气")
_CALLED = pattern("[老小阿][\u4e00-\u9fff]")
"""How colleagues call each other: behind a label of people any name may stand there."""

_BODY_HEAD = pattern(
    r"(?:社区|物业|街道|居委会|派出所|城管|业委会|志愿者|党员|楼门长|网格员|居民|单位|居委|两委|民警|片警|医院|卫生站|社工)[^\s,、;|/。:+&()\d]{0,3}\s?:\s?(?=[^\s,、;|/。:+&()\d]{2,8}(?:$|[\s、,;。]))"
)
"""A body whose people follow, within a list of people: 社区:孙书记、小葛;物业:马经理."""

_BODIES = frozenset({"社区", "物业", "街道", "派出所", "居委会", "居委", "城管", "业委会"})


def _next_word(plain: str, position: int) -> str:
    """The name that stands behind another one."""
    found = _NAME.match(plain, _after_name(plain, position))
    return found[0] if found else ""


_PADDED = pattern(rf"[{SURNAMES}]\s+(?:[^\W\d_a-zA-Z{SURNAMES}]|书记|主任|楼长|师傅|阿姨)(?=$|[\s,、;|/。+&()])")
"""A name set to the width of three characters, as forms and tables have it: 王 丽."""

_LATIN = pattern(r"[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){1,2}(?=\s*(?:$|[,;&]|and ))")
"""A name in Latin letters: Wang Li."""

_NAME = pattern(r"[^\s,、;|/。:+&()]+(?:\([^()]*\))?|\([^()]*\)")


def _after_name(plain: str, position: int) -> int:
    found = BETWEEN.match(plain, position)
    return found.end() if found else position


def _next_is_fact(plain: str, line: str, position: int, around: Surroundings) -> bool:
    label = _label(plain, position)
    if label and (_points(label["sign"]) or any(label[n] for n in NUMBERS) or _labelled(plain, line, position, around)):
        return True
    return free_fact(plain, line, position, around) is not None


def _rest(name: str, plain: str, line: str, start: int, around: Surroundings) -> Step | None:
    """Free text after a label: up to a wide gap, a semicolon, the next fact or the end of the line."""
    end = next((b.start() for b in _BREAK.finditer(plain, start) if _ends_text(plain, line, b, around)), len(plain))
    value = line[start:end].strip(" ,，。\u3000")
    return Step(name, value, end) if value else None


_BREAK = pattern(r";|,|\s+")


def _ends_text(plain: str, line: str, found: re.Match[str], around: Surroundings) -> bool:
    if found[0] == ";" or len(found[0]) > 1 or label_at(plain, found.end()):
        return True
    if _labelled(plain, line, found.end(), around):
        return True
    free = free_fact(plain, line, found.end(), around)
    return free is not None and free.name not in ("weather", "route")
