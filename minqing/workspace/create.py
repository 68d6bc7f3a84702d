"""Making a workspace: settings, folders, and what git must and must not take from them."""

from __future__ import annotations

from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.workspace.contacts import protect
from minqing.workspace.files import (
    OWN_FOLDER,
    TEMPORARY,
    hide_from_git,
    read_bytes,
    refusals_told,
    sweep,
    unlinked,
    write_atomic,
)
from minqing.workspace.find import SETTINGS_FILE, nearest_workspace
from minqing.workspace.names import DIARIES
from minqing.workspace.starter import starter_settings

FOLDERS = (DIARIES, "templates", "photos", "private", OWN_FOLDER)
"""The folders of a workspace."""

HIDDEN_FOLDERS = ("private", OWN_FOLDER)
"""Folders that git never sees: names and telephone numbers; what the program keeps for itself."""

BEGUN = f"{OWN_FOLDER}/begun"
"""There while a workspace is being made, and after that was interrupted."""

GIT_FILES = {
    ".gitattributes": (
        "diaries/**/*.md -text merge=minqing",
        "/templates/** -text",
        "/minqing.yaml -text",
        "/.git* -text",
    ),
    ".gitignore": (f"{OWN_FOLDER}/", "private/", "photos/", f"{TEMPORARY}*"),
}
"""The lines git needs: all that is recorded byte-exact on every platform (git of Windows ends lines its own way in a
clone, which would be everybody's hand edit), the diaries merged by meaning; no photos."""


def create_workspace(
    root: Path, name: str | None, language: str, settings: str | None = None, inside: bool = False
) -> list[str]:
    """Make ``root`` a workspace; what is there already stays as it is. One that was begun and never finished is gone
    on with (see ``finished``).

    ``settings`` is the text of ``minqing.yaml`` where the usual first one is not wanted. Answers the paths of
    the files that were written and belong into git. Raises ``MinqingError`` where ``root`` is a workspace (or,
    unless ``inside``, lies in one), and where files cannot be written.
    """
    begun = (root / BEGUN).exists()
    refuse_if_taken(root, inside)
    with refusals_told(str(root)):
        complete_folders(root)
        (root / BEGUN).touch()
        sweep(root)
    written = [path for path, lines in GIT_FILES.items() if _ensure_lines(root, path, lines) or begun]
    if not (root / SETTINGS_FILE).exists():
        text = starter_settings(name, language) if settings is None else settings
        write_atomic(root, SETTINGS_FILE, text.encode())
    return [SETTINGS_FILE, *written]


def finished(root: Path) -> None:
    """Note that all is done that makes a workspace, its first commit too; it is not made again."""
    (root / BEGUN).unlink(missing_ok=True)


def complete_folders(root: Path) -> None:
    """Make the folders of a workspace that are not there; git keeps none that is empty or hidden from it.

    What is in ``private/`` already is its owner's alone from then on. Raises ``MinqingError`` where a folder that only
    this computer knows is a link: it would lead out of the workspace.
    """
    for folder in HIDDEN_FOLDERS:
        unlinked(root, folder)
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    hide_from_git(root / OWN_FOLDER)
    protect(root)


def refuse_if_taken(root: Path, inside: bool = False) -> None:
    """Raise ``MinqingError`` where ``root`` is a workspace or (unless ``inside``) lies in one, or is no folder."""
    around = nearest_workspace(root.absolute())
    if around == root.absolute() and (root / BEGUN).exists():
        return
    if around and (not inside or around == root.absolute() or _is_within(root.absolute(), around)):
        raise MinqingError("workspace.exists", path=str(around))
    in_the_way = next((p for p in (root, *root.parents) if p.exists() and not p.is_dir()), None)
    if in_the_way:
        raise MinqingError("workspace.not-a-folder", path=str(in_the_way))


def _is_within(root: Path, around: Path) -> bool:
    """Whether ``root`` lies in one of the folders of the workspace ``around``, where no other diary may be."""
    return root.relative_to(around).parts[0] in FOLDERS


def _ensure_lines(root: Path, path: str, lines: tuple[str, ...]) -> bool:
    """Put the missing ones of ``lines`` at the end of the file; tells whether any was missing."""
    old = read_bytes(root, path) if (root / path).exists() else b""
    present = {line.strip() for line in old.splitlines()}
    missing = [line.encode() for line in lines if line.encode() not in present]
    if missing:
        gap = b"" if not old or old.endswith(b"\n") else b"\n"
        write_atomic(root, path, old + gap + b"\n".join(missing) + b"\n")
    return bool(missing)
