"""``minqing import``: a ledger of whoever's making, into the diary in one commit."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from minqing.cli.commands.common import answer_several, category_names, told_outcome, why_not
from minqing.cli.commands.imported import (
    column_blocks,
    dry_run_blocks,
    import_json,
    refused_file,
    tell_beside,
    why_lines,
)
from minqing.cli.context import Context
from minqing.cli.indexing import Progress
from minqing.domain.errors import DIARY, INTERRUPTED, MISUSE, MinqingError
from minqing.domain.values import dataclass, replace
from minqing.ledger.filing import Page
from minqing.ledger.grid import Sheet
from minqing.ledger.layout import Layout, layout_of
from minqing.ledger.mapping import Meanings, read_meanings, written_meanings
from minqing.ledger.rows import Ground, Matter, Passed, Refused, read_rows
from minqing.messages import say

LARGEST = 64 << 20
"""Bytes of a file that is read; a ledger of 100 000 rows is a third of that."""

A_WHILE = 500
"""Rows after which a person is told how far it has come."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The flags of ``import`` as typed."""

    map: str | None = None
    sheets: tuple[str, ...] = ()
    community: str | None = None
    rejected: str | None = None
    contacts: bool = False
    yes: bool = False
    dry_run: bool = False
    as_json: bool = False
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read of a file: its sheets, and every row as what it is."""

    name: str
    layouts: tuple[Layout, ...]
    matters: tuple[Matter, ...]
    refused: tuple[Refused, ...]
    passed: tuple[Passed, ...]
    known: tuple[tuple[Matter, str], ...] = ()


def import_ledger(context: Context, file: str, asked: Asked) -> int:
    """Read the ledger in ``file`` and write what is new in it, all of it or nothing.

    Raises ``MinqingError`` for a file, a sheet or a mapping that cannot be read, and where the diary cannot be
    written. Ends with 1 where rows were refused: each is told with its reason.
    """
    from minqing.workspace.saving import target

    where = target(asked.rejected, (".csv",), context.root) if asked.rejected else None
    if not asked.dry_run:
        _take_back_halves(context)
    if asked.map:
        _map_path(context, asked.map)
    meanings = _meanings(asked)
    layouts = _layouts(context, file, meanings, asked)
    layouts, meanings = _agreed(context, layouts, meanings, asked)
    if not layouts:
        context.screen.message(say("importing.stopped"))
        return INTERRUPTED
    found = _read(context, file, layouts, meanings, asked)
    if where and where.path and found.refused and asked.dry_run:
        context.screen.message(say("importing.rejected-not-saved", path=where.name, count=len(found.refused)))
    elif where and where.path and found.refused:
        from minqing.workspace.saving import save

        save(where.path, refused_file(found))
        context.screen.message(say("importing.rejected-saved", path=where.name, count=len(found.refused)))
    if asked.dry_run:
        return _shown(context, found, asked)
    return _imported(context, found, asked)


def _take_back_halves(context: Context) -> None:
    """Of an import that was interrupted: its rows would be taken for known ones."""
    from minqing.history.change import take_back_halves

    told_outcome(context, take_back_halves(context.workspace))


# reading


def _bytes_of(file: str) -> bytes:
    from minqing.workspace.given import given_bytes

    try:
        raw = given_bytes(file, LARGEST)
    except (OSError, ValueError) as refused:
        why = why_not(refused) if isinstance(refused, OSError) else str(refused)
        raise MinqingError("importing.no-file", MISUSE, path=file, why=why) from None
    if len(raw) > LARGEST:
        raise MinqingError("importing.too-large", DIARY, size=LARGEST >> 20)
    return raw


def _map_path(context: Context, file: str) -> Path:
    """Where the mapping lies. Raises ``MinqingError`` before any work where it could not be written."""
    from minqing.workspace.saving import target

    return target(file, (".yaml", ".yml"), context.root).path or Path(file)


def _meanings(asked: Asked) -> Meanings:
    from minqing.workspace.given import given_path

    path = given_path(asked.map) if asked.map else None
    found = read_meanings(_bytes_of(str(path)), str(path)) if path and path.exists() else Meanings()
    found = replace(found, community=asked.community) if asked.community else found
    return replace(found, year=_year_given(asked.year)) if asked.year else found


def _year_given(text: str) -> int:
    from minqing.ledger.days import YEARS
    from minqing.text.normal import half_width

    digits = half_width(text).removesuffix("年").strip()
    if not (digits.isascii() and digits.isdigit() and int(digits) in YEARS):
        raise MinqingError("importing.no-such-year", MISUSE, value=text)
    return int(digits)


def _layouts(context: Context, file: str, meanings: Meanings, asked: Asked) -> list[Layout]:
    """The sheets that are read: those named, else the one visible sheet that is a ledger."""
    from minqing.ledger.book import read_book

    sheets = read_book(_bytes_of(file), Path(file).name)
    community = context.workspace.community
    wanted = _named_sheets(sheets, asked.sheets) if asked.sheets else [s for s in sheets if not s.hidden]
    layouts = [found for sheet in wanted if (found := layout_of(sheet, community, meanings.columns))]
    hidden = [s.name for s in sheets if s.hidden and s not in wanted]
    if hidden:
        context.screen.message(say("importing.hidden", names="、".join(hidden)))
    if not layouts:
        code = "importing.empty-sheets" if not any(_any_row(sheet) for sheet in wanted) else "importing.no-ledger"
        raise MinqingError(code, DIARY, name=Path(file).name, sheets="、".join(s.name for s in wanted))
    return layouts if asked.sheets or len(layouts) == 1 else _chosen_sheets(context, layouts, asked)


def _any_row(sheet: Sheet) -> bool:
    return next(iter(sheet.rows()), None) is not None


ALL = ("all", "全部", "所有")
"""What stands for every visible sheet."""


def _named_sheets(sheets: Sequence[Sheet], names: Sequence[str]) -> list[Sheet]:
    from minqing.text.normal import folded

    if any(folded(name) in ALL for name in names):
        return [sheet for sheet in sheets if not sheet.hidden]
    by_name = {folded(sheet.name): sheet for sheet in sheets}
    missing = next((name for name in names if folded(name) not in by_name), None)
    if missing is not None:
        raise MinqingError("importing.no-sheet", MISUSE, name=missing, sheets="、".join(s.name for s in sheets))
    return [by_name[folded(name)] for name in names]


def _chosen_sheets(context: Context, layouts: list[Layout], asked: Asked) -> list[Layout]:
    """Which of several ledgers of one file: asked for, or to be named."""
    names = [layout.sheet.name for layout in layouts]
    if asked.yes or asked.as_json or not context.asks:
        raise MinqingError("importing.which-sheet", MISUSE, sheets="、".join(names), first=names[0])
    from minqing.cli.asking import ask_until

    for number, name in enumerate(names, 1):
        context.screen.line(f"{number}  {name}", "plain")

    def chosen(given: str) -> list[Layout]:
        if given.strip() in ALL:
            return layouts
        if given.isdigit() and 0 < int(given) <= len(layouts):
            return [layouts[int(given) - 1]]
        raise MinqingError("importing.which-sheet", MISUSE, sheets="、".join(names), first=names[0])

    return ask_until(say("importing.ask-sheet"), chosen, ALL[1] if asked.sheets else "")


# the columns


def _agreed(context: Context, layouts: list[Layout], meanings: Meanings, asked: Asked) -> tuple[list[Layout], Meanings]:
    """The columns as a person agreed to them; nothing where the person stopped. The mapping is written down."""
    if not asked.as_json:
        context.screen.draw(column_blocks(layouts))
    if context.asks and not (asked.yes or asked.dry_run or asked.as_json):
        from minqing.cli.talk.columns import agreed_columns

        chosen = agreed_columns(context, layouts, meanings)
        if chosen is None:
            return [], meanings
        if chosen != dict(meanings.columns):
            meanings = replace(meanings, columns=chosen)
            community = context.workspace.community
            layouts = [new for old in layouts if (new := layout_of(old.sheet, community, chosen))]
    if asked.map and asked.dry_run:
        if not _map_path(context, asked.map).exists():
            context.screen.message(say("importing.map-not-saved", path=asked.map))
    elif asked.map:
        _keep_map(context, layouts, meanings, asked.map)
    return layouts, meanings


def _keep_map(context: Context, layouts: Sequence[Layout], meanings: Meanings, file: str) -> None:
    from minqing.workspace.saving import save

    path = _map_path(context, file)
    columns = [column for layout in layouts for column in layout.columns]
    if path.exists() and all(meanings.columns.get(column.heading) == column.field for column in columns):
        return
    save(path, written_meanings(columns, meanings, say("importing.map-head"), context.file_language))
    context.screen.message(say("importing.map-saved", path=path))


# the rows


def _read(context: Context, file: str, layouts: Sequence[Layout], meanings: Meanings, asked: Asked) -> Understood:
    from minqing.ledger.repeats import sort_out

    total = sum(1 for layout in layouts for _ in layout.sheet.rows())  # what is too large is refused before the work
    ground = _ground(context, layouts, meanings, asked)
    with closing(Progress("importing.reading")) as progress:
        rows = []
        for layout in layouts:
            for row in read_rows(layout, ground):
                rows.append(row)
                if len(rows) % A_WHILE == 0:
                    progress.tell(len(rows), total)
    matters = [row for row in rows if isinstance(row, Matter)]
    sorted_ = sort_out(matters, context.diary.entries())
    return Understood(
        Path(file).name,
        tuple(layouts),
        sorted_.new,
        tuple(row for row in rows if isinstance(row, Refused)),
        tuple(row for row in rows if isinstance(row, Passed)),
        sorted_.known,
    )


def _ground(context: Context, layouts: Sequence[Layout], meanings: Meanings, asked: Asked) -> Ground:
    """What the rows are read with; whose rows, where a column names several communities."""
    community = context.workspace.community
    wanted = meanings.community or community.name
    if wanted is None:
        from minqing.ledger.grid import as_text

        names = dict.fromkeys(
            as_text(cells[column.place])
            for layout in layouts
            for column in layout.of("community")
            for _, cells in layout.data()
            if column.place < len(cells) and as_text(cells[column.place])
        )
        if len(names) > 1:
            shown = "、".join(list(names)[:10])
            raise MinqingError("importing.which-community", MISUSE, names=shown, first=next(iter(names)))
    return Ground(community, context.today, meanings, wanted, _year(context, layouts, meanings, asked))


def _year(context: Context, layouts: Sequence[Layout], meanings: Meanings, asked: Asked) -> int | None:
    """The year of days that name none: asked for, or taken as likely where the person agreed (``--yes``) or only looks.

    Elsewhere such rows are refused: a ledger of years ago would count in this one.
    """
    from minqing.ledger.years import missing_year

    missing = None if meanings.year else missing_year(layouts, context.today)
    if missing is None:
        return None
    if context.asks and not (asked.yes or asked.dry_run or asked.as_json):
        from minqing.cli.asking import ask_until

        return ask_until(say("importing.ask-year", count=missing.count), _year_given, str(missing.year))
    if not (asked.yes or asked.dry_run) or asked.as_json:
        return None
    context.screen.message(say("importing.year-taken", count=missing.count, year=missing.year))
    return missing.year


# the answer


def _shown(context: Context, found: Understood, asked: Asked) -> int:
    """What would be written; nothing is."""
    if asked.as_json:
        context.screen.json({"schema": 1, "entry": None, "issues": [], "commit": None, **import_json(found, [])})
    else:
        context.screen.draw(dry_run_blocks(found, category_names(context)))
        tell_beside(context, found)
        context.screen.message(say("importing.dry-run"))
    return DIARY if found.refused else 0


def _imported(context: Context, found: Understood, asked: Asked) -> int:
    """Write the new matters, and tell what became of every row."""
    if not asked.as_json:
        context.screen.message("\n".join(why_lines(found)))
        tell_beside(context, found)
    if not found.matters:
        return _nothing_new(context, found, asked)
    if context.asks and not (asked.yes or asked.as_json):
        from minqing.cli.asking import confirmed

        if not confirmed(say("importing.confirm", count=len(found.matters))):
            context.screen.message(say("importing.stopped"))
            return INTERRUPTED
    from minqing.cli.commands.import_writing import write_matters

    if len(found.matters) > A_WHILE and sys.stderr.isatty():
        context.screen.message(say("importing.writing", count=len(found.matters)))
    written, outcome = write_matters(context, found.name, found.matters)
    pages = list(written.values())
    _tell_renumbered(context, found, pages)
    if asked.contacts:
        _keep_contacts(context, pages)
    if asked.as_json:
        places = [(path, [issue.id for issue in page.issues]) for path, page in written.items()]
        code = answer_several(context, outcome, places, True, more=import_json(found, pages))
    else:
        context.screen.line(_summary(found, pages), "good")
        code = told_outcome(context, outcome)
    return code or (DIARY if found.refused else 0)


def _tell_renumbered(context: Context, found: Understood, pages: Sequence[Page]) -> None:
    """An id that another issue has already was not given out again."""
    asked = {id(matter.cells): matter.issue.id for matter in found.matters}
    written = [matter for page in pages for matter in page.matters]
    count = sum(asked.get(id(m.cells), "") not in ("", m.issue.id) for m in written)
    if count:
        context.screen.message(say("importing.renumbered", count=count))


def _nothing_new(context: Context, found: Understood, asked: Asked) -> int:
    if asked.as_json:
        context.screen.json({"schema": 1, "entry": None, "issues": [], "commit": None, **import_json(found, [])})
    else:
        context.screen.line(say("importing.nothing-new", known=len(found.known), refused=len(found.refused)))
    return DIARY if found.refused else 0


def _summary(found: Understood, pages: Sequence[Page]) -> str:
    count = sum(len(page.matters) for page in pages)
    days = sorted({page.day for page in pages})
    return say("importing.done", count=count, pages=len(pages), first=days[0], last=days[-1], known=len(found.known))


def _keep_contacts(context: Context, pages: Sequence[Page]) -> None:
    from minqing.cli.commands.import_writing import keep_contacts

    kept = keep_contacts(context, pages)
    if kept:
        context.screen.message(say("importing.contacts-kept", path=kept[0], count=kept[1]))
