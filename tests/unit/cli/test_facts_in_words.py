"""Facts of a walk as a tired person answers them: in words, roughly, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from talking import desk

from minqing.cli.commands.logging import Typed, draft_from
from minqing.cli.talk.facts import ask_fact, complete_lengths, default_of, read_fact
from minqing.cli.talk.review import draft_of
from minqing.cli.talk.session import Session, keep, kept_sessions


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("time", "8-11", "08:00-11:00"), ("time", "830-1140", "08:30-11:40"), ("time", "2:00-3:30", "14:00-15:30"),
        ("time", "02:00-03:30", "02:00-03:30"), ("km", "5.8里", "2.9"), ("km", "2900米", "2.9"),
        ("km", "三公里半", "3.5"), ("km", "6里路", "3"), ("steps", "5k", "5000"), ("steps", "五千左右", "5000"),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_notes_are(root: Path, name: str, given: str, read: str) -> None:
    assert read_fact(desk(root)[0], name, given) == read


@pytest.mark.parametrize(
    ("name", "given", "value", "line"),
    [("steps", "三千多", "3000", "步数 三千多"), ("steps", "5000+", "5000", "步数 5000+"),
     ("km", "两公里多", "2", "公里 两公里多"), ("time", "8:30-11:40左右", "08:30-11:40", "时间 8:30-11:40左右")],
)  # fmt: skip
def test_words_that_say_more_than_their_value_stay_in_the_text(
    root: Path, name: str, given: str, value: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session({"date": "2026-11-16"})
    talk, _ = desk(root, given)
    assert ask_fact(talk, session, name, "") is True
    assert session.answers[name] == value
    assert f"“{given}”也留在正文里" in capsys.readouterr().err
    assert draft_of(talk, session).entry.body.strip() == line


def test_they_stay_where_the_value_is_doubted_first_and_in_the_draft(root: Path) -> None:
    session = Session({"date": "2026-11-16", "walkers": "张书记", "km": "20"})
    talk, _ = desk(root, "三千多", "ENTER")
    ask_fact(talk, session, "steps", "")
    keep(talk.context, session)
    assert kept_sessions(talk.context)[0].words == {"steps": "三千多"}


def test_they_go_with_their_value_and_stay_where_that_is_only_looked_at(root: Path) -> None:
    session = Session({"date": "2026-11-16"})
    talk, _ = desk(root, "三千多", "ENTER", "3100")
    ask_fact(talk, session, "steps", "")
    ask_fact(talk, session, "steps", session.answers["steps"])
    assert session.words == {"steps": "三千多"}
    ask_fact(talk, session, "steps", session.answers["steps"])
    assert session.words == {}


def test_a_number_in_words_that_is_all_they_say_is_not_repeated(root: Path) -> None:
    session = Session({"date": "2026-11-16"})
    ask_fact(desk(root, "五千二")[0], session, "steps", "")
    assert (session.answers["steps"], session.words) == ("5200", {})


def test_the_words_of_a_flag_stay_too(root: Path) -> None:
    draft = draft_from(desk(root)[0].context, Typed(date="2026-11-16", steps="三千多步", text="都说好"), None)
    assert (draft.entry.steps, draft.entry.body) == (3000, "步数 三千多步\n都说好")


def test_steps_that_were_left_out_on_purpose_are_not_reckoned(root: Path) -> None:
    session = Session({"date": "2026-11-16"})
    talk, _ = desk(root, "-", "2.87")
    ask_fact(talk, session, "steps", "")
    ask_fact(talk, session, "km", "")
    complete_lengths(talk, session)
    assert (session.answers["steps"], session.answers["km"]) == ("", "2.87")


def test_steps_that_enter_left_empty_follow_from_the_kilometres(root: Path) -> None:
    session = Session({"date": "2026-11-16"})
    talk, _ = desk(root, "ENTER", "2.87")
    ask_fact(talk, session, "steps", "")
    ask_fact(talk, session, "km", "")
    complete_lengths(talk, session)
    assert session.answers["steps"] == "4783"


@pytest.mark.parametrize(("way", "time"), [("second", ""), ("", "08:30-11:40")])
def test_the_second_walk_of_a_day_has_a_time_of_its_own(root: Path, way: str, time: str) -> None:
    page = "---\n日期: 2026-11-16\n时间: 08:30-11:40\n路线: 顺时针一圈\n---\n"
    (root / "diaries" / "2026" / "2026-11-16.md").write_text(page, encoding="utf-8")
    talk, _ = desk(root)
    session = Session({"date": "2026-11-16"}, way=way)
    assert default_of(talk, session, "time") == time
    assert default_of(talk, session, "route") == "顺时针一圈"


@pytest.mark.parametrize(
    ("name", "given", "names"),
    [
        ("walkers", "张书记和王丽", ("张书记", "王丽")), ("walkers", "张书记+王丽", ("张书记", "王丽")),
        ("walkers", "张书记 王丽和李楼长", ("张书记", "王丽", "李楼长")), ("walkers", "我和小王", ("我和小王",)),
        ("walkers", "王和平", ("王和平",)),
        ("companions", "城管和物业", ("城管", "物业")), ("companions", "治安和调解委员会", ("治安和调解委员会",)),
        ("companions", "和平里街道/热力集团", ("和平里街道", "热力集团")),
    ],
)  # fmt: skip
def test_names_may_be_joined_by_a_word_that_is_in_no_name(
    root: Path, name: str, given: str, names: tuple[str, ...]
) -> None:
    session = Session({"date": "2026-11-16", name: given})
    assert getattr(draft_of(desk(root)[0], session).entry, name) == names
