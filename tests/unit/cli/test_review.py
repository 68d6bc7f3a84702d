"""The review before writing: numbers that stay, matters that are none, guesses, keys where a sentence is asked for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from talking import DAY, LAMP, Person, desk

from minqing.cli.commands.composing import Told
from minqing.cli.commands.logging import Typed
from minqing.cli.context import Context
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.lines import ask_matters
from minqing.cli.talk.review import change_matter, draft_of, reviewed
from minqing.cli.talk.session import Session, keep, kept_sessions, new_session
from minqing.cli.talk.walk import PutRight, _ask_from, _steps, _talked, ask_step
from minqing.domain.values import replace

BINS, TREES = Told("7号楼门口堆物没人清"), Told("8号楼的阿姨说家里树密晒不到阳光")
PRAISE = Told("凉亭那边老人都夸新座椅好")
WALK = "---\n日期: {day}\n路线: 顺时针一圈\n参加: [张书记, 王丽]\n事项:\n{issues}---\n"
LAST = """  - 编号: 20261109-1
    事由: 5号楼的老爷子说窗前的路灯太亮
    地点: 5号楼
  - 编号: 20261109-2
    事由: 3号楼2单元门口小广告
    地点: 3号楼2单元门口
"""


def walked(root: Path) -> None:
    (root / "diaries" / "2026" / "2026-11-09.md").write_text(WALK.format(day="2026-11-09", issues=LAST), "utf-8")


def looked_over(root: Path, *answers: str, matters: tuple[Told, ...] = (LAMP, BINS, TREES), text: str = "") -> Session:
    """A conversation whose review is answered with these, the last of which is Enter."""
    talk, person = desk(root, *answers, "")
    session = new_session(talk.context)
    session.answers["date"], session.matters = DAY.isoformat(), list(matters)
    session.remarks = {"": text} if text else {}
    assert reviewed(talk, session) == "write"
    assert person.answers == []
    return session


def written(root: Path, session: Session) -> list[str]:
    return [told.title for told in draft_of(desk(root)[0], session).told]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("③ 南门门禁坏了", "南门门禁坏了"), ("3、南门门禁坏了", "南门门禁坏了"), ("3.5号楼井盖响", "5号楼井盖响"),
        ("- 南门门禁坏了", "南门门禁坏了"), ("(三)南门门禁坏了", "南门门禁坏了"), ("2、5号楼井盖响", "5号楼井盖响"),
        ("12、13号楼之间井盖响", "12、13号楼之间井盖响"), ("3号楼井盖响", "3号楼井盖响"),
    ],
)  # fmt: skip
def test_a_line_of_the_text_becomes_a_matter_without_the_mark_of_its_list(root: Path, line: str, title: str) -> None:
    session = looked_over(root, "m", "2", matters=(LAMP,), text=f"1、都说好\n{line}\n下周再看\n")
    assert written(root, session) == [LAMP.title, title]
    assert session.remarks[""] == "1、都说好\n下周再看\n"


FACTS = {"steps": "4773", "km": "2.86"}


@pytest.mark.parametrize(
    ("facts", "answers", "after"),
    [
        (FACTS, ("f", "步数", "9540"), ("9540", "5.72")),
        (FACTS, ("f", "步数", "20000"), ("20000", "12.00")),  # and no question whether the two belong together
        (FACTS | {"km": "3.1"}, ("f", "步数", "5200"), ("5200", "3.1")),  # measured
        (FACTS, ("f", "公里", "3"), ("4773", "3")),  # the steps were said
        ({"steps": "4783", "km": "2.87"}, ("f", "公里", "3"), ("5000", "3")),  # those followed from the kilometres
        (FACTS, ("f", "步数", "-"), ("", "")),
        ({"steps": "", "km": ""}, ("f", "步数", "5200"), ("5200", "3.12")),
        (FACTS, ("f", "步数", "4773"), ("4773", "2.86")),
    ],
)  # fmt: skip
def test_a_length_that_was_reckoned_follows_in_the_review(
    root: Path, facts: dict[str, str], answers: tuple[str, ...], after: tuple[str, str]
) -> None:
    talk, person = desk(root, *answers, "")
    session = new_session(talk.context)
    session.answers = {"date": DAY.isoformat(), **facts}
    assert reviewed(talk, session) == "write"
    assert person.answers == []
    assert tuple(session.answers.get(name) for name in ("steps", "km")) == after


def test_a_length_that_was_reckoned_follows_where_the_question_is_gone_back_to(root: Path) -> None:
    talk, person = desk(root, "4773", "ENTER", "<", "<", "9540", "ENTER", "", "")
    session = new_session(talk.context)
    session.answers = {"date": DAY.isoformat()}
    _ask_from(talk, session, _steps(talk).index("steps"))
    assert (session.answers["steps"], session.answers["km"]) == ("9540", "5.72")
    assert person.answers == []


def test_a_wrong_key_is_told_which_keys_there_are(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    looked_over(root, "x", "9", "2x", matters=(LAMP, BINS))
    said = capsys.readouterr().err
    assert "“x”看不懂" in said
    assert "r m ? l f a b e n <" in said
    for wrong in ("9", "2x"):
        assert f"“{wrong}”不对:事情的序号是 1-2" in said


def test_a_sentence_typed_in_the_review_is_the_next_matter_and_no_wrong_key(root: Path) -> None:
    session = looked_over(root, TREES.title, "ENTER", "", "", matters=(LAMP,))
    assert written(root, session) == [LAMP.title, TREES.title]
    declined = looked_over(root, TREES.title, "", matters=(LAMP,))
    assert written(root, declined) == [LAMP.title]


def test_a_fact_typed_in_the_review_is_that_fact(root: Path) -> None:
    session = looked_over(root, "步数5200", "天气 小雨", matters=(LAMP,))
    assert (session.answers["steps"], session.answers["weather"]) == ("5200", "小雨")
    assert written(root, session) == [LAMP.title]


def test_the_others_keep_their_numbers_when_one_is_taken_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = looked_over(root, "1-", "3-")
    assert written(root, session) == [BINS.title]
    shown = capsys.readouterr().out
    assert f"3  (去掉了,打 3 放回) {TREES.title}" in shown
    assert re.search(rf"^2 +{BINS.title}", shown.split("(去掉了,打 1 放回)")[1], re.MULTILINE)


@pytest.mark.parametrize("answers", [("2", "-", "2"), ("2-", "2"), ("1-3-", "1", "2", "3"), ("2r", "2")])
def test_its_number_puts_back_what_was_taken_out(root: Path, answers: tuple[str, ...]) -> None:
    session = looked_over(root, *answers)
    assert written(root, session) == [LAMP.title, BINS.title, TREES.title]
    assert draft_of(desk(root)[0], session).entry.body == ""


def test_what_was_taken_out_stays_out_after_a_closed_window(root: Path) -> None:
    session = looked_over(root, "2-")
    context = desk(root)[0].context
    keep(context, session)
    (kept,) = kept_sessions(context)
    assert written(root, kept) == [LAMP.title, TREES.title]


def test_one_key_puts_what_looks_like_praise_into_the_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = looked_over(root, "r", matters=(LAMP, PRAISE), text="都出来晒太阳。")
    assert "2 像是夸奖" in capsys.readouterr().err
    assert written(root, session) == [LAMP.title]
    assert draft_of(desk(root)[0], session).entry.body == f"都出来晒太阳。\n{PRAISE.title}\n"


def test_where_nothing_looks_like_praise_the_key_asks_which(root: Path) -> None:
    assert written(root, looked_over(root, "r", "9", "1 3")) == [BINS.title]
    assert written(root, looked_over(root, "r", "")) == [LAMP.title, BINS.title, TREES.title]


def test_what_a_person_has_made_a_matter_is_doubted_no_more(root: Path) -> None:
    assert written(root, looked_over(root, "r", "2", "r", "", matters=(LAMP, PRAISE))) == [LAMP.title, PRAISE.title]
    session = looked_over(root, "m", "r", "", matters=(LAMP,), text=PRAISE.title)
    assert written(root, session) == [LAMP.title, PRAISE.title]


def test_who_was_called_on_goes_into_the_text_too(root: Path) -> None:
    session = looked_over(root, "1r", matters=(replace(TREES, owner="绿化队"),))
    assert draft_of(desk(root)[0], session).entry.body == f"{TREES.title} @绿化队\n"


def test_one_key_makes_the_only_line_of_the_text_a_matter(root: Path) -> None:
    session = looked_over(root, "m", matters=(LAMP,), text="南门门禁坏了 !大事\n")
    assert [(told.title, told.tier) for told in session.matters[1:]] == [("南门门禁坏了", "large")]
    assert draft_of(desk(root)[0], session).entry.body == ""


def test_of_several_lines_those_that_are_picked_become_matters(root: Path) -> None:
    session = looked_over(root, "m", "2", matters=(LAMP,), text="都说好\n南门门禁坏了\n下周再看\n")
    assert written(root, session) == [LAMP.title, "南门门禁坏了"]
    assert draft_of(desk(root)[0], session).entry.body == "都说好\n下周再看\n"


@pytest.mark.parametrize(("key", "part"), [("t", ("tier", "large")), ("p", ("place", "东门"))])
def test_a_letter_where_a_sentence_is_asked_for_is_the_key_it_is(root: Path, key: str, part: tuple[str, str]) -> None:
    answer = {"t": "3", "p": "东门"}[key]
    for answers in ((key, answer, ""), ("<", key, answer, ""), ("<", key.upper(), answer, "")):
        session = Session(answers={"date": DAY.isoformat()}, matters=[LAMP])
        talk, person = desk(root, *answers)
        change_matter(talk, session, 0)
        assert (session.matters[0].title, getattr(session.matters[0], part[0])) == (LAMP.title, part[1])
        assert person.answers == []


@pytest.mark.parametrize("slip", ["z", "5", "啊", "!大事"])
def test_what_is_no_sentence_replaces_none(root: Path, slip: str) -> None:
    session = Session(answers={"date": DAY.isoformat()}, matters=[LAMP])
    talk, _ = desk(root, "<", slip, "ENTER" if slip == "!大事" else "<", "", "")
    change_matter(talk, session, 0)
    assert session.matters[0].title == LAMP.title


def test_a_key_beside_the_number_changes_that_part_at_once(root: Path) -> None:
    session = looked_over(root, "3t", "3", "")
    assert session.matters[2].tier == "large"


@pytest.mark.parametrize("typed", ["4", "0", "3x", "1 9", "-", "走"])
def test_a_number_or_a_key_there_is_not_changes_nothing(root: Path, typed: str) -> None:
    assert written(root, looked_over(root, typed)) == [LAMP.title, BINS.title, TREES.title]


def test_a_place_of_one_letter_is_a_key_pressed_too_often(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = looked_over(root, "1p", "p", "东门", "")
    assert session.matters[0].place == "东门"
    assert "“p”只是一个字母" in capsys.readouterr().err


def test_a_remark_of_one_letter_is_questioned_once(root: Path) -> None:
    session = looked_over(root, "b", "n", "下周再看")
    assert session.remarks == {"": "下周再看"}
    assert looked_over(root, "b", "n", "ENTER").remarks == {"": "n"}


def test_guesses_of_pasted_notes_are_marked_and_gone_through_with_a_key(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = looked_over(root, "?", "绿化", matters=(LAMP, Told("今天风和日丽")))
    assert "带?的拿不准(2)" in capsys.readouterr().err
    assert session.matters[1].category == "environment"


NOTES = "11月16日 晴 4700步\n1. 今天风和日丽\n"
NOTES += "2. 五号楼窗前的路灯还是太亮\n3. 3号楼2单元门口又贴了小广告\n4. 8号楼树密晒不到阳光"


@pytest.mark.parametrize(
    ("answer", "followed"),
    [("", []), ("y", [1, 2]), ("3", [2]), ("4", [1]), ("n", [])],
    ids=["Enter", "all", "one", "another number is asked again", "none"],
)
def test_what_follows_open_matters_is_asked_about_at_once(root: Path, answer: str, followed: list[int]) -> None:
    walked(root)
    talk, person = desk(root, NOTES, answer, *(["2"] if answer == "4" else []))
    session = new_session(talk.context)
    assert ask_step(talk, session, "date") is True
    assert [at for at, told in enumerate(session.matters) if told.follows] == followed
    assert person.answers == []


def test_notes_of_a_whole_walk_pasted_at_a_matter_are_no_matters(root: Path) -> None:
    talk, _ = desk(root, "11月16日 晴 4700步\n1. 6号楼灯不亮\n2. 7号楼堆物", "1")
    session = Session(answers={"date": "2026-11-20"})
    assert ask_step(talk, session, "matters") is True
    assert [told.title for told in session.matters] == ["6号楼灯不亮", "7号楼堆物"]
    assert (session.answers["date"], session.answers["steps"]) == ("2026-11-16", "4700")


def test_one_key_takes_people_and_route_of_the_last_walk(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walked(root)
    session = looked_over(root, "l")
    assert "按 l 照上次: 参加 张书记、王丽" in capsys.readouterr().err
    assert (session.answers["walkers"], session.answers["route"]) == ("张书记、王丽", "顺时针一圈")


def on(root: Path, today: str, *answers: str) -> TalkDesk:
    return TalkDesk(Context(str(root), env={"MINQING_TODAY": today, "MINQING_INDEX": "no"}), Person(*answers))


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("下周三", date(2026, 11, 25)),
        ("明天", date(2026, 11, 24)),
        ("月底", date(2026, 11, 30)),
        ("12-5", date(2026, 12, 5)),
    ],
)
@pytest.mark.parametrize("way", ["prompt", "line"])
def test_a_due_date_is_counted_from_the_day_of_the_walk(root: Path, typed: str, due: date, way: str) -> None:
    session = Session(answers={"date": DAY.isoformat()}, matters=[LAMP])
    change_matter(on(root, "2026-11-23", *(("d",) if way == "prompt" else ()), typed, ""), session, 0)
    assert session.matters[0].due == due


def test_which_day_a_due_date_was_counted_from_is_told_where_it_matters(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(answers={"date": DAY.isoformat()}, matters=[LAMP])
    change_matter(on(root, "2026-11-23", "d", "下周三", "d", "月底", ""), session, 0)
    assert capsys.readouterr().err.count("算起") == 1


def test_notes_are_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from minqing.classify.notes import paste as reader
    from minqing.cli.commands.several_walks import pasted_agreed

    read, text = [], NOTES + "\n都说好\n"
    whole = reader.read_paste

    def counted(given: str, *more: object) -> object:
        read.append(given)
        return whole(given, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_paste", counted)
    talk, _ = desk(root, "", "")
    assert pasted_agreed(talk.context, Typed(), text, False, None, None) is None
    _talked(talk, Typed(), text, None)
    assert read == [text]


def test_a_matter_taken_out_is_not_opened_by_going_back(root: Path) -> None:
    talk, person = desk(root, LAMP.title, "", BINS.title, "", "<", "-", "<", "ENTER", "", "")
    session = Session(answers={"date": DAY.isoformat()})
    assert ask_matters(talk, session)
    assert person.asked[7].default == LAMP.title
    assert [told.title for told in session.matters if told.stands] == [LAMP.title]


def test_a_full_name_is_told_before_it_is_written_and_not_behind(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    looked_over(root, "1", "5号楼的王先生说楼上漏水", "", matters=(Told("5号楼的王建国说楼上漏水"), LAMP))
    assert capsys.readouterr().err.count("王建国(如“王先生”“王女士”)") == 1


def write_walk(root: Path) -> Path:
    path = root / "diaries" / "2026" / "2026-11-16.md"
    path.write_text("---\n日期: 2026-11-16\n步数: 4773\n公里: 2.86\n参加: [张书记]\n---\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (("周一", "4", "4", "5200", ""), ("步数: 5200", "公里: 3.12", "参加: [张书记]")),
        (("周一", "4", "参加", "张书记、王丽", "2", "多云", ""), ("天气: 多云", "步数: 4773", "参加: [张书记, 王丽]")),
        (("周一", "4", "步数", "许多", "5200", "99", "p", ""), ("步数: 5200",)),
        (("周一", "4", ""), ("步数: 4773", "公里: 2.86")),
    ],
    ids=["by number", "by name", "slips", "nothing"],
)
def test_a_walk_of_that_day_is_put_right(root: Path, answers: tuple[str, ...], lines: tuple[str, ...]) -> None:
    path = write_walk(root)
    talk, person = desk(root, *answers)
    with pytest.raises(PutRight) as done:
        _talked(talk, Typed(), None, None)
    assert (done.value.code, person.answers) == (0, [])
    assert set(lines) <= set(path.read_text("utf-8").splitlines())
    assert kept_sessions(talk.context) == []


def test_what_flags_say_puts_a_walk_right_and_matters_are_added_to_it(root: Path) -> None:
    path = write_walk(root)
    talk, _ = desk(root, "4", "")
    _, draft, decision = _talked(talk, Typed(date="周一", steps="5200", issues=("6号楼楼道灯不亮",)), None, None)
    assert (decision, draft.into, draft.entry.steps) == ("write", "diaries/2026/2026-11-16.md", None)
    assert [told.title for told in draft.told] == ["6号楼楼道灯不亮"]
    assert "步数: 5200\n公里: 3.12\n" in path.read_text("utf-8")


NOTE = Told("五号楼窗前的路灯还是太亮", follows="20261109-1")


@pytest.mark.parametrize("keys", [["1", ""], ["1", "y"], ["1", "<", "ENTER"], ["1", "<", "<"]])
def test_a_note_to_an_issue_that_is_opened_stays_one(root: Path, keys: list[str]) -> None:
    walked(root)
    assert looked_over(root, *keys, matters=(NOTE, BINS)).matters == [NOTE, BINS]


def test_a_note_becomes_an_issue_with_a_key_and_keeps_its_number(root: Path) -> None:
    walked(root)
    told = looked_over(root, "1", "n", "ENTER", matters=(NOTE, BINS)).matters
    assert (told[0].title, told[0].follows, told[1]) == (NOTE.title, "", BINS)


def test_a_note_in_other_words_is_asked_about_again(root: Path) -> None:
    walked(root)
    told = looked_over(root, "1", "<", "5号楼窗前的路灯还是亮得很", "y", matters=(NOTE, BINS)).matters
    assert (told[0].title, told[0].follows) == ("5号楼窗前的路灯还是亮得很", "20261109-1")


def test_from_the_question_whether_it_is_a_note_one_goes_back_to_the_sentence(root: Path) -> None:
    walked(root)
    talk, person = desk(root, "五号楼窗前的路灯还是太亮", "<", "9号楼没有热水", "ENTER", "")
    session = Session({"date": DAY.isoformat()})
    assert ask_matters(talk, session) is True
    assert [(told.title, told.follows) for told in session.matters] == [("9号楼没有热水", None)]
    assert person.asked[2].default == "五号楼窗前的路灯还是太亮"


def test_the_same_matter_twice_in_one_walk_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    door = Told("9号楼门禁坏了")
    session = looked_over(root, "3-", matters=(door, BINS, door))
    assert capsys.readouterr().err.count("3 和 1 像是同一件事;是的话打 3- 去掉一件") == 1
    assert written(root, session) == [door.title, BINS.title]


def test_what_the_reader_of_notes_was_not_sure_of_is_named_and_goes_with_the_same_key(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = looked_over(root, "r", matters=(LAMP, replace(TREES, doubted=True)))
    assert "2 像是夸奖、打算、旧事或闲话" in capsys.readouterr().err
    assert written(root, session) == [LAMP.title]
