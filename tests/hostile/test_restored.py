"""Backups and remotes that somebody made up: no name, folder, link or number of files in them does what it wants."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import time
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from desk import Answer, Desk

Item = tuple[str, str, str]
"""Mode, id and name of what stands in a folder of git's."""

HEAD = "refs/heads/main"


class Forge:
    """Makes objects, bundles and backups by hand, as no git of good faith would."""

    def __init__(self, desk: Desk, place: Path) -> None:
        self.desk, self.place = desk, place
        desk.commit_all()
        desk.ok("backup", str(place / "echt.zip"))
        with zipfile.ZipFile(place / "echt.zip") as real:
            self.about = json.loads(real.read("manifest.json"))

    def git(self, *args: str, given: bytes = b"") -> bytes:
        done = subprocess.run(["git", *args], cwd=self.desk.root, input=given, capture_output=True, check=True)
        return done.stdout

    def blob(self, raw: bytes = b"x") -> str:
        return self.git("hash-object", "-w", "--stdin", given=raw).decode().strip()

    def folder(self, *items: Item) -> str:
        raw = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(id) for mode, id, name in items)
        return self.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw).decode().strip()

    def commit(self, *more: Item, without: str = "", parent: str = "") -> str:
        """A commit of the diary as it is with ``more`` at its top."""
        listed = self.git("ls-tree", "HEAD").decode().splitlines()
        top = [(mode.lstrip("0"), id, name) for line in listed for mode, _, id, name in [line.split(None, 3)]]
        items = sorted([*(item for item in top if item[2] != without), *more], key=_as_git_sorts)
        parents = ["-p", parent] if parent else []
        return self.git("commit-tree", self.folder(*items), *parents, "-m", "x").decode().strip()

    def bundle(self, refs: dict[str, str]) -> bytes:
        wanted = "".join(f"{id}\n" for id in set(refs.values())).encode()
        pack = self.git("pack-objects", "--revs", "--stdout", "-q", given=wanted)
        return b"# v2 git bundle\n" + "".join(f"{id} {name}\n" for name, id in refs.items()).encode() + b"\n" + pack

    def backup(self, bundle: bytes, head: str, branch: str = HEAD, **pieces: bytes) -> Path:
        held = {"diary.bundle": bundle, **{name.replace("__", "/"): raw for name, raw in pieces.items()}}
        listed = [{"name": name, "size": len(raw), "sha256": sha256(raw).hexdigest()} for name, raw in held.items()]
        made = self.place / "falsch.zip"
        with zipfile.ZipFile(made, "w") as archive:
            for name, raw in held.items():
                archive.writestr(name, raw)
            archive.writestr(
                "manifest.json", json.dumps({**self.about, "head": head, "branch": branch, "pieces": listed})
            )
        return made

    def restored(self, made: Path) -> Answer:
        return self.desk.anywhere("--lang", "zh", "restore", str(made), str(self.target))

    @property
    def target(self) -> Path:
        return self.place / "新"

    def bomb(self, levels: int = 7, width: int = 16) -> str:
        """A folder of a few kilobytes that says it is four thousand million files."""
        folder = self.folder(*(("100644", self.blob(), f"2026-11-{n + 1:02d}.md") for n in range(width)))
        for _ in range(levels):
            folder = self.folder(*(("40000", folder, f"d{n:02d}") for n in range(width)))
        return folder


def _as_git_sorts(item: Item) -> str:
    return item[2] + ("/" if item[0] == "40000" else "")


@pytest.fixture
def forge(clone: Desk, tmp_path: Path) -> Forge:
    place = tmp_path / "收到"
    place.mkdir()
    return Forge(clone, place)


NAMES = (".git", ".GIT", "git~1", ".git ", "..", ".", ".gIt\u200c")


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_that_would_be_gits_own_is_refused(forge: Forge, name: str) -> None:
    hooks = forge.folder(("100755", forge.blob(b"#!/bin/sh\ntouch /tmp/owned\n"), "post-checkout"))
    settings = forge.blob(b"[core]\n\tfsmonitor = touch /tmp/owned\n")
    commit = forge.commit(("40000", forge.folder(("100644", settings, "config"), ("40000", hooks, "hooks")), name))
    answer = forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit))
    assert answer.code == 1
    assert not forge.target.exists()


@pytest.mark.parametrize("name", ["../逃.txt", "/tmp/minqing-逃.txt", "a/../../逃.txt"])
def test_a_name_that_leads_out_is_refused(forge: Forge, name: str) -> None:
    commit = forge.commit(("100644", forge.blob(), name))
    assert forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit)).code == 1
    assert not forge.target.exists()
    assert not [place for place in (forge.place, Path("/tmp")) if list(place.glob("*逃.txt"))]


