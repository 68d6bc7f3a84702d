"""Merging the free text of two diaries by headings, paragraphs and items of lists; what both changed stays twice."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.domain.patterns import pattern
from minqing.text.blocks import lines_with_ends
from minqing.text.sequences import counted, united

_HEADING = pattern(r"#{1,6}[ \t]")
_ITEM = pattern(r"[ \t]{0,3}(?:[-*+][ \t]|\d{1,3}[.)、.)])")


def pieces(body: str) -> list[str]:
    """The body's headings, paragraphs and items of lists, each with the blank lines below it."""
    found: list[str] = []
    fresh = True
    for line in lines_with_ends(body):
        blank, heading = not line.strip(), bool(_HEADING.match(line))
        if not found or (not blank and (fresh or heading or _ITEM.match(line))):
            found.append(line)
        else:
            found[-1] += line
        fresh = blank or heading
    return found


def merged_body(base: str, ours: str, theirs: str, newline: str) -> str:
    """The three-way merge of a body. A paragraph both have rewritten is there in both wordings."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    sides = [pieces(text) for text in (base, ours, theirs)]
    names = [counted(piece.strip() for piece in side) for side in sides]
    text: dict[tuple[str, int], str] = {}
    for side, own in zip(sides, names, strict=True):
        for name, piece in zip(own, side, strict=True):
            text[name] = max(text.get(name, ""), piece, key=lambda one: (len(one), one))
    order = united(names[0], names[1], names[2], rank=lambda name: name)
    return _joined([text[name] for name in order], newline)


def _joined(kept: Sequence[str], newline: str) -> str:
    """The pieces one below the other; what ended the text of one side ends its line here."""
    parts: list[str] = []
    for n, piece in enumerate(kept):
        following = kept[n + 1] if n + 1 < len(kept) else ""
        ended = piece if not following or piece.endswith(("\n", "\r")) else piece + newline
        open_end = following and not ended.endswith(("\n\n", "\r\n\r\n", "\r\r")) and piece.strip()
        apart = open_end and not (_HEADING.match(piece) or _ITEM.match(following) or _HEADING.match(following))
        parts.append(ended + newline if apart else ended)
    return "".join(parts)
