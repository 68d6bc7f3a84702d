"""Remarks in the body: below their headings, nothing else touched."""

from __future__ import annotations

import pytest

from minqing.domain.community import Community
from minqing.text.body import add_remarks, sections_of, with_remarks
from minqing.text.read import read_entry
from minqing.text.vocabulary import category_words

WORDS = category_words(Community())


def added(raw: bytes, **remarks: str) -> bytes:
    reading = read_entry(raw, "diaries/2026/2026-11-16.md", WORDS)
    return add_remarks(reading, {k.removeprefix("free"): v for k, v in remarks.items()}, "zh", WORDS)


def test_a_new_body_has_only_the_sections_that_say_something() -> None:
    assert with_remarks("", {"": "先说一句", "heard": "都说好", "walked": "", "done": "周三修"}, "zh") == (
        "先说一句\n\n## 听\n\n都说好\n\n## 办\n\n周三修\n"
    )
    assert with_remarks("", {"done": "mend it"}, "en") == "## Done\n\nmend it\n"
    assert with_remarks("", {}, "zh") == ""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_existing_heading_gets_the_text_below_what_stands_there(newline: str) -> None:
    before = "---\n日期: 2026-11-16\n---\n\n## 听\n老话  \n\n\n## 办\n完".replace("\n", newline).encode()
    after = added(before, heard="新话", free="一句").decode()
    wanted = "---\n日期: 2026-11-16\n---\n\n一句\n\n## 听\n老话  \n\n新话\n\n\n## 办\n完\n"
    assert after.replace("\r\n", "\n") == wanted
    assert after.count("\r\n") == (after.count("\n") if newline == "\r\n" else 0)


def test_an_english_heading_is_found_in_a_chinese_diary() -> None:
    assert with_remarks("## Heard\nx\n", {"heard": "y"}, "zh") == "## Heard\nx\n\ny\n"


def test_the_front_matter_keeps_every_byte() -> None:
    head = "\ufeff---\r\n日期: 2026-11-16 # 周一\r\n步数:  4773\r\n---\r\n".encode()
    after = added(head, heard="都说好")
    assert after.startswith(head)
    assert after.decode("utf-8-sig").endswith("---\r\n\r\n## 听\r\n\r\n都说好\r\n")


def test_a_body_is_taken_apart_as_it_was_put_together() -> None:
    remarks = {"": "一\n二", "seen": "三\n\n四", "done": "五"}
    assert sections_of(with_remarks("", remarks, "zh")) == remarks


def test_a_remark_that_looks_like_a_fence_stays_text() -> None:
    raw = added("---\n日期: 2026-11-16\n---\n".encode(), noted="---\n步数: 5\n---")
    entry = read_entry(raw, "diaries/2026/2026-11-16.md", WORDS).entry
    assert entry is not None
    assert entry.steps is None
    assert "步数: 5" in entry.body
