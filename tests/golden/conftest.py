"""A small diary that has something of everything, for outputs a person reads."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import Desk, desk, fresh_repository, home, issue_yaml

__all__ = ["desk", "fresh_repository", "home"]

SHOWN = Path(__file__).parent / "shown"

SETTINGS = """语言: zh
社区: 幸福里社区
楼栋: [3号楼, 5号楼, 8号楼]
走动: {星期: 周一, 时间: 08:30, 首次: 2016-01-04}
固定走访:
  - {名称: 高龄党员户, 每: month}
期初: {截至: 2025-12-31, 周一: 500, 步数: 2300000, 公里: 1400, 民事纠纷: 900, 环境问题: 800, 无物业问题: 1500}
git: {提交: 否}
"""


@pytest.fixture
def diary(desk: Desk) -> Desk:
    """Two months of a community, with an issue of every kind."""
    desk.settings(SETTINGS)
    walked = "时间: 08:30-11:40\n天气: 晴\n路线: 顺时针一圈\n步数: 4773\n公里: 2.87\n参加: [张书记, 王丽, 李楼长]\n"
    desk.entry("2026-10-12", walked, _october())
    desk.entry(
        "2026-11-16", walked + "同行: [城管执法队]\n走访: [高龄党员户]\n顺手: 6\n", _november(), "\n居民都说扶手好。\n"
    )
    hotline = issue_yaml(
        "20261118-1", title="井盖松动", place="东门", category="facility", tier="large", owner="权属单位",
        ticket="'0123'", due="2026-12-03",
    )  # fmt: skip
    desk.entry("2026-11-18", "类型: 12345\n", hotline, name="2026-11-18-hotline")
    return desk


def _october() -> str:
    tree = issue_yaml(
        "20261012-1", "2026-10-14 联系 电话告知阿姨", "2026-10-20 办结 修剪了三棵树", "2026-10-27 回访 满意 屋里亮堂了",
        title="8号楼的阿姨说家里树密晒不到阳光", place="8号楼", reporter="阿姨", category="environment", tier="medium",
        owner="公共卫生委员会", due="2026-10-19", households="12", cost="600",
    )  # fmt: skip
    noise = issue_yaml(
        "20261012-2", "2026-10-13 交办 治安和调解委员会", "2026-10-26 办结 双方说好了", "2026-11-09 重开 又吵起来",
        title="3号楼楼上深夜挪椅子太吵", place="3号楼", category="dispute", tier="small", owner="包院居干",
        due="2026-11-11",
    )  # fmt: skip
    lift = issue_yaml(
        "20261012-3", "2026-10-15 上报 街道办事处 超出权限", "2026-10-30 挂账 2026-12-31 等资金批复",
        title="5号楼加装电梯", place="5号楼", category="property", tier="medium", due="2026-10-27",
    )  # fmt: skip
    return tree + noise + lift


def _november() -> str:
    lamp = issue_yaml(
        "20261116-1", "2026-11-17 跟进 王丽说 [急] 今晚再看", title="5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉",
        place="5号楼", reporter="老爷子", category="facility", tier="medium", owner="物业管理委员会", due="2026-11-23",
    )  # fmt: skip
    ads = issue_yaml(
        "20261116-2", "2026-11-16 办结 当场办结", title="2单元门口小广告", place="3号楼", category="environment",
        tier="small", owner="包院居干", due="2026-11-16",
    )  # fmt: skip
    return lamp + ads


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares what was shown with ``shown/NAME.txt``; ``--update-golden`` writes it instead."""

    def compare(name: str, shown: str) -> None:
        file = SHOWN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            SHOWN.mkdir(exist_ok=True)
            file.write_text(shown, encoding="utf-8")
        wanted = file.read_text(encoding="utf-8") if file.exists() else ""
        changes = difflib.unified_diff(wanted.splitlines(), shown.splitlines(), "as kept", "as shown", lineterm="")
        assert shown == wanted, "\n".join(["look at it, then: pytest tests/golden --update-golden", *changes])

    return compare
