"""What ``minqing sync`` asks in a terminal: each contradiction, with both sides in sight."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

DAY = "diaries/2026/2026-11-16.md"
ENTRY = "---\n日期: 2026-11-16\n事项:\n  - 编号: 20261116-1\n    事由: 路灯太亮\n    期限: {}\n---\n"


def test_whose_due_date_holds(machine: Any, tmp_path: Path) -> None:
    stick, other = tmp_path / "优盘.git", tmp_path / "同事"
    machine.git("init", "-q", "--bare", str(stick))
    machine.git("remote", "add", "origin", str(stick))
    machine.write(DAY, ENTRY.format("2026-11-23"))
    assert machine.run("sync").returncode == 0
    machine.git("clone", "-q", str(stick), str(other))
    (other / DAY).write_text(ENTRY.format("2026-12-01"), encoding="utf-8")
    for command in (("-c", "user.name=张书记", "-c", "user.email=z@x", "commit", "-qam", "x"), ("push", "-q")):
        subprocess.run(["git", *command], cwd=other, env=machine.env, check=True)
    machine.write(DAY, ENTRY.format("2026-12-05"))
    sync = machine.terminal("sync")
    sync.says("20261116-1 路灯太亮 的“期限”\r\n")
    sync.says("原来: 2026-11-23\r\n")
    sync.says("我的: 2026-12-05(")
    sync.answers(("同事的: 2026-12-01(张书记", "x"), ("1用我的 2用同事的", "2"))
    assert sync.ends()[0] == 0
    assert "期限: 2026-12-01" in machine.read(DAY)
