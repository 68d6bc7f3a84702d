"""Links and paths in a clone lead nowhere: nothing outside the workspace is read, written, made or removed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from desk import Desk

READING = (
    ("list", "--json"), ("show", "20261116-1"), ("show", "2026-11-16"), ("stats",), ("check", "--json"),
    ("report", "2026-11"), ("ledger", "-o", "-.csv"), ("history",), ("audit",),
)  # fmt: skip
WRITING = (
    ("note", "20261116-1", "看过"),
    ("add", "门坏了", "--yes"),
    ("log", "--date", "2026-11-20", "--issue", "灯坏", "--yes"),
    ("check", "--fix"),
    ("contact-card", "add", "5号楼老爷子", "--phone", "13800000000"),
)
LINKED = (
    "diaries/2026/2026-11-17.md", "diaries/2026", "diaries", "templates", "templates/report.md.j2",
    "templates/report.docx", "minqing.yaml", "private", "private/contacts.txt", "photos",
    ".minqing", ".minqing/lock", ".minqing/lock-holder", ".minqing/git.log", ".minqing/git.running",
    ".minqing/pending.json", ".minqing/paths", ".minqing/drafts", ".minqing/index.sqlite",
    ".minqing/.gitignore", ".gitignore", ".gitattributes",
)  # fmt: skip


def state(folder: Path) -> dict[str, bytes]:
    return {str(place.relative_to(folder)): place.read_bytes() for place in folder.rglob("*") if place.is_file()}


@pytest.mark.parametrize("path", LINKED)
def test_a_link_out_of_the_workspace(clone: Desk, outside: Path, path: str) -> None:
    place = clone.root / path
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    is_folder = not place.suffix and place.name not in ("lock", "lock-holder", "paths", ".gitignore", ".gitattributes")
    place.symlink_to(outside.parent if is_folder else outside)
    clone.git("add", "-Af", ".")
    clone.git("commit", "-qm", "别人的")
    before = state(outside.parent)
    for typed in (*READING, *WRITING, READING[0]):
        answer = clone.run(*typed)
        assert "秘密" not in answer.out + answer.err, typed
        assert state(outside.parent) == before, typed


@pytest.mark.parametrize("folder", ["private", ".minqing"])
def test_a_private_folder_that_is_a_link_into_the_diary_is_refused(clone: Desk, folder: str) -> None:
    (clone.root / folder).symlink_to("diaries")
    answer = clone.run("contact-card", "add", "5号楼老爷子", "--phone", "13800000000")
    assert answer.code == 1
    assert folder in answer.err
    assert not (clone.root / "diaries/contacts.txt").exists()
    assert not (clone.root / "diaries/.gitignore").exists()


@pytest.mark.parametrize("folder", ["private", ".minqing"])
def test_a_folder_that_says_it_is_not_private_is_made_private(clone: Desk, folder: str) -> None:
    clone.write(f"{folder}/.gitignore", "!*\n")
    clone.write(".gitignore", "")
    clone.ok("contact-card", "add", "5号楼老爷子", "--phone", "13800000000")
    assert (clone.root / folder / ".gitignore").read_text() == "*\n"
    assert "contacts" not in clone.git("status", "--porcelain", "-uall")


@pytest.mark.parametrize(
    "path", ["../私事.txt", "/etc/hostname", "C:\\Windows\\win.ini", "\\\\server\\share\\x.jpg", "photos/../../x.jpg"]
)
def test_a_photo_outside_is_named_and_never_read(clone: Desk, path: str) -> None:
    clone.issue("2026-11-17", photos=f"['{path}']")
    assert "photo-path" in {problem["code"] for problem in clone.run("check", "--json").json["problems"]}


@pytest.mark.parametrize("path", ["private/contacts.txt", "../家/私事.txt", "minqing.yaml"])
def test_a_record_of_work_to_finish_from_elsewhere_is_not_believed(clone: Desk, path: str) -> None:
    """It could have anything committed, under words of its own and past the look for numbers."""
    clone.write(".gitignore", "")
    clone.commit_all()
    clone.ok("contact-card", "add", "5号楼老爷子", "--phone", "13800000000")
    (clone.root / "private/.gitignore").unlink()
    file = {"path": path, "before": "0", "written": "0"}
    change = {"action": "x", "subject": "别人的话", "issues": [], "files": [file], "why": "git.locked", "allowed": "x"}
    clone.write(".minqing/pending.json", json.dumps({"schema": 1, "here": "1-2-3", "changes": [change]}))
    clone.run("note", "20261116-1", "看过")
    said = clone.git("log", "--format=%B", "--name-only")
    assert "看过" in clone.read("diaries/2026/2026-11-16.md")
    assert "别人的话" not in said
    assert "contacts" not in said


def test_an_index_and_an_audit_from_elsewhere_are_not_believed(clone: Desk, tmp_path: Path) -> None:
    """An index is read with ``marshal``, which is no match for malice; an audit could be made to find nothing."""
    from minqing.history.audit_cache import NAME
    from minqing.workspace.index import image

    clone.commit_all()
    clone.ok("list")
    clone.run("audit")
    own = clone.root / ".minqing"
    image.opened(own).close()
    found = (own / NAME).read_text(encoding="utf-8")
    own.rename(tmp_path / "kept")
    shutil.copytree(tmp_path / "kept", own)
    with pytest.raises(image.Damaged):
        image.opened(own)
    assert clone.ok("list", "--json").ids == ["20261116-1"]
    image.opened(own).close()
    clone.run("audit")
    assert (own / NAME).read_text(encoding="utf-8").split("\n")[0] != found.split("\n")[0]
