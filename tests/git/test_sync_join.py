"""Two diaries that were begun apart and share one place later: said, and made one where that is wanted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from team import DAY, ENTRY, Person, Team, progress

from minqing.domain.errors import MinqingError
from minqing.history.audit import audit
from minqing.history.sync import Contradicted

OTHER = "diaries/2026/2026-11-10.md"
MINE = """---
日期: 2026-11-16
时间: 14:00-15:00
参加: [李楼长]
事项:
  - 编号: 20261116-1
    事由: 井盖破了
    照片: [photos/20261116-1-1.jpg]
    办理:
      - 2026-11-17 跟进 报给环卫
---

下午走的。
"""
EARLIER = """---
日期: 2026-11-10
事项:
  - 编号: 20261110-1
    事由: 又是井盖
    办理:
      - 2026-11-16 重复 20261116-1 同一个
---
"""


@pytest.fixture
def late(team: Team) -> Person:
    return team.apart(2, {DAY: MINE, OTHER: EARLIER, ".gitignore": "# mine\nphotos/\n"})


def refused(person: Person, join: bool = False) -> MinqingError:
    with pytest.raises(MinqingError) as caught:
        person.sync(join=join)
    return caught.value


def test_it_is_said_and_nothing_is_touched(late: Person) -> None:
    before = late.head, late.diary()
    error = refused(late)
    assert error.code == "sync.unrelated"
    assert (late.head, late.diary(), late.git("status", "--porcelain")) == (*before, "")


def test_both_are_one_and_nothing_is_lost(team: Team, late: Person) -> None:
    (late.root / "photos").mkdir()
    (late.root / "photos/20261116-1-1.jpg").write_bytes(b"x")
    a, b = team.people[:2]
    a.by_hand(".gitignore", "private/\n")
    a.git("add", ".")
    a.git("commit", "-qm", "x")
    a.sync()
    done = late.sync(join=True)
    second = DAY.replace(".md", "-2.md")
    assert done.joined
    assert done.pushed
    assert done.moved == [(DAY, second)]
    assert done.numbers == [(second, "20261116-1", "20261116-3")]
    assert late.read() == ENTRY
    assert late.read(second) == MINE.replace("20261116-1", "20261116-3")
    assert late.read(OTHER) == EARLIER.replace("重复 20261116-1", "重复 20261116-3")
    assert (late.root / "photos/20261116-3-1.jpg").exists()
    assert late.read(".gitignore") == "private/\n# mine\nphotos/\n"
    a.edit(progress("2026-11-18 跟进 甲"))
    for person in (a, b, late, a):
        person.sync()
    assert a.head == b.head == late.head
    assert a.diary() == late.diary()
    assert a.problems() == []
    assert late.git("status", "--porcelain") == ""
    again = late.sync(join=True)
    assert (again.joined, again.received, again.merge) == (False, [], None)


def test_the_authors_stay(team: Team, late: Person) -> None:
    late.sync(join=True)
    authors = set(late.git("log", "--format=%an").split())
    assert {"王丽", "李楼长"} <= authors
    found = audit(late.workspace, date(2026, 11, 20), days=99999)
    assert [one.kind for one in found.findings if one.kind.endswith(("vanished", "deleted", "changed"))] == []


def test_settings_key_by_key(team: Team, late: Person) -> None:
    a = team.people[0]
    a.write("minqing.yaml", "# 我们的\n语言: zh\n社区: 幸福\n楼栋:\n  - 1号楼\n")
    a.sync()
    late.write("minqing.yaml", "语言: zh\ncommunity: 平安\n人员:\n  - {姓名: 李楼长}\n")
    with pytest.raises(Contradicted) as caught:
        late.sync(join=True)
    assert [(one.path, one.field, one.ours, one.theirs) for one in caught.value.found] == [
        ("minqing.yaml", "community", "平安", "幸福")
    ]
    late.sync("theirs", join=True)
    text = late.read("minqing.yaml")
    assert text == "# 我们的\n语言: zh\n社区: 幸福\n楼栋:\n  - 1号楼\n人员:\n  - {姓名: 李楼长}\n"


def test_one_walk_in_both_is_one(team: Team) -> None:
    late = team.apart(2, {DAY: ENTRY.replace("    责任: 物业\n", "    责任: 物业\n    地点: 5号楼\n")})
    text = "---\n日期: 2026-11-16\n类型: 接待\n事项:\n  - 编号: 20261116-9\n    事由: {}\n---\n"
    desk = "diaries/2026/2026-11-16-desk.md"
    team.people[0].write(desk, text.format("甲"))
    team.people[0].sync()
    late.write(desk, text.format("乙"))
    late.sync(join=True)
    assert late.read(desk).count("事由") == 2
    assert "地点: 5号楼" in "".join(late.diary().values())


def test_what_is_no_diary_is_not_joined(tmp_path: Path) -> None:
    team = Team(tmp_path, {"README": "x\n"}, size=1)
    team.people[0].git("rm", "-q", "minqing.yaml")
    team.people[0].git("commit", "-qm", "y")
    team.people[0].git("push", "-q", "origin", "main")
    late = team.apart(1, {DAY: MINE})
    assert refused(late, join=True).code == "sync.no-diary"
    assert late.read() == MINE
