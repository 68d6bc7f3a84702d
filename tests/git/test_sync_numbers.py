"""Numbers of persons on their way between computers: what came in is said, what would go out is held back."""

from __future__ import annotations

import pytest
from team import DAY, Person, Team, progress

from minqing.domain.errors import PRIVACY
from minqing.history.carried import NotPermitted
from minqing.history.sync import synchronise
from minqing.history.withheld import Permission

PHONE, MASKED = "13812345678", "138****5678"
CALLED = progress(f"2026-11-18 联系 打了 {PHONE}")


def by_git(person: Person, *pairs: tuple[str, str], path: str = DAY, words: str = "改日记") -> None:
    """A change that somebody commits with git alone."""
    text = person.read(path) if person.exists(path) else ""
    for old, new in pairs:
        text = text.replace(old, new, 1) if old else new
    person.by_hand(path, text)
    person.git("add", "-f", path)
    person.git("commit", "-qm", words)


def held_back(person: Person) -> list[tuple[str, int, str]]:
    before = person.git("ls-remote", "origin")
    with pytest.raises(NotPermitted) as caught:
        person.sync()
    assert caught.value.exit_code == PRIVACY
    assert person.git("ls-remote", "origin") == before
    return [(one.leak.path, one.line, one.leak.masked) for one in caught.value.found]


def test_what_a_colleague_brings_in_is_merged_and_named(team: Team) -> None:
    a, b = team.people
    by_git(a, CALLED)
    a.git("push", "-q", "origin", "main")
    b.edit(("天气: 晴", "天气: 阴"))
    done = b.sync()
    assert [(one.leak.path, one.line, one.leak.masked, one.leak.author) for one in done.numbers_in] == [
        (DAY, 14, MASKED, "王丽")
    ]
    assert PHONE in b.read().splitlines()[13]
    assert done.pushed  # her own work goes out: the number is shared already
    assert b.sync().numbers_in == []


def test_a_number_that_was_taken_out_again_is_in_the_history_still(team: Team) -> None:
    a, b = team.people
    by_git(a, CALLED)
    by_git(a, (PHONE, MASKED), words=f"去掉 {PHONE}")
    a.git("push", "-q", "origin", "main")
    found = [(one.leak.path, one.line) for one in b.sync().numbers_in]
    assert found == [(DAY, 0), ("", 0)]


def test_a_commit_made_by_hand_is_not_sent(team: Team) -> None:
    a, b = team.people
    by_git(b, CALLED)
    a.edit(("天气: 晴", "天气: 阴"))
    a.sync()
    assert held_back(b) == [(DAY, 14, MASKED)]
    assert "天气: 阴" in b.read()  # what came in is merged all the same
    by_git(b, (PHONE, MASKED))
    assert held_back(b) == [(DAY, 0, MASKED)]  # mending the file does not mend the history


@pytest.mark.parametrize("path", ["电话.csv", "templates/通知.md", "private/电话.md"])
def test_wherever_it_was_committed(team: Team, path: str) -> None:
    b = team.people[1]
    by_git(b, ("", f"5号楼老爷子,{PHONE}\n"), path=path)
    if path.startswith("private/"):
        with pytest.raises(Exception, match="own-folders-here"):
            b.sync()
    else:
        assert [one[0] for one in held_back(b)] == [path]


def test_a_line_that_looks_like_the_name_of_a_file(team: Team) -> None:
    b = team.people[1]
    by_git(b, ("走了一圈。", f"走了一圈。\n++ b/{PHONE}\n"))
    assert held_back(b) == [(DAY, 21, MASKED)]


def test_a_number_that_a_merge_alone_has_brought(team: Team) -> None:
    a, b = team.people
    a.edit(("天气: 晴", "天气: 阴"))
    a.sync()
    b.write("diaries/2026/2026-11-18.md", "---\n日期: 2026-11-18\n---\n")
    b.git("fetch", "-q")
    b.git("merge", "-q", "--no-commit", "--no-edit", "origin/main")
    b.by_hand(DAY, b.read().replace("走了一圈。", f"走了一圈。{PHONE}"))
    b.git("commit", "-qam", "合并")
    assert held_back(b) == [(DAY, 20, MASKED)]


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("", "", f"改日记\n\n第二段里 {PHONE}"),
        ("", "", f"改日记\x01\x02\n\n{PHONE}"),
        ("名单.txt", f"\x01\n\x02{PHONE}\n", "名单"),
        (f"名单{PHONE}.txt", "空的", "名单"),
        (f"photos/2026/{PHONE}.jpg", "\x00", "照片"),
        ('引"号.txt', PHONE, "名单"),
    ],
    ids=["body", "marks in words", "marks in a file", "name", "picture's name", "quoted name"],
)
def test_wherever_a_commit_by_hand_has_put_it(team: Team, path: str, text: str, words: str) -> None:
    b = team.people[1]
    if path:
        by_git(b, ("", text), path=path, words=words)
    else:
        b.git("commit", "-q", "--allow-empty", "-m", words)
    ((where, _, masked),) = held_back(b)
    assert masked == MASKED
    assert where.replace("\\", "") == path


def test_a_side_of_a_merge_that_was_thrown_away_is_sent_too(team: Team) -> None:
    b = team.people[1]
    b.git("checkout", "-q", "-b", "side")
    by_git(b, CALLED)
    b.git("checkout", "-q", "main")
    b.git("commit", "-q", "--allow-empty", "-m", "x")
    b.git("merge", "-q", "-s", "ours", "side", "-m", "不要了")
    assert held_back(b) == [(DAY, 0, MASKED)]


def test_the_ids_of_commits_are_no_numbers(team: Team) -> None:
    b = team.people[1]
    said = f"This reverts commit {PHONE}a{PHONE}b3c44d5e6f7a8b9."
    b.git("commit", "-q", "--allow-empty", "-m", said.replace(f"{PHONE}a{PHONE}", f"0{PHONE[1:]}a{PHONE}"))
    assert b.sync().pushed


def test_a_file_that_is_only_renamed_brings_nothing_new(team: Team) -> None:
    a, b = team.people
    by_git(a, ("", "空的"), path=f"甲{PHONE}.txt")
    a.git("push", "-q", "origin", "main")
    assert [one.leak.masked for one in b.sync().numbers_in] == [MASKED]
    b.git("mv", f"甲{PHONE}.txt", f"乙{PHONE}.txt")
    b.git("commit", "-qm", "改名")
    assert b.sync().pushed


def test_allowed_with_a_reason_it_goes_out_and_the_reason_with_it(team: Team) -> None:
    a, b = team.people
    by_git(b, CALLED)
    done = synchronise(b.workspace, _words(), None, 60, private=Permission("本人同意公开"))
    assert done.pushed
    assert "Minqing-Allow-Private: 本人同意公开" in b.git("log", "-1", "--format=%B")
    b.edit(("天气: 晴", "天气: 阴"))
    assert b.sync().pushed
    assert [one.leak.masked for one in a.sync().numbers_in] == [MASKED]


def test_moved_rewritten_and_renumbered_lines_bring_nothing_new(team: Team) -> None:
    a, b = team.people
    by_git(a, CALLED)
    a.git("push", "-q", "origin", "main")
    b.sync()
    by_git(b, (f"联系 打了 {PHONE}", f"联系 又打了 {PHONE}"))
    b.git("mv", DAY, DAY.replace("16.md", "16-2.md"))
    b.git("commit", "-qm", "改名")
    assert b.sync().pushed


def _words() -> object:
    from team import WORDS

    return WORDS
