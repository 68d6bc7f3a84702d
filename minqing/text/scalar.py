"""Text as a YAML scalar that every YAML 1.1 reader reads as that text, always on one line.

What such a reader would take for a number, a date, a truth value, a null or an indicator is double quoted.
"""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern

# What may not stand raw in the file: control characters, line separators, what is invisible or turns the
# reading direction, and what YAML allows nowhere. The joiner of emoji (U+200D) and variation selectors stay.
_ESCAPED = pattern(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e00ff]"
)
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}

# Indicators, the merge and default keys of YAML 1.1, document marks, and what looks like a conflict marker.
_INDICATOR_FIRST = pattern(r"[-?:,\[\]{}#&*!|>'\"%@`=~<]|\.\.\.")
_BREAKS_PLAIN = pattern(r":(?=\s|\Z)|\s#")
_BREAKS_FLOW = pattern(r"[,;\[\]{}:?#，、；：［］｛｝]")
_WORDS_OF_YAML = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null", ".inf", ".nan"))
_NUMBERISH = pattern(
    r"""[-+]?( [0-9._][0-9_.,:+\-]*              # integers, octal, base 60, dates, ranges, 012345, 1_000
             | [0-9.][0-9_.]*e[-+]?[0-9]+        # 1e3
             | 0x[0-9a-f_]+ | 0o[0-7_]+ | 0b[01_]+ | \.inf
             | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t ][\sz0-9:.+\-]* )\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def quoted(text: str, flow: bool = False) -> str:
    """``text`` as a YAML scalar on one line: plain where every reader reads it so, else double quoted.

    ``flow``: it stands in a ``[list]`` or ``{mapping}``, where commas, colons and brackets need quotes too.
    """
    return text if _is_plain(text, flow) else double_quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    return not (
        not text
        or text != text.strip()
        or _INDICATOR_FIRST.match(text)
        or _BREAKS_PLAIN.search(text)
        or _ESCAPED.search(text)
        or text.lower() in _WORDS_OF_YAML
        or _NUMBERISH.match(text)
        or (flow and _BREAKS_FLOW.search(text))
    )


def double_quoted(text: str) -> str:
    """``text`` in double quotes on one line, whatever is in it."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_ESCAPED.sub(_escape, shown)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
