"""Finding the numbers of persons that are in the history already: which commit brought which, into which file.

History is only read here. Rewriting it is for people to do, with everybody's clones in mind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from minqing.domain.values import dataclass
from minqing.history.commit import ALLOWED
from minqing.history.git import repository_of, run
from minqing.history.refusal import explained, refusal
from minqing.text.doubtful import may_hold_a_number
from minqing.text.privacy import numbers_in
from minqing.text.private_lines import without_ticket_line

LOOKED_AT = ("diaries", "templates", "minqing.yaml")
"""Where a number can have got into by way of this program."""

PATCH = (
    "--patch", "--unified=0", "--date=short", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
    "--relative", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all",
)  # fmt: skip
"""How a commit is shown, whatever the user's configuration says."""

ALLOWED_BY = f"%(trailers:key={ALLOWED},valueonly,separator=%x20)"

_COMMIT = "\x01"
_FIELD = "\x02"


@dataclass(frozen=True, slots=True)
class Leak:
    """A number in the history: the commit that brought it, when and by whom, the file, what was written.

    ``written`` is the number as it stands there, ``value`` its plain digits; neither is ever shown, ``masked`` is.
    ``allowed`` is the reason the commit gives for it.
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


def leaks(root: Path) -> list[Leak]:
    """Every number that any commit of any branch has brought in, oldest first; also in the words of a commit.

    Raises ``MinqingError`` (exit 4) where there is no repository or git cannot tell.
    """
    if repository_of(root) is None:
        raise refusal("git.no-repository", root)
    patches = patches_of(root, ("log", "--all", "--reverse", "--diff-merges=first-parent"), LOOKED_AT)
    return [leak for patch in patches for leak in in_patch(patch)]


def patches_of(root: Path, asked: Sequence[str], paths: Sequence[str]) -> list[str]:
    """The commits that a ``git log`` (or ``show``) names, as ``in_patch`` reads them.

    Raises ``MinqingError`` (exit 4) where git cannot tell.
    """
    form = f"--format={_COMMIT}" + _FIELD.join(("%H", "%ad", "%an", ALLOWED_BY, "%s"))
    done = run(root, *asked, *PATCH, form, "--", *paths)
    if done.code:
        raise explained(root, done)
    return done.out.split(_COMMIT)[1:]


def in_patch(text: str, sign: str = "+") -> Iterator[Leak]:
    """The numbers in the lines that a commit has added, and in its words; with ``sign`` ``-``: has taken out."""
    head, _, patch = text.partition("\n")
    sha, day, author, allowed, subject = head.split(_FIELD, 4)
    for path, line in [("", subject if sign == "+" else ""), *_lines(patch, sign)]:
        if may_hold_a_number([line]):
            said = without_ticket_line(line)
            for one in numbers_in(said):
                where = (sha, day, author, path)
                yield Leak(*where, one.kind, said[one.start : one.end], one.value, one.masked, allowed.strip())


def _lines(patch: str, sign: str) -> Iterator[tuple[str, str]]:
    """The lines with a sign, each with its file; a line that looks like a file's name is one all the same."""
    path, is_head = "", False
    for line in patch.split("\n"):
        if line.startswith(("diff ", "@@")):
            is_head = line[0] == "d"
        elif is_head and line.startswith((f"{sign * 3} a/", f"{sign * 3} b/")):
            path = line[6:].rstrip("\t")
        elif not is_head and line.startswith(sign):
            yield path, line[1:]


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


def replacements(found: list[Leak]) -> str:
    """What ``git filter-repo --replace-text`` takes: each number as it was written, and what becomes of it."""
    forms = {leak.written: leak.masked for leak in found}
    return "".join(f"literal:{written}==>{masked}\n" for written, masked in forms.items())
