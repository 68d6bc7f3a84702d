"""``minqing ledger``: the ledger (民情台账) of a period or of what a filter finds, shown or made into a file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from minqing.cli.commands.common import day_asked, tell_left_out
from minqing.cli.context import Context
from minqing.cli.indexing import Progress
from minqing.domain.count import Window
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.fold import IssueState
from minqing.domain.model import Entry
from minqing.domain.period import Period
from minqing.messages import say
from minqing.reports.document import Block, Column, Heading, Line, Row, Table
from minqing.reports.figures import last_day
from minqing.reports.ledger import PLACES, Extent, ledger_dict, ledger_states, row_of
from minqing.reports.words import period_in_words

if TYPE_CHECKING:
    from minqing.workspace.saving import Target

ENDINGS = (".xlsx", ".csv")
"""What a ledger can be saved as."""

SHOWN = ("id", "raised", "place", "title", "tier", "owner", "due", "state")
"""The columns that a screen has room for."""

FLEXIBLE = ("title", "owner")

A_WHILE = 50
"""Entries after which a person is told how far it has come."""


def show_ledger(
    context: Context, terms: Sequence[str], *, out: str | None, as_of: str | None, internal: bool, as_json: bool
) -> int:
    """The matters of the period that ``terms`` begin with, or all of them, that all other terms find.

    Raises ``MinqingError`` for a filter that cannot be read and a place where no file can be saved.
    """
    from minqing.cli.commands.saving import target_of

    where = target_of(context, out, ENDINGS) if out else None
    extent = _extent(context, terms, as_of, internal)
    if where is not None:
        _save(context, where, extent)
        return tell_left_out(context)
    states = list(matters(context, extent))
    if as_json:
        context.screen.json(ledger_dict(states, extent))
    else:
        context.screen.draw(_blocks(states, extent))
    return tell_left_out(context)


def _extent(context: Context, terms: Sequence[str], as_of: str | None, internal: bool) -> Extent:
    """What the ledger is about: the period that the terms begin with, the days it counts, the filter that is left."""
    asked = day_asked(context, as_of) if as_of else None
    period, rest = _period_first(terms, context.today)
    if period and period.start > context.today:
        raise MinqingError("ledger.future", MISUSE, period=period_in_words(period))
    window = Window(last_day(period, asked, context.today), period.start if period else None)
    return Extent(context.diary.workspace.community, window, period, tuple(rest), masked=not internal)


def _period_first(terms: Sequence[str], today: date) -> tuple[Period | None, Sequence[str]]:
    """The period in the first words, if they are one, and the terms behind it. A single day is none but text."""
    from minqing.text.dates import parse_period

    for count in range(len(terms), 0, -1):
        try:
            found = parse_period(" ".join(terms[:count]), today)
        except MinqingError as error:
            if count == 1 and error.code != "dates.not-a-period":
                raise
        else:
            return (found, terms[count:]) if found.kind != "day" else (None, terms)
    return None, terms


def matters(context: Context, extent: Extent, entries: Iterable[Entry] | None = None) -> Iterator[IssueState]:
    """The matters, with what residents must not be known by covered unless the ledger is an internal one."""
    from minqing.text.filters import parse_filters

    wanted = parse_filters(extent.terms, extent.window.day, extent.community)
    found = ledger_states(
        context.diary.entries(None, extent.window.day) if entries is None else entries,
        extent,
        lambda state: all(term.matches(state) for term in wanted.terms),
    )
    if not extent.masked:
        return found
    from minqing.reports.masking import masked_issue

    staff = frozenset(person.name for person in extent.community.people)
    return (masked_issue(state, staff) for state in found)


def _save(context: Context, where: Target, extent: Extent) -> None:
    from minqing.cli.commands.saving import hand_out

    with closing(Progress("ledger.writing")) as progress:
        states, first = itertools.tee(matters(context, extent, _told(context, extent, progress)))
        is_empty = next(first, None) is None
        del first  # what it would keep is a whole ledger
        content = _made(where.ending, states, extent, context.today)
    hand_out(context, where, lambda: content, "saving.saved-masked" if extent.masked else "saving.saved-internal")
    if is_empty:
        context.screen.message(say("ledger.none"))


def _told(context: Context, extent: Extent, progress: Progress) -> Iterator[Entry]:
    """The entries of the ledger's days, while a person is shown how far it has come."""
    diary, day = context.diary, extent.window.day
    total = diary.walked(None, day, extent.community.weekday).entries
    for done, entry in enumerate(diary.entries(None, day)):
        if done % A_WHILE == 0:
            progress.tell(done, total)
        yield entry
    progress.tell(total, total)


def _made(ending: str, states: Iterable[IssueState], extent: Extent, today: date) -> bytes:
    if ending == ".csv":
        from minqing.reports.media.ledger_csv import ledger_csv

        return ledger_csv(states, extent)
    from tempfile import TemporaryDirectory

    from minqing.reports.media.ledger_book import ledger_xlsx

    with TemporaryDirectory(prefix="minqing-") as folder:  # nothing of it stays behind, whatever happens
        return ledger_xlsx(states, extent, today, folder)


def _blocks(states: Sequence[IssueState], extent: Extent) -> list[Block]:
    """The ledger on a screen: its main columns, and whether personal data is covered."""
    if not states:
        return [Line(say("ledger.none"))]
    columns = tuple(Column(say(f"ledger.col-{id}"), flexible=id in FLEXIBLE) for id in SHOWN)
    rows = tuple(_row(state, extent) for state in states)
    footer = say("ledger.footer", count=len(states), masked=extent.openness)
    return [Heading(extent.title), Table(columns, rows), Line(footer, "dim")]


def _row(state: IssueState, extent: Extent) -> Row:
    cells = row_of(state, extent)
    shown = tuple(str("-" if cells[PLACES[id]] is None else cells[PLACES[id]]) for id in SHOWN)
    return Row(shown, "bad" if state.overdue else "plain")
