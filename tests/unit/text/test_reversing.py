"""A file without one earlier change: the exact reverse, or nothing at all."""

from __future__ import annotations

import pytest

from minqing.text.reversing import Touched, taken_back

PATH = "diaries/2026/2026-11-16.md"
ONE = "  - 编号: 20261116-1\n    事由: 路灯太亮\n"
TWO = "  - 编号: 20261116-2\n    事由: 树密\n"
LINES = "    办理:\n      - 2026-11-17 联系 打了电话\n"


def entry(issues: str = "", body: str = "", front: str = "") -> bytes:
    listed = f"事项:\n{issues}" if issues else ""
    return f"---\n日期: 2026-11-16\n{front}{listed}---\n{body}".encode()


def back(before: bytes | None, after: bytes | None, now: bytes | None) -> bytes | None:
    return taken_back(PATH, before, after, now, {})


def test_a_file_that_is_as_the_change_left_it_is_restored_byte_for_byte() -> None:
    odd = b"\xef\xbb\xbf---\r\nnot an entry\xff\r\n"
    for before in (None, b"", odd):
        assert back(before, odd + b"x", odd + b"x") == before
    assert back(odd, None, None) == odd


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [(None, b"a\n", b"b\n"), (b"a\n", None, b"b\n"), (b"a\n", b"b\n", None), (None, b"a\n", None)],
)
def test_a_file_that_came_or_went_since_is_left_alone(
    before: bytes | None, after: bytes | None, now: bytes | None
) -> None:
    with pytest.raises(Touched):
        back(before, after, now)


def test_what_was_changed_elsewhere_since_stays() -> None:
    before, after = entry(ONE + TWO), entry(ONE + LINES + TWO)
    now = entry(ONE + LINES + TWO + LINES, "## 走\n", "步数: 4773\n")
    assert back(before, after, now) == entry(ONE + TWO + LINES, "## 走\n", "步数: 4773\n")


def test_a_later_line_behind_the_one_taken_back_stays() -> None:
    first, taken, more = LINES, "      - 2026-11-18 跟进 看过\n", "      - 2026-11-19 跟进 再看\n"
    before, after, now = entry(ONE + first), entry(ONE + first + taken), entry(ONE + first + taken + more)
    assert back(before, after, now) == entry(ONE + first + more)


def test_an_issue_that_somebody_worked_on_since_is_not_taken_back() -> None:
    """The lines do not overlap: progress that was put behind the new issue would stand below the one before it."""
    before, after, now = entry(ONE), entry(ONE + TWO), entry(ONE + TWO + LINES)
    with pytest.raises(Touched):
        back(before, after, now)


def test_the_line_that_is_in_the_way_is_told() -> None:
    before, after = entry(ONE), entry(ONE + LINES)
    now = after.replace("打了电话".encode(), "去了一趟".encode())
    with pytest.raises(Touched) as refused:
        back(before, after, now)
    assert refused.value.line == 7


def test_two_lines_that_came_to_one_place_have_no_order() -> None:
    before, after, now = entry(body="一\n二\n"), entry(body="一\n"), entry(body="一\n三\n")
    with pytest.raises(Touched):
        back(before, after, now)


def test_a_body_is_taken_back_beside_a_later_paragraph() -> None:
    before, after = entry(body="走\n\n看\n"), entry(body="走走\n\n看\n")
    assert back(before, after, entry(body="走走\n\n看\n\n听\n")) == entry(body="走\n\n看\n\n听\n")


def test_of_what_is_no_entry_even_the_next_line_must_be_untouched() -> None:
    before, after = b"a: 1\nb: 2\nc: 3\nd: 4\n", b"a: 9\nb: 2\nc: 3\nd: 4\n"
    far, near = b"a: 9\nb: 2\nc: 3\nd: 5\n", b"a: 9\nb: 3\nc: 3\nd: 4\n"
    assert taken_back("minqing.yaml", before, after, far, None) == b"a: 1\nb: 2\nc: 3\nd: 5\n"
    with pytest.raises(Touched):
        taken_back("minqing.yaml", before, after, near, None)
