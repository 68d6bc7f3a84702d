"""From what was typed of a matter to the issue that is written: flags first, then marks, then suggestions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from minqing.classify.notes.paste import NotedIssue
from minqing.classify.sentence.marks import Marks, marks
from minqing.classify.sentence.places import find_place
from minqing.classify.suggest import Asked, Suggestion, suggest_all
from minqing.cli.commands.common import category_names
from minqing.cli.context import Context
from minqing.domain.errors import MinqingError
from minqing.domain.model import Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.messages import say, speaking
from minqing.reports.document import Block, Column, Row, Table
from minqing.text.normal import aligned, one_line

if TYPE_CHECKING:
    from minqing.classify.repeats import Repeat


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of one issue; everything but the title may be missing and is then suggested.

    An empty place, reporter or owner is meant to be none. ``follows`` is the id of an open issue that this is a
    note to: then it becomes no issue of its own. ``suggested`` names what nobody chose: a suggestion that was taken as
    it came, and goes with what it was suggested for. ``instead`` is what a person made of a line that is no matter:
    ``out`` for nothing, ``text`` for a remark in the diary's text; it keeps its number until the walk is written.
    ``matter``: a person has said that it is one, whatever it looks like. ``ends``: the line it becomes of the issue it
    follows closes that. ``doubted``: the reader of the notes is not sure that it is a matter. ``unsettled``: a person
    has said that it is still open, whatever its words.
    """

    title: str
    place: str | None = None
    reporter: str | None = None
    source: str | None = None
    category: str | None = None
    tier: str | None = None
    owner: str | None = None
    due: date | None = None
    households: int | None = None
    ticket: str | None = None
    closed: bool = False
    follows: str | None = None
    suggested: tuple[str, ...] = ()
    instead: str = ""
    ends: bool = False
    doubted: bool = False
    unsettled: bool = False

    @property
    def stands(self) -> bool:
        """Whether it is a matter, and not something else by now."""
        return self.instead in ("", "matter")


def told_from_text(context: Context, text: str) -> Told:
    """A typed sentence with its ``!`` ``#`` ``@`` marks. Raises ``MinqingError`` where nothing is left of it."""
    noted = marks(one_line(text), context.workspace.community)
    if not noted.title:
        raise MinqingError("log.no-matter", usage=say("help_of_writing.add-usage"))
    return told_from_note(noted)


def told_from_note(noted: NotedIssue | Marks) -> Told:
    """An issue of the notes."""
    told = Told(noted.title, category=noted.category, tier=noted.tier, owner=noted.owner, closed=noted.closed)
    if isinstance(noted, Marks):
        return told
    read = {name: getattr(noted, name) for name in ("place", "reporter", "source", "ticket", "doubted")}
    return replace(told, **read)


def repeat_of(context: Context, told: Told, day: date | None = None) -> Repeat | None:
    """The issues, up to ``day``, of a matter that is being written down; ``None`` where it is new."""
    place = told.place or find_place(told.title, context.workspace.community)
    return context.earlier.of(told.title, place, day)


def hint_for(context: Context, told: Told, day: date, kind: str) -> Suggestion:
    """What is suggested for a matter, with what was said of it taken as given, and how often it came up before."""
    return hints_for(context, (told,), day, kind)[0]


def hints_for(context: Context, several: Sequence[Told], day: date, kind: str) -> list[Suggestion]:
    """The same for several matters: what their words leave in doubt is read together, and each is suggested for once,
    however often it is shown.
    """
    known = context.hints
    asked = {told: _asked(context, told, day, kind) for told in several if (told, day, kind) not in known}
    if asked:
        community, experience = context.workspace.community, context.experience
        why = context.asks or context.tells_why
        found = suggest_all(list(asked.values()), community=community, experience=experience, reasons=why)
        known.update(((told, day, kind), hint) for told, hint in zip(asked, found, strict=True))
    return [known[told, day, kind] for told in several]


def _asked(context: Context, told: Told, day: date, kind: str) -> Asked:
    before = None if told.tier else repeat_of(context, told, day)
    repeats = len(before.states) if before else 0
    return Asked(
        told.title, day, kind, told.category, told.tier, told.closed, told.households, repeats, told.unsettled
    )  # fmt: skip


MOST_UNSURE = 5
"""Guesses that are told one by one; of more only the number is."""


