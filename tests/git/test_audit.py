"""What an audit finds in real histories, and what it leaves in peace."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from git_place import DAY, ENTRY, Place

from minqing.domain.community import Community, Person
from minqing.domain.errors import MinqingError
from minqing.history.audit import Audit, audit
from minqing.history.commit import message

CLOCK = date(2026, 11, 30)
WHEN = "2026-11-18T09:00:00 +0800"
LINE = "      - 2026-11-17 联系 给老爷子打了电话\n"
SECOND = "      - 2026-11-18 办结 加了灯罩\n"


@pytest.fixture
def diary(empty: Place) -> Place:
    """A workspace whose first page was committed on its own day, after an empty beginning."""
    empty.write("minqing.yaml", "语言: zh\n")
    record(empty, "开始", "2026-11-01T09:00:00 +0800")
    empty.write(DAY, ENTRY)
    record(empty, "记录", "2026-11-17T12:00:00 +0800")
    return empty


def record(place: Place, words: str = "改", when: str = WHEN, author: str = "王丽", committed: str = "") -> str:
    """All files committed by hand at a moment; the commit's id."""
    place.git("add", "-A")
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": committed or when}
    who = ["-c", f"user.name={author}", "-c", f"user.email={author}@example.com"]
    command = ["git", *who, "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-"]
    subprocess.run(command, cwd=place.root, input=words.encode(), env={**os.environ, **dated}, check=True)
    return place.git("rev-parse", "HEAD").strip()


def rewrite(place: Place, old: str, new: str, words: str = "改", when: str = WHEN, path: str = DAY) -> str:
    """A replacement in a file, committed."""
    text = place.read(path)
    assert old in text
    place.write(path, text.replace(old, new))
    return record(place, words, when)


def audited(place: Place, clock: date = CLOCK, **how: int) -> Audit:
    """The audit, which must be the same with what it has kept, without, and from nothing."""
    first = audit(place.workspace, clock, **how)
    assert audit(place.workspace, clock, **how) == first
    assert audit(place.workspace, clock, cached=False, **how) == first
    return first


def kinds(place: Place, **how: int) -> list[str]:
    return [one.kind for one in audited(place, **how).findings]


def said(action: str) -> str:
    return message("办结 20261116-3 窗前的路灯太亮", [action], ["20261116-3"])


# what is in order


def test_a_diary_to_which_lines_are_appended_is_clean(diary: Place) -> None:
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    found = audited(diary)
    assert found.findings == ()
    assert found.commits == 3


def test_another_spelling_of_the_same_is_no_finding(diary: Place) -> None:
    rewrite(diary, "2026-11-17 联系 给老爷子打了电话", "'2026-11-17 contact 给老爷子打了电话'", said("fix"))
    assert kinds(diary) == []


def test_filling_in_what_was_open_is_no_finding_but_a_due_date_is(diary: Place) -> None:
    rewrite(diary, "    办理:\n", "    户数: 12\n    照片: [photos/a.jpg]\n    办理:\n")
    rewrite(diary, "[photos/a.jpg]", "[photos/a.jpg, photos/b.jpg]")
    assert kinds(diary) == []
    rewrite(diary, "    户数: 12\n", "    户数: 12\n    期限: 2026-12-01\n")
    assert kinds(diary) == ["field_changed"]


def test_a_renamed_file_of_the_day_is_the_same_entry(diary: Place) -> None:
    diary.git("mv", DAY, "diaries/2026/2026-11-16-2.md")
    record(diary)
    assert kinds(diary) == []


def test_what_was_there_at_the_first_commit_is_only_noted(empty: Place) -> None:
    empty.write(DAY, ENTRY.replace("2026-11-17", "2026-11-16"))
    record(empty, "开始", "2028-01-01T09:00:00 +0800")
    found = audited(empty, date(2028, 1, 2))
    assert found.findings == ()
    assert [(one.why, one.params.get("count")) for one in found.notes] == [("no-remote", None), ("first", "1")]


# what was changed after the fact


