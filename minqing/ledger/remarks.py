"""What the column of remarks of our own ledger tells beside a person's remark: what has no column of its own."""

from __future__ import annotations

from collections.abc import Mapping

OWN_REMARKS: Mapping[str, str] = {
    "类型": "kind", "kind": "kind", "原层级": "tier", "first tier": "tier", "原类别": "category",
    "first category": "category", "原责任": "owner", "first owner": "owner", "照片": "photos", "photos": "photos",
}  # fmt: skip
"""What the remark of our own ledger names, in both languages, and the field it tells of."""


def own_remarks(text: str) -> dict[str, str]:
    """The pairs of a remark that our own ledger wrote, by field."""
    pairs = (part.partition(": ") for part in text.split(";"))
    return {
        OWN_REMARKS[name.strip()]: value.strip() for name, sign, value in pairs if sign and name.strip() in OWN_REMARKS
    }


def rest_of_remark(text: str) -> list[str]:
    """What a person added to such a remark."""
    return [
        part.strip() for part in text.split(";") if part.strip() and part.partition(": ")[0].strip() not in OWN_REMARKS
    ]
