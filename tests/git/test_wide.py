"""Numbers in pages in UTF-16, of which git tells no line: found in the history, and not sent to anybody."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from team import DAY, Person, Team

from minqing.__main__ import run
from minqing.history.purge import leaks, still_there

NUMBER = "13812345678"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Team(tmp_path).people[0]


def commit(person: Person, name: str, raw: bytes) -> None:
    person.root.joinpath(name).write_bytes(raw)
    person.git("add", "-f", name)
    person.git("commit", "-qm", f"写 {name}")


@pytest.mark.parametrize("code", ["utf-16", "utf-16-be"])
def test_a_number_in_a_page_that_git_takes_for_no_text_is_found(person: Person, code: str) -> None:
    mark = b"\xfe\xff" if code == "utf-16-be" else b""
    commit(person, "名 单.txt", mark + f"张阿姨 {NUMBER}\r\n第二行\r\n".encode(code))
    commit(person, "名 单.txt", mark + "张阿姨\r\n第二行\r\n".encode(code))
    found, unread = leaks(person.root)
    assert [(leak.path, leak.value) for leak in found] == [("名 单.txt", NUMBER)]
    assert unread == []


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.skipif(os.name == "nt", reason="no name there holds a quotation mark")
def test_a_name_that_git_puts_between_quotation_marks_is_the_name(person: Person, code: str) -> None:
    name = f'名"单\\\t{NUMBER[::-1]} {NUMBER}.txt'
    commit(person, name, f"居民 {NUMBER}\n".encode(code))
    found, _ = leaks(person.root)
    assert [leak.path for leak in found if leak.path] == [name, name]
    assert still_there(person.root, found) == [name]


def test_only_lines_that_came_are_looked_at(person: Person) -> None:
    commit(person, "名单.txt", f"张阿姨 {NUMBER}\n".encode("utf-16"))
    commit(person, "名单.txt", f"张阿姨 {NUMBER}\n又一行\n".encode("utf-16"))
    commit(person, "名单.txt", f"张阿姨 {NUMBER}\n又一行\n".encode())
    found, _ = leaks(person.root)
    assert len(found) == 1


def test_a_page_in_the_place_of_what_was_no_text_is_looked_at(person: Person) -> None:
    commit(person, "名单.txt", b"PK\0\xff\xfe")
    commit(person, "名单.txt", f"张阿姨 {NUMBER}\n".encode("utf-16"))
    found, unread = leaks(person.root)
    assert ([leak.value for leak in found], unread) == ([NUMBER], ["名单.txt"])


def test_what_a_merge_brings_itself_is_found(person: Person) -> None:
    commit(person, "名单.txt", "一\n".encode("utf-16"))
    person.git("checkout", "-qb", "另")
    commit(person, "名单.txt", "一\n二\n".encode("utf-16"))
    person.git("checkout", "-q", "-")
    commit(person, "名单.txt", "零\n一\n".encode("utf-16"))
    person.git("merge", "-q", "--no-commit", "-s", "ours", "另")
    commit(person, "名单.txt", f"零\n一\n二\n三 {NUMBER}\n".encode("utf-16"))
    found, _ = leaks(person.root)
    assert [(leak.path, leak.value) for leak in found] == [("名单.txt", NUMBER)]


def test_what_is_no_text_at_all_is_named(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    commit(person, "台账.xlsx", b"PK\x03\x04\0\0" + NUMBER.encode())
    assert leaks(person.root) == ([], ["台账.xlsx"])
    assert run(["-C", str(person.root), "--lang", "zh", "purge-private"]) == 0
    shown = capsys.readouterr()
    assert "没有找到" in shown.out
    assert "台账.xlsx" in shown.err
    assert run(["-C", str(person.root), "purge-private", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unread"] == ["台账.xlsx"]


def test_sync_does_not_send_a_number_in_such_a_page(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    commit(person, "名单.txt", f"张阿姨 {NUMBER}\n".encode("utf-16"))
    there = person.git("rev-parse", "origin/main")
    assert run(["-C", str(person.root), "--lang", "zh", "sync"]) == 5
    assert "名单.txt" in capsys.readouterr().err
    assert person.git("ls-remote", "origin", "main").split()[0] == there
    assert person.exists(DAY)
