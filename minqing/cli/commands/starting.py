"""``minqing init``: a workspace with its settings, folders and git repository."""

from __future__ import annotations

from pathlib import Path

from minqing.cli.context import Context
from minqing.domain.errors import GIT, MinqingError
from minqing.messages import language, say


def init_workspace(context: Context, folder: str | None, *, name: str | None, as_json: bool) -> int:
    """Make a workspace in ``folder`` (here when not given), commit it, and remember it as this user's default.

    Raises ``MinqingError`` where one stands already or the folder cannot be written. Without git, or without a
    name for the commits, the workspace is made all the same and the answer says what is missing (exit 4).
    """
    from minqing.workspace.create import create_workspace
    from minqing.workspace.find import remember_default

    root = Path(folder or context.folder or ".").expanduser().absolute()
    if name is None and context.asks:
        from minqing.cli.asking import ask

        name = ask(say("init.ask-name")) or None
    written = create_workspace(root, name, _language(context, name), inside=folder is not None)
    remember_default(root)
    commit, problem = _recorded(context, root, written)
    if as_json:
        context.screen.json({"schema": 1, "root": str(root), "written": written, "commit": commit})
    else:
        context.screen.line(say("init.made", path=root))
        context.screen.line(say("init.next"))
    if problem is None:
        return 0
    from minqing.cli.refusals import told

    context.screen.message(say("init.not-recorded"))
    return told(problem)


def _language(context: Context, name: str | None) -> str:
    """What the diary is written in: as chosen, else Chinese for a Chinese name, else what is spoken."""
    chosen = context.chosen_language or context.env.get("MINQING_LANG", "")
    if not chosen and name and not name.isascii():
        return "zh"
    return language()


def _recorded(context: Context, root: Path, written: list[str]) -> tuple[str | None, MinqingError | None]:
    """The first commit; the repository is made unless the folder lies in one."""
    from minqing.history import git
    from minqing.history.change import Change, Write, carry_out
    from minqing.history.commit import ignored
    from minqing.workspace.files import read_bytes
    from minqing.workspace.find import SETTINGS_FILE
    from minqing.workspace.load import open_workspace

    if not git.is_available():
        return None, MinqingError("git.no-git", GIT)
    if git.repository_of(root) is None or ignored(root, [SETTINGS_FILE]):
        git.init_repository(root)
    if git.author(root) is None and context.asks:
        _ask_author(root)

    def plan() -> Change:
        kept = tuple(Write(path, read_bytes(root, path)) for path in written if _is_shared(path))
        return Change("init", say("init.commit"), kept)

    outcome = carry_out(open_workspace(root), plan)
    return outcome.commit, outcome.problem


def _is_shared(path: str) -> bool:
    """Whether a file made by ``init`` belongs into the history; the private folder and our own do not."""
    return not path.startswith((".minqing/", "private/"))


def _ask_author(root: Path) -> None:
    """Ask once who writes; kept in this repository's git configuration."""
    from minqing.cli.asking import ask
    from minqing.history import git

    name = ask(say("init.ask-author"))
    if name:
        email = ask(say("init.ask-email"), "secretary@localhost")
        git.set_author(root, name, email)