def test_a_line_changed_after_its_commit(diary: Place) -> None:
    commit = rewrite(diary, "给老爷子打了电话", "给老爷子打了三次电话")
    (one,) = audited(diary).findings
    assert (one.kind, one.commit, one.file, one.line, one.issue) == ("line_changed", commit, DAY, 8, "20261116-3")
    assert (one.author, one.date) == ("王丽", "2026-11-18")
    assert one.params == {"old": "2026-11-17 联系 给老爷子打了电话", "new": "2026-11-17 联系 给老爷子打了三次电话"}


def test_a_line_deleted_and_a_page_deleted(diary: Place) -> None:
    rewrite(diary, "    办理:\n" + LINE, "")
    assert kinds(diary) == ["line_deleted"]
    diary.git("rm", "-q", DAY)
    record(diary)
    assert sorted(kinds(diary)) == ["entry_vanished", "issue_vanished", "line_deleted"]


def test_lines_of_one_day_that_changed_places(diary: Place) -> None:
    other = LINE.replace("联系", "跟进").replace("打了电话", "去看了")
    rewrite(diary, LINE, LINE + other)
    rewrite(diary, LINE + other, other + LINE)
    assert kinds(diary) == ["line_changed"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("路灯太亮", "路灯太暗", "title"),
        ("类型: 走动", "类型: 走访", "kind"),
        ("    办理", "    层级: 大事\n    办理", ""),
    ],
)
def test_fields(diary: Place, old: str, new: str, field: str) -> None:
    rewrite(diary, old, new)
    assert [one.params.get("field") for one in audited(diary).findings] == ([field] if field else [])


def test_a_changed_due_date_is_told_with_both(diary: Place) -> None:
    rewrite(diary, "    办理:\n", "    期限: 2026-11-20\n    办理:\n", when="2026-11-17T13:00:00 +0800")
    rewrite(diary, "期限: 2026-11-20", "期限: 2026-12-20")
    newest = audited(diary).findings[0]
    assert (newest.params, newest.line) == ({"field": "due", "old": "2026-11-20", "new": "2026-12-20"}, 7)


def test_an_issue_moved_to_another_day_was_raised_on_another_day(diary: Place) -> None:
    other = "diaries/2026/2026-11-17.md"
    issue = "  - 编号: 20261116-3\n    事由: 窗前的路灯太亮\n    办理:\n" + LINE
    diary.write(DAY, ENTRY.replace("事项:\n" + issue, ""))
    diary.write(other, "---\n日期: 2026-11-17\n事项:\n" + issue + "---\n")
    record(diary)
    (one,) = audited(diary).findings
    assert (one.kind, one.why, one.params) == ("field_changed", "raised", {"old": "2026-11-16", "new": "2026-11-17"})


def test_the_opening_balance(diary: Place) -> None:
    rewrite(diary, "语言: zh\n", "语言: zh\n期初: {截至: 2026-01-01, 步数: 100}\n", path="minqing.yaml")
    assert kinds(diary) == []
    rewrite(diary, "步数: 100", "步数: 900", path="minqing.yaml")
    assert [(one.why, one.file) for one in audited(diary).findings] == [("opening", "minqing.yaml")]


def test_a_text_made_unreadable_hides_nothing(diary: Place) -> None:
    rewrite(diary, "---\n\n## 走\n", "")
    assert kinds(diary) == []
    place = diary.read(DAY)
    diary.write(DAY, place.replace("给老爷子打了电话", "没有打电话"))
    record(diary)
    assert kinds(diary) == ["line_deleted"]  # the words are gone from the file as it stands
    diary.write(DAY, ENTRY.replace("给老爷子打了电话", "没有打电话"))
    record(diary)
    assert kinds(diary) == ["line_changed"]


