"""Notes that come to ``minqing log``: several walks, what is shown of them, and whatever is wrong with them."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from desk import Desk

from minqing.classify.models.encoder import Encoder, Meaning
from minqing.domain.errors import DIARY, MinqingError

TWO = "11月16日 周一 晴\n1. 5号楼路灯坏\n大家都好。\n11月9日 4700步\n1. 东门地锁,已拆除\n"


def diaries(desk: Desk) -> list[str]:
    return sorted(path.relative_to(desk.root).as_posix() for path in (desk.root / "diaries").rglob("*.md"))


def drafts(desk: Desk) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((desk.root / ".minqing/drafts").glob("notes-*.txt"))]


def test_several_walks_become_an_entry_each_in_one_commit(book: Desk) -> None:
    before = book.commits
    answer = book.run("log", "-", "--json", stdin=TWO)
    assert answer.json["entries"] == ["diaries/2026/2026-11-16.md", "diaries/2026/2026-11-09.md"]
    assert answer.ids == ["20261116-1", "20261109-1"]
    assert book.commits == before + 1
    assert sorted(book.committed()) == sorted(answer.json["entries"])
    assert "大家都好。" in book.read("diaries/2026/2026-11-16.md")


def test_two_walks_of_one_day_get_files_and_numbers_of_their_own(book: Desk) -> None:
    notes = "11月16日 8:30-11:40\n1、灯坏\n11月16日 14:00-16:00\n1、漏水\n"
    answer = book.run("log", "-", "--json", stdin=notes)
    assert answer.json["entries"] == ["diaries/2026/2026-11-16.md", "diaries/2026/2026-11-16-2.md"]
    assert answer.ids == ["20261116-1", "20261116-2"]


def test_options_beside_several_walks_are_refused_and_the_notes_kept(book: Desk) -> None:
    answer = book.run("log", "-", "--steps", "5000", stdin=TWO)
    assert (answer.code, diaries(book), drafts(book)) == (2, [], [TWO])
    assert "notes-1.txt" in answer.err


def test_a_dry_run_names_the_line_of_every_fact(book: Desk) -> None:
    answer = book.run("log", "-", "--dry-run", "--json", stdin="11月16日 晴\n\n1. 灯坏\n大家好。\n").json
    told = [(u["line"], u["fact"], u["text"], u["value"]) for u in answer["understood"]]
    assert told == [(1, "date", "11月16日", "2026-11-16"), (1, "weather", "晴", "晴")]
    assert (answer["issue_lines"], answer["body_lines"]) == ([[3]], [4])
    assert diaries(book) == []


def test_a_dry_run_in_words_names_the_lines_too(book: Desk) -> None:
    out = book.run("--lang", "zh", "log", "-", "--dry-run", stdin="11月16日 三千多步\n1. 灯坏\n大家好。\n").out
    assert "3000  ← 三千多步" in out
    assert "原样放进正文的行: 1、3" in out


def test_a_dry_run_of_several_walks_shows_them_all(book: Desk) -> None:
    answer = book.run("log", "-", "--dry-run", "--json", stdin=TWO).json
    assert [walk["facts"]["date"] for walk in answer["walks"]] == ["2026-11-16", "2026-11-09"]


@pytest.mark.parametrize(
    "raw",
    [
        TWO.encode("utf-16"),
        b"\xff\xfe" + TWO.encode("utf-16-le"),
        b"\xfe\xff" + TWO.encode("utf-16-be"),
        TWO.encode("gbk"),
    ],
    ids=["utf-16", "little", "big", "gbk"],
)
def test_notes_of_any_usual_encoding(book: Desk, raw: bytes) -> None:
    assert book.run("log", "-", "--json", stdin=raw).ids == ["20261116-1", "20261109-1"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04 and so on", "Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "不是文字"),
        (bytes(range(1, 32)) * 20, "不是文字"),
        (b"", "没有内容"),
        (b"\xff\xfe", "没有内容"),
    ],
    ids=["word", "picture", "controls", "empty", "mark alone"],
)
def test_a_file_that_is_no_text_is_refused_in_words(book: Desk, tmp_path: Path, raw: bytes, said: str) -> None:
    (tmp_path / "notes").write_bytes(raw)
    answer = book.run("--lang", "zh", "log", str(tmp_path / "notes"))
    assert (answer.code, answer.out, diaries(book)) == (2, "", [])
    assert said in answer.err


def test_a_folder_and_a_missing_file_are_refused_in_words(book: Desk, tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "nothing.txt"):
        answer = book.run("--lang", "zh", "log", str(name))
        assert answer.code == 2
        assert "打不开" in answer.err


def test_ten_megabytes_are_refused_soon_and_kept_whole(book: Desk) -> None:
    huge = "5号楼路灯坏了。\n" * 450_000
    start = time.perf_counter()
    answer = book.run("log", "-", stdin=huge)
    assert answer.code == 2
    assert time.perf_counter() - start < 5
    assert drafts(book) == [huge]
    assert diaries(book) == []


def test_many_issues_are_taken_with_a_remark(book: Desk) -> None:
    notes = "11月16日\n" + "".join(f"{n}、{n}号楼灯坏\n" for n in range(1, 301))
    answer = book.run("--lang", "zh", "log", "-", "--json", stdin=notes)
    assert len(answer.ids) == 300
    assert "300 件事" in answer.err


def test_a_day_to_come_is_refused_and_the_notes_kept(book: Desk) -> None:
    answer = book.run("--lang", "zh", "log", "-", stdin="2026-11-25\n1、灯坏\n")
    assert (answer.code, diaries(book)) == (2, [])
    assert "还没到" in answer.err
    assert drafts(book) == ["2026-11-25\n1、灯坏\n"]


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("4773000步", "steps"),
        ("步数:4773000", "steps"),
        ("今天一共477万步", "steps"),
        ("2870公里", "km"),
        ("90000千米", "km"),
    ],
)
def test_a_length_in_notes_that_nobody_walks_is_told_wherever_it_stands(book: Desk, fact: str, told: str) -> None:
    answer = book.ok("--lang", "zh", "log", "-", stdin=f"11月16日\n{fact}\n1、5号楼灯坏\n")
    words = {"steps": "不像一次走动的步数", "km": "不像一次走动的公里数"}[told]
    assert (words in answer.err, fact in book.read("diaries/2026/2026-11-16.md")) == (True, True)
    assert book.json("stats")[told] == 0


def test_a_length_that_was_walked_is_not_doubted(book: Desk) -> None:
    notes = "11月16日 4773步 2.87公里\n路上遇到从300公里外回来的小王,聊了几步路\n1、5号楼灯坏\n"
    assert "不像一次走动" not in book.ok("--lang", "zh", "log", "-", stdin=notes).err


def test_kilometres_that_nobody_walks_are_refused(book: Desk) -> None:
    far = book.run("--lang", "zh", "log", "--date", "11-16", "--km", "2870", "--issue", "5号楼灯坏", "--yes")
    assert (far.code, "2870 公里" in far.err, diaries(book)) == (2, True, [])
    book.ok("log", "--date", "11-16", "--km", "2.87", "--issue", "5号楼灯坏", "--yes")
    assert book.run("set", "11-16", "km", "287").code == 2
    assert "公里: 2.87\n" in book.read("diaries/2026/2026-11-16.md")


def test_the_other_length_of_typed_steps_or_kilometres_is_reckoned_and_said(book: Desk) -> None:
    told = book.ok("--lang", "zh", "log", "--date", "11-16", "--steps", "4773", "--text", "好")
    assert ("公里: 2.86\n" in book.read("diaries/2026/2026-11-16.md"), "2.86" in told.err) == (True, True)
    book.ok("log", "--date", "11-17", "--km", "3", "--text", "好")
    assert "步数: 5000\n" in book.read("diaries/2026/2026-11-17.md")


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A workspace that takes nothing any more; answers the folder of the user's data, which has room."""

    def full(*given: object, **more: object) -> None:
        raise MinqingError("workspace.disk-full", DIARY, path="x", why="")

    for place in ("minqing.workspace.files.write_atomic", "minqing.history.change.write_atomic"):
        monkeypatch.setattr(place, full)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *given, **more: tmp_path / "data")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "while"))
    (tmp_path / "while").mkdir()
    return tmp_path


