"""The index as a whole: made, renewed, and never trusted more than the files."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from minqing.domain.count import Window
from minqing.text.spots import spot_of
from minqing.workspace.diary import DiaryRecords
from minqing.workspace.index import image, keeper, schema
from minqing.workspace.index.keeper import Keeper
from minqing.workspace.index.pages import Pages
from minqing.workspace.index.records import IndexedRecords

TODAY = date(2026, 11, 20)
HOUR = 3600 * 10**9


class Book:
    """A small workspace, and what its diary answers."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.own = root / ".minqing"
        self.index = self.own / image.INDEX_FILE
        (root / "minqing.yaml").write_text("语言: zh\n", encoding="utf-8")

    def write(self, day: str, state: str = "跟进", title: str = "路灯太亮", name: str = "") -> Path:
        """An entry of one issue with one line of progress."""
        place = self.root / "diaries" / day[:4] / f"{name or day}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        number = day.replace("-", "")
        issue = f"  - 编号: {number}-1\n    事由: {title}\n    办理:\n      - {day} {state} 说明\n"
        place.write_text(f"---\n日期: {day}\n事项:\n{issue}---\n", encoding="utf-8")
        return place

    def answered(self) -> tuple[str, ...]:
        """State and title of every issue, however they were found out."""
        return tuple(f"{s.state} {s.title}" for s in DiaryRecords(self.root).states(TODAY))

    def is_indexed(self) -> bool:
        """Whether the index answers."""
        return DiaryRecords(self.root).is_indexed


@pytest.fixture
def book(tmp_path: Path) -> Book:
    root = tmp_path / ("民情 日记#%" if os.name == "nt" else "民情 日记?#%")
    root.mkdir()
    book = Book(root)
    book.write("2026-11-02")
    book.write("2026-11-09", "办结", "门禁坏了")
    return book


BOTH = ("open 路灯太亮", "closed 门禁坏了")


@pytest.fixture
def an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written in this test look old."""

    class Later:
        def time_ns(self) -> int:
            return time.time_ns() + HOUR

    monkeypatch.setattr(keeper, "time", Later())


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are opened from now on."""
    from minqing.workspace.index import renewal, signatures

    opened: list[str] = []

    def noted(place: str) -> bytes:
        opened.append(Path(place).name)
        return signatures.bytes_of(place)

    monkeypatch.setattr(renewal, "bytes_of", noted)
    monkeypatch.setattr(keeper, "bytes_of", noted)
    return opened


@pytest.mark.usefixtures("an_hour_later")
def test_a_warm_index_opens_no_diary(book: Book, readings: list[str]) -> None:
    assert book.answered() == BOTH
    assert readings == ["2026-11-02.md", "2026-11-09.md"]
    assert book.answered() == BOTH
    assert len(readings) == 2


@pytest.mark.usefixtures("an_hour_later")
def test_after_an_edit_one_file_is_read(book: Book, readings: list[str]) -> None:
    book.answered()
    book.write("2026-11-02", "办结")
    readings.clear()
    assert book.answered() == ("closed 路灯太亮", "closed 门禁坏了")
    assert readings == ["2026-11-02.md"]


def test_two_edits_in_one_tick_with_equal_size_and_old_times(book: Book) -> None:
    book.answered()
    place = book.write("2026-11-02")
    before = place.stat()
    book.answered()
    for state, shown in (("办结", "closed"), ("重开", "open"), ("转出", "closed")) * 3:
        book.write("2026-11-02", state)
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert book.answered()[0].startswith(shown)


def test_a_young_file_is_looked_at_again_and_not_read_anew(book: Book, readings: list[str]) -> None:
    book.answered()
    index = book.index.stat()
    readings.clear()
    assert book.answered() == BOTH
    assert readings == ["2026-11-02.md", "2026-11-09.md"], "their bytes, which say that they are the same"
    assert os.path.samestat(index, book.index.stat())


