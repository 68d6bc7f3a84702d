"""The colleagues' copy: fetching from it and sending to it, with an end to waiting and words for what it refuses."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.history.git import Completed, last_words, readable, run, started
from minqing.history.refusal import WORDS, has_no_room
from minqing.workspace.programs import whole_path

if TYPE_CHECKING:
    from subprocess import Popen

ORIGIN = "origin"
"""The remote that is synchronised with."""

SECONDS = 120.0
"""How long one fetch or push may take; ``MINQING_SYNC_TIMEOUT`` says otherwise."""

GUARDS = (
    "protocol.ext.allow=never",  # an address may not be a command
    "protocol.fd.allow=never",  # nor something that is open here
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "push.recurseSubmodules=no",
    "push.followTags=false",
    "fetch.writeCommitGraph=false",
    "http.lowSpeedLimit=100",
    "http.lowSpeedTime=30",
    "credential.interactive=never",
    "gc.auto=0",  # the folder is locked meanwhile
)
"""Settings of every call that goes to the remote."""

PAUSES = (0.2, 0.5, 1.0)
"""Seconds after a fetch that met another one: of a second window, or of a program that was killed."""

_LOCK = pattern(r"Unable to create '([^'\n]+\.lock)': File exists")
"""The lock that another git holds there, or has left."""

RACED = "raced"
"""The refusal that means: a colleague was faster."""

REFUSED = (
    (r"non-fast-forward|fetch first|\(stale info\)|cannot lock ref|failed to update ref|incorrect old value", RACED),
    (r"Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied \(|"
     r"Host key verification failed|invalid credentials|HTTP (?:401|403)|error: 403|error: 401", "sync.auth"),
    (r"protected branch|pre-receive hook declined|update hook declined|hook declined|denied|prohibited|"
     r"branch is currently checked out|GH\d{3}", "sync.declined"),
    (r"Could not resolve host|Connection (?:refused|timed out|reset|closed)|Operation timed out|unreachable|"
     r"No route to host|Couldn't connect|Failed to connect|Name or service not known|Operation too slow|"
     r"Temporary failure in name resolution|Timeout was reached|early EOF", "sync.offline"),
    (r"dubious ownership", "git.ownership"),
    (r"does not appear to be a git repository|[Rr]epository .*not found|No such file or directory|"
     r"not a git repository|unable to access|Could not read from remote", "sync.not-there"),
    (r"transport '.*' not allowed|is not a git command|Unable to find remote helper", "sync.bad-address"),
    (r"Permission denied|Read-only file system|insufficient permission|unable to create temporary", "sync.read-only"),
    (r"No space left", "sync.remote-full"),
)  # fmt: skip
"""What the other side's refusal sounds like, and the sentence for it."""


