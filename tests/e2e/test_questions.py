"""What a person is asked in a terminal, and that nobody is asked anywhere else."""

from __future__ import annotations

import json
import subprocess
import time
from typing import Any

SETTLED = 0.8
"""Seconds after which a plain question that was shown waits for keys: a Ctrl-C before that is heard at the next one."""

NOTES = """11月9日 周一 晴
参加:张书记、王丽
1. 6号楼楼道灯不亮
2. 7号楼门口堆物,已清理

3. 8号楼树密 @绿化队
都说新扶手好。
"""


def test_a_walk_is_written_by_answering(machine: Any) -> None:
    log = machine.terminal("log")
    log.answers(
        ("日期", "昨天"), ("参加", "张书记、王丽"), ("同行", ""), ("路线", "顺时针一圈"), ("天气", "晴"),
        ("时间", "8:30-11:40"), ("步数", "４７７３"), ("公里", "2.87"), ("第1件", "5号楼的老爷子说窗前的路灯太亮"),
        ("回车=对", ""), ("第2件", "3号楼小广告,已清理"), ("回车=对", ""), ("第3件", ""),
    )  # fmt: skip
    log.answers(("还想记点什么", "大家都好。"), ("写入", ""))
    code, said = log.ends()
    assert code == 0
    assert "20261119-1" in said
    text = machine.read("diaries/2026/2026-11-19.md")
    for piece in ("步数: 4773", "公里: 2.87", "时间: 08:30-11:40", "[张书记, 王丽]", "路灯太亮", "大家都好。"):
        assert piece in text
    assert "Minqing-Action: log" in machine.git("log", "-1", "--format=%B")


def test_the_last_walk_gives_the_defaults(machine: Any) -> None:
    machine.write("diaries/2026/2026-11-09.md", "---\n日期: 2026-11-09\n路线: 绕南门\n参加: [李楼长]\n---\n")
    log = machine.terminal("log")
    log.answers(("日期", ""))
    log.says("参加")
    log.answers(("李楼长", ""), ("同行", ""))
    log.says("路线")
    log.says("绕南门")
    log.breaks_off()


def test_an_answer_that_cannot_be_read_is_asked_again(machine: Any) -> None:
    log = machine.terminal("log")
    log.answers(("日期", ""), ("参加", "甲"), ("同行", ""), ("路线", ""), ("天气", ""), ("时间", ""))
    log.answers(("步数", "很多"))
    log.says("很多")
    log.answers(("步数", "4773"))
    log.says("公里")
    log.breaks_off()


def test_a_paste_of_several_lines_into_a_bare_log_is_taken_as_notes(machine: Any) -> None:
    log = machine.terminal("log")
    log.says("日期")
    log.pastes(NOTES)
    log.answers(("写入", ""))
    code, _ = log.ends()
    assert code == 0
    issues = json.loads(machine.run("list", "state:all", "--json").stdout)["issues"]
    assert sorted(i["title"] for i in issues) == ["6号楼楼道灯不亮", "7号楼门口堆物,已清理", "8号楼树密"]
    text = machine.read("diaries/2026/2026-11-09.md")
    assert "都说新扶手好。" in text
    assert "[张书记, 王丽]" in text


def test_what_was_understood_is_shown_before_it_is_written(machine: Any) -> None:
    log = machine.terminal("log", "--date", "昨天", "--issue", "5号楼路灯太亮")
    shown = log.says("写入")
    assert "5号楼路灯太亮" in shown
    assert machine.diaries == []
    log.types("n")
    assert log.ends()[0] == 130
    assert machine.diaries == []


def test_ctrl_c_is_130_without_a_traceback_and_writes_nothing(machine: Any) -> None:
    for typed, question in ((["log"], "日期"), (["add", "楼道灯不亮"], "写入")):
        asked = machine.terminal(*typed)
        asked.says(question)
        asked.interrupts()
        code, said = asked.ends()
        assert code == 130
        assert "Traceback" not in said
    assert machine.diaries == []


def test_the_end_of_input_is_130_too(machine: Any) -> None:
    log = machine.terminal("log")
    log.says("日期")
    log.child.sendeof()
    code, said = log.ends()
    assert code == 130
    assert "Traceback" not in said


def test_an_interrupted_session_is_kept_and_offered_next_time(machine: Any) -> None:
    log = machine.terminal("log")
    log.answers(("日期", "昨天"), ("参加", "阿姨队长"))
    log.says("同行")
    log.breaks_off()
    drafts = list((machine.root / ".minqing" / "drafts").iterdir())
    assert any("阿姨队长" in d.read_text(encoding="utf-8") for d in drafts)
    again = machine.terminal("log")
    again.says("阿姨队长")
    again.breaks_off()


