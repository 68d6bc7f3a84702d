"""Who sent the messages of a chat: kept as who raised a matter, as a walker, or where the line stood."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community, Person

FRIDAY = date(2026, 11, 20)


def read(text: str, *people: str) -> Notes:
    return read_notes(text, FRIDAY, Community(people=tuple(Person(name) for name in people)))


def raised(notes: Notes) -> list[tuple[str, str | None]]:
    return [(issue.title, issue.reporter) for issue in notes.issues]


@pytest.mark.parametrize(
    "line", ["3号楼李阿姨 09:12", "3号楼李阿姨  2026/11/16 09:12", "[09:12] 3号楼李阿姨:", "３号楼李阿姨　０９：１２"]
)
def test_a_resident_who_writes_into_the_group_raised_the_matter(line: str) -> None:
    notes = read(f"{line}\n楼道灯又不亮了")
    assert [(title, reporter and reporter.replace("３", "3")) for title, reporter in raised(notes)] == [
        ("楼道灯又不亮了", "3号楼李阿姨")
    ]
    assert notes.body == ""
    assert [fact.text for fact in notes.facts if fact.name == "sender"] == [line]


def test_lines_of_one_message_without_a_place_of_their_own_are_one_matter() -> None:
    assert raised(read("502租户 09:12\n厕所漏水\n房东不管")) == [("厕所漏水,房东不管", "502租户")]


def test_whom_the_sentence_names_goes_before_who_sent_it() -> None:
    assert raised(read("李楼长 09:12\n3号楼阿姨说灯坏了")) == [("3号楼阿姨说灯坏了", None)]


def test_a_full_name_is_no_form_of_address_and_stays_in_the_body() -> None:
    notes = read("王丽 09:12\n3号楼灯坏了")
    assert raised(notes) == [("3号楼灯坏了", None)]
    assert notes.body == "王丽 09:12\n"


@pytest.mark.parametrize("called", ["@王丽 ", "@王丽", "@王丽 @小张 ", "＠小张,", "@所有人 ", "@王丽\u2005"])
def test_whom_a_residents_message_calls_does_not_own_the_matter(called: str) -> None:
    said = "6号楼楼道灯不亮" if called[-1].isspace() or called[-1] == "," else " 6号楼楼道灯不亮"
    (issue,) = read(f"3号楼李阿姨 09:12\n{called}{said}", "王丽").issues
    assert (issue.title, issue.owner) == ("6号楼楼道灯不亮", None)


@pytest.mark.parametrize(
    "text",
    ["王丽 09:12\n@小张 6号楼楼道灯不亮", "3号楼李阿姨 09:12\n6号楼楼道灯不亮 @小张", "1. @小张 6号楼楼道灯不亮",
     "3号楼李阿姨 09:12\n@小张 6号楼楼道灯不亮 @小张"],
    ids=["of the staff", "behind it", "no chat", "called and named"],
)  # fmt: skip
def test_whom_a_line_names_otherwise_owns_the_matter(text: str) -> None:
    (issue,) = read(text, "王丽").issues
    assert (issue.title, issue.owner) == ("6号楼楼道灯不亮", "小张")


def test_a_body_that_a_resident_calls_takes_the_matter() -> None:
    (issue,) = read("3号楼李阿姨 09:12\n@物业 6号楼楼道灯不亮").issues
    assert issue.owner == "物业"


def test_somebody_of_the_settings_who_sent_a_matter_walked_along() -> None:
    notes = read("王丽 09:12\n3号楼灯坏了\n小李 09:13\n收到", "王丽", "小李")
    assert notes.walkers == ("王丽",)
    assert notes.body == "小李 09:13\n收到\n"


def test_named_walkers_are_not_added_to() -> None:
    notes = read("参加:张书记\n王丽 09:12\n3号楼灯坏了", "王丽")
    assert notes.walkers == ("张书记",)
    assert notes.body == "王丽 09:12\n"


@pytest.mark.parametrize("answer", ["收到,上午去看", "好的", "谢谢大家", "辛苦了"])
def test_an_answer_is_no_matter_and_stays_below_its_sender(answer: str) -> None:
    notes = read(f"3号楼李阿姨 09:12\n{answer}")
    assert notes.issues == ()
    assert notes.body == f"3号楼李阿姨 09:12\n{answer}\n"


def test_a_quotation_and_its_answer_are_one_matter() -> None:
    notes = read("「7号楼王大爷:楼后头有人烧纸,烟往屋里灌」\n- - - - - - - - -\n去看了,劝住了")
    assert [(i.title, i.reporter, i.closed) for i in notes.issues] == [
        ("楼后头有人烧纸,烟往屋里灌,去看了,劝住了", "7号楼王大爷", True)
    ]
    assert notes.body == ""


@pytest.mark.parametrize("line", ["出发 8:30", "5号楼 8:30", "上午 9:00"])
def test_a_time_behind_another_word_is_no_sender(line: str) -> None:
    assert not [fact for fact in read(f"{line}\n灯坏了").facts if fact.name == "sender"]


@pytest.mark.parametrize(("who", "place"), [("5栋小周", "5栋"), ("居民老吴", None), ("2号楼大姐", "2号楼")])
def test_a_resident_known_by_a_nickname_does_not_speak_for_the_one_before(who: str, place: str | None) -> None:
    notes = read(f"3号楼李阿姨 09:12\n楼上狗叫一夜没睡\n{who} 10:20\n厨房水管滴水\n")
    assert [issue.reporter for issue in notes.issues] == ["3号楼李阿姨", who]
    assert notes.issues[1].place == place