@pytest.mark.parametrize("command", [("log", "-", "--yes"), ("add", "-", "--yes")])
def test_what_the_workspace_cannot_take_is_kept_elsewhere(book: Desk, no_room: Path, command: tuple[str, ...]) -> None:
    answer = book.run("--lang", "zh", *command, stdin="5号楼灯坏\n")
    kept = no_room / "data/drafts/notes-1.txt"
    assert (answer.code, f"您的内容留在 {kept}" in answer.err) == (1, True)
    assert kept.read_text(encoding="utf-8") == "5号楼灯坏\n"
    assert os.name == "nt" or kept.stat().st_mode & 0o077 == 0


def test_where_the_home_is_full_too_it_is_kept_for_a_while(book: Desk, no_room: Path) -> None:
    (no_room / "data").write_bytes(b"")
    answer = book.run("--lang", "zh", "add", "-", "--yes", stdin="5号楼灯坏\n")
    (kept,) = (no_room / "while").iterdir()
    assert (str(kept) in answer.err, kept.read_text(encoding="utf-8")) == (True, "5号楼灯坏\n")


def test_what_can_be_kept_nowhere_is_said_to_be_in_its_file_alone(book: Desk, no_room: Path) -> None:
    (no_room / "data").write_bytes(b"")
    (no_room / "while").rmdir()
    answer = book.run("--lang", "zh", "add", "-", "--yes", stdin="5号楼灯坏\n")
    assert (answer.code, "没有留下" in answer.err, "原来的文件里还有" in answer.err) == (1, True, True)


