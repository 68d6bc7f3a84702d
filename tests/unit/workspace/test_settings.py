from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest

from minqing.domain.community import CATEGORIES, COMMITTEES, Building, Community, Person, TierRule
from minqing.text.problems import Problem
from minqing.workspace.settings import read_settings, settings_language
from minqing.workspace.settings_table import SETTINGS, every_setting
from minqing.workspace.settings_types import expected
from minqing.workspace.starter import settings_markdown


def read(text: str) -> Community:
    community, problems = read_settings(dedent(text).encode())
    assert problems == ()
    return community


def problems_of(text: str) -> tuple[Problem, ...]:
    return read_settings(dedent(text).encode())[1]


def only_problem(text: str) -> Problem:
    (problem,) = problems_of(text)
    return problem


ENGLISH = """\
    format: 1
    language: en
    community: 南沙滩
    subdistrict: 奥运村
    district: 朝阳
    households: 4548
    residents: 12930
    units: 75
    area_km2: 1.7
    buildings:
      - 1号楼
      - {name: 2号楼, managed: no, households: 96, near: [1号楼, 东门]}
    walk: {weekday: tuesday, time: "8:30", route: 一圈, first: 2009-12-14}
    routes: {一圈: [1号楼, 2号楼]}
    people: [{name: 张书记, role: 书记, grid: 一, buildings: [1号楼]}]
    tiers: {large: {days: 20, working: yes}}
    categories: {environment: {days: 3}, dogs: {name: 养犬, bucket: dispute, words: [狗, 犬]}}
    committees: shanghai
    rota: [{name: 高龄党员户, every: quarter, people: [老爷子]}]
    opening: {as_of: 2019-12-31, mondays: 520, steps: 2730000, km: 1643, disputes: 1018, environment: 972,
      unmanaged: 1580}
    workdays: {2027: {off: [2027-01-01], work: [2027-01-03]}}
    git: {commit: no, photos: yes}
    """
CHINESE = """\
    格式: 1
    语言: en
    社区: 南沙滩
    街道: 奥运村
    区: 朝阳
    户数: 4548
    人口: 12930
    单位数: 75
    面积: 1.7
    楼栋:
      - 1号楼
      - {名称: 2号楼, 物业: 否, 户数: 96, 相邻: 1号楼、东门}
    走动: {星期: 周二, 时间: "08:30", 路线: 一圈, 首次: 2009-12-14}
    路线: {一圈: 1号楼、2号楼}
    人员: [{姓名: 张书记, 职务: 书记, 网格: 一, 楼栋: 1号楼}]
    层级: {大事: {天数: 20, 工作日: 是}}
    类别: {环境卫生: {天数: 3}, dogs: {名称: 养犬, 口径: 民事纠纷, 词: 狗；犬}}
    委员会: shanghai
    固定走访: [{名称: 高龄党员户, 每: 季度, 对象: 老爷子}]
    期初: {截至: 2019-12-31, 周一: 520, 步数: 2730000, 公里: 1643, 民事纠纷: 1018, 环境问题: 972,
      无物业问题: 1580}
    调休: {2027: {放假: [2027-01-01], 上班: [2027-01-03]}}
    git: {提交: 否, 照片: 是}
    """


def test_both_spellings_mean_the_same() -> None:
    assert read(ENGLISH) == read(CHINESE)


def test_what_they_mean() -> None:
    community = read(ENGLISH)
    assert (community.name, community.households, community.area_km2) == ("南沙滩", 4548, Decimal("1.7"))
    assert community.buildings == (Building("1号楼"), Building("2号楼", False, 96, ("1号楼", "东门")))
    assert (community.weekday, community.walk_time, community.first_walk) == (1, "08:30", date(2009, 12, 14))
    assert community.people == (Person("张书记", "书记", "一", ("1号楼",)),)
    assert community.tiers["large"] == TierRule(None, 20, True)
    assert community.tiers["small"] == TierRule("包院居干", 0)
    assert community.committees == COMMITTEES["shanghai"]
    assert community.opening
    assert community.opening.km == Decimal(1643)
    assert community.workdays[2027].work == {date(2027, 1, 3)}
    assert (community.commit, community.commit_photos) == (False, True)


