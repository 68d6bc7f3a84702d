"""Handouts for tests: the report of the matters in ``ledgers``, with charts, ready to be rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ledgers import ENTRIES, NAMED, NOVEMBER, TODAY, states

from minqing.domain.community import Community
from minqing.domain.period import Period
from minqing.reports.document import BARS, HEAT, LINE, STACKED, Block, Chart, Series
from minqing.reports.handout import Handout
from minqing.reports.ledger import report_extent
from minqing.reports.report import build_report
from minqing.reports.report_text import report_blocks
from minqing.reports.templates import Templates

MONTHS = tuple(f"{n}月" for n in range(1, 7))
CHARTS = (
    Chart(BARS, "各月提出", MONTHS, (Series("提出", (3, 1, 4, 1, 5, 9)),), "件", "六月最多,九件", "trend"),
    Chart(
        STACKED,
        "层级与类别",
        MONTHS,
        (Series("小事", (1, 2, 3, 4, 5, 6)), Series("中事", (6, 5, 4, 3, 2, 1))),
        "件",
        name="tiers",
    ),
    Chart(LINE, "步数", MONTHS, (Series("步数", (10, None, 30, 40, 50, 60)),), "步", name="steps"),
    Chart(HEAT, "各楼各月", MONTHS, (Series("5号楼", (1, 0, 2, 0, 0, 1)),), "件", "五号楼三月最多", "places"),
)


def handout(
    *,
    own: dict[str, bytes] | None = None,
    masked: bool = True,
    charts: Iterable[Chart] = (),
    more: Iterable[Block] = (),
    community: Community = NAMED,
    period: Period = NOVEMBER,
    entries: list = ENTRIES,
    drop: Callable[[Block], bool] = lambda block: isinstance(block, Chart),
) -> Handout:
    """The report of a period; its own charts are left out (``drop``), those given stand behind the first section."""
    report = build_report(entries, period, None, TODAY, community)
    blocks = [block for block in report_blocks(report, community) if not drop(block)]
    at = next(n for n, block in enumerate(blocks) if getattr(block, "level", 0) == 2) + 1
    blocks[at:at] = [*charts, *more]
    extent = report_extent(report, community, internal=not masked)
    return Handout(
        report=report,
        blocks=tuple(blocks),
        community=community,
        masked=masked,
        today=TODAY,
        templates=Templates(lambda name: None),
        own_file=lambda path: (own or {}).get(path),
        ledger=lambda: states(extent, entries),
    )
