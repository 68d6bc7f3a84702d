"""What a sentence suggests, and that every suggestion says why."""

from dataclasses import replace
from datetime import date

import pytest

from minqing.classify.suggest import Suggestion, suggest
from minqing.domain.community import CATEGORIES, TIER_RULES, Building, Community, TierRule
from minqing.messages import say, set_language

MONDAY = date(2026, 11, 16)


def suggested(text: str, community: Community | None = None, **given: str) -> Suggestion:
    return suggest(text, community=community or Community(), today=MONDAY, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("3号楼2单元门口小广告", "environment"),
        ("8号楼的阿姨说家里树密晒不到阳光", "environment"),
        ("5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉", "facility"),
        ("楼上装修太吵,孩子没法写作业", "dispute"),
        ("2单元楼道灯不亮", "property"),
        ("有人从窗户拉线给电动车充电", "safety"),
        ("1号楼前有人私装地锁", "illegal_build"),
        ("独居的老人想订助餐", "welfare"),
        ("问居住证怎么办理", "service"),
        ("海棠花园西门的快递架占了盲道", "illegal_build"),
        ("7号楼垃圾已清理,已通知物业", "environment"),
    ],
)
def test_the_words_of_the_field_tell_the_category(text: str, category: str) -> None:
    assert suggested(text).category == category


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("3号楼2单元门口垃圾成堆,已清理", "small"),
        ("门口有犬粪", "small"),
        ("8号楼的阿姨说家里树密晒不到阳光", "medium"),
        ("北门外马路塌陷", "large"),
        ("7号楼楼顶有违法建设", "large"),
        ("3单元电梯又停了", "large"),
        ("楼下饭店油烟太大", "large"),
        ("消防通道被占了", "large"),
        ("树枝压到电线了,下雨直冒火花", "large"),
        ("102室的煤气罐放在走廊", "medium"),
        ("十八栋三单元楼门口有人摆摊卖菜", "medium"),
        ("沿河路上有人摆摊卖菜", "large"),
        ("隔壁理发店太吵", "large"),
        ("楼下棋牌室半夜吵", "large"),
    ],
)
def test_the_tier_tells_where_it_goes(text: str, tier: str) -> None:
    assert suggested(text).tier == tier


def test_a_sentence_without_known_words_is_a_doubtful_medium_matter() -> None:
    found = suggested("今天风和日丽")
    assert (found.category, found.tier, found.place, found.reporter) == ("other", "medium", None, None)
    assert found.confidence_category < 0.5
    assert found.confidence_tier < 0.6
    assert found.unsure == ("category", "tier")
    assert [code for code, _ in found.because][-2:] == ["unsure-category", "unsure-tier"]
    assert found.because[0][0] == "no-category"


def test_clear_words_are_surer_than_mixed_ones() -> None:
    clear, mixed = suggested("小广告"), suggested("小广告 路灯 噪声")
    assert 0 < mixed.confidence_category < clear.confidence_category <= 1


def test_a_communitys_own_words_come_before_the_built_in_ones() -> None:
    own = replace(CATEGORIES["service"], words=("路灯认养",))
    community = Community(categories={**CATEGORIES, "service": own})
    assert suggested("路灯认养的牌子坏了").category == "facility"
    assert suggested("路灯认养的牌子坏了", community).category == "service"


def test_owner_and_due_date_follow_what_was_given_by_hand() -> None:
    found = suggested("3号楼2单元门口小广告", category="dispute", tier="large")
    assert (found.category, found.tier, found.owner, found.due) == ("dispute", "large", "派出所", date(2026, 12, 16))
    assert (found.confidence_category, found.confidence_tier) == (1.0, 1.0)


def test_the_property_company_owns_what_it_manages() -> None:
    community = Community(buildings=(Building("5号楼", managed=True), Building("6号楼", managed=False)))
    assert suggested("5号楼楼道灯不亮", community).owner == "物业公司"
    assert suggested("6号楼楼道灯不亮", community).owner == "物业管理委员会"
    assert suggested("15号楼楼道灯不亮", community).owner == "物业管理委员会"
    assert suggested("5号楼邻里纠纷", community).owner == "治安和调解委员会"


def test_place_and_reporter_have_their_reasons() -> None:
    community = replace(Community(), places=("百草堂",))
    told = [found.because for found in (suggested("百草堂门口积水", community), suggested("阿姨说太吵"))]
    assert ("place-own", "百草堂") in [(code, params.get("name")) for code, params in told[0]]
    assert ("reporter", "阿姨") in [(code, params.get("words")) for code, params in told[1]]
    assert not {"place", "place-own"} & {code for code, _ in told[1]}


def test_the_reasons_can_be_said_in_both_languages() -> None:
    found = suggested("3号楼2单元门口小广告,已清理")
    said = {}
    for language in ("zh", "en"):
        set_language(language)
        said[language] = [say(f"classify.{code}", **params) for code, params in found.because]
    assert said["zh"] == [
        "小广告 → 环境卫生", "已清理 → 小事,当场办结", "环境卫生的小事 → 包院居干", "小事 → 当天",
        "“3号楼2单元门口” → 地点",
    ]  # fmt: skip
    assert said["en"][:2] == ["小广告 → environment", "已清理 → small, settled on the spot"]


