"""``minqing history``: who changed what, and when, in words, from git alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from minqing.cli.commands.common import category_names, the_issue
from minqing.cli.commands.happened import blocks
from minqing.cli.context import Context
from minqing.domain.errors import GIT, MISUSE, MinqingError
from minqing.domain.period import Period
from minqing.domain.values import dataclass
from minqing.messages import say

if TYPE_CHECKING:
    from minqing.history.events import Event
    from minqing.history.logbook import Commit
    from minqing.history.versions import Versions
    from minqing.text.telling import Telling

LATEST = 30
"""So many changes are shown where nothing narrows them."""


def show_history(
    context: Context, words: Sequence[str], *, by: str | None = None, everything: bool = False, as_json: bool = False
) -> int:
    """The changes, newest first: the latest, those of an issue or a period, or those by somebody.

    Raises ``MinqingError`` for words that name none of these, and where there is no repository.
    """
    from minqing.history.git import head, repository_of
    from minqing.history.versions import Versions
    from minqing.text.telling import Telling
    from minqing.text.vocabulary import category_words

    if repository_of(context.root) is None:
        raise MinqingError("git.no-history", GIT, root=str(context.root))
    begun = head(context.root) is not None
    telling = Telling(context.workspace.language, category_names(context))
    with closing(Versions(context.root, category_words(context.workspace.community))) as versions:
        asked = _asked(context, " ".join(words).strip(), by)
        limited = asked.is_open and not everything and not as_json
        events = _events(context, asked, versions) if begun else iter(())
        shown, more = _up_to(events, LATEST if limited else None)
    if as_json:
        context.screen.json({"schema": 1, "events": [_event_dict(event, telling) for event in shown]})
        return 0
    context.screen.draw(blocks(shown, telling, context.today, of_issue=asked.issue is not None))
    if not shown:
        context.screen.message(say("history.nothing" if begun else "history.none"))
    if more:
        context.screen.message(say("history.more", count=LATEST))
    return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be told: of an issue (its id, and its file where it still stands), a period, by a name."""

    issue: str | None = None
    path: str | None = None
    period: Period | None = None
    by: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing narrows it to a reasonable length."""
        return self.issue is None and self.period is None

    def wants(self, commit: Commit) -> bool:
        """Whether a commit is of the period and by the name."""
        from minqing.history.events import by_name

        within = self.period is None or self.period.contains(commit.written.day)
        return within and (self.by is None or by_name(self.by)(commit))


def _asked(context: Context, what: str, by: str | None) -> _Asked:
    """What the words name: an issue by its full number, else a period (``2026-11``), else an issue otherwise."""
    from minqing.text.dates import parse_period
    from minqing.text.naming import is_id, is_last, typed_number

    if by is not None and not by.strip():
        raise MinqingError("cli.option-value", MISUSE, option="--by")
    if not what:
        return _Asked(by=by)
    if not is_id(what) and not is_last(what):
        try:
            return _Asked(period=parse_period(what, context.today), by=by)
        except MinqingError as error:
            if error.code != "dates.not-a-period" and typed_number(what) is None:
                raise
    return _issue(context, what, by)


def _issue(context: Context, what: str, by: str | None) -> _Asked:
    """An issue as it stands, or one that is gone by its full number."""
    from minqing.text.naming import is_id
    from minqing.text.normal import folded

    try:
        state = the_issue(context, what, "any")
    except MinqingError as error:
        if not is_id(what) or not error.code.startswith("naming.no-id"):
            raise
        return _Asked(issue=folded(what), by=by)
    return _Asked(issue=state.id, path=state.entry, by=by)


def _events(context: Context, asked: _Asked, versions: Versions) -> Iterator[Event]:
    from minqing.history.events import chosen, newest, of_issue

    if asked.issue is not None:
        found = of_issue(context.root, versions, asked.issue, asked.path)
        return (event for event in found if asked.wants(event.commit))
    if asked.is_open and asked.by is None:
        return newest(context.root, versions)
    return chosen(context.root, versions, asked.wants)


def _up_to(events: Iterator[Event], count: int | None) -> tuple[list[Event], bool]:
    """The events of the first ``count`` commits, and whether there are more."""
    shown: list[Event] = []
    seen: set[str] = set()
    for event in events:
        seen.add(event.commit.id)
        if count is not None and len(seen) > count:
            return shown, True
        shown.append(event)
    return shown, False


def _event_dict(event: Event, telling: Telling) -> dict[str, object]:
    """An event as ``history --json`` gives it."""
    from minqing.cli.commands.happened import in_words

    return {
        "commit": event.commit.id,
        "date": event.commit.written.day.isoformat(),
        "time": event.commit.written.iso,
        "author": event.commit.author,
        "action": event.action,
        "issue": event.issue or None,
        "file": event.file or None,
        "text": in_words(event, telling),
        "by_hand": event.by_hand,
        "lines": [f"{_SIGNS[one.kind]}{one.old or one.new or ''}" for one in event.differences if one.kind in _SIGNS],
    }


_SIGNS = {"text_deleted": "-", "text_added": "+"}
