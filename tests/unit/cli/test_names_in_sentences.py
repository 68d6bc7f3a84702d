"""A Chinese sentence names a command as the Chinese help does; both names are told where a command is explained."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import minqing.messages
from minqing.cli.table import BY_NAME, COMMANDS
from minqing.text.normal import folded

_NAMED = re.compile(r"minqing (?:-C (?:\"[^\"]*\"|\S+) )?([a-z][a-z-]+|[\u4e00-\u9fff]+)(?![a-z-])")
_IN_CHINESE = {command.name for command in COMMANDS if command.zh}
_CHARACTER = re.compile("[\u4e00-\u9fff]")


def sentences() -> Iterator[tuple[str, str, str]]:
    """Every sentence: its key, in Chinese, in English."""
    for found in pkgutil.iter_modules(minqing.messages.__path__):
        texts = getattr(importlib.import_module(f"minqing.messages.{found.name}"), "TEXTS", {})
        for key, value in texts.items():
            pairs = [value] if isinstance(value[0], str) else value
            yield from ((f"{found.name}.{key}", zh, en) for zh, en in pairs)


def test_the_sentences_are_many() -> None:
    assert sum("minqing " in zh for _, zh, _ in sentences()) > 100


def test_a_chinese_sentence_names_commands_in_chinese() -> None:
    told = [(key, name) for key, zh, _ in sentences() if not key.endswith("-examples") for name in _NAMED.findall(zh)]
    assert [(key, name) for key, name in told if name in _IN_CHINESE] == []


def test_an_english_sentence_has_no_chinese_name() -> None:
    told = [(key, name) for key, _, en in sentences() for name in _NAMED.findall(en)]
    assert [(key, name) for key, name in told if _CHARACTER.match(name)] == []


def test_what_is_named_in_chinese_is_a_command() -> None:
    known = {*map(folded, BY_NAME), "命令"}  # the word for any of them
    told = {name for key, zh, _ in sentences() for name in re.findall(r"minqing ([\u4e00-\u9fff]+) [-\[{<“]", zh)}
    assert told
    assert {name for name in told if folded(name) not in known} == set()
