"""Lines of a list of ticks, put where they belong: what is in order into the body, what is not among the matters."""

from __future__ import annotations

from minqing.classify.notes.doors import house_above
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.reading import Reading
from minqing.classify.notes.ticks import Tick, Ticked
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.text.normal import aligned


def of_tick(reading: Reading, number: int, line: str) -> bool:
    """A line of a list of ticks; one whose sign says no more than that a matter was settled is read by its words."""
    tick = reading.ticks.get(number)
    if tick is None or tick.sort == "words" or reading.sheet or (reading.sort == "aside" and _is_aside(reading, tick)):
        return False
    reading.close()
    if tick.sort == "row":
        _of_row(reading, number, line, tick)
    elif tick.sort == "legend":
        reading.keep(number, line)
        reading.walk.aside.add(number)
    elif tick.sort == "order":
        _in_order(reading, number, line)
    elif tick.sort in ("listed", "boxed"):
        reading.raise_issue(number, line, line.strip()).loose = True
    else:
        _raise(reading, number, line, tick.things[0], tick.order)
    return True


def _is_aside(reading: Reading, tick: Tick) -> bool:
    """Whether a line below a plan or the like is none: a thing in order, or below boxes of which none is ticked."""
    return tick.order or (tick.sort == "boxed" and not reading.ticked_off)


def _in_order(reading: Reading, number: int, line: str) -> None:
    """A thing that was looked at and is in order: the line stays, and that it is no matter is told."""
    reading.keep(number, line, mention=False)
    reading.walk.told.append(Fact("in-order", line.strip(), line.strip(), number))


def _raise(reading: Reading, number: int, line: str, one: Ticked, order: bool) -> None:
    """A matter: what is wrong with a thing, or a trouble and what came of it."""
    sign = "" if one.rest or not order else "×" if one.before else aligned(line).strip()[len(one.thing) :]
    rest = one.rest if one.rest[:1] in "(（" else f",{one.rest}" if one.rest else ""
    place = _house_of(reading, number, one.thing)
    raw = reading.raise_issue(number, line, f"{one.thing}{sign}{rest}", None, **({"place": place} if place else {}))
    raw.ticked = one.done and not (order and one.bare)


def _house_of(reading: Reading, number: int, thing: str) -> str | None:
    """The house that stands above the list, where the thing has no place of its own."""
    house = house_above(reading.lines, number)
    return place_within(house, thing, reading.community) if house else None


def _of_row(reading: Reading, number: int, line: str, tick: Tick) -> None:
    """Several things of a line: those amiss are matters, the others stay with the head of the line."""
    head = line[: tick.things[0].start].strip()
    house = find_place(head, reading.community) or house_above(reading.lines, number)
    well = [one for one in tick.things if one.done and tick.order and one.bare]
    for one in tick.things:
        if one in well:
            continue
        place = place_within(house, one.thing, reading.community) if house else None
        words = f"{one.thing}{'' if one.done or not one.bare else '×'}{one.rest}"
        raw = reading.raise_issue(number, line, words, None, **({"place": place} if place else {}))
        raw.ticked = one.done
    reading.open = None
    kept = " ".join(filter(None, [head, *(f"{one.thing}√{one.rest}" for one in well)]))
    if len(well) == len(tick.things):
        _in_order(reading, number, line)
    elif kept:
        reading.walk.body[number] = kept
