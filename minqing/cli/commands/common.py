"""What several commands share: the issues on a day, naming one, and answering after a change."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.cli.context import Context
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.domain.fold import IssueState, fold_issue
from minqing.messages import say
from minqing.text.problems import Problem

if TYPE_CHECKING:
    from minqing.history.change import Outcome

SHOWN_PROBLEMS = 5
"""How many problems a reading command names before it points to ``minqing check``."""


def day_asked(context: Context, as_of: str | None) -> date:
    """The day of ``--as-of``, else today. Raises ``MinqingError`` for what is no day."""
    if as_of is None:
        return context.today
    from minqing.text.dates import parse_day

    return parse_day(as_of, context.today)


ONLY_OPEN = date.max
"""Issues asked for ``since`` this day: closed ones may be missing, as nothing happens after it."""


def the_issue(context: Context, text: str, among: str) -> IssueState:
    """The one issue that ``text`` names. Raises ``MinqingError`` (exit 3) where there is none or several."""
    try:
        return _named(context, text, among)
    except MinqingError:
        tell_left_out(context)
        raise


def the_issue_at_a_glance(context: Context, text: str, among: str) -> IssueState:
    """As ``the_issue``, for a command that asks nothing else of the diary: an id is looked up at a glance."""
    from minqing.text.naming import is_last, typed_number

    number = None if is_last(text) else typed_number(text)
    found = context.glance(number) if number is not None else ()
    if found:
        from minqing.text.naming import name_issue

        with contextlib.suppress(MinqingError):  # the explanation wants more than a glance
            return name_issue(text, found, among=among)
    return the_issue(context, text, among)


def _named(context: Context, text: str, among: str) -> IssueState:
    """Look where ``text`` can be meant first; all issues are gone through only when it is not found there."""
    from minqing.text.naming import is_last, name_issue, typed_number, wanted_by

    diary, today = context.diary, context.today
    last = last_touched(context) if is_last(text) else None
    number = typed_number(last or text)
    if number is not None:
        states = diary.numbered(number, today)
        return name_issue(text, states, among=among, last=lambda: last, left_out=diary.left_out)
    if among != "closed" and not is_last(text):
        try:
            return name_issue(text, list(diary.standing(today, ONLY_OPEN)), among="open")
        except MinqingError as error:
            if not error.code.startswith("naming.none"):
                raise
    return name_issue(
        text, diary.where(wanted_by(text), today), among=among, last=lambda: last, left_out=diary.left_out
    )


def first_free_number(context: Context, day: date, count: int = 1) -> int:
    """The first of ``count`` free numbers for issues of a day, after the highest over its files.

    An id of that day that stands in another day's file (a warning of ``check``) is not given out again.
    """
    from minqing.workspace.load import next_issue_number

    first = next_issue_number(context.workspace, day)
    while any(_is_taken(context, f"{day:%Y%m%d}-{first + n}") for n in range(count)):
        first += 1
    return first


def _is_taken(context: Context, id: str) -> bool:
    from minqing.text.naming import typed_number

    number = typed_number(id)
    return number is not None and any(s.id == id for s in context.diary.numbered(number, context.today))


def last_touched(context: Context) -> str | None:
    """The id in the newest commit that touched an issue."""
    from minqing.history.change import last_issue

    return last_issue(context.root)


def category_names(context: Context) -> Mapping[str, str]:
    """Category id to its name, as it is written into files."""
    return {c.id: c.name for c in context.workspace.community.categories.values()}


def tell_left_out(context: Context) -> int:
    """Say on stderr what the figures leave out; answers the exit code of a reading command."""
    from minqing.cli.commands.clock import tell_not_counted
    from minqing.cli.commands.problems import where_and_what

    tell_not_counted(context)
    errors = _errors(context)
    if not errors:
        tell_pending(context)
        return 0
    lines = [where_and_what(p) for p in errors[:SHOWN_PROBLEMS]]
    left_out = len(context.diary.left_out)
    key = "cli.left-out" if left_out else "cli.errors-counted"
    context.screen.message(say(key, files=left_out, errors=len(errors)))
    context.screen.message("\n".join(f"  {line}" for line in lines))
    more = len(errors) - len(lines)
    context.screen.message(say("cli.see-check-more", count=more) if more else say("cli.see-check"))
    return DIARY


def _errors(context: Context) -> list[Problem]:
    return [*(p for p in context.workspace.settings_problems if p.is_error), *context.diary.errors]


def tell_pending(context: Context) -> None:
    """A change that is written and not yet committed: offered in a terminal, named elsewhere."""
    from minqing.history.pending import pending

    waiting = pending(context.root)
    if not waiting:
        return
    subject = say("git.joint").join(change.subject for change in waiting)
    halves = _written_in_part(context)
    if halves:
        context.screen.message(say("cli.half", subject="、".join(halves)))
    elif not context.asks:
        context.screen.message(say("cli.pending", subject=subject))
    if halves or not context.asks:
        return
    from minqing.cli.asking import confirmed
    from minqing.history.change import commit_pending

    if confirmed(say("cli.offer-pending", subject=subject)):
        from minqing.cli.authorship import with_author

        told_outcome(context, with_author(context, context.workspace, commit_pending(context.workspace), made=False))


def _written_in_part(context: Context) -> list[str]:
    """The subjects of changes that were interrupted half-way through their files."""
    from minqing.history.part_written import in_part
    from minqing.history.pending import recorded

    return [change.subject for change in recorded(context.root) if in_part(context.root, change)]


def not_far_off(context: Context, day: date) -> date:
    """``day``, unless it is so far in the future that the year must be a slip (``MinqingError``)."""
    if (day - context.today).days > FAR:
        raise MinqingError("cli.far-future", MISUSE, day=day, today=context.today)
    return day


FAR = 180
"""Days ahead from which on a day that something happened on is taken for a slip in the year."""


NO_NAME = 123
"""How Windows calls a name that no file can have (``*.jpg`` where no picture is): ERROR_INVALID_NAME."""


def why_not(refused: OSError) -> str:
    """Why the system refused a file, in the person's language where that is known."""
    words = {errno.ENOENT: "no-such-file", errno.EISDIR: "is-folder", errno.EACCES: "no-right", errno.EINVAL: "no-file"}
    word = words.get(refused.errno or 0)
    if getattr(refused, "winerror", None) == NO_NAME:
        word = "no-such-file"
    if word == "no-right" and refused.filename and os.path.isdir(refused.filename):
        word = "is-folder"  # what Windows calls forbidden
    return say(f"cli.{word}") if word else refused.strerror or ""


