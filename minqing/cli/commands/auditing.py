"""``minqing audit``: what a checker asks of the history, with commit, file and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from minqing.cli.commands.common import number_of
from minqing.cli.commands.happened import field_word
from minqing.cli.context import Context
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.messages import language, say
from minqing.reports.document import Block, Heading, Line

if TYPE_CHECKING:
    from minqing.history.audit import Audit
    from minqing.history.findings import Finding

ALIKE_SHOWN = 3
"""So many findings of one kind are shown of a commit; the others are counted. JSON has all."""

MOST_DAYS = 99_999


def show_audit(context: Context, *, days: str | None = None, as_json: bool = False) -> int:
    """Show what the history holds against the diary; answers 1 when that is anything.

    Raises ``MinqingError`` where there is no history or git refuses.
    """
    from minqing.cli.indexing import Progress
    from minqing.history.audit import audit

    clock = max(context.today, date.today())
    cached = context.env.get("MINQING_INDEX", "").strip().lower() != "no"
    with closing(Progress("audit.judging")) as progress:
        found = audit(context.workspace, clock, days=_days(days), cached=cached, tell=progress.tell)
    if as_json:
        context.screen.json(_audit_dict(found))
    else:
        context.screen.draw(_blocks(found))
    return DIARY if found.findings else 0


def _days(typed: str | None) -> int | None:
    if typed is None:
        return None
    try:
        number = number_of(typed.removesuffix("天"), "--days")
    except MinqingError:
        number = MOST_DAYS + 1
    if number > MOST_DAYS:
        raise MinqingError("audit.days", MISUSE, value=typed)
    return number


def _audit_dict(found: Audit) -> dict[str, object]:
    """What ``audit --json`` answers."""
    return {
        "schema": 1,
        "commits": found.commits,
        "days": found.days,
        "findings": [_finding_dict(one) for one in found.findings],
        "notes": [_finding_dict(one) for one in found.notes],
    }


def _finding_dict(one: Finding) -> dict[str, object]:
    return {
        "kind": one.kind,
        "commit": one.commit,
        "date": one.date,
        "time": one.time,
        "author": one.author,
        "file": one.file,
        "line": one.line,
        "issue": one.issue,
        "detail": detail(one),
    }


def detail(one: Finding) -> str:
    """A finding in words, without where and who."""
    params = dict(one.params)
    if "field" in params:
        params["field"] = field_word(params["field"], language())
    params |= {name: value or say("history.empty") for name, value in params.items()}
    return say(f"audit.{one.why}", **params)


def _blocks(found: Audit) -> Iterator[Block]:
    """The findings, those of one kind and commit together; then the notes; the summary last."""
    for _, alike in groupby(found.findings, key=lambda one: (one.kind, one.commit)):
        yield from _alike(list(alike))
    for heading, notes in _noted(found.notes):
        yield Heading(say(heading), 2)
        yield from (Line(_note(one), "dim", 2) for one in notes)
    key = "audit.summary" if found.findings else "audit.clean"
    yield Line(say(key, commits=found.commits, count=len(found.findings), days=found.days))


def _noted(notes: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The notes under their headings: first the numbers of persons that somebody has let in, with the reason."""
    private = [one for one in notes if one.kind == "private"]
    others = [one for one in notes if one.kind != "private"]
    yield from ((key, some) for key, some in (("audit.allowed", private), ("audit.notes", others)) if some)


def _alike(findings: Sequence[Finding]) -> Iterator[Block]:
    for one in findings[:ALIKE_SHOWN]:
        kind = say(f"audit.kind-{one.kind}")
        where = f"{_where(one)}: " if one.file else ""
        issue = f"{one.issue} " if one.issue else ""
        yield Line(f"{where}{kind}: {issue}{detail(one)}", "bad")
        if one.commit:
            yield Line(_who(one), "dim", 2)
    if len(findings) > ALIKE_SHOWN:
        yield Line(say("audit.more", count=len(findings) - ALIKE_SHOWN), "bad", 2)


def _where(one: Finding) -> str:
    return say("audit.where", file=one.file, line=one.line) if one.line else str(one.file)


def _who(one: Finding) -> str:
    return say("audit.who", author=one.author, date=one.date, commit=(one.commit or "")[:10])


def _note(one: Finding) -> str:
    return f"{detail(one)}({_who(one)})" if one.commit else detail(one)
