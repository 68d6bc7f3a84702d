"""What an audit finds where several write: nothing in numbers that made way, everything behind such an excuse."""

from __future__ import annotations

from datetime import date

from team import DAY, ENTRY, Person, Team, progress

from minqing.history.audit import audit

END = "    事由: 小广告\n"
NEW = "  - 编号: 20261116-3\n    事由: {}\n"
RENUMBERED = "{} 改号\n\nMinqing-Action: renumber\nMinqing-Issue: 20261116-4\n"


def found(person: Person) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind, one.issue, one.params.get("field"))
        for one in audit(person.workspace, date.today(), days=9999).findings
    ]


def by_git(person: Person, old: str, new: str, words: str = "改", path: str = DAY) -> None:
    person.by_hand(path, person.read(path).replace(old, new))
    person.git("add", "-A")
    person.git("commit", "-q", "-m", words)


def collide(a: Person, b: Person) -> None:
    """Both give out one number; the one who is later has a picture, and a line elsewhere that refers to it."""
    a.edit((END, END + NEW.format("井盖破了")))
    b.edit((END, END + NEW.format("垃圾没人收") + "    照片: [photos/20261116-3-1.jpg, photos/x.jpg]\n"))
    line = "      - 2026-11-17 重复 20261116-3 同一件事\n"
    b.write(
        "diaries/2026/2026-11-10.md",
        f"---\n日期: 2026-11-10\n事项:\n  - 编号: 20261110-1\n    事由: 垃圾\n    办理:\n{line}---\n",
    )
    a.sync()
    b.sync()
    a.sync()


def test_a_number_that_made_way_with_all_that_follows_it(a: Person, b: Person) -> None:
    collide(a, b)
    assert "photos/20261116-4-1.jpg" in a.read()
    assert "重复 20261116-4" in a.read("diaries/2026/2026-11-10.md")
    assert found(a) == []


def test_a_rewriting_under_the_same_number_is_found_all_the_same(a: Person, b: Person) -> None:
    collide(a, b)
    by_git(b, "事由: 井盖破了", "事由: 井盖很好", RENUMBERED.format("20261116-3"))
    assert found(b) == [("field_changed", "20261116-3", "title")]
    by_git(b, "重复 20261116-4 同一件事", "重复 20261116-4 不是一件事", path="diaries/2026/2026-11-10.md")
    assert [one[:2] for one in found(b)] == [("line_changed", "20261110-1"), ("field_changed", "20261116-3")]


def test_another_matter_under_a_number_that_only_one_has_given_out(a: Person) -> None:
    a.edit((END, END + NEW.format("井盖破了")))
    by_git(a, NEW.format("井盖破了"), NEW.format("井盖很好") + NEW.format("井盖破了").replace("6-3", "6-4"),
           RENUMBERED.format("20261116-3"))  # fmt: skip
    assert found(a) == [("field_changed", "20261116-3", "id")]


def test_a_merge_made_for_it_excuses_nothing(a: Person) -> None:
    a.edit((END, END + NEW.format("井盖破了")))
    by_git(a, NEW.format("井盖破了"), NEW.format("井盖破了").replace("6-3", "6-4"), RENUMBERED.format("20261116-3"))
    a.git("checkout", "-q", "-b", "x")
    by_git(a, END, END + NEW.format("井盖很好"))
    a.git("checkout", "-q", "main")
    a.git("merge", "-q", "--no-ff", "--no-edit", "x")
    assert found(a) == [("field_changed", "20261116-3", "id")]


def test_a_second_walk_with_the_same_numbers(a: Person, b: Person) -> None:
    path = "diaries/2026/2026-11-17.md"
    walk = "---\n日期: 2026-11-17\n参加: [{0}]\n事项:\n  - 编号: 20261117-1\n    事由: {0}看见的\n---\n"
    for person in (a, b):
        person.write(path, walk.format(person.name))
        person.sync()
    assert b.exists("diaries/2026/2026-11-17-2.md")
    assert found(b) == []
    by_git(b, "编号: 20261117-2", "编号: 20261117-9", path="diaries/2026/2026-11-17-2.md")
    assert found(b) == [("field_changed", "20261117-2", "id")]


def test_two_diaries_begun_apart(team: Team, a: Person) -> None:
    late = team.apart(2, {DAY: ENTRY.replace("小广告", "又一件").replace("[张书记, 王丽]", "[陈医生]")})
    late.sync(join=True)
    a.sync()
    assert "又一件" in "".join(a.diary().values())
    assert found(a) == []


def test_a_contradiction_that_was_decided_names_the_value_that_gave_way(a: Person, b: Person) -> None:
    a.edit(("期限: 2026-11-23", "期限: 2026-11-25"))
    b.edit(("期限: 2026-11-23", "期限: 2026-12-01"))
    a.sync()
    b.sync("ours")
    assert ("field_changed", "20261116-1", "due") in found(b)


def test_forced_onto_the_remote_it_is_known_at_a_colleague_and_put_back(a: Person, b: Person) -> None:
    a.edit(progress("2026-11-18 跟进 甲"))
    a.sync()
    b.sync()
    a.by_hand(DAY, a.read().replace("跟进 甲", "跟进 乙"))
    a.git("commit", "-q", "-a", "--amend", "-m", "跟进")
    a.git("push", "-q", "--force", "origin", "main")
    b.edit(progress("2026-11-19 跟进 丙"))
    b.git("fetch", "-q", "origin")
    assert ("history_rewritten", None, None) in found(b)
    b.git("update-ref", "refs/remotes/origin/main", "refs/remotes/origin/main@{1}")
    done = b.sync()
    assert [one.author for one in done.dropped] == ["王丽"]
    assert b.sync().dropped == []
    assert all(word in b.read() for word in ("跟进 甲", "跟进 乙", "跟进 丙"))
