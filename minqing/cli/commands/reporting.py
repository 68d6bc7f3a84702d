"""``minqing report``: a period's summary, on the screen or as a file to hand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from minqing.cli.commands.common import day_asked, tell_left_out
from minqing.cli.commands.counting import as_of_asked, is_period, period_asked
from minqing.cli.context import Context
from minqing.domain.values import replace
from minqing.messages import say
from minqing.reports.report import Report, build_report, default_report_period, report_dict

if TYPE_CHECKING:
    from pathlib import Path

    from minqing.reports.handout import Handout, OwnFile
    from minqing.reports.seal import Seal
    from minqing.workspace.saving import Target


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
    sealed: bool = False,
) -> int:
    """The summary of a period, by default of the last month, from the 25th on of the current one.

    With ``output`` it is saved as a file; ``brief`` is the message for WeChat. Both are masked unless ``internal``.
    ``explain`` names a figure whose entries and issues are listed; empty it lists the figures. With ``sealed`` the
    report names the commit it was counted from.
    """
    if output is not None:
        _save(context, _where(context, output), period, as_of, internal, sealed)
    elif explain is not None:
        _explain(context, period, explain, as_of, as_json)
    elif as_json:
        context.screen.json(_dict(context, _report(context, period, as_of), sealed))
    elif brief:
        _show_message(context, _report(context, period, as_of), internal, sealed)
    else:
        _draw(context, _report(context, period, as_of), sealed)
    return tell_left_out(context)


def _report(context: Context, words: Sequence[str], as_of: str | None) -> Report:
    period = period_asked(context, words) or default_report_period(min(day_asked(context, as_of), context.today))
    diary, community = context.diary, context.diary.workspace.community
    return build_report(diary, period, as_of_asked(context, as_of), context.today, community)


def _seal(context: Context, report: Report, internal: bool, sealed: bool) -> Seal | None:
    """The seal of a report, where one is wanted."""
    if not sealed:
        return None
    from minqing.cli.commands.sealing import seal_of

    return seal_of(context, report, internal=internal)


def _dict(context: Context, report: Report, sealed: bool) -> dict[str, Any]:
    """For programs of this computer: nothing is masked, and the seal says so."""
    seal = _seal(context, report, True, sealed)
    if seal is None:
        return report_dict(report)
    from minqing.reports.seal import seal_dict

    return {**report_dict(report), "seal": seal_dict(seal)}


def _draw_seal(context: Context, seal: Seal | None) -> None:
    if seal is not None:
        from minqing.cli.commands.sealing import seal_blocks

        context.screen.draw(seal_blocks(seal))


def _draw(context: Context, report: Report, sealed: bool) -> None:
    """On the screen; with charts where they can be drawn. Nothing is masked there, and the seal says so."""
    from minqing.reports.report_text import ON_SCREEN, report_blocks

    extent = ON_SCREEN
    if context.screen.draws_charts:
        from minqing.reports.annex import charts_alone

        extent = replace(extent, annex=charts_alone(context.diary, report, context.workspace.community))
    seal = _seal(context, report, True, sealed)
    context.screen.draw(report_blocks(report, context.workspace.community, extent))
    _draw_seal(context, seal)


def _show_message(context: Context, report: Report, internal: bool, sealed: bool) -> None:
    from minqing.reports.document import Line
    from minqing.reports.media.text import message

    handout, seal = handout_for(context, report, ".txt", internal), _seal(context, report, internal, sealed)
    context.screen.draw(Line(line) for line in message(handout).splitlines())
    _draw_seal(context, seal)


def _where(context: Context, output: str) -> Target:
    from minqing.cli.commands.saving import target_of
    from minqing.reports.media import ENDINGS

    return target_of(context, output, ENDINGS)


def _save(
    context: Context, where: Target, period: Sequence[str], as_of: str | None, internal: bool, sealed: bool
) -> None:
    """Make the file; where that takes long, a person is shown how far it has come."""
    from minqing.cli.commands.saving import hand_out
    from minqing.cli.indexing import Progress
    from minqing.reports.handing_out import STEPS
    from minqing.reports.seal import rendered
    from minqing.reports.words import period_in_words

    missing: list[str] = []
    with closing(Progress("report.making")) as progress:
        report = _report(context, period, as_of)
        progress.tell(1, STEPS)
        seal = _seal(context, report, internal, sealed)
        handout = handout_for(context, report, where.ending, internal, tell=progress.tell)
        noted = replace(handout, own_file=_noting_photos(handout.own_file, missing))
        content = rendered(where.ending, noted, seal)
    hand_out(context, where, lambda: content, "saving.saved-internal" if internal else "saving.saved-masked")
    if not report.figures.walked.entries:
        context.screen.message(say("report.no-entries", period=period_in_words(report.period)))
    if missing:
        paths = "\n".join(f"  {path}" for path in dict.fromkeys(missing))
        context.screen.message(say("report.photos-missing", paths=paths))


def _noting_photos(own_file: OwnFile, missing: list[str]) -> OwnFile:
    """``own_file``, noting the photographs that are not there."""

    def read(path: str) -> bytes | None:
        raw = own_file(path)
        if raw is None and path.startswith("photos/"):
            missing.append(path)
        return raw

    return read


def handout_for(
    context: Context,
    report: Report,
    ending: str,
    internal: bool,
    files: Path | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> Handout:
    """A report with all that is needed to make a file of it, masked unless ``internal``.

    ``files`` is the folder that photographs are taken from, where it is not the workspace; ``tell`` is told how far
    the making has come.
    """
    from minqing.reports.handing_out import Office, handout_of
    from minqing.workspace.saving import own_file

    office = Office(
        community=context.workspace.community,
        today=context.today,
        templates=context.templates,
        own_file=lambda path: own_file(files or context.root, path),
        internal=internal,
    )
    return handout_of(context.diary, report, replace(office, tell=tell) if tell else office, ending)


def _explain(context: Context, period: Sequence[str], figure: str, as_of: str | None, as_json: bool) -> None:
    """What a figure is made of: a period after ``--explain`` is the report's, words after the figure are part of it."""
    from minqing.cli.commands.explaining import explain

    words = list(period)
    if figure and not words and is_period(context, figure):
        words, figure = [figure], ""
    while figure and words and not is_period(context, " ".join(words)):
        figure += f" {words.pop()}"
    explain(context, _report(context, words, as_of), figure, as_json)
