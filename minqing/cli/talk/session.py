"""A conversation so far, kept on disk after every answer: nothing typed is lost to a closed window or a power cut."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from minqing.cli.commands.composing import Told
from minqing.cli.context import Context
from minqing.domain.errors import MinqingError
from minqing.domain.values import asdict, dataclass, field
from minqing.messages import say

DRAFTS = "drafts"
"""The folder below ``.minqing`` that holds what is not written yet."""

AS_TEXT = 4
"""Characters from which on a line that was not finished is worth coming back for."""

ONLY_OWNER = 0o600
"""A draft holds what residents said: nobody else on the machine reads it."""


@dataclass(slots=True)
class Session:
    """What was answered: facts of the walk by name as typed, matters, remarks by section (``""``: free text).

    ``way`` is how a day that has a walk already is gone about: ``add`` to it, ``second``, or not asked yet.
    ``begun`` is the day the conversation was begun on; ``notes`` what was pasted, kept until it is written.
    ``half`` is what was being typed, by its question. ``words`` are the facts whose answer said more than their value
    (三千多), ``without`` those that were answered with nothing on purpose. ``looked_over``: all was answered and shown
    before writing; it is gone on with there. ``file`` is the name of its draft, ``kept`` whether that could be written.
    """

    answers: dict[str, str] = field(default_factory=dict)
    matters: list[Told] = field(default_factory=list)
    remarks: dict[str, str] = field(default_factory=dict)
    way: str = ""
    begun: str = ""
    notes: str = ""
    half: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    looked_over: bool = False
    file: str = "log.json"
    kept: bool = True

    @property
    def says_something(self) -> bool:
        """Whether anything was answered that would be a pity to lose; the day it was begun on, alone, is not."""
        typed = any(len(text) >= AS_TEXT for text in self.half.values())
        answered = any(value for name, value in self.answers.items() if (name, value) != ("date", self.begun))
        return bool(answered or self.matters or self.remarks or self.notes or typed)


def weekday_of(session: Session) -> str:
    """The weekday of the walk, in words."""
    return say(f"words.weekday-{date.fromisoformat(session.answers['date']).weekday()}")


def keep(context: Context, session: Session) -> None:
    """Write the session to its draft, whole or not at all; where that is refused it is said once."""
    from minqing.workspace.files import own_folder, write_atomic

    session.begun = session.begun or context.today.isoformat()
    text = json.dumps({"schema": 1, **asdict(session)}, ensure_ascii=False, default=str)
    path = f".minqing/{DRAFTS}/{session.file}"
    try:
        own_folder(context.workspace.root, DRAFTS)
        write_atomic(context.workspace.root, path, text.encode("utf-8", "replace"), mode=ONLY_OWNER)
    except MinqingError as error:
        _tell_unkept(context, session, error)


def _tell_unkept(context: Context, session: Session, error: MinqingError) -> None:
    from minqing.cli.refusals import told

    if session.kept:
        told(error)
        context.screen.message(say("asking.unkept"))
    session.kept = False


def forget(context: Context, session: Session) -> None:
    """The walk is written; its draft may go."""
    (_folder(context) / session.file).unlink(missing_ok=True)


def hold(context: Context, session: Session) -> bool:
    """Keep other conversations off this draft until this process ends; false where another one is at it."""
    return _locked(_folder(context) / session.file) is not None


def _locked(file: Path) -> Callable[[], None] | None:
    """What lets go of a draft; ``None`` where somebody else is at it. Where there are no locks nobody is kept off."""
    from minqing.workspace.lock import Busy, take

    try:
        return take(file.with_suffix(".lock"), 0)
    except Busy:
        return None
    except OSError:
        return lambda: None


def _is_free(file: Path) -> bool:
    let_go = _locked(file)
    if let_go:
        let_go()
    return let_go is not None


def kept_sessions(context: Context) -> list[Session]:
    """The conversations that were not finished and nobody is at, the newest first; one that says nothing goes."""
    files = sorted(_folder(context).glob("log*.json"), key=lambda f: f.stat().st_mtime_ns, reverse=True)
    found = [_read(file) for file in files if "~" not in file.name and _is_free(file)]
    for empty in (session for session in found if session and not session.says_something):
        forget(context, empty)
    return [session for session in found if session and session.says_something]


def kept_as(context: Context, name: str) -> Session:
    """What is kept under a name of its own; an empty one where there is nothing."""
    return _read(_folder(context) / name) or Session(file=name)


def new_session(context: Context) -> Session:
    """An empty conversation with a draft of its own beside those that are left for later."""
    folder, number = _folder(context), 1
    while (folder / _name(number)).exists() or not hold(context, Session(file=_name(number))):
        number += 1
    return Session(file=_name(number))


def _name(number: int) -> str:
    return f"log-{number}.json" if number > 1 else "log.json"


def throw_away(context: Context, session: Session) -> None:
    """Offer a draft no more; its text stays beside it, as nothing typed is ever lost."""
    from minqing.cli.commands.common import put_aside

    put_aside(context, _folder(context) / session.file)


def _folder(context: Context) -> Path:
    from minqing.workspace.files import own_folder

    return own_folder(context.workspace.root, DRAFTS)


def _read(file: Path) -> Session | None:
    """The kept conversation; ``None`` where the file holds something else."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        texts: dict[str, Any] = {name: str(raw.get(name, "")) for name in ("way", "begun", "notes")}
        return Session(_texts(raw["answers"]), [_told(m) for m in raw["matters"]], _texts(raw["remarks"]), **texts,
                       half=_texts(raw.get("half", {})), words=_texts(raw.get("words", {})),
                       without=list(map(str, raw.get("without", ()))), looked_over=raw.get("looked_over") is True,
                       file=file.name)  # fmt: skip
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return None


def _texts(raw: Any) -> dict[str, str]:
    return {str(name): str(text) for name, text in raw.items()}


def _told(raw: Any) -> Told:
    """A matter as kept; raises ``TypeError`` or ``ValueError`` for something else."""
    due = raw.get("due")
    suggested = tuple(str(name) for name in raw.get("suggested", ()))
    return Told(**{**raw, "due": date.fromisoformat(due) if due else None, "suggested": suggested})
