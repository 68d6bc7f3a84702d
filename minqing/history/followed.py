"""What lies beside the shared diary and refers to a number: pictures named after it, and drafts."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.workspace.files import OWN_FOLDER, inside, write_atomic

PHOTOS = "photos"
DRAFTS = f"{OWN_FOLDER}/drafts"


def follow(root: Path, numbers: Mapping[str, str]) -> None:
    """Give pictures and drafts the new numbers of issues (old to new); what cannot be written stays as it is."""
    for old, new in numbers.items():
        with contextlib.suppress(MinqingError, OSError):
            _pictures(root, old, new)
        with contextlib.suppress(MinqingError, OSError):
            _drafts(root, old, new)


def _pictures(root: Path, old: str, new: str) -> None:
    for place in sorted(inside(root, PHOTOS).rglob(f"*{old}*")):
        target = place.with_name(place.name.replace(old, new))
        rest = place.name.partition(old)[2]
        if place.is_file() and not rest[:1].isdigit() and not target.exists():
            place.rename(target)


def _drafts(root: Path, old: str, new: str) -> None:
    for place in sorted(inside(root, DRAFTS).glob("*")):
        raw = place.read_bytes() if place.is_file() else b""
        if old.encode() in raw:
            write_atomic(root, f"{DRAFTS}/{place.name}", raw.replace(old.encode(), new.encode()))
