"""What whole commits hold, read from git and written to it, without touching the folder, the index or a branch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import dataclass
from minqing.history.git import Completed, git_folder, last_words, repository_of, run
from minqing.history.refusal import explained

INDEX = "minqing-index"
"""An index of our own below git's folder, in which a tree is put together."""

FILE, EXECUTABLE = "100644", "100755"
"""The modes of plain files; links and sub-repositories have others."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file in a commit: its mode as git writes it and the id of its content."""

    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file."""
        return self.mode in (FILE, EXECUTABLE)


Tree = Mapping[str, Version]
"""Every file of a commit by its path in the repository."""


def tree_of(root: Path, commit: str) -> dict[str, Version]:
    """What a commit holds. Raises ``MinqingError`` where git cannot tell."""
    listed = _asked(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    return dict(_version(record) for record in listed.split("\0") if record)


def _version(record: str) -> tuple[str, Version]:
    words, _, path = record.partition("\t")
    mode, _, id = words.split(" ", 2)
    return path, Version(mode, id)


def stored(root: Path, raw: bytes, mode: str = FILE) -> Version:
    """A content as git keeps it."""
    done = run(root, "hash-object", "-w", "--no-filters", "--stdin", input=raw)
    return Version(mode, _told(root, done).strip())


def written_tree(root: Path, commit: str, tree: Tree) -> str:
    """The id of a tree that holds ``tree``; ``commit`` is one that holds most of it already."""
    before = tree_of(root, commit)
    lines = [f"0 {'0' * len(before[path].id)}\t{path}\0" for path in before if path not in tree]
    lines += [f"{v.mode} {v.id}\t{path}\0" for path, v in tree.items() if before.get(path) != v]
    index = _own_index(root)
    for left in (index, index.with_name(f"{INDEX}.lock")):  # of a process that was killed: the workspace is locked
        left.unlink(missing_ok=True)
    spoken = {"GIT_INDEX_FILE": str(index)}
    try:
        _told(root, run(root, "read-tree", commit, variables=spoken))
        removed_first = "".join(lines)
        _told(root, run(root, "update-index", "-z", "--index-info", input=removed_first, variables=spoken))
        return _told(root, run(root, "write-tree", variables=spoken)).strip()
    finally:
        index.unlink(missing_ok=True)


def committed_tree(root: Path, tree: str, parents: Sequence[str], words: str) -> str:
    """A commit of ``tree``, signed where commits are; no branch stands on it yet."""
    signed = run(root, "config", "--type=bool", "commit.gpgsign").out.strip() == "true"
    named = [word for parent in parents for word in ("-p", parent)]
    done = run(root, "commit-tree", *(["-S"] if signed else []), *named, tree, input=words)
    return _told(root, done).strip()


def _own_index(root: Path) -> Path:
    top = repository_of(root)
    folder = git_folder(top) if top else None
    if folder is None:
        raise MinqingError("git.no-repository", GIT, root=str(root))
    return folder.resolve() / INDEX


def _asked(root: Path, *args: str) -> str:
    return _told(root, run(root, *args))


def _told(root: Path, done: Completed) -> str:
    """What git said. Raises ``MinqingError`` where it failed."""
    if done.code:
        known = explained(root, done)
        raise known if known.code != "git.hook" else MinqingError("git.failed", GIT, output=last_words(done.err))
    return done.out
