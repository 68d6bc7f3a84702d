"""Steps and kilometres that no walk has: they are left in the text, and whoever wrote them is told so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from minqing.classify.sentence.numbers import NUMERAL, amount
from minqing.domain.model import MOST_KM, MOST_STEPS
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_LOOKED_AT = 20_000
"""Characters of a text in which such a number is looked for."""

_TOLD: Mapping[str, tuple[re.Pattern[str], int]] = {
    "steps": (
        pattern(rf"步数\s?:?\s?(?P<alone>{NUMERAL})|(?<![\d.,])(?P<n>{NUMERAL})\s?(?:步|steps)(?![行道梯])"),
        MOST_STEPS,
    ),
    "km": (
        pattern(rf"公里数?\s?:?\s?(?P<alone>{NUMERAL})|(?<![\d.,])(?P<n>{NUMERAL})\s?(?:公里|千米|km)(?![外内])"),
        MOST_KM,
    ),
}
"""How either length is told in a text, and the most of it that anybody walks."""


def beyond_a_walk(text: str) -> Iterator[tuple[str, str]]:
    """``steps`` and ``km``, each with the first words of ``text`` that tell of more than anybody walks."""
    plain = aligned(text[:_LOOKED_AT])
    for name, (form, most) in _TOLD.items():
        told = (found for found in form.finditer(plain) if (amount(found["n"] or found["alone"]) or 0) > most)
        first = next(told, None)
        if first:
            yield name, first[0]
