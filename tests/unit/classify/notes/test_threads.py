"""What the messages of a chat say to each other: a question, its answer, and the end of the matter just named."""

from datetime import date

import pytest

from minqing.classify.notes.paste import NotedIssue, read_notes
from minqing.classify.sentence.places import find_place
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)
HERE = Community()


def chat(*messages: str) -> tuple[NotedIssue, ...]:
    """The matters of a chat whose messages are written ``who:what``."""
    lines = (f"{who} 9:{at:02d}\n{what}" for at, (who, _, what) in enumerate(m.partition(":") for m in messages))
    return read_notes("\n".join(lines), MONDAY, HERE).issues


def test_a_question_its_answer_and_the_end_are_one_matter() -> None:
    (issue,) = chat("王丽:5号楼的灯谁报的？", "小周:李阿姨报的", "王丽:修了吗", "小周:修好了")
    assert (issue.title, issue.reporter, issue.closed) == ("5号楼的灯谁报的？李阿姨报的,修好了", "李阿姨", True)


@pytest.mark.parametrize("end", ["通了", "收到，已经通了", "下水通了"])
def test_what_came_of_the_matter_just_named_closes_it(end: str) -> None:
    (issue,) = chat("王丽:7号楼下水堵了", "小周:通了没？", f"小周:{end}")
    assert issue.closed


@pytest.mark.parametrize("answer", ["还没有，配件明天到", "没修，说下周", "好的，马上修", "下午去修"])
def test_an_answer_that_tells_no_end_leaves_it_open(answer: str) -> None:
    (issue,) = chat("王丽:12号楼门禁修了吗", f"小周:{answer}")
    assert not issue.closed


def test_a_house_asked_for_becomes_the_place() -> None:
    (issue,) = chat("3号楼李阿姨:我家楼上漏水了", "王丽:几单元的？", "3号楼李阿姨:2单元501")
    assert (issue.place, issue.reporter) == ("3号楼2单元501", "3号楼李阿姨")


@pytest.mark.parametrize("question", ["今天几点走？", "带不带伞", "谁家的？", "到哪了"])
def test_a_question_alone_is_no_matter(question: str) -> None:
    assert chat(f"王丽:{question}", "小周:不知道") == ()


def test_a_question_and_what_is_wrong_are_a_matter_together() -> None:
    (issue,) = chat("王丽:9号楼车棚的灯还亮吗？", "小周:不亮")
    assert issue.title == "9号楼车棚的灯还亮吗？不亮"
    assert chat("王丽:9号楼车棚的灯还亮吗？", "小周:亮的") == ()


def test_a_question_that_tells_what_is_wrong_is_one() -> None:
    (issue,) = chat("3号楼李阿姨:楼道灯怎么又坏了？", "王丽:收到")
    assert issue.title == "楼道灯怎么又坏了？"


def test_an_end_after_two_matters_closes_neither() -> None:
    assert [i.closed for i in chat("王丽:7号楼下水堵了\n8号楼灯坏了", "小周:好像修好了")] == [False, False]


def test_an_end_goes_to_the_thing_it_names() -> None:
    matters = chat("王丽:7号楼下水堵了", "王丽:8号楼路灯坏了", "小周:下水通了")
    assert [(find_place(i.title, HERE), i.closed) for i in matters] == [("7号楼", True), ("8号楼", False)]


def test_an_end_at_another_house_is_of_another_matter() -> None:
    assert not chat("王丽:7号楼下水堵了", "小周:9号楼的路灯修好了")[0].closed


def test_a_trouble_of_another_resident_is_a_matter_of_its_own() -> None:
    assert len(chat("3号楼李阿姨:楼道灯坏了", "王丽:亮了没？", "5号楼赵大爷:电梯又停了")) == 2


def test_a_talk_a_line_each_is_read_the_same() -> None:
    (issue,) = read_notes("王丽: 东门那个坑谁填？\n物业: 我们下午填\n物业: 填好了", MONDAY, HERE).issues
    assert issue.closed


def test_whose_name_begins_with_their_body_sent_what_stands_below() -> None:
    notes = read_notes("3号楼李阿姨 9:00\n楼道灯坏了\n居委 小金  9:10\n5号楼水管漏水", MONDAY, HERE)
    assert [issue.reporter for issue in notes.issues] == ["3号楼李阿姨", None]


