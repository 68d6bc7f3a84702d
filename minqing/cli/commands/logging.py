"""``minqing log``: a walk is written down, from flags, notes, questions or the editor."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.cli.commands.common import answer, not_far_off, number_of, number_text, split_names, told_outcome, why_not
from minqing.cli.commands.composing import issue_from, issue_preview, told_from_note, told_from_text
from minqing.cli.commands.entries import Draft, entry_subject, walk_lines, write_entry
from minqing.cli.context import Context
from minqing.domain.errors import INTERRUPTED, MISUSE, MinqingError
from minqing.domain.model import Entry
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.messages import say
from minqing.text.brought import decoded
from minqing.text.normal import half_width, one_line


@dataclass(frozen=True, slots=True)
class Typed:
    """The flags of ``log`` as typed."""

    date: str | None = None
    time: str | None = None
    weather: str | None = None
    route: str | None = None
    steps: str | None = None
    km: str | None = None
    walkers: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    text: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing but perhaps the date was given."""
        return replace(self, date=None) == Typed()


def log_walk(
    context: Context,
    notes: str | None,
    typed: Typed,
    *,
    editor: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Write a walk down as a new entry in one commit.

    Raises ``MinqingError``: a flag that cannot be read, notes that are no text, nothing to write.
    """
    if editor and not dry_run:
        from minqing.cli.commands.editing import log_in_editor

        text = None if notes is None else read_notes_file(notes)
        return log_in_editor(context, draft_from(context, typed, text), as_json)
    if context.asks and not yes and not as_json and not (dry_run and (notes or not typed.is_empty)):
        return _by_talking(context, notes, typed, dry_run)
    draft = _gathered(context, notes, typed)
    if dry_run:
        _preview(context, draft, as_json)
        return 0
    return _write(context, draft, as_json)


def _by_talking(context: Context, notes: str | None, typed: Typed, dry_run: bool) -> int:
    """A person is asked for what is missing, shown what was understood, and only then it is written."""
    from minqing.cli.talk.session import forget
    from minqing.cli.talk.walk import talked

    try:
        session, draft, decision = talked(context, typed, _notes_of(notes, typed))
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    if dry_run:
        context.screen.message(say("log.kept"))
        return 0
    code = _in_editor(context, draft) if decision == "edit" else _write(context, draft, as_json=False, asked=True)
    forget(context, session)
    return code


def _in_editor(context: Context, draft: Draft) -> int:
    """The entry in the editor; one that touches other issues too is written first and opened then."""
    from minqing.cli.commands.editing import edit_entry, log_in_editor

    if draft.into is None and not any(told.follows for told in draft.told):
        return log_in_editor(context, draft, as_json=False)
    entry, outcome = write_entry(context, draft, anyway=True)
    told_outcome(context, outcome)
    return edit_entry(context, entry.path, as_json=False)


def _notes_of(name: str | None, typed: Typed) -> str | None:
    """The text of a notes file. Raises ``MinqingError`` where there is nothing to write."""
    text = None if name is None else read_notes_file(name)
    if text is not None and not text.strip() and typed.is_empty:
        raise MinqingError("log.empty-notes", MISUSE, path=name)
    return text


def _gathered(context: Context, notes: str | None, typed: Typed) -> Draft:
    """What was typed in any of the ways. Raises ``MinqingError`` where that is nothing."""
    if notes is not None:
        return draft_from(context, typed, _notes_of(notes, typed))
    if not typed.is_empty:
        return draft_from(context, typed, None)
    piped = read_notes_file("-") if _is_piped() else ""
    draft = draft_from(context, replace(typed, date=typed.date or "today"), piped) if piped.strip() else None
    if draft and (draft.told or replace(draft.entry, body="") != Entry(draft.entry.date)):
        return draft_from(context, typed, piped)
    raise MinqingError("log.nothing", MISUSE)


def _is_piped() -> bool:
    """Whether notes wait on stdin; an open pipe that nobody writes into must not be waited for."""
    import os
    import select
    import stat
    import sys

    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
        if stat.S_ISFIFO(mode) and sys.platform != "win32":
            return bool(select.select([sys.stdin], [], [], 0.2)[0])
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(mode)


def read_notes_file(name: str) -> str:
    """The notes of a file or of stdin (``-``), UTF-8 or GBK. Raises ``MinqingError`` for what is no text."""
    import sys
    from pathlib import Path

    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as refused:
        raise MinqingError("log.no-file", MISUSE, path=name, why=why_not(refused)) from None
    return decoded(raw, name)


def draft_from(context: Context, typed: Typed, notes: str | None) -> Draft:
    """The walk as the notes have it, with the flags over it."""
    draft = _noted(context, notes, typed.date is not None) if notes is not None else Draft(Entry(context.today))
    entry = draft.entry
    facts: dict[str, Any] = {
        name: read(context, value) for name, read in READERS.items() if (value := getattr(typed, name)) is not None
    }
    lists: dict[str, Any] = {n: split_names(v) for n in ("walkers", "companions", "visits") if (v := getattr(typed, n))}
    told = tuple(told_from_text(context, text) for text in typed.issues)
    body = "\n".join(part for part in (entry.body, typed.text) if part)
    return Draft(replace(entry, **facts, **lists, body=body), (*draft.told, *told))


def _noted(context: Context, text: str, dated: bool) -> Draft:
    from minqing.classify.notes import read_notes

    notes = read_notes(text, context.today, context.workspace.community)
    entry = Entry(
        notes.date or (context.today if dated else _undated(context, text)),
        time=notes.time, weather=notes.weather, route=notes.route, steps=notes.steps, km=notes.km,
        walkers=notes.walkers, companions=notes.companions, visits=notes.visits, body=notes.body,
    )  # fmt: skip
    return Draft(entry, tuple(told_from_note(n) for n in notes.issues))


_NUMBER = "[0-9〇一二三四五六七八九十]{1,4}"
_LIKE_A_DATE = pattern(rf"\s*(?:{_NUMBER}年)?{_NUMBER}月{_NUMBER}[日号]|\s*\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}")


def _undated(context: Context, notes: str) -> date:
    """The day of notes that name none: asked for in a terminal, else today, and that is said.

    A first line that begins like a date and is none is refused (``MinqingError``).
    """
    first = next((line for line in notes.splitlines() if line.strip()), "")
    if found := _LIKE_A_DATE.match(half_width(first)):
        raise MinqingError("log.date-unread", MISUSE, text=found[0].strip(), line=first.strip())
    if context.asks:
        from minqing.cli.asking import ask_until

        return ask_until(say("log.ask-date"), lambda given: read_date(context, given), context.today.isoformat())
    context.screen.message(say("log.undated", day=context.today))
    return context.today


def read_date(context: Context, value: str) -> date:
    """The day of a walk: a bare weekday is the latest past one."""
    from minqing.text.dates import parse_day

    return not_far_off(context, parse_day(value, context.today, prefer="past"))


_TIME = pattern(r"(\d{1,2}):(\d{2})\s*[-~–—到至]\s*(\d{1,2}):(\d{2})")


def read_time(context: Context, value: str) -> str:
    """A span of time as typed, as ``HH:MM-HH:MM``. Raises ``MinqingError`` for what is none."""
    found = _TIME.fullmatch(half_width(value))
    if found:
        hours = [int(n) for n in found.groups()]
        if max(hours[0], hours[2]) < 24 and max(hours[1], hours[3]) < 60:
            return "{:02}:{:02}-{:02}:{:02}".format(*hours)
    raise MinqingError("log.time", MISUSE, value=value)


def read_km(context: Context, value: str, name: str = "--km") -> Decimal:
    """Kilometres as typed. Raises ``MinqingError`` for what is no length of a walk."""
    plain = number_text(value)
    if re.fullmatch(r"\d{1,4}(\.\d{1,3})?", plain, re.ASCII):
        return Decimal(plain)
    raise MinqingError("cli.km", MISUSE, option=name, value=value)


def _text(context: Context, value: str) -> str | None:
    return one_line(value) or None


def _steps(context: Context, value: str) -> int:
    return number_of(value, "--steps")


READERS: dict[str, Callable[[Context, str], object]] = {
    "date": read_date,
    "time": read_time,
    "weather": _text,
    "route": _text,
    "steps": _steps,
    "km": read_km,
}
"""How each fact of a walk is read from what was typed."""


def _preview(context: Context, draft: Draft, as_json: bool) -> None:
    """Show what was understood, before it is written."""
    entry = draft.entry
    issues = tuple(issue_from(context, t, entry.date, n, "walk") for n, t in enumerate(draft.told, 1))
    if as_json:
        from minqing.reports.issue_json import draft_dict

        context.screen.json({"schema": 1, **draft_dict(replace(entry, issues=issues)), "commit": None})
        return
    context.screen.draw(walk_lines(entry))
    if issues:
        context.screen.draw((issue_preview(context, issues),))


def _write(context: Context, draft: Draft, as_json: bool, *, asked: bool = False) -> int:
    """Write a walk and answer it. ``asked``: a person has seen it, its repeats too."""
    from minqing.cli.commands.repeating import repeats_json, tell_repeats

    entry, outcome = write_entry(context, draft, anyway=asked)
    ids = [issue.id for issue in entry.issues]
    said = [f"{entry.path}  {entry_subject(entry)}"]
    more = repeats_json(context, entry.issues) if as_json else None
    code = answer(context, outcome, entry.path, ids, as_json, said, more=more)
    if not asked and not as_json:
        tell_repeats(context, entry.issues)
    return code
