"""Finding words in what people wrote, in any width and case; a number is found as a whole or not at all."""

from __future__ import annotations

from minqing.text.normal import folded

_DIGITS = frozenset("0123456789")


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded, as separated by blanks of any width."""
    return tuple(folded(text).split())


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether ``text`` (already folded) has every one of ``words``, wherever they stand."""
    return all(_holds(text, word) for word in words)


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
