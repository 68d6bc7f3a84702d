"""A report in sentences: the words fit the figures, whether they are nought, one or many, risen or fallen."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from minqing.domain.community import Community
from minqing.messages import say
from minqing.reports.figures import Figures
from minqing.reports.media.printed import as_told
from minqing.reports.report import Report, ends_a_month, month_ahead
from minqing.reports.words import amount, period_in_words, rate

PLACES = 3
"""How many places a summary names."""

STANDING = ("issues.open", "issues.parked", "issues.overdue")
"""The figures of the sentence on what is left."""


def summary_lines(report: Report) -> list[str]:
    """The figures in up to four sentences: what was walked, what came up, what is left."""
    return [text for text, _ in summary_told(report)]


def summary_told(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of the summary, each with the keys of figures that stand nowhere else in the report."""
    if not_begun(report):
        return [(say("summary.future"), ())]
    if not report.figures.walked.entries and not _anything(report):
        return [(say("summary.empty"), ())]
    told = [(_walked(report.figures), ()), (_issues(report), ()), (_open(report.figures), STANDING)]
    if report.previous is None and report.year_ago is None:
        told.append((say("summary.first"), ()))
    return told


def not_begun(report: Report) -> bool:
    """Whether the period lies wholly after the day the figures go up to."""
    return report.period.start > report.figures.as_of


def brief_lines(report: Report, community: Community) -> list[str]:
    """The report as a message, the most important line first: what no longer fits is left out from the end."""
    lines = [_title(report, community), *summary_lines(report)]
    if not_begun(report):
        return lines
    if not report.reconciles:
        lines.append(say("report.unbalanced", balance=balance_in_words(report)))
    return [line for line in (*lines, _rates(report.figures), _large(report), _hot(report), _due(report), _case(report))
            if line]  # fmt: skip


def balance_in_words(report: Report) -> str:
    """The sum that must add up: what was carried in, came and went, and is carried out."""
    b = report.balance
    return say(
        "report.balance",
        start=b.open_at_start, raised=b.raised, reopened=b.reopened, closed=b.closed, end=b.open_at_end,
    )  # fmt: skip


def counted(key: str, count: int, **params: object) -> str:
    """A sentence about so many; nought and one have words of their own where there are any."""
    for number, suffix in ((0, "none"), (1, "one")):
        if count == number:
            try:
                return say(f"summary.{key}-{suffix}", **params)
            except KeyError:
                break
    return say(f"summary.{key}", count=amount(count), **params)


def _anything(report: Report) -> bool:
    b = report.balance
    return any((b.open_at_start, b.raised, b.reopened, b.closed, b.open_at_end))


def _title(report: Report, community: Community) -> str:
    key = "title" if community.name else "title-nameless"
    title = say(f"summary.{key}", community=community.name or "", period=period_in_words(report.period))
    begun = report.period.start <= report.figures.as_of < report.period.end
    return title + (say("summary.provisional", day=report.figures.as_of) if begun else "")


def _sentence(*parts: str) -> str:
    text = say("summary.comma").join(part for part in parts if part) + say("summary.stop")
    return text[0].upper() + text[1:]


def _walked(found: Figures) -> str:
    walked = found.walked
    walks = counted("walks" if walked.mondays > 1 else "walks-plain", walked.walks, days=walked.mondays)
    if walked.walks < 2:
        walks = counted("walks", walked.walks)
    return _sentence(
        walks, counted("visits", walked.visits) if walked.visits else "", _on_foot(walked.steps, walked.km)
    )


def _on_foot(steps: int, km: Decimal) -> str:
    if steps and km:
        return say("summary.on-foot", steps=amount(steps), km=amount(km))
    if steps:
        return say("summary.steps-only", steps=amount(steps))
    return say("summary.km-only", km=amount(km)) if km else ""


def _issues(report: Report) -> str:
    """Raised and closed, each against the period before and the year before."""
    parts = [
        _against(report, "raised", lambda f: f.issues.raised),
        _against(report, "closed", lambda f: f.issues.closed),
    ]
    text = say("summary.semicolon").join(parts) + say("summary.stop")
    return text[0].upper() + text[1:]


def _against(report: Report, name: str, of: Callable[[Figures], int]) -> str:
    now = of(report.figures)
    befores = (
        (say(f"summary.before-{report.period.kind}"), report.previous),
        (say("summary.year-ago"), report.year_ago if report.period.kind != "year" else None),
    )
    parts = [change_in_words(now, of(found), then) for then, found in befores if found is not None]
    return say("summary.comma").join([counted(name, now), *parts])


def change_in_words(now: int, before: int, then: str) -> str:
    """How a count differs from an earlier one; ``then`` is what that time is called. No per cent of nothing."""
    if now == before:
        return say("summary.same", then=then)
    if not before:
        return say("summary.from-nothing", then=then)
    if not now:
        return say("summary.to-nothing", then=then, count=amount(before))
    return say("summary.more" if now > before else "summary.fewer", then=then, by=amount(abs(now - before)))


def _open(found: Figures) -> str:
    issues = found.issues
    if not issues.open:
        return _sentence(counted("open", 0))
    parked = say("summary.parked", count=amount(issues.parked)) if issues.parked else ""
    return _sentence(counted("open", issues.open), parked, counted("overdue", issues.overdue))


def _rates(found: Figures) -> str:
    rates = found.rates
    if not rates.on_time.of:
        return ""
    if not rates.satisfied.of:
        return say("summary.on-time", on_time=rate(rates.on_time))
    return say("summary.rates", on_time=rate(rates.on_time), satisfied=rate(rates.satisfied))


def _large(report: Report) -> str:
    still_open = [state for state in report.large if state.is_open]
    if not still_open:
        return ""
    title = as_told(still_open[0].title)
    if len(still_open) > 1:
        title = say("summary.large-more", title=title)
    return counted("large", len(still_open), title=title)


def _hot(report: Report) -> str:
    often = [place for place in report.hot_places if place.raised > 1][:PLACES]
    return say("summary.hot", places=say("summary.list").join(f"{p.place}({p.raised})" for p in often)) if often else ""


def _due(report: Report) -> str:
    if not report.upcoming:
        return ""
    until = month_ahead(report.period).end
    if ends_a_month(report.period):
        return counted("upcoming", len(report.upcoming))
    return say("summary.upcoming-until", until=until, count=len(report.upcoming))


def _case(report: Report) -> str:
    if not report.cases:
        return ""
    return say("summary.case", title=as_told(report.cases[0].title), day=report.cases[0].closed)
