"""Templates, pictures and whatever else is no text that can be united: both versions stay, and nobody is stuck."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from team import DAY, Person, Team

from minqing.__main__ import run
from minqing.domain.community import Community
from minqing.workspace.load import Workspace

REPORT = "templates/report.docx"
NOTICE = "templates/notice.zh.txt.j2"
PICTURE = "photos/2026/20261116-1-1-前-20261118.jpg"
BOM, MINE, OTHER = b"PK\x00\x01base", b"PK\x00\x02mine", b"PK\x00\x03theirs"


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    a, b = made.people
    binary(a, REPORT, BOM)
    a.by_hand(NOTICE, "抬头\n正文\n落款\n")
    a.git("add", ".")
    a.git("commit", "-qm", "样式")
    a.sync()
    b.sync()
    return made


def binary(person: Person, path: str, raw: bytes) -> None:
    place = person.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(raw)
    person.git("add", "-f", path)
    person.git("commit", "-qm", f"改 {path}", "--only", path)


def held(person: Person, folder: str) -> dict[str, bytes]:
    return {p.relative_to(person.root).as_posix(): p.read_bytes() for p in (person.root / folder).rglob("*.*")}


def test_a_document_that_both_have_changed_is_there_twice(team: Team) -> None:
    a, b = team.people
    binary(a, REPORT, OTHER)
    binary(b, REPORT, MINE)
    a.sync()
    done = b.sync()
    copy = "templates/report-张书记.docx"
    assert done.beside == [(REPORT, copy)]
    assert held(b, "templates")[REPORT] == OTHER
    assert held(b, "templates")[copy] == MINE
    a.sync()
    assert held(a, "templates") == held(b, "templates")
    again = b.sync()
    assert (again.beside, again.merge, again.sent) == ([], None, [])
    assert b.git("status", "--porcelain") == ""


def test_the_same_change_of_both_is_one(team: Team) -> None:
    a, b = team.people
    binary(a, REPORT, OTHER)
    binary(b, REPORT, OTHER)
    a.sync()
    assert b.sync().beside == []
    assert REPORT in held(b, "templates")
    assert len(held(b, "templates")) == 2


def test_a_text_is_united_line_by_line_and_else_there_twice(team: Team) -> None:
    a, b = team.people
    a.edit(("抬头", "新抬头"), path=NOTICE)
    b.edit(("落款", "新落款"), path=NOTICE)
    a.sync()
    assert b.sync().beside == []
    assert b.read(NOTICE) == "新抬头\n正文\n新落款\n"
    a.sync()
    a.edit(("正文", "甲的正文"), path=NOTICE)
    b.edit(("正文", "乙的正文"), path=NOTICE)
    a.sync()
    assert b.sync().beside == [(NOTICE, "templates/notice-张书记.zh.txt.j2")]
    assert "<<<<" not in b.read(NOTICE)
    assert "乙的正文" in b.read("templates/notice-张书记.zh.txt.j2")
    assert "甲的正文" in b.read(NOTICE)


def test_a_name_that_is_taken_gets_a_number(team: Team) -> None:
    a, b = team.people
    for round in (b"1", b"2"):
        binary(a, REPORT, OTHER + round)
        binary(b, REPORT, MINE + round)
        a.sync()
        done = b.sync()
        a.sync()
    assert done.beside == [(REPORT, "templates/report-张书记-2.docx")]
    assert sorted(held(a, "templates").values()) == sorted(
        [OTHER + b"2", MINE + b"1", MINE + b"2", "抬头\n正文\n落款\n".encode()]
    )


def test_a_name_is_no_way_out_of_the_folder(team: Team) -> None:
    a, b = team.people
    b.git("config", "user.name", "../../..\\上/级: 王?")
    binary(a, REPORT, OTHER)
    binary(b, REPORT, MINE)
    a.sync()
    ((_, copy),) = b.sync().beside
    assert copy == "templates/report-上 级 王.docx"
    assert held(b, "templates")[copy] == MINE


def photographed(person: Person, raw: bytes) -> None:
    binary(person, PICTURE, raw)
    person.edit(("    责任: 物业", f"    责任: 物业\n    照片: [{PICTURE}]"))


def test_two_pictures_of_one_name_are_two_and_each_is_named(team: Team) -> None:
    a, b = team.people
    photographed(a, b"JPEG of a")
    photographed(b, b"JPEG of b")
    a.sync()
    done = b.sync()
    second = "photos/2026/20261116-1-2-前-20261118.jpg"
    assert done.moved == [(PICTURE, second)]
    a.sync()
    for one in (a, b):
        assert held(one, "photos") == {PICTURE: b"JPEG of a", second: b"JPEG of b"}
        assert PICTURE in one.read(DAY)
        assert second in one.read(DAY)
    assert b.problems() == []


def test_settings_are_still_asked_about(team: Team) -> None:
    a, b = team.people
    a.write("minqing.yaml", "语言: zh\n社区: 甲\n")
    b.write("minqing.yaml", "语言: zh\n社区: 乙\n")
    a.sync()
    assert b.sync(side="ours").beside == []
    assert "乙" in b.read("minqing.yaml")


def test_what_lies_beside_the_diary_in_its_repository_is_asked_about(tmp_path: Path) -> None:
    """A program's source is no template: two versions of a module would both be built."""
    made = Team(tmp_path, seed={"社区/minqing.yaml": "语言: zh\n", f"社区/{DAY}": "---\n日期: 2026-11-16\n---\n"})
    a, b = made.people
    binary(a, "程序.bin", b"\x00a")
    binary(b, "程序.bin", b"\x00b")
    for one in (a, b):
        one.root = one.root / "社区"
        assert Workspace(one.root, Community(language="zh")).root.is_dir()
    a.sync()
    assert b.sync(side="theirs").beside == []
    assert (
        subprocess.run(["git", "-C", str(b.root), "show", "HEAD:程序.bin"], capture_output=True, check=True).stdout
        == b"\x00a"
    )


# plain git


def pulled(team: Team, path: str, mine: bytes, other: bytes) -> Person:
    """A merge of plain git that has stopped at a file which both have changed."""
    a, b = team.people
    binary(a, path, other)
    binary(b, path, mine)
    a.sync()
    stopped = subprocess.run(
        ["git", "-C", str(b.root), "pull", "-q", "--no-rebase", "--no-edit"], capture_output=True, check=False
    )
    assert stopped.returncode == 1
    return b


def fix(person: Person) -> int:
    return run(["-C", str(person.root), "--lang", "zh", "check", "--fix"])


@pytest.mark.parametrize(
    ("path", "copy"), [(REPORT, "templates/report-张书记.docx"), (NOTICE, "templates/notice-张书记.zh.txt.j2")]
)
def test_check_fix_keeps_both_and_finishes_the_merge(
    team: Team, path: str, copy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    b = pulled(team, path, "乙\n".encode(), "甲\n".encode())
    assert fix(b) == 0
    assert copy in capsys.readouterr().err
    assert (b.read(path), b.read(copy)) == ("甲\n", "乙\n")
    assert len(b.git("rev-list", "--parents", "-1", "HEAD").split()) == 3
    assert b.git("status", "--porcelain") == ""
    b.sync()


def test_what_a_person_has_settled_in_the_meantime_stays(team: Team) -> None:
    b = pulled(team, REPORT, MINE, OTHER)
    (b.root / REPORT).write_bytes(b"PK both")
    assert fix(b) == 0
    assert held(b, "templates").keys() == {REPORT, NOTICE}
    assert held(b, "templates")[REPORT] == b"PK both"
    assert b.git("status", "--porcelain") == ""
