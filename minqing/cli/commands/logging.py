"""``minqing log``: a walk is written down, from flags, notes, questions or the editor."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.cli.commands.common import answer, not_far_off, number_of, number_text, split_names, why_not
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
    asks = context.asks and not yes and not as_json
    conversed = asks and notes is None and typed.is_empty
    try:
        draft = _gathered(context, notes, typed, asks)
        if dry_run or asks:
            _preview(context, draft, as_json)
        if dry_run:
            return 0
        if asks and not _agreed(context, draft):
            raise KeyboardInterrupt
    except (KeyboardInterrupt, EOFError):
        context.screen.message("\n" + say("log.kept" if conversed else "log.not-written"))
        return INTERRUPTED
    return _write(context, draft, as_json, anyway=asks, conversed=conversed)


def _gathered(context: Context, notes: str | None, typed: Typed, asks: bool) -> Draft:
    """What was typed in any of the ways. Raises ``MinqingError`` where that is nothing."""
    if notes is not None:
        text = read_notes_file(notes)
        if not text.strip() and typed.is_empty:
            raise MinqingError("log.empty-notes", MISUSE, path=notes)
        return draft_from(context, typed, text)
    if not typed.is_empty:
        return draft_from(context, typed, None)
    if asks:
        from minqing.cli.commands.questions import asked_walk

        return asked_walk(context, typed)
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


def _agreed(context: Context, draft: Draft) -> bool:
    from minqing.cli.asking import confirmed
    from minqing.workspace.load import existing_entry

    there = existing_entry(context.workspace.root, draft.entry.date, "walk")
    if there:
        return confirmed(say("log.second", day=draft.entry.date, path=there), default=False)
    return confirmed(say("log.write-it"))


def _write(context: Context, draft: Draft, as_json: bool, *, anyway: bool, conversed: bool) -> int:
    entry, outcome = write_entry(context, draft, anyway=anyway)
    if conversed:
        from minqing.cli.commands.questions import forget_session

        forget_session(context)
    ids = [issue.id for issue in entry.issues]
    said = [f"{entry.path}  {entry_subject(entry)}"]
    return answer(context, outcome, entry.path, ids, as_json, said)
