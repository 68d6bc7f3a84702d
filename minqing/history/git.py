"""The git program: how it is called, where the repository lies, who commits.

Only a command that writes comes here; reading a diary needs no git. The repository is found without a process
of its own, as git itself looks for it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.workspace.programs import whole_path

if TYPE_CHECKING:
    from subprocess import Popen

PROGRAM = "git.exe" if os.name == "nt" else "git"
"""The program itself: a batch file of that name would have cmd.exe read what stands in the arguments."""

SETTINGS = (
    "core.quotepath=false",
    "core.fsmonitor=false",
    "core.fsync=committed",  # by default a power cut may leave a commit whose files are empty
    "safe.bareRepository=explicit",  # a folder of a clone that looks like a repository brings no configuration
    "core.protectHFS=true",  # what a Mac or Windows would take for .git is no name anywhere: diaries travel
    "core.protectNTFS=true",
    "core.longpaths=true",  # Windows: else a diary deep in folders ends where its path has 260 characters
    "core.autocrlf=false",  # a diary is recorded byte for byte
    "user.useConfigOnly=true",  # nobody commits under a name guessed from the computer's
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "log.showSignature=false",
    "trailer.separators=:",
)
"""What must not depend on the user's configuration; everything else (hooks, signing, author) does."""

ELSEWHERE = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE", "GIT_ICASE_PATHSPECS", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_LITERAL_PATHSPECS", "GIT_NAMESPACE", "GIT_NOGLOB_PATHSPECS", "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
    }
)  # fmt: skip
"""Variables that point git at another repository, index or way of reading paths, as inside a hook."""

SPOKEN = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_EDITOR": ":",
    "GIT_SEQUENCE_EDITOR": ":",
    "GIT_PAGER": "cat",
    # git's own words are compared with known ones; this leaves the character set of the locale alone
    "LANGUAGE": "en",
}
"""Variables that keep git from asking anything and make it speak English."""

AS_IT_IS = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}
"""Variables for reading what the repository itself holds: nothing is fetched for it, nothing stands in for it."""

NONE: Mapping[str, str] = {}

FULL = pattern(r"No space left on device|Out of diskspace|[Qq]uota exceeded")
"""What git says when nothing more fits on the disk."""

LONGEST = 24_000 if os.name == "nt" else 100_000
"""Bytes of paths that a command line takes (32 000 characters on Windows, with all else on it); more go into a file."""


@dataclass(frozen=True, slots=True)
class Completed:
    """What a git process left: its exit code, standard output and error output (UTF-8)."""

    code: int
    out: str
    err: str


def run(
    root: Path,
    *args: str,
    input: str | bytes | None = None,
    log: Path | None = None,
    variables: Mapping[str, str] = NONE,
) -> Completed:
    """Run git in ``root`` and wait for it; ``input`` goes to its standard input, closed otherwise.

    With ``log`` all output goes through that file instead of a pipe, so that a hook which leaves a process in
    the background is not waited for. Raises ``MinqingError`` where there is no git program.
    """
    given = input.encode("utf-8", "surrogateescape") if isinstance(input, str) else input
    try:
        return _ran(root, args, given, variables) if log is None else _logged(root, args, given, log, variables)
    except OSError as refusal:
        raise MinqingError("git.failed", GIT, output=str(refusal)) from refusal


def _ran(root: Path, args: Sequence[str], given: bytes | None, variables: Mapping[str, str]) -> Completed:
    with started(root, *args, feed=given is not None, variables=variables) as git:  # Ctrl-C: it puts its locks away
        out, err = git.communicate(given)
        return Completed(git.returncode, readable(out), readable(err))


def _logged(root: Path, args: Sequence[str], given: bytes | None, log: Path, variables: Mapping[str, str]) -> Completed:
    from subprocess import STDOUT

    with log.open("w+b") as file:
        _hold(file)
        with started(root, *args, feed=given is not None, out=file, err=STDOUT, variables=variables) as git:
            git.communicate(given)
        file.seek(0)
        return Completed(git.returncode, "", readable(file.read()))


