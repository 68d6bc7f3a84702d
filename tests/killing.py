"""Commands that are killed, and what must hold afterwards.

A command runs in a process of its own (forked, so that a test can afford hundreds). An audit hook counts every step
that touches a file or starts a program, and at the step that was asked for the process kills itself with SIGKILL: no
``finally``, no flushed buffer, nothing of Python runs any more. Inside git the steps are those at which it calls hooks.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from minqing.__main__ import run

CHANGING = frozenset(
    [
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.rmdir",
        "os.chmod",
        "os.truncate",
        "os.link",
        "os.symlink",
        "fcntl.flock",
    ]
)
"""Audit events that change something on the disk, or take a lock."""

STARTING = frozenset(["subprocess.Popen", "os.posix_spawn", "os.exec", "os.system"])
"""Audit events that start a program."""

HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-index-change", "reference-transaction", "post-commit")
"""Every hook git calls on the way of a commit."""

FIRST = "diaries/2026/2026-11-16.md"

ENTRY = """---
日期: 2026-11-16
类型: 走动
事项:
  - 编号: 20261116-1
    事由: 5号楼的老爷子说窗前的路灯太亮
    类别: 公共设施
    层级: 中事
    办理:
      - 2026-11-17 联系 给老爷子打了电话
  - 编号: 20261116-2
    事由: 8号楼的阿姨说树密晒不到阳光
    类别: 环境卫生
    层级: 中事
---

一圈下来都挺好。
"""


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (negative: the signal), what it said, how many steps it took."""

    code: int
    out: str
    err: str
    steps: int

    @property
    def was_killed(self) -> bool:
        return self.code == -signal.SIGKILL


@dataclass(frozen=True)
class Deed:
    """A command to be killed: what is typed, what it finds before it, and the variables it runs with.

    What is ``is_private`` is finished by typing it again, and by nothing else.
    """

    name: str
    typed: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda root: None
    env: dict[str, str] = field(default_factory=dict)
    is_private: bool = False


def _hand_edited(root: Path) -> None:
    place = root / FIRST
    place.write_text(place.read_text(encoding="utf-8") + "手工添的一句。\n", encoding="utf-8")


def _fixable(root: Path) -> None:
    place = root / FIRST
    place.write_text(place.read_text(encoding="utf-8").replace("事由: 8号楼", "事由：8号楼"), encoding="utf-8")


def _editor(root: Path) -> None:
    script = root.parent / "editor.sh"
    script.write_text("#!/bin/sh\nsed -i 's/一圈下来都挺好/改过的一句/' \"$1\"\n", encoding="utf-8")
    script.chmod(0o755)


def _shared(root: Path) -> None:
    """Somebody else has shared a walk and a line; here there is another line that nobody else has."""
    shared, other = root.parent / "shared.git", root.parent / "other"
    for words in (
        ["git", "clone", "-q", "--bare", str(root), str(shared)],
        ["git", "-C", str(root), "remote", "add", "origin", str(shared)],
        ["git", "clone", "-q", str(shared), str(other)],
    ):
        subprocess.run(words, check=True)
    _line_added(other, "20261116-1", "      - 2026-11-18 跟进 别人写的一句\n")
    (other / "diaries/2026/2026-11-18.md").write_text("---\n日期: 2026-11-18\n---\n别人的走动。\n", encoding="utf-8")
    _line_added(root, "20261116-1", "      - 2026-11-19 跟进 自己写的一句\n")
    for place in (other, root):
        for words in (["add", "diaries"], ["commit", "-qm", "一句"]):
            subprocess.run(["git", "-C", str(place), *words], check=True)
    subprocess.run(["git", "-C", str(other), "push", "-q"], check=True)


def _line_added(root: Path, issue: str, line: str) -> None:
    place = root / FIRST
    known = "      - 2026-11-17 联系 给老爷子打了电话\n"
    assert issue in place.read_text(encoding="utf-8")
    place.write_text(place.read_text(encoding="utf-8").replace(known, known + line), encoding="utf-8")


NOTE = ("note", "20261116-1", "看过了")

DEEDS = (
    Deed("note", NOTE),
    Deed("close", ("close", "20261116-2", "已修剪")),
    Deed("note after a hand edit", NOTE, _hand_edited),
    Deed("add", ("add", "3号楼的阿姨说楼道灯不亮", "--yes")),
    Deed("add in a new year", ("add", "楼道灯不亮", "--yes", "--date", "2025-12-30")),
    Deed(
        "log", ("log", "--date", "2026-11-20", "--weather", "晴", "--issue", "大门口积水", "--text", "都好。", "--yes")
    ),
    Deed("check --fix", ("check", "--fix"), _fixable),
    Deed("edit", ("edit", "2026-11-16"), _editor, {"EDITOR": "editor.sh"}),
    Deed("sync", ("sync",), _shared),
    Deed("contact-card", ("contact-card", "add", "5号楼老爷子", "--phone", "13800000000"), is_private=True),
)
"""Every command that writes, in the ways it can find its workspace."""


