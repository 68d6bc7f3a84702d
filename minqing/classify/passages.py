"""What of a sentence is quoted in a reason: the words that decided, or the passages that weighed most."""

from __future__ import annotations

from collections.abc import Iterable

from minqing.classify.models.linear import Model, Pieces, written
from minqing.text.normal import aligned

SHOWN_WORDS, SHOWN_PIECES = 3, 2


def telling_pieces(text: str, choice: str, model: Model, pieces: Pieces) -> str:
    """The passages of ``text`` that spoke most for a choice in the model, as written."""
    if choice not in model.labels:
        return ""
    plain = aligned(text).casefold()
    spans = sorted(span for piece in model.telling(pieces, choice)[:6] for span in written(piece, plain))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    longest = sorted(joined, key=lambda span: span[0] - span[1])[:SHOWN_PIECES]
    whole = dict.fromkeys(_passage(plain, start, end) for start, end in sorted(longest))
    return "、".join(text[start:end] for start, end in whole)


_STOPS = ",。;:!?、 \t()[]《》“”\"'"
_SHORT_CLAUSE = 12
"""Characters of a clause that is quoted as a whole."""

_PARTS = frozenset("的了在是有和与把被从到就也都还又很太不没说让给")
"""Words of one character beside which a passage may begin and end."""


def _passage(plain: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a passage, of a long one what reaches to the next small word: half a word tells nothing."""
    first = max((plain.rfind(stop, 0, start) for stop in _STOPS), default=-1) + 1
    last = min((at for stop in _STOPS if (at := plain.find(stop, end)) >= 0), default=len(plain))
    if last - first <= _SHORT_CLAUSE:
        return first, last
    while start > first and plain[start - 1] not in _PARTS:
        start -= 1
    while end < last and plain[end] not in _PARTS:
        end += 1
    return start, end


def distinct(words: Iterable[str]) -> str:
    """At most three different words, as shown in a reason, none of which is a part of another."""
    listed = list(dict.fromkeys(words))
    whole = [word for word in listed if not any(word != other and word in other for other in listed)]
    return "、".join(whole[:SHOWN_WORDS])
