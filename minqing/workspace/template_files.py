"""The texts that files are made from: those shipped with the program, and a community's own in ``templates/``."""

from __future__ import annotations

import re
from pathlib import Path

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.values import dataclass
from minqing.text.brought import decoded
from minqing.workspace.files import read_bytes, refusals_told

FOLDER = "templates"
"""A community's own templates; one of the same name stands for the shipped one."""

SHIPPED = Path(__file__).parent.parent / FOLDER

LARGEST = 1_000_000
"""Bytes of a template; a larger file is none."""

_NAME = re.compile(r"[\w.-]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class TemplateText:
    """The text of a template, where it came from (as a person finds it), and whether it is the community's own."""

    text: str
    path: str
    own: bool = False


def template_text(name: str, root: Path | None) -> TemplateText | None:
    """The template of a name: the one of the workspace at ``root``, else the shipped one; ``None`` for neither.

    Only plain names are looked up: no template reaches a file outside the two folders. Raises ``MinqingError`` where
    the community's own cannot be read.
    """
    if not _NAME.fullmatch(name) or name.startswith("."):
        return None
    return own_template(name, root) or _shipped(name)


def own_template(name: str, root: Path | None) -> TemplateText | None:
    """The community's own template of a name, if there is one."""
    path = f"{FOLDER}/{name}"
    raw = own_bytes(root, path) if root else None
    if raw is None:
        return None
    if len(raw) > LARGEST:
        raise MinqingError("templates.too-large", DIARY, file=path)
    return TemplateText(decoded(raw, path), path, own=True)


def own_bytes(root: Path, path: str) -> bytes | None:
    """What a file of the community's own templates holds, ``None`` where there is none.

    Raises ``MinqingError`` for a folder of its name, which nobody meant, and for a file that cannot be read.
    """
    with refusals_told(path):
        if not (root / path).exists():
            return None
        if (root / path).is_dir():
            raise MinqingError("templates.folder", DIARY, file=path)
        return read_bytes(root, path)


def _shipped(name: str) -> TemplateText | None:
    place = SHIPPED / name
    return TemplateText(place.read_text(encoding="utf-8"), f"minqing/{FOLDER}/{name}") if place.is_file() else None
