"""The facts of a walk as they are typed: its day, time, length and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from minqing.cli.commands.common import not_far_off, number_of, number_text, split_names
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.model import MOST_KM, MOST_STEPS
from minqing.domain.patterns import pattern
from minqing.messages import say, speaking
from minqing.text.normal import half_width, one_line


def read_date(context: Context, value: str) -> date:
    """The day of a walk: a bare weekday is the latest past one."""
    from minqing.text.dates import parse_day

    return not_far_off(context, parse_day(value, context.today, prefer="done"))


_CLOCK = r"(\d{1,2}?)(?:[:\s]?(\d{2}))?"
_TIME = pattern(rf"{_CLOCK}\s*(?:[~–到至]|[-—]+)\s*{_CLOCK}")
EARLIEST = 6
"""The hour from which on a walk may begin; one figure before it is an hour of the afternoon, as in notes."""


def read_time(context: Context, value: str) -> str:
    """A span of time as typed, as ``HH:MM-HH:MM``. Raises ``MinqingError`` for what is none.

    8:30-11:40, 8-11 and 830-1140 are read here. What is none of that form, nor a number below, is read as it is in
    notes: 八点半到十一点四十, 六千二, 三公里半.
    """
    found = _TIME.fullmatch(half_width(value).strip())
    if found:
        hours = [int(n or 0) for n in found.groups()]
        afternoon = len(found[1]) == 1 and hours[0] < EARLIEST
        if max(hours[0], hours[2]) < 24 and max(hours[1], hours[3]) < 60 and not afternoon:
            return "{:02}:{:02}-{:02}:{:02}".format(*hours)
        value = "{}:{:02}-{}:{:02}".format(*hours)
    return str(_as_in_notes(context, "time", value, MinqingError("log.time", MISUSE, value=value)))


LONGEST = 12 * 60
"""Minutes of a walk that nobody asks about."""


def minutes_of(time: str) -> tuple[int, int]:
    """Start and end of ``HH:MM-HH:MM`` in minutes since midnight."""
    start, end = (int(t[:2]) * 60 + int(t[3:5]) for t in time.split("-"))
    return start, end


def is_odd_time(time: str) -> bool:
    """Whether nobody walks from then to then, over midnight either: 11:40-08:30 is turned round."""
    start, end = minutes_of(time)
    return not 0 < (end - start) % (24 * 60) <= LONGEST


def read_km(context: Context, value: str, name: str = "--km") -> Decimal:
    """Kilometres as typed. Raises ``MinqingError`` for what is no length, and for one that nobody walks."""
    plain = number_text(value)
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", plain, re.ASCII):
        error = MinqingError("cli.km", MISUSE, option=name, value=value)
        return Decimal(str(_as_in_notes(context, "km", value, error)))
    if Decimal(plain) > MOST_KM:
        raise MinqingError("log.too-many-km", MISUSE, km=plain, most=MOST_KM)
    return Decimal(plain)


def _text(context: Context, value: str) -> str | None:
    return one_line(value) or None


def read_steps(context: Context, value: str, name: str = "--steps") -> int:
    """Steps as typed. Raises ``MinqingError`` for what is no number of steps of a walk."""
    try:
        steps = number_of(value, name, 4773)
    except MinqingError as error:
        return int(str(_as_in_notes(context, "steps", value, error)))
    if steps > MOST_STEPS:
        raise MinqingError("log.too-many-steps", MISUSE, steps=steps, most=MOST_STEPS)
    return steps


_HAN = pattern("[\u4e00-\u9fff]")
_IN_WORDS = pattern(r"[\u4e00-\u9fff]|\d[kKwW+]$")
_ROUGHLY = pattern(r"(.*?)((?:多|来|左右|上下|出头|不到|不足|吧|\+)+(?:地|路)?)")
UNITS = {"time": "", "steps": "步", "km": "公里"}
"""What stands behind each number of a walk in notes."""


def _as_in_notes(context: Context, name: str, given: str, error: MinqingError) -> object:
    """What the reader of notes makes of a number in words; raises ``error`` where that is none either.

    A slip in figures (-5, 2,9) is refused and not guessed at.
    """
    if UNITS[name] and not _IN_WORDS.search(number_text(given)):
        raise error
    found = _told(context, name, given)
    if found is None:
        raise error
    return found[0]


def _told(context: Context, name: str, given: str) -> tuple[object, bool] | None:
    """The value of a fact in words, and whether it is all they say; ``None`` where there is none in them."""
    unit, rough = UNITS[name], _ROUGHLY.fullmatch(half_width(given))
    more = ((f"{rough[1]}{unit}{rough[2]}", True), (rough[1], False), (rough[1] + unit, False)) if rough else ()
    first: tuple[object, bool] | None = None
    for form, whole in ((given, True), (given + unit, True), *more):
        notes = context.pasted(form)[0]
        value = getattr(notes, name)
        if value is not None and not notes.issues:
            first = first or (value, False)
            if whole and not notes.body.strip():
                return value, True
    return first


def words_beside(context: Context, name: str, given: str) -> str:
    """A time, steps or kilometres as typed, where the words say more than the value that is read from them.

    三千多 is 3000, and that it was more stays in the diary's text, as it does in notes; nothing for any other answer.
    """
    if name not in UNITS or not (_HAN.search(given) or "+" in half_width(given)):
        return ""
    found = _told(context, name, given)
    return given if found and not found[1] else ""


def told_in_words(context: Context, said: Mapping[str, str]) -> list[str]:
    """Lines for the diary's text, each a fact as it was told: 步数 三千多."""
    with speaking(context.file_language):
        named = [(say(f"show.{name}"), words) for name, words in said.items()]
        return [words if words.startswith(name) else f"{name} {words}" for name, words in named]


_JOINED = pattern(r"[和与跟及+/\uff0b\uff0f]")
_LABELS = {"walkers": "参加", "companions": "同行"}
"""What stands before each list of names in notes."""


def read_names(context: Context, name: str, values: Sequence[str]) -> tuple[str, ...]:
    """People or bodies as typed, joined by a mark, a blank or a word: 张书记和王丽 are two, 治安和调解委员会 is one."""
    parts = split_names(values, blanks=name != "visits")
    return tuple(each for part in parts for each in _apart(context, name, part))


def _apart(context: Context, name: str, part: str) -> tuple[str, ...]:
    """The names that a word joins, as they are read in notes, where nothing of the words is left over."""
    if name not in _LABELS or not _JOINED.search(part):
        return (part,)
    found: tuple[str, ...] = getattr(context.pasted(f"{_LABELS[name]}:{part}")[0], name)
    told = sum(map(len, found)) + len(_JOINED.findall(part)) - sum(len(_JOINED.findall(each)) for each in found)
    return found if len(found) > 1 and told == len(part) else (part,)


READERS: dict[str, Callable[[Context, str], object]] = {
    "date": read_date,
    "time": read_time,
    "weather": _text,
    "route": _text,
    "steps": read_steps,
    "km": read_km,
}
"""How each fact of a walk is read from what was typed."""
