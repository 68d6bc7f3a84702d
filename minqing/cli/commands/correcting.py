"""``minqing set``: facts of a walk that were written down wrongly, put right in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.cli.commands.common import answer, category_names, number_of
from minqing.cli.commands.entry_shown import FACTS, fact_text
from minqing.cli.commands.walk_facts import read_km, read_names, read_steps, read_time
from minqing.cli.context import Context
from minqing.cli.lengths import STEP_LENGTH, is_said, km_of, plausible, step_length, steps_of, walks_of
from minqing.domain.errors import DIARY, MISUSE, NOT_FOUND, MinqingError
from minqing.domain.model import Entry
from minqing.messages import say, speaking
from minqing.text.normal import folded, half_width, one_line

CALLED: Mapping[str, str] = {
    "参加人": "walkers", "人员": "walkers", "参加人员": "walkers", "走访人员": "walkers", "单位": "companions",
    "公里数": "km", "里程": "km", "步": "steps", "清理": "cleaned", "固定走访": "visits",
    "people": "walkers", "kilometres": "km", "kilometers": "km",
}  # fmt: skip
"""What people call a fact besides its key in either language."""

NONE = ("-", "—", "——", "无", "没有", "none")
"""What takes a fact out, in half-width forms."""

NEAR = 5
"""How many days with an entry are named where the one that was typed has none."""


def put_right_what(context: Context, words: Sequence[str], as_json: bool) -> int:
    """Put facts of a walk right, or the day of what was done to an issue. Raises as those do."""
    from minqing.cli.commands.redating import asked_day, put_day_right

    asked = asked_day(words)
    return put_day_right(context, asked, as_json) if asked else set_walk(context, words, as_json)


def set_walk(context: Context, words: Sequence[str], as_json: bool) -> int:
    """Put facts of the walk that the first words name right: ``11-16 步数 5200 天气 晴``.

    Raises ``MinqingError``: no such day (exit 3, with those near it), several entries of it, no such fact, a value
    that cannot be read.
    """
    day, given = _parted(words)
    return put_right(context, entry_of_day(context, day), given, as_json)


def put_right(context: Context, path: str, given: Mapping[str, Sequence[str]], as_json: bool) -> int:
    """Write what was ``given`` of the facts of an entry, as typed; what was reckoned from one of them follows it.

    What stands there already is said and not written again.
    """
    facts = {name: read_value(context, name, texts) for name, texts in given.items()}
    before = _entry(context, path)
    changed = _changed(context, before, facts)
    if not changed:
        return _already(context, before, facts, as_json)
    outcome = _carried(context, path, facts)
    shown = {name: {"from": _plain(getattr(before, name)), "to": _plain(value)} for name, value in changed.items()}
    said = [f"{path}  {_in_words(before, changed)}"]
    code = answer(context, outcome, path, (), as_json, said, more={"changed": shown})
    _tell_lengths(context, before, facts, changed)
    return code


def _carried(context: Context, path: str, facts: Mapping[str, object]) -> Any:
    from minqing.cli.withheld import carry
    from minqing.history.change import Change, Write
    from minqing.text.correct import set_facts
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    words = category_words(context.workspace.community)

    def plan() -> Change:
        reading = read_one(context.workspace, path)
        entry = _entry(context, path)
        changed = _changed(context, entry, facts)
        new = set_facts(reading, changed, context.file_language, category_names(context), words)
        with speaking(context.file_language):
            name = path.rpartition("/")[2].removesuffix(".md")
            subject = say("correcting.commit", name=name, facts=_in_words(entry, changed))
        return Change("set", subject, (Write(path, new),))

    return carry(context, plan)


# what was typed


def _parted(words: Sequence[str]) -> tuple[str, dict[str, list[str]]]:
    """The day, and what was said of each fact. Raises ``MinqingError`` where either is missing."""
    day: list[str] = []
    given: dict[str, list[str]] = {}
    name = ""
    for word in [part for typed in words for part in _split(typed)]:
        meant = fact_meant(word)
        if meant and not (name and not given[name]):
            name = meant
            given[name] = []
        elif name:
            given[name].append(word)
        else:
            day.append(word)
    if not day or not given or not all(given.values()):
        raise _usage(day)
    return " ".join(day), given


def _split(word: str) -> list[str]:
    """``步数=5200`` and ``步数:5200`` are two words, where the first is a fact."""
    for sign in ("=", ":"):
        name, found, value = half_width(word).partition(sign)
        if found and value and fact_meant(name):
            return [name, word[len(name) + 1 :]]
    return [word]


def _usage(day: Sequence[str]) -> MinqingError:
    names = say("stats.list-comma").join(say(f"show.{name}") for name in FACTS)
    return MinqingError("correcting.usage", MISUSE, names=names, given=" ".join(day))


def fact_meant(word: str) -> str:
    """The fact that a word names: its key in either language, or what people call it; else nothing."""
    from minqing.text.vocabulary import ENTRY_BY_WORD, ENTRY_KEYS

    plain = folded(word)
    found = next((key.id for key in ENTRY_KEYS if plain in (folded(key.id), folded(key.zh))), CALLED.get(plain, ""))
    return found if found in FACTS and found in ENTRY_BY_WORD else ""


def read_value(context: Context, name: str, texts: Sequence[str]) -> object:
    """The value of a fact as typed; ``-`` is none. Raises ``MinqingError`` for what cannot be read."""
    whole = one_line(" ".join(texts))
    names = name in ("walkers", "companions", "visits")
    if half_width(whole).lower() in NONE:
        return () if names else None
    if names:
        return read_names(context, name, texts)
    read = VALUES.get(name)
    return read(context, whole) if read else whole


def _count(context: Context, text: str) -> int:
    return number_of(text, say("show.cleaned"))


VALUES: Mapping[str, Callable[[Context, str], object]] = {
    "time": read_time,
    "steps": lambda context, text: read_steps(context, text, say("show.steps")),
    "km": lambda context, text: read_km(context, text, say("show.km")),
    "cleaned": _count,
}
"""How a value is read; all others are text."""


# which entry


def entry_of_day(context: Context, what: str) -> str:
    """The file of a day's walk, by day or by name (``2026-11-16-2``); a lone entry of another kind is meant, too."""
    from minqing.text.dates import parse_day
    from minqing.workspace.names import entry_name
    from minqing.workspace.scan import scan

    found = scan(context.root)
    named = entry_name(f"{half_width(what).rpartition('/')[2].removesuffix('.md')}.md")
    if named and named.path in [name.path for name, _ in found.named] and "-" in what[10:]:
        return next(path for name, path in found.named if name.path == named.path)
    day = parse_day(what, context.today, prefer="past")
    paths = [(name.kind, path) for name, path in found.named if name.day == day]
    walks = [path for kind, path in paths if kind == "walk"] or [path for _, path in paths]
    if not walks:
        raise _no_entry(day, {name.day for name, _ in found.named})
    if len(walks) == 1:
        return walks[0]
    from minqing.cli.commands.editing import one_of

    return one_of(context, walks)


