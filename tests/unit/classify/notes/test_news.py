"""News of earlier matters: no new ones, and which of the diary they are of."""

from datetime import date

import pytest

from minqing.classify.notes.news import with_news
from minqing.classify.notes.paste import Notes, read_notes
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
    text = f"11月23日\n{line}\n"
    return with_news(read_notes(text, TODAY, HERE), text, standing, HERE)


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


@pytest.mark.parametrize(
    "pasted",
    [
        "1. 上周说的门玻璃还没装 #物业 @物业小周 !中事",
        "地点\t问题\t反映人\t负责人\n11号楼\t下水道通了\t王阿姨\t物业周师傅\n5号楼\t灯坏\t李阿姨\t物业",
        "走访1-3号楼,11号楼下水道通了\n2号楼灯坏",
    ],
)
def test_the_body_keeps_a_line_of_news_as_it_was_pasted(pasted: str) -> None:
    notes = read(pasted)
    lines = f"11月23日\n{pasted}".split("\n")
    assert len(notes.news) == 1
    assert lines[notes.news[0].line - 1] in notes.body.split("\n")


@pytest.mark.parametrize(
    "pasted",
    [
        "地点\t问题\n9号楼\t上周说的门玻璃还没装\n5号楼\t灯坏",
        "9号楼\t上周说的门玻璃还没装",
        "9号楼\n上周说的门玻璃还没装",
        "9号楼\n楼道干净\n上周说的门玻璃还没装",
        "【9号楼】\n1. 上周说的门玻璃还没装\n2. 灯坏",
        "7-1-502 孙姐\n上周说的门玻璃还没装",
        "7-1-502 孙姐 09:12\n上周说的门玻璃还没装",
        "1. 3号楼1单元上周说的门玻璃还没装",
    ],
)
def test_what_is_told_of_another_house_is_no_news_of_the_open_matter(pasted: str) -> None:
    assert not read(pasted).news


@pytest.mark.parametrize(
    "pasted",
    [
        "3号楼2单元\n上周说的门玻璃还没装",
        "3号楼\n上周说的门玻璃还没装",
        "3-2-501 孙姐 09:12\n上周说的门玻璃还没装",
        "【3号楼】\n1. 上周说的门玻璃还没装\n2. 灯坏",
        "1. 上周说的2单元门玻璃还没装",
        "9号楼楼道干净\n\n上周说的门玻璃还没装",
        "路线:9号楼、10号楼\n上周说的门玻璃还没装",
        "9号楼\n11号楼下水道通了",
        "1. 9号楼下水道通了\n2. 上周说的门玻璃还没装",
    ],
)
def test_what_is_told_of_the_same_house_or_of_none_is_news(pasted: str) -> None:
    assert len(read(pasted).news) == 1


def test_the_diary_is_not_asked_where_no_line_can_be_news() -> None:
    def never() -> list[IssueState]:
        raise AssertionError

    text = "11月23日\n1. 5号楼灯坏\n"
    notes = read_notes(text, TODAY, HERE)
    assert with_news(notes, text, never, HERE) == notes
