"""Every command: its names, where it is declared, and where the help shows it."""

from __future__ import annotations

from minqing.domain.values import dataclass
from minqing.domain.verbs import VERBS
from minqing.text.normal import folded

WEEKLY, OFTEN, SELDOM = "weekly", "often", "seldom"
"""Sections of the help: what is used every week first."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its English name, Chinese names, the module that declares it, its section of the help."""

    name: str
    zh: tuple[str, ...]
    module: str
    section: str


def _verb(name: str, section: str) -> Command:
    return Command(name, (VERBS[name].zh,), "verbs", section)


COMMANDS: tuple[Command, ...] = (
    Command("log", ("记录", "日记"), "writing", WEEKLY),
    Command("list", ("清单", "列表"), "reading", WEEKLY),
    _verb("note", WEEKLY),
    _verb("close", WEEKLY),
    _verb("followup", WEEKLY),
    Command("add", ("新增",), "writing", WEEKLY),
    Command("show", ("查看",), "reading", WEEKLY),
    Command("report", ("月报", "报告"), "reading", OFTEN),
    Command("stats", ("统计",), "reading", OFTEN),
    Command("ledger", ("台账",), "handing_out", OFTEN),
    Command("sync", ("同步",), "sharing", OFTEN),
    Command("undo", ("撤回",), "history", OFTEN),
    Command("redo", ("重做",), "history", OFTEN),
    Command("backup", ("备份",), "backup", OFTEN),
    *(_verb(v, OFTEN) for v in ("contact", "assign", "escalate", "whistle", "extend", "promise", "park")),
    *(_verb(v, SELDOM) for v in ("reopen", "refer", "duplicate", "withdraw", "regrade", "reclassify")),
    Command("photo", ("照片",), "photos", SELDOM),
    Command("restore", ("恢复",), "backup", SELDOM),
    Command("notice", ("告示",), "private", SELDOM),
    Command("reply", ("答复",), "private", SELDOM),
    Command("contact-card", ("联系卡",), "private", SELDOM),
    Command("purge-private", ("清理号码",), "private", SELDOM),
    Command("set", ("更正",), "writing", SELDOM),
    Command("edit", ("编辑",), "writing", SELDOM),
    Command("classify", ("归类",), "suggesting", SELDOM),
    Command("check", ("检查",), "reading", SELDOM),
    Command("history", ("历史",), "history", SELDOM),
    Command("audit", ("核查",), "history", SELDOM),
    Command("verify", ("核对",), "history", SELDOM),
    Command("import", ("导入",), "taking_over", SELDOM),
    Command("opening", ("期初",), "taking_over", SELDOM),
    Command("init", ("初始化",), "writing", SELDOM),
)
"""In the order the help shows them."""

BY_NAME: dict[str, Command] = {folded(n): c for c in COMMANDS for n in (c.name, *c.zh)}
"""Either spelling, folded, to the command."""
