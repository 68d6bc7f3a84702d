"""``minqing backup``: one file that holds the diary with its whole history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minqing import __version__
from minqing.cli.commands.common import told_outcome
from minqing.cli.context import Context
from minqing.domain.errors import DIARY, GIT, MISUSE, MinqingError
from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.workspace.names import BESIDE, HISTORY

if TYPE_CHECKING:
    from minqing.history.bundle import Bundle
    from minqing.workspace.archive import Piece, Writer

MB = 1 << 20

SHOWN = 5
"""How many files are named."""


@dataclass(frozen=True, slots=True)
class State:
    """What a diary is at the moment of a backup: where its history stands, and its figures to be compared."""

    head: str
    branch: str | None
    place: str
    first: list[str]
    shallow: list[str]
    figures: dict[str, Any]
    left_out: list[str]


def back_up(context: Context, file: str, *, private: bool, photos: bool, yes: bool, as_json: bool) -> int:
    """Write everything shared into one file, whole or not at all; what is not committed yet is committed first.

    Raises ``MinqingError`` where there is no history, where something cannot be committed, for a file that is no
    older backup of this diary (unless ``yes``), and where the disk refuses.
    """
    from minqing.history.git import repository_of

    if repository_of(context.root) is None:
        raise MinqingError("git.no-history", GIT, root=str(context.root))
    wanted = [name for name, asked in zip(BESIDE, (private, photos), strict=True) if asked]
    where = _target(context, file)
    _commit_what_waits(context)
    state, bundle = _begun(context)
    with closing(bundle):
        _refuse_to_replace(context, where, state, wanted, yes)
        beside = list(_beside(context.root, wanted))
        about = _about(context, state, wanted)
        pieces = _write(context, where, bundle, beside, about)
    _tell_backup(context, where, state, wanted, len(beside), pieces, as_json)
    return 0


def _target(context: Context, given: str) -> Path:
    """Where the file goes; into a folder under a name with the day, and always with its ending."""
    from minqing.workspace.given import given_path
    from minqing.workspace.saving import target

    place = given_path(given)
    if place.is_dir():
        name = str(place / say("backup.name", day=context.today.isoformat()))
    else:
        name = given if place.suffix else f"{given}.zip"
    path = target(name, (".zip",), context.root).path
    if path is None:
        raise MinqingError("saving.no-file", MISUSE, path=given)
    return path


def _commit_what_waits(context: Context) -> None:
    """A backup holds what is committed; so nothing may wait."""
    from minqing.history.change import commit_waiting
    from minqing.history.git import head
    from minqing.history.hand_edits import SCOPE
    from minqing.history.status import changed

    waiting = commit_waiting(context.workspace)
    if waiting.problem:
        raise waiting.problem
    told_outcome(context, waiting)
    left = changed(context.root, SCOPE)
    if left:
        raise MinqingError("backup.uncommitted", GIT, path=left[0].path)
    if head(context.root) is None:
        raise MinqingError("backup.nothing", GIT)


def _begun(context: Context) -> tuple[State, Bundle]:
    """The state of the diary and the bundle of exactly that: nothing is committed in between."""
    from minqing.history.bundle import Bundle, branch_of, first_commits, shallow_at
    from minqing.history.status import prefix_of
    from minqing.workspace.files import locked

    with locked(context.root):
        bundle = Bundle(context.root)
        figures, left_out = counted(context)
        root = context.root
        state = State(
            bundle.refs["HEAD"], branch_of(root), prefix_of(root), first_commits(root), shallow_at(root),
            figures, left_out,
        )  # fmt: skip
    return state, bundle


def counted(context: Context) -> tuple[dict[str, Any], list[str]]:
    """The figures of everything, and the entries that cannot be read, for a comparison after restoring."""
    from minqing.reports.figures import figures, stats_dict

    diary = context.diary
    found = stats_dict(figures(diary, None, None, context.today, diary.workspace.community))
    return json.loads(json.dumps(found, default=str)), list(diary.left_out)


def _about(context: Context, state: State, wanted: Sequence[str]) -> dict[str, object]:
    """What the list of the pieces says besides."""
    return {
        "program": f"minqing {__version__}",
        "made": datetime.now().astimezone().isoformat(timespec="seconds"),
        "today": context.today.isoformat(),
        "head": state.head,
        "branch": state.branch,
        "place": state.place,
        "first": state.first,
        "shallow": state.shallow,
        "holds": ["history", *wanted],
        "figures": state.figures,
        "left_out": state.left_out,
    }


def _refuse_to_replace(context: Context, where: Path, state: State, wanted: Sequence[str], yes: bool) -> None:
    """An older backup of this diary, with no more in it, may go; anything else only when it is wanted."""
    if yes or not where.exists():
        return
    if not _is_older(context, where, state, wanted):
        if not context.asks:
            raise MinqingError("backup.exists", MISUSE, path=str(where))
        from minqing.cli.asking import confirmed

        if not confirmed(say("backup.replace", path=where), default=False):
            raise MinqingError("backup.kept", MISUSE, path=str(where))


def _is_older(context: Context, where: Path, state: State, wanted: Sequence[str]) -> bool:
    from minqing.history.bundle import holds
    from minqing.workspace.archive import opened

    try:
        with opened(where) as archive:
            about = archive.about
            same = about.get("first") == state.first and about.get("place") == state.place
            less = set(about.get("holds", ["?"])) <= {"history", *wanted}
            return same and less and holds(context.root, str(about.get("head")))
    except (MinqingError, OSError, TypeError):
        return False


def _beside(root: Path, wanted: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """The files of the folders that were asked for, by name; links are not followed."""
    import os

    for name in wanted:
        for folder, folders, files in os.walk(root / name):
            folders.sort()
            for file in sorted(files):
                path = Path(folder, file)
                if path.is_file() and not path.is_symlink() and file != ".gitignore":
                    yield _named(path.relative_to(root).as_posix()), path


def _named(name: str) -> str:
    from minqing.workspace.archive import is_plain

    if not is_plain(name):
        raise MinqingError("backup.name-unfit", DIARY, name=name)
    return name


def _write(
    context: Context, where: Path, bundle: Bundle, beside: Sequence[tuple[str, Path]], about: Mapping[str, object]
) -> tuple[Piece, ...]:
    """Write the file and read it again before it takes its name."""
    from minqing.cli.indexing import Progress
    from minqing.history.bundle import size_of
    from minqing.workspace.archive import Writer, opened
    from minqing.workspace.files import refusals_told, replacing

    total = size_of(context.root) + sum(path.stat().st_size for _, path in beside)
    with closing(Progress("backup.writing")) as progress, refusals_told(str(where)), replacing(where) as out:
        counting = Counting(progress, 2 * total)
        with Writer(out) as writer:
            _put_in(writer, bundle, beside, counting)
            writer.finish(about, {say("backup.readme-name"): say("backup.readme")})
        out.flush()
        with opened(out) as archive:
            for piece in archive.pieces:
                for chunk in archive.chunks(piece):
                    counting.add(chunk)
    return tuple(writer.pieces)


def _put_in(writer: Writer, bundle: Bundle, beside: Sequence[tuple[str, Path]], counting: Counting) -> None:
    writer.add(HISTORY, counting.through(bundle.chunks()))
    for name, path in beside:
        writer.add(name, counting.through(_chunks(path)))


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(MB):
            yield chunk


class Counting:
    """Tells how many megabytes have passed."""

    def __init__(self, progress: Any, total: int) -> None:
        self._progress = progress
        self._total = max(total // MB, 1)
        self._done = 0

    def add(self, chunk: bytes) -> None:
        """Count what has passed."""
        self._done += len(chunk)
        self._progress.tell(min(self._done // MB, self._total), self._total)

    def through(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same chunks, counted."""
        for chunk in chunks:
            self.add(chunk)
            yield chunk


