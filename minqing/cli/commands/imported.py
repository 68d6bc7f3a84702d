"""What ``minqing import`` shows: the columns, the rows, the reasons, and what else is to be said of a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from minqing.ledger.fields import LEAVE
from minqing.ledger.filing import Page
from minqing.ledger.layout import Layout
from minqing.ledger.rows import Matter, Refused, Told
from minqing.messages import language, say
from minqing.reports.document import Block, Column, Heading, Line, Row, Table

if TYPE_CHECKING:
    from minqing.cli.commands.importing import Understood
    from minqing.cli.context import Context
    from minqing.ledger.layout import Layout

SHOWN_ROWS = 30
"""New matters that a dry run shows; ``--json`` has all."""

MASKED = ("已隐去", "masked")
"""What the heading of the reporters says in a CSV ledger that was made for handing out."""

SHOWN_REASONS = 100
"""Rows with reasons that are listed; a file of refused rows has all."""


def field_name(id: str) -> str:
    """A field in the person's language."""
    from minqing.ledger.fields import BY_ID

    if id in (LEAVE, "ignored", "remark", "phone", "identity", "address"):
        return say(f"importing.field-{id}")
    return BY_ID[id].zh if language() == "zh" else id


def column_blocks(layouts: Sequence[Layout]) -> list[Block]:
    """What each column was taken for, and why, with some of what stands in it."""
    columns = tuple(
        Column(say(f"importing.head-{name}"), flexible=name == "samples")
        for name in ("number", "column", "field", "ground", "samples")
    )
    blocks: list[Block] = []
    for layout in layouts:
        rows = tuple(
            Row(
                (str(n), column.heading, field_name(column.field), say(f"importing.ground-{column.ground}"),
                 " | ".join(column.samples)),
                "warn" if column.ground == "values" else "dim" if column.field in (LEAVE, "ignored") else "plain",
            )
            for n, column in enumerate(layout.columns, 1)
        )  # fmt: skip
        blocks += [Heading(say("importing.sheet", name=layout.sheet.name, first=layout.first), 2), Table(columns, rows)]
    return blocks


def told_text(told: Told) -> str:
    """A reason or a remark in words: the column, what stands there, the mend."""
    return say(f"importing.why-{told.code}", column=told.column, value=told.value)


def row_text(row: Refused) -> str:
    """A refused row with every reason."""
    return say("importing.row-why", row=row.row, why="; ".join(map(told_text, row.why)))


def why_lines(found: Understood) -> list[str]:
    """Every refused row with its reasons, then what was passed over, by kind."""
    lines = [row_text(row) for row in found.refused[:SHOWN_REASONS]]
    more = len(found.refused) - len(lines)
    if more > 0:
        lines.append(say("importing.more-refused", count=more))
    if found.refused:
        lines.insert(0, say("importing.refused", count=len(found.refused)))
    for code, count in Counter(row.code for row in found.passed).items():
        rows = [row.row for row in found.passed if row.code == code]
        lines.append(say(f"importing.passed-{code}", count=count, rows=_rows(rows)))
    return lines or [say("importing.all-read", count=len(found.matters) + len(found.known))]


def _rows(rows: Sequence[int]) -> str:
    shown = "、".join(map(str, rows[:8]))
    return shown if len(rows) <= 8 else f"{shown}…"


def dry_run_blocks(found: Understood, categories: Mapping[str, str]) -> list[Block]:
    """The matters that would be written, and the reasons of the rows that would not; ``categories`` by id."""
    names = ("row", "date", "kind", "title", "place", "category", "tier", "state")
    columns = tuple(Column(say(f"importing.head-{name}"), flexible=name == "title") for name in names)
    rows = tuple(_row(matter, categories) for matter in found.matters[:SHOWN_ROWS])
    blocks: list[Block] = [Heading(say("importing.would", count=len(found.matters), known=len(found.known)), 2)]
    if rows:
        blocks.append(Table(columns, rows))
    more = len(found.matters) - len(rows)
    if more > 0:
        blocks.append(Line(say("importing.more-rows", count=more), "dim"))
    return [*blocks, *(Line(text) for text in why_lines(found))]


def _row(matter: Matter, categories: Mapping[str, str]) -> Row:
    issue = matter.issue
    category = categories.get(issue.category or "", issue.category or "-")
    tier = say(f"words.{issue.tier}") if issue.tier else "-"
    mark = {name: "?" if name in matter.suggested else "" for name in ("category", "tier")}
    state = (
        "closed" if any(line.verb in ("close", "refer", "withdraw", "duplicate") for line in issue.progress) else "open"
    )
    cells = (
        str(matter.row), matter.day.isoformat(), say(f"words.{matter.kind}"), issue.title, issue.place or "-",
        f"{category}{mark['category']}", f"{tier}{mark['tier']}", say(f"importing.state-{state}"),
    )  # fmt: skip
    return Row(cells, "warn" if matter.notes else "plain")


