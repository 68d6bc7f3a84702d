"""``minqing sync``: what came from colleagues, what was sent to them, and what nobody may decide for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from minqing.cli.commands.common import category_names, told_outcome
from minqing.cli.commands.happened import field_word
from minqing.cli.context import Context
from minqing.cli.withheld import permission
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.history.carried import Carried, NotPermitted
from minqing.history.change import Outcome
from minqing.history.logbook import Commit
from minqing.history.making_room import is_picture
from minqing.history.remote import SECONDS
from minqing.history.set_twice import SetTwice
from minqing.history.sync import Contradicted, Synced, Words, last_change, synchronise
from minqing.messages import language, say, speaking
from minqing.text.merge import OURS, THEIRS, WHOLE, Contradiction
from minqing.text.normal import visible
from minqing.text.problems import Problem
from minqing.text.telling import Telling
from minqing.workspace.find import became_default

SHOWN = 12
"""So many commits of each side are named."""


def sync(context: Context, *, mine: bool, theirs: bool, join: bool = False, as_json: bool) -> int:
    """Fetch, merge, check, push; with ``join`` also what was begun apart.

    Raises ``MinqingError`` with exit code 4 where the remote or git refuses and 1 where both sides have changed
    the same thing and nobody can be asked; nothing is merged then.
    """
    if mine and theirs:
        raise MinqingError("sync.both", MISUSE)
    asker = _Asker(context, OURS if mine else THEIRS if theirs else None)
    words, ready = _words(context), _Ready(context)
    try:
        done = synchronise(
            context.workspace, words, asker.ask, _seconds(context), ready.check, permission(context), join
        )
    except Contradicted as found:
        return _contradicted(context, found, as_json)
    except NotPermitted as found:
        return _not_permitted(context, found, ready.done, as_json)
    except MinqingError as refused:
        if refused.exit_code != DIARY:
            _tell_refused(context, refused, as_json)
        raise
    code = _answer(context, done, as_json)
    if became_default(context.root, context.env):
        context.screen.message(say("cli.is-default"))
    return code


def _seconds(context: Context) -> float:
    given = context.env.get("MINQING_SYNC_TIMEOUT", "").strip()
    if not given:
        return SECONDS
    if not (given.isascii() and given.isdigit() and 0 < int(given) <= 86_400):
        raise MinqingError("sync.seconds", MISUSE, value=given)
    return float(given)


def _words(context: Context) -> Words:
    """The subjects of the commits, in the workspace's language."""

    def merged(names: Sequence[str]) -> str:
        with speaking(context.file_language):
            joined = say("sync.commit-joint").join(names[:3])
            return say("sync.commit", names=joined) if names else say("sync.commit-nobody")

    def room(numbers: Sequence[tuple[str, str, str]], moved: Sequence[tuple[str, str]]) -> str:
        with speaking(context.file_language):
            said = [say("sync.room-number", old=old, new=new) for _, old, new in numbers]
            said += [say("sync.room-file", old=_short(old), new=_short(new)) for old, new in moved]
            return say("sync.commit-joint").join(said)

    def allowed(count: int) -> str:
        with speaking(context.file_language):
            return say("sync.commit-allowed", count=count)

    return Words(merged, room, allowed)


def _short(path: str) -> str:
    return PurePosixPath(path).stem


class _Ready:
    """Looks at the diary before anything is sent, and remembers what was merged up to there."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.done = Synced()

    def check(self, done: Synced) -> None:
        """Conflict markers are nobody's diary; they are not sent. Raises ``MinqingError``."""
        self.done = done
        marked = [p.file for p in _problems(self._context) if p.code == "conflict-marker"]
        if marked:
            files = "\n".join(f"    {file}" for file in dict.fromkeys(marked))
            raise MinqingError("sync.markers", DIARY, files=files)


def _problems(context: Context) -> tuple[Problem, ...]:
    """The errors of the diary as it stands after the merge."""
    return tuple(Context(context.folder, context.chosen_language, context.env).diary.errors)


# contradictions


class _Asker:
    """Decides contradictions: as the command line says, else by asking."""

    def __init__(self, context: Context, side: str | None) -> None:
        self._context = context
        self._side = side

    def ask(self, found: Sequence[Contradiction], ours: str, theirs: str) -> dict[tuple[str, str, str], str]:
        """The side of each. Raises ``Contradicted`` where nobody sits at the keyboard."""
        if self._side is not None:
            return {one.key: self._side for one in found}
        if not self._context.asks:
            raise Contradicted(found, ours, theirs)
        from minqing.cli.asking import ask

        chosen = {}
        for one in found:
            for line in _told(self._context, one, ours, theirs):
                self._context.screen.line(line)
            while (given := ask(say("sync.which"))) not in ("1", "2"):
                pass
            chosen[one.key] = OURS if given == "1" else THEIRS
        return chosen


