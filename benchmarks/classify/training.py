"""Training the model: logistic regression by stochastic gradient descent with AdaGrad steps, in plain Python.

The same examples give the same weights on every machine: the order is shuffled by a generator of our own.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minqing.classify.models.linear import CONCEPT, WITH, Pieces, category_pieces, tier_pieces

EPOCHS, STEP, DECAY = 8, 0.3, 1e-4
"""Passes over the examples, first step, pull towards zero."""

RAREST, RAREST_TOGETHER = 10, 20
"""In how many examples a piece must occur, and two concepts together."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what it is."""

    text: str
    category: str
    tier: str


def category_cases(examples: Sequence[Example]) -> list[tuple[Pieces, str]]:
    """What the model of categories learns from."""
    return [(category_pieces(e.text), e.category) for e in examples]


def tier_cases(examples: Sequence[Example]) -> list[tuple[Pieces, str]]:
    """What the model of tiers learns from."""
    return [(tier_pieces(e.text, e.category), e.tier) for e in examples]


def trained(cases: Sequence[tuple[Pieces, str]], labels: Sequence[str]) -> dict[str, Any]:
    """The model of sentences with their labels, as ``learned.json`` holds it."""
    counts = Counter(piece for pieces, _ in cases for piece, _ in pieces)
    kept = [piece for piece, count in sorted(counts.items()) if count >= _rarest(piece)]
    weights = _descended(cases, labels, {piece: n for n, piece in enumerate(kept)})
    bias, rows = weights[-1], weights[:-1]
    scale = max(abs(w) for row in rows for w in row) / 127
    said = [
        (piece, whole) for piece, row in zip(kept, rows, strict=True) if any(whole := [round(w / scale) for w in row])
    ]
    return {
        "labels": list(labels), "bias": [round(b, 4) for b in bias], "scale": round(scale, 6),
        "pieces": " ".join(piece for piece, _ in said),
        "weights": b64encode(bytes(w & 0xFF for _, whole in said for w in whole)).decode(),
    }  # fmt: skip


def _rarest(piece: str) -> int:
    return RAREST_TOGETHER if piece.startswith(CONCEPT) and WITH in piece else RAREST


def _descended(cases: Sequence[tuple[Pieces, str]], labels: Sequence[str], known: dict[str, int]) -> list[list[float]]:
    """Weights by piece and label; the last row is the bias."""
    size = len(labels)
    weights = [[0.0] * size for _ in range(len(known) + 1)]
    squares = [[1e-6] * size for _ in range(len(known) + 1)]
    ready = [([(known[p], v) for p, v in pieces if p in known], labels.index(label)) for pieces, label in cases]
    for order in _orders(len(ready), EPOCHS):
        for n in order:
            _step(weights, squares, *ready[n])
    return weights


def _step(weights: list[list[float]], squares: list[list[float]], rows: list[tuple[int, float]], right: int) -> None:
    used = [(weights[r], squares[r], value) for r, value in rows] + [(weights[-1], squares[-1], 0.3)]
    odds = [sum(row[k] * v for row, _, v in used) for k in range(len(weights[-1]))]
    highest = max(odds)
    parts = [math.exp(o - highest) for o in odds]
    total = sum(parts)
    for k, part in enumerate(parts):
        error = part / total - (k == right)
        for row, square, v in used:
            slope = error * v + DECAY * row[k]
            square[k] += slope * slope
            row[k] -= STEP * slope / math.sqrt(square[k])


def _orders(count: int, times: int) -> Iterator[list[int]]:
    """``times`` shuffled orders of ``count`` cases; a multiplicative generator, the same everywhere."""
    state, order = 20261116, list(range(count))
    for _ in range(times):
        for n in range(count - 1, 0, -1):
            state = state * 48271 % 2147483647
            other = state % (n + 1)
            order[n], order[other] = order[other], order[n]
        yield order
