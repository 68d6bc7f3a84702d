"""Every sentence a person reads, in Chinese and English.

A key is ``topic.word``; the topic is a module of this package whose ``TEXTS`` maps the word to a pair
(Chinese, English) of ``str.format`` templates. A topic is loaded when its first sentence is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module

LANGUAGES = ("zh", "en")
_state = {"language": "en"}


def set_language(language: str) -> None:
    """Choose the language of everything said from now on (``zh`` or ``en``)."""
    _state["language"] = language if language in LANGUAGES else "en"


def language() -> str:
    """The language in force."""
    return _state["language"]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything within in ``language``: the words of the history are the workspace's, whoever types."""
    before = _state["language"]
    set_language(language)
    try:
        yield
    finally:
        set_language(before)


def say(key: str, /, **params: object) -> str:
    """The sentence of ``key`` in the language in force, filled with ``params``.

    Raises ``KeyError`` for a key that does not exist, which is a defect of the program.
    """
    topic, _, word = key.partition(".")
    template = _texts(topic)[word][LANGUAGES.index(language())]
    return template.format(**params)


@cache
def _texts(topic: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = import_module(f"{__name__}.{topic}").TEXTS
    return found
