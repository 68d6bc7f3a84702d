"""Pages that were deleted in the folder: told before they are missed in the figures, and brought back."""

from __future__ import annotations

import pytest
from desk import Desk

PAGE = "diaries/2026/2026-11-16.md"


@pytest.fixture
def two(book: Desk) -> Desk:
    book.entry("2026-11-16", issues="  - 编号: 20261116-1\n    事由: 路灯\n")
    book.entry("2026-11-17", issues="  - 编号: 20261117-1\n    事由: 井盖\n")
    book.commit_all()
    return book


def test_check_names_a_page_that_was_deleted_and_undo_brings_it_back(two: Desk) -> None:
    assert two.ok("check").err == ""
    was = two.read(PAGE)
    (two.root / PAGE).unlink()
    answer = two.ok("check")
    assert PAGE in answer.err
    assert "minqing 撤回" in answer.err
    assert "2026-11-17" not in answer.err
    two.ok("undo")
    assert two.read(PAGE) == was
    assert two.ok("check").err == ""


def test_a_page_that_was_renamed_is_not_gone(two: Desk) -> None:
    (two.root / PAGE).rename(two.root / "diaries/2026/2026-11-16-2.md")
    assert PAGE not in two.ok("check").err
    assert "删去" not in two.ok("note", "井盖", "看过").err


def test_who_commits_a_deletion_along_with_a_change_is_told(two: Desk) -> None:
    (two.root / PAGE).unlink()
    answer = two.ok("note", "井盖", "看过")
    assert f"整篇删去的日记: {PAGE}" in answer.err
    two.write("diaries/2026/2026-11-17.md", two.read("diaries/2026/2026-11-17.md") + "\n多一句\n")
    assert "整篇删去" not in two.ok("note", "井盖", "再看").err
