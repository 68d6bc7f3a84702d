"""Pages in UTF-16, which Notepad calls Unicode: git takes them for no text and tells none of their lines.

What git says of them ("Binary files differ") is replaced with the lines that came and went, as it tells of any page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.history.objects import Blobs
from minqing.history.quoted import quoted, unquoted
from minqing.text.source import in_utf8

BINARY = "Binary files "
"""How git begins the line that stands for the lines of what is no text to it."""

_IDS = pattern(r"index (?P<old>[0-9a-f]+(?:,[0-9a-f]+)*)\.\.(?P<new>[0-9a-f]+)(?: \d+)?")


@dataclass(frozen=True, slots=True)
class Page:
    """A file that git takes for no text, in a patch: its line there, its path, its ids before (of a merge several) and
    after."""

    at: int
    path: str
    old: tuple[str, ...]
    new: str


def with_wide_lines(root: Path, patches: Sequence[str]) -> list[str]:
    """Patches (with full ids) in which pages in UTF-16 have their lines; what is no text stays as git told it."""
    pages = [list(pages_of(patch)) for patch in patches]
    ids = dict.fromkeys(id for some in pages for page in some for id in (*page.old, page.new))
    if not ids:
        return list(patches)
    with closing(Blobs(root)) as blobs:
        return [_told(patch, some, blobs) for patch, some in zip(patches, pages, strict=True)]


def pages_of(patch: str) -> Iterator[Page]:
    """The files of a patch that git takes for no text."""
    if BINARY not in patch:
        return
    path, ids = "", None
    for at, line in enumerate(patch.split("\n")):
        if line.startswith("diff "):
            path, ids = _path(line), None
        elif line.startswith("index "):
            ids = _IDS.fullmatch(line)
        elif line.startswith(BINARY) and ids:
            yield Page(at, path, tuple(ids["old"].split(",")), ids["new"])
            ids = None


def _path(head: str) -> str:
    """The file of ``diff --git a/F b/F``, or of a merge's ``diff --cc F``."""
    kind, _, names = head.removeprefix("diff --").partition(" ")
    name = names[: (len(names) - 1) // 2] if kind == "git" else names
    name = unquoted(name)
    return name[2:] if kind == "git" else name


def _told(patch: str, pages: Iterable[Page], blobs: Blobs) -> str:
    lines = patch.split("\n")
    for page in pages:
        found = blobs.read((*page.old, page.new))
        new = _text(found, page.new)
        if new is not None:  # of what was no text before every line came
            lines[page.at] = "\n".join(_as_patch(page.path, [_text(found, id) or [] for id in page.old], new))
    return "\n".join(lines)


def _text(found: Mapping[str, bytes], id: str) -> list[str] | None:
    """The lines of a page; none of one that was not there; ``None`` for what is neither UTF-16 nor UTF-8."""
    raw = in_utf8(found.get(id, b""))
    if not raw and set(id) != {"0"}:  # too large, or gone
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.splitlines()


def _as_patch(path: str, old: Sequence[list[str]], new: list[str]) -> Iterator[str]:
    """The lines that came (that no page before has) and went, under a head that names the file."""
    yield from (f"--- {quoted(f'a/{path}')}", f"+++ {quoted(f'b/{path}')}", "@@")
    before = [Counter(lines) for lines in old]
    yield from ("+" * len(old) + line for line in new if not _taken(before, line))
    if len(old) == 1:
        now = Counter(new)
        yield from ("-" + line for line in old[0] if not _taken([now], line))


def _taken(held: Iterable[Counter[str]], line: str) -> bool:
    """Whether any of the pages has the line once more; it is used up there."""
    for lines in held:
        if lines[line] > 0:
            lines[line] -= 1
            return True
    return False
