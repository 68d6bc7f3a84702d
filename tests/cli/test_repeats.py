"""The same matter at the same place, where nobody is asked: said on stderr, and a key of the JSON."""

from __future__ import annotations

from desk import Desk, issue_yaml


def test_add_says_that_a_matter_came_up_before(book: Desk) -> None:
    book.issue("2026-06-25", "2026-07-02 close 加了灯罩", title="5号楼路灯太亮", place="5号楼")
    first = book.ok("add", "五号楼窗前的路灯太亮", "--yes")
    assert "第2次:上次 2026-07-02 办结(20260625-1)" in first.err
    answer = book.ok("add", "5号楼的路灯太亮了", "--yes", "--json").json
    assert answer["repeats"] == [
        {"issue": "20261120-2", "count": 3, "earlier": ["20261120-1", "20260625-1"], "open": ["20261120-1"]}
    ]


def test_log_says_it_too_and_another_number_is_another_place(book: Desk) -> None:
    book.issue("2026-06-25", title="5号楼路灯太亮", place="5号楼")
    done = book.ok("log", "--issue", "15号楼路灯太亮", "5号楼路灯太亮")
    assert done.err.count("第2次") == 1
    assert "5号楼路灯太亮: 第2次:上次 2026-06-25 提出,还没办结(20260625-1)" in done.err


def test_what_came_up_for_the_first_time_is_no_repeat(book: Desk) -> None:
    assert book.ok("add", "5号楼路灯太亮", "--yes").err == ""
    assert book.ok("add", "6号楼路灯太亮", "--yes", "--json").json["repeats"] == []


def test_what_comes_up_again_and_again_is_no_small_matter_whoever_writes_it_down(book: Desk) -> None:
    text = "3号楼2单元门口小广告"
    assert book.json("classify", text)["suggestions"][0]["tier"] == "small"
    for day in ("2026-09-07", "2026-09-14", "2026-09-21"):
        book.issue(day, f"{day} close 清了", title=text, place="3号楼2单元门口")
    assert book.json("classify", text)["suggestions"][0]["tier"] == "medium"
    assert book.json("add", text, "--yes")["issues"][0]["tier"] == "medium"
    assert book.json("log", "--issue", text)["issues"][0]["tier"] == "medium"


def test_what_was_only_read_yet_is_compared_with_the_diary_and_with_itself(book: Desk) -> None:
    book.issue("2026-06-25", title="5号楼路灯太亮", place="5号楼")
    (book.root / "n.txt").write_text("11月16日\n1. 5号楼路灯太亮\n2. 3号楼楼道堆物\n3. 五号楼的路灯太亮了\n", "utf-8")
    shown = book.ok("log", str(book.root / "n.txt"), "--dry-run")
    assert "5号楼路灯太亮: 第2次:上次 2026-06-25 提出,还没办结(20260625-1)" in shown.err
    assert "这次有两件像是同一件事:“5号楼路灯太亮”和“五号楼的路灯太亮了”。" in shown.err
    answer = book.json("log", str(book.root / "n.txt"), "--dry-run")
    assert answer["alike"] == [{"issue": "20261116-3", "first": "20261116-1"}]
    assert [found["issue"] for found in answer["repeats"]] == ["20261116-1", "20261116-3"]
    written = book.ok("log", str(book.root / "n.txt"))
    assert "若是一件: minqing 重复 20261116-3 20261116-1" in written.err


def test_a_trial_names_every_repeat_and_what_is_written_says_how_many_more_there_are(book: Desk) -> None:
    book.entry(
        "2026-06-25",
        issues="".join(issue_yaml(f"20260625-{n}", title=f"{n}号楼路灯不亮", place=f"{n}号楼") for n in range(1, 9)),
    )
    typed = ["log", "--issue", *(f"{n}号楼路灯不亮" for n in range(1, 9)), "--lang", "zh"]
    trial = book.ok(*typed, "--dry-run").err
    assert trial.count("第2次") == 8
    assert "没有一一列出" not in trial
    written = book.ok(*typed, "--yes").err
    assert written.count("第2次") == 5
    assert "还有 3 件也是这样,没有一一列出。" in written


