"""News of earlier matters: no new ones, and which of the diary they are of."""

from datetime import date

import pytest

from minqing.classify.news import with_news
from minqing.classify.notes import Notes, read_notes
from minqing.domain.community import Community
from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.model import Entry, Issue

HERE, RAISED, TODAY = Community(), date(2026, 11, 9), date(2026, 11, 23)

OPEN = {
    1: ("5号楼孙大爷说楼梯扶手松了", "5号楼", "孙大爷"),
    2: ("3号楼2单元门玻璃碎了", "3号楼2单元", None),
    3: ("11号楼下水道堵了", "11号楼", None),
    4: ("11号楼路灯不亮", "11号楼", None),
    5: ("幼儿园门口放学乱停车", "幼儿园门口", None),
}


def standing() -> list[IssueState]:
    return [
        fold_issue(Issue(f"20261109-{n}", title, place=place, reporter=who), Entry(RAISED), TODAY, HERE)
        for n, (title, place, who) in OPEN.items()
    ]


def read(line: str) -> Notes:
    return with_news(read_notes(f"11月23日\n{line}\n", TODAY, HERE), standing, HERE)


@pytest.mark.parametrize("mark", ["", "1. ", "- "])
@pytest.mark.parametrize(
    ("line", "number", "ended"),
    [
        ("孙大爷扶手的事答应给问残联", 1, False),
        ("上周说的门玻璃还没装", 2, False),
        ("11号楼下水道通了", 3, True),
        ("11号楼灯修好了", 4, True),
        ("幼儿园门口还是老样子,再跟交警大队催一下", 5, False),
    ],
)
def test_a_line_of_news_is_no_new_matter_and_names_the_open_one(mark: str, line: str, number: int, ended: bool) -> None:
    notes = read(f"{mark}{line}")
    assert not notes.issues
    assert line in notes.body
    assert [(news.id, news.ended, news.line) for news in notes.news] == [(f"20261109-{number}", ended, 2)]


@pytest.mark.parametrize(
    "line",
    [
        "1. 11号楼下水道又堵了",
        "1. 11号楼门禁坏了",
        "1. 5号楼小广告,已清理",
        "1. 2号楼张大爷住院了",
        "1. 11号楼楼道堆物,已劝走",
    ],
)
def test_what_says_what_is_wrong_is_a_matter_though_one_like_it_is_open(line: str) -> None:
    notes = read(line)
    assert len(notes.issues) == 1
    assert not notes.news


def test_what_points_back_to_nothing_that_is_open_stays_a_matter_for_the_review() -> None:
    notes = read("1. 上次反映的地锁拆了")
    assert [issue.title for issue in notes.issues] == ["上次反映的地锁拆了"]
    assert not notes.news


def test_a_tick_that_was_cut_off_stands_in_the_body_again() -> None:
    notes = read("1. 孙大爷扶手的事答应给问残联 √")
    assert "孙大爷扶手的事答应给问残联 √" in notes.body
    assert notes.news[0].ended


def test_the_diary_is_not_asked_where_no_line_can_be_news() -> None:
    def never() -> list[IssueState]:
        raise AssertionError

    notes = read_notes("11月23日\n1. 5号楼灯坏\n", TODAY, HERE)
    assert with_news(notes, never, HERE) == notes
