"""The commits put into git all at once, as a stream for ``git fast-import``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from minqing.demo.book import Commit
from minqing.domain.errors import GIT, MinqingError
from minqing.history.git import SETTINGS, environment, head, last_words, readable, run


def record(root: Path, commits: Iterable[Commit]) -> str | None:
    """Write ``commits`` into the empty repository at ``root``; answers the id of the last one.

    The folder's files and the index are left alone (see ``take_in``). Raises ``MinqingError`` when git refuses.
    """
    branch = run(root, "symbolic-ref", "HEAD").out.strip() or "refs/heads/main"
    with _importing(root) as stream:
        stream.write(b"feature done\n")
        for commit in commits:
            stream.writelines(_command(commit, branch))
        stream.write(b"done\n")
    return head(root)


def take_in(root: Path) -> None:
    """Make git's index what HEAD holds, so that the files in the folder count as unchanged."""
    done = run(root, "reset", "--quiet")
    if done.code:
        raise MinqingError("git.failed", GIT, output=last_words(done.err))


@contextmanager
def _importing(root: Path) -> Iterator[IO[bytes]]:
    """A running import to write into; its refusal is raised when it is done."""
    from subprocess import DEVNULL, PIPE, Popen
    from tempfile import TemporaryFile

    options = [word for setting in SETTINGS for word in ("-c", setting)]
    command = ["git", "-C", str(root), *options, "fast-import", "--quiet"]
    with TemporaryFile() as said, Popen(command, stdin=PIPE, stdout=DEVNULL, stderr=said, env=environment()) as git:
        assert git.stdin is not None
        try:
            yield git.stdin
            git.stdin.close()
        except BrokenPipeError:
            pass  # it has gone; its words say why
        except BaseException:
            git.kill()
            raise
        if git.wait():
            said.seek(0)
            raise MinqingError("git.failed", GIT, output=last_words(readable(said.read())))


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
