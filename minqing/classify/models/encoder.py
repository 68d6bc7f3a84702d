"""A small transformer encoder: what a sentence means, where its words alone do not tell.

The first layers of a multilingual language model, with the vocabulary cut to Chinese and trained on
``data/examples.tsv``, give the log probability of each category and each tier. ``data/encoder.bin`` holds its
weights as signed bytes; where they come from and how they were trained stands in
``docs/decisions/0052-an-encoder-beside-the-words.md``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from minqing.classify.models.learned import DATA
from minqing.classify.models.subwords import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float32]

Read = TypeVar("Read")
Group = Sequence[Sequence[int]]
"""Sentences that are read together, as the rows of their subwords."""

AT_ONCE = 512
"""Subwords that are read together: as many sentences as have them."""

SHALLOW = 2
"""Layers behind which the state still tells how something is said; what it is about is told by the last one."""

NEAR_END = (6, 12)
"""Subwords at the end of a sentence whose mean is a part of its gist: there stands what came of a matter."""

CURVE = 0.7978845608028654
"""The square root of 2/π, of the approximation of the Gaussian error unit (Hendrycks and Gimpel 2016)."""


class Meaning(NamedTuple):
    """Log probabilities of what a sentence is, by category and by tier."""

    categories: Mapping[str, float]
    tiers: Mapping[str, float]


class Run(NamedTuple):
    """Sentences of one length that stand together: the rows from ``start`` to ``end`` belong to ``many`` of them."""

    start: int
    end: int
    many: int


REMEMBERED = 4096
"""Sentences whose meaning is kept: a matter is asked about several times while it is written down."""

_READ: dict[str, Meaning] = {}


def meaning(text: str) -> Meaning | None:
    """The meaning of a sentence; none on a computer on which the arithmetic does not run."""
    read_ahead((text,))
    return _READ.get(text)


def read_ahead(texts: Iterable[str]) -> None:
    """Read many sentences together, which takes a third of the time, and remember their meanings."""
    unread = [text for text in dict.fromkeys(texts) if text not in _READ]
    encoder = builtin_encoder() if unread else None
    if encoder:
        if len(_READ) + len(unread) > REMEMBERED:
            _READ.clear()
        _READ.update(zip(unread, encoder.read(unread), strict=True))


def gists(texts: Sequence[str]) -> Table | None:
    """A row of numbers for each sentence that tells how it is said; none where the arithmetic does not run."""
    encoder = builtin_encoder() if texts else None
    return encoder.gists(texts) if encoder else None


@cache
def builtin_encoder() -> Encoder | None:
    """The encoder that is shipped."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # tables this small: a second thread mostly waits, at full speed
    try:
        import numpy  # noqa: F401
    except (ImportError, RuntimeError):  # the second where the processor is too old for it
        return None
    return Encoder((DATA / "encoder.bin").read_bytes())


