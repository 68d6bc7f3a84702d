"""``minqing restore``: a backup made a diary again, in a folder of its own and never over one."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minqing import __version__
from minqing.cli.commands.backing_up import Counting, counted
from minqing.cli.context import Context
from minqing.cli.indexing import Progress
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.workspace.find import became_default, remembered_default
from minqing.workspace.names import BESIDE, HISTORY

if TYPE_CHECKING:
    from minqing.workspace.archive import Archive, Piece

LEAST = 4 << 20
"""Bytes that are left free besides, for the files themselves."""


@dataclass(frozen=True, slots=True)
class About:
    """What the backup says of itself: where the history stands, where the diary lies in it, and its figures."""

    head: str
    branch: str | None
    place: str
    shallow: tuple[str, ...]
    today: str
    program: str
    figures: dict[str, Any]
    left_out: tuple[str, ...]


def restore(context: Context, file: str, folder: str | None, *, as_json: bool) -> int:
    """Make a backup a diary again; answers 1 where its figures are not what they were.

    Raises ``MinqingError`` for a file that is no backup, is damaged or unsafe, and for a folder that holds anything;
    nothing is left behind then.
    """
    from minqing.workspace.archive import opened
    from minqing.workspace.files import refusals_told
    from minqing.workspace.staging import put_together

    source = _existing(file)
    target = _target(source, folder)
    with refusals_told(str(target)), opened(source) as archive:
        about = _checked(archive)
        with put_together(target, _marking(about)) as staging:
            _unpack(archive, about, staging)
            figures, differing = _counted(staging / about.place, about)
    root = target / about.place
    default = context.env.get("MINQING_HOME") or remembered_default(context.env)
    is_default = became_default(root, context.env)
    _tell(context, root, figures, archive, differing, as_json)
    if not as_json:
        _tell_default(context, root, is_default, default)
    return DIARY if differing else 0


def _existing(file: str) -> Path:
    from minqing.workspace.given import given_path

    source = given_path(file)
    if not source.is_file():
        raise MinqingError("backup.no-file", MISUSE, path=file)
    return source.resolve()


def _target(source: Path, folder: str | None) -> Path:
    """The folder as named, else one beside the shell's, called like the file. Raises where anything is in it."""
    from minqing.workspace.files import refusals_told, resolved
    from minqing.workspace.find import nearest_workspace
    from minqing.workspace.given import given_path
    from minqing.workspace.staging import is_free

    target = resolved(given_path(folder)) if folder else Path.cwd() / source.stem
    around = nearest_workspace(target)
    if around:
        raise MinqingError("workspace.exists", MISUSE, path=str(around))
    in_the_way = next((p for p in (target, *target.parents) if p.exists() and not p.is_dir()), None)
    if in_the_way:
        raise MinqingError("workspace.not-a-folder", MISUSE, path=str(in_the_way))
    with refusals_told(str(target)):
        if not is_free(target):
            raise MinqingError("backup.not-empty", MISUSE, path=str(target))
    return target


def _marking(about: About) -> str:
    """What has to be there for the folder to be a diary: the settings, or the folder they lie in."""
    from minqing.workspace.find import SETTINGS_FILE

    return about.place.partition("/")[0] or SETTINGS_FILE


