"""``minqing undo`` and ``redo``: the last change of whoever works here, taken back and made again."""

from __future__ import annotations

import re
from pathlib import Path

from desk import Desk

DAY = "diaries/2026/2026-11-16.md"
ID = "20261116-1"


def as_colleague(desk: Desk, *typed: str) -> None:
    """A command typed by somebody else."""
    who = {"NAME": "李楼长", "EMAIL": "li@example.com"}
    env = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    desk.ok(*typed, **env)


def test_a_change_is_taken_back_as_a_commit_that_says_so(lamp: Desk) -> None:
    before = lamp.read(DAY)
    done = lamp.json("办结", "路灯", "已加灯罩")
    answer = lamp.json("undo")
    assert lamp.read(DAY) == before
    assert lamp.message().splitlines()[0] == f"撤回: 办结 {ID} 窗前的路灯太亮"
    assert lamp.trailers("Minqing-Action") == ["undo"]
    assert lamp.trailers("Minqing-Undoes") == [done["commit"]] == [answer["undoes"]]
    assert lamp.trailers("Minqing-Issue") == [ID]
    assert (answer["action"], answer["gone"], answer["files"]) == ("close", [], [DAY])
    assert [(one["id"], one["state"]) for one in answer["issues"]] == [(ID, "open")]
    (said,) = answer["said"]
    assert said.startswith("办结 已加灯罩")
    assert said.endswith(f"({ID} 窗前的路灯太亮)")


def test_it_is_told_in_words(lamp: Desk) -> None:
    lamp.ok("办结", "路灯", "已加灯罩")
    told = lamp.ok("撤回")
    assert "办结 已加灯罩" in told.out
    assert f"{ID}  窗前的路灯太亮  办理中" in told.out
    assert "minqing 重做" in told.err
    assert "窗前的路灯太亮  已办结" in lamp.ok("重做").out


def test_back_and_forth_any_number_of_times(lamp: Desk) -> None:
    texts = [lamp.read(DAY)]
    for text in ("一", "二", "三"):
        lamp.ok("跟进", ID, text)
        texts.append(lamp.read(DAY))
    for expected in (2, 1, 0):
        lamp.ok("undo")
        assert lamp.read(DAY) == texts[expected]
    for expected in (1, 2, 3):
        lamp.ok("redo")
        assert lamp.read(DAY) == texts[expected]
    for expected in (2, 1):
        lamp.ok("undo")
        assert lamp.read(DAY) == texts[expected]
    lamp.ok("redo")
    assert lamp.read(DAY) == texts[2]
    assert lamp.run("audit").code == 0


def test_a_new_change_ends_redoing_and_is_what_undo_takes_next(lamp: Desk) -> None:
    lamp.ok("跟进", ID, "一")
    lamp.ok("undo")
    lamp.ok("跟进", ID, "二")
    refused = lamp.run("redo")
    assert refused.code == 2
    assert "没有可以重做的改动" in refused.err
    lamp.ok("undo")
    assert "二" not in lamp.read(DAY)
    lamp.ok("redo")
    assert "二" in lamp.read(DAY)
    assert "没有可以重做的改动" in lamp.run("redo").err


def test_a_walk_that_was_logged_goes_whole_and_comes_back_whole(lamp: Desk) -> None:
    lamp.ok("log", "--date", "11-17", "--steps", "4773", "--issue", "树密", "--issue", "井盖松动")
    path = "diaries/2026/2026-11-17.md"
    written = lamp.read(path)
    answer = lamp.json("undo")
    assert not (lamp.root / path).exists()
    assert answer["gone"] == ["20261117-1", "20261117-2"]
    assert answer["issues"] == []
    assert lamp.json("stats")["entries"] == 1
    assert "可能已撤回" in lamp.run("办结", "上一件").err
    lamp.ok("redo")
    assert lamp.read(path) == written
    assert lamp.run("audit").code == 0
    assert lamp.run("check").code == 0


def test_what_a_large_undo_does_not_list_is_shown_by_the_command_it_names(lamp: Desk) -> None:
    lamp.ok("log", "--date", "11-17", *(word for n in range(14) for word in ("--issue", f"{n + 1}号楼井盖松动")))
    told = lamp.ok("undo").out
    (command,) = re.findall(r"… 还有 5 项。全部列出: minqing (历史) (\S+)", told)  # the walk itself is one
    assert "20261117-1 到 20261117-14 这 14 件都不在日记里" in told
    assert "14号楼井盖松动" in lamp.ok(*command).out
    again = lamp.ok("redo").out
    assert "全部列出: minqing 查看 2026-11-17" in again
    assert "20261117-14" in lamp.ok("查看", "2026-11-17").out


def test_hand_edits_are_committed_first_and_are_then_the_last_change(lamp: Desk) -> None:
    lamp.ok("办结", "路灯")
    closed = lamp.read(DAY)
    lamp.write(DAY, closed + "居民都说好。\n")
    told = lamp.ok("undo")
    assert "已先单独提交" in told.err
    assert "手工改" in told.out
    assert lamp.read(DAY) == closed
    assert lamp.trailers("Minqing-Action", "HEAD~1") == ["hand-edit"]
    lamp.ok("redo")
    assert lamp.read(DAY) == closed + "居民都说好。\n"