@dataclass(frozen=True)
class Kill:
    """Who is killed at which step of a deed: ``minqing`` at its own, ``git`` or ``all`` when git calls a hook."""

    deed: Deed
    victims: str
    at: int

    def __str__(self) -> str:
        return f"{self.deed.name}, {self.victims} {self.at}"


class Scene:
    """A workspace that is copied anew for every kill."""

    def __init__(self, folder: Path) -> None:
        self.master = folder / "master" / "日记"
        self.folder = folder
        self.master.parent.mkdir(parents=True)
        assert ended(["--lang", "zh", "init", str(self.master), "--name", "幸福里社区"], folder).code == 0
        (self.master / FIRST).parent.mkdir(parents=True, exist_ok=True)
        (self.master / FIRST).write_text(ENTRY, encoding="utf-8")
        for words in (["add", "-A"], ["commit", "-qm", "开始"]):
            subprocess.run(["git", "-C", str(self.master), *words], check=True)
        self._made = 0
        self._known: dict[str, tuple[dict[str, bytes], int]] = {}

    def copy(self, deed: Deed) -> Path:
        """A fresh workspace, prepared for the deed."""
        self._made += 1
        root = self.folder / str(self._made) / "日记"
        shutil.copytree(self.master, root, symlinks=True)
        deed.prepare(root)
        return root

    def after(self, deed: Deed) -> dict[str, bytes]:
        """What the deed leaves where nobody kills it."""
        return self._run(deed)[0]

    def steps(self, deed: Deed) -> int:
        """How many steps it takes then."""
        return self._run(deed)[1]

    def _run(self, deed: Deed) -> tuple[dict[str, bytes], int]:
        if deed.name not in self._known:
            root = self.copy(deed)
            said = self.done(deed, root)
            assert said.code == 0, said.err
            self._known[deed.name] = texts(root), said.steps
            self.drop(root)
        return self._known[deed.name]

    def drop(self, root: Path) -> None:
        shutil.rmtree(root.parent)

    def done(self, deed: Deed, root: Path, kill_at: int | None = None) -> Ended:
        """The deed in the workspace, killed at that step."""
        env = {name: value.replace("editor.sh", str(root.parent / "editor.sh")) for name, value in deed.env.items()}
        return ended(["-C", str(root), *deed.typed], root.parent, kill_at, env)


def ended(
    typed: list[str],
    folder: Path,
    kill_at: int | None = None,
    env: dict[str, str] | None = None,
    largest: int | None = None,
) -> Ended:
    """Run a command in a process and a process group of its own; it is killed at its step ``kill_at``.

    ``largest`` bytes are all that a file may hold that it writes below the workspace.
    """
    out, err, counted = (folder / f".{name}" for name in ("out", "err", "steps"))
    child = os.fork()
    if not child:
        _become(typed, (out, err, counted), kill_at, env or {}, largest)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = len(counted.read_bytes())
    return Ended(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"), steps)


def _become(
    typed: list[str], files: tuple[Path, ...], kill_at: int | None, env: dict[str, str], largest: int | None
) -> None:
    """The child: nothing here returns."""
    code = 70
    try:
        os.setsid()
        os.environ.update(env)
        sys.dont_write_bytecode = True
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
        sys.stdout, sys.stderr = (place.open("w", encoding="utf-8") for place in files[:2])
        _count(os.open(files[2], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), kill_at)
        if largest is not None:
            _narrow(largest)
        code = run(typed)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _narrow(largest: int) -> None:
    """Let no file of this process and of those it starts grow beyond so many bytes."""
    import resource

    # what is said goes through a pipe's worth of memory: it is no file of the workspace
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))


def _count(counted: int, kill_at: int | None) -> None:
    """Count steps from now on, one byte a step in a file; kill this process at one of them."""
    here = os.getpid()
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1
        os.write(counted, b".")
        if taken == kill_at:
            os.kill(here, signal.SIGKILL)

    def heard(event: str, args: tuple[object, ...]) -> None:
        if event in CHANGING or event in STARTING or (event == "open" and _writes(args)):
            step()

    real = os.fsync

    def fsync(handle: int) -> None:
        step()
        real(handle)

    os.fsync = fsync
    sys.addaudithook(heard)


