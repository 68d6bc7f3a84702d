"""Libraries that not everybody needs: what Word, Excel and pictures are made with."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from minqing.domain.errors import MISUSE, MinqingError

INSTALLERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pipx", "venvs"), 'pipx install --force "minqing[office]"'),
    (("uv", "tools"), 'uv tool install --force "minqing[office]"'),
)
"""Folders that a kind of installation lies in, and the command that adds the libraries to it."""


def needed(module: str) -> ModuleType:
    """The module of an optional library.

    Raises ``MinqingError`` with the one command that installs what is missing.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != module.partition(".")[0]:
            raise
        raise MinqingError("extras.missing", MISUSE, command=install_command(sys.prefix, sys.executable)) from None


def install_command(prefix: str, python: str) -> str:
    """What adds the office libraries to the installation below ``prefix``, whose interpreter is ``python``."""
    parts = PurePath(prefix).parts
    for folders, command in INSTALLERS:
        if any(parts[at : at + len(folders)] == folders for at in range(len(parts))):
            return command
    return f'"{python}" -m pip install "minqing[office]"'
