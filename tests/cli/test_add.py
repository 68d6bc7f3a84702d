"""``minqing add``: one issue outside a walk."""

from __future__ import annotations

import pytest
from desk import Answer, Desk


def test_the_kind_defaults_to_desk_and_the_day_to_today(book: Desk) -> None:
    answer = book.ok("add", "楼上漏水", "--yes", "--json")
    assert answer.json["entry"] == "diaries/2026/2026-11-20-desk.md"
    assert (answer.issue["id"], answer.issue["source"]) == ("20261120-1", "desk")
    assert answer.json["commit"] == book.git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("desk", "desk"), ("call", "call"), ("hotline", "hotline"), ("visit", "visit"), ("meeting", "meeting"),
     ("来电", "call"), ("12345", "hotline"), ("走访", "visit"), ("议事会", "meeting")],
)  # fmt: skip
def test_each_kind_has_its_file(book: Desk, typed: str, kind: str) -> None:
    answer = book.ok("add", "楼上漏水", "--kind", typed, "--date", "昨天", "--yes", "--json")
    assert answer.json["entry"] == f"diaries/2026/2026-11-19-{kind}.md"
    assert answer.issue["source"] == kind


def test_it_goes_into_that_days_entry_of_that_kind(book: Desk) -> None:
    for title in ("一", "二"):
        book.ok("add", title, "--kind", "call", "--yes")
    answer = book.ok("add", "三", "--kind", "desk", "--yes", "--json")
    assert answer.ids == ["20261120-3"]
    assert len(list((book.root / "diaries").rglob("*.md"))) == 2


def test_every_flag_is_written(book: Desk) -> None:
    issue = book.ok(
        "add", "井盖松了", "--kind", "hotline", "--place", "东门", "--reporter", "8号楼阿姨", "--source", "听",
        "--category", "facility", "--tier", "大事", "--owner", "市政", "--due", "11-27", "--households", "12",
        "--ticket", "012345", "--yes", "--json",
    ).issue  # fmt: skip
    wanted = {
        "title": "井盖松了", "place": "东门", "reporter": "8号楼阿姨", "source": "heard", "category": "facility",
        "tier": "large", "owner": "市政", "due": "2026-11-27", "households": 12, "ticket": "012345",
        "raised": "2026-11-20", "state": "open", "outcome": None,
    }  # fmt: skip
    assert {key: issue[key] for key in wanted} == wanted


def test_the_title_is_the_text_as_given_and_the_place_is_found_in_it(book: Desk) -> None:
    issue = book.ok("add", "5号楼的老爷子说窗前的路灯太亮", "--yes", "--json").issue
    assert issue["title"] == "5号楼的老爷子说窗前的路灯太亮"
    assert issue["place"] == "5号楼"


@pytest.mark.parametrize("title", ["路灯 #12 杆坏了 @绿化队", "广场舞太吵!大事", "1. 树密", "- 树 密", "#绿化 树密"])
def test_marks_in_the_text_stay_in_the_title(book: Desk, title: str) -> None:
    assert book.ok("add", title, "--yes", "--json").issue["title"] == title


def test_blanks_around_a_flags_value_mean_nothing(book: Desk) -> None:
    issue = book.ok(
        "add", "树密", "--place", " 5号楼", "--owner", "绿化队　", "--ticket", " 012 ", "--yes", "--json"
    ).issue
    assert (issue["place"], issue["owner"], issue["ticket"]) == ("5号楼", "绿化队", "012")


def test_what_is_not_given_is_suggested(book: Desk) -> None:
    issue = book.ok("add", "5号楼路灯太亮", "--yes", "--json").issue
    for key in ("category", "tier", "owner", "due"):
        assert issue[key]


def test_the_answer_says_id_title_and_state(book: Desk) -> None:
    out = book.ok("add", "楼上漏水", "--yes").out
    for piece in ("20261120-1", "楼上漏水", "办理中"):
        assert piece in out


