"""Two histories of a diary as one: what this computer and the colleagues have changed since they last met.

Worked out from commits alone; nothing in the folder is touched. Files that only one side has changed are taken as
they are, entries that both have changed are merged by meaning, other texts line by line. Before that, what nobody
else has seen yet makes room: issues get other numbers, a second walk of a day a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from minqing.domain.model import Entry, Issue
from minqing.domain.values import dataclass, field
from minqing.history.making_room import Numbers, beside, is_picture, picture_apart, picture_renamed
from minqing.history.merge_settings import UNITED, merged_settings, united_lines
from minqing.history.set_twice import SetTwice, set_twice
from minqing.history.trees import Tree, Version
from minqing.text.merge import Contradiction, Manner, Merged, lines_merged, merge_entries, whole
from minqing.text.merge_moved import reunited
from minqing.text.read import Reading, read_entry
from minqing.text.renumber import renumbered
from minqing.text.source import decode, name_of
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.names import DIARIES, EntryName, entry_name, highest_number

UNITED_KINDS = ("desk", "call", "hotline")
"""What two people write down on one day belongs into one entry; of a walk there may be two."""


@dataclass(slots=True)
class Union:
    """What comes of a merge.

    ``prepared`` is this computer's own commit after it has made room, ``tree`` the merge. ``numbers`` are
    (file, old id, new id), ``moved`` (old path, new path), ``kept`` the files one side deleted and the other
    went on with, ``beside`` (path, path of this computer's version) the files of which both versions stay,
    ``set_twice`` what lines of both sides have set differently.
    With ``contradictions`` nothing may be committed.
    """

    prepared: dict[str, Version]
    tree: dict[str, Version] = field(default_factory=dict)
    contradictions: list[Contradiction] = field(default_factory=list)
    numbers: list[tuple[str, str, str]] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)
    set_twice: list[SetTwice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Store:
    """Contents by id, and ids of new contents; ``prefix`` is where the workspace lies in its repository, ``whose``
    tells who has changed a file of the workspace on this computer."""

    read: Callable[[Iterable[str]], dict[str, bytes]]
    write: Callable[[bytes, str], Version]
    prefix: str = ""
    whose: Callable[[str], str] = lambda path: ""

    def is_diary(self, path: str) -> bool:
        """Whether a path is that of an entry of this workspace."""
        own = path.removeprefix(self.prefix)
        return path.startswith(f"{self.prefix}{DIARIES}/") and name_of(own) is not None


def union(base: Tree, ours: Tree, theirs: Tree, store: Store, manner: Manner) -> Union:
    """The merge of two commits with the one they come from."""
    return _Union(base, ours, theirs, store, manner).made()


class _Union:
    def __init__(self, base: Tree, ours: Tree, theirs: Tree, store: Store, manner: Manner) -> None:
        self._base, self._ours, self._theirs = dict(base), dict(ours), dict(theirs)
        self._store = store
        self._manner = manner
        self._raw: dict[str, bytes] = {}
        self.result = Union(self._ours)

    def made(self) -> Union:
        """Make room, then merge file by file."""
        self._fetch()
        self._follow_renames()
        self._make_room()
        result = self.result
        for path in sorted({**self._base, **self._ours, **self._theirs}):
            version = self._merged(path)
            if version is not None:
                result.tree[path] = version
        self._reunite()
        return result

    # contents

    def _fetch(self) -> None:
        """The contents of what both sides have changed, and of the diaries either has."""
        wanted: list[str] = []
        for path in {**self._base, **self._ours, **self._theirs}:
            b, o, t = self._versions(path)
            changed = o != t and (b not in (o, t) or self._store.is_diary(path))
            wanted += [v.id for v in (b, o, t) if changed and v and v.is_file]
        self._raw = self._store.read(dict.fromkeys(wanted))

    def _versions(self, path: str) -> tuple[Version | None, Version | None, Version | None]:
        return self._base.get(path), self._ours.get(path), self._theirs.get(path)

    def _content(self, version: Version | None) -> bytes | None:
        if version is None or not version.is_file:
            return None
        if version.id not in self._raw:
            self._raw |= self._store.read([version.id])
        return self._raw.get(version.id)

    def _reading(self, path: str, version: Version | None) -> Reading | None:
        raw = self._content(version)
        return None if raw is None else read_entry(raw, self._inside(path), self._manner.categories)

    def _entry(self, path: str, version: Version | None) -> Entry | None:
        reading = self._reading(path, version)
        return (reading.entry or reading.draft) if reading else None

    def _inside(self, path: str) -> str:
        """A path as it is in the workspace."""
        return path.removeprefix(self._store.prefix)

    def _stored(self, raw: bytes, mode: str) -> Version:
        version = self._store.write(raw, mode)
        self._raw[version.id] = raw
        return version

    # entries under another name

    def _follow_renames(self) -> None:
        """An entry that one side has given another name and the other has gone on with is one entry still; so is one
        that both have renamed: it keeps the name that is shared."""
        for path in [p for p in self._base if p not in self._ours and p not in self._theirs and self._is_diary(p)]:
            mine, other = (self._went_to(path, side, {}) for side in (self._ours, self._theirs))
            if mine and other and (mine == other or not {mine, other} <= {*self._ours}):
                self._ours[other] = self._ours.pop(mine)
                self._base[other] = self._base.pop(path)
        for here, there in ((self._ours, self._theirs), (self._theirs, self._ours)):
            for path in [p for p in self._base if p not in here and p in there and self._is_diary(p)]:
                target = self._went_to(path, here, there) if there[path] != self._base[path] else None
                if target:
                    there[target] = there.pop(path)
                    self._base[target] = self._base.pop(path)

    def _is_diary(self, path: str) -> bool:
        return self._store.is_diary(path)

    def _went_to(self, path: str, here: Tree, there: Tree) -> str | None:
        """Where ``path`` of the base went on the side ``here``; ``None`` where it is gone."""
        entry = self._entry(path, self._base[path])
        new = [p for p in here if p not in self._base and p not in there and self._is_diary(p)]
        scored = [(_likeness(entry, self._entry(p, here[p])), p) for p in new] if entry else []
        best = max(scored, default=(0.0, ""))
        return best[1] if best[0] >= 0.5 else None

    # making room

    def _make_room(self) -> None:
        """Give what nobody else has seen another file and other numbers where the colleagues' stand already."""
        for path in sorted(self._ours):
            if self._is_second(path):
                target = self._free_name(path)
                self._ours[target] = self._ours.pop(path)
                self.result.moved.append((path, target))
        numbers = self._collisions()
        for path, _ in self._changed(self._ours) if numbers.everywhere else ():
            if path in numbers.paths or self._refers(path, numbers):
                self._renumber(path, numbers)
        for path in [p for p in self._ours if p.startswith(f"{self._store.prefix}photos/") and p not in self._base]:
            new = numbers.in_name(path)
            if new not in self._ours:
                self._ours[new] = self._ours.pop(path)
        self._part_pictures()

    def _part_pictures(self) -> None:
        """Two pictures that were given one name are two; what is written here names its own."""
        new = [path for path in sorted(self._ours) if path not in self._base and is_picture(self._inside(path))]
        for path in new:
            if self._theirs.get(path, self._ours[path]) == self._ours[path]:
                continue
            target = picture_apart(path, {**self._ours, **self._theirs, **self._base})
            self._ours[target] = self._ours.pop(path)
            for page, version in self._changed(self._ours):
                raw = picture_renamed(self._content(version) or b"", path, target)
                self._ours[page] = self._stored(raw, version.mode)
            self.result.moved.append((path, target))

    def _is_second(self, path: str) -> bool:
        """Whether both sides have made an entry of this name, of two different occasions."""
        if path in self._base or path not in self._theirs or not self._store.is_diary(path):
            return False
        ours, theirs = self._ours[path], self._theirs[path]
        return ours != theirs and not _one_occasion(self._entry(path, ours), self._entry(path, theirs))

    def _free_name(self, path: str) -> str:
        folder, _, file = path.rpartition("/")
        name = entry_name(file)
        assert name is not None
        number = 2
        while True:
            made = EntryName(name.day, name.rank, number).file
            if f"{folder}/{made}" not in {**self._ours, **self._theirs, **self._base}:
                return f"{folder}/{made}"
            number += 1

    def _collisions(self) -> Numbers:
        """The issues on this computer alone whose numbers the colleagues have given to others."""
        before = {id for path, _ in self._changed(self._ours) for id in self._ids(path, self._base)}
        before |= {id for path, _ in self._changed(self._theirs) for id in self._ids(path, self._base)}
        taken = {issue.id: (path, issue) for path, issue in self._issues(self._theirs) if issue.id not in before}
        numbers = Numbers()
        highest: dict[str, int] = {}
        for path, issue in self._issues(self._ours):
            if issue.id in taken and issue.id not in before and not _one_issue(path, issue, *taken[issue.id]):
                day = issue.id[:8]
                highest[day] = highest.get(day) or self._highest(day)
                highest[day] += 1
                numbers.add(path, issue.id, f"{day}-{highest[day]}")
        return numbers

    def _changed(self, side: Tree) -> list[tuple[str, Version]]:
        """The entries a side has changed or made."""
        return [(p, v) for p, v in sorted(side.items()) if self._base.get(p) != v and self._store.is_diary(p)]

    def _issues(self, side: Tree) -> list[tuple[str, Issue]]:
        found = ((path, self._entry(path, version)) for path, version in self._changed(side))
        return [(path, issue) for path, entry in found if entry for issue in entry.issues if issue.id]

    def _ids(self, path: str, side: Tree) -> set[str]:
        entry = self._entry(path, side.get(path))
        return {issue.id for issue in entry.issues} if entry else set()

    def _highest(self, day: str) -> int:
        """The highest number of a day on either side."""
        when = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        same = {(p, v) for side in (self._ours, self._theirs) for p, v in side.items() if self._is_of(p, when)}
        texts = [(self._content(v) or b"").decode("utf-8", "replace") for _, v in [*same, *self._touched()]]
        return max((highest_number(text, when) for text in texts), default=0)

    def _is_of(self, path: str, day: date) -> bool:
        name = name_of(path)
        return name is not None and name.day == day and self._store.is_diary(path)

    def _touched(self) -> list[tuple[str, Version]]:
        return [*self._changed(self._ours), *self._changed(self._theirs)]

    def _refers(self, path: str, numbers: Numbers) -> bool:
        entry = self._entry(path, self._ours[path])
        lines = (line for issue in entry.issues for line in issue.progress) if entry else ()
        return any(line.verb == "duplicate" and line.argument in numbers.everywhere for line in lines)

    def _renumber(self, path: str, numbers: Numbers) -> None:
        reading, version = self._reading(path, self._ours[path]), self._ours[path]
        shared = self._entry(path, self._base.get(path))
        own = {old: new for (file, old), new in numbers.new.items() if file == path}
        known = own | {old: new for old, new in numbers.everywhere.items() if old not in own}
        raw = renumbered(reading, own, known, shared, self._manner.categories) if reading else None
        if raw is None:
            self.result.contradictions.append(Contradiction(self._inside(path), "", "id", "", "、".join(own), ""))
            return
        self._ours[path] = self._stored(raw, version.mode)
        self.result.numbers += [(self._inside(path), old, new) for old, new in own.items()]

    # file by file

    def _merged(self, path: str) -> Version | None:
        base, ours, theirs = self._versions(path)
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if ours is None or theirs is None:
            self.result.kept.append(self._inside(path))
            return ours or theirs
        return self._both(path, base, ours, theirs)

    # issues that went to another file

    def _reunite(self) -> None:
        """An issue that one side has put into another file and the other has gone on with is one issue still."""
        places: dict[str, list[str]] = {}
        changed = [p for p in self.result.tree if self._store.is_diary(p) and self._is_touched(p)]
        for path in changed:
            for id in self._ids(path, self.result.tree):
                places.setdefault(id, []).append(path)
        for id, paths in places.items():
            origin = [p for p in paths if id in self._ids(p, self._base)]
            others = [p for p in paths if p not in origin]
            if len(origin) == 1 and len(others) == 1 and self._has_moved(id, origin[0], others[0]):
                self._move(id, origin[0], others[0])

    def _has_moved(self, id: str, left: str, moved: str) -> bool:
        """Whether no side has it in both files: else one number was given out twice, by hand, which ``check`` names."""
        sides = (self._ours, self._theirs)
        return not any(id in self._ids(left, side) and id in self._ids(moved, side) for side in sides)

    def _is_touched(self, path: str) -> bool:
        return len(set(self._versions(path))) > 1

    def _move(self, id: str, left: str, moved: str) -> None:
        tree = self.result.tree
        readings = [self._reading(left, self._base[left]), self._reading(left, tree[left])]
        target = self._reading(moved, tree[moved])
        made = reunited(id, readings[0], readings[1], target, self._manner)
        if made is None:
            self.result.contradictions.append(Contradiction(self._inside(moved), "", "id", "", id, ""))
            return
        tree[left] = self._stored(made.left, tree[left].mode)
        tree[moved] = self._stored(made.moved, tree[moved].mode)
        self.result.contradictions += made.contradictions

    def _both(self, path: str, base: Version | None, ours: Version, theirs: Version) -> Version:
        """A file that both have changed."""
        before, mine, other = [self._content(version) for version in (base, ours, theirs)]
        if mine is None or other is None:
            return self._chosen(path, ours, theirs)
        if self._is_diary(path):
            merged = merge_entries(before, mine, other, self._inside(path), self._manner)
        else:
            text = self._merged_text(path, before, mine, other)
            if text is None:
                return self._chosen(path, ours, theirs)
            merged = text
        self.result.contradictions += merged.contradictions
        mode = ours.mode if base and base.mode == theirs.mode else theirs.mode
        known = {mine: ours, other: theirs}.get(merged.raw)
        made = Version(mode, known.id) if known else self._stored(merged.raw, mode)
        if self._is_diary(path):
            sides = [self._entry(path, version) for version in (base, ours, theirs, made)]
            self.result.set_twice += set_twice(self._inside(path), sides)
        return made

    def _is_tied(self, own: str, path: str) -> bool:
        """Whether a file counts under its one name only: then a person has to say which version."""
        return own == SETTINGS_FILE or own in UNITED or self._store.is_diary(path)

    def _merged_text(self, path: str, base: bytes | None, ours: bytes, theirs: bytes) -> Merged | None:
        """Two versions of what is no diary; ``None`` where only one of them can be had."""
        found = _merged_lines(base, ours, theirs)
        own = self._inside(path)
        if found is None and own == SETTINGS_FILE:
            return merged_settings(base, ours, theirs, own, self._manner)
        if found is None and own in UNITED:
            return Merged(united_lines(ours, theirs))
        return found

    def _chosen(self, path: str, ours: Version, theirs: Version) -> Version:
        """A file of which only one version can be had: of one that lies in the workspace the other stays beside it."""
        own = self._inside(path)
        if ours.is_file and theirs.is_file and path == self._store.prefix + own and not self._is_tied(own, path):
            target = beside(path, self._store.whose(own), {**self._ours, **self._theirs, **self._base})
            self.result.tree[target] = ours
            self.result.beside.append((own, self._inside(target)))
            return theirs
        merged = whole(self._inside(path), ours.id.encode(), theirs.id.encode(), self._manner.choices)
        self.result.contradictions += merged.contradictions
        return ours if merged.raw == ours.id.encode() else theirs


def _merged_lines(base: bytes | None, ours: bytes, theirs: bytes) -> Merged | None:
    """Two versions of a text line by line; ``None`` where that cannot be."""
    if base is None:
        return None
    texts = [decode(raw, "")[0] for raw in (base, ours, theirs)]
    if any(text is None or text.encoding != "utf-8" for text in texts):
        return None
    found = lines_merged(*(text.text for text in texts if text))
    return None if found is None else Merged(found.encode())


def _one_occasion(ours: Entry | None, theirs: Entry | None) -> bool:
    """Whether two have written about one occasion: a day's desk, or a walk at one time by the same people."""
    if ours is None or theirs is None or ours.kind != theirs.kind or ours.date != theirs.date:
        return False
    if ours.kind in UNITED_KINDS:
        return True
    known = bool(ours.time or ours.walkers)
    return known and ours.time == theirs.time and set(ours.walkers) == set(theirs.walkers)


def _one_issue(path: str, ours: Issue, other_path: str, theirs: Issue) -> bool:
    """Whether two issues of one number, both new, are one that reached both computers by other ways."""
    told = [(i.title, i.place, i.reporter, i.ticket) for i in (ours, theirs)]
    return path == other_path and told[0] == told[1]


def _likeness(before: Entry | None, after: Entry | None) -> float:
    """From 0 to 1: how much of one entry is in another one."""
    if before is None or after is None:
        return 0
    ids = {issue.id for issue in before.issues}
    if ids:
        return len(ids & {issue.id for issue in after.issues}) / len(ids)
    from difflib import SequenceMatcher

    return SequenceMatcher(None, before.body[:2000], after.body[:2000], autojunk=False).ratio()
