"""What an audit keeps for the next one, below ``.minqing``: lost, damaged or of another version it is made anew."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from minqing import __version__
from minqing.domain.errors import MinqingError
from minqing.domain.values import dataclass
from minqing.history.fingerprint import short
from minqing.history.git import git_folder, repository_of
from minqing.history.judged import Judged, judged_of
from minqing.history.signers import signers_text
from minqing.text.telling import Telling
from minqing.workspace.files import OWN_FOLDER, made_here, own_folder, replace_file

FORMAT = 3
"""Of the kept file; another one is not read."""

NAME = "audit.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was judged up to the commit ``tip``, and the commits whose signatures were good."""

    tip: str
    judged: Judged
    verified: set[str]


class Keeping:
    """Keeps and restores what was judged under the same settings; with ``wanted`` false it does neither."""

    def __init__(self, root: Path, days: int, words: Mapping[str, str], telling: Telling, wanted: bool = True) -> None:
        self._root = root
        self.days = days
        self.telling = telling
        self._wanted = wanted
        self._key = short(FORMAT, __version__, days, sorted(words.items()), telling, _cut(root), signers_text(root))
        self.now: tuple[str, Judged] | None = None

    def restored(self, today: int) -> Kept | None:
        """What was kept, unless a commit dated in the future then lies in the past ``today``."""
        if not self._wanted:
            return None
        try:
            key, _, rest = (self._root / OWN_FOLDER / NAME).read_text("utf-8").partition("\n")
            seal, _, body = rest.partition("\n")
            if key != self._sealed_here() or seal != short(body):
                return None
            plain = json.loads(body)
            kept = Kept(plain["tip"], judged_of(plain["judged"]), set(plain["verified"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        waking = kept.judged.waking
        return None if waking is not None and waking <= today + 1 else kept

    def _sealed_here(self) -> str:
        return short(self._key, made_here(self._root))

    def keep(self, tip: str, judged: Judged, verified: set[str]) -> None:
        """Keep it for the next time; a folder that cannot be written is no reason to fail."""
        if not self._wanted:
            return
        plain = {"tip": tip, "judged": judged.plain(), "verified": sorted(verified)}
        body = json.dumps(plain, separators=(",", ":"))
        with contextlib.suppress(OSError, MinqingError):
            place = own_folder(self._root) / NAME
            replace_file(place, f"{self._sealed_here()}\n{short(body)}\n{body}".encode(), durable=False)


def _cut(root: Path) -> str:
    """Where the history of a shallow clone begins."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    try:
        return (folder / "shallow").read_text("ascii") if folder else ""
    except (OSError, UnicodeDecodeError):
        return ""
