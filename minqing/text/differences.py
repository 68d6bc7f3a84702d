"""What changed between two texts of the diary, by meaning: not which bytes, but which issue, field, line of progress.

An audit asks it of two commits, a merge of two clones, a history of every change. Two spellings of one thing are
no difference. Where either text cannot be read as an entry the lines themselves are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.text.matching import Pair, matched
from minqing.text.normal import folded
from minqing.text.read import Reading
from minqing.text.source import split_lines
from minqing.text.vocabulary import ENTRY_BY_WORD, ENTRY_KEYS, ISSUE_BY_WORD, ISSUE_KEYS, Key

Value = str | int | date | Decimal | tuple[str, ...] | Progress | Issue | Entry | None
"""What stood or stands: a field's value, a line of progress, an issue, an entry, a line of text."""

ENTRY_FIELDS = tuple(key.id for key in ENTRY_KEYS if key.id != "issues")
"""The fields of an entry that are compared, in the order of the format."""

ISSUE_FIELDS = tuple(key.id for key in ISSUE_KEYS if key.id not in ("id", "progress"))
"""The fields of an issue that are compared; its number is what it is known by."""

_KEY = pattern(r"[ \t\u3000]*(?:[-－][ \t\u3000]+)?([^\s:：#]{1,20})[ \t\u3000]*[:：]")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference by meaning.

    ``kind`` is one of

    * ``entry_added``, ``entry_vanished``, ``entry_moved`` (another path, ``old`` and ``new`` are the paths);
    * ``issue_added``, ``issue_vanished``, ``issue_moved`` (to another file; ``old`` and ``new`` are the issue);
    * ``field_changed`` of the issue ``issue``, or of the entry where ``issue`` is empty; ``field`` is the English
      key, ``id`` for an issue that got another number;
    * ``line_added``, ``line_changed``, ``line_deleted``, ``line_moved`` (among lines of its day, where the order
      counts): a line of progress of ``issue``;
    * ``body_changed``: the free text below the front matter (``old`` and ``new`` are the whole of it);
    * ``text_added``, ``text_deleted``: lines of a file that cannot be read as an entry, before or after.

    ``old_file`` and ``new_file`` are paths below the workspace, ``old_line`` and ``new_line`` count from 1; both
    are empty and 0 on a side where there is nothing.
    """

    kind: str
    issue: str = ""
    field: str = ""
    old: Value = None
    new: Value = None
    old_file: str = ""
    old_line: int = 0
    new_file: str = ""
    new_line: int = 0

    @property
    def reversed(self) -> Difference:
        """What takes this difference back."""
        kind = _INVERSE.get(self.kind, self.kind)
        return Difference(
            kind, self.issue, self.field, self.new, self.old, self.new_file, self.new_line, self.old_file, self.old_line
        )


_INVERSE = {
    f"{what}_{one}": f"{what}_{other}"
    for what, one, other in (
        ("entry", "added", "vanished"), ("entry", "vanished", "added"), ("issue", "added", "vanished"),
        ("issue", "vanished", "added"), ("line", "added", "deleted"), ("line", "deleted", "added"),
        ("text", "added", "deleted"), ("text", "deleted", "added"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """A file on one side of a comparison: its path and what it held (``None``: there was no such file)."""

    path: str
    reading: Reading | None = None

    @property
    def entry(self) -> Entry | None:
        """As much of the entry as could be read."""
        if self.reading is None:
            return None
        return self.reading.entry or self.reading.draft

    @property
    def is_broken(self) -> bool:
        """Whether there is a file that cannot be read as an entry at all."""
        return self.reading is not None and self.entry is None

    @property
    def text(self) -> str:
        """The file's text; empty where there is none."""
        return self.reading.source.text if self.reading and self.reading.source else ""


def differences(before: Reading | None, after: Reading | None) -> tuple[Difference, ...]:
    """What changed in one file between two readings of it; ``None`` where there is no file."""
    path = _path_of(after) or _path_of(before)
    return between(((Side(_path_of(before) or path, before), Side(path, after)),))


def between(pairs: Iterable[tuple[Side, Side]]) -> tuple[Difference, ...]:
    """What changed in a set of files, each before and after; issues that moved from one to another are followed."""
    found = [difference for before, after in pairs for difference in _of_file(before, after)]
    return tuple(_with_moves(found))


