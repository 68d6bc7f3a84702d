"""Every form a day or a period can be typed in, and what must be refused. Today is Wednesday, 18 November 2026."""

import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.period import Period
from minqing.messages.dates import TEXTS
from minqing.text.date_rows import ROWS
from minqing.text.dates import _normal, parse_day, parse_period, parse_range, parse_until

TODAY = date(2026, 11, 18)

DAYS = """
2026-11-16          2026-11-16
2026-1-5            2026-01-05
2026/11/16          2026-11-16
2026.11.16          2026-11-16
20261116            2026-11-16
2024-02-29          2024-02-29
2026年11月16日      2026-11-16
2026年11月16号      2026-11-16
2026年1月5日        2026-01-05
二〇二六年十一月十六日  2026-11-16
二零一九年十月二十一日  2019-10-21
11-16               2026-11-16
11-20               2026-11-20
1-5                 2026-01-05
11/16               2026-11-16
11.16               2026-11-16
1116                2026-11-16
0105                2026-01-05
11月16日            2026-11-16
11月16号            2026-11-16
11月16              2026-11-16
十一月十六日        2026-11-16
十二月三十一日      2026-12-31
一月十号            2026-01-10
去年11月16日        2025-11-16
今年3月5号          2026-03-05
明年1月4日          2027-01-04
前年12月31日        2024-12-31
16日                2026-11-16
16号                2026-11-16
十六号              2026-11-16
二十五日            2026-11-25
五号                2026-11-05
本月16日            2026-11-16
上月16日            2026-10-16
上个月三十一号      2026-10-31
下月5号             2026-12-05
下个月5日           2026-12-05
２０２６－１１－１６    2026-11-16
２０２６年１１月１６日  2026-11-16
１１１６            2026-11-16
１１月１６日        2026-11-16
１１／１６          2026-11-16
１１．１６          2026-11-16
2026。11。16        2026-11-16
2026—11—16          2026-11-16
今天                2026-11-18
今日                2026-11-18
昨天                2026-11-17
昨日                2026-11-17
前天                2026-11-16
大前天              2026-11-15
明天                2026-11-19
后天                2026-11-20
大后天              2026-11-21
周一                2026-11-16
星期一              2026-11-16
礼拜一              2026-11-16
周三                2026-11-18
周五                2026-11-20
周日                2026-11-22
周天                2026-11-22
星期天              2026-11-22
礼拜日              2026-11-22
周1                 2026-11-16
星期６              2026-11-21
上周一              2026-11-09
上周日              2026-11-15
上星期五            2026-11-13
上个星期五          2026-11-13
上个礼拜三          2026-11-11
本周三              2026-11-18
这周三              2026-11-18
这个星期三          2026-11-18
本周日              2026-11-22
下周五              2026-11-27
下周一              2026-11-23
下个星期天          2026-11-29
3天后               2026-11-21
3天前               2026-11-15
三天前              2026-11-15
三天后              2026-11-21
两天前              2026-11-16
10天以后            2026-11-28
十天之后            2026-11-28
十五天以前          2026-11-03
３天后              2026-11-21
一周前              2026-11-11
两周后              2026-12-02
2周之后             2026-12-02
一个星期后          2026-11-25
两个礼拜前          2026-11-04
一个月后            2026-12-18
两个月前            2026-09-18
3个月后             2027-02-18
一年前              2025-11-18
30天后              2026-12-18
月底                2026-11-30
月末                2026-11-30
本月底              2026-11-30
这个月底            2026-11-30
本月月底            2026-11-30
下月底              2026-12-31
下个月底            2026-12-31
上月底              2026-10-31
上个月末            2026-10-31
月初                2026-11-01
下月初              2026-12-01
2月底               2026-02-28
2024年2月底         2024-02-29
十二月初            2026-12-01
年底                2026-12-31
今年底              2026-12-31
今年年底            2026-12-31
去年底              2025-12-31
2027年底            2027-12-31
年初                2026-01-01
today               2026-11-18
Today               2026-11-18
yesterday           2026-11-17
tomorrow            2026-11-19
day before yesterday    2026-11-16
the day after tomorrow  2026-11-20
monday              2026-11-16
Monday              2026-11-16
mon                 2026-11-16
tue                 2026-11-17
wednesday           2026-11-18
thurs               2026-11-19
fri                 2026-11-20
sunday              2026-11-22
last monday         2026-11-16
last wednesday      2026-11-11
last friday         2026-11-13
last fri            2026-11-13
this friday         2026-11-20
this monday         2026-11-16
next friday         2026-11-20
next wednesday      2026-11-25
next monday         2026-11-23
in 3 days           2026-11-21
in  3   days        2026-11-21
in 1 day            2026-11-19
in a week           2026-11-25
in two weeks        2026-12-02
in 2 months         2027-01-18
3 days ago          2026-11-15
a week ago          2026-11-11
two weeks ago       2026-11-04
10 days from now    2026-11-28
end of month        2026-11-30
end of the month    2026-11-30
end of this month   2026-11-30
end of next month   2026-12-31
end of last month   2026-10-31
start of next month 2026-12-01
end of year         2026-12-31
end of last year    2025-12-31
nov 16              2026-11-16
November 16, 2025   2025-11-16
16 Nov 2025         2025-11-16
16th november       2026-11-16
ｔｏｄａｙ          2026-11-18
11 月 16 日         2026-11-16
2026 年 11 月 16 日     2026-11-16
2026 - 11 - 16      2026-11-16
3 天后              2026-11-21
上 周一             2026-11-09
"""

