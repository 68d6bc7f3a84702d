"""Lines of notes without a number that look like matters: offered, so that nobody types them a second time."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.classify.sentence.markers import issue_marker
from minqing.cli.commands.composing import Told, told_from_text
from minqing.cli.commands.entries import Draft
from minqing.cli.context import Context
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.numbers import asked_numbers
from minqing.domain.patterns import pattern
from minqing.domain.values import replace
from minqing.messages import say
from minqing.text.normal import aligned

_NUMBER = pattern(r"\s*(\d{1,3})、")


def told_from_line(context: Context, line: str, beside: Sequence[str]) -> Told:
    """The matter of a line that stood in a text: the number or bullet before it is no part of it.

    ``1、3号楼`` is the first of a list where a second or one before it is among the lines ``beside``, else two houses.
    Raises ``MinqingError`` for a line that tells of none.
    """
    number = _number(line)
    listed = number is not None and any(_number(other) in (number - 1, number + 1) for other in beside)
    mark = issue_marker(line, number if number is not None and listed else 0)
    told = told_from_text(context, line[mark.length :] if mark else line)
    return replace(told, closed=True) if mark and mark.ticked else told


def _number(line: str) -> int | None:
    found = _NUMBER.match(aligned(line))
    return int(found[1]) if found else None


def offer_lines(desk: TalkDesk, draft: Draft) -> Draft:
    """``draft`` with the lines that the person takes for matters behind those that are; the others stay in its body."""
    from minqing.classify.notes.unmarked import unmarked_matters, without_lines

    if draft.notes is None:
        return draft
    lines = unmarked_matters(draft.notes, desk.context.today, desk.context.workspace.community)
    if not lines:
        if draft.entry.body.strip() and not draft.told:
            desk.tell(say("log.no-matter-found"))
        return draft
    desk.tell(say("asking.unmarked-beside" if draft.told else "asking.unmarked"))
    taken = [lines[at] for at in _picked(desk, lines)]
    told = tuple(told_from_line(desk.context, line, lines) for line in taken)
    body = without_lines(draft.entry.body, tuple(taken))
    return replace(draft, entry=replace(draft.entry, body=body), told=(*draft.told, *told)) if taken else draft


def offer_news(desk: TalkDesk, draft: Draft) -> Draft:
    """``draft`` with the news that the person puts down at the earlier matters they are of; all stay in the body."""
    known = draft.notes.news if draft.notes else ()
    if not known:
        return draft
    desk.tell(say("asking.news-here"))
    for number, news in enumerate(known, 1):
        verb = say("words.close" if news.ended else "words.note")
        line = say("asking.news-one", number=number, text=news.text, verb=verb, id=news.id, title=news.title)
        desk.context.screen.line(line)
    chosen = asked_numbers(desk, say("asking.news-which"), list(range(1, len(known) + 1)), nothing=True)
    taken = [known[number - 1] for number in chosen]
    more = tuple(Told(news.text, follows=news.id, ends=news.ended) for news in taken)
    return replace(draft, told=(*draft.told, *more))


def _picked(desk: TalkDesk, lines: tuple[str, ...]) -> list[int]:
    for number, line in enumerate(lines, 1):
        desk.context.screen.line(f"{number}  {line}")
    numbers = asked_numbers(desk, say("asking.which-lines"), list(range(1, len(lines) + 1)))
    return [number - 1 for number in numbers]
