"""Two small statistical models: how much each character and each pair of characters speaks for a category, or a tier.

A multinomial logistic regression over the pieces of a sentence (``grams``), trained on ``data/examples.tsv``. Each
piece has one weight a category; a sentence's score is their sum, divided by the root of how many pieces it has.
"""

from __future__ import annotations

from array import array
from base64 import b64decode
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from minqing.classify.grams import grams
from minqing.classify.learned import learned
from minqing.domain.values import dataclass


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

    def scores(self, text: str) -> dict[str, float]:
        """The score of each category; differences are log odds."""
        pieces = grams(text)
        known = [self.columns[gram] for gram in pieces if gram in self.columns]
        factor = self.scale / (len(pieces) or 1) ** 0.5
        sums = (factor * sum(self.weights[start + k] for start in known) for k in range(len(self.labels)))
        return {label: bias + total for label, bias, total in zip(self.labels, self.bias, sums, strict=True)}

    def telling(self, text: str, label: str) -> list[str]:
        """The pieces of ``text`` that speak for ``label``, the strongest first."""
        k = self.labels.index(label)
        weighed = [(self.weights[self.columns[g] + k], g) for g in grams(text) if g in self.columns]
        return [gram for weight, gram in sorted(weighed, key=lambda pair: -pair[0]) if weight > 0]


def model_from(data: Mapping[str, Any]) -> Model:
    """The model as ``learned.json`` holds it: pieces in a row, their weights as signed bytes."""
    labels = tuple(data["labels"])
    columns = {gram: len(labels) * n for n, gram in enumerate(data["grams"].split(" "))}
    return Model(labels, tuple(data["bias"]), columns, array("b", b64decode(data["weights"])), data["scale"])


def with_category(text: str, category: str) -> str:
    """What the model of tiers reads: the category is one more clause, for where a matter goes depends on it."""
    return f"{category} {text}"


@cache
def builtin_model() -> Model:
    """The model of categories that is shipped."""
    return model_from(learned()["model"])


@cache
def builtin_tier_model() -> Model:
    """The model of tiers that is shipped; it reads a sentence ``with_category``."""
    return model_from(learned()["tiers"])