def test_settings_and_files_removed_by_hand(lamp: Desk) -> None:
    settings = lamp.read("minqing.yaml")
    lamp.settings(settings + "households: 4548\n")
    (lamp.root / DAY).rename(lamp.root / "diaries/2026/2026-11-16-desk.md")
    answer = lamp.json("undo")
    assert lamp.read("minqing.yaml") == settings
    assert (lamp.root / DAY).exists()
    assert not (lamp.root / "diaries/2026/2026-11-16-desk.md").exists()
    assert sorted(answer["files"]) == ["diaries/2026/2026-11-16-desk.md", DAY, "minqing.yaml"]


def test_only_the_diary_of_a_commit_is_taken_back(lamp: Desk) -> None:
    lamp.write("脚本.py", "x = 1\n")
    lamp.write(DAY, lamp.read(DAY) + "尾\n")
    lamp.commit_all()
    lamp.write("脚本.py", "x = 2\n")
    lamp.git("commit", "-qam", "code")
    lamp.ok("undo")
    assert not lamp.read(DAY).endswith("尾\n")
    assert lamp.read("脚本.py") == "x = 2\n"


def test_an_import_of_hundreds_of_pages_goes_and_comes_back_whole(lamp: Desk) -> None:
    pages = [f"{2019 + n // 336}-{n % 336 // 28 + 1:02}-{n % 28 + 1:02}" for n in range(120)]
    for day in pages:
        lamp.issue(day, f"{day} 办结 好了", name=f"{day}-call")
    lamp.commit_all()
    told = lamp.ok("undo")
    assert "还有" in told.out
    assert lamp.json("stats")["entries"] == 1
    assert lamp.json("redo")["gone"] == []
    assert lamp.json("stats")["entries"] == 121


# other people


def test_what_others_did_is_passed_over(lamp: Desk) -> None:
    lamp.ok("add", "树密", "--date", "11-17", "--yes")
    as_colleague(lamp, "跟进", ID, "我也去看了")
    lamp.ok("undo")
    assert "我也去看了" in lamp.read(DAY)
    assert not (lamp.root / "diaries/2026/2026-11-17-desk.md").exists()
    as_colleague(lamp, "undo")
    assert "我也去看了" not in lamp.read(DAY)
    assert lamp.run("audit").code == 0


def test_a_later_change_of_the_same_lines_is_told_and_nothing_is_touched(lamp: Desk) -> None:
    lamp.ok("add", "树密", "--date", "11-17", "--yes")
    as_colleague(lamp, "办结", "树密", "修剪了")
    commits, path = lamp.commits, "diaries/2026/2026-11-17-desk.md"
    text = lamp.read(path)
    refused = lamp.run("undo")
    assert refused.code == 4
    assert "李楼长" in refused.err
    assert "办结 20261117-1 树密" in refused.err
    assert path in refused.err
    assert (lamp.commits, lamp.read(path), lamp.status()) == (commits, text, [])


def test_a_number_that_a_colleague_was_given_meanwhile_does_not_come_back(lamp: Desk) -> None:
    lamp.ok("log", "--date", "11-19", "--issue", "树密", "--yes")
    lamp.ok("undo")
    as_colleague(lamp, "add", "门口积水", "--yes", "--date", "11-19")
    before = lamp.git("rev-parse", "HEAD")
    answer = lamp.run("redo")
    assert answer.code == 4
    assert "编号 20261119-1 后来已经给了别的事(diaries/2026/2026-11-19-desk.md)" in answer.err
    assert lamp.git("rev-parse", "HEAD") == before
    assert lamp.ok("check").code == 0


def test_a_page_that_was_deleted_does_not_come_back_with_such_a_number(lamp: Desk) -> None:
    lamp.ok("log", "--date", "11-19", "--issue", "树密", "--yes")
    (lamp.root / "diaries/2026/2026-11-19.md").unlink()
    lamp.commit_all()
    as_colleague(lamp, "add", "门口积水", "--yes", "--date", "11-19")
    answer = lamp.run("undo")
    assert answer.code == 4
    assert "编号 20261119-1" in answer.err


def test_one_file_in_the_way_leaves_all_as_they_are(lamp: Desk) -> None:
    other = "diaries/2026/2026-11-18.md"
    lamp.issue("2026-11-18")
    lamp.write(DAY, lamp.read(DAY) + "尾\n")
    lamp.commit_all()
    as_colleague(lamp, "办结", "20261118-1")
    kept = lamp.read(DAY), lamp.read(other)
    assert lamp.run("undo").code == 4
    assert (lamp.read(DAY), lamp.read(other)) == kept


def test_nothing_of_ones_own(lamp: Desk) -> None:
    lamp.git("config", "user.name", "李楼长")
    refused = lamp.run("undo")
    assert refused.code == 2
    assert "李楼长 <wangli@example.com>" in refused.err