def started(
    root: Path,
    *args: str,
    feed: bool = False,
    out: int | IO[bytes] | None = None,
    err: int | IO[bytes] | None = None,
    settings: Iterable[str] = (),
    variables: Mapping[str, str] = NONE,
    apart: bool = False,
) -> Popen[bytes]:
    """Git at work in ``root``, the one place where it is started; whoever asks waits for it or ends it.

    With ``feed`` it reads from a pipe, from nothing otherwise; ``out`` and ``err`` are pipes unless told. ``settings``
    and ``variables`` hold besides ``SETTINGS`` and the environment; ``apart`` makes it the head of a group of its own,
    which can be ended with all it has started. Raises ``MinqingError`` where there is no git program.
    """
    from subprocess import DEVNULL, PIPE, Popen

    options = [word for setting in (*SETTINGS, *settings) for word in ("-c", setting)]
    try:
        return Popen(
            [whole_path(PROGRAM), "-C", str(root), *options, *args],
            stdin=PIPE if feed else DEVNULL,
            stdout=PIPE if out is None else out,
            stderr=PIPE if err is None else err,
            env=environment() | dict(variables),
            close_fds=False,
            start_new_session=apart and os.name != "nt",
        )
    except FileNotFoundError:
        raise MinqingError("git.no-git", GIT, root=str(root)) from None
    except OSError as refusal:
        raise MinqingError("git.failed", GIT, output=str(refusal)) from refusal


class Running:
    """Git at work that is read from while it runs, and written to with ``feed``; its complaints are kept apart."""

    def __init__(self, root: Path, *args: str, feed: bool = False, variables: Mapping[str, str] = NONE) -> None:
        from tempfile import TemporaryFile

        self._said: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the process
        try:
            self._git = started(root, *args, feed=feed, err=self._said, variables=variables)
        except BaseException:
            self._said.close()
            raise

    @property
    def out(self) -> IO[bytes]:
        """What git says."""
        assert self._git.stdout is not None
        return self._git.stdout

    @property
    def into(self) -> IO[bytes]:
        """What git reads."""
        assert self._git.stdin is not None
        return self._git.stdin

    def end(self) -> None:
        """Wait for git. Raises ``MinqingError`` with its last words where it has failed."""
        if self._git.stdin:
            with contextlib.suppress(BrokenPipeError):  # it has gone; its words say why
                self._git.stdin.close()
        code = self._git.wait()
        self._said.seek(0)
        said = readable(self._said.read())
        self.close()
        if code:
            word = "git.disk-full" if FULL.search(said) else "git.failed"
            raise MinqingError(word, GIT, output=last_words(said))

    def close(self) -> None:
        """Put git away, ended where it still runs."""
        if self._git.poll() is None:
            self._git.kill()
        for pipe in filter(None, (self._git.stdin, self._git.stdout)):
            with contextlib.suppress(OSError):  # what it did not read any more
                pipe.close()
        self._git.wait()
        self._said.close()


def _hold(file: IO[bytes]) -> None:
    """Lock the log for as long as anybody writes into it: git and its hooks, should this process be killed."""
    try:
        import fcntl
    except ImportError:  # Windows: a file that is open cannot be moved, which tells as much
        return
    with contextlib.suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def environment() -> dict[str, str]:
    """The user's environment without what points git elsewhere, and without anything that asks."""
    return {k: v for k, v in os.environ.items() if k not in ELSEWHERE} | SPOKEN


def readable(raw: bytes) -> str:
    """Output of git as text; bytes that are no UTF-8 survive a round trip as paths."""
    return raw.decode("utf-8", "surrogateescape")


def literal(path: str) -> str:
    """A pathspec that means exactly ``path`` (relative to the workspace), whatever characters it holds.

    Not by an environment variable, which hooks would inherit.
    """
    return f":(literal){path}"


def run_on(root: Path, paths: Sequence[str], *args: str, **how: Any) -> Completed:
    """``run`` with ``paths`` as literal pathspecs behind the arguments, through a file when they are too long.

    Few commands of git take such a file (``commit``, ``add``, ``reset``), and none of one older than 2.25: ``slices``.
    """
    specs = [literal(path) for path in paths]
    if sum(map(_length, paths)) <= LONGEST:
        return run(root, *args, "--", *specs, **how)
    listed = root / ".minqing" / "paths"
    listed.write_bytes("\0".join(specs).encode("utf-8", "surrogateescape"))
    try:
        return run(root, *args, f"--pathspec-from-file={listed}", "--pathspec-file-nul", **how)
    finally:
        listed.unlink(missing_ok=True)


