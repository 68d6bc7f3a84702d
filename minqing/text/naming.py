"""Naming one issue in one shell argument: by id or short id, as the last one, or by words.

Words are those of its title and place; where these hold them in no issue, who raised it and its ticket count, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minqing.domain.errors import NOT_FOUND, MinqingError
from minqing.domain.fold import IssueState
from minqing.domain.ids import number_of, without_year
from minqing.domain.patterns import pattern
from minqing.text.filters import sort_by_urgency
from minqing.text.normal import folded
from minqing.text.search import holds, words_of

LAST_WORDS = ("last", "上一件")
"""What names the issue of the newest commit that touched one."""

_ID = pattern(r"([0-9]{8})-([0-9]{1,6})")
_SHORT = pattern(r"([0-9]{4})-([0-9]{1,6})")
_TICKET = pattern(r"(?:12345)?工单(?:编?号)?[:#]?(?=[0-9a-z])")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def name_issue(
    text: str,
    states: Sequence[IssueState],
    *,
    among: str = "open",
    last: Callable[[], str | None] | None = None,
    left_out: Sequence[str] = (),
) -> IssueState:
    """The one issue that ``text`` names.

    An id names an issue in any state; words (of title and place, else of reporter and ticket as well) look among the
    ``open`` ones (parked included), the ``closed`` ones, or for ``any`` among the open ones first. ``last`` is asked
    for the id of the last issue only when that is what was typed; ``left_out`` are paths of entries that could not be
    read, for the explanation.

    Raises ``MinqingError`` with exit code 3: ``naming.none`` and ``naming.none-open``/``naming.none-closed``
    (``candidates`` holds those in the other state), ``naming.several`` (``candidates``), ``naming.no-id``,
    ``naming.no-id-left-out``, ``naming.last-none``, ``naming.last-gone``.
    """
    typed = folded(text).translate(_DASHES)
    if is_last(text):
        return _by_last(text, states, last)
    if _ID.fullmatch(typed) or _SHORT.fullmatch(typed):
        return _by_id(text, typed, states, left_out)
    return _by_words(text, states, among)


def typed_number(text: str) -> int | None:
    """Month, day and number of what is typed as an id or short id, as ``domain.ids`` counts; else ``None``."""
    typed = folded(text).translate(_DASHES)
    if not (_ID.fullmatch(typed) or _SHORT.fullmatch(typed)):
        return None
    return without_year(number_of(typed))


def is_id(text: str) -> bool:
    """Whether ``text`` is typed as a full id, and so can be no day."""
    return _ID.fullmatch(folded(text).translate(_DASHES)) is not None


def is_last(text: str) -> bool:
    """Whether the last issue is meant."""
    return folded(text).translate(_DASHES) in LAST_WORDS


def _by_last(text: str, states: Sequence[IssueState], last: Callable[[], str | None] | None) -> IssueState:
    id = last() if last else None
    if id is None:
        raise _error("last-none", text)
    found = [state for state in states if state.id == id]
    if not found:
        raise _error("last-gone", text, id=id)
    return _only(text, found)


def _by_id(text: str, typed: str, states: Sequence[IssueState], left_out: Sequence[str]) -> IssueState:
    """By full id, or by month, day and number in the latest year that has it."""
    day, number = typed.split("-")
    found = [state for state in states if _is(state.id, day, int(number))]
    if found:
        latest = max(state.id[:8] for state in found)
        return _only(text, [state for state in found if state.id.startswith(latest)])
    unread = [path for path in left_out if _day_in(path).endswith(day)]
    if unread:
        raise _error("no-id-left-out", text, path=unread[0])
    raise _error("no-id", text)


def _is(id: str, day: str, number: int) -> bool:
    """Whether an issue's id is of that day (``20261116`` or ``1116``) and has that number."""
    parts = _ID.fullmatch(id)
    return parts is not None and parts[1].endswith(day) and int(parts[2]) == number


def _day_in(path: str) -> str:
    """The digits of the date that a diary file is named after."""
    return path.rsplit("/", 1)[-1][:10].replace("-", "")


def _by_words(text: str, states: Sequence[IssueState], among: str) -> IssueState:
    named = wanted_by(text)
    found = [s for s in states if named(s.title, s.place, None, None)]
    found = found or [s for s in states if named(s.title, s.place, s.issue.reporter, s.issue.ticket)]
    opened = [state for state in found if state.is_open]
    closed = [state for state in found if not state.is_open]
    wanted, others = (closed, opened) if among == "closed" else (opened, closed)
    if among == "any" and not wanted:
        wanted, others = others, []
    if not wanted:
        raise _error(f"none-{among}" if others else "none", text, sort_by_urgency(others))
    return _only(text, wanted)


Wanted = Callable[[str, str | None, str | None, str | None], bool]
"""Whether words name an issue by its title, place, reporter and ticket."""


def wanted_by(text: str) -> Wanted:
    """Whether what an issue holds has all words of ``text``; of 工单2026111600012 the number."""
    words = words_of(text)
    bare = words_of(_TICKET.sub("", folded(text)))

    def wanted(title: str, place: str | None, reporter: str | None, ticket: str | None) -> bool:
        told = folded("\n".join((title, place or "", reporter or "", ticket or "")))
        return bool(words) and (holds(told, words) or (bool(ticket and bare) and holds(told, bare)))

    return wanted


def _only(text: str, found: Sequence[IssueState]) -> IssueState:
    if len(found) > 1:
        raise _error("several", text, sort_by_urgency(found), count=len(found))
    return found[0]


def _error(word: str, text: str, candidates: Sequence[IssueState] = (), **params: object) -> MinqingError:
    return MinqingError(f"naming.{word}", NOT_FOUND, text=text.strip(), candidates=list(candidates), **params)