def test_a_trial_marks_guesses_and_says_what_they_rest_on(book: Desk) -> None:
    notes = "11月16日\n1. 5号楼路灯坏了\n2. 有点说不清的怪事\n"
    told = book.ok("--lang", "zh", "log", "-", "--dry-run", stdin=notes).out
    assert ("公共设施?" in told, "第 2 件拿不准: " in told, "第 1 件" in told) == (False, True, False)
    first, second = book.ok("log", "-", "--dry-run", "--json", stdin=notes).json["issues"]
    assert (first["unsure"], "category" in second["unsure"], bool(first["because"])) == ([], True, True)


def test_a_trial_of_what_stands_already_says_so(book: Desk) -> None:
    notes = "11月16日 晴\n1. 5号楼路灯坏了\n"
    book.ok("log", "-", stdin=notes)
    again = book.run("log", "-", "--dry-run", stdin=notes)
    assert (again.code, "diaries/2026/2026-11-16.md" in again.err) == (2, True)


@pytest.mark.parametrize(("time", "doubted"), [("11:40-8:30", True), ("8:30-11:40", False), ("22:00-0:30", False)])
def test_a_time_turned_round_is_told(book: Desk, time: str, doubted: bool) -> None:
    told = book.ok("--lang", "zh", "log", "--date", "11-16", "--time", time, "--text", "好")
    assert ("不像一次走动" in told.err) is doubted


def test_steps_that_cannot_be(book: Desk) -> None:
    assert book.run("log", "--steps", "4773000", "--text", "好").code == 2
    none = book.run("--lang", "zh", "log", "--steps", "0", "--text", "好")
    assert (none.code, "步数是 0" in none.err) == (0, True)
    told = book.run("--lang", "zh", "log", "-", stdin="11月16日\n步数 4773000\n1、灯坏\n")
    assert (told.code, "4773000" in told.err) == (0, True)
    assert "步数 4773000" in book.read("diaries/2026/2026-11-16.md")


