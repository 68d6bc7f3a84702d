"""Lists by the form they share: lines that open with one word and a number counted up, or with one sign.

``图1 … 图2 …``, ``一是…; 二是…;``, ``P1 … P2 …``, ``1》 … 2》 …``, ``⚫️ … ⚫️ …``: what it is does not matter,
that it is kept up does.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from minqing.classify.notes.header.facts import Surroundings, read_date
from minqing.classify.sentence.markers import COUNTED, Marker, issue_marker
from minqing.classify.sentence.numbers import chinese_integer
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_COUNTED = pattern(
    r"\s*(?P<before>[\u4e00-\u9fffA-Za-z#]{0,3}?)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<behind>[、.:)。]\s*|\s+|是(?!否)[,:]?\s*|[站处家户](?:\s*[:、,]\s*|\s+)|(?=\([^()]{2,24}\)\s*:))(?=[^\s\d.:]|\d+(?:号|栋|幢|#|-|楼|单元))"
)
_NO_LIST = frozenset({"周", "星期", "礼拜", "附件", "附", "月", "第", "年", "共", "约"})
"""Words that are counted up and are no list of matters: 周一, 附件1."""

_STOPS = ("站", "处", "家", "户")
"""What is counted on the way: 第1站, 第2家."""

_FARTHEST = 4
"""Lines between two numbers of a list, at the most."""

_NO_BULLETS = "【「『《（(“\"'[<@#$￥…—–-.·,，。、;；:：!！?？%&/\\|=_~+*➡➔➜⬇⬆"
_FEWEST_SIGNS = 2


def series_of(lines: Sequence[str]) -> Mapping[int, Marker]:
    """The lines (from 1) that belong to such a list, and their markers; none that ``markers`` knows by itself."""
    known = {**_coded(lines), **_ticked(lines), **_signs(lines), **_counted(lines), **_numbered(lines)}
    return {**_numbers_alone(lines), **known}


_LIKE_A_DAY = pattern(r"\s*(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?=[^\S\n]+\S)")


def with_days_written_out(lines: Sequence[str], around: Surroundings) -> list[str]:
    """The lines with ``11.16 入户`` as ``11月16日 入户`` where that is no number of a chapter.

    Chapters begin at 1 each: among 1.1, 1.2 and 2.1 none is a day; 11.16 by itself is one.
    """
    found = {n: m for n, line in enumerate(lines) if (m := _LIKE_A_DAY.match(line[:12]))}
    pairs = {(int(m["month"]), int(m["day"])) for m in found.values()}
    if not pairs or all((month, 1) in pairs for month, _ in pairs):
        return [*lines]
    written = [*lines]
    for n, m in found.items():
        day = read_date(m[0], around)
        if day and (around.today - day).days <= _LATELY:
            written[n] = f"{m['month']}月{m['day']}日{lines[n][m.end() :]}"
    return written


_LATELY = 200
"""Days back to which a month and a day between a stop are read as such where a number of a chapter is as likely."""

_CODED = pattern(r"\s*(?P<code>[A-Za-z]{1,2})\d{1,3}\s*[:：]\s*(?=\S)")
_FEWEST_CODES = 3


def _coded(lines: Sequence[str]) -> dict[int, Marker]:
    """Lines that open with a code of one kind and a colon, whichever numbers: S1:…, S3:…, S6:…; the code stays."""
    found = {n: len(m["code"]) for n, line in enumerate(lines, 1) if (m := _CODED.match(line[:12]))}
    often = Counter(found.values())
    return {n: Marker(0, None, style=CODED) for n, letters in found.items() if often[letters] >= _FEWEST_CODES}


CODED = "coded"
"""The style of lines that open with a code of a house."""


def coded_place(text: str) -> tuple[str, str]:
    """The code a line opens with, and what is told of it: A3:灯坏."""
    code, _, rest = aligned(text).partition(":")
    return text.strip()[: len(code.strip())], text[len(text) - len(rest) :].strip()


_TICK_BEHIND = pattern(r"\S\s*[√✓✔☑✅×✗✘❌✖]\ufe0f?(?=\s|$|[\u4e00-\u9fff])")


def _ticked(lines: Sequence[str]) -> dict[int, Marker]:
    """Lines that are ticked or crossed behind, where two and more are: 14-2 雨棚 ✓, 14-5 门锁 ✗."""
    found = [n for n, line in enumerate(lines, 1) if len(line) <= _LONGEST_TICKED and _TICK_BEHIND.search(line)]
    found = [n for n in found if not issue_marker(lines[n - 1], 1)] if len(found) >= _FEWEST_SIGNS else []
    return {n: Marker(len(lines[n - 1]) - len(lines[n - 1].lstrip()), None) for n in found}


_LONGEST_TICKED = 60


def _counted(lines: Sequence[str]) -> dict[int, Marker]:
    """Words with a number that goes up by one from line to line, from 1; the word stays, it may name a picture."""
    found: dict[int, Marker] = {}
    last: dict[tuple[str, str], tuple[int, int, Marker]] = {}
    for number, line in enumerate(lines, 1):
        opening = _COUNTED.match(aligned(line[:24]))
        if opening is None or not (opening["before"] or "是" in opening["behind"]):
            continue
        stop = opening["behind"][:1] in _STOPS and opening["before"] == "第"
        if opening["before"] in _NO_LIST and not stop:
            continue
        value, form = _value(opening["number"]), (opening["before"], opening["behind"].strip())
        marker = Marker(0 if form[0] and not stop else opening.end(), value, style=f"series {form[0]}")
        before = last.get(form)
        if before and before[1] + 1 == value and number - before[0] <= _FARTHEST:
            found |= {before[0]: before[2], number: marker}
        if value == 1 or (before and before[1] + 1 == value):
            last[form] = (number, value, marker)
    return found


_BEFORE_A_SIGN = pattern(
    r"\s*[^\w\s]{0,2}?(?:[Nn][Oo]\.?\s?)?(?P<number>\d{1,2})(?P<sign>/\d{1,2}[)\]]|[^\w\s]{1,2})(?!(?<=\d[-.])\d|(?<=:)[0-5]\d(?![号栋幢#楼单]))\s*(?=[\w\[(])"
)
_FEWEST_NUMBERED = 3


def _numbered(lines: Sequence[str]) -> dict[int, Marker]:
    """Numbers before a sign of any kind that go up by one from line to line, from 1 to 3 at least: 1》, 2》, 3》."""
    rows: dict[str, list[tuple[int, Marker]]] = {}
    for number, line in enumerate(lines, 1):
        opening = _BEFORE_A_SIGN.match(aligned(line[:12]))
        if opening is None or issue_marker(line, int(opening["number"])):
            continue
        row, value = rows.setdefault(opening["sign"], []), int(opening["number"])
        near = row and number - row[-1][0] <= _FARTHEST and row[-1][1].number == value - 1
        if not near and len(row) < _FEWEST_NUMBERED:
            row.clear()
        if near or (value == 1 and not row):
            row.append((number, Marker(opening.end(), value, style=f"sign {opening['sign']}")))
    return {n: marker for row in rows.values() if len(row) >= _FEWEST_NUMBERED for n, marker in row}


_NUMBER_ALONE = pattern(rf"\s*(?P<number>\d{{1,2}})(?:(?P<gap>\s+)(?=\S)|(?=[\u4e00-\u9fff])(?!{COUNTED}))")


def _numbers_alone(lines: Sequence[str]) -> dict[int, Marker]:
    """Numbers and a blank, nothing else, that go up by one on lines one below the other from 1 to 3 at least."""
    rows: list[list[tuple[int, Marker | None]]] = [[]]
    for number, line in enumerate(lines, 1):
        opening = _NUMBER_ALONE.match(aligned(line[:12]))
        value = int(opening["number"]) if opening else 0
        goes_on = bool(rows[-1]) and rows[-1][-1][0] == number - 1 and value == len(rows[-1]) + 1
        if opening and (goes_on or value == 1):
            rows += [] if goes_on else [[]]
            rows[-1].append((number, Marker(opening.end(), value, style="gap") if opening["gap"] else None))
    return {n: marker for row in rows if len(row) >= _FEWEST_NUMBERED for n, marker in row if marker}


_CAPTION = pattern("series (?:图|照片?|图片|[Pp])")


def is_caption(style: str) -> bool:
    """Whether a list is one of captions: a picture may show anything, not only what is wrong."""
    return bool(_CAPTION.fullmatch(style))


def _value(written: str) -> int:
    return int(written) if written.isdigit() else chinese_integer(written) or 0


def _signs(lines: Sequence[str]) -> dict[int, Marker]:
    """One sign, a picture mostly, before two lines and more that no other bullet or fact is known for."""
    opened = {n: _sign(line) for n, line in enumerate(lines, 1) if line.strip() and not issue_marker(line, 1)}
    often = Counter(sign for sign in opened.values() if sign)
    return {
        n: Marker(len(lines[n - 1]) - len(lines[n - 1].lstrip().removeprefix(sign).lstrip("\ufe0f\u200d \u3000")), None)
        for n, sign in opened.items()
        if sign and often[sign] >= _FEWEST_SIGNS
    }


def _sign(line: str) -> str:
    """The sign a line opens with, where it is one of no meaning of its own."""
    first = line.lstrip()[:1]
    if not first or first in _NO_BULLETS or unicodedata.category(first) != "So":
        return ""
    return first


_NUMBER_BEFORE = pattern(r"\s*(?P<number>\d{1,3}) ?、(?P<house>\d{1,3})?")
_LARGEST_GAP = 3
"""Numbers that a list may skip and still go on."""
_SURE_LIST = 3
"""Lines of a list after which no two houses are taken for what goes on with it."""


def with_numbers_parted(lines: Sequence[str]) -> list[str]:
    """``lines`` with a blank behind the number of a list where a house follows it: ``3、1号楼堆物`` of 1、 2、 3、.

    Without that it could be two houses, as ``3、4号楼停水`` is where no list is at 3. A list may skip a number or give
    one twice, but then two houses that follow each other stay two houses.
    """
    opened = {n: m for n, line in enumerate(lines) if (m := _NUMBER_BEFORE.match(aligned(line[:24])))}
    numbers = {n: (int(m["number"]), int(m["house"] or 0)) for n, m in opened.items()}
    parted = list(lines)
    for n in _of_lists(numbers):
        start = opened[n].start("house")
        if start > 0 and numbers[n][0] > 1:
            parted[n] = f"{lines[n][:start]} {lines[n][start:]}"
    return parted


def _of_lists(numbers: Mapping[int, tuple[int, int]]) -> Iterator[int]:
    """The lines whose number is that of a list, of lines that open with a number and perhaps a house."""
    downward = any(house and house <= number for number, house in numbers.values())
    last, length = 0, 0
    for n, (number, house) in numbers.items():
        begins = number == 1 or (not last and downward and len(numbers) >= _SURE_LIST)
        goes_on = bool(last) and last <= number <= last + _LARGEST_GAP
        sure = number == last + 1 or house != number + 1 or length >= _SURE_LIST
        if begins or not house or (goes_on and sure):
            last, length = number, 1 if begins else length + 1
            yield n
