"""Lines without a number that look like matters: which are offered, which are not."""

from datetime import date

import pytest

from minqing.classify.notes.paste import read_notes
from minqing.classify.notes.unmarked import unmarked_matters, without_lines
from minqing.domain.community import Community

DAY = date(2026, 11, 16)


def offered(text: str) -> tuple[str, ...]:
    return unmarked_matters(read_notes(text, DAY, Community()), DAY, Community())


@pytest.mark.parametrize("line", ["5楼灯", "电梯又坏了", "南门口摆摊的劝走了"])
def test_a_place_a_complaint_or_a_deed_makes_a_matter_likely(line: str) -> None:
    assert offered(f"11月16日 晴 4700步\n{line}\n") == (line,)


def test_lines_in_a_row_that_open_with_a_place_are_taken_and_not_offered() -> None:
    text = "11月16日 晴 4700步\n5号楼路灯\n7号楼垃圾没人清\n"
    assert offered(text) == ()
    assert [issue.title for issue in read_notes(text, DAY, Community()).issues] == ["5号楼路灯", "7号楼垃圾没人清"]


@pytest.mark.parametrize(
    "line",
    [
        "大家都说新修的凉亭挺好的", "下周准备去看望高龄党员", "今天走东半圈,先到1号楼", "@陈楼长 5号楼联系一下",
        "小王 08:52", "[图片]", "收了", "李 王 陈 8:30-11", "5号楼的情况:",
        "到5号楼碰到大妈," + "说了好些家里的事," * 8,
    ],
)  # fmt: skip
def test_what_is_no_matter_is_not_offered(line: str) -> None:
    assert offered(f"11月16日\n{line}\n") == ()


def test_beside_marked_matters_only_what_complains_of_a_place_is_told() -> None:
    notes = "11月16日\n1. 5号楼灯坏\n7号楼垃圾没人清\n9号楼李奶奶包了饺子\n这阵子总是没人管\n"
    assert offered(notes) == ("7号楼垃圾没人清",)


def test_beside_matters_that_only_sound_like_ones_all_others_are_offered() -> None:
    text = "11月16日 晴 4700步\n南门门禁坏了\n有人把瓶子摔碎了\n楼前树太密\n"
    (guessed,) = read_notes(text, DAY, Community()).issues
    assert (guessed.title, guessed.doubted) == ("有人把瓶子摔碎了", True)
    assert offered(text) == ("南门门禁坏了", "楼前树太密")


def test_lines_taken_leave_the_rest_as_it_was() -> None:
    assert without_lines("甲\n\n 乙 \n乙\n丙\n", ("乙",)) == "甲\n\n乙\n丙\n"


@pytest.mark.parametrize(
    "between",
    [
        "4号楼的老党员夸社区办事快\n明天去9号楼看看\n今天风大",
        "下周去7号楼回访",
        "居民感谢社区",
        "明天去9号楼看看\n后天再去3号院",
    ],
)
def test_praise_and_plans_of_a_line_do_not_end_a_list_of_matters(between: str) -> None:
    notes = read_notes(f"问题:\n3号楼灯坏\n{between}\n6号楼垃圾多", date(2026, 11, 20), Community())
    assert [issue.title for issue in notes.issues] == ["3号楼灯坏", "6号楼垃圾多"]
    assert notes.body == f"{between}\n"


@pytest.mark.parametrize(
    "below",
    [
        "明天计划\n6号楼垃圾多,要清",
        "明天看这几处\n6号楼垃圾多",
        "明天去6号楼\n6号楼垃圾多,要清",
        "好人好事\n6号楼老李修好坏灯",
    ],
)
def test_what_stands_below_a_plan_is_no_matter_of_the_list_above(below: str) -> None:
    notes = read_notes(f"问题:\n3号楼灯坏\n{below}", date(2026, 11, 20), Community())
    assert [issue.title for issue in notes.issues] == ["3号楼灯坏"]
    assert notes.body == f"{below}\n"