UNITS = ("公里", "千米", "步", "steps", "km", "户")
"""What a person may write behind a number."""


def put_aside(context: Context, draft: Path) -> None:
    """Keep a draft that is not gone on with under another name, and say where."""
    number = 1
    while (kept := draft.with_name(f"{draft.stem}~{number}{draft.suffix}")).exists():
        number += 1
    draft.rename(kept)
    context.screen.message(say("cli.draft-kept", draft=kept))


def number_text(text: str) -> str:
    """A number as typed (``４７７３``, ``4,773``, ``4773步``), without what is not of the number."""
    from minqing.text.normal import half_width

    plain = half_width(text).lower().replace("。", ".")
    for unit in UNITS:
        plain = plain.removesuffix(unit)
    plain = plain.strip()
    grouped = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain)
    return plain.replace(",", "") if grouped else plain


def number_of(text: str, name: str, example: int = 12) -> int:
    """A count as typed, in Chinese numerals too. Raises ``MinqingError`` naming the option, with an ``example``."""
    from minqing.text.numerals import chinese_integer

    plain = number_text(text)
    if plain.isascii() and plain.isdigit() and len(plain) <= 9:
        return int(plain)
    spoken = None if plain.isascii() else chinese_integer(plain)
    if spoken is None:
        raise MinqingError("cli.number", MISUSE, option=name, value=text, example=example)
    return spoken


_BLANK = r"(?<=[一-鿿]{2})[\s\u3000]+(?=[一-鿿]{2})"


