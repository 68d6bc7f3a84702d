"""Facts of a header line that neither a label nor their form tells, but what stands beside them.

``1118 三 晴 9-11``: a weekday and two hours behind a day; ``王丽+小周``, ``和小陈``, ``小吕一个人``: who walked;
``西一里到西三里``: the way.
"""

from __future__ import annotations

from minqing.classify.notes.header.facts import END, NAMES, PICTURES, Fact, Step, Surroundings, free_fact
from minqing.classify.sentence.clocks import CLOCK
from minqing.classify.sentence.numbers import NUMERAL, amount
from minqing.classify.sentence.people import BETWEEN, of_whom, people_of, without_self
from minqing.domain.patterns import pattern

_WEEKDAY_ALONE = pattern(r"(?P<day>[一二三四五六日])(?=$|[\s,。;、|/()])")
_HOURS_ALONE = pattern(r"(?P<from>\d{1,2})\s?[-~—–]\s?(?P<to>\d{1,2})(?=$|[\s,。;、|/()])")
_EARLIEST, _LATEST = 5, 22


def _beside_day(plain: str, position: int, found: list[Fact]) -> Step | None:
    """The weekday right behind a date, by its numeral alone: 1118 三, 11月18日(三)."""
    day = _WEEKDAY_ALONE.match(plain, position) if found and found[-1].name == "date" else None
    return Step("weekday", f"周{day['day']}", day.end()) if day else None


_CLOCK_ALONE = pattern(rf"{CLOCK}(?=$|[。;)])")


def _begun(plain: str, position: int, found: list[Fact]) -> Step | None:
    """The one time of day that ends a line which tells the day: 时间:11月16日(星期一)上午8:30 is when it began."""
    days = any(fact.name == "date" for fact in found) and all(fact.name != "time" for fact in found)
    clock = _CLOCK_ALONE.match(plain, position) if days else None
    return Step("start", clock[0], clock.end(), False) if clock else None


_STEPS_ALONE = pattern(rf"(?P<n>{NUMERAL})(?=\s*$)")
_FEWEST_STEPS, _MOST_STEPS = 1000, 40_000
"""Steps of a walk that a number without a word may be; fewer are an hour or a house, more are none of one morning."""


def _steps_behind(plain: str, position: int, found: list[Fact]) -> Step | None:
    """The number that ends a line of facts right behind the distance: 11/16 五里路 四千八."""
    behind = found[-1].name == "km" and all(fact.name != "steps" for fact in found)
    said = _STEPS_ALONE.match(plain, position) if behind else None
    value = amount(said["n"]) if said else None
    if said is None or value is None or value != int(value) or not _FEWEST_STEPS <= value <= _MOST_STEPS:
        return None
    return Step("steps", int(value), said.end())


_FROM_TO = pattern(r"从?[^\s,。;:、到至\d]{2,8}(?:到|至|—+|→)[^\s,。;:、到至\d]{2,8}(?=\s|$|[,。;])")


def _from_to(plain: str, line: str, position: int, found: list[Fact]) -> Step | None:
    """From where to where, between two facts: 西一里到西三里."""
    way = _FROM_TO.match(plain, position) if sum(fact.name != "title" for fact in found) > 1 else None
    return Step("route", line[slice(*way.span())].strip(), way.end()) if way else None


_TIME_AND_WAY = pattern(r"[^:]{0,4}时间[及和与、]路线")


def _way_behind(plain: str, line: str, position: int, found: list[Fact]) -> Step | None:
    """The route behind the time of 时间及路线:14:00-16:30,和平里路—北苑."""
    if not found or found[-1].name != "time" or not _TIME_AND_WAY.match(plain):
        return None
    return Step("route", line[position:].strip(" 。;；"), len(plain))


def hours_alone(plain: str, position: int, found: list[Fact]) -> Step | None:
    """Two hours behind a date: 11.18 晴 9-11; what looks like a day is none where the day is known."""
    hours = _HOURS_ALONE.match(plain, position) if any(fact.name == "date" for fact in found) else None
    if hours is None or not _EARLIEST <= int(hours["from"]) < int(hours["to"]) <= _LATEST:
        return None
    return Step("time", f"{int(hours['from']):02d}:00-{int(hours['to']):02d}:00", hours.end())


_NAME = r"[^\s,;|/()。:、+&]{1,40}"
_ROW = pattern(rf"{_NAME}(?:[、+&/ ]\s?{_NAME}){{0,20}}?[、+&]?(?=\s*(?:$|[,;|/()。]))")
"""Names and what parts them share no character: a row that ends in none is given up after one look at it."""


