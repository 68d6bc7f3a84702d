"""The folders that are measured in: made once, copied fresh for every row, so that no row spoils another's."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent
"""The folder of the project."""

SETTLED = 2.6
"""Seconds after which a file counts as old: a signature younger than two seconds may not be trusted."""

TODAY = "2020-11-23"
"""The day on which everything is measured: the last of the sample and of the large diary."""

IDENTITY = "[user]\n\tname = 王丽\n\temail = wangli@example.org\n[init]\n\tdefaultBranch = main\n"


def default_cache() -> Path:
    """Where generated diaries are kept from one run to the next, unless ``--cache`` says otherwise."""
    return Path(tempfile.gettempdir()) / f"minqing-benchmarks-{os.getuid()}"


def environment(home: Path) -> dict[str, str]:
    """What every measured process gets: a home of nobody, a fixed day, and nothing of whoever measures."""
    home.mkdir(parents=True, exist_ok=True)
    (home / ".gitconfig").write_text(IDENTITY, encoding="utf-8")
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "MINQING_TODAY": TODAY,
    }  # fmt: skip


def demo(cache: Path, program: list[str], env: dict[str, str]) -> Path:
    """The sample of eleven years; made anew when the program that writes it has changed."""

    def fill(folder: Path) -> None:
        _call([*program, "init", "--demo", str(folder)], env)

    return _kept(cache / f"demo-{_digest((SOURCES / 'minqing' / 'demo').rglob('*.py'))}", fill)


def large(cache: Path, program: list[str], env: dict[str, str]) -> Path:
    """The diary of 97 000 walks; generated in a process of its own, so that this one stays small."""

    def fill(folder: Path) -> None:
        _call([*program, "init", str(folder), "--name", "很大的社区"], env)
        _call([sys.executable, "-m", "benchmarks.large", str(folder)], env)

    return _kept(cache / f"large-{_digest([Path(__file__).with_name('large.py')])}", fill)


def _kept(place: Path, fill: Callable[[Path], None]) -> Path:
    """``place``, filled unless it is there already; a filling that was broken off leaves nothing behind."""
    if not place.exists():
        made = place.with_suffix(".part")
        shutil.rmtree(made, ignore_errors=True)
        fill(made)
        made.rename(place)
    return place


def _call(command: list[str], env: dict[str, str]) -> None:
    subprocess.run(command, env=env, cwd=SOURCES, check=True, stdout=subprocess.DEVNULL)


def copies(original: Path, folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """Fresh copies of a workspace, each with a git index that knows its files, none of them just written."""
    made = {name: folder / f"{original.name}-{name}" for name in names}
    for place in made.values():
        shutil.copytree(original, place, symlinks=True)
    time.sleep(SETTLED)
    for place in made.values():
        known_to_git(place)
    return made


def known_to_git(place: Path) -> None:
    """Let git look at every file once, as it has in a repository that is worked in."""
    subprocess.run(["git", "update-index", "-q", "--refresh"], cwd=place, check=False)


def _digest(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for file in sorted(files):
        found.update(file.read_bytes())
    return found.hexdigest()[:12]
