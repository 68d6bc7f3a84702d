"""What was understood of notes, fact by fact with the line it came from: before it is written, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from minqing.messages import say
from minqing.reports.document import Block, Column, Line, Row, Table

if TYPE_CHECKING:
    from minqing.classify.notes.header.facts import Fact
    from minqing.classify.notes.paste import Notes
    from minqing.domain.community import Community


def understood_blocks(notes: Notes, promises: Sequence[Promised] = ()) -> list[Block]:
    """A table of line, what was read from it, and the value; the lines that went into the body below it.

    ``promises`` are the days that were named for some of the matters.
    """
    rows = sorted((*_fact_rows(notes), *_issue_rows(notes), *_promise_rows(promises)), key=lambda row: row[0])
    columns = (Column(say("log.line"), right=True), Column(say("log.read-as")), Column(say("log.value"), flexible=True))
    table = Table(columns, tuple(Row((str(line), what, value)) for line, what, value in rows))
    return [*([table] if rows else []), *_body_blocks(notes)]


class Promised(NamedTuple):
    """By when something was promised of the matter of a line, and the words that say so."""

    line: int
    due: date
    words: str


def promises_of(notes: Notes, day: date, community: Community) -> list[Promised]:
    """What was promised in the notes of a walk on ``day``, matter by matter; one that was settled waits for nothing."""
    from minqing.classify.sentence.promised import promise_in

    found = [(issue, promise_in(issue.title, day, community)) for issue in notes.issues if not issue.closed]
    return [Promised(issue.lines[-1], promise.due, promise.words) for issue, promise in found if promise]


def _promise_rows(promises: Sequence[Promised]) -> Iterator[tuple[int, str, str]]:
    for line, due, words in promises:
        yield line, say("log.fact-due"), say("log.from-words", value=due.isoformat(), words=words)


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
        marks = f"{say('log.closed-mark') * issue.closed}{say('log.doubted-mark') * issue.doubted}"
        yield issue.line, what, f"{issue.title}{marks}{lines}"


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


def understood_dict(notes: Notes, promises: Sequence[Promised] = ()) -> dict[str, Any]:
    """The same for programs: ``understood`` fact by fact, ``issue_lines`` and ``body_lines``."""
    told = [(f.line, f.name, f.text, f.value) for f in notes.facts]
    told = sorted([*told, *((p.line, "due", p.words, p.due) for p in promises)], key=lambda fact: fact[0])
    return {
        "understood": [
            {"line": line, "fact": name, "text": text, "value": _json_value(value)} for line, name, text, value in told
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
