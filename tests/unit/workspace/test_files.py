import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from minqing.domain.errors import DIARY, MinqingError
from minqing.workspace import files
from minqing.workspace.files import locked, own_folder, read_bytes, write_atomic, write_together

PAGE = "diaries/2019/2019-10-21.md"


def names_in(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_new_file_gets_its_folders(tmp_path: Path) -> None:
    write_atomic(tmp_path, PAGE, "日记\r\n".encode())
    assert read_bytes(tmp_path, PAGE) == "日记\r\n".encode()
    assert names_in(tmp_path / "diaries" / "2019") == ["2019-10-21.md"]


def test_the_mode_is_kept(tmp_path: Path) -> None:
    write_atomic(tmp_path, PAGE, b"old")
    (tmp_path / PAGE).chmod(0o640)
    write_atomic(tmp_path, PAGE, b"new")
    assert stat.S_IMODE((tmp_path / PAGE).stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "workspace.disk-full"),
        (errno.EROFS, "workspace.read-only"),
        (errno.EACCES, "workspace.not-allowed"),
        (errno.EIO, "workspace.cannot-write"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_refusal_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, step: str
) -> None:
    write_atomic(tmp_path, PAGE, b"old")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(MinqingError) as refused:
        write_atomic(tmp_path, PAGE, b"new")
    assert (refused.value.code, refused.value.exit_code) == (code, DIARY)
    assert refused.value.params["path"] == PAGE
    assert names_in(tmp_path / "diaries" / "2019") == ["2019-10-21.md"]
    assert (tmp_path / PAGE).read_bytes() == b"old"


def test_a_file_that_somebody_reads_is_replaced_when_he_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows has it, where nothing takes the place of a file that is open."""
    replace, held = os.replace, [True, True]

    def refused_while_held(new: Path, place: Path) -> None:
        if held:
            held.pop()
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        replace(new, place)

    write_atomic(tmp_path, PAGE, b"old")
    monkeypatch.setattr(os, "replace", refused_while_held)
    monkeypatch.setattr(files, "HELD_SECONDS", 5.0)
    write_atomic(tmp_path, PAGE, b"new")
    assert read_bytes(tmp_path, PAGE) == b"new"
    assert names_in(tmp_path / "diaries" / "2019") == ["2019-10-21.md"]


def test_a_file_that_is_open_elsewhere_for_good_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(new: Path, place: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))

    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(files, "HELD_SECONDS", 0.05)
    with pytest.raises(MinqingError, match="not-allowed"):
        write_atomic(tmp_path, PAGE, b"new")
    assert names_in(tmp_path / "diaries" / "2019") == []


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path, "minqing.yaml", b"x")
    assert names_in(tmp_path) == []


SEVERAL = [(f"diaries/2019/{n:03}.md", b"%d" % n) for n in range(250)]


def test_each_of_many_files_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[int] = []
    fsync, replace = os.fsync, os.replace

    def noted(handle: int) -> None:
        fsync(handle)
        settled.append(os.fstat(handle).st_ino)

    def named(new: Path, place: Path) -> None:
        assert new.stat().st_ino in settled
        replace(new, place)

    monkeypatch.setattr(os, "fsync", noted)
    monkeypatch.setattr(os, "replace", named)
    written: list[str] = []
    write_together(tmp_path, SEVERAL, written)
    assert written == [path for path, _ in SEVERAL]
    assert [read_bytes(tmp_path, path) for path in written] == [new for _, new in SEVERAL]
    assert len(names_in(tmp_path / "diaries" / "2019")) == 250


def test_one_of_many_that_is_refused_leaves_it_and_those_behind_it_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def refused(new: Path, place: Path) -> None:
        if place.name == "120.md":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(new, place)

    monkeypatch.setattr(os, "replace", refused)
    written: list[str] = []
    with pytest.raises(MinqingError, match="disk-full") as told:
        write_together(tmp_path, SEVERAL, written)
    assert told.value.params["path"] == "diaries/2019/120.md"
    assert written == [path for path, _ in SEVERAL[:120]]
    assert names_in(tmp_path / "diaries" / "2019") == [f"{n:03}.md" for n in range(120)]


def test_many_files_are_written_where_the_system_writes_out_only_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    write_together(tmp_path, SEVERAL, [])
    assert len(names_in(tmp_path / "diaries" / "2019")) == 250


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system lets this user write everything")
def test_a_file_made_read_only_stays_as_it_is(tmp_path: Path) -> None:
    write_atomic(tmp_path, PAGE, b"old")
    (tmp_path / PAGE).chmod(0o444)
    with pytest.raises(MinqingError, match="not-allowed"):
        write_atomic(tmp_path, PAGE, b"new")


@pytest.mark.parametrize("path", ["../outside.md", "/etc/outside.md", "link/page.md", "page.md"])
def test_nothing_outside_is_read_or_written(tmp_path: Path, path: str) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "page.md").write_bytes(b"private")
    (root / "link").symlink_to(outside)
    (root / "page.md").symlink_to(outside / "page.md")
    for attempt in (lambda: write_atomic(root, path, b"x"), lambda: read_bytes(root, path)):
        with pytest.raises(MinqingError, match=r"workspace\.outside"):
            attempt()
    assert (outside / "page.md").read_bytes() == b"private"


def test_a_link_inside_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "page.md").symlink_to("real.md")
    write_atomic(tmp_path, "page.md", b"new")
    assert (tmp_path / "real.md").read_bytes() == b"new"
    assert (tmp_path / "page.md").is_symlink()


def test_links_in_a_circle_are_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    with pytest.raises(OSError, match=r"symbolic links|not a regular"):
        read_bytes(tmp_path, "a.md")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(OSError, match="not a regular file"):
        read_bytes(tmp_path, "folder.md")


def test_the_own_folder_hides_itself_and_comes_back(tmp_path: Path) -> None:
    own_folder(tmp_path, "drafts")
    assert (tmp_path / ".minqing" / ".gitignore").read_bytes() == b"*\n"
    assert (tmp_path / ".minqing" / "drafts").is_dir()


def test_the_same_process_may_lock_again(tmp_path: Path) -> None:
    with locked(tmp_path), locked(tmp_path, seconds=0.1):
        write_atomic(tmp_path, "minqing.yaml", b"")


def test_a_lock_is_let_go_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    assert holds_lock(tmp_path) == "free"


def test_another_process_has_to_wait(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert holds_lock(tmp_path) == f"workspace.locked {os.getpid()}"
    assert holds_lock(tmp_path) == "free"


def holds_lock(root: Path) -> str:
    """What another process meets that tries for the lock."""
    program = (
        "import sys, pathlib; from minqing.workspace.files import locked\n"
        "from minqing.domain.errors import MinqingError\n"
        "try:\n"
        "    with locked(pathlib.Path(sys.argv[1]), seconds=0.2): print('free')\n"
        "except MinqingError as error: print(error.code, error.params['who'])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_temporary_names_are_hidden() -> None:
    assert files.TEMPORARY.startswith(".")


def test_only_old_left_overs_are_removed(tmp_path: Path) -> None:
    """Between making a half-written file and holding it another program may come by."""
    begun, left = (tmp_path / f"{files.TEMPORARY}{name}" for name in ("begun", "left"))
    begun.touch()
    left.touch()
    os.utime(left, (time.time() - 60,) * 2)
    with files.replacing(tmp_path / "书.docx") as out:
        out.write(b"x")
    assert begun.exists()
    assert not left.exists()
