"""What is answered to a word that is no command but plainly means one."""

import pytest

from minqing.cli.app import BY_NAME, named
from minqing.cli.meant import BY_WORD, MEANT, commands_meant
from minqing.domain.errors import MISUSE, MinqingError


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("结案", "办结"),
        ("删除", "撤回 / 撤销"),
        ("导出", "月报 / 台账"),
        ("期限", "延期"),
        ("转办", "交办 / 转出"),
        ("满意度", "回访"),
        ("不满意", "回访 / 重开"),
        ("又坏了", "重开"),
        ("delete", "undo / withdraw"),
        ("１２３４５", "新增"),
    ],
)
def test_a_word_is_answered_with_the_commands_it_may_mean(typed: str, told: str) -> None:
    with pytest.raises(MinqingError) as refused:
        named(typed)
    assert (refused.value.exit_code, refused.value.params["nearest"]) == (MISUSE, told)


def test_a_slip_is_still_answered_with_the_nearest_name_and_nonsense_with_none() -> None:
    for typed, told in (("lst", "list"), ("zzzz", "")):
        with pytest.raises(MinqingError) as refused:
            named(typed)
        assert refused.value.params["nearest"] == told


def test_no_word_means_two_things_or_is_a_command_itself() -> None:
    words = [word for words in MEANT.values() for word in words.split()]
    assert len(words) == len(BY_WORD)
    assert not set(words) & set(BY_NAME)
    assert all(name in BY_NAME for names in BY_WORD.values() for name in names)
    assert commands_meant("路灯") == ""
