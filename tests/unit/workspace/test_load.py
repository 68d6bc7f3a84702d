import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from minqing.domain.errors import MinqingError
from minqing.text.problems import Problem
from minqing.workspace import load as loading
from minqing.workspace import scan as scanning
from minqing.workspace.every_problem import every_problem
from minqing.workspace.files import read_bytes
from minqing.workspace.load import (
    Diary,
    entry_path_for,
    entry_paths,
    existing_entry,
    load_diary,
    next_issue_number,
    open_workspace,
    read_one,
)
from minqing.workspace.names import entry_name

DAY = date(2019, 10, 21)
Write = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "minqing.yaml").write_text("社区: 南沙滩\n语言: zh\n", encoding="utf-8")
    (tmp_path / "diaries").mkdir()
    return tmp_path


@pytest.fixture
def write(root: Path) -> Write:
    """Puts an entry into the diary: its path below ``diaries/`` and the ids of its issues."""

    def put(path: str, *ids: str, day: str | None = None, more: str = "") -> str:
        file = root / "diaries" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        issues = "".join(f"  - 编号: {id}\n    事由: 路灯太亮\n{more}" for id in ids)
        text = f"---\n日期: {day or file.name[:10]}\n" + (f"事项:\n{issues}" if ids else "") + "---\n"
        file.write_text(text, encoding="utf-8")
        return f"diaries/{path}"

    return put


def loaded(root: Path) -> Diary:
    return load_diary(open_workspace(root))


def named(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(p.code, p.file) for p in problems]


def test_entries_come_by_date_and_name(root: Path, write: Write) -> None:
    paths = ["2020/2020-01-06.md", "2019/2019-10-21-2.md", "2019/2019-10-21.md", "2019/2019-10-21-10.md"]
    for path in paths:
        write(path)
    write("2019/README.md")
    (root / "diaries" / "2019" / ".minqing-tmp-1.md").touch()
    (root / "diaries" / "2019" / "notes.txt").touch()
    expected = [f"diaries/{paths[i]}" for i in (2, 1, 3, 0)]
    assert entry_paths(root) == expected
    assert [e.path for e in loaded(root).entries] == expected
    assert loaded(root).problems == ()


def test_an_empty_workspace(root: Path) -> None:
    assert loaded(root) == Diary()
    (root / "diaries").rmdir()
    assert loaded(root) == Diary()


def test_the_settings(root: Path) -> None:
    workspace = open_workspace(root)
    assert (workspace.community.name, workspace.language) == ("南沙滩", "zh")
    (root / "minqing.yaml").write_text("户数: 很多\n", encoding="utf-8")
    assert [p.code for p in open_workspace(root).settings_problems] == ["settings-value"]
    assert loaded(root).problems == ()
    (root / "minqing.yaml").unlink()
    with pytest.raises(MinqingError, match=r"workspace\.not-one"):
        open_workspace(root)


@pytest.mark.parametrize("name", ["2019-10-21 (1).md", "10月21日.md", "2019-13-01.md", "2019-10-21-x.md"])
def test_a_name_that_is_none_is_an_error(root: Path, write: Write, name: str) -> None:
    path = write(f"2019/{name}", day="2019-10-21")
    diary = loaded(root)
    assert named(diary.problems) == [("file-name", path)]
    assert diary.left_out == (path,)
    assert diary.entries == ()


@pytest.mark.parametrize("path", ["2018/2019-10-21.md", "2019-10-21.md", "old/2019-10-21.md"])
def test_the_wrong_folder_is_a_warning(root: Path, write: Write, path: str) -> None:
    written = write(path)
    diary = loaded(root)
    assert named(diary.problems) == [("file-folder", written)]
    assert diary.problems[0].params["expected"] == "diaries/2019/2019-10-21.md"
    assert [e.path for e in diary.entries] == [written]
    assert diary.left_out == ()


def test_a_file_too_deep_is_named_not_read(root: Path, write: Write) -> None:
    path = write("2019/10/2019-10-21.md")
    diary = loaded(root)
    assert named(diary.problems) == [("file-nested", path)]
    assert (diary.entries, diary.left_out) == ((), (path,))


@pytest.mark.parametrize("link", ["2019/2019-10-21.md", "2019", "2019-10-21.md"])
def test_a_link_out_of_the_workspace_is_named_not_read(
    root: Path, write: Write, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    write("2018/2018-07-02.md")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "2019-10-21.md").write_text("---\n日期: 2019-10-21\n---\n", encoding="utf-8")
    place = root / "diaries" / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside / "2019-10-21.md" if link.endswith(".md") else outside)
    diary = loaded(root)
    assert named(diary.problems) == [("file-outside", f"diaries/{link}")]
    assert [e.date.year for e in diary.entries] == [2018]


def test_a_link_to_another_entry_is_not_counted_twice(root: Path, write: Write) -> None:
    write("2019/2019-10-21.md", "20191021-1")
    (root / "diaries" / "2019" / "2019-10-21-2.md").symlink_to("2019-10-21.md")
    (root / "diaries" / "this-year").symlink_to("2019")
    assert (len(loaded(root).entries), loaded(root).problems) == (1, ())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_cannot_be_read_is_named(root: Path, write: Write) -> None:
    write("2019/2019-10-28.md")
    (root / "diaries" / "2019" / "2019-10-21.md").symlink_to("gone.md")
    os.mkfifo(root / "diaries" / "2019" / "2019-10-22.md")
    diary = loaded(root)
    lost = ("diaries/2019/2019-10-21.md", "diaries/2019/2019-10-22.md")
    assert named(diary.problems) == [("unreadable-file", path) for path in lost]
    assert diary.left_out == lost
    assert len(diary.entries) == 1
    assert read_one(open_workspace(root), "diaries/2019").problems[0].code == "unreadable-file"