REFS = ("refs/heads/../../x", "refs/heads/--upload-pack=x", "refs/replace/" + "0" * 40, "refs/remotes/origin/x", "HEAD",
        "refs/heads/a b", "refs/heads/\x1b[31m", "refs/notes/x", "refs/heads/x.lock")  # fmt: skip


def test_only_branches_and_tags_with_proper_names_are_taken_in(forge: Forge) -> None:
    """A ref for replacing objects would show another diary than the commits that were checked."""
    base = forge.git("rev-parse", "HEAD").decode().strip()
    made = forge.backup(forge.bundle({HEAD: base, **dict.fromkeys(REFS, base)}), base)
    assert forge.restored(made).code == 0
    refs = subprocess.run(
        ["git", "for-each-ref", "--format=%(refname)"], cwd=forge.target, capture_output=True, check=True, text=True
    ).stdout.split()
    assert refs == ["refs/heads/--upload-pack=x", HEAD]
    assert not (forge.target / ".git" / "hooks").exists()
    for typed in (("list",), ("history",), ("note", "20261116-1", "看过"), ("check",)):
        assert forge.desk.anywhere("-C", str(forge.target), *typed).code == 0, typed


def test_too_many_branches_are_refused(forge: Forge) -> None:
    base = forge.git("rev-parse", "HEAD").decode().strip()
    made = forge.backup(forge.bundle({HEAD: base, **{f"refs/tags/t{n}": base for n in range(5000)}}), base)
    assert forge.restored(made).code == 1
    assert not forge.target.exists()


def test_modules_and_attributes_run_nothing(forge: Forge, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    forge.git("config", "--global", "filter.x.smudge", "cat")
    modules = f'[submodule "x"]\n\tpath = x\n\turl = ext::touch {ran}\n\tupdate = !touch {ran}\n'
    commit = forge.commit(
        ("100644", forge.blob(modules.encode()), ".gitmodules"),
        ("160000", forge.git("rev-parse", "HEAD").decode().strip(), "x"),
        ("100644", forge.blob(b"* merge=x diff=x ident\n"), ".gitattributes"),
        without=".gitattributes",
    )
    assert forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit)).code == 0
    forge.desk.anywhere("-C", str(forge.target), "note", "20261116-1", "看过")
    assert not ran.exists()
    assert not list((forge.target / "x").iterdir())


@pytest.mark.parametrize("name", ["private", "photos", ".minqing", "templates"])
def test_a_link_instead_of_a_folder_is_refused(forge: Forge, outside: Path, name: str) -> None:
    commit = forge.commit(("120000", forge.blob(str(outside.parent).encode()), name), without=name)
    answer = forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit, private__x=b"x", photos__x=b"x"))
    assert answer.code == 1
    assert name in answer.err
    assert not forge.target.exists()
    assert [place.name for place in outside.parent.iterdir()] == [outside.name]


def test_other_links_become_small_files(forge: Forge) -> None:
    links = [("120000", forge.blob(where.encode()), f"l{n}") for n, where in enumerate(("/etc/passwd", "../../.."))]
    commit = forge.commit(*links)
    assert forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit)).code == 0
    assert [(forge.target / name).is_symlink() for name in ("l0", "l1")] == [False, False]


def test_odd_names_are_shown_without_harm(forge: Forge) -> None:
    names = ("a\x1b[31m\nb.md", "zu ", "-rf", "Fall", "fall", "\u202ereversed.md")
    folder = forge.folder(*sorted((("100644", forge.blob(), name) for name in names), key=_as_git_sorts))
    commit = forge.commit(("40000", folder, "diaries"), without="diaries")
    answer = forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit))
    assert answer.code == 1  # the figures are others
    for typed in (("list",), ("check",), ("history",), ("audit",)):
        said = forge.desk.anywhere("-C", str(forge.target), *typed)
        assert not {"\x1b", "\u202e"} & set(answer.out + answer.err + said.out + said.err), typed


def test_what_a_bundle_brings_in_private_is_its_owners_alone(forge: Forge) -> None:
    """It may have been committed once; and a .gitignore of its own would have it committed again."""
    numbers = forge.folder(("100644", forge.blob(b"!*\n"), ".gitignore"), ("100644", forge.blob(), "contacts.txt"))
    own = forge.folder(("100644", forge.blob(b"{}"), "pending.json"))
    commit = forge.commit(("40000", numbers, "private"), ("40000", own, ".minqing"))
    assert forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit)).code == 0
    private = forge.target / "private"
    assert private.joinpath(".gitignore").read_text() == "*\n"
    if os.name != "nt":
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
        assert stat.S_IMODE(private.joinpath("contacts.txt").stat().st_mode) == 0o600