def _contradicted(context: Context, found: Contradicted, as_json: bool) -> int:
    if as_json:
        listed = [_contradiction(one) for one in found.found]
        context.screen.json(_empty() | {"problem": found.code, "contradictions": listed})
    context.screen.message(say("sync.contradiction", count=len(found.found)))
    for one in found.found:
        context.screen.message("\n".join(_told(context, one, found.ours, found.theirs)))
    if all(one.field != "id" for one in found.found):
        context.screen.message(say("sync.how"))
    return found.exit_code


def _told(context: Context, one: Contradiction, ours: str, theirs: str) -> list[str]:
    """A contradiction in words: what stood there, and who has written what when."""
    if one.field == "id":
        return [say("sync.unsettled", file=one.path, value=one.ours)]
    if one.field == WHOLE:
        what, values = say("sync.differ-file", file=one.path), ("", "", "")
    else:
        field = field_word(one.field, language())
        what = say("sync.differ", file=one.path, issue=one.issue, title=one.title, field=field)
        values = (one.base, one.ours, one.theirs)
    mine = last_change(context.root, ours, theirs, one.path)
    other = last_change(context.root, theirs, ours, one.path)
    lines = [" ".join(what.split())]
    if values[0]:
        lines.append(say("sync.before", value=values[0]))
    return [*lines, _side("ours", values[1], mine, one), _side("theirs", values[2], other, one)]


def _side(side: str, value: str, commit: Commit | None, one: Contradiction) -> str:
    shown = commit.subject if one.field == WHOLE and commit else value or say("sync.empty")
    who, when = (commit.author, commit.written.day.isoformat()) if commit else ("?", "?")
    return say(f"sync.{side}", value=shown, who=who, when=when)


def _contradiction(one: Contradiction) -> dict[str, object]:
    keys = ("path", "issue", "field", "base", "ours", "theirs")
    return {"file" if key == "path" else key: getattr(one, key) or None for key in keys}


# numbers of persons


def _not_permitted(context: Context, found: NotPermitted, done: Synced, as_json: bool) -> int:
    """What was merged is told as ever; then why nothing was sent."""
    if as_json:
        numbers = [_number(one) for one in found.found]
        context.screen.json(_json(done) | {"problem": found.code, "private": {"received": [], "withheld": numbers}})
    else:
        _tell(context, done)
    context.screen.message(say("sync.private", places=_number_lines(found.found)))
    context.screen.message(say("sync.private-mend"))
    return found.exit_code


def _number_lines(found: Sequence[Carried]) -> str:
    lines = [f"  {_number_line(one)}" for one in found[:SHOWN]]
    return "\n".join([*lines, say("privacy.more", count=len(found) - SHOWN)] if len(found) > SHOWN else lines)


def _number_line(one: Carried) -> str:
    """Where a number stands, masked, and who committed it when."""
    leak = one.leak
    where = f"{leak.shown_path}:{one.line}" if one.line else leak.shown_path or say("purge.in-words")
    told = say("sync.number-by", author=leak.author, date=leak.date, commit=leak.commit[:8])
    gone = say("sync.number-gone") if leak.path and not one.line else ""
    allowed = say("purge.allowed", reason=leak.allowed) if leak.allowed else ""
    return visible(f"{where}  {say(f'privacy.{leak.kind}')} {leak.masked}{gone}{told}{allowed}")


def _number(one: Carried) -> dict[str, object]:
    leak = one.leak
    return {
        "file": leak.shown_path or None, "line": one.line or None, "kind": leak.kind, "masked": leak.masked,
        "commit": leak.commit, "date": leak.date, "author": leak.author, "allowed": leak.allowed or None,
    }  # fmt: skip


# the answer


def _empty() -> dict[str, object]:
    return {
        "schema": 1, "branch": None, "received": [], "sent": [], "renumbered": [], "moved": [], "kept": [],
        "beside": [], "set_twice": [], "merge": None, "joined": False, "dropped": [], "pushed": False,
        "private": {"received": [], "withheld": []}, "problem": None, "contradictions": [],
    }  # fmt: skip


def _tell_refused(context: Context, refused: MinqingError, as_json: bool) -> None:
    if as_json:
        context.screen.json(_empty() | {"problem": refused.code})
    elif refused.code not in ("sync.no-remote", "sync.off", "sync.detached", "sync.unrelated", "sync.no-diary"):
        context.screen.message(say("sync.local-works"))


