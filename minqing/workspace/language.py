"""The language that the settings choose, without reading the rest of them."""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern
from minqing.workspace.settings_types import SCALARS

_LANGUAGE = pattern(r"^\ufeff?(?:language|语言)\s*[:：]\s*[\"']?([^\s\"'#]+)", re.MULTILINE | re.IGNORECASE)


def settings_language(raw: bytes) -> str | None:
    """The ``language`` of the settings alone, without reading the rest; ``None`` where there is none."""
    texts = (raw.decode(encoding, "replace") for encoding in ("utf-8", "gb18030", "utf-16"))
    match = next(filter(None, map(_LANGUAGE.search, texts)), None)
    try:
        return str(SCALARS["language"].read(match[1])) if match else None
    except ValueError:
        return None
