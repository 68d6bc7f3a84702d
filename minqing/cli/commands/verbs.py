"""The verbs of progress: one line appended to one issue, one commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from minqing.cli.commands.common import answer, category_names, not_far_off, the_issue_at_a_glance
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.fold import IssueState, progress_warnings
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.domain.verbs import MAKES_DUE_STALE, VERBS
from minqing.messages import say, speaking
from minqing.text.normal import one_line

AMONG = {"reopen": "closed", "followup": "closed"}
"""Where an issue is looked for by words; all other verbs look among the open ones."""

_SEPARATOR = pattern(r"[\s:：,，。]")
_BODIES = pattern(r"[^\s:：。,，、]+(?:\s*[,，、]\s*[^\s:：。,，、]+)*")
_BLANKS_AND_MARKS = " \u3000:：,，。"


def act(context: Context, verb: str, words: Sequence[str], *, on: str | None, due: str | None, as_json: bool) -> int:
    """Append a line of ``verb`` to the issue that ``words[0]`` names.

    Raises ``MinqingError``: an issue that is none or several, an argument that is missing or unreadable, a day
    before the issue was raised, a line that would change nothing. Typed again after it was killed it is not written
    twice.
    """
    from minqing.cli.asking import leaving_all
    from minqing.cli.commands.again import answered_again
    from minqing.history.repeated import digest_of

    asked = digest_of((context.today, verb, *words, on, due))
    again = answered_again(context, asked, as_json, field=VERBS[verb].sets)
    if again is not None:
        return again
    state = the_issue_at_a_glance(context, words[0], AMONG.get(verb, "open"))
    day = _day(context, on, state)
    with leaving_all():
        argument, text = _argument(context, verb, list(words[1:]), state)
        if _is_so(state, verb, argument, day) and not text and due is None:
            return _already(context, state, verb, as_json)
        new_due = _new_due(context, verb, due, day, state, argument)
    lines = [Progress(day, verb, argument, text)]
    if new_due:
        lines.append(Progress(day, "extend", new_due.isoformat(), ""))
    code = _append(context, state, lines, asked, as_json)
    if verb in MAKES_DUE_STALE and not as_json:
        _tell_stale(context, state, lines, due_asked=context.asks or due is not None)
    if (verb, argument) == ("followup", "dissatisfied") and state.closed and not as_json:
        context.screen.message(say("verbs.still-closed", id=state.id))
    return code


SAID_ONCE = ("regrade", "reclassify")
"""Verbs of which a second line with the same argument would tell nothing."""


def _is_so(state: IssueState, verb: str, argument: str | None, day: date) -> bool:
    """Whether an issue has the tier or category already, on ``day`` and with nothing dated behind it."""
    known = getattr(state, VERBS[verb].sets or "") if verb in SAID_ONCE else None
    return known == argument is not None and all(line.date <= day for line in state.issue.progress)


def _already(context: Context, state: IssueState, verb: str, as_json: bool) -> int:
    """Say that it is so already; nothing is written."""
    from minqing.history.change import Outcome

    if not as_json:
        context.screen.message(say("verbs.already"))
    return answer(context, Outcome(), state.entry, [state.id], as_json, field=VERBS[verb].sets)


def _tell_stale(context: Context, state: IssueState, lines: Sequence[Progress], *, due_asked: bool) -> None:
    """Say what a change of tier has left as it was, once it is written."""
    from minqing.cli.commands.common import states_written
    from minqing.cli.commands.stale import tell_stale

    for after in states_written(context, state.entry, {state.id}):
        tell_stale(context, state, after, lines[0].date, due_asked=due_asked)


def _append(context: Context, state: IssueState, lines: list[Progress], asked: str, as_json: bool) -> int:
    from minqing.cli.withheld import carry
    from minqing.history.change import Change, Write
    from minqing.text.edit import add_progress
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    workspace, language = context.workspace, context.file_language
    said: list[str] = []

    def plan() -> Change:
        reading = read_one(workspace, state.entry)
        entry, issue = still_there(reading.entry, state)
        said[:] = [*_without_effect(issue, entry, lines), *_closed_later(state, lines[0]), *_past_dues(lines)]
        words = category_words(workspace.community)
        new = add_progress(reading, state.id, lines, language, category_names(context), words)
        with speaking(language):
            subject = f"{say(f'words.{lines[0].verb}')} {state.id} {one_line(state.title)}"
        return Change(lines[0].verb, subject, (Write(state.entry, new),), (state.id,), asked=asked)

    outcome = carry(context, plan)
    for text in said:
        context.screen.message(text)
    field = "due" if len(lines) > 1 else VERBS[lines[0].verb].sets
    return answer(context, outcome, state.entry, [state.id], as_json, field=field)


def still_there(entry: Entry | None, state: IssueState) -> tuple[Entry, Issue]:
    """The entry and issue as they stand under the lock. Raises ``MinqingError`` where they have gone."""
    for issue in entry.issues if entry else ():
        if entry and issue.id == state.id:
            return entry, issue
    raise MinqingError("cli.issue-gone", MISUSE, id=state.id, path=state.entry)


def _without_effect(issue: Issue, entry: Entry, lines: Sequence[Progress]) -> list[str]:
    """What to say of lines that are doubtful. Raises ``MinqingError`` for one that would change nothing."""
    from minqing.domain.values import replace

    said = []
    for code, line in progress_warnings(replace(issue, progress=(*issue.progress, *lines)), entry):
        if not any(line is new for new in lines):
            continue
        if code != "progress-close-closed":
            raise MinqingError(f"verbs.{code}", MISUSE, id=issue.id, verb=say(f"words.{line.verb}"))
        said.append(say("verbs.progress-close-closed", id=issue.id))
    return said


def _closed_later(state: IssueState, line: Progress) -> Iterator[str]:
    """What to say of a closing that is dated before the one in force, which stays."""
    if VERBS[line.verb].outcome and state.closed and line.date < state.closed:
        closings = [w.verb for w in state.issue.progress if w.date == state.closed and VERBS[w.verb].outcome]
        verb = say(f"words.{closings[-1] if closings else line.verb}")
        yield say("verbs.closed-later", id=state.id, closed=state.closed, day=line.date, verb=verb)


def _day(context: Context, on: str | None, state: IssueState) -> date:
    from minqing.text.dates import parse_day

    day = not_far_off(context, parse_day(on, context.today, prefer="done")) if on is not None else context.today
    if day < state.raised:
        code = "verbs.before-raised" if on is not None else "verbs.before-raised-today"
        raise MinqingError(code, id=state.id, raised=state.raised, day=day)
    if day > context.today:
        context.screen.message(say("verbs.future", day=day))
    return day


def _new_due(
    context: Context, verb: str, due: str | None, day: date, state: IssueState, argument: str | None
) -> date | None:
    """The new due date for a verb that makes the old one stale; asked for in a terminal."""
    from minqing.text.dates import parse_until

    if due is not None:
        return parse_until(due, context.today)
    if verb not in MAKES_DUE_STALE or not context.asks:
        return None
    return _asked_due(context, state, {"regrade": argument, "escalate": "large"}.get(verb, state.tier), day)


def _asked_due(context: Context, state: IssueState, tier: str | None, day: date) -> date | None:
    """A due date for a matter that is of ``tier`` now, and which would be usual; ``None`` for the old one."""
    from minqing.cli.asking import ask_day
    from minqing.cli.commands.stale import usual_due

    old, usual = state.due.isoformat() if state.due else say("words.none"), usual_due(context, state, tier, day)
    if usual is None:
        return ask_day(context, say("verbs.ask-due", old=old))
    asked = say("verbs.ask-due-usual", old=old, tier=say(f"words.{tier}"), usual=usual)
    return ask_day(context, asked, usual.isoformat())


def _past_dues(lines: Sequence[Progress]) -> Iterator[str]:
    """What to say of a due date before its line's own day; once it is written, for then it can be taken back."""
    for line in lines:
        if VERBS[line.verb].argument == "date" and line.argument and line.argument < line.date.isoformat():
            yield say("verbs.due-past", due=line.argument, day=line.date)


