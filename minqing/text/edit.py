"""Minimal edits of a diary file: lines of progress and issues are spliced into the text as it stands.

Comments, key order, quoting, wrapping, BOM, line endings and the encoding stay. The result is read again and
must hold exactly the intended change before anybody may save it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.domain.values import replace
from minqing.text.fences import parts_of
from minqing.text.keys import meant_key
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose, entries
from minqing.text.normal import folded
from minqing.text.problems import CODES
from minqing.text.read import Reading, read_entry
from minqing.text.splice import Change, Page
from minqing.text.values import issue_id
from minqing.text.vocabulary import ENTRY_BY_WORD, ENTRY_KEYS, ISSUE_BY_WORD, ISSUE_KEYS, Key
from minqing.text.write import Item, Spelling, issue_item, name_item, progress_item, spelling_of

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_EMPTY_LIST = pattern(r"\[[ \t]*\]")
_COMMENT = pattern(r"#[^\n]*")


def add_progress(
    reading: Reading,
    issue_id: str,
    lines: Sequence[Progress],
    language: str,
    names: Mapping[str, str],
    categories: Mapping[str, str],
) -> bytes:
    """The file's bytes with ``lines`` appended to the progress of the issue ``issue_id``.

    ``names`` are the categories' names by id, ``categories`` what ``read_entry`` takes. Raises
    ``MinqingError``: ``edit.unreadable`` where the entry cannot be counted, ``edit.no-issue``, ``edit.twice``
    where two issues share the id, ``edit.repair-first`` where the place is in a line that ``check --fix``
    has to mend first, ``edit.encoding`` for text the file's encoding cannot hold, ``edit.unsafe`` where the
    result would not hold exactly the intended change.
    """
    entry = entry_of(reading)
    issue = only_issue(entry, issue_id)
    intended = with_issue(entry, issue, replace(issue, progress=(*issue.progress, *lines)))
    spelling = spelling_of(language, names)

    def changes(page: Page, root: MappingNode) -> list[Change]:
        node = issue_node(page, root, issue)
        items = [progress_item(line, spelling) for line in lines]
        return _appended(page, node, ISSUE_BY_WORD["progress"], spelling, items)

    return edited(reading, issue.line, changes, intended, categories)


def add_issues(
    reading: Reading,
    issues: Sequence[Issue],
    language: str,
    names: Mapping[str, str],
    categories: Mapping[str, str],
) -> bytes:
    """The file's bytes with ``issues`` appended to the entry's list; raises as ``add_progress`` does."""
    entry = entry_of(reading)
    intended = replace(entry, issues=(*entry.issues, *issues))
    spelling = spelling_of(language, names)

    def changes(page: Page, root: MappingNode) -> list[Change]:
        items = [issue_item(issue, spelling) for issue in issues]
        return _appended(page, root, ENTRY_BY_WORD["issues"], spelling, items)

    return edited(reading, 1, changes, intended, categories)


def add_facts(
    reading: Reading,
    facts: Mapping[str, object],
    language: str,
    names: Mapping[str, str],
    categories: Mapping[str, str],
) -> bytes:
    """The file's bytes with ``facts``, by their English keys, in the front matter; names join those of a list.

    They are facts the entry does not have: one that it has is not for this edit to change. Raises as
    ``add_progress`` does.
    """
    entry = entry_of(reading)
    meant: dict[str, Any] = {name: _joined(getattr(entry, name), value) for name, value in facts.items()}
    spelling = spelling_of(language, names)

    def changes(page: Page, root: MappingNode) -> list[Change]:
        keys = [key for key in ENTRY_KEYS if key.id in facts]
        new = {key: spelling.pair(key, meant[key.id], root.flow_style) for key in keys if not pair_of(root, key)}
        filled = (_filled(page, root, k, facts[k.id], meant[k.id], spelling) for k in keys if k not in new)
        return [*new_facts(page, root, new), *(change for changes in filled for change in changes)]

    return edited(reading, 1, changes, replace(entry, **meant), categories)


def _joined(there: object, value: object) -> object:
    return (*there, *value) if isinstance(there, tuple) and isinstance(value, tuple) else value


def new_facts(page: Page, root: MappingNode, new: Mapping[Key, str]) -> list[Change]:
    """The changes for facts whose key is not there, each where the order of the format has it."""
    if root.flow_style:
        values = [value for _, value in entries(root)]
        return [_before_bracket(page, root, values, ", ".join(new.values()))] if new else []
    indent = page.indent(page.start(root))
    return [page.lines_after(_above(page, root, key), [indent + text]) for key, text in new.items()]


def _above(page: Page, root: MappingNode, key: Key) -> int:
    """The end of the key that stands before ``key`` in the order of the format; of all of them where none does."""
    ahead = [pair for other in ENTRY_KEYS[: ENTRY_KEYS.index(key)] if (pair := pair_of(root, other))]
    if not ahead:
        return page.end(root)
    word, value = ahead[-1]
    return page.end(value) if page.start(value) < page.end(value) else page.end(word)


def _filled(page: Page, root: MappingNode, key: Key, more: object, whole: object, spelling: Spelling) -> list[Change]:
    """The changes that put a fact behind its key, which stands there: empty, or with names it joins."""
    pair = pair_of(root, key)
    assert pair is not None
    word, value = pair
    start, end = page.start(value), page.end(value)
    if isinstance(more, tuple) and isinstance(value, SequenceNode) and value.value:
        return _appended(page, root, key, spelling, [name_item(name) for name in more])
    text = spelling.behind(key, whole, root.flow_style)
    if start < end:  # a null, [] or several names in one text, which only a list keeps apart from the new ones
        return [page.inline(start, end, text)]
    colon = page.repaired.index(":", page.end(word)) + 1
    return [page.inline(colon, colon, f" {text}")]


def add_photos(
    reading: Reading,
    issue_id: str,
    paths: Sequence[str],
    language: str,
    names: Mapping[str, str],
    categories: Mapping[str, str],
) -> bytes:
    """The file's bytes with ``paths`` appended to the photos of the issue; raises as ``add_progress`` does."""
    entry = entry_of(reading)
    issue = only_issue(entry, issue_id)
    more = replace(issue, photos=(*issue.photos, *paths))
    intended = with_issue(entry, issue, more)
    spelling, key = spelling_of(language, names), ISSUE_BY_WORD["photos"]

    def changes(page: Page, root: MappingNode) -> list[Change]:
        node = issue_node(page, root, issue)
        pair = pair_of(node, key)
        if pair and isinstance(pair[1], ScalarNode) and issue.photos:
            # several may stand in one text: only a list keeps them apart from the new ones
            return [page.inline(page.start(pair[1]), page.end(pair[1]), spelling.list(key, more.photos))]
        if pair is None and not node.flow_style:
            return [_above_progress(page, node, f"{spelling.key(key)}: {spelling.list(key, paths)}")]
        return _appended(page, node, key, spelling, [name_item(path) for path in paths])

    return edited(reading, issue.line, changes, intended, categories)


