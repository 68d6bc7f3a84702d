"""What stands behind a report and is handed out with it: the ledger, the charts, and what each figure is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from minqing.domain.fold import IssueState
from minqing.domain.values import dataclass, field
from minqing.reports.document import Chart

if TYPE_CHECKING:
    from minqing.reports.trace import Trace


@dataclass(frozen=True, slots=True)
class Annex:
    """``ledger`` are the issues that add to any figure of the period, in the order they were raised.

    ``charts`` are the charts by name, ``traces`` what figures are made of by key, those of the charts too.
    """

    ledger: tuple[IssueState, ...] = ()
    charts: Mapping[str, Chart] = field(default_factory=dict)
    traces: Mapping[str, Trace] = field(default_factory=dict)
