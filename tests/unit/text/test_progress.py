"""A line of progress, read and written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import WORDS

from minqing.domain.model import Progress
from minqing.domain.verbs import VERBS
from minqing.text.progress import format_line, parse_line, read_argument
from minqing.text.vocabulary import SATISFACTION_WORDS, TIER_WORDS

DAY = date(2019, 10, 31)
NAMES = {"environment": "环境卫生", "greening": "绿化 和养护"}


def parsed(text: str) -> tuple[str, str | None, str]:
    line, code, _ = parse_line(f"2019-10-31 {text}", WORDS)
    assert line is not None
    assert code is None, code
    return line.verb, line.argument, line.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办结 修好了", ("close", None, "修好了")),
        ("办结:修好了", ("close", None, "修好了")),
        ("办结：修好了", ("close", None, "修好了")),
        ("办结,修好了", ("close", None, "修好了")),
        ("办结，修好了", ("close", None, "修好了")),
        ("办结。修好了", ("close", None, "修好了")),
        ("办结\u3000修好了", ("close", None, "修好了")),
        ("办结", ("close", None, "")),
        ("CLOSE fixed", ("close", None, "fixed")),
        ("办结 ,先到这里", ("close", None, ",先到这里")),
        ("回访:满意,谢谢", ("followup", "satisfied", "谢谢")),
        ("回访 : 基本满意。还行", ("followup", "fair", "还行")),
        ("followup 不满意", ("followup", "dissatisfied", "")),
        ("改级 大事 要上报", ("regrade", "large", "要上报")),
        ("reclassify 绿化", ("reclassify", "environment", "")),
        ("改类 环境卫生", ("reclassify", "environment", "")),
        ("延期 2019-11-05 等料", ("extend", "2019-11-05", "等料")),
        ("挂账 2020-03-01", ("park", "2020-03-01", "")),
        ("吹哨 城管,交警、消防 到场", ("whistle", "城管,交警、消防", "到场")),
        ("吹哨 城管, 交警没来", ("whistle", "城管", "交警没来")),
        ("吹哨 城管，到场", ("whistle", "城管", "到场")),
        ("转出 区住建房管:已移交", ("refer", "区住建房管", "已移交")),
        ("重复 20191007-2", ("duplicate", "20191007-2", "")),
        ("联系绿化队,约定周四", ("note", None, "联系绿化队,约定周四")),
        ("看过 现场", ("note", None, "看过 现场")),
        ("-- 先放一放", ("note", None, "-- 先放一放")),
    ],
)
def test_verb_argument_and_text(text: str, expected: tuple[str, str | None, str]) -> None:
    assert parsed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "回访 没人接",
        "延期 下周",
        "延期 11-05",
        "延期 2019-02-30",
        "改级 超大",
        "改类 飞碟",
        "重复 三号",
        "交办",
        "上报 ",
        "回访",
    ],
)
def test_a_verb_without_a_readable_argument_is_a_note_of_every_word(text: str) -> None:
    line, code, params = parse_line(f"2019-10-31 {text}", WORDS)
    assert line == Progress(DAY, "note", None, text.strip())
    assert code == "progress-argument"
    assert params["verb"] == text.split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "已办结",
        "已解决,谢谢",
        "办结了",
        "办结修好了",
        "跟进 已处理完",
        "都已解决",
        "已经修好",
        "修好了",
        "Done.",
        "solved by now",
    ],
)
def test_a_note_that_begins_like_a_closing_is_named(text: str) -> None:
    line, code, _ = parse_line(f"2019-10-31 {text}", WORDS)
    assert line is not None
    assert (line.verb, code) == ("note", "progress-looks-closed")


@pytest.mark.parametrize(
    "text", ["办结不了", "已联系物业", "解决方案待定", "修好前先围挡", "办结期限快到", "abandoned bicycles"]
)
def test_other_notes_are_not(text: str) -> None:
    assert parsed(text)[0] == "note"


@pytest.mark.parametrize(
    "written",
    ["2019/10/31", "2019.10.31", "2019年10月31日", "20191031", "２０１９-10-31", "2019—10—31", "2019/10/31："],
)
def test_dates_in_another_style_are_read_and_named(written: str) -> None:
    line, code, params = parse_line(f"{written} 办结 修好了", WORDS)
    assert line == Progress(DAY, "close", None, "修好了")
    assert code == "date-style"
    assert (params["mend"], params["instead"]) == ("2019-10-31", "2019-10-31 ")


def test_a_date_takes_no_letter_of_the_text_with_it() -> None:
    line, _, _ = parse_line("2019/10/31 日常巡查", WORDS)
    assert line == Progress(DAY, "note", None, "日常巡查")


@pytest.mark.parametrize(
    "text", ["", "修好了", "10月31日 办结", "2019-02-30 办结", "2019-10-311 办结", "19-10-31 办结", "20191021-1 重复"]
)
def test_without_a_date_there_is_no_line(text: str) -> None:
    assert parse_line(text, WORDS)[:2] == (None, "progress-undated")


def test_a_date_alone_is_an_empty_note() -> None:
    assert parse_line("2019-10-31", WORDS)[:2] == (Progress(DAY, "note"), "progress-empty")


words = st.text(st.characters(blacklist_characters=":：,，。", blacklist_categories=["Z", "C"]), min_size=1, max_size=8)
arguments = {
    "tier": st.sampled_from(list(TIER_WORDS)),
    "satisfaction": st.sampled_from(list(SATISFACTION_WORDS)),
    "category": st.just("environment"),
    "date": st.dates().map(date.isoformat),
    "issue": st.just("20191007-2"),
    None: st.none(),
}


@st.composite
def lines(draw: st.DrawFn) -> Progress:
    verb = draw(st.sampled_from(list(VERBS.values())))
    argument = draw(arguments.get(verb.argument, words))
    return Progress(draw(st.dates()), verb.id, argument, draw(st.text(max_size=20)).strip())


@given(lines(), st.sampled_from(["zh", "en"]))
def test_a_written_line_reads_as_the_same_line(line: Progress, language: str) -> None:
    assert parse_line(format_line(line, language, NAMES), WORDS)[0] == line


def test_lines_are_written_in_the_language_of_the_community() -> None:
    line = Progress(DAY, "followup", "fair", "还行")
    assert format_line(line, "zh", NAMES) == "2019-10-31 回访 基本满意 还行"
    assert format_line(line, "en", NAMES) == "2019-10-31 followup fair 还行"


def test_a_category_whose_name_is_not_one_word_is_written_as_its_id() -> None:
    assert format_line(Progress(DAY, "reclassify", "greening"), "zh", NAMES) == "2019-10-31 改类 greening"
    assert format_line(Progress(DAY, "reclassify", "environment"), "zh", NAMES) == "2019-10-31 改类 环境卫生"


def test_an_argument_is_one_word() -> None:
    assert read_argument(VERBS["assign"], "物业 公司", WORDS) is None
    assert read_argument(VERBS["assign"], "物业公司", WORDS) == "物业公司"
    assert read_argument(VERBS["whistle"], "城管,交警", WORDS) == "城管,交警"
