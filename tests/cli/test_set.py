"""``minqing set``: facts of a walk put right."""

from __future__ import annotations

import pytest
from desk import Desk

FILE = "diaries/2026/2026-11-16.md"
FRONT = "天气: 晴\n步数: 4773\n公里: 2.86\n参加: [张书记]\n"


@pytest.fixture
def walk(book: Desk) -> Desk:
    """A walk of last Monday; its kilometres are what its steps come to at 0.60 m."""
    book.entry("2026-11-16", FRONT, body="都说好。\n")
    book.commit_all()
    return book


def test_steps_are_put_right_and_the_kilometres_reckoned_from_them_follow(walk: Desk) -> None:
    before = walk.read(FILE)
    answer = walk.ok("更正", "11-16", "步数", "５２００步")
    assert answer.out == f"{FILE}  步数 4773 → 5200,公里 2.86 → 3.12\n"
    assert "公里原来(2.86)是按步长算出来的,也重算了" in answer.err
    assert walk.read(FILE) == before.replace("4773", "5200").replace("2.86", "3.12")
    assert walk.message().startswith("更正 2026-11-16 步数 4773 → 5200,公里 2.86 → 3.12")
    assert walk.trailers("Minqing-Action") == ["set"]
    assert walk.committed() == [FILE]


def test_kilometres_that_were_measured_stay(book: Desk) -> None:
    book.entry("2026-11-16", FRONT.replace("2.86", "3.1"))
    book.commit_all()
    assert "公里" not in book.ok("set", "11-16", "steps", "5200").out
    assert "公里: 3.1\n" in book.read(FILE)
    assert "步长" not in book.ok("set", "11-16", "steps", "5000").err
    assert "像是有一个不对" in book.ok("set", "11-16", "steps", "900").err


def test_kilometres_reckoned_with_the_communitys_own_step_follow_it(book: Desk) -> None:
    for day in ("2026-10-26", "2026-11-02", "2026-11-09"):
        book.entry(day, "步数: 5000\n公里: 3.5\n")
    book.entry("2026-11-16", FRONT.replace("2.86", "3.34"))
    book.commit_all()
    assert "公里 3.34 → 3.64" in book.ok("set", "11-16", "steps", "5200").out


def test_steps_reckoned_from_kilometres_follow_those(book: Desk) -> None:
    book.entry("2026-11-16", "步数: 4783\n公里: 2.87\n")
    book.commit_all()
    assert "步数 4783 → 5200,公里 2.87 → 3.12" in book.ok("set", "周一", "公里=3.12").out


def test_what_was_reckoned_goes_with_what_it_was_reckoned_from(walk: Desk) -> None:
    assert "一起去掉了" in walk.ok("set", "11-16", "步数", "-").err
    assert "步数" not in walk.read(FILE)
    assert "公里" not in walk.read(FILE)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("步数", "六千二"), "步数 4773 → 6200"), (("步数", "1.2万步"), "步数 4773 → 12000"),
        (("公里", "两点五公里"), "公里 2.86 → 2.5"), (("时间", "上午八点半到十一点四十"), "→ 08:30-11:40"),
    ],
)  # fmt: skip
def test_numbers_in_words_are_understood_as_in_the_conversation(walk: Desk, typed: tuple[str, ...], told: str) -> None:
    assert told in walk.ok("更正", "11-16", *typed).out


def test_several_facts_at_once_and_any_spelling(walk: Desk) -> None:
    walk.ok(
        "set", "last", "monday", "WALKERS", "张书记", "王丽", "天气:小雨", "时间", "8:30-11:40", "路线", "南门", "一圈"
    )
    for line in ("时间: 08:30-11:40", "天气: 小雨", "路线: 南门 一圈", "参加: [张书记, 王丽]"):
        assert f"\n{line}\n" in walk.read(FILE)
    assert walk.commits == 3


def test_what_it_says_already_is_said_and_not_written(walk: Desk) -> None:
    commits = walk.commits
    assert "已经是 步数 4773" in walk.ok("set", "11-16", "步数", "4773").out
    assert walk.json("set", "11-16", "步数", "4773", "--json")["commit"] is None
    assert walk.commits == commits


