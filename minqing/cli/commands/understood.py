"""What was understood of notes, fact by fact with the line it came from: before it is written, and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from minqing.messages import say
from minqing.reports.document import Block, Column, Line, Row, Table

if TYPE_CHECKING:
    from minqing.classify.facts import Fact
    from minqing.classify.notes import Notes


def understood_blocks(notes: Notes) -> list[Block]:
    """A table of line, what was read from it, and the value; the lines that went into the body below it."""
    rows = sorted((*_fact_rows(notes), *_issue_rows(notes)), key=lambda row: row[0])
    columns = (Column(say("log.line"), right=True), Column(say("log.read-as")), Column(say("log.value"), flexible=True))
    table = Table(columns, tuple(Row((str(line), what, value)) for line, what, value in rows))
    return [*([table] if rows else []), *_body_blocks(notes)]


def _fact_rows(notes: Notes) -> Iterator[tuple[int, str, str]]:
    for fact in notes.facts:
        what = say(f"log.fact-{fact.name}")
        yield fact.line, what, _with_words(fact)


def _with_words(fact: Fact) -> str:
    """The value, with the words it was read from where they look different."""
    value = _value_text(fact.value)
    return value if value == fact.text else say("log.from-words", value=value, words=fact.text)


def _value_text(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _issue_rows(notes: Notes) -> Iterator[tuple[int, str, str]]:
    for number, issue in enumerate(notes.issues, 1):
        what = say("log.fact-issue", number=number)
        lines = say("log.and-lines", lines=_numbers(issue.lines[1:])) if len(issue.lines) > 1 else ""
        yield issue.line, what, f"{issue.title}{say('log.closed-mark') if issue.closed else ''}{lines}"


def _numbers(lines: tuple[int, ...]) -> str:
    return "、".join(map(str, lines))


def _body_blocks(notes: Notes) -> Iterator[Block]:
    if notes.body_lines:
        yield Line(say("log.into-body", lines=spans(notes.body_lines)))


def spans(lines: tuple[int, ...]) -> str:
    """Numbers of lines with runs drawn together: 3-5、9."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return "、".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def understood_dict(notes: Notes) -> dict[str, Any]:
    """The same for programs: ``understood`` fact by fact, ``issue_lines`` and ``body_lines``."""
    return {
        "understood": [
            {"line": f.line, "fact": f.name, "text": f.text, "value": _json_value(f.value)} for f in notes.facts
        ],
        "issue_lines": [list(issue.lines) for issue in notes.issues],
        "body_lines": list(notes.body_lines),
    }


def _json_value(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if value is None or isinstance(value, (int, str)):
        return value
    return value.isoformat() if isinstance(value, date) else float(str(value))
