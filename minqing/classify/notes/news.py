"""News of matters raised before: 上周说的门玻璃还没装, 孙大爷扶手的事答应给问残联, 11号楼下水道通了.

Such a line raises nothing new where the diary has an open matter of the same person, or of the same thing at the same
house, and it says by its first words that it is about that, or tells what came of something without saying what is
wrong. What is told of another house, or below it, is none. What points back and is of no open matter stays the matter
it is: it was never written down, and the review asks whether it is one. Which matter a line is about is found as
outcomes find theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from minqing.classify.notes.gathered import Raw, body_of
from minqing.classify.notes.outcomes import Senses, matter_of, senses_of
from minqing.classify.notes.paste import News, NotedIssue, Notes
from minqing.classify.notes.reading import split_lines
from minqing.classify.notes.scenes import INDOORS
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark, points_back
from minqing.domain.community import Community
from minqing.domain.fold import IssueState
from minqing.domain.patterns import pattern
from minqing.domain.values import replace
from minqing.text.normal import aligned
from minqing.text.spots import same_place, spot_of_place

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

_FARTHEST = 40
"""Lines up to which a place is looked for above a line."""

_LONGEST_HEADING = 24
"""Letters of a line that is a place, or who lives there, for what stands below it."""

_MOST_BESIDE = 4
"""Letters beside the place in such a line: 孙姐, 走访."""

_HAN = pattern(r"[\u4e00-\u9fff]")

_MOST = 500
"""Open matters that are looked at, the newest of them."""


def with_news(notes: Notes, text: str, matters: Callable[[], Iterable[IssueState]], community: Community) -> Notes:
    """``notes`` with the news that are in them: what of these was taken for an issue is a line of the body again.

    ``text`` is the paste that the notes were read from; its lines stand in the body as they stand there. ``matters``
    gives the issues open on the walk's day; it is not asked where no line can be news.
    """
    written = [line for line in notes.body.split("\n") if line.strip()]
    lines = [(n, text) for n, text in zip(notes.body_lines, written, strict=False) if _may_be(text)]
    issues = [issue for issue in notes.issues if _may_be(issue.title) and not issue.ticket]
    if not (lines or issues):
        return notes
    pasted, among = split_lines(text), _Open(matters(), community)

    def news(line: int, words: str, place: str | None = None, closed: bool = False) -> News | None:
        # The lines above are read for what fits a matter of the diary only: few of a long paste do.
        one = among.news(line, words, place, closed)
        above = None if place or one is None else _place_above(notes, pasted, line, community)
        return among.news(line, words, above, closed) if above else one

    found = {each: one for each in issues if (one := news(each.line, _as_line(each), each.place, each.closed))}
    told = [*found.values(), *(one for n, words in lines if (one := news(n, words.strip())))]
    if not told:
        return notes
    numbered = dict(zip(notes.body_lines, written, strict=False))
    numbered |= {n: pasted[n - 1] for issue in found for n in issue.lines}
    return replace(
        notes,
        issues=tuple(issue for issue in notes.issues if issue not in found),
        body=body_of(numbered) if found else notes.body,
        body_lines=tuple(sorted(numbered)),
        news=tuple(sorted(told, key=lambda news: news.line)),
    )


def _as_line(issue: NotedIssue) -> str:
    """The words of an issue as a line that may be news; a tick that was cut off them stands behind them again."""
    return issue.title if not issue.closed or is_settled(issue.title) else f"{issue.title} √"


def _place_above(notes: Notes, pasted: Sequence[str], number: int, community: Community) -> str | None:
    """The house or door that a line stands below: 9号楼, 7-1-502 孙姐; not above a paragraph that is over.

    The way of the walk is none.
    """
    ways = {fact.line for fact in notes.facts if fact.name == "route"}
    parted = False
    for n in range(number - 1, max(notes.first, number - _FARTHEST) - 1, -1):
        if not pasted[n - 1].strip():
            parted = True
        elif n not in ways and (place := _place_of_heading(pasted[n - 1], community)):
            return place
        elif parted:
            return None
    return None


def _place_of_heading(line: str, community: Community) -> str | None:
    """The place of a short line that names it, and perhaps who lives there, and tells nothing more."""
    place = find_place(line, community) if len(line) <= _LONGEST_HEADING else None
    beside = len(_HAN.findall(line.replace(place, "", 1))) if place else 0
    tells = beside > _MOST_BESIDE or _OVER.search(aligned(line)) or is_settled(line) or complains(line)
    return None if tells or is_remark(line) else place


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

    def news(self, line: int, text: str, place: str | None, closed: bool) -> News | None:
        """What ``text``, told at or below ``place``, is news of, where one matter of the diary fits it."""
        state = self._state(text, place)
        if state is None:
            return None
        ended = closed or is_settled(text) or bool(_OVER.search(aligned(text)) and not complains(text))
        return News(line, text, state.id, state.title, ended)

    def _state(self, text: str, place: str | None) -> IssueState | None:
        where = _where(text, place, self.community)
        near = [raw for raw in self.raws if _may_be_at(where, raw.values.get("place"))]
        raw = matter_of(text, near, self.senses, least=_SURE)
        if raw is None and _AS_BEFORE.search(aligned(text)):
            there = list(self._there(find_place(text, self.community)))
            raw = there[0] if len(there) == 1 else None
        return next((s for s, each in zip(self.states, self.raws, strict=True) if each is raw), None)

    def _there(self, place: str | None) -> Iterator[Raw]:
        return (raw for raw in self.raws if place and raw.values.get("place") == place)


def _where(text: str, outer: str | None, community: Community) -> str | None:
    """Where it is what ``text`` tells: the house or ground that it names, else its part of what it stands below."""
    own = find_place(text, community)
    within = own and (spot_of_place(own).numbers or INDOORS.match(aligned(own)))
    return (place_within(outer, text, community) if within or not own else None) or own


def _may_be_at(place: str | None, open_at: str | None) -> bool:
    """Whether what is told of ``place`` can be of a matter at another one; a stair of no house can be any house's."""
    if not (place and open_at):
        return True
    here, there = spot_of_place(place), spot_of_place(open_at)
    if same_place(here, there):
        return True
    part = any(not spot.keys and (spot.numbers or INDOORS.match(spot.words)) for spot in (here, there))
    ours, theirs = dict(here.numbers), dict(there.numbers)
    return part and all(ours[kind] & theirs[kind] for kind in ours.keys() & theirs.keys())


def _raw(state: IssueState) -> Raw:
    values = {"place": state.place} if state.place else {}
    if state.issue.reporter:
        values["reporter"] = state.issue.reporter
    return Raw(state.title, state.title, [0], values=values)