def test_less_than_goes_back_a_question(machine: Any) -> None:
    log = machine.terminal("log")
    log.answers(("日期", "昨天"), ("参加", "王力"), ("同行", "<"))
    log.answers(("参加", "王丽"))
    log.says("同行")
    log.breaks_off()


def test_yes_asks_nothing(machine: Any) -> None:
    code, said = machine.terminal("add", "5号楼路灯太亮", "--yes").ends()
    assert code == 0
    assert "20261120-1" in said


def test_a_stale_due_date_is_asked_for(machine: Any) -> None:
    machine.write(
        "diaries/2026/2026-11-16.md",
        "---\n日期: 2026-11-16\n事项:\n  - 编号: 20261116-1\n    事由: 灯\n    期限: 2026-11-18\n---\n",
    )
    asked = machine.terminal("escalate", "灯", "街道办事处")
    asked.answers(("2026-11-18", "下周五"))
    assert asked.ends()[0] == 0
    assert "延期 2026-11-27" in machine.read("diaries/2026/2026-11-16.md")


def test_a_due_date_that_is_usual_for_the_new_tier_is_named_when_it_is_asked(machine: Any) -> None:
    machine.run("add", "6号楼的阿姨说楼道灯不亮", "--tier", "中事", "--yes")
    asked = machine.terminal("regrade", "楼道灯", "大事")
    asked.answers(("大事一般到 2026-12-05", ""))
    code, said = asked.ends()
    assert code == 0
    assert "minqing 交办 20261120-1 区住建房管" in said
    assert "延期" not in said


def test_a_missing_argument_is_asked_for(machine: Any) -> None:
    machine.run("add", "路灯", "--yes")
    asked = machine.terminal("assign", "路灯")
    asked.answers(("?", "绿化队"))
    assert asked.ends()[0] == 0
    assert "交办 绿化队" in machine.read("diaries/2026/2026-11-20-desk.md")


def test_init_asks_for_the_name_of_the_community(machine: Any) -> None:
    new = machine.root.parent / "新"
    asked = machine.terminal("init", str(new))
    asked.answers(("社区", "南沙滩社区"))
    assert asked.ends()[0] == 0
    assert "南沙滩社区" in (new / "minqing.yaml").read_text(encoding="utf-8")


def test_init_asks_once_who_writes_when_git_does_not_know(machine: Any) -> None:
    (machine.root.parent / "home" / ".gitconfig").write_text("")
    new = machine.root.parent / "新"
    asked = machine.terminal("init", str(new), "--name", "南沙滩社区")
    asked.answers(("姓名", "李楼长"), ("邮箱", ""))
    assert asked.ends()[0] == 0
    machine.root = new
    assert machine.git("log", "-1", "--format=%an").strip() == "李楼长"


def test_without_a_terminal_nobody_is_asked(machine: Any) -> None:
    machine.run("add", "路灯", "--yes")
    for typed, code in (
        (["log"], 2), (["log", "--issue", "井盖"], 0), (["add", "树"], 0), (["assign", "路灯"], 2),
        (["note", "路灯"], 2), (["escalate", "路灯", "街道"], 0), (["init", str(machine.root.parent / "另")], 0),
    ):  # fmt: skip
        done = machine.run(*typed, stdin="是\n是\n".encode())
        assert done.returncode == code, typed
        assert b"?" not in done.stdout


def test_edit_with_errors_can_be_opened_again(machine: Any) -> None:
    machine.write("diaries/2026/2026-11-16.md", "---\n日期: 2026-11-16\n步数: 1\n---\n")
    editor = machine.editor(
        """if grep -q 很多 "$1"; then sed -i s/很多/4773/ "$1"; else sed -i 's/步数: 1/步数: 很多/' "$1"; fi"""
    )
    asked = machine.terminal("edit", "11-16", EDITOR=editor)
    asked.says("很多")
    asked.answers(("打开", ""))
    assert asked.ends()[0] == 0
    assert "步数: 4773" in machine.read("diaries/2026/2026-11-16.md")


def test_log_in_the_editor(machine: Any) -> None:
    editor = machine.editor("""sed -i 's/^步数:.*/步数: 4773/' "$1" """)
    code, said = machine.terminal("log", "--edit", EDITOR=editor).ends()
    assert code == 0, said
    assert machine.diaries == ["2026-11-20.md"]
    assert "步数: 4773" in machine.read("diaries/2026/2026-11-20.md")