def test_categories_are_added_or_overridden_key_by_key() -> None:
    categories = read(ENGLISH).categories
    assert list(categories) == [*CATEGORIES, "dogs"]
    assert (categories["environment"].days, categories["environment"].body) == (3, "城管执法队")
    assert (categories["dogs"].name, categories["dogs"].bucket) == ("养犬", "dispute")
    assert read("类别: {绿化: {口径: 环境问题}}").categories["绿化"].name == "绿化"


@pytest.mark.parametrize("nothing", ["", "# 只有注释\n", "\ufeff", "社区:\n楼栋: \n期初:\n", "---\n"])
def test_all_of_it_is_optional(nothing: str) -> None:
    assert read(nothing) == Community()


def test_the_defaults_in_the_table_are_the_ones_that_hold() -> None:
    def written(settings: object, indent: str = "") -> str:
        text = ""
        for s in settings:  # type: ignore[attr-defined]
            below = written(s.keys, indent + "  ") if s.type == "section" else ""
            text += f"{indent}{s.id}:\n{below}" if below else f"{indent}{s.id}: {s.default}\n" * bool(s.default)
        return text

    text = written(SETTINGS)
    assert "weekday: monday" in text
    assert "days: 15" in text
    assert read(text) == Community()


@pytest.mark.parametrize(
    ("word", "number"),
    [("monday", 0), ("Mon", 0), ("周一", 0), ("星期三", 2), ("礼拜日", 6), ("周天", 6), ("1", 0), ("７", 6)],
)
def test_days_of_the_week(word: str, number: int) -> None:
    assert read(f"walk: {{weekday: {word}}}").weekday == number


@pytest.mark.parametrize(
    ("word", "truth"),
    [("是", True), ("yes", True), ("TRUE", True), ("on", True), ("否", False), ("no", False), ("off", False)],
)
def test_yes_and_no(word: str, truth: bool) -> None:
    assert read(f"git: {{commit: {word}}}").commit is truth


@pytest.mark.parametrize("text", ["户数: ４５４８", "ｈｏｕｓｅｈｏｌｄｓ: 4548"])
def test_full_width_digits_and_letters(text: str) -> None:
    assert read(text).households == 4548


@pytest.mark.parametrize(
    "text", ["社区：南沙滩\n户数：4548\n", "社区:　南沙滩\n户数:4548\n", "　社区： 南沙滩\n　户数: 4548\n"]
)
def test_full_width_punctuation_is_read_and_named(text: str) -> None:
    community, problems = read_settings(text.encode())
    assert (community.name, community.households) == ("南沙滩", 4548)
    assert {(p.code, p.line) for p in problems} == {("settings-punctuation", 1), ("settings-punctuation", 2)}


def test_full_width_punctuation_in_brackets() -> None:
    community, problems = read_settings("楼栋: [{名称：1号楼，物业：是}, {名称: 2号楼}]\n委员会: [甲，乙]\n".encode())
    assert community.buildings == (Building("1号楼", True), Building("2号楼"))
    assert community.committees == ("甲", "乙")
    assert [p.code for p in problems] == ["settings-punctuation"] * 2


def test_a_colon_in_a_text_stays() -> None:
    assert read("社区: 南沙滩：东里\n").name == "南沙滩：东里"
    assert read("社区: '甲: [乙，丙]'\n").name == "甲: [乙，丙]"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_line_ends(encoding: str, newline: str) -> None:
    text = f"社区: 南沙滩社区{newline}语言: zh{newline}户数: 很多{newline}"
    community, problems = read_settings(text.encode(encoding))
    assert (community.name, community.language) == ("南沙滩社区", "zh")
    assert settings_language(text.encode(encoding)) == "zh"
    assert [(p.line, p.shown) for p in problems if p.code == "settings-value"] == [(3, "户数: 很多")]
    assert ("settings-encoding" in {p.code for p in problems}) == (encoding == "gb18030")


