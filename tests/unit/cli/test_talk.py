"""The conversation's parts, answered by a scripted person: facts and doubts, matters, drafts."""

from __future__ import annotations

import stat
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from talking import DAY, LAMP, desk

from minqing.cli.commands.composing import Told, issue_from, issue_preview
from minqing.cli.commands.entries import write_entry
from minqing.cli.commands.logging import Typed, write_walks
from minqing.cli.keyboard.question import Question
from minqing.cli.screen import Screen
from minqing.cli.talk.desk import LONGEST_ANSWER
from minqing.cli.talk.facts import ask_fact, complete_lengths, default_of, read_fact
from minqing.cli.talk.lines import ask_matters, matters_in
from minqing.cli.talk.matters import agree, listed_choice, suggestion_line
from minqing.cli.talk.numbers import numbers_in
from minqing.cli.talk.review import change_matter, draft_of
from minqing.cli.talk.session import Session, keep, kept_sessions, new_session, throw_away
from minqing.cli.talk.single import _asked_kind
from minqing.cli.talk.walk import _resumed, _talked, ask_step
from minqing.domain.errors import MinqingError
from minqing.domain.values import replace
from minqing.reports.document import Table
from minqing.text.normal import width

WALK = "---\n日期: {day}\n步数: {steps}\n公里: {km}\n参加: [张书记]\n---\n"


def walk(root: Path, day: str, steps: int, km: str) -> None:
    text = WALK.format(day=day, steps=steps, km=km)
    (root / "diaries" / "2026" / f"{day}.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("date", "昨天", "2026-11-19"), ("date", "周一", "2026-11-16"), ("time", "8:30-11:40", "08:30-11:40"),
        ("steps", "４,７７３步", "4773"), ("steps", "1.2万", "12000"), ("km", "2。87公里", "2.87"), ("km", "", ""),
    ],
)  # fmt: skip
def test_an_answer_is_kept_in_one_form(root: Path, name: str, given: str, read: str) -> None:
    assert read_fact(desk(root)[0], name, given) == read


def test_an_answer_that_is_none_is_refused(root: Path) -> None:
    with pytest.raises(MinqingError):
        read_fact(desk(root)[0], "steps", "许多")


@pytest.mark.parametrize(
    ("name", "given"),
    [("steps", "0"), ("steps", "77300"), ("km", "0"), ("km", "48"), ("km", "29"),
     ("time", "11:40-08:30"), ("time", "06:00-23:00")],
)  # fmt: skip
def test_what_can_hardly_be_meant_is_questioned_once_and_kept_on_enter(root: Path, name: str, given: str) -> None:
    talk, person = desk(root, given, "ENTER")
    session = Session(answers={"steps": "4773"} if name == "km" else {})
    assert ask_fact(talk, session, name, "") is True
    assert len(person.asked) == 2
    assert person.asked[1].default == given
    assert session.answers[name] == given


