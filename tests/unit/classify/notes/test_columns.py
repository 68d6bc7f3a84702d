"""Tables out of a spreadsheet: headings nobody listed, orders of every kind, merged houses, no headings at all."""

from datetime import date

import pytest

from minqing.classify.notes.paste import NotedIssue, read_notes
from minqing.classify.notes.tables.columns import column_of
from minqing.domain.community import Community

FRIDAY = date(2026, 11, 20)


def table(*rows: str) -> list[NotedIssue]:
    return list(read_notes("\n".join(row.replace("|", "\t") for row in rows), FRIDAY, Community()).issues)


def told(*rows: str) -> list[tuple[str, str | None, bool]]:
    return [(issue.title, issue.place, issue.closed) for issue in table(*rows)]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("隐患内容", "title"), ("居民反映的问题", "title"), ("现场情况描述", "title"), ("走访情况", "title"),
        ("巡查点位", "place"), ("问题发生地点", ""), ("所在楼栋", "place"), ("房号", "room"), ("单元", "unit"),
        ("整改完成情况", ""), ("整改情况", "outcome"), ("是否已整改", "outcome"), ("隐患类别", "category"),
        ("整改责任人", ""), ("整改责任单位", ""), ("整改单位", "owner"), ("来电人姓名", "reporter"),
        ("发现时间", "date"), ("工单编号", "ticket"), ("备注", ""), ("照片", ""), ("联系方式", ""),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_how_it_is_made(heading: str, name: str) -> None:
    assert column_of(heading) == name


def test_columns_stand_in_any_order_and_a_remark_may_settle() -> None:
    rows = ["序号|反映问题|位置|日期|备注", "1|井盖松动|东门|11-16|", "2|小广告|6号楼|11-16|当场清理"]
    assert told(*rows) == [("井盖松动", "东门", False), ("小广告,备注:当场清理", "6号楼", True)]


def test_merged_houses_stand_over_the_rows_below() -> None:
    rows = [
        "楼号|门牌|姓名|走访情况",
        "2|101|李奶奶|身体好",
        "|102||没人",
        "|201|马先生|反映下水堵",
        "3|301|沈阿姨|想装扶手",
    ]
    assert told(*rows) == [("反映下水堵", "2号楼201", False), ("想装扶手", "3号楼301", False)]


def test_units_and_doors_have_columns_of_their_own() -> None:
    rows = ["楼栋|单元|房号|问题", "5|2|301|漏水", "||302|灯坏了", "6|1|101|门坏了"]
    assert [place for _, place, _ in told(*rows)] == ["5号楼2单元301", "5号楼2单元302", "6号楼1单元101"]


def test_a_place_that_is_left_out_stays_out_where_the_column_is_one_of_places() -> None:
    assert [place for _, place, _ in told("地点|问题", "东门|占道", "|灯坏了")] == ["东门", None]
    assert [place for _, place, _ in told("楼号|问题", "3号楼|占道", "|灯坏了")] == ["3号楼", "3号楼"]


def test_a_bare_no_keeps_open_what_sounds_settled() -> None:
    rows = ["地点|问题|是否办结|备注", "东门|占道|否|已劝离", "西门|灯坏了|否|", "南门|井盖响|是|"]
    assert told(*rows) == [
        ("占道,备注:已劝离,是否办结:否", "东门", False),
        ("灯坏了", "西门", False),
        ("井盖响", "南门", True),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_whether_it_was_all_is_no_part_of_the_title_beside_what_was_done(turned: bool) -> None:
    rows = [
        ("楼号|问题", "处理意见", "是否完成"),
        ("5号楼|路灯不亮", "联系维修班更换", "是"),
        ("8号楼|树枝压线", "报绿化队", "否"),
        ("3号楼|楼道堆物", "已清理", "已完成"),
        ("4号楼|楼道堆物", "已清理", "否"),
        ("6号楼|井盖响", "约了周三修", "处理中"),
        ("7号楼|小广告", "", "是"),
    ]
    assert told(*("|".join((row[0], row[2], row[1]) if turned else row) for row in rows)) == [
        ("路灯不亮,联系维修班更换", "5号楼", True),
        ("树枝压线,报绿化队", "8号楼", False),
        ("楼道堆物,已清理", "3号楼", True),
        ("楼道堆物,已清理,是否完成:否", "4号楼", False),
        ("井盖响,约了周三修,处理中", "6号楼", False),
        ("小广告", "7号楼", True),
    ]


def test_the_trouble_is_the_matter_where_two_columns_could_hold_it() -> None:
    rows = ["姓名|走访情况|诉求", "李奶奶|身体好|要个轮椅", "马先生|下水堵|无"]
    assert [title for title, _, _ in told(*rows)] == ["身体好,诉求:要个轮椅", "下水堵"]


def test_columns_without_headings_are_known_by_what_stands_in_them() -> None:
    rows = [
        "三巷5号|601租户|热水器装在厕所无排烟管|即时停用,等房东换|未完",
        "三巷8号|楼道|电动车入楼充电2台|当场推出去,教育|完成",
        "四巷2号|房东钟姨|化粪池满,一周溢两次|报街道环卫|未完",
    ]
    issues = table(*rows)
    assert [(i.place, i.closed) for i in issues] == [("三巷5号", False), ("三巷8号", True), ("四巷2号", False)]
    assert [i.reporter for i in issues] == ["601租户", None, "房东钟姨"]
    assert issues[0].title == "热水器装在厕所无排烟管,即时停用,等房东换,未完"
    assert "楼道" in issues[1].title


def test_headings_that_say_nothing_of_the_matter_leave_it_to_the_cells() -> None:
    rows = ["楼|怎么了|谁去", "3号楼|灯不亮|小李", "5号楼|门禁坏了|老王"]
    assert [(place, title[:2]) for title, place, _ in told(*rows)] == [("3号楼", "灯不"), ("5号楼", "门禁")]


@pytest.mark.parametrize("rows", [("步数|4773|步", "公里|2.9|公里"), ("张书记|王丽|小李", "小赵|老王|老陈")])
def test_cells_of_other_things_are_no_table(rows: tuple[str, str]) -> None:
    assert told(*rows) == []


def test_who_lives_where_is_read_in_a_moment_however_long_the_cell() -> None:
    import time

    begun = time.process_time()
    table("反映人|问题", f"{'1号' * 3000}|灯坏了", f"{'号楼1' * 3000}|灯坏了")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("cell", "place", "who"),
    [
        ("9幢2单元501室 独居老人 汪奶奶", "9幢2单元501室", "汪奶奶"),
        ("11幢楼下 水果店", "11幢楼下", "水果店"),
        ("3号楼2单元401 李奶奶", "3号楼2单元401", "李奶奶"),
        ("李奶奶", None, "李奶奶"),
    ],
)
def test_who_was_visited_and_where_may_stand_in_one_cell(cell: str, place: str | None, who: str) -> None:
    (only,) = table("走访对象|反映问题", f"{cell}|灯坏了")
    assert (only.place, only.reporter) == (place, who)
