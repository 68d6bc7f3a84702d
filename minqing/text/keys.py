"""Which key of the format a misspelt word was meant to be."""

from __future__ import annotations

from minqing.text.normal import folded, near
from minqing.text.vocabulary import ENTRY_KEYS, ISSUE_KEYS, Key

ENTRY_LEVEL = list(ENTRY_KEYS)
ISSUE_LEVEL = list(ISSUE_KEYS)

_SIMPLIFIED = str.maketrans(
    "數訪氣線參項編號點來層級責戶單資辦類別時間順動", "数访气线参项编号点来层级责户单资办类别时间顺动"
)
_DRESS = "\"'“”‘’*_【】[]() "


def meant_key(word: str, level: list[Key]) -> tuple[Key, str] | None:
    """The key of ``level`` that ``word`` is a slip of, and its right spelling.

    A Chinese key has two characters: one wrong one could as well be another word (人数 is no slip of 步数), so a
    number is never taken from such a key.
    """
    bare = folded(word).strip(_DRESS).translate(_SIMPLIFIED)
    known = [spelling for key in level for spelling in (key.id, key.zh)]
    found = bare if bare in known else near(bare, known)
    if not found:
        return None
    key = next(k for k in level if found in (k.id, k.zh))
    replaced = found != bare and not found.isascii() and sorted(found) != sorted(bare) and len(found) == len(bare)
    return None if replaced and key.type in ("integer", "decimal") else (key, found)
