"""Facts within a sentence (今天我们走了四千多步): taken from it, while the sentence itself stays in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from minqing.classify.notes.header.beside import came_along
from minqing.classify.notes.header.facts import (
    CLEANED,
    DATE,
    KM,
    SKY,
    STEPS,
    WEEKDAY,
    Fact,
    Surroundings,
    read_date,
    read_km,
    read_steps,
)
from minqing.classify.notes.header.routes import told_route
from minqing.classify.sentence.clocks import CLOCK, LEAVES, RETURNS, SPAN, read_span
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.numbers import NUMERAL, amount
from minqing.classify.sentence.people import BETWEEN, of_whom, people_of, without_self
from minqing.domain.patterns import pattern
from minqing.text.compiled import compiled  # fmt: skip
from minqing.text.normal import aligned

_WALKED = pattern(
    "出门|动身|走|巡|一圈|转了|步行|全程|共|计步|微信|步数|路线|线路|路程|里程|出发|集合|出去|回|收工|收队|解散|到家|结束"
)
_FEWEST = 300
"""Steps from which a bare number of steps in a sentence can be a walk's."""

_STEPS_SAID = rf"步数[^\d,。;]{{0,10}}?[,:]?\s*(?P<n>{NUMERAL})(?P<more>多|来|余)?(?P<half>(?!))?"
"""Steps behind their word and some others: 步数没看手机应该5千多."""

_STEPS_ALONE = pattern(
    rf"(?:^\s*(?:大?约)?|走(?:了|路|动)?(?:有|大?约|差不多|将近|快)?)(?=[^\s,。;]{{0,3}}千)(?P<n>{NUMERAL})"
    r"(?P<more>多|来|余)?(?P<half>(?!))?(?:左右|上下)?(?=\s*(?:$|[,。;!]))"
)
"""Thousands without a word for what they count, said of walking or alone on a line: 走了五千二, 五千二."""

_MOST_ALONE = 40_000

_SURELY = 1000
"""Steps that are a walk's without a word of walking beside them."""

_RECENT = timedelta(days=45)
_WITH = (
    r"(?:我|我们|书记)?(?:和|跟着?|与|同|带着|带领|会同|陪着?)(?P<names>[^,。;:!?]{2,40}?)(?:[,、\s]*(?:一行|我们)?(?:等?[\d一二两三四五六七八九十几]{1,2}个?人)?)(?:一起|"
    r"一同|一块儿?|一道|共同|出[去门来]|去|走|转|逛|绕|跑|把|沿|对|在|到|从|早上|上午|下午|出发|巡|[,,](?:早上|上午|下午|从|沿))"
)
_TOGETHER = (
    r"^\s*(?P<names>[^,。;:!?]{4,40}?)(?:[,、\s]*(?:一行)?等?[\d一二两三四五六七八九十]{1,2}人)?"
    r"(?:一起|一同|一道|共同)(?:走(?:的|了|一圈|动)|巡|转了|参加)"
)
"""Names that a line begins with: 张书记 小王 老赵(楼门长)一起走的."""

_ALONG = "一路|一起|一道|一块儿?|一同|同[行去]"
_GONE = "转|走|巡|逛|查|去|来|出[去门来]|跑|参加|陪"
_CAME_ALONG = (
    rf"(?:[跟和同与]我(?:们)?)?(?:(?:{_ALONG})(?:{_GONE})?|(?:今[天儿日]|上午|下午|早上|这[次回趟]|本次)(?:{_GONE}))的(?:人员?|同志)?(?:还|就|都|一共)?(?:有|是)[\s:]*"
    rf"|(?:^|[,。;]\s*)(?:今[天儿日])?(?:{_ALONG})(?:{_GONE})?的[\s:]*"
)
"""Before the row of those who walked: 跟我一路的有周主任和物业的老向, 今天转的有周书记,我,小吴, 一起去的小李、老王."""

_AND = pattern(r"[\s、,，和跟与]+")
_ONE_OF_THEM = pattern(r"[\s,、;和跟与及&+]*(?:还有|以及)?(?P<name>(?:(?!还有|以及)[^\s,、;。:!?和跟与及&+]){1,12})")

_BESIDE_ME = r"(?:^|[,。;\s])我?(?:和|跟|同|与|带了|带着|带上|叫上)(?P<names>[^,。;:!?]{2,20})(?=[。;,]|\s*$)"
"""Names between two stops: 走9号楼,和老谭。"""

