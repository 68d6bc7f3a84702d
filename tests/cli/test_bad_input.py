"""Damage of every kind: named where it is, left out visibly, never a traceback, nothing else affected."""

from __future__ import annotations

import pytest
from desk import Desk

BAD = "diaries/2026/2026-11-17.md"
HEAD = "---\n日期: 2026-11-17\n步数: 7777\n"
ONE = "事项:\n  - 编号: 20261117-1\n    事由: 树密\n"

DAMAGE: dict[str, tuple[str | bytes, int]] = {
    "no front matter": ("今天走了一圈。\n", 1),
    "empty file": ("", 0),
    "blank file": ("\n\n", 0),
    "fence without end": (HEAD + ONE, 1),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00" * 20, 0),
    "NUL": (HEAD.encode() + b"\xe5\xa4\xa9\xe6\xb0\x94: \x00\n---\n", 0),
    "no known encoding": (HEAD.encode() + b"\xff\xfe\xff\x81\xff\n---\n", 0),
    "conflict markers": (HEAD + "<<<<<<< HEAD\n天气: 晴\n=======\n天气: 雨\n>>>>>>> theirs\n---\n", 4),
    "duplicate key": (HEAD + "步数: 8\n---\n", 4),
    "duplicate key in both spellings": (HEAD + "steps: 8\n---\n", 4),
    "anchor": (HEAD + "天气: &a 晴\n路线: *a\n---\n", 4),
    "merge key": (HEAD + "<<: {天气: 晴}\n---\n", 4),
    "tag": (HEAD + "天气: !!python/object/apply:os.system [echo]\n---\n", 4),
    "nested brackets": (HEAD + "参加: " + "[" * 3000 + "]" * 3000 + "\n---\n", 4),
    "open brackets": (HEAD + "参加: " + "[" * 3000 + "\n---\n", 4),
    "long number": (HEAD + "公里: " + "9" * 5000 + "\n---\n", 4),
    "long steps": ("---\n日期: 2026-11-17\n步数: " + "9" * 5000 + "\n---\n", 3),
    "no such date": ("---\n日期: 2026-02-30\n---\n", 2),
    "date not that of the file": ("---\n日期: 2026-11-18\n---\n", 2),
    "no date at all": ("---\n日期: 某一天\n---\n", 2),
    "unknown kind": (HEAD + "类型: 逛街\n---\n", 4),
    "unknown category": (HEAD + ONE + "    类别: 天气\n---\n", 7),
    "unknown tier": (HEAD + ONE + "    层级: 巨事\n---\n", 7),
    "unknown source": (HEAD + ONE + "    来源: 梦见\n---\n", 7),
    "bad due date": (HEAD + ONE + "    期限: 2026-13-01\n---\n", 7),
    "bad id": (HEAD + ONE.replace("20261117-1", "第一件") + "---\n", 5),
    "no id": (HEAD + "事项:\n  - 事由: 树密\n---\n", 5),
    "no title": (HEAD + "事项:\n  - 编号: 20261117-1\n---\n", 5),
    "issue that is no mapping": (HEAD + "事项:\n  - 树密\n---\n", 5),
    "negative steps": ("---\n日期: 2026-11-17\n步数: -5\n---\n", 3),
    "text for a number": (HEAD + "公里: 很远\n---\n", 4),
    "bad time": (HEAD + "时间: 25:00-26:00\n---\n", 4),
    "mapping for a list": (HEAD + "参加: {甲: 乙}\n---\n", 4),
    "list for a text": (HEAD + ONE + "    责任: [甲, 乙]\n---\n", 0),
    "undated line": (HEAD + ONE + "    办理:\n      - 昨天看过\n---\n", 8),
    "photo outside": (HEAD + ONE + "    照片: [../../etc/passwd]\n---\n", 7),
    "tab for indentation": (HEAD + "事项:\n\t- 编号: 20261117-1\n\t  事由: 树密\n---\n", 0),
    "scalar front matter": ("---\n就一句话\n---\n", 2),
    "list front matter": ("---\n- 日期\n---\n", 2),
}


@pytest.fixture
def good(desk: Desk) -> Desk:
    """One good entry, which whatever happens to the other must not touch."""
    desk.issue("2026-11-16", front="步数: 100\n")
    return desk


RECOVERABLE = {"list for a text", "tab for indentation"}
"""What may as well be read and warned of."""


