"""A computer whose date is wrong: what the diary itself says against it is told, never guessed at."""

from __future__ import annotations

from datetime import timedelta

from minqing.cli.context import Context
from minqing.messages import say

LONG = timedelta(days=400)
"""Without an entry for longer than from one year's first to the next year's is rather a clock that is ahead."""


def tell_not_counted(context: Context) -> None:
    """To whoever reads: what is dated after today is in no figure."""
    last = context.diary.last_day()
    if last and last > context.today:
        context.screen.message(say("cli.after-today", last=last, today=context.today))


def tell_doubtful_date(context: Context) -> None:
    """To whoever writes: the day that is taken is the computer's, and the diary lies far behind it or ahead of it."""
    last = context.diary.last_day()
    if last and not timedelta(0) <= context.today - last <= LONG:
        context.screen.message(say("cli.doubtful-today", last=last, today=context.today))
