"""What was typed at the wrong question, or not finished, is put where it belongs and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from talking import LAMP, Person, desk

from minqing.cli.commands.logging import Typed
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.facts import ask_fact, check_all
from minqing.cli.talk.lines import ask_matters
from minqing.cli.talk.remarks import ask_remarks
from minqing.cli.talk.review import draft_of, reviewed
from minqing.cli.talk.session import Session, keep
from minqing.cli.talk.single import asked_matter
from minqing.cli.talk.walk import _resumed, _talked
from minqing.domain.values import replace

FACTS = {"date": "2026-11-16", "walkers": "张书记", "companions": "", "route": "", "weather": "晴",
         "time": "08:30-11:40", "steps": "4773", "km": "2.87"}  # fmt: skip
SENTENCE = "5号楼路灯太亮了"


@pytest.mark.parametrize("name", ["time", "steps", "km"])
@pytest.mark.parametrize(("key", "matters", "body"), [("1", [SENTENCE], ""), ("2", [], SENTENCE)])
def test_a_sentence_typed_where_a_number_is_asked_for_is_kept(
    root: Path, name: str, key: str, matters: list[str], body: str
) -> None:
    session = Session({"date": "2026-11-16"})
    talk, person = desk(root, SENTENCE, key, "-")
    assert ask_fact(talk, session, name, "") is True
    assert (session.answers[name], person.asked[-1].default) == ("", "")
    draft = draft_of(talk, session)
    assert ([told.title for told in draft.told], draft.entry.body.strip()) == (matters, body)


def test_enter_leaves_the_answer_in_the_line_to_be_typed_again(root: Path) -> None:
    session = Session({"date": "2026-11-16"})
    talk, person = desk(root, "八点多出的门", "ENTER", "8:30-11:40")
    ask_fact(talk, session, "time", "")
    assert person.asked[-1].default == "八点多出的门"
    assert (session.answers["time"], session.matters, session.remarks) == ("08:30-11:40", [], {})


def test_a_slip_in_a_number_is_no_sentence(root: Path) -> None:
    talk, person = desk(root, "47a3", "不知道", "4773")
    ask_fact(talk, Session({"date": "2026-11-16"}), "steps", "")
    assert len(person.asked) == 3


def test_a_sentence_of_pasted_notes_that_was_not_finished_is_gone_on_with(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half = {"第1件(打 - 删掉这一件)?": "6号楼的阿姨说楼道灯不亮,晚上摔了一跤"}
    talk, person = desk(root, "1", "ENTER", "", "", "", "n")
    keep(talk.context, Session(dict(FACTS), [LAMP], notes="1. 楼道灯不亮", half=half, looked_over=True))
    with pytest.raises(KeyboardInterrupt):
        _talked(talk, Typed(), None, None)
    assert "没打完: 6号楼的阿姨说楼道灯不亮,晚上摔了一跤" in capsys.readouterr().err
    assert person.asked[1].default == "6号楼的阿姨说楼道灯不亮,晚上摔了一跤"


@pytest.mark.parametrize(("key", "kept"), [("1", True), ("2", True), ("ENTER", False)])
def test_what_was_begun_at_a_question_that_does_not_come_again_is_asked_about(root: Path, key: str, kept: bool) -> None:
    talk, _ = desk(root, "1", "", "", key, "n")
    keep(talk.context, Session(dict(FACTS), [LAMP], half={"天气?": "8号楼树太密了"}, looked_over=True))
    with pytest.raises(KeyboardInterrupt):
        _talked(talk, Typed(), None, None)
    left = _resumed(desk(root, "1")[0])
    told = [*(told.title for told in left.matters), *left.remarks.values()]
    assert ("8号楼树太密了" in told) is kept


def test_a_section_that_was_not_finished_is_opened_again(root: Path) -> None:
    session = Session(dict(FACTS))
    talk, person = desk(root, "ENTER", "", "", "", "")
    talk.half = {"看(看到什么)?": "自行车乱停"}
    ask_remarks(talk, session)
    assert person.asked[0].text.startswith("看")
    assert session.remarks == {"seen": "自行车乱停"}


def test_a_draft_is_shown_as_it_stands(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, _ = desk(root, "3")
    out = replace(LAMP, title="8号楼树太密", instead="out")
    keep(talk.context, Session(dict(FACTS), [out, LAMP], notes="1. 楼道灯\n2. 树密", words={"steps": "五千不到"}))
    _resumed(talk)
    said = capsys.readouterr().err
    assert "步数 4773  公里 2.87" in said
    assert "2  6号楼的阿姨说楼道灯不亮" in said
    assert "五千不到" in said
    assert "树密" not in said


def test_steps_and_kilometres_that_do_not_fit_are_questioned_once(root: Path) -> None:
    talk, person = desk(root, "ENTER")
    check_all(talk, Session({"date": "2026-11-16", "steps": "300", "km": "2.9"}))
    assert [question.default for question in person.asked] == ["300"]


def test_a_fact_typed_in_the_review_is_questioned_too(root: Path) -> None:
    session = Session(FACTS | {"km": "2.9"}, [LAMP])
    talk, person = desk(root, "步数300", "4800", "n")
    assert reviewed(talk, session) == "stop"
    assert (session.answers["steps"], person.asked[1].default) == ("4800", "300")


def test_steps_told_roughly_in_the_review_are_steps(root: Path) -> None:
    session = Session(dict(FACTS), [LAMP])
    talk, _ = desk(root, "步数五千多", "n")
    assert reviewed(talk, session) == "stop"
    assert session.answers["steps"] == "5000"
    assert draft_of(talk, session).entry.body.strip() == "步数五千多"
    assert len(session.matters) == 1


@pytest.mark.parametrize("typed", ["删掉1", "1删除", "去掉第1件", "-1", "1-"])
def test_a_matter_is_taken_out_as_people_say_it(root: Path, typed: str) -> None:
    session = Session(dict(FACTS), [LAMP])
    reviewed(desk(root, typed, "n")[0], session)
    assert session.matters[0].instead == "out"


def test_a_part_is_changed_by_its_word_behind_the_number(root: Path) -> None:
    session = Session(dict(FACTS), [LAMP])
    reviewed(desk(root, "1层级", "大", "", "n")[0], session)
    assert session.matters[0].tier == "large"


def test_a_key_behind_a_note_asks_again_whether_it_is_one(root: Path) -> None:
    page = ("---\n日期: 2026-11-09\n事项:\n  - 编号: 20261109-1\n    事由: 6号楼的阿姨说楼道灯不亮\n"
            "    地点: 6号楼\n---\n")  # fmt: skip
    (root / "diaries" / "2026" / "2026-11-09.md").write_text(page, encoding="utf-8")
    session = Session(dict(FACTS))
    talk, _ = desk(root, LAMP.title, "y", "t", "n", "大", "", "")
    ask_matters(talk, session)
    assert (session.matters[0].follows, session.matters[0].tier) == ("", "large")


@pytest.mark.parametrize(
    ("typed", "due"), [("月底前", "2026-11-30"), ("下周三前办完", "2026-11-25"), ("下周", "2026-11-29")]
)
def test_by_when_is_typed_as_it_is_said(root: Path, typed: str, due: str) -> None:
    session = Session(dict(FACTS))
    ask_matters(desk(root, LAMP.title, typed, "", "")[0], session)
    assert str(session.matters[0].due) == due


def asked(root: Path, monkeypatch: pytest.MonkeyPatch, *answers: str) -> Person:
    """``add`` asks what the matter is; answers who was asked."""
    talk, person = desk(root, *answers)
    monkeypatch.setattr(TalkDesk, "keyboard", person)
    asked_matter(talk.context)
    return person


def test_the_beginning_of_a_matter_is_gone_on_with_by_add(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(desk(root)[0].context, Session(half={"什么事?": "南门口有人摆"}, file="add.json"))
    question = asked(root, monkeypatch, "ENTER").asked[0]
    assert (question.default, question.begun) == ("南门口有人摆", True)


@pytest.mark.parametrize(("typed", "aside"), [("8号楼树太密", True), ("ENTER", False), (f"{LAMP.title},三天了", False)])
def test_another_matter_takes_no_unwritten_one_away(
    root: Path, monkeypatch: pytest.MonkeyPatch, typed: str, aside: bool
) -> None:
    keep(desk(root)[0].context, Session({"kind": "desk"}, [LAMP], file="add.json"))
    asked(root, monkeypatch, typed)
    kept = list((root / ".minqing" / "drafts").glob("add~*.json"))
    assert [LAMP.title in file.read_text(encoding="utf-8") for file in kept] == [True] * aside


def test_lengths_that_enter_left_empty_are_asked_no_second_time(root: Path) -> None:
    session = Session({"date": "2026-11-16"})
    talk, _ = desk(root, "ENTER", "ENTER")
    ask_fact(talk, session, "steps", "")
    ask_fact(talk, session, "km", "")
    assert session.answers == {"date": "2026-11-16", "steps": "", "km": ""}