def _checked(archive: Archive) -> About:
    """What the list says, typed; every piece in one of the places it may have."""
    names = [piece.name for piece in archive.pieces]
    strange = next((n for n in names if n != HISTORY and not n.startswith(tuple(f"{b}/" for b in BESIDE))), None)
    if strange:
        raise MinqingError("backup.unsafe", DIARY, name=strange)
    said = archive.about
    try:
        about = About(
            str(said["head"]), str(said["branch"]) if said["branch"] else None, str(said["place"]),
            tuple(map(str, said["shallow"])), date.fromisoformat(said["today"]).isoformat(), str(said["program"]),
            dict(said["figures"]), tuple(map(str, said["left_out"])),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        raise MinqingError("backup.damaged", DIARY, what="manifest") from None
    _refuse_place(about.place)
    if HISTORY not in names:
        raise MinqingError("backup.damaged", DIARY, what=HISTORY)
    return about


def _refuse_place(place: str) -> None:
    from minqing.workspace.archive import is_plain

    if place and not (place.endswith("/") and is_plain(place[:-1])):
        raise MinqingError("backup.unsafe", DIARY, name=place)


def _unpack(archive: Archive, about: About, staging: Path) -> None:
    from minqing.history.bundle import take_in

    needed = 2 * archive.size + LEAST  # the history is there twice for a moment
    if needed > shutil.disk_usage(staging).free:
        raise MinqingError("backup.no-room", DIARY, size=needed >> 20)
    bundle = staging / HISTORY
    with contextlib.closing(Progress("backup.reading")) as progress:
        counting = Counting(progress, archive.size)
        history, *_ = (piece for piece in archive.pieces if piece.name == HISTORY)
        _put(archive, history, bundle, counting)
        take_in(staging, bundle, about.head, about.branch, about.shallow)
        bundle.unlink()
        place = staging / about.place
        _complete(place)
        for piece in archive.pieces:
            if piece.name != HISTORY:
                _put(archive, piece, _inside(place, piece.name), counting)


def _put(archive: Archive, piece: Piece, place: Path, counting: Counting) -> None:
    """Write one piece where nothing is yet; what is private is for its owner alone."""
    private = piece.name.startswith("private/")
    place.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(place, flags, 0o600 if private else 0o666)
    except FileExistsError:
        raise MinqingError("backup.unsafe", DIARY, name=piece.name) from None
    with open(handle, "wb") as out:
        for chunk in archive.chunks(piece):
            out.write(chunk)
            counting.add(chunk)
        out.flush()
        os.fsync(out.fileno())


def _inside(place: Path, name: str) -> Path:
    from minqing.workspace.files import inside

    return inside(place, name)


def _complete(place: Path) -> None:
    """The folders that git does not keep. Raises ``MinqingError`` where the history holds no diary there."""
    from minqing.workspace.create import FOLDERS, complete_folders
    from minqing.workspace.find import SETTINGS_FILE

    if not (place / SETTINGS_FILE).is_file():
        raise MinqingError("backup.no-diary", DIARY)
    in_the_way = next((folder for folder in FOLDERS if (place / folder).is_file()), None)
    if in_the_way:  # mostly what was a link where it comes from
        raise MinqingError("backup.unsafe", DIARY, name=in_the_way)
    complete_folders(place)


def _counted(place: Path, about: About) -> tuple[dict[str, Any], list[str]]:
    """The figures counted anew, and the names of those that were others when the backup was made."""
    then = Context(str(place), env={"MINQING_TODAY": about.today, "MINQING_INDEX": "no"})
    figures, left_out = counted(then)
    keys = about.figures.keys() & figures.keys()
    if about.program == f"minqing {__version__}":
        keys = about.figures.keys() | figures.keys()
    found = sorted(key for key in keys if about.figures.get(key) != figures.get(key))
    return figures, [*found, *sorted(set(left_out) - set(about.left_out))]


def _tell(
    context: Context, root: Path, figures: dict[str, Any], archive: Archive, differing: list[str], as_json: bool
) -> None:
    entries, issues, pieces = figures["entries"], figures["issues"]["raised"], archive.pieces
    holds = [name for name in BESIDE if any(piece.name.startswith(f"{name}/") for piece in pieces)]
    if as_json:
        context.screen.json(
            {"schema": 1, "root": str(root), "head": archive.about["head"], "entries": entries, "issues": issues,
             "holds": ["history", *holds], "files": len(pieces) - 1, "differing": differing}
        )  # fmt: skip
        return
    screen = context.screen
    screen.line(say("backup.restored", path=root), "good")
    sentence, tone = ("backup.differs", "bad") if differing else ("backup.same", "plain")
    screen.line(say(sentence, entries=entries, issues=issues, what=", ".join(differing)), tone)
    for name in holds:
        screen.line(say(f"backup.restored-{name}", count=sum(p.name.startswith(f"{name}/") for p in pieces)))


def _tell_default(context: Context, root: Path, is_default: bool, default: object) -> None:
    """Which diary is worked on from now on, and what comes next."""
    told = say("cli.is-default") if is_default else say("backup.which", default=default or "?", path=root)
    context.screen.message(told)
    context.screen.message(say("backup.next"))
