"""``minqing history``: who, when and what, from real commits, in words a person understands."""

from __future__ import annotations

import os
import subprocess

import pytest
from desk import Desk, issue_yaml

DAY = "diaries/2026/2026-11-16.md"


@pytest.fixture
def lamp(book: Desk) -> Desk:
    """A diary with one issue that was raised, answered and put off by the commands."""
    book.ok("log", "--date", "2026-11-16", "--issue", "5号楼的老爷子说路灯太亮 !中事 #公共设施", "--yes")
    book.ok("联系", "路灯", "给老爷子打了电话", "--on", "2026-11-17")
    return book


def by_hand(desk: Desk, old: str, new: str, author: str = "王丽", words: str = "改", when: str = "") -> None:
    """An edit of the page, committed with git alone."""
    text = desk.read(DAY)
    assert old in text
    desk.write(DAY, text.replace(old, new))
    committed(desk, author, words, when)


def committed(desk: Desk, author: str = "王丽", words: str = "改", when: str = "") -> None:
    desk.git("add", "-A")
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    who = ["-c", f"user.name={author}", "-c", "user.email=x@example.com"]
    command = ["git", *who, "commit", "-qm", words]
    subprocess.run(command, cwd=desk.root, env={**os.environ, **dated}, check=True)


def told(desk: Desk, *typed: str) -> list[str]:
    """What ``history`` says, without who and when."""
    return [event["text"] for event in desk.json("history", *typed)["events"]]


def test_the_commands_in_words_newest_first(lamp: Desk) -> None:
    assert told(lamp, "路灯") == ["联系 给老爷子打了电话(日期 11-17)", "提出 5号楼的老爷子说路灯太亮"]
    assert told(lamp, "20261116-1") == told(lamp, "1116-1") == told(lamp, "上一件") == told(lamp, "路灯")


def test_an_event_for_programs(lamp: Desk) -> None:
    event = lamp.json("history", "路灯")["events"][0]
    assert {key: event[key] for key in ("author", "action", "issue", "file", "by_hand", "lines")} == {
        "author": "王丽", "action": "contact", "issue": "20261116-1", "file": DAY, "by_hand": False, "lines": [],
    }  # fmt: skip
    assert event["commit"] == lamp.git("rev-parse", "HEAD").strip()
    assert event["time"].startswith(event["date"])


def test_a_hand_edit_of_a_field(lamp: Desk) -> None:
    by_hand(lamp, "期限: 2026-11-23", "期限: 2026-12-05", when="2026-11-18T16:00:00 +0800")
    assert lamp.ok("历史", "路灯").out.splitlines()[0] == "王丽 11月18日 手工改:期限 11-23 → 12-05"
    assert lamp.ok("history").out.splitlines()[0] == (
        "王丽 11月18日 手工改:期限 11-23 → 12-05(20261116-1 5号楼的老爷子说路灯太亮)"
    )
    assert lamp.ok("--lang", "en", "history", "路灯").out.splitlines()[0] == "王丽 11-18 by hand: 期限 11-23 → 12-05"


def test_an_edit_that_was_left_for_the_next_command(lamp: Desk) -> None:
    lamp.write(DAY, lamp.read(DAY).replace("给老爷子打了电话", "去看了"))
    lamp.ok("办结", "路灯", "加了灯罩", "--on", "2026-11-17")
    newest, edit, *_ = lamp.json("history", "路灯")["events"]
    assert (newest["text"], newest["by_hand"]) == ("办结 加了灯罩(日期 11-17)", False)
    assert (edit["action"], edit["by_hand"]) == ("hand-edit", True)
    assert edit["text"] == "手工改:“2026-11-17 联系 给老爷子打了电话”改成“2026-11-17 联系 去看了”"


def test_what_is_added_to_a_walk_was_not_done_by_hand(lamp: Desk) -> None:
    typed = ("log", "--date", "2026-11-16", "--append")
    lamp.ok(*typed, "--weather", "晴", "--walker", "王丽", "--text", "下午开会")
    lamp.ok(*typed, "--walker", "小周", "--weather", "雨")
    second, first, *_ = lamp.json("history")["events"]
    assert (first["text"], second["text"]) == (
        "天气 (空) → 晴;参加 (空) → 王丽;改了正文(添 2 行,去 0 行)",
        "参加 王丽 → 王丽、小周;改了正文(添 2 行,去 0 行)",
    )
    assert (first["action"], first["by_hand"], second["by_hand"]) == ("log", False, False)


def test_remarks_that_an_import_brings_were_not_written_by_hand(lamp: Desk) -> None:
    ledger = lamp.root.parent / "台账.csv"
    ledger.write_text("日期,事由,来源,经办备注\n2026-11-16,井盖响,巡查,物业说下周\n", "utf-8")
    lamp.ok("import", str(ledger), "--yes")
    assert DAY in [event["file"] for event in lamp.json("history")["events"] if "正文" in event["text"]]
    assert not any(event["by_hand"] for event in lamp.json("history")["events"])


