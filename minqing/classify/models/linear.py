"""Two small statistical models: how much each piece of a sentence speaks for a category, or a tier.

A multinomial logistic regression over characters, pairs of characters (``grams``) and what the sentence speaks of
(``concepts``), trained on ``data/examples.tsv``. The model of categories also reads two concepts that stand
together; the model of tiers reads every piece once more as said of a matter of its category.
"""

from __future__ import annotations

from array import array
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

from minqing.classify.models.concepts import concepts
from minqing.classify.models.grams import grams
from minqing.classify.models.learned import learned
from minqing.domain.values import dataclass
from minqing.text.normal import aligned

Pieces = Sequence[tuple[str, float]]
"""What a sentence consists of, each with how much it counts: less, the more pieces there are of its kind."""

OF, WITH, CONCEPT = "|", "+", "#"
"""``safety|楼道``: a piece of a matter of safety; ``#stairs+#ebike``: two concepts of one sentence."""


@lru_cache(maxsize=4)
def category_pieces(text: str) -> Pieces:
    """The pieces of ``text`` by which its category is told: characters and pairs; concepts and pairs of them."""
    spoken = _concepts(text)
    return (*_counted(grams(text)), *_counted([*spoken, *map(WITH.join, combinations(spoken, 2))]))


@lru_cache(maxsize=4)
def tier_pieces(text: str, category: str) -> Pieces:
    """The pieces by which a tier is told: every one alone and as said of the category; the category itself."""
    written, spoken = grams(text), _concepts(text)
    return (*_counted([*written, *_said_of(category, written), category + OF]),
            *_counted([*spoken, *_said_of(category, spoken)]))  # fmt: skip


def written(piece: str, plain: str) -> Iterator[tuple[int, int]]:
    """Where a piece stands in the sentence (``aligned``, in small letters); a single character is no passage."""
    said = piece.split(OF)[-1]
    if said.startswith(CONCEPT):
        found = concepts(plain)
        names = (name.removeprefix(CONCEPT) for name in said.split(WITH))
        yield from ((found[name].start, found[name].end) for name in names if name in found)
    elif len(said) > 1 and said in plain:
        yield plain.find(said), plain.find(said) + len(said)


def _concepts(text: str) -> list[str]:
    return sorted(CONCEPT + name for name in concepts(aligned(text)))


def _said_of(category: str, pieces: Iterable[str]) -> list[str]:
    return [category + OF + piece for piece in pieces]


def _counted(pieces: Sequence[str]) -> Pieces:
    value = 1 / (len(pieces) or 1) ** 0.5
    return [(piece, value) for piece in pieces]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by piece: ``columns`` tells where a piece's weights begin in ``weights``, one for each of ``labels``.

    ``scale`` is what the whole-number weights are multiplied with; ``bias`` is added for each label.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    columns: Mapping[str, int]
    weights: Sequence[int]
    scale: float

    def scores(self, pieces: Pieces) -> dict[str, float]:
        """The score of each label; differences are log odds."""
        count, columns = len(self.labels), self.columns
        totals = [0.0] * count
        for value, kind in groupby(pieces, itemgetter(1)):  # whole weights: added up first, that is quick
            starts = [columns[piece] for piece, _ in kind if piece in columns]
            sums = map(sum, zip(*(self.weights[start : start + count] for start in starts), strict=True))
            totals = [total + value * more for total, more in zip(totals, sums, strict=True)] if starts else totals
        return {
            label: bias + self.scale * total for label, bias, total in zip(self.labels, self.bias, totals, strict=True)
        }

    def telling(self, pieces: Pieces, label: str) -> list[str]:
        """The pieces that speak for ``label``, the strongest first."""
        k = self.labels.index(label)
        weighed = [
            (self.weights[self.columns[piece] + k] * value, piece) for piece, value in pieces if piece in self.columns
        ]
        return [piece for weight, piece in sorted(weighed, key=lambda pair: -pair[0]) if weight > 0]


def model_from(data: Mapping[str, Any]) -> Model:
    """The model as ``learned.json`` holds it: pieces in a row, their weights as signed bytes."""
    labels = tuple(data["labels"])
    columns = {piece: len(labels) * n for n, piece in enumerate(data["pieces"].split(" "))}
    return Model(labels, tuple(data["bias"]), columns, array("b", b64decode(data["weights"])), data["scale"])


@cache
def builtin_model() -> Model:
    """The model of categories that is shipped; it reads ``category_pieces``."""
    return model_from(learned()["model"])


@cache
def builtin_tier_model() -> Model:
    """The model of tiers that is shipped; it reads ``tier_pieces``."""
    return model_from(learned()["tiers"])
