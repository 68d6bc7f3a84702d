"""Contact cards, notices and replies for residents, and what to do about a number in the history."""

from __future__ import annotations

import subprocess

import pytest
from desk import Desk

PHONE = "13812345678"


@pytest.fixture
def lamp(book: Desk) -> Desk:
    book.entry(
        "2026-11-16",
        issues="  - 编号: 20261116-1\n    事由: 5号楼2单元301室的老爷子说路灯太亮\n    地点: 5号楼\n"
        "    反映人: 老爷子\n"
        "    办理:\n      - 2026-11-18 办结 换了灯罩,电话138****5678\n"
        "  - 编号: 20261116-2\n    事由: 楼道堆物\n    地点: 5号楼门口\n    责任: 王丽\n    期限: 2026-12-01\n"
        "  - 编号: 20261116-3\n    事由: 积水\n    地点: 15号楼\n"
        "  - 编号: 20261116-4\n    事由: 记错了\n    地点: 5号楼\n    办理:\n      - 2026-11-18 撤销\n",
    )
    book.commit_all()
    return book


# contact cards


def test_a_card_is_kept_for_its_owner_alone_and_out_of_git(lamp: Desk) -> None:
    answer = lamp.ok("contact-card", "add", "5号楼老爷子", "--phone", "１３８ 1234 5678", "--note", "女儿的手机")
    assert "private/contacts.txt" in answer.out
    file = lamp.root / "private/contacts.txt"
    assert file.read_text(encoding="utf-8") == f"5号楼老爷子: {PHONE} 女儿的手机\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert lamp.status() == []
    assert not [p for p in lamp.json("check")["problems"] if p["code"].startswith("privacy-folder")]


def test_show_tells_it_on_the_screen_and_not_to_programs(lamp: Desk) -> None:
    lamp.ok("contact-card", "add", "5号楼的老爷子", "--phone", PHONE)
    assert PHONE in lamp.ok("show", "20261116-1").out
    assert PHONE not in lamp.ok("show", "20261116-1", "--json").out
    assert PHONE not in lamp.ok("show", "20261116-2").out


@pytest.mark.parametrize("name", ["5号楼老爷子", "５号楼 老爷子", "5号楼的老爷子"])
def test_a_card_is_found_however_the_name_is_typed(lamp: Desk, name: str) -> None:
    lamp.ok("contact-card", "add", "5号楼老爷子", "--phone", PHONE)
    assert PHONE in lamp.ok("联系卡", "查看", name).out


@pytest.mark.parametrize(
    ("place", "who", "shown"),
    [
        ("5号楼2单元301室", "5号楼老爷子", True),
        ("5号楼2单元", "5号楼2单元的老爷子", True),
        ("15号楼", "5号楼老爷子", False),
        ("5号楼12单元", "5号楼1老爷子", False),
        ("5号楼", "5号楼2单元老爷子", False),
        ("5号楼", "5号楼阿姨", False),
    ],
)
def test_a_card_of_a_building_is_found_at_every_door_of_it(book: Desk, place: str, who: str, shown: bool) -> None:
    id = book.issue("2026-11-16", place=place, reporter="老爷子", title="灯坏了")
    book.ok("contact-card", "add", who, "--phone", PHONE)
    assert (PHONE in book.ok("show", id).out) is shown


def test_cards_are_listed_removed_and_what_is_no_card_stays(lamp: Desk) -> None:
    lamp.write("private/contacts.txt", f"# 我的通讯录\n5号楼老爷子：{PHONE}\n8号楼阿姨: 010-87654321\n")
    assert [c["who"] for c in lamp.json("contact-card", "list")["cards"]] == ["5号楼老爷子", "8号楼阿姨"]
    lamp.ok("contact-card", "remove", "5号楼老爷子")
    assert lamp.read("private/contacts.txt") == "# 我的通讯录\n8号楼阿姨: 010-87654321\n"


