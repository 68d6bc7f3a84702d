"""The same matter at the same place: numbers exactly, words loosely."""

from __future__ import annotations

import time
from datetime import date

import pytest

from minqing.classify.repeats import Earlier, Repeat
from minqing.classify.sentence.places import find_place
from minqing.domain.community import Community
from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.model import Entry, Issue, Progress
from minqing.text.spots import spot_of
from minqing.text.whereabouts import Whereabouts

COMMUNITY = Community()
TODAY = date(2026, 11, 20)


def raised(title: str, day: date = date(2026, 7, 2), number: int = 1, *progress: Progress) -> IssueState:
    issue = Issue(f"{day:%Y%m%d}-{number}", title, place=find_place(title, COMMUNITY), progress=progress)
    return fold_issue(issue, Entry(day, issues=(issue,)), TODAY, COMMUNITY)


def found(title: str, *before: IssueState) -> Repeat | None:
    return Earlier(before).of(title, find_place(title, COMMUNITY))


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("5号楼路灯太亮", "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉"),
        ("五号楼路灯太亮", "5号楼路灯太亮"),
        ("5栋路灯太亮", "5号楼路灯太亮"),
        ("５号楼路灯太亮", "5号楼路灯太亮"),
        ("3号楼2单元又贴了小广告", "3号楼2单元门口小广告,已清理"),
        ("10栋和12栋之间垃圾没人清", "12号楼垃圾没人清"),
        ("4号楼停水了", "3-5号楼停水"),
        ("3号楼声控灯坏了", "3号楼楼道灯不亮"),
        ("3号楼灯不亮", "3号楼路灯不亮"),
        ("小区西门有占道经营", "西门占道经营"),
        ("3号楼有人在楼道堆物堆料", "3号楼楼道堆物"),
        ("Building 5路灯坏了", "5号楼照明故障"),
        ("5-2-301漏水", "5号楼2单元301室渗水"),
        ("3号楼301漏水", "3号楼2单元301漏水"),
        ("4层和5层灯不亮", "4-5层灯不亮"),
        ("二单元3层灯坏了", "2单元三楼灯不亮"),
        ("103号楼没电", "一〇三号楼停电"),
        ("103号楼停电", "一百零三号楼停电"),
        ("102室漏水", "一零二室漏水"),
        ("102漏水", "102室漏水"),
        ("5号楼 301漏水", "5号楼301渗水"),
        ("5号楼老爷子说路灯太亮睡不着", "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉"),
        ("5号楼老爷子灯亮睡不着", "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉"),
        ("8号楼狗叫", "8号楼李阿姨说楼上养的狗天天半夜叫,吵得睡不着"),
        ("15号楼水压低", "15号楼王阿姨说水小得洗不了澡"),
        ("3号楼门口结冰", "3号楼门前地面一层冰,摔了人"),
        ("4号楼三轮挡门", "4号楼单元门口三轮车堵着"),
        ("17号楼小广告", "17号楼单元门上又让人贴了开锁的广告"),
        ("5号楼电梯坏了", "5号楼电梯异响"),
        ("5号楼电梯按键没了", "5号楼电梯按钮坏了"),
        ("5号楼路灯不亮", "5号楼东侧路灯不亮"),
        ("3号楼门口积水", "3号楼门前积水"),
        ("5号楼没电", "海棠轩5号楼停电"),
        ("海棠花园小区5号楼没电", "海棠花园5号楼停电"),
        ("1期3号楼漏水", "一期3号楼漏水"),
        ("5号楼路灯不够亮", "5号楼路灯太暗"),
        ("3号车位渗水", "3号车位漏水"),
        ("3号楼1号电梯停了", "3号楼电梯坏了"),
    ],
)
def test_the_same_matter_at_the_same_place_is_found(now: str, before: str) -> None:
    assert found(now, raised(before)) is not None


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("15号楼路灯太亮", "5号楼路灯太亮"),
        ("6号楼路灯太亮", "5号楼路灯太亮"),
        ("3号楼1单元门口小广告", "3号楼2单元门口小广告"),
        ("5号楼电梯坏了", "5号楼路灯太亮"),
        ("103漏水", "102室漏水"),
        ("5号楼电梯异响", "5号楼电梯按键没了"),
        ("5号楼灯不亮", "5号楼电梯灯不亮"),
        ("8号楼外墙掉砖", "8号楼外墙小广告"),
        ("5号楼电梯灯不亮", "5号楼电梯按键没了"),
        ("5号楼电梯门关不上", "5号楼电梯按键坏了"),
        ("5号楼单元门玻璃碎了", "5号楼单元门关不上"),
        ("7号楼2单元对讲没声音", "7号楼2单元门禁刷卡没反应"),
        ("3号楼路面塌陷", "3号楼路面结冰"),
        ("12号楼树枝刮窗", "12号楼树上马蜂窝"),
        ("3号楼水管冻裂", "3号楼水管堵了"),
        ("18号楼墙皮掉", "18号楼外墙渗水"),
        ("2号楼停水了", "3-5号楼停水"),
        ("东门占道经营", "西门占道经营"),
        ("彩虹小区5号楼路灯太亮", "幸福小区5号楼路灯太亮"),
        ("路灯太亮", "5号楼路灯太亮"),
        ("16号楼401漏水", "16号楼602漏水"),
        ("4号楼3楼灯不亮", "4号楼5楼灯不亮"),
        ("15号楼和8号楼之间积水", "5号楼和8号楼之间积水"),
        ("3号楼路灯不亮", "3号楼4-5层声控灯不亮"),
        ("3号楼车棚灯不亮", "3号楼声控灯不亮"),
        ("5号楼路灯太亮", "5号楼东侧路灯太暗"),
        ("5号楼路灯太亮", "5号楼路灯昏暗"),
        ("海棠轩3号楼电梯坏了", "翠湖轩3号楼电梯坏了"),
        ("中天观澜3号楼停电", "锦绣江南3号楼停电"),
        ("二期3号楼漏水", "一期3号楼漏水"),
        ("同德坊8号积水", "福寿里8号积水"),
        ("4号楼西单元漏水", "4号楼东单元漏水"),
        ("4号楼漏水", "4号楼东单元漏水"),
        ("9号楼西侧路灯不亮", "9号楼东侧路灯不亮"),
        ("西北门路灯不亮", "北门路灯不亮"),
        ("南门道闸坏了", "东南门道闸坏了"),
        ("3号楼后面路灯不亮", "3号楼门口路灯不亮"),
        ("7号楼后垃圾没人清", "7号楼前垃圾没人清"),
        ("5号楼对面垃圾没人清", "5号楼门口垃圾没人清"),
        ("3号楼2单元门口路灯不亮", "3号楼门口路灯不亮"),
        ("3号楼下水道堵了", "3号楼2单元下水道堵了"),
        ("2号楼402漏水", "2号楼漏水"),
        ("8号楼灯不亮", "8号楼三层灯不亮"),
        ("3号车位路灯不亮", "3号楼路灯不亮"),
        ("13号车位漏水", "3号车位漏水"),
        ("2号网格停水", "2号楼停水"),
        ("3号楼2号电梯坏了", "3号楼1号电梯坏了"),
        ("三号楼停电", "一〇三号楼停电"),
        ("五号楼停电", "二百零五号楼停电"),
        ("5号楼电梯太慢", "5号楼电梯坏了"),
    ],
)
def test_another_place_or_another_matter_is_not(now: str, before: str) -> None:
    assert found(now, raised(before)) is None


