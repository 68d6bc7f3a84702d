"""``minqing classify``: suggestions with their reasons; it writes nothing and works without a workspace."""

from __future__ import annotations

import json

from desk import Desk

KEYS = {"text", "place", "reporter", "category", "tier", "owner", "due", "confidence", "because"}


def test_the_keys_are_a_promise(book: Desk) -> None:
    answer = book.json("classify", "5号楼的老爷子说窗前的路灯太亮", "3号楼小广告,已清理")
    assert answer["schema"] == 1
    first, second = answer["suggestions"]
    assert set(first) >= KEYS
    assert (first["text"], first["place"], first["reporter"]) == ("5号楼的老爷子说窗前的路灯太亮", "5号楼", "老爷子")
    assert (second["category"], second["tier"], second["owner"]) == ("environment", "small", "包院居干")
    assert set(first["confidence"]) == {"category", "tier"}
    assert all(0 < c < 1 for c in first["confidence"].values())
    assert first["because"][0] == "路灯 → 公共设施"


def test_people_are_told_why(book: Desk) -> None:
    shown = book.ok("classify", "3号楼2单元门口小广告,已清理").out
    assert "小广告 → 环境卫生" in shown
    assert "已清理 → 小事,当场办结" in shown
    assert "地点: 3号楼2单元门口" in shown


def test_a_guess_is_said_to_be_one(book: Desk) -> None:
    shown = book.ok("归类", "今天风和日丽").out
    assert "类别: 其他?" in shown
    assert "类别没有把握,请核对" in shown


def test_lines_of_stdin_are_a_text_each(book: Desk) -> None:
    answer = book.run("classify", "-", "--json", stdin="楼上太吵\n\n  \n问居住证怎么办\n")
    found = json.loads(answer.out)["suggestions"]
    assert [(s["text"], s["category"]) for s in found] == [("楼上太吵", "dispute"), ("问居住证怎么办", "service")]


def test_marks_are_taken_as_said(book: Desk) -> None:
    found = book.json("classify", "楼上太吵 #环境卫生 !大事")["suggestions"][0]
    assert (found["category"], found["tier"], found["unsure"]) == ("environment", "large", [])


def test_it_writes_nothing(book: Desk) -> None:
    before = book.commits
    book.ok("classify", "3号楼小广告")
    assert book.commits == before
    assert book.status() == []


def test_without_a_workspace_the_defaults_hold(desk: Desk) -> None:
    answer = desk.anywhere("classify", "楼上太吵", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["suggestions"][0]["category"] == "dispute"


def test_nothing_to_classify_is_misuse(book: Desk) -> None:
    for typed in (("classify",), ("classify", "  ")):
        assert book.run(*typed).code == 2
    assert book.run("classify", "-", stdin="\n\n").code == 2


def test_rubbish_is_answered(book: Desk) -> None:
    huge = "路灯坏了" * 900_000
    answer = book.run("classify", "-", "--json", stdin=huge)
    assert json.loads(answer.out)["suggestions"][0]["category"] == "facility"
    shown = book.ok("classify", "楼上太吵\x1b[31m[red]", "0", "😀").out
    assert "\x1b" not in shown
    assert "[red]" in shown


def test_more_than_anybody_waits_for_is_refused_at_once(book: Desk) -> None:
    answer = book.run("--lang", "zh", "classify", "-", stdin="5号楼灯坏了,晚上看不见路\n" * 60_000)
    assert (answer.code, answer.out, "请分成几份" in answer.err) == (2, "", True)


def test_own_words_and_places_of_the_settings_count(book: Desk) -> None:
    book.settings(
        "格式: 1\n语言: zh\n地点: [百草堂]\n层级: {小事: {词: [贴条]}}\n类别: {ebike: {名称: 电动车充电, 词: [飞线]}}\n"
    )
    found = book.json("classify", "百草堂旁边有飞线", "灯杆上有人贴条")["suggestions"]
    assert (found[0]["place"], found[0]["category"]) == ("百草堂旁边", "ebike")
    assert found[1]["tier"] == "small"


def test_what_the_secretary_changed_is_remembered(book: Desk) -> None:
    title = "楼道里堆着纸箱,不好走"
    assert book.json("classify", f"8号楼{title}")["suggestions"][0]["category"] == "environment"
    book.issue("2026-11-09", "2026-11-10 改类 安全治安", title=f"3号楼{title}", category="environment", tier="medium")
    assert book.json("classify", f"8号楼{title}")["suggestions"][0]["category"] == "safety"


def test_a_guess_that_nobody_was_asked_about_is_said(book: Desk) -> None:
    guessed = book.run("add", "今天风和日丽", "--yes")
    assert guessed.code == 0
    assert "拿不准: 今天风和日丽 → 其他、中事" in guessed.err
    assert "拿不准" not in book.run("add", "楼上太吵", "--yes").err
    assert "拿不准" not in book.run("add", "风和日丽", "--yes", "--category", "其他", "--tier", "小事").err
