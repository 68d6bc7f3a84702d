"""What a column is by what stands in it: days, ticket numbers, categories, telephone numbers, sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.ledger.days import read_day
from minqing.ledger.grid import Cell, as_text
from minqing.ledger.words import satisfaction_of, state_of, tier_of
from minqing.text.normal import half_width
from minqing.text.privacy import numbers_in
from minqing.text.privacy_numbers import IDENTITY, LANDLINE, PHONE
from minqing.text.synonyms import category_of
from minqing.text.vocabulary import category_words

MOST = 0.8
"""Part of a column's values that must look alike."""

FEWEST = 2
"""Values by which a column is told."""

LONGEST_PLACE = 16
"""Characters of a cell that can be a place."""

_REPORTER = pattern(
    "(?:[^\\W\\d]{0,3}(?:阿姨|大爷|大妈|大娘|奶奶|爷爷|叔叔?|婶|姐|哥|先生|女士|师傅|老师|老爷子|老太太|居民|住户|业主|租户|商户)"
    "|[老小][^\\W\\d]|一?群众|楼门长|楼长)"
)
_TICKET = pattern(r"[A-Za-z]{0,6}-?\d{8,24}|[A-Za-z]{1,6}-?\d{4,}")
_ISSUE = pattern(r"\d{8}-\d{1,6}")


def _is_day(cell: Cell) -> bool:
    return read_day(cell, 2020) is not None


def _is_number_of(kinds: tuple[str, ...], cell: Cell) -> bool:
    text = as_text(cell)
    return len(text) <= 30 and any(found.kind in kinds for found in numbers_in(text))


def _is_ticket(cell: Cell) -> bool:
    text = half_width(as_text(cell))
    return _TICKET.fullmatch(text) is not None and not _is_day(cell) and not _ISSUE.fullmatch(text)


def _is_sentence(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell.strip()) >= 6


def _is_place(cell: Cell, community: Community) -> bool:
    """Whether a short text is a place and nothing else: 3号楼2单元, 西门; 3号楼灯坏了 is not."""
    from minqing.classify.sentence.places import find_place

    text = as_text(cell).strip()
    return 1 < len(text) <= LONGEST_PLACE and len(find_place(text, community) or "") >= MOST * len(text)


def _is_reporter(cell: Cell) -> bool:
    return _REPORTER.fullmatch(as_text(cell).strip()) is not None


def looked_like(values: Sequence[Cell], community: Community) -> str | None:
    """The field that most of the values look like, ``None`` where they look like nothing in particular."""
    if len(values) < FEWEST:
        return None
    known = category_words(community)
    tests: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
        ("phone", partial(_is_number_of, (PHONE, LANDLINE))),
        ("identity", partial(_is_number_of, (IDENTITY,))),
        ("raised", _is_day),
        ("ticket", _is_ticket),
        ("category", lambda cell: category_of(as_text(cell), known) is not None),
        ("tier", lambda cell: tier_of(as_text(cell), numbers=False) is not None),
        ("satisfaction", lambda cell: satisfaction_of(as_text(cell)) is not None),
        ("state", lambda cell: state_of(as_text(cell), exact=True) is not None),
        ("place", lambda cell: _is_place(cell, community)),
        ("reporter", _is_reporter),
        ("title", _is_sentence),
    )
    return next((field for field, test in tests if sum(map(test, values)) >= MOST * len(values)), None)
