"""``minqing photo``: pictures of an issue, taken in small and clean, and noted in the diary in one commit.

No line of progress is written: a note counts as an answer to the resident, and a picture of the broken lamp is none.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

from minqing.cli.commands.common import answer, category_names, the_issue_at_a_glance, why_not
from minqing.cli.context import Context
from minqing.cli.refusals import shown
from minqing.cli.withheld import carry
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.domain.fold import IssueState
from minqing.domain.model import Issue
from minqing.domain.values import dataclass
from minqing.history.change import Change, Write
from minqing.messages import say, speaking
from minqing.text.normal import near, one_line
from minqing.text.photos import new_photo, next_number
from minqing.workspace.extras import needed
from minqing.workspace.files import sweep
from minqing.workspace.photo_files import PICTURES, photo_bytes, photos_of_year
from minqing.workspace.pictures import MOST_BYTES, Taken, take_in

CAMERA_REACH = timedelta(days=366)
"""A camera's day that lies further back is a clock that was never set."""


@dataclass(frozen=True, slots=True)
class Given:
    """A picture as it was given: ``file`` is how the person called it."""

    file: str
    taken: Taken


@dataclass(slots=True)
class Added:
    """What became of the pictures: the new ones by their paths, and what is to be said of others."""

    photos: dict[str, Given]
    said: list[str]


def add_photos(
    context: Context, words: Sequence[str], *, before: bool, after: bool, on: str | None, as_json: bool
) -> int:
    """Take the pictures ``words[1:]`` in for the issue that ``words[0]`` names, open or closed.

    All of them or none. Raises ``MinqingError``: what the issue or the day cannot be, each file that is no picture,
    a missing library.
    """
    if before and after:
        raise MinqingError("photo.both-stages", MISUSE)
    if len(words) < 2:
        raise MinqingError("cli.missing", MISUSE, what=say("help.arg-picture"), usage=say("help_of_photos.photo-usage"))
    needed("PIL.Image")
    state = the_issue_at_a_glance(context, words[0], "any")
    day = _day(context, on)
    given = _pictures(words[1:])
    stage = "before" if before else "after" if after else None
    return _add(context, state, given, stage, day, as_json)


def _day(context: Context, on: str | None) -> date | None:
    if on is None:
        return None
    from minqing.text.dates import parse_day

    day = parse_day(on, context.today, prefer="done")
    if day > context.today:
        raise MinqingError("photo.future", MISUSE, day=day)
    return day


def _add(
    context: Context, state: IssueState, given: Sequence[Given], stage: str | None, day: date | None, as_json: bool
) -> int:
    from minqing.cli.commands.verbs import still_there
    from minqing.text.edit import add_photos as with_photos
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    workspace, language = context.workspace, context.file_language
    done = Added({}, [])

    def plan() -> Change:
        reading = read_one(workspace, state.entry)
        issue = still_there(reading.entry, state)[1]
        done.photos, done.said = _named(context, issue, given, stage, day)
        if not done.photos:
            return Change("photo", "", (), (state.id,))
        words = category_words(workspace.community)
        new = with_photos(reading, state.id, list(done.photos), language, category_names(context), words)
        with speaking(language):
            subject = say("photo.commit", id=state.id, title=one_line(state.title), count=len(done.photos))
        for folder in {(context.root / path).parent for path in done.photos}:
            sweep(folder)
        pictures = (Write(path, each.taken.jpeg) for path, each in done.photos.items())
        return Change("photo", subject, (*pictures, Write(state.entry, new)), (state.id,))

    outcome = carry(context, plan)
    said = [_in_words(path, each.taken, stage) for path, each in done.photos.items()]
    code = answer(context, outcome, state.entry, [state.id], as_json, said, more={"added": list(done.photos)})
    _tell(context, done)
    return code


def _named(
    context: Context, issue: Issue, given: Sequence[Given], stage: str | None, day: date | None
) -> tuple[dict[str, Given], list[str]]:
    """The new pictures by the paths they get, none of which is taken; and what is to be said of the others."""
    root = context.root
    lying = photos_of_year(root, issue.id[:4])
    number = next_number(issue.id, [*issue.photos, *lying])
    known = {digest: path for path in issue.photos if (digest := _digest(photo_bytes(root, path)))}
    added: dict[str, Given] = {}
    said: list[str] = []
    for each in given:
        digest = _digest(each.taken.jpeg)
        if digest in known:
            word = "same" if known[digest] in added else "known"
            said.append(say(f"photo.{word}", file=each.file, path=known[digest]))
            continue
        taken_on = day or _day_of_camera(context, each, said)
        names = partial(new_photo, issue.id, stage=stage, day=taken_on, language=context.file_language)
        path = _left_over(root, lying, map(names, range(1, number)), digest) or names(number + len(added))
        _refuse_links(root, path)
        added[path] = each
        known[digest] = path
        if each.taken.moving:
            said.append(say("photo.moving", file=each.file))
    return added, said


