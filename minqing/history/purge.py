"""Finding the numbers of persons that are in the history already: which commit brought which, into which file.

History is only read here. Rewriting it is for people to do, with everybody's clones in mind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from secrets import token_hex

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.history.commit import ALLOWED
from minqing.history.git import repository_of, run
from minqing.history.quoted import unquoted
from minqing.history.refusal import explained, refusal
from minqing.history.status import prefix_of
from minqing.history.wide import pages_of, with_wide_lines
from minqing.text.doubtful import may_hold_a_number
from minqing.text.privacy import numbers_in, numbers_masked
from minqing.text.private_lines import without_ticket_line

EVERYWHERE = (".", ":(exclude)photos")
"""Whoever commits by hand can have put a list of telephone numbers anywhere."""

PICTURES = ("photos",)
"""Where the names of files are looked at, and not what they hold."""

PLAIN = (
    "--date=short", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--relative", "--summary",
    "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all", "--full-history",
)  # fmt: skip
"""How a commit is shown, whatever the user's configuration says; with the names of the files that came and went."""

PATCH = ("--patch", "--unified=0", "--sparse", "--full-index")
"""With the lines that came and went; also a commit of which nothing but its words is new."""

ALLOWED_BY = f"%(trailers:key={ALLOWED},valueonly,separator=%x20)"

_HASH = pattern(r"\b(?=[0-9]*[a-f])[0-9a-f]{7,64}\b")
_FILE = pattern(r"(?P<sign>[-+])[-+]{2} (?P<path>\"?[ab]/.+?)\t?")
_NAME = pattern(r" (?P<what>create|delete) mode \d{6} (?P<path>.+)")


@dataclass(frozen=True, slots=True)
class Patch:
    """A commit as git tells of it: who, when, the reason it gives for numbers, its words, and what came and went."""

    commit: str
    date: str
    author: str
    allowed: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """A number in the history: the commit that brought it, when and by whom, the file, what was written.

    ``written`` is the number as it stands there, ``value`` its plain digits; neither is ever shown, ``masked`` is.
    ``allowed`` is the reason the commit gives for it; ``in_name``: it stands in the name of the file.
    """

    commit: str
    date: str
    author: str
    path: str
    kind: str
    written: str
    value: str
    masked: str
    allowed: str = ""
    in_name: bool = False

    @property
    def shown_path(self) -> str:
        """The file as it may be shown."""
        return numbers_masked(self.path)


def leaks(root: Path) -> tuple[list[Leak], list[str]]:
    """Every number that any commit of any branch has brought in, oldest first; also in the words of a commit and in the
    names of files. Beside them the files that are no text, into which nobody has looked (workbooks, documents).

    Raises ``MinqingError`` (exit 4) where there is no repository or git cannot tell.
    """
    if repository_of(root) is None:
        raise refusal("git.no-repository", root)
    patches = patches_of(root, ("--all",))
    found = [leak for patch in patches for leak in in_patch(patch)]
    unread = dict.fromkeys(page.path for patch in patches for page in pages_of(patch.text))
    return sorted(found, key=lambda leak: leak.date), list(map(numbers_masked, unread))


def patches_of(root: Path, limits: Sequence[str]) -> list[Patch]:
    """The commits that ``limits`` name to ``git log``, oldest first; of a merge what it brought itself.

    Raises ``MinqingError`` (exit 4) where git cannot tell.
    """
    alone = ("log", "--reverse", "--no-merges", *limits, *PLAIN)
    merges = _told(root, ("log", "--reverse", "--merges", "-c", *limits, *PLAIN, *PATCH), EVERYWHERE)
    pictures = (replace(patch, words="") for patch in _told(root, alone, PICTURES))
    return [*_told(root, (*alone, *PATCH), EVERYWHERE), *map(_of_no_parent, merges), *pictures]


def _told(root: Path, asked: Sequence[str], paths: Sequence[str]) -> Iterator[Patch]:
    """What git tells of commits, taken apart at a mark that nobody can have written into one of them."""
    mark = token_hex(16)
    form = mark + mark.join(("%H", "%ad", "%an", ALLOWED_BY, "%B")) + mark
    done = run(root, *asked, f"--format={form}", "--", *paths)
    if done.code:
        raise explained(root, done)
    prefix = re.escape(prefix_of(root))  # git leaves it on the names that it lists, and takes it off those in a patch
    told = done.out.split(mark)[1:]
    texts = with_wide_lines(root, told[5::6])
    for first, text in zip(range(0, len(told), 6), texts, strict=True):
        commit, date, author, allowed, words = told[first : first + 5]
        listed = rf"^( (?:create|delete) mode \d{{6}} \"?){prefix}"
        text = re.sub(listed, r"\1", text, flags=re.MULTILINE) if prefix else text
        yield Patch(commit, date, author, allowed, words, text)


