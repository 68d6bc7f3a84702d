"""Names that no file can have on Windows: they are devices there, or lead elsewhere, or lose their end."""

from __future__ import annotations

FORBIDDEN = frozenset('<>:"|?*\\')
"""Characters that a name cannot have on Windows, or that lead elsewhere there: what stands behind a colon goes into a
second file that no folder shows."""

_PORTS = (f"{port}{n}" for port in ("com", "lpt") for n in range(10))
_DEVICES = frozenset({"con", "prn", "aux", "nul", *_PORTS})


def is_device(name: str) -> bool:
    """Whether a name is that of a device on Windows, whatever its ending."""
    return name.partition(".")[0].strip().casefold() in _DEVICES


def fits_windows(name: str) -> bool:
    """Whether a file or folder can have this name on Windows, and keeps it."""
    return not FORBIDDEN.intersection(name) and name == name.rstrip(" .") and not is_device(name)
