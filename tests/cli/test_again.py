"""The same command typed again after one that was interrupted and answered nobody: done once, and said so."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

from minqing.cli.commands.again import tell_left
from minqing.cli.context import Context
from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import replace
from minqing.history import change
from minqing.history.pending import Pending, WrittenFile, digest, record, recorded

ID = "20261116-1"
FILE = "diaries/2026/2026-11-16.md"
NOTE = ("note", ID, "看过了")


def stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch, *typed: str, behind_git: bool = False) -> None:
    """A command that is interrupted when its file is written, before git is asked or behind it."""
    real = change.commit

    def commit(*given: Any) -> str | None:
        if behind_git:
            real(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(change, "commit", commit)
        assert desk.run(*typed).code == 130


@pytest.mark.parametrize("behind_git", [False, True], ids=["not committed", "committed"])
def test_a_note_typed_again_stands_once(lamp: Desk, monkeypatch: pytest.MonkeyPatch, behind_git: bool) -> None:
    before = lamp.commits
    stopped(lamp, monkeypatch, *NOTE, behind_git=behind_git)
    again = lamp.ok(*NOTE, "--json")
    assert "没有再写一遍" in again.err
    assert again.json["commit"] == lamp.git("rev-parse", "HEAD").strip()
    assert again.ids == [ID]
    assert lamp.commits == before + 1
    assert lamp.read(FILE).count("看过了") == 1
    assert recorded(lamp.root) == []


def test_typed_once_more_it_is_another_one(lamp: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(lamp, monkeypatch, *NOTE)
    lamp.ok(*NOTE)
    third = lamp.ok(*NOTE)
    assert "没有再写一遍" not in third.err
    assert lamp.read(FILE).count("看过了") == 2


@pytest.mark.parametrize(
    "typed", [("note", ID, "又看过了"), ("contact", ID, "看过了"), (*NOTE, "--on", "11-18")], ids=str
)
def test_other_words_are_another_change(lamp: Desk, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]) -> None:
    stopped(lamp, monkeypatch, *NOTE)
    answer = lamp.ok(*typed)
    assert "没有再写一遍" not in answer.err
    assert f"不用再输入:跟进 {ID} 窗前的路灯太亮" in answer.err
    assert lamp.read(FILE).count("看过了") == 2


def test_what_is_closed_by_words_is_found_though_it_is_open_no_more(
    lamp: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped(lamp, monkeypatch, "办结", "路灯", "已加灯罩")
    again = lamp.ok("办结", "路灯", "已加灯罩")
    assert f"{ID}  窗前的路灯太亮  已办结" in again.out
    assert lamp.read(FILE).count("已加灯罩") == 1


def test_a_change_that_was_taken_out_by_hand_is_made_again(lamp: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = lamp.read(FILE)
    stopped(lamp, monkeypatch, *NOTE)
    lamp.write(FILE, before)
    assert "没有再写一遍" not in lamp.ok(*NOTE).err
    assert lamp.read(FILE).count("看过了") == 1


@pytest.mark.parametrize(
    "typed", [("add", "门口积水", "--yes"), ("log", "--date", "11-17", "--issue", "树密")], ids=str
)
def test_what_is_added_or_logged_again_keeps_its_number(
    lamp: Desk, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    stopped(lamp, monkeypatch, *typed)
    again = lamp.ok(*typed, "--json")
    assert len(again.json["issues"]) == 1
    assert "没有再写一遍" in again.err
    assert len(lamp.json("list", "state:all")["issues"]) == 2


def test_a_person_is_told_before_she_types_a_walk_again(
    lamp: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped(lamp, monkeypatch, "log", "--date", "11-17", "--issue", "树密")
    tell_left(Context(str(lamp.root)))
    assert "已经写好,不用再输入:记录 2026-11-17 走动 1件事" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("action", "why", "told"),
    [("init", None, False), ("log", "git.no-author", False), ("log", None, True)],
    ids=["the diary was made", "git knows no name", "a killed command"],
)
def test_only_what_would_be_typed_again_is_told(
    lamp: Desk, capsys: pytest.CaptureFixture[str], action: str, why: str | None, told: bool
) -> None:
    lamp.ok(*NOTE)
    there = lamp.read(FILE).encode()
    left = Pending(action, "记录", (), (WrittenFile(FILE, digest(b""), digest(there)),), why)
    record(lamp.root, [left])
    tell_left(Context(str(lamp.root)))
    assert ("上次被打断的改动" in capsys.readouterr().err) is told


def test_of_a_walk_no_second_one_is_promised_that_would_be_refused(lamp: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = ("log", "--date", "11-17", "--issue", "树密")
    stopped(lamp, monkeypatch, *walk)
    again = lamp.ok(*walk)
    assert ("没有再写一遍" in again.err, "再输入一次" in again.err) == (True, False)
    refused = lamp.run(*walk)
    assert (refused.code, "minqing 编辑 2026-11-17" in refused.err) == (2, True)


def test_a_change_another_was_built_upon_is_named_though_its_record_could_not_say_it_was_written(
    book: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: neither git nor the record of why git refused had room."""

    def full(*given: Any) -> str | None:
        raise MinqingError("git.disk-full", GIT)

    with monkeypatch.context() as patch:
        patch.setattr(change, "commit", full)
        patch.setattr("minqing.history.settle.commit", full)
        for title in ("5号楼灯坏", "6号楼门坏"):
            assert book.run("add", title, "--yes").code == 4
            record(book.root, [replace(one, why=None) for one in recorded(book.root)])
    third = book.ok("add", "7号楼漏水", "--yes")
    assert "20261120-1 5号楼灯坏;新增 20261120-2 6号楼门坏" in third.err
    finished = book.message("HEAD~1")
    assert "新增 20261120-2 6号楼门坏" in finished
    for number in (1, 2):
        assert f"Minqing-Issue: 20261120-{number}" in finished
    assert recorded(book.root) == []
