"""Personal data in a ledger: kept out of the diary, which never forgets, and told apart for whoever may keep it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from minqing.classify.sentence.places import find_place
from minqing.domain.community import Community
from minqing.text.normal import aligned
from minqing.text.privacy import masked, masked_name, numbers_in, numbers_masked
from minqing.text.privacy_rooms import rooms


class Hidden:
    """What was hidden in one row, by kind."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()


def without_numbers(text: str, hidden: Hidden) -> str:
    """``text`` with telephone, identity and card numbers masked."""
    found = numbers_in(text)
    if not found:
        return text
    hidden.kinds |= {number.kind for number in found}
    return numbers_masked(text)


def place_of(text: str, community: Community, hidden: Hidden) -> tuple[str, str]:
    """A place without its room, and the whole address where there was one."""
    if not text:
        return "", ""
    if not any(True for _ in rooms(aligned(text))):
        return without_numbers(text, hidden), ""
    hidden.kinds.add("room")
    found = find_place(text, community) or text
    shown = masked(found)
    left = shown.partition("*")[0].rstrip("-— ") or shown
    return (f"{left}号楼" if left.isdecimal() else left), text  # 8-3-501: the first number is the building's


def reporter_of(text: str, staff: Collection[str], hidden: Hidden) -> tuple[str, str]:
    """Who brought it in, as a form of address, and the full name where one stood there."""
    if not text:
        return "", ""
    shown, kinds = _shown(text, frozenset(staff))
    hidden.kinds |= kinds
    return (text, "") if shown == text else (shown, text)


@lru_cache(maxsize=4096)
def _shown(text: str, staff: frozenset[str]) -> tuple[str, frozenset[str]]:
    """A reporter as he or she may be named, and what was hidden for it; 阿姨 stands in row after row."""
    where, of, who = text.rpartition("的")  # 5号楼的张建国: the name is what stands behind
    hidden = Hidden()
    shown = masked(where, staff) + of + masked_name(without_numbers(who, hidden), staff)
    return shown, frozenset(hidden.kinds | ({"name"} if shown != text else set()))
