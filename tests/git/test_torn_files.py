"""What is noted beside the diary is the old note or the new one when the program is killed in the middle of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from git_place import Place

from minqing.history import halfway, merge_driver, pending
from minqing.history.pending import Pending
from minqing.workspace.files import ABANDONED, TEMPORARY, own_folder
from minqing.workspace.find import remember_default

OLD = b"what was there"

CHANGE = Pending("close", "办结", ("20261116-3",), ())

NOTES: dict[str, Callable[[Path], object]] = {
    "config/minqing/default-workspace": lambda root: remember_default(root, {"XDG_CONFIG_HOME": str(root / "config")}),
    halfway.RECORD: lambda root: halfway.begin(root, "0" * 40),
    pending.RECORD: lambda root: pending.record(root, [CHANGE]),
    ".git/info/attributes": merge_driver.install,
}
"""The file below the workspace, and what writes it."""


@pytest.mark.parametrize("path", NOTES)
def test_a_kill_before_the_end_leaves_the_old_note(path: str, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folder(place.root)
    note = place.root / path
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_bytes(OLD)
    seen: list[bytes] = []

    def killed(new: Path, old: Path) -> None:
        seen.append(Path(new).read_bytes())
        assert Path(old).read_bytes() == OLD
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        NOTES[path](place.root)
    assert note.read_bytes() == OLD
    assert seen[0] not in (b"", OLD)
    monkeypatch.undo()
    NOTES[path](place.root)
    assert note.read_bytes() == seen[0]


def test_a_half_note_is_swept_away_when_it_is_surely_nobodys(place: Place) -> None:
    young, old = (own_folder(place.root) / f"{TEMPORARY}{name}" for name in ("young", "old"))
    for left, age in ((young, ABANDONED - 60), (old, ABANDONED + 60)):
        left.touch()
        os.utime(left, (left.stat().st_mtime - age,) * 2)
    assert place.change().problem is None
    assert young.exists()
    assert not old.exists()
