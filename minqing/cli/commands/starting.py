"""``minqing init``: a workspace with its settings, folders and git repository."""

from __future__ import annotations

import sys
from pathlib import Path

from minqing.cli.authorship import ask_author
from minqing.cli.context import Context
from minqing.domain.errors import GIT, MinqingError
from minqing.domain.model import Entry, Issue
from minqing.messages import language, say, set_language, speaking
from minqing.reports.document import Line


def init_workspace(context: Context, folder: str | None, *, name: str | None, as_json: bool) -> int:
    """Make a workspace in ``folder`` (here when not given), commit it, and remember it as this user's default.

    Raises ``MinqingError`` where one stands already or the folder cannot be written. Without git, or without a
    name for the commits, the workspace is made all the same and the answer says what is missing (exit 4).
    """
    from minqing.workspace.create import create_workspace, finished, refuse_if_taken
    from minqing.workspace.find import remember_default, remembered_default

    root = _folder(context, folder)
    if root == Path.home():
        raise MinqingError("init.home", path=root)
    former = remembered_default(context.env)
    if name is None and context.asks:
        from minqing.cli.asking import ask

        refuse_if_taken(root, inside=folder is not None)  # before anybody types a name in vain
        name = ask(say("init.ask-name")) or None
    set_language(_language(context, name))  # the diary's own, from here on as for every other command
    written = create_workspace(root, name, language(), inside=folder is not None)
    remember_default(root)
    commit, problem = _recorded(context, root, written)
    finished(root)
    if as_json:
        context.screen.json({"schema": 1, "root": str(root), "written": written, "commit": commit})
    else:
        context.screen.line(say("init.made", path=root))
        context.screen.line(say("init.next"))
        if former and former != root and (former / "minqing.yaml").is_file():
            context.screen.draw(Line(text) for text in say("init.former", path=former).split("\n"))
    if problem is None:
        return 0
    from minqing.cli.refusals import told

    context.screen.message(say("init.not-recorded"))
    return told(problem)


def use_workspace(context: Context, folder: str | None, *, as_json: bool) -> int:
    """Remember the diary that is in ``folder`` (here when not given) as this user's default: one that was cloned,
    restored or moved, or the former of two. Nothing in it is changed, but who commits is asked as ``init`` asks.

    Raises ``MinqingError`` where no diary is, or what is remembered cannot be written.
    """
    from minqing.history import git
    from minqing.workspace.find import nearest_workspace, remember_default

    place = _folder(context, folder)
    root = nearest_workspace(place)
    if root is None:
        raise MinqingError("init.none-to-use", path=place)
    if not remember_default(root, context.env):
        raise MinqingError("init.not-remembered", path=root)
    if context.asks and git.is_available() and git.repository_of(root) and git.author(root) is None:
        ask_author(root)
    if as_json:
        context.screen.json({"schema": 1, "root": str(root), "written": [], "commit": None})
    else:
        context.screen.line(say("init.used", path=root))
    return 0


def _folder(context: Context, folder: str | None) -> Path:
    from minqing.workspace.files import resolved
    from minqing.workspace.given import given_path

    return resolved(given_path(folder or context.folder or "."))


def init_demo(context: Context, folder: str | None, *, name: str | None, as_json: bool) -> int:
    """Write the sample of eleven years into an empty folder; it does not become this user's default.

    Raises ``MinqingError`` for a folder that is not empty or lies in a workspace, and when git refuses. Without
    a git program the files are written all the same and the answer says so (exit 4).
    """
    from minqing.demo.write import write_demo

    root = _folder(context, folder)
    with speaking("zh"):  # the sample's language, its commits' too
        start = say("init.demo-commit")
    ticker = _Ticker(context)
    written = write_demo(root, _demo_subject, start, name=name, progress=ticker.tell)
    if as_json:
        answer = {"schema": 1, "root": str(root), "written": written.files, "commit": written.commit}
        context.screen.json(answer)
    else:
        for key in ("init.demo-made", "init.demo-which", "init.demo-next"):
            context.screen.line(say(key, path=root, files=len(written.files)))
    if written.problem is None:
        return 0
    from minqing.cli.refusals import told

    context.screen.message(say("init.demo-not-recorded"))
    return told(written.problem)


def _demo_subject(action: str, entry: Entry, issue: Issue | None) -> str:
    """The subject that the commands give a commit of ``action``."""
    from minqing.cli.commands.entry_shown import entry_subject
    from minqing.text.normal import one_line

    with speaking("zh"):
        if issue is None:
            return f"{say('log.logged')} {entry_subject(entry)}"
        word = say("log.added" if action == "add" else f"words.{action}")
        return f"{word} {issue.id} {one_line(issue.title)}"


class _Ticker:
    """Says every second, to a person at a terminal, how far the writing has come."""

    def __init__(self, context: Context) -> None:
        self._screen = context.screen
        self._next = self._now() + 1 if sys.stderr.isatty() else float("inf")

    def tell(self, done: int, count: int) -> None:
        """``done`` of ``count`` are written."""
        if self._now() >= self._next:
            self._next += 1
            self._screen.message(say("init.demo-writing", done=done, count=count))

    @staticmethod
    def _now() -> float:
        import time

        return time.monotonic()


def _language(context: Context, name: str | None) -> str:
    """What the diary is written in: as chosen, else Chinese for a Chinese name, else what is spoken."""
    chosen = context.chosen_language or context.env.get("MINQING_LANG", "")
    if not chosen and name and not name.isascii():
        return "zh"
    return language()


def _recorded(context: Context, root: Path, written: list[str]) -> tuple[str | None, MinqingError | None]:
    """The first commit; the repository is made unless the folder lies in one."""
    from minqing.cli.withheld import carry
    from minqing.history import git
    from minqing.history.change import Change, Write
    from minqing.history.commit import ignored
    from minqing.history.merge_driver import install
    from minqing.workspace.files import read_bytes
    from minqing.workspace.find import SETTINGS_FILE
    from minqing.workspace.load import open_workspace

    if not git.is_available():
        return None, MinqingError("git.no-git", GIT)
    if git.repository_of(root) is None or ignored(root, [SETTINGS_FILE]):
        git.init_repository(root)

    def plan() -> Change:
        kept = tuple(Write(path, read_bytes(root, path)) for path in written if _is_shared(path))
        return Change("init", say("init.commit"), kept)

    install(root)
    outcome = carry(context, plan, open_workspace(root))
    return outcome.commit or outcome.finished, outcome.problem


def _is_shared(path: str) -> bool:
    """Whether a file made by ``init`` belongs into the history; the private folder and our own do not."""
    return not path.startswith((".minqing/", "private/"))
