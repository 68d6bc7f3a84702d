"""Pasted notes: what they say, and that nothing of them is lost."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.classify.notes.paste import Notes, read_notes, read_paste
from minqing.classify.sentence.markers import issue_marker
from minqing.domain.community import Community, Person

FRIDAY = date(2026, 11, 20)

CONTRACT = """\
11月16日 周一 晴
参加:张书记、王丽、李楼长  同行:城管执法队
8:30-11:40 顺时针一圈 4773步 2.9公里
1. 5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉
2、3号楼2单元门口小广告,已清理
③ 8号楼的阿姨说家里树密晒不到阳光 @绿化队
居民都说新装的扶手好。
"""


def read(text: str, today: date = FRIDAY) -> Notes:
    return read_notes(text, today, Community())


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


@pytest.mark.parametrize("text", [CONTRACT, full_width(CONTRACT), CONTRACT.replace("\n", "\r\n"), "\ufeff" + CONTRACT])
def test_the_header_of_a_walk_is_understood(text: str) -> None:
    notes = read(text)
    assert (notes.date, notes.time, notes.weather) == (date(2026, 11, 16), "08:30-11:40", "晴")
    assert (notes.route, notes.steps, notes.km) == ("顺时针一圈", 4773, Decimal("2.9"))
    assert notes.walkers == ("张书记", "王丽", "李楼长")
    assert notes.companions == ("城管执法队",)
    assert notes.body == "居民都说新装的扶手好。\n"


def test_the_issues_of_a_walk_are_understood() -> None:
    told = [(i.title, i.owner, i.closed, i.ending, i.line) for i in read(CONTRACT).issues]
    assert told == [
        ("5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉", None, False, "", 4),
        ("3号楼2单元门口小广告,已清理", None, True, "已清理", 5),
        ("8号楼的阿姨说家里树密晒不到阳光", "绿化队", False, "", 6),
    ]


@pytest.mark.parametrize(
    "line",
    ["1. ", "1.", "1、", "1）", "（1）", "一、", "① ", "⑴", "- ", "• ", "· ", "* ", "１．", "  1. ", "第一,", "- [ ] "],
)
def test_numbers_and_bullets_of_every_kind(line: str) -> None:
    notes = read(line + "路灯坏了")
    assert [i.title for i in notes.issues] == ["路灯坏了"]
    assert notes.body == ""


@pytest.mark.parametrize(
    "line",
    [
        "路灯坏了",
        "2.9公里走下来真累",
        "---",
        "**要紧** 的事",
        "12、13号楼之间干净了",
        "1.",
        "2020、2021两年",
        "-3度的天",
    ],
)
def test_lines_that_are_no_issue_stay_in_the_body(line: str) -> None:
    notes = read(f"今天走了一圈感觉不错\n{line}")
    assert notes.issues == ()
    assert notes.body.splitlines()[-1] == line


def test_a_number_before_a_building_is_told_from_two_buildings() -> None:
    notes = read("1.5号楼灯坏\n2、3号楼小广告\n7、8号楼之间很干净")
    assert [i.title for i in notes.issues] == ["5号楼灯坏", "3号楼小广告"]
    assert notes.body == "7、8号楼之间很干净\n"


def test_facts_inside_an_issue_are_not_taken_as_the_walks() -> None:
    notes = read("1. 8:30-9:00 3号楼停水,参加:王丽 4773步\n2公里外的事")
    assert (notes.time, notes.steps, notes.walkers) == (None, None, ())
    assert notes.issues[0].title == "8:30-9:00 3号楼停水,参加:王丽 4773步"


def test_a_line_that_mixes_facts_and_words_tells_its_facts_and_stays_in_the_body() -> None:
    notes = read("11月16日\n4773步 大家都累了\n参加:张书记 大家都很高兴")
    assert (notes.date, notes.steps, notes.walkers) == (date(2026, 11, 16), 4773, ("张书记",))
    assert notes.body == "4773步 大家都累了\n参加:张书记 大家都很高兴\n"


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        ("日期:2026-11-16", "date", date(2026, 11, 16)),
        ("11.16", "date", date(2026, 11, 16)),
        ("昨天", "date", date(2026, 11, 19)),
        ("周一", "date", date(2026, 11, 16)),
        ("11月25日", "date", date(2025, 11, 25)),
        ("周一 11月16日", "date", date(2026, 11, 16)),
        ("11月16日(周一)", "date", date(2026, 11, 16)),
        ("时间:8：30—11：40", "time", "08:30-11:40"),
        ("上午8点半到11点40", "time", "08:30-11:40"),
        ("下午2:30-5:00", "time", "14:30-17:00"),
        ("天气 阴转小雨", "weather", "阴转小雨"),
        ("天气:晴,有点冷", "weather", "晴,有点冷"),
        ("多云 3℃", "weather", "多云 3℃"),
        ("步数:４７７３", "steps", 4773),
        ("步数 4773", "steps", 4773),
        ("1.2万步", "steps", 12000),
        ("2.9km", "km", Decimal("2.9")),
        ("5.8里", "km", Decimal("2.9")),
        ("公里:2.87", "km", Decimal("2.87")),
        ("路线:北区", "route", "北区"),
        ("参加人员：张书记，王丽", "walkers", ("张书记", "王丽")),
        ("走访:高龄党员户、六小门店", "visits", ("高龄党员户", "六小门店")),
        ("同行:无", "companions", ()),
    ],
)
def test_headers_in_other_words(line: str, fact: str, value: object) -> None:
    notes = read(line)
    assert getattr(notes, fact) == value
    assert notes.body == ""


def test_a_second_different_fact_is_not_lost() -> None:
    notes = read("4773步\n4800步")
    assert notes.steps == 4773
    assert notes.body == "4800步\n"


def test_a_weekday_that_is_not_the_dates_is_told_and_kept() -> None:
    notes = read("11月16日 周二 晴")
    assert notes.date == date(2026, 11, 16)
    assert not notes.weekday_fits
    assert notes.body == "11月16日 周二 晴\n"


def test_routes_of_the_settings_are_known_by_name() -> None:
    notes = read_notes("8:30-11:40 北线 4773步", FRIDAY, Community(routes={"北线": ()}))
    assert (notes.route, notes.steps) == ("北线", 4773)


def test_the_body_keeps_its_lines_as_they_are() -> None:
    body = "## 走\n\n  缩进的\t行  \n> 引用\n"
    assert read("晴\n\n" + body + "\n\n").body == body


def test_marks_and_boxes_of_an_issue() -> None:
    first, second = read("- [x] 小广告 #绿化\n2. 电梯 !大事").issues
    assert (first.title, first.category, first.closed) == ("小广告", "environment", True)
    assert (second.title, second.tier, second.closed) == ("电梯", "large", False)


def test_ticks_are_read_from_the_marker_too() -> None:
    marker = issue_marker("- [√] 灯", 1)
    assert marker is not None
    assert marker.ticked


PIECES = st.sampled_from(
    ["11月16日", "周一", "晴", "参加:", "张书记", "、", " ", "\n", "8:30-11:40", "4773步", "2.9公里", "1.", "2、", "- ",
     "③", "@王丽", "#绿化", "!大事", "已清理", "[x]", "5号楼", "居民说好", ":", "，", "　", "(", "一、", "*"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_character_of_a_paste_is_somewhere(text: str) -> None:
    notes = read(text)
    owners = [i.owner or "" for i in notes.issues]  # what stands right behind an @ is its name
    kept = [*notes.body.splitlines(), *(i.title for i in notes.issues), *owners]
    for line in text.split("\n"):
        if "居民说好" in line:
            assert any("居民说好" in k for k in kept), (line, notes)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read(text), Notes)


def test_names_before_together_are_who_walked_and_residents_are_not() -> None:
    told = "11.23 周一 晴\n张书记 小王 李楼长 老赵（楼门长）一起走的,城管小刘后半段来了\n1. 路灯不亮"
    read = read_notes(told, date(2026, 11, 23), Community())
    assert read.walkers == ("张书记", "小王", "李楼长", "老赵")
    assert "城管小刘后半段来了" in read.body
    told = "11.23\n邻居 李阿姨 孩子们一起走了\n1. 路灯不亮"
    assert read_notes(told, date(2026, 11, 23), Community()).walkers == ()


@pytest.mark.parametrize(
    ("told", "walkers"),
    [
        ("和小陈、霞姐一起走的", ("小陈", "霞姐")),
        ("和王大爷一起把自行车挪了", ()),
        ("和王大爷、李阿姨一起走的", ("王大爷", "李阿姨")),
        ("张会计 刘姐 小孟", ("张会计", "刘姐", "小孟")),
        ("我、小何、老梁", ("小何", "老梁")),
        ("@孟主任 @小路 @老贺 一起", ("孟主任", "小路", "老贺")),
        ("联系人:王丽、李强", ()),
    ],
)
def test_who_walked_is_told_by_a_line_of_names_and_who_only_helped_is_not(told: str, walkers: tuple[str, ...]) -> None:
    read = read_notes(f"11月16日 晴\n{told}\n1. 路灯不亮", date(2026, 11, 20), Community())
    assert read.walkers == walkers
    assert "我" not in told or told in read.body


def test_pictures_of_the_sky_and_of_feet_are_read() -> None:
    read = read_notes("11.18☀️ 8.30~10.50 🚶5123\n1. 路灯不亮", date(2026, 11, 20), Community())
    assert (read.weather, read.time, read.steps) == ("晴", "08:30-10:50", 5123)


def test_whoever_is_said_to_have_written_the_notes_stays_in_the_body() -> None:
    read = read_notes("--- 小魏记 11月20日 上午 ---\n1. 路灯不亮", date(2026, 11, 20), Community())
    assert read.date == date(2026, 11, 20)
    assert "小魏" in read.body


def test_a_place_in_full_width_brackets_is_the_place_of_what_stands_behind() -> None:
    read = read_notes("11月16日\n<１号楼>大门门轴异响\n【2号楼】楼梯灯坏2盏", date(2026, 11, 20), Community())
    assert [(issue.place, issue.title) for issue in read.issues] == [
        ("１号楼", "大门门轴异响"),
        ("2号楼", "楼梯灯坏2盏"),
    ]


def test_an_english_day_in_full_width_letters_is_read() -> None:
    read = read_notes("Ｎｏｖ １６ Ｍｏｎ ｓｕｎｎｙ\n1. 路灯不亮", date(2026, 11, 20), Community())
    assert read.date == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("bracket", "kept", "weather"),
    [
        ("(停电)", True, None),
        ("（停电）", True, None),
        ("(下雨)", False, "下雨"),
        ("(周一)", False, None),
        ("", False, None),
    ],
)
def test_a_bracket_behind_a_day_is_read_or_stays(bracket: str, kept: bool, weather: str | None) -> None:
    read = read_notes(f"16日{bracket}:走9号楼看望老爷子。11号楼电表箱敞开", FRIDAY, Community())
    assert (read.date, read.weather) == (date(2026, 11, 16), weather)
    assert read.body == (f"16日{bracket}:" if kept else "") + "走9号楼看望老爷子。\n"
    assert [issue.title for issue in read.issues] == ["11号楼电表箱敞开"]


def test_a_day_with_a_bracket_begins_a_walk_of_its_own() -> None:
    lines = [f"{day}日(停电):走{day}号楼看望老爷子。11号楼电表箱敞开" for day in (16, 17)]
    walks = read_paste("\n".join(lines), FRIDAY, Community())
    assert [(w.date, w.body) for w in walks] == [
        (date(2026, 11, day), f"{day}日(停电):走{day}号楼看望老爷子。\n") for day in (16, 17)
    ]


@pytest.mark.parametrize("line", ["金山 石景山", "安全、安静", "石子、黄沙", "王丽、小陈"])
def test_words_that_only_look_like_names_stay_in_the_body(line: str) -> None:
    assert line in read(f"11月16日 晴\n{line}\n1. 路灯不亮").body.splitlines()


@pytest.mark.parametrize("line", ["王书记、小陈", "@王丽 @小陈", "参加:王丽、小陈", "王丽、小陈一起走的", "李强、小陈"])
def test_a_line_of_names_that_is_surely_one_is_told_by_the_walkers_alone(line: str) -> None:
    known = Community(people=(Person("李强"),))
    notes = read_notes(f"11月16日 晴\n{line}\n1. 路灯不亮", FRIDAY, known)
    assert "小陈" in notes.walkers
    assert notes.body == ""


@pytest.mark.parametrize("words", ["小偷、小心", "小区、小事", "小时、小路", "小学、小孩"])
def test_common_words_are_nobody_who_walked(words: str) -> None:
    notes = read(f"11.16 晴/{words} 3000步")
    assert (notes.walkers, notes.steps) == ((), 3000)
    assert words in notes.body


@pytest.mark.parametrize("row", ["王丽+小周", "王丽、小周", "王丽/小周", "王丽 小周", "王丽& 小周", "王丽、小周、"])
def test_a_row_of_names_beside_other_facts_is_who_walked(row: str) -> None:
    assert read(f"11.16/晴/{row}").walkers == ("王丽", "小周")


@pytest.mark.parametrize("row", ["王丽+小周、" * 40 + "王x:", "王" * 59 + "x"])
def test_a_long_row_of_names_is_read_at_once(row: str) -> None:
    began = time.perf_counter()
    assert read(f"11.16 晴 {row}").date == date(2026, 11, 16)
    assert time.perf_counter() - began < 1


def test_pictures_within_a_matter_are_left_alone() -> None:
    matters = ["3号楼门口🚶200人排队堵门", "5号楼阳台☀ 太晒没人管", "7号楼200🚶 围着看"]
    notes = read("11.16☀️ 5123🚶\n" + "\n".join(f"{n}. {matter}" for n, matter in enumerate(matters, 1)))
    assert (notes.weather, notes.steps) == ("晴", 5123)
    assert [issue.title for issue in notes.issues] == matters


@pytest.mark.parametrize("counted", ["🚶200人", "🚶1234567", "🚶12", "200🚶人"])
def test_a_number_beside_feet_that_counts_something_else_is_no_steps(counted: str) -> None:
    notes = read(f"11.16 8:30-10:50 晴 {counted}")
    assert notes.steps is None
    assert counted in notes.body


@pytest.mark.parametrize("line", [" " * 20_000 + "好", "\u3000" * 1_900 + "11.16", " :" * 10_000])
def test_a_line_set_in_by_many_blanks_is_read_at_once(line: str) -> None:
    began = time.perf_counter()
    assert line.strip() in read(f"{line}\n1. 3号楼灯坏").body
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("wrapped", "title", "following"),
    [
        ("1、18号楼二层堆物\n明天联系物业", "18号楼二层堆物", "2、12号楼和13号楼之间占道"),
        ("1、18号楼二层堆物\n下次去他家再说", "18号楼二层堆物,下次去他家再说", "2、12号楼占道"),
        ("- 18号楼二层堆物\n  下周清走", "18号楼二层堆物,下周清走", "- 12号楼占道"),
        ("- 18号楼二层堆物,\n下周清走", "18号楼二层堆物,下周清走", "- 12号楼占道"),
    ],
)
def test_what_is_to_be_done_about_an_issue_swallows_none_of_those_behind_it(
    wrapped: str, title: str, following: str
) -> None:
    notes = read(f"11月16日\n{wrapped}\n{following}")
    assert [issue.title for issue in notes.issues] == [title, following[2:].strip()]


@pytest.mark.parametrize("heading", ["下周打算", "明天走3号院", "明天", "下次重点:"])
def test_what_heads_a_list_of_plans_makes_no_issues_of_them(heading: str) -> None:
    notes = read(f"11月16日\n1、18号楼二层堆物\n2、12号楼占道\n{heading}\n1、走3号院\n2、发传单")
    assert [issue.title for issue in notes.issues] == ["18号楼二层堆物", "12号楼占道"]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            [
                "1、5号楼井盖响",
                "2、3号楼小广告✓",
                "3、1号楼堆物",
                "4、8号楼遛狗不拴绳✓",
                "5、13号楼杂物√",
                "6、4号楼地锁",
            ],
            ["5号楼井盖响", "3号楼小广告", "1号楼堆物", "8号楼遛狗不拴绳", "13号楼杂物", "4号楼地锁"],
        ),
        (
            ["1、5号楼井盖响", "2、3号楼小广告", "2、1号楼堆物", "3、8号楼堆物"],
            ["5号楼井盖响", "3号楼小广告", "1号楼堆物", "8号楼堆物"],
        ),
        (
            ["1、5号楼井盖响", "3、3号楼小广告", "4、1号楼堆物", "7、8号楼堆物"],
            ["5号楼井盖响", "3号楼小广告", "1号楼堆物", "8号楼堆物"],
        ),
        (
            ["4、8号楼灯坏", "7、5号楼纸箱子", "8、3号楼地锁", "9、1号楼堆物"],
            ["8号楼灯坏", "5号楼纸箱子", "3号楼地锁", "1号楼堆物"],
        ),
    ],
)
def test_the_number_of_a_list_is_no_house_though_signs_slips_and_gaps_are_among_it(
    lines: list[str], titles: list[str]
) -> None:
    assert [issue.title for issue in read("\n".join(["11月16日", *lines])).issues] == titles


def test_two_houses_that_open_a_line_stay_two() -> None:
    (only,) = read("11月16日\n问题:\n3、4号楼停水\n").issues
    assert only.title == "3、4号楼停水"
    first, second = read("11月16日\n1、路灯坏了\n2、3、4号楼停水").issues
    assert (first.title, second.title) == ("路灯坏了", "3、4号楼停水")


TEAM = Community(people=tuple(Person(name) for name in ("张书记", "王丽", "李楼长")))


@pytest.mark.parametrize(
    ("line", "walkers"),
    [
        ("参加张书记、李楼长", ("张书记", "李楼长")),
        ("走访人员王丽、李楼长", ("王丽", "李楼长")),
        ("参与王丽、李楼长 4000步", ("王丽", "李楼长")),
        ("参加人员(3人):张书记、王丽、李楼长", ("张书记", "王丽", "李楼长")),
        ("参加人员共3人：张书记、王丽、李楼长", ("张书记", "王丽", "李楼长")),
        ("参会人员：张书记、王丽", ("张书记", "王丽")),
        ("参加:张书记带队,王丽、李楼长参加", ("张书记", "王丽", "李楼长")),
        ("与张书记、王丽同行", ("张书记", "王丽")),
        ("参加人员：张书记（书记）、王丽（社工）", ("张书记", "王丽")),
        ("我和王丽、李楼长、小陈走了一圈", ("王丽", "李楼长", "小陈")),
        ("走访的人有张书记、王丽和李楼长", ("张书记", "王丽", "李楼长")),
        ("王丽 4000步", ("王丽",)),
        ("参加张大爷的葬礼", ()),
        ("参加文明城市创建", ()),
        ("和平里参加", ()),
    ],
)
def test_who_walked_is_read_without_what_is_said_of_them(line: str, walkers: tuple[str, ...]) -> None:
    assert read_notes(f"11月16日 晴\n{line}\n1. 5号楼路灯不亮", FRIDAY, TEAM).walkers == walkers


def test_two_spans_of_one_line_are_both_kept() -> None:
    notes = read("11月16日 参加:王丽\n9:00-11:00 14:00-16:00\n- 5号楼路灯不亮")
    assert notes.time == "09:00-11:00"
    assert "14:00-16:00" in notes.body


@pytest.mark.parametrize("written", ["步数 4 773", "4 773步", "步数：4 773"])
def test_thousands_may_be_parted_by_a_blank(written: str) -> None:
    assert read(f"11月16日 参加:王丽 {written}\n- 5号楼灯坏").steps == 4773


def test_steps_nobody_walks_are_no_name_and_stay() -> None:
    notes = read("11月16日 参加:王丽 步数 4 773 000\n- 5号楼灯坏")
    assert (notes.steps, notes.walkers) == (None, ("王丽",))
    assert "4 773 000" in notes.body


@pytest.mark.parametrize("said", ["今天走访的人有张书记、王丽", "今天 王丽 3000步"])
def test_today_below_a_day_written_out_is_that_day(said: str) -> None:
    (walk,) = read_paste(f"11月16日 晴\n{said}\n1. 5号楼路灯不亮", FRIDAY, TEAM)
    assert (walk.date, len(walk.issues)) == (date(2026, 11, 16), 1)
    assert "王丽" in walk.walkers


def test_weekdays_above_walks_are_their_days() -> None:
    days = "\n".join(f"{day}\n参加:王丽 {steps}步\n1、{n}号楼小广告" for n, (day, steps) in
                     enumerate([("周一", 4000), ("周三", 5000), ("周五", 6000)], 1))  # fmt: skip
    walks = read_paste(days, date(2026, 11, 28), Community())
    assert [(walk.date, walk.steps, len(walk.issues)) for walk in walks] == [
        (date(2026, 11, 23), 4000, 1),
        (date(2026, 11, 25), 5000, 1),
        (date(2026, 11, 27), 6000, 1),
    ]


def test_numbered_walks_of_several_days_are_parted() -> None:
    paste = "第一次走访 11月9日\n王丽 4000步\n1、5号楼小广告\n第二次走访 11月16日\n张书记 3000步\n1、3号楼门坏"
    assert [(walk.date, walk.steps, walk.walkers) for walk in read_paste(paste, FRIDAY, TEAM)] == [
        (date(2026, 11, 9), 4000, ("王丽",)),
        (date(2026, 11, 16), 3000, ("张书记",)),
    ]


def test_a_sentence_that_a_screen_broke_gets_no_commas() -> None:
    broken = "1、5号楼3单元的王大爷反映楼上\n602室装修噪音大，从早\n上七点干到晚上九点，老\n人心脏不好。"
    notes = read(
        f"11月16日\n{broken}\n2、13号楼前\n的路灯不亮\n3、1号楼路灯坏\n王大爷差点摔了\n物业说没灯泡\n4、4号楼堆物"
    )
    assert [issue.title for issue in notes.issues] == [
        "5号楼3单元的王大爷反映楼上602室装修噪音大，从早上七点干到晚上九点，老人心脏不好。",
        "13号楼前的路灯不亮",
        "1号楼路灯坏,王大爷差点摔了,物业说没灯泡",
        "4号楼堆物",
    ]


def test_a_house_is_no_day_of_a_plan() -> None:
    (only,) = read("11月16日\n1、5号楼小广告,已安排清理").issues
    assert (only.title, only.closed) == ("5号楼小广告,已安排清理", False)


def test_a_state_before_a_matter_says_how_far_it_is() -> None:
    notes = read("11月16日\nok 8栋 米面送上楼\n下周 10栋 换门禁面板\n已办 12栋杜阿姨医保备案\n未办 12栋 电梯年检过期")
    assert [(issue.title, issue.closed) for issue in notes.issues] == [
        ("8栋 米面送上楼,ok", True),
        ("10栋 换门禁面板,下周", False),
        ("12栋杜阿姨医保备案,已办", True),
        ("12栋 电梯年检过期,未办", False),
    ]


def test_days_that_only_begin_plans_are_no_states() -> None:
    assert read("11月16日\n- 5号楼灯坏\n明天 走3号院\n下周 发传单").issues[0].title == "5号楼灯坏"
    assert len(read("11月16日\n- 5号楼灯坏\n\n明天 走3号院\n下周 发传单").issues) == 1


def test_a_form_numbers_its_questions_beside_their_places() -> None:
    first = "问题一 地点:梅花弄15号\n 内容:屋檐瓦片松动\n 处理:搭了防护棚"
    second = "问题二 地点:菜市口\n 内容:活禽摊跑到路当中\n 处理:____"
    notes = read(f"走访日期:11月16日\n{first}\n{second}\n满意度:满意☑ 一般□ 不满意□\n行走步数:____")
    assert [(issue.place, issue.title.split(",")[0]) for issue in notes.issues] == [
        ("梅花弄15号", "屋檐瓦片松动"),
        ("菜市口", "活禽摊跑到路当中"),
    ]


def test_who_writes_again_below_a_clock_is_somebody_whatever_they_are_called() -> None:
    steward = "网格长-阿珍\n"
    chat = (
        f"08:21\n{steward}大家有情况发这里\n08:58\n28幢3楼 汤伯\n晾衣杆断了一根\n09:40\n{steward}30幢1单元 小广告 已撕"
    )
    first, second = read(f"11月16日 星期一\n{chat}").issues
    assert (first.reporter, first.title, first.closed) == ("汤伯", "晾衣杆断了一根", False)
    assert (second.title, second.closed) == ("30幢1单元 小广告 已撕", True)


@pytest.mark.parametrize(
    "told",
    [
        "3号楼下水堵；物业没人来",
        "3号楼漏水；已联系物业；物业说没空",
        "2号楼门口违停；消防车进不来",
        "顶楼漏雨；墙皮都掉了",
        "网线乱拉；被风吹断一根",
        "井盖破损；居民担心掉下去",
        "李奶奶摔倒骨折；子女在外地没人照顾",
    ],
)
def test_what_comes_of_a_trouble_is_no_second_one(told: str) -> None:
    assert [issue.title for issue in read(f"11月16日\n- {told}").issues] == [told]


def test_where_they_go_next_is_no_part_of_an_issue() -> None:
    notes = read("11月16日\n1. 灯坏\n下次走访5号楼\n2. 门坏")
    assert [issue.title for issue in notes.issues] == ["灯坏", "门坏"]
    assert "下次走访5号楼" in notes.body


def test_steps_behind_hours_and_people_with_their_body_are_read() -> None:
    notes = read("11月16日 晴\n9点出门 11点20回 步数5630\n参加 小周 老韩(物业) 民警小刘\n1. 灯坏")
    assert (notes.steps, notes.time) == (5630, "09:00-11:20")
    assert notes.walkers == ("小周", "老韩(物业)", "民警小刘")


def test_two_clocks_in_the_wrong_order_are_no_time() -> None:
    notes = read_notes("11月16日\n11:40-8:30\n1. 灯坏\n", date(2026, 11, 16), Community())
    assert (notes.time, notes.body) == (None, "11:40-8:30\n")
    assert read_notes("11月16日\n10:30-2:00\n", date(2026, 11, 16), Community()).time == "10:30-14:00"


def test_a_stop_before_a_length_is_a_comma() -> None:
    notes = read_notes("11月16日.和小覃、肖姐走.3.6km\n", date(2026, 11, 16), Community())
    assert (str(notes.km), notes.walkers) == ("3.6", ("小覃", "肖姐"))


def test_another_one_behind_a_semicolon_is_told_by_its_words_alone() -> None:
    notes = read_notes("11月16日\n1. 5号楼灯坏；另外一个是6号楼门坏\n", date(2026, 11, 16), Community())
    assert [issue.title for issue in notes.issues] == ["5号楼灯坏", "6号楼门坏"]


def test_a_heading_of_what_is_nice_or_to_come_ends_the_matters_above_it() -> None:
    text = "11月30日 晴\n## 问题\n- 3栋 门禁坏\n## 小确幸 ☕\n- 小朋友送我们一张画\n## Next week\n- 12.7 走南区\n"
    notes = read_notes(text, date(2026, 11, 30), Community())
    assert [issue.title for issue in notes.issues] == ["3栋 门禁坏"]
    assert "## 小确幸 ☕\n- 小朋友送我们一张画\n## Next week\n- 12.7 走南区\n" in notes.body


@pytest.mark.parametrize(
    "paste", ["第一 3号楼灯坏\n第二 西门快递乱堆\n第三 螺丝掉了", "第一3号楼灯坏\n第二 西门快递乱堆\n第三,螺丝掉了"]
)
def test_first_second_third_number_a_list_without_a_mark_behind_them(paste: str) -> None:
    (notes,) = read_paste(f"16日 走访\n{paste}\n", date(2026, 11, 20), Community())
    assert [issue.title for issue in notes.issues] == ["3号楼灯坏", "西门快递乱堆", "螺丝掉了"]
    assert notes.body.strip() == ""


@pytest.mark.parametrize(
    ("wrapped", "title"),
    [
        (
            "8号楼的阿姨说家里因为树密晒不到\n阳光,想晒太阳只能来\n   楼下,希望剪一剪",
            "8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下,希望剪一剪",
        ),
        ("12号楼门前堆了\n三个大沙发", "12号楼门前堆了三个大沙发"),
        ("7号楼后面停着\n两辆没牌的电动车,挡路", "7号楼后面停着两辆没牌的电动车,挡路"),
        ("5号楼的老爷子说电梯坏了只能\n爬楼梯回家", "5号楼的老爷子说电梯坏了只能爬楼梯回家"),
    ],
)
def test_a_sentence_that_lacks_a_word_goes_on_in_the_next_line(wrapped: str, title: str) -> None:
    assert [i.title for i in read(f"16日 走访\n1. {wrapped}").issues] == [title]
    assert [i.title for i in read(f"16日 走访\n1. 3号楼灯坏\n2、{wrapped}").issues] == ["3号楼灯坏", title]


@pytest.mark.parametrize("below", ["三个居民说7号楼的灯修好了", "3号楼的阿姨夸社区办事快", "居民都说新装的扶手好"])
def test_a_line_that_is_not_the_lacking_word_stays_for_itself(below: str) -> None:
    notes = read(f"11月16日\n1. 12号楼门前堆了\n{below}")
    assert (notes.issues[0].title, notes.issues[0].closed) == ("12号楼门前堆了", False)
    assert below in notes.body or below in [i.title for i in notes.issues]


@pytest.mark.parametrize("told", ["天气不错,太阳暖洋洋", "阴天,有点冷", "今天风很大,太阳也好", "小雨,降温了"])
@pytest.mark.parametrize("marker", ["4、", "- ", ""])
def test_the_weather_is_no_matter_whatever_stands_before_it(told: str, marker: str) -> None:
    listed = "- 3号楼灯坏" if marker == "- " else "1、3号楼灯坏\n2、5号楼堆物\n3、6号楼垃圾多"
    notes = read(f"11月16日 周一\n{listed}\n{marker}{told}")
    assert not [i.title for i in notes.issues if told[:2] in i.title]
    assert told in notes.body or notes.weather


@pytest.mark.parametrize(
    "told", ["下雨,7号楼漏水", "风大,树枝断了", "太阳能热水器漏水", "天热,垃圾桶臭", "阴雨天,地砖滑", "雨棚坏了"]
)
def test_what_the_weather_did_is_a_matter(told: str) -> None:
    assert [i.title for i in read(f"11月16日 周一\n1、3号楼灯坏\n2、{told}").issues] == ["3号楼灯坏", told]


@pytest.mark.parametrize("line", ["11/16 五里路 四千八", "11/16 2.5公里 4800", "11月16日 晴 五里 四千八"])
def test_a_number_behind_the_distance_is_the_steps(line: str) -> None:
    notes = read(f"{line}\n1. 3号楼灯坏")
    assert (notes.km, notes.steps) == (Decimal("2.5"), 4800)


@pytest.mark.parametrize(
    "line", ["11/16 五里路 12", "11/16 五里路 四千八的奖金", "11/16 四千八", "11/16 五里路 138000"]
)
def test_another_number_is_no_steps(line: str) -> None:
    notes = read(f"{line}\n1. 3号楼灯坏")
    assert notes.steps is None
    assert line in notes.body


def test_who_stands_before_a_matter_is_called_without_the_house() -> None:
    notes = read("1. 6号楼王大妈 楼道灯不亮\n2. 3号楼门长 三单元有人养鸡")
    assert [(i.title, i.place, i.reporter) for i in notes.issues] == [
        ("楼道灯不亮", "6号楼", "王大妈"),
        ("三单元有人养鸡", "3号楼三单元", "3号楼门长"),
    ]
