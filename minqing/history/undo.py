"""Taking back the last change, and making again what was taken back: a new commit that restores the text exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import dataclass, replace
from minqing.history.change import Change, Write
from minqing.history.events import Event, of_commit
from minqing.history.git import run
from minqing.history.logbook import Commit, FileChange, commits, is_diary
from minqing.history.objects import Blobs
from minqing.history.pending import content
from minqing.history.standing import Standing
from minqing.history.status import changed
from minqing.history.taken_back import REDO, UNDO
from minqing.history.versions import Versions
from minqing.text.read import read_entry
from minqing.text.reversing import Touched, taken_back
from minqing.text.source import name_of
from minqing.text.vocabulary import category_words
from minqing.workspace.scan import scan

if TYPE_CHECKING:
    from minqing.workspace.opened import Workspace


OWN_WORDS = ("撤回: ", "重做: ", "Undo: ", "Redo: ")
"""How the subjects of these commits begin, in either language."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step back: the commit it takes back, and what that did, in events.

    With ``again`` the commit is itself an undo, and the events are what is made again.
    """

    commit: Commit
    events: tuple[Event, ...]
    again: bool = False

    @property
    def action(self) -> str:
        """The action of its own commit."""
        return REDO if self.again else UNDO

    @property
    def original(self) -> str:
        """The subject of what was changed in the first place, without the words of undoing."""
        subject = self.commit.subject
        if self.commit.actions not in ([UNDO], [REDO]):
            return subject
        return next((subject[len(word) :] for word in OWN_WORDS if subject.startswith(word)), subject)

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues it is about, in the order in which the commit names or holds them."""
        named = self.commit.issues or [event.issue for event in self.events if event.issue]
        return tuple(dict.fromkeys(named))

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """The files it changes, each under its own name: a renamed one went, and another came."""
        return tuple(one for one in self.commit.changes[0] if one.old != one.new)

    @property
    def files(self) -> tuple[str, ...]:
        """The names of those files."""
        return tuple(one.new_path for one in self.changes)


def next_step(workspace: Workspace, *, again: bool = False) -> Step:
    """What is taken back next, or made again. Raises ``MinqingError`` in words where there is nothing."""
    standing = Standing(workspace.root, photos=workspace.community.commit_photos)
    return _step(workspace, standing.taken_back() if again else standing.last(), again)


def step_of(workspace: Workspace, id: str, *, again: bool = False) -> Step:
    """The step that takes back the commit ``id``, whether it was made already or not."""
    standing = Standing(workspace.root, photos=workspace.community.commit_photos)
    return _step(workspace, standing.commit(id), again)


def _step(workspace: Workspace, commit: Commit, again: bool) -> Step:
    with closing(Versions(workspace.root, category_words(workspace.community))) as versions:
        events = of_commit(workspace.root, versions, commit.id)
    return Step(commit, tuple(_turned(one) for one in events) if again else tuple(events), again)


def _turned(event: Event) -> Event:
    """What an undo took away, as what is made again."""
    return replace(event, action="", by_hand=False, differences=tuple(one.reversed for one in event.differences))


def reversal(workspace: Workspace, step: Step, subject: str) -> Change:
    """The change that makes ``step``: every file without it, or none.

    Raises ``MinqingError`` (exit code 4): ``undo.touched`` where a later change is in the way, ``undo.unclean`` where
    a file is not as it was committed, ``undo.number-taken`` where an issue would come back whose number was given to
    another one meanwhile.
    """
    _refuse_uncommitted(workspace.root, step)
    with closing(Blobs(workspace.root)) as blobs:
        writes = tuple(_writes(workspace, step, blobs))
    _refuse_taken_numbers(workspace, step, writes)
    return Change(step.action, subject, writes, step.issues, step.commit.id)


def _refuse_uncommitted(root: Path, step: Step) -> None:
    left = changed(root, step.files)
    if left:
        raise MinqingError("undo.unclean", GIT, path=left[0].path)


def _refuse_taken_numbers(workspace: Workspace, step: Step, writes: Sequence[Write]) -> None:
    """Numbers are given out by the highest there is: one that was taken back can be another issue's by now."""
    words, neighbours = category_words(workspace.community), _by_day(workspace.root)
    own = {write.path for write in writes}

    def ids(path: str, raw: bytes | None) -> set[str]:
        entry = read_entry(raw, path, words).entry if raw else None
        return {issue.id for issue in entry.issues} if entry else set()

    for write in writes:
        name = name_of(write.path) if write.new is not None and is_diary(write.path) else None
        others = [path for path in neighbours.get(name.day, ()) if path not in own] if name else []
        back = ids(write.path, write.new) - ids(write.path, content(workspace.root, write.path)) if others else set()
        for path in others if back else ():
            for id in sorted(back & ids(path, content(workspace.root, path))):
                raise MinqingError(f"{step.action}.number-taken", GIT, subject=step.commit.subject, id=id, path=path)


def _by_day(root: Path) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for name, path in scan(root).named:
        found.setdefault(name.day, []).append(path)
    return found


def _writes(workspace: Workspace, step: Step, blobs: Blobs) -> Iterator[Write]:
    """What each file of the commit is to hold."""
    changes, words = step.changes, category_words(workspace.community)
    for start in range(0, len(changes), _AT_ONCE):
        some = changes[start : start + _AT_ONCE]
        held = blobs.read(id for one in some for id in (one.old, one.new) if id)
        for one in some:
            before, after = (_held(workspace.root, held, id) for id in (one.old, one.new))
            yield Write(one.new_path, _without(workspace, step, one.new_path, before, after, words))


_AT_ONCE = 100
"""So many files are held in memory."""


def _held(root: Path, held: dict[str, bytes], id: str | None) -> bytes | None:
    """A content; asked for alone where it is larger than a diary, such as a photo."""
    if id is None:
        return None
    if held.get(id):
        return held[id]
    asked = run(root, "--no-replace-objects", "cat-file", "blob", id)
    if asked.code:
        raise MinqingError("undo.cut", GIT)
    return asked.out.encode("utf-8", "surrogateescape")


def _without(
    workspace: Workspace,
    step: Step,
    path: str,
    before: bytes | None,
    after: bytes | None,
    words: Mapping[str, str],
) -> bytes | None:
    try:
        return taken_back(path, before, after, content(workspace.root, path), words if is_diary(path) else None)
    except Touched as touched:
        raise _in_the_way(workspace.root, step, path, touched.line) from None


def _in_the_way(root: Path, step: Step, path: str, line: int) -> MinqingError:
    """The refusal, with who changed the file last since."""
    later = next(commits(root, "HEAD", f"^{step.commit.id}", paths=(path,)), None)
    where = f"{path}:{line}" if line else path
    who = {"author": later.author, "day": later.written.day, "what": later.subject} if later else {}
    code = f"{step.action}.touched" if later else f"{step.action}.touched-unknown"
    return MinqingError(code, GIT, where=where, subject=step.commit.subject, **who)
