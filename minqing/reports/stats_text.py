"""``stats`` for reading: headings, lines and tables of the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from minqing.domain.community import Community
from minqing.domain.period import Period
from minqing.messages import say
from minqing.reports.document import Block, Column, Heading, Line, Row, Table
from minqing.reports.figures import Figures
from minqing.reports.groups import Group
from minqing.reports.words import amount, newspaper_sentence, period_in_words, rate

TIME_FIGURES = ("walks", "visits", "steps", "km", "raised", "handled", "closed", "open")
"""What a group of time shows."""


def stats_blocks(found: Figures, period: Period | None, community: Community) -> list[Block]:
    """All figures of ``stats``: the sentence, the walks, the issues, the tables, the rates."""
    blocks: list[Block] = [*_title(found, period, community), *walked_lines(found), *issue_lines(found)]
    blocks += [Line(""), tier_table(found)]
    categories = category_table(found, community)
    if categories.rows:
        blocks += [Line(""), categories]
    blocks += [Line(""), *_buckets(found), Line(""), *rate_lines(found)]
    return blocks


def _title(found: Figures, period: Period | None, community: Community) -> list[Block]:
    if period is not None:
        key = "stats.title-provisional" if found.provisional else "stats.title-period"
        return [Heading(say(key, period=period_in_words(period), day=found.as_of))]
    blocks: list[Block] = [Heading(say("stats.title", day=found.as_of))]
    sentence = newspaper_sentence(found, first_day(found, community), community.weekday)
    blocks.append(Line(sentence, "good"))
    if sentence != say("stats.nothing-yet"):
        blocks.append(Line(say("stats.quote"), "dim"))
    if found.opening:
        blocks.append(Line(say("stats.opening", day=found.opening.as_of), "dim"))
    return blocks


def first_day(found: Figures, community: Community) -> date | None:
    """The day of the first walk ever; unknown where a balance was carried over and the settings do not say."""
    if community.first_walk:
        return community.first_walk
    return None if found.opening else found.start


def walked_lines(found: Figures) -> list[Block]:
    """The walks in two lines."""
    w = found.walked
    return [
        Line(say("stats.line-walks", mondays=w.mondays, walks=w.walks, visits=w.visits, entries=w.entries)),
        Line(
            say(
                "stats.line-steps",
                steps=amount(w.steps),
                km=amount(w.km),
                turns=w.walker_turns,
                cleaned=w.cleaned,
            )
        ),
    ]


def issue_lines(found: Figures) -> list[Block]:
    """The issues in two or three lines."""
    i = found.issues
    standing = tuple(f"issues.{name}" for name in ("open", "parked", "overdue"))
    tone = "warn" if i.overdue else "plain"
    lines: list[Block] = [
        Line(say("stats.line-raised", raised=i.raised, closed=i.closed, reopened=i.reopened)),
        Line(say("stats.line-open", open=i.open, parked=i.parked, overdue=i.overdue), tone, figures=standing),
    ]
    return [*lines, *handled_again_lines(found)]


def handled_again_lines(found: Figures) -> list[Block]:
    """How many of the handled issues had been handled before, so that shorter periods add up to more."""
    if not found.handled_again:
        return []
    return [Line(say("stats.line-again", count=found.handled_again), figures=("handled_again",))]


def tier_table(found: Figures) -> Table:
    """Raised, closed and open by tier; issues without a tier only where there are any."""
    rows = [
        Row((say(f"words.{tier}"), str(c.raised), str(c.closed), str(c.open)))
        for tier, c in found.by_tier.items()
        if tier != "none" or c.raised or c.closed or c.open
    ]
    return Table(_columns(say("stats.tier"), "raised", "closed", "open"), tuple(rows))


def category_table(found: Figures, community: Community) -> Table:
    """Raised, handled and open by category."""
    rows = [
        Row(
            (category_name(community, id), str(c.raised), str(c.handled), str(c.open)),
            figures=("", *(f"by_category.{id}.{name}" for name in ("raised", "handled", "open"))),
        )
        for id, c in found.by_category.items()
    ]
    columns = _columns(say("stats.category"), "raised", "handled", "open")
    return Table(columns, tuple(rows), say("report.table-category"))


def category_name(community: Community, id: str) -> str:
    """A category's name in the settings; ``none`` in words."""
    category = community.categories.get(id)
    return category.name if category else say("words.none")


def _columns(first: str, *names: str) -> tuple[Column, ...]:
    return (Column(first, flexible=True), *(Column(say(f"stats.col-{name}"), right=True) for name in names))


def _buckets(found: Figures) -> list[Block]:
    return [
        Line(say(f"stats.bucket-{bucket}", handled=amount(counts.handled), raised=amount(counts.raised)))
        for bucket, counts in found.by_bucket.items()
    ]


def rate_lines(found: Figures) -> list[Block]:
    """The self-assessed rates with both counts, and what else is counted over handled issues."""
    rates = found.rates
    lines: list[Block] = [Line(say("stats.self-assessed"), "dim")]
    for name in ("on_time", "contacted", "solved", "satisfied"):
        keys = (f"rates.{name}.n", f"rates.{name}.of")
        lines.append(Line(say(f"stats.rate-{name}", rate=rate(getattr(rates, name))), indent=2, figures=keys))
    if found.median_days_to_close is not None:
        days = amount(found.median_days_to_close)
        lines.append(Line(say("stats.line-median", days=days), figures=("median_days_to_close",)))
    if found.households_helped or found.cost:
        text = say("stats.line-helped", households=found.households_helped, cost=amount(found.cost))
        lines.append(Line(text, figures=("households_helped", "cost")))
    return lines


def group_blocks(by: str, found: Sequence[Group], community: Community) -> list[Block]:
    """``stats --by``: one row a group."""
    rows = [(_group_name(by, g.key, community), _group_figures(g)) for g in found]
    names = list(rows[0][1]) if rows else []
    table = Table(
        _columns(say(f"stats.by-{by}"), *names),
        tuple(Row((name, *(amount(v) for v in figures.values()))) for name, figures in rows),
    )
    return [Line(""), table]


_SIGNS = frozenset(" \t\"'`$&|;<>()*?!#\\")
"""Signs that a shell reads: a place with one of them would have to be quoted."""


def place_notes(found: Sequence[Group], raised: int, *, ever: bool) -> list[Block]:
    """What is said below figures by place: that matters of several houses count for each, and how to check one.

    ``ever``: the figures are of all that was ever raised, which is what a list of the place shows.
    """
    more = sum(int(group.counts["raised"]) for group in found) - raised
    busiest = next((group.key for group in found if group.key != "none" and not _SIGNS.intersection(group.key)), None)
    told = [say("stats.several-places", count=more)] if more else []
    told += [say("stats.list-place", place=busiest)] if busiest and ever else []
    return [Line(text, "dim") for text in told]


def _group_figures(group: Group) -> Mapping[str, int | Decimal]:
    if group.figures is None:
        return group.counts
    f = group.figures
    values: Iterable[int | Decimal] = (
        f.walked.walks, f.walked.visits, f.walked.steps, f.walked.km,
        f.issues.raised, f.handled, f.issues.closed, f.issues.open,
    )  # fmt: skip
    return dict(zip(TIME_FIGURES, values, strict=True))


def _group_name(by: str, key: str, community: Community) -> str:
    if by == "category":
        return category_name(community, key)
    if by in ("tier", "weekday") or key == "none":
        return say(f"words.{key}")
    return key
