"""One row of a ledger, cell by cell, as a matter: fields, the lines of its life, and what cannot stand in a diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from minqing.classify.suggest import Asked, Suggestion, suggest_all
from minqing.domain.model import Issue
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.ledger.days import lacks_year, read_day
from minqing.ledger.fields import REMARK
from minqing.ledger.grid import Cell, NoValue, as_text, is_blank
from minqing.ledger.layout import Layout, LedgerField
from minqing.ledger.lives import Life, lines_of
from minqing.ledger.personal import Hidden, without_numbers
from minqing.ledger.remarks import own_remarks, rest_of_remark
from minqing.ledger.rows import Contact, Ground, Matter, Refused, Row, Told
from minqing.ledger.words import kind_of, satisfaction_of, state_of, tier_of
from minqing.text.normal import half_width, one_line, visible
from minqing.text.synonyms import category_of
from minqing.text.values import decimal_number, issue_id, whole_number
from minqing.text.vocabulary import category_words

LONGEST_TITLE = 200
"""Characters of a matter's sentence; what is longer is told in full among the remarks."""

LONGEST_TICKET = 15
"""Digits that Excel keeps of a number; a longer ticket that is no text has lost its last ones."""

KINDS_OF_DAYS = {"走访": "visit", "入户": "visit", "来电": "call"}
"""What the heading over the days tells of how all the rows came in, where no column does."""

_BARE_BUILDING = pattern(r"\d{1,4}[A-Za-z]?")


class RowReader:
    """Reads the rows of one layout. ``year`` completes days without one; a row that is a year changes it."""

    def __init__(self, layout: Layout, ground: Ground, year: int | None) -> None:
        self.layout, self.ground, self.year = layout, ground, year
        self.columns: dict[str, list[LedgerField]] = {}
        for column in layout.columns:
            self.columns.setdefault(column.field, []).append(column)
        self.first = {field: columns[0] for field, columns in self.columns.items()}
        self.categories = category_words(ground.community)
        self.category_ids = tuple(ground.community.categories)
        self.staff = frozenset(person.name for person in ground.community.people)
        self.own = layout.is_own

    def begun(self, number: int, cells: list[Cell]) -> Row | Reading:
        """What a row is, or the row as far as it is read before something is suggested for it."""
        return Reading(self, number, cells).begun()

    def ended(self, begun: Sequence[Row | Reading]) -> Iterator[Row]:
        """The rows in their order; what no cell tells is suggested for all of them together."""
        asked = {id(one): one.asked for one in begun if isinstance(one, Reading) and one.asked}
        found = suggest_all(list(asked.values()), community=self.ground.community, reasons=False)
        hints = dict(zip(asked, found, strict=True))
        return (one.ended(hints.get(id(one))) if isinstance(one, Reading) else one for one in begun)


@dataclass(frozen=True, slots=True)
class Begun:
    """What the cells of a row tell before anything is suggested."""

    day: date
    title: str
    kind: str
    source: str | None
    category: str | None
    tier: str | None
    life: Life
    place: str | None
    reporter: str | None
    contact: Contact | None