def test_who_writes_is_asked_until_git_knows_it_and_what_waited_is_committed(machine: Any) -> None:
    new = machine.root.parent / "新"
    env = {"GIT_CONFIG_GLOBAL": "/dev/null", "MINQING_HOME": str(new)}
    asked = machine.terminal("init", str(new), "--name", "南沙滩社区", **env)
    asked.says("您的姓名")
    time.sleep(SETTLED)
    asked.interrupts()
    asked.says("日记本已建好")
    assert asked.ends()[0] == 4
    listed = machine.terminal("list", **env)
    listed.answers(("提交吗", ""), ("您的姓名", "王丽"), ("邮箱", ""))
    assert listed.ends()[0] == 0
    log = subprocess.run(["git", "-C", str(new), "log", "--format=%an"], capture_output=True, text=True, check=True)
    assert log.stdout == "王丽\n"


def test_a_change_is_committed_once_its_author_is_known(machine: Any) -> None:
    add = machine.terminal("add", "6号楼楼道灯不亮", "--yes", GIT_CONFIG_GLOBAL="/dev/null")
    add.answers(("您的姓名", "王丽"), ("邮箱", ""))
    code, said = add.ends()
    assert code == 0
    assert "没有提交" not in said
    assert "Minqing-Action: add" in machine.git("log", "-1", "--format=%B")


def test_a_folder_that_holds_a_diary_is_refused_before_a_name_is_typed(machine: Any) -> None:
    code, said = machine.terminal("init").ends()
    assert code == 2
    assert "叫什么名字" not in said


def test_a_verb_left_at_its_question_changes_nothing_and_says_so(machine: Any) -> None:
    machine.run("add", "6号楼楼道灯不亮", "--yes")
    before = machine.read("diaries/2026/2026-11-20-desk.md")
    note = machine.terminal("note", "楼道灯")
    note.says("记什么")
    time.sleep(SETTLED)
    assert "什么也没有改" in note.breaks_off()
    assert machine.read("diaries/2026/2026-11-20-desk.md") == before


def test_an_argument_that_is_none_is_asked_for_again(machine: Any) -> None:
    machine.run("add", "6号楼楼道灯不亮", "--yes")
    machine.run("close", "楼道灯", "修好了")
    followup = machine.terminal("followup", "楼道灯")
    followup.answers(("居民怎么说", "没人接"), ("没有“没人接”", ""))
    assert followup.ends()[0] == 2
    followup = machine.terminal("followup", "楼道灯")
    followup.answers(("居民怎么说", "没人接"), ("居民怎么说", "基本满意"))
    assert followup.ends()[0] == 0
    assert "回访 基本满意" in machine.read("diaries/2026/2026-11-20-desk.md")


def test_enter_takes_the_usual_due_date_of_another_tier_and_a_dash_the_old_one(machine: Any) -> None:
    machine.run("add", "6号楼楼道灯不亮", "--yes")
    for typed, due in (("-", "2026-11-27"), ("", "2026-12-05")):
        regrade = machine.terminal("regrade", "楼道灯", "大")
        regrade.answers(("期限改到哪天", typed))
        assert regrade.ends()[0] == 0
        (issue,) = json.loads(machine.run("list", "--json").stdout)["issues"]
        assert (issue["tier"], issue["due"]) == ("large", due)
        machine.run("undo")


def test_what_git_refused_is_offered_to_be_committed_by_the_next_command(machine: Any) -> None:
    machine.run("add", "路灯", "--yes")
    hook = machine.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert machine.run("close", "路灯", "好了").returncode == 4
    hook.unlink()
    listed = machine.terminal("list")
    listed.answers(("提交吗", ""))
    assert listed.ends()[0] == 0
    assert "Minqing-Action: close" in machine.git("log", "-1", "--format=%B")
    assert machine.git("status", "--porcelain") == ""


def test_the_offer_to_commit_can_be_declined(machine: Any) -> None:
    machine.run("add", "路灯", "--yes")
    (machine.root / ".git" / "index.lock").write_text("")
    assert machine.run("close", "路灯", "好了").returncode == 4
    (machine.root / ".git" / "index.lock").unlink()
    listed = machine.terminal("list")
    listed.answers(("提交吗", "n"))
    assert listed.ends()[0] == 0
    assert "办结 好了" in machine.read("diaries/2026/2026-11-20-desk.md")
    assert "Minqing-Action: add" in machine.git("log", "-1", "--format=%B")