@dataclass(frozen=True, slots=True)
class Remote:
    """The remote of a workspace and the branch there; ``known`` is what was last seen of it (``None``: nothing)."""

    root: Path
    branch: str
    address: str
    seconds: float = SECONDS

    @property
    def ref(self) -> str:
        """Where git remembers the branch."""
        return f"refs/remotes/{ORIGIN}/{self.branch}"

    def known(self) -> str | None:
        """The commit the branch was last seen on."""
        told = run(self.root, "rev-parse", "--verify", "--quiet", f"{self.ref}^{{commit}}")
        return told.out.strip() or None

    def fetch(self) -> str | None:
        """Fetch the branch; the commit it stands on, ``None`` where the remote has no such branch.

        Raises ``MinqingError`` with what stands in the way.
        """
        more = ["--unshallow"] if _is_shallow(self.root) else []
        spec = f"+refs/heads/{self.branch}:{self.ref}"
        for pause in PAUSES:
            done = self._call("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *more, "--", ORIGIN, spec)
            if done.code == 0:
                return self.known()
            if "couldn't find remote ref" in done.err:
                return None
            if _meaning(done) != RACED:
                break
            self._remove_left_lock()
            time.sleep(pause)
        lock = _LOCK.search(done.err)
        if lock:
            raise MinqingError("sync.left-lock", GIT, lock=lock[1], seconds=f"{self.seconds:g}")
        raise self._refusal(done)

    def branches(self) -> list[str]:
        """The names of the remote's branches."""
        done = self._call("ls-remote", "--heads", "--", ORIGIN)
        if done.code:
            raise self._refusal(done)
        return [line.partition("\trefs/heads/")[2] for line in done.out.splitlines()]

    def push(self, commit: str) -> bool:
        """Send ``commit``; ``False`` where a colleague was faster. Raises ``MinqingError`` for every other refusal."""
        for pause in PAUSES:
            done = self._call("push", "--porcelain", "--", ORIGIN, f"{commit}:refs/heads/{self.branch}")
            lock = _LOCK.search(f"{done.out}\n{done.err}") if done.code else None
            if lock is None:
                break
            self._remove_left_there(lock[1])
            time.sleep(pause)
        if lock:
            raise MinqingError("sync.remote-locked", GIT, lock=lock[1], seconds=f"{self.seconds:g}")
        if done.code == 0:
            run(self.root, "update-ref", self.ref, commit)
            return True
        if _meaning(done) == RACED:
            return False
        raise self._refusal(done)

    def _remove_left_lock(self) -> None:
        """Put away a lock on what is known of the remote that a fetch which was killed has left long ago."""
        told = run(self.root, "rev-parse", "--git-path", f"{self.ref}.lock").out.rstrip("\n")
        self._remove_old(self.root / told)

    def _remove_left_there(self, lock: str) -> None:
        """The same for a lock of a push that was killed (a stick pulled out), where the remote is a folder."""
        folder = (self.root / self.address.removeprefix("file://")).resolve()
        place = Path(lock).resolve()
        if folder.is_dir() and place.is_relative_to(folder):
            self._remove_old(place)

    def _remove_old(self, lock: Path) -> None:
        """No git holds a lock for so long as one fetch or push may take at most."""
        with contextlib.suppress(OSError):
            if time.time() - lock.lstat().st_mtime > self.seconds:
                lock.unlink()

    def _refusal(self, done: Completed) -> MinqingError:
        code = _meaning(done) or _meaning_of_git(done) or "sync.failed"
        if code == "sync.remote-full" and has_no_room(self.root):
            code = "git.disk-full"
        said = last_words(f"{done.out}\n{done.err}")
        return MinqingError(
            "sync.failed" if code == RACED else code,
            GIT,
            root=str(self.root),
            address=_without_secret(self.address),
            output=_without_secret(said),
        )

    def _call(self, *args: str) -> Completed:
        """Run git against the remote, for so long at most."""
        git = started(self.root, *args, settings=GUARDS, variables=_ssh_settings(self.root), apart=True)
        return _ended(git, self)


def _is_shallow(root: Path) -> bool:
    return run(root, "rev-parse", "--is-shallow-repository").out.strip() == "true"


def _meaning(done: Completed) -> str | None:
    said = f"{done.out}\n{done.err}"
    return next((code for words, code in REFUSED if re.search(words, said, re.MULTILINE)), None)


def _meaning_of_git(done: Completed) -> str | None:
    return next((code for words, code in WORDS if re.search(words, done.err, re.MULTILINE)), None)


def _without_secret(text: str) -> str:
    """An address without a password somebody has put into it."""
    return re.sub(r"(://)[^/@\s]*@", r"\1", text)


def _ended(git: Popen[bytes], remote: Remote) -> Completed:
    """Wait for git, or end it with all it has started."""
    from subprocess import TimeoutExpired

    try:
        out, err = git.communicate(timeout=remote.seconds)
    except TimeoutExpired:
        _kill(git)
        address = _without_secret(remote.address)
        raise MinqingError("sync.timeout", GIT, address=address, seconds=f"{remote.seconds:g}") from None
    except BaseException:
        _kill(git)
        raise
    return Completed(git.returncode, readable(out), readable(err))


def _kill(git: Popen[bytes]) -> None:
    """End a git and what it has started to talk to the remote."""
    import signal

    with contextlib.suppress(OSError):
        if os.name == "nt":
            _end_tree(git)
        else:
            os.killpg(git.pid, signal.SIGTERM)
    with contextlib.suppress(Exception):
        git.communicate(timeout=5)


def _end_tree(git: Popen[bytes]) -> None:
    """End a git of Windows with all below it: a process there has no group, and its ssh would go on for minutes."""
    from subprocess import DEVNULL, SubprocessError, call

    with contextlib.suppress(OSError, SubprocessError):
        call([whole_path("taskkill.exe"), "/F", "/T", "/PID", str(git.pid)], stdout=DEVNULL, stderr=DEVNULL, timeout=5)
    git.kill()


def _ssh_settings(root: Path) -> dict[str, str]:
    """ssh that asks nothing and does not wait for a dead host, unless the user has chosen a command of his own."""
    chosen = os.environ.get("GIT_SSH_COMMAND") or os.environ.get("GIT_SSH")
    if chosen or run(root, "config", "--get", "core.sshCommand").out.strip():
        return {}
    return {"GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oConnectTimeout=15"}


def remote_of(root: Path, seconds: float = SECONDS) -> Remote:
    """The remote of the branch that is checked out.

    Raises ``MinqingError``: ``sync.no-remote``, ``sync.detached``.
    """
    address = run(root, "config", "--get", f"remote.{ORIGIN}.url").out.strip()
    if not address:
        raise MinqingError("sync.no-remote", GIT, root=str(root))
    local = run(root, "symbolic-ref", "--quiet", "--short", "HEAD").out.strip()
    if not local:
        raise MinqingError("sync.detached", GIT, root=str(root))
    follows = run(root, "config", "--get", f"branch.{local}.remote").out.strip()
    merges = run(root, "config", "--get", f"branch.{local}.merge").out.strip()
    branch = merges.removeprefix("refs/heads/") if follows == ORIGIN and merges else local
    return Remote(root, branch, address, seconds)
