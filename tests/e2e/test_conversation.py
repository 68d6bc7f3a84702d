"""The conversation of ``minqing log`` and ``minqing add`` in a real terminal: one key, pastes, drafts, repeats."""

from __future__ import annotations

import json
import signal
import stat
import time
from collections.abc import Callable
from typing import Any

import pytest

BEFORE = """---
日期: 2026-11-09
时间: 08:30-11:40
路线: 顺时针一圈
步数: 4773
公里: 2.87
参加: [张书记, 王丽]
同行: [城管执法队]
事项:
  - 编号: 20261109-1
    事由: 5号楼的老爷子说窗前的路灯太亮
    地点: 5号楼
  - 编号: 20261109-2
    事由: 3号楼2单元门口小广告
    地点: 3号楼2单元门口
    办理:
      - 2026-11-10 办结 清了
---
"""
PASTE = """11月16日 周一 晴
参加:张书记、王丽
8:30-11:40 4773步 2.9公里
1. 6号楼楼道灯不亮
2. 7号楼门口堆物,已清理
3. 8号楼树密晒不到阳光 @绿化队
都说新扶手好。
"""
MATTERS = "1. 6号楼楼道灯不亮\n2. 7号楼门口堆物,已清理\n"


@pytest.fixture
def walked(machine: Any) -> Any:
    """A diary with last week's walk."""
    machine.write("diaries/2026/2026-11-09.md", BEFORE)
    return machine


def bracketed(text: str) -> str:
    """A paste as most terminals hand it over."""
    return f"\x1b[200~{text}\x1b[201~"


def through_the_facts(machine: Any, day: str = "周一") -> Any:
    """A conversation about a walk whose facts, mostly as last time, are answered one by one."""
    log = machine.terminal("log")
    log.answers(
        ("日期", day), ("参加", ""), ("同行", ""), ("路线", ""), ("天气", "晴"), ("时间", ""), ("步数", "4773"),
        ("公里", ""),
    )  # fmt: skip
    return log


def at_the_matters(machine: Any) -> Any:
    """The same conversation, gone on with where its facts had been answered: quicker than answering them again."""
    facts = {"walkers": "张书记、王丽", "companions": "城管执法队", "route": "顺时针一圈", "time": "08:30-11:40",
             "date": "2026-11-16", "weather": "晴", "steps": "4773", "km": "2.86"}  # fmt: skip
    kept = {"answers": facts, "matters": [], "remarks": {}, "half": {}, "begun": "2026-11-20"}
    machine.write(".minqing/drafts/log.json", json.dumps(kept, ensure_ascii=False))
    (machine.root / ".minqing/drafts/log.json").chmod(0o600)
    log = machine.terminal("log")
    log.answers(("接着记", ""))
    return log


def handed(machine: Any, notes: str) -> Any:
    """A conversation whose first question was answered with a paste and Enter."""
    log = machine.terminal("log")
    log.says("日期")
    log.pastes(bracketed(notes) + "\r")
    return log


