"""``minqing report``: a period's summary, on the screen or as a file to hand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minqing.cli.commands.common import day_asked, tell_left_out
from minqing.cli.commands.counting import as_of_asked, period_asked
from minqing.cli.context import Context
from minqing.reports.report import Report, build_report, default_report_period, report_dict

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
    """
    if output is not None:
        _save(context, _report(context, period, as_of), output, internal)
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
    from minqing.reports.report_text import report_blocks

    context.screen.draw(report_blocks(report, context.workspace.community))


def _show_message(context: Context, report: Report, internal: bool) -> None:
    from minqing.reports.document import Line
    from minqing.reports.media.text import message

    handout = _handout(context, report, internal)
    context.screen.draw(Line(line) for line in message(handout).splitlines())


def _save(context: Context, report: Report, output: str, internal: bool) -> None:
    from minqing.cli.commands.saving import hand_out, target_of
    from minqing.reports.media import ENDINGS, render

    where = target_of(context, output, ENDINGS)
    handout = _handout(context, report, internal)
    said = "saving.saved-masked" if handout.masked else "saving.saved-internal"
    hand_out(context, where, lambda: render(where.ending, handout), said)


def _handout(context: Context, report: Report, internal: bool) -> Handout:
    from minqing.cli.commands.ledger import matters
    from minqing.reports.handout import Handout
    from minqing.reports.ledger import report_extent
    from minqing.reports.report_text import report_blocks
    from minqing.reports.templates import Templates
    from minqing.workspace.template_files import template_text

    community, root = context.workspace.community, context.root
    return Handout(
        report=report,
        blocks=tuple(report_blocks(report, community)),
        community=community,
        masked=False,
        today=context.today,
        templates=Templates(lambda name: template_text(name, root)),
        own_file=lambda path: None,
        ledger=lambda: matters(context, report_extent(report, community, internal=internal)),
    )
