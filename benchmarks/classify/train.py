"""``python -m benchmarks.classify.train``: make ``learned.json`` from the rules and the examples."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import yaml

from benchmarks.classify.data import shipped_examples
from benchmarks.classify.training import trained
from minqing.classify.learned import DATA
from minqing.domain.community import CATEGORIES

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
    cases = [(example.text, example.category) for example in shipped_examples()]
    made = {"sources": sources_digest(), "rules": rules_data(), "model": trained(cases, tuple(CATEGORIES))}
    (DATA / "learned.json").write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
