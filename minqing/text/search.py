"""Finding words in what people wrote, in any width and case; a number is found as a whole or not at all.

The numbers of houses are compared by value: 3号楼 finds 三号楼 and the other way round, and neither finds 13号楼.
"""

from __future__ import annotations

from functools import lru_cache

from minqing.domain.patterns import pattern
from minqing.text.normal import folded

_DIGITS = frozenset("0123456789")
_OF_NUMBERS = pattern("[0-9零〇一二两三四五六七八九十百号楼#栋幢、,和与及跟到至~— -]+")
"""What the numbers of houses are written with, and what stands between those of several; see ``houses.by_value``."""

_NUMBERED = pattern("[0-9零〇一二两三四五六七八九十百][ ]?(?:号|#|栋|幢|座|楼|单元|门|层|室|户)")


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded, as separated by blanks of any width."""
    return tuple(folded(text).split())


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether ``text`` (already folded) has every one of ``words``, wherever they stand."""
    return all(piece in text for piece in _pieces(words)) and all(_holds(*compared(text, word)) for word in words)


@lru_cache(maxsize=64)
def _pieces(words: tuple[str, ...]) -> tuple[str, ...]:
    """What of ``words`` stands in a text letter by letter where they do, however its numbers are written.

    It spares nearly every text of a large diary from being rewritten by value.
    """
    return tuple(piece for word in words for piece in _OF_NUMBERS.split(word) if piece)


def compared(text: str, word: str) -> tuple[str, str]:
    """``text`` and ``word`` (both folded) as they are compared: where the word numbers a house, by value."""
    if not numbers_a_house(word):
        return text, word
    from minqing.text.houses import by_value

    return by_value(text), by_value(word)


def numbers_a_house(word: str) -> bool:
    """Whether a word (folded) holds the number of a house or a part of it, which is compared by value."""
    return _NUMBERED.search(word) is not None


def _holds(text: str, word: str) -> bool:
    """Whether ``word`` stands in ``text`` and cuts no number: ``5号楼`` does not stand in ``15号楼``."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_in_number(text, at) or _in_number(text, end)):
            return True
        at = text.find(word, at + 1)
    return False


def _in_number(text: str, at: int) -> bool:
    """Whether position ``at`` lies between two digits."""
    return 0 < at < len(text) and text[at - 1] in _DIGITS and text[at] in _DIGITS
