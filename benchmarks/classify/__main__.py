"""``python -m benchmarks.classify``: how often suggestions are right, how sure they are of it, how long they take."""

from __future__ import annotations

import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from unittest.mock import patch

from benchmarks.classify.agreement import agreements
from benchmarks.classify.closings import LATER, TABLE, closed_by_tier, closings
from benchmarks.classify.data import real_sentences, shipped_examples
from benchmarks.classify.sayings import held_out_endings
from benchmarks.classify.sentences import sentences, tables, understood
from benchmarks.classify.training import Example
from benchmarks.classify.trials import Trial, accuracy, best, cross_validated, trials
from minqing.classify.models.encoder import _READ, builtin_encoder
from minqing.classify.models.learned import learned
from minqing.classify.models.linear import builtin_model
from minqing.classify.models.rules import builtin_rules
from minqing.classify.suggest import SURE, Asked, Suggestion, suggest, suggest_all
from minqing.classify.verdict import CATEGORY_SHARPNESS, TIER_SHARPNESS
from minqing.domain.community import Community

MEANS = ("rules", "model", "both")
TODAY = date(2026, 11, 16)
STEPS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> int:
    """Print every table."""
    examples, real = shipped_examples(), real_sentences()
    crossed, measured = cross_validated(examples), trials(real, examples)
    print(f"{len(examples)} examples, cross-validated by family; {len(real)} real sentences, in no example\n")
    for n, name in enumerate(("category", "tier")):
        _accuracies(name, {"examples": crossed[n], "real": measured[n]})
    with patch("minqing.classify.verdict.meaning", return_value=None):
        _as_shipped("by the words alone", _suggested(real))
    found = _suggested(real)
    _as_shipped("as it runs, with the encoder", found)
    _agreements()
    for n, (name, sharpness) in enumerate((("category", CATEGORY_SHARPNESS), ("tier", TIER_SHARPNESS))):
        _calibration(name, crossed[n], sharpness, "both")
        _confusion(name, [(getattr(s, name), getattr(one, name)) for s, one in found])
    _places()
    _closings()
    _speed()
    return 0


def _accuracies(name: str, groups: dict[str, Sequence[Trial]]) -> None:
    print(f"{name:9}" + "".join(f"{means:>9}" for means in MEANS))
    for group, found in groups.items():
        print(f"  {group:7}" + "".join(f"{accuracy(found, means):9.1%}" for means in MEANS))


def _suggested(sentences: Sequence[Example]) -> list[tuple[Example, Suggestion]]:
    return [(s, suggest(s.text, community=Community(), today=TODAY)) for s in sentences]


def _as_shipped(how: str, found: Sequence[tuple[Example, Suggestion]]) -> None:
    print(f"\n{how}, on the real sentences:")
    for name in ("category", "tier"):
        right = sum(getattr(s, name) == getattr(one, name) for s, one in found) / len(found)
        asked = [name in one.unsure for _, one in found]
        sure = [getattr(s, name) == getattr(one, name) for (s, one), a in zip(found, asked, strict=True) if not a]
        others = sum(sure) / len(sure)
        print(f"  {name:9} {right:6.1%} right; {sum(asked)} below {SURE}, asked; of the others {others:6.1%}")


def _agreements() -> None:
    print("\nlater real sentences, abridged and labelled by others: how far people and program agree")
    print(f"{'':10}{'two people':>12}{'program, first':>16}{'any fair reading':>18}{'one reading':>13}")
    for a in agreements():
        print(f"  {a.name:8}{a.readers:12.1%}{a.first:16.1%}{a.fair:18.1%}{a.one:13.1%} of {a.of_one}")


def _calibration(name: str, found: Sequence[Trial], sharpness: float, means: str) -> None:
    print(f"\n{name}: confidence said, and how often it was right ({means}, cross-validated)")
    rows = [(_confidence(getattr(t, means), sharpness), best(getattr(t, means)) == t.right) for t in found]
    for low, high in pairwise(STEPS):
        inside = [(said, right) for said, right in rows if low <= said < high]
        if inside:
            said, right = sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            print(f"  {low:.2f}-{min(high, 1):.2f}  said {said:.2f}  right {right:.2f}  of {len(inside)}")


def _confidence(scores: dict[str, float], sharpness: float) -> float:
    highest = max(scores.values())
    return 1 / sum(math.exp(sharpness * (score - highest)) for score in scores.values())


def _confusion(name: str, pairs: Sequence[tuple[str, str]]) -> None:
    counts = Counter(pairs)
    labels = sorted({label for pair in pairs for label in pair})
    print(f"\n{name}, real sentences: what it is (rows) and what was suggested (columns)")
    print(" " * 14 + "".join(f"{label[:8]:>9}" for label in labels))
    for right in labels:
        print(f"{right:14}" + "".join(f"{counts[right, found] or '.':>9}" for found in labels))


def _places() -> None:
    print("\nsentences whose place and speaker are those a person would name")
    for table in tables():
        places, speakers, rows = understood(table)
        print(f"  {table:12} place {places / rows:6.1%}  speaker {speakers / rows:6.1%}  of {rows}")


def _closings() -> None:
    print("\nsentences that say, or do not say, that their matter was settled on the spot")
    for table in (TABLE, LATER):
        found = closings(table)
        print(f"  {found.right} right, {found.wrongly_closed} wrongly closed, {found.wrongly_open} wrongly open")
    whole = held_out_endings()
    print("by the rules, then by what is learned of the others, on the labelled sentences that were not learned from")
    print(f"  {whole.right} right, {whole.wrongly_closed} wrongly closed, {whole.wrongly_open} wrongly open")
    for tier, (closed, number) in closed_by_tier().items():
        print(f"  {closed} of {number} examples of tier {tier} are closed")


def _speed() -> None:
    """Processor time, which other work on the machine does not change much."""
    for kept in (learned, builtin_rules, builtin_model, builtin_encoder):
        kept.cache_clear()
    asked = [Asked(text, TODAY) for text in sentences("cities")]
    print("\nprocessor time")
    with patch("minqing.classify.verdict.meaning", return_value=None), patch("minqing.classify.suggest.read_ahead"):
        _told("loading the words", lambda: suggest("小广告,已清理", community=Community(), today=TODAY))
        _told("100 sentences, by the words alone", lambda: suggest_all(asked, community=Community()))
    _told("loading the encoder", builtin_encoder)
    _told("100 sentences, with the encoder", lambda: suggest_all(asked, community=Community()))
    doubtful = len(_READ)
    _READ.clear()
    _told("100 sentences, one by one", lambda: [suggest_all([one], community=Community()) for one in asked])
    print(f"  of these sentences the encoder was asked for {doubtful}")


def _told(what: str, work: Callable[[], object]) -> None:
    started = time.process_time()
    work()
    print(f"  {what:36}{_ms(time.process_time() - started):>9}")


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
