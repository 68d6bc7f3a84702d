"""The number of a 12345 ticket before a matter: ``工单号20261117003 5号楼暖气不热``."""

from __future__ import annotations

from typing import NamedTuple

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_TICKET = pattern(
    r"\s*(?:工单(?:编?号)?|派单号?|编号|ticket)\s*:?\s*(?P<n>[0-9A-Za-z-]{5,})[\s,:;、]+|"
    r"\s*工单\s?\d{1,2}\s?[(](?:工单|编)?号?\s*:?\s*(?P<beside>[0-9A-Za-z-]{5,})[)]\s*:?\s*|"
    r"\s*[【\[(](?:工单(?:编?号)?\s*:?\s*)?(?P<framed>(?!1[3-9]\d{9}[】\])])[A-Za-z]{0,4}\d{10,}[0-9-]*)[】\])]\s*:?\s*|"
    r"\s*(?P<bare>\d{8,})[\s,:;、]+"
)


_NUMBER = pattern(r"[A-Za-z]{0,4}-?\d{6,}[0-9-]{0,12}")


def is_ticket(cell: str) -> bool:
    """Whether a cell of a column of numbers is that of a ticket, and no number of a row."""
    return bool(_NUMBER.fullmatch(aligned(cell)))


def opens_with_number(line: str) -> bool:
    """Whether a line opens with a bare number that can be a ticket's: no day, no telephone."""
    found = _BARE.match(aligned(line[:40]))
    return bool(found) and not _DAY_OR_TELEPHONE.match(found["n"] if found else "")


_BARE = pattern(r"\s*(?P<n>\d{8,20})[\s,:;、]+(?=\S)")
_DAY_OR_TELEPHONE = pattern(r"(?:20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|1[3-9]\d{9})$")


class Ticket(NamedTuple):
    """A ticket's number, whether a word says that it is one, and where the matter begins behind it."""

    number: str
    named: bool
    end: int


def ticket_of(text: str) -> Ticket | None:
    """The ticket ``text`` opens with, where a matter follows."""
    found = _TICKET.match(aligned(text[:80]))
    if found is None or not any(c.isalnum() for c in text[found.end() :]):
        return None
    return Ticket(found[found.lastgroup or 0], found.lastgroup != "bare", found.end())
