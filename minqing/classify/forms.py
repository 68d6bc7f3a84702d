"""Forms whose cells came a line each: ``步数`` above ``6,021``, as a step counter or Word's table is copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.classify.facts import Surroundings
from minqing.classify.headers import LABELS, read_header
from minqing.classify.sections import heading
from minqing.classify.sheets import sheet_of
from minqing.text.normal import aligned

_WORDS = frozenset(word for words in LABELS.values() for word in words)
_LONGEST = 60


def _with_colon(line: str) -> str:
    """``发现问题`` and its list in the two cells of a row, with a colon between them."""
    head, tab, rest = line.partition("\t")
    if not (tab and head.strip() and rest.strip()) or "\t" in rest or sheet_of([head, rest]):
        return line
    found = heading(f"{head}:")
    return f"{head}:{rest}" if found and found.sort == "issues" else line


def with_labels(lines: Sequence[str], around: Surroundings) -> tuple[list[str], Mapping[int, int]]:
    """The lines with a label that stands alone drawn to the value below it, and which line went to which.

    Only where both together are nothing but a fact; lines count from 1.
    """
    joined, drawn = [_with_colon(line) for line in lines], dict[int, int]()
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