def _of_no_parent(merge: Patch) -> Patch:
    """A merge with those lines alone that none of its parents has."""
    lines = merge.text.split("\n")
    own = (line for line in lines if not line.startswith(("+ ", "- ", " ", "--")) or line[:4] == "--- ")
    return replace(merge, text="\n".join(own))


def in_patch(patch: Patch, sign: str = "+") -> Iterator[Leak]:
    """The numbers in the lines that a commit has added, in the names of its new files, and in its words; with ``sign``
    ``-``: in what it has taken out."""
    words = [("", _HASH.sub(" ", line), False) for line in patch.words.split("\n")] if sign == "+" else []
    for path, line, is_name in (*words, *_lines(patch.text, sign)):
        if may_hold_a_number([line]):
            said = without_ticket_line(line)
            for one in numbers_in(said):
                who = (patch.commit, patch.date, patch.author, path)
                what = (one.kind, said[one.start : one.end], one.value, one.masked)
                yield Leak(*who, *what, patch.allowed.strip(), is_name)


def _lines(patch: str, sign: str) -> Iterator[tuple[str, str, bool]]:
    """The lines with a sign, each with its file, and the names of files that came or went; a line that looks like a
    file's name is one all the same."""
    path, is_head = "", False
    word = "create" if sign == "+" else "delete"
    for line in patch.split("\n"):
        if line.startswith(("diff ", "@@")):
            is_head = line[0] == "d"
        elif is_head and (named := _FILE.fullmatch(line)):
            path = unquoted(named["path"])[2:] if named["sign"] == sign else path
        elif not is_head and line.startswith(sign):
            yield path, line[1:], False
        elif (named := _NAME.fullmatch(line)) and named["what"] == word:
            name = unquoted(named["path"])
            yield name, name, True


def still_there(root: Path, found: list[Leak]) -> list[str]:
    """The files of ``found`` that still hold one of the numbers today."""
    values = {leak.value for leak in found}
    paths = dict.fromkeys(leak.path for leak in found if leak.path)
    return [path for path in paths if _holds(root / path, values)]


def _holds(place: Path, values: set[str]) -> bool:
    from minqing.text.private_lines import text_of

    try:
        text = text_of(place.read_bytes())
    except OSError:
        return False
    return any(one.value in values for one in numbers_in(text))


def replacements(found: Sequence[Leak]) -> bytes:
    """What ``git filter-repo --replace-text`` takes: the names of files that go, then each number as it was written,
    where it is not a part of a longer one, and what becomes of it; also as a page in GB18030 has it."""
    names = {PurePosixPath(path).name: PurePosixPath(new).name for path, new in renamed(found).items()}
    lines = [f"literal:{old}==>{new}" for old, new in names.items()]
    forms = {leak.written: leak.masked for leak in found}
    lines += [rf"regex:(?<!\d){re.escape(written)}(?!\d)==>{masked}" for written, masked in forms.items()]
    packed = dict.fromkeys(line.encode(code, "replace") for line in lines for code in ("utf-8", "gb18030"))
    return b"".join(line + b"\n" for line in packed)


def renamed(found: Iterable[Leak]) -> dict[str, str]:
    """The files whose name holds a number, and a name without it that every system takes."""
    paths = dict.fromkeys(leak.path for leak in found if leak.in_name)
    return {path: numbers_masked(path).replace("*", "x") for path in paths}


def only_here(root: Path, found: Iterable[Leak]) -> bool:
    """Whether none of the commits was ever sent to, or came from, another computer, as far as git here knows."""
    ids = dict.fromkeys(leak.commit for leak in found)
    kept = run(root, "rev-list", "--no-walk", "--stdin", "--not", "--remotes", input="\n".join(ids) + "\n")
    return kept.code == 0 and set(kept.out.split()) == set(ids)


def remotes(root: Path) -> bool:
    """Whether anything is known of another computer's history."""
    return bool(run(root, "for-each-ref", "--count=1", "refs/remotes").out)