def test_steps_alone_are_enough_and_enter_takes_last_times_answers(walked: Any) -> None:
    log = through_the_facts(walked)
    log.answers(("第1件", ""), ("还想记", ""), ("写入", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-16.md")
    for piece in ("[张书记, 王丽]", "[城管执法队]", "路线: 顺时针一圈", "步数: 4773", "公里: 2.86"):
        assert piece in text


def test_a_paste_and_a_glance_write_a_usual_walk_with_two_keys(walked: Any) -> None:
    """The keys after the paste: Enter when it stands in the line, Enter for the review."""
    log = handed(walked, PASTE)
    shown = log.says("写入")
    assert "6号楼楼道灯不亮" in shown
    log.types("")
    code, said = log.ends()
    assert code == 0, said
    text = walked.read("diaries/2026/2026-11-16.md")
    for piece in ("8号楼树密晒不到阳光", "责任: 绿化队", "办结", "都说新扶手好。"):
        assert piece in text


def test_notes_without_numbers_are_offered_as_matters_line_by_line(walked: Any) -> None:
    log = handed(walked, "11月16日 晴 4700步\n南门门禁坏了\n有人摔瓶子\n大家都说凉亭好\n楼前树太密\n")
    log.says("这几行像是事项")
    log.answers(("都记成事项", "1 3"), ("写入", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-16.md")
    assert "事由: 南门门禁坏了" in text
    assert "事由: 楼前树太密" in text
    assert text.endswith("---\n\n有人摔瓶子\n大家都说凉亭好\n")


def test_a_line_without_a_number_beside_others_is_offered_too(walked: Any) -> None:
    log = handed(walked, PASTE + "我觉得9号楼楼道太暗\n")
    log.says("这几行也像是事项")
    assert "都说新扶手好" not in log.says("都记成事项")
    log.types("")
    log.answers(("的日记吗", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-16.md")
    assert "编号: 20261116-4\n    事由: 我觉得9号楼楼道太暗" in text
    assert text.endswith("---\n\n都说新扶手好。\n")


def test_the_review_turns_old_news_into_text_and_keeps_the_numbers(walked: Any) -> None:
    """``r`` is one key, from an input method too; a letter typed for a matter never becomes its sentence."""
    log = handed(walked, PASTE + "4. 9号楼井盖松动\n5. 上次反映的围栏已经换了新的\n")
    assert "5 像是夸奖" in log.says("的日记吗")
    log.child.send("ｒ")
    log.says("打 5 变回事项")
    log.answers(("的日记吗", "2-"))
    log.says("打 2 放回")
    log.answers(("的日记吗", "4t"), ("层级", "3"), ("t 大事", ""), ("的日记吗", "3"))
    log.says("改这句话")
    log.child.send("<")
    log.answers(("第3件", "p"), ("地点", "8号楼南侧"), ("p 8号楼南侧", ""), ("的日记吗", ""))
    code, said = log.ends()
    assert code == 0, said
    text = walked.read("diaries/2026/2026-11-16.md")
    titles = [line.partition("事由: ")[2] for line in text.splitlines() if "事由: " in line]
    assert titles == ["6号楼楼道灯不亮", "8号楼树密晒不到阳光", "9号楼井盖松动"]
    assert "地点: 8号楼南侧" in text
    assert text.count("层级: 大事") == 1
    for remark in ("都说新扶手好", "换了新的"):
        assert remark in text.split("---\n")[2]


def test_several_walks_of_one_paste_are_written_together(machine: Any) -> None:
    log = handed(machine, "11月9日 晴\n1. 6号楼楼道灯不亮\n\n11月16日 阴\n1. 8号楼树密晒不到阳光\n")
    log.answers(("回车=都写入", ""))
    assert log.ends()[0] == 0
    assert machine.diaries == ["2026-11-09.md", "2026-11-16.md"]
    assert not list((machine.root / ".minqing" / "drafts").glob("log*.json"))


@pytest.mark.parametrize("paste", [MATTERS, bracketed(MATTERS) + "\r"], ids=["plain", "bracketed"])
def test_many_lines_pasted_at_a_matter_are_many_matters(walked: Any, paste: str) -> None:
    log = at_the_matters(walked)
    log.says("第1件")
    log.pastes(paste)
    log.answers(("第3件", ""), ("还想记", ""), ("写入", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-16.md")
    assert "事由: 6号楼楼道灯不亮" in text
    assert "事由: 7号楼门口堆物,已清理" in text


def test_one_key_changes_a_part_of_the_suggestion(machine: Any) -> None:
    add = machine.terminal("add", "6号楼楼道灯不亮")
    add.says("回车=写入")
    add.child.send("ｔ")  # from an input method
    add.answers(("层级", "大"))
    add.says("t 大事")
    add.child.send("c")
    add.answers(("类别", "违建"))
    add.says("c 违建占道")
    add.child.send("o")
    add.answers(("责任", "城管执法队"))
    add.says("o 城管执法队")
    add.child.send("d")
    add.answers(("期限", "月底"), ("d 11-30", ""))
    assert add.ends()[0] == 0
    text = machine.read("diaries/2026/2026-11-20-desk.md")
    for piece in ("层级: 大事", "类别: 违建占道", "责任: 城管执法队", "期限: 2026-11-30"):
        assert piece in text


def test_a_hotline_issue_is_asked_for_its_ticket(machine: Any) -> None:
    add = machine.terminal("add", "6号楼楼道灯不亮")
    add.says("回车=写入")
    add.child.send("k")
    add.answers(("类型", "12345"), ("工单", "SL-007"), ("回车=写入", ""))
    assert add.ends()[0] == 0
    assert "工单: SL-007" in machine.read("diaries/2026/2026-11-20-hotline.md")


def test_an_open_repeat_can_become_a_note(walked: Any) -> None:
    log = at_the_matters(walked)
    log.answers(("第1件", "五号楼窗前的路灯还是太亮"))
    log.says("第2次")
    log.says("记成它的跟进")
    log.child.send("y")
    log.answers(("第2件", ""), ("还想记", ""), ("写入", ""))
    code, said = log.ends()
    assert code == 0
    assert "20261109-1  5号楼的老爷子说窗前的路灯太亮  办理中" in said
    assert "2026-11-16 跟进 五号楼窗前的路灯还是太亮" in walked.read("diaries/2026/2026-11-09.md")
    assert "事项" not in walked.read("diaries/2026/2026-11-16.md")
    assert len(walked.git("log", "--format=%H", "-1", "--", "diaries/2026/2026-11-16.md").split()) == 1
    named = walked.git("-c", "core.quotepath=false", "show", "--name-only", "--format=", "HEAD").split()
    assert sorted(named) == ["diaries/2026/2026-11-09.md", "diaries/2026/2026-11-16.md"]


def test_a_walk_of_that_day_can_be_added_to(walked: Any) -> None:
    log = walked.terminal("log")
    log.answers(("日期", "11-09"))
    log.says("已经记过")
    log.child.send("1")
    log.answers(("第1件", "6号楼楼道灯不亮"), ("回车=对", ""), ("第2件", ""))
    log.says("还想记")
    log.child.send("z")
    for section, remark in (("走", ""), ("看", ""), ("听", "都说好"), ("问", ""), ("记", ""), ("办", "周三修")):
        log.says(f"{section}(")
        log.types(remark)
    log.answers(("写入", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-09.md")
    assert text.startswith(BEFORE.removesuffix("---\n"))
    assert "20261109-3" in text
    assert text.endswith("---\n\n## 听\n\n都说好\n\n## 办\n\n周三修\n")


def test_a_walk_of_that_day_can_be_put_right(walked: Any) -> None:
    log = walked.terminal("log")
    log.answers(("日期", "11-09"), ("4更正", "4"), ("改哪一项", "步数"), ("步数?", "5200"), ("改哪一项", ""))
    code, said = log.ends()
    assert code == 0, said
    assert "步数 4773 → 5200" in said
    text = walked.read("diaries/2026/2026-11-09.md")
    assert text == BEFORE.replace("步数: 4773", "步数: 5200")  # 2.87 km were measured, and stay
    assert not list((walked.root / ".minqing" / "drafts").glob("log*.json"))


def test_a_doubtful_answer_is_questioned_once_and_stays_editable(walked: Any) -> None:
    log = walked.terminal("log")
    log.answers(("日期", "明天"), ("还没到", "周一"))
    for question in ("参加", "同行", "路线", "天气"):
        log.says(question)
        log.types("")
    log.answers(("时间", "11:40-8:30"), ("不晚于开始", "8:30-11:40"), ("步数", "4773000"))
    log.says("不会有 4773000 步")
    log.says("步数")
    log.pastes("\x1b[D" + "\x7f" * 3)  # to the end of the default, and three figures away
    log.types("")
    log.answers(("公里", "29"), ("一步合", ""))
    log.says("第1件")
    log.breaks_off()


def answers_kept(machine: Any) -> dict[str, Any]:
    """What the draft holds."""
    (draft,) = (machine.root / ".minqing" / "drafts").glob("log*.json")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    return dict(json.loads(draft.read_text(encoding="utf-8")))


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP])
def test_a_killed_conversation_goes_on_where_it_was(walked: Any, end: int) -> None:
    log = through_the_facts(walked, "昨天")
    log.answers(("第1件", "6号楼楼道灯不亮"))
    log.says("回车=对")
    log.child.kill(end)
    log.child.close(force=True)
    kept = answers_kept(walked)
    assert kept["answers"]["date"] == "2026-11-19"
    assert kept["matters"][0]["title"] == "6号楼楼道灯不亮"
    again = walked.terminal("log", MINQING_TODAY="2026-11-22")
    again.says("2026-11-20")
    again.answers(("接着记", ""), ("第2件", ""), ("还想记", ""), ("写入", ""))
    assert again.ends()[0] == 0
    assert "事由: 6号楼楼道灯不亮" in walked.read("diaries/2026/2026-11-19.md")
    assert not list((walked.root / ".minqing" / "drafts").glob("log*.json"))


@pytest.mark.parametrize("end", ["\x03", signal.SIGKILL], ids=["Ctrl-C", "killed"])
def test_a_line_that_was_not_finished_is_gone_on_with(walked: Any, end: Any) -> None:
    log = at_the_matters(walked)
    log.says("第1件")
    log.pastes("5号楼窗前路灯")
    log.says("第2次:上次 2026-11-09 提出")  # while it is typed
    if end == "\x03":
        log.pastes(end)
        assert log.ends()[0] == 130
    else:
        eventually(lambda: "5号楼窗前路灯" in "".join(answers_kept(walked)["half"].values()))
        log.child.kill(end)
        log.child.close(force=True)
    again = walked.terminal("log")
    again.says("接着记")
    again.pastes("1\r")
    again.answers(("5号楼窗前路灯", "太亮"))
    again.says("还没办结: 20261109-1")
    again.pastes("y")
    again.says("第2件")


@pytest.mark.parametrize("end", ["\x03", signal.SIGHUP, signal.SIGKILL], ids=["Ctrl-C", "closed", "killed"])
def test_a_matter_is_kept_as_soon_as_enter_was_pressed(walked: Any, end: Any) -> None:
    log = at_the_matters(walked)
    log.says("第1件")
    log.pastes("9号楼门禁坏了\r")
    log.says("\n")
    if end == "\x03":
        log.pastes(end)
        assert log.ends()[0] == 130
    else:
        log.child.kill(end)
        log.child.close(force=True)
    kept = answers_kept(walked)
    assert "9号楼门禁坏了" in [*kept["half"].values(), *(matter["title"] for matter in kept["matters"])]


AHEAD = ("昨天", "", "", "", "晴", "8:30-11:40", "4700", "", "9号楼门禁坏了", "", "", "")
"""Answers to every question, up to the review: the day, people and route as last time …"""


@pytest.mark.parametrize(
    ("early", "pace"),
    [(True, 0.0), (True, 0.2), (False, 0.0)],
    ids=["a burst while it starts", "quickly from the start on", "a burst at the prompt"],
)
def test_answers_typed_ahead_go_to_their_questions(walked: Any, early: bool, pace: float) -> None:
    log = walked.terminal("log")
    if not early:
        log.says("日期?")
    for line in AHEAD:
        log.pastes(line + "\r")
        time.sleep(pace)
    log.says("日记吗?")
    log.types("")
    code, said = log.ends()
    assert code == 0, said
    text = walked.read("diaries/2026/2026-11-19.md")
    for piece in ("[张书记, 王丽]", "天气: 晴", "时间: 08:30-11:40", "步数: 4700", "事由: 9号楼门禁坏了"):
        assert piece in text
    assert text.endswith("---\n")


@pytest.mark.parametrize("early", [True, False], ids=["while it starts", "at the prompt"])
def test_notes_that_came_without_the_marks_of_a_paste_are_read_as_notes(walked: Any, early: bool) -> None:
    log = walked.terminal("log")
    if not early:
        log.says("日期?")
    log.pastes(PASTE.replace("\n", "\r"))
    assert "8号楼树密" in log.says("日记吗?")
    log.breaks_off()


@pytest.mark.parametrize("early", [True, False], ids=["while it starts", "at the prompt"])
def test_a_table_that_came_without_the_marks_of_a_paste_keeps_its_columns(walked: Any, early: bool) -> None:
    log = walked.terminal("log")
    if not early:
        log.says("日期?")
    log.pastes("日期\t楼栋\t问题\t责任人\r11月16日\t8号楼\t树密晒不到阳光\t绿化队\r\t6号楼\t门禁坏了\t物业\r")
    log.answers(("日记吗?", ""))
    code, said = log.ends()
    assert code == 0, said
    text = walked.read("diaries/2026/2026-11-16.md")
    for piece in ("事由: 树密晒不到阳光\n    地点: 8号楼", "责任: 绿化队", "地点: 6号楼"):
        assert piece in text


def test_esc_goes_back_as_a_stroke_does(walked: Any) -> None:
    log = at_the_matters(walked)
    log.says("第1件")
    log.pastes("\x1b")
    log.says("公里?")
    log.types("")
    log.answers(("第1件", "6号楼楼道灯不亮"), ("回车=对", ""), ("第2件", ""))
    log.says("还想记")
    log.pastes("\x1b")
    log.says("第2件")
    log.pastes("\x1b")  # the sentence of the first one: edited, not replaced
    log.says("打 - 删掉")
    log.types("了两周")
    log.answers(("回车=对", ""), ("第2件", ""), ("还想记", ""), ("日记吗?", ""))
    assert log.ends()[0] == 0
    assert "事由: 6号楼楼道灯不亮了两周\n" in walked.read("diaries/2026/2026-11-16.md")


def test_a_sentence_emptied_in_the_review_is_not_lost(walked: Any) -> None:
    log = handed(walked, PASTE)
    log.answers(("日记吗?", "1"))
    log.says("改这句话")
    log.pastes("<")
    log.says("第1件")
    log.types("\x15")
    log.answers(("空着不行", ""), ("回车=对", ""), ("日记吗?", ""))
    assert log.ends()[0] == 0
    assert "事由: 6号楼楼道灯不亮\n" in walked.read("diaries/2026/2026-11-16.md")


def eventually(holds: Callable[[], bool], seconds: float = 5) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_conversation_that_is_going_on_is_not_offered_in_a_second_window(walked: Any) -> None:
    first = at_the_matters(walked)
    first.says("第1件")
    second = walked.terminal("log")
    assert "没有记完" not in second.says("日期?")
    second.interrupts()
    second.ends()
    first.interrupts()
    first.ends()
    assert "2026-11-16" in walked.terminal("log").says("接着记")


def test_a_draft_can_wait_and_can_be_thrown_away(walked: Any) -> None:
    log = walked.terminal("log")
    log.answers(("日期", "昨天"))
    log.says("参加")
    log.interrupts()
    code, said = log.ends()
    assert code == 130
    assert "留着" in said
    for answer in "32":
        later = walked.terminal("log")
        later.says("以后再说")
        later.types(answer)
        later.says("日期?")
        later.breaks_off()
    assert not list((walked.root / ".minqing" / "drafts").glob("log.json"))
    assert list((walked.root / ".minqing" / "drafts").glob("log~1.json"))


def test_the_review_can_change_anything(walked: Any) -> None:
    log = walked.terminal("log", "--date", "昨天", "--issue", "6号楼楼道灯不亮", "--steps", "4773")
    log.says("写入")
    log.child.send("1")
    log.types("")
    log.answers(("改这句话", "6号楼楼道的灯坏了两盏"), ("改这句话", ""))
    log.says("写入")
    log.child.send("f")
    log.answers(("改哪一项", "天气"), ("天气?", "多云"))
    log.says("天气: 多云")
    log.answers(("写入", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-19.md")
    assert "事由: 6号楼楼道的灯坏了两盏" in text
    assert "天气: 多云" in text


def test_backspace_over_chinese_leaves_no_ghosts(machine: Any) -> None:
    log = machine.terminal("log", columns=40)
    log.answers(("日期", ""))
    log.says("参加")
    log.pastes("张书记王力\x7f丽")
    log.types("")
    log.says("同行")
    log.interrupts()
    log.ends()
    assert answers_kept(machine)["answers"]["walkers"] == "张书记王丽"


def test_a_dumb_terminal_is_asked_plainly(walked: Any) -> None:
    add = walked.terminal("add", "6号楼楼道灯不亮", TERM="dumb")
    add.answers(("回车=写入", "t"), ("层级", "3"), ("t 大事", ""))
    code, said = add.ends()
    assert code == 0
    assert "\x1b" not in said
    assert "层级: 大事" in walked.read("diaries/2026/2026-11-20-desk.md")


def test_what_is_added_says_otherwise_goes_into_the_text(walked: Any) -> None:
    log = walked.terminal("log", "--date", "11-09", "--steps", "5200", "--text", "下午又走了一趟")
    log.answers(("已经记过", "1"), ("写入", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-09.md")
    assert "步数: 4773" in text
    assert "下午又走了一趟\n又记: 步数 5200" in text


def test_enter_adds_what_the_header_has_not_and_says_what_it_has(walked: Any) -> None:
    walked.write("diaries/2026/2026-11-09.md", "---\n日期: 2026-11-09\n步数: 6218\n事项: []\n---\n")
    walked.write("notes.txt", "11月9日 晴\n7032步\n参加 刘敏、小周\n8:30-10:00\n1. 6号楼门禁坏了\n")
    log = walked.terminal("log", "notes.txt")
    log.answers(("已经记过", ""), ("写入", ""))
    code, said = log.ends()
    assert code == 0, said
    assert "步数已有 6218" in said
    text = walked.read("diaries/2026/2026-11-09.md")
    for line in ("时间: 08:30-10:00", "天气: 晴", "步数: 6218", "参加: [刘敏, 小周]"):
        assert f"\n{line}\n" in text


def test_several_walks_are_asked_for_the_day_that_has_one(walked: Any) -> None:
    walked.write("diaries/2026/2026-11-09.md", "---\n日期: 2026-11-09\n事项: []\n---\n")
    walked.write("notes.txt", "11月9日 7032步\n1. 6号楼门禁坏了\n11月10日 3000步\n1. 东门地锁\n")
    log = walked.terminal("log", "notes.txt")
    log.answers(("都写入", ""), ("已经记过", ""))
    code, said = log.ends()
    assert code == 0, said
    assert "\n步数: 7032\n公里: " in walked.read("diaries/2026/2026-11-09.md")
    assert "\n步数: 3000\n公里: " in walked.read("diaries/2026/2026-11-10.md")
    assert said.count("米算") == 2
    assert "2026-11-09-2.md" not in walked.diaries


def test_a_day_to_come_is_questioned_by_add(walked: Any) -> None:
    add = walked.terminal("add", "4号楼灯坏", "--date", "明天")
    add.answers(("还没到", "\x7f" * 10 + "11-18"), ("回车=写入", ""))
    assert add.ends()[0] == 0
    assert ("2026-11-18-desk.md" in walked.diaries, "2026-11-21-desk.md" in walked.diaries) == (True, False)


def test_a_spoilt_entry_is_not_added_to(walked: Any) -> None:
    walked.write("diaries/2026/2026-11-09.md", "---\n日期: 2026-11-09\n步数: 很多\n---\n")
    log = walked.terminal("log")
    log.answers(("日期", "11-09"), ("已经记过", "1"), ("有错", "2"))
    log.says("参加")
    log.breaks_off()


def test_nothing_is_asked_with_yes_not_even_the_day(walked: Any) -> None:
    walked.write("notes.txt", "4700步\n1. 6号楼门禁坏了\n")
    code, said = walked.terminal("log", "notes.txt", "--yes").ends()
    assert code == 0, said
    assert "2026-11-20.md" in walked.diaries


@pytest.mark.parametrize("leave", ["\x03", "n"], ids=["Ctrl-C", "n"])
def test_an_issue_that_was_left_stands_in_the_line_next_time_as_it_was(machine: Any, leave: str) -> None:
    add = machine.terminal("add", "6号楼楼道灯不亮")
    add.says("回车=写入")
    add.pastes("t")
    add.answers(("层级", "大"))
    add.says("t 大事")
    add.pastes(leave)
    assert add.ends()[0] == 130
    again = machine.terminal("add")
    again.answers(("6号楼楼道灯不亮", ""), ("t 大事", ""))
    assert again.ends()[0] == 0
    assert "层级: 大事" in machine.read("diaries/2026/2026-11-20-desk.md")
    assert not list((machine.root / ".minqing" / "drafts").glob("add*.json"))


def test_several_matters_pasted_at_add_are_shown_and_written_together(machine: Any) -> None:
    add = machine.terminal("add", "--kind", "hotline")
    add.says("什么事?")
    add.pastes(bracketed("20261120001 6号楼门禁坏了\n20261120002 7号楼垃圾没人清\n"))
    add.types("")
    add.answers(("这 2 件都写入吗", ""))
    assert add.ends()[0] == 0
    text = machine.read("diaries/2026/2026-11-20-hotline.md")
    assert "20261120001" in text
    assert "事由: 7号楼垃圾没人清" in text
    assert not list((machine.root / ".minqing" / "drafts").glob("add*.json"))


def test_several_walks_can_be_gone_through_one_after_another(machine: Any) -> None:
    log = handed(machine, "11月9日 晴\n1. 6号楼门禁坏了\n\n11月16日 阴\n1. 8号楼树密晒不到阳光\n")
    log.says("一次一次看")
    log.pastes("1")
    log.says("数字=改那件事")
    log.answers(("的日记吗", ""))
    log.says("2026-11-09.md")
    log.says("数字=改那件事")
    log.breaks_off()
    assert machine.diaries == ["2026-11-09.md"]
    again = machine.terminal("log")
    assert "6号楼" not in again.says("接着记")
    again.pastes("1\r")
    again.answers(("的日记吗", ""))
    assert again.ends()[0] == 0
    assert "树密晒不到阳光" in machine.read("diaries/2026/2026-11-16.md")
    assert not list((machine.root / ".minqing" / "drafts").glob("log*.json"))


def test_notes_pasted_at_the_question_of_the_days_walk_are_read_for_their_own_day(walked: Any) -> None:
    log = walked.terminal("log")
    log.answers(("日期", "11-09"))
    log.says("先不记")
    log.pastes(bracketed("11月12日 晴 4700步\n1. 6号楼楼道灯不亮\n2. 3号楼楼道堆物") + "\r")
    assert "2026-11-12" in log.says("哪天记")
    log.pastes("1")
    log.says("的日记吗")
    log.types("")
    log.ends()
    assert "3号楼楼道堆物" in walked.read("diaries/2026/2026-11-12.md")
    assert "楼道堆物" not in walked.read("diaries/2026/2026-11-09.md")


def test_an_editor_that_changes_nothing_leads_back_to_the_review(walked: Any) -> None:
    log = walked.terminal("log", "--date", "周一", "--issue", "6号楼楼道灯不亮", EDITOR="true")
    log.says("的日记吗")
    log.child.send("e")
    log.says("没有改动,还没有写入")
    assert "2026-11-16.md" not in walked.diaries
    log.answers(("的日记吗", ""))
    assert log.ends()[0] == 0
    assert "事由: 6号楼楼道灯不亮" in walked.read("diaries/2026/2026-11-16.md")


def test_an_editor_that_does_not_come_up_leads_back_to_the_review(walked: Any) -> None:
    log = walked.terminal("log", "--date", "周一", "--issue", "6号楼楼道灯不亮", EDITOR="no-such-editor")
    log.says("的日记吗")
    log.child.send("e")
    log.says("no-such-editor")
    log.answers(("的日记吗", ""))
    assert log.ends()[0] == 0
    assert walked.diaries == ["2026-11-09.md", "2026-11-16.md"]


def test_what_an_editor_changed_is_written_as_it_was_left(walked: Any) -> None:
    editor = walked.editor("""sed -i 's/楼道灯不亮/楼道灯全不亮/' "$1" """)
    log = walked.terminal("log", "--date", "周一", "--issue", "6号楼楼道灯不亮", EDITOR=editor)
    log.says("的日记吗")
    log.child.send("e")
    assert log.ends()[0] == 0
    assert "事由: 6号楼楼道灯全不亮" in walked.read("diaries/2026/2026-11-16.md")


def test_a_note_to_another_issue_is_written_first_only_where_that_is_agreed(walked: Any) -> None:
    log = at_the_matters(walked)
    log.answers(("第1件", "5号楼路灯还是太亮"), ("记成它的跟进", "y"), ("第2件", ""), ("还想记", ""))
    log.says("的日记吗")
    log.child.send("e")
    log.answers(("现在写入吗", "n"))
    log.says("还没有写入")
    assert "跟进" not in walked.read("diaries/2026/2026-11-09.md")
    log.answers(("的日记吗", ""))
    assert log.ends()[0] == 0
    assert "跟进 5号楼路灯还是太亮" in walked.read("diaries/2026/2026-11-09.md")


def test_a_walk_put_off_at_its_review_is_gone_on_with_there(walked: Any) -> None:
    log = at_the_matters(walked)
    log.answers(("第1件", "6号楼楼道灯不亮"), ("回车=对", ""), ("第2件", ""), ("还想记", ""))
    log.says("的日记吗")
    log.child.send("n")
    assert log.ends()[0] == 130
    log = walked.terminal("log")
    log.answers(("接着记", ""))
    assert "第2件" not in log.says("的日记吗")
    log.types("")
    assert log.ends()[0] == 0
    assert "事由: 6号楼楼道灯不亮" in walked.read("diaries/2026/2026-11-16.md")


def test_another_day_chosen_in_the_review_is_asked_about_where_it_has_a_walk(walked: Any) -> None:
    log = at_the_matters(walked)
    log.answers(("第1件", "7号楼井盖松动"), ("回车=对", ""), ("第2件", ""), ("还想记", ""))
    log.says("2026-11-16 周一的日记吗")
    log.child.send("f")
    log.answers(("改哪一项", "1"), ("日期", "11-9"), ("2026-11-09 周一的日记吗", ""), ("已经记过走动", ""))
    assert log.ends()[0] == 0
    assert walked.diaries == ["2026-11-09.md"]
    assert "编号: 20261109-3\n    事由: 7号楼井盖松动" in walked.read("diaries/2026/2026-11-09.md")


def test_the_review_goes_back_to_the_questions_before_it(walked: Any) -> None:
    log = at_the_matters(walked)
    log.answers(("第1件", "7号楼井盖松动"), ("回车=对", ""), ("第2件", ""), ("还想记", ""))
    log.says("的日记吗")
    log.child.send("<")
    log.answers(
        ("还想记", "<"), ("第2件", "8号楼树密晒不到阳光"), ("回车=对", ""), ("第3件", ""), ("还想记", "下周再看")
    )
    log.answers(("的日记吗", ""))
    assert log.ends()[0] == 0
    text = walked.read("diaries/2026/2026-11-16.md")
    assert text.count("编号:") == 2
    assert text.endswith("下周再看\n")


def test_what_is_added_to_a_walk_goes_back_from_its_matters_to_the_day(walked: Any) -> None:
    log = walked.terminal("log")
    log.answers(("日期", "11-9"), ("已经记过走动", "1"), ("第1件", "<"), ("日期", "11-16"))
    log.says("参加")
    log.breaks_off()
    log = walked.terminal("log")
    log.answers(("接着记", "2"), ("日期", "11-9"), ("已经记过走动", "1"))
    log.says("第1件")
    log.breaks_off()
    log = walked.terminal("log")
    log.says("接着记")
    log.types("")
    assert "参加" not in log.says("第1件")
    log.breaks_off()


REGISTER = "12345热线登记 11月16日\n【202611160001】 6号楼暖气不热\n【202611160002】 8号楼树密晒不到阳光\n"
HOTLINE = "2026-11-16-hotline.md"


def test_a_register_is_agreed_on_and_is_no_walk(walked: Any) -> None:
    walked.write("notes.txt", REGISTER)
    log = walked.terminal("log", "notes.txt")
    log.says("不是走动")
    log.answers(("其实是走动", ""))
    assert log.ends()[0] == 0
    assert (HOTLINE in walked.diaries, "2026-11-16.md" in walked.diaries) == (True, False)


def test_a_register_that_was_a_walk_is_talked_through_as_one(walked: Any) -> None:
    walked.write("notes.txt", REGISTER)
    log = walked.terminal("log", "notes.txt")
    log.answers(("其实是走动", "w"))
    log.says("数字=改那件事")
    log.types("")
    assert log.ends()[0] == 0
    assert (HOTLINE in walked.diaries, "2026-11-16.md" in walked.diaries) == (False, True)


def test_a_register_pasted_at_a_question_is_kept_until_it_is_written(walked: Any) -> None:
    log = walked.terminal("log")
    log.says("日期")
    log.pastes(bracketed(REGISTER) + "\r")
    log.answers(("其实是走动", ""))
    assert log.ends()[0] == 0
    assert HOTLINE in walked.diaries
    assert not list((walked.root / ".minqing" / "drafts").glob("log*.json"))


def test_the_kind_that_was_said_is_not_asked_for(walked: Any) -> None:
    walked.write("notes.txt", "11月17日\n1. 6号楼暖气不热\n")
    log = walked.terminal("log", "notes.txt", "--kind", "来电")
    log.answers(("写入吗", ""))
    assert log.ends()[0] == 0
    assert "2026-11-17-call.md" in walked.diaries