@pytest.mark.parametrize(
    ("name", "given", "said", "mended", "kept"),
    [("steps", "4773000", "不会有 4773000 步", "4773", "4773"), ("steps", "4773000步", "不会有 4773000 步", "-", ""),
     ("km", "2870", "不会有 2870 公里", "2.87", "2.87"), ("km", "2870公里", "不会有 2870 公里", "-", ""),
     ("date", "2026-11-21", "2026-11-21(周六)还没到", "周一", "2026-11-16"),
     ("date", "明天", "还没到", "昨天", "2026-11-19"),
     ("date", "2026-11-21 晴", "看不懂", "昨天", "2026-11-19")],
)  # fmt: skip
def test_what_could_not_be_written_is_refused_and_asked_again(
    root: Path, name: str, given: str, said: str, mended: str, kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    talk, _ = desk(root, given, "ENTER", mended)
    session = Session()
    assert ask_fact(talk, session, name, "") is True
    assert session.answers[name] == kept
    assert said in capsys.readouterr().err


def test_a_length_that_nobody_walks_is_not_reckoned_from_the_other(root: Path) -> None:
    talk, _ = desk(root)
    session = Session(answers={"km": "9999"})
    complete_lengths(talk, session)
    assert "steps" not in session.answers


@pytest.mark.parametrize("looked_over", [True, False])
def test_a_draft_with_what_cannot_be_written_asks_for_it_again(
    root: Path, looked_over: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    talk, person = desk(root, "1", "昨天", "ENTER", "5200", *["ENTER"] * (1 if looked_over else 3))
    bad = {"date": "2026-12-25", "walkers": "", "companions": "", "route": "", "weather": "晴", "time": ""}
    left = Session({**bad, "steps": "4773000", "km": "2.87"}, [LAMP], looked_over=looked_over)
    keep(talk.context, left)
    _, draft, decision = _talked(talk, Typed(), None, None)
    assert (decision, draft.entry.steps, draft.entry.date.isoformat()) == ("write", 5200, "2026-11-19")
    assert "2026-12-25(周五)还没到" in (said := capsys.readouterr().err)
    assert said.count("不会有 4773000 步") == 2
    assert person.answers == []


def test_the_question_whether_it_is_a_note_is_asked_again_where_a_kill_left_it_open(root: Path) -> None:
    text = "---\n日期: 2026-11-09\n事项:\n  - 编号: 20261109-1\n    事由: 6号楼的阿姨说楼道灯不亮\n---\n"
    (root / "diaries" / "2026" / "2026-11-09.md").write_text(text, encoding="utf-8")
    talk, _ = desk(root, "6号楼的阿姨说楼道灯不亮")
    session = Session({"date": "2026-11-16", "walkers": "张书记", "km": "2.87", "steps": "4783"})
    with pytest.raises(AssertionError, match="记成它的跟进"):
        ask_matters(talk, session)
    _, draft, _ = _talked(desk(root, "1", "y", *["ENTER"] * 12)[0], Typed(), None, None)
    assert [told.follows for told in draft.told] == ["20261109-1"]


def test_a_day_that_was_given_and_has_a_walk_is_asked_about_at_once(root: Path) -> None:
    walk(root, "2026-11-16", 4773, "2.87")
    talk, person = desk(root, "1", "ENTER", "ENTER", "y")
    session, _, _ = _talked(talk, Typed(date="11-16"), None, None)
    assert (session.way, "已经记过走动" in person.asked[0].text) == ("add", True)
    assert not any("参加" in question.text for question in person.asked)


def test_what_is_usual_is_not_questioned(root: Path) -> None:
    for name, given in (("steps", "4773"), ("km", "2.87"), ("time", "08:30-11:40"), ("date", "2026-11-20")):
        talk, person = desk(root, given)
        ask_fact(talk, Session(answers={"steps": "4773"}), name, "")
        assert len(person.asked) == 1


def test_a_line_that_tells_more_than_the_day_answers_the_questions_to_come(root: Path) -> None:
    talk, person = desk(root, "11月16日 晴 8点半到11点40 4773步 张书记、王丽", "ENTER")
    session = new_session(talk.context)
    assert ask_fact(talk, session, "date", "2026-11-20") is True
    assert session.answers == {"date": "2026-11-16", "weather": "晴", "time": "08:30-11:40", "steps": "4773"} | {
        "walkers": "张书记、王丽"
    }
    assert ask_fact(talk, session, "weather", default_of(talk, session, "weather")) is True
    assert person.asked[-1].default == "晴"


@pytest.mark.parametrize("given", ["11月16日 6号楼灯不亮", "11月16日 晴 相机忘带了", "晴 4773步"])
def test_a_day_with_words_that_answer_no_question_is_no_day(root: Path, given: str) -> None:
    talk, person = desk(root, given, "昨天")
    session = new_session(talk.context)
    assert ask_fact(talk, session, "date", "2026-11-20") is True
    assert session.answers == {"date": "2026-11-19"}
    assert person.asked[-1].default == given


def test_steps_and_kilometres_stand_in_for_each_other(root: Path) -> None:
    talk, _ = desk(root)
    session = Session(answers={"km": "2.87"})
    complete_lengths(talk, session)
    assert session.answers["steps"] == "4783"
    assert default_of(talk, Session(answers={"steps": "4773"}), "km") == "2.86"


def test_the_communitys_own_step_is_measured_from_its_walks(root: Path) -> None:
    for day in ("2026-10-26", "2026-11-02"):
        walk(root, day, 5000, "3.5")
    assert desk(root)[0].step_length == Decimal("0.60")
    walk(root, "2026-11-09", 5000, "3.5")
    walk(root, "2026-11-16", 5000, "35")
    assert desk(root)[0].step_length == Decimal("0.700")


def test_lines_are_matters_and_their_numbers_are_not(root: Path) -> None:
    talk, _ = desk(root)
    session = Session()
    assert [m.title for m in matters_in(talk, session, "2. 6号楼灯不亮")] == ["6号楼灯不亮"]
    pasted = matters_in(talk, session, "1. 6号楼灯不亮\n2、7号楼堆物,已清理\n③ 树密 @绿化队")
    assert [(m.title, m.closed, m.owner) for m in pasted] == [
        ("6号楼灯不亮", False, None), ("7号楼堆物,已清理", True, None), ("树密", False, "绿化队"),
    ]  # fmt: skip
    assert [m.title for m in matters_in(talk, session, "6号楼灯不亮\n7号楼堆物")] == ["6号楼灯不亮", "7号楼堆物"]


def test_a_key_that_comes_after_the_matter_was_taken_still_changes_it(root: Path) -> None:
    talk, person = desk(root, "6号楼的阿姨说楼道灯不亮", "", "ｔ", "3", "", "")
    session = Session(answers={"date": DAY.isoformat()}, matters=[LAMP])
    assert ask_matters(talk, session)
    assert person.answers == []
    assert [(m.title, m.tier) for m in session.matters] == [(LAMP.title, "medium"), (LAMP.title, "large")]


def test_lines_that_came_at_once_are_notes_only_where_they_tell_of_a_walk(root: Path) -> None:
    talk, _ = desk(root, "晴\n8:30-11:40", "2026-11-20\n11月16日 晴\n1. 6号楼灯不亮")
    session = Session()
    assert ask_fact(talk, session, "weather", "") is True
    assert session.answers["weather"] == "晴 8:30-11:40"
    assert ask_fact(talk, session, "date", "2026-11-20") == "11月16日 晴\n1. 6号楼灯不亮"


def test_what_a_matter_needs_is_ready_before_it_is_typed(root: Path) -> None:
    talk, person = desk(root, "昨天", "")
    talk.prepare()
    ask_fact(talk, Session(), "date", "")
    assert person.asked[0].idle is not None
    assert "earlier" not in talk.context.__dict__
    ask_matters(talk, Session(answers={"date": DAY.isoformat()}))
    assert {"earlier", "experience"} <= talk.context.__dict__.keys()
    assert person.asked[1].idle is None


def test_a_word_that_begins_with_a_figure_stands_off_its_number(root: Path) -> None:
    talk, person = desk(root, "<")
    assert listed_choice(talk, "asking.kind", {"来访": "desk", "12345": "hotline"}, "来访", str) is None
    assert "1来访 2=12345" in person.asked[0].text


@pytest.mark.parametrize(("given", "kind"), [("电话", "call"), ("4", "hotline"), ("议事", "meeting"), ("<", "desk")])
def test_a_kind_is_known_by_what_people_call_it_and_asked_again_otherwise(root: Path, given: str, kind: str) -> None:
    talk, person = desk(root, "走廊", "走动", given)
    assert _asked_kind(talk, "desk") == kind
    assert person.answers == []


def test_places_are_shown_before_anything_is_written_however_narrow_the_terminal(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, _ = desk(root)
    issue = issue_from(talk.context, replace(LAMP, place="6号楼2单元门口"), DAY, 1, "walk")
    for columns in (0, 120):
        monkeypatch.setattr(Screen, "columns", columns)
        (table,) = issue_preview(talk.context, (issue,))
        assert isinstance(table, Table)
        assert "6号楼2单元门口" in table.rows[0].cells
    monkeypatch.setattr(Screen, "columns", 80)
    assert [getattr(block, "text", "") for block in issue_preview(talk.context, (issue,))] == [
        f"1  {LAMP.title}", "6号楼2单元门口  阿姨  中事  物业服务  物业管理委员会  2026-11-23",
    ]  # fmt: skip


@pytest.mark.parametrize("columns", [80, 60, 40])
def test_a_line_of_suggestion_breaks_between_its_parts(
    root: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    talk, _ = desk(root)
    monkeypatch.setattr(Screen, "columns", columns)
    line = suggestion_line(talk, replace(LAMP, place="6号楼2单元门口"), DAY, "walk", "k 接待", "[回车=写入]")
    assert max(map(width, line.split("\n"))) < columns - 1
    parts = (
        "t 中事",
        "c 物业服务",
        "p 6号楼2单元门口",
        "w 阿姨",
        "o 物业管理委员会",
        "d 11-23",
        "k 接待",
        "[回车=写入]",
    )
    assert [part for row in line.split("\n") for part in row.strip().split("  ")] == list(parts)


def test_a_suggestion_is_one_line_within_eighty_columns(root: Path) -> None:
    line = suggestion_line(desk(root)[0], LAMP, DAY, "walk")
    for piece in ("t 中事", "c 物业服务", "p 6号楼", "w 阿姨", "o 物业管理委员会", "d 11-23"):
        assert piece in line
    assert width(line) < 80


@pytest.mark.parametrize(
    ("answers", "field", "value"),
    [
        (("t", "3", ""), "tier", "large"),
        (("t", "大", ""), "tier", "large"),
        (("大事", ""), "tier", "large"),
        (("层级", "3", ""), "tier", "large"),
        (("当场办结", ""), "closed", True),
        (("#违建占道", ""), "category", "illegal_build"),
        (("c", "绿化", ""), "category", "environment"),
        (("p", "东门", ""), "place", "东门"),
        (("p", "-", ""), "place", ""),
        (("d", "月底", ""), "due", date(2026, 11, 30)),
        (("d", "不知道", "月底", ""), "due", date(2026, 11, 30)),
        (("s", ""), "closed", True),
        (("t", "<", ""), "tier", "medium"),
        (("@绿化队 !大事", ""), "owner", "绿化队"),
        (("@绿化队 ！大事", ""), "tier", "large"),
        (("月底", ""), "due", date(2026, 11, 30)),
        (("11-10", ""), "due", None),
    ],
)
def test_a_key_or_a_word_changes_a_part(root: Path, answers: tuple[str, ...], field: str, value: Any) -> None:
    agreed = agree(desk(root, *answers)[0], LAMP, DAY, "walk", kept=[].append)
    assert getattr(agreed.told, field) == value


def test_going_back_from_a_suggestion_and_typing_on_past_it(root: Path) -> None:
    assert agree(desk(root, "<")[0], LAMP, DAY, "walk", kept=[].append).back
    agreed = agree(desk(root, "8号楼树密晒不到阳光")[0], LAMP, DAY, "walk", kept=[].append)
    assert (agreed.back, agreed.following) == (False, "8号楼树密晒不到阳光")


def test_what_is_unsure_is_asked_and_enter_takes_the_likeliest(root: Path) -> None:
    talk, person = desk(root, "违建", "ENTER", "")
    agreed = agree(talk, Told("今天风和日丽"), DAY, "walk", kept=[].append)
    assert "拿不准" in person.asked[0].text
    assert agreed.told.category == "illegal_build"


def test_the_last_matter_is_opened_again_by_going_back(root: Path) -> None:
    talk, person = desk(root, "6号楼楼道灯不亮", "", "<", "ENTER", "", "")
    session = Session(answers={"date": "2026-11-16"})
    assert ask_matters(talk, session) is True
    assert person.asked[3].default == "6号楼楼道灯不亮"
    assert [m.title for m in session.matters] == ["6号楼楼道灯不亮"]


@pytest.mark.parametrize(
    ("given", "numbers"),
    [
        ("1 3-5", [1, 3, 4, 5]),
        ("2、4", [2, 4]),
        ("３到４", [3, 4]),
        ("6", None),
        ("0", None),
        ("都要", None),
        ("", None),
    ],
)
def test_lines_are_picked_by_their_numbers(given: str, numbers: list[int] | None) -> None:
    assert numbers_in(given, 5) == numbers


def test_a_paste_beyond_all_measure_is_refused_in_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, _ = desk(root, "好" * 600_000, "6号楼灯不亮")
    assert talk.ask(Question("?", pastes=True)) == "6号楼灯不亮"
    assert "600000" in capsys.readouterr().err


def test_a_session_comes_back_as_it_was_kept(root: Path) -> None:
    context = desk(root)[0].context
    session = Session({"date": "2026-11-16"}, [Told("灯", due=DAY, follows="20261109-1")], {"heard": "好"}, "add")
    keep(context, session)
    (file,) = (root / ".minqing" / "drafts").glob("*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept_sessions(context) == [session]
    assert new_session(context).file == "log-2.json"
    throw_away(context, session)
    assert kept_sessions(context) == []


def test_a_draft_whose_walk_was_written_before_the_kill_is_not_offered_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk, _ = desk(root)
    done = Session({"date": "2026-11-19", "walkers": "张书记、王丽"}, [Told("5号楼路灯太亮")], {"": "都好。"})
    write_walks(talk.context, [draft_of(talk, done)], as_json=False)
    keep(talk.context, done)
    assert _resumed(talk) != done
    assert "已经在日记里了(diaries/2026/2026-11-19.md)" in capsys.readouterr().err
    assert kept_sessions(talk.context) == []


@pytest.mark.parametrize(
    "more",
    [
        {"matters": [Told("5号楼路灯太亮"), Told("小广告")]},
        {"remarks": {"": "不一样。"}},
        {"half": {"第2件事": "门口积"}},
    ],
    ids=str,
)
def test_a_draft_that_says_more_than_the_diary_is_offered(root: Path, more: dict[str, Any]) -> None:
    talk, person = desk(root, "1")
    done = Session({"date": "2026-11-19", "walkers": "张书记"}, [Told("5号楼路灯太亮")], {"": "都好。"})
    write_walks(talk.context, [draft_of(talk, done)], as_json=False)
    for name, value in more.items():
        setattr(done, name, value)
    keep(talk.context, done)
    assert _resumed(talk).matters == done.matters
    assert person.answers == []


@pytest.mark.parametrize(
    "rubbish", ["", "{", "[]", '{"answers": 5}', '{"answers":{},"matters":[{"x":1}],"remarks":{}}']
)
def test_a_draft_that_is_none_is_passed_over(root: Path, rubbish: str) -> None:
    drafts = root / ".minqing" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "log.json").write_text(rubbish, encoding="utf-8")
    assert kept_sessions(desk(root)[0].context) == []


def test_a_draft_that_cannot_be_written_stops_nobody(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".minqing").write_text("", encoding="utf-8")
    session = Session({"date": "2026-11-16"})
    for _ in range(2):
        keep(desk(root)[0].context, session)
    assert capsys.readouterr().err.count("草稿存不下来") == 1


PASTED = "11月18日 晴\n1. 6号楼灯不亮\n2. 7号楼堆物"


def test_notes_pasted_where_a_key_is_asked_for_are_kept(root: Path) -> None:
    talk, _ = desk(root, PASTED, "1")
    assert talk.chosen("哪一个?", "12", "1") == "1"
    kept = root / ".minqing" / "drafts" / "notes-1.txt"
    assert kept.read_text(encoding="utf-8") == PASTED


def test_notes_pasted_instead_of_what_to_do_with_the_days_walk_are_read(root: Path) -> None:
    walk(root, "2026-11-20", 4773, "2.87")
    talk, person = desk(root, "ENTER", PASTED, "1")
    session = new_session(talk.context)
    assert ask_step(talk, session, "date") is True
    assert "2026-11-18" in person.asked[2].text
    assert session.answers["date"] == "2026-11-18"
    assert [m.title for m in session.matters] == ["6号楼灯不亮", "7号楼堆物"]


def test_steps_of_pasted_notes_that_nobody_walks_are_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, _ = desk(root, "11月20日 晴\n4773000步\n1. 6号楼灯不亮")
    session = new_session(talk.context)
    assert ask_step(talk, session, "date") is True
    assert "“4773000步”不像一次走动的步数" in capsys.readouterr().err
    assert "steps" not in session.answers


DRAIN = """---
日期: 2026-11-09
事项:
  - 编号: 20261109-1
    事由: 11号楼下水道堵了
    地点: 11号楼
---
"""


@pytest.mark.parametrize(("answer", "closed"), [("y", True), ("", False)])
def test_news_pasted_with_a_walk_close_the_matter_they_are_of_where_that_is_wanted(
    root: Path, answer: str, closed: bool
) -> None:
    page = root / "diaries" / "2026" / "2026-11-09.md"
    page.write_text(DRAIN, "utf-8")
    talk, person = desk(root, "11月18日 晴\n1. 6号楼灯不亮\n2. 11号楼下水道通了", answer, *["ENTER"] * 8)
    session = new_session(talk.context)
    assert ask_step(talk, session, "date") is True
    assert any("记到那几件下" in asked.text for asked in person.asked)
    draft = draft_of(talk, session)
    assert [told.title for told in draft.told if not told.follows] == ["6号楼灯不亮"]
    entry, _ = write_entry(talk.context, draft, anyway=True)
    assert ("2026-11-18 办结 11号楼下水道通了" in page.read_text("utf-8")) is closed
    assert "11号楼下水道通了" in (root / entry.path).read_text("utf-8")


SPOKEN = "11月18日走了一圈。三号楼的王大姐说她家楼上的天天晚上跺脚。6号楼门禁坏了。"


@pytest.mark.parametrize("text", [SPOKEN, SPOKEN.replace("。", "，"), SPOKEN[:24] + "\n" + SPOKEN[24:]])
def test_a_dictated_paragraph_pasted_as_the_day_is_read_as_notes(root: Path, text: str) -> None:
    talk, _ = desk(root, text, *["ENTER"] * 8)
    session = new_session(talk.context)
    assert ask_step(talk, session, "date") is True
    assert (session.answers["date"], session.notes) == ("2026-11-18", text)


def test_a_slip_in_a_date_is_asked_for_again(root: Path) -> None:
    talk, person = desk(root, "十一月三十三号吧", "11-18")
    session = new_session(talk.context)
    assert ask_step(talk, session, "date") is True
    assert (session.answers["date"], session.notes, person.answers) == ("2026-11-18", "", [])


@pytest.mark.parametrize(("answer", "day"), [("1", "2026-11-18"), ("2", "2026-11-20")])
def test_notes_that_name_another_day_than_the_answer_are_asked_about(root: Path, answer: str, day: str) -> None:
    talk, _ = desk(root, PASTED, answer)
    session = new_session(talk.context)
    session.answers["date"] = "2026-11-20"
    assert ask_step(talk, session, "weather") is True
    assert session.answers["date"] == day
    assert session.answers["weather"] == "晴"


def test_a_day_of_long_ago_is_questioned_once(root: Path) -> None:
    talk, person = desk(root, "03-01", "ENTER")
    session = Session()
    assert ask_fact(talk, session, "date", "") is True
    assert (session.answers["date"], len(person.asked)) == ("2026-03-01", 2)


def test_today_alone_is_no_draft(root: Path) -> None:
    context = desk(root)[0].context
    session = new_session(context)
    session.answers["date"] = "2026-11-20"
    keep(context, session)
    assert kept_sessions(context) == []
    session.answers["weather"] = "晴"
    keep(context, session)
    assert [kept.answers for kept in kept_sessions(context)] == [session.answers]


def test_a_due_date_before_the_walk_is_asked_for_again(root: Path) -> None:
    talk, person = desk(root, "d", "11-10", "11-30", "")
    agreed = agree(talk, LAMP, DAY, "walk", kept=lambda told: None)
    assert (agreed.told.due, person.answers) == (date(2026, 11, 30), [])


@pytest.mark.parametrize(
    ("first", "told"),
    [("参加:张书记", "没有认出日期"), ("11月33日 晴", "11月33日")],
    ids=["no day", "a day there is not"],
)
def test_notes_without_a_day_that_can_be_read_are_asked_for_it_once(
    root: Path, capsys: pytest.CaptureFixture[str], first: str, told: str
) -> None:
    notes = f"{first}\n4773步\n1. 6号楼的阿姨说楼道灯不亮"
    talk, person = desk(root, notes, "11-33", "周一", "ENTER")
    session, draft, decision = _talked(talk, Typed(), None, None)
    assert told in capsys.readouterr().err
    assert [q.text for q in person.asked[:3]] == ["日期?"] * 3
    assert (draft.entry.date, draft.entry.steps, decision) == (DAY, 4773, "write")
    assert person.answers == []
    (kept,) = (root / ".minqing/drafts").glob("log*.json")
    assert "楼道灯不亮" in kept.read_text(encoding="utf-8")
    assert session.answers["date"] == "2026-11-16"


def test_marks_alone_are_no_matter(root: Path) -> None:
    talk, person = desk(root, "@绿化队", "8号楼树密晒不到阳光 @绿化队", "", "")
    session = Session(answers={"date": DAY.isoformat()})
    assert ask_matters(talk, session)
    assert [(told.title, told.owner) for told in session.matters] == [("8号楼树密晒不到阳光", "绿化队")]
    assert person.asked[1].default == "@绿化队"


@pytest.mark.parametrize("slip", ["5", "啊", "＃＃", "…"])
def test_what_tells_of_nothing_is_no_matter(root: Path, slip: str, capsys: pytest.CaptureFixture[str]) -> None:
    talk, person = desk(root, slip, "8号楼树密晒不到阳光", "", "")
    session = Session(answers={"date": DAY.isoformat()})
    assert ask_matters(talk, session)
    assert [told.title for told in session.matters] == ["8号楼树密晒不到阳光"]
    assert person.asked[1].default == slip
    assert f"“{slip}”看不出是什么事" in capsys.readouterr().err


def test_a_number_that_is_not_shown_names_no_category(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, person = desk(root, "c", "9", "1", "")
    agreed = agree(talk, Told("5号楼的老爷子说窗前的路灯太亮"), DAY, "walk", kept=[].append)
    assert "9" not in person.asked[1].text
    assert "没有“9”这个类别" in capsys.readouterr().err
    assert agreed.told.category == "facility"


def test_a_day_typed_in_words_is_told_with_its_weekday(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, _ = desk(root, "11月９日")
    assert ask_fact(talk, Session(), "date", "2026-11-20") is True
    assert "2026-11-09 周一" in capsys.readouterr().err


def test_a_sentence_typed_at_a_suggestion_that_is_alone_is_that_matters_sentence(root: Path) -> None:
    """``add`` and the review have no next matter that it could be."""
    typed = "6号楼的阿姨说楼道灯全不亮"
    session = Session(answers={"date": DAY.isoformat()}, matters=[LAMP])
    talk, person = desk(root, typed, "")
    change_matter(talk, session, 0)
    assert (session.matters[0].title, person.answers) == (typed, [])


def test_the_second_walk_of_a_day_is_the_last_one(root: Path) -> None:
    for name in ("2026-11-16-10", "2026-11-16", "2026-11-16-2"):
        text = WALK.format(day="2026-11-16", steps=len(name), km="2.87")
        (root / "diaries" / "2026" / f"{name}.md").write_text(text, encoding="utf-8")
    assert desk(root)[0].last_walk.path.endswith("2026-11-16-10.md")


def test_an_owner_is_known_by_a_part_of_its_name_and_that_is_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for given, owner in (("城管", "城管执法队"), ("绿化队", "绿化队"), ("新来的", "新来的"), ("-", "")):
        talk, _ = desk(root, "o", given, "ENTER")
        agreed = agree(talk, LAMP, DAY, "walk", kept=lambda told: None)
        assert agreed.told.owner == owner
    assert "城管 → 城管执法队" in capsys.readouterr().err


def test_what_is_too_long_to_be_taken_is_kept(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, _ = desk(root, "灯" * (LONGEST_ANSWER + 1), "今天")
    assert talk.ask(Question("走访记录?")) == "今天"
    assert "太长了" in capsys.readouterr().err
    (draft,) = (root / ".minqing" / "drafts").glob("*.txt")
    assert draft.read_text(encoding="utf-8") == "灯" * (LONGEST_ANSWER + 1)
