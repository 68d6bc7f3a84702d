"""Forms whose cells came a line each: ``步数`` above ``6,021``, as a step counter or Word's table is copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.classify.notes.header.facts import Surroundings
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.header.labels import LABELS, words_of
from minqing.classify.notes.sections import heading
from minqing.classify.notes.tables.sheets import sheet_of
from minqing.classify.sentence.markers import issue_marker
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_WORDS = frozenset(word for name in LABELS for word in words_of(name))
_LONGEST = 60


def _with_colon(line: str) -> str:
    """``发现问题`` and its list in the two cells of a row, with a colon between them."""
    head, tab, rest = line.partition("\t")
    if not (tab and head.strip() and rest.strip()) or "\t" in rest or sheet_of([head, rest]):
        return line
    found = heading(f"{head}:")
    return f"{head}:{rest}" if found and found.sort == "issues" else line


_MARKER_ALONE = pattern(
    r"\s*(?:(?:问题|事项|事件|案件)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.:]?|[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、.)]|[)][、.]?))\s*"
)
"""A number of a list that stands on a line of its own, above its matter."""


def _leads_on(below: str) -> bool:
    """Whether a line cannot be the matter of the number above it: numbered itself, or a label without a value."""
    return issue_marker(below, 1) is not None or aligned(below).rstrip().endswith(":")


def _draw_markers(lines: list[str], drawn: dict[int, int]) -> None:
    """Draw a number that stands alone to the line below it."""
    for number, line in enumerate(lines[:-1], 1):
        below = lines[number]
        if _MARKER_ALONE.fullmatch(aligned(line)) and below.strip() and not _leads_on(below):
            mark = line.strip().rstrip("、.．:：")
            sign = ":" if mark[0] in "问事案" else "" if mark[-1] in ")）" else "、"
            lines[number], lines[number - 1] = f"{mark}{sign}{below.lstrip()}", ""
            drawn[number] = number + 1


def with_labels(lines: Sequence[str], around: Surroundings) -> tuple[list[str], Mapping[int, int]]:
    """The lines with a label that stands alone drawn to the value below it, and which line went to which.

    Only where both together are nothing but a fact; lines count from 1.
    """
    joined, drawn = [_with_colon(line) for line in lines], dict[int, int]()
    _draw_markers(joined, drawn)
    for number in range(1, len(lines)):
        label, value = lines[number - 1].strip(), lines[number].strip()
        if not label or len(label) > 8 or not value or len(value) > _LONGEST:
            continue
        word = aligned(label).rstrip(":").strip()
        if word not in _WORDS or aligned(value).rstrip(":").strip() in _WORDS:
            continue
        both = f"{word}:{value}"
        header = read_header(both, around)
        own = read_header(value, around)
        same = own is None or (header and [f.name for f in own.facts] == [f.name for f in header.facts])
        if header and header.whole and len(header.facts) == 1 and same:
            joined[number - 1], joined[number] = "", both
            drawn[number] = number + 1
    return joined, drawn


_MOST_IN_CELL = 8
"""Lines of a cell that a spreadsheet copies as one between quotation marks."""


def with_whole_cells(text: str) -> str:
    """A paste with every cell of a table on one line; blank lines stand where its others were, so that numbers stay."""
    if '\t"' not in text and '"\t' not in text and '\n"' not in text:
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if "\t" in lines[at] and lines[at].count('"') % 2:
            at = _close_cell(lines, at)
        at += 1
    return "\n".join(lines)


def _close_cell(lines: list[str], first: int) -> int:
    """Draw a cell that is open at the end of the line ``first`` to it; answers the last line that belongs to it."""
    for last in range(first + 1, min(first + _MOST_IN_CELL, len(lines))):
        if lines[last].count('"') % 2:
            whole = " ".join(line.strip("\r ") for line in lines[first : last + 1])
            lines[first : last + 1] = [_QUOTED.sub(r"\g<cell>", whole), *[""] * (last - first)]
            return last
    return first


_QUOTED = pattern(r'(?:^|(?<=\t))"(?P<cell>[^"\t]*)"(?=\t|$)')