def slices(paths: Sequence[str]) -> Iterator[list[str]]:
    """``paths`` in parts that each fit on a command line."""
    some: list[str] = []
    size = 0
    for path in paths:
        size += _length(path)
        if some and size > LONGEST:
            yield some
            some, size = [], _length(path)
        some.append(path)
    if some:
        yield some


def _length(path: str) -> int:
    """The bytes a path takes on a command line."""
    return len(literal(path).encode("utf-8", "surrogateescape")) + 1


def is_available() -> bool:
    """Whether there is a git program."""
    from shutil import which

    try:
        return which(whole_path(PROGRAM)) is not None
    except FileNotFoundError:
        return False


def repository_of(root: Path) -> Path | None:
    """The top folder of the repository the workspace lies in, or ``None``."""
    start = root.resolve()
    ceilings = _ceilings()
    for folder in (start, *start.parents):
        if folder != start and folder in ceilings:
            return None
        if git_folder(folder) is not None:
            return folder
    return None


def _ceilings() -> set[Path]:
    listed = os.environ.get("GIT_CEILING_DIRECTORIES", "")
    return {Path(folder) for folder in listed.split(os.pathsep) if folder}


def git_folder(top: Path) -> Path | None:
    """Where git keeps its state for the work tree ``top``: ``.git``, or where a ``.git`` file points."""
    place = top / ".git"
    if (place / "HEAD").is_file():
        return place
    try:
        words = place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return (top / words[7:].strip()) if words.startswith("gitdir:") else None


def is_shallow(root: Path) -> bool:
    """Whether the repository was cloned without its older commits."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    return folder is not None and (folder / "shallow").is_file()


def head(root: Path) -> str | None:
    """The full id of the commit HEAD stands on; ``None`` before the first commit.

    Read from git's own files where that is exact (a loose branch file counts before a packed one).
    """
    top = repository_of(root)
    folder = git_folder(top) if top else None
    return (_loose_head(folder) if folder else None) or _asked_head(root)


def _loose_head(folder: Path) -> str | None:
    try:
        value = (folder / "HEAD").read_text(encoding="ascii").strip()
        if value.startswith("ref: refs/heads/"):
            value = (common_folder(folder) / value[5:]).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return value if len(value) in (40, 64) and value.isalnum() else None


def common_folder(folder: Path) -> Path:
    """Where the branches are: elsewhere for a linked work tree."""
    pointer = folder / "commondir"
    return folder / pointer.read_text(encoding="utf-8").strip() if pointer.exists() else folder


def _asked_head(root: Path) -> str | None:
    asked = run(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return asked.out.strip() or None


def init_repository(root: Path) -> None:
    """Make ``root`` a repository; one that is there stays. Raises ``MinqingError`` when git refuses."""
    done = run(root, "init", "--quiet")
    if done.code:
        raise MinqingError("git.failed", GIT, output=last_words(done.err))


def author(root: Path) -> tuple[str, str] | None:
    """Name and e-mail git commits under here, from its configuration; ``None`` when it has none."""
    return _identity(root, "GIT_AUTHOR_IDENT") if _identity(root, "GIT_COMMITTER_IDENT") else None


def _identity(root: Path, variable: str) -> tuple[str, str] | None:
    told = run(root, "var", variable)
    name, bracket, rest = told.out.strip().rpartition(" <")
    return (name, rest.partition(">")[0]) if told.code == 0 and bracket else None


def set_author(root: Path, name: str, email: str) -> None:
    """Write name and e-mail into the repository's configuration. Raises ``MinqingError`` when git refuses."""
    for key, value in (("user.name", name), ("user.email", email)):
        done = run(root, "config", "--local", key, value)
        if done.code:
            raise MinqingError("git.failed", GIT, output=last_words(done.err))


def last_words(output: str, lines: int = 5) -> str:
    """The last lines of what git or a hook said, indented, safe to show."""
    from minqing.text.normal import visible

    said = [visible(line.expandtabs()) for line in plain_lines(output)]
    return "\n".join(f"    {line}" for line in said[-lines:])


def plain_lines(output: str) -> Iterable[str]:
    """The lines of ``output`` that say something, without colour codes."""
    import re

    bare = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", output.encode("utf-8", "replace").decode("utf-8"))
    return [line.rstrip() for line in re.split(r"[\r\n]+", bare) if line.strip()]