def _no_entry(day: date, days: set[date]) -> MinqingError:
    near = sorted(sorted(days, key=lambda one: abs((one - day).days))[:NEAR])
    if not near:
        return MinqingError("correcting.nothing", NOT_FOUND, day=day)
    return MinqingError("correcting.no-entry", NOT_FOUND, day=day, near=say("stats.list-comma").join(map(str, near)))


def _entry(context: Context, path: str) -> Entry:
    from minqing.workspace.load import read_one

    entry = read_one(context.workspace, path).entry
    if entry is None:
        raise MinqingError("edit.unreadable", DIARY, path=path)
    return entry


# what follows


def _changed(context: Context, before: Entry, facts: Mapping[str, object]) -> dict[str, object]:
    """What is another value than before, with the length that was reckoned from it."""
    changed = {name: value for name, value in facts.items() if value != getattr(before, name)}
    for told, other in (("steps", "km"), ("km", "steps")):
        if told not in changed or other in facts:
            continue
        if other == "steps" and is_said(before.steps or 0):
            continue
        if length := _reckoned_at(context, before, other):
            changed[other] = _reckoned(other, changed[told], length)
    return changed


def _reckoned(name: str, told: Any, length: Decimal) -> object:
    if not told:
        return None
    return km_of(told, length) if name == "km" else steps_of(told, length)


def _reckoned_at(context: Context, entry: Entry, name: str) -> Decimal | None:
    """The metres a step that ``name`` of an entry was reckoned with; ``None`` where it was measured.

    It is not written down which it was: a length is taken for reckoned where the program would have come to it, with
    the usual step, or with the one that the walks measured then or measure now.
    """
    if not entry.steps or entry.km is None:
        return None
    others = [walk for walk in walks_of(context) if walk.path != entry.path]
    lengths = (STEP_LENGTH, step_length(others), step_length([walk for walk in others if walk.date < entry.date]))
    for length in lengths:
        if (km_of(entry.steps, length) == entry.km) if name == "km" else (steps_of(entry.km, length) == entry.steps):
            return length
    return None


# what is said


def _in_words(before: Entry, changed: Mapping[str, object]) -> str:
    """``步数 4773 → 5200,公里 2.86 → 3.12``."""
    pairs = ((name, getattr(before, name), changed[name]) for name in FACTS if name in changed)
    return say("stats.comma").join(f"{say(f'show.{name}')} {_shown(was)} → {_shown(now)}" for name, was, now in pairs)


def _shown(value: object) -> str:
    return say("correcting.none") if value in (None, ()) else fact_text(value)


def _plain(value: object) -> object:
    from minqing.reports.issue_json import number

    if isinstance(value, tuple):
        return list(value)
    return number(value) if isinstance(value, Decimal) else value


def _already(context: Context, entry: Entry, facts: Mapping[str, object], as_json: bool) -> int:
    if as_json:
        context.screen.json({"schema": 1, "entry": entry.path, "issues": [], "commit": None, "changed": {}})
        return 0
    told = say("stats.comma").join(f"{say(f'show.{name}')} {_shown(value)}" for name, value in facts.items())
    context.screen.line(say("correcting.already", path=entry.path, facts=told))
    return 0


def _tell_lengths(context: Context, before: Entry, facts: Mapping[str, object], changed: Mapping[str, Any]) -> None:
    """Say which length was reckoned anew, or that steps and kilometres can hardly belong together now."""
    for name in ("steps", "km"):
        if name in changed and name not in facts:
            key = "correcting.reckoned" if changed[name] is not None else "correcting.reckoned-gone"
            context.screen.message(say(key, name=say(f"show.{name}"), was=getattr(before, name)))
            return
    steps, km = (changed.get(name, getattr(before, name)) for name in ("steps", "km"))
    if {"steps", "km"} & changed.keys() and steps and km and not plausible(steps, km):
        length = (km * 1000 / steps).quantize(Decimal("0.01"))
        context.screen.message(say("correcting.doubt", steps=steps, km=km, length=length))
