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

UNSHARED = (
    "--refs $(git for-each-ref --format='%(refname)' refs/heads refs/tags) "
    "$(git for-each-ref --format='^%(refname)' refs/remotes) "
)
"""In a shell's words: what this computer has, without what others have too."""

UTF16 = r"""# What git-filter-repo does to each file: pages in UTF-16, which its --replace-text passes over.
import os, re
code = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(blob.data[:2])
if code and len(blob.data) % 2 == 0:
    text = blob.data[2:].decode(code, "replace")
    if text.encode(code, "replace") == blob.data[2:]:
        for line in open(os.environ["REPLACEMENTS"], "rb").read().splitlines():
            kind, _, rest = line.decode("utf-8", "replace").partition(":")
            old, _, new = rest.rpartition("==>")
            text = re.sub(old if kind == "regex" else re.escape(old), lambda found: new, text)
        blob.data = blob.data[:2] + text.encode(code)
"""
"""The script's part for pages that git takes for no text; it reads the replacements as filter-repo does."""

FOLDER = "purge"
"""Below ``private/``: what is prepared there holds the numbers themselves."""


def purge_private(context: Context, words: Sequence[str], *, as_json: bool) -> int:
    """Find the numbers in the history (or the one that is named, whole or masked) and prepare their removal.

    Nothing is rewritten. Raises ``MinqingError`` where git cannot tell.
    """
    from minqing.history.purge import leaks, only_here

    every, unread = leaks(context.root)
    found = [leak for leak in every if _is_meant(leak, " ".join(words))]
    here = bool(found) and only_here(context.root, found)
    script = _prepared(context, found, here) if found else None
    if as_json:
        leaked = [_leak_dict(leak) for leak in found]
        context.screen.json({"schema": 1, "found": leaked, "script": script, "only_here": here, "unread": unread})
    else:
        context.screen.draw(_told(context, found, script, here) if script else (Line(say("purge.clean"), "good"),))
        if unread:
            context.screen.message(say("purge.unread", paths="、".join(unread[:SHOWN]), count=len(unread)))
    return 0


def _is_meant(leak: Leak, asked: str) -> bool:
    from minqing.text.privacy import numbers_in

    wanted = asked.strip()
    if not wanted:
        return True
    return leak.masked == wanted or any(one.value == leak.value for one in numbers_in(wanted))


def _leak_dict(leak: Leak) -> dict[str, object]:
    shown = {name: getattr(leak, name) for name in ("commit", "date", "author", "kind", "masked")}
    return shown | {"file": leak.shown_path, "allowed": leak.allowed or None}


def _prepared(context: Context, found: list[Leak], only_here: bool) -> str:
    """Write the script and what it replaces, for this computer's owner alone; answers the script's path."""
    from minqing.history.purge import remotes, renamed, replacements
    from minqing.history.status import prefix_of
    from minqing.workspace.contacts import own_private_file

    own_private_file(context.root, f"{FOLDER}/replacements.txt", replacements(found))
    own_private_file(context.root, f"{FOLDER}/utf16.py", UTF16.encode())
    top = prefix_of(context.root)
    names = (shlex.quote(f"{top}{old}:{top}{new}") for old, new in renamed(found).items())
    script = say(
        "purge.script",
        root=shlex.quote(str(context.root.absolute())),
        refs=UNSHARED if only_here and remotes(context.root) else "",
        names="".join(f" \\\n    --path-rename {name}" for name in names),
    )
    own_private_file(context.root, f"{FOLDER}/purge.sh", script.encode())
    return f"private/{FOLDER}/purge.sh"


def _told(context: Context, found: list[Leak], script: str, only_here: bool) -> list[Block]:
    from minqing.history.purge import still_there

    blocks: list[Block] = [Heading(say("purge.found", count=len(found), numbers=len({leak.value for leak in found})))]
    blocks += [Line(_place(leak), indent=2) for leak in found[:SHOWN]]
    if len(found) > SHOWN:
        blocks.append(Line(say("privacy.more", count=len(found) - SHOWN)))
    meaning, steps = ("meaning-here", "steps-here") if only_here else ("meaning", "steps")
    blocks += [Line(""), *(Line(text) for text in say(f"purge.{meaning}").split("\n"))]
    first = _first_step(still_there(context.root, found))
    told = say(f"purge.{steps}", script=script, folder=f"private/{FOLDER}", first=first)
    return [*blocks, Line(""), Heading(say("purge.what-to-do"), 2), *(Line(text) for text in told.split("\n"))]


def _place(leak: Leak) -> str:
    where = leak.shown_path or say("purge.in-words")
    allowed = say("purge.allowed", reason=leak.allowed) if leak.allowed else ""
    return (
        f"{leak.date}  {leak.commit[:8]}  {leak.author}  {where}  {say(f'privacy.{leak.kind}')} {leak.masked}{allowed}"
    )


def _first_step(current: list[str]) -> str:
    if not current:
        return say("purge.first-clean")
    return say("purge.first", paths="、".join(current))
