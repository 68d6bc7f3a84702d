"""``python -m benchmarks.classify.train``: make ``learned.json`` from the rules and the examples."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import yaml

from benchmarks.classify.data import shipped_examples
from benchmarks.classify.training import trained
from minqing.classify.learned import DATA
from minqing.classify.model import with_category
from minqing.domain.community import CATEGORIES
from minqing.domain.model import TIERS

SOURCES = ("rules.yaml", "examples.tsv")


def rules_data() -> dict[str, Any]:
    """The content of ``rules.yaml``."""
    found: dict[str, Any] = yaml.safe_load((DATA / "rules.yaml").read_text(encoding="utf-8"))
    return found


def sources_digest() -> str:
    """Tells whether ``learned.json`` is of the rules and examples that lie beside it."""
    whole = b"".join((DATA / name).read_bytes().replace(b"\r\n", b"\n") for name in SOURCES)
    return hashlib.sha256(whole).hexdigest()[:16]


def main() -> None:
    """Train on all examples and write the file."""
    examples = shipped_examples()
    made = {
        "sources": sources_digest(),
        "rules": rules_data(),
        "model": trained([(e.text, e.category) for e in examples], tuple(CATEGORIES)),
        "tiers": trained([(with_category(e.text, e.category), e.tier) for e in examples], TIERS),
    }
    (DATA / "learned.json").write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
