"""A walk shown as it was understood, before anything is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from minqing.cli.commands.common import first_free_number
from minqing.cli.commands.composing import hints_for, issue_preview, issues_from
from minqing.cli.commands.entries import Draft, tell_reckoned
from minqing.cli.commands.entry_shown import walk_lines
from minqing.cli.context import Context
from minqing.domain.model import Issue
from minqing.domain.values import replace
from minqing.reports.document import Line

if TYPE_CHECKING:
    from minqing.cli.commands.understood import Promised


def tell_lengths(context: Context, drafts: list[Draft]) -> None:
    """Say which steps or kilometres of walks that are not written would be reckoned."""
    from minqing.cli.commands.joining import would_be

    tell_reckoned(context, [(draft, would_be(context, draft)) for draft in drafts])


def preview(context: Context, drafts: list[Draft], as_json: bool) -> None:
    """Show what was understood, before it is written, and what of it came up before."""
    from minqing.cli.commands.repeating import news_json, repeats_json, tell_news, tell_repeats

    numbered = _numbered(context, drafts)
    found = [issue for issues in numbered for issue in issues]
    if as_json:
        walks = [_preview_dict(context, draft, issues) for draft, issues in zip(drafts, numbered, strict=True)]
        more = {"walks": walks} if len(walks) > 1 else {}
        known = {**repeats_json(context, found, written=False), **news_json(drafts)}
        context.screen.json({"schema": 1, **walks[0], **more, **known, "commit": None})
        return
    from minqing.cli.commands.understood import understood_blocks

    for draft, issues in zip(drafts, numbered, strict=True):
        context.screen.draw(walk_lines(draft.entry))
        if draft.into:
            from minqing.cli.commands.joining import addition_lines

            context.screen.draw(addition_lines(context, draft))
        if issues:
            from minqing.cli.commands.reasons import why_blocks

            hints = hints_for(context, draft.told, draft.entry.date, draft.entry.kind)
            context.screen.draw(issue_preview(context, issues, unsure=[hint.unsure for hint in hints]))
            if context.tells_why:
                context.screen.draw(why_blocks(context, draft.told, draft.entry.date, draft.entry.kind))
        if draft.notes:
            context.screen.draw((Line(""), *understood_blocks(draft.notes, _promises(context, draft))))
    tell_repeats(context, found, written=False)
    tell_news(context, drafts)


def _numbered(context: Context, drafts: list[Draft]) -> list[tuple[Issue, ...]]:
    """The issues of each walk with the numbers they would get: those of a second walk of a day go on."""
    free: dict[date, int] = {}
    numbered = []
    for draft in drafts:
        day = draft.entry.date
        if day not in free:
            count = sum(len(one.told) for one in drafts if one.entry.date == day)
            free[day] = first_free_number(context, day, count)
        issues = issues_from(context, draft.told, day, free[day], draft.entry.kind)
        free[day] += len(issues)
        numbered.append(issues)
    return numbered


def _promises(context: Context, draft: Draft) -> list[Promised]:
    """What the notes of a walk say was promised, counted from its day."""
    from minqing.cli.commands.understood import promises_of

    return promises_of(draft.notes, draft.entry.date, context.workspace.community) if draft.notes else []


def _preview_dict(context: Context, draft: Draft, issues: tuple[Issue, ...]) -> dict[str, Any]:
    from minqing.cli.commands.joining import addition_dict
    from minqing.cli.commands.reasons import suggested_dicts
    from minqing.cli.commands.understood import understood_dict
    from minqing.reports.issue_json import draft_dict

    shown = draft_dict(replace(draft.entry, issues=issues))
    why = suggested_dicts(context, draft.told, draft.entry.date, draft.entry.kind)
    shown["issues"] = [one | more for one, more in zip(shown["issues"], why, strict=True)]
    added = addition_dict(context, draft) if draft.into else {}
    return {**shown, **added, **(understood_dict(draft.notes, _promises(context, draft)) if draft.notes else {})}
