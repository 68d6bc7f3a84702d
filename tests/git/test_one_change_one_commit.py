"""One change is one commit of its own files, with its words, wherever the workspace lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from git_place import DAY, ENTRY, ISSUE, Place

from minqing.domain.community import Community
from minqing.domain.errors import MISUSE, PRIVACY, MinqingError
from minqing.history.change import Change, Write, carry_out


def test_the_commit_says_what_was_done_in_words_and_trailers(place: Place) -> None:
    outcome = place.change(issues=("20261116-3", "20261116-4"))
    assert outcome.problem is None
    assert outcome.commit == place.git("rev-parse", "HEAD").strip()
    assert place.message() == (
        "办结 20261116-3 路灯\n\nMinqing-Action: close\nMinqing-Issue: 20261116-3\nMinqing-Issue: 20261116-4\n"
    )
    assert place.files() == [DAY]
    assert place.recorded() == ENTRY + "新的一行\n"
    assert place.status() == ""
    assert place.git("log", "-1", "--format=%an <%ae>").strip() == "王丽 <wangli@example.com>"


def test_a_pasted_page_as_a_title_does_not_become_the_first_line_of_a_commit(place: Place) -> None:
    place.change(subject="新增 20261116-3 " + "路灯坏了," * 9000)
    subject = place.message().split("\n")[0]
    assert len(subject) == 200
    assert subject.startswith("新增 20261116-3 路灯坏了,")
    assert subject.endswith("…")


def test_a_change_is_one_commit_and_nothing_else(place: Place) -> None:
    before = len(place.subjects())
    outcome = place.change()
    assert len(place.subjects()) == before + 1
    assert (outcome.hand_commit, outcome.finished, outcome.hand_problem) == (None, None, None)


@pytest.mark.parametrize(
    "path",
    [
        "diaries/2026/2026-11-17.md",
        "diaries/2026/有 空格 的 文件.md",
        "diaries/2026/[方括号]*?.md",
        "diaries/-选项.md",
        "--all",
        ":(top)",
        'diaries/2026/引号"和\\.md',
    ],
)
def test_a_new_file_of_any_name(place: Place, path: str) -> None:
    outcome = place.change(path)
    assert outcome.problem is None
    assert place.files() == [path]
    assert place.status() == ""


def test_several_files_in_one_commit(place: Place) -> None:
    writes = (Write(DAY, b"a\n"), Write("diaries/2026/2026-11-17.md", b"b\n"))
    outcome = carry_out(place.workspace, lambda: Change("fix", "修正", writes))
    assert sorted(place.files(outcome.commit or "")) == [w.path for w in writes]


def test_a_file_can_go(place: Place) -> None:
    outcome = carry_out(place.workspace, lambda: Change("undo", "撤回", (Write(DAY, None),)))
    assert outcome.commit
    assert place.files() == [DAY]
    assert not (place.root / DAY).exists()


def test_what_the_user_staged_stays_staged(place: Place) -> None:
    place.write("其他.txt", "一\n")
    place.write("minqing.yaml", "语言: zh\n社区: 甲\n")
    place.git("add", "其他.txt", "minqing.yaml")
    place.write("其他.txt", "一\n还在改\n")
    index = place.git("ls-files", "--stage", "--", "其他.txt", "minqing.yaml")
    outcome = place.change("diaries/2026/2026-11-17.md")
    assert outcome.commit
    assert place.files() == ["diaries/2026/2026-11-17.md"]
    assert place.git("ls-files", "--stage", "--", "其他.txt", "minqing.yaml") == index
    assert place.status() == "M  minqing.yaml\nAM 其他.txt\n"


def test_in_a_sub_folder_of_a_larger_repository(nested: Place) -> None:
    (nested.root.parent.parent / "README").write_text("改了\n", encoding="utf-8")
    outcome = nested.change()
    new = nested.change("diaries/2026/2026-11-17.md")
    assert outcome.problem is None
    assert nested.files(outcome.commit or "") == [f"社区 [1]/日记/{DAY}"]
    assert nested.files(new.commit or "") == ["社区 [1]/日记/diaries/2026/2026-11-17.md"]
    assert nested.status() == "?? README\n"


def test_the_first_commit_of_a_repository(empty: Place) -> None:
    outcome = empty.change()
    assert outcome.problem is None
    assert empty.subjects() == ["办结 20261116-3 路灯"]


def test_a_detached_head_and_a_linked_work_tree(place: Place, tmp_path: Path) -> None:
    place.git("checkout", "-q", "--detach")
    assert place.change().commit == place.git("rev-parse", "HEAD").strip()
    place.git("worktree", "add", "-q", "-b", "旁支", str(tmp_path / "旁"))
    other = Place(tmp_path / "旁")
    assert other.change().commit == other.git("rev-parse", "HEAD").strip()
    place.git("pack-refs", "--all")
    assert other.change().commit == other.git("rev-parse", "HEAD").strip()


def test_it_is_as_written_under_any_configuration(place: Place, home: Path) -> None:
    (place.root / ".gitattributes").unlink()
    place.git("commit", "-qam", "没有 .gitattributes")
    settings = {
        "core.autocrlf": "input", "core.safecrlf": "true", "commit.cleanup": "strip", "core.commentChar": "%",
        "commit.template": str(home / "template"), "i18n.commitEncoding": "GBK", "i18n.logOutputEncoding": "GBK",
        "commit.verbose": "true", "core.quotepath": "true", "color.ui": "always", "status.showUntrackedFiles": "no",
        "status.relativePaths": "false", "diff.noprefix": "true", "trailer.separators": "=", "commit.status": "true",
        "core.editor": "false", "log.showSignature": "true", "grep.patternType": "perl", "add.ignoreErrors": "true",
    }  # fmt: skip
    (home / "template").write_text("模板\n", encoding="utf-8")
    for key, value in settings.items():
        place.git("config", key, value)
    subject = "% # 办结 <b>[red]路灯"
    place.change("diaries/2026/2026-11-17.md", "回车\r", subject=subject)
    assert place.git("cat-file", "-p", "HEAD").split("\n\n", 1)[1] == (
        f"{subject}\n\nMinqing-Action: close\nMinqing-Issue: {ISSUE}\n"
    )
    assert "encoding" not in place.git("cat-file", "-p", "HEAD").split("\n\n")[0]
    assert place.recorded("diaries/2026/2026-11-17.md") == "回车\r\n"
    from minqing.history.change import last_issue

    assert last_issue(place.root) == ISSUE


def test_a_subject_of_resident_text_stays_one_line_without_control_characters(place: Place) -> None:
    place.change(subject="路灯\x1b[31m\n\nMinqing-Issue: 20200101-1\x00\ud800")
    assert place.message().startswith("路灯 [31m Minqing-Issue: 20200101-1 ?\n\nMinqing-Action: close\n")
    assert place.git("log", "-1", "--format=%(trailers:key=Minqing-Issue,valueonly)").split() == [ISSUE]


def test_hooks_run_as_for_the_users_own_commits(place: Place) -> None:
    place.hook("pre-commit", 'echo "$GIT_LITERAL_PATHSPECS|$(git diff --cached --name-only)" > hook-saw')
    place.hook("commit-msg", 'cp "$1" hook-read')
    place.change("diaries/2026/2026-11-17.md")
    assert place.read("hook-saw") == "|diaries/2026/2026-11-17.md\n"
    assert place.read("hook-read") == place.message()


def test_a_process_a_hook_leaves_behind_is_not_waited_for(place: Place) -> None:
    place.hook("post-commit", "sleep 30 & echo $! > sleeping")
    try:
        assert place.change().commit
    finally:
        os.kill(int(place.read("sleeping")), 15)


def test_called_from_inside_another_repositorys_hook(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    outcome = place.change("diaries/2026/2026-11-17.md")
    monkeypatch.undo()
    assert outcome.problem is None


def test_a_signature_that_fails_is_told(place: Place) -> None:
    place.git("config", "commit.gpgsign", "true")
    place.git("config", "gpg.program", "false")
    outcome = place.change()
    assert outcome.problem is not None
    assert outcome.problem.code == "git.signing"


@pytest.mark.parametrize("secret", ["", "secret"], ids=["no such key", "a key with a passphrase"])
def test_a_signature_by_ssh_that_fails_is_told_and_made_up_for(place: Place, tmp_path: Path, secret: str) -> None:
    key = tmp_path / "钥匙"
    if subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", secret, "-f", str(key)], check=False).returncode:
        pytest.skip("no ssh-keygen")
    wanted = key if secret else tmp_path / "没有"
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", f"{wanted}.pub"), ("commit.gpgsign", "true")):
        place.git("config", name, value)
    outcome = place.change()
    assert outcome.problem is not None
    assert outcome.problem.code == "git.signing"
    place.git("config", "commit.gpgsign", "false")
    again = place.change("diaries/2026/2026-11-17.md")
    assert again.problem is None
    assert again.finished == place.git("rev-parse", "HEAD~1").strip()


def test_without_commits_git_is_never_called(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    place.community = Community(commit=False)
    outcome = place.change()
    assert outcome.commit is None
    assert outcome.problem is None
    assert place.read(DAY).endswith("新的一行\n")


@pytest.mark.parametrize("code", [MISUSE, PRIVACY])
def test_what_the_plan_raises_passes_through_and_nothing_is_written_or_committed(place: Place, code: int) -> None:
    place.write(DAY, ENTRY + "手工\n")
    before = place.subjects()

    def refused() -> Change:
        raise MinqingError("naming.none", code)

    with pytest.raises(MinqingError) as caught:
        carry_out(place.workspace, refused)
    assert caught.value.exit_code == code
    assert place.subjects() == before
    assert place.read(DAY) == ENTRY + "手工\n"


def test_when_one_file_cannot_be_written_none_is(place: Place) -> None:
    place.write("diaries/kein-ordner", "")
    place.git("add", ".")
    place.git("commit", "-qm", "x")
    writes = (Write(DAY, b"neu\n"), Write("diaries/neu.md", b"neu\n"), Write("diaries/kein-ordner/x.md", b"neu\n"))
    with pytest.raises((MinqingError, OSError)):
        carry_out(place.workspace, lambda: Change("fix", "修正", writes))
    assert place.read(DAY) == ENTRY
    assert not (place.root / "diaries/neu.md").exists()
    assert not (place.root / ".minqing/pending.json").exists()


def test_a_change_of_nothing_is_no_commit(place: Place) -> None:
    outcome = carry_out(place.workspace, lambda: Change("fix", "修正", (Write(DAY, ENTRY.encode()),)))
    assert outcome.commit is None
    assert outcome.problem is None
    assert place.subjects() == ["开始"]


def test_files_made_just_before_go_into_the_commit_of_their_change(empty: Place) -> None:
    made = {"minqing.yaml": b"a: b\n", ".gitattributes": b"x\n", "private/.gitignore": b"*\n", ".minqing/x": b""}
    for path, content in made.items():
        empty.write(path, content.decode())
    empty.write("private/.gitignore", "*\n")
    writes = tuple(Write(path, content) for path, content in made.items())
    outcome = carry_out(empty.workspace, lambda: Change("init", "建立日记", writes))
    assert outcome.problem is None
    assert outcome.hand_commit is None
    assert empty.subjects() == ["建立日记"]
    assert sorted(empty.files()) == [".gitattributes", "minqing.yaml"]


def test_photos_are_committed_only_where_the_settings_say_so(place: Place) -> None:
    writes = (Write(DAY, b"a\n"), Write("photos/1.jpg", b"\xff\xd8"))
    carry_out(place.workspace, lambda: Change("note", "跟进", writes))
    assert place.files() == [DAY]
    place.community = Community(commit_photos=True)
    carry_out(place.workspace, lambda: Change("note", "跟进", (Write("photos/2.jpg", b"\xff\xd8"),)))
    assert place.files() == ["photos/2.jpg"]


PROCESS = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from git_place import Place
outcome = Place(Path(sys.argv[1])).change(line=sys.argv[2], subject=sys.argv[2])
sys.exit(0 if outcome.commit and not outcome.problem else 1)
"""


