"""The commits of the diary as values: who, when, in which words, and which files before and after.

Everything comes from one ``git log`` that tells each commit against each of its parents. A commit is data from
anywhere: names and words may hold anything but a NUL, dates may lie in 1970 or 2099.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import IO

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import dataclass
from minqing.history.commit import ACTION, ISSUE
from minqing.history.git import AS_IT_IS, Running, literal, readable, repository_of
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.names import DIARIES, entry_name

FORMAT = "%x01%H%x00%P%x00%an%x00%ae%x00%ad%x00%cd%x00%B%x00"
_HEAD = 7
_FILES = frozenset({"100644", "100755"})
_TRAILER = re.compile(r"^([A-Za-z][A-Za-z0-9-]*): ?(.*)$")
_DEEPEST = 3
_CHUNK = 1 << 16
_EPOCH = date(1970, 1, 1).toordinal()
_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file between a parent and the commit; an id is that of its content, ``None`` where there is no file."""

    old: str | None
    new: str | None
    old_path: str
    new_path: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as git keeps it: seconds since 1970 and minutes east of Greenwich."""

    seconds: int
    zone: int

    @property
    def day(self) -> date:
        """The day it was where it was written."""
        ordinal = _EPOCH + (self.seconds + self.zone * 60) // _A_DAY
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))

    @property
    def iso(self) -> str:
        """As ISO 8601 with its time zone; the day alone where the calendar has no such moment."""
        zone = timezone(timedelta(minutes=self.zone))
        try:
            return datetime.fromtimestamp(self.seconds, zone).isoformat()
        except (ValueError, OverflowError, OSError):
            return self.day.isoformat()


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit. ``written`` is the author's date, ``recorded`` the committer's.

    ``changes`` holds for each parent (for the first commit: for none) the files that differ from it; a parent
    that has the same files is left out.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    email: str
    written: Moment
    recorded: Moment
    words: str
    changes: tuple[tuple[FileChange, ...], ...] = ()

    @property
    def subject(self) -> str:
        """The first line of its words."""
        return next((line.strip() for line in self.words.splitlines() if line.strip()), "")

    @property
    def is_merge(self) -> bool:
        """Whether it has several parents."""
        return len(self.parents) > 1

    def trailers(self, key: str) -> list[str]:
        """The values of a trailer, from the last paragraph of its words."""
        return list(_trailers(self.words).get(key, ()))

    @property
    def actions(self) -> list[str]:
        """What it says it did (a verb's id, ``log`` …); nothing where it was made without minqing."""
        return self.trailers(ACTION)

    @property
    def issues(self) -> list[str]:
        """The issues it says it touched."""
        return self.trailers(ISSUE)


@lru_cache(maxsize=8)
def _trailers(words: str) -> dict[str, list[str]]:
    """Every trailer of a commit's words; asked for again and again of a commit with many events."""
    lines = [line.rstrip() for line in words.rstrip().splitlines()]
    block = takewhile(bool, reversed(lines))
    found: dict[str, list[str]] = {}
    for match in reversed([match for line in block if (match := _TRAILER.match(line))]):
        found.setdefault(match[1], []).append(match[2].strip())
    return found


def is_diary(path: str) -> bool:
    """Whether a path of the workspace is that of an entry."""
    folder, _, name = path.rpartition("/")
    return path.startswith(f"{DIARIES}/") and folder.count("/") < _DEEPEST - 1 and entry_name(name) is not None


def commits(
    root: Path,
    *asked: str,
    paths: Sequence[str] = (DIARIES, SETTINGS_FILE),
    globs: bool = False,
    sparse: bool = False,
) -> Iterator[Commit]:
    """The commits that ``asked`` (options and revisions of ``git log``) names, in git's order.

    Only files at or below ``paths`` are told; with ``globs`` a ``*`` in them stands for anything. With ``sparse``
    commits that touched none are there too, and no merge is passed over. Raises ``MinqingError`` where there is no
    repository, no git, or git refuses.
    """
    if repository_of(root) is None:
        raise MinqingError("git.no-history", GIT, root=str(root))
    walked = ("--full-history", *(("--sparse",) if sparse else ()))
    command = (
        "log", "-z", "--raw", "--no-abbrev", "-M", "-l400", "-m", "--relative", "--no-color", "--no-notes",
        "--no-show-signature", "--ignore-submodules=none", "--date=raw", f"--format={FORMAT}", *walked, *asked, "--",
        *(f":(glob){path}" if globs and "*" in path else literal(path) for path in paths),
    )  # fmt: skip
    with closing(_tokens(root, command)) as tokens:
        yield from _joined(_parsed(tokens))


def _tokens(root: Path, command: Sequence[str]) -> Generator[str, None, None]:
    """What git says, at each NUL."""
    with closing(Running(root, *command, variables=AS_IT_IS)) as git:
        yield from _split(git.out)
        git.end()


def _split(stream: IO[bytes]) -> Iterator[str]:
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        for token in whole:
            yield readable(token)
    if rest:
        yield readable(rest)


def _parsed(tokens: Iterator[str]) -> Iterator[Commit]:
    """Each commit against each parent that git tells of."""
    head: list[str] = []
    files: list[FileChange] = []
    for token in tokens:
        bare = token.lstrip("\n")
        if bare.startswith(":"):
            files += _file(bare, tokens)
        elif bare.startswith("\x01"):
            if head:
                yield _commit(head, files)
            head, files = [bare[1:], *(next(tokens, "") for _ in range(_HEAD - 1))], []
    if head:
        yield _commit(head, files)


def _file(said: str, tokens: Iterator[str]) -> Iterable[FileChange]:
    """One line of ``--raw``; its paths are the tokens that follow."""
    old_mode, new_mode, old, new, status = said[1:].split(" ")
    path = next(tokens, "")
    new_path = next(tokens, "") if status[:1] in "RC" else path
    was = old if old_mode in _FILES and status[:1] != "C" else None
    return (FileChange(was, new if new_mode in _FILES else None, path, new_path),)


def _commit(head: Sequence[str], files: Sequence[FileChange]) -> Commit:
    id, parents, author, email, written, recorded, words = head
    changes = (tuple(files),) if files else ()
    return Commit(id, tuple(parents.split()), author, email, _moment(written), _moment(recorded), words, changes)


def _moment(raw: str) -> Moment:
    seconds, _, zone = raw.partition(" ")
    try:
        east = int(zone[1:3]) * 60 + int(zone[3:5])
        return Moment(int(seconds), (-east if zone[0] == "-" else east) if east < 24 * 60 else 0)
    except (ValueError, IndexError):
        return Moment(0, 0)


def _joined(found: Iterator[Commit]) -> Iterator[Commit]:
    """A merge, told once for each parent, as one commit."""
    from minqing.domain.values import replace

    last: Commit | None = None
    for one in found:
        if last is not None and one.id == last.id:
            last = replace(last, changes=last.changes + one.changes)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
