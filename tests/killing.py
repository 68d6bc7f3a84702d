"""Commands that are killed, and what must hold afterwards.

A command is killed at a step of its own (see ``processes``), or when git calls a hook: those are the steps inside git.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deeds import DEEDS, ENTRY, FIRST, NOTE, Deed, handed
from processes import Ended, ended

__all__ = ["DEEDS", "FIRST", "NOTE", "Deed", "Ended", "ended"]

HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-index-change", "reference-transaction", "post-commit")
"""Every hook git calls on the way of a commit."""


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

    def copy(self, deed: Deed, folder: Path | None = None) -> Path:
        """A fresh workspace, prepared for the deed; in ``folder`` where that is wanted."""
        self._made += 1
        root = (folder or self.folder) / str(self._made) / "日记"
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
            if deed.beside:
                deed.beside(root).communicate()
            said = self.done(deed, root)
            assert said.code in (0, *deed.again), said.err
            self._known[deed.name] = texts(root), said.steps
            self.drop(root)
        return self._known[deed.name]

    def drop(self, root: Path) -> None:
        shutil.rmtree(root.parent)

    def done(self, deed: Deed, root: Path, kill_at: int | None = None, more: dict[str, str] | None = None) -> Ended:
        """The deed in the workspace, killed at that step."""
        return ended(deed.words(root), self.folder, kill_at, deed.variables(root) | (more or {}))


# what is seen afterwards


def texts(root: Path) -> dict[str, bytes]:
    """Every file that a person wrote, or minqing for a person."""
    found = {p.relative_to(root): p for p in root.rglob("*") if p.is_file() and not _is_own(p.relative_to(root))}
    return {path.as_posix(): p.read_bytes().replace(bytes(root), b"{root}") for path, p in found.items()}


def _is_own(path: Path) -> bool:
    return bool({".git", ".minqing"} & set(path.parts)) or any(part.startswith(".minqing-tmp-") for part in path.parts)


def aged(root: Path) -> None:
    """Let what is half-made below ``.minqing``, and locks in a shared folder, be old enough to be nobody's."""
    locks = [*(root.parent / "shared.git").rglob("*.lock"), *(root / ".git/refs/remotes").rglob("*.lock")]
    for place in [*(root / ".minqing").glob(".minqing-tmp-*"), *locks]:
        os.utime(place, (0, 0))


def litter(root: Path) -> list[str]:
    """Half-written files that were left behind."""
    return [str(p.relative_to(root)) for p in root.rglob(".minqing-tmp-*")]