def _path_of(reading: Reading | None) -> str:
    return reading.source.path if reading and reading.source else ""


def _of_file(before: Side, after: Side) -> Iterator[Difference]:
    if before.is_broken or after.is_broken:
        return line_differences(before.path, before.text, after.path, after.text)
    old, new = before.entry, after.entry
    if old is not None and new is not None:
        return _of_entries(before, old, after, new)
    return _of_one_side(before, after)


def _of_entries(before: Side, old: Entry, after: Side, new: Entry) -> Iterator[Difference]:
    files = (before.path, after.path)
    if before.path != after.path:
        yield Difference("entry_moved", "", "", *files, old_file=files[0], old_line=1, new_file=files[1], new_line=1)
    if old == new and old.body == new.body:
        return
    for name in ENTRY_FIELDS:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            lines = _entry_line(before, name), _entry_line(after, name)
            yield _placed("field_changed", "", name, was, now, files, lines)
    yield from _of_issues(before, old, after, new)
    if old.body.rstrip() != new.body.rstrip():
        yield _placed("body_changed", "", "", old.body, new.body, files, _first_differing(before.text, after.text))


def _of_one_side(before: Side, after: Side) -> Iterator[Difference]:
    """An entry that came or went, and each of its issues."""
    came = before.entry is None
    side, entry = (after, after.entry) if came else (before, before.entry)
    if entry is None:
        return
    added = [Difference("entry_added", "", "", None, entry, "", 0, side.path, 1)]
    added += [Difference("issue_added", one.id, "", None, one, "", 0, side.path, one.line) for one in entry.issues]
    yield from (one if came else one.reversed for one in added)


def _of_issues(before: Side, old: Entry, after: Side, new: Entry) -> Iterator[Difference]:
    was, now = _by_id(old.issues), _by_id(new.issues)
    renumbered = _renumbered(was, now)
    taken = set(renumbered.values())
    for key, issue in was.items():
        other = renumbered.get(key, key)
        if other in now:
            yield from issue_differences(before, issue, after, now[other])
        else:
            yield Difference("issue_vanished", issue.id, "", issue, None, before.path, issue.line)
    for key, issue in now.items():
        if (key not in was or key in renumbered) and key not in taken:
            yield Difference("issue_added", issue.id, "", None, issue, "", 0, after.path, issue.line)


