"""A slow-down fails here before anyone feels it: each command may import, open, start and call only so much.

``pytest tests/guard --update-guard`` keeps what is counted now as what is allowed from now on.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from guard import counts
from guard.counts import SLACK, Counts, Probed

TODAY = date(2026, 11, 20)
WALKS = 30
VALGRIND = shutil.which("valgrind")
SETTLED = 2.2
"""Seconds after which a file is no longer taken for one that may still be being written."""

COMMANDS: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "stats": ("stats",),
    "show": ("show", "20261116-1"),
    "report": ("report", "2026-10"),
    "--help": ("--help",),
    "note": ("note", "20261116-1", "又去看了一次"),
    "set": ("set", "11-16", "天气", "晴"),
}
WRITING_IN = {"note": "noted", "set": "put right"}
"""The diary of each command that writes; others read one together."""
WARMED_BY = {"set": ("set", "11-16", "天气", "阴")}
"""What is typed first where the same words twice would change nothing."""

LIBRARIES = frozenset({"click", "typer", "rich", "chinese_calendar"})
STANDARD = frozenset({"argparse", "asyncio", "email", "http", "importlib.metadata", "logging", "socket", "unittest"})
WRITING = frozenset({"filelock", "platformdirs", "subprocess"})
FILES = frozenset({"yaml", "frontmatter", "minqing.text.read", "minqing.workspace.settings_reader"})
"""What reads diaries: an answer from a warm index needs none of it."""

READING = LIBRARIES | STANDARD | WRITING | FILES | {"minqing.classify"}

FORBIDDEN: dict[str, frozenset[str]] = {
    "list": READING,
    "stats": READING,
    "show": READING,
    "report": READING,
    "--help": READING,
    "note": frozenset({"chinese_calendar", "asyncio", "http", "unittest", "filelock", "rich", "typer"}),
    "set": frozenset({"chinese_calendar", "asyncio", "http", "unittest", "filelock", "minqing.classify"}),
}
"""What must not be imported, whatever the table says."""

ISSUE = """  - 编号: {day:%Y%m%d}-{n}
    事由: {n}号楼的阿姨说单元门口又贴了小广告
    地点: {n}号楼
    类别: 环境卫生
    层级: 小事
    期限: {due}
    办理:
      - {day} 联系 告诉阿姨请人来清
"""
CLOSED = "      - {due} 办结 清走了\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of nobody in particular."""
    place = tmp_path_factory.mktemp("home")
    (place / ".gitconfig").write_text("[user]\n\tname = 王丽\n\temail = wangli@example.com\n", encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def env(home: Path) -> dict[str, str]:
    """The environment every probed command gets."""
    return counts.environment(home, TODAY.isoformat())


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, env: dict[str, str]) -> dict[str, Path]:
    """Equal diaries, one to read and one for each command that writes, none of their files just written."""
    folder = tmp_path_factory.mktemp("places")
    made = {name: folder / name for name in ("read", *WRITING_IN.values())}
    for place in made.values():
        _fill(place, env)
    time.sleep(SETTLED)
    return made


def _fill(place: Path, env: dict[str, str]) -> None:
    counts.typed(["init", str(place), "--name", "幸福里"], place.parent, env)
    monday = TODAY - timedelta(days=TODAY.weekday())
    for back in range(WALKS):
        day = monday - timedelta(weeks=back)
        file = place / f"diaries/{day.year}/{day}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(_page(day), encoding="utf-8")
    for words in (["add", "-A"], ["commit", "-qm", "准备"]):
        subprocess.run(["git", *words], cwd=place, env=env, check=True)


def _page(day: date) -> str:
    listed = ""
    for n in (1, 2, 3):
        item = ISSUE + (CLOSED if n > 1 else "")
        listed += item.format(day=day, due=day + timedelta(days=n), n=n)
    return f"---\n日期: {day}\n步数: 4773\n公里: 2.87\n参加: [张书记, 王丽]\n事项:\n{listed}---\n走到三号楼。\n"


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest, places: dict[str, Path], env: dict[str, str]) -> dict[str, Counts]:
    """The table, written anew from what is counted when ``--update-guard`` asks for that."""
    if request.config.getoption("--update-guard"):
        instructions = _instructions_of_list(places, env) if VALGRIND else counts.table_instructions()
        counts.write_table({name: _probe(name, places, env).counts for name in COMMANDS}, instructions)
    return counts.read_table()


