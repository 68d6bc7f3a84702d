"""Regular expressions that are compiled when they are first asked: a command asks a few of a hundred.

Compiling one takes 0.1 to 1 ms; those of the modules that ``list`` loads took as long as half a bare Python.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
        """As ``re.compile``."""

else:
    _METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    class _Pattern:
        """Stands for a compiled pattern; its methods are those of that pattern from the first call on."""

        __slots__ = (*_METHODS, "flags", "pattern")

        def __init__(self, written, flags):
            self.pattern, self.flags = written, flags

        def __getattr__(self, name):
            """A method that is not there yet: compile, and take over all of them."""
            if name not in _METHODS:
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self.flags)
            for each in _METHODS:
                setattr(self, each, getattr(compiled, each))
            return getattr(self, name)

    def pattern(written, flags=0):
        """As ``re.compile``, but not yet."""
        return _Pattern(written, flags)
