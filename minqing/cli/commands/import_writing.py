"""Matters of a ledger into the diary's files: one plan, one commit, everything or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from minqing.cli.commands.common import category_names
from minqing.cli.context import Context
from minqing.domain.model import Entry
from minqing.domain.values import replace
from minqing.history.change import Change, Outcome, Write, carry_out
from minqing.ledger.filing import Page, entry_of, pages_of, remarks_of
from minqing.ledger.repeats import sort_out
from minqing.ledger.rows import Matter
from minqing.messages import say, speaking

NAMED = 50
"""Matters up to which a commit names each; ``last`` means none of a whole ledger."""


def write_matters(context: Context, name: str, matters: Sequence[Matter]) -> tuple[dict[str, Page], Outcome]:
    """Write what is new of ``matters`` into the entries of their days, as one commit; answers them by path.

    Raises ``MinqingError`` with nothing written where an entry it goes into cannot be read.
    """
    written: dict[str, Page] = {}

    def plan() -> Change:
        entries = _entries_now(context)
        pages = pages_of(sort_out(matters, entries).new, _ids(context, entries))
        paths = _first_paths(context)
        writes = tuple(_write(context, page, paths.get((page.day, page.kind))) for page in pages)
        written.clear()
        written.update(zip((write.path for write in writes), pages, strict=True))
        ids = [issue.id for page in pages for issue in page.issues]
        with speaking(context.file_language):
            subject = say("importing.commit", name=name, count=len(ids))
        return Change("import", subject, writes, tuple(ids if len(ids) <= NAMED else ()))

    outcome = carry_out(context.workspace, plan)
    return written, outcome


def _entries_now(context: Context) -> list[Entry]:
    """The diary as the files stand while nobody else may write."""
    from minqing.workspace.diary import DiaryRecords

    return list(DiaryRecords(context.root, index=context.diary.is_indexed).entries())


def _ids(context: Context, entries: Iterable[Entry]) -> dict[date, set[str]]:
    """The ids of each day: those of its date wherever they stand, in files that cannot be counted too."""
    from minqing.text.values import day_of_id
    from minqing.workspace.load import read_one
    from minqing.workspace.names import entry_name, highest_number

    found: dict[date, set[str]] = defaultdict(set)
    for entry in entries:
        for issue in entry.issues:
            found[day_of_id(issue.id)].add(issue.id)
    for path in context.diary.left_out:
        name, source = entry_name(path.rpartition("/")[2]), read_one(context.workspace, path).source
        if name and source and (number := highest_number(source.text, name.day)):
            found[name.day].add(f"{name.day:%Y%m%d}-{number}")
    return found


def _first_paths(context: Context) -> dict[tuple[date, str], str]:
    """The first entry of each day and kind that there is."""
    from minqing.workspace.scan import scan

    found: dict[tuple[date, str], str] = {}
    for name, path in scan(context.root).named:
        found.setdefault((name.day, name.kind), path)
    return found


def _write(context: Context, page: Page, path: str | None) -> Write:
    return _added(context, page, path) if path else _new(context, page)


def _remarks(page: Page) -> str:
    told = remarks_of(page)
    return f"{say('importing.remarks-head')}\n{told}" if told else ""


def _new(context: Context, page: Page) -> Write:
    from minqing.domain.model import KINDS
    from minqing.text.write import new_entry
    from minqing.workspace.names import EntryName

    path = EntryName(page.day, KINDS.index(page.kind)).path
    with speaking(context.file_language):
        entry = replace(entry_of(page, path), body=_remarks(page))
    return Write(path, new_entry(entry, context.file_language, category_names(context)))


def _added(context: Context, page: Page, path: str) -> Write:
    from minqing.text.body import add_remarks
    from minqing.text.edit import add_issues
    from minqing.text.read import read_entry
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    words, language = category_words(context.workspace.community), context.file_language
    reading = read_one(context.workspace, path)
    raw = add_issues(reading, page.issues, language, category_names(context), words)
    with speaking(language):
        remarks = _remarks(page)
    if remarks:
        raw = add_remarks(read_entry(raw, path, words), {"": remarks}, language, words)
    return Write(path, raw)


def keep_contacts(context: Context, pages: Iterable[Page]) -> tuple[str, int] | None:
    """Full names, numbers and addresses into ``private/``, which git never sees; the path and how many."""
    import csv
    import io

    from minqing.text.calculated import csv_text
    from minqing.workspace.contacts import FOLDER, own_private_file

    found = [(m.issue, m.contact) for page in pages for m in page.matters if m.contact]
    if not found:
        return None
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(
        [say(f"importing.contact-{name}") for name in ("id", "matter", "name", "phone", "identity", "address")]
    )
    for issue, contact in found:
        cells = (issue.id, issue.title, contact.name, contact.phone, contact.identity, contact.address)
        rows.writerow(map(csv_text, cells))
    number = 1
    while (context.root / FOLDER / (name := f"import-{context.today}-{number}.csv")).exists():
        number += 1
    own_private_file(context.root, name, out.getvalue().encode("utf-8-sig"))
    return f"{FOLDER}/{name}", len(found)
