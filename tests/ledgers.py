"""Ledgers for tests: a few matters that touch every column, and what is needed to write them into a file."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
from diary_factory import COMMUNITY, day, entry, issue, raised

from minqing.domain.community import Community
from minqing.domain.count import Window
from minqing.domain.period import Period
from minqing.reports.ledger import Extent, ledger_states

TODAY = day("2026-12-20")
NOVEMBER = Period.month(2026, 11)
NAMED = replace(COMMUNITY, name="幸福里社区")

ENTRIES = [
    raised(
        "2026-09-07", "2026-09-10 close 换了灯泡", "2026-10-12 reopen", "2026-11-16 close 换了灯罩",
        tier="small", owner="李楼长", place="5号楼", category="facility", due="2026-09-07", households=12,
        cost=Decimal("85.50"),
    ),
    raised("2026-10-12", "2026-10-20 close", "2026-11-25 followup fair", tier="large", category="dispute"),
    entry(
        "2026-11-02",
        issue(due="2026-11-09", place="3号楼", reporter="老爷子", category="property", tier="medium", source="heard"),
        issue("2026-11-03 note 看过", "2026-11-04 regrade large", "2026-11-05 refer 城管执法队 已移交", tier="small"),
        kind="visit",
    ),
    raised("2026-11-20", "2026-11-21 contact", "2026-11-22 park 2026-12-31", kind="hotline", category="safety",
           ticket="GD-0001", due="2026-11-27"),
    raised("2026-12-07", tier="small"),
]  # fmt: skip
"""A matter closed again, one followed up, one overdue, one referred, one parked, one after November."""


def extent(
    period: Period | None = NOVEMBER, community: Community = NAMED, today: date = TODAY, **more: object
) -> Extent:
    """What a ledger of the period is about."""
    end = min(period.end, today) if period else today
    return Extent(community, Window(end, period.start if period else None), period, **more)  # type: ignore[arg-type]


def states(of: Extent, entries: object = ENTRIES):
    """The matters of a ledger."""
    inside = [e for e in entries if e.date <= of.window.day]
    return list(ledger_states(inside, of, lambda state: True))


def opened(raw: bytes, **how: object):
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(raw), **how)
