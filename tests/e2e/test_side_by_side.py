"""Several people, or one in a hurry: commands at the same moment lose nothing."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest


def test_commands_at_the_same_moment_lose_nothing(machine: Any) -> None:
    machine.run("add", "路灯", "--yes")
    done = machine.shell("for n in 1 2 3 4; do $M note 20261120-1 第$n句 & $M add ${n}号楼路灯不亮 --yes & done; wait")
    assert done.stderr == ""
    issues = json.loads(machine.run("list", "--json").stdout)["issues"]
    assert sorted(i["id"] for i in issues) == [f"20261120-{n}" for n in range(1, 6)]
    lamp = next(i for i in issues if i["title"] == "路灯")
    assert sorted(p["text"] for p in lamp["progress"]) == ["第1句", "第2句", "第3句", "第4句"]
    assert json.loads(machine.run("check", "--json").stdout)["problems"] == []
    assert machine.git("status", "--porcelain") == ""
    assert machine.git("rev-list", "--count", "HEAD").strip() == "10"


@pytest.mark.parametrize("kind", ["TERM", "KILL"])
def test_a_killed_command_leaves_a_whole_file(machine: Any, kind: str) -> None:
    """A hook that takes its time lets the command be killed between writing and committing."""
    machine.run("add", "路灯", "--yes")
    hook = machine.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch ../hooked\nsleep 0.6\n")
    hook.chmod(0o755)
    machine.shell(
        "$M note 路灯 看过 & me=$!; for i in $(seq 100); do test -e ../hooked && break; sleep 0.05; done; "
        f"kill -{kind} $me; wait $me; sleep 0.8"
    )
    hook.unlink()
    (lamp,) = json.loads(machine.run("list", "--json").stdout)["issues"]
    assert [p["text"] for p in lamp["progress"]] == ["看过"]
    index_lock = machine.root / ".git" / "index.lock"
    index_lock.unlink(missing_ok=True)
    done = machine.run("note", "路灯", "后来")
    assert done.returncode == 0, done.stderr.decode()
    assert machine.git("status", "--porcelain") == ""


def test_the_lock_of_a_process_that_is_gone_is_no_obstacle(machine: Any) -> None:
    (machine.root / ".minqing").mkdir()
    (machine.root / ".minqing" / "lock").write_text("")
    assert machine.run("add", "路灯", "--yes").returncode == 0


def test_an_index_or_drafts_that_are_gone_are_no_loss(machine: Any) -> None:
    machine.run("add", "路灯", "--yes")
    subprocess.run(["rm", "-rf", str(machine.root / ".minqing")], check=True)
    assert machine.run("note", "路灯", "看过").returncode == 0
    assert machine.git("status", "--porcelain") == ""