def split_names(values: Sequence[str], *, blanks: bool = True) -> tuple[str, ...]:
    """People or bodies as typed: ``张书记、王丽`` is two, and with ``blanks`` ``张书记 王丽`` is too.

    A blank parts Chinese words of two characters and more: ``王 丽`` is one name, spaced to stand in line.
    """
    between = f"[、，,;；]|{_BLANK}" if blanks else "[、，,;；]"
    return tuple(part.strip() for v in values for part in re.split(between, v) if part.strip())


def state_word(state: IssueState) -> str:
    """The state in words, with how it was closed."""
    return say(f"words.{state.outcome}") if state.outcome else say(f"words.{state.state}")


def answer(
    context: Context,
    outcome: Outcome,
    entry: str,
    ids: Iterable[str],
    as_json: bool,
    said: Sequence[str] = (),
    field: str | None = None,
    more: Mapping[str, object] | None = None,
) -> int:
    """Answer a change: its issues with id, title and new state (and the ``field`` that was set), or JSON (with
    ``more`` keys); and what git refused."""
    return answer_several(context, outcome, [(entry, ids)], as_json, said, field, more)


def answer_several(
    context: Context,
    outcome: Outcome,
    places: Sequence[tuple[str, Iterable[str]]],
    as_json: bool,
    said: Sequence[str] = (),
    field: str | None = None,
    more: Mapping[str, object] | None = None,
) -> int:
    """``answer`` for a change of several entries, each with the ids of its issues; ``entry`` is the first one's."""
    states = [state for path, ids in places for state in states_written(context, path, set(ids))]
    if as_json:
        _answer_json(context, outcome, places[0][0], states, more or {})
    else:
        for text in said:
            context.screen.line(text)
        for state in states:
            context.screen.line(f"{state.id}  {state.title}  {state_word(state)}{_field(context, state, field)}")
    return told_outcome(context, outcome)


def _field(context: Context, state: IssueState, field: str | None) -> str:
    """The field a change has set, with its new value: a slip shows at once."""
    value = getattr(state, field) if field else None
    if value is None:
        return ""
    if field == "category":
        value = category_names(context).get(value, value)
    elif field in ("tier", "satisfaction"):
        value = say(f"words.{value}")
    return say("cli.field", name=say(f"show.{field}"), value=value)


def states_written(context: Context, path: str, ids: set[str]) -> list[IssueState]:
    """Issues of an entry that has just been written, as its file says they stand today."""
    from minqing.workspace.load import read_one

    entry, community = read_one(context.workspace, path).entry, context.workspace.community
    if entry is None:
        return []
    day = max(context.today, entry.date)
    return [fold_issue(issue, entry, day, community) for issue in entry.issues if issue.id in ids]


def _answer_json(
    context: Context, outcome: Outcome, entry: str, states: list[IssueState], more: Mapping[str, object]
) -> None:
    from minqing.reports.issue_json import issue_dict

    issues = [issue_dict(state) for state in states]
    context.screen.json({"schema": 1, "entry": entry, "issues": issues, "commit": outcome.commit, **more})


def _tell_gone(context: Context, commit: str) -> None:
    from minqing.history.gone import gone_with

    gone = gone_with(context.root, commit)
    if gone:
        context.screen.message(say("git.hand-gone", paths=say("git.joint").join(gone)))


def told_outcome(context: Context, outcome: Outcome) -> int:
    """Say what git did besides the commit itself; answers the exit code."""
    from minqing.cli.refusals import told

    for subject in outcome.put_back:
        context.screen.message(say("git.put-back", subject=subject))
    if outcome.finished:
        subject = say("git.joint").join(outcome.finished_words)
        context.screen.message(say("git.finished", commit=outcome.finished[:8], subject=subject))
    if outcome.hand_commit:
        context.screen.message(say("git.hand-commit", commit=outcome.hand_commit[:8]))
        _tell_gone(context, outcome.hand_commit)
    if outcome.withheld or outcome.cautions:
        from minqing.cli.withheld import tell_outcome

        tell_outcome(context, outcome)
    code = 0
    if outcome.hand_problem:
        context.screen.message(say("git.hand-problem" if outcome.commit else "git.hand-problem-alone"))
        code = told(outcome.hand_problem)
    if outcome.problem:
        context.screen.message(say("git.written"))
        code = told(outcome.problem)
        context.screen.message(say("git.later"))
    return code