def test_a_clock_set_back_makes_no_file_trusted(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    class Earlier:
        def time_ns(self) -> int:
            return time.time_ns() - HOUR

    monkeypatch.setattr(keeper, "time", Earlier())
    book.answered()
    book.write("2026-11-02", "办结")
    assert book.answered()[0] == "closed 路灯太亮"


@pytest.mark.usefixtures("an_hour_later")
def test_a_copy_with_its_old_times_is_another_file(book: Book) -> None:
    place = book.write("2026-11-02")
    book.answered()
    other = book.root / "andere"
    other.write_bytes(place.read_bytes().replace("跟进".encode(), "办结".encode()))
    shutil.copystat(place, other)
    os.replace(other, place)
    assert book.answered()[0] == "closed 路灯太亮"


@pytest.mark.usefixtures("an_hour_later")
def test_what_goes_and_comes_back_is_told(book: Book) -> None:
    assert book.answered() == BOTH
    (book.root / "diaries/2026/2026-11-02.md").unlink()
    assert book.answered() == BOTH[1:]
    book.write("2026-11-02")
    book.write("2026-11-16", title="树密", name="2026-11-16-visit")
    assert book.answered() == (*BOTH, "open 树密")
    shutil.rmtree(book.root / "diaries")
    assert book.answered() == ()


@pytest.mark.usefixtures("an_hour_later")
def test_changed_settings_hold_at_once(book: Book) -> None:
    def bucket() -> str:
        return next(DiaryRecords(book.root).states(TODAY)).bucket

    place = book.write("2026-11-02")
    place.write_text(
        place.read_text(encoding="utf-8").replace("    办理", "    类别: 噪声\n    办理"), encoding="utf-8"
    )
    assert bucket() == "dispute"
    (book.root / "minqing.yaml").write_text("类别: {dispute: {口径: other}}\n", encoding="utf-8")
    assert bucket() == "other"
    (book.root / "minqing.yaml").write_text("类别: {noise: {名称: 噪声, 口径: unmanaged}}\n", encoding="utf-8")
    assert bucket() == "unmanaged"


@pytest.mark.usefixtures("an_hour_later")
def test_an_index_of_another_version_is_made_anew(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    book.answered()
    for version in (0, 99):
        with monkeypatch.context() as patch:
            patch.setattr(schema, "FORMAT", version)
            book.answered()
        place = book.write("2026-11-02", "办结")
        assert book.answered()[0].startswith("closed")
        place.unlink()
        book.write("2026-11-02")
        assert book.answered() == BOTH


def test_deleting_it_loses_nothing(book: Book) -> None:
    for _ in range(2):
        assert book.answered() == BOTH
        shutil.rmtree(book.own)
    for name in os.listdir(book.own) if book.own.exists() else ():
        (book.own / name).unlink()
    assert book.answered() == BOTH
    assert (book.own / ".gitignore").read_bytes() == b"*\n"


@pytest.mark.usefixtures("an_hour_later")
@pytest.mark.parametrize("seed", range(40))
def test_no_damage_is_an_error_or_a_wrong_answer(book: Book, seed: int) -> None:
    book.answered()
    chance = random.Random(seed)
    for place in (p for p in book.own.iterdir() if p.name != ".gitignore"):
        raw = bytearray(place.read_bytes())
        for _ in range(chance.choice([1, 1, 30])):
            raw[chance.randrange(len(raw))] ^= chance.randrange(1, 256)
        place.write_bytes(raw[: chance.choice([len(raw), chance.randrange(len(raw))])])
    assert book.answered() == BOTH
    assert book.answered() == BOTH
    assert book.is_indexed()


@pytest.mark.usefixtures("an_hour_later")
def test_a_page_that_is_damaged_is_read_from_its_file(book: Book) -> None:
    book.answered()
    (pages,) = book.own.glob("entries-*.bin")
    pages.write_bytes(bytes(pages.stat().st_size))
    assert book.answered() == BOTH
    assert not book.index.exists(), "the next command makes it anew"
    assert book.answered() == BOTH


def test_a_change_made_with_another_program_is_a_damage(book: Book) -> None:
    book.answered()
    with closing(sqlite3.connect(book.index)) as connection:
        connection.execute("UPDATE issue SET open = 0, settled = 1")
        connection.commit()
    assert book.answered() == BOTH


def test_a_lock_on_it_holds_nobody_up(book: Book) -> None:
    book.answered()
    with closing(sqlite3.connect(book.index)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        book.write("2026-11-02", "办结")
        assert book.answered()[0] == "closed 路灯太亮"
        assert time.monotonic() - began < 2


@pytest.mark.parametrize("what", ["folder", "file"])
def test_where_it_cannot_be_the_files_answer(book: Book, what: str) -> None:
    if what == "folder":
        book.index.mkdir(parents=True)
    else:
        book.own.write_bytes(b"")
    assert book.answered() == BOTH
    assert not book.is_indexed()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_only_be_read(book: Book) -> None:
    book.own.mkdir()
    book.own.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert book.answered() == BOTH
    book.own.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("fails", ["_copy", "_change", "_sign"])
def test_a_full_disk_leaves_nothing_behind(book: Book, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    book.answered()
    book.write("2026-11-02", "办结")

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(image, fails, refused)
        assert book.answered()[0] == "closed 路灯太亮"
    assert sorted(p.name.partition("-")[0] for p in book.own.iterdir()) == [".gitignore", "entries", "index.sqlite"]
    assert book.answered()[0] == "closed 路灯太亮"


def test_links_are_answered_from_the_files(book: Book) -> None:
    kept = book.root / "anderswo.md"
    place = book.root / "diaries/2026/2026-11-02.md"
    place.rename(kept)
    place.symlink_to(kept)
    assert book.answered() == BOTH
    assert not book.is_indexed()
    kept.write_text(kept.read_text(encoding="utf-8").replace("跟进", "办结"), encoding="utf-8")
    assert book.answered()[0] == "closed 路灯太亮"


def test_a_question_that_fails_is_asked_of_the_files(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    records = DiaryRecords(book.root)
    assert records.is_indexed
    monkeypatch.setattr(records._indexed, "_rows", lambda *_: 1 / 0)
    assert [s.title for s in records.states(TODAY)] == ["路灯太亮", "门禁坏了"]
    assert records.totals(Window(TODAY), None).counts.raised == 2


def test_two_programs_at_once(book: Book) -> None:
    """Each renews it while the other does; both answer what the files say, and so does who comes after them."""
    wrong: list[object] = []

    def work(day: str) -> None:
        try:
            for n in range(15):
                place = book.write(day, ("跟进", "办结")[n % 2])
                shown = [s.state for s in DiaryRecords(book.root).states(TODAY) if s.entry.endswith(place.name)]
                if shown != [("open", "closed")[n % 2]]:
                    wrong.append((day, n, shown))
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(day,)) for day in ("2026-11-03", "2026-11-04", "2026-11-05")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(book.answered()) == 5


def test_a_clone_makes_its_own(book: Book, tmp_path: Path) -> None:
    book.answered()
    clone = tmp_path / "clone"
    shutil.copytree(book.root, clone)
    assert [s.title for s in Keeper(clone).records().states(TODAY)] == ["路灯太亮", "门禁坏了"]
    (clone / "diaries/2026/2026-11-02.md").unlink()
    assert [s.title for s in Keeper(clone).records().states(TODAY)] == ["门禁坏了"]
    assert book.answered() == BOTH


def test_pages_nobody_knows_any_more_make_it_new(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_ROOM", 0)
    for n in range(12):
        book.write("2026-11-02", title=f"路灯{n}")
        assert book.answered()[0] == f"open 路灯{n}"
        assert len(list(book.own.glob("entries-*.bin"))) == 1
    (pages,) = book.own.glob("entries-*.bin")
    assert pages.stat().st_size < 12 * 200


def test_the_warm_path_loads_no_reader_of_files(book: Book) -> None:
    typed = [sys.executable, "-c", _WARM, str(book.root)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run(typed, check=True, env=environment)
    said = subprocess.run(typed, check=True, env=environment, capture_output=True, text=True).stdout
    assert said.split() == []


_WARM = """
import sys
from datetime import date
from pathlib import Path
from minqing.workspace.diary import DiaryRecords
records = DiaryRecords(Path(sys.argv[1]))
states = list(records.states(date(2026, 11, 20)))
assert records.is_indexed and len(states) == 2
heavy = ("yaml", "frontmatter", "rich", "typer", "filelock", "subprocess", "platformdirs", "minqing.text.read")
print(*(name for name in heavy if name in sys.modules))
"""


def test_who_looks_at_a_place_reads_no_other_page(book: Book, an_hour_later: None, monkeypatch) -> None:
    """A hundred thousand files are too many to read for whether a matter came up before."""
    for day, title in (("2026-11-03", "5栋路灯坏了"), ("2026-11-04", "6号楼路灯坏了"), ("2026-11-05", "3-5号楼停水")):
        book.write(day, title=title)
    records, read = DiaryRecords(book.root), []
    whole = Pages.read
    monkeypatch.setattr(Pages, "read", lambda pages, place: read.append(place) or whole(pages, place))
    seen = records.near(spot_of("5号楼"), True)
    assert [one.title for one in seen] == ["5栋路灯坏了", "3-5号楼停水"]
    assert len(read) == 2
    assert [s.state for s in records.standing_of(seen[:1], TODAY)] == ["open"]


def test_of_what_is_learned_from_no_more_pages_are_read_than_are_looked_at(book: Book, monkeypatch) -> None:
    for n in range(1, 9):
        book.write(f"2026-10-0{n}")
    records, read = DiaryRecords(book.root), []
    whole = Pages.read
    monkeypatch.setattr(Pages, "read", lambda pages, place: read.append(place) or whole(pages, place))
    assert [s.raised.day for s in records.newest(3, date(2026, 10, 1), TODAY)] == [8, 2, 9]
    assert len(read) == 3


def test_where_the_index_fails_half_way_the_files_go_on(book: Book, monkeypatch) -> None:
    """Nothing is told twice, and nothing is missing."""
    book.write("2026-11-10", title="井盖响")
    records, whole = DiaryRecords(book.root), IndexedRecords._page

    def fails(self: IndexedRecords, path: str, place: object) -> object:
        if "11-09" in path:
            raise sqlite3.DatabaseError("malformed")
        return whole(self, path, place)

    monkeypatch.setattr(IndexedRecords, "_page", fails)
    assert [s.title for s in records.states(TODAY)] == ["路灯太亮", "门禁坏了", "井盖响"]
    assert not records.is_indexed
