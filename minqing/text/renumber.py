"""Giving issues that nobody else has seen another number, and whatever refers to them."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.text.blocks import Block, Cut, cut
from minqing.text.normal import aligned
from minqing.text.read import Reading, read_entry
from minqing.text.write import encoded


def renumbered(
    reading: Reading,
    numbers: Mapping[str, str],
    references: Mapping[str, str],
    known: Entry | None,
    categories: Mapping[str, str],
) -> bytes | None:
    """The file's bytes with the numbers of its issues changed as ``numbers`` says (old to new).

    What stands in ``known`` already (the entry as the colleagues have it) stays as it is; any other line
    ``duplicate`` follows the issue it names, by ``references``, and a photo the issue it is named after. ``None``
    where the file cannot be read or the result would not be that.
    """
    page, source, entry = cut(reading), reading.source, reading.entry
    if page is None or source is None or entry is None:
        return None
    before = {issue.id: issue for issue in known.issues} if known else {}
    change = _Renumbering(numbers, references, before)
    blocks = tuple(change.top(block) for block in page.blocks)
    raw = encoded(Cut(page.head, blocks, page.tail, page.body).text, source.encoding, source.path)
    again = read_entry(raw, source.path, categories)
    wanted = replace(entry, issues=tuple(change.meant(issue) for issue in entry.issues))
    return raw if again.entry == wanted else None


@dataclass(frozen=True, slots=True)
class _Renumbering:
    """What ``renumbered`` is told; ``before`` are the shared issues by number."""

    numbers: Mapping[str, str]
    references: Mapping[str, str]
    before: Mapping[str, Issue]

    def meant(self, issue: Issue) -> Issue:
        """The issue as it is to read afterwards."""
        lines = tuple(self._meant_line(line, issue.id) for line in issue.progress)
        new = self._new(issue.id)
        if new is None:
            return replace(issue, progress=lines)
        photos = tuple(path.replace(issue.id, new) for path in issue.photos)
        return replace(issue, id=new, photos=photos, progress=lines)

    def _new(self, id: str) -> str | None:
        return None if id in self.before else self.numbers.get(id)

    def _meant_line(self, line: Progress, id: str) -> Progress:
        shared = self.before[id].progress if id in self.before else ()
        new = self.references.get(line.argument or "")
        return line if line.verb != "duplicate" or new is None or line in shared else replace(line, argument=new)

    def top(self, block: Block) -> Block:
        """A block of the entry."""
        if block.name != "issues" or block.inner is None:
            return block
        return replace(block, inner=tuple(self._issue(each) for each in block.inner))

    def _issue(self, block: Block) -> Block:
        issue = block.value
        if not isinstance(issue, Issue):
            return block
        new = self._new(issue.id)
        if block.inner is None:
            return replace(block, lines=_put(block.lines, issue.id, new)) if new else block
        return replace(block, inner=tuple(self._key(key, issue.id, new) for key in block.inner))

    def _key(self, block: Block, id: str, new: str | None) -> Block:
        if block.name in ("id", "photos"):
            return replace(block, lines=_put(block.lines, id, new)) if new else block
        if block.name != "progress" or block.inner is None:
            return block
        return replace(block, inner=tuple(self._line(line, id) for line in block.inner))

    def _line(self, block: Block, id: str) -> Block:
        line = block.value
        if not isinstance(line, Progress) or line.argument is None or self._meant_line(line, id) == line:
            return block
        return replace(block, lines=_put(block.lines, line.argument, self.references[line.argument]))


def _put(lines: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """``new`` for ``old``, also where that was typed in full-width digits."""
    if any(old in line for line in lines):
        return tuple(line.replace(old, new) for line in lines)
    return tuple(aligned(line).replace(old, new) if old in aligned(line) else line for line in lines)
