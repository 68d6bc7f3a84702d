"""What one kind of matter is made of: where it occurs, when, in which words, and how it is dealt with."""

from __future__ import annotations

from minqing.domain.values import dataclass

ALWAYS = "555555555555"
"""The same in every month."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of matter.

    ``where`` is ``home`` (told by a resident of his flat), ``stair``, ``front`` or ``spot`` (one of ``spots``);
    ``weight`` how often it occurs; ``months`` one digit a month from January on; ``years`` first and last one.
    The words are tables of phrases as ``Chance.phrase`` reads them: ``what`` follows the place, ``so`` is what
    the resident adds, ``work`` are notes on the way, ``done`` closings; a word and ``>`` before a phrase keep it
    for what holds that word (see ``chance.fitting``). ``spot`` is the probability in percent
    that it is settled during the walk; ``days`` the fewest and most days it takes otherwise. ``outside`` are
    the bodies it can go to; ``households`` how many it may concern; ``yuan`` what a thing for it costs.
    """

    id: str
    category: str
    weight: int
    where: str
    what: tuple[str, ...]
    so: tuple[str, ...]
    work: tuple[str, ...]
    done: tuple[str, ...]
    tier: str = "medium"
    spot: int = 0
    days: tuple[int, int] = (1, 9)
    months: str = ALWAYS
    years: tuple[int, int] = (2009, 2020)
    outside: tuple[str, ...] = ()
    households: tuple[int, int] = (0, 0)
    yuan: tuple[int, int] = (0, 0)
    spots: tuple[str, ...] = ()


def topic(
    id: str,
    category: str,
    weight: int,
    where: str,
    *,
    what: str,
    done: str,
    so: str = "",
    work: str = "",
    outside: str = "",
    spots: str = "",
    tier: str = "medium",
    spot: int = 0,
    days: tuple[int, int] = (1, 9),
    months: str = ALWAYS,
    years: tuple[int, int] = (2009, 2020),
    households: tuple[int, int] = (0, 0),
    yuan: tuple[int, int] = (0, 0),
) -> Topic:
    """A topic as the tables write it: phrases separated by blanks or line breaks."""
    return Topic(
        id, category, weight, where, tuple(what.split()), tuple(so.split()), tuple(work.split()),
        tuple(done.split()), tier, spot, days, months, years, tuple(outside.split()), households, yuan,
        tuple(spots.split()),
    )  # fmt: skip
