"""``minqing purge-private``: a number is in the history; what that means, and what to do about it, step by step."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minqing.cli.context import Context
from minqing.messages import say
from minqing.reports.document import Block, Heading, Line

if TYPE_CHECKING:
    from minqing.history.purge import Leak

SHOWN = 20
"""How many places are shown; JSON has all."""

FOLDER = "purge"
"""Below ``private/``: what is prepared there holds the numbers themselves."""


def purge_private(context: Context, words: Sequence[str], *, as_json: bool) -> int:
    """Find the numbers in the history (or the one that is named, whole or masked) and prepare their removal.

    Nothing is rewritten. Raises ``MinqingError`` where git cannot tell.
    """
    from minqing.history.purge import leaks

    found = [leak for leak in leaks(context.root) if _is_meant(leak, " ".join(words))]
    script = _prepared(context, found) if found else None
    if as_json:
        answer = {"schema": 1, "found": [_leak_dict(leak) for leak in found], "script": script}
        context.screen.json(answer)
    else:
        context.screen.draw(_told(context, found, script) if script else (Line(say("purge.clean"), "good"),))
    return 0


def _is_meant(leak: Leak, asked: str) -> bool:
    from minqing.text.privacy import numbers_in

    wanted = asked.strip()
    if not wanted:
        return True
    return leak.masked == wanted or any(one.value == leak.value for one in numbers_in(wanted))


def _leak_dict(leak: Leak) -> dict[str, object]:
    shown = ("commit", "date", "author", "path", "kind", "masked")
    return {("file" if name == "path" else name): getattr(leak, name) for name in shown} | {
        "allowed": leak.allowed or None
    }


def _prepared(context: Context, found: list[Leak]) -> str:
    """Write the script and what it replaces, for this computer's owner alone; answers the script's path."""
    from minqing.history.purge import replacements
    from minqing.workspace.contacts import own_private_file

    own_private_file(context.root, f"{FOLDER}/replacements.txt", replacements(found).encode())
    script = say("purge.script", root=shlex.quote(str(context.root.absolute())))
    own_private_file(context.root, f"{FOLDER}/purge.sh", script.encode())
    return f"private/{FOLDER}/purge.sh"


def _told(context: Context, found: list[Leak], script: str) -> list[Block]:
    from minqing.history.purge import still_there

    blocks: list[Block] = [Heading(say("purge.found", count=len(found), numbers=len({leak.value for leak in found})))]
    blocks += [Line(_place(leak), indent=2) for leak in found[:SHOWN]]
    if len(found) > SHOWN:
        blocks.append(Line(say("privacy.more", count=len(found) - SHOWN)))
    blocks += [Line(""), *(Line(text) for text in say("purge.meaning").split("\n"))]
    current = still_there(context.root, found)
    steps = say("purge.steps", script=script, folder=f"private/{FOLDER}", first=_first_step(current))
    return [*blocks, Line(""), Heading(say("purge.what-to-do"), 2), *(Line(text) for text in steps.split("\n"))]


def _place(leak: Leak) -> str:
    where = leak.path or say("purge.in-words")
    allowed = say("purge.allowed", reason=leak.allowed) if leak.allowed else ""
    return (
        f"{leak.date}  {leak.commit[:8]}  {leak.author}  {where}  {say(f'privacy.{leak.kind}')} {leak.masked}{allowed}"
    )


def _first_step(current: list[str]) -> str:
    if not current:
        return say("purge.first-clean")
    return say("purge.first", paths="、".join(current))
