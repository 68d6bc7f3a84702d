"""``minqing photo``: pictures taken in for an issue, and everything that is no picture told in words."""

import os
import sys
from pathlib import Path

import pytest
from desk import issue_yaml
from pictures import SECRET, UPRIGHT, corners, from_a_phone, opened, picture, scene
from PIL import Image

from minqing.workspace import files

ID = "20261116-3"


@pytest.fixture
def book(book, monkeypatch):
    """A diary with a lamp that is too bright, and a desktop with pictures on it, which is where we are."""
    book.entry("2026-11-16", issues=issue_yaml(ID, title="5号楼路灯太亮", place="5号楼"))
    book.commit_all()
    desktop = book.root.parent / "桌面"
    desktop.mkdir()
    monkeypatch.chdir(desktop)
    Path("灯亮.jpg").write_bytes(from_a_phone(6))
    Path("灯罩 1.png").write_bytes(picture(scene(80, 60), "PNG"))
    Path("灯罩2.webp").write_bytes(picture(scene(90, 60), "WEBP"))
    return book


def lying(book):
    return sorted(p.relative_to(book.root).as_posix() for p in (book.root / "photos").rglob("*") if p.is_file())


def photos(book, id=ID):
    return book.json("show", id)["issue"]["photos"]


def test_a_picture_is_taken_in_upright_and_clean_and_noted_in_one_commit(book):
    commits = book.commits
    answer = book.ok("照片", "路灯", "灯亮.jpg", "--before")
    (path,) = photos(book)
    assert path == "photos/2026/20261116-3-1-前-20261117.jpg"
    raw = (book.root / path).read_bytes()
    assert (SECRET in raw, corners(opened(raw))) == (False, UPRIGHT)
    assert book.commits == commits + 1
    assert book.committed() == ["diaries/2026/2026-11-16.md"]
    assert book.trailers("Minqing-Action") == ["photo"]
    assert book.trailers("Minqing-Issue") == [ID]
    assert path in answer.out
    assert "整改前" in answer.out
    assert "人脸" in answer.err
    assert "只在这台电脑上" in answer.err
    assert book.status() == []
    assert Path("灯亮.jpg").read_bytes() == from_a_phone(6)


def test_it_is_no_answer_to_the_resident(book):
    book.ok("photo", ID, "灯亮.jpg")
    issue = book.json("show", ID)["issue"]
    assert (issue["contacted"], issue["progress"]) == (None, [])


def test_several_at_once_are_numbered_on(book):
    book.ok("photo", ID, "灯亮.jpg", "--on", "11-16")
    answer = book.json("photo", ID, "灯罩 1.png", "灯罩2.webp", "--after", "--on", "昨天")
    added = ["photos/2026/20261116-3-2-后-20261119.jpg", "photos/2026/20261116-3-3-后-20261119.jpg"]
    assert answer["added"] == added
    assert answer["issues"][0]["photos"] == ["photos/2026/20261116-3-1-20261116.jpg", *added]
    assert answer["commit"] == book.git("rev-parse", "HEAD").strip()
    assert "照片" in book.ok("show", ID).out
    assert added[0] in book.ok("show", ID).out


def test_nothing_that_lies_there_is_written_over(book):
    book.write("photos/2026/20261116-3-7.png", b"her own")
    assert book.json("photo", ID, "灯亮.jpg")["added"] == ["photos/2026/20261116-3-8-20261117.jpg"]
    assert book.read("photos/2026/20261116-3-7.png") == "her own"


def test_the_same_picture_is_added_once(book):
    Path("copy.jpg").write_bytes(from_a_phone(6))
    first = book.run("photo", ID, "灯亮.jpg", "copy.jpg", "--json")
    assert len(first.json["added"]) == 1
    assert "copy.jpg" in first.err
    commits = book.commits
    again = book.run("photo", ID, "copy.jpg", "灯罩2.webp", "--json")
    assert again.json["added"] == ["photos/2026/20261116-3-2-20261120.jpg"]
    assert first.json["added"][0] in again.err
    assert book.commits == commits + 1
    none = book.run("photo", ID, "copy.jpg", "--json")
    assert (none.code, none.json["added"], none.json["commit"], book.commits) == (0, [], None, commits + 1)


def test_closed_and_old_issues_take_pictures_too(book):
    book.issue("2019-10-21", "2019-10-31 办结 修剪了三棵树", title="树密晒不到阳光")
    (path,) = book.json("photo", "树密", "灯罩2.webp", "--after")["added"]
    assert path == "photos/2019/20191021-1-1-后-20261120.jpg"
    assert book.json("show", "树密")["issue"]["state"] == "closed"


def test_the_settings_have_photos_committed(book):
    book.settings(book.read("minqing.yaml") + "\ngit: {照片: 是}\n")
    answer = book.run("photo", ID, "灯亮.jpg")
    (path,) = photos(book)
    assert (answer.code, sorted(book.committed())) == (0, ["diaries/2026/2026-11-16.md", path])
    assert "只在这台电脑上" not in answer.err


def test_a_diary_that_is_not_committed_takes_pictures(desk, tmp_path):
    desk.issue("2026-11-16")
    (tmp_path / "a.jpg").write_bytes(picture())
    answer = desk.ok("photo", "路灯", str(tmp_path / "a.jpg"))
    assert len(photos(desk, "20261116-1")) == 1
    assert "git" not in answer.err