def _above_progress(page: Page, mapping: MappingNode, line: str) -> Change:
    """A line of an issue above its story, where the other facts stand."""
    indent = page.indent(page.start(mapping))
    words = (folded(ISSUE_BY_WORD["progress"].id), folded(ISSUE_BY_WORD["progress"].zh))
    facts = [v for k, v in entries(mapping) if not (isinstance(k, ScalarNode) and folded(k.value) in words)]
    return page.lines_after(page.end(facts[-1] if facts else mapping), [indent + line])


def entry_of(reading: Reading) -> Entry:
    """The entry of a file. Raises ``MinqingError`` where it cannot be counted."""
    if reading.entry is None or reading.source is None:
        path = reading.source.path if reading.source else next((p.file for p in reading.problems), "")
        raise MinqingError("edit.unreadable", DIARY, path=path)
    return reading.entry


def only_issue(entry: Entry, issue_id: str) -> Issue:
    """The issue of an id. Raises ``MinqingError`` where there is none, or more than one."""
    found = [issue for issue in entry.issues if issue.id == issue_id]
    if not found:
        raise MinqingError("edit.no-issue", DIARY, path=entry.path, id=issue_id)
    if len(found) > 1:
        raise MinqingError("edit.twice", DIARY, path=entry.path, id=issue_id, line=found[1].line)
    return found[0]


