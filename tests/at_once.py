"""Real processes of the installed program, killed at random or many at once: what they said is written is there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from minqing.domain.community import Community
from minqing.text.read import read_entry
from minqing.text.vocabulary import category_words

PROGRAM = (sys.executable, "-m", "minqing")
WORDS = category_words(Community())
LONGEST = 0.45
"""Seconds within which a process is killed: about as long as the slowest command here takes."""


@dataclass
class Seen:
    """What became of the commands so far."""

    kills: int = 0
    ended: int = 0
    said: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def killed_at_random(root: Path, kills: int, seed: int = 1) -> Seen:
    """Kill ``kills`` processes at random moments, alone or with their git; each third command is let go on."""
    chance, seen, number = random.Random(seed), Seen(), 0
    while seen.kills < kills:
        number += 1
        line = f"第{number}次去看"
        is_let = number % 3 == 0
        code, out = _run(root, _typed(line, chance), None if is_let else chance.uniform(0.02, LONGEST), chance)
        if code == -signal.SIGKILL:
            seen.kills += 1
        else:
            seen.ended += 1
            _look(seen, code == 0, f"{line}: ended with {code}: {out[-300:]}")
        if _is_json(out):
            seen.said.append(line)
        _every_line(root, seen)
    _healed(root, seen)
    return seen


def _typed(line: str, chance: random.Random) -> tuple[str, ...]:
    return chance.choice(
        (
            ("note", "20261116-1", line, "--json"),
            ("note", "20261116-2", line, "--json"),
            ("add", line, "--yes", "--json"),
            ("add", line, "--yes", "--kind", "call", "--date", "2026-11-19", "--json"),
            ("log", "--date", "2026-11-20", "--text", line, "--yes", "--json"),
        )
    )


def _run(root: Path, typed: Sequence[str], after: float | None, chance: random.Random) -> tuple[int, str]:
    child = subprocess.Popen(
        [*PROGRAM, "-C", str(root), *typed], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    if after is not None:
        time.sleep(after)
        if child.poll() is None:
            if chance.random() < 0.5:
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()
    out, err = child.communicate()
    return child.returncode, (out + (b"" if child.returncode == 0 else err)).decode(errors="replace")


def _is_json(out: str) -> bool:
    try:
        return json.loads(out)["schema"] == 1
    except ValueError:
        return False


def _look(seen: Seen, good: bool, what: str) -> None:
    if not good:
        seen.wrong.append(what)


def _every_line(root: Path, seen: Seen) -> None:
    """Every file is whole, and every line that was said to be written is there once."""
    texts = []
    for place in sorted((root / "diaries").rglob("*.md")):
        raw = place.read_bytes()
        found = read_entry(raw, place.relative_to(root).as_posix(), WORDS)
        _look(seen, found.entry is not None, f"{place.name} cannot be read")
        texts.append(raw.decode())
    whole = "\n".join(texts)
    for line in seen.said:
        _look(seen, whole.count(line) == 1, f"{line} is there {whole.count(line)} times")


def _healed(root: Path, seen: Seen) -> None:
    code, out = _run(root, ("note", "20261116-1", "最后一次", "--json"), None, random.Random(1))
    _look(seen, code == 0, f"the last command: {code} {out}")
    status = subprocess.run(["git", "-C", str(root), "status", "--porcelain"], capture_output=True, check=True).stdout
    _look(seen, status == b"", f"git status: {status.decode()}")
    broken = subprocess.run(["git", "-C", str(root), "fsck", "--strict", "--no-dangling"], capture_output=True)
    _look(seen, broken.returncode == 0, f"git fsck: {broken.stderr.decode()}")
    _, out = _run(root, ("check", "--json"), None, random.Random(1))
    errors = [one for one in json.loads(out)["problems"] if one["severity"] == "error"]
    _look(seen, not errors, f"check: {errors}")


def written_together(root: Path, processes: int, writes: int) -> list[str]:
    """``processes`` write ``writes`` lines each at once; answers what was lost, said twice or refused."""

    def work(who: int) -> Iterable[tuple[str, int, str]]:
        for number in range(writes):
            line = f"({who}号第{number}句)"
            typed = (
                ("note", f"20261116-{1 + who % 2}", line), ("add", line, "--yes"), ("note", "20261116-1", line),
                ("log", "--date", "2026-11-20", "--text", line, "--yes"), ("add", line, "--yes", "--kind", "call"),
            )[(who + number) % 5]  # fmt: skip
            yield (line, *_run(root, typed, None, random.Random(1)))

    with ThreadPoolExecutor(processes) as pool:
        done = [one for lines in pool.map(lambda who: list(work(who)), range(processes)) for one in lines]
    seen = Seen(said=[line for line, _, _ in done], wrong=[f"{line}: {out}" for line, code, out in done if code])
    _every_line(root, seen)
    _healed(root, seen)
    return seen.wrong