@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        ("    办理:\n", "    办理:\n      - 2026-11-16 跟进 还是太亮\n", False),
        ("    办理:\n", "    办理:\n      - 2026-11-16 办结 好了\n", True),
        ("类型: 走动\n", "类型: 走动\n步数: 4773\n", False),
        ("步数: 4\n", "步数: 4773\n", True),
        ("参加: [王丽]\n", "参加: [小周]\n", True),
        ("甲\n", "甲\n乙\n", False),
        ("甲\n", "乙\n", True),
    ],
)
def test_a_walk_only_adds(lamp: Desk, old: str, new: str, alone: bool) -> None:
    """What a commit that is said to log a walk has changed besides was done by hand, whatever it is called."""
    lamp.write(DAY, lamp.read(DAY) + "甲\n")
    if old not in lamp.read(DAY):
        lamp.write(DAY, lamp.read(DAY).replace("类型: 走动\n", f"类型: 走动\n{old}"))
    committed(lamp)
    by_hand(lamp, old, new, words="记录\n\nMinqing-Action: log")
    assert [event["by_hand"] for event in lamp.json("history")["events"]][:1] == [alone]


def test_a_commit_that_says_something_else_than_it_did(lamp: Desk) -> None:
    by_hand(lamp, "层级: 中事", "层级: 大事", words="跟进\n\nMinqing-Action: note\nMinqing-Issue: 20261116-1")
    event = lamp.json("history", "路灯")["events"][0]
    assert (event["by_hand"], event["text"]) == (True, "手工改:层级 中事 → 大事")


def test_what_cannot_be_read_is_shown_line_by_line(lamp: Desk) -> None:
    by_hand(lamp, "---\n日期", "日期")
    answer = lamp.ok("history", "--by", "王丽").out.splitlines()
    assert answer[0].endswith(f"手工改:改了 {DAY}(添 0 行,去 1 行)")
    assert answer[1].strip() == "- ---"


def test_a_renamed_file_and_an_issue_moved_to_another(lamp: Desk) -> None:
    second = "diaries/2026/2026-11-16-2.md"
    lamp.git("mv", DAY, second)
    committed(lamp)
    assert told(lamp, "路灯")[-1] == "提出 5号楼的老爷子说路灯太亮"
    assert told(lamp)[0] == "手工改:文件改名 2026-11-16.md → 2026-11-16-2.md"
    text = lamp.read(second)
    lamp.write("diaries/2026/2026-11-16-visit.md", text.replace("类型: 走动", "类型: 走访"))
    lamp.write(second, text[: text.index("事项")] + "---\n")
    committed(lamp)
    assert told(lamp, "路灯") == [
        "手工改:从 2026-11-16-2.md 移到 2026-11-16-visit.md",
        "联系 给老爷子打了电话(日期 11-17)",
        "提出 5号楼的老爷子说路灯太亮",
    ]


def test_an_issue_that_is_gone(lamp: Desk) -> None:
    lamp.git("rm", "-q", DAY)
    committed(lamp)
    assert told(lamp, "20261116-1")[0] == "手工改:整件删去: 5号楼的老爷子说路灯太亮"
    assert lamp.run("history", "没有的事").code == 3


def test_several_files_and_pages_in_one_commit(lamp: Desk) -> None:
    lamp.entry("2026-11-17", issues=issue_yaml("20261117-1", "2026-11-17 note 看了"))
    by_hand(lamp, "期限: 2026-11-23", "期限: 2026-12-05")
    lines = lamp.ok("history").out.splitlines()
    assert lines[0].endswith("手工改:期限 11-23 → 12-05(20261116-1 5号楼的老爷子说路灯太亮)")
    assert lines[1] == "    手工改:新的一页 2026-11-17 走动"
    assert lines[2].startswith("    手工改:提出 窗前的路灯太亮;跟进 看了(日期 11-17)(20261117-1)")


def test_periods_and_people(lamp: Desk) -> None:
    by_hand(lamp, "期限: 2026-11-23", "期限: 2026-12-05", "张书记", when="2020-02-03T16:00:00 +0800")
    assert told(lamp, "2020-02") == told(lamp, "--by", "张书记") == ["手工改:期限 2026-11-23 → 2026-12-05"]
    assert told(lamp, "2019", "--by", "张书记") == []
    assert "没有找到" in lamp.ok("history", "2019").err
    assert lamp.ok("history", "2020-02").out.startswith("张书记 2020年2月3日 手工改")


def test_a_field_of_a_page_names_the_page(lamp: Desk) -> None:
    by_hand(lamp, "类型: 走动", "类型: 走访")
    assert lamp.ok("history").out.splitlines()[0].endswith("手工改:类型 走动 → 走访(2026-11-16)")


def test_what_touches_no_diary_is_left_out(lamp: Desk) -> None:
    lamp.write("别的.py", "1\n")
    committed(lamp, words="程序")
    assert len({event["commit"] for event in lamp.json("history")["events"]}) == lamp.commits - 1


def test_settings_by_hand(lamp: Desk) -> None:
    lamp.write("minqing.yaml", lamp.read("minqing.yaml") + "户数: 4548\n")
    committed(lamp)
    event = lamp.json("history")["events"][0]
    assert (event["text"], event["lines"]) == ("手工改:改了 minqing.yaml(添 1 行,去 0 行)", ["+户数: 4548"])


