"""The report as one page of HTML that needs nothing else: no script, no network, from ``report.html.j2``.

It is read on a screen, a phone and paper. A click on a figure shows what it is made of: that is an anchor into the
same page, so nothing runs in it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping

from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.reports.document import Block, Chart, Heading, Line, Table
from minqing.reports.figure_names import Names
from minqing.reports.handout import Handout
from minqing.reports.ledger_blocks import with_annex
from minqing.reports.media.photographs import photograph
from minqing.reports.media.shapes import drawn
from minqing.reports.media.variables import variables_of
from minqing.reports.trace import Item, Trace
from minqing.reports.words import amount
from minqing.text.normal import fit_for_files

LINKED = 80
"""A longer list of issues is told by their numbers alone, all of which are in the ledger."""


WORDS = ("skip", "contents", "behind", "back", "data", "why", "footer", "missing")
"""What the page says besides the report, by the names the template calls it by."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page: its ``id`` in the page, its title, and what stands in it."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What a figure is made of, as the page shows it, below the anchor ``id``.

    ``issues`` are led to: their ids, with what each adds where that is not one; ``told`` are numbers and days alone.
    """

    id: str
    name: str
    value: str
    issues: tuple[tuple[str, str], ...]
    told: str


def render(handout: Handout) -> bytes:
    """The page as UTF-8. Raises ``MinqingError`` where the template is broken."""
    blocks = [block for block in with_annex(handout) if not isinstance(block, Line) or block.text]
    head, parts = _parts(blocks)
    names = Names(handout.report, handout.annex.charts, handout.community)
    behind, anchors = _behind(_figures(blocks), handout.annex.traces, names, {s.id for s in handout.annex.ledger})
    handout.templates.allow({"drawing": drawn, "picture": lambda path: picture(handout, path)})
    page = handout.templates.filled(
        "report.html.j2",
        **variables_of(handout),
        head=head,
        parts=parts,
        behind=behind,
        anchors=anchors,
        names={key: names.name(key) for key in anchors},
        words={word: say(f"page.{word}") for word in WORDS},
    )
    return fit_for_files(page).encode()


def picture(handout: Handout, path: str) -> str:
    """A photograph as a data address, or nothing where it cannot be shown."""
    taken = photograph(handout.own_file, path)
    return f"data:image/jpeg;base64,{base64.b64encode(taken.jpeg).decode('ascii')}" if taken else ""


def _parts(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], list[Part]]:
    """What stands before the first section, and the sections."""
    head: list[Block] = []
    found: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append((block.text, []))
        elif not isinstance(block, Heading) or block.level > 1:
            (found[-1][1] if found else head).append(block)
    return tuple(head), [Part(f"s{n}", title, tuple(inside)) for n, (title, inside) in enumerate(found, 1)]


def _figures(blocks: Iterable[Block]) -> Iterator[str]:
    """The keys of the figures the page tells, in order."""
    for block in blocks:
        if isinstance(block, Line):
            yield from block.figures
        elif isinstance(block, Table):
            yield from (key for row in block.rows for key in row.figures if key)
        elif isinstance(block, Chart):
            numbers = range(len(block.series)), range(len(block.labels))
            yield from (f"charts.{block.name}.{s}.{n}" for s in numbers[0] for n in numbers[1])


def _behind(
    keys: Iterable[str], traces: Mapping[str, Trace], names: Names, ledger: set[str]
) -> tuple[list[Behind], dict[str, str]]:
    """What the figures are made of, the same things once only; and the anchor of each figure."""
    found: dict[object, Behind] = {}
    anchors: dict[str, str] = {}
    for key in dict.fromkeys(keys):
        trace = traces.get(key)
        if trace is None or not trace.items:
            continue
        same = tuple((item.issue or item.file, item.amount) for item in trace.items)
        if same not in found:
            found[same] = _shown(trace, f"f{len(found) + 1}", names.name(key), ledger)
        anchors[key] = found[same].id
    return list(found.values()), anchors


def _shown(trace: Trace, id: str, name: str, ledger: set[str]) -> Behind:
    linked = len(trace.items) <= LINKED and all(item.issue in ledger for item in trace.items)
    issues = tuple((item.issue, _added(item)) for item in trace.items) if linked else ()
    told = "" if linked else " ".join(_short(item) + _added(item) for item in trace.items)
    return Behind(id, name, amount(trace.value), issues, told)


def _short(item: Item) -> str:
    """An issue by its number without the century, an entry by its day."""
    return item.issue[2:] or item.day.isoformat()


def _added(item: Item) -> str:
    """What a thing adds, where that is not simply one."""
    return "" if item.amount == 1 else f"({amount(item.amount)})"
