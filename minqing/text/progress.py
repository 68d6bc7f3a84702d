"""A line of progress: ``DATE VERB [ARGUMENT] TEXT``, read and written.

After the verb and after the argument stands a blank or one of ``:：,，。``; the argument is one word. What is no
verb, and a verb whose argument cannot be read, is a note that keeps every word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from minqing.domain.model import Progress
from minqing.domain.patterns import pattern
from minqing.domain.verbs import VERBS, Verb
from minqing.text.normal import folded
from minqing.text.values import any_date, iso_date, issue_id, styled_date
from minqing.text.vocabulary import (
    SATISFACTION_WORDS,
    SATISFACTIONS_BY_WORD,
    TIER_WORDS,
    TIERS_BY_WORD,
    VERBS_BY_WORD,
    spelled,
)

Params = dict[str, str]

_WORD = pattern(r"([^\s:：,，。]+)(?:\s+|[:：,，。]\s*|$)")
_BODIES = pattern(r"([^\s:：,，。]+(?:,[^\s:：,，。]+)*)(?:\s+|[:：,，。]\s*|$)")
_ARGUMENT = pattern(rf"[:：,，。]?\s*{_WORD.pattern}")
_ARGUMENT_OF_BODIES = pattern(rf"[:：,，。]?\s*{_BODIES.pattern}")
_CLOSING = pattern(
    r"(?:现|都|均|全部)?已经?(?:办结|解决|处理|处置|修好|修复|完成|办完|办好|结案|清理|清运|整改|落实|搞定|销号)(?!不|中)"
    r"|办结(?!不|难|期|时|日)|(?:解决|办完|办好|处理完|处理好|清理完|修好|完成|结案)(?:了|完毕|毕|$|[\s,。:!])"
    r"|(?:closed|solved|resolved|fixed|done|completed)\b"
)
_CLOSING_STARTS = frozenset("现都均全已办解处清修完结csrfdCSRFD")


def parse_line(text: str, categories: Mapping[str, str], number: int = 0) -> tuple[Progress | None, str | None, Params]:
    """One line of progress, the code of what is odd about it, and the parameters of that problem.

    ``categories`` maps a folded category name or id to its id; ``number`` is the line's in its file. Without a
    date there is no line (``progress-undated``); every other oddity keeps the line. With ``date-style``
    the parameters tell what is ``written`` and what is to stand ``instead``.
    """
    text = text.strip()
    day = iso_date(text[:10])
    if day is None or not (text[10:11].isspace() or len(text) == 10):
        return _odd_date(text, categories, number)
    return _after_date(day, text[11:].lstrip(), categories, number)


def _odd_date(text: str, categories: Mapping[str, str], number: int) -> tuple[Progress | None, str | None, Params]:
    """A line that does not begin with an ISO date and a blank."""
    styled = styled_date(text)
    if not styled:
        return None, "progress-undated", {"text": text}
    day, end = styled
    rest = text[end:].lstrip(" \t\u3000\u00a0:：,，。、")
    line, code, params = _after_date(day, rest, categories, number)
    written = text[: len(text) - len(rest)]
    if code and code != "date-style":
        return line, code, params
    iso = day.isoformat()
    params = {"text": text[:end], "mend": iso, "written": written, "instead": f"{iso} " if rest else iso}
    return line, "date-style", params


def _after_date(
    day: date, rest: str, categories: Mapping[str, str], number: int
) -> tuple[Progress, str | None, Params]:
    """The verb, its argument and the text that follow a line's date."""
    id, told = _verb(rest)
    if id is None:
        return _note(day, rest, number)
    if VERBS[id].argument:
        return _with_argument(day, VERBS[id], rest, told, categories, number)
    if id == "note":
        return _note(day, told, number)
    return Progress(day, id, None, told, number), None, {}


def _verb(rest: str) -> tuple[str | None, str]:
    """The verb that ``rest`` begins with, and what follows it; nearly always it is spelled right, before a blank."""
    word, _, told = rest.partition(" ")
    id = VERBS_BY_WORD.get(word)
    if id is not None:
        return id, told.lstrip()
    found = _WORD.match(rest)
    return (_known(found[1], VERBS_BY_WORD), rest[found.end() :]) if found else (None, "")


def _note(day: date, text: str, number: int) -> tuple[Progress, str | None, Params]:
    """A note, which is suspicious when it begins like a closing or says nothing."""
    line = Progress(day, "note", None, text, number)
    if not text:
        return line, "progress-empty", {}
    if text[0] in _CLOSING_STARTS and _CLOSING.match(folded(text)):
        return line, "progress-looks-closed", {"text": text}
    return line, None, {}


