"""Files that a person names: where they are, and what is in ordinary ones of a size that can be meant."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def given_path(typed: str) -> Path:
    """A path as typed, ``~`` the home; what begins so and is nobody's home (``~$台账.xlsx``) is a name like any."""
    return Path(os.path.expanduser(typed))


def given_bytes(file: str, most: int) -> bytes:
    """What a file holds, up to one byte more than ``most``, which tells that it is too large.

    Raises ``OSError``, also for a folder, a pipe (it would be waited for) and a device (it may never end), and
    ``ValueError`` for a name that none can have.
    """
    path = given_path(file)
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, "a folder", file)
    if not stat.S_ISREG(kind):
        raise OSError(errno.EINVAL, "not an ordinary file", file)
    with path.open("rb") as opened:
        return opened.read(most + 1)
