"""Recovery of what hands and input methods write and YAML cannot read or misreads: line by line, lines never move.

The reader uses it when a front matter is odd, ``check --fix`` writes what it gives. A line that YAML reads as it
stands is never touched, and nothing is mended that could mean two things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minqing.domain.patterns import pattern
from minqing.text.keys import ENTRY_LEVEL, ISSUE_LEVEL, meant_key
from minqing.text.mends import (
    BLANKS,
    BLOCK_HEADER,
    DATED,
    TAG,
    KeyAt,
    closed_at,
    flow_is_plain,
    flow_mended,
    is_issue_key,
    key_at,
    misreading,
    single,
    without_loose_quotes,
    wrapped,
)
from minqing.text.nodes import MappingNode, ScalarNode
from minqing.text.scalar import double_quoted
from minqing.text.sheet import Repair, Sheet
from minqing.text.vocabulary import Key

_ODD_DASH = pattern(rf"([－–—―‐‑−•●·・])([{BLANKS}]*)")
_ANCHOR = pattern(r"(?:^|[\s\[{,])&([^\s\[\]{},]+)", re.MULTILINE)
_ALIAS = pattern(r"(?:^|[\s\[{,])\*([^\s\[\]{},]+)", re.MULTILINE)


def repair(lines: Sequence[str]) -> tuple[list[str], list[Repair]]:
    """The lines of a front matter as YAML reads what they say, and every mend that took; as many lines as before.

    A mend without a ``Repair`` is none for ``check --fix``: it only lets the wrong value be named where it is.
    """
    mender = _Mender(lines)
    mender.run()
    return mender.out, mender.repairs


class _Mender(Sheet):
    """A walk down the lines, knowing in which list of which issue it is.

    ``base`` is the column of the entry's keys, ``dash`` and ``column`` those of the issues' dashes and keys,
    ``items`` that of the dashes of the list under the key ``listing``.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines)
        self.base = 0
        self.dash: int | None = None
        self.column: int | None = None
        self.items: int | None = None
        self.listing: Key | None = None
        self.in_issues = False
        text = "\n".join(lines)
        self.anchors = set(_ANCHOR.findall(text)) & set(_ALIAS.findall(text))

    def run(self) -> None:
        self.mend_indents()
        self.base = self._entry_column()
        at = 0
        while at < len(self.out):
            at = max(at + 1, self._line(at))

    def _entry_column(self) -> int:
        """The column of the entry's keys: the leftmost that any of them has."""
        found = ((self.indent(at), key_at(line.lstrip(" "))) for at, line in enumerate(self.out))
        return min((indent for indent, key in found if key and key.key and not is_issue_key(key)), default=0)

    # -- lines ------------------------------------------------------------------------------------------------

    def _line(self, at: int) -> int:
        """Mend the line ``at`` and what belongs to it; the number of the next line to look at."""
        text = self.out[at].strip(" ")
        if not text or text[0] == "#":
            return at + 1
        gap = self._list_mark(at)
        if gap:
            return self._item(at, self.indent(at), gap)
        found = key_at(text)
        if found:
            return self._keyed(at, found)
        return self._other(at)

    def _list_mark(self, at: int) -> int:
        """How wide the line's dash with its blanks is, made one where it is not; 0 where there is none."""
        line = self.out[at]
        lead, text = line[: self.indent(at)], line.lstrip(" ")
        if text == "-":
            return 1
        after = text[1:].lstrip(BLANKS)
        if text[0] == "-" and text[1] in BLANKS:
            blanks = text[1 : len(text) - len(after)]
            if blanks.strip(" "):
                self.out[at] = f"{lead}- {after}"
                self.note(at, "indent-odd")
                return 2
            return 1 + len(blanks)
        odd = _ODD_DASH.match(text)
        if not (text[0] == "-" or odd) or not self._is_item(after, odd is not None and bool(odd[2])):
            return 0
        self.out[at] = f"{lead}- {after}"
        self.note(at, "full-width" if odd else "dash-blank")
        return 2

    def _is_item(self, text: str, blank: bool) -> bool:
        """Whether what follows an odd list mark is what a list holds here."""
        if self.listing and self.listing.type == "progress" and DATED.match(text):
            return True
        if self.in_issues and is_issue_key(key_at(text)):
            return True
        return blank and self.listing is not None and self.listing.type == "names"

    def _item(self, at: int, indent: int, gap: int) -> int:
        rest = self.out[at][indent + gap :]
        found = key_at(rest)
        if self.in_issues and self._starts_issue(indent, found, rest):
            return self._issue(at, indent, gap, rest, found)
        if not self.listing:
            return at + 1
        least = (self.column or 0) if self.in_issues else self.base
        wanted = self.items if self.items is not None else indent if indent >= least else least + 2
        self.items = wanted
        if indent != wanted:
            self.move(at, wanted)
        return self._text(at, wanted, wanted + gap, "- ")

    def _starts_issue(self, indent: int, found: KeyAt | None, rest: str) -> bool:
        progress = self.listing is not None and self.listing.type == "progress"
        if progress and DATED.match(rest):
            return False
        if self.dash is None or indent == self.dash:
            return True
        if not is_issue_key(found):
            return False
        begins = found is not None and found.key is not None and found.key.id == "id"
        return begins or indent < self.dash or self.listing is None

    def _issue(self, at: int, indent: int, gap: int, rest: str, found: KeyAt | None) -> int:
        """The first line of an issue."""
        if self.dash is None:
            self.dash = indent
        elif indent != self.dash:
            self.move(at, self.dash)
        self.listing, self.items = None, None
        self.column = self.dash + gap if rest else None
        column = self.dash + gap
        return self._value(at, column, found) if found else self._left(at, self.dash, column, rest)

    def _keyed(self, at: int, found: KeyAt) -> int:
        """A line that begins with a key."""
        indent = self.indent(at)
        if self.in_issues and is_issue_key(found):
            self.column = indent if self.column is None else self.column
            wanted = self.column
        elif found.key and not is_issue_key(found) and self._leaves_issues(indent):
            self.in_issues = found.key.type == "issues"
            self.dash = self.column = None
            wanted = self.base
        else:
            wanted = indent
            self.in_issues = self.in_issues and indent > self.base
        if indent != wanted:
            self.move(at, wanted)
        self.listing, self.items = None, None
        return self._value(at, wanted, found)

    def _leaves_issues(self, indent: int) -> bool:
        """Whether a key in this column belongs to the entry."""
        return not self.in_issues or indent <= max(self.base, (self.dash or 1) - 1)

    def _other(self, at: int) -> int:
        """A line that is neither item nor key: a line of progress whose dash was forgotten."""
        indent = self.indent(at)
        text = self.out[at][indent:]
        if not self.listing or self.listing.type != "progress" or not DATED.match(text):
            return self._left(at, indent, indent, text)
        if self.items is None or self.items == indent:
            self.items = indent
            self.out[at] = " " * indent + "- " + text
            self.note(at, "dash-blank")
            return self._text(at, indent, indent + 2, "- ")
        return at + 1

    # -- values -----------------------------------------------------------------------------------------------

    def _value(self, at: int, column: int, found: KeyAt) -> int:
        """The key at ``column`` with its colon, then its value by its type."""
        if found.odd:
            self.out[at] = self.out[at][:column] + found.mended + found.rest.lstrip(BLANKS)
            self.note(at, found.odd, found.word)
        start = column + len(found.mended)
        level = ISSUE_LEVEL if self.in_issues and column != self.base else ENTRY_LEVEL
        meant = None if found.key else meant_key(found.word, level)
        key = found.key or (meant[0] if meant else None)
        kind = key.type if key else "unknown"
        self.listing = key if kind in ("names", "progress") else None
        value = self.out[at][start:].strip(" \t")
        if kind == "issues":
            self.in_issues, self.dash, self.column = True, None, None
            return self._left(at, column, start, value)
        if kind in ("names", "progress"):
            return self._list(at, column, start, value)
        if kind == "text":
            return self._text(at, column, start, "k: ")
        return self._typed(at, column, start, value) if key else self._unknown(at, column, start)

    def _list(self, at: int, column: int, start: int, value: str) -> int:
        """The value of a list: in brackets, as a text, or below."""
        names = self.listing is not None and self.listing.type == "names"
        closed = self._closed(at, column, start) if value[:1] in ("[", "{", "［", "【") else None
        if names and value[:1] in ("[", "［", "【"):
            return self._flow(at, start, closed) if closed else at + 1
        if closed and single("k: ", [self.out[at][start:], *self.out[at + 1 : closed]]) is not None:
            return closed
        deep = self.deep_end(at, column)
        if names and isinstance(single("k: ", [value, *self.out[at + 1 : deep]]), MappingNode):
            return deep
        if value and value[0] != "#":
            return self._text(at, column, start, "k: ")
        return at + 1 if value or self._has_items(at, column) else self._text(at, column, start, "k: ")

    def _has_items(self, at: int, column: int) -> bool:
        """Whether what is below the line ``at`` is a list, or nothing, rather than a text."""
        below = range(at + 1, len(self.out))
        following = next((n for n in below if self.out[n].strip(" ")[:1] not in ("", "#")), None)
        if following is None or self.indent(following) <= column or self._structural(following):
            return True
        text = self.out[following].lstrip(" ")
        return text[0] == "-" or bool(_ODD_DASH.match(text)) or self._dates_below(following) > 1

    def _closed(self, at: int, column: int, start: int) -> int | None:
        """The end of the lines of a quoted text or bracket that opens at column ``start`` of the line ``at``."""
        first = self.out[at]
        opening = start + len(first[start:]) - len(first[start:].lstrip(" \t"))
        quote = first[opening : opening + 1] in ("'", '"')

        def stops(number: int) -> bool:
            return self._structural(at + number) and (quote or self.indent(at + number) <= column)

        count = closed_at(self.out[at:], opening, stops)
        return None if count is None else at + count

    def _dates_below(self, at: int) -> int:
        """How many lines in a row, in the column of the line ``at``, begin with a date."""
        indent, count = self.indent(at), 0
        while at < len(self.out) and self.indent(at) == indent and DATED.match(self.out[at].lstrip(" ")):
            at, count = at + 1, count + 1
        return count

    def _typed(self, at: int, column: int, start: int, value: str) -> int:
        """A date, number or fixed word: only made readable, so that a wrong value is named as that."""
        deep = self.deep_end(at, column)
        if BLOCK_HEADER.fullmatch(value) and "".join(self.out[at + 1 : deep]).strip():
            return deep
        node = single("k: ", [value])
        reads = isinstance(node, ScalarNode) and bool(node.value or node.style in ("'", '"'))
        if value and value[0] not in "&*!#" and not reads:
            self.out[at] = self.out[at][:start] + double_quoted(value)
        return at + 1

    def _flow(self, at: int, start: int, end: int) -> int:
        """A ``[list]`` of names on the lines from ``at`` to ``end``."""
        lines = [self.out[at][start:], *self.out[at + 1 : end]]
        if flow_is_plain(lines):
            return end
        mended = [flow_mended(line) for line in lines]
        if not flow_is_plain(mended):
            return end
        for n, (old, new) in enumerate(zip(lines, mended, strict=True)):
            if old != new:
                self.out[at + n] = (self.out[at][:start] if n == 0 else "") + new
                wide = re.search("[，、；;［］【】]", old)
                self.note(at + n, "full-width" if wide else "text-unquoted", wide[0] if wide else old.strip())
        return end

    def _text(self, at: int, column: int, start: int, prefix: str) -> int:
        """A text from column ``start`` of the line ``at``, with its further lines, quoted where YAML needs it."""
        first = self.out[at][start:]
        bare = first.strip(" \t")
        deep = self.deep_end(at, column)
        if bare[:1] in ("|", ">", "#") and self._reads_below(bare, at, deep):
            return deep
        end = self._text_end(at, deep)
        lines = [first, *self.out[at + 1 : end]]
        if not "".join(lines).strip(" \t") or self._is_left(bare, prefix):
            return end
        if not bare and self.out[at + 1].lstrip(" ").startswith("- "):
            return at + 1
        if bare[:1] in ("'", '"'):
            closed = self._closed(at, column, start)
            if closed and not misreading(prefix, [first, *self.out[at + 1 : closed]]):
                return closed
            if deep > end and not misreading(prefix, [first, *self.out[at + 1 : deep]]):
                return deep
        code = misreading(prefix, lines)
        if code and not (code == "comment-swallows" and self._is_names()):
            self._quote(at, start, end, code)
        return end

    def _is_names(self) -> bool:
        """Whether the list at hand is one of names, where a comment may follow."""
        return self.listing is not None and self.listing.type == "names"

    def _reads_below(self, bare: str, at: int, deep: int) -> bool:
        """Whether a block or a comment opens on the line ``at``, and its text is below."""
        opens = bare[0] == "#" or BLOCK_HEADER.fullmatch(bare) is not None
        return opens and bool("".join(self.out[at + 1 : deep]).strip())

    def _quote(self, at: int, start: int, end: int, code: str) -> None:
        """Put the text from column ``start`` of the line ``at`` up to the line ``end`` in quotes."""
        bare = self.out[at][start:].strip(" \t")
        lines = [self.out[at][start:], *self.out[at + 1 : end]]
        if len(lines) == 1 and bare[:1] in ("'", '"') and DATED.match(bare[1:]):
            lines = [without_loose_quotes(bare)]
        new = wrapped(lines)
        self.out[at:end] = [self.out[at][:start] + new[0], *new[1:]]
        self.note(at if bare else at + 1, code, bare)

    def _unknown(self, at: int, column: int, start: int) -> int:
        """The value of a key the format does not know: quoted only where YAML could not go on."""
        bare = self.out[at][start:].strip(" \t")
        if not bare or BLOCK_HEADER.fullmatch(bare):
            return self.deep_end(at, column)
        closed = self._left(at, column, start, bare)
        if bare[0] not in "&*!" and single("k: ", [self.out[at][start:], *self.out[at + 1 : closed]]) is not None:
            return closed
        return self._text(at, column, start, "k: ")

    def _left(self, at: int, column: int, start: int, value: str) -> int:
        """The end of a value that is not looked into: of its brackets, if it has some."""
        closed = self._closed(at, column, start) if value[:1] in ("[", "{", '"', "'") else None
        return closed or at + 1

    def _is_left(self, text: str, prefix: str) -> bool:
        """Whether a text is left alone: a comment for an item, a tag, an anchor that is really used as one."""
        name = re.match(r"[&*]([^\s\[\]{},]+)", text)
        comment = prefix == "- " and text[:2] in ("#", "# ")
        return comment or bool(TAG.match(text)) or bool(name and name[1] in self.anchors)

    def _text_end(self, at: int, deep: int) -> int:
        """The end of a text's further lines: before a comment or what YAML could only read as a line of its own."""
        below = range(at + 1, deep)
        return next((n for n in below if self._structural(n) or self.out[n].strip(" ")[:1] == "#"), deep)

    def _structural(self, at: int) -> bool:
        text = self.out[at].strip(" ")
        if self.listing and self.listing.type == "progress":
            mark = text[:1] == "-" or bool(_ODD_DASH.match(text))
            if mark and DATED.match(text[1:].lstrip(BLANKS)):
                return True
        elif self.listing and text.startswith("- "):
            return True
        found = key_at(text)
        if not found or not found.key or is_issue_key(found) != self.in_issues:
            return False
        return found.colon == ":" and found.rest[:1] in ("", " ", "\t")
