"""A program called by its bare name lies in PATH, and never in the folder one happens to stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.workspace.programs import whole_path


def _in(folder: Path, *names: str) -> str:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return str(folder)


def test_on_windows_the_folder_one_stands_in_is_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_in(tmp_path / "stick", "git.exe"))
    git = _in(tmp_path / "Git", "git.exe")
    assert whole_path("git.exe", {"PATH": f";.;stick;{git}"}, windows=True) == str(tmp_path / "Git" / "git.exe")
    with pytest.raises(FileNotFoundError):
        whole_path("git.exe", {"PATH": ".;"}, windows=True)


def test_on_windows_the_ending_is_found_and_a_file_without_one_is_no_program(tmp_path: Path) -> None:
    code = _in(tmp_path / "VS Code", "code", "code.cmd")
    assert whole_path("code", {"PATH": f'"{code}"'}, windows=True) == str(tmp_path / "VS Code" / "code.cmd")
    assert whole_path("code", {"PATH": code, "PATHEXT": ".EXE;.CMD"}, windows=True).endswith("code.cmd")
    with pytest.raises(FileNotFoundError):
        whole_path("code", {"PATH": code, "PATHEXT": ".EXE"}, windows=True)


def test_what_names_a_folder_is_left_as_it_is(tmp_path: Path) -> None:
    assert whole_path("tools/vim", {"PATH": ""}, windows=True) == "tools/vim"


def test_elsewhere_the_system_looks_in_path_alone() -> None:
    assert whole_path("git", {"PATH": ""}, windows=False) == "git"
