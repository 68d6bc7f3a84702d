"""Which keyboard a person sits at."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from minqing.cli.keyboard.question import Keyboard

DUMB = ("", "dumb", "unknown")
"""Values of ``TERM`` for terminals in which a line cannot be drawn anew."""


def open_keyboard(env: Mapping[str, str]) -> Keyboard:
    """The best keyboard there is; whatever stands against an editable line, there is always the plain one."""
    from minqing.cli.keyboard.plain import PlainKeyboard

    if sys.platform != "win32" and env.get("TERM", "").lower() in DUMB:
        return PlainKeyboard()
    try:
        from minqing.cli.keyboard.prompted import PromptedKeyboard

        return PromptedKeyboard.of_terminal()
    except Exception:  # no console (a Git Bash window), no library, an odd terminal: the plain questions do
        return PlainKeyboard()