PERIODS = """
2026                2026-01-01 2026-12-31 year
2026年              2026-01-01 2026-12-31 year
2026年度            2026-01-01 2026-12-31 year
二〇二六年          2026-01-01 2026-12-31 year
２０２６            2026-01-01 2026-12-31 year
今年                2026-01-01 2026-12-31 year
本年                2026-01-01 2026-12-31 year
去年                2025-01-01 2025-12-31 year
前年                2024-01-01 2024-12-31 year
明年                2027-01-01 2027-12-31 year
this year           2026-01-01 2026-12-31 year
last year           2025-01-01 2025-12-31 year
next year           2027-01-01 2027-12-31 year
2026-11             2026-11-01 2026-11-30 month
2026-2              2026-02-01 2026-02-28 month
2026/11             2026-11-01 2026-11-30 month
2026.11             2026-11-01 2026-11-30 month
2026年11月          2026-11-01 2026-11-30 month
2026年11月份        2026-11-01 2026-11-30 month
二〇二六年十一月    2026-11-01 2026-11-30 month
去年12月            2025-12-01 2025-12-31 month
11月                2026-11-01 2026-11-30 month
十月份              2026-10-01 2026-10-31 month
12月                2026-12-01 2026-12-31 month
本月                2026-11-01 2026-11-30 month
这个月              2026-11-01 2026-11-30 month
这月                2026-11-01 2026-11-30 month
上月                2026-10-01 2026-10-31 month
上个月              2026-10-01 2026-10-31 month
下个月              2026-12-01 2026-12-31 month
this month          2026-11-01 2026-11-30 month
Last Month          2026-10-01 2026-10-31 month
next month          2026-12-01 2026-12-31 month
november            2026-11-01 2026-11-30 month
nov 2025            2025-11-01 2025-11-30 month
2026-q4             2026-10-01 2026-12-31 quarter
2026-Q4             2026-10-01 2026-12-31 quarter
2026q4              2026-10-01 2026-12-31 quarter
2026 q1             2026-01-01 2026-03-31 quarter
q4                  2026-10-01 2026-12-31 quarter
２０２６－ｑ４      2026-10-01 2026-12-31 quarter
2026年三季度        2026-07-01 2026-09-30 quarter
2026年第三季度      2026-07-01 2026-09-30 quarter
去年四季度          2025-10-01 2025-12-31 quarter
三季度              2026-07-01 2026-09-30 quarter
第三季度            2026-07-01 2026-09-30 quarter
3季度               2026-07-01 2026-09-30 quarter
上季度              2026-07-01 2026-09-30 quarter
上个季度            2026-07-01 2026-09-30 quarter
本季度              2026-10-01 2026-12-31 quarter
last quarter        2026-07-01 2026-09-30 quarter
this quarter        2026-10-01 2026-12-31 quarter
上半年              2026-01-01 2026-06-30 half
下半年              2026-07-01 2026-12-31 half
2026年上半年        2026-01-01 2026-06-30 half
2025下半年          2025-07-01 2025-12-31 half
去年下半年          2025-07-01 2025-12-31 half
2026-h1             2026-01-01 2026-06-30 half
2026h2              2026-07-01 2026-12-31 half
本周                2026-11-16 2026-11-22 week
这周                2026-11-16 2026-11-22 week
上周                2026-11-09 2026-11-15 week
上个星期            2026-11-09 2026-11-15 week
下周                2026-11-23 2026-11-29 week
this week           2026-11-16 2026-11-22 week
last week           2026-11-09 2026-11-15 week
上上周              2026-11-02 2026-11-08 week
下下周              2026-11-30 2026-12-06 week
上上个月            2026-09-01 2026-09-30 month
最近7天             2026-11-12 2026-11-18 range
近一个月            2026-10-19 2026-11-18 range
近半年              2026-05-19 2026-11-18 range
过去两周            2026-11-05 2026-11-18 range
未来7天             2026-11-18 2026-11-24 range
接下来一个月内      2026-11-18 2026-12-17 range
last 7 days         2026-11-12 2026-11-18 range
next 2 weeks        2026-11-18 2026-12-01 range
今年以来            2026-01-01 2026-11-18 range
本月至今            2026-11-01 2026-11-18 range
年初至今            2026-01-01 2026-11-18 range
11月上旬            2026-11-01 2026-11-10 range
去年2月下旬         2025-02-21 2025-02-28 range
上月中旬            2026-10-11 2026-10-20 range
2026-11-16          2026-11-16 2026-11-16 day
1116                2026-11-16 2026-11-16 day
昨天                2026-11-17 2026-11-17 day
上周一              2026-11-09 2026-11-09 day
last monday         2026-11-16 2026-11-16 day
2026-01-01..2026-06-30  2026-01-01 2026-06-30 range
2026-01-01 .. 2026-06-30    2026-01-01 2026-06-30 range
2026.01.01..2026.06.30  2026-01-01 2026-06-30 range
2026-01..2026-06    2026-01-01 2026-06-30 range
2025..2026          2025-01-01 2026-12-31 range
2025-q3..2026-q2    2025-07-01 2026-06-30 range
去年..上月          2025-01-01 2026-10-31 range
上月..昨天          2026-10-01 2026-11-17 range
9月到11月           2026-09-01 2026-11-30 range
9月至11月           2026-09-01 2026-11-30 range
9月-11月            2026-09-01 2026-11-30 range
11月1日至11月16日   2026-11-01 2026-11-16 range
11月1日-11月16日    2026-11-01 2026-11-16 range
11月1日—16日        2026-11-01 2026-11-16 range
11-01~11-16         2026-11-01 2026-11-16 range
１１－０１～１１－１６  2026-11-01 2026-11-16 range
2026-11-01。。2026-11-16    2026-11-01 2026-11-16 range
2026-11-01 to 2026-11-16    2026-11-01 2026-11-16 range
monday to friday    2026-11-16 2026-11-20 range
2025年9月至11月     2025-09-01 2025-11-30 range
去年9月到11月       2025-09-01 2025-11-30 range
2025-11-01..11-15   2025-11-01 2025-11-15 range
10月1日到15日       2026-10-01 2026-10-15 range
上月1日到15日       2026-10-01 2026-10-15 range
10月31日到11月2日   2026-10-31 2026-11-02 range
2026年1月1日到今天  2026-01-01 2026-11-18 range
上周一到周五        2026-11-09 2026-11-13 range
上周一到本周三      2026-11-09 2026-11-18 range
2026-11-09..周五    2026-11-09 2026-11-20 range
昨天到月底          2026-11-17 2026-11-30 range
11月1日到月底       2026-11-01 2026-11-30 range
年初到月底          2026-01-01 2026-11-30 range
"""

