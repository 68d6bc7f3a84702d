"""The day that the first lines of a walk write out (11月16号, 十一月十六号), wherever it stands in them.

A voice runs on without a stop: 今天是星期一啊十一月十六号我们走了一圈. Whoever writes month and day means them;
今天 and a weekday are only counted from the day of pasting, so a written day comes over both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from minqing.classify.notes.gathered import Gathered, fits
from minqing.classify.notes.header.facts import WEEKDAY, Fact, Surroundings, read_date
from minqing.classify.sentence.corrections import corrected
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

HEAD_LINES = 2
"""Lines with words at the beginning of a walk in which its day is looked for."""

_FARTHEST = 200
"""Letters of a line beyond which a day belongs to what is told."""

_RECENT = timedelta(days=45)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = r"(?:(?:20)?\d{2}\s?年|[二〇零一三四五六七八九]{4}年)"
_WRITTEN = (
    rf"(?<!\d)(?:{_YEAR}\s?)?{_MONTH}\s?月(?:份的?)?\s?{_DAY}(?![\d个])\s?(?:[日号](?![楼院线路门]))?"
    r"|(?<!\d)20\d{2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}(?!\d)"
    rf"|(?<![\d.]){_MONTH}[./]{_DAY}(?=\s?(?:我们|[走巡转访]))"
)
_BEFORE = rf"^(?:[嗯啊呃哎呀哦那个就是呢吧的,、:;。!\s(]|今[天日儿早晨]|[昨前]天|日期|以上|我们|咱们?|这是|{WEEKDAY})*$"
"""What may stand before the day of the walk and says nothing of its own."""

_OF_ANOTHER = (
    r"(?:上[次回周月]|之前|以前|去年|截[至止]|[从自到至在]|定于|计划|约[好定]|说好|答应|争取|预计|通知|"
    r"生日|说|讲|[-~—])(?:是|在|的)?\s*$"
)
_NOT_YET = (
    r"\s?(?:[-~—至到]|之?[前后]|以[前后]|内|起|开始|截止|到期|完工|就?(?:报修|反映|提出|提过|提的|说过|说的|登记|答应|"
    r"开会|停[水电气]|[坏装修换停])|的(?!\s?(?:我们|[走巡转访,。;]|日[记志]|记录|情况|民情|事|$))"
    r"|(?:走|巡|访|查|动){1,2}(?:时|中|的时候))"
)
_QUALIFIES = r"[^,。;!?]{0,8}(?:反映|报修|提|说|报|装|修|坏|换|登记|发生)过?了?的"
"""What makes a day that of something else: 上次11月9日说的, 11月20日前, 11月9号报修的."""

_COUNTED = (
    r"(?:^|[,。;!\s])(?:[嗯啊呃哎那个就是]*|我们?|咱们?)(?P<day>今[天日早晨]|昨[天日])"
    r"(?=[^,。;!?]{0,16}(?:走[了动访]|巡[了查逻]|转了|\d步|公里|一圈))"
)
"""今天走了7032步: the day counted from that of pasting, in a line that was read as a fact otherwise."""

_IS_TODAY = rf"今[天日]是?(?:{WEEKDAY})?[啊呀,\s]*(?={_WRITTEN})"
"""今天是礼拜一十一月二十三号, as whoever speaks into a telephone begins."""

_WALK = r"走|巡|转|入户|一圈|步|日记|记录|的事"
_THAT_WALK = rf"(?:[(]?{WEEKDAY}[)]?|[上下]午|我们|的(?!事)|例行|\s)*(?:{_WALK})"
"""What stands behind the day of the walk where something else stands before it: 和老王11月16号走的."""


def take_written_day(walk: Gathered, lines: Iterable[str], around: Surroundings) -> None:
    """Let the day written in the first of a walk's ``lines`` come over 今天, 昨天 or a weekday alone."""
    if not (_is_counted(walk) or _has_no_day(walk) or _is_signed(walk)):
        return
    written = [(n, line) for n, line in enumerate(lines, walk.first) if line.strip()]
    first = written[:HEAD_LINES]
    aside = walk.aside | {number for raw in walk.issues if raw.style for number in raw.lines}
    read = _written if _is_counted(walk) else _said
    found = next((f for n, line in first if n not in aside for f in read(line, n, around)), None)
    if found is None or not isinstance(found.value, date):
        return
    if signed := walk.facts.pop("date", None):
        walk.told = [fact for fact in walk.told if fact.name != "date"]
        if not any(fact.line == signed.line for fact in walk.told):
            walk.body.setdefault(signed.line, dict(written).get(signed.line, signed.text))
    walk.weak["date"] = found
    weekday = walk.facts.pop("weekday", None) or walk.weak.get("weekday")
    if weekday and not fits(found.value, str(weekday.value)):
        walk.weekday_fits = False
        walk.body.setdefault(weekday.line, dict(first).get(weekday.line, weekday.text))


