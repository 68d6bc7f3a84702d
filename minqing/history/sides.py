"""Two versions of one entry outside a synchronisation: for git's merge driver, and for what markers hold apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha1
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.domain.values import dataclass, replace
from minqing.history.merge_settings import merged_settings
from minqing.history.trees import FILE, Version
from minqing.history.union import Store, union
from minqing.text.markers import marked, sides_of
from minqing.text.merge import OURS, THEIRS, Contradiction, Manner
from minqing.text.read import read_entry
from minqing.text.source import decode, name_of
from minqing.text.vocabulary import category_words
from minqing.workspace.files import read_bytes
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.opened import Workspace
from minqing.workspace.scan import scan


@dataclass(frozen=True, slots=True)
class Settlement:
    """The files that two versions of one become (a second walk gets one of its own), or what contradicts."""

    files: Mapping[str, bytes]
    contradictions: tuple[Contradiction, ...] = ()


def manner_of(workspace: Workspace) -> Manner:
    """How the entries of a workspace are read and written."""
    community = workspace.community
    names = {category.id: category.name for category in community.categories.values()}
    return Manner(category_words(community), workspace.language, names)


def settled_sides(
    workspace: Workspace, path: str, base: bytes | None, ours: bytes, theirs: bytes, manner: Manner
) -> Settlement:
    """Merge two versions of the entry at ``path``; numbers and names that the day's other files have stay theirs."""
    contents: dict[str, bytes] = {}
    neighbours = {p: _kept(contents, _read(workspace.root, p)) for p in _of_the_day(workspace.root, path)}

    def write(raw: bytes, mode: str) -> Version:
        return replace(_kept(contents, raw), mode=mode)

    def read(ids: Iterable[str]) -> dict[str, bytes]:
        return {id: contents[id] for id in ids}

    first = {path: write(base, FILE)} if base is not None else {}
    made = union(
        neighbours | first,
        neighbours | {path: write(ours, FILE)},
        neighbours | {path: write(theirs, FILE)},
        Store(read, write),
        manner,
    )
    changed = {p: contents[v.id] for p, v in made.tree.items() if neighbours.get(p) != v}
    return Settlement(changed, tuple(made.contradictions))


def _kept(contents: dict[str, bytes], raw: bytes) -> Version:
    id = sha1(raw, usedforsecurity=False).hexdigest()
    contents[id] = raw
    return Version(FILE, id)


def _of_the_day(root: Path, path: str) -> list[str]:
    name = name_of(path)
    return [other for other in scan(root, name.day).of_day(name.day) if other != path] if name else []


def _read(root: Path, path: str) -> bytes:
    try:
        return read_bytes(root, path)
    except (OSError, MinqingError):
        return b""


def driven(workspace: Workspace, path: str, base: bytes | None, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """What git's merge driver leaves in a file, and whether it is settled.

    Where it is not, everything that could be united is, and markers stand around the rest.
    """
    manner = manner_of(workspace)
    made = settled_sides(workspace, path, base, ours, theirs, manner)
    if not made.contradictions and set(made.files) <= {path}:
        return made.files.get(path, ours), True
    if set(made.files) - {path} or any(one.field == "id" for one in made.contradictions):
        return _marked(ours, theirs), False
    sides = []
    for side in (OURS, THEIRS):
        chosen = replace(manner, choices={one.key: side for one in made.contradictions})
        sides.append(settled_sides(workspace, path, base, ours, theirs, chosen).files.get(path, ours))
    return _marked(*sides), False


def unmarked(workspace: Workspace, path: str, raw: bytes, base: bytes | None = None) -> Settlement | None:
    """The entry that conflict markers tear apart, merged; ``None`` where its markers do not pair up.

    ``base`` is what both sides come from, where git still knows it; else it is what markers of the style ``diff3``
    say, or the lines that both sides have in common.
    """
    source, _ = decode(raw, path)
    sides = sides_of(source.text) if source else None
    if source is None or sides is None:
        return None
    manner = manner_of(workspace)
    versions = [text.encode("utf-8" if source.encoding == "gb18030" else source.encoding) for text in sides.versions]
    told = (base, sides.base and sides.base.encode(), sides.common.encode())
    readable = (_readable(workspace, one, path, manner) for one in told if one)
    first = next(filter(None, readable), None)
    files = {path: versions[0]}
    for other in versions[1:]:
        made = settled_sides(workspace, path, first, files[path], other, manner)
        if made.contradictions:
            return made
        files |= made.files
    return Settlement(files)


def unmarked_settings(workspace: Workspace, raw: bytes, base: bytes | None = None) -> Settlement | None:
    """The settings that conflict markers tear apart, merged key by key; ``None`` where that cannot be."""
    source, _ = decode(raw, SETTINGS_FILE)
    sides = sides_of(source.text) if source else None
    if sides is None:
        return None
    first, *others = (text.encode() for text in sides.versions)
    came_from = base or (sides.base.encode() if sides.base is not None else sides.common.encode())
    for other in others:
        made = merged_settings(came_from, first, other, SETTINGS_FILE, manner_of(workspace))
        if made is None or made.contradictions:
            return None if made is None else Settlement({}, made.contradictions)
        first = made.raw
    return Settlement({SETTINGS_FILE: first})


def _readable(workspace: Workspace, raw: bytes, path: str, manner: Manner) -> bytes | None:
    """A text that can be read as an entry; one with markers of its own (of a merge before) merged first."""
    if read_entry(raw, path, manner.categories).entry:
        return raw
    made = unmarked(workspace, path, raw)
    return made.files.get(path) if made and not made.contradictions else None


def _marked(ours: bytes, theirs: bytes) -> bytes:
    texts = [raw.decode("utf-8", "surrogateescape") for raw in (ours, theirs)]
    return marked(*texts).encode("utf-8", "surrogateescape")
