"""What people edited by hand goes into a commit of its own before a change."""

from __future__ import annotations

import pytest
from git_place import DAY, ENTRY, Place

from minqing.domain.community import Community
from minqing.history.change import Outcome, last_issue

EDITED = ENTRY.replace("给老爷子打了电话", "给老爷子打了两次电话")
OTHER = "diaries/2026/2026-11-17.md"


def hand(place: Place, outcome: Outcome) -> str:
    assert outcome.problem is None
    assert outcome.hand_commit == place.git("rev-parse", "HEAD~1").strip()
    return place.message("HEAD~1")


def test_the_edit_first_and_then_the_change_alone(place: Place) -> None:
    place.write(DAY, EDITED)
    outcome = place.change()
    assert hand(place, outcome) == ("手工修改 2026-11-16\n\nMinqing-Action: hand-edit\nMinqing-Issue: 20261116-3\n")
    assert place.recorded(commit="HEAD~1") == EDITED
    assert place.recorded() == EDITED + "新的一行\n"
    assert place.git("diff", "--numstat", "HEAD~1", "HEAD").split()[:2] == ["1", "0"]


def test_in_english(place: Place) -> None:
    place.community = Community(language="en")
    place.write("minqing.yaml", "language: en\n")
    assert hand(place, place.change()) == "Edited by hand: minqing.yaml\n\nMinqing-Action: hand-edit\n"


def test_new_changed_and_deleted_files_and_nothing_else(place: Place) -> None:
    place.write("templates/旧.md", "x\n")
    place.git("add", ".")
    place.git("commit", "-qm", "模板")
    (place.root / "templates/旧.md").unlink()
    place.write("templates/新.md", "y\n")
    place.write("minqing.yaml", "语言: zh\n# 改\n")
    place.write("diaries/2026/2026-11-18-desk.md", "---\n日期: 2026-11-18\n---\n")
    untouched = ["diaries/说明.txt", "diaries/2026/.minqing-tmp-1.md", "templates/~$a.md", "随手.md"]
    for path in untouched:
        place.write(path, "x\n")
    outcome = place.change()
    assert hand(place, outcome).splitlines()[0].endswith(" 等 4 个文件")
    assert sorted(place.files("HEAD~1")) == sorted(
        ["diaries/2026/2026-11-18-desk.md", "minqing.yaml", "templates/新.md", "templates/旧.md"]
    )
    assert sorted(line[3:].strip('"') for line in place.status().splitlines()) == sorted(untouched)


def test_what_the_user_staged_is_left_to_him(place: Place) -> None:
    place.write(OTHER, "---\n日期: 2026-11-17\n---\n")
    place.git("add", OTHER)
    outcome = place.change()
    assert outcome.hand_commit is None
    assert place.status() == f"A  {OTHER}\n"


@pytest.mark.parametrize("then", [EDITED, EDITED + "又改\n"])
def test_but_not_in_the_file_that_is_written(place: Place, then: str) -> None:
    place.write(DAY, EDITED)
    place.write(OTHER, "---\n日期: 2026-11-17\n---\n")
    place.git("add", ".")
    place.write(DAY, then)
    outcome = place.change()
    assert "hand-edit" in hand(place, outcome)
    assert place.recorded(commit="HEAD~1") == then
    assert place.status() == f"A  {OTHER}\n"


def test_a_file_taken_out_of_the_index_and_then_written(place: Place) -> None:
    place.git("rm", "-q", "--cached", DAY)
    outcome = place.change()
    assert outcome.problem is None
    assert place.recorded() == ENTRY + "新的一行\n"
    assert place.status() == ""


def test_a_file_staged_and_then_put_back_is_no_hand_edit(place: Place) -> None:
    place.write(DAY, EDITED)
    place.git("add", DAY)
    place.write(DAY, ENTRY)
    outcome = place.change()
    assert (outcome.problem, outcome.hand_commit) == (None, None)
    assert place.recorded() == ENTRY + "新的一行\n"
    assert place.status() == ""


