"""Several walks in one paste: shown together, then written together or talked through one after another."""

from __future__ import annotations

from collections.abc import Callable

from minqing.classify.notes.reading import split_lines
from minqing.cli.commands.entries import Draft, appended, as_addition
from minqing.cli.commands.logging import Typed, as_decided, drafts_from, write_walks
from minqing.cli.commands.previewing import preview, tell_lengths
from minqing.cli.commands.registers import is_gathered, tell_register
from minqing.cli.context import Context
from minqing.cli.lengths import measured
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.session import Session, forget, keep
from minqing.cli.talk.walk import talked
from minqing.domain.errors import INTERRUPTED
from minqing.domain.values import replace
from minqing.messages import say


def several_pasted(context: Context, typed: Typed, session: Session, dry_run: bool) -> int:
    """Several walks pasted at a question; the paste is kept until they are written."""

    def keep_rest(rest: str) -> None:
        session.notes = rest
        (keep if rest.strip() else forget)(context, session)

    try:
        drafts = drafts_from(context, typed, session.notes)
        code = _agreed(context, drafts, dry_run, session.notes, keep_rest)
    except (KeyboardInterrupt, EOFError):
        context.screen.message("\n" + say("log.kept"))
        return INTERRUPTED
    if code != INTERRUPTED:
        forget(context, session)
    return code


def pasted_agreed(
    context: Context, typed: Typed, text: str | None, dry_run: bool, way: str | None, kind: str | None
) -> int | None:
    """Notes of several walks, or of none, shown and agreed on; ``None`` for one walk, which is talked through.

    ``kind`` is what a person said of them.
    """
    walks = context.pasted(text) if text else ()
    gathered = kind not in (None, "walk") or (kind is None and any(walk.kind != "walk" for walk in walks))
    if len(walks) < 2 and not gathered:
        return None
    drafts = drafts_from(context, typed, text)
    drafts = [replace(d, entry=replace(d.entry, kind=kind)) for d in drafts] if kind else drafts
    return _agreed(context, drafts, dry_run, text or "", lambda rest: None, way, said=kind is not None)


def is_no_walk(context: Context, text: str) -> bool:
    """Whether notes tell of several walks, or are a register of calls: they are not talked through as one walk."""
    walks = context.pasted(text)
    return len(walks) > 1 or walks[0].kind != "walk"


def _agreed(
    context: Context,
    drafts: list[Draft],
    dry_run: bool,
    text: str,
    keep_rest: Callable[[str], None],
    way: str | None = None,
    *,
    said: bool = False,
) -> int:
    if len(drafts) > 1:
        return several_agreed(context, drafts, dry_run, text, keep_rest, way)
    return _register_agreed(context, drafts[0], dry_run, text, way, said=said)


def _register_agreed(context: Context, draft: Draft, dry_run: bool, text: str, way: str | None, *, said: bool) -> int:
    """A register: shown, then written into its day's entry of that kind, or talked through as the walk it is after all.

    ``said``: its kind was typed, and is not asked for.
    """
    if not said:
        tell_register(context, draft)
    placed = _placed(context, draft, "append" if is_gathered(draft) and way is None else way)
    preview(context, [placed], as_json=False)
    if dry_run:
        return 0
    asked = say("log.write-register" if not said else "log.write-it", kind=say(f"words.{draft.entry.kind}"))
    decision = TalkDesk(context).chosen(asked, "yn" if said else "ywn", "y")
    if decision == "n":
        raise KeyboardInterrupt
    if decision == "w":
        walk = replace(draft, entry=replace(draft.entry, kind="walk"))
        session, agreed, decision = talked(context, Typed(), text, walk, way)
        return as_decided(context, session, agreed, decision)
    return write_walks(context, [placed], as_json=False, asked=True)


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
    for draft in filter(is_gathered, drafts):
        tell_register(context, draft)
    whole = [measured(context, draft) for draft in drafts]
    if dry_run and way == "append":
        whole = [as_addition(context, draft) for draft in whole]
    preview(context, whole, as_json=False)
    if dry_run:
        tell_lengths(context, whole)
        return 0
    decision = TalkDesk(context).chosen(say("log.write-all", count=len(drafts)), "y1n", "y")
    if decision == "n":
        raise KeyboardInterrupt
    if decision == "1":
        return _one_by_one(context, drafts, text, keep_rest, way)
    return write_walks(context, [_placed(context, draft, way) for draft in whole], as_json=False, asked=True)


def _placed(context: Context, draft: Draft, way: str | None) -> Draft:
    """A walk with the entry it is added to, where its day has one and a person wants that. 3 stops all of them."""
    added = appended(context, draft) if way == "append" else as_addition(context, draft)
    if added.into is None or way == "second":
        return draft
    if is_gathered(draft):
        return added
    if way is None:
        asked = say("asking.already-of-several", day=draft.entry.date, path=added.into)
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
            if is_gathered(draft):
                code = _register_agreed(context, draft, False, "\n".join(lines[first:end]), way, said=False)
                continue
            session, agreed, decision = talked(context, Typed(), "\n".join(lines[first:end]), draft, way)
        except (KeyboardInterrupt, EOFError):
            return INTERRUPTED
        code = as_decided(context, session, agreed, decision)
    return code