def test_a_pair_that_does_not_fit_is_remarked(book: Desk) -> None:
    assert "对不上" in book.run("--lang", "zh", "log", "-", stdin="11月16日 4773步 29公里\n1、灯坏\n").err


def test_notes_can_be_added_to_the_walk_of_the_day(book: Desk) -> None:
    book.run("log", "-", stdin="11月16日 晴 4773步\n1、灯坏\n")
    answer = book.run("log", "-", "--append", "--json", stdin="11月16日 晴 5000步\n1、漏水\n又走了一趟。\n")
    assert answer.json["entry"] == "diaries/2026/2026-11-16.md"
    assert answer.ids == ["20261116-2"]
    text = book.read("diaries/2026/2026-11-16.md")
    assert "步数: 4773" in text
    for piece in ("5000", "又走了一趟。", "漏水"):
        assert piece in text


def test_a_walk_that_cannot_be_read_is_not_added_to_by_a_second_one(book: Desk) -> None:
    page = book.root / "diaries/2026/2026-11-16.md"
    book.run("log", "-", stdin="11月16日 晴 4773步\n1、灯坏\n")
    spoilt = page.read_bytes().replace(b"---", b"+++")
    page.write_bytes(spoilt)
    answer = book.run("--lang", "zh", "log", "--date", "2026-11-16", "--append", "--steps", "300", "--yes")
    assert (answer.code, "读不出来" in answer.err) == (1, True)
    assert [path.name for path in page.parent.glob("*.md")] == [page.name]
    assert page.read_bytes() == spoilt


FOURTH = "11月2日 晴\n7032步\n参加 刘敏、小周\n8:30-10:00\n1. 6号楼堆物\n"
DAY = "diaries/2026/2026-11-02.md"


def test_what_the_walk_of_the_day_has_not_yet_comes_into_its_header(book: Desk) -> None:
    book.run("log", "-", stdin="11月2日\n1. 4号楼门禁坏了\n")
    before = book.commits
    answer = book.run("--lang", "zh", "log", "-", "--append", "--yes", stdin=FOURTH)
    assert (answer.code, book.commits) == (0, before + 1)
    text = book.read(DAY)
    for line in ("时间: 08:30-10:00", "天气: 晴", "步数: 7032", "公里: ", "参加: [刘敏, 小周]"):
        assert f"\n{line}" in text
    assert ("又记" in text, "记在正文里" in answer.err) == (False, False)
    assert book.run("stats", "--json").json["steps"] == 7032


def test_what_it_has_stays_and_the_other_is_said_and_kept_in_words(book: Desk) -> None:
    book.run("log", "-", stdin="11月2日 阴 6218步 参加 刘敏\n1. 4号楼门禁坏了\n")
    front = book.read(DAY).split("参加")[0]
    answer = book.run("--lang", "zh", "log", "-", "--append", stdin=FOURTH)
    assert "步数已有 6218,这次的 7032 记在正文里" in answer.err
    assert "天气已有 阴,这次的 晴 记在正文里" in answer.err
    text = book.read(DAY)
    assert text.startswith(front.replace("天气", "时间: 08:30-10:00\n天气"))
    assert "\n参加: [刘敏, 小周]\n" in text
    assert "又记: 天气 晴,步数 7032\n" in text, "kilometres that nobody told are not noted"
    assert book.run("stats", "--json").json["steps"] == 6218


def test_what_the_walk_says_already_is_not_answered_as_if_it_were_new(book: Desk) -> None:
    book.ok("log", "--date", "11-02", "--weather", "晴", "--walker", "刘敏")
    before = book.commits
    more = ("log", "--date", "11-02", "--append")
    assert "没有改动" in book.ok("--lang", "zh", *more, "--weather", "晴").err
    assert book.commits == before
    assert "没有改动" not in book.ok("--lang", "zh", *more, "--weather", "雨").err


def without(book: Desk, path: str, *keys: str) -> None:
    """An entry as a hand left it that told only the one length."""
    kept = [line for line in book.read(path).splitlines(keepends=True) if not line.startswith(keys)]
    book.write(path, "".join(kept))
    book.commit_all()