@pytest.mark.parametrize("name", list(DAMAGE))
def test_damage_is_named_where_it_is(good: Desk, name: str) -> None:
    raw, line = DAMAGE[name]
    good.write(BAD, raw)
    answer = good.run("check", "--json")
    found = answer.json["problems"]
    assert found, "nothing was named"
    assert {p["file"] for p in found} == {BAD}
    assert all(p["title"] and p["detail"] and p["fix"] for p in found)
    if line:
        assert line in {p["line"] for p in found}, [(p["code"], p["line"]) for p in found]
    if name not in RECOVERABLE:
        assert answer.code == 1
        assert "error" in {p["severity"] for p in found}


@pytest.mark.parametrize("name", [n for n in DAMAGE if n not in RECOVERABLE])
def test_a_total_never_pretends_to_be_whole(good: Desk, name: str) -> None:
    good.write(BAD, DAMAGE[name][0])
    for command in (["stats"], ["stats", "--by", "month"], ["report", "2026-11"], ["list"], ["show", "1116-1"]):
        answer = good.run(*command, "--json")
        assert answer.code == 1, command
        assert answer.json["schema"] == 1
        assert BAD in answer.err
    assert good.run("stats", "--json").json["steps"] == 100
    assert good.run("list", "--json").ids == ["20261116-1"]
    assert len(good.run("stats").err) < 2000


@pytest.mark.parametrize("name", list(DAMAGE))
def test_damage_is_shown_without_harm(good: Desk, name: str) -> None:
    good.write(BAD, DAMAGE[name][0])
    for lang in ("zh", "en"):
        answer = good.run("check", "--lang", lang)
        said = answer.out + answer.err
        assert all(c.isprintable() or c in "\n\u3000" for c in said)
        assert max(len(text) for text in said.splitlines()) < 1000


@pytest.mark.parametrize("name", list(DAMAGE))
def test_other_issues_can_still_be_worked_on(good: Desk, name: str) -> None:
    raw = DAMAGE[name][0]
    good.write(BAD, raw)
    before = (good.root / BAD).read_bytes()
    answer = good.run("close", "1116-1", "好了", "--json")
    assert answer.code in (0, 1)
    assert answer.issue["state"] == "closed"
    assert (good.root / BAD).read_bytes() == before


def test_duplicate_ids_over_the_files_of_a_day(good: Desk) -> None:
    good.issue("2026-11-16", name="2026-11-16-desk", front="类型: 接待\n")
    answer = good.run("check", "--json")
    assert answer.code == 1
    (problem,) = answer.json["problems"]
    assert problem["file"] in ("diaries/2026/2026-11-16.md", "diaries/2026/2026-11-16-desk.md")
    shown = (good.root / problem["file"]).read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert "20261116-1" in shown
    assert "20261116-1" in problem["detail"] + problem["title"]
    assert good.run("close", "20261116-1").code == 3


@pytest.mark.parametrize(
    "path",
    ["diaries/2026/notes.md", "diaries/2025/2026-11-17.md", "diaries/2026-11-17.md", "diaries/2026/2026-02-30.md"],
)
def test_a_file_with_an_odd_name_or_place_is_named(good: Desk, path: str) -> None:
    good.write(path, f"---\n日期: {path[-13:-3] if '20' in path[-13:] else '2026-11-17'}\n---\n")
    assert path in {p["file"] for p in good.run("check", "--json").json["problems"]}


def test_a_reading_command_names_some_problems_and_points_to_check(good: Desk) -> None:
    for day in range(1, 15):
        good.write(f"diaries/2026/2026-11-{day:02}.md", "坏了")
    answer = good.run("stats")
    assert answer.code == 1
    assert "minqing 检查" in answer.err
    assert len(answer.err.splitlines()) < 12
    assert "14" in answer.err


def test_a_day_that_is_left_out_is_not_called_empty(good: Desk) -> None:
    good.write(BAD, "坏了")
    answer = good.run("show", "11-17")
    assert answer.code in (1, 3)
    assert BAD in answer.err


def test_an_issue_in_a_file_that_is_left_out_is_not_said_not_to_exist(good: Desk) -> None:
    good.write(BAD, HEAD + ONE + "    层级: 巨事\n---\n")
    answer = good.run("close", "1117-1")
    assert answer.code in (1, 3)
    assert BAD in answer.err
