"""A photograph as it goes into a file that is handed out."""

from __future__ import annotations

from collections.abc import Callable

from minqing.domain.errors import MinqingError
from minqing.workspace.pictures import Taken, made_small


def photograph(own_file: Callable[[str], bytes | None], path: str) -> Taken | None:
    """The picture at ``path`` made small and clean, or ``None`` where there is none that can be shown."""
    raw = own_file(path)
    if raw is None:
        return None
    try:
        return made_small(raw)
    except MinqingError:
        return None