def test_kilometres_do_not_come_beside_other_steps(book: Desk) -> None:
    book.run("log", "--date", "11-02", "--steps", "6218", "--text", "好")
    without(book, DAY, "公里")
    answer = book.run("--lang", "zh", "log", "-", "--append", stdin="11月2日 7032步 4.6公里\n")
    assert ("公里:" in book.read(DAY), "又记: 步数 7032,公里 4.6" in book.read(DAY)) == (False, True)
    assert "公里 4.6 是和正文里的步数一起的" in answer.err


def test_empty_lines_of_a_template_are_filled_and_nothing_else_is_touched(book: Desk) -> None:
    head = "---\n日期: 2026-11-02  # 周一\n天气:\n步数: ~\n公里:   # 没记\n参加: []\n同行: 城管、绿化队\n备注: 甲\n"
    book.write(DAY, f"{head}---\n\n正文  \n")
    book.commit_all()
    book.run("log", "-", "--append", "--km", "4.2", "--companion", "物业", stdin=FOURTH.replace("1. 6号楼堆物\n", ""))
    expected = (
        head.replace("天气:", "时间: 08:30-10:00\n天气: 晴").replace("~", "7032").replace("公里:", "公里: 4.2")
        .replace("[]", "[刘敏, 小周]").replace("城管、绿化队", "[城管, 绿化队, 物业]")
    )  # fmt: skip
    assert book.read(DAY) == f"{expected}---\n\n正文  \n"


def test_two_walks_of_one_paste_are_both_added(book: Desk) -> None:
    book.run("log", "-", stdin="11月2日\n1. 4号楼门禁坏了\n")
    notes = "11月2日 8:30-10:00 7032步\n1、灯坏\n11月2日 14:00-16:00 3000步\n1、漏水\n"
    answer = book.run("--lang", "zh", "log", "-", "--append", stdin=notes)
    text = book.read(DAY)
    assert ("灯坏" in text, "漏水" in text, "步数: 7032" in text, "步数 3000" in text) == (True, True, True, True)
    assert "步数已有 7032,这次的 3000 记在正文里" in answer.err