def test_an_issue_that_vanished_and_came_back_different(diary: Place) -> None:
    issue = "  - 编号: 20261116-3\n    事由: 窗前的路灯太亮\n    办理:\n" + LINE
    rewrite(diary, issue, "  - 编号: 20261116-9\n    事由: 楼道堆了纸箱\n")
    rewrite(diary, "事项:\n", "事项:\n" + issue.replace("17 联系", "16 联系"))
    assert kinds(diary) == ["line_changed", "issue_vanished"]


# undo and what calls itself so


def test_an_undo_that_takes_the_last_change_back_is_none(diary: Place) -> None:
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    rewrite(diary, SECOND, "", said("undo"))
    rewrite(diary, LINE, LINE + SECOND, said("redo"))
    rewrite(diary, SECOND, "", said("undo"))
    rewrite(diary, "    办理:\n" + LINE, "", said("undo"))  # there is no such change to take back
    assert kinds(diary) == ["line_deleted"]


def test_calling_it_undo_does_not_hide_another_change(diary: Place) -> None:
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    rewrite(diary, LINE, "", said("undo"))
    assert kinds(diary) == ["line_deleted"]


def test_an_old_change_is_not_taken_back_by_calling_it_undo(diary: Place) -> None:
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    rewrite(diary, "路灯太亮", "路灯太亮了", said("edit"), "2026-11-25T09:00:00 +0800")
    rewrite(diary, SECOND, "", said("undo"), "2026-11-25T10:00:00 +0800")
    assert kinds(diary) == ["line_deleted", "field_changed"]


def test_nobody_undoes_what_another_one_did(diary: Place) -> None:
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    diary.write(DAY, diary.read(DAY).replace(SECOND, ""))
    record(diary, said("undo"), author="张书记")
    assert kinds(diary) == ["line_deleted"]


# dates


def test_dates_far_from_their_commit(diary: Place) -> None:
    rewrite(diary, LINE, LINE + SECOND.replace("11-18", "12-25"), said("close"))
    rewrite(diary, LINE, LINE + SECOND, said("note"), "2026-12-20T09:00:00 +0800")
    found = audited(diary, date(2026, 12, 30)).findings
    assert [(one.kind, one.params["days"], one.line) for one in found] == [
        ("backdated", "32", 9),
        ("postdated", "37", 9),
    ]
    assert audited(diary, date(2026, 12, 30), days=40).findings == ()


def test_an_entry_of_long_ago(diary: Place) -> None:
    diary.write("diaries/2026/2026-09-07.md", "---\n日期: 2026-09-07\n---\n")
    record(diary)
    (one,) = audited(diary).findings
    assert (one.kind, one.why, one.file) == ("backdated", "backdated-entry", "diaries/2026/2026-09-07.md")


def test_an_issue_added_to_an_entry_of_long_ago(diary: Place) -> None:
    issue = "  - 编号: 20261116-4\n    事由: 楼道堆了纸箱\n"
    rewrite(diary, "事项:\n", "事项:\n" + issue, when="2026-12-24T09:00:00 +0800")
    (one,) = audited(diary, date(2026, 12, 30)).findings
    assert (one.why, one.issue, one.line) == ("backdated-issue", "20261116-4", 5)


def test_neither_of_a_commits_dates_can_be_set_back(diary: Place) -> None:
    late = "2026-12-24T09:00:00 +0800"
    diary.write(DAY, diary.read(DAY).replace(LINE, LINE + SECOND))
    record(diary, said("close"), WHEN, committed=late)  # `git commit --date`
    assert [one.why for one in audited(diary, date(2026, 12, 30)).findings] == ["backdated-line"]
    rewrite(diary, SECOND, SECOND + SECOND.replace("办结", "回访 满意"), said("followup"), WHEN)  # a clock set back
    assert [one.why for one in audited(diary, date(2026, 12, 30)).findings] == [
        "backdated-commit", "backdated-line", "backdated-line",
    ]  # fmt: skip


@pytest.mark.parametrize("when", ["1970-01-01T00:00:01 +0000", "2099-01-01T00:00:00 +0000"])
def test_a_commit_of_another_age_makes_the_others_no_older(diary: Place, when: str) -> None:
    record(diary, "别的", when)
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    assert [one.why for one in audited(diary).findings] == ["backdated-commit" if when < "2000" else "postdated-commit"]


