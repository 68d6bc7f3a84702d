"""Outputs a person reads, word for word, in both languages. Read the change in ``shown/`` before keeping it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from desk import Desk

Golden = Callable[[str, str], None]

COMMANDS = {
    "list": ["list"],
    "list-all": ["list", "state:all"],
    "list-none": ["list", "井盖", "tier:small"],
    "show-open": ["show", "路灯"],
    "show-closed": ["show", "1012-1"],
    "show-parked": ["show", "电梯"],
    "show-day": ["show", "2026-11-16"],
    "stats": ["stats"],
    "stats-month": ["stats", "2026-11"],
    "stats-by-month": ["stats", "2026-q4", "--by", "month"],
    "stats-by-tier": ["stats", "--by", "tier"],
    "report-provisional": ["report", "2026-11"],
    "report": ["report", "2026-10"],
    "check-clean": ["check"],
    "help": ["--help"],
    "help-log": ["log", "--help"],
    "help-list": ["list", "--help"],
    "help-close": ["close", "--help"],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", list(COMMANDS))
def test_shown(diary: Desk, golden: Golden, name: str, lang: str) -> None:
    answer = diary.ok("--lang", lang, *COMMANDS[name])
    assert answer.err == ""
    golden(f"{name}.{lang}", answer.out)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_check_with_problems(diary: Desk, golden: Golden, lang: str) -> None:
    diary.write(
        "diaries/2026/2026-11-19.md",
        "---\n日期：2026-11-19\n步数: 很多\n事项:\n  - 编号: 20261119-1\n    事由: [急] 灯坏\n    办理:\n"
        "      - 2026-11-19 回访 没人接\n---\n",
    )
    answer = diary.run("--lang", lang, "check")
    assert answer.code == 1
    golden(f"check.{lang}", answer.out)
    answer = diary.run("--lang", lang, "list")
    assert answer.code == 1
    golden(f"left-out.{lang}", answer.err)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_refusals(diary: Desk, golden: Golden, lang: str) -> None:
    typed = (
        ["lst"], ["list", "--jsno"], ["list", "teir:large"], ["close", "楼"], ["close", "没有的事"],
        ["close", "1012-1", "--on", "2026-10-01"], ["reopen", "路灯"], ["extend", "路灯", "soon"], ["regrade", "路灯"],
        ["stats", "改天"], ["log"], ["followup", "树密", "没人接"],
    )  # fmt: skip
    said = []
    for words in typed:
        answer = diary.run("--lang", lang, *words)
        said.append(f"$ minqing {' '.join(words)}\n{answer.err}[{answer.code}]\n")
    golden(f"refusals.{lang}", "\n".join(said))