def test_an_encoding_that_is_none() -> None:
    community, problems = read_settings("社区: 南沙滩".encode("utf-16"))
    assert community == Community()
    assert [p.code for p in problems] == ["encoding-utf16"]
    assert settings_language("社区: 南沙滩\n语言: zh\n".encode("utf-16")) == "zh"


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        ("社区: 南沙滩\n户数: 很多\n", 2, 5, "户数"),
        ("households: -3\n", 1, 13, "households"),
        ("households: 4.5\n", 1, 13, "households"),
        (f"households: {'9' * 5000}\n", 1, 13, "households"),
        ("area_km2: 大\n", 1, 11, "area_km2"),
        ("community: [a]\n", 1, 12, "community"),
        ("language: fr\n", 1, 11, "language"),
        ("walk: monday\n", 1, 7, "walk"),
        ("walk:\n  weekday: 周八\n", 2, 12, "walk.weekday"),
        ("walk:\n  first: 2026-02-30\n", 2, 10, "walk.first"),
        ("walk:\n  time: 25:00\n", 2, 9, "walk.time"),
        ("buildings: {a: b}\n", 1, 12, "buildings"),
        ("buildings:\n  - 1号楼\n  - {managed: yes}\n", 3, 5, "buildings.name"),
        ("buildings:\n  - {name: 1号楼, managed: maybe}\n", 2, 26, "buildings.managed"),
        ("tiers: {small: {days: soon}}\n", 1, 23, "tiers.small.days"),
        ("categories: {green: {bucket: trees}}\n", 1, 30, "categories.green.bucket"),
        ("categories: [green]\n", 1, 13, "categories"),
        ("committees: paris\n", 1, 13, "committees"),
        ("rota: [{name: 高龄, every: 天}]\n", 1, 26, "rota.every"),
        ("期初: {周一: 520}\n", 1, 5, "期初.截至"),
        ("workdays: {明年: {off: [2027-01-01]}}\n", 1, 12, "workdays"),
        ("workdays: {2027: {off: [1月1日]}}\n", 1, 25, "workdays.2027.off"),
        ("git: {commit: maybe}\n", 1, 15, "git.commit"),
    ],
)
def test_a_wrong_value_is_named_where_it_is(text: str, line: int, column: int, key: str) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.file) == ("settings-value", "minqing.yaml")
    assert (problem.line, problem.column, problem.params["key"]) == (line, column, key)
    assert problem.is_error
    assert problem.params["expected_zh"]
    assert problem.params["expected_en"]
    assert len(problem.shown) <= 200


def test_a_wrong_value_leaves_its_default_and_the_rest() -> None:
    community, problems = read_settings("walk: {weekday: 周八, route: 一圈}\nhouseholds: many\n".encode())
    assert (community.weekday, community.walk_route, community.households) == (0, "一圈", None)
    assert len(problems) == 2


def test_another_format() -> None:
    assert only_problem("format: 2").code == "settings-format"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("housholds: 4548", "households 户数"),
        ("walk: {weekdy: monday}", "weekday 星期"),
        ("层级: {最大: {days: 1}}", "small 小事, medium 中事, large 大事"),
        ("git: {push: yes}", "commit 提交, photos 照片, days 核查天数, signed 签名"),
    ],
)
def test_an_unknown_key_is_a_warning_with_the_nearest(text: str, near: str) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.params["near"]) == ("settings-key", near)
    assert not problem.is_error


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("社区: 甲\n人口: 1\n社区: 乙\n", 3),
        ("社区: 甲\ncommunity: 乙\n", 2),
        ("categories:\n  environment: {days: 1}\n  环境卫生: {days: 2}\n", 3),
        ("routes:\n  一圈: [甲]\n  一圈: [乙]\n", 3),
    ],
)
def test_a_key_given_twice_is_an_error_and_the_first_holds(text: str, line: int) -> None:
    community, problems = read_settings(text.encode())
    assert [(p.code, p.line) for p in problems] == [("settings-key-duplicate", line)]
    assert community.name in (None, "甲")
    assert community.categories["environment"].days in (None, 1)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("社区: 甲\n楼栋: [1号楼\n", "settings-syntax", 2),
        ("社区: 甲\n 街道: 乙\n", "settings-syntax", 2),
        ("社区: '甲\n街道: 乙\n", "settings-syntax", 1),
        ("社区: 甲\n街道: 乙\x07\n", "control-character", 2),
        ("- 甲\n- 乙\n", "settings-syntax", 1),
        ("社区: 甲\n---\n社区: 乙\n", "settings-syntax", 2),
        ("社区: 甲\n街道: &a 乙\n", "yaml-anchor", 2),
        ("社区: 甲\n街道: *a\n", "yaml-anchor", 2),
        ("社区: 甲\n户数: !!int 3\n", "yaml-tag", 2),
        ("社区: 甲\n楼栋: " + "[" * 100_000, "nested-too-deep", 2),
        ("社区: 甲\n" + "- " * 100_000, "nested-too-deep", 2),
    ],
)
def test_what_yaml_or_this_program_refuses(text: str, code: str, line: int) -> None:
    community, problems = read_settings(text.encode())
    assert community == Community()
    assert [(p.code, p.line) for p in problems if p.is_error] == [(code, line)]


