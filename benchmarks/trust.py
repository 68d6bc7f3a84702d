"""The figures of trust: what was planted and found, tried and survived. ``make trust`` prints them.

Each section is a function that answers its figures; ``SECTIONS`` is the table of them, in the order of printing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from minqing.demo.write import write_demo
from minqing.text.privacy import NUMBERS, findings, unnamed
from minqing.text.private_lines import text_of, without_tickets
from tests.privacy_samples import INNOCENT, OUT_OF_REACH, SECRETS

Figure = tuple[str, str]
"""What is counted, and how much of it."""

RANDOM_KILLS = int(os.environ.get("MINQING_RANDOM_KILLS", "500"))
"""How many processes are killed at random."""

KEPT = Path(tempfile.gettempdir()) / f"minqing-trust-{os.getuid()}"
"""Where it is kept which kills were made, so that a run that was stopped goes on."""

FUZZ_SECONDS = 5.0
"""Seconds for each reader."""

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))


def secrets() -> Iterator[Figure]:
    """What of a person was planted in made-up sentences, and how much of it is found."""
    planted = Counter(kind for kind, _ in SECRETS)
    found = Counter(kind for kind, text in SECRETS if kind in {one.kind for one in findings(text)})
    yield "secrets planted / found", f"{planted.total()} / {found.total()}"
    for kind in planted:
        yield f"  {kind}", f"{planted[kind]} / {found[kind]}"
    reached = sum(kind in {one.kind for one in findings(text)} for kind, text in OUT_OF_REACH)
    yield "known to be out of reach / found all the same", f"{len(OUT_OF_REACH)} / {reached}"
    yield "innocent sentences / false alarms", f"{len(INNOCENT)} / {sum(bool(findings(text)) for text in INNOCENT)}"


def false_alarms() -> Iterator[Figure]:
    """What is taken for a personal detail in diaries that hold none: the eleven years and the sample community."""
    with tempfile.TemporaryDirectory() as folder:
        write_demo(Path(folder) / "demo", lambda *_: "-", "-")
        yield from _alarms("the eleven years", Path(folder) / "demo")
    yield from _alarms("the sample community", ROOT)


def _alarms(name: str, root: Path) -> Iterator[Figure]:
    texts = [without_tickets(text_of(path.read_bytes())) for path in sorted((root / "diaries").rglob("*.md"))]
    kinds = Counter(one.kind for text in texts for one in unnamed(text))
    lines = sum(text.count("\n") for text in texts)
    numbers = sum(kinds[kind] for kind in NUMBERS)
    yield f"{name}: lines / numbers / other false alarms", f"{lines} / {numbers} / {kinds.total() - numbers}"


MERGING = 60.0
"""Seconds for which colleagues write and synchronise; ``MINQING_SYNC_SECONDS`` says otherwise."""


def merges() -> Iterator[Figure]:
    """Two and three colleagues write and synchronise by chance; every word is looked for at everybody's afterwards."""
    from tests.stories import teams_in, told_for

    seconds = float(os.environ.get("MINQING_SYNC_SECONDS", MERGING))
    with tempfile.TemporaryDirectory() as folder:
        made = told_for(seconds, teams_in(Path(folder)), Path(folder) / "told")
    yield "stories told / merges made", f"{made.stories} / {made.merges}"
    yield "words written / lost", f"{made.words} / 0"  # a lost one would have ended it


def kills(options: argparse.Namespace) -> Iterator[Figure]:
    """Commands killed at every step of their own and of git; what held afterwards."""
    from benchmarks.kills import killed_at_steps

    with _place() as folder:
        kept = killed_at_steps(folder, options.kept, options.part, options.deeds)
    for kill, why in kept.wrong.items():
        print(f"  not survived: {', '.join(map(str, kill))}: {why}", file=sys.stderr)
    yield "killed at a step: kills / survived", f"{len(kept.tried)} / {len(kept.tried) - len(kept.wrong)}"
    if left := len(set(kept.all) - kept.tried.keys()):
        yield "  left for another run", str(left)


def random_kills() -> Iterator[Figure]:
    """Real processes killed at random moments; what was lost of what they said is written."""
    from tests.at_once import killed_at_random
    from tests.killing import NOTE, Deed, Scene

    with _place() as folder:
        seen = killed_at_random(Scene(folder).copy(Deed("note", NOTE)), RANDOM_KILLS)
    for what in seen.wrong:
        print(f"  wrong: {what}", file=sys.stderr)
    yield "killed at random: kills / lines lost or damage", f"{seen.kills} / {len(seen.wrong)}"
    yield "  commands in between / lines said to be written", f"{seen.ended} / {len(seen.said)}"


def together() -> Iterator[Figure]:
    """Ten processes that write at once; the lines that are not there afterwards."""
    from tests.at_once import written_together
    from tests.killing import NOTE, Deed, Scene

    with _place() as folder:
        lost = written_together(Scene(folder).copy(Deed("note", NOTE)), processes=10, writes=20)
    yield "processes x writes / lines lost", f"10 x 20 / {len(lost)}"


def bad_inputs() -> Iterator[Figure]:
    """Mutations of real files thrown at every reader for a time."""
    from tests.fuzz.runner import tried
    from tests.fuzz.targets import TARGETS

    results = {name: tried(name, FUZZ_SECONDS, seed=1) for name in TARGETS}
    yield (
        "bad inputs / findings",
        f"{sum(r.runs for r in results.values())} / {sum(len(r.wrong) for r in results.values())}",
    )
    slowest, memory = max(r.slowest for r in results.values()), max(r.memory for r in results.values())
    yield "  slowest / most memory", f"{slowest:.2f} s / {memory} MB"


@contextmanager
def _place() -> Iterator[Path]:
    """A folder and a home of nobody in particular, for commands in processes of their own."""
    from tests.killing import at_home

    with tempfile.TemporaryDirectory() as folder, at_home(Path(folder) / "home"):
        os.environ["PYTHONPATH"] = str(ROOT)
        yield Path(folder)


SECTIONS: tuple[tuple[str, Callable[[argparse.Namespace], Iterable[Figure]]], ...] = (
    ("Secrets", lambda _: secrets()),
    ("False alarms", lambda _: false_alarms()),
    ("Merges", lambda _: merges()),
    ("Kills", kills),
    ("Random kills", lambda _: random_kills()),
    ("Together", lambda _: together()),
    ("Bad inputs", lambda _: bad_inputs()),
)
"""Every section by its title."""


def _options() -> argparse.Namespace:
    asking = argparse.ArgumentParser(prog="python -m benchmarks.trust", description=__doc__)
    asking.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join(t for t, _ in SECTIONS)}; or all of them"
    )
    asking.add_argument("--part", default="1/1", metavar="N/OF", help="of the kills: one of so many parts")
    asking.add_argument("--seconds", type=float, default=float("inf"), help="stop the kills after so long; go on later")
    asking.add_argument("--deeds", nargs="+", default=(), metavar="WORD", help="kill only commands named like this")
    asking.add_argument("--kept", type=Path, default=KEPT, metavar="DIR", help="where the kills made so far are kept")
    return asking.parse_args()


def main() -> None:
    """Print every section, or those whose titles are given."""
    from benchmarks.kills import Part

    options = _options()
    options.part = Part.read(options.part, options.seconds)
    wanted = {word.lower() for word in options.sections}
    for title, figures in SECTIONS:
        if wanted and title.lower() not in wanted:
            continue
        print(title)
        for what, much in figures(options):
            print(f"  {what:<55} {much}", flush=True)


if __name__ == "__main__":
    main()
