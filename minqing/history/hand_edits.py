"""What people changed in the folder with their own editor: found, and named for a commit of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from minqing.domain.model import Issue
from minqing.history.git import run
from minqing.history.pending import content
from minqing.history.status import Changed
from minqing.history.withheld import numbers_added

if TYPE_CHECKING:
    from minqing.text.private_lines import Place
    from minqing.workspace.load import Workspace

ACTION = "hand-edit"
"""The action of a commit of hand edits."""

SCOPE = ("diaries", "templates", "minqing.yaml", ".gitattributes", ".gitignore")
"""What belongs to the workspace; anything else in the folder is the user's own business."""

NAMED = 3
"""So many files are named in the subject."""

SUBJECTS = {
    "zh": ("手工修改 {names}", "手工修改 {names} 等 {count} 个文件", "、"),
    "en": ("Edited by hand: {names}", "Edited by hand: {names} and {more} more", ", "),
}
"""Subject, subject of many files, and what joins their names; recorded, so in the workspace's language."""


def select(root: Path, changes: Iterable[Changed], targets: Collection[str], settled: Collection[str]) -> list[Changed]:
    """The hand edits among ``changes`` to be committed before a change of the files ``targets``.

    What the user has staged himself is left to him, unless it is a target. ``settled`` are paths that are
    taken care of otherwise (a pending change, a target that already holds what is to be written).
    """
    open_to_us = [one for one in changes if one.path not in settled and not one.unmerged]
    by_hand = (one for one in open_to_us if one.path in targets or (_ours(one.path) and not one.staged))
    return [one for one in by_hand if not (one.staged and as_in_head(root, one))]


def as_in_head(root: Path, one: Changed, at: str | None = None) -> bool:
    """Whether the folder holds what HEAD holds of a file (there, or ``at`` another path), whatever is staged."""
    raw = content(root, at or one.path)
    return one.head == (None if raw is None else _blob_id(raw, one.head or ""))


def _blob_id(raw: bytes, like: str) -> str:
    """The id git gives to ``raw``, in the repository's kind of ids: SHA-1 of 40 digits or SHA-256 of 64."""
    from hashlib import new

    return new("sha256" if len(like) == 64 else "sha1", b"blob %d\0" % len(raw) + raw).hexdigest()


def _ours(path: str) -> bool:
    name = PurePosixPath(path).name
    if path in SCOPE:
        return True
    wanted = path.startswith("templates/") or _is_diary(path)
    return wanted and not _temporary(name)


def _is_diary(path: str) -> bool:
    return path.startswith("diaries/") and path.endswith(".md")


def _temporary(name: str) -> bool:
    """Half-written files, editors' locks and backups."""
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".tmp", ".swp"))


def subject(paths: Sequence[str], language: str) -> str:
    """Words for a commit of hand edits of ``paths``."""
    one, many, joint = SUBJECTS["zh" if language == "zh" else "en"]
    names = joint.join(_short(path) for path in paths[:NAMED])
    template = one if len(paths) <= NAMED else many
    return template.format(names=names, count=len(paths), more=len(paths) - NAMED)


def _short(path: str) -> str:
    return PurePosixPath(path).stem if path.startswith("diaries/") else path


def issues_changed(workspace: Workspace, edits: Sequence[Changed]) -> list[str]:
    """Ids of the issues that differ between HEAD and the folder, as far as both can be read, in file order.

    An issue moved unchanged from one file to another does not differ.
    """
    from minqing.text.vocabulary import category_words

    diaries = [edit for edit in edits if _is_diary(edit.path)]
    before = dict(_in_head(workspace.root, diaries))
    pairs = ((edit.path, before.get(edit.path), content(workspace.root, edit.path)) for edit in diaries)
    return issues_between(pairs, category_words(workspace.community))


def issues_between(pairs: Iterable[tuple[str, bytes | None, bytes | None]], words: dict[str, str]) -> list[str]:
    """Ids of the issues that differ between two states of some files (path, before, after), in file order."""
    old: dict[str, Issue] = {}
    new: dict[str, Issue] = {}
    for path, was, now in pairs:
        issues_was, issues_now = _issues(was, path, words), _issues(now, path, words)
        if issues_was is not None and issues_now is not None:
            old |= issues_was
            new |= issues_now
    return [id for id in {**new, **old} if old.get(id) != new.get(id)]


def numbers_added_by(root: Path, edits: Sequence[Changed]) -> dict[str, tuple[Place, ...]]:
    """The numbers of persons that hand edits have brought in, by file."""
    now = {edit.path: content(root, edit.path) for edit in edits}
    doubtful = [edit for edit in edits if numbers_added(edit.path, None, now[edit.path])]
    before = dict(_in_head(root, doubtful))
    found = {edit.path: numbers_added(edit.path, before.get(edit.path), now[edit.path]) for edit in doubtful}
    return {path: places for path, places in found.items() if places}


def _issues(raw: bytes | None, path: str, words: dict[str, str]) -> dict[str, Issue] | None:
    """The issues of a file by id; none of a file that is not there, ``None`` of one that cannot be read."""
    from minqing.text.read import read_entry

    if raw is None:
        return {}
    entry = read_entry(raw, path, words).entry
    return {issue.id: issue for issue in entry.issues} if entry else None


def _in_head(root: Path, edits: Sequence[Changed]) -> Iterator[tuple[str, bytes]]:
    """Each file as HEAD has it, all from one git process."""
    known = [edit for edit in edits if edit.head]
    if not known:
        return
    asked = run(root, "cat-file", "--batch", input="".join(f"{edit.head}\n" for edit in known))
    rest = asked.out.encode("utf-8", "surrogateescape")
    for edit in known:
        header, _, rest = rest.partition(b"\n")
        size = int(header.split()[-1])
        yield edit.path, rest[:size]
        rest = rest[size + 1 :]
