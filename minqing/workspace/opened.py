"""A workspace whose settings are read."""

from __future__ import annotations

from pathlib import Path

from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.domain.values import dataclass
from minqing.text.problems import Problem
from minqing.workspace.files import read_bytes
from minqing.workspace.find import SETTINGS_FILE


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace: its folder, its settings with defaults filled in, and what is wrong with them."""

    root: Path
    community: Community
    settings_problems: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """The language that is written into files: the settings' choice, else Chinese."""
        return self.community.language or "zh"


def open_workspace(root: Path) -> Workspace:
    """The workspace at ``root``. Settings that cannot be read are problems, and the defaults hold instead."""
    try:
        raw = read_bytes(root, SETTINGS_FILE)
    except FileNotFoundError:
        raise MinqingError("workspace.not-one", path=str(root)) from None
    except OSError as refusal:
        return Workspace(root, Community(), (unreadable(SETTINGS_FILE, refusal),))
    from minqing.workspace.settings import read_settings

    return Workspace(root, *read_settings(raw))


def unreadable(path: str, refusal: OSError) -> Problem:
    """The problem of a file that the system does not hand over."""
    return Problem("unreadable-file", path, params={"why": refusal.strerror or str(refusal)})