def _tell_backup(
    context: Context,
    where: Path,
    state: State,
    wanted: Sequence[str],
    beside: int,
    pieces: Sequence[Piece],
    as_json: bool,
) -> None:
    size, figures = where.stat().st_size, state.figures
    if as_json:
        answer = {
            "schema": 1, "file": str(where), "size": size, "head": state.head, "entries": figures["entries"],
            "issues": figures["issues"]["raised"], "holds": ["history", *wanted], "files": beside,
        }  # fmt: skip
        context.screen.json(answer)
        return
    screen = context.screen
    screen.line(say("backup.done", path=where, size=_size(size)), "good")
    screen.line(say("backup.history", entries=figures["entries"], issues=figures["issues"]["raised"]))
    for name in BESIDE:
        if any(True for _ in _beside(context.root, [name])):
            count = sum(piece.name.startswith(f"{name}/") for piece in pieces)
            screen.line(say(f"backup.{name}" if name in wanted else f"backup.no-{name}", count=count))
    if "private" in wanted:
        screen.message(say("backup.care"))
    _tell_unfit(context, [piece.name for piece in pieces])
    if where.resolve().is_relative_to(context.root.resolve()):
        screen.message(say("backup.same-folder"))
    if state.left_out:
        screen.message(say("backup.left-out", count=len(state.left_out)))


def _tell_unfit(context: Context, names: Sequence[str]) -> None:
    """Names that Windows does not take keep a whole backup from being restored there."""
    from minqing.workspace.archive import is_plain

    unfit = [name for name in names if not is_plain(name, windows=True)]
    if unfit:
        shown = "\n".join(f"    {name}" for name in unfit[:SHOWN])
        context.screen.message(say("backup.not-on-windows", count=len(unfit), names=shown))


def _size(count: int) -> str:
    return f"{count / MB:.1f} MB" if count >= MB // 10 else f"{max(count // 1024, 1)} KB"
