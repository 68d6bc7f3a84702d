"""Runs a target on one mutation after the other, in a process of its own: for a time, within a memory, watched."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from minqing.domain.errors import MinqingError
from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
"""Inputs that once did harm; they are tried for ever."""

SLOWEST = 2.0
"""Seconds of computing that one input may take."""

LARGEST, GROWN = 300, 150
"""Megabytes that the process may hold, or that may come to what it held before."""

PIECES = (
    "\n", " ", "  ", "- ", ": ", ":", "：", '"', "'", "[", "]", "{", "}", "|", ">", "#", "---\n", "&a ", "*a ", "!!x ",
    "\t", "\r\n", "\r", "\x00", "\x1b", "\x85", "\u2028", "\u3000", "\ufeff", "，", "、", "1.", "①", "一、", "11月16日",
    "2026-11-16", "办结", "事项:\n", "办理:\n", "  - 编号: 20261116-1\n", "..", "非:", "<<<<<<< x\n", "=======\n",
    "99999999999", "-0", "1e999", "٣", "😀",
    "\udcff", "e\u0301", "5号楼", "上周", "天后", "(", ")", "\\", "%", "@", "`", "? ", "~",
)  # fmt: skip


@dataclass
class Tried:
    """What became of a target: how many inputs, the slowest in seconds, the memory in MB (and before the first input,
    since the process may have run other tests), and what went wrong."""

    runs: int = 0
    slowest: float = 0.0
    memory: int = 0
    before: int = 0
    wrong: dict[str, str] = field(default_factory=dict)


def mutations(seeds: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Inputs made of ``seeds``, without an end."""
    while True:
        raw = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            raw = _mutated(raw, seeds, chance)
        yield raw[:200_000]


def _mutated(raw: bytes, seeds: list[bytes], chance: random.Random) -> bytes:
    at, end = sorted((chance.randrange(len(raw) + 1), chance.randrange(len(raw) + 1)))
    piece = chance.choice(PIECES).encode("utf-8", "surrogateescape")
    way = chance.randrange(9)
    if way == 0:
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
    if way == 1:
        return raw[:at] + piece + raw[at:]
    if way == 2:
        return raw[:at] + raw[min(end, at + chance.randrange(1, 40)) :]
    if way == 3:
        return raw[:end] + raw[at:end] + raw[end:]
    if way == 4:
        return raw[:at] + piece * chance.choice((2, 10, 200, 3000)) + raw[at:]
    if way == 5:
        other = chance.choice(seeds)
        cut = chance.randrange(len(other) + 1)
        return raw[:at] + other[cut : cut + chance.randrange(1, 400)] + raw[at:]
    lines = raw.split(b"\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    if way == 6:
        lines[here], lines[there] = lines[there], lines[here]
    elif way == 7:
        lines[here] = b" " * chance.randrange(9) + lines[here].lstrip()
    else:
        lines[here] = lines[here] + piece + lines[there]
    return b"\n".join(lines)


def tried(name: str, seconds: float, seed: int, keep: bool = True, most: int | None = None) -> Tried:
    """Run one target for so many seconds, or on ``most`` inputs if that is sooner, in a child."""
    reading, writing = os.pipe()
    last = FOUND.parent / f".last-{name}-{os.getpid()}"
    child = os.fork()
    if not child:
        os.close(reading)
        code = 1
        try:
            _child(name, seconds, seed, last, writing, most)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as told:
        said = told.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    result = Tried(**json.loads(said)) if said else Tried(wrong={"?": f"ended with {code}"})
    if not said and last.exists() and keep:
        _kept(name, last.read_bytes())
    last.unlink(missing_ok=True)
    return result


def _child(name: str, seconds: float, seed: int, last: Path, writing: int, most: int | None) -> None:
    function, seeds = TARGETS[name]
    chance, result = random.Random(f"{name} {seed}"), Tried(before=_most_memory())
    made = seeds()
    end = time.monotonic() + seconds
    for raw in itertools.islice(mutations(made, chance), most):
        if time.monotonic() > end:
            break
        last.write_bytes(raw)
        signal.setitimer(signal.ITIMER_PROF, 60)  # of computing: a busy computer is no finding
        signal.alarm(600)
        _one(function, raw, name, result)
    with os.fdopen(writing, "w") as out:
        out.write(json.dumps(asdict(result)))


def _most_memory() -> int:
    """The most this process ever held: from kilobytes to megabytes; on macOS from bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)


def _one(function, raw: bytes, name: str, result: Tried) -> None:  # type: ignore[no-untyped-def]
    begun = time.process_time()
    wrong = ""
    try:
        function(raw)
    except MinqingError:
        pass
    except BaseException:
        wrong = traceback.format_exc()[-1500:]
    took = time.process_time() - begun
    memory = _most_memory()
    if took > SLOWEST:
        wrong = f"took {took:.1f} s"
    if memory > max(LARGEST, result.before + GROWN) >= result.memory:
        wrong = f"holds {memory} MB"
    result.runs += 1
    result.slowest, result.memory = max(result.slowest, took), max(result.memory, memory)
    if wrong and wrong.splitlines()[-1] not in {text.splitlines()[-1] for text in result.wrong.values()}:
        result.wrong[_kept(name, raw)] = wrong


def _kept(name: str, raw: bytes) -> str:
    FOUND.mkdir(exist_ok=True)
    place = FOUND / f"{name}-{hashlib.sha256(raw).hexdigest()[:10]}.bin"
    place.write_bytes(raw)
    return place.name
