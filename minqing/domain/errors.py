"""What a command can refuse, as a value: the code of a sentence, its parameters and the exit code."""

from __future__ import annotations

DIARY = 1
"""Exit code: the diary has errors."""
MISUSE = 2
"""Exit code: the command was misused."""
NOT_FOUND = 3
"""Exit code: no such issue, or several match."""
GIT = 4
"""Exit code: git refused."""
PRIVACY = 5
"""Exit code: refused to protect privacy."""
INTERRUPTED = 130
"""Exit code: Ctrl-C."""


class MinqingError(Exception):
    """Something a person must be told, without a traceback.

    ``code`` is the key of a sentence in ``messages`` (``topic.word``), ``params`` fill it, ``exit_code`` is
    what the process ends with.
    """

    def __init__(self, code: str, exit_code: int = MISUSE, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.exit_code = exit_code
        self.params = params
