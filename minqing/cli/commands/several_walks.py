"""Several walks in one paste: shown together, then written together or talked through one after another."""

from __future__ import annotations

from collections.abc import Callable

from minqing.classify.notes import read_paste
from minqing.classify.reading import split_lines
from minqing.cli.commands.entries import Draft, as_addition, tell_reckoned
from minqing.cli.commands.logging import Typed, as_decided, drafts_from, preview, write_walks
from minqing.cli.context import Context
from minqing.cli.lengths import measured
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.session import Session, forget, keep
from minqing.cli.talk.walk import talked
from minqing.domain.errors import INTERRUPTED
from minqing.messages import say


def several_pasted(context: Context, typed: Typed, session: Session, dry_run: bool) -> int:
    """Several walks pasted at a question; the paste is kept until they are written."""

    def keep_rest(rest: str) -> None:
        session.notes = rest
        (keep if rest.strip() else forget)(context, session)

    try:
        drafts = drafts_from(context, typed, session.notes)
        code = several_agreed(context, drafts, dry_run, session.notes, keep_rest)
    except (KeyboardInterrupt, EOFError):
        context.screen.message("\n" + say("log.kept"))
        return INTERRUPTED
    if code != INTERRUPTED:
        forget(context, session)
    return code


def holds_several(context: Context, text: str) -> bool:
    """Whether notes tell of more than one walk."""
    return len(read_paste(text, context.today, context.workspace.community)) > 1


def several_agreed(
    context: Context,
    drafts: list[Draft],
    dry_run: bool,
    text: str,
    keep_rest: Callable[[str], None],
    way: str | None = None,
) -> int:
    """Several walks of one paste: shown together, then written together, one after another, or not at all.

    ``way``: ``append`` or ``second``, for days that have a walk already; asked for where it is not said.
    """
    whole = [measured(context, draft) for draft in drafts]
    preview(context, whole, as_json=False)
    if dry_run:
        tell_reckoned(context, ((draft, draft.entry) for draft in whole))
        return 0
    decision = TalkDesk(context).chosen(say("log.write-all", count=len(drafts)), "y1n", "y")
    if decision == "n":
        raise KeyboardInterrupt
    if decision == "1":
        return _one_by_one(context, drafts, text, keep_rest, way)
    return write_walks(context, [_placed(context, draft, way) for draft in whole], as_json=False, asked=True)


def _placed(context: Context, draft: Draft, way: str | None) -> Draft:
    """A walk with the entry it is added to, where its day has one and a person wants that. 3 stops all of them."""
    added = as_addition(context, draft)
    if added.into is None or way == "second":
        return draft
    if way is None:
        asked = say("asking.already", day=draft.entry.date, path=added.into)
        decision = TalkDesk(context).chosen(asked, "123", "1")
        if decision == "3":
            raise KeyboardInterrupt
        return added if decision == "1" else draft
    return added


def _one_by_one(
    context: Context, drafts: list[Draft], text: str, keep_rest: Callable[[str], None], way: str | None
) -> int:
    """Each walk of a paste talked through and written before the next one; what is left is kept meanwhile."""
    lines = split_lines(text)
    firsts = [draft.notes.first - 1 if draft.notes and at else 0 for at, draft in enumerate(drafts)]
    ends = [*firsts[1:], len(lines)]
    for draft, first, end in zip(drafts, firsts, ends, strict=True):
        keep_rest("\n".join(lines[end:]))
        try:
            session, agreed, decision = talked(context, Typed(), "\n".join(lines[first:end]), draft, way)
        except (KeyboardInterrupt, EOFError):
            return INTERRUPTED
        code = as_decided(context, session, agreed, decision)
    return code
