"""Files that are handed out: where they may be saved, and that it is the whole file or none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from minqing.domain.errors import MinqingError
from minqing.workspace import saving
from minqing.workspace.saving import Target, save, target

ENDINGS = (".md", ".docx", ".xlsx", ".html", ".csv")


def refused(given: str, root: Path | None = None) -> MinqingError:
    with pytest.raises(MinqingError) as caught:
        target(given, ENDINGS, root)
    return caught.value


@pytest.mark.parametrize("name", ["月报.docx", "月报.DOCX", "月报．docx", "月报。docx", "月报.ｄｏｃｘ"])
def test_the_ending_says_the_form_however_it_was_typed(tmp_path: Path, name: str) -> None:
    found = target(str(tmp_path / name), ENDINGS)
    assert found.ending == ".docx"
    assert found.path is not None
    assert found.path.parent == tmp_path


def test_a_dash_is_stdout_and_may_choose_its_form() -> None:
    assert target("-", ENDINGS) == Target(".md")
    assert target("-.csv", ENDINGS) == Target(".csv")


@pytest.mark.parametrize(
    ("name", "code", "nearest"),
    [
        ("a.doc", "saving.ending-near", ".docx"),
        ("a.xls", "saving.ending-near", ".xlsx"),
        ("a.htm", "saving.ending-near", ".html"),
        ("a.pptx", "saving.ending", ""),
        ("a.pdf", "saving.pdf", ""),
        ("月报", "saving.no-ending", None),
    ],
)
def test_another_ending_is_refused_naming_the_nearest(tmp_path: Path, name: str, code: str, nearest: str) -> None:
    error = refused(str(tmp_path / name))
    assert (error.code, error.exit_code) == (code, 2)
    assert error.params.get("nearest") == nearest


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "输出").mkdir()
    (tmp_path / "旧.docx").mkdir()
    assert refused(str(tmp_path / "输出")).code == "saving.folder"
    assert refused(str(tmp_path / "旧.docx")).code == "saving.folder"
    assert refused(str(tmp_path / "没有" / "月报.docx")).code == "saving.no-folder"


@pytest.mark.parametrize("name", ["con.docx", "NUL.md", "Lpt1.html"])
def test_the_name_of_a_device_is_no_file(tmp_path: Path, name: str) -> None:
    assert refused(str(tmp_path / name)).code == "saving.no-file"
    assert target(str(tmp_path / f"x{name}"), ENDINGS).path is not None


@pytest.mark.parametrize("name", ["11:30会议.docx", "报告?.docx", "“南”|“北”.md"])
def test_what_windows_takes_for_no_name_is_said_before_any_work(tmp_path: Path, name: str) -> None:
    """What stands behind a colon there goes into a part of the file that no folder shows."""
    with pytest.raises(MinqingError) as caught:
        saving._refuse_folders(tmp_path / name, ".docx", windows=True)
    assert (caught.value.code, caught.value.params["name"]) == ("saving.bad-name", name)
    saving._refuse_folders(tmp_path / name, ".docx", windows=False)


@pytest.mark.parametrize("place", ["diaries/2026/x.md", "templates/x.html", "photos/x.csv", ".git/x.md"])
def test_nothing_is_saved_over_what_people_wrote(tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    assert refused(str(tmp_path / place), tmp_path).code == "saving.diary"
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / place)
    assert refused(str(link), tmp_path).code == "saving.diary"
    assert target(str(tmp_path / "月报.md"), ENDINGS, tmp_path).path == tmp_path / "月报.md"


def test_the_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "月报.md"
    file.write_text("旧", encoding="utf-8")
    file.chmod(0o640)
    save(file, "新".encode())
    assert file.read_text(encoding="utf-8") == "新"
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["月报.md"]


def test_a_file_open_in_excel_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(b"old")

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "held", str(file))

    monkeypatch.setattr("minqing.workspace.files.os.replace", held)
    with pytest.raises(MinqingError) as caught:
        save(file, b"new")
    assert caught.value.code == "saving.in-use"
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["台账.xlsx"]


def test_a_folder_without_permission_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no", "x")

    monkeypatch.setattr("minqing.workspace.saving.replacing", refuses)
    monkeypatch.setattr(saving, "_may_be_written", lambda place: False)
    with pytest.raises(MinqingError) as caught:
        save(tmp_path / "a.md", b"new")
    assert caught.value.code == "workspace.not-allowed"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("minqing.workspace.files.os.fsync", full)
    with pytest.raises(MinqingError) as caught:
        save(file, b"new")
    assert caught.value.code == "workspace.disk-full"
    assert os.listdir(tmp_path) == ["a.md"]
    assert file.read_bytes() == b"old"
