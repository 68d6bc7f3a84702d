"""Facts within a sentence (今天我们走了四千多步): taken from it, while the sentence itself stays in the body."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from minqing.classify.clocks import SPAN, read_span
from minqing.classify.facts import (
    CLEANED,
    DATE,
    KM,
    SKY,
    STEPS,
    Fact,
    Surroundings,
    compiled,
    read_date,
    read_km,
    read_steps,
)  # fmt: skip
from minqing.classify.numbers import amount
from minqing.classify.people import BETWEEN, read_names
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_WALKED = pattern("走|巡|一圈|步行|全程|共|计步|微信|步数|路程|里程")
_FEWEST = 300
"""Steps from which a bare number of steps in a sentence can be a walk's."""

_SURELY = 1000
"""Steps that are a walk's without a word of walking beside them."""

_RECENT = timedelta(days=45)
_WITH = (
    r"(?:我|我们|书记)?(?:和|跟|与|同|带着|带领|会同|陪着?)(?P<names>[^,。;:!?]{2,40}?)(?:[,、\s]*(?:一行)?(?:等?[\d一二两三四五六七八九十]{1,2}人)?)(?:一起|"
    r"一同|一块儿?|一道|共同|去|走|沿|对|在|到|出发|巡)"
)
_DAY = rf"^\s*(?:今天是|今天|日期是)?(?P<day>{DATE})(?!\s?[-—~至到]?\s?\d|前|之前|以前|后|之后|内|开始施工|起)"
_TURNING = rf"(?:{SKY})(?:天?[转间]\s?(?:{SKY}))?"
_STOP = r"天?(?=[,。;!\s]|$|我们|大家)"
_SKY = rf"天气?(?:是|很|有点)?(?P<sky>{_TURNING}){_STOP}|(?:今天|今日|上午)是?(?P<bare>{_TURNING}){_STOP}"


def mentioned(line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """The facts a sentence mentions, surely enough to take them."""
    plain = aligned(line[:300])
    walked = bool(_WALKED.search(plain))
    yield from _distances(plain, number, _FEWEST if walked else _SURELY)
    if walked:
        found = compiled(SPAN).search(plain)
        span = read_span(found[0]) if found else None
        if found and span:
            yield Fact("time", span, found[0], number, False)
    yield from _others(plain, line, around, number)


def _distances(plain: str, number: int, fewest: int) -> Iterator[Fact]:
    for found in compiled(STEPS).finditer(plain):
        steps = read_steps(found)
        if steps and steps[0] >= fewest:
            yield Fact("steps", steps[0], found[0], number, False)
    for found in compiled(rf"(?:走|全程|步行|[共约圈步,、(/])了?\s?{KM}").finditer(plain):
        read = read_km(found)
        if read and found["unit"] not in ("米", "m"):
            yield Fact("km", read[0], found[0], number, False)


def _others(plain: str, line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    day = compiled(_DAY).match(plain)
    read = read_date(day["day"], around) if day else None
    if day and read and around.today - _RECENT <= read <= around.today:
        yield Fact("date", read, day[0].strip(), number, False)
    sky = compiled(_SKY).search(plain[:60])
    if sky:
        yield Fact("weather", sky["sky"] or sky["bare"], sky[0], number, False)
    cleaned = compiled(CLEANED).search(plain)
    count = amount(cleaned["n"]) if cleaned else None
    if cleaned and count is not None and count == int(count):
        yield Fact("cleaned", int(count), cleaned[0], number, False)
    people = compiled(_WITH).search(plain)
    names = _people(line[slice(*people.span("names"))], around) if people else ()
    if people and names:
        yield Fact("walkers", names, line[slice(*people.span())], number, False)


def _people(text: str, around: Surroundings) -> tuple[str, ...]:
    """The names in a list within a sentence; none unless every one of them is a name."""
    read: list[str] = []
    for word in filter(None, BETWEEN.split(aligned(text))):
        names = read_names(word, around.people)
        if names is None or not all(len(n) <= 6 and _is_person(n, around) for n in names):
            return ()
        read += names
    return tuple(read)


def _is_person(name: str, around: Surroundings) -> bool:
    from minqing.classify.people import looks_like_a_person

    return name in around.people or looks_like_a_person(name)