def test_a_merge_and_the_work_of_both_sides(lamp: Desk) -> None:
    lamp.git("checkout", "-qb", "别处")
    by_hand(lamp, "事项:\n", "事项:\n" + issue_yaml("20261116-7", title="井盖响"), "张书记")
    lamp.git("checkout", "-q", "main")
    lamp.entry("2026-11-17")
    committed(lamp)
    lamp.git("merge", "-q", "-m", "合并别处", "别处")
    events = lamp.json("history")["events"]
    assert (events[0]["action"], events[0]["text"]) == ("merge", "合并了别处的改动(合并别处)")
    assert {e["text"] for e in events} >= {"手工改:提出 井盖响", "手工改:新的一页 2026-11-17 走动"}


def test_only_the_latest_unless_all_are_asked_for(lamp: Desk) -> None:
    for number in range(40):
        lamp.entry("2026-11-17", body=f"{number}\n")
        committed(lamp)
    answer = lamp.ok("history")
    assert len(answer.out.splitlines()) == 30
    assert "--all" in answer.err
    assert len(lamp.ok("history", "--all").out.splitlines()) > 42
    assert len(told(lamp)) > 42


def test_control_characters_of_a_commit_never_reach_the_terminal(lamp: Desk) -> None:
    by_hand(lamp, "路灯", "\x1b[2J路灯", "王\x1b[31m丽\x07", "\x1b]0;标题\x07")
    for command in ("history", "audit"):
        answer = lamp.run(command)
        assert "\x1b" not in answer.out + answer.err
        assert "\x07" not in answer.out + answer.err
    assert "\x1b" not in lamp.run("audit", "--json").out


def test_without_repository_and_without_commits(desk: Desk) -> None:
    for command in ("history", "audit"):
        answer = desk.run(command)
        assert (answer.code, "git init" in answer.err) == (4, True)
    desk.git("init", "-q")
    answer = desk.ok("history")
    assert "还没有提交" in answer.err
    assert desk.json("history") == {"schema": 1, "events": []}


def test_a_name_that_was_forgotten(lamp: Desk) -> None:
    assert lamp.run("history", "--by", " ").code == 2


def test_the_audit_in_words(lamp: Desk) -> None:
    assert lamp.ok("audit", "--days", "99999").out.splitlines()[-1].startswith("核查了 ")
    by_hand(lamp, "层级: 中事", "层级: 大事")
    answer = lamp.run("核查", "--days", "99999")
    assert answer.code == 1
    first, who = answer.out.splitlines()[:2]
    assert first.startswith(f"{DAY}:")
    assert first.endswith("事后改写: 20261116-1 层级由“中事”改成了“大事”")
    assert who.startswith("  王丽 ")
    assert lamp.git("rev-parse", "--short=10", "HEAD").strip() in who


def test_the_audit_for_programs(lamp: Desk) -> None:
    by_hand(lamp, "层级: 中事", "层级: 大事")
    (one,) = lamp.run("audit", "--days", "99999", "--json").json["findings"]
    assert one["kind"] == "field_changed"
    assert (one["file"], one["issue"], one["author"]) == (DAY, "20261116-1", "王丽")
    assert one["detail"] == "层级由“中事”改成了“大事”"
    assert lamp.read(DAY).splitlines()[one["line"] - 1].strip() == "层级: 大事"


@pytest.mark.parametrize("days", ["几天", "-1", "100000", ""])
def test_days_that_are_none(lamp: Desk, days: str) -> None:
    assert lamp.run("audit", f"--days={days}").code == 2


def test_many_alike_are_counted_for_reading(lamp: Desk) -> None:
    lines = "".join(f"    - 2026-11-17 跟进 第{number}次\n" for number in range(9))
    text = lamp.read(DAY)
    place = next(line for line in text.splitlines(keepends=True) if "打了电话" in line)
    indent = place[: place.index("-")]
    by_hand(lamp, place, place + lines.replace("    -", f"{indent}-"))
    by_hand(lamp, lines.replace("    -", f"{indent}-"), "")
    answer = lamp.run("audit", "--days", "99999")
    assert "还有 6 处" in answer.out
    assert len(lamp.run("audit", "--json", "--days", "99999").json["findings"]) == 9


def test_a_takeover_of_many_files_is_not_read_for_one_issue(lamp: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit that brings thousands of files: only those that were there before can be where an issue came from."""
    from minqing.history.versions import Versions

    for n in range(1, 10):
        lamp.write(
            f"diaries/2026/2026-10-0{n}.md",
            lamp.read(DAY).replace("2026-11-16", f"2026-10-0{n}").replace("20261116", f"2026100{n}"),
        )
    committed(lamp)
    read: list[str] = []
    whole = Versions.reading
    monkeypatch.setattr(Versions, "reading", lambda self, id, path: read.append(path) or whole(self, id, path))
    assert told(lamp, "20261005-1")[-1].startswith("手工改")
    assert set(read) == {"diaries/2026/2026-10-05.md"}