def tell_unsure(context: Context, several: Sequence[Told], day: date, kind: str) -> None:
    """Say which suggestions are taken though they are only guesses, where nobody is asked."""
    names = category_names(context)
    lines: list[str] = []
    for told, hint in zip(several, hints_for(context, several, day, kind), strict=True):
        values = {"category": names.get(hint.category, hint.category), "tier": say(f"words.{hint.tier}")}
        guessed = "、".join(values[name] for name in hint.unsure)
        if guessed:
            lines.append(say("log.unsure", title=told.title, value=guessed))
    for line in lines[:MOST_UNSURE]:
        context.screen.message(line)
    if len(lines) > MOST_UNSURE:
        context.screen.message(say("log.more-unsure", count=len(lines) - MOST_UNSURE))


def issue_from(
    context: Context, told: Told, day: date, number: int, kind: str, hint: Suggestion | None = None
) -> Issue:
    """The issue as it is written, with what was not said suggested (as ``hint`` has it, where that is there)."""
    hint = hint or hint_for(context, told, day, kind)
    return Issue(
        id=f"{day:%Y%m%d}-{number}",
        title=told.title,
        place=aligned(_said(told.place, hint.place) or "") or None,  # ９号楼 and 9号楼 are one place of the figures
        reporter=_said(told.reporter, hint.reporter),
        source=told.source,
        category=hint.category,
        tier=hint.tier,
        owner=_said(told.owner, hint.owner),
        due=told.due or hint.due,
        households=told.households,
        ticket=told.ticket,
        progress=(_settled(context, day),) if told.closed else (),
    )


def issues_from(context: Context, several: Sequence[Told], day: date, first: int, kind: str) -> tuple[Issue, ...]:
    """Several issues as they are written, numbered from ``first`` on."""
    hints = zip(several, hints_for(context, several, day, kind), strict=True)
    return tuple(issue_from(context, told, day, n, kind, hint) for n, (told, hint) in enumerate(hints, first))


def _said(told: str | None, suggested: str | None) -> str | None:
    """A part as a person said it, empty for none, else as suggested."""
    return suggested if told is None else told or None


def _settled(context: Context, day: date) -> Progress:
    """The closing of a matter that was settled on the spot, in the words of the files."""
    with speaking(context.file_language):
        return Progress(day, "close", None, say("log.on-the-spot"))


def issue_preview(
    context: Context, issues: tuple[Issue, ...], numbers: Sequence[int] = (), unsure: Sequence[Collection[str]] = ()
) -> tuple[Block, ...]:
    """What would be written of the issues, before it is: a table; in a terminal too narrow for it, some lines each.

    ``numbers`` are their own where they are not counted from 1, ``unsure`` the parts that get a question mark.
    """
    from minqing.cli.drawing import as_lines, table_width

    known = tuple(t for t in ("place", "reporter") if any(getattr(issue, t) for issue in issues))
    titles = ("number", "title", *known, "tier", "category", "owner", "due")
    columns = tuple(Column(say(f"list.{t}"), flexible=t in _FLEXIBLE) for t in titles)
    counted = numbers or range(1, len(issues) + 1)
    doubted = unsure or ((),) * len(issues)
    rows = zip(counted, issues, doubted, strict=True)
    table = Table(columns, tuple(_preview_row(context, n, i, known, guessed) for n, i, guessed in rows))
    room = context.screen.columns
    return (table,) if not room or table_width(table) <= room else tuple(as_lines(table.rows, room))


_FLEXIBLE = frozenset({"title", "place", "owner", "category"})
"""Columns that go on in the next line where the screen is too narrow."""


def _preview_row(context: Context, number: int, issue: Issue, known: tuple[str, ...], unsure: Collection[str]) -> Row:
    category = context.workspace.community.categories.get(issue.category or "")
    title = issue.title + (say("log.closed-mark") if issue.progress else "")
    due = issue.due.isoformat() if issue.due else "-"
    tier = (say(f"words.{issue.tier}") if issue.tier else "-") + "?" * ("tier" in unsure)
    name = (category.name if category else "-") + "?" * ("category" in unsure)
    said = (getattr(issue, part) or "-" for part in known)
    return Row((str(number), title, *said, tier, name, issue.owner or "-", due))
