"""Finding the workspace the way git does, so that a command can be typed in any folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.workspace.files import replace_file

SETTINGS_FILE = "minqing.yaml"
"""The file that marks a workspace's root."""

DEFAULT_FILE = "default-workspace"
"""The file in the user's configuration folder that holds the path ``minqing init`` remembered."""

MOST_NAMES = 12
"""Of workspaces that lie side by side, so many are named."""

MOST_ITEMS = 2000
"""Of a folder that could hold workspaces, so many items are looked at, for it may lie on a slow share."""


def find_workspace(chosen: str | None, env: Mapping[str, str], cwd: Path) -> Path:
    """The workspace's folder: ``-C``, else ``MINQING_HOME``, else around ``cwd``, else the remembered one.

    A folder that was named may also lie inside a workspace, as with ``git -C``. Raises ``MinqingError`` when
    what was named is none, or nothing was found.
    """
    if chosen:
        return _named(chosen, cwd, "workspace.not-one")
    if env.get("MINQING_HOME"):
        return _named(env["MINQING_HOME"], cwd, "workspace.home-not-one")
    return nearest_workspace(cwd) or _remembered(env, cwd)


def workspaces_in(folder: Path) -> list[str]:
    """The names of the folders in ``folder`` that are workspaces: somebody keeps several side by side.

    Of a folder that holds thousands of things only the first ``MOST_ITEMS`` are looked at.
    """
    try:
        with os.scandir(folder) as items:
            folders = [item for item in islice(items, MOST_ITEMS) if item.is_dir()]
    except OSError:
        return []
    return sorted(item.name for item in folders if os.path.isfile(os.path.join(item.path, SETTINGS_FILE)))


def nearest_workspace(folder: Path) -> Path | None:
    """``folder`` or its nearest parent that holds ``minqing.yaml``."""
    return next((place for place in (folder, *folder.parents) if (place / SETTINGS_FILE).is_file()), None)


def remember_default(path: Path, env: Mapping[str, str] | None = None) -> bool:
    """Remember ``path`` as the workspace of this user; tells whether the configuration could be written."""
    target = _default_file(os.environ if env is None else env)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target.resolve(), f"{path.resolve()}\n".encode())
    except OSError:
        return False
    return True


def remembered_default(env: Mapping[str, str] | None = None) -> Path | None:
    """The folder ``minqing init`` remembered for this user, whether it still is a workspace or not."""
    try:
        text = _default_file(os.environ if env is None else env).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(text) if text else None


def became_default(path: Path, env: Mapping[str, str]) -> bool:
    """Remember a diary that came from elsewhere (a backup, a clone), where no other one is remembered that is still
    there; tells whether it is the default from now on and was not before."""
    former = remembered_default(env)
    if env.get("MINQING_HOME") or (former and (former / SETTINGS_FILE).is_file()):
        return False
    return remember_default(path, env)


def _named(given: str, cwd: Path, code: str) -> Path:
    folder = cwd / os.path.expanduser(given)
    if not folder.is_dir():
        raise MinqingError("workspace.no-folder", path=given)
    found = nearest_workspace(folder.resolve())
    if found is None:
        raise _one_of_several(folder) or MinqingError(code, path=given)
    return found


def _one_of_several(folder: Path) -> MinqingError | None:
    """What to say where no workspace is, but some are one step below; ``None`` where none is."""
    names = workspaces_in(folder)
    if not names:
        return None
    shown = " ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    example = os.path.join(folder, names[0])
    return MinqingError("workspace.in-folders", path=str(folder), count=len(names), names=shown, example=example)


def _remembered(env: Mapping[str, str], cwd: Path) -> Path:
    remembered = remembered_default(env)
    if remembered is None:
        raise _one_of_several(cwd) or MinqingError("workspace.none")
    if not (remembered / SETTINGS_FILE).is_file():
        raise MinqingError("workspace.default-gone", path=str(remembered))
    return remembered


def _default_file(env: Mapping[str, str]) -> Path:
    base = env.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(base):
        return Path(base) / "minqing" / DEFAULT_FILE
    from platformdirs import user_config_path

    return user_config_path("minqing", appauthor=False) / DEFAULT_FILE
