"""``python -m benchmarks.classify.train``: make ``learned.json`` from the rules and the examples, and ``sayings.json``.

``python -m benchmarks.classify.train sayings`` makes the second alone, from ``endings.tsv`` and ``roles.tsv``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from typing import Any

import yaml

from benchmarks.classify.data import shipped_examples
from benchmarks.classify.sayings import all_learned
from benchmarks.classify.training import category_cases, tier_cases, trained
from minqing.classify.models.learned import DATA
from minqing.domain.community import CATEGORIES
from minqing.domain.model import TIERS
from minqing.text.normal import aligned

SOURCES = ("rules.yaml", "concepts.tsv", "examples.tsv")


def rules_data() -> dict[str, Any]:
    """The content of ``rules.yaml``."""
    found: dict[str, Any] = yaml.safe_load((DATA / "rules.yaml").read_text(encoding="utf-8"))
    return found


def concepts_data() -> dict[str, str]:
    """The content of ``concepts.tsv`` in half-width forms: the words of each concept, between blanks."""
    lines = (DATA / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    return dict(aligned(line).split("\t") for line in lines if line and not line.startswith("#"))


def sources_digest() -> str:
    """Tells whether ``learned.json`` is of the rules and examples that lie beside it."""
    whole = b"".join((DATA / name).read_bytes().replace(b"\r\n", b"\n") for name in SOURCES)
    return hashlib.sha256(whole).hexdigest()[:16]


def main() -> None:
    """Write the rules and concepts, then train on all examples, which are read by them, and write the whole."""
    if sys.argv[1:] != ["sayings"]:
        _write_learned()
    _write("sayings.json", all_learned())


def _write_learned() -> None:
    made: dict[str, Any] = {"sources": "half made", "rules": rules_data(), "concepts": concepts_data()}
    _write("learned.json", made)
    examples = shipped_examples()
    made["model"] = trained(category_cases(examples), tuple(CATEGORIES))
    made["tiers"] = trained(tier_cases(examples), TIERS)
    _write("learned.json", made | {"sources": sources_digest()})


def _write(name: str, made: Mapping[str, Any]) -> None:
    (DATA / name).write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
