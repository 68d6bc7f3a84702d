"""``minqing set ISSUE VERB DAY``: the day of what was done, put right."""

from __future__ import annotations

import pytest
from desk import Desk, issue_yaml

FILE = "diaries/2026/2026-11-02.md"


@pytest.fixture
def lamp(book: Desk) -> Desk:
    """A lamp that was mended on the 9th and asked about twice, and a tree that is open."""
    lines = (
        "2026-11-05 note 看过了",
        "2026-11-16 close 已加灯罩",
        "2026-11-17 followup fair",
        "2026-11-19 followup satisfied",
    )
    issues = issue_yaml("20261102-1", *lines, title="路灯太亮", place="5号楼")
    book.entry("2026-11-02", issues=issues + issue_yaml("20261102-2", title="树密", place="8号楼"))
    book.commit_all()
    return book


def test_a_closing_gets_the_day_on_which_it_was_settled(lamp: Desk) -> None:
    before = lamp.read(FILE)
    answer = lamp.ok("更正", "路灯", "办结", "11-9")
    assert answer.out == "办结 2026-11-16 → 2026-11-09\n20261102-1  路灯太亮  已办结\n"
    assert lamp.read(FILE) == before.replace("2026-11-16 close", "2026-11-09 close")
    assert lamp.message().startswith("更正 20261102-1 办结 2026-11-16 → 2026-11-09 路灯太亮")
    assert lamp.trailers("Minqing-Action") == ["set"]
    assert lamp.json("show", "1102-1")["issues"][0]["closed"] == "2026-11-09"


def test_of_several_lines_the_last_one_or_the_one_of_the_day_that_is_named(lamp: Desk) -> None:
    assert "回访 2026-11-19 → 2026-11-20" in lamp.ok("更正", "1102-1", "回访", "改成", "11-20").out
    assert "回访 2026-11-17 → 2026-11-18" in lamp.ok("更正", "1102-1", "回访", "11-17", "到", "11-18").out
    assert "2026-11-18 followup fair" in lamp.read(FILE)
    refused = lamp.run("更正", "1102-1", "回访", "11-3", "11-4")
    assert refused.code == 3
    assert "有的是 2026-11-18、2026-11-20" in refused.err


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("1102-1", "办结"), 2, "minqing 更正 20261102-1 办结 11-13"),
        (("1102-1", "办结", "11-1"), 2, "2026-11-02 提出"),
        (("1102-2", "办结", "11-9"), 3, "没有“办结”"),
        (("1102-1", "办结", "某天"), 2, "某天"),
        (("1102-9", "办结", "11-9"), 3, "1102-9"),
    ],
)
def test_what_cannot_be_put_right_is_refused_and_nothing_written(
    lamp: Desk, typed: tuple[str, ...], code: int, said: str
) -> None:
    before = lamp.read(FILE)
    refused = lamp.run("更正", *typed)
    assert refused.code == code
    assert said in refused.err
    assert lamp.read(FILE) == before


def test_a_day_that_turns_the_order_round_is_refused(lamp: Desk) -> None:
    lamp.ok("重开", "1102-1", "又坏了")
    refused = lamp.run("更正", "1102-1", "重开", "11-3")
    assert refused.code == 2
    assert "先后倒了" in refused.err


def test_the_day_it_has_already_is_said_and_a_day_to_come_is_told(lamp: Desk) -> None:
    before = lamp.read(FILE)
    assert "没有写入" in lamp.ok("更正", "1102-1", "办结", "11-16").err
    assert lamp.read(FILE) == before
    assert "还没到" in lamp.ok("更正", "1102-1", "办结", "2026-11-25").err


def test_lines_in_a_row_and_in_quotes_are_found(book: Desk) -> None:
    book.entry(
        "2026-11-02",
        "事项: [{编号: 20261102-1, 事由: 灯坏, 办理: ['2026-11-05 跟进 他说: 好', 2026-11-16 办结 修了]}]\n",
    )
    book.commit_all()
    book.ok("更正", "1102-1", "办结", "11-9")
    book.ok("更正", "1102-1", "跟进", "11-6")
    assert "['2026-11-06 跟进 他说: 好', 2026-11-09 办结 修了]" in book.read(FILE)


def test_the_way_is_named_where_it_is_looked_for(lamp: Desk) -> None:
    for typed in (("办结", "--help"), ("回访", "--help"), ("更正", "--help")):
        assert "minqing 更正" in lamp.ok(*typed, "--lang", "zh").out
    assert "minqing 更正 1116-3 办结 11-13" in lamp.run("更正", "11-16", "--lang", "zh").err


def test_a_closing_dated_before_the_one_in_force_names_the_way_to_another_day(lamp: Desk) -> None:
    told = lamp.ok("办结", "1102-1", "--on", "11-9").err
    assert "先 minqing 撤回,再 minqing 更正 20261102-1 办结 2026-11-09" in told
    lamp.ok("撤回")
    assert "已办结" in lamp.ok("更正", "20261102-1", "办结", "2026-11-09").out
    assert "以那一条为准" not in lamp.ok("办结", "1102-1", "又修了一次", "--on", "11-18").err