def _with_argument(
    day: date, verb: Verb, rest: str, told: str, categories: Mapping[str, str], number: int
) -> tuple[Progress, str | None, Params]:
    """A line whose verb takes an argument, ``told`` being what follows it; unreadable, it is a note of the rest."""
    found = (_ARGUMENT_OF_BODIES if verb.argument == "bodies" else _ARGUMENT).match(told)
    argument = _READERS[verb.argument or "owner"](found[1], categories) if found else None
    if not found or argument is None:
        line = Progress(day, "note", None, rest, number)
        return line, "progress-argument", _missing(verb, found[1] if found else "")
    line = Progress(day, verb.id, argument, told[found.end() :], number)
    if verb.argument == "date" and not iso_date(found[1]):
        return line, "date-style", {"text": found[1], "mend": argument, "written": found[1], "instead": argument}
    return line, None, {}


_EXPECTED: Mapping[str, tuple[str, str]] = {
    "owner": ("责任人或委员会的名字(一个词)", "who takes it on, as one word"),
    "body": ("单位的名字(一个词)", "the name of a body, as one word"),
    "bodies": ("单位的名字,几个用顿号连着写", "the names of bodies, joined by commas without blanks"),
    "tier": ("小事、中事或大事", "small, medium or large"),
    "category": ("类别的名字", "the name of a category"),
    "date": ("日期,写成 2026-11-30 这样", "a date such as 2026-11-30"),
    "issue": ("另一件事项的编号,如 20261116-3", "the id of the other issue, such as 20261116-3"),
    "satisfaction": ("满意、基本满意或不满意", "satisfied, fair or dissatisfied"),
}


def _missing(verb: Verb, written: str) -> Params:
    """What a verb waits for, in both languages, and what stands there instead."""
    zh, en = _EXPECTED[verb.argument or "owner"]
    params = {"verb": verb.zh, "verb_en": verb.id, "expected_zh": zh, "expected_en": en}
    return params | {"written_zh": f"“{written}”" if written else "空着", "written_en": written or "nothing"}


def _known(word: str, words: Mapping[str, str]) -> str | None:
    """What ``words``, which are folded, say of this one; nearly always it is written as it stands there."""
    return words.get(word) or words.get(folded(word))


def _due(text: str, _: Mapping[str, str]) -> str | None:
    read = any_date(text)
    return read[0].isoformat() if read else None


_READERS: Mapping[str, Callable[[str, Mapping[str, str]], str | None]] = {
    "owner": lambda text, _: text,
    "body": lambda text, _: text,
    "bodies": lambda text, _: text,
    "tier": lambda text, _: _known(text, TIERS_BY_WORD),
    "category": lambda text, categories: _known(text, categories),
    "date": _due,
    "issue": lambda text, _: issue_id(text),
    "satisfaction": lambda text, _: _known(text, SATISFACTIONS_BY_WORD),
}


def read_argument(verb: Verb, text: str, categories: Mapping[str, str]) -> str | None:
    """The canonical argument that ``text`` is for ``verb`` (see ``Progress``), ``None`` when it is not readable.

    A text of more than one word is no argument: a line could not hold it.
    """
    found = (_BODIES if verb.argument == "bodies" else _WORD).fullmatch(text.strip())
    if not found or found[1] != text.strip():
        return None
    return _READERS[verb.argument or "owner"](found[1], categories)


def format_line(line: Progress, language: str, names: Mapping[str, str]) -> str:
    """The line as it is written in ``language`` (``zh`` or ``en``); ``names`` maps a category's id to its name."""
    verb = VERBS[line.verb]
    words = [line.date.isoformat(), verb.zh if language == "zh" else verb.id]
    if verb.argument:
        words.append(_argument_word(verb, line.argument or "", language, names))
    return " ".join([*words, line.text.strip()]).rstrip()


def _argument_word(verb: Verb, argument: str, language: str, names: Mapping[str, str]) -> str:
    """An argument in the words of ``language``; a category whose name is not one word is written as its id."""
    if verb.argument == "tier":
        return spelled(TIER_WORDS, argument, language)
    if verb.argument == "satisfaction":
        return spelled(SATISFACTION_WORDS, argument, language)
    if verb.argument == "category" and language == "zh":
        name = names.get(argument, argument)
        return name if _WORD.fullmatch(name) and not name.endswith(tuple(":：,，。")) else argument
    return argument
