"""The plain questions of ``minqing log`` in a terminal; a paste at the first one is taken as notes.

Every answer is kept in a draft at once, so that Ctrl-C or a closed window loses none of them; the next
``minqing log`` offers to go on with it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from minqing.cli.asking import ask, confirmed, pasted_rest
from minqing.cli.commands.common import number_of, put_aside
from minqing.cli.commands.composing import told_from_text
from minqing.cli.commands.entries import Draft
from minqing.cli.commands.logging import Typed, draft_from, read_date, read_km, read_time
from minqing.cli.context import Context
from minqing.domain.errors import MinqingError
from minqing.domain.model import Entry
from minqing.domain.values import asdict, dataclass, field, replace
from minqing.messages import say

FACTS = ("date", "walkers", "companions", "route", "weather", "time", "steps", "km")
"""What is asked of the walk itself, in this order; the matters and the body follow."""

NOTHING = "-"
"""The answer that leaves a question empty in spite of its default."""

BACK = ("<", "＜")
"""The answer that goes back to the question before."""


@dataclass(slots=True)
class Session:
    """A conversation so far: answers as typed, matters one a line, or the notes that were pasted."""

    answers: dict[str, str] = field(default_factory=dict)
    issues: list[str] = field(default_factory=list)
    notes: str = ""


def asked_walk(context: Context, typed: Typed) -> Draft:
    """A walk by questions; the last walk's people, route and time are the defaults."""
    session = _kept_session(context)
    if not session.notes:
        context.screen.message(say("asking.how"))
        _converse(context, session, typed)
    if session.notes:
        return draft_from(context, typed, session.notes)
    answers = session.answers
    names: dict[str, Any] = {n: (answers[n],) if answers.get(n) else () for n in ("walkers", "companions")}
    facts: dict[str, Any] = {n: answers.get(n) or None for n in FACTS if n not in names}
    draft = draft_from(context, replace(typed, **facts, **names), None)
    told = tuple(told_from_text(context, text) for text in session.issues)
    return Draft(replace(draft.entry, body=answers.get("body", "")), (*draft.told, *told))


def _converse(context: Context, session: Session, typed: Typed) -> None:
    """Ask everything; ``<`` goes back a question."""
    steps, last, at = (*FACTS, "issues", "body"), _last_walk(context), 0
    while at < len(steps) and not session.notes:
        name = steps[at]
        if name == "issues":
            onward = _ask_issues(context, session)
        else:
            onward = _ask_fact(context, session, name, _default(context, name, last, typed))
        at = at + 1 if onward else max(at - 1, 0)


def _ask_fact(context: Context, session: Session, name: str, default: str) -> bool:
    """One question, asked until its answer can be read; ``False`` for going back."""
    from minqing.cli.refusals import told

    while True:
        given = ask(say(f"asking.{name}"), session.answers.get(name) or default)
        if given in BACK:
            return False
        if given == NOTHING and name != "date":
            given = ""
        if name == "date" and _is_paste(context, session, given):
            return True
        try:
            _check(context, name, given)
        except MinqingError as error:
            told(error)
            continue
        session.answers[name] = read_date(context, given).isoformat() if name == "date" else given
        _keep(context, session)
        return True


def _is_paste(context: Context, session: Session, given: str) -> bool:
    """Whether the first answer came with further lines: then all of it is notes."""
    first, _, rest = (given + "\n" + pasted_rest()).partition("\n")
    if rest.strip():
        session.notes = f"{first}\n{rest}"
        _keep(context, session)
    return bool(session.notes)


def _check(context: Context, name: str, given: str) -> None:
    """Raise ``MinqingError`` for an answer that cannot be read."""
    if name == "date":
        read_date(context, given)
    elif given and name == "time":
        read_time(context, given)
    elif given and name == "km":
        read_km(context, given, say("show.km"))
    elif given and name == "steps":
        number_of(given, say("show.steps"))


def _ask_issues(context: Context, session: Session) -> bool:
    """Matters one a line until an empty one; ``<`` opens the last one again, or goes back where there is none."""
    taken_back = ""
    while True:
        given = ask(say("asking.issue", number=len(session.issues) + 1), taken_back)
        taken_back = ""
        if given in ("", NOTHING):
            return True
        if given not in BACK:
            session.issues.append(given)
        elif session.issues:
            taken_back = session.issues.pop()
        else:
            return False
        _keep(context, session)


def _default(context: Context, name: str, last: Entry, typed: Typed) -> str:
    if name == "date":
        return typed.date or context.today.isoformat()
    if name == "walkers":
        return "、".join(last.walkers)
    return {"route": last.route, "time": last.time}.get(name) or ""


def _last_walk(context: Context) -> Entry:
    walks = [e for e in context.diary.entries() if e.kind == "walk"]
    return max(walks, key=lambda e: e.date, default=Entry(context.today))


def _draft_file(context: Context) -> Path:
    from minqing.workspace.files import own_folder

    return own_folder(context.workspace.root, "drafts") / "log.json"


def _keep(context: Context, session: Session) -> None:
    from minqing.workspace.files import write_atomic

    write_atomic(context.workspace.root, ".minqing/drafts/log.json", _written(session))


def _written(session: Session) -> bytes:
    return json.dumps(asdict(session), ensure_ascii=False).encode("utf-8", "replace")


def forget_session(context: Context) -> None:
    """The walk is written; its draft may go."""
    _draft_file(context).unlink(missing_ok=True)


def _kept_session(context: Context) -> Session:
    """The conversation that was not finished last time, where the person wants to go on with it."""
    file = _draft_file(context)
    kept = _read_session(file)
    if kept is None:
        return Session()
    said = kept.notes or "  ".join([*(a for a in kept.answers.values() if a), *kept.issues])
    context.screen.message(say("asking.kept", said=said.strip()))
    if confirmed(say("asking.go-on")):
        return kept
    put_aside(context, file)
    return Session()


def _read_session(file: Path) -> Session | None:
    """The kept conversation; ``None`` where there is none or the file holds something else."""
    try:
        kept = Session(**json.loads(file.read_text(encoding="utf-8")))
        plain = isinstance(kept.answers, dict) and isinstance(kept.issues, list) and isinstance(kept.notes, str)
        texts = [*kept.answers.values(), *kept.issues]
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return kept if plain and all(isinstance(text, str) for text in texts) else None
