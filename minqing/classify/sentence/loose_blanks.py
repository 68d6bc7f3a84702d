"""Blanks that a machine or a hasty thumb set between a number and what it counts: 7 号楼 3 单元."""

from __future__ import annotations

from minqing.domain.patterns import pattern

_HOUSES = "(?:号楼|号院|栋|幢|单元|层|楼(?![道梯顶])|门(?![禁锁铃框卫面缝窗])|室(?![内外]))"
_COUNTS = "[个块元人户号年月米多余件名位路平度]|天(?![天花])|家[商店企饭超公单住居业]"
_FLAT = rf"[1-9][0-9]?0[1-9](?=[\u4e00-\u9fff])(?!{_COUNTS})"
_LOOSE_NUMBER = pattern(
    rf"(?<=[0-9])(?<!^[0-9])[ \u3000](?={_HOUSES})|(?<=^[0-9])[ \u3000](?={_HOUSES})(?!单元门|门[口前外])"
    rf"|(?<=[楼院栋幢元层])[ \u3000](?=[0-9]{{1,4}}[ \u3000]?(?:单元|门|层|楼|室)|{_FLAT}|[东南西北][侧边面头墙])"
    rf"|(?<=[和与及到至、])[ \u3000](?=[0-9]{{1,3}}[ \u3000]?{_HOUSES})"
)
"""A blank that a machine set between a number and what it counts: 7 号楼 3 单元; never in 3 楼道灯坏, 2 单元门坏.
Before a flat as well: 5号楼 301漏水."""


def without_loose_blanks(line: str) -> str:
    """``line`` without the blanks between numbers and what they count: 7号楼3单元 for 7 号楼 3 单元."""
    return _LOOSE_NUMBER.sub("", line) if " " in line or "\u3000" in line else line
