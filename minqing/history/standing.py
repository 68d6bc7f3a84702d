"""Which change is the last one that stands, and which was taken back last: read from the commits alone.

Whose change it is decides: another person's is never taken back, though it be later. A merge, what ``sync`` did to
keep numbers apart, and commits that touch nothing of the diary are passed over.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from functools import cached_property
from pathlib import Path

from minqing.domain.errors import GIT, MinqingError
from minqing.history.commit import UNDOES
from minqing.history.git import author, head, is_shallow, repository_of, run
from minqing.history.logbook import Commit, commits
from minqing.history.taken_back import REDO, UNDO
from minqing.text.normal import folded
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.names import DIARIES

SCOPE = (DIARIES, SETTINGS_FILE, "templates")
"""What is taken back, and photos where they are committed; other files of a commit are not the diary's."""

UPKEEP = frozenset({"sync", "renumber", "merge"})
"""Actions that keep a diary together and are nobody's wish."""


class Standing:
    """The changes of whoever works here, newest first, as the history of ``root`` has them."""

    def __init__(self, root: Path, *, photos: bool = False) -> None:
        if repository_of(root) is None:
            raise MinqingError("git.no-history", GIT, root=str(root))
        self._root = root
        self._scope = (*SCOPE, "photos") if photos else SCOPE
        self._me = author(root)
        if self._me is None:
            raise MinqingError("git.no-author", GIT, root=str(root))

    def last(self) -> Commit:
        """The last change that stands. Raises ``MinqingError`` where there is none."""
        taken: set[str] = set()
        unknown = 0
        with closing(self._own()) as mine:
            for commit in mine:
                if _only(commit, UNDO):
                    known = self._known(commit.trailers(UNDOES))
                    taken |= known
                    unknown += not known
                elif commit.id in taken:
                    continue
                elif unknown:  # written anew by a rebase, under another id
                    unknown -= 1
                else:
                    return self._possible(commit)
        raise self._none("undo.nothing")

    def taken_back(self) -> Commit:
        """The undo that was made last and stands. Raises ``MinqingError`` where there is none since the last change."""
        again: set[str] = set()
        unknown = 0
        with closing(self._own()) as mine:
            for commit in mine:
                if _only(commit, REDO):
                    known = self._known(commit.trailers(UNDOES))
                    again |= known
                    unknown += not known
                elif not _only(commit, UNDO):
                    break
                elif commit.id not in again and unknown:
                    unknown -= 1
                elif commit.id not in again:
                    return commit
        raise self._none("redo.nothing")

    def commit(self, id: str) -> Commit:
        """The commit of that id, as far as it is the diary's."""
        return next(commits(self._root, "--no-walk", "--no-renames", id, paths=self._scope, sparse=True))

    def _own(self) -> Generator[Commit, None, None]:
        """This person's commits of the diary, newest first, no parent before its children."""
        if head(self._root) is None:
            return
        # without renames: what went and what came are two files, each restored exactly
        for commit in commits(self._root, "--date-order", "--no-renames", "HEAD", paths=self._scope, sparse=True):
            if _changes_text(commit) and self._is_mine(commit) and UPKEEP.isdisjoint(commit.actions):
                yield commit

    def _is_mine(self, commit: Commit) -> bool:
        """Name and address: ``init`` gives everybody who has no address the same one."""
        name, email = self._me or ("", "")
        return folded(commit.author) == folded(name) and folded(commit.email) == folded(email)

    def _known(self, ids: list[str]) -> set[str]:
        return self._ancestors.intersection(ids)

    @cached_property
    def _ancestors(self) -> set[str]:
        return set(run(self._root, "rev-list", "HEAD").out.split())

    def _possible(self, commit: Commit) -> Commit:
        """``commit``, unless the diary begins with it."""
        if not commit.parents:
            raise self._none("undo.cut" if is_shallow(self._root) else "undo.beginning")
        made = any(one.old is None and one.new_path == SETTINGS_FILE for one in commit.changes[0])
        if made:
            raise self._none("undo.beginning")
        return commit

    def _none(self, code: str) -> MinqingError:
        name, email = self._me or ("", "")
        return MinqingError(code, name=name, email=email)


def _only(commit: Commit, action: str) -> bool:
    """Whether a commit is that and nothing else; a pending change may have joined it."""
    return commit.actions == [action] and bool(commit.trailers(UNDOES))


def _changes_text(commit: Commit) -> bool:
    """Whether it is no merge and some file of it holds something else than before."""
    return not commit.is_merge and any(one.old != one.new for changes in commit.changes for one in changes)
