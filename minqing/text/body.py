"""The diary's body: remarks go below the heading of their section, every other line stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.domain.errors import DIARY, MinqingError
from minqing.text.fences import parts_of
from minqing.text.read import Reading, read_entry
from minqing.text.write import encoded

SECTIONS = ("walked", "seen", "heard", "asked", "noted", "done")
"""走 看 听 问 记 办: the six things of a walk, as sections of the body."""

SECTION_WORDS: Mapping[str, tuple[str, str]] = {
    "walked": ("走", "Walked"), "seen": ("看", "Seen"), "heard": ("听", "Heard"),
    "asked": ("问", "Asked"), "noted": ("记", "Noted"), "done": ("办", "Done"),
}  # fmt: skip
"""The heading of each section in Chinese and English; both are found, also in the other language's diary."""


_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


def with_remarks(body: str, remarks: Mapping[str, str], language: str, newline: str = "\n") -> str:
    """``body`` with the remarks of each section at the end of it; ``""`` is text of no section, before all others.

    A section without a heading gets one. Nothing that stands there is changed.
    """
    lines = _LINES.findall(body)
    if lines and lines[-1] == lines[-1].rstrip("\r\n"):
        lines[-1] += newline
    free = _lines_of(remarks.get("", ""), newline)
    if free:
        first = next((i for i, line in enumerate(lines) if _heading(line) is not None), len(lines))
        lines = _inserted(lines, first, free, newline)
    for section in SECTIONS:
        text = _lines_of(remarks.get(section, ""), newline)
        if text:
            lines = _in_section(lines, section, text, language, newline)
    return "".join(lines)


def sections_of(body: str) -> dict[str, str]:
    """A body taken apart as ``with_remarks`` takes it: text by section, all else under ``""``."""
    words = {word.casefold(): section for section in SECTIONS for word in SECTION_WORDS[section]}
    found: dict[str, str] = {}
    section = ""
    for line in _LINES.findall(body):
        named = words.get((_heading(line) or "").casefold())
        if named:
            section = named
        else:
            found[section] = found.get(section, "") + line
    return {name: text.strip("\r\n") for name, text in found.items() if text.strip()}


def _lines_of(text: str, newline: str) -> list[str]:
    return [line + newline for line in re.split(r"\r\n|\n|\r", text.strip("\r\n"))] if text.strip() else []


def _heading(line: str) -> str | None:
    """The words of a Markdown heading."""
    found = re.match(r"#{1,6}[ \t]*(.*?)[ \t#\r\n]*$", line)
    return found[1] if found else None


def _in_section(lines: list[str], section: str, text: list[str], language: str, newline: str) -> list[str]:
    words = {word.casefold() for word in SECTION_WORDS[section]}
    at = next((i for i, line in enumerate(lines) if (_heading(line) or "").casefold() in words), None)
    if at is None:
        word = SECTION_WORDS[section][language == "en"]
        return _inserted(lines, len(lines), [f"## {word}{newline}", newline, *text], newline)
    end = next((i for i in range(at + 1, len(lines)) if _heading(lines[i]) is not None), len(lines))
    return _inserted(lines, end, text, newline)


def _inserted(lines: list[str], at: int, text: list[str], newline: str) -> list[str]:
    """``text`` as a paragraph of its own, behind the last worded line before ``at``."""
    worded = max((i + 1 for i in range(at) if lines[i].strip()), default=0)
    before, after = (lines[:worded], lines[worded:]) if worded else (lines[:at], lines[at:])
    gap = [newline] if after and after[0].strip() else []
    return [*before, *([newline] if worded else []), *text, *gap, *after]


def add_remarks(reading: Reading, remarks: Mapping[str, str], language: str, categories: Mapping[str, str]) -> bytes:
    """The file's bytes with the remarks in its body; the front matter keeps every byte.

    Raises ``MinqingError``: ``edit.unreadable`` where the entry cannot be counted, ``edit.unsafe`` where the
    result would read otherwise than it is meant.
    """
    entry, source = reading.entry, reading.source
    if entry is None or source is None:
        raise MinqingError("edit.unreadable", DIARY, path=source.path if source else "")
    body = parts_of(source.text).body
    head = source.text[: len(source.text) - len(body)]
    new = with_remarks(body, remarks, language, source.newline)
    gap = "" if head.endswith(("\n", "\r")) else source.newline
    above = "" if body.strip() else source.newline
    raw = encoded(f"{head}{gap}{above}{new}", source.encoding, source.path)
    if read_entry(raw, source.path, categories).entry != entry:
        raise MinqingError("edit.unsafe", DIARY, path=source.path, line=1)
    return raw