_I_AND = pattern(
    r"^\s*(?:今天|上午|下午|早上)?[,\s]*我[\s、,和跟与](?P<names>[\u4e00-\u9fff]{2,3}(?:[\s、,和跟与]+[\u4e00-\u9fff]{2,3}){0,7}?)\s*"
    r"(?:[两二三四五六几]个?人?)?\s*(?:一起|一块儿?|一同)?(?:走|转|巡|逛)了?(?=[\d一二三四五六七八九十\s,]|$)"
)
"""我 彩霞 小丁 走了5200步: beside 我 and one who is surely called so the others are names too."""

_WITH_ME = (
    r"(?:^|[,。;])\s*(?:今天|上午|下午|早上)*(?P<names>[^,。;:!?]{2,14}?)"
    r"(?:陪|跟|带|领)着?(?:我们?)(?:一起|一块儿?)?(?:走|转|巡|逛|去)"
)
"""小李小王陪着我走."""

_LED = (
    r"(?:^|[,。;])(?:由(?P<names>[^,。;:!?]{2,20}?)(?:带队|牵头|带领)|"
    r"(?P<leader>[^,。;:!?\s由]{2,14}?)(?:带队|领队)(?=[,。;\s]|$))"
)
_BY_OFFICE = frozenset({"书记", "主任", "社区", "居委会", "物业"})
"""Who leads by right and has no name here: 书记带队."""

_JOINED = r"(?:^|[,。;])(?P<names>[^,。;:!?]{2,40}?)(?:参加|参与|陪同|随行)(?:了|走访|走动|巡查)?(?=[,。;]|\s*$)"
"""Who led, and who took part, as reports have it."""

_ELDER = "(?:阿姨|大爷|大妈|大娘|大伯|大婶|奶奶|爷爷|婆婆|老爷子|老太太|老人)"
_WALKS = r"(?:一起|一同|一块儿?|一道)?(?:走(?:的|了|访|动|一)|转|巡|出发)"
"""Residents are not among the walkers unless the sentence says that they walked."""

_OF_A_BODY = r"(?:物业|社区|街道|居委会?|派出所|城管)的|[(\uff08][^()\uff08\uff09]{1,8}[)\uff09]"

_FILLER = "(?:[嗯啊哎呃那个,、 ]*)"
_OF_TODAY = pattern("[。!?;:](?=今[天日]|以上)")
"""Where a sentence begins within a line that may tell of which day the notes are."""

_DAY = (
    rf"\s*{_FILLER}(?:今天是|今天|日期是|以上[为是]?)?(?P<day>{DATE})(?!\s?[-—~至到]?\s?\d|前|之前|"
    rf"以前|后|之后|内|开始施工|起|[^,。;]{{0,5}}(?:说|报|反[映应]|提|登记|约)(?:过|好)?的|说|报|反映|提|答应|约|通知|联系|交代)"
)
_DAY_LAST = rf"[。;!]\s*(?P<day>{DATE})\s*[。]?\s*$"
"""The day behind the last sentence, as a message is signed: …三千八百步。11.19"""

_NAMED = rf"是?\s?(?P<weekday>{WEEKDAY})|\s?[(](?P<day>{DATE})[)]"
"""What says which day 今天 is."""

_TURNING = rf"(?:{SKY})(?:天?[转间]\s?(?:{SKY}))?"
_STOP = r"天?(?=[,。;!\s]|$|我[们和跟与]?|大家|今天|和|跟|走|从|早)"
_DOTTED_CLOCK = r"\d{1,2}\.\d{2}(?=左?右?\s?(?:出|集合|开始|动身|回|结束|收|返|到家))"
_OUT = (
    rf"(?P<out>{CLOCK}|{_DOTTED_CLOCK})[^。;!?回]{{0,24}}?(?:{LEAVES}|从[^,。;!?]{{1,8}}?走|[巡转走]了)|"
    rf"(?:开始|起始|出发|集合)时间\s?:?\s?(?P<begun>{CLOCK})|(?:出门|出发|动身|集合)\s?:?\s?(?P<left>{CLOCK})|^(?P<alone>{CLOCK})$"
)
_BACK = (
    rf"(?P<back>{CLOCK}|{_DOTTED_CLOCK}|\d{{1,2}}:\d{{2}})(?:左右|来钟|前后)?[^,。;!?\d]{{0,8}}?(?:回|{RETURNS})|"
    rf"(?:走到|[走巡转]完)(?P<until>{CLOCK})|(?:结束|返回|收工)时间\s?:?\s?(?P<ended>{CLOCK})|"
    rf"(?:回来|到家|收工|返回|结束|回社区)\s?:?\s?(?P<home>{CLOCK})"
)
"""When a walk began and when it was over, each told in its own part of a sentence or two."""

