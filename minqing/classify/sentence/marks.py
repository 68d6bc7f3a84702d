"""The marks a person puts into a line: ``@绿化队`` the owner, ``!大事`` the tier, ``#绿化`` the category."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from minqing.classify.sentence.endings import settled, without_tick
from minqing.domain.community import CATEGORY_ALIASES, Category, Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned, folded
from minqing.text.vocabulary import TIERS_BY_WORD

_WORD = r"[^\s@#!?,。;:、()\[\]【】《》“”\"']+"
_MARK = pattern(rf"(?<![0-9A-Za-z._])(?P<sign>[@#]) ?(?P<word>{_WORD})#?|(?P<bang>!) ?(?P<tier>{_WORD})")
_LEFT_OVER = ",，、;；:： \u3000"


class Marks(NamedTuple):
    """A line without its marks, and what they said; ``closed``: the line ends as settled on the spot.

    Words such as 已清理 stay in the title, they are part of the story; a tick (√, [x]) does not.
    """

    title: str
    category: str | None
    tier: str | None
    owner: str | None
    closed: bool


def category_marks(community: Community) -> Mapping[str, str]:
    """What may follow ``#``, folded, to the category's id: names and ids, then words, then the field's examples."""
    return _marks_of(tuple(community.categories.values()))


@lru_cache(maxsize=4)
def _marks_of(categories: tuple[Category, ...]) -> Mapping[str, str]:
    words = {folded(word): id for word, id in CATEGORY_ALIASES.items()}
    for category in categories:
        words.update({folded(word): category.id for word in category.words})
    for category in categories:
        words.update({folded(category.name): category.id, folded(category.id): category.id})
    return words


def category_of(word: str, community: Community) -> str | None:
    """The id of the category that ``word`` names, if it names one."""
    return category_marks(community).get(folded(word)) if word else None


def marks(text: str, community: Community) -> Marks:
    """Read the marks of one line.

    A word after ``#`` or ``!`` that is no category or tier stays in the title; several owners are joined
    with ``、``. A line of nothing but marks keeps its text as the title.
    """
    rest, ticked = without_tick(text)
    found = _found(rest, category_marks(community))
    title = _cut(rest, [span for _, _, span in found])
    title, late_tick = without_tick(title)
    values = {what: value for what, value, _ in found}
    owners = [value for what, value, _ in found if what == "owner"]
    closed = ticked or late_tick or settled(title) is not None
    return Marks(title or text.strip(), values.get("category"), values.get("tier"), "、".join(owners) or None, closed)


def _found(text: str, categories: Mapping[str, str]) -> list[tuple[str, str, tuple[int, int]]]:
    """Every mark that is understood: what it sets, the value, where it stands."""
    read = []
    for match in _MARK.finditer(aligned(text)):
        sign = match["sign"] or match["bang"]
        start, end = match.span("word" if match["sign"] else "tier")
        word = text[start:end]
        lookups = {"@": ("owner", word), "#": ("category", categories.get(folded(word)))}
        what, value = lookups.get(sign, ("tier", TIERS_BY_WORD.get(folded(word))))
        if value:
            read.append((what, value, match.span()))
    return read


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` without the spans, with no doubled blanks or dangling commas where they stood."""
    if not spans:
        return text.strip()
    ends_bare = not text[spans[-1][1] :].strip(_LEFT_OVER)
    title, position = "", 0
    for start, end in [*spans, (len(text), len(text))]:
        part = text[position:start].strip()
        blank = " " if title and part and part[0] not in _LEFT_OVER + "。." else ""
        title += blank + part
        position = end
    return title.rstrip(_LEFT_OVER) if ends_bare else title