def tell_beside(context: Context, found: Understood) -> None:
    """What was assumed, suggested and hidden, each with how often; what changes in the figures."""
    for text in beside(found):
        context.screen.message(text)
    if any(map(_is_masked, found.layouts)):
        context.screen.message(say("importing.masked"))
    opening = context.workspace.community.opening
    if opening and any(matter.day <= opening.as_of for matter in found.matters):
        count = sum(matter.day <= opening.as_of for matter in found.matters)
        context.screen.message(say("importing.before-opening", count=count, day=opening.as_of))


def _is_masked(layout: Layout) -> bool:
    """Whether it is a ledger of this program's that was made for handing out, whatever the form of its file."""
    return (layout.is_own and layout.sheet.masked) or any(word in told for told in layout.headings for word in MASKED)


def beside(found: Understood) -> Iterable[str]:
    """The sentences on all matters together."""
    notes = Counter(
        (told.code, told.column, told.value if told.code == "unknown-word" else "")
        for m in found.matters
        for told in m.notes
    )
    hidden: Counter[str] = Counter()
    for (code, column, value), count in notes.items():
        if code != "hidden-number":
            yield say(f"importing.note-{code}", column=column, value=value, count=count)
    for matter in found.matters:
        hidden.update(told.value for told in matter.notes if told.code == "hidden-number")
    for kind, count in hidden.items():
        yield say("importing.hidden-kind", kind=say(f"importing.kind-{kind}"), count=count)
    contacts = sum(1 for m in found.matters if m.contact)
    if contacts:
        yield say("importing.contacts", count=contacts)
    for name in ("category", "tier"):
        count = sum(name in matter.suggested for matter in found.matters)
        if count:
            yield say(f"importing.suggested-{name}", count=count)
    for kind in ("walk", "visit"):
        days = {m.day for m in found.matters if m.kind == kind}
        if days:
            yield say(f"importing.{kind}s", count=len(days))


def refused_file(found: Understood) -> bytes:
    """The refused rows as they stand in the ledger, with the reason behind each: to be mended and imported again."""
    import csv
    import io

    from minqing.text.calculated import csv_text

    out = io.StringIO()
    rows = csv.writer(out)
    headings = max((layout.headings for layout in found.layouts), key=len)
    rows.writerow([*headings, say("importing.head-why")])
    for row in found.refused:
        cells = [*row.cells, *[""] * (len(headings) - len(row.cells))]
        rows.writerow([*map(csv_text, cells), "; ".join(map(told_text, row.why))])
    return out.getvalue().encode("utf-8-sig")


def import_json(found: Understood, pages: Sequence[Page]) -> dict[str, object]:
    """What ``import --json`` answers besides the issues and the commit, as every command that writes does."""
    written = [matter for page in pages for matter in page.matters]
    return {
        "file": found.name,
        "sheets": [_sheet_dict(layout) for layout in found.layouts],
        "imported": len(written),
        "new": [_matter_dict(matter) for matter in written or found.matters],
        "known": [{"row": matter.row, "id": id} for matter, id in found.known],
        "rejected": [
            {"row": row.row, "why": [{**_told_dict(told), "text": told_text(told)} for told in row.why]}
            for row in found.refused
        ],
        "passed_over": [{"row": row.row, "kind": row.code, "text": row.text} for row in found.passed],
        "remarks": list(beside(found)),
    }


def _sheet_dict(layout: Layout) -> dict[str, object]:
    return {
        "name": layout.sheet.name,
        "first_row": layout.first,
        "columns": [
            {"heading": c.heading, "field": c.field, "ground": c.ground, "samples": list(c.samples)}
            for c in layout.columns
        ],
    }


def _matter_dict(matter: Matter) -> dict[str, object]:
    return {
        "row": matter.row,
        "id": matter.issue.id or None,
        "date": matter.day.isoformat(),
        "kind": matter.kind,
        "title": matter.issue.title,
        "suggested": list(matter.suggested),
        "assumed": [_told_dict(told) for told in matter.notes],
    }


def _told_dict(told: Told) -> dict[str, object]:
    return {"code": told.code, "column": told.column or None, "value": told.value or None}
