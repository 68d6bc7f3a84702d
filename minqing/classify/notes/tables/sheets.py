"""A table pasted out of a spreadsheet or from Word: cells between tabs or bars, perhaps with a row of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from minqing.classify.notes.header.facts import DATE
from minqing.classify.notes.tables.columns import BY_WORD, column_of
from minqing.classify.sentence.clocks import CLOCK
from minqing.classify.sentence.endings import is_settled, leaves_open, without_tick
from minqing.classify.sentence.remarks import asks_for, complains
from minqing.classify.sentence.tickets import is_ticket
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.text.compiled import compiled
from minqing.text.normal import aligned


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a table by position: a name of ``COLUMNS``, or ``""`` for one that is not known; the headings.

    ``parted`` is what parts the cells of a table without tabs and bars: a comma, or a blank.
    ``headed``: its first row is that of the headings.
    """

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    parted: str = ""
    headed: bool = True


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as an issue: its title (cells of unknown columns at its end), and what has a place of its own.

    ``settled``: the column of the outcome says that it was settled on the spot.
    """

    title: str
    values: dict[str, str] = field(default_factory=dict)
    settled: bool = False


def cells(line: str, *, within: bool = False) -> list[str] | None:
    """The cells of a line with tabs or between bars; ``None`` for any other line.

    ``within`` a table a row may begin with an empty cell and have one more.
    """
    if "\t" in (line.rstrip() if within else line.strip()):
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


_HEADINGS = "|".join(sorted((word for word in BY_WORD if len(word) > 1), key=len, reverse=True))
_PAIR = pattern(
    rf"(?:^|(?<=[\s,;、|。\]】)]))(?P<label>{_HEADINGS})\s?:\s*|[【\[](?P<framed>{_HEADINGS})[】\]]\s?:?\s*(?=[^\s【\[])"
)
"""A heading of a column within a line, with its colon."""

_CASE = pattern(r"\s*[【\[(]?(?:事件|问题|事项|案件|线索)?\s?\d{0,2}[】\])]?\s*[、.:]?\s*")
_WHEN = rf"\s*(?:(?P<day>{DATE})[\s,]*)?(?:{CLOCK})?[\s,]*"
"""When a call came in, before what is told of it."""


def labelled_row(line: str) -> tuple[Sheet, list[str]] | None:
    """A row whose cells stand in one line, each behind its heading: ``类型:环境 描述:污水横流 状态:已上报``."""
    plain = aligned(line[:_LONGEST_PAIRS])
    found = list(_PAIR.finditer(plain)) if plain.count(":") + plain.count("】") > 1 else []
    labels = [m["label"] or m["framed"] for m in found]
    names = [BY_WORD[label] for label in labels]
    if len(line) > _LONGEST_PAIRS or "title" not in names or len(set(names)) < 2:
        return None
    when = compiled(_WHEN).match(plain)
    if found[0].start() > max(opened.end() for opened in (_CASE.match(plain), when) if opened):
        return None
    ends = [m.start() for m in found[1:]] + [len(line)]
    row = [line[m.end() : end].strip(" \u3000,，;；、|") for m, end in zip(found, ends, strict=True)]
    if when and when["day"]:
        names, labels, row = [*names, "date"], [*labels, ""], [*row, when["day"]]
    return Sheet(tuple(names), tuple(labels)), row


_LONGEST_PAIRS = 300


def is_rule(row: Sequence[str]) -> bool:
    """The line of dashes below the headings of a Markdown table."""
    return all(re.fullmatch(r":?-{2,}:?", cell) for cell in row if cell) and any(row)


def read_row(sheet: Sheet, row: Sequence[str]) -> SheetRow | None:
    """One row of a known table; ``None`` where its cell for the matter is empty."""
    values, rest = _by_column(sheet, row)
    title, outcome, number = (values.pop(name, "") for name in ("title", "outcome", "number"))
    place = _place_of(values.get("place", ""), values.pop("unit", ""), values.pop("room", ""))
    values |= {"place": place} if place else {}
    _lives(values)
    outcome = _joined(outcome, _done_by(values))
    values |= {"ticket": number} if is_ticket(number) and "ticket" not in values else {}
    counted = is_ticket(number) or number.strip(".、").isdigit()
    told = ["" if counted else number, title, *_with_outcome(sheet, outcome, title, rest)]
    words = _joined(*(part.rstrip("。;；,，") for part in told))
    return SheetRow(words, values, ends_well(outcome)) if title else None


_WHO_DID = pattern(r"(?P<who>[^()]{1,12})\((?P<done>[^()]+)\)")


def _done_by(values: dict[str, str]) -> str:
    """What stands in brackets behind whoever looks after it, 老冉(已换), where that is what was done; taken out."""
    found = _WHO_DID.fullmatch(aligned(values.get("owner", "")))
    if not found or not (is_outcome(found["done"]) or found["done"].startswith(("已", "未", "待"))):
        return ""
    values["owner"] = found["who"].strip()
    return found["done"]


def _joined(*parts: str) -> str:
    return ",".join(part for part in parts if part)


def _by_column(sheet: Sheet, row: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """What each known column holds, several of outcomes joined; and the other cells, each with its heading."""
    values: dict[str, str] = {}
    rest: list[str] = []
    main = _main_cell(sheet, row)
    for at, (name, heading, cell) in enumerate(zip_longest(sheet.columns, sheet.headings, row, fillvalue="")):
        if name in _OF_SOMEBODY and _EMPTY.fullmatch(cell):
            continue
        if cell and name and name not in values and (name != "title" or at == main):
            values[name] = cell
        elif cell and name == "outcome":
            values[name] = ",".join(sorted((values[name], cell), key=_says))
        elif cell and not (name == "title" and IN_ORDER.fullmatch(cell)):
            rest.append(f"{heading}:{cell}" if heading else cell)
    return values, rest


_OF_SOMEBODY = ("reporter", "owner", "place")
_EMPTY = pattern(r"[/\\—–-]+|暂?无|没有")
"""What stands in a cell of whom or where that nobody filled in."""


def _main_cell(sheet: Sheet, row: Sequence[str]) -> int:
    """Where the matter of a row stands; of several columns that may hold it the first that says what is wrong."""
    told = [at for at, (name, cell) in enumerate(zip(sheet.columns, row, strict=False)) if name == "title" and cell]
    wrong = [at for at in told if complains(row[at]) or asks_for(row[at])]
    return next(iter((wrong if len(told) > 1 else []) or told), -1)


def _with_outcome(sheet: Sheet, outcome: str, title: str, rest: list[str]) -> list[str]:
    """What stands behind the matter of a row: what was done, and the cells of columns that are not known.

    是, 否 and signs are told by its being settled or not. Where the other words sound settled, 否 is said with its
    heading, and what says that it is not settled comes last: it is what counts. Where one column tells what was done
    (处理意见) and another one whether that was all (是否完成), the word that it was is not said.
    """
    done, _, state = outcome.rpartition(",")
    if done and is_outcome(state):
        rest = [done, *rest]
        return rest if _says(state) <= _SETTLED else _with_outcome(sheet, state, title, rest)
    if outcome in _SIGNS_OF_NO:
        headings = [h for name, h in zip(sheet.columns, sheet.headings, strict=False) if name == "outcome"]
        heading = next((h for h in headings if "是否" in h), headings[0])
        return [*rest, f"{heading}:{outcome}".lstrip(":")] if is_settled(",".join([title, *rest])) else rest
    if outcome in _NO_OUTCOMES:
        return [*rest, outcome]
    worded = outcome if any(c.isalnum() for c in outcome) else without_tick(outcome)[0]
    return rest if outcome in _SIGNS_OF_YES else [worded, *rest]


_SIGNS_OF_YES, _SIGNS_OF_NO = frozenset("是√✓✔✅"), frozenset("否无×✗✘❌✖")


_LIVES = pattern(
    r"(?P<place>[^\s,、;]{0,24}?\d{1,5}\s?(?:号楼|栋|幢|号院|院|单元|门|室|号|-)[^\s,、;]{0,16}?(?:\d{0,5}(?:号楼|栋|幢|单元|门|室|号)|\d)"
    r"|\d{1,5}(?:号楼|栋|幢|号院)[^\s\d,、;]{0,6}(?=\s))"
    r"(?:的|住户|居民|业主|租户)?[\s,、]*(?:[^\s\d,、。]{2,6}[\s,、]+)?(?P<who>[^\s\d,、。]{0,6})"
)


def _lives(values: dict[str, str]) -> None:
    """Who said so, where their column tells where they live too: 3号楼2单元401 李奶奶."""
    found = None if values.get("place") else _LIVES.fullmatch(values.get("reporter", "")[:_LONGEST_LIVES])
    if found:
        values |= {"place": found["place"], "reporter": found["who"] or values["reporter"]}


_LONGEST_LIVES = 60


def house_of(cell: str) -> str:
    """The house a cell names; a column 楼栋 may hold the bare number."""
    return f"{cell}号楼" if cell.isdigit() else cell


def _place_of(house: str, unit: str, room: str = "") -> str:
    """The place of a row by its columns: 5 and 2 are 5号楼2单元; a unit of three digits is a door."""
    named = f"{unit}单元" if unit.isdigit() and len(unit) < _FEWEST_OF_DOOR else unit
    return f"{house_of(house)}{named}{room}"


_FEWEST_OF_DOOR = 3


def filled(sheet: Sheet, row: list[str], above: Sequence[str]) -> list[str]:
    """A row with what merged cells leave out: the day of the row above, and its house, as far as the row has none.

    A house stands over the rows below it where these have a unit or a door, or where the column is one of houses
    (楼栋, 楼号): of a column of places an empty cell is a matter without one.
    """
    cell = dict(zip(sheet.columns, row, strict=False))
    wanted = {"date"}
    if not cell.get("place") and (cell.get("unit") or cell.get("room") or _is_of_houses(sheet)):
        wanted |= {"place"} | ({"unit"} if cell.get("room") else set())
    elif cell.get("room") and cell.get("place") == _cell_of(sheet, above, "place"):
        wanted |= {"unit"}
    return [
        above[at]
        if not value and at < len(sheet.columns) and at < len(above) and sheet.columns[at] in wanted
        else value
        for at, value in enumerate(row)
    ]


def _cell_of(sheet: Sheet, row: Sequence[str], name: str) -> str:
    return dict(zip(sheet.columns, row, strict=False)).get(name, "")


def _is_of_houses(sheet: Sheet) -> bool:
    """Whether the column of the place holds houses, by its heading."""
    heading = sheet.headings[sheet.columns.index("place")] if "place" in sheet.columns else ""
    return "楼" in heading or "栋" in heading or "幢" in heading


_OUTCOMES = frozenset(
    (  # noqa: SIM905
        "已办结 办结 已解决 解决 已完成 完成 已处理 已处置 已清理 已整改 完结 销号 已销号 已闭环 闭环 已修复 已整治 "
        "已化解 已答复 是 √ ✓ ✔ ✅ ok"
    ).split()
)


def is_outcome(word: str) -> bool:
    """Whether a cell is no more than the word for settled or not: 已办结, 是, 处理中."""
    return word.rstrip("。;；").lower() in _OUTCOMES or word.rstrip("。;；") in _NO_OUTCOMES


_DEEDS = frozenset("已处理 已处置 已清理 已整改 已修复 已整治 已化解 已答复".split())  # noqa: SIM905
_SETTLED, _OPEN = 2, 3


def _says(outcome: str) -> int:
    """What an outcome tells: a deed in words, a deed in one, that it is settled, that it is not; the last counts."""
    last = outcome.rpartition(",")[2].rstrip("。;；")
    if last in _NO_OUTCOMES:
        return _OPEN
    return (_SETTLED - (last in _DEEDS)) if is_outcome(last) else 0


NOBODY = pattern("巡查|自查|走访|发现|走动|[,。;!?]|^(?:无|没有|不详|匿名|[-—/])$")
"""What stands in a column or behind a label of who said so, and is nobody: 巡查发现, 无."""

_NO_OUTCOMES = frozenset(
    (  # noqa: SIM905
        "否 无 × ✗ ✘ ❌ ✖ 未 未完 未完结 没完 没办 未销号 整改中 未整改 未修 未办 待整改 待协调 跟进中 协调中 "
        "限期整改 已上报 已转办 转办 上报 未办结 未解决 未完成 未处理 处理中 办理中 进行中 待办 待处理 待解决 "
        "待修 待维修 待更换"
    ).split()
)


IN_ORDER = pattern(
    r"(?:正常|良好|完好|齐全|干净|整洁|合格|达标|畅通|好|无|没有|没|有|未见异常|无异常|无问题|没问题|√|✓|✔|✅|/|—+|-+)?"
)
"""Cells that say nothing is wrong."""


def is_in_order(sheet: Sheet, row: Sequence[str]) -> bool:
    """Whether a row says that there is nothing: 无, 正常 where the matter would stand."""
    told = [cell for name, cell in zip(sheet.columns, row, strict=False) if name == "title" and cell]
    return any(IN_ORDER.fullmatch(cell) for cell in told) and not (len(told) > 1 and any(map(complains, told)))


def ends_well(outcome: str) -> bool:
    """Whether the column of the outcome, or its last word, says that the matter was settled."""
    last = outcome.rsplit(",", 1)[-1].lower()
    told = is_settled(outcome) or is_settled(f"情况,{outcome}")  # a deed behind its matter, as it is in a sentence
    return last in _OUTCOMES or (told and not leaves_open(last))


def plain_row(row: Sequence[str]) -> str | None:
    """A row without known headings whose first cell is a number: its other cells as a sentence."""
    first, *rest = row
    if not re.fullmatch(r"\d{1,3}[.、)]?", aligned(first)) or not any(rest):
        return None
    return " ".join(cell for cell in rest if cell)
