"""News of matters raised before: 上周说的门玻璃还没装, 孙大爷扶手的事答应给问残联, 11号楼下水道通了.

Such a line raises nothing new where the diary has an open matter of the same person, or of the same thing at the same
house, and it says by its first words that it is about that, or tells what came of something without saying what is
wrong. What points back and is of no open matter stays the matter it is: it was never written down, and the review asks
whether it is one. Which matter a line is about is found as outcomes find theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from minqing.classify.endings import is_settled
from minqing.classify.gathered import Raw, body_of
from minqing.classify.notes import News, NotedIssue, Notes
from minqing.classify.outcomes import Senses, matter_of, senses_of
from minqing.classify.places import find_place
from minqing.classify.remarks import complains, is_remark, points_back
from minqing.domain.community import Community
from minqing.domain.fold import IssueState
from minqing.domain.patterns import pattern
from minqing.domain.values import replace
from minqing.text.normal import aligned

LONGEST = 80
"""Letters of the longest line that is looked at; a longer one is a story."""

_TELLS = pattern(
    "了|已|过|答应|同意|承诺|约|回[复话]|老样子|还[没是在]|没[修换装办解]|正在|联系|送到|到位|下周|明天|周[一二三四五六日]"
)
_OVER = pattern("(?:通|好|亮|换|装|送到|拆|清|搬走|解决|办|热|退|补上?|来[水电气])了(?:[,。!]|$)")
_AS_BEFORE = pattern("老样子|还那样|还是那样|没变化|没动静|照旧|依旧|照样")
_ANEW = pattern("又|再次|现在[^,。;]{0,4}(?:还|又|也)")
"""It is wrong again: a matter of its own, whatever it points back to."""

_SURE = 3
"""How well a line must fit a matter: a person, or a house and its thing; a house alone says nothing."""

_MOST = 500
"""Open matters that are looked at, the newest of them."""


def with_news(notes: Notes, matters: Callable[[], Iterable[IssueState]], community: Community) -> Notes:
    """``notes`` with the news that are in them: what of these was taken for an issue is a line of the body again.

    ``matters`` gives the issues open on the walk's day; it is not asked where no line can be news.
    """
    written = [line for line in notes.body.split("\n") if line.strip()]
    lines = [(n, text) for n, text in zip(notes.body_lines, written, strict=False) if _may_be(text)]
    issues = [issue for issue in notes.issues if _may_be(issue.title) and not issue.ticket]
    if not (lines or issues):
        return notes
    among = _Open(matters(), community)
    found = {issue: news for issue in issues if (news := among.news(issue.line, _as_line(issue), issue.closed))}
    told = [*found.values(), *(news for n, text in lines if (news := among.news(n, text.strip(), False)))]
    if not told:
        return notes
    numbered = dict(zip(notes.body_lines, written, strict=False)) | {i.line: _as_line(i) for i in found}
    return replace(
        notes,
        issues=tuple(issue for issue in notes.issues if issue not in found),
        body=body_of(numbered) if found else notes.body,
        body_lines=tuple(sorted(numbered)),
        news=tuple(sorted(told, key=lambda news: news.line)),
    )


def _as_line(issue: NotedIssue) -> str:
    """The words of an issue as a line of the body; a tick that was cut off them stands behind them again."""
    return issue.title if not issue.closed or is_settled(issue.title) else f"{issue.title} √"


def _may_be(text: str) -> bool:
    """Whether a line can be news: it points back, or says what happened and not what is wrong."""
    plain = aligned(text)
    if len(text) > LONGEST or not _TELLS.search(plain) or _ANEW.search(plain):
        return False
    known = points_back(text) or _AS_BEFORE.search(plain) is not None
    return known or not (complains(text) or is_remark(text))


class _Open:
    """The open matters of a diary, as those that a line may be news of."""

    def __init__(self, states: Iterable[IssueState], community: Community) -> None:
        self.states = sorted(states, key=lambda state: state.raised, reverse=True)[:_MOST]
        self.raws = [_raw(state) for state in self.states]
        self.senses: Senses = senses_of(community)
        self.community = community

    def news(self, line: int, text: str, closed: bool) -> News | None:
        """What ``text`` is news of, where one matter of the diary fits it."""
        state = self._state(text)
        if state is None:
            return None
        ended = closed or is_settled(text) or bool(_OVER.search(aligned(text)) and not complains(text))
        return News(line, text, state.id, state.title, ended)

    def _state(self, text: str) -> IssueState | None:
        raw = matter_of(text, self.raws, self.senses, least=_SURE)
        if raw is None and _AS_BEFORE.search(aligned(text)):
            there = list(self._there(find_place(text, self.community)))
            raw = there[0] if len(there) == 1 else None
        return next((s for s, each in zip(self.states, self.raws, strict=True) if each is raw), None)

    def _there(self, place: str | None) -> Iterator[Raw]:
        return (raw for raw in self.raws if place and raw.values.get("place") == place)


def _raw(state: IssueState) -> Raw:
    values = {"place": state.place} if state.place else {}
    if state.issue.reporter:
        values["reporter"] = state.issue.reporter
    return Raw(state.title, state.title, [0], values=values)
