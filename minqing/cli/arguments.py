"""What is looked at before any command is: the options that may stand anywhere, and what is an option at all."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass

TEXT_MARK = "\ue000"
"""Put before a token that begins with a dash and yet is text; taken off again once the options are parsed."""

ALLOW_PRIVATE = "--allow-private"
"""Lets a change hold a number of a person, for the reason that follows."""

_OPTION_WITH_VALUE = pattern(r"--[a-z][a-z-]*=")


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The options that hold for every command: ``-C``, ``--lang``, ``--allow-private``."""

    folder: str | None = None
    language: str | None = None
    allow_private: str | None = None


def split_everywhere(arguments: Sequence[str]) -> tuple[Everywhere, list[str]]:
    """The everywhere options and the other arguments in order; nothing after ``--`` is touched.

    Raises ``MinqingError`` where one of them has no value or no such language exists.
    """
    found: dict[str, str] = {}
    rest: list[str] = []
    waiting = iter(arguments)
    for token in waiting:
        if token == "--":
            rest += [token, *waiting]
            break
        name, equals, value = token.partition("=")
        if name not in ("-C", "--lang", ALLOW_PRIVATE):
            rest.append(token)
            continue
        found[name] = value if equals else _value_of(name, next(waiting, None))
    return Everywhere(found.get("-C"), _known_language(found.get("--lang")), _reason(found.get(ALLOW_PRIVATE))), rest


def _value_of(name: str, value: str | None) -> str:
    if value is None:
        raise MinqingError("cli.option-value", option=name)
    return value


def _reason(value: str | None) -> str | None:
    """Why a number may stand in the diary; without words it is no reason."""
    if value is not None and (not value.strip() or value.startswith("--")):
        raise MinqingError("cli.option-value", option=ALLOW_PRIVATE)
    return value


def _known_language(value: str | None) -> str | None:
    if value not in (None, "zh", "en"):
        raise MinqingError("cli.language", value=value)
    return value


def is_text(token: str) -> bool:
    """Whether a token that begins with a dash is text: it holds a blank or a character outside ASCII."""
    if not token.startswith("-") or _OPTION_WITH_VALUE.match(token):
        return False
    return not token.isascii() or any(c.isspace() for c in token)


def protected(arguments: Sequence[str]) -> list[str]:
    """The arguments with every dash-led text marked, so that no parser takes it for an option."""
    return [TEXT_MARK + token if is_text(token) else token for token in arguments]


def unprotected(value: object) -> object:
    """A parsed value without the marks of ``protected``."""
    if isinstance(value, str):
        return value.removeprefix(TEXT_MARK)
    if isinstance(value, list | tuple):
        return [unprotected(item) for item in value]
    return value


def readable(arguments: Sequence[str]) -> list[str]:
    """The arguments as text even where the shell handed over GBK bytes in a UTF-8 locale."""
    return [_decoded(token) for token in arguments]


_CHINESE_DASH = frozenset("—–－")
_CHINESE_DASHES = pattern(r"(?:[—–－]{1,2}|－－)([a-z][a-z-]+)(=.*)?", re.DOTALL)


def _decoded(token: str) -> str:
    """One argument; an option typed with an input method's dashes (``——tier``) is that option."""
    typed = _CHINESE_DASHES.fullmatch(token) if token[:1] in _CHINESE_DASH else None
    if typed:
        return f"--{typed[1]}{typed[2] or ''}"
    try:
        token.encode("utf-8")
        return token
    except UnicodeEncodeError:
        return _in_some_encoding(os.fsencode(token))


def _in_some_encoding(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def spread(arguments: Sequence[str], repeated: Sequence[str]) -> list[str]:
    """``--walker A B`` as ``--walker A --walker B``: a list option takes every word up to the next option.

    A word that is ``-`` or names a file is not taken: that is the NOTES argument.
    """
    result: list[str] = []
    current, given = "", 0
    for token in arguments:
        if token.startswith("-") and token != "-":
            current, given = (token, 0) if token in repeated else ("", 0)
        elif current:
            given += 1
            if given > 1 and (token == "-" or os.path.isfile(token)):
                current = ""
            elif given > 1:
                result.append(current)
        result.append(token)
    return result


def before_dashes(arguments: list[str]) -> list[str]:
    """What stands before ``--``: only there options are options."""
    return arguments[: arguments.index("--")] if "--" in arguments else arguments