def _left_over(root: Path, lying: Collection[str], names: Iterable[str], digest: str) -> str | None:
    """The same picture under a name it would have had: a command that was killed has left it, and no issue names it."""
    return next((path for path in names if path in lying and _digest(photo_bytes(root, path)) == digest), None)


def _digest(raw: bytes | None) -> str:
    return sha256(raw).hexdigest() if raw is not None else ""


def _day_of_camera(context: Context, each: Given, said: list[str]) -> date:
    """The day the camera noted where that can be, else today."""
    noted, today = each.taken.day, context.today
    if noted is None or noted == today or not today - CAMERA_REACH <= noted <= today:
        return today
    said.append(say("photo.dated", file=each.file, day=noted))
    return noted


def _refuse_links(root: Path, path: str) -> None:
    """Nothing is written through a link: it may lead to a folder that others see."""
    place = root.resolve()
    for step in path.split("/")[:-1]:
        place /= step
        if place.is_symlink():
            raise MinqingError("photo.no-place", DIARY, path=step)


def _in_words(path: str, taken: Taken, stage: str | None) -> str:
    told = say(f"photo.stage-{stage}") if stage else ""
    size = max(1, round(len(taken.jpeg) / 1000))
    return say("photo.added", path=path, wide=taken.wide, high=taken.high, size=size, stage=told)


def _tell(context: Context, done: Added) -> None:
    for text in done.said:
        context.screen.message(text)
    if done.photos:
        context.screen.message(say("photo.look"))
        if context.workspace.community.commit and not context.workspace.community.commit_photos:
            context.screen.message(say("photo.at-home"))


def _pictures(files: Iterable[str]) -> list[Given]:
    """The pictures as they are taken in. Raises ``MinqingError`` that names every file that is none."""
    found: list[Given] = []
    wrong: list[str] = []
    for file in _spread(files):
        try:
            found.append(Given(file, take_in(_raw(file))))
        except MinqingError as error:
            if not error.code.startswith("photo."):
                raise
            why = say(error.code, **{name: shown(value) for name, value in error.params.items()})
            wrong.append(say("photo.line", file=file, why=why))
    if wrong:
        raise MinqingError("photo.none-added", MISUSE, lines="\n".join(wrong))
    return found


def _spread(files: Iterable[str]) -> Iterator[str]:
    """Files as typed or dragged into the window; ``*.jpg`` is spread where the shell has not (Windows)."""
    for typed in files:
        file = _plain(typed)
        spread = sorted(glob.glob(file)) if any(c in file for c in "*?") and not os.path.lexists(file) else []
        yield from spread or [file]


def _plain(typed: str) -> str:
    """A file's name without the quotes, blanks and ``file://`` that come with it when it is dragged or pasted."""
    bare = typed.strip().strip("\"'“”")
    if bare.lower().startswith("file://"):
        path = unquote(urlsplit(bare).path)
        bare = path[1:] if os.name == "nt" else path
    return os.path.expanduser(bare if bare and not os.path.lexists(typed) else typed)


def _raw(file: str) -> bytes:
    """The bytes of a file. Raises ``MinqingError`` with what is wrong with it."""
    try:
        state = os.stat(file)
        if stat.S_ISDIR(state.st_mode):
            raise MinqingError("photo.folder", MISUSE, example=_example(file))
        if not stat.S_ISREG(state.st_mode):
            raise MinqingError("photo.no-file", MISUSE)
        if state.st_size >= MOST_BYTES:
            raise MinqingError("photo.too-large", MISUSE)
        raw = Path(file).read_bytes()
    except FileNotFoundError:
        raise _no_such_file(file) from None
    except (OSError, ValueError) as refused:
        why = why_not(refused) if isinstance(refused, OSError) else str(refused)
        raise MinqingError("photo.unreadable", MISUSE, why=why) from None
    if not raw:
        raise MinqingError("photo.empty", MISUSE)
    return raw


def _listed(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder or ".") if name.lower().endswith(PICTURES))
    except (OSError, ValueError):
        return []


def _example(folder: str) -> str:
    """A picture that lies in the folder, as it would be typed."""
    return os.path.join(folder, next(iter(_listed(folder)), "IMG_0001.jpg"))


def _no_such_file(file: str) -> MinqingError:
    folder, name = os.path.split(file)
    found = near(name, _listed(folder))
    if found is None:
        return MinqingError("photo.no-such-file", MISUSE)
    return MinqingError("photo.no-such-file-near", MISUSE, near=os.path.join(folder, found))
