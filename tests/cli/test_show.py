"""``minqing show``: an issue with its story, or a day."""

from __future__ import annotations

from desk import Desk, issue_yaml


def test_the_whole_story_of_an_issue(desk: Desk) -> None:
    desk.issue(
        "2026-11-02", "2026-11-03 联系 打了电话", "2026-11-04 交办 绿化队 先看", "2026-11-05 延期 2026-11-20",
        "2026-11-06 改级 大事", "2026-11-07 改类 环境卫生", "2026-11-10 办结 剪了", "2026-11-17 回访 满意 好",
        place="8号楼", reporter="阿姨", category="facility", tier="small", owner="居干", due="2026-11-09",
        ticket="'012'", households="3", cost="12.5", photos="[a.jpg]",
    )  # fmt: skip
    out = desk.ok("show", "1102-1").out
    pieces = (
        "20261102-1", "窗前的路灯太亮", "8号楼", "阿姨", "环境卫生", "大事", "绿化队", "2026-11-20", "012", "12.5",
        "a.jpg", "2026-11-03", "联系", "打了电话", "先看", "延期", "剪了", "满意", "diaries/2026/2026-11-02.md",
    )  # fmt: skip
    for piece in pieces:
        assert piece in out, piece
    assert out.index("打了电话") < out.index("先看") < out.index("剪了")


def test_a_day_has_its_page_what_was_raised_and_what_was_done(desk: Desk) -> None:
    desk.issue("2026-11-09", "2026-11-16 办结 修好了", title="树密")
    issues = issue_yaml("20261116-1", title="路灯太亮")
    desk.entry("2026-11-16", "步数: 4773\n参加: 张书记、王丽\n", issues, "\n## 走\n大家都好。\n")
    desk.entry("2026-11-16", "kind: desk\n", issue_yaml("20261116-2", title="漏水"), name="2026-11-16-desk")
    out = desk.ok("show", "周一").out
    for piece in ("4773", "张书记", "大家都好。", "路灯太亮", "漏水", "树密", "修好了"):
        assert piece in out
    found = desk.json("show", "2026-11-16")
    assert found["date"] == "2026-11-16"
    assert [e["kind"] for e in found["entries"]] == ["walk", "desk"]
    assert [i["id"] for i in found["issues"]] == ["20261116-1", "20261116-2"]
    (line,) = found["progress"]
    assert (line["issue"], line["verb"], line["text"]) == ("20261109-1", "close", "修好了")


def test_a_day_on_which_only_something_was_done(desk: Desk) -> None:
    desk.issue("2026-11-09", "2026-11-17 跟进 看过")
    assert "看过" in desk.ok("show", "11-17").out


def test_a_day_on_which_nothing_was_is_3(desk: Desk) -> None:
    desk.issue("2026-11-09")
    answer = desk.run("show", "11-10")
    assert (answer.code, answer.out) == (3, "")
    assert "2026-11-10" in answer.err


def test_a_day_as_of_an_earlier_one_shows_its_issues_as_they_were(desk: Desk) -> None:
    desk.issue("2026-11-09", "2026-11-12 办结")
    (issue,) = desk.json("show", "2026-11-09", "--as-of", "11-10")["issues"]
    assert issue["state"] == "open"


def test_a_line_dated_before_its_entry_was_done_on_the_entrys_day(desk: Desk) -> None:
    desk.issue("2026-11-09", "2026-11-05 联系 早了")
    found = desk.run("show", "2026-11-09", "--json").json
    assert [line["text"] for line in found["progress"]] == ["早了"]
