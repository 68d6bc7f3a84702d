"""Photos noted on an issue: one line where the facts stand, whatever the layout; ``«»`` marks what is added."""

import re

import pytest

from minqing.domain.errors import MinqingError
from minqing.text.edit import add_photos
from minqing.text.read import read_entry

PATH = "diaries/2019/2019-10-21.md"
NEW = ("photos/2019/20191021-1-1-20191021.jpg", "photos/2019/a,b.jpg")
BOTH = 'photos/2019/20191021-1-1-20191021.jpg, "photos/2019/a,b.jpg"'
LINES = "      - photos/2019/20191021-1-1-20191021.jpg\n      - photos/2019/a,b.jpg\n"
HEAD = "---\n日期: 2019-10-21\n事项:\n"
TITLE = "编号: 20191021-1, 事由: 树密"
ONE = HEAD + "  - 编号: 20191021-1\n    事由: 树密\n"
TAIL = "---\n\n正文\n"

ADDED = {
    "a new key above the story": ONE + f"«    照片: [{BOTH}]\n»    办理:\n      - 2019-10-23 跟进 约了周四\n" + TAIL,
    "a new key at the end": ONE + f"«    照片: [{BOTH}]\n»" + TAIL,
    "facts below the story": ONE
    + f"    办理:\n      - 2019-10-23 跟进 约\n    户数: 3  # 问过\n«    照片: [{BOTH}]\n»"
    + TAIL,
    "a list in brackets": ONE + f"    照片: [旧.jpg«, {BOTH}»]\n    户数: 3\n" + TAIL,
    "a list of lines": ONE + "    照片:\n      - 旧.jpg  # 手机\n«" + LINES + "»" + TAIL,
    "the issue in braces": HEAD + f"  - {{{TITLE}«, 照片: [{BOTH}]»}}\n" + TAIL,
    "a list in braces": HEAD + f"  - {{编号: 20191021-1, 照片: [旧.jpg«, {BOTH}»], 事由: 树密}}\n" + TAIL,
}


def before(sample):
    return re.sub("«.*?»", "", sample, flags=re.DOTALL)


def with_photos(text, paths=NEW, id="20191021-1"):
    raw = text if isinstance(text, bytes) else text.encode()
    return add_photos(read_entry(raw, PATH, {}), id, paths, "zh", {}, {})


@pytest.mark.parametrize("sample", ADDED.values(), ids=ADDED)
def test_photos_change_nothing_else(sample):
    new = with_photos(before(sample))
    assert new.decode() == re.sub("[«»]", "", sample)
    (issue,) = read_entry(new, PATH, {}).entry.issues
    assert issue.photos[-2:] == NEW


@pytest.mark.parametrize("text", [
    ONE + "    照片: 旧.jpg、灯.jpg\n" + TAIL,
    ONE + "    照片: 旧.jpg; 灯.jpg  # 手机\n    户数: 3\n" + TAIL,
    ONE + '    照片: "旧.jpg,灯.jpg"\n' + TAIL,
    HEAD + f"  - {{{TITLE}, 照片: '旧.jpg,灯.jpg'}}\n" + TAIL,
])  # fmt: skip
def test_several_in_one_text_become_a_list(text):
    assert f"照片: [旧.jpg, 灯.jpg, {BOTH}]" in with_photos(text).decode()


@pytest.mark.parametrize("nothing", ["", " []", " ~"])
def test_below_a_key_without_photos(nothing):
    new = with_photos(ONE + f"    照片:{nothing}\n    户数: 3\n" + TAIL)
    (issue,) = read_entry(new, PATH, {}).entry.issues
    assert (issue.photos, issue.households) == (NEW, 3)


def test_windows_files_keep_their_line_endings_and_bom():
    sample = ADDED["a new key above the story"]
    new = with_photos(b"\xef\xbb\xbf" + before(sample).replace("\n", "\r\n").encode())
    assert new == b"\xef\xbb\xbf" + re.sub("[«»]", "", sample).replace("\n", "\r\n").encode()


def test_an_issue_that_is_not_there():
    with pytest.raises(MinqingError) as told:
        with_photos(ONE + TAIL, id="20191021-2")
    assert told.value.code == "edit.no-issue"