def test_a_camera_whose_clock_was_never_set_is_not_believed(book):
    assert book.json("photo", ID, "灯亮.jpg", MINQING_TODAY="2029-01-02")["added"][0].endswith("-20290102.jpg")
    assert book.json("photo", ID, "灯罩2.webp", MINQING_TODAY="2026-11-16")["added"][0].endswith("-20261116.jpg")


WRONG = {
    "a.heic": (b"\0\0\0\x18ftypheic" + b"\0" * 50, "HEIC"),
    "b.mp4": (b"\0\0\0\x18ftypisom" + b"\0" * 50, "视频"),
    "c.txt": (b"hello", "不是照片"),
    "d.jpg": (picture(scene(600, 400))[:3000], "只复制了一半"),
    "e.jpg": (b"", "是空的"),
    "f.docx": (b"PK\x03\x04" + b"\0" * 50, "不是照片"),
}


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_added(book):
    for name, (raw, _) in WRONG.items():
        Path(name).write_bytes(raw)
    Path("文件夹").mkdir()
    before = book.read("diaries/2026/2026-11-16.md")
    answer = book.run("photo", ID, "灯亮.jpg", *WRONG, "文件夹", "灯亮.jpeg", "没有的.jpg")
    assert answer.code == 2
    for name, (_, word) in WRONG.items():
        assert any(name in line and word in line for line in answer.err.splitlines())
    assert "这是一个文件夹" in answer.err
    assert "是不是 灯亮.jpg" in answer.err
    assert (lying(book), book.read("diaries/2026/2026-11-16.md")) == ([], before)


def test_words_that_are_missing_or_cannot_be(book):
    assert book.run("photo").code == 2
    assert book.run("photo", ID).code == 2
    assert book.run("photo", "灯亮.jpg").code == 2
    assert book.run("photo", "没有的事", "灯亮.jpg").code == 3
    assert book.run("photo", ID, "灯亮.jpg", "--before", "--after").code == 2
    assert "明天" not in book.run("photo", ID, "灯亮.jpg", "--on", "明天").out
    assert book.run("photo", ID, "灯亮.jpg", "--on", "2026-12-01").code == 2
    assert lying(book) == []


@pytest.mark.parametrize("typed", ["'灯亮.jpg'", " 灯亮.jpg ", "file://{here}/%E7%81%AF%E4%BA%AE.jpg", "*亮.jp?"])
def test_files_dragged_into_the_window(book, typed):
    assert len(book.json("photo", ID, typed.format(here=os.getcwd()))["added"]) == 1


def test_no_library_no_picture_but_the_command(book, monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    monkeypatch.setitem(sys.modules, "PIL", None)
    answer = book.run("photo", ID, "灯亮.jpg")
    assert (answer.code, lying(book)) == (2, [])
    assert "minqing[office]" in answer.err


@pytest.mark.parametrize("link", ["photos", "photos/2026"])
def test_nothing_is_written_through_a_link(book, link, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if link == "photos":
        (book.root / "photos").rmdir()
    (book.root / link).symlink_to(elsewhere)
    answer = book.run("photo", ID, "灯亮.jpg")
    assert (answer.code, list(elsewhere.iterdir()), photos(book)) == (1, [], [])


@pytest.mark.parametrize(("refusal", "where"), [(13, "photos"), (30, "photos"), (28, "diaries")])
def test_what_the_disk_refuses_leaves_neither_picture_nor_word(book, monkeypatch, refusal, where):
    real = files._put_in_place

    def refused(made, place):
        if place.relative_to(book.root).parts[0] == where:
            raise OSError(refusal, os.strerror(refusal))
        real(made, place)

    with monkeypatch.context() as patch:
        patch.setattr(files, "_put_in_place", refused)
        answer = book.run("photo", ID, "灯亮.jpg", "灯罩2.webp")
    assert (answer.code, lying(book), photos(book), book.status()) == (1, [], [], [])


def test_check_names_what_is_missing_and_what_nobody_names(book):
    book.ok("photo", ID, "灯亮.jpg", "灯罩2.webp", "--on", "11-18")
    gone, kept = photos(book)
    (book.root / gone).unlink()
    book.write("photos/2026/多的.jpg", picture())
    book.write("photos/2026/说明.txt", "不是照片")
    book.write("photos/notes.jpg/x", "a folder")
    (book.root / "photos/2026/外.jpg").symlink_to(book.root.parent / "桌面" / "灯亮.jpg")
    book.entry("2026-11-17", issues=issue_yaml("20261117-1", photos=f"[2026/外.jpg, {kept}]"))
    book.entry("2026-11-18", "步数: 不知道\n", issue_yaml("20261118-1", photos="[2026/说不准.jpg]"))
    book.write("photos/2026/说不准.jpg", picture())
    found = [p for p in book.run("check", "--json").json["problems"] if p["code"].startswith("photo")]
    assert [(p["code"], p["severity"], p["file"]) for p in found] == [
        ("photo-missing", "warning", "diaries/2026/2026-11-16.md"),
        ("photo-link", "warning", "diaries/2026/2026-11-17.md"),
        ("photo-orphan", "warning", "photos/2026/多的.jpg"),
    ]
    assert gone in found[0]["detail"]
    assert book.read("diaries/2026/2026-11-16.md").splitlines()[found[0]["line"] - 1].lstrip().startswith("照片")


def test_a_huge_picture_becomes_a_small_one(book):
    Path("big.jpg").write_bytes(picture(Image.new("RGB", (5000, 4000), "red")))
    (path,) = book.json("photo", ID, "big.jpg")["added"]
    assert opened((book.root / path).read_bytes()).size == (1600, 1280)