def _is_counted(walk: Gathered) -> bool:
    """Whether the day is only counted from that of pasting: by 今天, 昨天 or a weekday."""
    day = walk.facts.get("date") or walk.weak.get("date")
    if day is None:
        return "weekday" in walk.facts or "weekday" in walk.weak
    return not re.search(r"\d|月|[日号]$", re.sub("[今昨]日", "", aligned(day.text)))


def _is_signed(walk: Gathered) -> bool:
    """Whether the day stands alone below all that is told, as a letter is signed: it was written then."""
    day = walk.facts.get("date")
    told = [n for n, line in walk.body.items() if line.strip()] + [raw.lines[-1] for raw in walk.issues]
    return day is not None and bool(told) and day.line > max(told)


def _has_no_day(walk: Gathered) -> bool:
    return walk.fact("date") is None and walk.sent is None


def _said(line: str, number: int, around: Surroundings) -> Iterator[Fact]:
    """The day of a line that speaks of walking and that no fact was read from: a written one, else 今天 or 昨天."""
    plain = aligned(corrected(line[:_FARTHEST]))
    if compiled(_WALK).search(plain) or compiled(_IS_TODAY).search(plain):
        yield from _written(line, number, around)
    found = compiled(_COUNTED).search(plain)
    day = read_date(found["day"], around) if found else None
    if found and day:
        yield Fact("date", day, found["day"], number, False)


def walked_on(line: str, number: int, around: Surroundings) -> Iterator[Fact]:
    """The day that a line says they walked on, written out; of a line that only makes up notes later none."""
    plain = aligned(line[:_FARTHEST])
    if compiled(_WALKED).search(plain) and not compiled(_MADE_UP).search(plain):
        yield from _written(line, number, around)


_WALKED = r"[走转巡]了|走访了|走动了|走的|一圈|\d步"
_MADE_UP = "补|整理|抄|汇总|录入"


def _written(line: str, number: int, around: Surroundings) -> Iterator[Fact]:
    plain = aligned(corrected(line[:_FARTHEST]))
    for found in compiled(_WRITTEN).finditer(plain):
        day = read_date(re.sub("份的?", "", found[0]), around)
        if day and day <= around.today and _is_of_the_walk(plain, found, day, around):
            yield Fact("date", day, found[0].strip(), number, False)


def _is_of_the_walk(plain: str, found: re.Match[str], day: date, around: Surroundings) -> bool:
    before, behind = plain[: found.start()], plain[found.end() :]
    if compiled(_OF_ANOTHER).search(before) or compiled(_NOT_YET).match(behind) or compiled(_QUALIFIES).match(behind):
        return False
    if compiled(_BEFORE).match(before):
        return True
    clause = re.split("[,。;!?]", behind)[0].strip(" ():")
    return around.today - _RECENT <= day and (not clause or bool(compiled(_THAT_WALK).match(clause)))
