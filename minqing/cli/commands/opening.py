"""``minqing opening``: what is carried over from the paper diaries, shown and set in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.cli.commands.common import told_outcome
from minqing.cli.context import Context
from minqing.domain.community import Opening
from minqing.domain.errors import INTERRUPTED, MISUSE, MinqingError
from minqing.domain.values import asdict, replace
from minqing.messages import say, speaking
from minqing.reports.document import Block, Column, Heading, Line, Row, Table
from minqing.reports.figures import figures, stats_dict
from minqing.workspace.find import SETTINGS_FILE

KEYS = ("mondays", "steps", "km", "disputes", "environment", "unmanaged")
"""What is carried over besides the day, in the order of the settings."""

FIGURES = ("mondays", "steps", "km", "disputes_mediated", "environment_handled", "unmanaged_handled")
"""The cumulative figure that each key is part of."""


def opening_balance(
    context: Context,
    words: Sequence[str],
    given: Mapping[str, str | None],
    *,
    clear: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Show the balance; with ``words`` or what is ``given`` by key, set it; ``clear`` takes it away.

    Raises ``MinqingError`` for what is not understood, a day that is missing or to come, and settings that cannot be
    changed.
    """
    now = context.workspace.community.opening
    told = _told(context, words, given)
    if clear and told:
        raise MinqingError("opening.clear-alone", MISUSE)
    asks = context.asks and not (yes or as_json or dry_run)
    if not told and not clear:
        if not as_json:
            context.screen.draw(_shown(context, now))
        if not asks or not _wants_change():
            return _answered(context, now, None, as_json)
        told = _asked(context, now)
    new = None if clear else _balance(context, now, told)
    if not as_json:
        context.screen.draw(_compared(context, now, new))
    if new == now or dry_run:
        context.screen.message(say("opening.same" if new == now else "opening.dry-run"))
        return _answered(context, new, None, as_json)
    if asks and not _agrees():
        context.screen.message(say("opening.stopped"))
        return INTERRUPTED
    return _written(context, new, as_json)


def _agrees() -> bool:
    from minqing.cli.asking import confirmed

    return confirmed(say("opening.confirm"))


# what was typed


def _told(context: Context, words: Sequence[str], given: Mapping[str, str | None]) -> dict[str, Any]:
    """The keys that were typed, as words or flags; a flag goes before the words."""
    from minqing.classify.sentence.balances import balance, read_balances
    from minqing.text.dates import parse_day

    found: dict[str, Any] = dict(read_balances(" ".join(words), context.today)) if words else {}
    for key, text in given.items():
        if text is not None:
            found[key] = parse_day(text, context.today, prefer="past") if key == "as_of" else balance(key, text)
    return found


def _wants_change() -> bool:
    from minqing.cli.asking import confirmed

    return confirmed(say("opening.ask-change"), default=False)


def _asked(context: Context, now: Opening | None) -> dict[str, Any]:
    """Each key in turn, with what stands there now; Enter keeps it, ``-`` leaves it out."""
    from minqing.classify.sentence.balances import balance
    from minqing.cli.asking import ask_until
    from minqing.text.dates import parse_day

    present = asdict(now) if now else {}
    day = str(present.get("as_of") or "")
    found: dict[str, Any] = {
        "as_of": ask_until(say("opening.ask-as_of"), lambda text: _past(context, parse_day(text, context.today)), day)
    }
    for key in KEYS:
        shown = present.get(key)

        def read(text: str, key: str = key) -> object:
            return None if text in ("", "-", "无") else balance(key, text)

        found[key] = ask_until(say(f"opening.ask-{key}"), read, "" if shown is None else str(shown))
    return found


def _past(context: Context, day: date) -> date:
    if day > context.today:
        raise MinqingError("opening.future", MISUSE, day=day)
    return day


def _balance(context: Context, now: Opening | None, told: Mapping[str, Any]) -> Opening:
    """The balance as it is to be: what was told, else what is."""
    day = told.get("as_of") or (now.as_of if now else None)
    if day is None:
        raise MinqingError("opening.no-day", MISUSE)
    values = {key: told[key] for key in KEYS if key in told}
    return replace(now or Opening(day), as_of=_past(context, day), **values)


# what is shown


def _shown(context: Context, opening: Opening | None) -> list[Block]:
    if opening is None:
        return [Line(say("opening.none")), Line(say("opening.how"), "dim")]
    rows = tuple(
        Row((say(f"opening.{key}"), _text(getattr(opening, key)))) for key in KEYS if getattr(opening, key) is not None
    )
    columns = (Column(say("opening.what")), Column(say("opening.carried"), right=True))
    return [Heading(say("opening.title", day=opening.as_of)), Table(columns, rows), Line(say("opening.how"), "dim")]


def _text(value: object) -> str:
    return "-" if value is None else format(value, ",") if isinstance(value, int | float | Decimal) else str(value)


def _totals(context: Context, opening: Opening | None) -> list[object]:
    """The cumulative figures with a balance."""
    community = replace(context.diary.workspace.community, opening=opening)
    found = stats_dict(figures(context.diary, None, None, context.today, community))
    return [found[name] for name in FIGURES]


def _compared(context: Context, now: Opening | None, new: Opening | None) -> list[Block]:
    """The balance before and after, and the totals with each."""
    columns = (Column(say("opening.what")), *(Column(say(f"opening.{n}"), right=True) for n in
               ("before", "after", "total-before", "total-after")))  # fmt: skip
    totals = zip(_totals(context, now), _totals(context, new), strict=True)
    rows = tuple(
        Row(
            (say(f"opening.{key}"), _text(getattr(now, key, None)), _text(getattr(new, key, None)), _text(a), _text(b)),
            "plain" if a == b else "warn",
        )
        for key, (a, b) in zip(KEYS, totals, strict=True)
    )
    day = Line(
        say("opening.days", before=_text(now.as_of if now else None), after=_text(new.as_of if new else None)), "dim"
    )
    return [Heading(say("opening.change")), Table(columns, rows), day]


# writing


def _written(context: Context, new: Opening | None, as_json: bool) -> int:
    from minqing.history.change import Change, Write, carry_out
    from minqing.workspace.files import read_bytes
    from minqing.workspace.opening_text import with_opening

    def plan() -> Change:
        raw = with_opening(read_bytes(context.root, SETTINGS_FILE), new, context.file_language)
        return Change("opening", _subject(context, new), (Write(SETTINGS_FILE, raw),))

    outcome = carry_out(context.workspace, plan)
    if not as_json:
        context.screen.line(say("opening.set" if new else "opening.cleared", day=new.as_of if new else ""), "good")
    _answered(context, new, outcome.commit, as_json)
    return told_outcome(context, outcome)


def _subject(context: Context, new: Opening | None) -> str:
    with speaking(context.file_language):
        if new is None:
            return say("opening.commit-cleared")
        parts = [f"{say(f'opening.{key}')} {getattr(new, key)}" for key in KEYS if getattr(new, key) is not None]
        return say("opening.commit", day=new.as_of, parts=", ".join(parts))


def _answered(context: Context, opening: Opening | None, commit: str | None, as_json: bool) -> int:
    if as_json:
        from minqing.reports.issue_json import number

        shown = None
        if opening:
            numbers = {key: value for key in KEYS if (value := getattr(opening, key)) is not None}
            shown = {"as_of": opening.as_of.isoformat(), **{key: number(value) for key, value in numbers.items()}}
        context.screen.json({"schema": 1, "opening": shown, "commit": commit})
    return 0