def test_a_repeat_counts_and_knows_the_last_and_the_open_one() -> None:
    closed = raised("5号楼路灯太亮", date(2026, 6, 1), 1, Progress(date(2026, 7, 2), "close"))
    still_open = raised("5号楼窗前路灯太亮", date(2026, 5, 4))
    repeat = found("5号楼路灯又太亮了", still_open, closed)
    assert repeat is not None
    assert (repeat.count, repeat.last, repeat.open) == (3, closed, still_open)


def test_of_several_open_ones_the_most_alike_is_offered() -> None:
    """The same words go before a newer matter that is only of the same kind; of one day they come first."""
    newer, same = raised("6号楼照明坏了", date(2026, 11, 9)), raised("6号楼楼道灯不亮", date(2026, 11, 2), 2)
    repeat = found("6号楼楼道灯不亮", newer, same)
    assert repeat is not None
    assert (repeat.last, repeat.open) == (newer, same)
    numbered = [
        raised("6号楼照明坏了", number=9),
        raised("6号楼楼道灯不亮", number=2),
        raised("6号楼照明坏了", number=10),
    ]
    repeat = found("6号楼楼道灯不亮", *numbered)
    assert repeat is not None
    assert [state.id for state in repeat.states] == ["20260702-2", "20260702-10", "20260702-9"]


