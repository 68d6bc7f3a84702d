"""How a line is said, learned from lines that people labelled: whether it settles its matter, what it is at all.

A logistic regression over short runs of letters and, where these leave it open, over what the first layers of the
encoder hear (``encoder.gists``). ``data/sayings.json`` is made from ``data/endings.tsv`` and ``data/roles.tsv`` by
``make model``; see ``docs/decisions/0054-endings-that-are-learned.md``.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from minqing.classify.models.encoder import gists
from minqing.classify.models.learned import DATA
from minqing.classify.models.linear import Model, Pieces, model_from
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 200
"""Letters at the end of a text that are looked at."""

_NUMBER = pattern("[0-9]+")
_TAIL = "。.!,;、~_ "
_GAP = pattern(r"[,。;:!?\s()\[\]、—>→+-]+")
_END = 8
"""Letters at the end that are read as one, whatever comma stands among them."""
_APART = range(2, 5)
"""How far apart two letters stand that are read together: 把…走."""


def ending_pieces(text: str) -> Pieces:
    """The pieces by which it is told whether ``text`` settles its matter: most of them are of its last clause."""
    plain = _plain(text)
    clauses = [clause for clause in _GAP.split(plain) if clause] or [""]
    last, end = clauses[-1], plain[-_END:]
    pairs = (f"S{last[n]}_{last[n + far]}" for n in range(len(last)) for far in _APART if n + far < len(last))
    tails = (f"E{plain[-count:]}" for count in range(1, 5))
    found = [
        *_runs("L", last, (1,)),
        *_runs("L", f"^{last}$", (2, 3)),
        *(run for clause in clauses for run in _runs("A", clause, (1, 2))),
        *_runs("T", end, (1, 2, 3)),
    ]
    return _counted((*found, *tails, *pairs))


def role_pieces(text: str) -> Pieces:
    """The pieces by which it is told what a line is: how it begins counts once more, and so does how it ends."""
    plain = _plain(text)
    clauses = [clause for clause in _GAP.split(plain) if clause] or [""]
    found = [run for clause in clauses for run in _runs("A", f"^{clause}$", (2, 3))]
    ends = (f"{at}{part}" for n in range(1, 4) for at, part in (("B", plain[:n]), ("E", plain[-n:])))
    return _counted(
        (*_runs("A", plain, (1,)), *found, *ends, f"#{min(len(plain) // 4, 6)}", f"#c{min(len(clauses), 4)}")
    )


_LAST = pattern(r"[^,。;:!?\s()\[\]、—>→]+(?=[。.!,;、~)\s]*$)")


def last_clause(text: str) -> str:
    """The last clause of ``text``, as written; the whole of it where no clause is found."""
    tail = text[-LONGEST:]
    found = _LAST.search(aligned(tail))
    return tail[slice(*found.span())] if found else tail


def _plain(text: str) -> str:
    return _NUMBER.sub("0", aligned(text[-LONGEST:]).casefold()).strip().rstrip(_TAIL)


def _runs(name: str, text: str, lengths: Iterable[int]) -> Iterator[str]:
    return (name + text[n : n + length] for length in lengths for n in range(len(text) - length + 1))


def _counted(found: Iterable[str]) -> Pieces:
    """Each piece once; none holds a blank, by which they are parted in the file."""
    distinct = list(dict.fromkeys(piece.replace(" ", "_") for piece in found))
    value = 1 / len(distinct) ** 0.5
    return [(piece, value) for piece in distinct]


class Sayings:
    """What was learned of one question: log odds of each of its answers, by letters and by what the encoder hears."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.words: Model = model_from(data["words"])
        self._gist: str = data["gist"]

    def by_words(self, pieces: Pieces) -> dict[str, float]:
        """The log odds of each answer by the letters alone."""
        return self.words.scores(pieces)

    def by_gist(self, texts: Sequence[str]) -> NDArray[Any] | None:
        """What is added to them for each text (rows) and answer (columns); none where the encoder does not run."""
        heard = gists(texts)
        if heard is None:
            return None
        import numpy as np

        answers = len(self.words.labels)
        weights = np.frombuffer(b64decode(self._gist), np.float16).reshape(answers, -1).astype(np.float32)
        added: NDArray[Any] = heard @ weights[:, :-1].T + weights[:, -1]
        return added


@cache
def builtin_sayings(question: str) -> Sayings:
    """What is shipped of a question: ``endings`` or ``roles``."""
    return Sayings(json.loads((DATA / "sayings.json").read_text(encoding="utf-8"))[question])