# the ends of the history, and what git makes of it


def test_the_first_commit_stays(book: Desk) -> None:
    refused = book.run("undo")
    assert refused.code == 2
    assert "第一次提交" in refused.err
    assert (book.root / "minqing.yaml").exists()
    assert book.run("redo").code == 2


def test_without_history(desk: Desk) -> None:
    assert "不提交" in desk.run("undo").err
    desk.settings("语言: zh\n")
    refused = desk.run("undo")
    assert refused.code == 4
    assert "git init" in refused.err
    desk.git("init", "-q")
    desk.git("config", "user.name", "王丽")
    assert desk.run("undo").code == 2  # the settings are committed first, and they are where it begins


def test_where_a_shallow_clone_ends(lamp: Desk, tmp_path: Path) -> None:
    lamp.ok("跟进", ID, "一")
    lamp.ok("跟进", ID, "二")
    shallow = tmp_path / "浅"
    lamp.git("clone", "-q", "--depth", "2", f"file://{lamp.root}", str(shallow))
    assert lamp.anywhere("-C", str(shallow), "undo").code == 0
    refused = lamp.anywhere("-C", str(shallow), "undo")
    assert refused.code == 2
    assert "--unshallow" in refused.err
    assert lamp.anywhere("-C", str(shallow), "redo").code == 0


def test_on_no_branch_and_behind_a_merge(lamp: Desk) -> None:
    lamp.git("checkout", "-q", "-b", "side")
    as_colleague(lamp, "add", "井盖", "--date", "11-18", "--yes")
    lamp.git("checkout", "-q", "main")
    lamp.ok("跟进", ID, "一")
    lamp.git("merge", "-q", "--no-edit", "side")
    lamp.git("checkout", "-q", "--detach")
    lamp.ok("undo")
    assert "一" not in lamp.read(DAY).partition("办理")[2]
    assert (lamp.root / "diaries/2026/2026-11-18-desk.md").exists()


def test_commits_that_a_rebase_wrote_anew_are_known_again(lamp: Desk) -> None:
    lamp.git("branch", "far")
    lamp.ok("跟进", ID, "一")
    lamp.ok("跟进", ID, "二")
    lamp.ok("undo")
    lamp.git("checkout", "-q", "far")
    as_colleague(lamp, "add", "井盖", "--date", "11-18", "--yes")
    lamp.git("checkout", "-q", "main")
    lamp.git("rebase", "-q", "far")
    lamp.ok("undo")
    assert "跟进" not in lamp.read(DAY)
    lamp.ok("redo")
    lamp.ok("redo")
    assert "跟进 二" in lamp.read(DAY)


def test_a_merge_under_way_is_in_the_way(lamp: Desk) -> None:
    lamp.ok("跟进", ID, "一")
    (lamp.root / ".git" / "MERGE_HEAD").write_text(lamp.git("rev-parse", "HEAD"))
    text = lamp.read(DAY)
    refused = lamp.run("undo")
    assert refused.code == 4
    assert "合并还没有完成" in refused.err
    assert lamp.read(DAY) == text


def test_what_was_left_pending_is_committed_and_then_taken_back(lamp: Desk) -> None:
    hook = lamp.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = lamp.read(DAY)
    assert lamp.run("办结", "路灯").code == 4
    assert lamp.run("undo").code == 4
    hook.unlink()
    lamp.ok("undo")
    assert lamp.read(DAY) == before


def test_an_undo_that_git_refused_is_finished_with_what_it_takes_back(lamp: Desk) -> None:
    done = lamp.json("办结", "路灯")["commit"]
    hook = lamp.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    refused = lamp.run("undo")
    assert refused.code == 4
    assert "不要重复" in refused.err
    hook.unlink()
    lamp.ok("redo")  # finishes the undo, then makes the change again
    assert lamp.trailers("Minqing-Undoes", "HEAD~1") == [done]
    assert "办结" in lamp.read(DAY)


def test_staged_work_of_the_user_is_not_written_over(lamp: Desk) -> None:
    lamp.ok("跟进", ID, "一")
    lamp.write(DAY, lamp.read(DAY) + "半句\n")
    lamp.git("add", DAY)
    refused = lamp.run("undo")
    assert refused.code == 4
    assert DAY in refused.err
    assert lamp.read(DAY).endswith("半句\n")


def test_a_number_does_not_come_back_unasked(lamp: Desk) -> None:
    lamp.ok("跟进", ID, "电话 13812345678", "--allow-private", "居民同意")
    lamp.ok("undo")
    refused = lamp.run("redo")
    assert refused.code == 5
    assert "13812345678" not in lamp.read(DAY)
    lamp.ok("redo", "--allow-private", "居民同意")
    assert "13812345678" in lamp.read(DAY)


def test_the_word_other_programs_use_for_undo_points_to_it(book: Desk) -> None:
    answer = book.run("撤销")
    assert answer.code == 2
    assert "minqing 撤回" in answer.err
