"""``minqing classify``: what would be suggested for a sentence, and why; writes nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from minqing.classify.repeats import Earlier
from minqing.classify.sentence.marks import marks
from minqing.classify.sentence.places import find_place
from minqing.classify.suggest import LONGEST_READ, NOTHING_KNOWN, Asked, Suggestion, suggest_all
from minqing.cli.commands.reasons import reason_lines, reasons_said
from minqing.cli.context import Context
from minqing.domain.community import Community
from minqing.domain.errors import MISUSE, MinqingError
from minqing.messages import say
from minqing.reports.document import Block, Heading, Line
from minqing.text.brought import decoded
from minqing.text.normal import one_line

STDIN = "-"
"""Stands for the lines of stdin."""


def classify_texts(context: Context, texts: Sequence[str], *, as_json: bool) -> int:
    """Suggest for each text; ``-`` stands for the lines of stdin. Without a workspace the defaults hold.

    Raises ``MinqingError`` where there is no text at all, or what was named as a workspace is none.
    """
    wanted = [text for text in _lines(context, texts) if text.strip()]
    if not wanted:
        raise MinqingError("classify.no-text", MISUSE, usage=say("help_of_suggesting.classify-usage"))
    community = _community(context)
    experience = context.experience if community else NOTHING_KNOWN
    earlier = context.earlier if community else Earlier(())
    known = community or Community()
    asked = [_asked(text, known, context.today, earlier) for text in wanted]
    found = list(zip(wanted, suggest_all(asked, community=known, experience=experience), strict=True))
    if as_json:
        context.screen.json({"schema": 1, "suggestions": [_as_dict(text, one) for text, one in found]})
    else:
        context.screen.draw([block for text, one in found for block in _told(text, one, known)])
    return 0


LARGEST = 500_000
"""Characters that are classified at once, in some ten seconds; of a longer line only its beginning is looked at."""

_READ = 32 << 20
"""Bytes that are read at all: a wrong file must not fill the memory."""


def _piped(context: Context) -> list[str]:
    """The lines of stdin. Raises ``MinqingError`` for more than anybody waits for, and for what is no text."""
    from minqing.cli.commands.note_files import tell_doubtful

    raw = sys.stdin.buffer.read(_READ + 1)
    text = decoded(raw, say("log.pasted")) if len(raw) <= _READ else ""
    lines = text.splitlines()
    if len(raw) > _READ or sum(min(len(line), LONGEST_READ) for line in lines) > LARGEST:
        raise MinqingError("classify.too-large", MISUSE, count=LARGEST // 10_000, thousands=LARGEST // 1000)
    tell_doubtful(context, raw, text, say("log.pasted"))
    return lines


def _lines(context: Context, texts: Sequence[str]) -> list[str]:
    """The texts, each on one line; stdin gives one a line."""
    found: list[str] = []
    for text in texts:
        found += _piped(context) if text == STDIN else [one_line(text)]
    return found


def _community(context: Context) -> Community | None:
    """The settings of the workspace; ``None`` where there is none around and none was named."""
    try:
        return context.workspace.community
    except MinqingError as error:
        if error.code != "workspace.none":
            raise
    return None


def _asked(text: str, community: Community, today: date, earlier: Earlier) -> Asked:
    """What is asked of a sentence, with its ``#`` and ``!`` marks taken as said."""
    read = marks(text[:LONGEST_READ], community)
    before = earlier.of(read.title, find_place(read.title, community))
    repeats = len(before.states) if before else 0
    return Asked(read.title, today, category=read.category, tier=read.tier, done=read.closed, repeats=repeats)


def _as_dict(text: str, found: Suggestion) -> dict[str, object]:
    """A suggestion as ``--json`` promises it."""
    return {
        "text": text, "place": found.place, "reporter": found.reporter, "category": found.category,
        "tier": found.tier, "owner": found.owner, "due": found.due.isoformat() if found.due else None,
        "confidence": {"category": found.confidence_category, "tier": found.confidence_tier},
        "because": reasons_said(found.because),
        "unsure": list(found.unsure), "categories": list(found.categories), "tiers": list(found.tiers),
    }  # fmt: skip


def _told(text: str, found: Suggestion, community: Community) -> list[Block]:
    category = community.categories[found.category].name if found.category in community.categories else found.category
    shown = {
        "category": _doubted(category, "category", found), "tier": _doubted(say(f"words.{found.tier}"), "tier", found),
        "place": found.place, "reporter": found.reporter, "owner": found.owner,
        "due": found.due.isoformat() if found.due else None,
    }  # fmt: skip
    facts = [say("show.fact", name=say(f"show.{name}"), value=value) for name, value in shown.items() if value]
    return [
        Heading(text, 2),
        Line("  ".join(facts), indent=2),
        *reason_lines(found.because),
    ]


def _doubted(value: str, name: str, found: Suggestion) -> str:
    return f"{value}?" if name in found.unsure else value