def test_two_walks_of_one_day_are_compared_before_they_are_written(book: Desk) -> None:
    book.issue("2026-06-25", title="3号楼漏水", place="3号楼")
    paste = (
        "11.16 上午 晴 3000步\n1. 5号楼路灯不亮\n2. 3号楼漏水\n\n11.16 下午 5000步\n1. 5号楼路灯不亮\n2. 8号楼堆放杂物"
    )
    (book.root / "n.txt").write_text(paste + "\n", "utf-8")
    shown = book.ok("log", str(book.root / "n.txt"), "--dry-run")
    assert "这次有两件像是同一件事:“5号楼路灯不亮”和“5号楼路灯不亮”。" in shown.err
    assert "3号楼漏水: 第2次" in shown.err
    answer = book.json("log", str(book.root / "n.txt"), "--dry-run")
    assert answer["alike"] == [{"issue": "20261116-3", "first": "20261116-1"}]
    assert [found["issue"] for found in answer["repeats"]] == ["20261116-2"]
    assert [[issue["id"] for issue in walk["issues"]] for walk in answer["walks"]] == [
        ["20261116-1", "20261116-2"],
        ["20261116-3", "20261116-4"],
    ]
    assert book.json("log", str(book.root / "n.txt"))["alike"] == answer["alike"]


def test_the_numbers_shown_go_on_behind_those_of_the_day(book: Desk) -> None:
    book.ok("log", "--date", "2026-11-16", "--issue", "3号楼漏水")
    (book.root / "n.txt").write_text("11月16日\n1. 5号楼路灯不亮\n", "utf-8")
    assert [i["id"] for i in book.json("log", str(book.root / "n.txt"), "--dry-run")["issues"]] == ["20261116-2"]


def test_news_of_an_open_matter_are_no_new_one_and_the_command_that_notes_them_is_told(book: Desk) -> None:
    book.issue("2026-11-09", title="11号楼下水道堵了", place="11号楼")
    book.issue("2026-11-10", title="5号楼孙大爷说楼梯扶手松了", place="5号楼")
    notes = "11月16日 3000步\n1. 7号楼灯坏\n2. 11号楼下水道通了\n3. 孙大爷扶手的事答应给问残联\n"
    (book.root / "n.txt").write_text(notes, "utf-8")
    shown = book.ok("log", str(book.root / "n.txt"), "--dry-run")
    assert "第3行像是以前那件的新情况,没有另记,留在正文: 11号楼下水道通了" in shown.err
    assert "minqing 办结 20261109-1 11号楼下水道通了" in shown.err
    assert "minqing 跟进 20261110-1 孙大爷扶手的事答应给问残联" in shown.err
    answer = book.json("log", str(book.root / "n.txt"), "--yes")
    assert [issue["title"] for issue in answer["issues"]] == ["7号楼灯坏"]
    assert answer["news"] == [
        {"line": 3, "text": "11号楼下水道通了", "issue": "20261109-1", "ended": True},
        {"line": 4, "text": "孙大爷扶手的事答应给问残联", "issue": "20261110-1", "ended": False},
    ]
    body = (book.root / answer["entry"]).read_text("utf-8")
    assert "2. 11号楼下水道通了\n3. 孙大爷扶手的事答应给问残联\n" in body


def test_a_promise_counts_from_the_day_of_the_walk_and_the_preview_shows_its_words(book: Desk) -> None:
    (book.root / "n.txt").write_text("11月9日 3000步\n1. 7号楼灯坏,物业说下周三来换\n", "utf-8")
    shown = book.ok("log", str(book.root / "n.txt"), "--dry-run")
    assert "2026-11-18  ← 物业说下周三来换" in shown.out
    answer = book.json("log", str(book.root / "n.txt"), "--yes")
    assert answer["issues"][0]["due"] == "2026-11-18"
