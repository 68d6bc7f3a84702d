"""Which of the lines on the screen are meant: some of their numbers, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Collection

from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.messages import say
from minqing.text.normal import half_width

_PICKED = re.compile(r"(\d{1,3})(?:\s*[-~到至]\s*(\d{1,3}))?")


def asked_numbers(desk: TalkDesk, text: str, shown: Collection[int], *, nothing: bool = False) -> list[int]:
    """The numbers that a person picks of those ``shown``; Enter alone means all of them, or ``nothing``."""
    while True:
        given = half_width(desk.ask(Question(text, keys="yn" if nothing else "n"))).lower()
        if given in ("y", "yes") or (not given and not nothing):
            return sorted(shown)
        if given in ("", "n") or is_back(given) or is_nothing(given):
            return []
        picked = numbers_in(given, max(shown))
        if picked and set(picked) <= set(shown):
            return picked
        desk.tell(say("asking.no-such-lines", given=given, offered=" ".join(map(str, sorted(shown)))))


def numbers_in(given: str, most: int) -> list[int] | None:
    """The numbers of ``1 3-5`` in their order; ``None`` where it says anything else, or a number there is not."""
    plain = half_width(given)
    if re.sub(r"[\s,、.;和]", "", _PICKED.sub("", plain)):
        return None
    spans = [(int(low), int(high or low)) for low, high in _PICKED.findall(plain)]
    found = {number for low, high in spans for number in range(low, min(high, max(low, most + 1)) + 1)}
    return sorted(found) if found and all(0 < number <= most for number in found) else None
