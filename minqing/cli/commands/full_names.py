"""Residents' full names in what is written down: told kindly, with a form of address to write instead.

The paper diaries name people as 5号楼的老爷子; after 个人信息保护法 §6 no more of a person is kept than is needed, and
a history of commits never forgets. Whoever acts for the committee is named in full, as ever.
"""

from __future__ import annotations

from collections.abc import Iterable

from minqing.cli.commands.entries import Draft
from minqing.cli.context import Context
from minqing.cli.lengths import walks_of
from minqing.messages import say
from minqing.text.normal import aligned
from minqing.text.privacy_names import hidden, of_residents

SHOWN = 3
"""Names that are told one by one."""


def full_names(context: Context, texts: Iterable[str], beside: Iterable[str] = ()) -> tuple[str, ...]:
    """The full names in ``texts`` that are nobody's who walks or works here, in order.

    Those are the people of the settings, of the last year's walks, and ``beside``; names of places are none, either.
    """
    found: list[str] = []
    for plain in map(aligned, texts):
        found += [plain[name.start : name.end] for name in of_residents(plain)]
    known = _known(context, beside) if found else frozenset()
    return tuple(dict.fromkeys(name for name in found if not any(name in one for one in known)))


def _known(context: Context, beside: Iterable[str]) -> frozenset[str]:
    community = context.workspace.community
    names = [*(person.name for person in community.people), *community.places, *(b.name for b in community.buildings)]
    names += [place for route in community.routes.values() for place in route]
    names += [visit.name for visit in community.rota]
    for walk in walks_of(context):
        names += [*walk.walkers, *walk.companions, *walk.visits]
    return frozenset((*names, *beside))


def names_of(context: Context, draft: Draft) -> tuple[str, ...]:
    """The full names of residents in a walk that is to be written."""
    entry = draft.entry
    texts = [*(told.title for told in draft.told), *entry.body.splitlines()]
    return full_names(context, texts, (*entry.walkers, *entry.companions, *entry.visits))


def tell_names(context: Context, names: Iterable[str], *, written: bool) -> None:
    """One line that says what to write instead; ``written``: it stands in the diary already."""
    told = list(dict.fromkeys(names))
    if told:
        pairs = [say("privacy.instead", name=name, surname=hidden(name).rstrip("*")) for name in told[:SHOWN]]
        key = "privacy.full-names-written" if written else "privacy.full-names"
        context.screen.message(say(key, names=say("stats.list-comma").join(pairs)))
