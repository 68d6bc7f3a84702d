"""The place in a sentence, and who speaks."""

import pytest

from minqing.classify.places import find_place
from minqing.classify.reporters import find_reporter
from minqing.domain.community import Building, Community


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5号楼的老爷子说窗前的路灯太亮", "5号楼"),
        ("3号楼2单元门口小广告,已清理", "3号楼2单元门口"),
        ("10栋和12栋停水", "10栋和12栋"),
        ("4-5层楼道灯不亮", "4-5层楼道"),
        ("十二号楼三单元四层漏水", "十二号楼三单元四层"),
        ("８号楼东侧积水", "８号楼东侧"),
        ("李奶奶说南沙滩小区西门有人摆摊", "南沙滩小区西门"),
        ("安翔路路口积水", "安翔路路口"),
        ("西门对面占道", "西门对面"),
        ("5、6号楼之间有垃圾", "5、6号楼之间"),
        ("15号楼402室漏水", "15号楼402室"),
        ("楼道里堆着杂物", "楼道"),
    ],
)
def test_places_are_found_as_written(text: str, place: str) -> None:
    assert find_place(text, Community()) == place


@pytest.mark.parametrize(
    "text",
    [
        "82岁老人摔了",
        "活动室要五台电脑吗",
        "二百多个地锁",
        "楼上王大爷半夜敲墙",
        "8号下午来的",
        "上周三楼上漏水",
        "路灯坏了",
        "有三栋楼没电",
    ],
)
def test_ages_counts_people_and_dates_are_no_places(text: str) -> None:
    assert find_place(text, Community()) in (None, "活动室")


def test_names_of_the_settings_are_places() -> None:
    community = Community(buildings=(Building("老干部楼"),), routes={"北线": ("百草堂",)})
    assert find_place("老干部楼门口结冰", community) == "老干部楼门口"
    assert find_place("今天百草堂旁边有积水", community) == "百草堂旁边"


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("5号楼的老爷子说窗前的路灯太亮", "老爷子"),
        ("8号楼阿姨反映树密", "阿姨"),
        ("李大妈一个人住", "李大妈"),
        ("居民都说新装的扶手好", "居民"),
        ("3号楼楼门长报修,路灯坏了", "楼门长"),
        ("楼上王大爷半夜敲墙", None),
        ("跟楼上王大爷说不通", None),
        ("商户占道", None),
    ],
)
def test_the_reporter_speaks_and_is_not_complained_about(text: str, reporter: str | None) -> None:
    assert find_reporter(text, find_place(text, Community())) == reporter