def test_ids_that_two_issues_carry(root: Path, write: Write) -> None:
    first = write("2019/2019-10-21.md", "20191021-1", "20191021-2")
    second = write("2019/2019-10-21-desk.md", "20191021-3", "20191021-2")
    diary = loaded(root)
    (problem,) = [p for p in diary.problems if p.code == "id-duplicate"]
    assert (problem.file, problem.line, problem.is_error) == (second, 6, True)
    assert "20191021-2" in problem.shown
    assert (problem.params["id"], problem.params["file"], problem.params["line"]) == ("20191021-2", first, "6")
    assert len(diary.entries) == 2
    assert diary.left_out == ()


def test_steps_that_change_nothing(root: Path, write: Write) -> None:
    steps = "    办理:\n      - 2019-10-23 办结 修好了\n      - 2019-10-24 办结 又修了\n"
    path = write("2019/2019-10-21.md", "20191021-1", more=steps)
    (problem,) = loaded(root).problems
    assert (problem.code, problem.file, problem.line, problem.column) == ("progress-close-closed", path, 8, 9)
    assert problem.shown.endswith("- 2019-10-24 办结 又修了")
    assert problem.params["id"] == "20191021-1"


def test_the_next_number_counts_all_files_of_the_day(root: Path, write: Write) -> None:
    workspace = open_workspace(root)
    assert next_issue_number(workspace, DAY) == 1
    write("2019/2019-10-21.md", "20191021-1", "20191021-4")
    write("2019/2019-10-22.md", "20191022-9")
    assert next_issue_number(workspace, DAY) == 5
    (root / "diaries" / "2019" / "2019-10-21-desk.md").write_text("---\n编号: 20191021-7\n[", encoding="utf-8")
    assert next_issue_number(workspace, DAY) == 8
    write("2019/2019-10-21 (1).md", "20191021-11", day="2019-10-21")
    assert next_issue_number(workspace, DAY) == 12


def test_a_number_that_is_only_mentioned_does_not_count(root: Path, write: Write) -> None:
    write("2019/2019-10-21.md", "20191021-1", more="    工单: 20191021-33\n")
    assert next_issue_number(open_workspace(root), DAY) == 2


def test_paths_of_new_entries(root: Path, write: Write) -> None:
    assert entry_path_for(root, DAY, "walk") == "diaries/2019/2019-10-21.md"
    assert entry_path_for(root, DAY, "desk") == "diaries/2019/2019-10-21-desk.md"
    write("2019/2019-10-21.md")
    write("2019-10-21-2.md")
    write("2019/2019-10-21-desk.md")
    assert entry_path_for(root, DAY, "walk", second=True) == "diaries/2019/2019-10-21-3.md"
    assert entry_path_for(root, DAY, "desk") == "diaries/2019/2019-10-21-desk-2.md"


def test_the_entry_that_is_there(root: Path, write: Write) -> None:
    assert existing_entry(root, DAY, "desk") is None
    write("2019/2019-10-21.md")
    write("2019/2019-10-21-desk-2.md")
    first = write("2019/2019-10-21-desk.md")
    assert existing_entry(root, DAY, "desk") == first
    assert existing_entry(root, DAY, "call") is None
    assert existing_entry(root, date(2019, 10, 22), "desk") is None


def test_who_asks_for_a_day_reads_no_other_name(root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a hundred thousand files the names alone take seconds."""
    for n in range(1, 10):
        write(f"2019/2019-10-0{n}.md")
    write("2019/2019-10-21.md", "20191021-1")
    write("2019/2019-10-21(1).md", "20191021-7")
    write("2018/2019-10-21-2.md", "20191021-4")
    looked: list[str] = []
    monkeypatch.setattr(scanning, "entry_name", lambda name: looked.append(name) or entry_name(name))
    assert next_issue_number(open_workspace(root), DAY) == 8
    assert existing_entry(root, DAY, "walk") == "diaries/2019/2019-10-21.md"
    assert not [name for name in looked if not name.startswith("2019-10-21")]


def test_every_problem_is_found_reading_each_file_once(
    root: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(1, 4):
        write(f"2019/2019-10-0{n}.md", "20191001-1", more="    反映人: 张建国\n")
    read, told = list[str](), list[tuple[int, int]]()
    monkeypatch.setattr(loading, "read_bytes", lambda root, path: read.append(path) or read_bytes(root, path))
    found = every_problem(open_workspace(root), lambda done, total: told.append((done, total)))
    assert sorted(p.code for p in found if p.code in ("id-duplicate", "privacy-name")) == [
        "id-duplicate", "id-duplicate", "privacy-name", "privacy-name", "privacy-name",
    ]  # fmt: skip
    assert read == [f"diaries/2019/2019-10-0{n}.md" for n in range(1, 4)]
    assert told == [(0, 3)]