def test_the_answer_for_programs_tells_what_changed(walk: Desk) -> None:
    answer = walk.json("set", "11-16", "步数", "5200", "参加", "-", "--json")
    assert answer["changed"] == {
        "steps": {"from": 4773, "to": 5200}, "km": {"from": 2.86, "to": 3.12},
        "walkers": {"from": ["张书记"], "to": []},
    }  # fmt: skip
    assert (answer["entry"], answer["issues"], answer["commit"]) == (FILE, [], walk.git("rev-parse", "HEAD").strip())


def test_it_is_taken_back_and_done_again(walk: Desk) -> None:
    before = walk.read(FILE)
    walk.ok("set", "11-16", "步数", "5200")
    after = walk.read(FILE)
    walk.ok("undo")
    assert walk.read(FILE) == before
    walk.ok("redo")
    assert walk.read(FILE) == after


def test_a_day_without_a_walk_is_refused_with_those_near_it(walk: Desk) -> None:
    walk.entry("2026-11-09", "步数: 1\n")
    answer = walk.run("set", "11-12", "步数", "5200")
    assert answer.code == 3
    assert "2026-11-12 没有日记" in answer.err
    assert "2026-11-09、2026-11-16" in answer.err


def test_of_two_walks_of_a_day_one_has_to_be_named(walk: Desk) -> None:
    walk.entry("2026-11-16", "步数: 900\n", name="2026-11-16-2")
    walk.entry("2026-11-16", "类型: 接待\n", name="2026-11-16-desk")
    walk.commit_all()
    answer = walk.run("set", "11-16", "步数", "5200")
    assert (answer.code, "2026-11-16-2.md" in answer.err, "desk" in answer.err) == (3, True, False)
    walk.ok("set", "2026-11-16-2", "步数", "5200")
    assert "步数: 5200" in walk.read("diaries/2026/2026-11-16-2.md")
    assert "步数: 4773" in walk.read(FILE)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("11-16",), "minqing 更正 11-16 步数 5200"),
        (("步数", "5200"), "minqing 更正 11-16 步数 5200"),
        (("11-16", "步数"), "minqing 更正 11-16 步数 5200"),
        (("11-16", "步书", "5"), "minqing 更正 11-16 步数 5200"),
        (("11-16", "步数", "许多"), "许多"),
        (("11-16", "时间", "早上"), "早上"),
        (("11-16", "步数", "9999999"), "9999999"),
        (("某天", "步数", "5"), "某天"),
    ],
    ids=str,
)
def test_what_is_not_understood_changes_nothing(walk: Desk, words: tuple[str, ...], told: str) -> None:
    answer = walk.run("set", *words)
    assert (answer.code, told in answer.err) == (2, True), answer
    assert walk.status() == []


def test_an_entry_that_cannot_be_read_is_not_written_over(walk: Desk) -> None:
    walk.write(FILE, "---\n日期: 2026-11-16\n步数: 很多\n---\n")
    answer = walk.run("set", "11-16", "步数", "5200")
    assert answer.code == 1
    assert "很多" in walk.read(FILE)


def test_a_number_of_a_person_stays_out(walk: Desk) -> None:
    assert walk.run("set", "11-16", "路线", "13812345678").code == 5
    assert walk.status() == []


def test_a_second_walk_of_facts_alone_tells_how_the_first_is_put_right(walk: Desk) -> None:
    answer = walk.ok("log", "--date", "11-16", "--steps", "5200", "--yes")
    assert "minqing 更正 2026-11-16 步数 5200" in answer.err
    walk.ok("undo")
    assert walk.ok("set", "2026-11-16", "步数", "5200").err.count("重算") == 1
    assert "更正" not in walk.ok("log", "--date", "11-16", "--issue", "6号楼灯不亮", "--yes").err


def test_steps_that_may_have_been_typed_stay_when_kilometres_are_put_right(walk: Desk) -> None:
    walk.run("set", "11-16", "步数", "5000")
    walk.run("set", "11-16", "公里", "3.2")
    assert "步数: 5000" in walk.read(FILE)
    assert "公里: 3.2" in walk.read(FILE)


def test_kilometres_of_a_slip_follow_too(walk: Desk) -> None:
    walk.run("set", "11-16", "步数", "3")
    walk.run("set", "11-16", "步数", "5000")
    assert "公里: 3.00" in walk.read(FILE)
