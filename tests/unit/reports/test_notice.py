"""What residents are told of how a matter stands."""

import pytest
from diary_factory import state

from minqing.domain.values import replace
from minqing.reports.notice import matter, stands_at

RAISED = "2026-11-02"


def last(*lines: str) -> str:
    return matter(state("2026-11-20", RAISED, *lines)).last


def test_what_was_done_before_a_reopening_is_not_told_any_more():
    assert last("2026-11-03 close 修好了") == "修好了"
    assert last("2026-11-03 close 修好了", "2026-11-05 reopen 又坏了") == ""
    assert last("2026-11-03 promise 2026-11-09 周一修", "2026-11-05 close", "2026-11-06 reopen") == ""


def test_why_it_is_parked_is_told_and_not_the_step_behind_it():
    parked = "2026-11-03 park 2026-12-31 等街道鉴定"
    assert last(parked, "2026-11-04 whistle 房管所 到现场调解") == "等街道鉴定"
    assert last("2026-11-03 note 看过了", "2026-11-04 park 2026-12-31") == ""


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("2026-11-03 close 换了灯罩", "2026-11-04 note 拍了照"), "换了灯罩"),
        (("2026-11-03 note 老爷子脾气大", "2026-11-04 close"), ""),
        (("2026-11-03 refer 仲裁委 已移交材料",), "已移交材料"),
        (("2026-11-03 note 在问", "2026-11-04 withdraw 居民撤回"), "居民撤回"),
        (("2026-11-03 promise 2026-11-30 月底前换灯", "2026-11-04 note 物业没钱,先拖着"), "月底前换灯"),
        (("2026-11-03 promise 2026-11-19 19日换灯",), ""),
        (("2026-11-03 promise 2026-11-30 月底前换灯", "2026-11-18 extend 2026-12-05"), ""),
        (("2026-11-03 promise 2026-11-30 月底前换灯", "2026-11-18 promise 2026-12-05"), ""),
    ],
)
def test_how_it_stands_is_told_and_no_note_is_quoted(lines: tuple[str, ...], told: str):
    assert last(*lines) == told


@pytest.mark.parametrize("verb", ["note", "contact", "assign 王丽", "escalate 街道", "whistle 城管"])
def test_what_the_committee_says_to_itself_and_to_others_is_quoted_to_nobody(verb: str):
    assert last(f"2026-11-03 {verb} 这家难缠,先应付着") == ""


def test_who_was_called_to_the_spot_is_named_while_it_is_open():
    called = "2026-11-03 whistle 城管执法队、物业 先别让居民知道"
    assert matter(state("2026-11-20", RAISED, called)).called == "城管执法队、物业"
    assert matter(state("2026-11-20", RAISED, called, "2026-11-05 close 拆了")).called is None
    assert matter(state("2026-11-20", RAISED, called, "2026-11-04 close", "2026-11-05 reopen")).called is None


@pytest.mark.parametrize(
    ("title", "reporter", "said"),
    [
        ("8号楼的阿姨说家里因为树密晒不到阳光", "阿姨", "家里因为树密晒不到阳光"),
        ("25号楼的楼门长提到:2单元楼梯有垃圾袋", "25号楼楼门长", "2单元楼梯有垃圾袋"),
        ("5号楼有人说话声音大", "阿姨", "5号楼有人说话声音大"),
        ("8号楼的阿姨说家里因为树密晒不到阳光", None, "8号楼的阿姨说家里因为树密晒不到阳光"),
        ("阿姨说好", "阿姨", "阿姨说好"),
        ("阿姨称体重的秤坏了", "阿姨", "阿姨称体重的秤坏了"),
        ("阿姨讲座想参加没名额", "阿姨", "阿姨讲座想参加没名额"),
        ("阿姨说不清楚哪里漏水", "阿姨", "阿姨说不清楚哪里漏水"),
        ("5号楼阿姨说话声音大影响休息", "阿姨", "5号楼阿姨说话声音大影响休息"),
        ("5号楼阿姨反应慢怕摔倒要扶手", "阿姨", "5号楼阿姨反应慢怕摔倒要扶手"),
        ("5号楼阿姨反映强烈的噪音问题", "阿姨", "5号楼阿姨反映强烈的噪音问题"),
        ("5号楼阿姨投诉无门的事", "阿姨", "5号楼阿姨投诉无门的事"),
        ("5号楼阿姨反应大门坏了", "阿姨", "大门坏了"),
    ],
)
def test_the_resident_is_told_the_own_words(title: str, reporter: str | None, said: str):
    raised = state("2026-11-20", RAISED)
    issue = replace(raised.issue, title=title, reporter=reporter)
    assert matter(replace(raised, issue=issue)).title == said


def test_list_marks_and_full_stops_are_not_quoted():
    raised = state("2026-11-20", RAISED, "2026-11-03 close 1. 换了灯罩。")
    told = matter(
        replace(raised, issue=replace(raised.issue, title="书记 8号楼的阿姨说家里晒不到阳光。×", reporter="阿姨"))
    )
    assert (told.title, told.last) == ("家里晒不到阳光", "换了灯罩")


@pytest.mark.parametrize("building", ["3号楼", "三号楼"])
def test_a_building_is_the_same_however_its_number_is_written(building: str):
    assert all(stands_at(state("2026-11-20", RAISED, place=place), building) for place in ("3号楼", "三号楼2单元"))
    assert not any(stands_at(state("2026-11-20", RAISED, place=place), building) for place in ("13号楼", "十三号楼"))
