"""A walk while its notes are being read: facts, issues and body as they come in, and the ``Notes`` they become."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from minqing.classify.notes.chats.chat import Sender
from minqing.classify.notes.header.facts import NAMES, Fact, Surroundings
from minqing.classify.notes.header.prose import joined_ends, one_end
from minqing.classify.notes.paste import NotedIssue, Notes
from minqing.classify.sentence.endings import settled
from minqing.classify.sentence.likely import likely_ending, likely_settled
from minqing.classify.sentence.markers import BOX
from minqing.classify.sentence.marks import category_of, marks
from minqing.classify.sentence.tickets import ticket_of
from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field, replace
from minqing.text.dates import parse_day
from minqing.text.normal import aligned, folded
from minqing.text.spots import spelt_out
from minqing.text.synonyms import TIERS_SAID

SINGLE = ("date", "weekday", "time", "weather", "route", "steps", "km", "cleaned")
"""Facts that have one value; a second one that says something else is none."""


@dataclass(slots=True)
class Raw:
    """An issue as far as it has been read: its text without the marker, its lines as written, what a table said.

    ``settled``: its heading says so; ``stated``: it says in what state it is.
    ``loose``: no number, bullet, heading or table made it one; ``doubted``: it may be none.
    """

    text: str
    above: str
    lines: list[int]
    number: int | None = None
    ticked: bool = False
    settled: bool = False
    stated: bool = False
    loose: bool = False
    doubted: bool = False
    style: str = ""
    inner: str = ""
    source: str | None = None
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A line that may tell what came of a matter: its words, the number before them; ``marked``: it has a mark."""

    line: int
    text: str
    number: int | None = None
    marked: bool = False


@dataclass(slots=True)
class Gathered:
    """One walk of a paste. ``weak`` are facts read from sentences: a header that says otherwise comes over them.

    ``raised`` are matters of messages and quotations, found once the walk is read, ``things`` what
    they and the issues are about;
    ``kind`` is the kind of entry it belongs into;
    ``senders`` are the lines that say who wrote what stands below, ``aside`` those that stand below a plan, a meeting
    or the like, ``outcomes`` those below 处理情况 or the like.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    weak: dict[str, Fact] = field(default_factory=dict)
    told: list[Fact] = field(default_factory=list)
    issues: list[Raw] = field(default_factory=list)
    body: dict[int, str] = field(default_factory=dict)
    sent: Fact | None = None
    senders: dict[int, Sender] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    outcomes: list[Outcome] = field(default_factory=list)
    raised: list[Raw] = field(default_factory=list)
    things: frozenset[str] = frozenset()
    weekday_fits: bool = True
    first: int = 1
    kind: str = "walk"

    def contradicts(self, found: Iterable[Fact]) -> Fact | None:
        """The first of some facts that says something else than what a header said before."""
        for fact in found:
            old = self.facts.get(fact.name)
            if fact.name in SINGLE and old and old.value != fact.value and not self._adds_weather(fact, old):
                return fact
        return None

    def _adds_weather(self, fact: Fact, old: Fact) -> bool:
        return fact.name == "weather" and fact.line == old.line

    def take(self, found: Iterable[Fact]) -> None:
        """Facts of a header line."""
        for fact in found:
            if fact.name == "start":
                self.mention(one_end(fact.text, fact.line))
            old = self.facts.get(fact.name)
            if fact.name == "weather" and old and old.value != fact.value:
                fact = Fact("weather", f"{old.value} {fact.value}", f"{old.text} {fact.text}", fact.line)
            elif fact.name in NAMES and old:
                fact = _more_names(old, fact)
            self.facts[fact.name] = fact
            self.told.append(fact)

    def mention(self, found: Iterable[Fact]) -> None:
        """Facts of a sentence; the first of a kind stands, and only where no header says it."""
        for fact in found:
            if fact.name not in self.facts:
                self.weak.setdefault(fact.name, fact)

    @property
    def has_content(self) -> bool:
        """Whether there is more than a day."""
        return bool(self.issues or self.body or any(n not in ("date", "weekday", "title") for n in self.facts))

    @property
    def is_bare_day(self) -> bool:
        """Whether a day is all there is."""
        return not self.has_content and not self.sent and "date" in self.facts

    def fact(self, name: str) -> Any:
        """The value of a fact, if it is known."""
        found = self.facts.get(name) or self.weak.get(name)
        return found.value if found else None


def _more_names(old: Fact, fact: Fact) -> Fact:
    before = tuple(old.value) if isinstance(old.value, tuple) else ()
    more = tuple(n for n in fact.value if n not in before) if isinstance(fact.value, tuple) else ()
    return Fact(fact.name, (*before, *more), fact.text, fact.line)


def notes_of(walk: Gathered, around: Surroundings, community: Community) -> Notes:
    """The walk as it was understood."""
    day = settled_day(walk, around.today)
    _join_ends(walk)
    read: dict[str, Any] = {name: walk.fact(name) for name in ("time", "weather", "route", "steps", "km", "cleaned")}
    names: dict[str, Any] = {name: walk.fact(name) or () for name in sorted(NAMES)}
    return Notes(
        date=day,
        issues=all_noted(walk.issues, community),
        body=body_of(walk.body),
        weekday_fits=walk.weekday_fits,
        first=walk.first,
        kind=walk.kind,
        facts=tuple(sorted(_all_facts(walk, day), key=lambda f: f.line)),
        body_lines=tuple(sorted(n for n, line in walk.body.items() if line.strip())),
        **read,
        **names,
    )


def _join_ends(walk: Gathered) -> None:
    """Both ends of a walk, told on lines of their own, as its time; one alone is in the body only."""
    out, back = walk.weak.pop("out", None), walk.weak.pop("back", None)
    both = joined_ends(out, back) if out and back else None
    if both:
        walk.mention([both])
        walk.told = [fact for fact in walk.told if fact.name != "start"]


def _all_facts(walk: Gathered, day: date | None) -> list[Fact]:
    facts = [*walk.told, *(f for f in walk.weak.values() if f.name not in walk.facts)]
    if walk.sent and day == walk.sent.value and not any(f.name in ("date", "weekday") for f in facts):
        facts.append(walk.sent)
    return facts


def settled_day(walk: Gathered, today: date) -> date | None:
    """The day of a walk: a header's date, its weekday, a sentence's date, then the day its messages were sent."""
    day = walk.facts.get("date")
    spoken = _weekday_of_today(walk, today)
    if day and isinstance(day.value, date) and not spoken:
        return _to_come(day, day.value, walk.facts.get("weekday"), today) or day.value
    weekday = spoken or walk.facts.get("weekday") or (None if "date" in walk.weak else walk.weak.get("weekday"))
    if weekday:
        try:
            return parse_day(f"周{str(weekday.value)[-1]}", today, prefer="past")
        except MinqingError:
            return None
    told = walk.weak.get("date")
    relative = told is not None and told.text.endswith(("天", "日")) and "月" not in told.text
    said = walk.sent.value if walk.sent and (relative or not told) else told and told.value
    return said if isinstance(said, date) else None


_YEAR = pattern(r"\d{4}|\d\s?年|[〇零一二三四五六七八九]年")


def _to_come(written: Fact, day: date, weekday: Fact | None, today: date) -> date | None:
    """The same day a year later, where no year is written and only then the weekday beside it fits.

    Whoever writes 11月30日 周一 a week too early means no day of last year; that it is to come yet is said then.
    """
    if weekday is None or weekday.line != written.line or _YEAR.search(aligned(written.text)):
        return None
    if (day.month, day.day) == _LEAP_DAY or fits(day, str(weekday.value)):
        return None
    later = day.replace(year=day.year + 1)
    return later if later - today <= _SOON and fits(later, str(weekday.value)) else None


_SOON = timedelta(days=60)
"""How far ahead somebody mistakes a day; farther ahead the weekday is the slip."""

_LEAP_DAY = (2, 29)


def _weekday_of_today(walk: Gathered, today: date) -> Fact | None:
    """The weekday beside 今天 where it is another than that of pasting: 今天周三 was written on that Wednesday."""
    day, weekday = (walk.facts.get(name) or walk.weak.get(name) for name in ("date", "weekday"))
    if not (day and weekday and day.line == weekday.line and day.text.startswith("今") and day.value == today):
        return None
    return None if fits(today, str(weekday.value)) else weekday


def fits(day: date, weekday: str) -> bool:
    """Whether a weekday as written is that of a day: 周二 next to a Monday's date is not."""
    return "一二三四五六日".index(weekday[-1].replace("天", "日")) == day.weekday()


