"""Which kind of entry pasted notes belong into: a register of calls, or of tickets of the hotline, is no walk.

Only walks count as Mondays walked, so what came in by telephone must not become one. A single call among what was
seen on the way stays with the walk.
"""

from __future__ import annotations

from collections.abc import Sequence

from minqing.classify.notes.gathered import Gathered, Raw
from minqing.classify.sentence.tickets import ticket_of
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_OF_TICKETS = pattern("12345|热线|工单|接诉即办|派单|转办单|交办单|诉求件")
_OF_CALLS = pattern("来电|来话|电话(?:登记|记录|受理|接听|台账|记事)|接(?:听)?(?:了)?(?:的)?电话|值班电话|通话记录")
_BY_CALL = pattern(
    "来电|致电|来电话|打(?:来|进来?|到社区|给社区)的?电话|打来(?!的水)|打电话(?:来|到|给|问|说|反映|咨询|投诉|报)|电话(?:反映|咨询|投诉|报修|求助|询问|问|称|说)|接到?[^,。;]{0,8}电话"
)
_WALKED = pattern("走访|走动|巡查|巡逻|巡楼|巡访|走巡|夜巡|一圈|入户|上门|实地|转了|走了|沿途|路上")
_OF_A_WALK = ("steps", "km", "route", "companions", "cleaned", "visits")
"""Facts that nothing but a walk or a visit has."""

_LONGEST_HEAD = 40
_HEAD_LINES = 4
_FEWEST = 2


def kind_of(walk: Gathered, lines: Sequence[str], before: str = "walk") -> str:
    """``hotline`` or ``call`` where the notes are a register of those, else ``walk``.

    ``lines`` are those of the walk, ``before`` the kind of what stands above it in the same paste.
    """
    heads = _heads(walk, lines)
    if not walk.issues or _was_walked(walk, heads):
        return "walk"
    tickets, calls = (sum(test(raw, lines, walk) for raw in walk.issues) for test in (_by_ticket, _by_call))
    headed = next((kind for kind, words in _HEADED if any(words.search(line) for line in heads)), "")
    if headed:
        return headed
    by_line = tickets + calls
    if by_line * 3 < len(walk.issues) * 2 or (by_line < _FEWEST and not tickets):
        return before
    return "hotline" if tickets >= calls else "call"


_HEADED = (("hotline", _OF_TICKETS), ("call", _OF_CALLS))


def _heads(walk: Gathered, lines: Sequence[str]) -> list[str]:
    """The short lines above the first matter."""
    first = min((raw.lines[0] for raw in walk.issues), default=0) - walk.first
    above = [aligned(line).strip() for line in lines[: max(first, 0)] if line.strip()]
    return [line for line in above[-_HEAD_LINES:] if len(line) <= _LONGEST_HEAD or "\t" in line]


def _was_walked(walk: Gathered, heads: Sequence[str]) -> bool:
    facts = {*walk.facts, *walk.weak}
    return bool(facts & {*_OF_A_WALK}) or any(_WALKED.search(line) for line in heads)


def _line_of(raw: Raw, lines: Sequence[str], walk: Gathered) -> str:
    at = raw.lines[0] - walk.first
    return aligned(lines[at]) if 0 <= at < len(lines) else ""


def _by_ticket(raw: Raw, lines: Sequence[str], walk: Gathered) -> bool:
    ticket = ticket_of(raw.text)
    return bool((ticket and ticket.named) or raw.values.get("ticket") or _OF_TICKETS.search(_line_of(raw, lines, walk)))


def _by_call(raw: Raw, lines: Sequence[str], walk: Gathered) -> bool:
    return not _by_ticket(raw, lines, walk) and bool(_BY_CALL.search(_line_of(raw, lines, walk)))
