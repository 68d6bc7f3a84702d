"""Writing the sample into an empty folder: the files, and in git the eleven years in which they came about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from minqing.demo.book import Book, Commit, Subject, first_commit
from minqing.demo.ground import FIRST, NAME, settings_text
from minqing.demo.plan import community, planned
from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import dataclass
from minqing.history import git
from minqing.history.commit import message
from minqing.workspace.create import GIT_FILES, create_workspace, finished, refuse_if_taken
from minqing.workspace.files import read_bytes, refusals_told
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.staging import is_free, put_together

README = "diaries/README.md"

_README = """# 合成数据

这里的日记由 `minqing init --demo` 的程序编成,用来试用和演示。

- 社区、楼号、称呼和每一件事都是编的,没有一件取自真实的日记。
- 只有这些来自公开报道:2009-12-14 到 2020-11-23 的572个周一、累计步数和公里数、三类办结件数、社区概况,
  以及 2018-07-02 和 2019-10-21 的两句话。
- 提交人都是称呼,邮箱都在 example.org;git 历史里一次改动一个提交,日期是编的。

可以这样看:

    minqing stats --as-of 2020-11-23
    minqing stats --by year
    minqing list --as-of 2020-11-23
    minqing show 2018-07-02
    minqing report 2019-11

Synthetic data: written by `minqing init --demo` for trying the program out. Nothing and nobody in it is real.
"""

_FIRST_WORDS = (
    "以下十一年的日记是合成数据,由 minqing init --demo 生成,没有一件是真事。",
    "Synthetic data: everything in this history was generated; nothing in it is real.",
)

Progress = Callable[[int, int], None]
"""Told now and then how many of how many commits are done."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written; the last commit; why there is none, if so."""

    files: tuple[str, ...]
    commit: str | None = None
    problem: MinqingError | None = None


def write_demo(
    root: Path,
    subject: Subject,
    start: str,
    *,
    name: str | None = None,
    progress: Progress | None = None,
) -> Written:
    """Fill ``root`` (made if need be) with the sample, and its repository with the history.

    ``subject`` words the commits as the commands do, ``start`` the first one. Raises ``MinqingError`` for a
    folder that holds something or lies in a workspace, and where files cannot be written or git refuses; then
    nothing is left in it. Without a git program the files are written all the same, and the answer says so.
    """
    _refuse_if_filled(root)
    refuse_if_taken(root)
    with refusals_told(str(root)), put_together(root, SETTINGS_FILE, durable=False) as staging:
        called = name or NAME
        create_workspace(staging, called, "zh", settings=settings_text(FIRST, called))
        finished(staging)
        commits = _counted(_commits(staging, called, subject, start), progress)
        files: dict[str, bytes] = {}
        if git.is_available():
            return _recorded(staging, commits, files)
        for _ in _kept(commits, files):
            pass
        _write_files(staging, files)
        return Written(tuple(files), problem=MinqingError("git.no-git", GIT))


def _recorded(root: Path, commits: Iterator[Commit], files: dict[str, bytes]) -> Written:
    """Record the commits in a repository of the folder's own, then write what the last of them hold."""
    from minqing.demo.record import record, take_in

    git.init_repository(root)
    last = record(root, _kept(commits, files))
    _write_files(root, files)
    take_in(root)
    return Written(tuple(files), last)


def _refuse_if_filled(root: Path) -> None:
    with refusals_told(str(root)):
        if not is_free(root):
            taken = (root / SETTINGS_FILE).exists()
            raise MinqingError("workspace.exists" if taken else "init.not-empty", path=str(root))


def _commits(root: Path, name: str, subject: Subject, start: str) -> Iterator[tuple[Commit, int]]:
    """Every commit in order of time, each with how many there are in all."""
    settings = community()
    names = {category.id: category.name for category in settings.categories.values()}
    book = Book(planned(settings), names, subject, name)
    count = len(book) + 1
    made = [(path, read_bytes(root, path)) for path in (SETTINGS_FILE, *GIT_FILES)]
    words = message(start, ["init"], [], _FIRST_WORDS)
    yield first_commit(words, [*made, (README, _README.encode())]), count
    for commit in book.commits():
        yield commit, count


def _counted(commits: Iterator[tuple[Commit, int]], progress: Progress | None) -> Iterator[Commit]:
    for done, (commit, count) in enumerate(commits, 1):
        if progress:
            progress(done, count)
        yield commit


def _kept(commits: Iterator[Commit], files: dict[str, bytes]) -> Iterator[Commit]:
    """The commits as they are, with the latest content of every file noted on the way."""
    for commit in commits:
        files.update(commit.files)
        yield commit


def _write_files(root: Path, files: dict[str, bytes]) -> None:
    """All files at once: the folder is new, so that an interruption costs nothing but doing it again."""
    with refusals_told(str(root)):
        for folder in {(root / path).parent for path in files}:
            folder.mkdir(parents=True, exist_ok=True)
        for path, raw in files.items():
            (root / path).write_bytes(raw)
