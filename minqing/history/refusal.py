"""Why git cannot commit: what can be seen beforehand, and what its own words mean afterwards."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.patterns import pattern
from minqing.history.git import FULL, Completed, git_folder, is_available, last_words, repository_of, run

IN_PROGRESS = (
    ("MERGE_HEAD", "git.merge"),
    ("rebase-merge", "git.rebase"),
    ("rebase-apply", "git.rebase"),
    ("CHERRY_PICK_HEAD", "git.cherry-pick"),
    ("REVERT_HEAD", "git.revert"),
)
"""What git leaves in its folder while something is half done, and the sentence for it."""

LOCKED = pattern(r"^(?:fatal|error): (?:.*: )?Unable to create '(?P<path>.+?\.lock)': File exists", re.MULTILINE)
"""Another git holds the index or a branch, or left its lock behind."""

WORDS = (
    (
        r"^(?:fatal|error): (?:Unable to create '.+': (?:Permission denied|Read-only file system)"
        r"|insufficient permission for adding)",
        "git.no-right",
    ),
    (r"detected dubious ownership", "git.ownership"),
    (r"not a git repository", "git.no-repository"),
    (r"unmerged files|unresolved conflict", "git.unmerged"),
    (r"partial commit during a merge", "git.merge"),
    (r"partial commit during a rebase", "git.rebase"),
    (r"partial commit during a cherry-pick", "git.cherry-pick"),
    (
        r"failed to sign|gpg failed|incorrect passphrase|Couldn't (?:load public key|sign)|for ssh signing",
        "git.signing",
    ),
    (r"user\.signing[kK]ey|gpg\.ssh\.|No private key found|agent refused", "git.signing"),
    (r"unknown (?:option|switch) `", "git.too-old"),
    (r"ident name|auto-detection is disabled|auto-detect|no (?:name|email) was given", "git.no-author"),
)
"""git's own words, and the sentence for each."""

EVERYWHERE = frozenset(
    {
        "git.disk-full", "git.no-git", "git.no-repository", "git.no-author", "git.locked", "git.no-right",
        "git.ownership", "git.signing", "git.unmerged", *(code for _, code in IN_PROGRESS),
    }
)  # fmt: skip
"""Refusals that would meet any other commit too."""

HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")
"""The hooks that can stop a commit."""


def obstacle(root: Path) -> MinqingError | None:
    """What keeps git from committing here at all, as far as it can be seen without asking git."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    if top is None or folder is None:
        return refusal("git.no-repository" if is_available() else "git.no-git", root)
    for name, code in IN_PROGRESS:
        if (folder / name).exists():
            return refusal(code, root)
    return None


def refusal(code: str, root: Path, **params: object) -> MinqingError:
    """A refusal of git with the workspace's folder among its parameters."""
    return MinqingError(code, GIT, root=str(root), **params)


def explained(root: Path, done: Completed) -> MinqingError:
    """What a failed git call means for the person at the keyboard."""
    said = done.err
    lock = LOCKED.search(said)
    if lock:
        return refusal("git.locked", root, path=lock["path"])
    for words, code in WORDS:
        if re.search(words, said, re.MULTILINE):
            return refusal(code, root, output=last_words(said))
    return _unnamed(root, said)


def _unnamed(root: Path, said: str) -> MinqingError:
    if FULL.search(said) or has_no_room(root):
        return refusal("git.disk-full", root)
    hooks = hooks_of(root)
    code = "git.hook" if hooks else "git.failed"
    return refusal(code, root, hook=", ".join(hooks), output=last_words(said))


ROOM = 1 << 18
"""Bytes: with less than that free a commit of a diary may not find room, and git often does not say why it failed."""


def has_no_room(root: Path) -> bool:
    """Whether hardly anything more fits on the disk, by bytes or by the number of files."""
    if shutil.disk_usage(root).free < ROOM:
        return True
    state = os.statvfs(root) if hasattr(os, "statvfs") else None
    return state is not None and state.f_files > 0 and state.f_favail < 16


def hooks_of(root: Path) -> list[str]:
    """The hooks of the repository that can stop a commit, wherever its configuration keeps them."""
    asked = run(root, "rev-parse", "--git-path", "hooks")
    folder = root / asked.out.rstrip("\n")
    return [hook for hook in HOOKS if asked.code == 0 and os.access(folder / hook, os.X_OK)]