def with_issue(entry: Entry, old: Issue, new: Issue) -> Entry:
    """The entry with ``new`` in the place of one of its issues."""
    return replace(entry, issues=tuple(new if issue is old else issue for issue in entry.issues))


def edited(
    reading: Reading,
    line: int,
    changes: Callable[[Page, MappingNode], list[Change]],
    intended: Entry,
    categories: Mapping[str, str],
) -> bytes:
    """The new bytes, once they read as exactly ``intended``; ``line`` is named where they do not."""
    page, root = _opened(reading)
    raw = page.spliced(changes(page, root))
    again = read_entry(raw, page.source.path, categories)
    if again.entry != intended or not _same_page(reading, again):
        raise _unsafe(page, line)
    return raw


def _same_page(old: Reading, new: Reading) -> bool:
    """Whether body and encoding stayed, and nothing new has to be mended."""
    if old.entry is None or new.entry is None or old.source is None or new.source is None:
        return False
    same = old.entry.body == new.entry.body and old.source.encoding == new.source.encoding
    return same and _to_mend(new) <= _to_mend(old)


def _to_mend(reading: Reading) -> int:
    return sum(CODES[problem.code].mended for problem in reading.problems)


def _unsafe(page: Page, line: int) -> MinqingError:
    return MinqingError("edit.unsafe", DIARY, path=page.source.path, line=line)


def _opened(reading: Reading) -> tuple[Page, MappingNode]:
    """The page of a countable entry and its front matter's mapping."""
    assert reading.source is not None
    parts = parts_of(reading.repaired)
    page = Page(reading.source, reading.repaired, parts.start)
    root = compose(parts.front)
    if not isinstance(root, MappingNode):
        raise _unsafe(page, 1)
    return page, root


def issue_node(page: Page, root: MappingNode, issue: Issue) -> MappingNode:
    """The mapping of one issue, found by its id."""
    listed = pair_of(root, ENTRY_BY_WORD["issues"])
    nodes = listed[1].value if listed and isinstance(listed[1], SequenceNode) else []
    found = [node for node in nodes if isinstance(node, MappingNode) and _id_of(node) == issue.id]
    if len(found) != 1:
        raise _unsafe(page, issue.line)
    return found[0]


def _id_of(issue: MappingNode) -> str | None:
    pair = pair_of(issue, ISSUE_BY_WORD["id"])
    return issue_id(pair[1].value.strip()) if pair and isinstance(pair[1], ScalarNode) else None


def pair_of(mapping: MappingNode, key: Key) -> tuple[Node, Node] | None:
    """The pair of ``key`` in either spelling, or with the slip of the pen that the reader takes for it."""
    words = (folded(key.id), folded(key.zh))
    pairs = [(folded(k.value), k, v) for k, v in entries(mapping) if isinstance(k, ScalarNode)]
    exact = next(((k, v) for word, k, v in pairs if word in words), None)
    return exact or next(((k, v) for word, k, v in pairs if _is_slip(word, key)), None)


def _is_slip(word: str, key: Key) -> bool:
    words, level = (ENTRY_BY_WORD, ENTRY_KEYS) if key in ENTRY_KEYS else (ISSUE_BY_WORD, ISSUE_KEYS)
    meant = None if word in words else meant_key(word, list(level))
    return meant is not None and meant[0] is key


def _appended(page: Page, mapping: MappingNode, key: Key, spelling: Spelling, items: Sequence[Item]) -> list[Change]:
    """The changes that append ``items`` to the list under ``key``, in the layout the file has there."""
    if not items:
        return []
    pair = pair_of(mapping, key)
    if mapping.flow_style:
        return _appended_in_flow(page, mapping, pair, spelling.key(key), items)
    if pair is None:
        return [_new_key(page, mapping, spelling.key(key), items)]
    return _appended_in_block(page, pair[0], pair[1], items)


