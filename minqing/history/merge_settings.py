"""Merging two versions of the settings key by key; what the lines of git's files say is taken from both."""

from __future__ import annotations

from minqing.domain.patterns import pattern
from minqing.text.blocks import Block, Cut, lines_with_ends
from minqing.text.merge import Manner, Merged, Merging
from minqing.text.normal import folded
from minqing.text.source import decode
from minqing.workspace.settings import read_settings
from minqing.workspace.settings_table import SETTINGS

_KEY = pattern(r"([^\s#:：\-{\[\"'][^:：]*?)[ \t]*[:：](?:\s|$)")
_IDS = {folded(word): setting.id for setting in SETTINGS for word in (setting.id, setting.zh)}

UNITED = (".gitignore", ".gitattributes")
"""Files of which every line stands for itself."""


def merged_settings(base: bytes | None, ours: bytes, theirs: bytes, path: str, manner: Manner) -> Merged | None:
    """The settings with what both sides say; ``None`` where one is not laid out a key a line, or cannot be read.

    A key that both have changed differently is a contradiction, as are two different values of one new key.
    """
    pages = [() if raw is None else _blocks(raw) for raw in (base, ours, theirs)]
    if pages[0] is None or pages[1] is None or pages[2] is None:
        return None
    merging = Merging(path, manner)
    blocks = merging.level(pages[0], pages[1], pages[2], None)
    merged = Merged(Cut((), blocks, (), "").text.encode(), tuple(merging.found))
    before = {problem.code for raw in (ours, theirs) for problem in read_settings(raw)[1]}
    return merged if {problem.code for problem in read_settings(merged.raw)[1]} <= before else None


def _blocks(raw: bytes) -> tuple[Block, ...] | None:
    """The keys of the first level, each with the comments above it."""
    source = decode(raw, "")[0]
    if source is None or source.encoding != "utf-8":
        return None
    found: list[Block] = []
    above: list[str] = []
    for line in lines_with_ends(source.text):
        key = _KEY.match(line)
        if key:
            known = folded(key[1])
            found.append(Block(_IDS.get(known, f"?{known}"), tuple(above), (_ended(line),)))
            above = []
        elif not line.strip() or line.startswith("#"):
            above.append(_ended(line))
        elif found and line[0] in " \t-":
            last = found.pop()
            found.append(Block(last.name, last.comments, (*last.lines, *above, _ended(line))))
            above = []
        else:
            return None
    if len({block.name for block in found}) != len(found):
        return None
    return (*found, Block("?", tuple(above), ())) if above else tuple(found)


def _ended(line: str) -> str:
    return line if line.endswith(("\n", "\r")) else f"{line}\n"


def united_lines(ours: bytes, theirs: bytes) -> bytes:
    """Theirs, and below it the lines that only ours have."""
    known = set(theirs.splitlines())
    more = [line for line in ours.splitlines() if line not in known]
    gap = b"\n" if theirs and more and not theirs.endswith(b"\n") else b""
    return theirs + gap + b"".join(line + b"\n" for line in more)