def test_columns_stand_for_the_original_text() -> None:
    wrong = [p for p in problems_of("走动：{首次：昨天}\n期初：\n　截至:今天\n") if p.code == "settings-value"]
    assert [p.shown[p.column - 1 :] for p in wrong] == ["昨天}", "今天"]


@pytest.mark.parametrize(
    ("raw", "language"),
    [("language: en", "en"), ("x: 1\n语言：zh", "zh"), ("语言: 中文", "zh"), ("language: fr", None), ("", None)],
)
def test_the_language_alone(raw: str, language: str | None) -> None:
    assert settings_language(raw.encode()) == language


def test_every_type_can_be_described() -> None:
    assert all(all(expected(s.type)) for s in every_setting(SETTINGS))


def test_the_documentation_is_the_table() -> None:
    documented = Path(__file__).parents[3] / "docs" / "settings.md"
    assert documented.read_text(encoding="utf-8") == settings_markdown("en")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_setting_is_documented(language: str) -> None:
    text = settings_markdown(language)
    assert all(s.id in text and s.zh in text for s in every_setting(SETTINGS))


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("户数: 1860户", "households", 1860), ("户数: １，８６０ 户", "households", 1860),
        ("人口: 4,100人", "residents", 4100),
        ("单位数: 75家", "units", 75), ("面积: 1.7平方公里", "area_km2", Decimal("1.7")),
    ],
)  # fmt: skip
def test_a_number_may_have_the_unit_of_its_setting(written: str, field: str, value: object) -> None:
    assert getattr(read(written), field) == value


@pytest.mark.parametrize("written", ["户数: 1860人", "户数: 18,60", "户数: 约1860户", "面积: 1.7亩", "户数: 户"])
def test_another_unit_is_not_guessed_at(written: str) -> None:
    assert only_problem(written).code == "settings-value"


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("上午9点", "09:00"), ("上午9点半", "09:30"), ("下午2点到4点", "14:00-16:00"),
        ("8点30分-11点40", "08:30-11:40"),
        ("晚上7:30", "19:30"), ("中午12点", "12:00"), ("9:00 am", "09:00"), ("8:30至11:40", "08:30-11:40"),
        ("中午1点", "13:00"), ("晚上12点", "00:00"), ("凌晨12点半", "00:30"), ("下午12点半", "12:30"),
        ("12:30am", "00:30"), ("12:30pm", "12:30"), ("晚上11点半到12点半", "23:30-00:30"), ("晚上1点", "01:00"),
        ("中午12点到2点", "12:00-14:00"), ("上午11点到1点", "11:00-13:00"), ("9点到1点", "09:00-13:00"),
        ("上午9点到下午2点", "09:00-14:00"), ("中午十二点一刻", "12:15"), ("下午13点", "13:00"),
        ("22:00-6:00", "22:00-06:00"),
    ],
)  # fmt: skip
def test_a_time_may_be_written_as_it_is_said(written: str, time: str) -> None:
    assert read(f"走动: {{时间: '{written}'}}").walk_time == time


@pytest.mark.parametrize("written", ["25点", "上午", "9点70分", "早上八九点", "9点到10点到11点"])
def test_what_is_no_time_is_told(written: str) -> None:
    problem = only_problem(f"走动: {{时间: '{written}'}}")
    assert (problem.code, "08:30" in problem.params["expected_zh"]) == ("settings-value", True)