def _argument(context: Context, verb: str, words: list[str], state: IssueState) -> tuple[str | None, str]:
    """The verb's argument, canonical, and the text behind it; one that was asked for is asked again where it is none.

    Raises ``MinqingError`` for what was typed and is no such thing, and where nothing is answered.
    """
    kind = VERBS[verb].argument
    if kind is None:
        return None, _text(context, verb, words)
    if words and words[0].strip():
        return _read_argument(context, verb, kind, words, state)
    from minqing.cli.refusals import told

    while True:
        given = [_asked(context, verb, kind), *words[1:]]
        try:
            return _read_argument(context, verb, kind, given, state)
        except MinqingError as refused:
            told(refused)


def _read_argument(
    context: Context, verb: str, kind: str, words: list[str], state: IssueState
) -> tuple[str | None, str]:
    if kind == "date":
        return _date_argument(context, verb, words)
    if kind == "issue":
        return _other_issue(context, words[0], state), one_line(" ".join(words[1:]))
    word, rest = _first_bodies(words) if kind == "bodies" else _first_word(words)
    if not word:
        raise _missing(verb, kind)
    found = READERS[kind](context, word, state)
    return found, one_line(f"{_own_word(kind, word)} {rest}")


def _own_word(kind: str, word: str) -> str:
    """What the resident answered, in words of their own: 还行 stays beside the 基本满意 that it counts as."""
    from minqing.text.normal import folded
    from minqing.text.vocabulary import SATISFACTIONS_BY_WORD

    known = kind != "satisfaction" or any(official.startswith(folded(word)) for official in SATISFACTIONS_BY_WORD)
    return "" if known else word


