"""What every command is given: the workspace, today, the language, and where to write."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.errors import MinqingError

if TYPE_CHECKING:
    from minqing.classify.experience import Experience
    from minqing.classify.notes.paste import Notes
    from minqing.classify.repeats import Earlier
    from minqing.classify.suggest import Suggestion
    from minqing.cli.screen import Screen
    from minqing.domain.fold import IssueState
    from minqing.reports.templates import Templates
    from minqing.workspace.diary import DiaryRecords
    from minqing.workspace.opened import Workspace


class Context:
    """One call of the program. ``folder`` is ``-C``; ``env`` the environment, ``allow_private`` the reason
    for which a number of a person may be written; everything else is found lazily."""

    def __init__(
        self,
        folder: str | None = None,
        chosen_language: str | None = None,
        env: Mapping[str, str] | None = None,
        allow_private: str | None = None,
    ) -> None:
        self.folder = folder
        self.chosen_language = chosen_language
        self.allow_private = allow_private
        self.env: Mapping[str, str] = os.environ if env is None else env
        self._pasted: tuple[str, Sequence[Notes]] = ("", ())
        # what was suggested for matters (``composing``): each is shown several times
        self.hints: dict[tuple[object, date, str], Suggestion] = {}
        # whether reasons are told though nobody is asked: a trial shows them
        self.tells_why = False

    @cached_property
    def today(self) -> date:
        """Today, or what ``MINQING_TODAY`` stands in for it (demos and tests)."""
        given = self.env.get("MINQING_TODAY", "").strip()
        if not given:
            return date.today()
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise MinqingError("cli.today", value=given) from None

    @cached_property
    def root(self) -> Path:
        """The workspace's folder."""
        from minqing.workspace.find import find_workspace

        return find_workspace(self.folder, self.env, Path.cwd())

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace with its settings; as the diary's index keeps them, where that has been opened."""
        if "diary" in self.__dict__:
            return self.diary.workspace
        from minqing.workspace.opened import open_workspace

        return open_workspace(self.root)

    @cached_property
    def diary(self) -> DiaryRecords:
        """The diary as the files stand now. With ``MINQING_INDEX=no`` the files themselves are read."""
        from minqing.cli.indexing import Progress
        from minqing.workspace.diary import DiaryRecords

        with contextlib.closing(Progress()) as progress:
            return DiaryRecords(self.root, index=self._uses_index, tell=progress.tell)

    def glance(self, number: int) -> tuple[IssueState, ...]:
        """The issues with this number where the index tells them as it lies; nothing where it is to be renewed."""
        if "diary" in self.__dict__ or not self._uses_index:
            return ()
        from minqing.workspace.diary import glance

        found = glance(self.root, number, self.today)
        if found is None:
            return ()
        self.__dict__.setdefault("workspace", found[0])
        return found[1]

    @property
    def _uses_index(self) -> bool:
        return self.env.get("MINQING_INDEX", "").strip().lower() != "no"

    def pasted(self, text: str) -> Sequence[Notes]:
        """The walks that pasted notes tell of. The last paste is read once, whoever asks: half a megabyte takes
        seconds."""
        text_before, walks = self._pasted
        if text != text_before or not walks:
            from minqing.classify.notes.paste import read_paste

            walks = read_paste(text, self.today, self.workspace.community)
            self._pasted = (text, walks)
        return walks

    @cached_property
    def experience(self) -> Experience:
        """What earlier matters of the diary teach the suggestions."""
        from minqing.cli.commands.learning import experience_of

        return experience_of(self)

    @cached_property
    def earlier(self) -> Earlier:
        """The diary's issues before anything is written now, to find repeats among."""
        from minqing.classify.repeats import Earlier

        return Earlier(past=self.diary, today=self.today)

    @property
    def file_language(self) -> str:
        """The language files are written in: the workspace's, else the one spoken."""
        from minqing.messages import language

        return self.workspace.community.language or language()

    @cached_property
    def screen(self) -> Screen:
        """Where answers and messages go."""
        from minqing.cli.screen import Screen

        return Screen(self.env)

    @cached_property
    def templates(self) -> Templates:
        """The templates of the workspace: a community's own, else the shipped ones."""
        from minqing.reports.templates import Templates
        from minqing.workspace.template_files import template_text

        return Templates(lambda name: template_text(name, self.root))

    @property
    def asks(self) -> bool:
        """Whether a person sits at the keyboard and can be asked."""
        return sys.stdin.isatty() and sys.stdout.isatty()


def choose_language(context: Context) -> str:
    """The interface language: ``--lang``, ``MINQING_LANG``, the workspace's, the locale's.

    A workspace that cannot be found or read is no reason to fail here; the command will say so.
    """
    given = context.chosen_language or context.env.get("MINQING_LANG", "").strip().lower()
    if given:
        return "zh" if given.startswith("zh") else "en"
    return _workspace_language(context) or _locale_language(context.env)


def _workspace_language(context: Context) -> str | None:
    from minqing.workspace.language import settings_language

    try:
        return settings_language((context.root / "minqing.yaml").read_bytes())
    except (MinqingError, OSError):
        return None


def _locale_language(env: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(name):
            return "zh" if env[name].lower().startswith("zh") else "en"
    return _windows_language() if sys.platform == "win32" else "en"


def _windows_language() -> str:
    import locale

    return "zh" if "chinese" in (locale.getlocale()[0] or "").lower() else "en"