RANGES = """
2026-11             2026-11-01 2026-11-30
上月                2026-10-01 2026-10-31
周五                2026-11-20 2026-11-20
..周五              -          2026-11-20
。。周五            -          2026-11-20
~周五               -          2026-11-20
.. 周五             -          2026-11-20
..上月              -          2026-10-31
2026-11-20..        2026-11-20 -
2026-q4..           2026-10-01 -
2026-11-20～        2026-11-20 -
2026-01-01..2026-06-30  2026-01-01 2026-06-30
"""

NO_DAY = [
    "", " ", "soon", "很快", "周末", "改天", "月中", "下下周", "周八", "周0", "周七天",
    "星期", "周", "2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "20261131", "13-45",
    "0230", "1345", "11月31日", "2月30日", "十三月一日", "0月5日", "31号", "0号", "32日", "12345", "123456",
    "202611", "261116", "26-11-16", "16/11/2026", "11-16-2026", "2026-11/16", "2026-1116", "2026-11-16T08:30",
    "2026-11-16x", "2026-11-16 路灯", "11 16", "2026 11 16", "1 1月16日", "五号楼", "5号楼", "16号前", "3日后",
    "三日前", "3天", "天后", "3天内", "半个月后", "两三天后", "大大前天", "大今天", "-3", "+3", "3", "16",
    "2026", "2026-11", "11月", "本月", "上周", "三季度", "1234-01-01", "1948-12-31", "2200-01-01", "9999周后",
    "in days", "in -3 days", "in 3 fortnights", "3 days", "ago", "next", "last", "next soon", "mond", "mayday",
    "8:30", "99999999", "1" * 5000, "2026-11-16..", "..2026-11-16", "2026-11-01..2026-11-16", "٢٠٢٦-١١-١٦",
    "腊月初八", "初一", "11月16日周一", "今天明天",
    "20261116-3", "1116-3", "0105-12", "last 3",
]  # fmt: skip