def whole(root: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Every file is the old one or the new one."""
    now = texts(root)
    for path in now.keys() | before.keys() | after.keys():
        assert now.get(path) in (before.get(path), after.get(path)), path


def handed_out(root: Path) -> dict[str, bytes]:
    """What lies in the folder for what is handed out."""
    return {p.name: p.read_bytes() for p in handed(root).iterdir() if not p.name.startswith(".minqing-tmp-")}


def openable(root: Path, before: dict[str, bytes]) -> None:
    """What was handed out is the old file, or a new one that can be opened."""
    for name, raw in handed_out(root).items():
        if raw != before.get(name) and not name.endswith(".csv"):
            with zipfile.ZipFile(handed(root) / name) as opened:
                assert opened.testzip() is None, name
    assert handed_out(root).keys() >= before.keys()


def heals(root: Path) -> None:
    """The next command goes through, commits what was begun, and leaves nothing behind."""
    aged(root)
    said = ended(["-C", str(root), "note", "20261116-1", "第二天又去看过", "--json"], root.parent)
    assert said.code == 0, said.err
    assert "第二天又去看过" in (root / FIRST).read_text(encoding="utf-8")
    _is_clean(root, json.loads(said.out)["commit"])


def goes_on(root: Path) -> None:
    """A new walk can be written down, though nothing else may be known of the diary."""
    aged(root)
    said = ended(
        ["-C", str(root), "log", "--date", "2026-11-19", "--text", "又走了一圈", "--yes", "--json"], root.parent
    )
    assert said.code == 0, said.err
    _is_clean(root, json.loads(said.out)["commit"])


def _is_clean(root: Path, commit: str | None) -> None:
    assert commit
    assert not (root / ".minqing" / "pending.json").exists()
    assert git(root, "status", "--porcelain") == ""
    assert litter(root.parent) == []
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


def counted_hooks(root: Path, kill_at: int | None, victims: str) -> tuple[Path, dict[str, str]]:
    """Hooks that count how often git calls one, and kill at one call: ``git`` alone, or ``all`` with minqing.

    The file they count in, and the variables by which git finds them.
    """
    calls, hooks = root.parent / "calls", root.parent / "hooks"
    hooks.mkdir()
    kill = "kill -9 $PPID" if victims == "git" else "kill -9 0"
    script = f'#!/bin/sh\nprintf . >> "{calls}"\ntest "$(wc -c < "{calls}")" -eq {kill_at or 0} && {kill}\nexit 0\n'
    for hook in HOOKS:
        place = hooks / hook
        place.write_text(script, encoding="utf-8")
        place.chmod(0o755)
    calls.write_bytes(b"")
    known = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": str(hooks)}
    return calls, known


def kills_of(scene: Scene, deed: Deed) -> Iterator[Kill]:
    """Every kill of a deed: at each of its own steps, and at each hook of git, of git alone and of all."""
    steps = scene.steps(deed)
    for step in range(1, steps + 1):
        if deed.tried(step, steps):
            yield Kill(deed, "minqing", step)
    for victims in ("git", "all"):
        root = scene.copy(deed)
        calls, known = counted_hooks(root, None, victims)
        scene.done(deed, root, more=known)
        for call in range(1, len(calls.read_bytes()) + 1):
            yield Kill(deed, victims, call)
        scene.drop(root)


def survived(scene: Scene, kill: Kill) -> None:
    """Kill, and assert that everything holds afterwards."""
    deed = kill.deed
    root = scene.copy(deed)
    before, after, given = texts(root), scene.after(deed), handed_out(root)
    beside = deed.beside(root) if deed.beside else None
    if kill.victims == "minqing":
        said = scene.done(deed, root, kill.at)
        assert said.was_killed or beside
    else:
        _, known = counted_hooks(root, kill.at, kill.victims)
        said = scene.done(deed, root, more=known)
    if beside:
        told = beside.communicate()[1].decode()
        assert beside.returncode in (0, 4), told
    whole(root, before, after)
    openable(root, given)
    if deed.again and not deed.is_done(root) and "请不要重复操作" not in said.err:
        finished(scene, deed, root, after)
    if beside:
        _agree(root, root.parent / "other")
    if (root / FIRST).exists():
        heals(root)
    else:
        goes_on(root)
    scene.drop(root)


def _agree(root: Path, other: Path) -> None:
    """Both clones come to hold the same, and every line of either."""
    aged(root)
    for place in (other, root, other):
        said = ended(["-C", str(place), "sync"], root.parent)
        assert said.code == 0, said.err
    pages = [{path: raw for path, raw in texts(one).items() if path.startswith("diaries")} for one in (root, other)]
    assert pages[0] == pages[1]
    assert all(line in (root / FIRST).read_text(encoding="utf-8") for line in ("别人写的一句", "自己写的一句"))


def finished(scene: Scene, deed: Deed, root: Path, after: dict[str, bytes]) -> None:
    """The same command finishes what was begun, or says what to do."""
    if root.exists():
        aged(root)
    said = scene.done(deed, root)
    if said.code and "删掉这个文件夹" in said.err:
        shutil.rmtree(root)
        said = scene.done(deed, root)
    assert said.code in deed.again, said.err
    assert said.code == 0 or said.err
    assert texts(root).keys() == after.keys()
    assert {path for path, raw in texts(root).items() if raw != after[path]} == set()
    assert litter(root.parent) == []


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
