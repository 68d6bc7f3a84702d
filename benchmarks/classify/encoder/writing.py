"""Writing ``encoder.bin``: a line of JSON that tells what follows, then tables of signed bytes and half floats."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from benchmarks.classify.encoder.base import Base, Table
from minqing.classify.models.subwords import MARKS
from minqing.domain.community import CATEGORIES
from minqing.domain.model import TIERS


def write(path: Path, of: Base, tables: dict[str, Table], used: set[str], heads: int, layers: int) -> dict[str, int]:
    """Write the tables with the vocabulary: every character, and of longer subwords those that examples hold.

    Returns how many subwords and bytes there are.
    """
    kept = [n for n, subword in enumerate(of.subwords) if len(subword) == 1 or subword in used]
    words = tables["subwords"][[*range(MARKS), *(n + MARKS for n in kept)]]
    listed: list[tuple[str, str, list[int]]] = []
    data: list[bytes] = []

    def put(name: str, table: Table, kind: str, form: str) -> None:
        listed.append((name, kind, list(table.shape)))
        data.append(table.astype(form).tobytes())

    for name, table in (tables | {"subwords": words}).items():
        if name == "subwords" or (name.endswith(".weight") and table.ndim == 2):
            scale = np.maximum(np.abs(table).max(1) / 127, 1e-7).astype("<f2").astype("f4")
            put(name, np.clip(np.round(table / scale[:, None]), -127, 127), "bytes", "i1")
            put(f"{name}.scale", scale, "halves", "<f2")
        else:
            put(name, table, "halves", "<f2")
    head = {
        "layers": layers, "heads": heads, "categories": list(CATEGORIES), "tiers": list(TIERS),
        "subwords": [of.subwords[n] for n in kept], "likely": [round(of.likely[n], 2) for n in kept], "tables": listed,
    }  # fmt: skip
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    path.write_bytes(line + b"".join(data))
    return {"subwords": len(kept), "bytes": path.stat().st_size}
