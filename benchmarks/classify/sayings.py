"""Training what tells endings and roles (``models.sayings``): kernel logistic regression, with numpy alone.

Each answer is told from all others. The kernel is that of the pieces plus that of what the encoder hears, so that as
many numbers are found as there are lines; the weights of pieces and of what was heard follow from them.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.classify.closings import LATER, TABLE, Closings
from benchmarks.classify.data import shipped_examples
from minqing.classify.models.encoder import gists
from minqing.classify.models.learned import DATA
from minqing.classify.models.linear import Pieces
from minqing.classify.models.sayings import ending_pieces, role_pieces
from minqing.classify.sentence.endings import is_settled, tells_the_trouble
from minqing.classify.sentence.likely import CLOSED

Table = NDArray[np.float64]

ENDINGS, ROLES = DATA / "endings.tsv", DATA / "roles.tsv"
RAREST = 2
"""Lines in which a piece must occur."""
PULL = 0.1
"""Pull of the weights towards zero; found by cross-validation, as were the pieces."""
STEPS = 8
EVERY = 24
"""Of the examples every so many serves as a matter, and as one that stays open where it is a medium or large one."""


class Labelled(NamedTuple):
    """A line and what somebody said it is; ``block`` are those written together, which are tried out together."""

    label: str
    text: str
    block: int


class Question(NamedTuple):
    """What is asked of a line: the answers that are told, the pieces by which, and the lines to learn from."""

    answers: tuple[str, ...]
    pieces: Callable[[str], Pieces]
    lines: list[Labelled]


def labelled(path: Path) -> list[Labelled]:
    """The lines of a table that are no comments."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    return [Labelled(row[0], row[1], n // _TOGETHER) for n, row in enumerate(rows) if not row[0].startswith("#")]


_TOGETHER = 16


def questions() -> dict[str, Question]:
    """Every question by its name in ``sayings.json``."""
    examples = shipped_examples()[::EVERY]
    endings = [*labelled(ENDINGS), *labelled(TABLE), *labelled(LATER)]
    endings += [Labelled("open", e.text, n) for n, e in enumerate(examples) if e.tier != "small"]
    roles = labelled(ROLES)
    answers = tuple(sorted({line.label for line in roles}))
    roles += [Labelled("matter", e.text, n) for n, e in enumerate(examples)]
    return {
        "endings": Question(("closed",), ending_pieces, endings),
        "roles": Question(answers, role_pieces, roles),
    }


class Features(NamedTuple):
    """Lines as numbers: the values of their pieces, and what the encoder hears, levelled."""

    names: list[str]
    words: Table
    heard: Table
    mean: Table
    spread: Table

    def kernel(self) -> Table:
        """How alike the lines are, two by two."""
        both: Table = self.words @ self.words.T + self.heard @ self.heard.T
        return both


def features(question: Question) -> Features:
    """The lines of a question as numbers."""
    pieces = [question.pieces(line.text) for line in question.lines]
    counts = Counter(name for one in pieces for name, _ in one)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    at = {name: n for n, name in enumerate(names)}
    words = np.zeros((len(pieces), len(names)))
    for row, one in zip(words, pieces, strict=True):
        for name, value in one:
            if name in at:
                row[at[name]] = value
    heard = gists([line.text for line in question.lines])
    assert heard is not None
    mean, spread = heard.mean(axis=0), (heard.std(axis=0) + 1e-6) * heard.shape[1] ** 0.5
    return Features(names, words, (heard - mean) / spread, mean, spread)


def fitted(kernel: Table, right: Table) -> tuple[Table, float]:
    """The weight of every line and the bias by which ``right`` (0 or 1) is told, by Newton's steps."""
    weights, bias = np.zeros(len(right)), 0.0
    for _ in range(STEPS):
        score = kernel @ weights + bias
        part = 1 / (1 + np.exp(-score))
        sure = np.maximum(part * (1 - part), 1e-4)
        wanted = np.stack([score + (right - part) / sure, np.ones(len(right))], 1)
        found = np.linalg.solve(kernel + PULL * np.diag(1 / sure), wanted)
        bias = float(found[:, 0].sum() / found[:, 1].sum())
        weights = found[:, 0] - bias * found[:, 1]
    return weights, bias


def right(question: Question, answer: str) -> Table:
    """1 for the lines that are ``answer``, 0 for the others."""
    return np.array([float(line.label == answer) for line in question.lines])


def learned(question: Question) -> dict[str, Any]:
    """What ``sayings.json`` holds of a question."""
    seen = features(question)
    kernel = seen.kernel()
    by_answer = [fitted(kernel, right(question, answer)) for answer in question.answers]
    words = np.stack([seen.words.T @ weights for weights, _ in by_answer], 1)
    heard = np.stack([seen.heard.T @ weights / seen.spread for weights, _ in by_answer])
    shift = -(heard @ seen.mean)
    return {
        "words": _whole(question.answers, [bias for _, bias in by_answer], seen.names, words),
        "gist": b64encode(np.column_stack([heard, shift]).astype(np.float16).tobytes()).decode(),
    }


def _whole(labels: Sequence[str], bias: Sequence[float], names: Sequence[str], weights: Table) -> dict[str, Any]:
    """Weights as signed bytes; pieces of which nothing is left are left out."""
    scale = float(np.abs(weights).max()) / 127
    rounded = np.round(weights / scale).astype(np.int8)
    kept = np.flatnonzero(rounded.any(axis=1))
    return {
        "labels": list(labels), "bias": [round(b, 4) for b in bias], "scale": round(scale, 6),
        "pieces": " ".join(names[n] for n in kept), "weights": b64encode(rounded[kept].tobytes()).decode(),
    }  # fmt: skip


def sources_digest() -> str:
    """Tells whether ``sayings.json`` is of the lines that lie beside it."""
    whole = b"".join(path.read_bytes().replace(b"\r\n", b"\n") for path in (ENDINGS, ROLES, TABLE, LATER))
    return hashlib.sha256(whole).hexdigest()[:16]


def all_learned() -> Mapping[str, Any]:
    """The whole of ``sayings.json``."""
    return {"sources": sources_digest(), **{name: learned(question) for name, question in questions().items()}}


FOLDS = 4


def held_out_endings() -> Closings:
    """What rules and learning make of every labelled sentence, learned from those not written together with it."""
    question = questions()["endings"]
    scores, truth = held_out(question, "closed"), right(question, "closed")
    found: Counter[tuple[bool, bool]] = Counter()
    for line, score, closed in zip(question.lines, scores, truth, strict=True):
        found[bool(closed), is_settled(line.text) or (score > CLOSED and not tells_the_trouble(line.text))] += 1
    return Closings(found[True, True] + found[False, False], found[False, True], found[True, False])


def held_out(question: Question, answer: str, seen: Features | None = None) -> Table:
    """The log odds of an answer for every line, by those that were not written together with it."""
    kernel, truth = (seen or features(question)).kernel(), right(question, answer)
    folds = np.array([line.block % FOLDS for line in question.lines])
    scores = np.zeros(len(truth))
    for fold in range(FOLDS):
        known, tried = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        weights, bias = fitted(kernel[np.ix_(known, known)], truth[known])
        scores[tried] = kernel[np.ix_(tried, known)] @ weights + bias
    return scores
