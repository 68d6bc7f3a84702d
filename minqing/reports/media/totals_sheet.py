"""The sheet of totals beside a ledger: every figure a formula over the ledger, with its value kept beside it.

The formulas count what the ledger's columns say; the kept values come from the counting rules. Who lets the sheet
calculate anew finds the figures of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from minqing.domain.community import Opening
from minqing.domain.count import Counts, carried_over, median, opening_within
from minqing.domain.model import BUCKETS, TIERS
from minqing.domain.values import asdict, dataclass
from minqing.messages import say
from minqing.reports.figures import by_bucket
from minqing.reports.groups import COUNTED, in_order
from minqing.reports.ledger import Extent
from minqing.reports.media.book import Book
from minqing.reports.media.ledger_sheet import Listed, cells_of

START, END = "$B$5", "$B$6"
"""Where the first and the last day counted stand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A formula, the value it has, and the name of its format.

    In a formula ``{id}`` stands for the cells of a column of the ledger, ``{start}`` and ``{end}`` for the days
    counted, ``{open}`` for a word and ``{is_open}`` for its criterion, ``{name}`` for the criterion of the row's name.
    """

    formula: str
    value: float
    look: str = "count"


@dataclass(frozen=True, slots=True)
class Named:
    """A row of a table: its name, and its figures."""

    name: str
    figures: tuple[Figure, ...]


OPEN = "COUNTIFS({state},{is_open})+COUNTIFS({state},{is_parked})"
HANDLED = 'COUNTIFS({state},{is_solved},{closed},">="&{start})'
REFERRED = 'COUNTIFS({state},{is_referred},{closed},">="&{start})'
ANSWERS = 'COUNTIFS({followed_up},">="&{start}'
SOLVED_ROWS = "({state}={solved})*({closed}>={start})"
MEDIAN = f"IFERROR(MEDIAN(IF({SOLVED_ROWS},{{closed}}-{{raised}})),0)"
TO_CONTACT = "({raised}>={start})*({first_due}>0)"

RATES: Mapping[str, tuple[str, str]] = {
    "on_time": (
        f"SUMPRODUCT({SOLVED_ROWS}*({{due}}>0)*({{closed}}<={{due}}))",
        f"SUMPRODUCT({SOLVED_ROWS}*({{due}}>0))",
    ),
    "contacted": (
        f"SUMPRODUCT({TO_CONTACT}*({{contacted}}>0)*({{contacted}}<={{first_due}}))",
        f"SUMPRODUCT({TO_CONTACT}*((({{contacted}}>0)+({{first_due}}<={{end}}))>0))",
    ),
    "solved": (HANDLED, f"{HANDLED}+{REFERRED}"),
    "satisfied": (
        f"{ANSWERS},{{satisfaction}},{{is_satisfied}})+{ANSWERS},{{satisfaction}},{{is_fair}})",
        f"{ANSWERS})",
    ),
}
"""How many, and out of how many, of each self-assessed rate."""

GROUPED: Mapping[str, str] = {
    "raised": 'COUNTIFS({of},{name},{raised},">="&{start})',
    "handled": 'COUNTIFS({of},{name},{state},{is_solved},{closed},">="&{start})',
    "closed": "SUMIFS({closings},{of},{name})",
    "open": "COUNTIFS({of},{name},{state},{is_open})+COUNTIFS({of},{name},{state},{is_parked})",
    "overdue": 'COUNTIFS({of},{name},{overdue},">0")',
}
"""The figures of a tier, a category or a bucket."""

WITHOUT: Mapping[str, str] = {
    "raised": '({of}="")*({raised}>={start})',
    "handled": f'({{of}}="")*{SOLVED_ROWS}',
    "closed": '({of}="")*{closings}',
    "open": '({of}="")*(({state}={open})+({state}={parked}))',
    "overdue": '({of}="")*({overdue}>0)',
}
"""The same of matters without a tier or category: programs do not agree on how COUNTIFS finds empty cells."""

WORDS = ("open", "parked", "solved", "referred", "satisfied", "fair")
COLUMNS_COUNTED = (
    "id", "raised", "category", "tier", "due", "contacted", "state", "closed", "overdue", "satisfaction", "households",
    "cost", "first_due", "followed_up", "bucket", "open_at_start", "closings", "reopenings",
)  # fmt: skip


def write_totals(book: Book, listed: Listed, extent: Extent) -> None:
    """Write the sheet of totals of a ledger that has been written."""
    sheet = _Sheet(book, listed)
    _top(sheet, listed, extent)
    opening = None if extent.terms else opening_within(extent.window, extent.community)
    sheet.table("figure", ("count",), _overall(listed, opening, extent))
    sheet.table("rates", ("rate-n", "rate-of", "rate"), _rates(listed))
    sheet.table("col-tier", COUNTED, _by("tier", _tiers(listed)))
    sheet.table("col-category", COUNTED, _by("category", _categories(listed, extent)))
    heads = ("raised", "handled", "carried") if opening else ("raised", "handled")
    sheet.table("col-bucket", heads, _buckets(listed, opening, extent))
    if opening:
        sheet.line(say("ledger.carried-note", day=opening.as_of))


def _top(sheet: _Sheet, listed: Listed, extent: Extent) -> None:
    sheet.line(extent.title, "title")
    sheet.line(extent.openness)
    sheet.line(say("ledger.by-formula", sheet=listed.sheet))
    sheet.line(extent.filtered)
    sheet.day("from", extent.window.start or listed.first_day or extent.window.day)
    sheet.day("to", extent.window.day)


def _overall(listed: Listed, opening: Opening | None, extent: Extent) -> Iterable[Named]:
    counts, found = listed.found.counts, listed.found
    handled = sum(each.handled for each in by_bucket(found, opening, extent.community).values())
    figures: dict[str, Figure] = {
        "matters": Figure("COUNTA({id})", listed.count),
        "open-at-start": Figure("SUM({open_at_start})", listed.open_at_start),
        "raised": Figure('COUNTIFS({raised},">="&{start})', counts.raised),
        "reopened": Figure("SUM({reopenings})", counts.reopened),
        "closed": Figure("SUM({closings})", counts.closed),
        "open-at-end": Figure(OPEN, counts.open),
        "balance": Figure("SUM(OFFSET(B{row},-5,0,3,1))-SUM(OFFSET(B{row},-2,0,2,1))", 0),
        "parked": Figure("COUNTIFS({state},{is_parked})", counts.parked),
        "overdue": Figure('COUNTIFS({overdue},">0")', counts.overdue),
        "handled": Figure("+".join(_handled(bucket, opening) for bucket in BUCKETS), handled),
        "households": Figure('SUMIFS({households},{state},{is_solved},{closed},">="&{start})', found.households),
        "cost": Figure('SUMIFS({cost},{state},{is_solved},{closed},">="&{start})', float(found.cost), "money"),
        "median": Figure(MEDIAN, median(found.days) or 0, "decimal"),
    }
    return (Named(say(f"ledger.{id}"), (figure,)) for id, figure in figures.items())


def _rates(listed: Listed) -> Iterable[Named]:
    for id, rate in asdict(listed.found.counts.rates).items():
        n, of = RATES[id]
        share = rate["n"] / rate["of"] if rate["of"] else 0
        figures = Figure(n, rate["n"]), Figure(of, rate["of"]), Figure("IF(C{row}=0,0,B{row}/C{row})", share, "percent")
        yield Named(say(f"ledger.{id}"), figures)


def _tiers(listed: Listed) -> dict[str, tuple[str, Counts]]:
    counts = _named(listed.found.by(0))
    return {tier: (say(f"words.{tier}"), each) for tier, each in in_order(counts, TIERS, keep=TIERS).items()}


def _categories(listed: Listed, extent: Extent) -> dict[str, tuple[str, Counts]]:
    known = extent.community.categories
    counts = _named(listed.found.by(1))
    names = {id: known[id].name if id in known else say("words.none") if id == "none" else id for id in counts}
    return {id: (names[id], each) for id, each in in_order(counts, tuple(known)).items()}


def _named(found: Mapping[str | None, Counts]) -> dict[str, Counts]:
    return {key or "none": counts for key, counts in found.items()}


def _by(column: str, rows: Mapping[str, tuple[str, Counts]]) -> Iterable[Named]:
    for id, (name, counts) in rows.items():
        formulas = GROUPED if id != "none" else {each: f"SUMPRODUCT({rows})" for each, rows in WITHOUT.items()}
        cells = f"{{{column}}}"
        yield Named(name, tuple(Figure(formulas[n].replace("{of}", cells), getattr(counts, n)) for n in COUNTED))


def _buckets(listed: Listed, opening: Opening | None, extent: Extent) -> Iterable[Named]:
    for bucket, counts in by_bucket(listed.found, opening, extent.community).items():
        raised = Figure(GROUPED["raised"].replace("{of}", "{bucket}"), counts.raised)
        handled = Figure(_handled(bucket, opening), counts.handled)
        carried = (Figure(str(carried_over(opening, bucket) or 0), carried_over(opening, bucket) or 0),)
        yield Named(say(f"ledger.{bucket}"), (raised, handled, *(carried if opening else ())))


def _handled(bucket: str, opening: Opening | None) -> str:
    """The handled matters of a bucket; where some were carried over, those closed later and the carried ones."""
    carried = carried_over(opening, bucket)
    criterion = _criterion(say(f"ledger.{bucket}"))
    if opening is None or carried is None:
        return HANDLED[:-1] + f",{{bucket}},{criterion})"
    day = opening.as_of
    later = f'">"&DATE({day.year},{day.month},{day.day})'
    return f"{carried}+COUNTIFS({{state}},{{is_solved}},{{closed}},{later},{{bucket}},{criterion})"


def _criterion(word: str) -> str:
    """What finds exactly this word in a column: blanks, wildcards and quotes in it mean themselves."""
    for mark in "~*?":
        word = word.replace(mark, "~" + mark)
    return '"=' + word.replace('"', '""') + '"'


class _Sheet:
    """The sheet, written from top to bottom."""

    def __init__(self, book: Book, listed: Listed) -> None:
        self.book, self.row = book, 0
        self.sheet: Any = book.sheet(say("ledger.sheet-totals"))
        self.sheet.set_column(0, 0, 26)
        self.sheet.set_column(1, len(COUNTED), 12)
        self.sheet.set_row(0, 24)
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        words = {f"is_{word}": _criterion(say(f"words.{word}")) for word in WORDS}
        cells = {id: cells_of(listed, id) for id in COLUMNS_COUNTED}
        states = {word: '"' + say(f"words.{word}") + '"' for word in ("solved", "open", "parked")}
        self.known = {**cells, **words, **states, "start": START, "end": END}

    def line(self, text: str, look: str = "note") -> None:
        """A line of text."""
        self.sheet.write_string(self.row, 0, text, self.book.formats[look])
        self.row += 1

    def day(self, name: str, day: Any) -> None:
        """A named day."""
        self.book.write(self.sheet, self.row, 0, say(f"ledger.{name}"), "text")
        self.book.write(self.sheet, self.row, 1, day, "day")
        self.row += 1

    def table(self, title: str, heads: Iterable[str], rows: Iterable[Named]) -> None:
        """A table after a blank row."""
        self.row += 1
        for place, head in enumerate((title, *heads)):
            self.sheet.write_string(self.row, place, say(f"ledger.{head}"), self.book.formats["head"])
        self.row += 1
        for named in rows:
            self._named(named)

    def _named(self, named: Named) -> None:
        self.book.write(self.sheet, self.row, 0, named.name, "text")
        known = {**self.known, "row": self.row + 1, "name": _criterion(named.name)}
        for place, figure in enumerate(named.figures, 1):
            formula, look = "=" + figure.formula.format(**known), self.book.formats[figure.look]
            if figure.formula == MEDIAN:
                self.sheet.write_array_formula(self.row, place, self.row, place, formula, look, figure.value)
            else:
                self.sheet.write_formula(self.row, place, formula, look, figure.value)
        self.row += 1
