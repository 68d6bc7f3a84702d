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

from minqing.classify.grams import grams

EPOCHS, STEP, DECAY, RAREST = 8, 0.3, 3e-4, 2
"""Passes over the examples, first step, pull towards zero, and in how many examples a piece must occur."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what it is."""

    text: str
    category: str
    tier: str


def trained(cases: Sequence[tuple[str, str]], labels: Sequence[str]) -> dict[str, Any]:
    """The model of sentences with their labels, as ``learned.json`` holds it."""
    counts = Counter(gram for text, _ in cases for gram in grams(text))
    kept = [gram for gram, count in sorted(counts.items()) if count >= RAREST]
    weights = _descended(cases, labels, {gram: n for n, gram in enumerate(kept)})
    bias, rows = weights[-1], weights[:-1]
    scale = max(abs(w) for row in rows for w in row) / 127
    whole = bytes(round(w / scale) & 0xFF for row in rows for w in row)
    return {
        "labels": list(labels), "bias": [round(b, 4) for b in bias], "scale": round(scale, 6),
        "grams": " ".join(kept), "weights": b64encode(whole).decode(),
    }  # fmt: skip


def _descended(cases: Sequence[tuple[str, str]], labels: Sequence[str], known: dict[str, int]) -> list[list[float]]:
    """Weights by piece and label; the last row is the bias."""
    size = len(labels)
    weights = [[0.0] * size for _ in range(len(known) + 1)]
    squares = [[1e-6] * size for _ in range(len(known) + 1)]
    ready = [(*_features(text, known), labels.index(label)) for text, label in cases]
    for order in _orders(len(ready), EPOCHS):
        for n in order:
            _step(weights, squares, *ready[n])
    return weights


def _features(text: str, known: dict[str, int]) -> tuple[list[int], float]:
    pieces = grams(text)
    return [known[gram] for gram in pieces if gram in known], 1 / (len(pieces) or 1) ** 0.5


def _step(weights: list[list[float]], squares: list[list[float]], rows: list[int], value: float, right: int) -> None:
    used = [(weights[r], squares[r], value) for r in rows] + [(weights[-1], squares[-1], 0.3)]
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