def test_a_renamed_diary_is_one_commit_and_its_issues_do_not_differ(place: Place) -> None:
    (place.root / "diaries/2026/2026-11-16-desk.md").write_bytes((place.root / DAY).read_bytes())
    (place.root / DAY).unlink()
    outcome = place.change(OTHER)
    assert "Minqing-Issue" not in hand(place, outcome)
    assert sorted(place.files("HEAD~1")) == ["diaries/2026/2026-11-16-desk.md", DAY]


def test_only_issues_that_differ_are_named(place: Place) -> None:
    second = ENTRY.replace("---\n\n", "  - 编号: 20261116-4\n    事由: 小广告\n---\n\n")
    place.write(DAY, second)
    assert "Minqing-Issue: 20261116-4\n" in hand(place, place.change(OTHER))
    assert "20261116-3" not in place.message("HEAD~1")


def test_a_comment_or_the_body_is_no_change_of_an_issue(place: Place) -> None:
    place.write(DAY, ENTRY + "居民都说新装的扶手好。\n")
    assert "Minqing-Issue" not in hand(place, place.change(OTHER))


@pytest.mark.parametrize("damage", ["", "没有开头\n", "---\n日期: [\n", "\x00"])
def test_what_cannot_be_read_is_committed_all_the_same(place: Place, damage: str) -> None:
    place.write(DAY, damage)
    message = hand(place, place.change(OTHER))
    assert message == "手工修改 2026-11-16\n\nMinqing-Action: hand-edit\n"
    assert place.recorded(commit="HEAD~1") == damage


def test_in_a_sub_folder_only_this_workspaces_files(nested: Place) -> None:
    (nested.root.parent / "diaries").mkdir()
    (nested.root.parent / "diaries/2026-11-16.md").write_text("别家的\n", encoding="utf-8")
    nested.write(DAY, EDITED)
    outcome = nested.change()
    assert "Minqing-Issue: 20261116-3" in hand(nested, outcome)
    assert nested.files("HEAD~1") == [f"社区 [1]/日记/{DAY}"]


def test_a_change_of_nothing_leaves_hand_edits_alone(place: Place) -> None:
    from minqing.history.change import Change, carry_out

    place.write(DAY, EDITED)
    carry_out(place.workspace, lambda: Change("fix", "修正"))
    assert place.subjects() == ["开始"]


def test_a_hook_that_mends_files_is_not_undone(place: Place) -> None:
    place.write(DAY, EDITED)
    place.hook("pre-commit", f"printf '钩子\\n' >> {DAY}; chmod -x .git/hooks/pre-commit")
    place.change()
    assert place.read(DAY) == EDITED + "钩子\n新的一行\n"


def test_hundreds_of_diaries_copied_in_by_hand(place: Place) -> None:
    for n in range(250):
        place.write(f"diaries/2020/{2020 + n}-01-01.md", f"---\n日期: {2020 + n}-01-01\n---\n")
    assert "等 250 个文件" in hand(place, place.change())


def test_the_issue_touched_last(place: Place, nested: Place) -> None:
    assert last_issue(place.root) == "20261116-3", "a commit made without minqing is compared with the one before"
    place.change(issues=("20261116-3", "20261116-12"))
    place.change(OTHER, issues=())
    place.git("commit", "-q", "--allow-empty", "-m", "说起 Minqing-Issue: 20200101-1 这一行\n\n正文\n")
    assert last_issue(place.root) == "20261116-12"


def test_the_issue_touched_last_in_this_workspace(nested: Place) -> None:
    nested.change(issues=("20261116-3",))
    other = Place(nested.root.parent / "另一个")
    other.root.mkdir()
    other.change(issues=("20200101-1",))
    assert last_issue(nested.root) == "20261116-3"
    assert last_issue(other.root) == "20200101-1"


def test_there_is_no_last_issue_without_commits_or_repository(empty: Place, tmp_path: object) -> None:
    assert last_issue(empty.root) is None
    assert last_issue(empty.root.parent) is None
