"""The whole sample as a plan: every entry with its matters, and each matter's life."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from minqing.demo.chance import Chance
from minqing.demo.days import MONDAYS, working_day
from minqing.demo.ground import LAST, settings_text
from minqing.demo.lives import Lives
from minqing.demo.matters import Matter, all_matters, told_by_somebody
from minqing.demo.sheets import Sheet, all_sheets, hold_outings
from minqing.demo.stories import solved, story_matters
from minqing.domain.community import Community
from minqing.workspace.settings import read_settings


def community() -> Community:
    """The sample's settings as they are at the end."""
    return read_settings(settings_text(LAST).encode())[0]


def planned(settings: Community) -> list[Sheet]:
    """Every entry of the eleven years, in order of date and name."""
    stories = story_matters(settings)
    others = all_matters(solved(stories))
    hold_outings([*stories, *others])
    lives = Lives(settings)
    firsts = [matter for matter in others if matter.fate != "duplicate"]
    for matter in firsts:
        lives.tell(matter)
    _duplicated([m for m in others if m.fate == "duplicate"], firsts, lives)
    return all_sheets(sorted([*stories, *others], key=lambda matter: matter.day))


def _duplicated(again: Sequence[Matter], firsts: Sequence[Matter], lives: Lives) -> None:
    """Make of each of ``again`` a second word about one of ``firsts`` that was open for some days."""
    chance = Chance("duplicates")
    for matter in again:
        open_long = [first for first in firsts if first.bucket == matter.bucket and _days_open(first) > 4]
        original = chance.one([f for f in open_long if f.topic is matter.topic] or open_long)
        matter.topic, matter.house, matter.place = original.topic, original.house, original.place
        matter.where, matter.what = original.where, original.what
        _dated(matter, original, chance)
        told_by_somebody(matter, chance)
        lives.tell_duplicate(matter, original)


def _days_open(matter: Matter) -> int:
    closed = next((step.day for step in matter.steps if step.lines[0].verb == "close"), None)
    return (closed - matter.day).days if closed else 0


def _dated(matter: Matter, original: Matter, chance: Chance) -> None:
    """Between the raising and the closing of the original: on a walk where a Monday lies there, else by telephone."""
    days = chance.between(1, _days_open(original) - 2)
    matter.day = working_day(original.day + timedelta(days=days))
    matter.kind = "call" if matter.kind in ("visit", "meeting") else matter.kind
    if matter.kind == "walk":
        matter.day, matter.kind = _monday_within(original, matter.day)


def _monday_within(original: Matter, day: date) -> tuple[date, str]:
    monday = day - timedelta(days=day.weekday())
    return (monday, "walk") if original.day < monday in MONDAYS else (day, "call")
