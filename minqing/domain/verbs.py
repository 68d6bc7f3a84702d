"""The verbs of progress as one table: what each takes, and what it does to an issue."""

from __future__ import annotations

from minqing.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of progress.

    ``argument`` is its kind (``owner``, ``body``, ``bodies``, ``tier``, ``category``, ``date``, ``issue``,
    ``satisfaction``) or ``None``. ``sets`` names the field that takes the argument. ``outcome`` is how it
    closes the issue. ``answers`` tells that the resident counts as answered on that day.
    """

    id: str
    zh: str
    argument: str | None = None
    sets: str | None = None
    outcome: str | None = None
    answers: bool = False


VERBS: dict[str, Verb] = {
    verb.id: verb
    for verb in (
        Verb("note", "跟进", answers=True),
        Verb("contact", "联系", answers=True),
        Verb("assign", "交办", "owner", sets="owner"),
        Verb("escalate", "上报", "body", sets="owner", answers=True),
        Verb("whistle", "吹哨", "bodies", answers=True),
        Verb("regrade", "改级", "tier", sets="tier"),
        Verb("reclassify", "改类", "category", sets="category"),
        Verb("extend", "延期", "date", sets="due"),
        Verb("promise", "承诺", "date", sets="due", answers=True),
        Verb("park", "挂账", "date", sets="due"),
        Verb("close", "办结", outcome="solved", answers=True),
        Verb("refer", "转出", "body", outcome="referred", answers=True),
        Verb("duplicate", "重复", "issue", outcome="duplicate", answers=True),
        Verb("withdraw", "撤销", outcome="withdrawn", answers=True),
        Verb("reopen", "重开"),
        Verb("followup", "回访", "satisfaction", sets="satisfaction"),
    )
}

MOVES_DUE = frozenset({"extend", "promise", "park"})
"""Verbs whose date becomes the due date; on a closed issue they change nothing."""

MAKES_DUE_STALE = frozenset({"escalate", "regrade", "reopen"})
"""Verbs after which the old due date no longer fits; commands offer to extend it."""
