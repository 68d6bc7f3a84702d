"""What forms and reading machines put between the letters is read over, and nothing else is."""

import pytest

from minqing.classify.notes.smoothing import smoothed


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("走访时间:__2026__年_11_月_16_日", "走访时间: 2026年11月16日"),
        ("走访人员:___张书记、王丽___", "走访人员: 张书记、王丽"),
        ("1.___5号楼路灯不亮___", "1. 5号楼路灯不亮"),
        ("参 加 人 员 : 张书记 王丽", "参加人员:张书记王丽"),
        ("2 . 6 号 楼 堆 物 , 已 清 理", "2.6号楼堆物,已清理"),
    ],
)
def test_a_line_is_read_as_it_was_meant(line: str, meant: str) -> None:
    assert smoothed(line) == meant


@pytest.mark.parametrize(
    "line",
    ["签字:________", "a_b.jpg", "参加:李 王 陈 张 刘 赵", "1 5号楼 灯 坏", "- - - - - - - -", "今天 走了 一圈 很 累"],
)
def test_other_lines_are_left_as_they_are(line: str) -> None:
    assert smoothed(line).strip() in (line, line.replace("_", " ").strip())