def all_noted(raws: Sequence[Raw], community: Community) -> tuple[NotedIssue, ...]:
    """The issues of a walk; those that sound settled in words of no table are closed too, asked about together."""
    issues = [noted(raw, community) for raw in raws]
    asked = [n for n, (issue, raw) in enumerate(zip(issues, raws, strict=True)) if _may_be_closed(issue, raw)]
    for n, closed in zip(asked, likely_settled([issues[n].title for n in asked]), strict=True):
        if closed:
            issues[n] = replace(issues[n], closed=True, ending=likely_ending(issues[n].title) or "")
    return tuple(issues)


def _may_be_closed(issue: NotedIssue, raw: Raw) -> bool:
    """Whether nothing but the words of an issue tells if it is open: no box, no state, no larger tier."""
    return not (issue.closed or raw.stated or raw.style == BOX) and issue.tier in (None, "small")


def noted(raw: Raw, community: Community) -> NotedIssue:
    """One issue: its marks read, its ending understood; a table's columns count where the marks say nothing."""
    ticket = ticket_of(raw.text)
    ticket = ticket if ticket and ticket.named else None
    read = marks(raw.text[ticket.end :] if ticket else raw.text, community)
    values = raw.values
    tier = read.tier or TIERS_SAID.get(folded(values.get("tier", "")))
    category = read.category or category_of(values.get("category", ""), community)
    return NotedIssue(
        title=_with_unread(read.title, values, tier, category),
        category=category,
        tier=tier,
        owner=read.owner or values.get("owner"),
        closed=read.closed or raw.ticked or raw.settled,
        line=raw.lines[0],
        ending=settled(read.title) or "",
        place=spelt_out(values.get("place")),
        reporter=values.get("reporter"),
        source=raw.source,
        ticket=ticket.number if ticket else values.get("ticket"),
        lines=tuple(raw.lines),
        doubted=raw.doubted and not (read.tier or read.category or read.owner),
    )


def _with_unread(title: str, values: dict[str, str], tier: str | None, category: str | None) -> str:
    """The title with what a column said of tier or category in words that are none."""
    unread = [values.get("tier", "") if not tier else "", values.get("category", "") if not category else ""]
    return ",".join([title, *filter(None, unread)])


def body_of(lines: dict[int, str]) -> str:
    """The lines of the body in their order; blank ones stay where they part lines that stood together."""
    kept: list[str] = []
    blank: list[str] = []
    last = 0
    for number in sorted(lines):
        if not lines[number].strip():
            blank.append(lines[number])
            continue
        together = last and number - last == len(blank) + 1
        kept += [*(blank if together else []), lines[number]]
        blank, last = [], number
    return "".join(f"{line}\n" for line in kept)
