"""What residents are told of how a matter stands."""

import pytest
from diary_factory import state

from minqing.reports.notice import matter

RAISED = "2026-11-02"


def last(*lines: str) -> str:
    return matter(state("2026-11-20", RAISED, *lines)).last


def test_what_was_done_before_a_reopening_is_not_told_any_more():
    assert last("2026-11-03 close 修好了") == "修好了"
    assert last("2026-11-03 close 修好了", "2026-11-05 reopen 又坏了") == ""
    assert last("2026-11-03 close 修好了", "2026-11-05 reopen 又坏了", "2026-11-06 note 换新的") == "换新的"


def test_why_it_is_parked_is_told_and_not_the_step_behind_it():
    parked = "2026-11-03 park 2026-12-31 等街道鉴定"
    assert last(parked, "2026-11-04 whistle 房管所 到现场调解") == "等街道鉴定"
    assert last("2026-11-03 note 看过了", "2026-11-04 park 2026-12-31") == ""


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("2026-11-03 close 换了灯罩", "2026-11-04 note 拍了照"), "换了灯罩"),
        (("2026-11-03 note 换了灯罩", "2026-11-04 close"), "换了灯罩"),
        (("2026-11-03 refer 仲裁委 已移交材料",), "已移交材料"),
        (("2026-11-03 note 在问", "2026-11-04 withdraw 居民撤回"), "居民撤回"),
    ],
)
def test_how_it_ended_is_told_before_what_came_along(lines: tuple[str, ...], told: str):
    assert last(*lines) == told