_ON = (
    rf"^\s*(?:本|这)?(?P<weekday>{WEEKDAY})(?=\s?(?:例行|上午|下午|早上|走|巡|转|的))"
    rf"|(?P<titled>{WEEKDAY})(?=[^,。;:\s]{{0,8}}(?:小结|总结|汇总|日志|日记|记录|检查表|情况|待办|清单|台账|简报)\s*$)"
    rf"|(?P<both>{WEEKDAY})\((?P<day>{DATE})\)"
)
_SKY_ALONE = rf"[,。;、|]\s*(?P<alone>{_TURNING})天?(?=\s*[,。;、|]|\s*$)"
_SKY = rf"天气?(?:是|很|有点)?(?P<sky>{_TURNING}){_STOP}|(?:今天|今日|上午)是?(?P<bare>{_TURNING}){_STOP}"


def mentioned(line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """The facts a sentence mentions, surely enough to take them."""
    line = corrected(line[:300])
    plain = aligned(line)
    walked = bool(_WALKED.search(plain))
    yield from _distances(plain, number, _FEWEST if walked else _SURELY)
    if walked:
        yield from _hours(plain, number)
        yield from _weekday(plain, around, number)
        route = told_route(plain, line, number)
        yield from [route] if route else []
    yield from _others(plain, line, around, number)


def _hours(plain: str, number: int) -> Iterator[Fact]:
    """From when to when: in one piece, or as when they set out and when they were back."""
    found = compiled(SPAN).search(plain)
    span = read_span(found[0]) if found else None
    if found and span:
        yield Fact("time", span, found[0], number, False)
        return
    out = compiled(_OUT).search(plain)
    back = compiled(_BACK).search(plain, out.end() if out else 0)
    span = read_span(f"{_clock_of(out)}-{_clock_of(back)}") if out and back else None
    if out and back and span:
        yield Fact("time", span, plain[out.start() : back.end()], number, False)
    elif out or back:
        yield from one_end(plain, number)


def one_end(plain: str, number: int) -> Iterator[Fact]:
    """``8:30出发`` or ``11:40结束``: one end of the walk; the other may stand on another line."""
    ends = [(name, found) for name, form in (("out", _OUT), ("back", _BACK)) if (found := compiled(form).search(plain))]
    for name, found in sorted(ends, key=lambda end: end[1].start())[:1]:
        yield Fact(name, _clock_of(found), found[0], number, False)


def _clock_of(found: re.Match[str]) -> str:
    """The time of day that a phrase of one end of the walk names."""
    return found[found.lastgroup or 0]


def joined_ends(out: Fact, back: Fact) -> Fact | None:
    """The time between both ends, where they follow each other."""
    span = read_span(f"{out.value}-{back.value}")
    return Fact("time", span, f"{out.value}…{back.value}", out.line, False) if span else None


def _weekday(plain: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """``周一例行走动`` and ``周一(16号)上午``: the day by its name, in a sentence on walking."""
    found = compiled(_ON).search(plain)
    day = read_date(found["day"], around) if found and found["day"] else None
    named = found and (found["weekday"] or found["titled"])
    if found and named:
        yield Fact("weekday", named, found[0].strip(), number, False)
    elif found and day and around.today - _RECENT <= day <= around.today:
        yield Fact("date", day, found[0], number, False)


def _distances(plain: str, number: int, fewest: int) -> Iterator[Fact]:
    for found in compiled(STEPS).finditer(plain):
        steps = read_steps(found)
        if steps and steps[0] >= fewest:
            yield Fact("steps", steps[0], found[0], number, False)
    for found in compiled(_STEPS_SAID).finditer(plain):
        steps = read_steps(found)
        if steps and steps[0] >= fewest:
            yield Fact("steps", steps[0], found[0], number, False)
    alone = _STEPS_ALONE.search(plain)
    steps = read_steps(alone) if alone else None
    if alone and steps and _SURELY <= steps[0] <= _MOST_ALONE:
        yield Fact("steps", steps[0], alone[0].strip(), number, False)
    for found in compiled(rf"(?:走|全程|步行|[共约圈步,、(/])了?\s?{KM}").finditer(plain):
        read = read_km(found)
        if read and found["unit"] not in ("米", "m"):
            yield Fact("km", read[0], found[0], number, False)


def _others(plain: str, line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    starts = (0, *(stop.end() for stop in _OF_TODAY.finditer(plain)))
    day = next((m for at in starts if (m := compiled(_DAY).match(plain, at))), None)
    day = day or compiled(_DAY_LAST).search(plain)
    read = read_date(day["day"], around) if day else None
    named = compiled(_NAMED).match(plain, day.end()) if day and day["day"] in ("今天", "今日", "今早", "今晨") else None
    if named and named["weekday"]:
        yield Fact("weekday", named["weekday"], named[0], number, False)
    elif named and (said := read_date(named["day"], around)):
        yield Fact("date", said, named["day"], number, False)
    elif day and read and around.today - _RECENT <= read <= around.today:
        yield Fact("date", read, day[0].strip(), number, False)
    sky = compiled(_SKY).search(plain[:60])
    alone = None if sky else compiled(_SKY_ALONE).search(plain[:80])
    if sky:
        yield Fact("weather", sky["sky"] or sky["bare"], sky[0], number, False)
    elif alone and (day or _WALKED.search(plain)):
        yield Fact("weather", alone["alone"], alone["alone"], number, False)
    cleaned = compiled(CLEANED).search(plain)
    count = amount(cleaned["n"]) if cleaned else None
    if cleaned and count is not None and count == int(count):
        yield Fact("cleaned", int(count), cleaned[0], number, False)
    yield from _walkers(plain, line, around, number)
    for start in (m.end() for m in _CLAUSE.finditer(plain)):
        if names := came_along(line[start:], around):
            yield Fact("companions", names, line[start:].strip()[:40], number, False)


_CLAUSE = pattern("[,。;]")


def row_of_people(line: str, start: int, around: Surroundings) -> list[str]:
    """The names of a row that begins at ``start``, whatever parts them, up to the first word that is none.

    我 is passed over; whom another body sent keeps its name: 物业的老郭 is 物业老郭.
    """
    plain, names, end = aligned(line), list[str](), start
    for found in _ONE_OF_THEM.finditer(plain, start):
        word, own = without_self(line[slice(*found.span("name"))])
        bare = compiled(_OF_A_BODY).sub("", word)
        named = people_of(bare, around.people) if bare else ()
        if not (named or own) or (names and found.start() != end):
            break
        end = found.end()
        names += [word.replace("的", "", 1)] if len(named) == 1 and bare != word else named
    return names


def _as_facts(names: list[str], words: str, number: int) -> Iterator[Fact]:
    """Those who walked, and those of other bodies among them as companions."""
    parted = {"walkers": [n for n in names if of_whom([n]) == "walkers"]}
    parted["companions"] = [n for n in names if n not in parted["walkers"]]
    for kind, several in parted.items():
        if several:
            yield Fact(kind, tuple(several), words, number, False)


def _walked_too(found: re.Match[str], names: tuple[str, ...], plain: str) -> bool:
    """Whether those named walked: who is called as a resident is does only where the sentence says so."""
    if not any(compiled(_ELDER).search(name) for name in names):
        return True
    return bool(compiled(_WALKS).match(plain, found.end("names")))


_JOINED_BY = pattern(r"(?:^|[\s,。;:!?])(?P<names>[^\s,。;:!?]*?)(?:[和跟与同]|带着|带领|会同|陪着?)$")


def _named_before(plain: str, line: str, end: int, around: Surroundings) -> tuple[str, ...]:
    """Who stands right before 和 and the others, where these begin at ``end``: 张书记和小李去了."""
    found = _JOINED_BY.search(plain[:end], max(0, end - _MOST_BEFORE))
    return people_of(line[slice(*found.span("names"))], around.people) if found else ()


_MOST_BEFORE = 16
"""Letters before 和 that are looked at."""


def _walkers(plain: str, line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """Who walked along, by the first of the two ways of saying so that holds nothing but names."""
    led, joined = (compiled(form).search(plain) for form in (_LED, _JOINED))
    if led or joined:
        spans = [m.span(m.lastgroup or 0) for m in (led, joined) if m]
        named = [n for span in spans for n in people_of(line[slice(*span)], around.people) if n not in _BY_OFFICE]
        if named:
            yield from _as_facts(list(dict.fromkeys(named)), plain.strip()[:40], number)
            return
    came = compiled(_CAME_ALONG).search(plain)
    if came and (row := row_of_people(line, came.end(), around)):
        yield from _as_facts(row, line[came.start() :].strip()[:40], number)
        return
    beside_me = _I_AND.match(plain)
    if beside_me and any(people_of(n, around.people) for n in BETWEEN.split(beside_me["names"])):
        names = tuple(filter(None, _AND.split(line[slice(*beside_me.span("names"))])))
        yield Fact("walkers", names, beside_me[0].strip(), number, False)
        return
    forms = (
        compiled(_TOGETHER).match(plain),
        compiled(_WITH_ME).search(plain),
        compiled(_WITH).search(plain),
        compiled(_BESIDE_ME).search(plain),
    )
    for found in forms:
        written = compiled(_OF_A_BODY).sub("", line[slice(*found.span("names"))]) if found else ""
        names = people_of(written, around.people)
        names = (*_named_before(plain, line, found.start("names"), around), *names) if found and names else ()
        if found and names and _walked_too(found, names, plain):
            yield Fact(of_whom(names), names, line[slice(*found.span())], number, False)
            return
