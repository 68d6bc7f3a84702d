"""``minqing check``: every problem of the diaries and settings, and the mends that are safe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from minqing.cli.commands.common import told_outcome
from minqing.cli.commands.problems import problem_blocks, problem_dict
from minqing.cli.context import Context
from minqing.domain.errors import DIARY
from minqing.messages import say, speaking
from minqing.text.problems import CODES, Problem

if TYPE_CHECKING:
    from minqing.history.change import Write
    from minqing.workspace.opened import Workspace


def check_diary(context: Context, *, fix: bool, as_json: bool) -> int:
    """Show every problem; with ``fix`` mend first what has one safe mend, in a commit of its own.

    Answers 1 when an error is left.
    """
    code = _fix(context, as_json) if fix else 0
    problems = _problems(Context(context.folder, context.chosen_language, context.env))
    if as_json:
        context.screen.json({"schema": 1, "problems": [problem_dict(p) for p in problems]})
    else:
        context.screen.draw(problem_blocks(problems))
        context.screen.line(_summary(problems))
    _tell_merging(context)
    _tell_gone(context)
    return code or (DIARY if any(p.is_error for p in problems) else 0)


def _tell_merging(context: Context) -> None:
    """A merge of plain git that waits for somebody."""
    from minqing.history.unfinished import is_merging

    if is_merging(context.root):
        context.screen.message(say("sync.merge-open", root=str(context.root)))


def _tell_gone(context: Context) -> None:
    """Entries that somebody deleted in the folder: no file is left to have a problem."""
    from minqing.history.gone import gone_from_folder

    gone = gone_from_folder(context.root)
    if gone:
        context.screen.message(say("git.gone", paths=say("git.joint").join(gone)))


def _problems(context: Context) -> list[Problem]:
    """From the files themselves: what is asked here is what they hold, line by line."""
    from minqing.cli.indexing import Progress
    from minqing.history.private_folder import tracked_problems
    from minqing.workspace.every_problem import every_problem

    workspace = context.workspace
    with closing(Progress()) as progress:
        found = [*every_problem(workspace, progress.tell), *tracked_problems(workspace.root)]
    return [*workspace.settings_problems, *sorted(found, key=lambda p: (p.file, p.line, p.column))]


def _summary(problems: list[Problem]) -> str:
    if not problems:
        return say("check.clean")
    errors = sum(p.is_error for p in problems)
    mendable = sum(CODES[p.code].mended for p in problems)
    said = say("check.summary", errors=errors, warnings=len(problems) - errors)
    return said + (say("check.mendable", count=mendable) if mendable else "")


def _settings_in_utf8(workspace: Workspace) -> Iterator[Write]:
    """The settings as UTF-8, where an editor has saved them as UTF-16."""
    from minqing.history.change import Write
    from minqing.text.source import in_utf8
    from minqing.workspace.files import read_bytes

    for file in {p.file for p in workspace.settings_problems if p.code == "encoding-utf16"}:
        yield Write(file, in_utf8(read_bytes(workspace.root, file)))


def _fix(context: Context, as_json: bool) -> int:
    """Mend what can be mended in one commit; answers 0 or what git refused."""
    from minqing.cli.commands.conflicts import Conflicts
    from minqing.cli.withheld import carry
    from minqing.history.change import Change, Write
    from minqing.text.fix import fix_entry
    from minqing.text.vocabulary import category_words
    from minqing.workspace.files import read_bytes
    from minqing.workspace.load import problems_of

    workspace = context.workspace
    words = category_words(workspace.community)
    mended: list[str] = []
    conflicts = Conflicts(context)

    def plan() -> Change:
        files = sorted({p.file for p in problems_of(workspace) if CODES[p.code].mended})
        found = ((f, fix_entry(read_bytes(workspace.root, f), f, words)) for f in files)
        writes = (*_settings_in_utf8(workspace), *(Write(f, new) for f, new in found if new is not None))
        writes += conflicts.writes()
        mended[:] = [w.path for w in writes]
        with speaking(context.file_language):
            return Change("fix", say("check.commit", count=len(writes)), writes)

    outcome = conflicts.finished(carry(context, plan))
    if not as_json:
        for path in mended:
            context.screen.line(say("check.mended", path=path), "good")
    conflicts.tell()
    return told_outcome(context, outcome)
