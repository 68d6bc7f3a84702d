"""What a community's own Word template can ask for: one table of placeholders, in either language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from minqing.domain.count import Rate
from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.reports.figures import Figures
from minqing.reports.handout import Handout
from minqing.reports.words import amount, period_in_words, rate
from minqing.text.normal import folded

Shown = str | int | Decimal | date | Rate | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A placeholder that becomes a few words: its two names, and what it says of the report."""

    name: str
    zh: str
    of: Callable[[Handout], Shown]


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A placeholder for a figure; ``previous:`` or ``year_ago:`` before it asks for that of an earlier period."""

    name: str
    zh: str
    of: Callable[[Figures], Shown]


FACTS: tuple[Fact, ...] = (
    Fact("community", "社区", lambda h: h.community.name or ""),
    Fact("subdistrict", "街道", lambda h: h.community.subdistrict or ""),
    Fact("district", "区", lambda h: h.community.district or ""),
    Fact("period", "时段", lambda h: period_in_words(h.report.period)),
    Fact("from", "起", lambda h: h.report.period.start),
    Fact("to", "止", lambda h: h.report.period.end),
    Fact("as_of", "截至", lambda h: h.report.figures.as_of),
    Fact("today", "日期", lambda h: h.today),
    Fact("openness", "公开", lambda h: say("ledger.masked" if h.masked else "ledger.internal")),
    Fact("open_at_start", "期初未办结", lambda h: h.report.balance.open_at_start),
)
"""What is said of the whole report; ``title`` (标题) is besides, as the report says it."""

FIGURES: tuple[FigureFact, ...] = (
    FigureFact("mondays", "走动日", lambda f: f.walked.mondays),
    FigureFact("walks", "走动", lambda f: f.walked.walks),
    FigureFact("visits", "走访", lambda f: f.walked.visits),
    FigureFact("steps", "步数", lambda f: f.walked.steps),
    FigureFact("km", "公里", lambda f: f.walked.km),
    FigureFact("cleaned", "顺手", lambda f: f.walked.cleaned),
    FigureFact("raised", "提出", lambda f: f.issues.raised),
    FigureFact("reopened", "重开", lambda f: f.issues.reopened),
    FigureFact("closed", "办结", lambda f: f.issues.closed),
    FigureFact("handled", "解决", lambda f: f.handled),
    FigureFact("open", "未办结", lambda f: f.issues.open),
    FigureFact("parked", "挂账", lambda f: f.issues.parked),
    FigureFact("overdue", "逾期", lambda f: f.issues.overdue),
    FigureFact("disputes", "民事纠纷", lambda f: f.disputes_mediated),
    FigureFact("environment", "环境问题", lambda f: f.environment_handled),
    FigureFact("unmanaged", "无物业问题", lambda f: f.unmanaged_handled),
    FigureFact("households", "户数", lambda f: f.households_helped),
    FigureFact("cost", "资金", lambda f: f.cost),
    FigureFact("median", "用时中位数", lambda f: _decimal(f.median_days_to_close)),
    FigureFact("on_time", "按期办结率", lambda f: f.rates.on_time),
    FigureFact("contacted", "响应率", lambda f: f.rates.contacted),
    FigureFact("solved", "解决率", lambda f: f.rates.solved),
    FigureFact("satisfied", "满意率", lambda f: f.rates.satisfied),
)
"""The figures of the period."""

EARLIER: Mapping[str, str] = {"previous": "上期", "year_ago": "去年同期"}
"""What stands before a figure's name for that of an earlier period, English to Chinese."""

BODY, SECTION, TABLE, CHART, LEDGER = "body", "section", "table", "chart", "ledger"
"""Placeholders that become whole paragraphs and tables."""

BLOCKS: Mapping[str, str] = {BODY: "正文", SECTION: "节", TABLE: "表", CHART: "图", LEDGER: "台账"}
"""English to Chinese; section, table and chart are followed by ``:`` and a number counted from 1."""


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def words_for(handout: Handout, title: str) -> dict[str, str]:
    """Every placeholder that becomes words, by either name as it is compared, with its words."""
    found = dict.fromkeys(("title", "标题"), title)
    for fact in FACTS:
        said = _said(fact.of(handout))
        found |= {folded(fact.name): said, folded(fact.zh): said}
    report = handout.report
    for mark, figures in (("", report.figures), *((key, getattr(report, key)) for key in EARLIER)):
        for figure in FIGURES:
            said = _said(figure.of(figures)) if figures else "-"
            for before, name in ((mark, figure.name), (EARLIER.get(mark, ""), figure.zh)):
                found[folded(f"{before}:{name}" if before else name)] = said
    return found


def _said(value: Shown) -> str:
    if isinstance(value, Rate):
        return rate(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else amount(value)


def block_asked(name: str) -> tuple[str, int] | None:
    """The kind and number of a placeholder that becomes paragraphs (``table:ledger`` too), else ``None``."""
    key, _, number = (part.strip() for part in name.partition(":"))
    kinds = {word: id for id, zh in BLOCKS.items() for word in (id, zh)}
    kind = kinds.get(key)
    if kind == TABLE and kinds.get(number) == LEDGER:
        return LEDGER, 0
    if kind in (BODY, LEDGER) and not number:
        return kind, 0
    if kind in (SECTION, TABLE, CHART) and number.isascii() and number.isdigit():
        return kind, int(number)
    return None
