"""``minqing add``: one issue outside a walk, in that day's entry of its kind."""

from __future__ import annotations

from datetime import date

from minqing.cli.commands.common import answer, category_names, first_free_number, not_far_off, number_of
from minqing.cli.commands.composing import Told, issue_from, told_from_text
from minqing.cli.commands.verbs import category_id
from minqing.cli.context import Context
from minqing.domain.errors import INTERRUPTED, MinqingError
from minqing.domain.model import Entry, Issue
from minqing.domain.values import dataclass, replace
from minqing.messages import say, speaking
from minqing.text.normal import folded, one_line
from minqing.text.vocabulary import KINDS_BY_WORD, SOURCES_BY_WORD, TIERS_BY_WORD

KINDS = KINDS_BY_WORD | {
    "来访": "desk", "电话": "call", "热线": "hotline", "工单": "hotline", "12345热线": "hotline", "会议": "meeting",
}  # fmt: skip
"""The kinds of entry, and what people call them besides."""


@dataclass(frozen=True, slots=True)
class Given:
    """The flags of ``add`` as typed."""

    kind: str | None = None
    date: str | None = None
    place: str | None = None
    reporter: str | None = None
    source: str | None = None
    category: str | None = None
    tier: str | None = None
    owner: str | None = None
    due: str | None = None
    households: str | None = None
    ticket: str | None = None


def add_issue(context: Context, text: str, given: Given, *, yes: bool, as_json: bool) -> int:
    """Write one issue into its day's entry of its kind, which is made if there is none.

    Raises ``MinqingError`` for a flag that cannot be read.
    """
    from minqing.text.dates import parse_day

    if not text.strip() and context.asks:
        from minqing.cli.talk.single import asked_matter

        text = asked_matter(context)
    day = (
        not_far_off(context, parse_day(given.date, context.today, prefer="past"))
        if given.date is not None
        else context.today
    )
    kind = word_id("kind", given.kind, KINDS) or "desk"
    told = _told(context, text, given)
    if told.due and told.due < day:
        context.screen.message(say("log.due-past", due=told.due, day=day))
    if context.asks and not yes and not as_json:
        return _by_talking(context, told, day, kind)
    return _write(context, told, day, kind, as_json)


def _by_talking(context: Context, told: Told, day: date, kind: str) -> int:
    """What was suggested is shown and may be changed before it is written."""
    from minqing.cli.talk.single import agreed_single

    agreed = agreed_single(context, told, day, kind)
    if agreed is None:
        context.screen.message(say("log.not-added"))
        return INTERRUPTED
    told, kind = agreed
    if told.follows:
        from minqing.cli.commands.verbs import act

        return act(context, "note", [told.follows, told.title], on=day.isoformat(), due=None, as_json=False)
    return _write(context, told, day, kind, as_json=False, asked=True)


def _told(context: Context, text: str, given: Given) -> Told:
    from minqing.text.dates import parse_day

    told = told_from_text(context, text)
    return replace(
        told,
        title=one_line(text),
        place=_text(given.place),
        reporter=_text(given.reporter),
        source=word_id("source", given.source, SOURCES_BY_WORD),
        category=category_id(context, given.category) if given.category else told.category,
        tier=word_id("tier", given.tier, TIERS_BY_WORD) or told.tier,
        owner=_text(given.owner) or told.owner,
        due=parse_day(given.due, context.today, prefer="future") if given.due is not None else None,
        households=number_of(given.households, "--households") if given.households else None,
        ticket=_text(given.ticket),
    )


def _text(value: str | None) -> str | None:
    """A flag's text on one line without blanks around it; nothing where there is nothing in it."""
    return one_line(value or "") or None


def word_id(name: str, value: str | None, words: dict[str, str]) -> str | None:
    """The English id of a fixed word as typed. Raises ``MinqingError`` naming the words there are."""
    if value is None:
        return None
    found = words.get(folded(value))
    if found is None:
        raise MinqingError(f"cli.no-{name}", value=value)
    return found


def _write(context: Context, told: Told, day: date, kind: str, as_json: bool, *, asked: bool = False) -> int:
    from minqing.cli.commands.repeating import repeats_json, tell_repeats
    from minqing.history.change import Change, Write, carry_out
    from minqing.workspace.load import existing_entry

    workspace = context.workspace
    written: list[tuple[str, Issue]] = []

    def plan() -> Change:
        number = first_free_number(context, day)
        issue = issue_from(context, told, day, number, kind)
        path = existing_entry(workspace.root, day, kind)
        path, new = _appended(context, path, issue) if path else _new(context, issue, day, kind)
        written.append((path, issue))
        with speaking(context.file_language):
            subject = f"{say('log.added')} {issue.id} {one_line(issue.title)}"
        return Change("add", subject, (Write(path, new),), (issue.id,))

    outcome = carry_out(workspace, plan)
    path, issue = written[-1]
    more = repeats_json(context, [issue]) if as_json else None
    code = answer(context, outcome, path, [issue.id], as_json, more=more)
    if not asked and not as_json:
        tell_repeats(context, [issue])
    return code


def _appended(context: Context, path: str, issue: Issue) -> tuple[str, bytes]:
    from minqing.text.edit import add_issues
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    workspace = context.workspace
    reading = read_one(workspace, path)
    words = category_words(workspace.community)
    new = add_issues(reading, [issue], context.file_language, category_names(context), words)
    return path, new


def _new(context: Context, issue: Issue, day: date, kind: str) -> tuple[str, bytes]:
    from minqing.text.write import new_entry
    from minqing.workspace.load import entry_path_for

    path = entry_path_for(context.workspace.root, day, kind)
    entry = Entry(day, kind, issues=(issue,), path=path)
    return path, new_entry(entry, context.file_language, category_names(context))
