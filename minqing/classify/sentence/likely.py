"""Endings in words that no table knows: a sentence that rather surely says its matter was settled on the spot.

Asked only where the rules (``endings``) say nothing. To close a matter wrongly is worse than to leave it open: little
is closed that is not nearly certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from minqing.classify.models.sayings import LONGEST, builtin_sayings, ending_pieces, last_clause
from minqing.classify.sentence.endings import ending_of, tells_the_trouble
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

CLOSED = 2.5
"""Log odds from which on a sentence is taken to settle its matter, chosen on labelled lines that were not learned
from (``docs/decisions/0054-endings-that-are-learned.md``)."""

NEAR = -1.2
"""Log odds by the letters alone from which on the encoder is asked: few come to the end from further below."""

MOST = 1000
"""Sentences that are asked about at once: a pasted book is not worth the wait; the others stay open."""

REMEMBERED = 4096
_KNOWN: dict[str, bool] = {}

SHORTEST = 4
"""Letters of the shortest sentence that is asked about: 水止住了."""

_OUTCOME = pattern("[了好过完成毕通开关走掉净干清回来去上下起平正齐紧牢住灭停散退还到给谢歉解收]|ok|done|ed$")
"""One of these stands near the end of nearly every sentence that tells how its matter ended."""
_WHERE = 16

_NEVER = pattern(
    "报给|报了|转给|电线|漏电|触电|燃气|煤气|着火|起火|火灾|爆|坠|塌|井盖|咬|晕|摔|救护|120|停[水电气暖]|没人(?!受伤|管)|不在家|"
    "[树墙杆][^,]{0,3}倒|[压砸掉跑逃垂]了?(?:下来|下去|上去|掉|走|到)[^,。;]{0,4}了?$|[压砸]到?[^,。;]{0,4}[上下]了?去?了?$|"
    "(?:给|被)[^,。;]{0,6}(?:走|掉|没)了$|拉[屎尿][^。;]*牵走|(?<![回过])来了$|"
    "(?:[爹娘妈爸妻媳夫婆公儿女人板东]|孩子|对象)跑了$|气得[^,。;]*[走去]了$"
)
"""Dangers, what was taken away, and who only came, went or left the family: none is over because it sounds so."""


def likely_settled(texts: Sequence[str]) -> list[bool]:
    """Of each of ``texts`` whether it rather surely tells, in words the rules do not know, that it was settled."""
    if len(_KNOWN) + len(texts) > REMEMBERED:
        _KNOWN.clear()
    unread = [text for text in dict.fromkeys(texts) if text not in _KNOWN]
    closed = _closed(unread[:MOST])
    _KNOWN.update({text: text in closed for text in unread})
    return [_KNOWN.get(text, False) for text in texts]


def likely_ending(text: str) -> str | None:
    """The last clause, as written, of a sentence that rather surely tells that its matter was settled."""
    return last_clause(text) if likely_settled((text,))[0] else None


def _closed(texts: Sequence[str]) -> set[str]:
    """The sentences that are closed; the encoder is asked, together, of those that its word could close."""
    told = [text for text in texts if len(text) >= SHORTEST and _OUTCOME.search(text[-_WHERE:])]
    if not told:
        return set()
    learned = builtin_sayings("endings")
    odds = {text: learned.by_words(ending_pieces(text))["closed"] for text in told}
    near = [
        t for t in told if odds[t] > NEAR and not (_NEVER.search(aligned(t)) or ending_of(t) or tells_the_trouble(t))
    ]
    added = learned.by_gist([text[-LONGEST:] for text in near])
    if added is None:
        return set()
    return {text for text, more in zip(near, added[:, 0], strict=True) if odds[text] + more > CLOSED}