def test_what_was_asked_and_answered_on_the_way_is_a_matter_and_its_end() -> None:
    text = "11月16日\n居民王师傅:楼下快递扔了一地\n答:让驿站添了个架子,解决了\n居民:你们辛苦了\n答:应该的"
    notes = read_notes(text, MONDAY, HERE)
    assert [(i.reporter, i.closed) for i in notes.issues] == [("居民王师傅", True)]
    assert notes.body == "居民:你们辛苦了\n答:应该的\n"


def test_a_trouble_that_is_there_again_takes_the_end_back() -> None:
    (issue,) = chat("6栋孙叔:我们6栋的门锁不上了", "小林:师傅来过了,锁芯换了", "6栋孙叔:又坏了")
    assert not issue.closed
    (issue,) = chat("6栋孙叔:我们6栋的门锁不上了", "小林:师傅来过了,锁芯换了")
    assert issue.closed


def test_a_house_asked_about_and_what_was_done_there_are_a_matter() -> None:
    (issue,) = chat("赵主任:那12号楼的树呢", "小付:已经锯了")
    assert (issue.title, issue.closed) == ("那12号楼的树呢,已经锯了", True)


def test_a_resident_who_asks_for_help_raises_a_matter() -> None:
    (issue,) = chat("5号楼老周:有没有人管管楼下烧烤,烟全进屋了", "小杜:老周几号楼的?", "小杜:城管来过了,摊子撤了")
    assert (issue.reporter, issue.closed) == ("5号楼老周", True)


def test_yesterday_of_what_was_said_is_no_day_of_the_walk() -> None:
    assert read_notes("赵主任 9:10\n昨天说的8号楼漏水去看了没有", MONDAY, HERE).date is None


def test_one_message_that_answers_several_matters_settles_those_it_names() -> None:
    found = chat(
        "3号楼王阿姨:3号楼灯坏",
        "5号楼李阿姨:5号楼水管漏",
        "2号楼周师傅:2号楼门锁坏",
        "小周:灯换好了，水管也修好了，门锁明天弄",
    )
    assert [(issue.title, issue.closed) for issue in found] == [
        ("3号楼灯坏,灯换好了", True),
        ("5号楼水管漏,水管也修好了", True),
        ("2号楼门锁坏,门锁明天弄", False),
    ]


def test_one_message_that_asks_after_several_matters_settles_none() -> None:
    found = chat("王阿姨:3号楼灯坏", "李阿姨:5号楼水管漏", "小周:灯换好了吗，水管也修好了吗")
    assert not any(issue.closed for issue in found)


ENDS = "灯换好了，水管也修好了"
"""What a message tells of the lamp and the pipe of two residents."""


def two_and(said: str) -> list[bool]:
    """Whether the lamp and the pipe of two residents are closed once ``said`` was written."""
    found = chat("3号楼李大姐:5号楼路灯坏了", "3号楼李大姐:7号楼水管漏水", f"物业小周:{said}")
    return [issue.closed for issue in found if issue.title.startswith(("5号楼", "7号楼"))]


@pytest.mark.parametrize("said", [ENDS, f"收到，{ENDS}", f"{ENDS}，辛苦大家", "5号楼 灯换好了，7号楼 水管修好了"])
def test_one_message_may_end_two_matters(said: str) -> None:
    assert two_and(said) == [True, True]


@pytest.mark.parametrize(
    "said",
    [
        f"{ENDS}，不过灯又不亮了",
        f"{ENDS}，对吧",
        f"{ENDS}吧",
        f"听说{ENDS}，不知道真的假的",
        f"上次{ENDS}，这次还得报修",
        f"上次{ENDS}",
        f"{ENDS}，我猜的",
        f"{ENDS}，验收没过",
        f"要是{ENDS}就好了",
        f"{ENDS}\n但灯晚上不亮",
        f"去年{ENDS}",
    ],
)
def test_one_message_that_leaves_a_doubt_ends_none(said: str) -> None:
    assert two_and(said) == [False, False]


def test_what_is_done_and_promised_anew_stays_open() -> None:
    assert two_and(f"{ENDS}，水管明天换") == [True, False]