def test_a_word_inside_a_longer_word_does_not_count() -> None:
    found = suggested("消防通道堆满杂物")
    assert found.because[0] == ("category", {"words": "消防通道", "category": "safety", "category_name": "安全治安"})
    assert suggested("3号楼2单元门口积水").category == "environment"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("二号楼门禁坏了", "门禁"),
        ("大栅栏胡同27号院护栏坏了", "护栏、坏了"),
        ("3号楼门口路灯不亮", "路灯、灯不亮、灯…不亮"),
    ],
)
def test_no_word_is_read_across_a_house_and_its_door_or_out_of_a_name(text: str, words: str) -> None:
    assert suggested(text).because[0][1]["words"] == words


def test_a_word_of_the_settings_within_a_known_place_does_not_count() -> None:
    own = replace(CATEGORIES["environment"], words=("树",))
    community = Community(places=("大槐树底下",), categories={**CATEGORIES, "environment": own})
    assert suggested("大槐树底下丢了一辆自行车", community).category != "environment"
    assert suggested("5号楼前的树倒了", community).category == "environment"


def test_a_huge_text_is_answered_quickly() -> None:
    assert suggested("路灯坏了" * 100_000).category == "facility"


@pytest.mark.parametrize("text", ["全楼停水", "电线漏电", "楼上太吵", "路灯坏了", "小广告", "今天风和日丽"])
@pytest.mark.parametrize("working", [False, True])
def test_every_reason_has_its_sentence(text: str, working: bool) -> None:
    tiers = {name: TierRule(None, rule.days, working) for name, rule in TIER_RULES.items()}
    community = Community(tiers=tiers, buildings=(Building("5号楼", managed=True),))
    found = suggest("5号楼" + text, community=community, today=date(2031, 10, 1))
    set_language("zh")
    said = [say(f"classify.{code}", **params) for code, params in found.because]
    assert len(said) >= 3
    assert any("2031" in sentence for sentence in said) == (
        working and found.due != date(2031, 10, 1) and "停水" not in text
    )


def test_what_is_unsure_is_named_and_comes_with_runners_up() -> None:
    found = suggested("今天风和日丽")
    assert "category" in found.unsure
    assert found.categories[0] == found.category
    assert len(found.categories) == len(set(found.categories)) == 4
    assert found.tiers[0] == found.tier
    assert sorted(found.tiers) == ["large", "medium", "small"]


def test_what_was_given_by_hand_is_never_unsure() -> None:
    found = suggested("今天风和日丽", category="dispute", tier="small")
    assert (found.categories, found.tiers, found.unsure) == (("dispute",), ("small",), ())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_model_names_the_words_it_went_by(language: str) -> None:
    found = suggested("家里进了生人翻抽屉")
    code, params = found.because[0]
    assert code == "category-model"
    set_language(language)
    assert str(params["words"]) in say(f"classify.{code}", **params)
    assert all(part in "家里进了生人翻抽屉" for part in str(params["words"]).split("、"))


def test_words_of_the_settings_tell_the_tier() -> None:
    tiers = {**TIER_RULES, "small": replace(TIER_RULES["small"], words=("贴条",))}
    assert suggested("5号楼路灯杆上贴条").tier != "small"
    found = suggested("5号楼路灯杆上贴条", Community(tiers=tiers))
    assert (found.tier, found.because[1][1]["words"]) == ("small", "贴条")


def test_many_households_make_it_a_large_matter() -> None:
    assert suggest("楼道灯坏了", community=Community(), today=MONDAY, households=2).tier == "medium"
    found = suggest("楼道里太暗", community=Community(), today=MONDAY, households=80)
    assert found.tier == "large"
    assert ("tier-households", 80) in [(code, params.get("households")) for code, params in found.because]


def test_what_came_back_often_was_not_settled_on_the_spot() -> None:
    once = suggest("4号楼门口有狗屎", community=Community(), today=MONDAY)
    again = suggest("4号楼门口有狗屎", community=Community(), today=MONDAY, repeats=3)
    assert (once.tier, again.tier) == ("small", "medium")
    assert ("tier-repeats", 4) in [(code, params.get("times")) for code, params in again.because]


def test_without_reasons_all_else_is_the_same() -> None:
    for text in ("3号楼的阿姨说楼道灯不亮", "沿河路路灯不亮", "邻居吵架,已调解", "不知道是什么"):
        told, silent = (suggest(text, community=Community(), today=MONDAY, reasons=why) for why in (True, False))
        assert told.because
        assert not silent.because
        assert replace(told, because=()) == silent


def test_a_reason_quotes_whole_clauses_no_half_of_a_word() -> None:
    from minqing.classify.passages import telling_pieces

    class Told:
        labels = ("environment",)

        def telling(self, pieces: object, label: str) -> list[str]:
            return ["车挡窗", "里黑"]

    said = telling_pieces("门前车挡窗户,屋里黑", "environment", Told(), [])  # type: ignore[arg-type]
    assert said == "门前车挡窗户、屋里黑"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("有人在群里卖假保健品骗老人,好几户上当", "派出所"),
        ("一夜之间三辆电动车的电瓶被偷", "派出所"),
        ("煤气味很大,不敢开灯", "消防救援"),
        ("快递车把消防通道堵了", "消防救援"),
    ],
)
def test_a_crime_is_the_police_s_and_a_danger_the_fire_service_s(text: str, owner: str) -> None:
    found = suggested(text)
    assert (found.category, found.tier, found.owner) == ("safety", "large", owner)
