"""What is measured, and the bounds asked for: one table."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.classify.sentences import sentences

Before = Callable[[Path, int], None]
"""Makes a place ready for one run, untimed; told the number of the run."""

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One measured command.

    ``words`` are typed after the program's name, ``{n}`` in them becomes the number of the run. ``bound`` is in
    multiples of bare Python (``None``: only to be watched), with ``per_file`` in milliseconds a diary file. ``place``
    names the copy of the workspace: rows of one place follow each other in it. ``memory`` is a bound in bytes.
    """

    name: str
    words: tuple[str, ...]
    bound: float | None = None
    place: str = "warm"
    terminal: bool = False
    before: Before | None = None
    memory: int | None = None
    per_file: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """Something that is right or wrong so many times: ``count`` answers how often it was right, and of how many.

    ``bound`` is the least share in percent (``None``: only to be watched). It is counted once; nothing of it is timed.
    """

    name: str
    count: Callable[[], tuple[int, int]]
    bound: float | None = None


def without_index(place: Path, run: int) -> None:
    """As after a clone: nothing of what the program keeps for itself."""
    shutil.rmtree(place / ".minqing", ignore_errors=True)


def hand_edit(place: Path, run: int) -> None:
    """Another word in the title of the newest issue of one file, as an editor saves it."""
    file = sorted(place.glob("diaries/2019/*.md"))[20]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(事由: [^\n(]*)[^\n]*", rf"\1(改过{run}次)", text, count=1), encoding="utf-8")


def a_ledger(place: Path, run: int) -> None:
    """A ledger of 5 000 rows in an office's own words beside a diary that knows none of them."""
    from xlsxwriter import Workbook

    if subprocess.run(["git", "rev-parse", "-q", "--verify", "unread"], cwd=place, capture_output=True).returncode:
        subprocess.run(["git", "tag", "unread"], cwd=place, check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "unread"], cwd=place, check=True)
    book = Workbook(place.parent / f"旧台账-{run}.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.write_row(0, 0, ("序号", "反映时间", "诉求内容", "来电人", "责任人", "办理情况", "办结时间", "是否办结"))
    for n in range(5000):
        day = date(2010, 1, 4) + timedelta(days=n % 1600)
        told = f"{n % 44 + 1}号楼的阿姨说楼道灯不亮(第{n}件)"
        done = (day + timedelta(days=3)).isoformat()
        sheet.write_row(n + 1, 0, (n + 1, f"{day:%Y.%m.%d}", told, "阿姨", "李楼长", "换了灯泡", done, "是"))
    book.close()


SENTENCES = tuple(sentences("cities"))
"""A hundred, of many cities; the encoder is asked for what they leave in doubt."""

DEMO_ISSUE = "20191021-1"
LARGE_ISSUE = "20180702-3"

DEMO: tuple[Row, ...] = (
    Row("list", ("list",), 7.5),
    Row("stats", ("stats",), 7.5),
    Row("show", ("show", DEMO_ISSUE), 7.5),
    Row("report", ("report", "2019-10"), 9),
    Row("report, month to .md", ("report", "2019-10", "-o", "月报.md"), 40),
    Row("report, year to .html", ("report", "2019", "-o", "年报.html"), 90, memory=150 * MB),
    Row("list, terminal", ("list",), 11, terminal=True),
    Row("stats, terminal", ("stats",), 11, terminal=True),
    Row("show, terminal", ("show", DEMO_ISSUE), 11, terminal=True),
    Row("help", ("--help",), 14),
    Row("help of list", ("list", "--help"), 14),
    Row("list, a file edited", ("list",), 9, "edited", before=hand_edit),
    Row("list, no index", ("list",), 45, "new", before=without_index),
    Row("stats, no index", ("stats",), 45, "new", before=without_index),
    Row("history of an issue", ("history", DEMO_ISSUE), 30),
    Row("audit, 10 699 commits", ("audit",), 20, "audited"),
    Row("audit, nothing kept", ("audit",), 600, "new", before=without_index),
    # 1.5 and 2.5 seconds were asked for: bare Python takes 12 ms
    Row("month to Word", ("report", "2019-10", "-o", "../{n}.docx"), 125, memory=150 * MB),
    Row("ledger to Excel", ("ledger", "-o", "../{n}.xlsx"), 208, memory=150 * MB),
    Row("ledger to CSV", ("ledger", "-o", "../{n}.csv"), 150, memory=150 * MB),
    Row("classify, 1 sentence", ("classify", "3号楼2单元门口小广告,已清理")),
    Row("classify, 100 sentences", ("classify", *SENTENCES)),
    # 6 seconds were asked for
    Row(
        "import of 5 000 rows",
        ("import", "../旧台账-{n}.xlsx", "--yes"),
        500,
        "taken over",
        before=a_ledger,
        memory=150 * MB,
    ),
    Row("note with its commit", ("note", DEMO_ISSUE, "又去看了一次,第{n}回"), 14, "noted"),
)
"""On the sample of eleven years."""

LARGE: tuple[Row, ...] = (
    Row("large: no index, terminal", ("stats",), 0.8, "large", terminal=True, before=without_index, per_file=True),
    Row("large: stats", ("stats",), 100, "large", memory=150 * MB),
    Row("large: list", ("list",), 100, "large", memory=150 * MB),
    Row("large: show", ("show", LARGE_ISSUE), 60, "large"),
    Row("large: note", ("note", LARGE_ISSUE, "又去看了一次,第{n}回"), 60, "large"),
)
"""On 97 000 walks with 600 000 issues; in this order, in one folder, because a copy of it takes long."""

SCORES: tuple[Score, ...] = ()
"""What is counted instead of timed: how often suggestions are right, say."""
