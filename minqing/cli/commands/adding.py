"""``minqing add``: one issue outside a walk, in that day's entry of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from minqing.classify.sentence.tickets import ticket_of
from minqing.cli.commands.clock import tell_doubtful_date
from minqing.cli.commands.common import answer, category_names, first_free_number, number_of
from minqing.cli.commands.composing import (
    Told,
    hints_for,
    issue_preview,
    issues_from,
    tell_unsure,
    told_from_note,
    told_from_text,
)
from minqing.cli.commands.note_files import STDIN, is_piped, keep_typed, kept_when_refused, read_notes_file
from minqing.cli.commands.verbs import category_id, fixed_word
from minqing.cli.context import Context
from minqing.domain.errors import INTERRUPTED, MISUSE, MinqingError
from minqing.domain.model import KINDS, Entry, Issue
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.messages import say, speaking
from minqing.text.normal import one_line
from minqing.text.synonyms import KINDS_SAID, SOURCES_SAID, TIERS_SAID

if TYPE_CHECKING:
    from minqing.history.change import Change


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


def add_issue(context: Context, text: str, given: Given, *, yes: bool, as_json: bool, dry_run: bool = False) -> int:
    """Write one issue into its day's entry of its kind, which is made if there is none.

    ``-`` and a bare pipe stand for the lines on stdin, an issue each, in one commit. Raises ``MinqingError`` for a
    flag that cannot be read, a day to come.
    """
    tell_doubtful_date(context)
    kind = _kind(given.kind)
    lines = _lines(context, text)
    asking = context.asks and not yes and not as_json
    asked = lines is None and not text.strip() and context.asks
    if asked:
        text = _asked(context)
        lines = text if "\n" in text else None
    with kept_when_refused(context, lines):
        day = _day(context, given.date, asking, lines)
        several = _several(context, lines, given, kind) if lines is not None else [_told(context, text, given, kind)]
    told = several[0]
    if lines is None:
        _tell_no_option(context, told.title)
    if told.due and told.due < day:
        context.screen.message(say("log.due-past", due=told.due, day=day))
    if dry_run:
        return _tried(context, several, day, kind, as_json)
    if lines is None and asking:
        return _by_talking(context, told, day, kind, bare=given == Given())
    if lines == text and asking and not _confirmed(context, several, day, kind):
        return INTERRUPTED
    with kept_when_refused(context, lines):
        code = _write(context, several, day, kind, as_json)
    tell_unsure(context, several, day, kind)
    if asked:
        from minqing.cli.talk.single import forget_single

        forget_single(context)
    return code


def _asked(context: Context) -> str:
    """What the matter is, asked for in a terminal."""
    from minqing.cli.commands.again import tell_left
    from minqing.cli.talk.single import asked_matter

    tell_left(context)
    return asked_matter(context)


def _kind(typed: str | None) -> str:
    """The kind of entry as typed. Raises ``MinqingError`` for a walk, whose people and steps ``log`` asks for."""
    kind = word_id("kind", typed, KINDS_SAID) or "desk"
    if kind == "walk":
        names = say("stats.list-comma").join(f"{say(f'words.{other}')}({other})" for other in KINDS if other != kind)
        raise MinqingError("log.add-no-walk", MISUSE, kinds=names)
    return kind


def _day(context: Context, value: str | None, asking: bool, lines: str | None) -> date:
    """The day it came in; one that is yet to come is questioned once where a person is, else refused.

    Where no day was typed, a date above several ``lines`` is theirs.
    """
    from minqing.cli.commands.walk_facts import read_date

    said = None if value is None else read_date(context, value)
    if lines is not None:
        from minqing.cli.commands.dated_lines import day_of_lines

        said = day_of_lines(context, lines, said)
    day = said or context.today
    if day <= context.today:
        return day
    if not asking:
        raise MinqingError("log.add-future", MISUSE, day=day)
    from minqing.cli.asking import ask_until

    return ask_until(say("asking.doubt-date", day=day), lambda typed: read_date(context, typed), day.isoformat())


def _lines(context: Context, text: str) -> str | None:
    """What stdin says, where it is asked for (``-``) or nothing else was typed; ``None``: the text is what counts."""
    if text.strip() == STDIN or (not text.strip() and not context.asks and is_piped()):
        return read_notes_file(STDIN, context)
    return None


def _several(context: Context, lines: str, given: Given, kind: str) -> list[Told]:
    """One issue a line, with the flags for all of them. Raises ``MinqingError`` where there is none, or one ticket."""
    from minqing.classify.notes.paste import read_matters

    matters = read_matters(lines, context.today, context.workspace.community)
    if not matters:
        raise MinqingError("log.no-matter", usage=say("help_of_writing.add-usage"))
    if given.ticket and len(matters) > 1:
        raise MinqingError("log.one-ticket", MISUSE, count=len(matters))
    return [_with_ticket(_with_flags(context, told_from_note(noted), given), kind) for noted in matters]


def _with_ticket(told: Told, kind: str) -> Told:
    """A ticket number before the words: named so, or bare where the line came over the hotline."""
    found = ticket_of(told.title)
    if found is None or told.ticket or not (found.named or kind == "hotline"):
        return told
    return replace(told, ticket=found.number, title=told.title[found.end :])


def _numbered(context: Context, several: Sequence[Told], day: date, kind: str) -> tuple[Issue, ...]:
    """The issues with the numbers they get, after those of the day."""
    first = first_free_number(context, day, len(several))
    return issues_from(context, several, day, first, kind)


def _shown(context: Context, several: Sequence[Told], day: date, kind: str) -> tuple[Issue, ...]:
    """What would be written, as a table with a question mark behind what is a guess."""
    issues = _numbered(context, several, day, kind)
    unsure = [hint.unsure for hint in hints_for(context, several, day, kind)]
    context.screen.draw(issue_preview(context, issues, unsure=unsure))
    return issues


def _tried(context: Context, several: Sequence[Told], day: date, kind: str, as_json: bool) -> int:
    """What would be written, why, and what of it came up before. Raises ``MinqingError`` where it would be refused."""
    from minqing.cli.commands.reasons import suggested_dicts, why_blocks
    from minqing.cli.commands.repeating import repeats_json, tell_repeats
    from minqing.cli.withheld import rehearse

    context.tells_why = True
    if as_json:
        from minqing.reports.issue_json import raised_dict

        issues = _numbered(context, several, day, kind)
        why = suggested_dicts(context, several, day, kind)
        told = [raised_dict(issue) | more for issue, more in zip(issues, why, strict=True)]
        before = repeats_json(context, issues, written=False)
        context.screen.json({"schema": 1, "entry": None, "issues": told, **before, "commit": None})
    else:
        issues = _shown(context, several, day, kind)
        context.screen.draw(why_blocks(context, several, day, kind))
        tell_repeats(context, issues, written=False)
    rehearse(context, lambda: _change(context, issues, day, kind))
    return 0


def _confirmed(context: Context, several: Sequence[Told], day: date, kind: str) -> bool:
    """Several matters pasted at the question: shown before they are written, and kept where they are not."""
    from minqing.cli.asking import confirmed

    _shown(context, several, day, kind)
    if confirmed(say("log.add-all", count=len(several))):
        return True
    keep_typed(context, "\n".join(told.title for told in several).encode())
    return False


def _by_talking(context: Context, told: Told, day: date, kind: str, *, bare: bool) -> int:
    """What was suggested is shown and may be changed before it is written; ``bare``: no flag says anything of it."""
    from minqing.cli.talk.single import agreed_single, forget_single, left_unwritten

    left = left_unwritten(context, told.title) if bare else None
    agreed = agreed_single(context, *(left or (told, kind)), day=day)
    if agreed is None:
        context.screen.message(say("log.not-added"))
        return INTERRUPTED
    told, kind = agreed
    if told.follows:
        from minqing.cli.commands.verbs import act

        code = act(context, "note", [told.follows, told.title], on=day.isoformat(), due=None, as_json=False)
    else:
        code = _write(context, [told], day, kind, as_json=False, asked=True)
    forget_single(context)
    return code


def _told(context: Context, text: str, given: Given, kind: str) -> Told:
    """The one matter as it was typed; a ticket number before its words is read, and stays in the title."""
    told = _with_flags(context, replace(told_from_text(context, text), title=one_line(text)), given)
    return replace(_with_ticket(told, kind), title=told.title)


_AS_OPTION = pattern(r"(?:^|\s)(--[\u4e00-\u9fff]+)")


def _tell_no_option(context: Context, title: str) -> None:
    """Say that a word such as --类型 is no option: it is text, as any word with Chinese letters is."""
    found = _AS_OPTION.search(title)
    if found:
        context.screen.message(say("log.no-option", word=found[1]))


def _with_flags(context: Context, told: Told, given: Given) -> Told:
    """A matter with what the flags say of it."""
    from minqing.text.dates import parse_until

    return replace(
        told,
        place=_text(given.place),
        reporter=_text(given.reporter),
        source=word_id("source", given.source, SOURCES_SAID),
        category=category_id(context, given.category) if given.category else told.category,
        tier=word_id("tier", given.tier, TIERS_SAID) or told.tier,
        owner=_text(given.owner) or told.owner,
        due=parse_until(given.due, context.today) if given.due is not None else None,
        households=number_of(given.households, "--households") if given.households else None,
        ticket=_text(given.ticket) or told.ticket,
    )


def _text(value: str | None) -> str | None:
    """A flag's text on one line without blanks around it; nothing where there is nothing in it."""
    return one_line(value or "") or None


