"""Headers and lists as they come: what stands beside a value ends it, and words that only look like one are none."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes, read_paste
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def read(text: str) -> Notes:
    return read_notes(text, MONDAY, Community())


def paste(text: str) -> tuple[Notes, ...]:
    return read_paste(text, MONDAY, Community())


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("走访时间:2026年11月16日八点半—十一点四十", "08:30-11:40"),
        ("11月16日八点半到十一点", "08:30-11:00"),
        ("十一月十六日8时30分至11时", "08:30-11:00"),
    ],
)
def test_a_day_and_hours_in_words_right_behind_it(line: str, hours: str) -> None:
    notes = read(f"{line}\n1、3号楼灯坏\n")
    assert (notes.date, notes.time) == (date(2026, 11, 16), hours)


def test_a_sentence_behind_the_row_of_people_names_nobody() -> None:
    notes = read("11月16日\n参加人员:张书记、王丽。看到3号楼前堆着建筑垃圾,物业说明天清\n")
    assert notes.walkers == ("张书记", "王丽")
    assert [issue.title for issue in notes.issues] == ["3号楼前堆着建筑垃圾,物业说明天清"]
    assert read("11月16日\n参加:张书记。王丽。李楼长\n").walkers == ("张书记", "王丽", "李楼长")


@pytest.mark.parametrize(
    ("line", "walkers", "companions"),
    [
        ("走访人员:张书记、王丽,城管小刘同行", ("张书记", "王丽"), ("城管小刘",)),
        ("今天和王丽、李楼长一起走的,物业赵经理陪着", ("王丽", "李楼长"), ("物业赵经理",)),
        ("由张书记带队,王丽参加,物业赵经理陪同", ("张书记", "王丽"), ("物业赵经理",)),
        ("参加:张书记 王丽 同行:城管 物业", ("张书记", "王丽"), ("城管", "物业")),
    ],
)
def test_who_came_along_for_another_body(line: str, walkers: tuple[str, ...], companions: tuple[str, ...]) -> None:
    notes = read(f"{line}\n1、3号楼灯坏\n")
    assert (notes.walkers, notes.companions) == (walkers, companions)


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("走了五千二", 5200),
        ("五千二", 5200),
        ("今天走了差不多六千多,累", 6000),
        ("走了三千里", None),
        ("五千二百块", None),
    ],
)
def test_thousands_said_of_walking_are_steps(line: str, steps: int | None) -> None:
    notes = read(f"11月16日\n{line}\n1、3号楼灯坏\n")
    assert (notes.steps, notes.body) == (steps, f"{line}\n")


def test_facts_written_without_a_blank_between_them() -> None:
    notes = read("11.16周一8:30-11:40晴4773步2.9km\n1、3号楼灯坏\n")
    assert (notes.date, notes.time, notes.weather, notes.steps) == (date(2026, 11, 16), "08:30-11:40", "晴", 4773)
    assert notes.body == ""


def test_numerals_in_brackets_of_one_letter_are_numbers() -> None:
    assert [issue.title for issue in read("11月16日\n㈠ 东门堵车\n㈡ 楼道灯坏\n").issues] == ["东门堵车", "楼道灯坏"]


def test_a_day_behind_the_word_for_the_walk_is_nobody_visited() -> None:
    notes = read("周一走访 昨天下雨路滑\n1、3号楼灯坏\n")
    assert (notes.visits, notes.body) == ((), "周一走访 昨天下雨路滑\n")
    assert read("11月16日\n走访 高龄党员户\n").visits == ("高龄党员户",)


@pytest.mark.parametrize("thing", ["3号楼小广告", "8号楼小花园", "3号楼小黄车", "2栋老房子", "5单元老化"])
def test_a_thing_of_a_house_before_its_end_is_no_speaker(thing: str) -> None:
    (issue,) = read(f"11月16日\n1、{thing} 已清理完毕\n").issues
    assert (issue.title, issue.reporter, issue.closed) == (f"{thing} 已清理完毕", None, True)


def test_somebody_of_a_house_before_what_is_wrong_is_the_speaker() -> None:
    (issue,) = read("11月16日\n1、3号楼小李子 三单元有人养鸡\n").issues
    assert (issue.title, issue.reporter) == ("三单元有人养鸡", "3号楼小李子")


def test_a_word_that_begins_like_a_unit_does_not_end_a_list_without_stops() -> None:
    lines = ["灯坏", "楼道堆物", "张大爷说漏水", "人行道砖翘", "门禁坏", "天台门开着", "点位没人清", "户外箱子坏"]
    notes = read("11月16日\n" + "".join(f"{n} {line}\n" for n, line in enumerate(lines, 1)))
    assert [issue.title for issue in notes.issues] == lines


def test_a_house_behind_a_blank_is_no_number_of_a_list() -> None:
    titles = [issue.title for issue in read("11月16日\n1 号楼灯坏\n2 号楼漏水\n3 单元门坏\n").issues]
    assert titles == ["1号楼灯坏", "2号楼漏水", "3 单元门坏"]


@pytest.mark.parametrize(
    ("line", "day", "fits"),
    [
        ("11月30日 周一 晴", date(2026, 11, 30), True),  # to come: a Monday this year, a Sunday the last
        ("11月30日 周日 晴", date(2025, 11, 30), True),
        ("2025年11月30日 周一 晴", date(2025, 11, 30), False),
        ("11月16日 周三 晴", date(2026, 11, 16), False),
        ("11月29日 周四", date(2025, 11, 29), False),
    ],
)
def test_a_weekday_tells_a_day_to_come_from_one_of_last_year(line: str, day: date, fits: bool) -> None:
    notes = read(f"{line}\n1、3号楼灯坏\n")
    assert (notes.date, notes.weekday_fits) == (day, fits)


def test_hours_and_a_length_behind_those_above_are_of_another_round() -> None:
    walks = paste("11月16日\n8:30-10:00 2000步\n1、东院垃圾没清\n14:00-15:30 3000步\n2、西院路灯坏\n")
    assert [(w.date, w.time, w.steps) for w in walks] == [
        (date(2026, 11, 16), "08:30-10:00", 2000),
        (date(2026, 11, 16), "14:00-15:30", 3000),
    ]
    assert [[issue.title for issue in walk.issues] for walk in walks] == [["东院垃圾没清"], ["西院路灯坏"]]


def test_both_halves_of_a_day_on_lines_of_their_own() -> None:
    walks = paste("上午:\n8:30-10:00 2000步\n1、东院垃圾没清\n下午:\n14:00-15:30 3000步\n2、西院路灯坏\n")
    assert [(w.time, w.steps, [i.title for i in w.issues]) for w in walks] == [
        ("08:30-10:00", 2000, ["东院垃圾没清"]),
        ("14:00-15:30", 3000, ["西院路灯坏"]),
    ]


def test_the_half_of_a_day_goes_on_with_the_day_that_lacks_it() -> None:
    (walk,) = paste("11月16日\n1、门禁坏,物业说明天\n下午\n2、西院路灯坏\n")
    assert [issue.title for issue in walk.issues] == ["门禁坏,物业说明天下午", "西院路灯坏"]
    (walk,) = paste("11月16日\n1、东院垃圾没清\n下午\n2、西院路灯坏\n")
    assert ([issue.title for issue in walk.issues], walk.body) == (["东院垃圾没清", "西院路灯坏"], "下午\n")


def test_what_is_made_up_later_is_of_the_day_it_names() -> None:
    walks = paste("11月9日\n1、3号楼灯没修\n补记11月3日:\n1、来电说8号楼漏水\n")
    assert [(w.date, len(w.issues)) for w in walks] == [(date(2026, 11, 9), 1), (date(2026, 11, 3), 1)]


def test_a_line_that_lacks_a_word_goes_on_without_a_comma() -> None:
    notes = read(
        "11月16日\n1. 5号楼窗前的路灯太亮,希望能换个\n暗一点的灯\n2. 3号楼楼道里有人\n养鸡,味道大\n大家都挺高兴的。\n"
    )
    assert [i.title for i in notes.issues] == ["5号楼窗前的路灯太亮,希望能换个暗一点的灯", "3号楼楼道里有人养鸡,味道大"]
    assert notes.body == "大家都挺高兴的。\n"


@pytest.mark.parametrize(
    ("line", "steps"),
    [("11月16日 4773步 2.9公里 11月16日下午又走了一圈 2000步", 4773), ("上午4000步 下午2000步", 4000)],
)
def test_a_second_length_in_one_line_leaves_the_line_in_the_body(line: str, steps: int) -> None:
    notes = read(f"{line}\n1、3号楼灯坏\n")
    assert (notes.steps, notes.body) == (steps, f"{line}\n")


def test_both_ends_of_a_walk_in_one_breath() -> None:
    assert read("周一 晴 8点半走的11点40回 4773步\n1、灯坏\n").time == "08:30-11:40"
    assert read("8:30-11:40回访王大爷\n1、灯坏\n").body == "8:30-11:40回访王大爷\n"


def test_a_matter_with_marks_of_its_own_is_not_doubted() -> None:
    marked, bare = (read(f"11月16日\n(3)大家好{marks}\n").issues[0] for marks in ("@绿化队 !大事", ""))
    assert (marked.doubted, bare.doubted) == (False, True)


def test_a_list_without_stops_goes_on_at_a_doorway() -> None:
    notes = read("11月16日 8:30-11:00\n1 天井漏水\n2 人行道坏\n3 门口堆物\n4 月季枯了\n")
    assert [issue.title for issue in notes.issues] == ["天井漏水", "人行道坏", "门口堆物", "月季枯了"]


def test_whoever_speaks_below_a_resident_is_another_one_however_short() -> None:
    notes = read("葛姨(12号楼): 水管漏水\n李大爷(3号楼): 灯坏\n隔壁老王: 车位占\n")
    assert [(i.title, i.reporter) for i in notes.issues] == [
        ("水管漏水", "葛姨"),
        ("灯坏", "李大爷"),
        ("车位占", "隔壁老王"),
    ]


@pytest.mark.parametrize("line", ["门口的老槐树: 枯了要倒", "楼下的老井: 堵了", "院里的阿猫: 叫得厉害"])
def test_a_thing_before_a_colon_is_no_resident(line: str) -> None:
    assert all(issue.reporter is None for issue in read(f"{line}\n").issues)
