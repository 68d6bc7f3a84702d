"""Whose keys of ssh are known here: the file that ``gpg.ssh.allowedSignersFile`` names, as ssh-keygen(1) describes it.

git itself tells of several owners of one key the first alone.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from pathlib import Path

from minqing.domain.patterns import pattern
from minqing.history.git import run

SSH_KEY = "SHA256:"
"""How git begins the name of an ssh key."""

_OWNERS = pattern(r'\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"#]+))\s(?P<rest>.*)')


def signers_text(root: Path) -> str:
    """What the file says; nothing where there is none."""
    named = run(root, "config", "--type=path", "gpg.ssh.allowedSignersFile").out.rstrip("\n")
    try:
        return (root / named).read_text("utf-8", "replace") if named else ""
    except OSError:
        return ""


def owners_of_keys(root: Path) -> Mapping[str, tuple[str, ...]]:
    """The owners of each key (addresses, mostly, or patterns of them), by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for line in signers_text(root).splitlines():
        told = _OWNERS.match(line)
        key = _key_in(told["rest"]) if told else None
        if told and key:
            names = (told["quoted"] or told["bare"] or "").split(",")
            found[key] = (*found.get(key, ()), *(name.strip() for name in names))
    return found


def _key_in(rest: str) -> str | None:
    """The name of the key in what follows the owners: its words are options, the kind, and the key itself."""
    packed = next((word for word in rest.split() if word.startswith("AAAA")), "")
    try:
        raw = base64.b64decode(packed, validate=True)
    except binascii.Error:
        return None
    print_of = base64.b64encode(hashlib.sha256(raw).digest()).decode("ascii").rstrip("=")
    return f"{SSH_KEY}{print_of}" if raw else None
