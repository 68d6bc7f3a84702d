"""``minqing edit`` and ``minqing log --edit``: an entry in the person's editor, checked before it is kept."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.cli.commands.common import answer, category_names, first_free_number, put_aside, the_issue
from minqing.cli.commands.problems import problem_blocks
from minqing.cli.context import Context
from minqing.cli.withheld import carry
from minqing.domain.errors import DIARY, MISUSE, NOT_FOUND, MinqingError
from minqing.domain.model import Entry
from minqing.domain.values import replace
from minqing.history.change import Change, Write
from minqing.messages import say, speaking
from minqing.text.read import Reading, read_entry
from minqing.text.source import in_utf8
from minqing.text.vocabulary import category_words
from minqing.workspace.files import read_bytes
from minqing.workspace.programs import whole_path

if TYPE_CHECKING:
    from minqing.cli.commands.entries import Draft


def edit_entry(context: Context, what: str, *, as_json: bool) -> int:
    """Open an entry in the editor; keep and commit it when it reads without errors.

    Raises ``MinqingError``: nothing of that name, no editor, text with errors (it stays as a draft).
    """
    path, line = _entry_named(context, what)
    if not _can_open(context):
        raise MinqingError("editor.no-terminal", MISUSE, file=str(context.root / path))
    before = read_bytes(context.workspace.root, path)
    draft = _draft_of_before(context, path, before) or _new_draft(context, path, before)
    reading = _edited(context, draft, path, line)
    after = draft.read_bytes() if draft.exists() else before
    if after == before:
        _forget(draft)
        return _tell_unchanged(context, path, as_json)
    return _keep(context, path, before, after, reading, draft, as_json)


NEW_ENTRY = "new"
"""Stands for the name of an entry that has none yet: its date says which file it becomes."""


def log_in_editor(context: Context, start: Draft, as_json: bool) -> int:
    """Write a walk down in the editor, on the template of an entry.

    Raises ``MinqingError`` like ``edit_entry``; a bare template saved unchanged writes nothing, while
    a walk that notes or flags have filled in is written as it was left.
    """
    from minqing.cli.commands.entries import new_path

    code = written_in_editor(context, start, as_json, unchanged=not _says_nothing(start))
    return _tell_unchanged(context, new_path(context, start.entry.date, "walk"), as_json) if code is None else code


def written_in_editor(context: Context, start: Draft, as_json: bool, *, unchanged: bool) -> int | None:
    """The walk as the editor left it, written; ``None`` where nothing was, as the text is as it was.

    ``unchanged``: it is written then, too. Raises ``MinqingError`` like ``edit_entry``.
    """
    from minqing.cli.commands.entries import new_path

    if not _can_open(context):
        raise MinqingError("editor.no-terminal-new", MISUSE)
    day = start.entry.date
    path = new_path(context, day, "walk")
    before = _start(context, start)
    draft = _draft_of_before(context, path, before) or _new_draft(context, path, before)
    reading = _edited(context, draft, NEW_ENTRY, 1)
    if not draft.exists() or (not unchanged and draft.read_bytes() == before):
        _forget(draft)
        return None
    if reading.entry and reading.entry.date != day:
        path = new_path(context, reading.entry.date, "walk")
    return _keep(context, path, None, draft.read_bytes(), reading, draft, as_json)


def _tell_unchanged(context: Context, path: str, as_json: bool) -> int:
    if as_json:
        context.screen.json({"schema": 1, "entry": path, "issues": [], "commit": None})
    else:
        context.screen.line(say("editor.unchanged", path=path))
    return 0


def _says_nothing(start: Draft) -> bool:
    """Whether neither notes nor flags have told anything but perhaps the day."""
    return start.entry == Entry(start.entry.date) and not start.entry.body and not start.told


def _start(context: Context, start: Draft) -> bytes:
    """What the editor opens: the template, or the walk as far as the flags tell it."""
    if _says_nothing(start):
        return _template(context, start.entry).encode()
    from minqing.cli.commands.composing import issues_from
    from minqing.text.write import new_entry

    day = start.entry.date
    first = first_free_number(context, day, len(start.told))
    issues = issues_from(context, start.told, day, first, "walk")
    return new_entry(replace(start.entry, issues=issues), context.file_language, category_names(context))


def _template(context: Context, entry: Entry) -> str:
    """The entry's template: the workspace's own, else the built-in one; ``{date}`` and ``{weekday}`` are filled."""
    from minqing.workspace.template_files import template_text

    found = template_text(f"entry.{context.file_language}.md", context.workspace.root)
    text = found.text if found else ""
    weekday = say(f"words.weekday-{entry.date.weekday()}")
    return text.replace("{date}", entry.date.isoformat()).replace("{weekday}", weekday)


def _entry_named(context: Context, what: str) -> tuple[str, int]:
    """The file and line of a day or an issue; a file with errors can be named by its day."""
    from minqing.text.dates import parse_day
    from minqing.workspace.load import entry_paths

    for path in entry_paths(context.root):
        if what in (path, path.rsplit("/", 1)[-1], path.rsplit("/", 1)[-1].removesuffix(".md")) and "-" in what[10:]:
            return path, 1
    try:
        day = parse_day(what, context.today, prefer="past")
    except MinqingError:
        state = the_issue(context, what, "any")
        return state.entry, state.issue.line
    found = [p for p in entry_paths(context.root) if p.rsplit("/", 1)[-1].startswith(day.isoformat())]
    if not found:
        raise MinqingError("show.nothing", NOT_FOUND, day=day)
    if len(found) > 1:
        return one_of(context, found), 1
    return found[0], 1


def one_of(context: Context, paths: list[str]) -> str:
    """The one of a day's entries that is meant. Raises ``MinqingError`` (exit 3) where nobody can be asked."""
    if not context.asks:
        raise MinqingError("editor.several", NOT_FOUND, paths="\n".join(f"  {p}" for p in paths))
    from minqing.cli.asking import ask_until

    for number, path in enumerate(paths, 1):
        context.screen.line(f"{number}  {path}")

    def chosen(given: str) -> str:
        if given.isascii() and given.isdigit() and 1 <= int(given) <= len(paths):
            return paths[int(given) - 1]
        raise MinqingError("editor.which", MISUSE, count=len(paths))

    return ask_until(say("editor.which", count=len(paths)), chosen)