def word_id(name: str, value: str | None, words: Mapping[str, str]) -> str | None:
    """The English id of a fixed word as typed. Raises ``MinqingError`` naming the words there are."""
    if value is None:
        return None
    return fixed_word(name, value, words)


def _write(
    context: Context, several: Sequence[Told], day: date, kind: str, as_json: bool, *, asked: bool = False
) -> int:
    from minqing.cli.commands.again import answered_again
    from minqing.cli.commands.repeating import repeats_json, tell_repeats
    from minqing.cli.withheld import carry
    from minqing.history.repeated import digest_of

    typed = digest_of(("add", day, kind, *several))
    again = answered_again(context, typed, as_json)
    if again is not None:
        return again
    written: list[tuple[str, tuple[Issue, ...]]] = []

    def plan() -> Change:
        issues = _numbered(context, several, day, kind)
        change = _change(context, issues, day, kind, typed)
        written.append((change.writes[0].path, issues))
        return change

    outcome = carry(context, plan)
    path, issues = written[-1]
    more = repeats_json(context, issues) if as_json else None
    code = answer(context, outcome, path, [issue.id for issue in issues], as_json, more=more)
    if not asked:
        from minqing.cli.commands.full_names import full_names, tell_names

        if not as_json:
            tell_repeats(context, issues)
        tell_names(context, full_names(context, [issue.title for issue in issues]), written=True)
    return code


