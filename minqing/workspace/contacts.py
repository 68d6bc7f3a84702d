"""Contact cards: who can be reached how. They stay on this computer, in ``private/``, out of git and of every export.

One person a line, so that it can also be kept by hand: ``5号楼老爷子: 13812345678 女儿的手机``.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from minqing.domain.values import dataclass
from minqing.text.normal import folded, half_width
from minqing.workspace.files import (
    hide_from_git,
    inside,
    locked,
    read_bytes,
    refusals_told,
    sweep,
    unlinked,
    write_atomic,
)

FOLDER = "private"
FILE = f"{FOLDER}/contacts.txt"
"""Where the cards are, below the workspace."""

HAS_MODES = os.name != "nt"
"""Whether files can be kept from this computer's other users by their mode."""


@dataclass(frozen=True, slots=True)
class Card:
    """One person: how a diary calls him or her, the number as it is dialled, and a word on it."""

    who: str
    phone: str
    note: str = ""


def cards(root: Path) -> list[Card]:
    """Every card, in the order of the file; none where there is no file."""
    return [card for line in _lines(root) if (card := _read(line))]


def cards_of(root: Path, *names: str | None) -> list[Card]:
    """The cards of whoever one of ``names`` calls, whatever their width and blanks: 5号楼的老爷子 is 5号楼老爷子."""
    wanted = {_key(name) for name in names if name}
    return [card for card in cards(root) if _key(card.who) in wanted]


def cards_at(root: Path, place: str, reporter: str) -> list[Card]:
    """The cards of ``reporter`` at ``place`` or a wider place that holds it: 5号楼老爷子 lives at 5号楼2单元."""
    who, where = _key(reporter), _key(place)
    named = ((card, _key(card.who)) for card in cards(root)) if who else ()
    return [card for card, key in named if key.endswith(who) and _lies_in(where, key[: -len(who)])]


def _lies_in(place: str, wider: str) -> bool:
    """Whether a place begins with a wider one: 5号楼2单元 with 5号楼, but not with 5号楼2单元1."""
    rest = place[len(wider) :]
    return bool(wider) and place.startswith(wider) and not (wider[-1].isdigit() and rest[:1].isdigit())


def add_card(root: Path, card: Card) -> bool:
    """Keep a card; tells whether it is a new one. Raises ``MinqingError`` where the file cannot be written."""
    with locked(root):
        protect(root)
        if card in cards(root):
            return False
        _write(root, [*_lines(root), f"{card.who}: {card.phone} {card.note}".rstrip()])
        return True


def remove_cards(root: Path, who: str) -> int:
    """Take out every card of ``who``; answers how many. Lines that are no cards stay."""
    with locked(root):
        protect(root)
        lines = _lines(root)
        kept = [line for line in lines if not ((card := _read(line)) and _key(card.who) == _key(who))]
        if len(kept) < len(lines):
            _write(root, kept)
        return len(lines) - len(kept)


def own_private_file(root: Path, path: str, content: bytes) -> Path:
    """A file below ``private/`` that nobody but its owner can read, where the system has modes."""
    place = inside(root, f"{FOLDER}/{path}")
    with locked(root), refusals_told(path):
        protect(root)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomic(root, f"{FOLDER}/{path}", content, 0o600)
    return place


def protect(root: Path) -> None:
    """The folder, hidden from git, and what is in it, for its owner alone.

    Raises ``MinqingError`` where it is a link or cannot be made.
    """
    folder = unlinked(root, FOLDER)
    with refusals_told(FOLDER):
        folder.mkdir(mode=0o700, exist_ok=True)
        hide_from_git(folder)
        below = [place for place in _files(folder) if place.is_dir()]
        for place in (folder, *below):
            sweep(place)
        for place in (folder, *_files(folder)):
            with contextlib.suppress(PermissionError):
                place.chmod(0o700 if place.is_dir() else 0o600)


def _files(folder: Path) -> Iterable[Path]:
    return (place for place in folder.rglob("*") if not place.is_symlink() and place.name != ".gitignore")


def _write(root: Path, lines: Sequence[str]) -> None:
    own_private_file(root, "contacts.txt", "".join(f"{line}\n" for line in lines).encode())


def _lines(root: Path) -> list[str]:
    try:
        raw = read_bytes(root, FILE)
    except FileNotFoundError:
        return []
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace").splitlines()


def _read(line: str) -> Card | None:
    who, colon, rest = line.replace("\uff1a", ":").partition(":")
    if not colon or line.lstrip().startswith("#") or not rest.strip():
        return None
    phone, _, note = rest.strip().partition(" ")
    return Card(who.strip(), phone, note.strip())


def _key(name: str) -> str:
    return "".join(folded(name).split()).replace("的", "")


def dialled(text: str) -> str:
    """A telephone number as typed, half-width and without blanks; empty where it holds none."""
    plain = "".join(half_width(text).split())
    good = plain and all(c.isdigit() or c in "+-()#*," for c in plain) and sum(map(str.isdigit, plain)) >= 5
    return plain if good else ""
