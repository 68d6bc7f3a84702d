"""What a line names that stands above others: a place, a field of matters, or that matters follow.

The words that make a heading one of issues, of a plan or of praise are in ``sections``; here is what has no such word.
"""

from __future__ import annotations

from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_AROUND = pattern(r"^[\W_]+|[\W_]+$")
"""Brackets, stars, a picture: what stands around a heading."""

LONGEST_PLACE = 16
"""Letters of a place that is all a line says."""

_LONGEST_FRAMED = 40
"""Letters of a heading with what stands around it."""


def place_alone(line: str, community: Community) -> str | None:
    """The place that is all ``line`` says, but for what stands around a heading: 5号楼:, 【6号楼】, ■ 3号楼2单元."""
    bare = _bare(line)
    return bare if bare and len(bare) <= LONGEST_PLACE and find_place(bare, community) == bare else None


def place_framed(line: str, community: Community) -> str | None:
    """The same where a sign stands around it."""
    bare = aligned(line[: _LONGEST_FRAMED + 1]).strip() != _bare(line)
    return place_alone(line, community) if bare and len(line) <= _LONGEST_FRAMED else None


def _bare(line: str) -> str:
    return _AROUND.sub("", aligned(line[: _LONGEST_FRAMED + 1]))


_GROUND = pattern(r"[\u4e00-\u9fff\d]{1,7}(?:口|边|旁|门|场|院|亭|棚|店|房|角|顶|库|园|站|市|路|街|巷|后面|前面|对面)")


def ground_alone(line: str) -> str:
    """A place that no table knows, alone on its line among houses that stand so: 菜场口."""
    bare = _bare(line)
    return bare if _GROUND.fullmatch(bare) and not (complains(bare) or is_settled(bare) or is_remark(bare)) else ""


_ANNOUNCES = pattern("情况|问题|事|如下|记得|说下|说一下|汇报|报告|报给|见|发现|请协调")


def announces(line: str) -> bool:
    """Whether a line ends with a colon and says that matters follow: 我们院的情况跟您说下:"""
    plain = aligned(line).rstrip()
    return plain.endswith(":") and len(plain) > 3 and bool(_ANNOUNCES.search(plain))


_SHORT = 3
"""Letters of a numbered line with numbered lines of its own below that is their heading: 一、环境."""

_LONGEST_FIELD = 10


def heads_those_below(text: str, community: Community) -> bool:
    """Whether a numbered line is the heading of those below it: 5号楼:, 5号楼, 环境方面."""
    bare = aligned(text).rstrip()
    short = len(bare) <= _SHORT and bare.isalpha() and not complains(bare)
    return bare.endswith((":", "方面", "类")) or short or place_alone(text, community) is not None


def names_a_field(text: str, community: Community, longest: int = _LONGEST_FIELD) -> bool:
    """Whether a few words above a list that begins at 1 are its heading: 一、环境卫生, 二、公共设施."""
    bare = _bare(text)
    return len(bare) <= longest and bare.isalpha() and not (complains(bare) or find_place(bare, community))


def names_what_follows(line: str) -> bool:
    """Whether the line is a few words and a colon: 王丽:"""
    return len(line.strip()) <= 10 and aligned(line).rstrip().endswith(":")
