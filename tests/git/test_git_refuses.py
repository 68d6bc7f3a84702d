"""When git refuses the text stays, the reason is named with its mend, and the next command commits it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from git_place import DAY, ENTRY, ISSUE, Place

from minqing.demo.record import record
from minqing.domain.errors import GIT, MinqingError
from minqing.history import commit as commits
from minqing.history import git, logbook
from minqing.history.bundle import Bundle
from minqing.history.change import Change, Outcome, Write, carry_out, commit_pending, last_issue, pending
from minqing.history.objects import Blobs
from minqing.history.remote import Remote
from minqing.history.trees import stored
from minqing.messages import set_language
from minqing.messages.git import TEXTS

NEW = "diaries/2026/2026-11-17.md"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "PAUSES", (0.01,))


def sentence(outcome: Outcome, language: str = "en") -> str:
    from minqing.messages import say

    assert outcome.problem is not None
    set_language(language)
    try:
        return say(outcome.problem.code, **outcome.problem.params)
    finally:
        set_language("en")


def refused(outcome: Outcome, code: str) -> None:
    assert outcome.commit is None
    assert outcome.problem is not None
    assert (outcome.problem.code, outcome.problem.exit_code) == (code, GIT)


def test_no_author(place: Place, no_author: Callable[[], None], home: Path) -> None:
    no_author()
    outcome = place.change()
    refused(outcome, "git.no-author")
    assert "git config --global user.name" in sentence(outcome)
    assert place.read(DAY).endswith("新的一行\n")
    assert [p.subject for p in pending(place.root)] == ["办结 20261116-3 路灯"]
    (home / ".gitconfig").write_text("[user]\nname=阿姨\nemail=a@b.c\n", encoding="utf-8")
    again = place.change(NEW, subject="走动 2026-11-17", action="log", issues=())
    assert again.problem is None
    assert again.finished == place.git("rev-parse", "HEAD~1").strip()
    assert place.subjects() == ["走动 2026-11-17", "办结 20261116-3 路灯", "开始"]
    assert "Minqing-Issue: 20261116-3" in place.message("HEAD~1")
    assert place.files("HEAD~1") == [DAY]
    assert pending(place.root) == []
    assert not (place.root / ".minqing/pending.json").exists()


def test_a_name_is_never_guessed_from_the_computer(place: Place, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\nname=只有名字\n", encoding="utf-8")
    refused(place.change(), "git.no-author")


def test_no_git_program(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = place.change()
    refused(outcome, "git.no-git")
    assert "git: {commit: no}" in sentence(outcome)
    assert [p.issues for p in pending(place.root)] == [(ISSUE,)]
    assert last_issue(place.root) is None


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Place(tmp_path)
    outcome = alone.change()
    refused(outcome, "git.no-repository")
    assert f'git init "{tmp_path}"' in sentence(outcome)
    monkeypatch.setenv("PATH", "")
    refused(alone.change(), "git.no-git")


EVERY_WAY: dict[str, Callable[[Path], object]] = {
    "one call": lambda root: git.run(root, "status"),
    "a call into a log": lambda root: git.run(root, "status", log=root / "log"),
    "the commits": lambda root: list(logbook.commits(root, "HEAD")),
    "former contents": lambda root: Blobs(root).read(["0" * 40]),
    "a new content": lambda root: stored(root, b"x"),
    "all of the history": Bundle,
    "the colleagues' copy": lambda root: Remote(root, "main", "/nowhere").fetch(),
    "the sample": lambda root: record(root, ()),
}
"""Each way in which the program starts git."""


@pytest.mark.parametrize("way", EVERY_WAY.values(), ids=EVERY_WAY)
def test_a_missing_git_is_said_alike_wherever_it_is_needed(
    way: Callable[[Path], object], place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(MinqingError) as told:
        way(place.root)
    assert (told.value.code, told.value.exit_code) == ("git.no-git", GIT)
    assert told.value.params == {"root": str(place.root)}


def test_a_git_that_may_not_be_started_is_said_too(
    place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "git").write_text("no program", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    for way in EVERY_WAY.values():
        with pytest.raises(MinqingError) as told:
            way(place.root)
        assert told.value.code == "git.failed"


def test_changes_made_before_there_was_a_repository_are_committed_once_there_is_one(tmp_path: Path) -> None:
    alone = Place(tmp_path)
    alone.change(subject="一")
    alone.change(subject="二", issues=("20261116-4",), action="note")
    alone.change(NEW, subject="三", issues=())
    alone.git("init", "-q")
    outcome = commit_pending(alone.workspace)
    assert outcome.problem is None
    assert outcome.finished == alone.git("rev-parse", "HEAD").strip()
    assert alone.subjects() == ["三", "一"]
    assert alone.message("HEAD~1") == (
        "一\n\n二\n\nMinqing-Action: close\nMinqing-Action: note\n"
        "Minqing-Issue: 20261116-3\nMinqing-Issue: 20261116-4\n"
    )


@pytest.mark.parametrize("path", [DAY, NEW])
def test_a_locked_index(place: Place, path: str) -> None:
    lock = place.root / ".git/index.lock"
    lock.touch()
    outcome = place.change(path)
    refused(outcome, "git.locked")
    assert str(lock) in sentence(outcome)
    assert lock.exists()
    lock.unlink()
    assert commit_pending(place.workspace).finished == place.git("rev-parse", "HEAD").strip()
    assert place.files() == [path]


def test_a_lock_held_for_a_moment_is_waited_for(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = place.root / ".git/index.lock"
    lock.touch()
    monkeypatch.setattr(commits.time, "sleep", lambda _: lock.unlink())
    assert place.change().commit


def test_a_hook_that_refuses_is_quoted_and_the_index_is_as_before(place: Place) -> None:
    place.write("其他.txt", "一\n")
    place.git("add", "其他.txt")
    index = place.git("ls-files", "--stage")
    place.hook("pre-commit", "printf '\\033[31m第一行\\033[0m\\n不许提交\\n' >&2; exit 1")
    outcome = place.change(NEW)
    refused(outcome, "git.hook")
    assert "    第一行\n    不许提交\n" in sentence(outcome, "zh")
    assert "pre-commit" in sentence(outcome, "zh")
    assert place.git("ls-files", "--stage") == index
    assert place.status() == f"A  其他.txt\n?? {NEW}\n"
    again = place.change(NEW)
    refused(again, "git.hook")
    place.hook("pre-commit", "exit 0")
    assert place.change(DAY, subject="第三").finished
    assert place.subjects()[:2] == ["第三", "办结 20261116-3 路灯"]


def test_a_hook_that_stays_away_from_one_file_lets_the_others_through(place: Place) -> None:
    place.write("templates/entry.md", "不许\n")
    place.hook("pre-commit", "! git diff --cached --name-only | grep templates")
    outcome = place.change()
    assert outcome.commit == place.git("rev-parse", "HEAD").strip()
    assert outcome.problem is None
    assert outcome.hand_problem is not None
    assert outcome.hand_problem.code == "git.hook"
    assert place.status() == "?? templates/entry.md\n"


def test_hand_edits_that_cannot_be_committed_are_not_swallowed_by_the_change(place: Place) -> None:
    place.write(DAY, ENTRY + "手工\n")
    place.hook("pre-commit", "exit 1")
    outcome = place.change()
    refused(outcome, "git.hook")
    assert place.read(DAY) == ENTRY + "手工\n新的一行\n"
    assert place.subjects() == ["开始"]


def conflict(place: Place) -> None:
    place.git("checkout", "-qb", "旁支")
    place.write("README", "旁支\n")
    place.git("add", "README")
    place.git("commit", "-qm", "旁支")
    place.git("checkout", "-q", "main")
    place.write("README", "主干\n")
    place.git("add", "README")
    place.git("commit", "-qm", "主干")


@pytest.mark.parametrize(
    ("doing", "code", "ending"),
    [
        (("merge", "旁支"), "git.merge", ("merge", "--abort")),
        (("rebase", "旁支"), "git.rebase", ("rebase", "--abort")),
        (("cherry-pick", "旁支"), "git.cherry-pick", ("cherry-pick", "--abort")),
        (("revert", "--no-edit", "旁支"), "git.revert", ("revert", "--abort")),
    ],
)
def test_something_half_done(place: Place, doing: tuple[str, ...], code: str, ending: tuple[str, ...]) -> None:
    conflict(place)
    with pytest.raises(Exception, match="git"):
        place.git(*doing)
    before = place.git("rev-parse", "HEAD")
    outcome = place.change(NEW)
    refused(outcome, code)
    assert f"{doing[0]} --abort" in sentence(outcome)
    assert place.git("rev-parse", "HEAD") == before
    place.git(*ending)
    assert commit_pending(place.workspace).finished
    assert place.files() == [NEW]


@pytest.mark.parametrize(("path", "goes_through"), [("README", True), (DAY, False)])
def test_a_conflict_without_a_merge_stops_only_what_it_meets(place: Place, path: str, goes_through: bool) -> None:
    for text in "一二":
        place.write(path, f"{text}\n")
        place.git("add", path)
        place.git("stash" if text == "一" else "commit", *(() if text == "一" else ("-qm", text)))
    with pytest.raises(Exception, match="git"):
        place.git("stash", "pop")
    outcome = place.change()
    if goes_through:
        assert outcome.commit
        assert "AA README" in place.status() or "UU README" in place.status()
    else:
        refused(outcome, "git.unmerged")
        assert "UU" in place.status()


@pytest.mark.parametrize("path", [DAY, NEW])
def test_an_ignored_diary_is_told(empty: Place, path: str) -> None:
    empty.write(".gitignore", "diaries/\n")
    empty.write(DAY, ENTRY)
    empty.git("add", ".")
    empty.git("commit", "-qm", "开始")
    outcome = empty.change(path)
    refused(outcome, "git.ignored")
    assert path in sentence(outcome)
    assert (empty.root / path).exists()


def test_a_folder_of_another_user(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    outcome = place.change()
    refused(outcome, "git.ownership")
    assert "safe.directory" in sentence(outcome)
    assert pending(place.root)


def test_a_pending_file_edited_by_hand_since_is_committed_under_the_words_of_the_change(place: Place) -> None:
    place.hook("pre-commit", "exit 1")
    place.change()
    place.write(DAY, place.read(DAY) + "手工\n")
    place.hook("pre-commit", "exit 0")
    outcome = place.change(NEW, subject="下一件")
    assert outcome.hand_commit is None
    assert place.subjects() == ["下一件", "办结 20261116-3 路灯", "开始"]
    assert place.recorded(commit="HEAD~1") == ENTRY + "新的一行\n手工\n"


def test_a_pending_change_taken_back_by_hand_is_forgotten(place: Place) -> None:
    place.hook("pre-commit", "exit 1")
    place.change()
    place.write(DAY, ENTRY)
    assert pending(place.root) == []
    place.hook("pre-commit", "exit 0")
    outcome = place.change(NEW, subject="下一件")
    assert outcome.finished is None
    assert place.subjects() == ["下一件", "开始"]


def test_a_pending_change_the_user_committed_himself_is_forgotten(place: Place) -> None:
    place.hook("pre-commit", "exit 1")
    place.change()
    place.hook("pre-commit", "exit 0")
    place.git("commit", "-qam", "自己提交")
    assert pending(place.root) == []
    assert commit_pending(place.workspace) == Outcome()
    assert place.subjects() == ["自己提交", "开始"]
    assert not (place.root / ".minqing/pending.json").exists()


def interrupted(place: Place, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"minqing.history.change.{where}", stop)
        with pytest.raises(KeyboardInterrupt):
            place.change()


def test_interrupted_between_writing_and_committing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(place, monkeypatch, "commit")
    assert [p.why for p in pending(place.root)] == ["git.interrupted"]
    outcome = place.change(NEW, subject="下一件")
    assert outcome.finished
    assert place.subjects() == ["下一件", "办结 20261116-3 路灯", "开始"]


def test_interrupted_before_writing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(place, monkeypatch, "write_atomic")
    assert pending(place.root) == []
    assert place.change(NEW).finished is None
    assert place.subjects() == ["办结 20261116-3 路灯", "开始"]


def test_a_killed_process_leaves_a_record_that_is_told_once_it_is_old(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(place, monkeypatch, "commit")
    record = place.root / ".minqing/pending.json"
    told = json.loads(record.read_text())
    told["changes"][0]["why"] = None
    record.write_text(json.dumps(told))
    assert pending(place.root) == []
    os.utime(record, (time.time() - 120,) * 2)
    assert [p.action for p in pending(place.root)] == ["close"]
    place.write(DAY, ENTRY + "别的\n")
    assert pending(place.root) == []


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"changes": [1]}', '{"changes": [{"action": "x"}]}', "\x00\xff"])
def test_a_damaged_record_is_none(place: Place, damage: str) -> None:
    place.write(".minqing/.gitignore", "*\n")
    place.write(".minqing/pending.json", damage)
    assert pending(place.root) == []
    assert place.change().commit


def test_every_sentence_is_there_in_both_languages_and_can_be_filled() -> None:
    names = ("root", "path", "paths", "output", "hook", "subject", "commit", "most", "size", "name")
    params = dict.fromkeys(names, "X")
    for zh, en in TEXTS.values():
        assert zh.format(**params) != en.format(**params)
        assert "{" not in zh.format(**params).replace("git: {", "")
    assert "written, not committed: do not repeat it" in TEXTS["written"][1].lower()


def test_writing_goes_on_while_it_is_refused(place: Place, no_author: Callable[[], None]) -> None:
    no_author()
    for text in "一二":
        refused(place.change(NEW, text), "git.no-author")
    assert place.read(NEW) == "一\n二\n"
    assert place.status() == f"?? {NEW}\n"
    outcome = carry_out(place.workspace, lambda: Change("note", "跟进", (Write(DAY, b"x\n"),)))
    refused(outcome, "git.no-author")
    assert len(pending(place.root)) == 3


def test_refused_before_the_first_commit_leaves_an_empty_index(empty: Place) -> None:
    empty.hook("pre-commit", "exit 1")
    refused(empty.change(), "git.hook")
    assert empty.git("ls-files", "--stage") == ""
    empty.hook("pre-commit", "exit 0")
    assert commit_pending(empty.workspace).finished == empty.git("rev-parse", "HEAD").strip()
    assert empty.files() == [DAY]
