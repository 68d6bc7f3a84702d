"""The language that the settings choose, without reading the rest of them."""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern
from minqing.workspace.settings_types import SCALARS

_LANGUAGE = pattern(r"^\ufeff?(?:language|语言)\s*[:：]\s*[\"']?([^\s\"'#]+)", re.MULTILINE | re.IGNORECASE)


def settings_language(raw: bytes) -> str | None:
    """The ``language`` of the settings alone, without reading the rest; ``None`` where there is none."""
    match = _LANGUAGE.search(raw.decode("utf-8", "replace")) or _LANGUAGE.search(raw.decode("gb18030", "replace"))
    try:
        return str(SCALARS["language"].read(match[1])) if match else None
    except ValueError:
        return None