def test_the_same_card_twice_is_one(lamp: Desk) -> None:
    for _ in range(2):
        lamp.ok("contact-card", "add", "老爷子", "--phone", PHONE)
    assert len(lamp.json("contact-card")["cards"]) == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["add", "老爷子"], 2),
        (["add", "老爷子", "--phone", "没有"], 2),
        (["add", "--phone", PHONE], 2),
        (["加一个", "老爷子"], 2),
        (["show", "谁"], 3),
        (["remove", "谁"], 3),
    ],
)
def test_what_is_missing_is_said(lamp: Desk, typed: list[str], code: int) -> None:
    answer = lamp.run("contact-card", *typed)
    assert answer.code == code
    assert answer.err.strip()
    assert not (lamp.root / "private/contacts.txt").exists()


@pytest.mark.parametrize("number", [("138 1234", "5678"), ("１３８１２３４５６７８",), ("138", "1234", "5678")])
def test_the_number_may_stand_behind_the_name(lamp: Desk, number: tuple[str, ...]) -> None:
    lamp.ok("联系卡", "添加", "5号楼", "老爷子", *number, "--note", "女儿的手机")
    assert lamp.read("private/contacts.txt") == f"5号楼 老爷子: {PHONE} 女儿的手机\n"


def test_a_number_alone_is_nobodys(lamp: Desk) -> None:
    assert lamp.run("contact-card", "add", PHONE).code == 2
    assert lamp.run("contact-card", "add", "5号楼", "301").code == 2
    assert not (lamp.root / "private/contacts.txt").exists()


# notices and replies


def test_the_notice_of_a_building_is_masked_and_of_that_building(lamp: Desk) -> None:
    told = lamp.ok("notice", "5号楼").out
    assert "1. 路灯太亮（" in told, "what was said, not who said it"
    assert "老爷子" not in told
    assert "138****5678" in told
    assert "楼道堆物" in told
    assert "由王丽负责" in told
    assert "301" not in told
    assert "积水" not in told
    assert "记错了" not in told
    assert "2 件事" in told


def test_a_notice_of_a_period_in_which_nothing_was_raised(lamp: Desk) -> None:
    assert "0 件事" in lamp.ok("notice", "5号楼", "2026-10").out
    assert lamp.run("notice", "99号楼").code == 3
    assert lamp.run("notice").code == 2


def test_what_waits_or_was_handed_on_is_not_told_as_done_or_expected(book: Desk) -> None:
    book.issue("2026-11-02", "2026-11-03 park 2026-12-31 等维修基金", place="5号楼", title="门禁坏了")
    book.issue("2026-11-16", "2026-11-17 refer 供电所", place="5号楼", title="灯坏了")
    told, english = (book.ok("--lang", language, "notice", "5号楼").out for language in ("zh", "en"))
    assert "已经办好或转交的（1 件）" in told
    assert "2026-12-31 再看一次：等维修基金" in told
    assert "预计" not in told
    assert "Done or handed on (1)" in english
    assert "looked at again on 2026-12-31: 等维修基金" in english
    book.ok("reopen", "灯坏", "--on", "2026-11-18")
    book.ok("close", "灯坏", "--on", "2026-11-19")
    assert "已经办好的（1 件）" in book.ok("--lang", "zh", "notice", "5号楼").out


def test_a_building_of_the_settings_is_known_however_its_number_is_written(book: Desk) -> None:
    book.write("minqing.yaml", book.read("minqing.yaml") + "楼栋: [13号楼]\n")
    assert "0 件事" in book.ok("notice", "十三号楼").out
    assert book.run("notice", "三号楼").code == 3


def test_residents_are_not_told_to_expect_something_on_a_day_gone_by(book: Desk) -> None:
    book.issue("2026-11-02", place="5号楼", title="门禁坏了", due="2026-11-09")
    book.issue("2026-11-16", place="5号楼", title="灯坏了", due="2026-11-30")
    told = book.ok("notice", "5号楼").out
    assert "预计 2026-11-30" in told
    assert "2026-11-09" not in told
    assert "2026-11-09" not in book.ok("reply", "门禁").out


def test_a_notice_is_saved_as_a_file(lamp: Desk) -> None:
    lamp.ok("notice", "5号楼", "-o", str(lamp.root.parent / "告示.txt"))
    assert "楼道堆物" in (lamp.root.parent / "告示.txt").read_text(encoding="utf-8")
    assert lamp.run("notice", "5号楼", "-o", "告示.pdf").code == 2


