"""What plain git leaves of a merge, rebase or stash in a clone that never saw minqing: named, mended, nothing lost."""

from __future__ import annotations

import os
import subprocess
from itertools import cycle, product
from pathlib import Path

import pytest
from team import DAY, ENTRY, Person, Team, progress

from minqing.__main__ import run

END = "    事由: 小广告\n"
LONG = os.environ.get("MINQING_LONG")
STYLES = ("merge", "diff3", "zdiff3")
Pairs = tuple[tuple[str, str], ...]
SHAPES: dict[str, tuple[Pairs, Pairs, tuple[str, ...]]] = {
    "lines": ((progress("2026-11-18 跟进 甲"),), (progress("2026-11-18 办结 乙"),), ("跟进 甲", "办结 乙")),
    "issues": (
        ((END, END + "  - 编号: 20261116-3\n    事由: 甲\n"),),
        ((END, END + "  - 编号: 20261116-3\n    事由: 乙\n    办理:\n      - 2026-11-17 跟进 丙\n"),),
        ("事由: 甲", "事由: 乙", "跟进 丙", "20261116-4"),
    ),
    "names": ((("王丽]", "王丽, 甲]"),), (("王丽]", "王丽, 乙]"),), ("参加: [张书记, 王丽, 乙, 甲]",)),
    "fields": (
        (("    责任: 物业\n", "    责任: 物业\n    户数: 12\n"),),
        (("    责任: 物业\n", "    责任: 物业\n    层级: 中事\n"),),
        ("户数: 12", "层级: 中事"),
    ),
    "a paragraph": ((("走了一圈。", "走了甲圈。"),), (("走了一圈。", "走了乙圈。"),), ("走了甲圈。", "走了乙圈。")),
    "the end": (
        (("走了一圈。\n", "走了一圈。\n\n甲。\n"),),
        (("走了一圈。\n", "走了一圈。\n\n- 乙\n- 丙\n"),),
        ("甲。", "- 乙\n- 丙"),
    ),
    "both halves": (
        (progress("2026-11-18 跟进 甲"), ("走了一圈。", "走了一圈,甲。")),
        (progress("2026-11-19 跟进 乙"), ("走了一圈。", "走了一圈,乙。")),
        ("跟进 甲", "跟进 乙", "走了一圈,甲。", "走了一圈,乙。"),
    ),
}  # fmt: skip


CASES = [*product(SHAPES, STYLES)] if LONG else [*zip(SHAPES, cycle(STYLES), strict=False)]


def plain(person: Person, *args: str) -> int:
    """git as somebody types it who never heard of a merge driver."""
    return subprocess.run(["git", *args], cwd=person.root, capture_output=True, check=False).returncode


def by_git(person: Person, *pairs: tuple[str, str], path: str = DAY) -> None:
    text = person.read(path)
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    person.by_hand(path, text)
    person.git("add", "-A")
    person.git("commit", "-qm", "改")


def pulled(team: Team, style: str = "merge", *how: str) -> Person:
    """The first one has pushed; the second one pulls, and it does not go smoothly."""
    a, b = team.people[:2]
    for person in (a, b):
        plain(person, "config", "--remove-section", "merge.minqing")
    a.git("push", "-q", "origin", "main")
    options = how or ("--no-rebase",)
    assert plain(b, "-c", f"merge.conflictStyle={style}", "pull", "-q", *options, "origin", "main")
    return b


def check(person: Person, *more: str) -> int:
    return run(["--lang", "zh", "-C", str(person.root), "check", *more])


def whole(person: Person, *words: str) -> None:
    """Everything is there, in a diary that is in order, committed, and can be shared."""
    text = "".join(person.diary().values())
    assert [word for word in words if word not in text] == []
    assert person.problems() == []
    assert person.git("status", "--porcelain") == ""
    assert person.sync().pushed


@pytest.mark.parametrize(
    ("shape", "style"), [*(product(SHAPES, STYLES) if LONG else zip(SHAPES, cycle(STYLES), strict=False))]
)
def test_shapes_of_conflict(team: Team, shape: str, style: str) -> None:
    mine, theirs, words = SHAPES[shape]
    by_git(team.people[0], *mine)
    by_git(team.people[1], *theirs)
    b = pulled(team, style)
    assert "conflict-marker" in b.problems()
    assert check(b) == 1
    assert check(b, "--fix") == 0
    whole(b, *words)


@pytest.mark.parametrize("how", ["crlf", "bom"])
def test_line_ends_and_marks_of_other_programs(tmp_path: Path, how: str) -> None:
    text = ENTRY.replace("\n", "\r\n") if how == "crlf" else "\ufeff" + ENTRY
    team = Team(tmp_path, {DAY: text})
    end = "\r\n" if how == "crlf" else "\n"
    for person, word in zip(team.people, ("跟进 甲", "跟进 乙"), strict=True):
        by_git(person, (f"打了电话{end}", f"打了电话{end}      - 2026-11-18 {word}{end}"))
    b = pulled(team)
    assert check(b, "--fix") == 0
    assert b.read().startswith(text[:3])
    assert (b.read().count("\n") == b.read().count("\r\n")) == (how == "crlf")
    whole(b, "跟进 甲", "跟进 乙")