def test_a_day_in_the_future_that_has_come_is_judged_anew(diary: Place) -> None:
    record(diary, "别的", "2026-12-05T09:00:00 +0800")
    assert kinds(diary) == ["postdated"]
    assert audited(diary, date(2026, 12, 5)).findings == ()


def test_an_imported_ledger_is_old_on_purpose_but_its_words_cover_nothing_else(diary: Place) -> None:
    issue = "  - 编号: 20191021-1\n    事由: 树太密\n    办理:\n      - 2019-10-31 办结 修剪\n"
    old = f"---\n日期: 2019-10-21\n事项:\n{issue}---\n"
    diary.write("diaries/2019/2019-10-21.md", old)
    record(diary, said("import"))
    found = audited(diary)
    assert found.findings == ()
    assert ("imported", "1") in [(one.why, one.params.get("count")) for one in found.notes]
    rewrite(diary, LINE, LINE + SECOND.replace("2026-11-18", "2026-11-16"), said("import"), "2026-12-24T09:00:00 +0800")
    assert [one.why for one in audited(diary, date(2026, 12, 30)).findings] == ["backdated-line"]


# merges


def branched(place: Place, ours: str, theirs: str, base: str = LINE) -> None:
    """Two branches that each replace the line of the page by something else."""
    place.git("checkout", "-qb", "别人")
    rewrite(place, base, theirs, said("note"))
    place.git("checkout", "-q", "main")
    rewrite(place, base, ours, said("note"))


def merged(place: Place, text: str) -> None:
    """The merge of both, with this as its result."""
    place.git("merge", "-q", "-s", "ours", "--no-commit", "别人")
    place.write(DAY, text)
    record(place, "合并")


def test_a_merge_that_unites_both_sides(diary: Place) -> None:
    branched(diary, LINE + SECOND, LINE + SECOND.replace("办结", "跟进"))
    merged(diary, ENTRY.replace(LINE, LINE + SECOND.replace("办结", "跟进") + SECOND))
    assert kinds(diary) == []


def test_a_merge_that_loses_a_side(diary: Place) -> None:
    branched(diary, LINE + SECOND, LINE + SECOND.replace("办结", "跟进"))
    merged(diary, ENTRY.replace(LINE, LINE + SECOND))
    (one,) = audited(diary).findings
    assert one.params == {"old": "2026-11-18 跟进 加了灯罩", "new": "2026-11-18 办结 加了灯罩"}


def test_what_one_side_had_deleted_is_told_once(diary: Place) -> None:
    branched(diary, "", LINE + SECOND)
    merged(diary, ENTRY.replace(LINE, SECOND))
    assert kinds(diary) == ["line_deleted"]


def test_a_new_number_where_two_had_the_same_is_in_order(diary: Place) -> None:
    first, second = ("  - 编号: 20261116-4\n    事由: 楼道堆了纸箱\n", "  - 编号: 20261116-4\n    事由: 井盖响\n")
    diary.git("checkout", "-qb", "别人")
    rewrite(diary, "事项:\n", "事项:\n" + second, said("add"))
    diary.git("checkout", "-q", "main")
    rewrite(diary, "事项:\n", "事项:\n" + first, said("add"))
    merged(diary, ENTRY.replace("事项:\n", "事项:\n" + first + second.replace("16-4", "16-5")))
    assert kinds(diary) == []
    rewrite(diary, "20261116-5", "20261116-7")
    assert [one.params["field"] for one in audited(diary).findings] == ["id"]


# the folder, the remote, signatures


def test_what_is_not_committed(diary: Place) -> None:
    diary.write(DAY, ENTRY.replace("路灯", "灯"))
    diary.write("diaries/2026/2026-11-18.md", "---\n日期: 2026-11-18\n---\n")
    diary.write("别的.txt", "不算\n")
    assert [(one.kind, one.why) for one in audited(diary).findings] == [
        ("uncommitted", "uncommitted-changed"), ("uncommitted", "uncommitted-new"),
    ]  # fmt: skip


