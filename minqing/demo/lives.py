"""What became of a matter: the lines of its progress, from the first answer to the follow-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from minqing.classify.deadlines import due_date
from minqing.classify.owners import owner_for
from minqing.demo import words
from minqing.demo.chance import Chance, fitting, weighted
from minqing.demo.days import working_day
from minqing.demo.ground import LAST, TIERS_SINCE, in_charge, steward, writer_on
from minqing.demo.matters import Matter, Step
from minqing.domain.community import Community
from minqing.domain.model import Progress

_SAME_PLACE = ("walk", "visit", "meeting")
"""Kinds of entry that are written down afterwards: what was settled meanwhile is closed in them."""

_MEDIUM: Mapping[tuple[str, ...], int] = {
    (): 24, ("contact",): 20, ("note",): 20, ("contact", "note"): 15, ("note", "note"): 6, ("assign", "note"): 8,
    ("assign", "contact", "note"): 6, ("contact", "promise"): 4, ("contact", "note", "extend", "note"): 4,
    ("note", "reclassify"): 2, ("regrade", "note"): 3, ("note", "escalate", "note"): 4,
    ("escalate", "contact", "park", "note"): 1, ("whistle", "note"): 4, ("whistle", "promise", "note"): 2,
}  # fmt: skip
"""What happens between raising and closing, with weights."""

_LARGE: Mapping[tuple[str, ...], int] = {
    ("contact", "escalate", "note"): 6, ("escalate", "note", "note"): 6, ("note", "escalate", "promise", "note"): 4,
    ("contact", "escalate", "park", "note", "note"): 4, ("whistle", "note", "note"): 5,
    ("contact", "whistle", "promise", "note"): 4, ("escalate", "whistle", "extend", "note", "note"): 3,
}  # fmt: skip

_STARTED: Mapping[tuple[str, ...], int] = {
    (): 5, ("contact",): 8, ("note",): 7, ("contact", "note"): 7, ("assign", "contact"): 4, ("contact", "promise"): 3,
    ("escalate", "note"): 3, ("whistle", "note"): 3, ("contact", "note", "extend"): 3,
}  # fmt: skip
"""How far an open one has come."""

_PARKED: Mapping[tuple[str, ...], int] = {
    ("contact", "park"): 3, ("note", "escalate", "park"): 4, ("contact", "escalate", "note", "park"): 3,
}  # fmt: skip

_NEEDS_BODY = {"escalate", "whistle"}
_WHISTLE_YEAR = 2018
"""From then on the community may call the departments to the spot (吹哨报到)."""

_SIBLINGS = {
    "property": "facility", "facility": "property", "environment": "property", "illegal_build": "environment",
    "dispute": "environment", "safety": "property", "welfare": "service", "service": "welfare", "other": "service",
}  # fmt: skip
"""What a matter may have been taken for at first."""

_ANSWERS = {"satisfied": 78, "fair": 17, "dissatisfied": 5}


class Lives:
    """Tells lives, one after the other, from one stream of chance."""

    def __init__(self, community: Community) -> None:
        self.community = community
        self.chance = Chance("lives")
        self._verbs: Mapping[str, Callable[[Matter, date, date], None]] = {
            "assign": self._assign, "escalate": self._escalate, "whistle": self._whistle, "extend": self._extend,
            "promise": self._promise, "park": self._park, "reclassify": self._reclassify, "regrade": self._regrade,
        }  # fmt: skip

    def tell(self, matter: Matter) -> None:
        """Write the life of a matter that is no duplicate into it."""
        matter.category = matter.topic.category
        recipe, until = self._recipe(matter)
        if "reclassify" in recipe:
            matter.category = _SIBLINGS[matter.category]
        if "regrade" in recipe:
            matter.tier = "small"
        self._charge(matter)
        if matter.settled is None:
            self._middle(matter, recipe, until)
            self._end(matter, until)

    def tell_duplicate(self, matter: Matter, original: Matter) -> None:
        """The life of a matter that another one is about already: looked at, and closed as its duplicate."""
        matter.category, matter.tier, matter.same_as = original.category, original.tier, original
        self._charge(matter)
        self._add(matter, matter.day, "duplicate", "", words.DUPLICATES)

    # who takes it, and by when

    def _charge(self, matter: Matter) -> None:
        day = matter.day
        matter.owner = owner_for(matter.tier, matter.category, self.community)
        matter.due = due_date(matter.tier, matter.category, day, self.community, matter.title)
        local = steward(matter.house, day)
        if matter.tier in (None, "small") and day < TIERS_SINCE:
            someone = local or in_charge(matter.category, day)
            matter.owner = someone.name if matter.tier or self.chance.happens(45) else None
        if matter.tier is None and self.chance.happens(20):
            matter.due = day + timedelta(days=7)

    # how it goes

    def _recipe(self, matter: Matter) -> tuple[Sequence[str], date]:
        """Which verbs come in between, and the day they end on; a matter settled at once gets its closing here."""
        chance, room = self.chance, (LAST - matter.day).days
        if matter.fate == "open":
            return self._possible(matter, _STARTED), min(LAST, matter.day + timedelta(days=chance.between(2, 40)))
        if matter.fate == "parked":
            return self._possible(matter, _PARKED), min(LAST, matter.day + timedelta(days=chance.between(10, 50)))
        if matter.fate != "solved":
            return chance.one(((), (), ("note",), ("contact",))), min(LAST, self._after(matter.day, 1, 8))
        if room == 0 or chance.happens(matter.topic.spot):
            if matter.kind in _SAME_PLACE or room == 0:
                matter.settled = self._line(matter, matter.day, "close", None, matter.topic.done)
            return (), matter.day
        large = matter.tier == "large"
        recipe = () if matter.tier == "small" else self._possible(matter, _LARGE if large else _MEDIUM)
        return recipe, self._last_day(matter, recipe, room)

    def _last_day(self, matter: Matter, recipe: Sequence[str], room: int) -> date:
        """The day it is closed: usually sooner than the topic allows, later the more stands in between."""
        low, high = matter.topic.days
        days = min(self.chance.between(low, high), self.chance.between(low, high)) + len(recipe) // 2
        if matter.tier == "small":
            days = min(days, 3)
        if "escalate" in recipe or matter.tier == "large":
            days += self.chance.between(6, 45)
        if "park" in recipe:
            days += self.chance.between(60, 190)
        return min(LAST, working_day(matter.day + timedelta(days=min(days, room))))

    def _possible(self, matter: Matter, recipes: Mapping[tuple[str, ...], int]) -> Sequence[str]:
        """One of ``recipes`` that fits the matter and its time."""
        bodies, early = bool(matter.topic.outside), matter.day.year < _WHISTLE_YEAR
        fitting = {
            r: n
            for r, n in recipes.items()
            if (bodies or not _NEEDS_BODY & set(r))
            and not (early and "whistle" in r)
            and (r or matter.fate != "parked")
        }
        return weighted(self.chance, fitting)

    def _middle(self, matter: Matter, recipe: Sequence[str], until: date) -> None:
        """The lines between raising and the end, on ascending days."""
        room = (until - matter.day).days
        offsets = sorted(self.chance.below(room + 1) for _ in recipe)
        for verb, offset in zip(recipe, offsets, strict=True):
            day = min(working_day(matter.day + timedelta(days=offset)), until)
            if verb in self._verbs:
                self._verbs[verb](matter, day, until)
            elif verb == "note" and matter.topic.work:
                self._add(matter, day, "note", None, matter.topic.work)
            else:
                self._add(matter, day, verb, None, words.NOTES[verb])

    def _end(self, matter: Matter, until: date) -> None:
        if matter.fate == "solved":
            self._add(matter, until, "close", None, matter.topic.done)
            self._follow(matter, until)
        elif matter.fate == "refer":
            body = self.chance.one(matter.topic.outside or ("街道办事处", "司法所"))
            self._add(matter, until, "refer", body, words.REFERRALS)
        elif matter.fate == "withdraw":
            self._add(matter, until, "withdraw", None, words.WITHDRAWALS)

    # after the closing

    def _follow(self, matter: Matter, closed: date) -> None:
        """A follow-up within the week and, where it was asked again, after four weeks; a complaint opens it again."""
        chance, year = self.chance, closed.year
        wanted = 60 if year >= 2019 else 30 if year >= 2016 else 12
        day = self._after(closed, 3, 8)
        if not chance.happens(wanted) or day > LAST:
            if matter.bucket == "unmanaged" and chance.happens(2.5):
                self._again(matter, self._after(closed, 12, 80), words.RETURNS)
            return
        answer = weighted(chance, _ANSWERS)
        self._add(matter, day, "followup", answer, words.ANSWERS[answer])
        if answer == "dissatisfied" and chance.happens(70):
            self._again(matter, self._after(day, 0, 3), words.REOPENINGS)
        elif answer != "dissatisfied" and year >= 2019 and chance.happens(16):
            later = self._after(closed, 28, 31)
            if later <= LAST:
                self._add(matter, later, "followup", "satisfied", words.LATER_ANSWERS)

    def _again(self, matter: Matter, day: date, why: Sequence[str]) -> None:
        """Open it again with a new due date, mend it for good, ask once more; not where no time is left for that."""
        closed = self._after(day, 2, 12)
        if closed > LAST:
            return
        due = Progress(day + timedelta(days=7), "extend")
        self._add(matter, day, "reopen", None, why, Progress(day, "extend", due.date.isoformat()))
        if self.chance.happens(55) and matter.topic.work:
            self._add(matter, self._after(day, 0, 1), "note", None, matter.topic.work)
        self._add(matter, closed, "close", None, matter.topic.done)
        asked = self._after(closed, 3, 8)
        if asked <= LAST:
            answer = "satisfied" if self.chance.happens(75) else "fair"
            self._add(matter, asked, "followup", answer, words.ANSWERS[answer])

    # the verbs that take something

    def _assign(self, matter: Matter, day: date, until: date) -> None:
        someone = in_charge(matter.topic.category, day)
        committee = owner_for("medium", matter.topic.category, self.community) or someone.name
        self._add(matter, day, "assign", self.chance.one((committee, someone.name)), words.ASSIGNMENTS)

    def _escalate(self, matter: Matter, day: date, until: date) -> None:
        body = self.chance.one(matter.topic.outside or ("街道办事处",))
        extend = Progress(day, "extend", (day + timedelta(days=15)).isoformat())
        self._add(matter, day, "escalate", body, words.ESCALATIONS, extend, by="张书记")

    def _whistle(self, matter: Matter, day: date, until: date) -> None:
        called = [*matter.topic.outside, *self.chance.some(words.CALLED, 2)]
        bodies = "、".join(dict.fromkeys(self.chance.some(called, self.chance.between(2, 3))))
        self._add(matter, day, "whistle", bodies, words.WHISTLES, by="张书记")

    def _extend(self, matter: Matter, day: date, until: date) -> None:
        late = self.chance.between(0, 6) if matter.fate == "solved" else self.chance.between(4, 30)
        self._add(matter, day, "extend", (max(day, until) + timedelta(days=late)).isoformat(), words.EXTENSIONS)

    def _promise(self, matter: Matter, day: date, until: date) -> None:
        late = self.chance.between(-1, 5) if matter.fate == "solved" else self.chance.between(0, 20)
        kept = max(day, until + timedelta(days=late))
        self._add(matter, day, "promise", kept.isoformat(), words.PROMISES, by="张书记")

    def _park(self, matter: Matter, day: date, until: date) -> None:
        if matter.fate == "parked":
            wait = self.chance.between(20, 190)
            review = LAST + timedelta(days=wait) if self.chance.happens(70) else day + timedelta(days=wait // 3)
        else:
            review = day + timedelta(days=self.chance.between(30, 120))
        self._add(matter, day, "park", review.isoformat(), words.PARKINGS)

    def _reclassify(self, matter: Matter, day: date, until: date) -> None:
        self._add(matter, day, "reclassify", matter.topic.category, words.RECLASSIFICATIONS)

    def _regrade(self, matter: Matter, day: date, until: date) -> None:
        extend = Progress(day, "extend", (day + timedelta(days=7)).isoformat())
        self._add(matter, day, "regrade", "medium", words.REGRADINGS, extend)

    # lines

    def _add(
        self, matter: Matter, day: date, verb: str, argument: str | None, texts: Sequence[str],
        *more: Progress, by: str = "",
    ) -> None:  # fmt: skip
        line = self._line(matter, day, verb, argument, texts)
        matter.steps.append(Step(day, (line, *more), by or self._hand(matter, day)))

    def _line(self, matter: Matter, day: date, verb: str, argument: str | None, texts: Sequence[str]) -> Progress:
        slots = matter.slots | {"staff": in_charge(matter.topic.category, day).name}
        text = self.chance.one(fitting(texts, matter.what))
        return Progress(day, verb, argument, self.chance.phrase(text, slots))

    def _hand(self, matter: Matter, day: date) -> str:
        """Who writes the line."""
        local = steward(matter.house, day)
        if local and self.chance.happens(12):
            return local.name
        return (in_charge(matter.topic.category, day) if self.chance.happens(38) else writer_on(day)).name

    def _after(self, day: date, low: int, high: int) -> date:
        return working_day(day + timedelta(days=self.chance.between(low, high)))