@pytest.mark.parametrize("words", [("notice", "5号楼"), ("reply", "20261116-1")])
def test_what_residents_are_told_is_saved_as_word(lamp: Desk, words: tuple[str, ...]) -> None:
    docx = pytest.importorskip("docx")
    where = lamp.root.parent / "告示.docx"
    answer = lamp.ok(*words, "-o", str(where))
    assert "--internal" not in answer.err, "there is no such option of these commands"
    told = "\n".join(paragraph.text for paragraph in docx.Document(str(where)).paragraphs)
    assert "路灯太亮" in told
    assert "换了灯罩，电话138****5678" in told
    assert lamp.run(*words, "-o", "告示.docs").code == 2


def test_a_notice_speaks_english(lamp: Desk) -> None:
    assert "In hand (1)" in lamp.ok("--lang", "en", "notice", "5号楼").out


STATES = [
    ("办结 换了灯罩", "办结：换了灯罩"),
    ("转出 派出所 已移交", "转交"),
    ("挂账 2027-04-30 等供暖期结束", "2027-04-30 再看"),
    ("撤销 记错", "撤销"),
    ("承诺 2026-12-01 下月换灯", "2026-12-01 前答复"),
]


@pytest.mark.parametrize(("line", "said"), STATES)
def test_a_reply_says_how_the_matter_stands(book: Desk, line: str, said: str) -> None:
    book.issue("2026-11-16", f"2026-11-18 {line}", reporter="张建国")
    told = book.ok("reply", "20261116-1").out
    assert said in told.replace("\n", "")
    assert told.startswith("张**，您好")


def test_a_community_words_its_own_reply(lamp: Desk) -> None:
    lamp.write("templates/reply.zh.txt.j2", "{{ matter.title }}:办好了!\n")
    assert lamp.ok("答复", "20261116-2").out == "楼道堆物:办好了!\n"
    lamp.write("templates/reply.zh.txt.j2", "{{ matter.titel }}")
    assert lamp.run("答复", "20261116-2").code == 1


# numbers in the history


def test_a_clean_history_needs_nothing(lamp: Desk) -> None:
    lamp.ok("add", "路灯", "--ticket", PHONE, "--yes")
    assert lamp.json("purge-private") == {"schema": 1, "found": [], "script": None, "only_here": False, "unread": []}
    assert not (lamp.root / "private/purge").exists()


def test_a_number_in_the_history_is_found_masked_though_the_file_is_clean(lamp: Desk) -> None:
    lamp.ok("note", "20261116-2", f"打{PHONE}", "--allow-private", "走失")
    path = "diaries/2026/2026-11-16.md"
    lamp.write(path, lamp.read(path).replace(PHONE, "138****5678"))
    lamp.commit_all()
    answer = lamp.ok("purge-private", "--json")
    (found,) = answer.json["found"]
    assert (found["file"], found["masked"], found["allowed"]) == (path, "138****5678", "走失")
    assert PHONE not in answer.out + lamp.ok("purge-private").out
    assert "filter-repo" in lamp.read("private/purge/purge.sh")
    assert lamp.read("private/purge/replacements.txt") == rf"regex:(?<!\d){PHONE}(?!\d)==>138****5678" + "\n"
    assert (lamp.root / "private/purge/replacements.txt").stat().st_mode & 0o777 == 0o600
    assert lamp.status() == []
    subprocess.run(["sh", "-n", "private/purge/purge.sh"], cwd=lamp.root, check=True)


def test_one_number_is_looked_for_masked_or_whole(lamp: Desk) -> None:
    lamp.ok("note", "20261116-2", f"打{PHONE}或一三九一二三四五六七八", "--allow-private", "走失")
    for asked in (PHONE, "138-1234-5678", "138****5678"):
        assert [f["masked"] for f in lamp.json("purge-private", asked)["found"]] == ["138****5678"]
    assert len(lamp.json("purge-private")["found"]) == 2


def test_without_a_repository_it_says_so(desk: Desk) -> None:
    assert desk.run("purge-private").code == 4
