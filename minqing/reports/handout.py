"""What is handed out, before it is given a form: the report, its document, and what a renderer may need besides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from minqing.domain.community import Community
from minqing.domain.fold import IssueState
from minqing.domain.values import dataclass, field
from minqing.reports.annex_values import Annex
from minqing.reports.document import Block
from minqing.reports.report import Report

if TYPE_CHECKING:
    from minqing.reports.templates import Templates

OwnFile = Callable[[str], bytes | None]
"""The bytes of a file of the workspace by its path (``photos/…``, ``templates/report.docx``), or ``None``."""

Ledger = Callable[[], Iterable[IssueState]]
"""Goes through the matters of a ledger, each time it is asked."""


def _no_ledger() -> Iterable[IssueState]:
    return ()


@dataclass(frozen=True, slots=True)
class Handout:
    """A report that is made into a file: ``blocks`` are what it says, in order.

    ``masked`` tells whether personal details were taken out of all of it, ``today`` the day it is made on.
    ``templates`` fills the templates of the workspace, ``own_file`` reads its files. ``ledger`` goes
    through the matters that the period's figures count, masked as all else is. ``annex`` holds what stands behind the
    report: these matters, the charts and the traces of its figures.
    """

    report: Report
    blocks: tuple[Block, ...]
    community: Community
    masked: bool
    today: date
    templates: Templates
    own_file: OwnFile
    ledger: Ledger = _no_ledger
    annex: Annex = field(default_factory=Annex)