def _row_of_names(plain: str, line: str, position: int, around: Surroundings) -> Step | None:
    """Two names and more beside other facts, without a word that says what they are: 11.16/晴/王丽+小周."""
    found = _ROW.match(plain, position)
    names = people_of(line[slice(*found.span())], around.people) if found and len(found[0]) <= _LONGEST_ROW else ()
    if not found or not names:
        return _names_first(plain, line, position, around)
    _, own = without_self(found[0])
    if own or len(names) > 1 or names[0] in around.people:
        return Step("walkers", names, found.end(), not own)
    return _names_first(plain, line, position, around)


_LONGEST_ROW = 40
_WORD = pattern(r"[^\s,;|/()。:、+&]+[\s、+&/]*")


def _names_first(plain: str, line: str, position: int, around: Surroundings) -> Step | None:
    """Two names and more, or one that is known, before other facts of the line: 张云 肖红 西一里到西三里 4500步."""
    read, end = list[str](), position
    while word := _WORD.match(plain, end):
        names = people_of(line[slice(*word.span())], around.people)
        if not names or free_fact(plain, line, end, around):
            break
        read += names
        end = word.end()
    return Step("walkers", tuple(read), end) if len(read) > 1 or (read and read[0] in around.people) else None


_WITH = pattern(
    rf"(?:我们?)?(?:和|跟|与|同|with\s|w/)\s?(?P<names>[^,。;:!?(){PICTURES}]{{1,30}}?[^\s,。;:!?&、和+])(?:一起|一同|一道|一块儿?|走的|去的|走(?:了?[一二两三半几]圈)?)*{END}(?!\s*[&、和+])"
)


CALLED_ALONG = pattern(
    r"(?:联合|会同|邀请)(?:了)?(?P<names>[^\s,。;:!?()、]{3,16}(?:、[^\s,。;:!?()]{3,16})*?)(?=\s*(?:$|[,。;]))"
)
"""Who was called along: 联合物业公司工程部."""


_CAME_ALONG = pattern(r"(?P<names>[^\s,。;:!?()、]{3,12}?)(?:同行|陪同|陪着|随行)(?=\s*(?:$|[,。;]))")
"""Who came along for another body: 城管小刘同行."""


def came_along(words: str, around: Surroundings) -> tuple[str, ...]:
    """Who of another body these words say came along with the walk; nobody for any other words."""
    found = _CAME_ALONG.match(words)
    names = people_of(found["names"], around.people) if found else ()
    return names if names and of_whom(names) == "companions" else ()


def company(plain: str, line: str, position: int, around: Surroundings) -> Step | None:
    """Who walked along, told without a label: ``晴,和小陈``, ``with 小王 & 李楼长``."""
    called = CALLED_ALONG.match(plain, position)
    if called:
        return Step("companions", tuple(BETWEEN.split(line[slice(*called.span("names"))])), called.end())
    along = _CAME_ALONG.match(plain, position)
    if along and (names := came_along(line[slice(*along.span())], around)):
        return Step("companions", names, along.end())
    found = _WITH.match(plain, position)
    names = people_of(line[slice(*found.span("names"))], around.people) if found else ()
    return Step(of_whom(names), names, found.end(), "圈" not in found[0]) if found and names else None


_ALONE = pattern(
    rf"(?P<name>[^\s,。;、|/]{{2,4}}?)(?:一个人|独自|自己|[陪跟带]着?我们?)(?:走的?)?{END}|(?P<last>[^\s,。;、|/]{{2,4}})\s*$"
)
"""Who walked alone, and a name at the end of a line of facts."""


def _single(plain: str, position: int, found: list[Fact], around: Surroundings) -> Step | None:
    """One person behind facts of a walk: 3850步 小吕一个人, 5102步 小李."""
    said = _ALONE.match(plain, position) if sum(fact.name != "title" for fact in found) > 1 else None
    if said is None or any(fact.name in NAMES for fact in found):
        return None
    part = "name" if said["name"] else "last"
    names = people_of(said[part], around.people)
    return Step("walkers", names, said.end(part) if part == "last" else said.end()) if names else None


def beside(plain: str, line: str, position: int, found: list[Fact], around: Surroundings) -> Step | None:
    """The fact at ``position`` that only its neighbours give away: names, a way, a weekday, beside what was found."""
    if not found:
        first = _names_first(plain, line, position, around)
        return first if first and free_fact(plain, line, first.end, around) else None
    return (
        _row_of_names(plain, line, position, around)
        or _from_to(plain, line, position, found)
        or _way_behind(plain, line, position, found)
        or _steps_behind(plain, position, found)
        or _beside_day(plain, position, found)
        or _begun(plain, position, found)
        or _single(plain, position, found, around)
    )