@pytest.mark.parametrize(
    "typed",
    [
        ["  "],
        ["x", "--kind", "party"],
        ["x", "--tier", "huge"],
        ["x", "--source", "dreamt"],
        ["x", "--category", "天气"],
        ["x", "--due", "soon"],
        ["x", "--date", "2026-02-30"],
        ["x", "--households", "-1"],
        ["x", "--households", "几户"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_refused_and_nothing_written(book: Desk, typed: list[str]) -> None:
    answer = book.run("add", *typed, "--yes")
    assert (answer.code, answer.out) == (2, "")
    assert not list((book.root / "diaries").rglob("*.md"))


def test_an_entry_with_errors_is_not_added_to(book: Desk) -> None:
    path = book.entry("2026-11-20", "kind: desk\n步数: 很多\n", name="2026-11-20-desk")
    before = book.read(path)
    answer = book.run("add", "树密", "--yes")
    assert answer.code == 1
    assert path in answer.err
    assert book.read(path) == before


def test_numbers_in_files_with_errors_are_not_given_again(book: Desk) -> None:
    book.entry("2026-11-20", "步数: 很多\n", "  - 编号: 20261120-7\n    事由: 树\n")
    assert book.ok("add", "路灯", "--kind", "call", "--yes", "--json").ids == ["20261120-8"]


def test_an_existing_list_gets_one_more_item_and_nothing_else_changes(desk: Desk) -> None:
    issues = "  - 编号: 20261120-1\n    事由: '灯'\n"
    path = desk.entry("2026-11-20", "类型: 接待 # 上午\n", issues, "\n完\n", "2026-11-20-desk")
    before = desk.read(path)
    desk.ok("add", "树", "--yes")
    head, tail = before.split("'灯'\n")
    after = desk.read(path)
    assert after.startswith(head + "'灯'\n")
    assert after.endswith(tail)


def test_an_id_that_stands_in_another_days_file_is_not_given_out_again(desk: Desk) -> None:
    desk.write(
        "diaries/2026/2026-11-17.md", "---\n日期: 2026-11-17\n事项:\n  - 编号: 20261119-1\n    事由: 灯坏\n---\n"
    )
    assert desk.ok("add", "树密", "--date", "2026-11-19", "--yes", "--json").issue["id"] == "20261119-2"


@pytest.mark.parametrize("more", [("--yes",), ("--json",), ("--dry-run",)])
def test_a_day_to_come_is_refused_and_the_way_to_a_due_date_named(book: Desk, more: tuple[str, ...]) -> None:
    before = book.commits
    answer = book.run("--lang", "zh", "add", "4号楼灯坏", "--date", "明天", *more)
    assert (answer.code, book.commits, book.status()) == (2, before, [])
    assert "还没到" in answer.err
    assert "--due" in answer.err


def test_lines_for_a_day_to_come_are_kept(book: Desk) -> None:
    assert book.run("add", "-", "--date", "明天", stdin="4号楼灯坏\n").code == 2
    kept = [path.read_text(encoding="utf-8") for path in (book.root / ".minqing/drafts").glob("*.txt")]
    assert kept == ["4号楼灯坏\n"]


def test_what_would_be_added_has_the_number_it_would_get(book: Desk) -> None:
    book.ok("add", "4号楼灯坏", "--yes")
    shown = book.json("add", "6号楼堆物", "--dry-run")["issues"]
    assert [one["id"] for one in shown] == [book.ok("add", "6号楼堆物", "--json").issue["id"]] == ["20261120-2"]


# several lines


def titles(answer: Answer) -> list[tuple[str, str]]:
    return [(issue["title"], issue["state"]) for issue in answer.json["issues"]]


@pytest.mark.parametrize("blanks", ["  ", "\t", "　　", "      "])
def test_a_line_that_is_set_in_is_a_matter_of_its_own(book: Desk, blanks: str) -> None:
    answer = book.run("add", "-", "--json", stdin=f"4号楼王大爷要办老年证\n{blanks}7号楼门禁坏了,已修好\n")
    assert titles(answer) == [("4号楼王大爷要办老年证", "open"), ("7号楼门禁坏了,已修好", "closed")]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("5号楼路灯坏\n  晚上看不见路", "5号楼路灯坏,晚上看不见路"),
        ("5号楼下水堵\n  要求尽快修", "5号楼下水堵,要求尽快修"),
        ("5号楼的阿姨说\n  楼上漏水三天了", "5号楼的阿姨说楼上漏水三天了"),
        ("5号楼路灯坏,\n  7号楼也坏", "5号楼路灯坏,7号楼也坏"),
        ("1. 5号楼路灯坏\n   3单元的阿姨说好几天了", "5号楼路灯坏3单元的阿姨说好几天了"),
    ],
)
def test_one_that_goes_on_with_the_sentence_above_is_its_end(book: Desk, typed: str, title: str) -> None:
    assert titles(book.run("add", "-", "--json", stdin=typed)) == [(title, "open")]


WALK_NOTES = "11月18日 周三 晴\n参加:张书记\n8:30-11:40 4773步\n5号楼路灯坏\n"


def test_notes_of_a_walk_are_refused_and_kept(book: Desk) -> None:
    commits = book.commits
    answer = book.run("add", "-", stdin=WALK_NOTES)
    assert (answer.code, book.commits, book.status()) == (2, commits, [])
    assert "一次走动的记录" in answer.err
    assert "  3  8:30-11:40 4773步" in answer.err
    assert "minqing 记录 -" in answer.err
    assert (book.root / ".minqing/drafts/notes-1.txt").read_text(encoding="utf-8") == WALK_NOTES


@pytest.mark.parametrize("line", ["11月18日", "11月18日 周三", "2026-11-18", "前天"])
def test_a_date_above_the_lines_is_their_day(book: Desk, line: str) -> None:
    answer = book.run("add", "-", "--json", stdin=f"{line}\n5号楼路灯坏\n7号楼漏水\n")
    assert answer.ids == ["20261118-1", "20261118-2"]
    assert f"“{line}”当作日期" in answer.err


@pytest.mark.parametrize(
    ("typed", "flags"),
    [
        ("5号楼路灯坏\n11月18日\n7号楼漏水\n", []),
        ("11月17日\n5号楼路灯坏\n11月18日\n7号楼漏水\n", []),
        ("11月18日 周二\n5号楼路灯坏\n", []),
        ("11月18日\n5号楼路灯坏\n", ["--date", "11-17"]),
        ("周三\n5号楼路灯坏\n", []),
    ],
)
def test_a_date_that_may_mean_other_lines_is_refused(book: Desk, typed: str, flags: list[str]) -> None:
    answer = book.run("add", "-", *flags, stdin=typed)
    assert (answer.code, book.status()) == (2, [])
    assert "日期对不上" in answer.err


@pytest.mark.parametrize("typed", ["walk", "走动"])
def test_a_walk_is_not_added_but_logged(book: Desk, typed: str) -> None:
    answer = book.run("add", "5号楼路灯坏", "--kind", typed, "--yes")
    assert (answer.code, book.status()) == (2, [])
    assert "minqing 记录" in answer.err
    assert "接待(desk)" in answer.err


def test_check_and_add_agree_which_of_two_issues_had_the_ticket_first(book: Desk) -> None:
    book.ok("add", "8号楼路灯坏", "--kind", "hotline", "--ticket", "X1", "--yes")
    told = book.ok("add", "9号楼门坏", "--kind", "desk", "--ticket", "X1", "--yes")
    problem = book.run("check", "--json").json["problems"][0]
    assert "20261120-2 20261120-1" in told.err
    assert (problem["file"], "20261120-1" in problem["detail"]) == ("diaries/2026/2026-11-20-desk.md", True)


def test_households_may_be_typed_in_chinese(book: Desk) -> None:
    issue = book.ok("add", "5号楼停水", "--households", "十二", "--yes", "--json").issue
    assert issue["households"] == 12
    wrong = book.run("--lang", "zh", "add", "5号楼停水", "--households", "许多", "--yes")
    assert (wrong.code, "例如 12" in wrong.err) == (2, True)


def test_a_trial_tells_why_how_sure_and_what_came_up_before(book: Desk) -> None:
    book.ok("add", "3号楼门口路灯又灭了", "--kind", "hotline", "--ticket", "X1", "--yes")
    trial = ("add", "3号楼门口的路灯,阿姨说又灭了", "--ticket", "X1", "--dry-run")
    told = book.ok("--lang", "zh", *trial, "--json").json
    (issue,) = told["issues"]
    assert [(one["count"], one["earlier"]) for one in told["repeats"]] == [(2, ["20261120-1"])]
    assert told["tickets"] == [{"issue": "20261120-2", "first": "20261120-1"}]
    assert ("“3号楼门口” → 地点" in issue["because"], "“阿姨” → 反映人" in issue["because"]) == (True, True)
    assert (set(issue["confidence"]), issue["unsure"]) == ({"category", "tier"}, [])
    shown = book.ok("--lang", "zh", *trial)
    assert ("因为 “3号楼门口” → 地点,“阿姨” → 反映人" in shown.out, "第2次" in shown.err) == (True, True)
    assert "工单 X1" in shown.err


def test_what_was_said_needs_no_reason(book: Desk) -> None:
    said = ("--place", "5号楼", "--owner", "王丽", "--due", "周五", "--category", "facility", "--tier", "small")
    (issue,) = book.ok("add", "3号楼阿姨说灯灭了", *said, "--dry-run", "--json").json["issues"]
    assert issue["because"] == ["“阿姨” → 反映人"]


@pytest.mark.parametrize("command", [("add",), ("log", "--yes", "--issue")])
def test_a_trial_is_refused_as_the_command_would_be(book: Desk, command: tuple[str, ...]) -> None:
    for more in ((), ("--json",)):
        answer = book.run(*command, "7号楼灯坏 13912345678", "--dry-run", *more)
        assert (answer.code, "139****5678" in answer.err, "7号楼" in answer.out) == (5, True, True)
    assert book.run(*command, "7号楼灯坏 13912345678", "--dry-run", "--allow-private", "试").code == 0


def test_a_ticket_that_an_earlier_issue_has_is_told(book: Desk) -> None:
    book.ok("add", "5号楼路灯坏", "--kind", "hotline", "--ticket", "SL-1", "--yes")
    answer = book.ok("add", "6号楼没有热水", "--kind", "hotline", "--ticket", "ＳＬ-1", "--yes", "--json")
    assert answer.json["tickets"] == [{"issue": "20261120-2", "first": "20261120-1"}]
    more = book.ok("add", "8号楼漏水", "--kind", "hotline", "--ticket", "SL-1", "--yes")
    assert "工单 SL-1 在 20261120-1(5号楼路灯坏)上已经有了" in more.err
    assert "minqing 跟进 20261120-1" in more.err
    assert "两件事是同一个工单号" in book.ok("check").out
    assert "工单" not in book.ok("add", "9号楼漏水", "--ticket", "SL-2", "--yes").err


def test_full_width_numbers_of_a_place_are_those_of_every_place(book: Desk) -> None:
    assert book.ok("add", "９号楼门禁坏了", "--yes", "--json").issue["place"] == "9号楼"
    issue = book.ok("add", "门禁坏了", "--place", "９号楼Ｂ座", "--yes", "--json").issue
    assert (issue["place"], issue["title"]) == ("9号楼B座", "门禁坏了")


@pytest.mark.parametrize("kind", ["hotline", "desk"])
def test_a_ticket_that_is_named_before_the_words_is_read_and_stays_in_the_title(book: Desk, kind: str) -> None:
    title = "工单20261120001 8号楼电梯停了"
    (issue,) = book.ok("add", title, "--kind", kind, "--yes", "--json").json["issues"]
    assert (issue["title"], issue["ticket"]) == (title, "20261120001")


def test_a_number_that_nothing_names_is_a_ticket_of_the_hotline_alone(book: Desk) -> None:
    tickets = [
        book.ok("add", "20261120009 8号楼电梯停了", "--kind", kind, "--yes", "--json").json["issues"][0]["ticket"]
        for kind in ("hotline", "desk")
    ]
    assert tickets == ["20261120009", None]


def test_a_chinese_word_like_an_option_is_text_and_that_is_said(book: Desk) -> None:
    told = book.ok("add", "下水道堵了", "--类型", "来访", "--yes")
    assert "“--类型”不是选项" in told.err
    assert "下水道堵了 --类型 来访" in told.out
