"""What happened to a diary, change by change, from git alone: who, when, and what by meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from minqing.domain.model import Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.domain.verbs import VERBS
from minqing.history.fingerprint import came
from minqing.history.hand_edits import ACTION as HAND_EDIT
from minqing.history.logbook import Commit, FileChange, commits, is_diary
from minqing.history.versions import Versions
from minqing.text.differences import Difference, line_differences
from minqing.text.normal import folded
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.names import DIARIES

SCOPE = (DIARIES, SETTINGS_FILE, "templates")
"""What belongs to the diary; a commit that touches none of it is somebody else's business."""

FOLLOWED = 8
"""So often an issue is followed to the file it came from."""

_BRINGS = {
    "log": ("entry_added", "issue_added", "fact_added", "body_added", "note_added"),
    "add": ("entry_added", "issue_added"),
    "set": ("field_changed", "fact_added"),
    "import": ("entry_added", "issue_added", "body_added"),
    **dict.fromkeys(VERBS, ("line_added",)),
}
"""What a commit of these actions can have done; one that did anything else was made by hand, whatever it says.

``fact_added`` is a fact of an entry that said nothing of it, or more names; ``body_added`` lines of a body besides
those that were there; ``note_added`` a line of progress that is a note. Any other action (``edit``, ``fix``, ``undo``
…) may do anything.
"""


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit did to one issue or to one file.

    ``action`` is the one the commit names, ``hand-edit`` where it names none, ``merge`` of a merge. ``issue`` is
    empty for what is about the entry or a file; ``title`` is what the issue was called then. ``differences`` say
    what changed; of a file that is no diary, or cannot be read, they are its lines.
    """

    commit: Commit
    action: str
    issue: str
    file: str
    by_hand: bool
    differences: tuple[Difference, ...]
    title: str = ""


def newest(root: Path, versions: Versions) -> Iterator[Event]:
    """The events of all commits, newest first, as they are asked for."""
    return _events(commits(root, "HEAD", paths=SCOPE), versions)


def chosen(root: Path, versions: Versions, wanted: Callable[[Commit], bool]) -> Iterator[Event]:
    """The events of the commits that are ``wanted``, newest first."""
    return _events((one for one in commits(root, "HEAD", paths=SCOPE) if wanted(one)), versions)


def of_commit(root: Path, versions: Versions, id: str) -> list[Event]:
    """The events of one commit."""
    return list(_events(commits(root, "--no-walk", id, paths=SCOPE), versions))


def by_name(name: str) -> Callable[[Commit], bool]:
    """Whether a commit is by somebody whose name holds ``name``."""
    wanted = folded(name)
    return lambda commit: wanted in folded(commit.author) or wanted == folded(commit.email)


def of_issue(root: Path, versions: Versions, issue: str, path: str | None) -> list[Event]:
    """Everything that happened to one issue, newest first, through the files and numbers it has had.

    ``path`` is the file it stands in now, ``None`` for one that is gone.
    """
    day = f"{issue[:4]}-{issue[4:6]}-{issue[6:8]}"
    # patterns cost git three times as much as a name
    paths = [path] if path else [f"{DIARIES}/{day[:4]}/{day}*.md", f"{DIARIES}/{day}*.md"]
    for _ in range(FOLLOWED):
        found, came_in = _told_of(root, versions, issue, paths)
        source = _source(root, versions, came_in, issue, paths) if came_in else None
        if source is None or source in paths:
            break
        paths.append(source)
    return found


def _told_of(root: Path, versions: Versions, issue: str, paths: Sequence[str]) -> tuple[list[Event], Commit | None]:
    """The events of an issue in these files, and the commit that brought it into them."""
    found: list[Event] = []
    first: Commit | None = None
    id = issue
    for event in _events(commits(root, "--topo-order", "HEAD", paths=paths, globs=True), versions):
        own = tuple(one for one in event.differences if _is_about(one, id))
        if not own:
            continue
        found.append(_event(event.commit, id, own, event.title))
        id = next((str(one.old) for one in own if one.field == "id"), id)
        first = event.commit if any(one.kind == "issue_added" for one in own) else first
    return found, first


def _is_about(one: Difference, id: str) -> bool:
    return one.issue == id or (one.field == "id" and one.new == id)


def _source(root: Path, versions: Versions, commit: Commit, issue: str, paths: Sequence[str]) -> str | None:
    """The file an issue came from with a commit that seemed to bring it into ``paths``.

    It came from a file that was there before. What else a commit has added, as the takeover of a ledger adds thousands
    of files, is not read for that.
    """
    for told in commits(root, "--no-walk", commit.id, paths=(DIARIES,)):
        old = (tuple(one for one in changes if one.old or one.new_path in paths) for changes in told.changes)
        whole = replace(told, changes=tuple(old))
        for one in _own_differences(whole, versions):
            if one.kind in ("issue_moved", "issue_vanished") and one.issue == issue:
                return one.old_file
        for change in (change for changes in whole.changes for change in changes):
            if change.old_path != change.new_path and versions.holds(change.old, change.old_path, issue):
                return change.old_path
    return None


def _events(found: Iterable[Commit], versions: Versions) -> Iterator[Event]:
    for commit in versions.ahead(found):
        groups: dict[tuple[str, str], list[Difference]] = {}
        for one in _own_differences(commit, versions):
            groups.setdefault((one.issue, "" if one.issue else one.new_file or one.old_file), []).append(one)
        for (issue, _), own in groups.items():
            yield _event(commit, issue, own, _title(commit, issue, own, versions) if issue else "")
        if commit.is_merge and not groups:
            yield Event(commit, "merge", "", "", False, ())


def _title(commit: Commit, issue: str, own: Sequence[Difference], versions: Versions) -> str:
    """What an issue was called after a commit, or before one that took it away.

    It is looked for in the files that its differences name: a commit may have thousands.
    """
    whole = next((held for one in own if isinstance(held := one.new or one.old, Issue)), None)
    if whole is not None and whole.id == issue:
        return whole.title
    files = {file for one in own for file in (one.new_file, one.old_file)}
    every = (change for changes in commit.changes for change in changes)
    changes = [one for one in every if one.new_path in files or one.old_path in files]
    sides = [(one.new, one.new_path) for one in changes] + [(one.old, one.old_path) for one in changes]
    entries = (versions.side(*side).entry for side in sides)
    return next((one.title for entry in entries if entry for one in entry.issues if one.id == issue), "")


def _event(commit: Commit, issue: str, own: Sequence[Difference], title: str) -> Event:
    named = next(iter(commit.actions), "")
    by_hand = named in ("", HAND_EDIT) or not all(_done(one) & _brought(commit, one.kind) for one in own)
    action = "merge" if commit.is_merge else HAND_EDIT if by_hand else named
    file = own[-1].new_file or own[-1].old_file
    return Event(commit, action, issue, file, by_hand and not commit.is_merge, tuple(own), title)


def _brought(commit: Commit, kind: str) -> set[str]:
    """What the actions that a commit names can have done; ``kind`` itself where one of them can do anything."""
    return {done for action in commit.actions for done in _BRINGS.get(action, (kind,))}


def _done(one: Difference) -> set[str]:
    """What a difference is, as ``_BRINGS`` names it."""
    if one.kind == "line_added" and isinstance(one.new, Progress) and one.new.verb == "note":
        return {one.kind, "note_added"}
    if one.kind == "body_changed":
        return {one.kind, "body_added"} if _only_added(_lines(one.old), _lines(one.new)) else {one.kind}
    if one.kind == "field_changed" and not one.issue:
        old, new = (value if isinstance(value, tuple) else (value,) if value else () for value in (one.old, one.new))
        return {one.kind, "fact_added"} if _only_added(old, new) else {one.kind}
    return {one.kind}


def _lines(body: object) -> list[str]:
    return [line for line in str(body or "").splitlines() if line.strip()]


def _only_added(old: Iterable[object], new: Iterable[object]) -> bool:
    """Whether all of ``old`` stands in ``new``, in its order."""
    among = iter(new)
    return all(one in among for one in old)


def _own_differences(commit: Commit, versions: Versions) -> list[Difference]:
    """What a commit changed; of a merge only what differs from every parent."""
    pairs = [_differences(changes, versions) for changes in commit.changes]
    if not commit.is_merge:
        return [one for pair in pairs for one in pair]
    if len(pairs) < len(commit.parents):
        return []
    keys = [{(one.kind, came(one)) for one in pair} for pair in pairs]
    return [one for one in pairs[0] if all((one.kind, came(one)) in known for known in keys)]


def _differences(changes: Sequence[FileChange], versions: Versions) -> list[Difference]:
    found = list(versions.differences(changes))
    for one in changes:
        if not is_diary(one.old_path) and not is_diary(one.new_path):
            old, new = (versions.text(id) for id in (one.old, one.new))
            found += line_differences(one.old_path, old, one.new_path, new)
    return found