def _answer(context: Context, done: Synced, as_json: bool) -> int:
    settled = done.settled
    left = settled.hand_problem, settled.withheld
    words = settled.finished_words
    outcome = Outcome(None, None, settled.hand_commit, settled.finished, *left, finished_words=words)
    if as_json:
        context.screen.json(_json(done))
    else:
        _tell(context, done)
    code = told_outcome(context, outcome)
    errors = _problems(context) if done.received else ()
    if errors:
        context.screen.message(say("sync.checked", count=len(errors)))
    return code or (DIARY if errors else 0)


def _tell(context: Context, done: Synced) -> None:
    screen = context.screen
    _tell_commits(context, "sync.received", done.received)
    if done.merge:
        screen.line(say("sync.joined" if done.joined else "sync.merged"))
    for file, old, new in done.numbers[:SHOWN]:
        screen.line(say("sync.number", old=old, new=new, title=_title(context, file, new, done)))
    if len(done.numbers) > SHOWN:
        screen.line(say("sync.numbers-more", count=len(done.numbers) - SHOWN))
    for before, after in done.moved:
        screen.line(say("sync.picture" if is_picture(before) else "sync.file", old=before, new=after))
    for file, copy in done.beside:
        screen.line(say("sync.beside", file=file, copy=copy))
    for file in done.kept:
        screen.line(say("sync.kept", file=file))
    for one in done.set_twice[:SHOWN]:
        screen.line(_told_twice(context, one))
    _tell_commits(context, "sync.sent", done.sent)
    if done.dropped:
        first = done.dropped[0]
        who, when = first.author, first.written.day.isoformat()
        context.screen.message(say("sync.dropped", count=len(done.dropped), author=who, date=when))
    if done.numbers_in:
        context.screen.message(say("sync.private-came", places=_number_lines(done.numbers_in)))
    if any(not one.leak.allowed for one in done.numbers_in):
        context.screen.message(say("sync.private-came-mend"))
    if not (done.received or done.sent or done.merge):
        screen.line(say("sync.nothing"), "good")


def _told_twice(context: Context, one: SetTwice) -> str:
    """A field that both have set by a line, and which line holds."""
    telling = Telling(language(), category_names(context))
    field = field_word(one.field, language())
    ours, theirs, holds = (telling.value(one.field, value) for value in (one.ours, one.theirs, one.holds))
    return say("sync.set-twice", issue=one.issue, title=one.title, field=field, ours=ours, theirs=theirs, holds=holds)


def _tell_commits(context: Context, key: str, found: Sequence[Commit]) -> None:
    if not found:
        return
    context.screen.line(say(key, count=len(found)))
    for one in found[-SHOWN:]:
        context.screen.line("  " + say("sync.change", author=one.author, subject=one.subject))
    if len(found) > SHOWN:
        context.screen.line("  " + say("sync.more", count=len(found) - SHOWN))


def _title(context: Context, file: str, id: str, done: Synced) -> str:
    from minqing.workspace.load import read_one

    entry = read_one(context.workspace, dict(done.moved).get(file, file)).entry
    return next((issue.title for issue in entry.issues if issue.id == id), "") if entry else ""


def _json(done: Synced) -> dict[str, object]:
    return _empty() | {
        "branch": done.branch,
        "received": [_commit(one) for one in done.received],
        "sent": [_commit(one) for one in done.sent],
        "renumbered": [{"file": file, "from": old, "to": new} for file, old, new in done.numbers],
        "moved": [{"from": old, "to": new} for old, new in done.moved],
        "kept": done.kept,
        "beside": [{"file": file, "copy": copy} for file, copy in done.beside],
        "set_twice": [_twice(one) for one in done.set_twice],
        "merge": done.merge,
        "joined": done.joined,
        "dropped": [_commit(one) for one in done.dropped],
        "pushed": done.pushed,
        "private": {"received": [_number(one) for one in done.numbers_in], "withheld": []},
    }


def _twice(one: SetTwice) -> dict[str, object]:
    keys = ("path", "issue", "field", "ours", "theirs", "holds")
    return {"file" if key == "path" else key: getattr(one, key) for key in keys}


def _commit(one: Commit) -> dict[str, object]:
    return {
        "commit": one.id, "date": one.written.iso, "author": one.author,
        "action": one.actions[0] if one.actions else None, "issues": one.issues, "subject": one.subject,
    }  # fmt: skip
