"""A report made ready for a file: masked where it leaves the office, with its charts and its annex."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from minqing.domain.community import Community
from minqing.domain.records import Records
from minqing.domain.values import dataclass, replace
from minqing.reports.annex import annex_of
from minqing.reports.annex_values import Annex
from minqing.reports.document import Chart
from minqing.reports.handout import Handout, OwnFile
from minqing.reports.masking import masked_issue, masked_report
from minqing.reports.report import Report
from minqing.reports.report_text import Extent, report_blocks
from minqing.reports.summary import not_begun
from minqing.reports.templates import Templates
from minqing.text.privacy import masked as masked_text

WITHOUT_ANNEX = (".txt", ".json")
"""Forms that hold neither charts nor the ledger: what is behind the figures is not gathered for them.

Nor is it for a period that has not begun, whose report says just that.
"""


Tell = Callable[[int, int], None]
"""Is told how many steps of how many are done."""

STEPS = 5
"""Making a file: the report, what it stands on, the figures' traces, the annex, the file."""


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Office:
    """Where a report is made: the community, the day, its templates, its files, and whether it leaves the office.

    ``tell`` is told how far the making has come.
    """

    community: Community
    today: date
    templates: Templates
    own_file: OwnFile
    internal: bool = False
    tell: Tell = _silent


def handout_of(records: Records, report: Report, office: Office, ending: str) -> Handout:
    """The report as it is handed out in the form of ``ending``."""
    community = office.community
    annex = (
        Annex()
        if ending in WITHOUT_ANNEX or not_begun(report)
        else annex_of(records, report, community, lambda done: office.tell(done + 1, STEPS))
    )
    if not office.internal:
        staff = frozenset(person.name for person in community.people)
        report, annex = masked_report(report, staff), _masked_annex(annex, staff)
    blocks = report_blocks(report, community, Extent(repeats=10, annex=annex, fully=True))
    return Handout(
        report=report,
        blocks=tuple(blocks),
        community=community,
        masked=not office.internal,
        today=office.today,
        templates=office.templates,
        own_file=office.own_file,
        ledger=lambda: iter(annex.ledger),
        annex=annex,
    )


def _masked_annex(annex: Annex, staff: Collection[str]) -> Annex:
    """Issues and the names of places masked; keys and figures stay."""
    charts = {name: _masked_chart(chart, staff) for name, chart in annex.charts.items()}
    return replace(annex, ledger=tuple(masked_issue(state, staff) for state in annex.ledger), charts=charts)


def _masked_chart(chart: Chart, staff: Collection[str]) -> Chart:
    series = tuple(replace(each, name=masked_text(each.name, staff)) for each in chart.series)
    return replace(chart, series=series, text=masked_text(chart.text, staff))
