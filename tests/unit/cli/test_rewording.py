"""A matter taken, settled, changed and put in other words: what was chosen stays, what was suggested follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from talking import DAY, LAMP, desk

from minqing.cli.commands.composing import Told, issue_from
from minqing.cli.talk.lines import ask_matters
from minqing.cli.talk.matters import agree
from minqing.cli.talk.review import change_matter
from minqing.cli.talk.session import Session, keep, kept_sessions, new_session
from minqing.domain.values import replace

TREES = "8号楼的阿姨说家里树密晒不到阳光"


def talked(root: Path, *answers: str) -> list[Told]:
    """The matters of a conversation in which a person types this."""
    talk, person = desk(root, *answers)
    session = Session(answers={"date": DAY.isoformat()})
    assert ask_matters(talk, session)
    assert person.answers == []
    return [told for told in session.matters if told.stands]


def test_settled_and_taken_back_is_the_tier_it_was(root: Path) -> None:
    (usual,) = talked(root, TREES, "", "")
    for answers in (
        (TREES, "s", "s", "", ""),
        (TREES, "s", "", "s", "", ""),
        (TREES, "s", "", "<", "ENTER", "s", "", ""),
    ):
        (told,) = talked(root, *answers)
        assert (told.tier, told.closed) == (usual.tier, False)
    (settled,) = talked(root, TREES, "", "s", "", "")
    assert (settled.tier, settled.closed) == ("small", True)
    assert usual.tier != "small"


LEAK = "5号楼下水道堵了"


@pytest.mark.parametrize("ending", [",已疏通", ",已处理"])
def test_a_closing_that_is_taken_back_suggests_the_tier_of_what_is_open(root: Path, ending: str) -> None:
    """The words that closed it stay in the sentence, and count for nothing any more."""
    (usual,) = talked(root, LEAK, "", "")
    for answers in (
        (LEAK + ending, "s", "", ""),
        (LEAK + ending, "", "s", "", ""),
        (LEAK + ending, "s", "s", "s", "", ""),
    ):
        (told,) = talked(root, *answers)
        assert (told.closed, told.tier) == (False, usual.tier)
    (settled,) = talked(root, LEAK + ending, "s", "s", "", "")
    assert (settled.closed, settled.tier, usual.tier) == (True, "small", "medium")


def test_a_closing_taken_back_in_the_review_suggests_the_tier_anew(root: Path) -> None:
    talk, _ = desk(root, "s", "")
    told = Told(f"{LEAK},已疏通", closed=True)
    session = Session(answers={"date": DAY.isoformat()}, matters=[told])
    change_matter(talk, session, 0)
    (changed,) = session.matters
    assert (changed.closed, changed.tier) == (False, "medium")
    kept = issue_from(talk.context, changed, DAY, 1, "walk")
    assert kept.due
    assert kept.due > DAY


def test_a_closing_taken_back_counts_no_more_once_the_sentence_says_that_it_is_settled(root: Path) -> None:
    (told,) = talked(root, f"{LEAK},已疏通", "s", "", "<", LEAK, "", "<", f"{LEAK},疏通了", "", "")
    assert (told.closed, told.unsettled) == (True, False)


def test_a_tier_chosen_by_hand_stays_whatever_is_settled(root: Path) -> None:
    for answers in ((TREES, "t", "3", "s", "", "s", "", ""), (TREES, "s", "", "t", "3", "", "s", "", "")):
        (told,) = talked(root, *answers)
        assert (told.tier, told.closed) == ("large", False)


def test_the_tier_follows_another_category_unless_it_was_chosen(root: Path) -> None:
    (outright,) = talked(root, "10号楼有人把一楼的墙打了个洞 #违建占道", "", "")
    (changed,) = talked(root, "10号楼有人把一楼的墙打了个洞", "", "c", "违建", "", "")
    assert (changed.category, changed.tier) == (outright.category, outright.tier)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (TREES + "了", {"tier": "large", "owner": "绿化队"}),
        ("9号楼的阿姨说家里树密晒不到阳光", {"tier": "large", "owner": "绿化队"}),
        (TREES + " @园林局", {"tier": "large", "owner": "园林局"}),
        ("南门口有人吵架动了手", {"tier": None, "owner": None, "closed": False}),
        (TREES + ",已修剪", {"closed": True}),
    ],
    ids=["a slip mended", "another house", "with a mark", "another matter", "settled meanwhile"],
)
def test_what_was_chosen_stays_with_a_sentence_put_better(root: Path, text: str, kept: dict[str, Any]) -> None:
    talk, _ = desk(root, "t", "3", "o", "绿化队", "<")
    told = agree(talk, Told(TREES), DAY, "walk", kept=[].append).told
    talk, _ = desk(root, text, "")
    session = Session(answers={"date": DAY.isoformat()}, matters=[told])
    change_matter(talk, session, 0)
    (new,) = session.matters
    assert {name: None if name in new.suggested else getattr(new, name) for name in kept} == kept


def test_the_place_follows_the_sentence_unless_it_was_chosen(root: Path) -> None:
    moved = "9号楼的阿姨说家里树密晒不到阳光"
    for place, expected in (("8号楼", None), ("8号楼南侧", "8号楼南侧")):
        talk, _ = desk(root, moved, "")
        session = Session(answers={"date": DAY.isoformat()}, matters=[Told(TREES, place=place)])
        change_matter(talk, session, 0)
        assert session.matters[0].place == expected


def test_going_back_twice_loses_no_matter(root: Path) -> None:
    told = talked(root, TREES, "", LAMP.title, "", "<", "<", "ENTER", "", "")
    assert [each.title for each in told] == [TREES, LAMP.title]


def test_a_matter_that_is_open_again_is_taken_out_with_a_stroke(root: Path) -> None:
    for stroke in ("-", LAMP.title + "-", LAMP.title + "－"):
        assert [t.title for t in talked(root, TREES, "", LAMP.title, "", "<", stroke, "")] == [TREES]


def test_a_sentence_that_was_emptied_is_asked_for_again_and_not_lost(root: Path) -> None:
    taken = talked(root, TREES, "", LAMP.title, "", "<", "", "ENTER", "", "")
    assert [t.title for t in taken] == [TREES, LAMP.title]


def test_a_key_pressed_behind_a_sentence_that_is_open_is_that_key(root: Path) -> None:
    (taken,) = talked(root, TREES, "", "<", TREES + "ｔ", "3", "", "")
    assert (taken.title, taken.tier) == (TREES, "large")


def test_a_matter_that_is_open_again_is_still_in_the_draft(root: Path) -> None:
    class Closed(Exception):
        """The window was closed."""

    talk, person = desk(root, TREES, "t", "3", "", "<")
    session = new_session(talk.context)
    session.answers["date"] = DAY.isoformat()
    asked = person.ask
    talk.keyboard.ask = lambda question: asked(question) if person.answers else _close(Closed)  # type: ignore[method-assign]
    with pytest.raises(Closed):
        ask_matters(talk, session)
    (kept,) = kept_sessions(desk(root)[0].context)
    assert [(each.title, each.tier) for each in kept.matters] == [(TREES, "large")]


def _close(error: type[Exception]) -> str:
    raise error


def test_a_suggestion_comes_back_from_the_draft_as_one(root: Path) -> None:
    context = desk(root)[0].context
    session = new_session(context)
    session.matters = [replace(LAMP, suggested=("tier",), due=date(2026, 11, 30))]
    keep(context, session)
    assert kept_sessions(context)[0].matters == session.matters