def _text(context: Context, verb: str, words: list[str]) -> str:
    text = one_line(" ".join(words))
    if text or verb != "note":
        return text
    return one_line(_asked(context, verb, "text"))


def _asked(context: Context, verb: str, kind: str) -> str:
    """What is missing, asked for in a terminal. Raises ``MinqingError`` elsewhere."""
    if context.asks:
        from minqing.cli.asking import ask

        given = ask(say(f"verbs.ask-{kind}"))
        if given:
            return given
    raise _missing(verb, kind)


def _missing(verb: str, kind: str) -> MinqingError:
    return MinqingError("cli.missing", what=say(f"verbs.arg-{kind}"), usage=say(f"help_of_verbs.{verb}-usage"))


def _first_bodies(words: list[str]) -> tuple[str, str]:
    """Bodies joined by commas, with or without blanks behind them, and what follows."""
    whole = " ".join([words[0].strip(), *words[1:]])
    found = _BODIES.match(whole)
    if found is None:
        return "", ""
    return "".join(found[0].split()), whole[found.end() :].lstrip(_BLANKS_AND_MARKS)


def _first_word(words: list[str]) -> tuple[str, str]:
    """The argument and what follows it; an argument ends at a blank or a separator, as in the files."""
    whole = " ".join([words[0].strip(), *words[1:]])
    found = _SEPARATOR.search(whole)
    if found is None:
        return whole, ""
    return whole[: found.start()], whole[found.end() :].lstrip(_BLANKS_AND_MARKS)


def _date_argument(context: Context, verb: str, words: list[str]) -> tuple[str, str]:
    """A date of one, two or three words (``in 3 days``), and the text behind it.

    Of a period (明年3月) it is the last day, and the first one for a review: then it can be looked at again.
    """
    from minqing.text.dates import parse_until

    whole = one_line(" ".join(words))
    ends = [*[found.start() for found in _SEPARATOR.finditer(whole)][:3], len(whole)]
    for end in sorted(set(ends[:4]), reverse=True):
        try:
            day = parse_until(whole[:end], context.today, first=verb == "park")
        except MinqingError:
            continue
        return day.isoformat(), whole[end:].lstrip(_BLANKS_AND_MARKS)
    raise MinqingError("dates.not-a-day", MISUSE, text=words[0])


def _tier(context: Context, word: str, state: IssueState) -> str:
    from minqing.text.synonyms import TIERS_SAID

    return fixed_word("tier", word, TIERS_SAID)


def _satisfaction(context: Context, word: str, state: IssueState) -> str:
    from minqing.text.synonyms import SATISFACTIONS_SAID

    return fixed_word("satisfaction", word, SATISFACTIONS_SAID)


def fixed_word(name: str, word: str, words: Mapping[str, str]) -> str:
    """The English id of a fixed word as typed, see ``synonyms.meant``. Raises ``MinqingError`` naming the words there
    are.
    """
    from minqing.text.synonyms import meant

    found = meant(word, words)
    if found is None:
        raise MinqingError(f"cli.no-{name}", value=word)
    return found


def category_id(context: Context, word: str) -> str:
    """The id of a category as typed. Raises ``MinqingError`` naming the categories there are."""
    from minqing.text.synonyms import category_of
    from minqing.text.vocabulary import category_words

    found = category_of(word, category_words(context.workspace.community))
    if found is None:
        names = "、".join(c.name for c in context.workspace.community.categories.values())
        raise MinqingError("cli.no-category", value=word, names=names)
    return found


def _category(context: Context, word: str, state: IssueState) -> str:
    return category_id(context, word)


def _other_issue(context: Context, word: str, state: IssueState) -> str:
    other = the_issue_at_a_glance(context, word, "any")
    if other.id == state.id:
        raise MinqingError("verbs.same-issue", id=state.id)
    back = any(p.verb == "duplicate" and p.argument == state.id for p in other.issue.progress)
    if other.outcome == "duplicate" and back:
        raise MinqingError("verbs.duplicates-each-other", id=state.id, other=other.id)
    return other.id


def _as_typed(context: Context, word: str, state: IssueState) -> str:
    return word


def _bodies(context: Context, word: str, state: IssueState) -> str:
    """Bodies joined as the files have them: an input method's full-width comma joins like the other one."""
    return word.replace("，", ",").strip(",、")


READERS: dict[str, Callable[[Context, str, IssueState], str]] = {
    "owner": _as_typed,
    "body": _as_typed,
    "bodies": _bodies,
    "tier": _tier,
    "category": _category,
    "satisfaction": _satisfaction,
}
"""How each kind of argument is read."""
