"""The columns of a ledger, looked over with a person: right as they are, or changed one by one."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.cli.asking import ask
from minqing.cli.commands.imported import field_name
from minqing.cli.context import Context
from minqing.cli.refusals import told
from minqing.domain.errors import MISUSE, MinqingError
from minqing.ledger.fields import FIELDS, field_meant
from minqing.ledger.layout import Layout
from minqing.ledger.mapping import Meanings
from minqing.messages import say
from minqing.text.normal import half_width

STOP = ("q", "quit", "退出", "算了", "不")


def agreed_columns(context: Context, layouts: Sequence[Layout], meanings: Meanings) -> dict[str, str] | None:
    """Fields by heading as the person wants them; ``None`` where the person stops.

    Enter agrees; ``3 地点`` gives the third column another meaning, ``3 不要`` leaves it out.
    """
    chosen = dict(meanings.columns)
    headings = list(dict.fromkeys(column.heading for layout in layouts for column in layout.columns))
    while given := half_width(ask(say("importing.ask-columns"))):
        if given.lower() in STOP:
            return None
        try:
            heading, field = _changed(given, headings)
        except MinqingError as error:
            told(error)
            continue
        chosen[heading] = field
        context.screen.line(say("importing.changed", column=heading, field=field_name(field)))
    return chosen


def _changed(given: str, headings: Sequence[str]) -> tuple[str, str]:
    number, _, word = given.replace("=", " ").replace(":", " ").strip().partition(" ")
    field = field_meant(word) if word.strip() else None
    if not number.isdigit() or not 0 < int(number) <= len(headings) or field is None:
        names = " ".join(field_name(f.id) for f in FIELDS if f.id not in ("ignored", "remark"))
        raise MinqingError("importing.not-a-change", MISUSE, given=given, names=names, count=len(headings))
    return headings[int(number) - 1], field
