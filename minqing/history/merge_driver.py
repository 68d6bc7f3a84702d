"""The merge driver that plain ``git merge`` and ``git pull`` use for entries: installed, and what it does.

It is named in the repository's own configuration by ``init`` and ``sync``; the committed ``.gitattributes`` says
for which files. A clone that has neither is merged by git line by line.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from minqing.history.git import git_folder, repository_of, run
from minqing.history.left_locks import LOG, marked
from minqing.history.status import prefix_of
from minqing.workspace.files import replace_file

NAME = "minqing"
"""The driver's name in configuration and attributes."""

CONTRADICTION = 3
"""What the driver answers where both have changed one field: git takes the file as in conflict."""

ATTRIBUTES = "diaries/**/*.md -text merge=minqing"
"""The line of the attributes."""


def driver_command() -> str:
    """The command line git runs. It takes nothing but the names of files git has made and the file's own path.

    Where this program is not there any more git's own merge does it, with marks.
    """
    program = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m minqing.cli.merge_driver"
    fallback = "git merge-file --diff3 -L ours -L base -L theirs %A %O %B"
    return f"{program} %O %A %B %P; c=$?; case $c in 0|{CONTRADICTION}) exit $c;; esac; {fallback}"


def install(root: Path) -> None:
    """Make git merge entries by meaning in this repository, unless it is set up so already."""
    wanted = {f"merge.{NAME}.name": "minqing merges diaries by meaning", f"merge.{NAME}.driver": driver_command()}
    for key, value in wanted.items():
        if run(root, "config", "--local", "--get", key).out.rstrip("\n") != value:
            with marked(root) as codes:
                codes.append(run(root, "config", "--local", key, value, log=root / LOG).code)
    _attributes(root)


def _attributes(root: Path) -> None:
    """A repository whose own attributes do not name the driver gets them beside them, unshared."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    asked = run(root, "check-attr", "merge", "--", "diaries/2020/2020-01-01.md").out
    if folder is None or asked.rstrip().endswith(f": {NAME}") or prefix_of(root):
        return
    place = folder / "info" / "attributes"
    place.parent.mkdir(exist_ok=True)
    before = place.read_bytes() if place.exists() else b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    replace_file(place.resolve(), before + gap + f"/{ATTRIBUTES}\n".encode())