@pytest.mark.parametrize("kind", ["walk", "desk"])
def test_both_have_begun_the_page_of_a_day(team: Team, kind: str) -> None:
    path = f"diaries/2026/2026-11-17{'-desk' if kind == 'desk' else ''}.md"
    for person in team.people:
        who = person.name
        text = f"---\n日期: 2026-11-17\n{'类型: 接待' if kind == 'desk' else ''}\n参加: [{who}]\n事项:\n"
        person.by_hand(path, f"{text}  - 编号: 20261117-1\n    事由: {who}听说的\n---\n\n{who}写的。\n")
        person.git("add", "-A")
        person.git("commit", "-qm", "记")
    b = pulled(team, "diff3")
    assert check(b, "--fix") == 0
    assert len(b.diary()) == (2 if kind == "desk" else 3)
    whole(b, *(f"{name}{what}" for name in ("王丽", "张书记") for what in ("听说的", "写的。")), "20261117-2")


@pytest.mark.parametrize("style", STYLES if LONG else STYLES[1:2])
def test_marks_within_marks(team: Team, style: str) -> None:
    """Somebody has committed and pushed the marks; the next one has changed the same place."""
    a, b = team.people
    c = team.join(2)
    by_git(a, progress("2026-11-18 跟进 甲"))
    by_git(b, progress("2026-11-18 跟进 乙"))
    by_git(c, progress("2026-11-18 跟进 丙"), ("走了一圈。", "走了一圈,丙。"))
    pulled(team, style)
    b.git("add", "-A")
    b.git("commit", "-qm", "就这样吧")
    b.git("push", "-q", "origin", "main")
    assert plain(c, "-c", f"merge.conflictStyle={style}", "pull", "-q", "--no-rebase", "origin", "main")
    assert c.read().count("<<<<<<<") > 1
    assert check(c, "--fix") == 0
    whole(c, "跟进 甲", "跟进 乙", "跟进 丙", "走了一圈,丙。")


def test_criss_cross(team: Team) -> None:
    """What both sides come from has marks itself: git writes longer ones around it."""
    a, b = team.people
    plain(a, "config", "--remove-section", "merge.minqing")
    by_git(a, progress("2026-11-18 跟进 甲"), ("走了一圈。", "走了一圈,甲。"))
    by_git(b, progress("2026-11-18 跟进 乙"), ("走了一圈。", "走了一圈,乙。"))
    first, second = a.head, b.head
    for person, other, word in ((a, second, "丙"), (b, first, "丁")):
        person.git("fetch", "-q", str(team.people[person is a].root))
        assert plain(person, "merge", "-q", other)
        text = "".join(line for line in person.read().splitlines(keepends=True) if line[:7] not in MARKS)
        person.by_hand(DAY, f"{text.partition('走了一圈')[0]}走了一圈,{word}。\n")
        person.git("commit", "-qam", "合")
    b = pulled(team, "diff3")
    assert "||||||||" in b.read()
    assert check(b, "--fix") == 0
    whole(b, "跟进 甲", "跟进 乙", "走了一圈,丙。", "走了一圈,丁。")


MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


@pytest.mark.parametrize("who", [0, 1])
def test_deleted_by_one_and_gone_on_with_by_the_other(team: Team, who: int, capsys: pytest.CaptureFixture[str]) -> None:
    team.people[who].git("rm", "-q", DAY)
    team.people[who].git("commit", "-qm", "删")
    by_git(team.people[1 - who], progress("2026-11-18 跟进 甲"))
    b = pulled(team)
    assert check(b) == 0
    assert "有一次合并没有完成" in capsys.readouterr().err
    assert check(b, "--fix") == 0
    assert f"{DAY}:一边删除了,另一边还在写" in capsys.readouterr().err
    whole(b, "跟进 甲")


def test_settings_of_both(team: Team) -> None:
    a, b = team.people
    by_git(a, ("语言: zh\n", "语言: zh\n社区: 甲\n"), path="minqing.yaml")
    by_git(b, ("语言: zh\n", "语言: zh\n街道: 乙\n"), path="minqing.yaml")
    pulled(team)
    assert check(b) == 1
    assert check(b, "--fix") == 0
    assert b.read("minqing.yaml") == "语言: zh\n社区: 甲\n街道: 乙\n"
    whole(b)


def test_settings_that_contradict_are_settled_by_hand_and_the_merge_finished(
    team: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    for person in team.people:
        by_git(person, ("语言: zh\n", f"语言: zh\n社区: {person.name}社区\n"), path="minqing.yaml")
    b = pulled(team)
    before = b.read("minqing.yaml")
    assert check(b, "--fix") == 1
    assert "minqing.yaml 的冲突没有动:两边把“社区”改得不一样" in capsys.readouterr().err
    assert b.read("minqing.yaml") == before
    b.by_hand("minqing.yaml", "语言: zh\n社区: 幸福\n")
    assert check(b, "--fix") == 0
    assert len(b.git("log", "-1", "--format=%P").split()) == 2
    whole(b)


def test_a_rebase_knows_what_both_come_from(team: Team) -> None:
    by_git(team.people[0], ("天气: 晴\n", "天气: 雨\n步数: 5\n"))
    by_git(team.people[1], ("天气: 晴\n", "天气: 晴\n公里: 2\n"))
    b = pulled(team, "merge", "--rebase")
    assert check(b, "--fix") == 4  # written; the rebase itself is gone on with as git says
    assert "天气: 雨\n步数: 5\n公里: 2\n" in b.read()
    assert plain(b, "-c", "core.editor=true", "rebase", "--continue") == 0
    whole(b, "天气: 雨\n步数: 5\n公里: 2\n")


def test_a_stash_that_does_not_fit(team: Team) -> None:
    b = team.people[1]
    b.by_hand(DAY, b.read().replace("走了一圈。", "走了一圈,甲。"))
    b.git("stash", "-q")
    by_git(b, ("走了一圈。", "走了一圈,乙。"))
    assert plain(b, "stash", "pop", "-q")
    assert check(b, "--fix") == 0
    whole(b, "走了一圈,甲。", "走了一圈,乙。")
