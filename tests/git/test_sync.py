"""Two and three computers and what they share: what was written at the same time is all there afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from team import DAY, ENTRY, Person, Team, progress

from minqing.domain.errors import DIARY, GIT, MinqingError
from minqing.history.audit import audit
from minqing.history.sync import Contradicted

SECOND = "diaries/2026/2026-11-16-2.md"
ISSUE = "  - 编号: 20261116-3\n    事由: {}\n"
END = "    事由: 小广告\n"


def exchanged(a: Person, b: Person, side: str | None = None) -> None:
    """Both synchronise until both have everything, and nothing is wrong with it."""
    a.sync()
    b.sync(side)
    a.sync()
    assert a.head == b.head
    assert a.git("status", "--porcelain") == ""
    assert b.git("status", "--porcelain") == ""
    assert a.problems() == []
    again = b.sync()
    assert [again.received, again.sent, again.merge, again.pushed] == [[], [], None, False]


def refused(person: Person) -> MinqingError:
    with pytest.raises(MinqingError) as caught:
        person.sync()
    return caught.value


# what is united


def test_lines_of_progress_of_both_by_date(a: Person, b: Person) -> None:
    a.edit(progress("2026-11-19 办结 换了灯罩"))
    b.edit(progress("2026-11-18 跟进 看过了", "2026-11-20 回访 满意"))
    exchanged(a, b)
    lines = [line.strip() for line in a.read().splitlines() if line.startswith("      - ")]
    assert lines == [
        "- 2026-11-16 联系 打了电话",
        "- 2026-11-18 跟进 看过了",
        "- 2026-11-19 办结 换了灯罩",
        "- 2026-11-20 回访 满意",
    ]


def test_the_same_line_written_twice_is_one(a: Person, b: Person) -> None:
    a.edit(progress("2026-11-19 办结 换了灯罩"))
    b.edit(progress("2026-11-19 办结 换了灯罩"))
    exchanged(a, b)
    assert a.read().count("换了灯罩") == 1


def test_neighbouring_fields_comments_and_layout(a: Person, b: Person) -> None:
    a.edit(("责任: 物业", "# 他们答应了\n    责任: 绿化队"), ("天气: 晴", "天气:   '阴'"))
    b.edit(("期限: 2026-11-23", "期限: 2026-11-30"), ("# 走了一上午", "# 走了一上午,下雨"))
    exchanged(a, b)
    expected = ENTRY.replace("责任: 物业", "# 他们答应了\n    责任: 绿化队").replace("天气: 晴", "天气:   '阴'")
    assert a.read() == expected.replace("11-23", "11-30").replace("一上午", "一上午,下雨")


def test_people_of_a_walk(a: Person, b: Person) -> None:
    a.edit(("[张书记, 王丽]", "[张书记, 王丽, 李楼长]"))
    b.edit(("[张书记, 王丽]", "[王丽, 陈医生]"))
    exchanged(a, b)
    assert "参加: [王丽, 李楼长, 陈医生]" in a.read()


def test_paragraphs_of_both(a: Person, b: Person) -> None:
    a.edit(("走了一圈。\n", "走了一圈。\n\n东门口有积水。\n"))
    b.edit(("走了一圈。\n", "走了一圈半。\n\n## 看\n\n- 花开了\n"))
    exchanged(a, b)
    body = a.read().partition("## 走")[2]
    assert all(text in body for text in ("走了一圈半。", "东门口有积水。", "## 看\n\n- 花开了"))
    assert "走了一圈。" not in body


def test_new_keys_stand_where_the_format_has_them(a: Person, b: Person) -> None:
    a.edit(("    责任: 物业\n", "    层级: 中事\n    责任: 物业\n"))
    b.edit(("    责任: 物业\n", "    地点: 5号楼\n    责任: 物业\n"))
    exchanged(a, b)
    assert "    地点: 5号楼\n    层级: 中事\n    责任: 物业\n" in a.read()


def test_windows_line_ends_and_a_bom_stay(tmp_path: Path) -> None:
    team = Team(tmp_path, {DAY: "\ufeff" + ENTRY.replace("\n", "\r\n")})
    a, b = team.people
    a.edit(("联系 打了电话\r\n", "联系 打了电话\r\n      - 2026-11-17 跟进 甲\r\n"))
    b.edit(("联系 打了电话\r\n", "联系 打了电话\r\n      - 2026-11-18 跟进 乙\r\n"))
    exchanged(a, b)
    text = a.read()
    assert text.startswith("\ufeff---\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert "跟进 甲" in text
    assert "跟进 乙" in text


def test_a_list_in_brackets_on_one_side(tmp_path: Path) -> None:
    flow = ENTRY.replace("    办理:\n      - 2026-11-16 联系 打了电话\n", "    办理: [2026-11-16 联系 打了电话]\n")
    a, b = Team(tmp_path, {DAY: flow}).people
    a.edit(("打了电话]", "打了电话, 2026-11-17 跟进 甲]"))
    b.edit(("打了电话]", "打了电话, 2026-11-18 办结 乙]"))
    exchanged(a, b)
    assert "      - 2026-11-17 跟进 甲\n      - 2026-11-18 办结 乙\n" in a.read()


# numbers and names


def test_two_issues_of_one_number(a: Person, b: Person) -> None:
    a.edit((END, END + ISSUE.format("井盖破了")))
    b.edit((END, END + ISSUE.format("垃圾没人收")))
    b.edit(("    事由: 垃圾没人收\n", "    事由: 垃圾没人收\n    办理:\n      - 2026-11-17 跟进 联系了环卫\n"))
    a.sync()
    done = b.sync()
    assert done.numbers == [(DAY, "20261116-3", "20261116-4")]
    exchanged(a, b)
    assert "编号: 20261116-3\n    事由: 井盖破了\n  - 编号: 20261116-4\n    事由: 垃圾没人收\n    办理:" in a.read()


def test_what_refers_to_a_number_follows_it(a: Person, b: Person) -> None:
    other = "diaries/2026/2026-11-10.md"
    a.edit((END, END + ISSUE.format("井盖破了")))
    photo = ISSUE.format("垃圾") + "    照片: [photos/20261116-3-1.jpg]\n"
    b.edit((END, END + photo))
    duplicate = "---\n日期: 2026-11-10\n事项:\n  - 编号: 20261110-1\n    事由: 垃圾\n    办理:\n"
    b.write(other, duplicate + "      - 2026-11-17 重复 20261116-3 同一件事\n---\n")
    (b.root / "photos").mkdir()
    (b.root / "photos/20261116-3-1.jpg").write_bytes(b"x")
    (b.root / ".gitignore").write_text("photos/\n")
    exchanged(a, b)
    assert "重复 20261116-4 同一件事" in a.read(other)
    assert "照片: [photos/20261116-4-1.jpg]" in a.read()
    assert (b.root / "photos/20261116-4-1.jpg").read_bytes() == b"x"


def test_numbers_over_the_files_of_one_day(a: Person, b: Person) -> None:
    a.edit((END, END + ISSUE.format("井盖破了")))
    desk = "diaries/2026/2026-11-16-desk.md"
    b.write(desk, "---\n日期: 2026-11-16\n类型: 接待\n事项:\n" + ISSUE.format("垃圾") + "---\n")
    exchanged(a, b)
    assert "编号: 20261116-4" in a.read(desk)
    assert "编号: 20261116-3" in a.read()


def walk(day: str, who: str, title: str, more: str = "") -> str:
    number = day.replace("-", "")
    return f"---\n日期: {day}\n{more}参加: [{who}]\n事项:\n  - 编号: {number}-1\n    事由: {title}\n---\n"


def test_two_walks_of_one_day_are_two_files(a: Person, b: Person) -> None:
    path = "diaries/2026/2026-11-17.md"
    a.write(path, walk("2026-11-17", "王丽", "甲"))
    b.write(path, walk("2026-11-17", "张书记", "乙"))
    a.sync()
    assert b.sync().moved == [(path, "diaries/2026/2026-11-17-2.md")]
    exchanged(a, b)
    assert a.read(path) == walk("2026-11-17", "王丽", "甲")
    assert a.read("diaries/2026/2026-11-17-2.md") == walk("2026-11-17", "张书记", "乙").replace("17-1", "17-2")


def test_one_walk_written_down_twice_is_one(a: Person, b: Person) -> None:
    path = "diaries/2026/2026-11-17.md"
    a.write(path, walk("2026-11-17", "王丽, 张书记", "甲", "时间: 08:30-11:40\n"))
    b.write(path, walk("2026-11-17", "张书记, 王丽", "乙", "时间: 08:30-11:40\n步数: 4773\n"))
    exchanged(a, b)
    assert not a.exists("diaries/2026/2026-11-17-2.md")
    text = a.read(path)
    assert "编号: 20261117-1\n    事由: 甲\n  - 编号: 20261117-2\n    事由: 乙\n" in text
    assert "步数: 4773" in text


def test_a_day_at_the_desk_is_one_entry(a: Person, b: Person) -> None:
    path = "diaries/2026/2026-11-17-desk.md"
    a.write(path, walk("2026-11-17", "王丽", "甲", "类型: 接待\n"))
    b.write(path, walk("2026-11-17", "张书记", "乙", "类型: 接待\n"))
    exchanged(a, b)
    assert "参加: [张书记, 王丽]" in a.read(path)
    assert "事由: 甲" in a.read(path)
    assert "编号: 20261117-2\n    事由: 乙" in a.read(path)


# contradictions


def test_a_field_changed_twice_stops_before_anything_is_merged(a: Person, b: Person) -> None:
    a.edit(("期限: 2026-11-23", "期限: 2026-11-25"))
    b.edit(("期限: 2026-11-23", "期限: 2026-12-01"), progress("2026-11-18 跟进 甲"))
    a.sync()
    before = b.head, b.diary(), b.git("status", "--porcelain")
    with pytest.raises(Contradicted) as caught:
        b.sync()
    assert caught.value.exit_code == DIARY
    (one,) = caught.value.found
    assert (one.issue, one.field, one.base, one.ours, one.theirs) == (
        "20261116-1", "due", "2026-11-23", "2026-12-01", "2026-11-25",
    )  # fmt: skip
    assert (b.head, b.diary(), b.git("status", "--porcelain")) == before
    assert a.git("rev-parse", "HEAD") == a.git("ls-remote", "origin", "main").split()[0]


@pytest.mark.parametrize(("side", "due"), [("ours", "2026-12-01"), ("theirs", "2026-11-25")])
def test_the_side_that_was_chosen(a: Person, b: Person, side: str, due: str) -> None:
    a.edit(("期限: 2026-11-23", "期限: 2026-11-25"))
    b.edit(("期限: 2026-11-23", "期限: 2026-12-01"), progress("2026-11-18 跟进 甲"))
    exchanged(a, b, side)
    assert f"期限: {due}" in a.read()
    assert "跟进 甲" in a.read()


def test_the_same_change_on_both_sides_is_none(a: Person, b: Person) -> None:
    a.edit(("期限: 2026-11-23", "期限: 2026-11-25"))
    b.edit(("期限: 2026-11-23", "期限:  '2026-11-25'"))
    exchanged(a, b)
    assert "2026-11-25" in a.read()


def test_closed_by_one_and_parked_by_the_other_is_folded(a: Person, b: Person) -> None:
    a.edit(progress("2026-11-18 办结 修好了"))
    b.edit(progress("2026-11-18 挂账 2027-03-01 等开春"))
    exchanged(a, b)
    assert "挂账 2027-03-01 等开春\n      - 2026-11-18 办结 修好了" in a.read()


# deleted, renamed


def test_what_one_deletes_and_the_other_goes_on_with_stays(a: Person, b: Person) -> None:
    a.write(DAY, None)
    b.edit(progress("2026-11-18 跟进 甲"))
    a.sync()
    assert b.sync().kept == [DAY]
    exchanged(a, b)
    assert "跟进 甲" in a.read()


def test_what_nobody_goes_on_with_is_gone(a: Person, b: Person) -> None:
    a.write(DAY, None)
    b.write("diaries/2026/2026-11-18.md", walk("2026-11-18", "张书记", "乙"))
    exchanged(a, b)
    assert not a.exists(DAY)


def test_a_deleted_issue_and_a_line_of_progress_for_it(a: Person, b: Person) -> None:
    a.edit(("  - 编号: 20261116-2\n" + END, ""))
    b.edit((END, END + "    办理:\n      - 2026-11-18 跟进 甲\n"))
    exchanged(a, b)
    assert "编号: 20261116-2" in a.read()
    assert "跟进 甲" in a.read()


def test_an_entry_under_another_name_is_followed(a: Person, b: Person) -> None:
    text = a.read()
    a.write(DAY, None)
    a.write(SECOND, text)
    b.edit(progress("2026-11-18 跟进 甲"))
    exchanged(a, b)
    assert not a.exists(DAY)
    assert "跟进 甲" in a.read(SECOND)


@pytest.mark.parametrize("name", [SECOND, SECOND.replace("-2.md", "-3.md")])
def test_an_entry_to_which_both_have_given_another_name(a: Person, b: Person, name: str) -> None:
    for person, path, line in ((a, SECOND, "2026-11-18 跟进 甲"), (b, name, "2026-11-19 跟进 乙")):
        text = person.read()
        person.write(DAY, None)
        person.write(path, text)
        person.edit(progress(line), path=path)
    exchanged(a, b)
    assert list(a.diary()) == [SECOND]
    assert "跟进 甲\n      - 2026-11-19 跟进 乙" in a.read(SECOND)
    assert a.read(SECOND).count("编号") == 2


def test_an_issue_that_went_to_another_file_is_followed(a: Person, b: Person) -> None:
    issue = "  - 编号: 20261116-2\n" + END
    desk = "diaries/2026/2026-11-16-desk.md"
    a.edit((issue, ""))
    a.write(desk, "---\n日期: 2026-11-16\n类型: 接待\n事项:\n" + issue + "---\n")
    b.edit((END, END + "    责任: 环卫\n    办理:\n      - 2026-11-18 跟进 甲\n"))
    exchanged(a, b)
    assert "20261116-2" not in a.read()
    assert "责任: 环卫\n    办理:\n      - 2026-11-18 跟进 甲" in a.read(desk)


def test_a_number_that_somebody_has_given_twice_by_hand_loses_nothing(a: Person, b: Person) -> None:
    other = "diaries/2026/2026-11-16-desk.md"
    a.write(other, "---\n日期: 2026-11-16\n类型: 接待\n事项:\n  - 编号: 20261116-2\n    事由: 别的事\n---\n")
    b.edit((END, END + "    办理:\n      - 2026-11-18 跟进 甲\n"))
    a.sync()
    b.sync()
    assert "事由: 小广告\n    办理:\n      - 2026-11-18 跟进 甲" in b.read()
    assert "事由: 别的事" in b.read(other)
    assert "id-duplicate" in b.problems()


def test_an_audit_finds_nothing_in_a_number_that_made_way(a: Person, b: Person) -> None:
    a.edit((END, END + ISSUE.format("井盖破了")))
    b.edit((END, END + ISSUE.format("垃圾没人收")))
    exchanged(a, b)
    assert [one.kind for one in audit(b.workspace, date.today(), days=9999).findings] == []
    b.edit(("编号: 20261116-4", "编号: 20261116-7"))
    assert [one.kind for one in audit(b.workspace, date.today(), days=9999).findings] == ["field_changed"]


def test_settings_line_by_line_and_by_choice(a: Person, b: Person) -> None:
    a.write("minqing.yaml", "语言: zh\n社区: 甲\n")
    b.write("minqing.yaml", "# 设置\n语言: zh\n")
    exchanged(a, b)
    assert a.read("minqing.yaml") == "# 设置\n语言: zh\n社区: 甲\n"
    a.write("minqing.yaml", "语言: zh\n社区: 乙\n")
    b.write("minqing.yaml", "语言: zh\n社区: 丙\n")
    a.sync()
    assert refused(b).code == "sync.contradiction"
    exchanged(a, b, "ours")
    assert a.read("minqing.yaml") == "语言: zh\n社区: 丙\n"


# what is first, and what is in the way


def test_hand_edits_and_pending_changes_go_along(a: Person, b: Person) -> None:
    a.by_hand("diaries/2026/2026-11-18.md", walk("2026-11-18", "王丽", "甲"))
    done = a.sync()
    assert done.settled.hand_commit
    assert b.sync().received[0].subject.startswith("手工修改")
    assert b.exists("diaries/2026/2026-11-18.md")


def test_without_a_remote(a: Person) -> None:
    a.git("remote", "remove", "origin")
    assert refused(a).code == "sync.no-remote"
    assert refused(a).exit_code == GIT


def test_a_stick_that_is_not_plugged_in(team: Team, a: Person, b: Person) -> None:
    team.unplug()
    a.edit(progress("2026-11-18 跟进 甲"))
    assert refused(a).code == "sync.not-there"
    assert "跟进 甲" in a.read()
    team.plug()
    exchanged(a, b)
    assert "跟进 甲" in b.read()


def test_an_address_that_would_be_a_command(a: Person, tmp_path: Path) -> None:
    a.git("remote", "set-url", "origin", f"ext::sh -c touch% {tmp_path}/hit")
    a.git("config", "protocol.ext.allow", "always")
    assert refused(a).code == "sync.bad-address"
    assert not (tmp_path / "hit").exists()


def test_another_diary(a: Person, tmp_path: Path) -> None:
    (tmp_path / "别的").mkdir()
    other = Team(tmp_path / "别的")
    other.people[0].write("minqing.yaml", "语言: zh\n社区: 别的\n")
    a.edit(progress("2026-11-18 跟进 甲"))
    a.git("update-ref", "-d", "refs/remotes/origin/main")
    other.people[0].git("commit", "-q", "--amend", "-m", "另一个开始")
    other.people[0].git("checkout", "-q", "--orphan", "x")
    other.people[0].git("commit", "-qm", "另一个")
    other.people[0].git("push", "-qf", "origin", "x:main")
    a.git("remote", "set-url", "origin", str(other.origin))
    assert refused(a).code == "sync.unrelated"


def test_what_a_computer_keeps_for_itself_comes_from_no_other(a: Person, b: Person) -> None:
    for path in (".minqing/pending.json", "private/contacts.txt"):
        a.by_hand(path, "{}")
        a.git("add", "-f", path)
        a.git("commit", "-qm", "x")
        a.git("push", "-q", "origin", "main")
        assert refused(b).code == "sync.own-folders"
        assert not b.exists("private/contacts.txt")
        a.git("rm", "-q", "-f", path)
        a.git("commit", "-qm", "y")


def test_what_git_ignores_here_is_not_overwritten(a: Person, b: Person) -> None:
    b.by_hand(".git/info/exclude", "photos/\n")
    b.by_hand("photos/x.jpg", "meins")
    a.by_hand("photos/x.jpg", "deins")
    a.git("add", "-f", "photos/x.jpg")
    a.git("commit", "-qm", "x")
    a.sync()
    assert refused(b).code == "sync.in-the-way"
    assert b.read("photos/x.jpg") == "meins"


def test_a_diary_in_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    inner = "社区 [1]/日记"
    seed = {f"{inner}/minqing.yaml": "语言: zh\n", f"{inner}/{DAY}": ENTRY, "README": "x\n"}
    team = Team(tmp_path, seed)
    a, b = (Person(person.root / inner, person.name) for person in team.people)
    a.edit(progress("2026-11-18 跟进 甲"), (END, END + ISSUE.format("井盖破了")))
    b.edit(progress("2026-11-19 跟进 乙"), (END, END + ISSUE.format("垃圾没人收")))
    exchanged(a, b)
    assert "跟进 甲\n      - 2026-11-19 跟进 乙" in a.read()
    assert "编号: 20261116-4" in a.read()


def test_detached_and_a_merge_under_way(a: Person, b: Person) -> None:
    a.git("checkout", "-q", "--detach")
    assert refused(a).code == "sync.detached"
    a.git("checkout", "-q", "main")
    (a.root / ".git/MERGE_HEAD").write_text(a.head + "\n")
    assert refused(a).code == "sync.merge-open"


def test_a_shallow_clone(tmp_path: Path) -> None:
    team = Team(tmp_path, size=1)
    a = team.people[0]
    a.edit(("天气: 晴", "天气: 阴"))
    a.sync()
    b = team.join(1, "--depth=1", "--no-local")
    b.git("remote", "set-url", "origin", f"file://{team.origin}")
    a.edit(progress("2026-11-18 跟进 甲"))
    b.edit(progress("2026-11-19 跟进 乙"))
    exchanged(a, b)
    assert "跟进 乙" in a.read()


def test_a_hook_of_the_server_that_declines(team: Team, a: Person) -> None:
    hook = team.origin / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 受保护的分支 >&2\nexit 1\n")
    hook.chmod(0o755)
    a.edit(progress("2026-11-18 跟进 甲"))
    error = refused(a)
    assert error.code == "sync.declined"
    assert "受保护的分支" in str(error.params["output"])


def test_a_colleague_who_is_faster(a: Person, b: Person) -> None:
    a.edit(progress("2026-11-18 跟进 甲"))
    b.edit(progress("2026-11-19 跟进 乙"))
    hook = b.root / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\n[ -e "{a.root}/.once" ] && exit 0\ntouch "{a.root}/.once"\n'
                    f'cd "{a.root}" && unset GIT_DIR && git push -q origin main\n')  # fmt: skip
    hook.chmod(0o755)
    done = b.sync()
    assert done.pushed
    assert done.merge
    (a.root / ".once").unlink()
    a.sync()
    assert a.head == b.head
    assert "跟进 甲" in b.read()
    assert "跟进 乙" in a.read()


def test_the_remote_has_a_branch_of_another_name(team: Team, a: Person, b: Person) -> None:
    b.git("branch", "-m", "main", "master")
    b.git("branch", "--unset-upstream")
    a.edit(progress("2026-11-18 跟进 甲"))
    b.edit(progress("2026-11-19 跟进 乙"))
    a.sync()
    b.sync()
    a.sync()
    assert "跟进 乙" in a.read()
    assert b.git("ls-remote", "--heads", "origin").split("\t")[1] == "refs/heads/main"


def test_three_people(tmp_path: Path) -> None:
    a, b, c = Team(tmp_path, size=3).people
    for person, title in ((a, "甲"), (b, "乙"), (c, "丙")):
        person.edit((END, END + ISSUE.format(title)), progress(f"2026-11-18 跟进 {title}"))
    for person in (a, b, c, b, a):
        person.sync()
    assert a.head == b.head == c.head
    text = a.read()
    assert [text.index(f"编号: 20261116-{n}\n    事由: {t}") for n, t in ((3, "甲"), (4, "乙"), (5, "丙"))]
    assert all(f"跟进 {title}" in text for title in "甲乙丙")
    assert a.problems() == []
