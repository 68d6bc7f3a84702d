"""What is shown in a terminal and in a pipe: wrapping, colour, consoles that know GBK only, closed pipes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len

from minqing.text.normal import width

TITLE = "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉,已经连着反映了三次也没有人来看一看到底是怎么回事"
OWNER = "城市管理委员会路灯管理中心第二办公室"
WILD = "[red]漏水[/red] \x1b[31m红\x1b]0;x\x07 左\u202e右 👨‍👩‍👧"

Plain = Callable[[str], str]


@pytest.fixture
def street(machine: Any) -> Any:
    machine.write(
        "diaries/2026/2026-11-16.md",
        f"---\n日期: 2026-11-16\n事项:\n  - 编号: 20261116-1\n    事由: {TITLE}\n    责任: {OWNER}\n    层级: 中事\n"
        f"    期限: 2026-11-18\n  - 编号: 20261116-2\n    事由: {json.dumps(WILD, ensure_ascii=False)}\n---\n",
    )
    return machine


def column(table: str, title: str, following: str) -> str:
    """The cells below a column's title, run together."""
    lines = table.split("\n")
    head = next(line for line in lines if title in line)
    start, end = width(head[: head.index(title)]), width(head[: head.index(following)])
    cells = []
    for line in lines[lines.index(head) + 2 :]:  # below the rule
        at, cell = 0, ""
        for character in line:
            if start <= at < end:
                cell += character
            at += width(character)
        cells.append(cell.strip())
    return "".join(cells)


def test_a_table_wraps_chinese_and_never_cuts_it(street: Any, plain: Plain) -> None:
    shown = plain(street.shown("list", columns=120))
    assert max(cell_len(line) for line in shown.split("\n")) <= 120
    assert TITLE in column(shown, "事由", "责任")
    assert OWNER in column(shown, "责任", "状态")
    assert "20261116-1" in shown
    assert "2026-11-18" in shown


def test_a_table_of_eighty_columns_leaves_room_for_the_matter(street: Any, plain: Plain) -> None:
    shown = plain(street.shown("list", columns=80))
    assert max(cell_len(line) for line in shown.split("\n")) <= 80
    assert TITLE in column(shown, "事由", "责任")
    head = next(line for line in shown.split("\n") if "事由" in line)
    assert width(head[head.index("事由") : head.index("责任")]) >= 32
    assert any("20261116-1  11-18 逾期2天" in line for line in shown.split("\n"))


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    "command", [["show", "1116-1"], ["show", "11-16"], ["stats"], ["report", "2026-11"], ["--help"]]
)
def test_nothing_runs_over_the_edge(street: Any, plain: Plain, command: list[str], columns: int) -> None:
    shown = plain(street.shown(*command, columns=columns))
    assert max(cell_len(line) for line in shown.split("\n")) <= columns
    if command == ["show", "1116-1"]:
        assert TITLE in shown.replace("\n", "")


def test_a_narrow_terminal_loses_nothing(street: Any, plain: Plain) -> None:
    lines = plain(street.shown("list", columns=40)).split("\n")
    assert max(map(cell_len, lines)) <= 40
    said = "".join(line.strip() for line in lines)
    assert f"20261116-1  {TITLE}2026-11-18" in said
    assert OWNER in said


def test_colour_in_a_terminal_only(street: Any) -> None:
    assert "\x1b[3" in street.shown("list")
    for command in (["list"], ["show", "1116-1"], ["stats"], ["report", "2026-11"], ["check"], ["--help"]):
        done = street.run(*command)
        assert b"\x1b" not in done.stdout + done.stderr
        assert "─".encode() not in done.stdout


def test_no_color_is_honoured(street: Any) -> None:
    assert "\x1b" not in street.shown("list", NO_COLOR="1")
    assert "\x1b" not in street.shown("--help", NO_COLOR="1")


def test_residents_escapes_never_reach_the_terminal(street: Any, plain: Plain) -> None:
    for command in (["list"], ["show", "1116-2"]):
        shown = plain(street.shown(*command))
        assert "\x1b" not in shown
        assert "\x07" not in shown
        assert "\u202e" not in shown
        assert "[red]" in shown


def test_output_survives_a_gbk_console(street: Any) -> None:
    for command in (["list"], ["show", "1116-2"], ["stats"], ["report", "2026-11"], ["--help"], ["list", "井盖"]):
        done = street.run(*command, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
        assert done.returncode == 0
        assert done.stdout.decode("gbk")
    done = street.run("list", "--json", PYTHONIOENCODING="gbk")
    assert json.loads(done.stdout.decode("gbk"))["issues"][0]["title"] == TITLE
    done = street.run("close", "没有的事 👨‍👩‍👧", PYTHONIOENCODING="gbk")
    assert done.returncode == 3
    assert "没有的事" in done.stderr.decode("gbk")


def test_output_survives_a_console_that_knows_ascii_only(street: Any) -> None:
    done = street.run("list", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert b"20261116-1" in done.stdout


def test_a_reader_that_leaves_early_is_no_failure(machine: Any) -> None:
    issues = "".join(f"  - 编号: 20261116-{n}\n    事由: 路灯 {TITLE}\n" for n in range(1, 800))
    machine.write("diaries/2026/2026-11-16.md", f"---\n日期: 2026-11-16\n事项:\n{issues}---\n")
    for command in ("list", "list --json", "show 11-16"):
        done = machine.shell(f"$M {command} | head -1; echo ${{PIPESTATUS[0]}} >&2")
        assert done.stderr == "0\n", command
        assert done.stdout


def test_closed_streams_are_no_traceback(street: Any) -> None:
    for line in ("$M list >&-", "$M list 2>&-", "$M list <&-", "$M list <&- >&- 2>&-", "$M log <&-"):
        done = street.shell(line)
        assert "Traceback" not in done.stderr
        assert "毛病" not in done.stderr


LEDGER = "日期,事由,地点,状态\\n2026-10-10,楼道灯不亮,3号楼,已办结\\n"


@pytest.mark.parametrize("unread", ["| true", "2>&1 >/dev/null | true", ">/dev/full 2>&1", "2>/dev/full"])
def test_what_nobody_can_read_stops_no_change_half_way(street: Any, unread: str) -> None:
    street.shell(f"printf '{LEDGER}' > 旧.csv")
    street.shell(f"$M import 旧.csv --yes {unread}; PYTHONUNBUFFERED=1 $M note 20261116-1 看过了 {unread}")
    told = street.shell("$M list state:all --json").stdout
    assert "楼道灯不亮" in told
    assert "看过了" in told
    assert street.git("log", "--format=%s").split("\n")[1:] == ["导入 旧.csv: 1 件", "手工修改 2026-11-16", "开始", ""]


def test_a_full_disk_is_not_called_a_defect_and_a_change_is_not_to_be_repeated(street: Any) -> None:
    for command in ("list", "note 20261116-1 看过了"):
        done = street.shell(f"$M {command} >/dev/full")
        assert "Traceback" not in done.stderr
        assert "毛病" not in done.stderr
        assert "不要重复" in done.stderr
        assert done.returncode == 1
    assert street.shell("$M show 20261116-1").stdout.count("看过了") == 1


def test_gbk_arguments_in_a_utf8_locale(machine: Any) -> None:
    done = machine.shell("$M add \"$(printf '\\302\\267\\265\\306')\" --yes --json")
    assert json.loads(done.stdout)["issues"][0]["title"] == "路灯"