@pytest.fixture
def shared(diary: Place, tmp_path: Path) -> Place:
    """The diary with a remote that has all of it."""
    diary.git("init", "-q", "--bare", str(tmp_path / "远端.git"))
    diary.git("remote", "add", "origin", str(tmp_path / "远端.git"))
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    diary.git("push", "-q", "-u", "origin", "main")
    return diary


def test_a_shared_history_that_stands(shared: Place) -> None:
    assert audited(shared) == Audit((), (), 3, 14)


@pytest.mark.parametrize("how", [("commit", "-q", "--amend", "-m", "改了"), ("reset", "-q", "--hard", "HEAD~1")])
def test_a_shared_history_rewritten_here(shared: Place, how: tuple[str, ...]) -> None:
    told = shared.git("rev-parse", "HEAD").strip()
    shared.git(*how)
    assert [(one.why, one.commit) for one in audited(shared).findings] == [("rewritten-local", told)]


def test_without_the_memory_of_git_the_same_commit_is_known_again(shared: Place) -> None:
    shared.git("commit", "-q", "--amend", "-m", "改了")
    shared.git("reflog", "expire", "--expire=now", "--all")
    assert [one.why for one in audited(shared).findings] == ["rewritten-local"]


def test_a_history_rewritten_on_the_remote(shared: Place, tmp_path: Path) -> None:
    shared.git("clone", "-q", str(tmp_path / "远端.git"), str(tmp_path / "别处"))
    other = Place(tmp_path / "别处")
    other.git("commit", "-q", "--amend", "-m", "改了")
    other.git("push", "-q", "--force")
    shared.git("fetch", "-q")
    assert "rewritten-remote" in [one.why for one in audited(shared).findings]


def test_what_colleagues_have_shared_meanwhile_is_only_noted(shared: Place, tmp_path: Path) -> None:
    shared.git("clone", "-q", str(tmp_path / "远端.git"), str(tmp_path / "别处"))
    other = Place(tmp_path / "别处")
    rewrite(other, SECOND, SECOND + SECOND.replace("办结", "跟进"), said("note"))
    other.git("push", "-q")
    shared.git("fetch", "-q")
    found = audited(shared)
    assert (found.findings, [one.why for one in found.notes]) == ((), ["behind"])


def test_commits_without_signature_where_signing_is_on(diary: Place) -> None:
    assert kinds(diary) == []
    diary.git("config", "commit.gpgsign", "true")
    assert kinds(diary) == ["unsigned", "unsigned"]


def test_signatures_from_a_day_on_and_people_nobody_knows(diary: Place) -> None:
    diary.community = Community(language="zh", signed_from=date(2026, 11, 10), people=(Person("张书记"),))
    assert [(one.why, one.date) for one in audited(diary).findings] == [
        ("unsigned", "2026-11-17"), ("unknown-author", "2026-11-17"),
    ]  # fmt: skip


def test_good_and_unknown_signatures(diary: Place, tmp_path: Path) -> None:
    key = tmp_path / "钥匙"
    made = subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=False)
    if made.returncode:
        pytest.skip("no ssh-keygen")
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", f"{key}.pub"), ("commit.gpgsign", "true")):
        diary.git("config", name, value)
    rewrite(diary, LINE, LINE + SECOND, said("close"))
    assert [one.why for one in audited(diary).findings] == ["unknown-key"]
    allowed = tmp_path / "准许"
    public = Path(f"{key}.pub").read_text()
    allowed.write_text("")
    diary.git("config", "gpg.ssh.allowedSignersFile", str(allowed))
    assert [one.why for one in audited(diary).findings] == ["unknown-key"]  # git itself calls it good, of nobody
    for known, found in (
        ("王丽@example.com", []), ("zhang@example.com,王丽@EXAMPLE.com", []), ("*@example.com", []), ("王丽", []),
        ("zhang@example.com", ["other-signer"]), ("", ["unknown-key"]),
    ):  # fmt: skip
        allowed.write_text(f"{known} {public}" if known else "")
        assert [one.why for one in audited(diary).findings] == found, known


