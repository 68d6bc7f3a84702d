"""What residents say goes through every command unharmed: written, read back equal, harmless on the terminal."""

from __future__ import annotations

import os

import pytest
from desk import Desk

TEXTS = [
    "[red]坏了[/red]",
    "[/]",
    "\x1b[31m红\x1b[0m灯",
    "\x1b]0;title\x07灯",
    "\x9b31m灯",
    "左\u202e右\u2066反\u2069",
    "-开头的 灯",
    "--help 我",
    '他说: "太吵", 要处理',
    "'单' \"双\" “弯”",
    "灯坏 # 下午三点",
    "a: b: c",
    "王丽:",
    "[急] 灯坏",
    "{花} 坏",
    "*星 &锚 !叹 %百 @某 `反`",
    "| 竖",
    "> 大",
    "- 条目",
    "? 问",
    "no",
    "null",
    "~",
    "12:30",
    "0x1F",
    "1e3",
    "2026-11-20 办结 假的",
    "办结 假的",
    "👨‍👩‍👧 灯 🏮",
    "\\n \\t \\x1b",
    "全角　空格  双空格",
    "{x} {0} %s %(y)s $HOME `id` $(id)",
    "<b>粗</b> &amp;",
    "é e\u0301 ﬁ Ａ１",
    "\u200b零宽\ufeff",
    "灯" * 500,
    "---",
    "——— 灯",
    "=======",
]


def shown(text: str) -> bool:
    """Whether nothing in ``text`` can move a cursor, change a colour or the reading direction."""
    return all(c.isprintable() or c in "\n\u3000\u200d\ufe0f" for c in text)


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_written_and_read_back_equal(book: Desk, text: str) -> None:
    made = book.ok("add", "--yes", "--json", "--", text).issue
    assert made["title"] == text
    noted = book.ok("note", made["id"], "--json", "--", text).issue
    assert noted["progress"][0]["text"] == text
    assert noted["progress"][0]["verb"] == "note"
    closed = book.ok("close", made["id"], "--json", "--", text).issue
    assert closed["progress"][1]["text"] == text
    (read,) = book.json("list", "state:all")["issues"]
    assert read == closed
    assert "\ufffd" not in book.read("diaries/2026/2026-11-20-desk.md")
    assert {p["severity"] for p in book.json("check")["problems"]} <= {"warning"}
    assert book.status() == []


@pytest.mark.parametrize("text", TEXTS)
def test_text_does_no_harm_on_the_terminal(desk: Desk, text: str) -> None:
    id = desk.ok("add", "--yes", "--json", "--place", f"楼{text}", "--owner", f"队{text}", "--", text).issue["id"]
    desk.ok("note", id, "--", text)
    commands = (
        ["list"], ["show", id], ["show", "今天"], ["stats", "--by", "place"], ["stats", "--by", "owner"],
        ["report", "本月"], ["check"], ["list", "state:all", "--", text], ["close", id, "--", text], ["show", text],
    )  # fmt: skip
    for command in commands:
        answer = desk.run(*command)
        assert answer.code in (0, 2, 3), (command, answer.err)
        assert shown(answer.out + answer.err), command
    assert not text.isprintable() or text.strip() in desk.run("show", id).out


@pytest.mark.parametrize("text", TEXTS)
def test_text_in_a_walk(book: Desk, text: str) -> None:
    answer = book.run("log", "--json", "--text", f"正文 {text}", "--issue", f"事情 {text}", "--weather", f"晴 {text}")
    assert answer.code == 0
    (entry,) = book.json("show", "今天")["entries"]
    assert entry["body"].strip() == f"正文 {text}".strip()
    assert entry["weather"].split() == f"晴 {text}".split()
    assert answer.issue["title"].startswith("事情")
    assert shown(book.run("show", "今天").out)


@pytest.mark.parametrize("text", ["第一行\n第二行", "第一行\r\n第二行"])
def test_a_text_of_several_lines_becomes_one(book: Desk, text: str) -> None:
    made = book.ok("add", text, "--yes", "--json").issue
    assert made["title"] == "第一行 第二行"
    assert book.ok("note", made["id"], text, "--json").issue["progress"][0]["text"] == "第一行 第二行"


def test_gbk_typed_in_a_utf8_terminal_is_understood(book: Desk) -> None:
    typed = os.fsdecode("路灯太亮".encode("gbk"))
    assert book.ok("add", typed, "--yes", "--json").issue["title"] == "路灯太亮"