NO_PERIOD = [
    "", "..", "~", "...", "soon", "五号楼", "12345", "202611", "五季度", "第五季度",
    "2026-q5", "q0", "2026-h3", "2026-13", "2026-00", "13月", "0月", "中半年", "1948", "2200", "9999", "26年",
    "26年11月", "季度", "半年", "第三", "周", "月", "2026-01-01..", "..2026-06-30", "2026-06-30..2026-01-01",
    "11月到9月", "周五..周一", "2026-01..2026-02..2026-03", "2026-01-01..2026-02-30", "2026-01-01..soon",
    "soon..2026-01-01", "2025-12-20..01-10", "2025..6月", "去年..6月", "2025-10-01..月底", "9-11月", "到周五",
    "周五到", "2026-01-01....2026-02-01", "2026-11 路灯", "最近", "11月中", "前7天", "今天以来",
]  # fmt: skip


def rows(table: str, values: int) -> list[tuple[str, ...]]:
    """The lines of a table: an expression, which may hold blanks, and so many values."""
    return [tuple(part.strip() for part in line.rsplit(None, values)) for line in table.strip().splitlines()]


def test_the_tables_are_long_enough() -> None:
    assert len(rows(DAYS, 1)) + len(rows(PERIODS, 3)) >= 140
    assert len(NO_DAY) + len(NO_PERIOD) >= 40


@pytest.mark.parametrize(("text", "day"), rows(DAYS, 1))
def test_a_day(text: str, day: str) -> None:
    assert parse_day(text, TODAY).isoformat() == day


@pytest.mark.parametrize(("text", "day"), rows(DAYS, 1))
def test_every_day_is_a_period_too(text: str, day: str) -> None:
    assert parse_period(text, TODAY) == Period.of_day(date.fromisoformat(day))


@pytest.mark.parametrize(("text", "start", "end", "kind"), rows(PERIODS, 3))
def test_a_period(text: str, start: str, end: str, kind: str) -> None:
    expected = Period(date.fromisoformat(start), date.fromisoformat(end), kind)
    assert parse_period(text, TODAY) == expected


@pytest.mark.parametrize(("text", "start", "end"), rows(RANGES, 2))
def test_a_range_of_a_filter(text: str, start: str, end: str) -> None:
    found = ["-" if day is None else day.isoformat() for day in parse_range(text, TODAY)]
    assert found == [start, end]


@pytest.mark.parametrize("text", NO_DAY)
def test_what_is_no_day_is_refused_and_named(text: str) -> None:
    with pytest.raises(MinqingError) as refused:
        parse_day(text, TODAY)
    assert refused.value.exit_code == MISUSE
    assert refused.value.code in ("dates.not-a-day", "dates.no-such-day")
    assert "text" in refused.value.params


@pytest.mark.parametrize("text", NO_PERIOD)
def test_what_is_no_period_is_refused_and_named(text: str) -> None:
    with pytest.raises(MinqingError) as refused:
        parse_period(text, TODAY)
    assert refused.value.exit_code == MISUSE
    assert refused.value.code in ("dates.not-a-period", "dates.no-such-day", "dates.reversed")


