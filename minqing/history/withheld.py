"""What no commit may hold: the number of a person (telephone, identity card, bank card) in what is new.

A change with one is refused before anything is written, unless it is allowed with a reason, which its commit records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from minqing.domain.errors import PRIVACY, MinqingError
from minqing.domain.values import dataclass
from minqing.text.doubtful import added_lines, may_hold_a_number, may_hold_more

if TYPE_CHECKING:
    from minqing.text.private_lines import Place

REFUSED = "privacy.number"
"""Code of the refusal; its ``places`` tell where the numbers are."""


@dataclass(frozen=True, slots=True)
class Permission:
    """What is to become of a number in what is new: refused, or allowed for ``reason``, or written ``masked``."""

    reason: str | None = None
    masked: bool = False


REFUSE = Permission()
"""The rule: no number."""


def numbers_added(path: str, before: bytes | None, after: bytes | None) -> tuple[Place, ...]:
    """The numbers of persons that a file holds after a change and did not before."""
    if after is None or after == before or not _is_text(path):
        return ()
    if not may_hold_a_number(added_lines(_decoded(before or b""), _decoded(after))):
        return ()
    from minqing.text.private_lines import new_numbers

    return new_numbers(before, after, path)


def cautions(path: str, before: bytes | None, after: bytes | None) -> tuple[Place, ...]:
    """The doors and sensitive words that a file holds after a change and did not before."""
    if after is None or after == before or not path.startswith("diaries/"):
        return ()
    if not may_hold_more(added_lines(_decoded(before or b""), _decoded(after))):
        return ()
    from minqing.text.private_lines import new_cautions

    return new_cautions(before, after, path)


def masked_file(path: str, after: bytes, places: Iterable[Place], words: Mapping[str, str]) -> bytes:
    """A file with the numbers at ``places`` masked, quoted where the stars need it.

    Raises the refusal where the masked text would not be read as an entry any more.
    """
    from minqing.text.fix import fix_entry
    from minqing.text.private_lines import with_masked
    from minqing.text.read import read_entry

    hidden = tuple(places)
    new = with_masked(after, hidden)
    if not path.startswith("diaries/"):
        return new
    new = fix_entry(new, path, words) or new
    if read_entry(after, path, words).entry and not read_entry(new, path, words).entry:
        raise refusal(hidden)
    return new


def refusal(places: Iterable[Place]) -> MinqingError:
    """The refusal of a change with numbers at ``places`` (exit code 5)."""
    return MinqingError(REFUSED, PRIVACY, places=tuple(places))


def _is_text(path: str) -> bool:
    return not path.startswith(("photos/", "private/", ".minqing/"))


def _decoded(raw: bytes) -> str:
    from minqing.text.source import in_utf8

    return in_utf8(raw).decode("utf-8", "replace")
