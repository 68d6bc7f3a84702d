"""Patterns that are compiled late behave like compiled ones."""

from __future__ import annotations

import re

import pytest

from minqing.domain.patterns import pattern


def test_it_is_compiled_when_first_asked_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compiling = re.compile

    def counted(written: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(written)
        return compiling(written, flags)

    monkeypatch.setattr("minqing.domain.patterns.re.compile", counted)
    day = pattern(r"(\d{4})-(\d{2})")
    assert compiled == []
    found = day.fullmatch("2026-11")
    assert found is not None
    assert found.groups() == ("2026", "11")
    assert day.sub("x", "am 2026-11") == "am x"
    assert compiled == [r"(\d{4})-(\d{2})"]


def test_flags_hold_and_what_no_pattern_has_is_missing() -> None:
    assert pattern("^A$", re.MULTILINE | re.IGNORECASE).findall("a\nb\nA") == ["a", "A"]
    with pytest.raises(AttributeError):
        pattern("a").nonsense  # type: ignore[attr-defined]  # noqa: B018