def _draft_of_before(context: Context, path: str, before: bytes) -> Path | None:
    """What an earlier edit of the same text left, where the person wants to go on with it."""
    from minqing.cli.asking import confirmed

    draft = _drafts(context) / path.rsplit("/", 1)[-1]
    base = draft.with_suffix(".base")
    if not (context.asks and draft.exists() and base.exists() and base.read_bytes() == before):
        return None
    return draft if draft.read_bytes() != before and confirmed(say("editor.go-on", path=path)) else None


def _drafts(context: Context) -> Path:
    from minqing.workspace.files import own_folder

    return own_folder(context.workspace.root, "drafts")


def _new_draft(context: Context, path: str, content: bytes) -> Path:
    """A file for the editor to work on; what an earlier edit left there is kept under another name, and said."""
    folder = _drafts(context)
    draft = folder / path.rsplit("/", 1)[-1]
    if draft.exists() and draft.read_bytes() != content:
        put_aside(context, draft)
    draft.write_bytes(content)
    draft.with_suffix(".base").write_bytes(content)
    return draft


def _forget(draft: Path) -> None:
    draft.unlink(missing_ok=True)
    draft.with_suffix(".base").unlink(missing_ok=True)


def _edited(context: Context, draft: Path, path: str, line: int) -> Reading:
    """The draft after the editor; opened again while it has errors and the person wants to mend them."""
    words = category_words(context.workspace.community)
    while True:
        run_editor(context, draft, line)
        _as_utf8(draft)
        reading = read_entry(draft.read_bytes() if draft.exists() else b"", path, words)
        if not draft.exists():
            return reading
        errors = [p for p in reading.problems if p.is_error]
        if not errors:
            return reading
        context.screen.draw(problem_blocks(errors))
        if not context.asks or not _again():
            raise MinqingError("editor.errors", DIARY, draft=str(draft))
        line = errors[0].line