@pytest.mark.parametrize(
    "text", ["..", "~", "..soon", "soon..", "2026-06-30..2026-01-01", "到周五", "blah", "..五号楼", ""]
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(MinqingError):
        parse_range(text, TODAY)


@pytest.mark.parametrize(
    ("text", "prefer", "day"),
    [
        ("周一", "past", "2026-11-16"),
        ("周三", "past", "2026-11-18"),
        ("周五", "past", "2026-11-13"),
        ("friday", "past", "2026-11-13"),
        ("周日", "past", "2026-11-15"),
        ("周一", "future", "2026-11-23"),
        ("周三", "future", "2026-11-18"),
        ("周五", "future", "2026-11-20"),
        ("本周五", "past", "2026-11-20"),
        ("11-18", "past", "2026-11-18"),
        ("11-20", "past", "2025-11-20"),
        ("12月31日", "past", "2025-12-31"),
        ("1231", "past", "2025-12-31"),
        ("11-20", "done", "2026-11-20"),
        ("12-19", "done", "2026-12-19"),
        ("12-20", "done", "2025-12-20"),
        ("11-17", "done", "2026-11-17"),
        ("20号", "done", "2026-10-20"),
        ("周五", "done", "2026-11-13"),
        ("11-16", "future", "2026-11-16"),
        ("0105", "future", "2027-01-05"),
        ("11-20", "future", "2026-11-20"),
        ("2026-11-20", "past", "2026-11-20"),
        ("16号", "past", "2026-11-16"),
        ("20号", "past", "2026-10-20"),
        ("31号", "past", "2026-10-31"),
        ("5号", "future", "2026-12-05"),
        ("20号", "future", "2026-11-20"),
        ("明天", "past", "2026-11-19"),
        ("月底", "past", "2026-11-30"),
    ],
)
def test_the_preferred_side_of_today(text: str, prefer: str, day: str) -> None:
    assert parse_day(text, TODAY, prefer).isoformat() == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("明年3月", "2027-03-01", "2027-03-31"),
        ("3月", "2027-03-01", "2027-03-31"),
        ("12月", "2026-12-01", "2026-12-31"),
        ("本月", "2026-11-30", "2026-11-30"),
        ("下周", "2026-11-23", "2026-11-29"),
        ("明年上半年", "2027-01-01", "2027-06-30"),
        ("一季度", "2027-01-01", "2027-03-31"),
        ("12月上旬", "2026-12-01", "2026-12-10"),
        ("11-30", "2026-11-30", "2026-11-30"),
        ("11-16", "2026-11-16", "2026-11-16"),
        ("月底前", "2026-11-30", "2026-11-30"),
        ("12月1日之前", "2026-12-01", "2026-12-01"),
        ("三天前", "2026-11-15", "2026-11-15"),
    ],
)
def test_what_is_put_off_goes_to_a_day_or_a_period_to_come(text: str, first: str, last: str) -> None:
    assert parse_until(text, TODAY, first=True).isoformat() == first
    assert parse_until(text, TODAY).isoformat() == last


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("上旬", "2026-11-01", "2026-11-10"),
        ("中下旬", "2026-11-11", "2026-11-30"),
        ("2月下旬", "2026-02-21", "2026-02-28"),
        ("10月上半月", "2026-10-01", "2026-10-15"),
        ("上旬到中旬", "2026-11-01", "2026-11-20"),
        ("10月以来", "2026-10-01", "2026-11-18"),
        ("12月以来", "2025-12-01", "2026-11-18"),
        ("从10月起", "2026-10-01", "2026-11-18"),
        ("自去年10月以来", "2025-10-01", "2026-11-18"),
        ("10月1日以来", "2026-10-01", "2026-11-18"),
        ("12月1日以来", "2025-12-01", "2026-11-18"),
        ("三季度以来", "2026-07-01", "2026-11-18"),
        ("since october", "2026-10-01", "2026-11-18"),
        ("三个月来", "2026-08-19", "2026-11-18"),
        ("一周以来", "2026-11-12", "2026-11-18"),
        ("半年来", "2026-05-19", "2026-11-18"),
    ],
)
def test_parts_of_a_month_and_what_has_gone_on_since(text: str, start: str, end: str) -> None:
    assert parse_period(text, TODAY) == Period.span(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("text", ["明天以来", "明年以来", "路灯以来", "以来", "起"])
def test_what_has_not_begun_has_gone_on_since_no_day(text: str) -> None:
    with pytest.raises(MinqingError):
        parse_period(text, TODAY)


@pytest.mark.parametrize("text", ["最近7天", "今年以来", "上周", "上个月", "去年", "路灯", ""])
def test_what_is_over_is_no_day_to_put_off_to(text: str) -> None:
    with pytest.raises(MinqingError):
        parse_until(text, TODAY)


def test_a_29_february_without_a_year_is_found_in_a_leap_year_only() -> None:
    assert parse_day("2-29", date(2025, 1, 10), "past") == date(2024, 2, 29)
    for prefer in (None, "past", "future"):
        with pytest.raises(MinqingError):
            parse_day("2-29", date(2026, 11, 18), prefer)


def test_a_31st_that_the_neighbouring_month_lacks_is_refused() -> None:
    with pytest.raises(MinqingError):
        parse_day("31号", date(2026, 12, 5), "past")


def test_months_from_today_end_on_a_day_that_exists_or_are_refused() -> None:
    assert parse_day("一个月后", date(2026, 1, 28)) == date(2026, 2, 28)
    with pytest.raises(MinqingError):
        parse_day("一个月后", date(2026, 1, 31))


def test_around_new_year() -> None:
    today = date(2027, 1, 1)
    assert parse_day("昨天", today) == date(2026, 12, 31)
    assert parse_day("周一", today) == date(2026, 12, 28)
    assert parse_period("上月", today) == Period.month(2026, 12)
    assert parse_period("上季度", today) == Period.quarter(2026, 4)
    assert parse_day("12-31", today, "past") == date(2026, 12, 31)


def test_a_quarter_back_from_a_long_month() -> None:
    assert parse_period("上季度", date(2026, 5, 31)) == Period.quarter(2026, 1)
    assert parse_period("上月", date(2026, 3, 31)) == Period.month(2026, 2)


def test_the_error_says_which_part_was_no_day() -> None:
    with pytest.raises(MinqingError) as refused:
        parse_period("2026-02-01..2026-02-30", TODAY)
    assert (refused.value.code, refused.value.params["text"]) == ("dates.no-such-day", "2026-02-30")


@pytest.mark.parametrize("text", [line[0] for line in (*rows(DAYS, 1), *rows(PERIODS, 3))])
def test_no_text_is_read_by_two_rows(text: str) -> None:
    for part in re.split(r"\.\.", _normal(text)):
        assert sum(re.fullmatch(row.pattern, part) is not None for row in ROWS) <= 1


@given(st.text(max_size=12) | st.text("0123456789-./年月日号周上下本个天后前底季度半一二十两到~. qh", max_size=9))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_day, parse_period, parse_range):
        with suppress(MinqingError):
            parse(text, TODAY)