def _change(context: Context, issues: tuple[Issue, ...], day: date, kind: str, typed: str | None = None) -> Change:
    """The issues put into that day's entry of their kind; ``typed`` is the digest of what was asked for."""
    from minqing.history.change import Change, Write
    from minqing.workspace.load import existing_entry

    path = existing_entry(context.workspace.root, day, kind)
    path, new = _appended(context, path, issues) if path else _new(context, issues, day, kind)
    ids = tuple(issue.id for issue in issues)
    return Change("add", _subject(context, issues), (Write(path, new),), ids, asked=typed)


def _subject(context: Context, issues: Sequence[Issue]) -> str:
    """What was added, in words: the issue, or how many."""
    with speaking(context.file_language):
        first = f"{say('log.added')} {issues[0].id} {one_line(issues[0].title)}"
        return first if len(issues) == 1 else f"{first} … {say('log.added-several', count=len(issues))}"


def _appended(context: Context, path: str, issues: Sequence[Issue]) -> tuple[str, bytes]:
    from minqing.text.edit import add_issues
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    workspace = context.workspace
    reading = read_one(workspace, path)
    words = category_words(workspace.community)
    new = add_issues(reading, issues, context.file_language, category_names(context), words)
    return path, new


def _new(context: Context, issues: tuple[Issue, ...], day: date, kind: str) -> tuple[str, bytes]:
    from minqing.text.write import new_entry
    from minqing.workspace.load import entry_path_for

    path = entry_path_for(context.workspace.root, day, kind)
    entry = Entry(day, kind, issues=issues, path=path)
    return path, new_entry(entry, context.file_language, category_names(context))
