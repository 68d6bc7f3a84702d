"""The commits put into git all at once, as a stream for ``git fast-import``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from minqing.demo.book import Commit
from minqing.domain.errors import GIT, MinqingError
from minqing.history.git import Running, head, last_words, run


def record(root: Path, commits: Iterable[Commit]) -> str | None:
    """Write ``commits`` into the empty repository at ``root``; answers the id of the last one.

    The folder's files and the index are left alone (see ``take_in``). Raises ``MinqingError`` when git refuses.
    """
    branch = run(root, "symbolic-ref", "HEAD").out.strip() or "refs/heads/main"
    with closing(Running(root, "fast-import", "--quiet", feed=True)) as git:
        with suppress(BrokenPipeError):  # it has gone; its words say why
            git.into.writelines(_stream(commits, branch))
        git.end()
    return head(root)


def take_in(root: Path) -> None:
    """Make git's index what HEAD holds, so that the files in the folder count as unchanged."""
    done = run(root, "reset", "--quiet")
    if done.code:
        raise MinqingError("git.failed", GIT, output=last_words(done.err))


def _stream(commits: Iterable[Commit], branch: str) -> Iterator[bytes]:
    yield b"feature done\n"
    for commit in commits:
        yield from _command(commit, branch)
    yield b"done\n"


def _command(commit: Commit, branch: str) -> Iterator[bytes]:
    """One commit in the words of the stream."""
    seconds = int(commit.when.timestamp())
    who = f"{commit.by.name} <{commit.by.mail}@example.org> {seconds} {commit.when:%z}"
    yield f"commit {branch}\nauthor {who}\ncommitter {who}\n".encode()
    yield from _data(commit.words.encode())
    for path, raw in commit.files:
        yield f"M 100644 inline {path}\n".encode()
        yield from _data(raw)


def _data(raw: bytes) -> Iterator[bytes]:
    yield b"data %d\n" % len(raw)
    yield raw
    yield b"\n"
