"""Making the annex of a report: from the records the report was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minqing.domain.community import Community
from minqing.domain.count import Window
from minqing.domain.records import Records
from minqing.reports.annex_values import Annex
from minqing.reports.charts import Drawn, drawn_charts, trend_start
from minqing.reports.figures import Figures
from minqing.reports.ground import Ground, ground_of
from minqing.reports.report import Report, year_up_to
from minqing.reports.trace import Trace, traces


def annex_of(
    records: Records, report: Report, community: Community, tell: Callable[[int], None] = lambda done: None
) -> Annex:
    """The annex of a report made from the same records; ``tell`` is told the steps (three) that are done."""
    ground = report_ground(records, report, community)
    tell(1)
    earlier = list(_earlier(records, report, community))
    tell(2)
    drawn = drawn_charts(report, ground, community)
    found = traces(report, ground, earlier, community) | _behind(drawn)
    tell(3)
    return Annex(ground.concerned, {each.name: each.chart for each in drawn}, found)


def charts_alone(records: Records, report: Report, community: Community) -> Annex:
    """The charts without what is behind their figures."""
    drawn = drawn_charts(report, report_ground(records, report, community), community)
    return Annex(charts={each.name: each.chart for each in drawn})


def report_ground(records: Records, report: Report, community: Community) -> Ground:
    """What a report stands on, as far back as its charts and its repeats reach."""
    day = report.figures.as_of
    since = min(trend_start(report), year_up_to(Window(day, report.period.start)))
    return ground_of(records, report.period, day, community, since)


def _earlier(records: Records, report: Report, community: Community) -> Iterator[tuple[str, Figures, Ground]]:
    for name, figures, period in (
        ("previous", report.previous, report.period.previous()),
        ("year_ago", report.year_ago, report.period.year_ago()),
    ):
        if figures is not None:
            yield name, figures, ground_of(records, period, figures.as_of, community)


def _behind(drawn: list[Drawn]) -> dict[str, Trace]:
    return {key: trace for each in drawn for key, trace in each.traces.items()}
