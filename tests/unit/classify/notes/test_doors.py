"""Lists of doors: the house stands above them or with them, the person behind each, and mostly nothing is wrong."""

from datetime import date

import pytest

from minqing.classify.notes.behind_doors import is_called, is_nothing, told_behind
from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

FRIDAY = date(2026, 11, 20)


def read(text: str) -> Notes:
    return read_notes(text, FRIDAY, Community())


def doors(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(issue.title, issue.place, issue.reporter) for issue in read(text).issues]


def test_the_place_is_the_house_above_and_the_door_and_who_lives_there_said_it() -> None:
    told = "11月16日 3号楼入户\n201 没人\n202 马先生 反映楼道灯不亮\n301 一切正常\n302 李阿姨:下水堵了"
    assert doors(told) == [("楼道灯不亮", "3号楼202", "马先生"), ("下水堵了", "3号楼302", "李阿姨")]
    assert read(told).body == "11月16日 3号楼入户\n201 没人\n301 一切正常\n"


@pytest.mark.parametrize(
    ("above", "door", "place"),
    [
        ("", "3-501", "3号楼501"),
        ("", "8-2-501", "8-2-501"),
        ("", "3号楼402", "3号楼402"),
        ("3号楼", "3-501", "3号楼501"),
        ("【6号楼】", "102室", "6号楼102室"),
        ("7号楼2单元 昨天敲门", "201", "7号楼2单元201"),
        ("2号楼", "1单元101", "2号楼1单元101"),
        ("12栋\n2单元", "301", "12栋2单元301"),
        ("3号楼和5号楼", "301", "301"),
    ],
)
def test_a_door_is_written_in_many_ways(above: str, door: str, place: str) -> None:
    other = door[:-3].removesuffix("室") + "909" if "室" not in door else "909室"
    assert doors(f"{above}\n{other} 没人\n{door} 王大爷:暖气不热\n") == [("暖气不热", place, "王大爷")]


@pytest.mark.parametrize("sign", ["- ", "• ", ""])
def test_one_door_alone_is_of_the_house_right_above_it(sign: str) -> None:
    notes = read(f"11月16日\n{sign}3号楼\n{sign}501 李阿姨说水管漏\n{sign}南门 路灯坏了一盏\n")
    assert next((i.title, i.place, i.reporter) for i in notes.issues) == ("水管漏", "3号楼501", "李阿姨")
    assert "3号楼" in notes.body
    assert "501" not in notes.body


def test_the_units_of_a_house_are_told_from_its_number_said_again() -> None:
    told = "4号楼\n1-201 无人\n2-302 何先生 顶楼漏雨\n"
    assert doors(told) == [("顶楼漏雨", "4号楼2单元302", "何先生")]


def test_the_next_house_is_that_of_the_doors_below_it() -> None:
    told = "5号楼\n101 张姐 门坏了\n102 没人\n6号楼\n101 拒访\n102 李姐 灯坏了\n"
    assert [place for _, place, _ in doors(told)] == ["5号楼101", "6号楼102"]


def test_what_is_told_of_a_door_may_stand_below_it() -> None:
    told = "5号楼\n101 张姐:\n暖气不热\n102\n没人\n103 好\n"
    assert doors(told) == [("暖气不热", "5号楼101", "张姐")]
    assert "没人" in read(told).body


def test_two_troubles_behind_one_door_are_two_matters() -> None:
    assert [t for t, _, _ in doors("101 李姐:下水堵;门口灯不亮\n102 没人")] == ["下水堵", "门口灯不亮"]


def test_a_matter_behind_a_door_may_be_settled() -> None:
    closed = {i.title: i.closed for i in read("2-101 飞线充电,当场拔了\n2-102 陈小姐 居住证不会续,当场教会了").issues}
    assert closed == {"飞线充电,当场拔了": True, "居住证不会续,当场教会了": True}


@pytest.mark.parametrize(
    "line",
    ["2026 年的事", "101 步", "201 户居民", "120 急救车来过", "830 集合", "3-5号楼", "11-16 晴", "4773步 2.9公里"],
)
def test_other_numbers_are_no_doors(line: str) -> None:
    assert not any(issue.place == line[:3] for issue in read(f"{line}\n走了一圈\n").issues)


def test_hours_without_a_colon_are_no_doors() -> None:
    assert read("0840 出发\n1110 到东门\n1120 回来\n").issues == ()


@pytest.mark.parametrize(
    "said",
    [
        "没人", "家里没人", "敲门无人应", "不在家", "上班去了", "空房", "拒访", "锁门", "正常", "一切都好", "都挺好",
        "没什么问题", "无异常", "贴了条", "没人,下次再来", "三口人", "独居 身体好", "租户,不晓得", "√", "去儿子家了",
    ],
)  # fmt: skip
def test_nothing_is_the_matter_in_many_words(said: str) -> None:
    assert is_nothing(told_behind(said)[1] or said)


@pytest.mark.parametrize("said", ["没人收垃圾", "不在家时水管漏了", "好几天没热水", "正常收费但电梯老坏", "要个轮椅"])
def test_words_of_nothing_within_a_trouble_are_none(said: str) -> None:
    assert not is_nothing(said)


@pytest.mark.parametrize(
    ("said", "who", "rest"),
    [
        ("马先生 反映灯不亮", "马先生", "灯不亮"),
        ("老爷子说路灯晃眼", "老爷子", "路灯晃眼"),
        ("小陈家 漏水", "小陈家", "漏水"),
        ("张某某:漏水", "张某某", "漏水"),
        ("租户 不配合登记", "租户", "不配合登记"),
        ("马桶 漏水", None, "马桶 漏水"),
        ("水管锈了", None, "水管锈了"),
        ("李奶奶", "李奶奶", ""),
    ],
)
def test_who_is_met_behind_a_door(said: str, who: str | None, rest: str) -> None:
    assert told_behind(said) == (who, rest)


def test_who_somebody_is_called_in_a_column() -> None:
    assert [is_called(word) for word in ("王阿姨", "601租户", "房东钟姨", "楼道", "马桶")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_day_at_the_head_of_a_list_is_no_number_of_a_chapter() -> None:
    assert read("11.16 27弄上门\n102 沈阿婆 要装扶手\n201 没人\n").date == date(2026, 11, 16)
    assert [i.title for i in read("11月16日\n1.1 路灯坏\n1.2 井盖响\n2.1 门禁坏\n").issues] == [
        "路灯坏",
        "井盖响",
        "门禁坏",
    ]


@pytest.mark.parametrize("said", ["没发现", "没有发现问题", "未见异常", "无"])
def test_a_marked_line_below_a_house_that_says_nothing_is_no_matter(said: str) -> None:
    notes = read(f"1栋\n- 信报箱坏2个\n2栋\n- {said}\n3栋\n- 门坏了\n")
    assert [(i.title, i.place) for i in notes.issues] == [("信报箱坏2个", "1栋"), ("门坏了", "3栋")]
    assert said in notes.body


def test_a_heading_that_is_no_house_ends_the_one_above() -> None:
    assert doors("4栋\n- 楼下停了一辆面包车,没动过\n公共\n- 垃圾亭龙头被拧断\n") == [
        ("楼下停了一辆面包车,没动过", "4栋", None),
        ("垃圾亭龙头被拧断", None, None),
    ]
