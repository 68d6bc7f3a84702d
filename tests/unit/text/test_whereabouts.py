"""Which places a matter counts under."""

from __future__ import annotations

import pytest
from diary_factory import COMMUNITY, state

from minqing.domain.community import Building
from minqing.domain.values import replace
from minqing.text.whereabouts import Whereabouts

SETTLED = replace(
    COMMUNITY,
    name="幸福里社区",
    buildings=(Building("3号楼"), Building("13号楼"), Building("锦绣楼")),
    places=("彩虹超市",),
    routes={"顺时针一圈": ("西门", "小广场", "10号楼底商")},
)
TWO_ESTATES = replace(COMMUNITY, buildings=(Building("幸福里3号楼"), Building("彩虹苑3号楼")))


@pytest.mark.parametrize(
    ("place", "counted"),
    [
        ("三号楼", "3号楼"),
        ("3号楼2门", "3号楼"),
        ("３栋门口", "3号楼"),
        ("3 号楼", "3号楼"),
        ("第3号楼", "3号楼"),
        ("3-2-501", "3号楼"),
        ("3-501", "3号楼"),
        ("Building 3, unit 2", "3号楼"),
        ("幸福里3-2-501", "3号楼"),
        ("十三号楼", "13号楼"),
        ("3号楼西门", "3号楼"),
        ("幸福里小区3号楼", "3号楼"),
        ("本小区三号楼", "3号楼"),
        ("10栋和12栋", "10号楼 12号楼"),
        ("3号楼与4号楼之间", "3号楼 4号楼"),
        ("10号楼底商", "10号楼"),
        ("锦绣楼三层", "锦绣楼"),
        ("A座三层", "a座"),
        ("西门外", "西门"),
        ("小广场西门", "小广场 西门"),
        ("彩虹超市门口", "彩虹超市"),
        ("东门 外", "东门外"),
        ("三单元", "3单元"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_place_counts_under_its_houses_else_under_known_names_else_under_itself(place, counted):
    assert list(Whereabouts(SETTLED).of(place)) == counted.split()


@pytest.mark.parametrize(
    ("place", "counted"),
    [
        ("幸福里三栋", "幸福里3号楼"),
        ("幸福里小区3号楼2门", "幸福里3号楼"),
        ("彩虹苑3号楼", "彩虹苑3号楼"),
        ("和平里3、4号楼", "和平里3号楼 和平里4号楼"),
        ("幸福里3号楼、彩虹苑3号楼", "幸福里3号楼 彩虹苑3号楼"),
        ("5号院3号楼", "5号院3号楼"),
    ],
)
def test_houses_of_several_estates_stay_apart(place, counted):
    assert list(Whereabouts(TWO_ESTATES).of(place)) == counted.split()


def test_a_place_is_shown_as_most_write_it_and_as_the_latest_where_as_many_do():
    places = Whereabouts(COMMUNITY)
    three = [state("2026-11-20", f"2026-11-{n:02}", place=p) for n, p in enumerate(("三号楼", "3栋", "3栋2门"), 1)]
    assert places.spelled(three) == {"3号楼": "3栋"}
    assert places.spelled(three[:2]) == {"3号楼": "3栋"}
    assert places.spelled([three[1], three[0]]) == {"3号楼": "3栋"}


@pytest.mark.parametrize("community", [COMMUNITY, SETTLED, TWO_ESTATES])
@pytest.mark.parametrize("place", ["幸福里三、5栋2门", "小区3号楼", "西门外", "万达A座 三层", "５－２号楼", "老槐树下"])
def test_what_is_shown_counts_under_the_same_place(community, place):
    places = Whereabouts(community)
    for key, written in places.of(place).items():
        assert list(places.of(written)) == [key]


@pytest.mark.parametrize("place", ["3号楼4号楼之间", "A座B座", "三栋三栋", "3到" + "9" * 5000 + "号楼"])
def test_houses_side_by_side_and_numbers_without_end_bring_nothing_down(place: str) -> None:
    assert Whereabouts(SETTLED).of(place)


def test_houses_of_two_estates_are_never_shown_alike() -> None:
    estates = (Building("幸福里3号楼"), Building("和平里3号楼"), Building("和平里5号楼"))
    whereabouts = Whereabouts(replace(COMMUNITY, buildings=estates))
    places = ["朝阳区幸福里3号楼", "和平里3、5号楼", "朝阳区和平里3号楼", "3号楼", "3号楼、旁边7号楼"]
    shown = whereabouts.spelled([state("2026-11-20", "2026-11-16", place=place) for place in places])
    assert len({*shown.values()}) == len(shown)