@pytest.mark.parametrize("text", ["五号楼", "2026-02-30", "2026-06-30..2026-01-01"])
def test_what_is_said_names_the_text_and_shows_what_is_accepted(text: str) -> None:
    with pytest.raises(MinqingError) as refused:
        parse_period(text, TODAY)
    for chinese_or_english in TEXTS[refused.value.code.partition(".")[2]]:
        sentence = chinese_or_english.format(**refused.value.params)
        assert text in sentence
        assert "2026-" in sentence


@given(st.dates(date(1949, 1, 1), date(2199, 12, 31)))
def test_every_way_to_write_a_whole_date_says_the_same(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    for text in (
        day.isoformat(),
        f"{year}/{month}/{number}",
        f"{day:%Y%m%d}",
        f"{year}年{month}月{number}日",
        f"{year} 年 {month} 月 {number} 号",
    ):
        assert parse_day(text, TODAY) == day


@given(st.integers(0, 999))
def test_days_ahead_and_back(count: int) -> None:
    ahead, back = TODAY + timedelta(days=count), TODAY - timedelta(days=count)
    assert parse_day(f"{count}天后", TODAY) == parse_day(f"in {count} days", TODAY) == ahead
    assert parse_day(f"{count}天前", TODAY) == parse_day(f"{count} days ago", TODAY) == back
