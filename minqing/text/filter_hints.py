"""What a word that found nothing was probably meant to say: 大事 alone is looked for as text, 层级:大事 is the tier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest

from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.text.dates import parse_range
from minqing.text.filters import FLAGS, KEYS_BY_WORD, FilterKey, Value
from minqing.text.normal import folded

TRIED = ("tier", "state", "bucket", "kind")
"""Keys whose values are words of their own, so that the word alone tells the key."""


def meant_by(terms: Sequence[str], today: date, community: Community) -> Iterable[tuple[str, FilterKey, str]]:
    """Each bare word that would be the value of a key: as it was typed, the key, the value."""
    for term, behind in zip_longest(terms, terms[1:], fillvalue=""):
        typed = folded(term).strip()
        if typed in KEYS_BY_WORD and _reads(Value(KEYS_BY_WORD[typed], folded(behind).strip(), today, community)):
            yield f"{term.strip()} {behind.strip()}", KEYS_BY_WORD[typed], behind.strip()
            continue
        if typed and ":" not in typed:
            found = _assigned(typed) or _alone(typed, today, community)
            if found:
                yield term.strip(), *found


def _assigned(typed: str) -> tuple[FilterKey, str] | None:
    """``层级=中事`` as it has to be typed."""
    key, sign, value = (part.strip() for part in typed.partition("="))
    return (KEYS_BY_WORD[key], value) if sign and value and key in KEYS_BY_WORD else None


def _alone(typed: str, today: date, community: Community) -> tuple[FilterKey, str] | None:
    if typed in FLAGS:
        return None
    if any(typed in (category.id, folded(category.name)) for category in community.categories.values()):
        return KEYS_BY_WORD["category"], typed  # 井盖 also means a category, but is a thing to look for
    for id in TRIED:
        key = KEYS_BY_WORD[id]
        if _reads(Value(key, typed, today, community)):
            return key, typed
    try:
        parse_range(typed, today)
    except MinqingError:
        return None
    return KEYS_BY_WORD["raised"], typed


def _reads(value: Value) -> bool:
    """Whether a key takes the word; that a field is absent is no word of its own."""
    if value.absent:
        return False
    try:
        value.key.read(value)
    except MinqingError:
        return False
    return True
