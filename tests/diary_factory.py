"""Entries and issues for tests, written the short way.

``raised("2026-11-02", "2026-11-05 close", tier="small")`` is an issue in an entry of its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.community import Community
from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.verbs import VERBS

COMMUNITY = Community()


def day(text: str) -> date:
    return date.fromisoformat(text)


def line(written: str) -> Progress:
    """``2026-11-05 extend 2026-11-20 text``; the argument only where the verb takes one."""
    when, verb, *rest = written.split()
    takes = VERBS[verb].argument is not None
    return Progress(day(when), verb, rest[0] if takes else None, " ".join(rest[takes:]))


def issue(*lines: str, **fields: Any) -> Issue:
    if isinstance(fields.get("due"), str):
        fields["due"] = day(fields["due"])
    fields.setdefault("id", "20261102-1")
    fields.setdefault("title", "窗前的路灯太亮")
    return Issue(progress=tuple(line(written) for written in lines), **fields)


def entry(when: str, *issues: Issue, **fields: Any) -> Entry:
    numbered = tuple(replace(i, id=f"{when.replace('-', '')}-{n}") for n, i in enumerate(issues, 1))
    if "km" in fields:
        fields["km"] = Decimal(fields["km"])
    return Entry(day(when), issues=numbered, path=f"diaries/{when[:4]}/{when}.md", **fields)


def raised(when: str, *lines: str, kind: str = "walk", **fields: Any) -> Entry:
    return entry(when, issue(*lines, **fields), kind=kind)


def state(on: str, when: str, *lines: str, **fields: Any) -> IssueState:
    """The issue raised on ``when`` as it stands on ``on``."""
    holder = raised(when, *lines, **fields)
    return fold_issue(holder.issues[0], holder, day(on), COMMUNITY)
