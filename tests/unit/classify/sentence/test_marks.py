"""The marks of a line and endings that close it."""

import pytest

from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.marks import Marks, marks
from minqing.domain.community import CATEGORIES, Category, Community


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("树密晒不到阳光 @绿化队", Marks("树密晒不到阳光", None, None, "绿化队", False)),
        ("路灯坏了！大事 ＃公共设施", Marks("路灯坏了", "facility", "large", None, False)),
        ("树密 #绿化 !中事", Marks("树密", "environment", "medium", None, False)),
        ("树密 #绿化 晒不到阳光", Marks("树密 晒不到阳光", "environment", None, None, False)),
        ("小广告,已清理 @王丽", Marks("小广告,已清理", None, None, "王丽", True)),
        ("小广告 √", Marks("小广告", None, None, None, True)),
        ("小广告 [x] @王丽", Marks("小广告", None, None, "王丽", True)),
        ("修树 @绿化队 @物业", Marks("修树", None, None, "绿化队、物业", False)),
        ("路灯 !large #illegal_build", Marks("路灯", "illegal_build", "large", None, False)),
    ],
)
def test_marks_are_read_and_cut_out(line: str, read: Marks) -> None:
    assert marks(line, Community()) == read


@pytest.mark.parametrize(
    "line", ["太吵了！大事不好", "5#楼漏水", "写信到 a@b.cn", "#没有这类 的事", "树密 !特急", "#绿化"]
)
def test_what_is_no_mark_stays_in_the_title(line: str) -> None:
    assert marks(line, Community()).title == line


def test_categories_of_the_settings_may_be_named() -> None:
    community = Community(categories={**CATEGORIES, "pets": Category("pets", "宠物", words=("猫",))})
    assert marks("野猫 #宠物", community).category == "pets"
    assert marks("野猫 #猫", community).category == "pets"
    assert marks("野猫 #宠物", Community()).category is None


@pytest.mark.parametrize(
    "text",
    [
        "小广告,已清理",
        "小广告已清理干净。",
        "摊贩已劝离",
        "乱停车,当场劝离了",
        "当场解决",
        "垃圾(已清理)",
        "灯坏 ✓",
        "灯坏【x】",
        "狗粪,清理了",
        "南门口有人摆摊卖水果劝走了",
    ],
)
def test_endings_that_close(text: str) -> None:
    assert is_settled(text)


@pytest.mark.parametrize(
    "text",
    [
        "希望当场解决",
        "垃圾没人清理了",
        "还没有解决",
        "已清理过又有人贴",
        "健身器材被拆除了",
        "能否尽快处理",
        "已上报",
        "春联被人撕了",
        "物业说清理了",
        "已经三天了",
        "灯坏 [ ]",
    ],
)
def test_endings_that_do_not_close(text: str) -> None:
    assert not is_settled(text)