def test_the_newest_of_a_day_is_the_last_one_whatever_figures_the_titles_hold() -> None:
    states = [raised(f"2号楼灯坏{2**n}", number=n) for n in range(2, 7)]
    repeat = found("2号楼灯坏256", *states)
    assert repeat is not None
    assert [state.id for state in repeat.states] == [f"20260702-{n}" for n in range(6, 1, -1)]


def test_what_was_raised_since_is_no_repeat_of_a_walk_written_down_late() -> None:
    earlier = Earlier([raised("5号楼路灯太亮", date(2026, 11, 9))])
    assert earlier.of("5号楼路灯太亮", "5号楼", date(2026, 11, 2)) is None
    assert earlier.of("5号楼路灯太亮", "5号楼", date(2026, 11, 9)) is not None


@pytest.mark.parametrize("verb", ["withdraw", "duplicate"])
def test_what_was_no_matter_of_its_own_is_not_counted(verb: str) -> None:
    argument = "20260601-1" if verb == "duplicate" else None
    gone = raised("5号楼路灯太亮", date(2026, 6, 1), 2, Progress(date(2026, 6, 2), verb, argument))
    assert found("5号楼路灯太亮", gone) is None


def test_numbers_of_every_writing_are_numbers() -> None:
    assert dict(spot_of("十二号楼3单元二层").numbers) == {
        "building": frozenset({12}), "unit": frozenset({3}), "floor": frozenset({2}),
    }  # fmt: skip


@pytest.mark.parametrize(
    "place",
    [
        "3号楼",
        "三栋",
        "第3号楼",
        "3#楼",
        "3-2-501",
        "3-501",
        "Building 3",
        "幸福里3号楼501",
        "3 号楼 2 单元",
        "3栋楼顶",
    ],
)
def test_a_house_is_looked_up_by_the_number_it_counts_under(place: str) -> None:
    assert spot_of(place).keys == ("building 3",)
    assert list(Whereabouts(COMMUNITY).of(place)) in (["3号楼"], ["幸福里3号楼"])


def test_so_many_houses_are_none_of_them() -> None:
    assert (spot_of("两栋之间").keys, spot_of("5-2号楼").keys) == ((), ("building 2",))
    assert spot_of("63幢到65幢").keys == ("building 63", "building 64", "building 65")


def test_eleven_years_are_searched_in_no_time() -> None:
    words = ("路灯太亮", "楼道堆物", "小广告", "水管漏水", "树密晒不到阳光", "车位被占", "垃圾没人清")
    states = [raised(f"{n % 44 + 1}号楼{words[n % 7]}", number=n + 1) for n in range(3600)]
    earlier = Earlier(states)
    before = time.perf_counter()
    for _ in range(10):
        assert earlier.of("5号楼路灯太亮", "5号楼") is not None
    assert (time.perf_counter() - before) / 10 < 0.05


WITHOUT_A_PLACE = [f"{what}{how}" for what in ("健身器材", "快递柜", "充电桩", "遛狗绳", "垃圾分类", "高龄津贴")
                   for how in ("坏了好几天", "有人问怎么办", "没人管", "坏了三天", "什么时候来修")]  # fmt: skip


def test_of_many_without_a_place_the_same_are_found_as_of_few() -> None:
    states = [raised(title, number=n + 1) for n, title in enumerate(WITHOUT_A_PLACE)]
    assert len(states) > 20
    for asked in ("健身器材坏了好几天了", "快递柜没人管", "遛狗绳有人问", "充电桩坏了", "大家好"):
        one_by_one = {state.id for state in states if Earlier([state]).of(asked, None)}
        together = Earlier(states).of(asked, None)
        assert {state.id for state in (together.states if together else ())} == one_by_one


def test_the_first_of_several_is_the_earliest_that_tells_the_same_up_to_that_day() -> None:
    titles = ("5号楼路灯坏了", "3号楼漏水", "5号楼照明坏了", "有人问高龄津贴", "5号楼灯不亮", "高龄津贴有人问")
    days = [date(2026, 7, 9), *[date(2026, 7, 2)] * 5]
    earlier = Earlier(raised(title, day, n + 1) for n, (title, day) in enumerate(zip(titles, days, strict=True)))

    def first(at: int, day: date = date(2026, 7, 9)) -> int | None:
        return earlier.first(titles[at], find_place(titles[at], COMMUNITY), day, before=at)

    assert [first(at) for at in range(6)] == [None, None, 0, None, 0, 3]
    assert first(4, date(2026, 7, 2)) == 2
    assert first(2, date(2026, 7, 2)) is None