class Encoder:
    """The weights of ``encoder.bin`` (a line of JSON, then tables of signed bytes with a scale a row) at work."""

    def __init__(self, data: bytes) -> None:
        end = data.index(b"\n")
        self.head: dict[str, Any] = json.loads(data[:end])
        self.vocabulary = Vocabulary(self.head["subwords"], self.head["likely"])
        self.tables = dict(_tables(self.head["tables"], memoryview(data)[end + 1 :]))

    def read(self, texts: Sequence[str]) -> list[Meaning]:
        """The meaning of each of ``texts``, in their order; those of like length are read together."""
        return self._in_order(texts, self._read)

    def gists(self, texts: Sequence[str]) -> Table:
        """How each of ``texts`` is said: the mean of its state behind the first layers, of the whole and of its end."""
        import numpy as np

        heard: list[Table] = self._in_order(texts, self._gists)
        return np.stack(heard)

    def _in_order(self, texts: Sequence[str], how: Callable[[Group], list[Read]]) -> list[Read]:
        numbered = [self.vocabulary.numbered(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda n: len(numbered[n]))
        groups = list(_groups([numbered[n] for n in order]))
        by_place = dict(zip(order, self._side_by_side(groups, how), strict=True))
        return [by_place[n] for n in range(len(texts))]

    def _side_by_side(self, groups: Sequence[Group], how: Callable[[Group], list[Read]]) -> Iterator[Read]:
        """What is read of all groups, each by one processor: the library that multiplies lets others go on."""
        threads = min(len(groups), _processors())
        if threads < 2:
            yield from chain.from_iterable(map(how, groups))
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads) as pool:
            yield from chain.from_iterable(pool.map(how, groups))

    def _read(self, group: Group) -> list[Meaning]:
        import numpy as np

        means = np.stack([state.mean(axis=0) for state in self._states(group, self.head["layers"])])
        categories, tiers = (_log_parts(self._times("", name, means)) for name in ("category", "tier"))
        return [
            Meaning(
                dict(zip(self.head["categories"], map(float, said), strict=True)),
                dict(zip(self.head["tiers"], map(float, size), strict=True)),
            )
            for said, size in zip(categories, tiers, strict=True)
        ]

    def _gists(self, group: Group) -> list[Table]:
        import numpy as np

        return [
            np.concatenate([state.mean(axis=0), *(state[-1 - last : -1].mean(axis=0) for last in NEAR_END)])
            for state in self._states(group, SHALLOW)
        ]

    def _states(self, group: Group, layers: int) -> list[Table]:
        """The state of every sentence of a group behind so many layers, a row for each subword and mark."""
        import numpy as np

        bounds = list(pairwise(accumulate(map(len, group), initial=0)))
        runs = _runs(group)
        places = np.concatenate([np.arange(len(one)) for one in group])
        state = self._embedded(np.concatenate([np.array(one) for one in group]), places)
        for layer in range(layers):
            state = self._layer(f"{layer}.", state, runs)
        return [state[start:end] for start, end in bounds]

    def _embedded(self, rows: NDArray[np.int64], places: NDArray[np.int64]) -> Table:
        words, scales = self.tables["subwords"], self.tables["subwords.scale"]
        return self._levelled("", "subwords", words[rows] * scales[rows, None] + self.tables["places"][places])

    def _layer(self, at: str, state: Table, runs: Sequence[Run]) -> Table:
        """One layer: what the other words of the sentence say to each, then what each is by that."""
        import numpy as np

        asked, offered, said = (self._times(at, name, state) for name in ("query", "key", "value"))
        heard = np.empty_like(state)
        for start, end, many in runs:
            heard[start:end] = self._attended(asked[start:end], offered[start:end], said[start:end], many)
        state = self._levelled(at, "attended", state + self._times(at, "heard", heard))
        return self._levelled(at, "layer", state + self._times(at, "narrow", _curved(self._times(at, "wide", state))))

    def _attended(self, asked: Table, offered: Table, said: Table, count: int) -> Table:
        """What each word hears of the others of its sentence, for ``count`` sentences of one length."""
        import numpy as np

        rows, heads = len(asked), self.head["heads"]
        asked, offered, said = (
            t.reshape(count, rows // count, heads, -1).swapaxes(1, 2) for t in (asked, offered, said)
        )
        weights: Table = np.exp(_log_parts(asked @ offered.swapaxes(2, 3) / np.float32(asked.shape[-1] ** 0.5)))
        mixed: Table = (weights @ said).swapaxes(1, 2).reshape(rows, -1)
        return mixed

    def _times(self, at: str, name: str, state: Table) -> Table:
        product: Table = state @ self.tables[f"{at}{name}.weight"]
        product += self.tables[f"{at}{name}.bias"]
        return product

    def _levelled(self, at: str, name: str, state: Table) -> Table:
        import numpy as np

        state -= state.mean(axis=-1, keepdims=True)
        spread = np.einsum("ij,ij->i", state, state) / state.shape[-1] + 1e-12
        state /= np.sqrt(spread)[:, None]
        state *= self.tables[f"{at}{name}.level.weight"]
        state += self.tables[f"{at}{name}.level.bias"]
        return state


def _processors() -> int:
    """How many processors this program may use, as far as the system tells."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


def _tables(listed: Sequence[tuple[str, str, Sequence[int]]], data: memoryview) -> Iterator[tuple[str, Any]]:
    """The tables in the order of the file; a table of signed bytes is made whole with the scales that follow it."""
    import numpy as np

    kinds: Mapping[str, Any] = {"bytes": np.int8, "halves": np.float16}
    at, whole = 0, {}
    for name, kind, shape in listed:
        count = int(np.prod(shape))
        table = np.frombuffer(data, kinds[kind], count, at).reshape(shape)
        at += table.nbytes
        whole[name] = table if kind == "bytes" else table.astype(np.float32)
    for name, table in whole.items():
        scale = whole.get(f"{name}.scale")
        if scale is not None and name.endswith(".weight"):
            # in the order in which they are multiplied: that takes a sixth off; bytes are the quicker to put in order
            yield name, np.multiply(np.ascontiguousarray(table.T), scale)
        else:
            yield name, table


def _runs(group: Sequence[Sequence[int]]) -> list[Run]:
    """The sentences that are equally long, one behind the other: their first and last row, and how many they are."""
    found: list[Run] = []
    at = 0
    for length, some in groupby(group, len):
        count = len(list(some))
        found.append(Run(at, at + length * count, count))
        at += length * count
    return found


def _groups(numbered: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    group: list[list[int]] = []
    for one in numbered:
        if group and sum(map(len, group)) + len(one) > AT_ONCE:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _curved(wide: Table) -> Table:
    """The Gaussian error unit of each value, step by step in one table: new ones cost more than the arithmetic."""
    import numpy as np

    curve = wide * wide
    curve *= 0.044715
    curve += 1
    curve *= wide
    curve *= CURVE
    np.tanh(curve, out=curve)
    curve += 1
    curve *= wide
    curve *= 0.5
    return curve


def _log_parts(scores: Table) -> Table:
    """The logarithms of the parts that scores have of the whole (softmax), along the last axis."""
    import numpy as np

    scores = scores - scores.max(axis=-1, keepdims=True)
    logs: Table = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return logs
