"""``minqing contact-card``: telephone numbers of residents, kept on this computer alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, NOT_FOUND, MinqingError
from minqing.messages import say
from minqing.text.normal import folded, one_line

if TYPE_CHECKING:
    from minqing.domain.fold import IssueState
    from minqing.workspace.contacts import Card

DOINGS = {
    "add": "add", "新增": "add", "加": "add", "添加": "add", "show": "show", "查看": "show", "看": "show",
    "list": "list", "清单": "list", "列表": "list", "remove": "remove", "删除": "remove", "删": "remove",
}  # fmt: skip
"""What can be done with cards, in either language."""


def contact_card(context: Context, words: Sequence[str], *, phone: str | None, note: str | None, as_json: bool) -> int:
    """Add, show, list or remove cards; the first word says which, the others name the person.

    Raises ``MinqingError`` where the person or the number is missing, or nobody is called so.
    """
    doing = DOINGS.get(folded(words[0])) if words else "list"
    who = one_line(" ".join(words[1:]))
    if doing is None:
        raise MinqingError("cards.doing", MISUSE, word=words[0])
    if doing != "list" and not who:
        raise MinqingError("cards.who", MISUSE, usage=say("help_of_private.contact-card-usage"))
    if doing == "add":
        who, phone = (who, phone) if phone else _number_behind(who)
        return _add(context, who, phone, note, as_json)
    if doing == "remove":
        return _remove(context, who, as_json)
    return _show(context, who, as_json)


def _number_behind(who: str) -> tuple[str, str | None]:
    """Who is named and the number typed behind: ``5号楼老爷子 138 1234 5678``; none where none stands there."""
    from minqing.workspace.contacts import dialled

    words = who.split()
    for first in range(1, len(words)):
        if dialled(" ".join(words[first:])):
            return " ".join(words[:first]), " ".join(words[first:])
    return who, None


def _add(context: Context, who: str, phone: str | None, note: str | None, as_json: bool) -> int:
    from minqing.workspace.contacts import FILE, HAS_MODES, Card, add_card, dialled

    if phone is None and context.asks:
        from minqing.cli.asking import ask

        phone = ask(say("cards.ask-phone"))
    number = dialled(phone or "")
    if not number:
        raise MinqingError("cards.phone", MISUSE)
    card = Card(who.replace(":", " ").replace("\uff1a", " "), number, one_line(note or ""))
    new = add_card(context.root, card)
    if as_json:
        _answer(context, [card])
    else:
        context.screen.line(say("cards.added" if new else "cards.there", who=card.who, file=FILE))
    if not HAS_MODES:
        context.screen.message(say("cards.no-modes", file=FILE))
    return 0


def _remove(context: Context, who: str, as_json: bool) -> int:
    from minqing.workspace.contacts import remove_cards

    count = remove_cards(context.root, who)
    if not count:
        raise MinqingError("cards.nobody", NOT_FOUND, who=who)
    if as_json:
        _answer(context, [])
    else:
        context.screen.line(say("cards.removed", who=who, count=count))
    return 0


def _show(context: Context, who: str, as_json: bool) -> int:
    from minqing.workspace.contacts import cards, cards_of

    found = cards_of(context.root, who) if who else cards(context.root)
    if who and not found:
        raise MinqingError("cards.nobody", NOT_FOUND, who=who)
    if as_json:
        _answer(context, found)
        return 0
    for card in found:
        context.screen.line(card_line(card))
    if not found:
        context.screen.line(say("cards.none"))
    return 0


def card_line(card: Card) -> str:
    """A card on one line."""
    return f"{card.who}  {card.phone}  {card.note}".rstrip()


def _answer(context: Context, cards: Sequence[Card]) -> None:
    from minqing.domain.values import asdict

    context.screen.json({"schema": 1, "cards": [asdict(card) for card in cards]})


def lines_for(context: Context, state: IssueState) -> list[str]:
    """The cards of whoever raised an issue, for the screen of this computer alone."""
    from minqing.workspace.contacts import cards, cards_at, cards_of

    place, reporter = state.place or "", state.issue.reporter or ""
    named = cards_of(context.root, reporter)
    named += [card for card in cards_at(context.root, place, reporter) if card not in named]
    told = "".join(folded(state.title).split()).replace("的", "")
    named += [c for c in cards(context.root) if c not in named and told.startswith("".join(folded(c.who).split()))]
    return [card_line(card) for card in named]
