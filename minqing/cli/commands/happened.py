"""An event of the history in words: what a difference means to somebody who reads the diary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from minqing.domain.model import Entry, Issue, Progress
from minqing.history.events import Event
from minqing.messages import language, say
from minqing.reports.document import Block, Line
from minqing.text.differences import Difference, Value
from minqing.text.telling import Telling
from minqing.text.vocabulary import ENTRY_KEYS, ISSUE_KEYS, key_word

LINES_SHOWN = 20
"""So many lines of a line diff are shown of each file."""

_KEYS = {key.id: key for key in (*ISSUE_KEYS, *ENTRY_KEYS)}
_SHOWN_ACTIONS = frozenset({"edit", "fix", "undo", "redo", "import", "init", "sync", "merge", "renumber"})


def field_word(field: str, language: str) -> str:
    """A field's name in ``language``; of the settings too."""
    if field in _KEYS:
        return key_word(_KEYS[field], language)
    from minqing.workspace.settings_table import SETTINGS

    return next((one.zh for one in SETTINGS if one.id == field and language == "zh"), field)


def in_words(event: Event, telling: Telling) -> str:
    """What happened in one line, without who and when."""
    if event.action == "merge" and not event.differences:
        return say("history.merged", subject=event.commit.subject)
    told = [said for one in event.differences if (said := _said(one, event, telling))]
    lines = [one for one in event.differences if one.kind.startswith("text_")]
    if lines:
        added = sum(one.kind == "text_added" for one in lines)
        told.append(say("history.text", file=event.file, added=added, gone=len(lines) - added))
    said = say("history.and").join(told)
    action = _action(event)
    return say("history.did", action=action, said=said) if action else said


def about(event: Event, telling: Telling) -> str:
    """``in_words``, with the issue it is about."""
    said = in_words(event, telling)
    if not event.issue:
        return said
    key = "history.about" if event.title and event.title not in said else "history.about-id"
    return say(key, issue=event.issue, said=said, title=event.title)


def _action(event: Event) -> str:
    if event.by_hand:
        return say("history.by-hand")
    return say(f"history.action-{event.action}") if event.action in _SHOWN_ACTIONS else ""


def _said(one: Difference, event: Event, telling: Telling) -> str:
    if isinstance(one.new, Progress) and one.kind == "line_added":
        return _line(one.new, event.commit.written.day, telling)
    if one.kind == "field_changed":
        old, new = (_short(one.field, value, event, telling) for value in (one.old, one.new))
        return say("history.field", field=field_word(one.field, telling.language), old=old, new=new)
    if one.kind.startswith("line_"):
        old, new = telling.value("", one.old), telling.value("", one.new)
        return say(f"history.{one.kind.replace('_', '-')}", old=old, new=new)
    if one.kind.startswith("issue_"):
        return _of_issue(one, event, telling)
    if one.kind.startswith("entry_"):
        return _of_entry(one, telling)
    return _of_body(one) if one.kind == "body_changed" else ""


def _line(line: Progress, committed: date, telling: Telling) -> str:
    """A line of progress; its date only where it is not the day it was committed on."""
    written = telling.value("", line).partition(" ")[2]
    if line.date == committed:
        return say("history.line-added", line=written)
    return say("history.line-added-day", line=written, day=_day(line.date, committed))


def _short(field: str, value: Value, event: Event, telling: Telling) -> str:
    if isinstance(value, date):
        return _day(value, event.commit.written.day)
    return telling.value(field, value) or say("history.empty")


def _day(day: date, beside: date) -> str:
    """A date, without its year where that is the commit's."""
    return f"{day:%m-%d}" if day.year == beside.year else day.isoformat()


def _of_issue(one: Difference, event: Event, telling: Telling) -> str:
    if one.kind == "issue_moved":
        return say("history.issue-moved", old=_name(one.old_file), new=_name(one.new_file))
    issue = one.new if one.kind == "issue_added" else one.old
    if not isinstance(issue, Issue):
        return ""
    said = [say(f"history.{one.kind.replace('_', '-')}", title=issue.title)]
    if one.kind == "issue_added":
        said += [_line(line, event.commit.written.day, telling) for line in issue.progress]
    return say("history.and").join(said)


def _of_entry(one: Difference, telling: Telling) -> str:
    if one.kind == "entry_moved":
        return say("history.entry-moved", old=_name(one.old_file), new=_name(one.new_file))
    entry = one.new if one.kind == "entry_added" else one.old
    if not isinstance(entry, Entry):
        return ""
    word = one.kind.replace("_", "-")
    return say(f"history.{word}", day=entry.date, kind=say(f"words.{entry.kind}"))


def _name(path: str) -> str:
    return PurePosixPath(path).name


def _of_body(one: Difference) -> str:
    added, gone = _counts(str(one.old or ""), str(one.new or ""))
    return say("history.body", added=added, gone=gone)


def _counts(old: str, new: str) -> tuple[int, int]:
    """Lines that came and lines that went."""
    from collections import Counter

    was, now = Counter(old.splitlines()), Counter(new.splitlines())
    return (now - was).total(), (was - now).total()


def blocks(events: Sequence[Event], telling: Telling, today: date, *, of_issue: bool) -> Iterator[Block]:
    """Events one line each, newest first; those of one commit together, a line diff below its line."""
    last = ""
    for event in events:
        said = in_words(event, telling) if of_issue else _with_what(event, in_words(event, telling))
        if event.commit.id == last:
            yield Line(said, indent=4)
        else:
            yield Line(say("history.line", author=event.commit.author, day=_when(event, today), said=said))
        last = event.commit.id
        yield from _diff(event)


def _with_what(event: Event, said: str) -> str:
    """What happened, with the issue or the page it happened to, unless that is said already."""
    if event.issue:
        key = "history.about" if event.title and event.title not in said else "history.about-id"
        return say(key, issue=event.issue, said=said, title=event.title)
    if any(one.kind in ("field_changed", "body_changed") for one in event.differences):
        return say("history.about-id", issue=PurePosixPath(event.file).stem, said=said)
    return said


def _when(event: Event, today: date) -> str:
    day = event.commit.written.day
    word = "history.day" if day.year == today.year else "history.day-year"
    wide = "d" if language() == "zh" else "02d"
    return say(word, year=day.year, month=format(day.month, wide), day=format(day.day, wide))


def _diff(event: Event) -> Iterator[Block]:
    """The lines that went and came, of what somebody changed by hand: a command knows what it wrote."""
    lines = [one for one in event.differences if one.kind.startswith("text_") and event.by_hand]
    for one in lines[:LINES_SHOWN]:
        word, tone = ("gone-line", "bad") if one.kind == "text_deleted" else ("new-line", "good")
        yield Line(say(f"history.{word}", line=str(one.old or one.new or "").expandtabs()), tone, 6)
    if len(lines) > LINES_SHOWN:
        yield Line(say("history.more-lines", count=len(lines) - LINES_SHOWN), "dim", 6)