def _probe(name: str, places: dict[str, Path], env: dict[str, str]) -> Probed:
    """The second run of a command: the first one compiles what is not compiled yet, and warms up what can be."""
    root = places[WRITING_IN.get(name, "read")]
    counts.typed(WARMED_BY.get(name, COMMANDS[name]), root, env)
    if name in WRITING_IN:
        time.sleep(SETTLED)
    return counts.probed(COMMANDS[name], root, env)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_costs_no_more_than_the_table_says(
    name: str, table: dict[str, Counts], places: dict[str, Path], env: dict[str, str]
) -> None:
    probed, allowed = _probe(name, places, env), table[name]
    grown = [*_unwanted(name, probed), *_too_many(probed, allowed), *_more_calls(probed.counts, allowed)]
    assert not grown, "\n".join([f"`minqing {name}` costs more than tests/guard/counts.toml allows:", *grown])


def _unwanted(name: str, probed: Probed) -> Iterable[str]:
    found = sorted(probed.counts.modules & FORBIDDEN[name])
    if found:
        yield f"- it imports {', '.join(found)}, which it must not"


def _too_many(probed: Probed, allowed: Counts) -> Iterable[str]:
    now = probed.counts
    new = sorted(now.modules - allowed.modules)
    checks = (
        ("modules imported", len(now.modules), len(allowed.modules), new),
        ("diary files opened", now.diaries, allowed.diaries, probed.diaries),
        ("other files opened", now.files, allowed.files, probed.files),
        ("processes started", now.processes, allowed.processes, probed.processes),
    )
    for what, count, was, named in checks:
        most = int(was * SLACK) if what == "modules imported" else was
        if count > most:
            yield f"- {what}: {count}, at most {most}; {'new' if named is new else 'all'}: {_some(named)}"


def _some(named: list[str]) -> str:
    return ", ".join(named[:30]) + (f" and {len(named) - 30} more" if len(named) > 30 else "")


def _more_calls(now: Counts, allowed: Counts) -> Iterable[str]:
    checks = [("our own modules", now.own_calls, allowed.own_calls)]
    if counts.this_python() == counts.table_python():
        checks.append(("all modules", now.all_calls, allowed.all_calls))
    for what, count, was in checks:
        if count > was * SLACK:
            yield f"- calls of functions in {what}: {count}, at most {int(was * SLACK)}; grown: {_growth(now, allowed)}"


def _growth(now: Counts, allowed: Counts) -> str:
    more = {name: count - allowed.calls.get(name, 0) for name, count in now.calls.items()}
    most = sorted(more.items(), key=lambda item: -item[1])[:8]
    return ", ".join(f"{name} +{count}" for name, count in most if count > 0)


def test_a_failure_names_what_has_grown() -> None:
    allowed = Counts(frozenset({"re"}), diaries=0, calls={"minqing.text.read": 100, "rest": 20})
    now = Counts(frozenset({"re", "typer"}), diaries=1, calls={"minqing.text.read": 180, "rest": 20})
    probed = Probed(now, diaries=["diaries/2026/2026-11-16.md"], files=[], processes=[])
    assert list(_unwanted("list", probed)) == ["- it imports typer, which it must not"]
    assert list(_too_many(probed, allowed)) == [
        "- modules imported: 2, at most 1; new: typer",
        "- diary files opened: 1, at most 0; all: diaries/2026/2026-11-16.md",
    ]
    assert "grown: minqing.text.read +80" in next(iter(_more_calls(now, allowed)))


def test_the_counts_are_the_same_every_time(places: dict[str, Path], env: dict[str, str]) -> None:
    first, second = (_probe("list", places, env).counts for _ in range(2))
    assert first == second


@pytest.mark.skipif(not VALGRIND, reason="instructions are counted by valgrind")
def test_a_warm_list_takes_no_more_instructions_than_the_table_says(
    table: dict[str, Counts], places: dict[str, Path], env: dict[str, str]
) -> None:
    assert table
    now, allowed = _instructions_of_list(places, env), counts.table_instructions()
    assert now <= allowed * SLACK, f"a warm list takes {now:.1f} times the instructions of bare Python, not {allowed}"


def _instructions_of_list(places: dict[str, Path], env: dict[str, str]) -> float:
    """Machine instructions of a warm ``list`` as a multiple of those of bare Python."""
    counts.typed(["list"], places["read"], env)
    bare = _instructions(["-c", "pass"], places["read"], env)
    return _instructions(["-m", "minqing", "list"], places["read"], env) / bare


def _instructions(arguments: list[str], root: Path, env: dict[str, str]) -> int:
    options = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--trace-children=no"]
    command = ["valgrind", *options, sys.executable, "-S", *arguments]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, check=True)
    told = next(line for line in done.stderr.decode().splitlines() if "Collected :" in line)
    return int(told.rpartition(":")[2].split()[0])
