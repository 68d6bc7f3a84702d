"""``minqing report``: a period's summary, on the screen or as a file to hand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minqing.cli.commands.common import day_asked, tell_left_out
from minqing.cli.commands.counting import as_of_asked, is_period, period_asked
from minqing.cli.commands.saving import hand_out, target_of
from minqing.cli.context import Context
from minqing.domain.values import replace
from minqing.reports.media import ENDINGS
from minqing.reports.report import Report, build_report, default_report_period, report_dict
from minqing.workspace.saving import Target, own_file

if TYPE_CHECKING:
    from minqing.reports.handout import Handout


def show_report(
    context: Context,
    period: Sequence[str],
    *,
    as_of: str | None,
    as_json: bool,
    output: str | None = None,
    internal: bool = False,
    brief: bool = False,
    explain: str | None = None,
) -> int:
    """The summary of a period, by default of the last month, from the 25th on of the current one.

    With ``output`` it is saved as a file; ``brief`` is the message for WeChat. Both are masked unless ``internal``.
    ``explain`` names a figure whose entries and issues are listed; empty it lists the figures.
    """
    if output is not None:
        where = target_of(context, output, ENDINGS)
        _save(context, _report(context, period, as_of), where, internal)
    elif explain is not None:
        _explain(context, period, explain, as_of, as_json)
    elif as_json:
        context.screen.json(report_dict(_report(context, period, as_of)))
    elif brief:
        _show_message(context, _report(context, period, as_of), internal)
    else:
        _draw(context, _report(context, period, as_of))
    return tell_left_out(context)


def _report(context: Context, words: Sequence[str], as_of: str | None) -> Report:
    period = period_asked(context, words) or default_report_period(min(day_asked(context, as_of), context.today))
    diary, community = context.diary, context.diary.workspace.community
    return build_report(diary, period, as_of_asked(context, as_of), context.today, community)


def _draw(context: Context, report: Report) -> None:
    """On the screen; with charts where they can be drawn."""
    from minqing.reports.report_text import ON_SCREEN, report_blocks

    extent = ON_SCREEN
    if context.screen.draws_charts:
        from minqing.reports.annex import charts_alone

        extent = replace(extent, annex=charts_alone(context.diary, report, context.workspace.community))
    context.screen.draw(report_blocks(report, context.workspace.community, extent))


def _show_message(context: Context, report: Report, internal: bool) -> None:
    from minqing.reports.document import Line
    from minqing.reports.media.text import message

    handout = _handout(context, report, ".txt", internal)
    context.screen.draw(Line(line) for line in message(handout).splitlines())


def _save(context: Context, report: Report, where: Target, internal: bool) -> None:
    from minqing.reports.media import render

    said = "saving.saved-internal" if internal else "saving.saved-masked"
    hand_out(context, where, lambda: render(where.ending, _handout(context, report, where.ending, internal)), said)


def _handout(context: Context, report: Report, ending: str, internal: bool) -> Handout:
    from minqing.reports.handing_out import Office, handout_of

    office = Office(
        community=context.workspace.community,
        today=context.today,
        templates=context.templates,
        own_file=lambda path: own_file(context.root, path),
        internal=internal,
    )
    return handout_of(context.diary, report, office, ending)


def _explain(context: Context, period: Sequence[str], figure: str, as_of: str | None, as_json: bool) -> None:
    """What a figure is made of: a period after ``--explain`` is the report's, words after the figure are part of it."""
    from minqing.cli.commands.explaining import explain

    words = list(period)
    if figure and not words and is_period(context, figure):
        words, figure = [figure], ""
    while figure and words and not is_period(context, " ".join(words)):
        figure += f" {words.pop()}"
    explain(context, _report(context, words, as_of), figure, as_json)
