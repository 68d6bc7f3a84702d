"""``minqing sync`` as it is typed: what it says, what it asks, what a program reads."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from desk import Desk


@pytest.fixture
def colleague(book: Desk, tmp_path: Path) -> Desk:
    """The computer of a colleague; ``book`` shares its diary with it by a folder on a stick."""
    stick = tmp_path / "优盘" / "日记.git"
    subprocess.run(["git", "init", "-q", "--bare", str(stick)], check=True)
    book.git("remote", "add", "origin", str(stick))
    book.ok("log", "--date", "11-16", "--walker", "王丽", "--issue", "5号楼路灯太亮", "--yes")
    book.ok("sync")
    root = tmp_path / "同事"
    subprocess.run(["git", "clone", "-q", str(stick), str(root)], check=True)
    other = Desk(root, book.patch, book.capsys)
    other.git("config", "user.name", "张书记")
    return other


def test_the_first_one_on_a_new_computer_makes_the_clone_the_diary_that_is_worked_on(
    book: Desk, colleague: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "新电脑"))
    assert colleague.ok("list").err == ""
    monkeypatch.chdir(tmp_path)
    assert colleague.anywhere("list").code == 2
    assert "从现在起,在任何文件夹里输入 minqing" in colleague.ok("sync").err
    assert colleague.anywhere("list", "--json").ids == ["20261116-1"]
    assert colleague.ok("sync").err == ""
    assert book.ok("sync").err == ""
    assert colleague.anywhere("办结", "路灯").code == 0
    assert colleague.commits == book.commits + 1


def test_what_came_and_what_was_sent_in_words(book: Desk, colleague: Desk) -> None:
    colleague.ok("办结", "路灯", "换了灯罩")
    assert colleague.ok("同步").out == "已发给同事 1 次改动:\n  张书记:办结 20261116-1 5号楼路灯太亮\n"
    book.ok("跟进", "路灯", "又去看了")
    lines = book.ok("sync").out.splitlines()
    assert lines == [
        "从同事那里收到 1 次改动:",
        "  张书记:办结 20261116-1 5号楼路灯太亮",
        "两边的内容已合并,都在日记里。",
        "已发给同事 1 次改动:",
        "  王丽:跟进 20261116-1 5号楼路灯太亮",
    ]
    assert book.ok("sync").out == "已经同步,没有新的内容。\n"
    assert book.message().splitlines()[0] == "与 张书记 的记录合并"
    assert book.trailers("Minqing-Action") == ["sync"]


def test_a_number_that_was_taken_is_said_and_last_follows(book: Desk, colleague: Desk) -> None:
    colleague.ok("add", "井盖破了", "--date", "11-18", "--yes")
    colleague.ok("sync")
    book.ok("add", "垃圾没人收", "--date", "11-18", "--yes")
    told = book.ok("sync").out
    assert "你的 20261118-1 改为 20261118-2(垃圾没人收):同事已经用了这个编号。" in told
    assert book.json("show", "last")["issues"][0]["id"] == "20261118-2"
    assert book.ok("check").code == 0


def test_json(book: Desk, colleague: Desk) -> None:
    colleague.ok("add", "井盖破了", "--date", "11-18", "--yes")
    colleague.ok("sync")
    book.ok("add", "垃圾没人收", "--date", "11-18", "--yes")
    told = book.json("sync")
    assert told["schema"] == 1
    assert [one["author"] for one in told["received"]] == ["张书记"]
    assert told["received"][0]["action"] == "add"
    assert told["renumbered"] == [{"file": "diaries/2026/2026-11-18-desk.md", "from": "20261118-1", "to": "20261118-2"}]
    assert told["pushed"] is True
    assert told["merge"] == book.git("rev-parse", "HEAD").strip()
    assert (told["problem"], told["branch"]) == (None, "main")


def contradict(book: Desk, colleague: Desk) -> str:
    path = "diaries/2026/2026-11-16.md"
    for desk, due in ((colleague, "2026-12-01"), (book, "2026-12-05")):
        text = desk.read(path)
        desk.write(path, text.replace("2026-11-23", due))
        desk.git("commit", "-qam", f"期限 {due}")
    colleague.ok("sync")
    return path


def test_a_contradiction_without_a_terminal(book: Desk, colleague: Desk) -> None:
    path = contradict(book, colleague)
    before = book.git("rev-parse", "HEAD"), book.read(path)
    answer = book.run("sync")
    assert answer.code == 1
    assert "20261116-1 5号楼路灯太亮 的“期限”" in answer.err
    assert "原来: 2026-11-23" in answer.err
    assert "我的: 2026-12-05(王丽," in answer.err
    assert "同事的: 2026-12-01(张书记," in answer.err
    assert "--mine" in answer.err
    assert (book.git("rev-parse", "HEAD"), book.read(path)) == before
    told = book.run("sync", "--json").json
    assert told["problem"] == "sync.contradiction"
    assert told["contradictions"] == [
        {"file": path, "issue": "20261116-1", "field": "due", "base": "2026-11-23",
         "ours": "2026-12-05", "theirs": "2026-12-01"}
    ]  # fmt: skip


@pytest.mark.parametrize(("option", "due"), [("--mine", "2026-12-05"), ("--theirs", "2026-12-01")])
def test_a_contradiction_decided_beforehand(book: Desk, colleague: Desk, option: str, due: str) -> None:
    path = contradict(book, colleague)
    book.ok("sync", option)
    assert f"期限: {due}" in book.read(path)
    colleague.ok("sync")
    assert colleague.read(path) == book.read(path)
    assert book.run("sync", "--mine", "--theirs").code == 2


def test_offline_it_says_so_and_works_on(book: Desk, colleague: Desk, tmp_path: Path) -> None:
    (tmp_path / "优盘").rename(tmp_path / "抽屉")
    answer = book.run("sync")
    assert answer.code == 4
    assert "优盘插好了吗" in answer.err
    assert "这台电脑上照常可以记" in answer.err
    assert book.run("sync", "--json").json["problem"] == "sync.not-there"
    book.ok("跟进", "路灯", "又去看了")
    (tmp_path / "抽屉").rename(tmp_path / "优盘")
    assert "又去看了" not in colleague.read("diaries/2026/2026-11-16.md")
    book.ok("sync")
    colleague.ok("sync")
    assert "又去看了" in colleague.read("diaries/2026/2026-11-16.md")


def test_without_a_place_to_share(book: Desk) -> None:
    answer = book.run("sync")
    assert answer.code == 4
    assert "remote add origin" in answer.err


def test_a_server_that_does_not_answer(book: Desk, colleague: Desk) -> None:
    book.git("config", "core.sshCommand", "sleep 60; :")
    book.git("remote", "set-url", "origin", "ssh://nobody:geheim@192.0.2.1/x")
    answer = book.run("sync", MINQING_SYNC_TIMEOUT="1")
    assert answer.code == 4
    assert "1 秒" in answer.err
    assert "geheim" not in answer.err
    assert book.run("sync", MINQING_SYNC_TIMEOUT="bald").code == 2


def test_a_number_that_came_in_is_said_masked(book: Desk, colleague: Desk) -> None:
    path = "diaries/2026/2026-11-16.md"
    colleague.write(path, colleague.read(path) + "\n老爷子的电话 13812345678\n")
    colleague.git("commit", "-qam", "改")
    colleague.git("push", "-q", "origin", "main")
    answer = book.run("sync")
    assert answer.code == 0
    line = book.read(path).splitlines().index("老爷子的电话 13812345678") + 1
    assert f"{path}:{line}  手机号码 138****5678(张书记 " in answer.err
    assert "minqing 清理号码" in answer.err
    assert "13812345678" not in answer.err + answer.out
    assert book.run("sync").err == ""


def test_a_number_committed_by_hand_is_not_sent(book: Desk, colleague: Desk) -> None:
    path = "diaries/2026/2026-11-16.md"
    book.write(path, book.read(path) + "\n老爷子的电话 13812345678\n")
    book.git("commit", "-qam", "改")
    answer = book.run("sync")
    assert answer.code == 5
    assert "没有发给同事" in answer.err
    assert f"{path}:" in answer.err
    assert "138****5678" in answer.err
    told = book.run("sync", "--json")
    assert (told.code, told.json["problem"]) == (5, "sync.private")
    assert [one["masked"] for one in told.json["private"]["withheld"]] == ["138****5678"]
    assert book.ok("--allow-private", "本人同意公开", "sync").out.startswith("已发给同事 2 次改动")
    assert "本人同意公开" in colleague.run("sync").err
    audit = colleague.run("audit")
    assert "写明理由、带着居民号码提交的\n  理由: 本人同意公开(王丽 " in audit.out


def test_a_hand_edit_with_a_number_stays_here_and_is_said(book: Desk, colleague: Desk) -> None:
    path = "diaries/2026/2026-11-16.md"
    book.write(path, book.read(path) + "\n老爷子的电话 13812345678\n")
    answer = book.run("sync")
    assert "没有提交" in answer.err
    assert "138****5678" in answer.err
    colleague.ok("sync")
    assert "13812345678" not in colleague.read(path)


def test_two_diaries_begun_apart(book: Desk, colleague: Desk, tmp_path: Path) -> None:
    late = Desk(tmp_path / "第三台", book.patch, book.capsys)
    late.root.mkdir()
    late.git("init", "-q", "-b", "main")
    late.git("config", "user.name", "李楼长")
    late.git("config", "user.email", "li@example.com")
    late.write("minqing.yaml", "语言: zh\n")
    late.ok("log", "--date", "11-16", "--walker", "李楼长", "--issue", "3号楼井盖破了", "--yes")
    late.git("remote", "add", "origin", book.git("remote", "get-url", "origin").strip())
    answer = late.run("sync")
    assert answer.code == 4
    assert "minqing 同步 --join" in answer.err
    assert late.run("sync", "--json").json["problem"] == "sync.unrelated"
    told = late.ok("sync", "--join", "--theirs").out
    assert "两本各自新建的日记已合成一本" in told
    assert "你的 20261116-1 改为 20261116-2(3号楼井盖破了)" in told
    book.ok("sync")
    assert [one["title"] for one in book.json("list")["issues"]] == ["5号楼路灯太亮", "3号楼井盖破了"]
    assert book.ok("check").code == 0


def test_an_error_in_the_diary_is_said(book: Desk, colleague: Desk) -> None:
    colleague.write("diaries/2026/2026-11-19.md", "---\n日期: 2026-11-19\n步数: 很多\n---\n")
    colleague.run("sync")
    answer = book.run("sync")
    assert answer.code == 1
    assert "1 处错误" in answer.err
    assert book.read("diaries/2026/2026-11-19.md")
