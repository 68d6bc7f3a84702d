"""Lists whose lines open with a place each: what the form makes a place, and what is a matter there."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.models.roles import roles
from minqing.classify.notes import at_places
from minqing.classify.notes.paste import NotedIssue, read_paste
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community

MONDAY = date(2026, 11, 30)


def issues(text: str) -> dict[str, NotedIssue]:
    """The matters of a paste of one walk, by their titles."""
    return {issue.title: issue for issue in read_paste(text, MONDAY, Community())[0].issues}


def told(text: str, words: str) -> tuple[str | None, str | None]:
    """The place of the matter that ``words`` are of, and who told it."""
    title, issue = next((title, issue) for title, issue in issues(text).items() if words in title)
    place = issue.place or find_place(title, Community())
    return place, issue.reporter or find_reporter(title, place)


def test_codes_of_houses_are_places_where_a_list_keeps_them_up() -> None:
    found = issues("11.30 晴\n1-3 路灯一排不亮\n2-1 齐姐 卫生间顶漏水\n2-4 纸箱堆楼道 清了\n5-2 正常\n")
    assert [(title, issue.place, issue.reporter, issue.closed) for title, issue in found.items()] == [
        ("路灯一排不亮", "1-3", None, False),
        ("卫生间顶漏水", "2-1", "齐姐", False),
        ("纸箱堆楼道 清了", "2-4", None, True),
    ]


def test_a_word_no_table_knows_is_a_place_among_places() -> None:
    text = "11月30日 晴\n4号楼 窗户进风\n7号楼 井盖响\n浴池后身 烟囱冒黑烟,居民打电话好几回了\n9号楼 灯坏了\n"
    assert issues(text)["烟囱冒黑烟,居民打电话好几回了"].place == "浴池后身"


@pytest.mark.parametrize("by", ["——", ":", "  ", " | "])
def test_what_parts_the_place_from_the_words_is_any_sign_kept_up(by: str) -> None:
    lines = ("槐树胡同12号", "门墩撞歪"), ("梅园2号", "水管漏"), ("梅园5号", "灯不亮"), ("粮站后墙", "有人乱倒污水")
    text = "11月30日 晴\n" + "".join(f"{place}{by}{said}\n" for place, said in lines)
    assert [told(text, said)[0] for _, said in lines] == [place for place, _ in lines]


def test_whole_sentences_stay_one_matter_each() -> None:
    text = (
        "11月30日 晴\n梅园2号 地下室进水。物业下午抢修,要追\n梅园5号 插销坏了。小丁绑好了\n梅园7号 剁馅太吵。约周五谈\n"
    )
    assert [issue.place for issue in issues(text).values()] == ["梅园2号", "梅园5号", "梅园7号"]


def test_a_person_named_with_the_place_tells_it() -> None:
    text = "11月30日 晴\n五巷:停电\n五巷廖婆:药没冰箱放\n八巷甘叔:问补贴\n六巷口:地摊积水\n"
    assert told(text, "药没冰箱放") == ("五巷", "廖婆")


def test_a_place_put_right_in_brackets_is_the_one_that_is_meant() -> None:
    text = "11月30日 晴\n二巷口:排水沟堵\n三巷3号(更正:三巷13号):外墙掉瓷片\n五巷:停电\n"
    assert told(text, "外墙掉瓷片")[0] == "三巷13号"


def test_nothing_amiss_praise_and_visits_are_no_matter() -> None:
    text = "11月30日 晴\n1号楼 灯坏了\n2号楼 都好\n3号楼 慰问李奶奶\n幼儿园门口 家长夸护学岗好\n4号楼 啥事没有\n"
    assert list(issues(text)) == ["1号楼 灯坏了"]


def test_days_of_a_log_are_no_houses() -> None:
    text = "11-23 走了1号楼 门禁坏\n11-24 走了2号楼 灯坏了\n11-25 走了3号楼 墙皮掉了\n"
    assert not {issue.place for issue in issues(text).values()} & {"11-23", "11-24", "11-25"}


def test_two_places_make_no_list() -> None:
    assert "粮站后墙" not in {
        i.place for i in issues("11月30日\n1号楼 灯坏\n粮站后墙 有人乱倒污水\n2号楼 门坏\n").values()
    }


def test_a_place_without_a_table_is_that_of_a_numbered_matter_too() -> None:
    found = issues("11月30日\n1. 2栋 按钮不亮\n2. 4栋 门坏了\n3. 充电桩 3号插座盖子掉了\n4. 北门 导航牌吹歪\n")
    assert found["充电桩 3号插座盖子掉了"].place == "充电桩"


def test_who_lives_there_and_causes_it_has_not_told_it() -> None:
    text = "11月30日\nA5 道闸抬不起来\nA7 业主装修太吵\nB2 减速带松动\n"
    assert told(text, "装修太吵") == ("A7", None)


def test_groups_of_a_village_are_places_of_a_list() -> None:
    text = "11月30日\n一组：水沟堵（她婆婆说的），叫人通了\n二组：没事\n三组：电杆歪，报电力\n四组：路灯灭，待修\n"
    assert [issue.place for issue in issues(text).values()] == ["一组", "三组", "四组"]


def test_what_stands_below_the_last_place_is_none_of_its_matter() -> None:
    rows = "东墙 树枝压电线 报供电 等\n超市门口 水果摊占道 劝离 OK\n西门岗 保安上班睡觉 跟物业说\n"
    found = issues(f"11月30日\n1-3 路灯一排不亮 未\n2-4 纸箱堆楼道 清了\n{rows}周三 体检通知\n")
    assert "保安上班睡觉 跟物业说" in found


@pytest.mark.parametrize(
    "lines",
    [
        "9-1 6号楼门坏\n9-3 5号楼灯坏\n9-5 3号楼漏水\n",
        "9-1 6号楼门坏\n9-3 东门灯坏\n9-5 3号楼漏水\n",
        "9-1 走了6号楼 门坏\n9-3 走了5号楼 灯坏\n9-5 走了3号楼 漏水\n",
        "9-1 二号楼门坏\n9-3 菜站称不准\n9-5 三号楼漏水\n9-8 灯坏\n",
    ],
)
def test_days_before_houses_are_no_houses_however_long_ago(lines: str) -> None:
    assert not [i for i in issues("11-16 走动\n" + lines).values() if i.place and i.place.startswith("9-")]


HOUSES = "1号楼 灯坏\n2号楼 漏水\n3号楼 门破\n"
"""Three lines that open with a place each."""


@pytest.mark.parametrize("line", ["菜站:称不准", "门卫室:没人值班", "菜站称不准", "快递柜挡道了", "居民 反映灯坏"])
def test_lines_beside_places_are_matters_too(line: str) -> None:
    for text in (f"{line}\n{HOUSES}", f"{HOUSES}{line}\n", HOUSES.replace("2号楼", f"{line}\n2号楼")):
        assert line in issues(f"11月30日\n{text}")
        assert len(issues(f"11月30日\n{text}")) == 4


@pytest.mark.parametrize("line", ["8号楼 物业说修好了灯", "8号楼 物业说明天修", "8号楼 师傅说换好了", "4号楼 都好"])
def test_what_those_who_see_to_matters_answer_is_none(line: str) -> None:
    assert list(issues(f"11月30日\n{HOUSES}{line}\n")) == HOUSES.splitlines()


def test_what_they_refuse_is_a_matter() -> None:
    assert "8号楼 物业说没钱修灯" in issues(f"11月30日\n{HOUSES}8号楼 物业说没钱修灯\n")


@pytest.mark.parametrize("said", ["张阿姨家没水", "老李家漏水", "王大爷家里没水", "业主装修太吵"])
def test_a_household_has_told_nothing_and_stays_in_the_words(said: str) -> None:
    for place in ("4号楼", "A5"):
        found = issues(f"11月30日\n{HOUSES}{place} {said}\n")
        (title, issue) = next((title, issue) for title, issue in found.items() if said in title)
        assert issue.reporter is None, title


def test_words_of_a_group_are_from_no_place() -> None:
    assert "群里" not in {issue.place for issue in issues(f"11月30日\n{HOUSES}群里 有人骂人\n").values()}


def test_what_the_places_of_a_list_say_is_weighed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each asking is a run of the encoder: a list of a thousand places would take ten seconds line by line."""
    asked: list[int] = []
    monkeypatch.setattr(at_places, "roles", lambda texts: asked.append(len(texts)) or roles(texts))
    issues("1号楼 蚀褪纹皱\n2号楼 驳杂斑痕\n3号楼 飘摇惶惑\n4号楼 灯不亮\n")
    assert asked == [3]
