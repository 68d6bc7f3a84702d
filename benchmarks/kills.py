"""Kills at every step, one by one: each is kept in a file, so that a run that was stopped goes on from there.

All of them take an hour or two. What is kept is of one state of the program and of what kills it; another begins anew.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

Named = tuple[str, str, int]
"""A kill by its name: the deed, who is killed, at which step."""


@dataclass(frozen=True)
class Part:
    """Which kills are made: each ``of``-th from the ``number``-th on (1 is the first), until ``seconds`` are over."""

    number: int = 1
    of: int = 1
    seconds: float = float("inf")

    @staticmethod
    def read(told: str, seconds: float) -> Part:
        """``2/3``: the second of three parts, which may run side by side."""
        number, _, of = told.partition("/")
        part = Part(int(number), int(of or 1), seconds)
        if not 1 <= part.number <= part.of:
            raise ValueError(told)
        return part

    def mine(self, place: int) -> bool:
        return place % self.of == self.number - 1


@dataclass
class Kept:
    """What became of the kills so far, as a file keeps it: a line for each, and one for how many a deed has."""

    file: Path
    planned: dict[str, list[Named]] = field(default_factory=dict)
    tried: dict[Named, str | None] = field(default_factory=dict)

    @staticmethod
    def of_this_state(folder: Path) -> Kept:
        """What was kept of the program as it is now."""
        folder.mkdir(parents=True, exist_ok=True)
        kept = Kept(folder / f"kills-{_state()}.jsonl")
        if kept.file.exists():
            for line in kept.file.read_text(encoding="utf-8").splitlines():
                kept._known(json.loads(line))
        return kept

    def _known(self, line: dict[str, object]) -> None:
        match line:
            case {"deed": str(deed), "kills": list(kills)}:
                self.planned[deed] = [(deed, victims, at) for victims, at in kills]
            case {"deed": str(deed), "victims": str(victims), "at": int(at), "why": None | str() as why}:
                self.tried[deed, victims, at] = why

    def plan(self, deed: str, kills: Iterable[Named]) -> None:
        """Keep which kills a deed has."""
        self._add({"deed": deed, "kills": [(victims, at) for _, victims, at in kills]})

    def tell(self, kill: Named, why: str | None) -> None:
        """Keep what became of one: ``None``, it was survived; else what did not hold."""
        self._add(dict(zip(("deed", "victims", "at", "why"), (*kill, why), strict=True)))

    def _add(self, line: dict[str, object]) -> None:
        self._known(json.loads(json.dumps(line)))
        with self.file.open("a", encoding="utf-8") as file:  # several parts add to it at once: a line is one write
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    @property
    def all(self) -> list[Named]:
        return [kill for kills in self.planned.values() for kill in kills]

    @property
    def wrong(self) -> dict[Named, str]:
        """Those that were not survived, with the reason."""
        return {kill: why for kill, why in self.tried.items() if why is not None}


def _state() -> str:
    """A digest of the program and of what kills it."""
    found = hashlib.sha256()
    tests = [ROOT / "tests" / name for name in ("killing.py", "deeds.py", "processes.py")]
    for file in (*sorted((ROOT / "minqing").rglob("*.py")), *tests):
        found.update(file.read_bytes())
    return found.hexdigest()[:12]


def carried_on(kept: Kept, part: Part, deeds: Sequence[str], plan: Callable[[str], list[Named]],
               survive: Callable[[Named], None]) -> Iterator[Named]:  # fmt: skip
    """Make the kills of a part that nobody has made yet, and answer each when it is kept.

    ``plan`` tells the kills of a deed, ``survive`` makes one and raises where something did not hold.
    """
    until = time.monotonic() + part.seconds
    for deed in deeds:
        if deed not in kept.planned:
            kept.plan(deed, plan(deed))
    for kill in [k for deed in deeds for n, k in enumerate(kept.planned[deed]) if part.mine(n) and k not in kept.tried]:
        if time.monotonic() > until:
            return
        kept.tell(kill, _why_not(survive, kill))
        yield kill


def _why_not(survive: Callable[[Named], None], kill: Named) -> str | None:
    try:
        survive(kill)
    except Exception as failed:  # whatever it is, it did not hold
        return f"{type(failed).__name__}: {failed}"
    return None


def killed_at_steps(folder: Path, keep_in: Path, part: Part, words: Sequence[str] = ()) -> Kept:
    """Kill every command at every step of its own and of git, as far as ``part`` goes.

    With ``words`` only commands whose name in ``tests/deeds.py`` holds one of them.
    """
    from tests.killing import DEEDS, Kill, Scene, kills_of, survived

    by_name = {deed.name: deed for deed in DEEDS}
    wanted = [name for name in by_name if not words or any(word in name for word in words)]
    scene = Scene(folder)

    def plan(deed: str) -> list[Named]:
        return [(deed, kill.victims, kill.at) for kill in kills_of(scene, by_name[deed])]

    def survive(kill: Named) -> None:
        survived(scene, Kill(by_name[kill[0]], *kill[1:]))

    kept = Kept.of_this_state(keep_in)
    for kill in carried_on(kept, part, wanted, plan, survive):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{len(kept.tried)} of {len(kept.all)}: {', '.join(map(str, kill))} ")
            sys.stderr.flush()
    return Kept.of_this_state(keep_in)  # with what other parts have made meanwhile
