"""One commit of exactly the files it names, with its words; what the user has staged stays staged."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.history.git import Completed, head, run, run_on, slices
from minqing.history.left_locks import LOG, marked
from minqing.history.refusal import LOCKED, explained, refusal
from minqing.history.status import changed
from minqing.text.doubtful import may_hold_a_number

ACTION = "Minqing-Action"
"""Trailer: what was done (a verb's id, ``log``, ``add``, ``hand-edit`` …)."""

ISSUE = "Minqing-Issue"
"""Trailer: an issue the commit touched; once for each."""

COMMIT = ("commit", "--quiet", "--only", "--cleanup=verbatim", "--file=-")
"""Exactly the named files with exactly these words, whatever template or comment sign is configured."""

LONGEST_SUBJECT = 200
"""Characters of a commit's first line: a title may be a whole pasted page, which stands in the diary anyway."""

MANY = 100
"""From so many files on their contents are put into git's objects together, ahead of the commit."""

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds waited for another git to let go of the index before giving up."""


ALLOWED = "Minqing-Allow-Private"
"""Trailer: why the commit may hold a number of a person."""

UNDOES = "Minqing-Undoes"
"""Trailer of an undo or redo: the full id of the commit it takes back."""


def message(
    subject: str,
    actions: Iterable[str],
    issues: Iterable[str],
    body: Sequence[str] = (),
    allowed: Iterable[str | None] = (),
    undoes: Iterable[str | None] = (),
) -> str:
    """The words of a commit: its subject, more lines if there are any, and the trailers."""
    trailers = [f"{ACTION}: {_plain(action)}" for action in dict.fromkeys(actions)]
    trailers += [f"{ISSUE}: {_plain(issue)}" for issue in dict.fromkeys(issues)]
    trailers += [f"{ALLOWED}: {_plain(reason)}" for reason in dict.fromkeys(allowed) if reason]
    trailers += [f"{UNDOES}: {_plain(id)}" for id in dict.fromkeys(undoes) if id]
    parts = [_shortened(_told(subject)), "\n".join(_told(line) for line in body), "\n".join(trailers)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _shortened(line: str) -> str:
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 1].rstrip() + "…"


def _told(text: str) -> str:
    """One line without the number of a person, which may stand in a title or in the name of a file: words of a commit
    cannot be mended any more.
    """
    line = _plain(text)
    if not may_hold_a_number([line]):
        return line
    from minqing.text.privacy import numbers_masked

    return numbers_masked(line)


def _plain(text: str) -> str:
    """One line that git takes: no control characters, no halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())


def commit(root: Path, words: str, paths: Sequence[str], new: Sequence[str]) -> str | None:
    """Commit ``paths`` (relative to the workspace) as they are in the folder; the id of the commit.

    ``new`` are those git does not know yet. ``None`` when HEAD holds all of it already. Raises
    ``MinqingError`` (exit code 4) with the reason; the index is then as it was.
    """
    if len(paths) >= MANY:
        from minqing.history.stored import store

        store(root, paths)
    with _announced(root, new):
        done = insist(root, paths, *COMMIT, words=words)
        if done.code == 0:
            return head(root)
        if changed(root, paths) and not _caught_up(root, paths):
            raise explained(root, done)
        _refuse_ignored(root, paths)
    return None


def _caught_up(root: Path, paths: Sequence[str]) -> bool:
    """Let git's index know what HEAD holds of ``paths``, where the files hold the same; tells whether they do.

    So it is where git was killed after it had moved the branch and before it put its index in place.
    """
    if any(run_on(root, some, "diff", "--quiet", "HEAD").code for some in slices(paths)):
        return False
    return insist(root, paths, "reset", "--quiet").code == 0


def _refuse_ignored(root: Path, paths: Sequence[str]) -> None:
    """git says nothing has changed where a ``.gitignore`` hides the file from it."""
    hidden = ignored(root, paths)
    if hidden:
        raise refusal("git.ignored", root, path=hidden[0], paths="、".join(hidden))


@contextlib.contextmanager
def _announced(root: Path, new: Sequence[str]) -> Iterator[None]:
    """Make git know the ``new`` paths for a commit that names them; forget them again when it fails."""
    if not new:
        yield
        return
    for paths, force in _as_added(new):
        added = insist(root, paths, "-c", "advice.addIgnoredFile=false", "add", "--intent-to-add", *force)
        if added.code:
            _refuse_ignored(root, paths)
            raise explained(root, added)
    try:
        yield
    except BaseException:
        with contextlib.suppress(MinqingError):
            insist(root, new, "rm", "--cached", "--quiet", "--force", "--ignore-unmatch")
        raise


def _as_added(new: Sequence[str]) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Photos are added although ``init`` has git ignore them: they come here where the settings want them committed."""
    photos = [path for path in new if path.startswith("photos/")]
    groups: tuple[tuple[list[str], tuple[str, ...]], ...] = (
        ([path for path in new if path not in photos], ()),
        (photos, ("--force",)),
    )
    return ((paths, force) for paths, force in groups if paths)


def insist(root: Path, paths: Sequence[str], *args: str, words: str | None = None) -> Completed:
    """Run a git command that writes on ``paths``, again while another git holds its lock."""
    for pause in (*PAUSES, None):
        with marked(root) as codes:
            done = run_on(root, paths, *args, input=words, log=root / LOG)
            codes.append(done.code)
        if done.code == 0 or pause is None or not LOCKED.search(done.err):
            break
        time.sleep(pause)
    return done


def ignored(root: Path, paths: Sequence[str]) -> list[str]:
    """Those of ``paths`` that a ``.gitignore`` keeps out of git."""
    asked = run(root, "check-ignore", "-z", "--stdin", input="".join(f"{path}\0" for path in paths))
    return [path for path in asked.out.split("\0") if path]
