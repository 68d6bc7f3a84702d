"""What git calls to merge an entry: three files it has made, and the path they are versions of.

The command line is fixed when it is installed (see ``history.merge_driver``); nothing from a diary is in it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from minqing.history.merge_driver import CONTRADICTION
from minqing.workspace.files import replace_file

FAILED = 128
"""Exit code: nothing was merged; git's own merge is to do it."""


def main(arguments: Sequence[str]) -> int:
    """Merge ``%O %A %B %P``; the result goes into the second file, as git wants it."""
    if len(arguments) != 4:
        return FAILED
    base, ours, theirs = (Path(name).read_bytes() for name in arguments[:3])
    path = Path.cwd() / arguments[3]
    try:
        merged, is_settled = _merged(path, base or None, ours, theirs)
    except Exception as failure:  # whatever it is, git can still merge line by line
        print(f"minqing: {type(failure).__name__}", file=sys.stderr)
        return FAILED
    replace_file(Path(arguments[1]).absolute(), merged)
    return 0 if is_settled else CONTRADICTION


def _merged(path: Path, base: bytes | None, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    from minqing.history.sides import driven
    from minqing.workspace.find import nearest_workspace
    from minqing.workspace.opened import open_workspace

    root = nearest_workspace(path.parent)
    if root is None:
        raise LookupError
    inside = path.relative_to(root).as_posix()
    workspace = open_workspace(root)
    if _is_rebase(root):  # there git calls the colleagues' side ours
        return driven(workspace, inside, base, theirs, ours)
    return driven(workspace, inside, base, ours, theirs)


def _is_rebase(root: Path) -> bool:
    from minqing.history.git import git_folder, repository_of

    top = repository_of(root)
    folder = git_folder(top) if top else None
    return folder is not None and any((folder / name).exists() for name in ("rebase-merge", "rebase-apply"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