def _writes(args: tuple[object, ...]) -> bool:
    flags = args[2] if len(args) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


# what is seen afterwards


def texts(root: Path) -> dict[str, bytes]:
    """Every file that a person wrote, or minqing for a person."""
    listed = (p for p in root.rglob("*") if p.is_file() and not {".git", ".minqing"} & set(p.relative_to(root).parts))
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in listed if not p.name.startswith(".minqing-tmp-")}


def aged(root: Path) -> None:
    """Let what is half-made below ``.minqing`` be as old as it must be before it is known to be nobody's."""
    for place in (root / ".minqing").glob(".minqing-tmp-*"):
        os.utime(place, (0, 0))


def litter(root: Path) -> list[str]:
    """Half-written files that were left behind."""
    return [str(p.relative_to(root)) for p in root.rglob(".minqing-tmp-*")]


def whole(root: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Every file is the old one or the new one."""
    now = texts(root)
    for path in now.keys() | before.keys() | after.keys():
        assert now.get(path) in (before.get(path), after.get(path)), path


def heals(root: Path) -> None:
    """The next command goes through, commits what was begun, and leaves nothing behind."""
    aged(root)
    said = ended(["-C", str(root), "note", "20261116-1", "第二天又去看过", "--json"], root.parent)
    assert said.code == 0, said.err
    assert "第二天又去看过" in (root / FIRST).read_text(encoding="utf-8")
    assert json.loads(said.out)["commit"]
    assert not (root / ".minqing" / "pending.json").exists()
    assert git(root, "status", "--porcelain") == ""
    assert litter(root) == []
    checked = ended(["-C", str(root), "check", "--json"], root.parent)
    assert [p for p in json.loads(checked.out)["problems"] if p["severity"] == "error"] == []
    by_index, by_files = (
        ended(["-C", str(root), "list", "state:all", "--json"], root.parent, env={"MINQING_INDEX": index}).out
        for index in ("1", "0")
    )
    assert by_index == by_files != ""


def git(root: Path, *words: str) -> str:
    """What git says in the workspace."""
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True).stdout.decode()


# inside git


def hook_counter(root: Path, kill_at: int | None, victims: str) -> Path:
    """Hooks that count how often git calls one, and kill at one call: ``git`` alone, or ``all`` with minqing."""
    calls = root.parent / "calls"
    kill = "kill -9 $PPID" if victims == "git" else "kill -9 0"
    script = f'#!/bin/sh\nprintf . >> "{calls}"\ntest "$(wc -c < "{calls}")" -eq {kill_at or 0} && {kill}\nexit 0\n'
    for hook in HOOKS:
        place = root / ".git" / "hooks" / hook
        place.parent.mkdir(exist_ok=True)
        place.write_text(script, encoding="utf-8")
        place.chmod(0o755)
    calls.write_bytes(b"")
    return calls


def without_hooks(root: Path) -> None:
    shutil.rmtree(root / ".git" / "hooks")


def kills_of(scene: Scene, deed: Deed) -> Iterator[Kill]:
    """Every kill of a deed: at each of its own steps, and at each hook of git, of git alone and of all."""
    for step in range(1, scene.steps(deed) + 1):
        yield Kill(deed, "minqing", step)
    for victims in ("git", "all"):
        root = scene.copy(deed)
        calls = hook_counter(root, None, victims)
        scene.done(deed, root)
        for call in range(1, len(calls.read_bytes()) + 1):
            yield Kill(deed, victims, call)
        scene.drop(root)


def survived(scene: Scene, kill: Kill) -> None:
    """Kill, and assert that everything holds afterwards."""
    root = scene.copy(kill.deed)
    before, after = texts(root), scene.after(kill.deed)
    if kill.victims == "minqing":
        assert scene.done(kill.deed, root, kill.at).was_killed
    else:
        hook_counter(root, kill.at, kill.victims)
        scene.done(kill.deed, root)
        without_hooks(root)
    whole(root, before, after)
    if kill.deed.is_private:
        assert scene.done(kill.deed, root).code == 0
    heals(root)
    scene.drop(root)


@contextlib.contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """The environment of a test outside pytest."""
    kept = dict(os.environ)
    from tests.desk import AUTHOR, TODAY

    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitconfig").write_text(AUTHOR, encoding="utf-8")
    for name in [n for n in os.environ if n.startswith(("GIT_", "MINQING_", "LC_"))]:
        del os.environ[name]
    os.environ |= {
        "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config"), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(folder / ".gitconfig"), "LC_ALL": "C.UTF-8", "MINQING_TODAY": TODAY,
    }  # fmt: skip
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
