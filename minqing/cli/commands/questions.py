"""The plain questions of ``minqing log`` in a terminal; a paste at the first one is taken as notes."""

from __future__ import annotations

from dataclasses import replace

from minqing.cli.asking import HEARD, ask, ask_until, pasted_rest
from minqing.cli.commands.composing import told_from_text
from minqing.cli.commands.entries import Draft
from minqing.cli.commands.logging import Typed, draft_from, read_date, read_km, read_time
from minqing.cli.context import Context
from minqing.domain.errors import MinqingError
from minqing.domain.model import Entry
from minqing.messages import say


def asked_walk(context: Context, typed: Typed) -> Draft:
    """A walk by questions; the last walk's people, companions and route are the defaults."""
    context.screen.message(say("asking.how"))
    first, rest = _date_or_paste(context, typed.date or context.today.isoformat())
    if rest:
        return draft_from(context, replace(typed, date=None), f"{first}\n{rest}")
    draft = draft_from(context, _answers(context, replace(typed, date=first)), None)
    told = tuple(told_from_text(context, text) for text in _issues())
    body = ask(say("asking.body"))
    return Draft(replace(draft.entry, body=body), (*draft.told, *told))


def _date_or_paste(context: Context, default: str) -> tuple[str, str]:
    """The answer to the first question, and the lines that came with it in one paste."""
    from minqing.cli.refusals import told

    while True:
        first = ask(say("asking.date"), default)
        first, _, rest = (first + "\n" + pasted_rest()).partition("\n")
        rest = rest.strip("\n")
        if rest:
            HEARD.append(rest)
            return first, rest
        try:
            return read_date(context, first).isoformat(), ""
        except MinqingError as error:
            told(error)


def _answers(context: Context, typed: Typed) -> Typed:
    last = _last_walk(context)
    people = ask(say("asking.walkers"), "、".join(last.walkers))
    companions = ask(say("asking.companions"))
    return replace(
        typed,
        walkers=(people,) if people else (),
        companions=(companions,) if companions else (),
        route=ask(say("asking.route"), last.route or "") or None,
        weather=ask(say("asking.weather")) or None,
        time=_readable(context, "time", last.time or ""),
        steps=_readable(context, "steps", ""),
        km=_readable(context, "km", ""),
    )


def _readable(context: Context, name: str, default: str) -> str | None:
    """An answer that can be read, or none."""
    from minqing.cli.commands.common import number_of

    def read(given: str) -> str | None:
        if not given:
            return None
        if name == "time":
            return read_time(context, given)
        if name == "km":
            return str(read_km(context, given))
        return str(number_of(given, f"--{name}"))

    return ask_until(say(f"asking.{name}"), read, default)


def _last_walk(context: Context) -> Entry:
    walks = [e for e in context.diary.entries if e.kind == "walk"]
    return max(walks, key=lambda e: e.date, default=Entry(context.today))


def _issues() -> list[str]:
    """Matters one a line, until an empty line."""
    lines: list[str] = []
    while text := ask(say("asking.issue", number=len(lines) + 1)):
        lines.append(text)
    return lines
