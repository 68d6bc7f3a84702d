"""Lines that came at once without the marks of a paste: pasted notes, or answers typed ahead of their questions."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.classify.notes.header.headers import label_at, read_header
from minqing.classify.notes.paste import surroundings
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.remarks import complains
from minqing.cli.keyboard.question import SEPARATORS, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

LONGEST_NAME, LONGEST_WORDS = 12, 20
"""Characters of a name, and of a route or the weather, as they are typed; what is longer tells something."""

_HAN = pattern(r"[\u4e00-\u9fff]")
_KEY = pattern(r"\s*[a-zA-Z]\s*")
_CHOICE = pattern(r"\s*[1-9]\s*")
_SENTENCE, _FIGURE = pattern(r"[。;!?…:]"), pattern(r"\d")
_SEPARATORS = pattern(f"[{SEPARATORS}]")


def are_notes(desk: TalkDesk, coming: Sequence[str], text: str) -> bool:
    """Whether the lines of ``text``, the first for the fact that was asked for, are notes that were pasted.

    ``coming`` are the facts that are asked for from there on. What was typed ahead answers them one a line, an empty
    line being Enter; notes have lines with words that answer none of them. One such line may be a slip, or a matter
    typed a question too early, where the others are answers.
    """
    lines = text.split("\n")
    if coming[0] == "date" and len(lines) > 1 and _CHOICE.fullmatch(aligned(lines[1])):
        return False  # what is to be done on a day that has a walk
    told = [(fact, line) for fact, line in zip(coming, lines, strict=False) if line.strip()]
    odd = [line for fact, line in told if _HAN.search(line) and not _answers(desk, fact, line.strip())]
    return len(odd) > 1 or (bool(odd) and 2 * len(odd) >= len(told))


def are_matters(text: str) -> bool:
    """Whether lines typed where matters are asked for are matters, and none of them a key for the one before it."""
    return not any(_KEY.fullmatch(aligned(line)) for line in text.split("\n"))


def _answers(desk: TalkDesk, fact: str, line: str) -> bool:
    from minqing.cli.talk.facts import LISTS

    if is_back(line) or is_nothing(line):
        return True
    if fact in ("date", "time", "steps", "km"):
        return _is_read(desk, fact, line)
    plain = aligned(line)
    if label_at(plain, 0) or issue_marker(line, 1) or complains(line):
        return False
    if fact == "weather" and _are_facts(desk, line):
        return True
    if _SENTENCE.search(plain) or (fact in LISTS and _FIGURE.search(plain)):
        return False
    names = _SEPARATORS.split(line) if fact in LISTS else ()
    return all(len(name) <= LONGEST_NAME for name in names) and (bool(names) or len(line) <= LONGEST_WORDS)


def _is_read(desk: TalkDesk, fact: str, line: str) -> bool:
    from minqing.cli.talk.facts import read_fact

    try:
        read_fact(desk, fact, line)
    except MinqingError as error:
        return error.code == "asking.future" or (fact == "date" and _are_facts(desk, line))
    return True


def _are_facts(desk: TalkDesk, line: str) -> bool:
    """Whether a line is nothing but facts of a walk: 11月16日 周一 晴."""
    header = read_header(line, surroundings(desk.context.today, desk.context.workspace.community))
    return header is not None and header.whole