def test_ten_processes_at_once_all_succeed(place: Place) -> None:
    here = str(Path(__file__).parent.parent)
    command = [sys.executable, "-c", PROCESS, str(place.root)]
    running = [subprocess.Popen([*command, f"第{n}个", here]) for n in range(10)]
    assert [process.wait() for process in running] == [0] * 10
    assert sorted(place.subjects()) == sorted(["开始", *(f"第{n}个" for n in range(10))])
    assert sorted(place.read(DAY).splitlines()[-10:]) == sorted(f"第{n}个" for n in range(10))
    assert place.status() == ""


def test_many_files_at_once(place: Place) -> None:
    writes = tuple(Write(f"diaries/2025/第{n}个.md", b"x\n") for n in range(300))
    outcome = carry_out(place.workspace, lambda: Change("import", "导入", writes))
    assert outcome.problem is None
    assert len(place.files()) == 300
    assert place.status() == ""


def objects(place: Place) -> dict[str, int]:
    """What git says of its objects: those on their own, in packs, packs."""
    return {line.split(": ")[0]: int(line.split(": ")[1]) for line in place.git("count-objects", "-v").splitlines()}


def test_many_files_become_one_pack_and_not_an_object_each(place: Place) -> None:
    writes = tuple(Write(f"diaries/2025/第{n}个.md", f"第{n}个\n".encode()) for n in range(300))
    outcome = carry_out(place.workspace, lambda: Change("import", "导入", writes))
    assert outcome.problem is None
    assert len(place.files()) == 300
    assert objects(place)["packs"] == 1
    assert objects(place)["in-pack"] == 300
    assert objects(place)["count"] < 20
    assert place.git("fsck", "--strict", "--no-dangling") == ""
    assert place.status() == ""
    assert not list((place.root / ".git/objects").glob("tmp_*"))


