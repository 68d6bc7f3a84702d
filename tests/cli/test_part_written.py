"""A change of several files that was stopped half-way: put back whole, told, and never half of it counted as done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from desk import Desk, issue_yaml

from minqing.history import change
from minqing.history.pending import recorded
from minqing.workspace import files

LEDGER = """日期,事由,状态
2026-10-12,5号楼楼道灯不亮,已办结
2026-10-13,8号楼门口积水,办理中
2026-10-14,3号楼小广告,办理中
"""
OLD = "diaries/2026/2026-11-16.md"


@pytest.fixture
def half(book: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A diary with half an import in it."""
    book.entry("2026-11-16", issues=issue_yaml("20261116-1"))
    book.commit_all()
    book.write("../台账.csv", LEDGER)
    _stopped(book, monkeypatch, "import", str(book.root.parent / "台账.csv"), "--yes")
    assert len(_pages(book)) == 2
    return book


def _stopped(book: Desk, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    """A command that dies after the first file it writes, as far as the disk can tell."""
    written: list[object] = []

    def once(real: Callable[..., None]) -> Callable[..., None]:
        def put(*given: object, **how: object) -> None:
            if "diaries" not in str(given):
                return real(*given, **how)
            if written:
                raise KeyboardInterrupt
            written.append(given)
            return real(*given, **how)

        return put

    with monkeypatch.context() as patch:
        patch.setattr(files, "_put_in_place", once(files._put_in_place))
        patch.setattr(change, "remove", once(change.remove))
        assert book.run(*typed).code == 130


def _pages(book: Desk) -> list[str]:
    return sorted(p.relative_to(book.root).as_posix() for p in (book.root / "diaries").rglob("*.md"))


def test_the_next_change_puts_it_back_and_says_so(half: Desk) -> None:
    answer = half.ok("note", "20261116-1", "看过了")
    assert "写到一半被打断" in answer.err
    assert _pages(half) == [OLD]
    assert half.status() == []
    assert "导入" not in half.git("log", "--format=%s")
    assert recorded(half.root) == []


def test_what_is_read_meanwhile_says_that_it_is_a_half(half: Desk) -> None:
    assert "只有它的一部分" in half.ok("list").err


def test_the_same_import_again_takes_all_of_it(half: Desk) -> None:
    answer = half.json("import", str(half.root.parent / "台账.csv"), "--yes")
    assert len(answer["issues"]) == 3
    assert len(half.committed()) == 3
    assert len(_pages(half)) == 4
    assert half.status() == []


def test_an_undo_stopped_half_way_is_no_undo(half: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    half.ok("import", str(half.root.parent / "台账.csv"), "--yes")
    all_of_it = {page: half.read(page) for page in _pages(half)}
    _stopped(half, monkeypatch, "undo")
    assert len(_pages(half)) == 3
    half.ok("note", "20261116-1", "看过了")
    assert _pages(half) == sorted(all_of_it)
    assert all(half.read(page) == text for page, text in all_of_it.items() if page != OLD)


def test_an_undo_that_lacks_its_commit_is_finished_and_is_the_one_that_was_asked_for(
    half: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    half.ok("note", "20261116-1", "第一句")
    half.ok("note", "20261116-1", "第二句")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(change, "commit", stop)
        assert half.run("undo").code == 130
    answer = half.json("undo")
    assert answer["undoes"] == half.git("rev-parse", "HEAD~1").strip()
    assert "第一句" in half.read(OLD)
    assert "第二句" not in half.read(OLD)


def test_a_page_that_was_edited_since_stays_as_it_was_edited(half: Desk) -> None:
    (page,) = set(_pages(half)) - {OLD}
    half.write(page, half.read(page) + "手工添的一句\n")
    half.ok("note", "20261116-1", "看过了")
    assert "手工添的一句" in half.read(page)
    assert half.status() == []
