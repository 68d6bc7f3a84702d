"""The first look at lines that are to be written misses nothing that a close look finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.text.doubtful import added_lines, may_hold_a_number, may_hold_more
from minqing.text.privacy import NUMBERS, WORDS, numbers_in, unnamed
from tests.privacy_samples import INNOCENT, SECRETS


@pytest.mark.parametrize("text", [text for _, text in SECRETS if numbers_in(text)])
@pytest.mark.parametrize("key", ["", "    事由: ", "      - 2026-11-16 跟进 ", "时间: ", "步数: "])
def test_every_planted_number_is_worth_a_close_look(key: str, text: str) -> None:
    assert may_hold_a_number([key + text])


@pytest.mark.parametrize("text", [text for kind, text in SECRETS if kind in WORDS or kind == "room"])
def test_so_is_every_planted_door_and_word(text: str) -> None:
    assert may_hold_more([text])


@pytest.mark.parametrize(
    "line",
    [
        "  - 编号: 20261116-12",
        "    期限: 2026-11-23",
        "      - 2026-11-16 挂账 2027-04-30 又去看了一次",
        "步数: 4773",
        "时间: 08:30-11:40",
        "    工单: 13812345678",
    ],
)
def test_a_usual_line_is_not(line: str) -> None:
    assert not may_hold_a_number([line])


_LINES = st.lists(
    st.sampled_from(
        [
            *(text for _, text in SECRETS),
            *INNOCENT[:40],
            "1",
            "一",
            " ",
            "-",
            "电话",
            "010",
            "13812345678",
            "2026-11-16",
        ]
    ),
    max_size=4,
).map("".join)


@given(_LINES.filter(lambda line: "工单" not in line and "编号" not in line))
def test_nothing_is_missed(line: str) -> None:
    found = {one.kind for one in unnamed(line)}
    assert not found & NUMBERS or may_hold_a_number([line])


def test_only_what_was_added_is_looked_at() -> None:
    assert added_lines("a\nb\nb\n", "b\na\nb\nc\nb\n") == ["c", "b"]
    assert added_lines("", "a\n") == ["a"]
    assert added_lines("a\n", "") == []
