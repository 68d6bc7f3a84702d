"""``minqing log`` without a terminal: flags, notes, the second walk of a day, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk

NOTES = """11月16日 周一 晴
参加:张书记、王丽、李楼长  同行:城管执法队
8:30-11:40 顺时针一圈 4773步 2.9公里
1. 5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉
2、3号楼2单元门口小广告,已清理
③ 8号楼的阿姨说家里树密晒不到阳光 @绿化队
居民都说新装的扶手好。
"""

FLAGS = (
    "--date", "11-16", "--time", "8:30-11:40", "--weather", "晴", "--route", "顺时针一圈", "--steps", "4773",
    "--km", "2.87", "--walker", "张书记", "王丽", "--companion", "城管执法队", "--visit", "高龄党员户",
    "--issue", "5号楼的老爷子说窗前的路灯太亮", "3号楼小广告,已清理", "--text", "大家都好。",
)  # fmt: skip


def day(desk: Desk, typed: str = "11-16") -> dict[str, object]:
    (entry,) = desk.json("show", typed)["entries"]
    return dict(entry)


def test_flags_make_an_entry_in_one_commit(book: Desk) -> None:
    before = book.commits
    answer = book.ok("log", *FLAGS, "--json")
    assert answer.json["entry"] == "diaries/2026/2026-11-16.md"
    assert answer.ids == ["20261116-1", "20261116-2"]
    assert answer.json["commit"] == book.git("rev-parse", "HEAD").strip()
    assert book.commits == before + 1
    assert day(book) == {
        "path": "diaries/2026/2026-11-16.md", "date": "2026-11-16", "kind": "walk", "time": "08:30-11:40",
        "weather": "晴", "route": "顺时针一圈", "steps": 4773, "km": 2.87, "cleaned": None,
        "walkers": ["张书记", "王丽"], "companions": ["城管执法队"], "visits": ["高龄党员户"],
        "body": day(book)["body"],
    }  # fmt: skip
    assert str(day(book)["body"]).strip() == "大家都好。"


def test_only_the_date_has_a_default(book: Desk) -> None:
    assert book.ok("log", "--text", "好", "--json").json["entry"] == "diaries/2026/2026-11-20.md"
    text = book.read("diaries/2026/2026-11-20.md")
    for key in ("步数", "公里", "参加", "天气", "时间", "路线", "事项"):
        assert key not in text


def test_lists_take_names_apart_or_together(book: Desk) -> None:
    book.ok("log", "--walker", "张书记、王丽", "李楼长", "--walker", "阿姨")
    assert day(book, "今天")["walkers"] == ["张书记", "王丽", "李楼长", "阿姨"]


def test_a_blank_parts_people_but_not_a_name_that_is_spaced_or_latin(book: Desk) -> None:
    book.ok("log", "--walker", "张书记 王丽，李楼长　老赵", "王 丽", "John Smith", "--visit", "三号院 老党员户")
    assert day(book, "今天")["walkers"] == ["张书记", "王丽", "李楼长", "老赵", "王 丽", "John Smith"]
    assert day(book, "今天")["visits"] == ["三号院 老党员户"]


def test_the_notes_of_the_contract_are_understood(book: Desk, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    answer = book.ok("log", str(tmp_path / "notes.txt"), "--json")
    entry = day(book)
    assert (entry["time"], entry["weather"], entry["route"]) == ("08:30-11:40", "晴", "顺时针一圈")
    assert (entry["steps"], entry["km"]) == (4773, 2.9)
    assert entry["walkers"] == ["张书记", "王丽", "李楼长"]
    assert entry["companions"] == ["城管执法队"]
    assert str(entry["body"]).strip() == "居民都说新装的扶手好。"
    lamp, ads, tree = answer.json["issues"]
    assert lamp["title"] == "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉"
    assert (lamp["place"], lamp["reporter"], lamp["state"]) == ("5号楼", "老爷子", "open")
    assert (ads["state"], ads["outcome"], ads["closed"]) == ("closed", "solved", "2026-11-16")
    assert (tree["owner"], tree["title"]) == ("绿化队", "8号楼的阿姨说家里树密晒不到阳光")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_notes_come_from_stdin_in_any_usual_encoding(book: Desk, encoding: str) -> None:
    answer = book.run("log", "-", "--json", stdin=NOTES.encode(encoding))
    assert answer.code == 0
    assert [i["id"] for i in answer.json["issues"]] == ["20261116-1", "20261116-2", "20261116-3"]


def test_marks_override_tier_and_category(book: Desk) -> None:
    answer = book.run("log", "-", "--json", stdin="1. 广场舞太吵 !大事 #环境卫生 @城管队\n")
    (issue,) = answer.json["issues"]
    assert (issue["title"], issue["tier"], issue["category"]) == ("广场舞太吵", "large", "environment")
    assert issue["owner"] == "城管队"


def test_flags_come_over_notes(book: Desk) -> None:
    book.run("log", "-", "--steps", "5000", "--date", "11-17", stdin=NOTES)
    assert (day(book, "11-17")["steps"], day(book, "11-17")["km"]) == (5000, 2.9)


def test_nothing_of_the_notes_is_lost(book: Desk) -> None:
    odd = "第一句不是事项。\n\n* 树密\n后面的话 [red] ## \x1b[31m\n"
    book.run("log", "-", stdin=odd)
    text = book.read("diaries/2026/2026-11-20.md")
    for piece in ("第一句不是事项。", "树密", "后面的话 [red] ## \x1b[31m"):
        assert piece in text


def test_a_second_walk_gets_a_file_and_numbers_of_its_own(book: Desk) -> None:
    book.ok("log", "--date", "11-16", "--issue", "路灯坏")
    answer = book.ok("log", "--date", "11-16", "--issue", "树密", "--json")
    assert answer.json["entry"] == "diaries/2026/2026-11-16-2.md"
    assert answer.ids == ["20261116-2"]
    assert book.ok("add", "井盖", "--date", "11-16", "--yes", "--json").ids == ["20261116-3"]


def test_the_same_walk_twice_is_refused(book: Desk) -> None:
    book.ok("log", *FLAGS)
    again = book.run("log", *FLAGS)
    assert (again.code, again.out) == (2, "")
    assert "2026-11-16.md" in again.err


def test_another_text_is_another_walk(book: Desk) -> None:
    book.ok("log", "--text", "上午")
    assert book.ok("log", "--text", "下午", "--json").json["entry"] == "diaries/2026/2026-11-20-2.md"


def test_a_dry_run_writes_nothing_and_shows_what_was_understood(book: Desk) -> None:
    answer = book.ok("log", *FLAGS, "--dry-run")
    for piece in ("4773", "2.87", "张书记", "5号楼的老爷子说窗前的路灯太亮", "2026-11-16"):
        assert piece in answer.out
    assert not list((book.root / "diaries").rglob("*.md"))
    assert book.status() == []


def test_a_dry_run_for_programs_is_json(book: Desk) -> None:
    answer = book.ok("log", *FLAGS, "--dry-run", "--json").json
    assert answer["schema"] == 1
    assert answer["commit"] is None
    assert not list((book.root / "diaries").rglob("*.md"))


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["--date", "昨天"],
        ["--steps", "许多", "--text", "x"],
        ["--steps", "-5", "--text", "x"],
        ["--steps", "3.5", "--text", "x"],
        ["--km", "远", "--text", "x"],
        ["--km", "-1", "--text", "x"],
        ["--time", "8:30", "--text", "x"],
        ["--time", "25:00-26:00", "--text", "x"],
        ["--date", "soon", "--text", "x"],
        ["nosuchfile.txt"],
        ["--issue", "", "--text", "x"],
    ],
    ids=" ".join,
)
def test_what_is_missing_or_unreadable_is_said_and_nothing_written(book: Desk, typed: list[str]) -> None:
    answer = book.run("log", *typed)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert not list((book.root / "diaries").rglob("*.md"))


@pytest.mark.parametrize("notes", [b"", b"\n  \n", "\ufeff".encode(), b"\x00\x01binary"])
def test_notes_that_are_none_are_refused(book: Desk, notes: bytes) -> None:
    assert book.run("log", "-", stdin=notes).code == 2
    assert not list((book.root / "diaries").rglob("*.md"))


def test_suggestions_are_taken_without_a_terminal(book: Desk) -> None:
    (issue,) = book.ok("log", "--issue", "3号楼楼道堆物堆料", "--json").json["issues"]
    for key in ("category", "tier", "owner", "due", "place"):
        assert issue[key]


def test_a_multi_line_text_is_the_body(book: Desk) -> None:
    book.ok("log", "--text", "## 走\n\n看见了 --- 三件事\n---\n完")
    assert str(day(book, "今天")["body"]).strip() == "## 走\n\n看见了 --- 三件事\n---\n完"


@pytest.mark.parametrize("typed", ["2,9", "2，9", "2.9.1"])
def test_a_slip_in_a_number_is_refused_rather_than_guessed(book: Desk, typed: str) -> None:
    assert book.run("log", "--km", typed, "--text", "好").code == 2
    assert not list((book.root / "diaries").rglob("*.md"))