# rubbish


def test_without_a_repository_or_commits(tmp_path: Path, empty: Place) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(MinqingError) as refused:
        audit(Place(tmp_path / "空").workspace, CLOCK)
    assert (refused.value.code, refused.value.exit_code) == ("git.no-history", 4)
    assert audited(empty) == Audit((), (), 0, 14)


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", "cut", "other"])
def test_what_is_kept_is_only_an_accelerator(diary: Place, damage: bytes | str) -> None:
    rewrite(diary, "给老爷子打了电话", "给老爷子打了三次电话")
    first = audited(diary)
    kept = diary.root / ".minqing" / "audit.json"
    raw = kept.read_bytes()
    changed = raw[: len(raw) // 2] if damage == "cut" else raw.replace("三次".encode(), "四次".encode())
    kept.write_bytes(damage if isinstance(damage, bytes) else changed.replace(b"line_changed", b"line_deleted"))
    assert audited(diary) == first


def test_what_is_kept_grows_with_every_commit(diary: Place) -> None:
    steps = (
        (LINE, LINE + SECOND, "close"), (SECOND, "", "undo"), ("路灯太亮", "路灯太暗", "edit"), (LINE, "", "note"),
        ("    办理:\n", "    办理:\n" + LINE, "note"), ("---\n\n## 走\n", "", "note"),
    )  # fmt: skip
    found = []
    for number, (old, new, action) in enumerate(steps, 10):
        rewrite(diary, old, new, said(action), f"2026-11-19T{number}:00:00 +0800")
        found.append(kinds(diary))
    assert found[1:] == [[], ["field_changed"], *[["line_deleted", "field_changed"]] * 3]


def test_a_rewritten_history_is_judged_anew(diary: Place) -> None:
    rewrite(diary, "给老爷子打了电话", "给老爷子打了三次电话")
    assert kinds(diary) == ["line_changed"]
    diary.git("reset", "-q", "--hard", "HEAD~1")
    assert kinds(diary) == []


def test_links_submodules_large_files_and_odd_names(diary: Place) -> None:
    (diary.root / "diaries" / "2026" / "2026-11-17.md").symlink_to("2026-11-16.md")
    diary.write('diaries/2026/-"\n奇怪\x1b[31m.md', "不是日记\n")
    (diary.root / "diaries" / "2026" / "2026-11-18.md").write_bytes(b"---\n" + b"x" * 9_000_000)
    record(diary, "\x1b[31m红\x01字\n\nMinqing-Action: \x1b[2J")
    diary.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},diaries/2026/2026-11-19.md")
    diary.git("commit", "-q", "-m", "子模块")
    diary.git("rm", "-q", "--cached", "diaries/2026/2026-11-19.md")
    diary.git("rm", "-q", "diaries/2026/2026-11-17.md", "diaries/2026/2026-11-18.md")
    record(diary)
    assert kinds(diary) == []


def test_a_shallow_clone(shared: Place, tmp_path: Path) -> None:
    shared.git("clone", "-q", "--depth=1", f"file://{tmp_path / '远端.git'}", str(tmp_path / "浅"))
    found = audited(Place(tmp_path / "浅"), date(2028, 1, 1))
    assert found.findings == ()
    assert "first" in [one.why for one in found.notes]


def test_the_workspace_in_a_larger_repository(nested: Place) -> None:
    rewrite(nested, "给老爷子打了电话", "给老爷子打了三次电话", when="2026-12-01T09:00:00 +0800")
    assert "line_changed" in kinds(nested)
    Place(nested.root.parent.parent).write("别的/diaries/2026/2026-11-01.md", "---\n日期: 2026-11-01\n---\n")
    assert all(one.file == DAY for one in audited(nested).findings if one.kind == "line_changed")