def test_a_bomb_of_folders_is_not_unpacked(forge: Forge) -> None:
    commit = forge.commit(("40000", forge.bomb(), "diaries"), without="diaries")
    begun = time.process_time()
    answer = forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit))
    assert answer.code == 1
    assert "200000" in answer.err
    assert time.process_time() - begun < 2
    assert not forge.target.exists()


def test_folders_in_folders_without_end_are_refused(forge: Forge) -> None:
    folder = forge.folder(("100644", forge.blob(), "x.md"))
    for _ in range(200):
        folder = forge.folder(("40000", folder, "d"))
    commit = forge.commit(("40000", folder, "diaries"), without="diaries")
    assert forge.restored(forge.backup(forge.bundle({HEAD: commit}), commit)).code == 1
    assert not forge.target.exists()


# sync


@pytest.fixture
def shared(forge: Forge) -> Path:
    """A copy of the diary that colleagues send to."""
    place = forge.place / "共.git"
    forge.git("clone", "-q", "--bare", ".", str(place))
    forge.git("remote", "add", "origin", str(place))
    return place


@pytest.mark.parametrize("still_there", [True, False])
def test_a_colleague_sends_a_bomb(forge: Forge, shared: Path, still_there: bool) -> None:
    """Taken out again or not: the history would still hold it, and telling that would never end."""
    base = forge.git("rev-parse", "HEAD").decode().strip()
    commit = forge.commit(("40000", forge.bomb(), "more"), parent=base)
    if not still_there:
        commit = forge.commit(parent=commit)
    forge.git("push", "-q", str(shared), f"{commit}:{HEAD}")
    begun = time.process_time()
    answer = forge.desk.run("sync")
    assert (answer.code, time.process_time() - begun < 2) == (4, True)
    assert "200000" in answer.err
    assert forge.git("rev-parse", "HEAD").decode().strip() == base
    assert forge.desk.ok("note", "20261116-1", "看过").code == 0


def test_a_colleague_sends_what_only_this_computer_may_have(forge: Forge, shared: Path) -> None:
    base = forge.git("rev-parse", "HEAD").decode().strip()
    folder = forge.folder(("100644", forge.blob(), "contacts.txt"))
    forge.git("push", "-q", str(shared), f"{forge.commit(('40000', folder, 'private'), parent=base)}:{HEAD}")
    assert forge.desk.run("sync").code == 4
    assert not (forge.desk.root / "private" / "contacts.txt").exists()


ADDRESSES = ("ext::sh -c touch% {ran}", "ext::touch {ran}", "--upload-pack=touch {ran}", "-u touch", "fd::7",
             "ssh://-oProxyCommand=touch {ran}/x", "ssh://-oProxyCommand=touch%20{ran}/x",
             "-oProxyCommand=touch {ran}:x",
             "file:///etc/passwd", "\x1b]0;x\x07", "x\ny")  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_never_a_command(forge: Forge, tmp_path: Path, address: str) -> None:
    ran = tmp_path / "ran"
    forge.git("config", "protocol.allow", "always")
    forge.git("config", "remote.origin.url", address.format(ran=ran))
    answer = forge.desk.run("sync")
    assert answer.code == 4
    assert not {"\x1b", "\x07"} & set(answer.out + answer.err)
    assert not ran.exists()


def test_a_remote_with_hooks_modules_and_attributes_runs_nothing_here(
    forge: Forge, shared: Path, tmp_path: Path
) -> None:
    """Its own hooks run where it is when something is sent, as git's do; nothing that is fetched runs."""
    ran = tmp_path / "ran"
    base = forge.git("rev-parse", "HEAD").decode().strip()
    modules = f'[submodule "x"]\n\tpath = x\n\turl = ext::touch {ran}\n\tupdate = !touch {ran}\n'
    commit = forge.commit(
        ("100644", forge.blob(modules.encode()), ".gitmodules"),
        ("160000", base, "x"),
        ("120000", forge.blob(b"/etc"), "link"),
        (
            "40000",
            forge.folder(("100755", forge.blob(f"#!/bin/sh\ntouch {ran}\n".encode()), "pre-commit")),
            ".githooks",
        ),
        parent=base,
    )
    forge.git("push", "-q", str(shared), f"{commit}:{HEAD}")
    for typed in (("sync",), ("note", "20261116-1", "看过"), ("sync",), ("check",), ("list",)):
        assert forge.desk.run(*typed).code == 0, typed
    assert not ran.exists()