def _by_id(issues: Sequence[Issue]) -> dict[tuple[str, int], Issue]:
    """Issues by number and, where a number stands twice, which one of them it is."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], Issue] = {}
    for issue in issues:
        name = issue.id or f"?{issue.title}"
        found[name, seen[name]] = issue
        seen[name] += 1
    return found


def _renumbered(
    was: dict[tuple[str, int], Issue], now: dict[tuple[str, int], Issue]
) -> dict[tuple[str, int], tuple[str, int]]:
    """Old to new number of the issues that only got another one: everything else of them stands as it was.

    The old number may be another issue's now, where two had been given the same.
    """
    came: dict[Issue, list[tuple[str, int]]] = {}
    for key, issue in now.items():
        if key not in was:
            came.setdefault(_unnumbered(issue), []).append(key)
    if not came:
        return {}
    gone = [key for key in was if key not in now or _unnumbered(was[key]) != _unnumbered(now[key])]
    same = {key: came.get(_unnumbered(was[key]), []) for key in gone}
    return {key: others.pop(0) for key, others in same.items() if others}


def _unnumbered(issue: Issue) -> Issue:
    photos = tuple(path.replace(issue.id, "") if issue.id else path for path in issue.photos)  # named after it
    return replace(issue, id="", photos=photos, progress=())


def issue_differences(before: Side, old: Issue, after: Side, new: Issue) -> Iterator[Difference]:
    """What changed in one issue between two states of it, wherever it stands on either side."""
    if old == new:
        return
    files, id = (before.path, after.path), old.id
    if old.id != new.id:
        yield _placed("field_changed", id, "id", old.id, new.id, files, (old.line, new.line))
    for name in ISSUE_FIELDS:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            lines = _issue_line(before, old, name), _issue_line(after, new, name)
            yield _placed("field_changed", id, name, was, now, files, lines)
    if old.progress != new.progress:
        yield from (_of_lines(id, files, pair) for pair in matched(old.progress, new.progress))


def _of_lines(id: str, files: tuple[str, str], pair: Pair) -> Difference:
    lines = (pair.old.line if pair.old else 0, pair.new.line if pair.new else 0)
    return _placed(f"line_{pair.kind}", id, "", pair.old, pair.new, files, lines)


def _placed(
    kind: str, issue: str, name: str, old: Value, new: Value, files: tuple[str, str], lines: tuple[int, int]
) -> Difference:
    """A difference between two files; a side without a line has no file either."""
    was, now = (file if line else "" for file, line in zip(files, lines, strict=True))
    if kind == "field_changed":
        was, now = files
    return Difference(kind, issue, name, old, new, was, lines[0], now, lines[1])


def _entry_line(side: Side, name: str) -> int:
    """The line a field of the entry stands in; 0 where it is not written."""
    lines = split_lines(side.text)[0]
    first = next((n for n, line in enumerate(lines) if _key_in(line, ENTRY_BY_WORD) == "issues"), len(lines))
    return next((n for n, line in enumerate(lines[:first], 1) if _key_in(line, ENTRY_BY_WORD) == name), 0)


def _issue_line(side: Side, issue: Issue, name: str) -> int:
    """The line a field of an issue stands in, the issue's own where it is not written."""
    entry = side.entry
    starts = [other.line for other in entry.issues if other.line > issue.line] if entry else []
    lines = split_lines(side.text)[0]
    span = enumerate(lines[issue.line - 1 : min(starts, default=len(lines) + 1) - 1], issue.line)
    return next((n for n, line in span if _key_in(line, ISSUE_BY_WORD) == name), issue.line)


def _key_in(line: str, by_word: dict[str, Key]) -> str:
    found = _KEY.match(line)
    key = by_word.get(folded(found[1])) if found else None
    return key.id if key else ""


def _first_differing(old: str, new: str) -> tuple[int, int]:
    """The first line that is not the same in both, in either."""
    was, now = split_lines(old)[0], split_lines(new)[0]
    back = 0
    while back < min(len(was), len(now)) and was[-1 - back] == now[-1 - back]:
        back += 1
    front = 0
    while front < min(len(was), len(now)) - back and was[front] == now[front]:
        front += 1
    return min(front + 1, len(was)), min(front + 1, len(now))


def line_differences(old_path: str, old: str, new_path: str, new: str) -> Iterator[Difference]:
    """The lines that went and came between two texts that are no entries, or cannot be read as such."""
    from difflib import SequenceMatcher

    was, now = (split_lines(text)[0] if text else [] for text in (old, new))
    for tag, i, j, m, n in SequenceMatcher(None, was, now, autojunk=len(was) + len(now) > _LONG).get_opcodes():
        if tag == "equal":
            continue
        for number in range(i, j):
            yield Difference("text_deleted", "", "", was[number], None, old_path, number + 1)
        for number in range(m, n):
            yield Difference("text_added", "", "", None, now[number], "", 0, new_path, number + 1)


_LONG = 5000
"""Lines from which on an exact comparison would take too long."""


def _with_moves(found: list[Difference]) -> Iterator[Difference]:
    """An issue that vanished from one file and was added to another has moved; likewise an entry."""
    came: dict[str, list[Difference]] = {}
    for one in found:
        if one.kind == "issue_added" and one.issue:
            came.setdefault(one.issue, []).append(one)
    moves = {id(one): came[one.issue].pop(0) for one in found if one.kind == "issue_vanished" and came.get(one.issue)}
    arrived = {id(one) for one in moves.values()}
    for one in found:
        if id(one) in moves:
            yield from _moved(one, moves[id(one)])
        elif id(one) not in arrived:
            yield one


def _moved(gone: Difference, came: Difference) -> Iterator[Difference]:
    yield replace(gone, kind="issue_moved", new=came.new, new_file=came.new_file, new_line=came.new_line)
    if isinstance(gone.old, Issue) and isinstance(came.new, Issue):
        yield from issue_differences(Side(gone.old_file), gone.old, Side(came.new_file), came.new)