class Reading:
    """One row while it is read: what was found wrong, assumed, hidden. ``asked`` is what is to be suggested."""

    def __init__(self, reader: RowReader, number: int, cells: list[Cell]) -> None:
        self.of, self.number, self.cells, self.year = reader, number, cells, reader.year
        self.asked: Asked | None = None
        self.wrong: list[Told] = []
        self.notes: list[Told] = []
        self.remarks: list[str] = []
        self.suggested: list[str] = []
        self.hidden = Hidden()

    def begun(self) -> Row | Reading:
        """The cells read once; a row that is none of the ledger's, or lacks its day or matter, is read wholly."""
        from minqing.ledger.rows import Passed

        elsewhere = self._elsewhere()
        if elsewhere is not None:
            return Passed(self.number, "community", elsewhere)
        day, title = self._raised(), self._title()
        kind, source = self._kind()
        if not day or not title:
            return Refused(self.number, tuple(self.wrong), self._texts())
        self._told(day, title, kind, source)
        return self

    def ended(self, hint: Suggestion | None) -> Row:
        """The row as a matter with what was suggested, or refused with every reason."""
        matter = self._matter(self.read, hint)
        return Refused(self.number, tuple(self.wrong), self._texts()) if self.wrong else matter

    # cells

    def _cell(self, field: str) -> Cell:
        """What stands under a field; nothing for a formula that has no value, which is said."""
        column = self._column(field)
        cell = self.cells[column.place] if column and column.place < len(self.cells) else None
        if isinstance(cell, NoValue):
            self.notes.append(Told("no-value", column.heading if column else "", cell.text[:60]))
            return None
        return cell

    def _column(self, field: str) -> LedgerField | None:
        return self.of.first.get(field)

    def _heading(self, field: str) -> str:
        column = self._column(field)
        return column.heading if column else ""

    def _text(self, field: str) -> str:
        """The text under a field on one line, fit for a diary."""
        return _clean(as_text(self._cell(field)))

    def _texts(self) -> tuple[str, ...]:
        return tuple(as_text(cell) for cell in self.cells)

    def _refuse(self, code: str, field: str, value: str = "") -> None:
        self.wrong.append(Told(code, self._heading(field), value[:80]))

    def _note(self, code: str, field: str, value: str = "") -> None:
        self.notes.append(Told(code, self._heading(field), value[:80]))

    # fields

    def _elsewhere(self) -> str | None:
        """Which other community the row belongs to, if it does."""
        wanted, told = self.of.ground.wanted, self._text("community")
        if not wanted or not told or _same_community(told, wanted):
            return None
        return told

    def _raised(self) -> date | None:
        day = self._day("raised")
        if day is None and not any(told.column == self._heading("raised") for told in self.wrong):
            self._refuse("no-date", "raised")
        if day and day > self.of.ground.today:
            self._refuse("future", "raised", str(day))
        return day

    def _day(self, field: str) -> date | None:
        """The day under a field; what is none is refused."""
        cell = self._cell(field)
        if is_blank(cell) or as_text(cell) in ("-", "—", "/", "无"):
            return None
        day = read_day(cell, self.year, from_1904=self.of.layout.sheet.from_1904)
        if day is None:
            self._refuse("no-year" if lacks_year(cell) else "not-a-day", field, as_text(cell))
        return day

    def _title(self) -> str:
        """The sentence of the matter as it is written down."""
        whole = without_numbers(self._text("title"), self.hidden)
        if not whole:
            self._refuse("no-title", "title")
        if len(whole) <= LONGEST_TITLE:
            return whole
        self._note("long-title", "title", str(len(whole)))
        self.remarks.append(f"{self._heading('title')}: {whole}")
        return whole[: LONGEST_TITLE - 1].rstrip() + "…"

    def _kind(self) -> tuple[str, str | None]:
        """The kind of entry and the source of the matter; a ticket comes over the hotline, all else to the desk."""
        told = self._text("source")
        found = kind_of(self.of.ground.meanings.word("source", told)) if told else None
        own = self._own_remark("kind")
        if own and (read := kind_of(own)):
            return read[0], found[1] or found[0] if found else None
        if found:
            return found
        if told:
            self.remarks.append(f"{self._heading('source')}: {told}")
        if self.of.own:
            return "walk", None
        heading = self._heading("raised")
        by_heading = next((kind for word, kind in KINDS_OF_DAYS.items() if word in heading), "desk")
        return ("hotline" if self._text("ticket") else by_heading), None

    def _own_remark(self, name: str) -> str | None:
        """A pair of the remark that our own ledger writes (``类型: 走访``)."""
        return own_remarks(self._text(REMARK)).get(name) if self.of.own else None

    def _word(self, field: str, read: Callable[[str], str | None]) -> str | None:
        """The English id of a word under a field; ``None`` where nothing stands there or it is not known."""
        told = self._text(field)
        return read(self.of.ground.meanings.word(field, told)) if told else None

    def _unknown(self, field: str, found: str | None) -> None:
        """A word that is not known stays among the remarks."""
        told = self._text(field)
        if told and found is None:
            self._note("unknown-word", field, told)
            self.remarks.append(f"{self._heading(field)}: {told}")

    def _told(self, day: date, title: str, kind: str, source: str | None) -> None:
        """Read what else the cells tell, and what they leave to be suggested."""
        category = self._word("category", self._category)
        tier = self._word("tier", tier_of)
        self._unknown("category", category)
        self._unknown("tier", tier)
        life = self._life(day)
        self.read = Begun(day, title, kind, source, category, tier, life, *self._people())
        self.asked = self._asked(self.read)

    def _matter(self, read: Begun, hint: Suggestion | None) -> Matter:
        category, tier = read.category, read.tier
        if hint:
            category, tier = category or hint.category, tier or hint.tier
        issue = Issue(
            id=self._id(read.day),
            title=read.title,
            place=read.place or (hint.place if hint else None),
            reporter=read.reporter,
            source=read.source,
            category=self._first("category", category, self._category),
            tier=self._first("tier", tier, tier_of),
            owner=self._first("owner", without_numbers(self._text("owner"), self.hidden) or None, str),
            due=self._day("first_due") if self._column("first_due") else self._day("due"),
            households=self._count("households"),
            ticket=self._ticket(),
            cost=self._cost(),
            photos=tuple(filter(None, (self._own_remark("photos") or "").split("、"))),
        )
        issue = lines_of(issue, read.life, self.of.ground, self._wrong_life, self._noted_life)
        self._keep_remarks()
        self.notes += [Told("hidden-number", "", kind_) for kind_ in sorted(self.hidden.kinds)]
        return Matter(
            self.number, read.day, read.kind, issue, tuple(self.remarks), tuple(self.notes), tuple(self.suggested),
            bool(read.place), read.contact, self._texts(),
        )  # fmt: skip

    def _wrong_life(self, code: str, field: str, value: str) -> None:
        self._refuse(code, field, value)

    def _noted_life(self, code: str, field: str, value: str) -> None:
        self._note(code, field, value)

    def _category(self, text: str) -> str | None:
        return category_of(text, self.of.categories, self.of.category_ids)

    def _first(self, field: str, present: str | None, read: Callable[[str], str | None]) -> str | None:
        """A field as it was raised with: what our own remark says of it, else what it is."""
        own = self._own_remark(field)
        if own is None:
            return present
        return None if own in ("未定", "none") else read(own)

    def _asked(self, read: Begun) -> Asked | None:
        """What the sentence is asked for, where no cell tells it; nothing for a ledger of our own."""
        if self.of.own or (read.category and read.tier and self._column("place")):
            return None
        told = (("category", read.category), ("tier", read.tier))
        self.suggested += [name for name, value in told if value is None]
        return Asked(read.title, read.day, read.kind, read.category, read.tier)

    def _life(self, day: date) -> Life:
        """What the cells tell of how the matter went on."""
        handling = "\n".join(
            text.replace("_x000D_", "") for column in self.of.columns.get("handling", ()) if (text := self._raw(column))
        )
        told = self._text("state")
        state = self._word("state", state_of)
        if told and state is None:
            self._refuse("unknown-state", "state", told)
        satisfied = self._word("satisfaction", satisfaction_of)
        self._unknown("satisfaction", satisfied)
        return Life(
            day=day,
            handling=handling,
            state=state,
            contacted=self._day("contacted"),
            closed=self._day("closed"),
            due=self._day("due"),
            satisfied=satisfied,
            followed_up=self._day("followed_up"),
            own=self.of.own,
            has_state=self._column("state") is not None,
            categories=self.of.categories,
        )

    def _raw(self, column: LedgerField) -> str:
        """A text with its lines kept."""
        cell = self.cells[column.place] if column.place < len(self.cells) else None
        if isinstance(cell, NoValue):
            self.notes.append(Told("no-value", column.heading, cell.text[:60]))
            return ""
        lines = (_clean(line) for line in as_text(cell).splitlines())
        return "\n".join(without_numbers(line, self.hidden) for line in lines if line)

    def _people(self) -> tuple[str | None, str | None, Contact | None]:
        """Place and reporter as they may stand in a diary, and apart from them what may not."""
        from minqing.ledger.personal import place_of, reporter_of

        parts = [self._place_part(column) for column in self.of.columns.get("place", ())]
        told, address = "".join(dict.fromkeys(parts)), self._text("address")
        if self.of.own:
            return without_numbers(told, self.hidden) or None, self._text("reporter") or None, None
        place, whole = place_of(told or address, self.of.ground.community, self.hidden)
        reporter, name = reporter_of(self._text("reporter"), self.of.staff, self.hidden)
        found = Contact(name, self._text("phone"), self._text("identity"), whole or (address if told else ""))
        return (
            place or None,
            reporter or None,
            found if any((found.name, found.phone, found.identity, found.address)) else None,
        )

    def _place_part(self, column: LedgerField) -> str:
        """One part of the place; a bare number under 楼号 is a building's."""
        text = _clean(as_text(self.cells[column.place])) if column.place < len(self.cells) else ""
        return f"{text}号楼" if _BARE_BUILDING.fullmatch(text) and "楼" in column.heading else text

    def _id(self, day: date) -> str:
        """The row's own id where it is one of this day."""
        found = issue_id(self._text("id"))
        return found if found and found.startswith(f"{day:%Y%m%d}-") else ""

    def _ticket(self) -> str | None:
        cell = self._cell("ticket")
        if isinstance(cell, int | float) and len(str(int(cell))) > LONGEST_TICKET:
            self._note("ticket-rounded", "ticket", as_text(cell))
        return _clean(as_text(cell)) or self._foreign_id() or None

    def _foreign_id(self) -> str:
        """An id that is none of ours names the matter elsewhere, as a ticket does."""
        told = self._text("id")
        return "" if not told or issue_id(told) or (told.isdigit() and len(told) < 6) else told

    def _count(self, field: str) -> int | None:
        told = half_width(self._text(field)).removesuffix("户").strip()
        found = whole_number(told) if told else None
        self._unknown_number(field, told, found)
        return found

    def _cost(self) -> Decimal | None:
        told = half_width(self._text("cost")).removesuffix("元").strip().replace(",", "").lstrip("¥")
        scale = Decimal(10000) if told.endswith("万") else Decimal(1)
        found = decimal_number(told.removesuffix("万")) if told else None
        self._unknown_number("cost", told, found)
        return _normal(found * scale) if found is not None else None

    def _unknown_number(self, field: str, told: str, found: object) -> None:
        if told and found is None:
            self._note("unknown-word", field, told)
            self.remarks.append(f"{self._heading(field)}: {told}")

    def _keep_remarks(self) -> None:
        """Columns that the diary has no key for, by their heading."""
        for column in self.of.columns.get(REMARK, ()):
            text = one_line(self._raw(column))
            if self.of.own:
                text = ";".join(rest_of_remark(text))
            if text and text not in ("-", "—", "/", "无"):
                self.remarks.append(f"{column.heading}: {text}")


def _normal(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


@lru_cache(maxsize=8192)
def _clean(text: str) -> str:
    """A text on one line without what cannot be seen; control characters are written out."""
    line = one_line(text)
    if line.isprintable():
        return line
    plain = "".join(" " if c in "\u00a0\t" else c for c in line if c not in "\u200b\u200c\u200e\u200f\ufeff\u00ad")
    return visible(plain).strip()


def _same_community(told: str, wanted: str) -> bool:
    """Whether two names are the same community's: 幸福里 and 幸福里社区居委会."""
    a, b = (_core(name) for name in (told, wanted))
    return bool(a) and bool(b) and (a.endswith(b) or b.endswith(a))


def _core(name: str) -> str:
    bare = half_width(name).replace(" ", "")
    for end in ("居民委员会", "居委会", "村委会", "社区", "村"):
        bare = bare.removesuffix(end)
    return bare