def _as_utf8(draft: Path) -> None:
    """What Notepad saved as “Unicode” is meant to be the text of a diary like any other."""
    if draft.exists():
        saved = draft.read_bytes()
        plain = in_utf8(saved)
        if plain is not saved:
            draft.write_bytes(plain)


def _again() -> bool:
    from minqing.cli.asking import confirmed

    return confirmed(say("editor.again"))


def run_editor(context: Context, file: Path, line: int) -> None:
    """Open ``file`` in the editor and wait. Raises ``MinqingError`` where it cannot be started or fails."""
    import subprocess

    command = _split(_editor(context))
    at = [f"+{line}"] if Path(command[0]).stem in ("vi", "vim", "nvim", "nano", "emacs") and line > 1 else []
    try:
        code = subprocess.call([whole_path(command[0]), *command[1:], *at, str(file)])
    except OSError as refused:
        raise MinqingError("editor.no-editor", MISUSE, editor=command[0], why=refused.strerror or "") from None
    if code:
        raise MinqingError("editor.editor-failed", MISUSE, editor=command[0], status=code, draft=str(file))


def _can_open(context: Context) -> bool:
    """Whether an editor can show itself: those taken where none is chosen need a terminal, but for Windows'."""
    return context.asks or _chosen(context) is not None or os.name == "nt"


def _chosen(context: Context) -> str | None:
    """The editor that the person has named."""
    named = (context.env.get(name, "") for name in ("VISUAL", "EDITOR"))
    return next((command for command in named if command.strip()), None)


FRIENDLY = ("nano", "micro", "gedit")
"""Editors that tell how to leave them, before vi."""


def _split(command: str) -> list[str]:
    """The editor and its options. Raises ``MinqingError`` for a quote that is never closed."""
    if os.path.isfile(command):  # a path with blanks in it that nobody has put into quotes
        return [command]
    try:
        words = shlex.split(command, posix=sys.platform != "win32")
    except ValueError as refused:
        raise MinqingError("editor.no-editor", MISUSE, editor=command, why=str(refused)) from None
    return [word.strip('"') for word in words]


def _editor(context: Context) -> str:
    chosen = _chosen(context)
    if chosen is not None:
        return chosen
    if os.name == "nt":
        return "notepad"
    return next((name for name in FRIENDLY if shutil.which(name)), "vi")


def _keep(
    context: Context,
    path: str,
    before: bytes | None,
    after: bytes,
    reading: Reading,
    draft: Path,
    as_json: bool,
) -> int:
    """Put the edited text in place and commit it; the draft goes only when that is done."""
    ids = tuple(issue.id for issue in reading.entry.issues) if reading.entry else ()
    changed = ids if before is None else _changed_ids(context, path, before, reading)

    def plan() -> Change:
        if _now(context, path) != before:
            raise MinqingError("editor.changed-meanwhile", MISUSE, path=path, draft=str(draft))
        action = "log" if before is None else "edit"
        with speaking(context.file_language):
            subject = say(f"editor.commit-{action}", path=path)
        return Change(action, subject, (Write(path, after),), changed)

    outcome = carry(context, plan)
    _forget(draft)
    return answer(context, outcome, path, changed, as_json, [path])


def _now(context: Context, path: str) -> bytes | None:
    """What the file holds at this moment; ``None`` where there is none."""
    try:
        return read_bytes(context.workspace.root, path)
    except OSError:
        return None


def _changed_ids(context: Context, path: str, before: bytes, reading: Reading) -> tuple[str, ...]:
    from minqing.history.hand_edits import issues_between

    after = reading.source.raw if reading.source else None
    return tuple(issues_between([(path, before, after)], category_words(context.workspace.community)))
