"""Full-width and half-width forms: what an input method typed, in the form the program compares."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from unicodedata import is_normalized, normalize

from minqing.domain.patterns import pattern


def folded(text: str) -> str:
    """``text`` for comparing: NFKC (full-width forms become half-width), case folded, trimmed."""
    if text.isascii():
        return text.strip().lower()
    return (text if is_normalized("NFKC", text) else normalize("NFKC", text)).casefold().strip()


def half_width(text: str) -> str:
    """``text`` with full-width digits, letters, punctuation and blanks as half-width ones, trimmed."""
    return (text if is_normalized("NFKC", text) else normalize("NFKC", text)).strip()


class _Aligned(dict[int, int | str]):
    """The half-width form of each character that was met, where it is one character."""

    def __missing__(self, code: int) -> int | str:
        plain = normalize("NFKC", chr(code))
        self[code] = form = plain if len(plain) == 1 else code
        return form


_ALIGNED = _Aligned()


def aligned(text: str) -> str:
    """``text`` in half-width forms, character by character, so that every position stays where it was.

    A character whose half-width form is several characters (``㎞``) is left as it is.
    """
    if is_normalized("NFKC", text):  # a fiftieth of the time: every question about a line begins here
        return text
    for full, half in _USUAL:
        text = text.replace(full, half)
    return text if is_normalized("NFKC", text) else text.translate(_ALIGNED)


_USUAL = tuple(zip("，：；！？（）", ",:;!?()", strict=True))
"""Full-width signs of nearly every sentence; what has no others needs no look at each character."""


aligned_name = lru_cache(maxsize=1024)(aligned)
"""For the names of the settings, which are compared with every sentence of a whole ledger."""


def one_line(text: str) -> str:
    """``text`` on one line, trimmed: a title or a line of progress. Blanks within a line stay as they were typed."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def visible(text: str) -> str:
    """``text`` with control, direction and other invisible characters written out (``\\x1b``, ``\\u202e``).

    Resident text is shown in a terminal; nothing in it may move the cursor or turn the reading direction.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else _escape(c) for c in text)


def _escape(character: str) -> str:
    """A character that must not reach the terminal, as its escape; a zero-width joiner stays."""
    if character in "\u200d\ufe0f":
        return character
    return character.encode("unicode_escape").decode("ascii")


_UNFIT = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def fit_for_files(text: str) -> str:
    """``text`` as an office file may hold it: what XML forbids, and what turns the reading direction, written out.

    Line breaks and tabs stay; ``\r\n`` is one line break.
    """
    if text.isprintable():
        return text
    return _UNFIT.sub(lambda found: _escape(found[0]), text.replace("\r\n", "\n").replace("\r", "\n"))


_WIDE = frozenset("WF")


def width(text: str) -> int:
    """Columns ``text`` takes in a terminal: Chinese characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_COLUMNS.__getitem__, text))


class _Columns(dict[str, int]):
    """The columns of each character that was met; a long list asks for the same few a million times."""

    def __missing__(self, character: str) -> int:
        self[character] = found = _columns(character)
        return found


_COLUMNS = _Columns()


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def near(word: str, known: list[str]) -> str | None:
    """The one known word a typo away from ``word`` (one edit; two from six letters on), else ``None``."""
    allowed = 2 if len(word) >= 6 else 1
    scored = [(edits(word, k), k) for k in known if abs(len(k) - len(word)) <= allowed]
    best = min(scored, default=(allowed + 1, ""))
    if best[0] > allowed or len(best[1]) < 2 or sum(s[0] == best[0] for s in scored) > 1:
        return None
    return best[1]


def edits(a: str, b: str) -> int:
    """How many characters must be inserted, deleted, replaced or swapped with a neighbour to turn a into b."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        older, before, row = before, row, [i, *([0] * len(b))]
        for j, cb in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (ca != cb))
            if i > 1 and j > 1 and ca == b[j - 2] and a[i - 2] == cb:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]