def _new_key(page: Page, mapping: MappingNode, word: str, items: Sequence[Item]) -> Change:
    """The key with its list below the last line of a block mapping."""
    indent = page.indent(page.start(mapping))
    return page.lines_after(page.end(mapping), [f"{indent}{word}:", *_block(items, indent + "  ")])


def _appended_in_block(page: Page, key: Node, value: Node, items: Sequence[Item]) -> list[Change]:
    if isinstance(value, SequenceNode) and not value.flow_style:
        indent = page.indent(page.start(value))
        return [page.lines_after(page.end(value), _block(items, indent))]
    if isinstance(value, SequenceNode) and (value.value or not _is_empty(page, value)):
        return [_into_flow(page, value, items)]
    if _is_empty(page, value):
        return _instead_of_nothing(page, key, value, items)
    return _after_scalar(page, key, value, items)


def _block(items: Sequence[Item], indent: str) -> list[str]:
    return [indent + line for item in items for line in item.block]


def _is_empty(page: Page, value: Node) -> bool:
    """Whether a value says that there is nothing: absent, a null of YAML, or ``[]`` on one line."""
    if isinstance(value, ScalarNode):
        return value.value in _NOTHING
    written = page.repaired[page.start(value) : page.end(value)]
    return _EMPTY_LIST.fullmatch(written) is not None


def _instead_of_nothing(page: Page, key: Node, value: Node, items: Sequence[Item]) -> list[Change]:
    """A block list below a key that has none yet; ``[]`` or ``~`` behind the key goes."""
    start, end = page.start(value), page.end(value)
    added = page.lines_after(end, _block(items, page.indent(page.start(key)) + "  "))
    if start == end:
        return [added]
    blanks = len(page.repaired[:start]) - len(page.repaired[:start].rstrip(" \t"))
    return [page.inline(start - blanks, end, ""), added]


def _after_scalar(page: Page, key: Node, value: Node, items: Sequence[Item]) -> list[Change]:
    """A block list of what stands behind the key, kept as it is written, and the new items.

    A text of several lines gets its dash in the key's own column: its further lines are indented deeper than
    that already.
    """
    start, end = page.start(value), page.end(value)
    first, last = page.line_number(start), page.line_number(end)
    colon = page.repaired.index(":", page.end(key)) + 1
    one_line = page.line_number(colon) == first == last
    indent = page.indent(page.start(key)) + ("  " if one_line else "")
    if page.line_number(colon) == first:
        dash = page.inline(colon, start, f"{page.newline(start)}{indent}- ")
    else:
        dash = page.inline(start - page.column(start), start, f"{indent}- ")
    return [dash, page.lines_after(end, _block(items, indent))]


def _appended_in_flow(
    page: Page, mapping: MappingNode, pair: tuple[Node, Node] | None, word: str, items: Sequence[Item]
) -> list[Change]:
    """The changes inside a ``{mapping}``."""
    listed = f"[{', '.join(item.flow for item in items)}]"
    if pair is None:
        return [_before_bracket(page, mapping, [v for _, v in entries(mapping)], f"{word}: {listed}")]
    value = pair[1]
    start, end = page.start(value), page.end(value)
    if isinstance(value, SequenceNode):
        return [_into_flow(page, value, items)]
    if _is_empty(page, value):
        blank = "" if page.repaired[start - 1].isspace() or start < end else " "
        return [page.inline(start, end, blank + listed)]
    return [page.inline(start, start, "["), page.inline(end, end, f", {listed[1:]}")]


def _into_flow(page: Page, listed: SequenceNode, items: Sequence[Item]) -> Change:
    return _before_bracket(page, listed, listed.value, ", ".join(item.flow for item in items))


def _before_bracket(page: Page, collection: Node, members: Sequence[Node], text: str) -> Change:
    """``text`` as the last member of a flow collection, with the comma it needs."""
    closing = page.end(collection) - 1
    last = members[-1] if members else None
    if last is not None and page.start(last) < page.end(last):
        return page.inline(page.end(last), page.end(last), f", {text}")
    behind = page.repaired[page.end(last) if last else closing : closing]
    comma = last is not None and "," not in _COMMENT.sub("", behind)
    return page.inline(closing, closing, f" , {text}" if comma else text)
