"""Figures in words: numbers, rates, spans of time, the sentence the newspaper prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minqing.domain.community import Community
from minqing.domain.count import Rate
from minqing.domain.model import TIERS, Progress
from minqing.domain.period import Period
from minqing.messages import language, say
from minqing.reports.figures import Figures

MANY = 10_000
"""From here on Chinese counts in 万."""

DAYS_A_YEAR = 365.25
DAYS_A_MONTH = 30.44


def amount(value: int | float | Decimal | None) -> str:
    """A number for reading: no needless decimals; a dash where there is none."""
    if value is None:
        return "-"
    text = f"{value:.2f}".rstrip("0").rstrip(".") if not isinstance(value, int) else str(value)
    return text if language() == "zh" else f"{Decimal(text):,}"


def rate(value: Rate) -> str:
    """A rate with both its counts; without a percentage where it is of nothing."""
    if not value.of:
        return say("stats.rate-none")
    return say("stats.rate", n=value.n, of=value.of, percent=f"{100 * value.n / value.of:.1f}")


def steps_in_words(steps: int) -> str:
    """Steps as the newspaper says them: 273万多步."""
    if steps < MANY:
        return say("stats.steps", steps=steps)
    if language() == "zh":
        key = "stats.steps-many" if steps % MANY else "stats.steps-many-exact"
        return say(key, steps=steps // MANY)
    if steps < 1_000_000:
        return say("stats.steps", steps=f"{steps:,}")
    millions = steps // MANY / 100
    key = "stats.steps-many" if steps % MANY else "stats.steps-many-exact"
    return say(key, steps=f"{millions:.2f}".rstrip("0").rstrip("."))


def since_in_words(first: date | None, day: date) -> str:
    """How long the walks have gone on: 11年来; in months in the first year; nothing where it is not known."""
    if first is None or day < first:
        return ""
    days = (day - first).days + 1
    if days >= DAYS_A_YEAR - 31:
        return _counted("stats.years", years=max(1, round(days / DAYS_A_YEAR)))
    if days >= 45:
        return _counted("stats.months", months=round(days / DAYS_A_MONTH))
    return _counted("stats.weeks", weeks=(days + 6) // 7)


def _counted(key: str, **count: int) -> str:
    """A sentence with one count; one of a thing has words of its own."""
    return say(f"{key}-one" if 1 in count.values() else key, **count)


def newspaper_sentence(found: Figures, first: date | None, weekday: int) -> str:
    """The one sentence of everything so far; what is nought is left out.

    Steps and kilometres are of all outings: those besides the walk days are named before them.
    """
    walked, mediated = found.walked, found.disputes_mediated
    km = walked.km.quantize(Decimal(1)) if walked.km >= 100 else walked.km
    besides = found.besides if walked.mondays and (walked.steps or walked.km) else 0
    others = _counted("stats.besides", count=besides) if besides else ""
    on_foot = "stats.walked-in-all" if besides else "stats.walked"
    counted = [
        _walk_days(walked.mondays, weekday) + others if walked.mondays else "",
        say(on_foot, steps=steps_in_words(walked.steps)) if walked.steps else "",
        say("stats.kilometres", km=amount(km)) if walked.km else "",
        _counted("stats.mediated", count=mediated) if mediated else "",
    ]
    said = [part for part in counted if part]
    if not said:
        return say("stats.nothing-yet")
    since = since_in_words(first, found.as_of)
    return say("stats.comma").join([since, *said] if since else said) + say("stats.stop")


def _walk_days(count: int, weekday: int) -> str:
    name = say(f"words.walk-day-{weekday}" if count == 1 else f"words.walk-days-{weekday}")
    return say("stats.mondays", count=amount(count), weekday=name)


def period_in_words(period: Period) -> str:
    """A period's name: 2026年11月, 2026年第四季度, 2026年上半年; dates where it has none."""
    start = period.start
    if period.kind in ("month", "quarter", "half", "year"):
        month = (start.month - 1) // {"month": 1, "quarter": 3, "half": 6, "year": 12}[period.kind] + 1
        if period.kind in ("quarter", "half"):
            return say(f"stats.name-{period.kind}-{month}", year=start.year)
        name = say(f"words.month-{month}") if period.kind == "month" else ""
        return say(f"stats.name-{period.kind}", year=start.year, number=month, name=name)
    if period.kind == "day":
        return start.isoformat()
    return say("stats.name-range", start=start, end=period.end)


def change(now: int | float | Decimal, then: int | float | Decimal | None) -> str:
    """A figure beside an earlier one: up, down or the same; a dash where there was none."""
    if then is None:
        return "-"
    difference = Decimal(str(now)) - Decimal(str(then))
    if not difference:
        return say("report.same", then=amount(then))
    key = "report.up" if difference > 0 else "report.down"
    return say(key, then=amount(then), by=amount(abs(difference)))


def progress_in_words(line: Progress, community: Community) -> str:
    """One line of progress as a person says it: day, verb, argument, text."""
    argument = line.argument or ""
    if line.verb == "reclassify" and argument in community.categories:
        argument = community.categories[argument].name
    elif line.verb in ("regrade", "followup") and argument:
        argument = say(f"words.{argument}")
    parts = (line.date.isoformat(), say(f"words.{line.verb}"), argument, line.text)
    return "  ".join(part for part in parts if part)


def tier_or_owner(key: str) -> str:
    """Who or what a row of handled issues is about: a tier in words, an owner as he is called."""
    return say(f"words.{key}") if key in (*TIERS, "none") else key