def test_many_files_are_committed_where_git_makes_no_pack_of_them(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unable = tmp_path / "unable" / "git"
    unable.parent.mkdir()
    crash = f'echo crash > "{place.root}/.git/fast_import_crash_$$"; exit 128'
    script = f'#!/bin/sh\ncase "$*" in *fast-import*) {crash};; esac\nexec {shutil.which("git")} "$@"\n'
    unable.write_text(script, encoding="utf-8")
    unable.chmod(0o755)
    monkeypatch.setenv("PATH", f"{unable.parent}{os.pathsep}{os.environ['PATH']}")
    writes = tuple(Write(f"diaries/2025/第{n}个.md", f"第{n}个\n".encode()) for n in range(120))
    outcome = carry_out(place.workspace, lambda: Change("import", "导入", writes))
    assert outcome.problem is None
    assert len(place.files()) == 120
    assert not list((place.root / ".git").glob("fast_import_crash_*"))
    assert not list((place.root / ".git/objects").glob("tmp_*"))


def test_a_git_before_2_25_commits_many_files_and_says_where_it_cannot(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old" / "git"
    old.parent.mkdir()
    newer = '*--pathspec-from-file*) echo "error: unknown option \\`pathspec-from-file" >&2; exit 129;;'
    old.write_text(f'#!/bin/sh\ncase "$*" in {newer} esac\nexec {shutil.which("git")} "$@"\n', encoding="utf-8")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}{os.pathsep}{os.environ['PATH']}")
    for name, longest in (("甲", 100_000), ("乙", 2_000)):
        monkeypatch.setattr("minqing.history.git.LONGEST", longest)
        writes = tuple(Write(f"diaries/2025/{name}{n}.md", b"x\n") for n in range(120))
        outcome = carry_out(place.workspace, lambda writes=writes: Change("import", "导入", writes))
        assert (outcome.problem and outcome.problem.code) == (None if longest > 2_000 else "git.too-old")
    assert len(place.files()) == 120
