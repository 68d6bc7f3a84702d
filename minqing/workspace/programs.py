"""Where a program lies that is called by its bare name: in the folders of PATH, and nowhere else.

Windows looks in the folder one stands in first, before PATH. There a ``git.exe`` or a ``notepad.exe`` that came with
somebody's folder, off a stick or out of a chat, would be run instead of the real one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

ENDINGS = ".COM;.EXE;.BAT;.CMD"
"""What makes a file a program on Windows where ``PATHEXT`` says nothing."""


def whole_path(name: str, env: Mapping[str, str] = os.environ, windows: bool = os.name == "nt") -> str:
    """What to start for ``name``: on Windows the whole path of the program found in PATH, with its ending (``code`` is
    ``code.cmd`` there, which the system would not find by itself). As it is where the system looks in PATH alone, where
    a folder is named, and for ``FileNotFoundError`` where there is none.
    """
    if not windows or os.path.dirname(name):
        return name
    endings = ("", *env.get("PATHEXT", ENDINGS).lower().split(";"))
    for folder in env.get("PATH", "").split(";"):
        bare = folder.strip('"')
        for place in (os.path.join(bare, name + ending) for ending in endings) if os.path.isabs(bare) else ():
            if os.path.splitext(place)[1].lower() in endings[1:] and os.path.isfile(place):
                return place
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