def test_a_bare_pipe_of_nothing_known_is_kept(book: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from minqing.cli.commands import logging

    monkeypatch.setattr(logging, "is_piped", lambda: True)
    answer = book.run("log", stdin="随便一句\n")
    assert (answer.code, drafts(book)) == (2, ["随便一句\n"])
    assert book.run("log", "--json", stdin="11月16日\n1、灯坏\n").ids == ["20261116-1"]


# add


def test_lines_on_stdin_are_an_issue_each_in_one_commit(book: Desk) -> None:
    before = book.commits
    lines = "1. 5号楼路灯坏\n2、3号楼堆物,已清理\n\n- 东门地锁 !大事 @城管队\n"
    answer = book.run("add", "-", "--kind", "hotline", "--json", stdin=lines)
    assert answer.ids == ["20261120-1", "20261120-2", "20261120-3"]
    assert answer.json["entry"] == "diaries/2026/2026-11-20-hotline.md"
    lamp, pile, lock = answer.json["issues"]
    assert (lamp["title"], pile["state"], lock["tier"], lock["owner"]) == ("5号楼路灯坏", "closed", "large", "城管队")
    assert book.commits == before + 1
    more = book.run("add", "-", "--kind", "hotline", "--json", stdin="又一件灯坏\n")
    assert (more.json["entry"], more.ids) == (answer.json["entry"], ["20261120-4"])


def test_a_line_may_begin_with_its_ticket(book: Desk) -> None:
    lines = "工单 2026112000123 5号楼路灯坏\n2026112000124,东门地锁\n"
    issues = book.run("add", "-", "--kind", "hotline", "--json", stdin=lines).json["issues"]
    told = [(i["ticket"], i["title"]) for i in issues]
    assert told == [("2026112000123", "5号楼路灯坏"), ("2026112000124", "东门地锁")]


def test_one_ticket_for_several_is_refused_and_the_lines_kept(book: Desk) -> None:
    answer = book.run("add", "-", "--ticket", "123456", stdin="灯坏\n漏水\n")
    assert (answer.code, diaries(book), drafts(book)) == (2, [], ["灯坏\n漏水\n"])


def test_a_dry_run_of_add_writes_nothing(book: Desk) -> None:
    answer = book.run("add", "-", "--dry-run", "--json", stdin="灯坏\n漏水\n").json
    assert [i["title"] for i in answer["issues"]] == ["灯坏", "漏水"]
    assert diaries(book) == []


def test_it_says_which_lines_without_a_number_look_like_matters(book: Desk) -> None:
    answer = book.run("log", "-", stdin="11月16日 晴\n5号楼路灯坏了\n大家都说凉亭好\n")
    assert answer.code == 0
    assert "有 1 行像是事项(如“5号楼路灯坏了”)" in answer.err
    assert "像是事项" not in book.run("log", "-", stdin="11月15日 晴\n- 5号楼路灯坏了\n大家都说凉亭好\n").err


def test_what_comes_over_a_pipe_and_is_no_text_is_kept_as_it_came(book: Desk) -> None:
    sent = b"\x89PNG\r\n\x1a\n\x00\x01" * 40
    answer = book.run("log", "-", stdin=sent)
    assert answer.code == 2
    assert "notes-1.bin" in answer.err
    assert (book.root / ".minqing/drafts/notes-1.bin").read_bytes() == sent


def test_a_ticket_before_a_matter_of_the_notes_is_its_own(book: Desk) -> None:
    (issue,) = book.ok("log", "-", "--json", stdin="11月16日\n1. 工单号20261116003 5号楼暖气不热\n").json["issues"]
    assert (issue["ticket"], issue["title"]) == ("20261116003", "5号楼暖气不热")


def test_a_matter_in_other_words_at_the_same_place_is_told(book: Desk) -> None:
    book.ok("log", "--date", "2026-11-09", "--issue", "五号楼路灯坏了")
    said = book.ok("log", "-", stdin="11月16日\n1. 5栋照明故障\n2. 5号楼路灯太亮\n").err
    assert "第2次" in said
    assert "照明故障" in said
    assert "太亮" not in said


def test_of_many_guesses_some_are_told_and_the_others_counted(book: Desk) -> None:
    lines = "".join(f"{n}. {n}号楼有点事情要说\n" for n in range(1, 13))
    told = book.ok("log", "-", "--yes", stdin=f"11月16日\n{lines}").err
    assert told.count("拿不准:") == 5
    assert "另有 7 件也拿不准" in told


def test_noted_steps_alone_get_their_kilometres_and_that_is_said(book: Desk) -> None:
    answer = book.run("log", "-", "--json", stdin="11月16日 5000步\n1. 5号楼路灯坏\n")
    assert (answer.code, "3.00" in answer.err) == (0, True)
    page = book.read("diaries/2026/2026-11-16.md")
    assert "5000" in page
    assert "3.00" in page


def test_a_handful_of_steps_is_no_kilometre(book: Desk) -> None:
    answer = book.run("log", "-", "--dry-run", "--json", stdin="11月16日 5步\n1. 5号楼路灯坏\n")
    assert (answer.json["facts"]["steps"], answer.json["facts"].get("km")) == (5, None)
    assert "0.00" not in answer.err


def test_noted_kilometres_alone_get_their_steps(book: Desk) -> None:
    answer = book.run("log", "-", "--dry-run", "--json", stdin="11月16日 3公里\n1. 5号楼路灯坏\n")
    facts = answer.json["facts"]
    assert (facts["steps"], facts["km"]) == (5000, 3)
    assert "5000" in answer.err


def test_the_same_notes_are_refused_though_a_step_is_longer_by_now(book: Desk) -> None:
    """The walk itself is among those whose average is taken the next time."""
    for day in ("11-02", "11-09"):
        book.ok("log", "--date", day, "--steps", "5000", "--km", "4")
    notes = "11月16日 5000步\n1. 5号楼路灯坏\n"
    assert "3.00" in book.run("log", "-", stdin=notes).err
    assert "3.66" in book.run("log", "-", "--dry-run", stdin=notes).err
    assert book.run("log", "-", stdin=notes).code == 2
    assert book.json("stats")["steps"] == 15000


@pytest.mark.parametrize(
    ("there", "more", "stands", "untold"),
    [
        (("--km", "3.7"), "1200步", ("步数: 1200", "公里: 3.7"), "0.72"),
        (("--steps", "4000"), "2公里", ("步数: 4000", "公里: 2\n"), "3333"),
        (("--steps", "4000"), "1200步", ("步数: 4000", "又记: 步数 1200\n"), "0.72"),
    ],
)
def test_what_nobody_told_comes_beside_nothing_that_was_told(
    book: Desk, there: tuple[str, ...], more: str, stands: tuple[str, ...], untold: str
) -> None:
    book.ok("log", "--date", "11-16", "--text", "好", *there)
    without(book, "diaries/2026/2026-11-16.md", "公里" if "--steps" in there else "步数")
    answer = book.run("--lang", "zh", "log", "-", "--append", stdin=f"11月16日 {more}\n1. 5号楼路灯坏\n")
    text = book.read("diaries/2026/2026-11-16.md")
    assert [piece for piece in stands if piece not in text] == []
    assert (untold in text, untold in answer.err) == (False, False)


@pytest.mark.parametrize(("lang", "told"), [("zh", "没有认出事项"), ("en", "no matter was found")])
def test_notes_with_words_and_no_matter_in_them_say_so(book: Desk, lang: str, told: str) -> None:
    answer = book.run("--lang", lang, "log", "-", stdin="11月17日走了一圈。大家都说扶手好。\n")
    assert (answer.code, told in answer.err) == (0, True)


def test_notes_with_a_matter_or_without_words_say_nothing_of_that(book: Desk) -> None:
    for notes in ("11月17日 5000步\n", "11月18日走了一圈。6号楼门禁坏了。\n"):
        assert "没有认出事项" not in book.run("--lang", "zh", "log", "-", stdin=notes).err


CALLS = "12345热线登记 11月16日\n【202611160001】 5号楼王女士反映暖气不热\n【202611160002】 8号楼居民反映树密遮光\n"
HOTLINE = "diaries/2026/2026-11-16-hotline.md"


def test_a_register_is_no_walk_and_that_is_told(book: Desk) -> None:
    answer = book.run("--lang", "zh", "log", "-", "--json", stdin=CALLS)
    assert answer.json["entry"] == HOTLINE
    assert "不是走动" in answer.err
    assert [issue["ticket"] for issue in answer.json["issues"]] == ["202611160001", "202611160002"]
    stats = book.run("stats", "--json").json
    assert (stats["walks"], stats["mondays"], stats["issues"]["raised"]) == (0, 0, 2)


def test_more_of_a_register_joins_that_days_entry_of_its_kind(book: Desk) -> None:
    book.run("add", "3号楼灯不亮", "--kind", "hotline", "--date", "11-16", "--yes")
    answer = book.run("log", "-", "--json", stdin=CALLS)
    assert (answer.json["entry"], answer.ids) == (HOTLINE, ["20261116-2", "20261116-3"])
    assert diaries(book) == [HOTLINE]
    assert "当天已有" not in answer.err


def test_what_notes_are_may_be_said(book: Desk) -> None:
    assert book.run("log", "-", "--kind", "走动", "--json", stdin=CALLS).json["entry"] == "diaries/2026/2026-11-16.md"
    visit = book.run("log", "-", "--kind", "visit", "--json", stdin="11月17日\n1. 5号楼漏水\n")
    assert visit.json["entry"] == "diaries/2026/2026-11-17-visit.md"
    assert book.run("log", "-", "--kind", "散步", stdin="11月17日\n1. 灯坏\n").code == 2


def test_a_dry_run_tells_the_kind_too(book: Desk) -> None:
    answer = book.run("log", "-", "--dry-run", "--json", stdin=CALLS).json
    assert (answer["facts"]["kind"], diaries(book)) == ("hotline", [])


def test_a_dry_run_of_an_addition_shows_what_goes_where(book: Desk) -> None:
    book.run("log", "-", stdin="11月2日 阴 6218步\n1. 4号楼门禁坏了\n")
    before = book.read(DAY)
    told = book.run("--lang", "zh", "log", "-", "--append", "--dry-run", stdin=FOURTH).out
    assert f"补进 {DAY}" in told
    assert "写进表头: 时间 08:30-10:00,参加 刘敏、小周" in told
    assert "写进正文: 又记: 天气 晴,步数 7032" in told
    answer = book.run("log", "-", "--append", "--dry-run", "--json", stdin=FOURTH).json
    assert (answer["into"], answer["into_header"]) == (DAY, ["time", "walkers"])
    assert answer["into_body"] == ["weather", "steps"]
    assert book.read(DAY) == before


def test_a_reckoned_length_names_the_walk_of_several_that_it_belongs_to(book: Desk) -> None:
    notes = "11月16日 4773步\n1. 灯坏\n11月9日 2.4公里\n1. 漏水\n"
    said = book.run("--lang", "zh", "log", "-", "--dry-run", stdin=notes).err
    assert ("2026-11-16: 按一步" in said, "2026-11-09: 按一步" in said) == (True, True)
    alone = book.run("--lang", "zh", "log", "-", "--dry-run", stdin="11月16日 4773步\n1. 灯坏\n").err
    assert "2026-11-16: 按一步" not in alone


def test_a_dry_run_names_the_lines_that_were_taken_for_in_order(book: Desk) -> None:
    told = book.run("--lang", "zh", "log", "-", "--dry-run", stdin="11月16日\n门禁 ×\n井盖 √\n路灯 √\n").out
    assert told.count("打钩是正常") == 2


def test_what_the_words_of_a_walk_leave_in_doubt_is_read_together(book: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """And once, though it is written, and told of as unsure: one sentence alone takes three times as long to read."""
    asked: list[list[str]] = []
    read = Encoder.read

    def noted(self: Encoder, texts: Sequence[str]) -> list[Meaning]:
        asked.append(list(texts))
        return read(self, texts)

    monkeypatch.setattr(Encoder, "read", noted)
    monkeypatch.setattr("minqing.classify.models.encoder._READ", {})
    doubtful = "11月16日\n1. 老张家的事还没完\n2. 有人问起那块牌子的事\n3. 几位老人聊到以前的老邻居\n"
    book.ok("log", "-", stdin=doubtful)
    assert [len(texts) for texts in asked] == [3]


def test_a_second_value_that_says_otherwise_stays_in_the_body_and_is_named(book: Desk) -> None:
    notes = "11月16日\n步数:4000\n1、灯坏\n微信步数 4800步\n2、漏水\n"
    answer = book.run("log", "-", "--json", stdin=notes)
    assert "“微信步数 4800步”和前面的 4000 不一样" in answer.err
    page = book.read("diaries/2026/2026-11-16.md")
    assert "步数: 4000\n" in page
    assert page.endswith("\n微信步数 4800步\n")
    assert "不一样" not in book.run("log", "-", stdin="11月9日 4000步\n1、门坏\n4000步\n").err


def test_two_rounds_that_name_no_day_are_taken_as_of_today_and_that_is_said(book: Desk) -> None:
    answer = book.run("log", "-", stdin="上午:\n8:30-10:00 2000步\n1、灯坏\n下午:\n14:00-15:30 3000步\n2、漏水\n")
    assert answer.err.count("记录里没有认出日期,按今天") == 1
    assert len(diaries(book)) == 2
