"""What stood in a diary, in the words it would be written with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass
from minqing.text.differences import Value
from minqing.text.progress import format_line
from minqing.text.vocabulary import KIND_WORDS, SOURCE_WORDS, TIER_WORDS, spelled

_FIXED = {"kind": KIND_WORDS, "tier": TIER_WORDS, "source": {**KIND_WORDS, **SOURCE_WORDS}}


@dataclass(frozen=True, slots=True)
class Telling:
    """How values are written: in which language, and how categories are named there (id to name)."""

    language: str
    names: Mapping[str, str]

    def value(self, field: str, value: Value) -> str:
        """A field's value, a line of progress, an issue's title; empty for nothing."""
        if value is None or value == ():
            return ""
        if isinstance(value, Progress):
            return format_line(value, self.language, self.names)
        if isinstance(value, Issue):
            return value.title
        if isinstance(value, Entry | date):
            return value.date.isoformat() if isinstance(value, Entry) else value.isoformat()
        if isinstance(value, tuple):
            return ("、" if self.language == "zh" else ", ").join(value)
        return self._scalar(field, value)

    def _scalar(self, field: str, value: str | int | Decimal) -> str:
        words = _FIXED.get(field)
        if words and value in words:
            return spelled(words, str(value), self.language)
        if field == "category" and self.language == "zh":
            return self.names.get(str(value), str(value))
        return str(value)
