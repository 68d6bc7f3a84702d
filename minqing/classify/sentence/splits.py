"""Several issues written into one line: 一是…二是…, 第一…第二…, ①…②…, 1.… 2.…, or parted by semicolons."""

from __future__ import annotations

import re
from itertools import pairwise

from minqing.classify.sentence.numbers import chinese_integer
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_HAN = "[一二三四五六七八九十]{1,3}"
_STYLES: tuple[re.Pattern[str], ...] = (
    pattern(rf"(?:^|(?<=[\s,。;:、!?]))其(?P<n>{_HAN})(?:是)?[,、:.\s]*"),
    pattern(
        rf"(?:^|(?<=[\s,。;:、])|(?<=[\u4e00-\u9fff)]))第(?P<n>{_HAN}|\d{{1,2}})[个件项条]?(?:问题|事情?|是)?[,、:.\s]*(?:就?是)?(?!期|次|天|年|栋|单元|层|小学|中学|医院|届|季度|周)"
    ),
    pattern(rf"(?:^|(?<=[\s,。;:、])|(?<=[\u4e00-\u9fff)])(?<![周期拜]))(?P<n>{_HAN})(?:是(?!否)|、|则是)"),
    pattern(r"(?:^|(?<=[\s,。;:、!?])|(?<=[\u4e00-\u9fff)]))[(](?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})[)]\s*"),
    pattern(
        r"(?:^|(?<=[\s,。;:、!?])|(?<=[\u4e00-\u9fff)]))(?P<n>\d{1,2})(?:[)、]|\.(?!\d{1,3}\s?(?:公里|km|米|元|万|里|度|℃|%|$)))\s*"
    ),
)
_CIRCLED = pattern("[①-⑳⑴-⒇]")
LONGEST_SPLIT = 2000
"""Characters of a line that is looked at."""


def numbered_parts(line: str) -> tuple[str, list[str]] | None:
    """What stands before the first number, and the pieces behind each; ``None`` without a row 1, 2, …"""
    if len(line) > LONGEST_SPLIT:
        return None
    plain = aligned(line)
    rows = [_row([(m.start(), m.end(), _number(m["n"])) for m in style.finditer(plain)]) for style in _STYLES]
    rows.append(_row([(m.start(), m.end(), _of_circle(m[0])) for m in _CIRCLED.finditer(line)]))
    rows.append(_in_words(plain))
    row = max(rows, key=len)
    if len(row) < 2:
        return None
    ends = [start for start, _ in row[1:]] + [len(line)]
    parts = [line[begin:end] for (_, begin), end in zip(row, ends, strict=True)]
    return (line[: row[0][0]], parts) if all(any(c.isalnum() for c in p) for p in parts) else None


def found_by_semicolons(line: str) -> tuple[str, list[str]] | None:
    """``走动发现:井盖松动;飞线充电``: what stands before the colon, and the pieces between the semicolons."""
    found = _FOUND.match(aligned(line[:60]))
    parts = semicolon_parts(line[found.end() :]) if found and len(line) <= LONGEST_SPLIT else []
    return (line[: found.end()], parts) if found and len(parts) > 1 else None


def found_by_houses(line: str) -> tuple[str, list[str]] | None:
    """``巡查发现4号楼乱拉电线,10号楼电动车堵门``: a piece for each house, where every piece opens with its own."""
    plain = aligned(line[: LONGEST_SPLIT + 1])
    found = _SEEN.search(plain)
    if found is None or len(line) > LONGEST_SPLIT:
        return None
    cuts = [m.end() for m in _NEXT_HOUSE.finditer(plain, found.end())]
    edges = [found.end(), *cuts, len(line)]
    parts = [part for a, b in pairwise(edges) for part in _without_sum(line[a:b].rstrip("。"))]
    return (line[: found.end()], parts) if len(parts) > 1 else None


def _without_sum(part: str) -> list[str]:
    """A piece, and what is said of all of them behind it: 其中楼道堆物已清理."""
    found = _OF_THEM.search(aligned(part))
    return [part[: found.start()], part[found.start() + 1 :]] if found else [part]


_OF_THEM = pattern("[,;。](?=其中|以上|均已|都已)")
_HOUSE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|#|单元)"
_SEEN = pattern(rf"(?:发现|看到|查出)(?:了|[^,:;。!?]{{0,10}}:)?(?={_HOUSE})")
_NEXT_HOUSE = pattern(rf"[,;、。]\s*(?={_HOUSE}|[东南西北]门)")
_FOUND = pattern(r"[^:;。!?]{0,40}(?:问题|反映|发现|看到|听到|诉求|隐患|如下)[^:;。!?]{0,6}:")


_ORDER = pattern(
    r"(?:^|(?<=[\s,。;:、!?]))(?P<word>首先|其次|再次|再者|然后|另外|最后|第[一二三四五])(?:就?是|呢)?[,、:\s]*"
)


def _in_words(plain: str) -> list[tuple[int, int]]:
    """首先…其次…最后…, each in its order."""
    found = list(_ORDER.finditer(plain))
    first = next((at for at, word in enumerate(found) if word["word"] == "首先"), None)
    return [word.span() for word in found[first:]] if first is not None else []


def _row(found: list[tuple[int, int, int | None]]) -> list[tuple[int, int]]:
    """Where the numbers 1, 2, 3 … stand in this order, as (start, end)."""
    row: list[tuple[int, int]] = []
    for start, end, number in found:
        if number == len(row) + 1:
            row.append((start, end))
    return row


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else chinese_integer(text)


def _of_circle(sign: str) -> int:
    return (ord(sign) - 0x2460) % 20 + 1


def semicolon_parts(line: str) -> list[str]:
    """The pieces of a line between semicolons."""
    plain = aligned(line)
    cuts = [m.start() for m in re.finditer(";", plain)]
    edges = [0, *(c + 1 for c in cuts), len(line)]
    return [line[a:b] for a, b in pairwise(edges) if any(c.isalnum() for c in line[a:b])]
