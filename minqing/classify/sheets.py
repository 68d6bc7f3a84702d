"""A table pasted out of a spreadsheet or from Word: cells between tabs or bars, perhaps with a row of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from minqing.classify.endings import is_settled, leaves_open, without_tick
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.text.normal import aligned

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("日期", "时间", "发现日期", "走访日期"),
    "number": ("序号", "编号", "号", "no", "no.", "#"),
    "title": (
        "问题", "事项", "事由", "内容", "问题描述", "反映问题", "反映内容", "具体问题", "存在问题", "诉求",
        "诉求内容", "情况", "问题内容",
        "检查内容", "检查情况", "情况说明", "现场情况", "隐患", "隐患描述", "存在隐患", "安全隐患", "发现的问题",
        "反映的问题",
        "居民反映", "群众反映", "群众诉求", "居民诉求", "困难诉求", "诉求及困难", "困难", "需求", "问题及隐患",
        "主要问题",
        "主要内容", "事件", "民情", "反映情况", "具体情况", "情况描述", "发现问题", "描述",
    ),
    "place": ("地点", "位置", "楼号", "楼栋", "地址", "点位", "楼门", "发生地点", "楼", "哪里", "哪儿", "在哪"),
    "unit": ("单元", "门牌", "门牌号", "房号", "室号", "单元号"),
    "reporter": (
        "反映人", "反映者", "居民", "户主", "住户", "受访人", "走访对象", "反映人员", "投诉人", "求助人", "姓名",
        "诉求人", "来访人", "来电人", "称呼", "谁说的", "谁反映的", "谁",
    ),
    "owner": (
        "责任人", "责任单位", "责任部门", "责任", "负责人", "承办人", "承办单位", "包片人", "牵头", "经办",
        "经办人",
    ),
    "category": ("类别", "类型", "分类", "问题类别", "问题类型"),
    "tier": ("层级", "级别", "等级"),
    "outcome": (
        "处理情况", "办理情况", "处置情况", "处理结果", "办理结果", "结果", "处理", "办理", "处置",
        "状态", "是否解决", "进展", "解决情况", "处理意见", "落实情况", "完成情况", "整改情况", "是否办结",
        "帮扶措施", "处置措施", "处理措施", "整改措施", "解决措施", "处理方式", "处置方式", "解决方式", "现场处理",
        "现场处置",
        "当前状态", "办理状态", "处理状态",
        "是否完成", "是否整改", "是否处理", "咋办", "怎么办", "怎么处理", "咋处理的", "怎么办的", "办了没",
    ),
}  # fmt: skip
"""What the columns of such a table are called."""

_BY_WORD = {word: name for name, words in COLUMNS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a table by position: a name of ``COLUMNS``, or ``""`` for one that is not known; the headings.

    ``parted`` is what parts the cells of a table without tabs and bars: a comma, or a blank.
    """

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    parted: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as an issue: its title (cells of unknown columns at its end), and what has a place of its own.

    ``settled``: the column of the outcome says that it was settled on the spot.
    """

    title: str
    values: dict[str, str] = field(default_factory=dict)
    settled: bool = False


def cells(line: str) -> list[str] | None:
    """The cells of a line with tabs or between bars; ``None`` for any other line."""
    if "\t" in line.strip():
        return [cell.strip() for cell in line.strip("\n").split("\t")]
    plain = aligned(line).strip()
    if plain.startswith("|") and plain.count("|") >= 2:
        return [cell.strip() for cell in re.split(r"[|｜]", line.strip())[1:]][
            : plain.count("|") - plain.endswith("|") or None
        ]
    return None


def sheet_of(row: Sequence[str]) -> Sheet | None:
    """The table that ``row`` is the heading of, if it is one: a column for the matter, and another one."""
    names = tuple(column_of(cell) for cell in row)
    return Sheet(names, tuple(row)) if "title" in names and len([n for n in names if n]) >= 2 else None


def column_of(cell: str) -> str:
    """What a column holds, by its heading; ``""`` where that is not known."""
    return _BY_WORD.get(re.sub(r"\s|\(.*\)", "", aligned(cell)).lower(), "")


def headed_without_tabs(line: str) -> Sheet | None:
    """The table whose headings a line holds between commas or blanks: a file of values, a table out of a message."""
    if not _SHORTEST_HEADINGS <= len(line) <= _LONGEST_HEADINGS or aligned(line).rstrip()[-1:] in "。:;":
        return None
    parted = "," if aligned(line).count(",") >= _FEWEST_PARTED - 1 else " "
    row = re.split("[,，]", line.strip()) if parted == "," else line.split()
    if len(row) < _FEWEST_PARTED or not any(column_of(cell) for cell in row[:2]):
        return None
    sheet = sheet_of(row)
    known = sum(bool(name) for name in sheet.columns) if sheet else 0
    if sheet is None or known < _FEWEST_PARTED or 3 * known < 2 * len(row):
        return None
    return Sheet(sheet.columns, tuple(cell.strip() for cell in row), parted)


_SHORTEST_HEADINGS, _LONGEST_HEADINGS, _FEWEST_PARTED = 8, 120, 3


def row_without_tabs(sheet: Sheet, line: str) -> list[str] | None:
    """A row of such a table, with as many cells as headings; one with a comma of its own is in quotation marks."""
    if not sheet.parted or len(line) > _LONGEST_PAIRS:
        return None
    row = [cell.strip().strip('"') for cell in _CELL.findall(line)] if sheet.parted == "," else line.split()
    return row if len(row) == len(sheet.columns) else None


_CELL = pattern(r'(?:^|(?<=[,，]))\s*("[^"]*"|[^,，]*)(?=[,，]|$)')


_HEADINGS = "|".join(sorted((word for word in _BY_WORD if len(word) > 1), key=len, reverse=True))
_PAIR = pattern(rf"(?:^|(?<=[\s,;、|。\]】)]))(?P<label>{_HEADINGS})\s?:\s*")
"""A heading of a column within a line, with its colon."""

_CASE = pattern(r"\s*[【\[(]?(?:事件|问题|事项|案件|线索)?\s?\d{0,2}[】\])]?\s*[、.:]?\s*")


def labelled_row(line: str) -> tuple[Sheet, list[str]] | None:
    """A row whose cells stand in one line, each behind its heading: ``类型:环境 描述:污水横流 状态:已上报``."""
    plain = aligned(line[:_LONGEST_PAIRS])
    found = list(_PAIR.finditer(plain)) if plain.count(":") > 1 else []
    names = [_BY_WORD[m["label"]] for m in found]
    opening = _CASE.match(plain)
    if len(line) > _LONGEST_PAIRS or "title" not in names or len(set(names)) < 2 or not opening:
        return None
    if found[0].start() > opening.end():
        return None
    ends = [m.start() for m in found[1:]] + [len(line)]
    row = [line[m.end() : end].strip(" \u3000,，;；、|") for m, end in zip(found, ends, strict=True)]
    return Sheet(tuple(names), tuple(m["label"] for m in found)), row


_LONGEST_PAIRS = 300


def is_rule(row: Sequence[str]) -> bool:
    """The line of dashes below the headings of a Markdown table."""
    return all(re.fullmatch(r":?-{2,}:?", cell) for cell in row if cell) and any(row)


def read_row(sheet: Sheet, row: Sequence[str]) -> SheetRow | None:
    """One row of a known table; ``None`` where its cell for the matter is empty."""
    values, rest = _by_column(sheet, row)
    title, outcome = values.pop("title", ""), values.pop("outcome", "")
    place = _place_of(values.get("place", ""), values.pop("unit", ""))
    values |= {"place": place} if place else {}
    _lives(values)
    number = values.pop("number", "")
    told = [
        "" if number.strip(".、").isdigit() else number,
        title,
        outcome if any(c.isalnum() for c in outcome) else without_tick(outcome)[0],
        *rest,
    ]
    words = ",".join(part.rstrip("。;；,，") for part in told if part)
    return SheetRow(words, values, ends_well(outcome)) if title else None


def _by_column(sheet: Sheet, row: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """What each known column holds, several of outcomes joined; and the other cells, each with its heading."""
    values: dict[str, str] = {}
    rest: list[str] = []
    for name, heading, cell in zip_longest(sheet.columns, sheet.headings, row, fillvalue=""):
        if cell and name and name not in values:
            values[name] = cell
        elif cell and name == "outcome":
            values[name] += f",{cell}"
        elif cell:
            rest.append(f"{heading}:{cell}" if heading else cell)
    return values, rest


_LIVES = pattern(
    r"(?P<place>\S*?\d+\s?(?:号楼|栋|幢|号院|院|单元|门|室|号|-)\S*?\d*(?:号楼|栋|幢|单元|门|室|号|\d))(?:的|住户|居民|业主|租户)?[\s,、]*"
    r"(?P<who>[^\s\d,、。]{0,6})"
)


def _lives(values: dict[str, str]) -> None:
    """Who said so, where their column tells where they live too: 3号楼2单元401 李奶奶."""
    found = None if values.get("place") else _LIVES.fullmatch(values.get("reporter", ""))
    if found:
        values |= {"place": found["place"], "reporter": found["who"] or values["reporter"]}


def house_of(cell: str) -> str:
    """The house a cell names; a column 楼栋 may hold the bare number."""
    return f"{cell}号楼" if cell.isdigit() else cell


def _place_of(house: str, unit: str) -> str:
    """The place of a row by its columns: 5 and 2 are 5号楼2单元."""
    return house_of(house) + (f"{unit}单元" if unit.isdigit() else unit)


def filled(sheet: Sheet, row: list[str], above: Sequence[str]) -> list[str]:
    """A row with what merged cells leave out: the day of the row above, and its house where only the unit stands."""
    cell = dict(zip(sheet.columns, row, strict=False))
    wanted = {"date"} | ({"place"} if cell.get("unit") and not cell.get("place") else set())
    return [
        above[at]
        if not value and at < len(sheet.columns) and at < len(above) and sheet.columns[at] in wanted
        else value
        for at, value in enumerate(row)
    ]


_OUTCOMES = frozenset("已办结 办结 已解决 解决 已完成 完成 已处理 已处置 已清理 已整改 是 √ ✓ ✔ ✅ ok".split())  # noqa: SIM905


def is_outcome(word: str) -> bool:
    """Whether a cell is no more than the word for settled or not: 已办结, 是, 处理中."""
    return word.rstrip("。;；").lower() in _OUTCOMES or word.rstrip("。;；") in _NO_OUTCOMES


NOBODY = pattern("巡查|自查|走访|发现|走动|[,。;!?]")
"""What stands in a column or behind a label of who said so, and is nobody: 巡查发现."""

_NO_OUTCOMES = frozenset(
    ("否 无 未办结 未解决 未完成 未处理 处理中 办理中 进行中 待办 待处理 待解决 待修 待维修 待更换").split()  # noqa: SIM905
)


IN_ORDER = pattern(
    r"(?:正常|良好|完好|齐全|干净|整洁|合格|达标|畅通|好|无|没有|没|有|未见异常|无异常|无问题|没问题|√|✓|✔|✅|/|—+|-+)?"
)
"""Cells that say nothing is wrong."""


def is_in_order(sheet: Sheet, row: Sequence[str]) -> bool:
    """Whether a row says that there is nothing: 无, 正常 where the matter would stand."""
    told = [cell for name, cell in zip(sheet.columns, row, strict=False) if name == "title" and cell]
    return any(IN_ORDER.fullmatch(cell) for cell in told)


def ends_well(outcome: str) -> bool:
    """Whether the column of the outcome, or its last word, says that the matter was settled."""
    last = outcome.rsplit(",", 1)[-1].lower()
    return last in _OUTCOMES or (is_settled(outcome) and not leaves_open(last))


def plain_row(row: Sequence[str]) -> str | None:
    """A row without known headings whose first cell is a number: its other cells as a sentence."""
    first, *rest = row
    if not re.fullmatch(r"\d{1,3}[.、)]?", aligned(first)) or not any(rest):
        return None
    return " ".join(cell for cell in rest if cell)
