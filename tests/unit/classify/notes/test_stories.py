"""Short stories that a voice tells, in sentences or run on with commas."""

from datetime import date

import pytest

from minqing.classify.notes.paste import read_notes
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community

STORY = "11月17日走了一圈。三号楼的王大姐说她家楼上的天天晚上跺脚。6号楼门禁坏了。"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("。", "，"),
        STORY.replace("她家楼上", "她家楼\n上"),
        STORY.replace("。", "，", 2).replace("她家楼上", "她家楼\n上"),
    ],
    ids=["sentences", "commas", "broken", "commas broken"],
)
def test_what_a_short_story_tells_is_raised_and_the_story_kept(text: str) -> None:
    notes = read_notes(text, date(2026, 11, 23), Community())
    assert [issue.title for issue in notes.issues] == ["三号楼的王大姐说她家楼上的天天晚上跺脚", "6号楼门禁坏了"]
    assert notes.body == text + "\n"


@pytest.mark.parametrize("told", ["大家都说扶手好", "三号楼王大姐说谢谢我们", "我们去了三号楼"])
def test_praise_and_the_way_are_no_matters(told: str) -> None:
    assert read_notes(f"11月17日走了一圈。{told}。", date(2026, 11, 23), Community()).issues == ()


def told(text: str) -> list[tuple[str, str | None, bool]]:
    """The matters of a story, where they are, and whether they were settled."""
    notes = read_notes(text, date(2026, 11, 23), Community())
    places = [issue.place or find_place(issue.title, Community()) for issue in notes.issues]
    return [(issue.title, place, issue.closed) for issue, place in zip(notes.issues, places, strict=True)]


def test_a_sentence_has_a_matter_at_every_place_it_comes_to() -> None:
    assert told(
        "11月17日走了一圈，看到2号楼前面消防通道停了两辆车，找到车主挪走了，又在6号楼碰到张大妈，她说孙女上学没地方停自行车，"
        "另外9号楼的玻璃碎了没人管。"
    ) == [
        ("2号楼前面消防通道停了两辆车，找到车主挪走了", "2号楼前面消防通道", True),
        ("6号楼碰到张大妈，她说孙女上学没地方停自行车", "6号楼", False),
        ("9号楼的玻璃碎了没人管", "9号楼", False),
    ]


def test_who_was_met_raised_what_they_say() -> None:
    assert find_reporter("碰到张大妈，她说孙女上学没地方停自行车") == "张大妈"
    assert find_reporter("找到车主小伙子说了半天") is None


def test_a_house_without_trouble_parts_two_that_have_one() -> None:
    assert [title for title, _, _ in told("11月19日，3号楼的老人说暖气不热，4号楼没什么事，西门口地砖碎了两块。")] == [
        "3号楼的老人说暖气不热",
        "西门口地砖碎了两块",
    ]


def test_as_many_clauses_as_the_number_says() -> None:
    assert told("11月17日\n今天在3号楼听到三件事，路灯坏了，狗没人管，楼上天天吵。") == [
        ("路灯坏了", "3号楼", False),
        ("狗没人管", "3号楼", False),
        ("楼上天天吵", "3号楼", False),
    ]


def test_the_same_house_is_the_one_before() -> None:
    matters = told("11月19日走访。4号楼陈奶奶家水龙头坏了，小周当场给换了；同楼的刘先生抱怨物业费涨了。")
    assert [(place, closed) for _, place, closed in matters] == [("4号楼", True), ("4号楼", False)]


def test_a_voice_that_breathes_instead_of_stopping() -> None:
    matters = told("11月17日\n我们先到的七栋 七栋那个栏杆锈断了一根 老年人扶到危险得很 物业老向说他马上喊人来焊")
    assert [(place, closed) for _, place, closed in matters] == [("七栋", False)]


def test_what_was_done_before_our_eyes_by_whom_it_concerned_is_settled() -> None:
    ((_, place, closed),) = told(
        "11月20日走了一圈，26栋1单元门洞里停着两辆电动车，还从二楼拉线充电，找到车主，他当着我们的面把线收了，车也推走了。"
    )
    assert (place, closed) == ("26栋1单元门洞", True)


def test_a_floor_behind_the_house_they_came_to_is_one_of_it() -> None:
    ((_, place, _),) = told("11月16日走动。先到1号楼,一楼的吴奶奶说对面的空调外机嗡嗡响,夜里睡不着。")
    assert place == "1号楼一楼"


def test_somebody_else_who_speaks_opens_a_matter_of_theirs() -> None:
    text = "11月18号走的,先是2号楼二单元,不对三单元,三单元的门禁坏了,然后是王叔,哦不是王叔是李叔,李叔说他家暖气不热"
    assert [title for title, _, _ in told(text)][-1] == "李叔说他家暖气不热"
