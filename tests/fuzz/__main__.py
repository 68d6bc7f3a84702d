"""``python -m tests.fuzz --minutes 10 [TARGET…]``: how many inputs were tried, and what went wrong."""

from __future__ import annotations

import argparse
import sys
import time

from tests.fuzz.runner import tried
from tests.fuzz.targets import TARGETS


def main() -> int:
    """Run the targets one after the other; 1 when anything went wrong."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    asked.add_argument("target", nargs="*", choices=[[], *TARGETS])
    given = asked.parse_args()
    names = given.target or list(TARGETS)
    bad = False
    for name in names:
        result = tried(name, given.minutes * 60 / len(names), given.seed)
        print(f"{name:<12} {result.runs:>9} inputs, slowest {result.slowest:.2f} s, {result.memory} MB", flush=True)
        for file, words in result.wrong.items():
            bad = True
            print(f"  {file}: {words}", flush=True)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
