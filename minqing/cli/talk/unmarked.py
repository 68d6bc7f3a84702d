"""Lines of notes without a number that look like matters: offered, so that nobody types them a second time."""

from __future__ import annotations

import re

from minqing.cli.commands.composing import told_from_text
from minqing.cli.commands.entries import Draft
from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.domain.values import replace
from minqing.messages import say
from minqing.text.normal import half_width

_PICKED = re.compile(r"(\d{1,3})(?:\s*[-~到至]\s*(\d{1,3}))?")


def offer_lines(desk: TalkDesk, draft: Draft) -> Draft:
    """``draft`` with the lines that the person takes for matters behind those that are; the others stay in its body."""
    from minqing.classify.unmarked import unmarked_matters, without_lines

    if draft.notes is None:
        return draft
    lines = unmarked_matters(draft.notes, desk.context.today, desk.context.workspace.community)
    if not lines:
        if draft.entry.body.strip() and not draft.told:
            desk.tell(say("log.no-matter-found"))
        return draft
    desk.tell(say("asking.unmarked-beside" if draft.told else "asking.unmarked"))
    taken = [lines[at] for at in _picked(desk, lines)]
    told = tuple(told_from_text(desk.context, line) for line in taken)
    body = without_lines(draft.entry.body, tuple(taken))
    return replace(draft, entry=replace(draft.entry, body=body), told=(*draft.told, *told)) if taken else draft


def _picked(desk: TalkDesk, lines: tuple[str, ...]) -> list[int]:
    for number, line in enumerate(lines, 1):
        desk.context.screen.line(f"{number}  {line}")
    while True:
        given = desk.ask(Question(say("asking.which-lines"), keys="n"))
        if not given or half_width(given).lower() in ("y", "yes"):
            return list(range(len(lines)))
        if given == "n" or is_back(given) or is_nothing(given):
            return []
        if (picked := numbers_in(given, len(lines))) is not None:
            return [number - 1 for number in picked]
        desk.tell(say("asking.no-such-lines", given=given, count=len(lines)))


def numbers_in(given: str, most: int) -> list[int] | None:
    """The numbers of ``1 3-5`` in their order; ``None`` where it says anything else, or a number there is not."""
    plain = half_width(given)
    if re.sub(r"[\s,、.;和]", "", _PICKED.sub("", plain)):
        return None
    spans = [(int(low), int(high or low)) for low, high in _PICKED.findall(plain)]
    found = {number for low, high in spans for number in range(low, min(high, most + 1) + 1)}
    return sorted(found) if found and all(0 < number <= most for number in found) else None
