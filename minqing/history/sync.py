"""Fetch, merge, check, push: this computer's diary and the colleagues' become one.

The merge is worked out from commits, outside the folder and the branch; when it is whole, one fast-forward of git
puts it in place. So an interruption at any moment leaves the diary as it was or as it is to be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from minqing.domain.errors import DIARY, GIT, MinqingError
from minqing.domain.values import dataclass, field, replace
from minqing.history import halfway
from minqing.history.bombs import refuse_bombs, too_large
from minqing.history.carried import ALLOW, Carried, NotPermitted, carried, not_permitted
from minqing.history.change import NEVER_COMMITTED
from minqing.history.commit import message
from minqing.history.followed import follow
from minqing.history.git import Completed, head, last_words, run
from minqing.history.left_locks import LOG, marked
from minqing.history.logbook import Commit, commits
from minqing.history.merge_driver import install
from minqing.history.objects import Blobs
from minqing.history.refusal import explained, obstacle
from minqing.history.remote import Remote, remote_of
from minqing.history.set_twice import SetTwice
from minqing.history.settle import Settled, settle
from minqing.history.sides import manner_of
from minqing.history.status import prefix_of
from minqing.history.trees import Tree, committed_tree, stored, tree_of, written_tree
from minqing.history.union import Store, Union, union
from minqing.history.withheld import REFUSE, Permission
from minqing.text.merge import Contradiction, Manner
from minqing.workspace.files import locked
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.opened import Workspace

ATTEMPTS = 6
"""How often it is tried again because a colleague was faster."""

ACTION, ROOM = "sync", "renumber"
"""The actions of the merge's commit, and of the one before it that makes room."""

FORWARD = ("merge", "--ff-only", "--quiet", "--no-autostash", "--no-stat", "--no-overwrite-ignore")
"""Nothing that git was told to ignore is overwritten either."""

Choices = dict[tuple[str, str, str], str]
Asked = Callable[[Sequence[Contradiction], str, str], Choices]
"""Asks a person which side holds; given the contradictions and the commits of either side. May raise."""


@dataclass(frozen=True, slots=True)
class Words:
    """The subjects of the commits, in the workspace's language."""

    merged: Callable[[Sequence[str]], str]
    room: Callable[[Sequence[tuple[str, str, str]], Sequence[tuple[str, str]]], str]
    allowed: Callable[[int], str]


@dataclass(slots=True)
class Synced:
    """What a synchronisation did.

    ``received`` are the colleagues' commits, ``sent`` this computer's, oldest first; ``numbers``, ``moved``,
    ``kept``, ``beside`` and ``set_twice`` as in ``Union``; ``merge`` the commit that unites both. ``numbers_in``
    are the numbers of persons that came along, ``dropped`` commits that the remote had and somebody took out of it.
    ``joined`` tells that two diaries begun apart are one now, ``settled`` what was committed first.
    """

    branch: str = ""
    address: str = ""
    received: list[Commit] = field(default_factory=list)
    sent: list[Commit] = field(default_factory=list)
    numbers: list[tuple[str, str, str]] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)
    set_twice: list[SetTwice] = field(default_factory=list)
    merge: str | None = None
    numbers_in: list[Carried] = field(default_factory=list)
    dropped: list[Commit] = field(default_factory=list)
    joined: bool = False
    pushed: bool = False
    settled: Settled = field(default_factory=Settled)


class Contradicted(MinqingError):
    """Both have changed the same thing and nobody could be asked; nothing was merged."""

    def __init__(self, found: Sequence[Contradiction], ours: str, theirs: str) -> None:
        super().__init__("sync.contradiction", DIARY, count=len(found))
        self.found = tuple(found)
        self.ours = ours
        self.theirs = theirs


def synchronise(
    workspace: Workspace,
    words: Words,
    ask: Asked | None,
    seconds: float,
    ready: Callable[[Synced], None] = lambda done: None,
    private: Permission = REFUSE,
    join: bool = False,
) -> Synced:
    """Fetch, merge, check and push. ``ask`` decides contradictions, ``ready`` is called before anything is pushed;
    ``private`` tells whether what is new may hold the number of a person, ``join`` that the remote's may be a diary
    begun apart from this one.

    Raises ``MinqingError`` where the remote or git refuses, and ``Contradicted``; what was done up to there stands
    and the next call goes on with it.
    """
    root = workspace.root
    with locked(root):  # a disk here that can only be read is told as such before the other side is asked
        _refuse_obstacles(workspace)
    remote = remote_of(root, seconds)
    result = Synced(remote.branch, remote.address)
    for _ in range(ATTEMPTS):
        known = remote.known()
        remote, there = _fetched(remote)
        result.dropped += _between(root, known, there) if known and there else []
        with locked(root):
            _prepare(workspace, private, result)
            _merge(workspace, there, words, ask, result, join)
            here = head(root)
        if here is None or here == there:
            return result
        ready(result)
        here = _permitted(root, here, there, private, words)
        sent = _between(root, here, there)
        if remote.push(here):
            result.sent, result.pushed, result.branch = sent, True, remote.branch
            return result
    raise MinqingError("sync.busy", GIT, attempts=ATTEMPTS)


def _refuse_obstacles(workspace: Workspace) -> None:
    refused = obstacle(workspace.root)
    if refused:
        raise MinqingError("sync.merge-open", GIT, root=str(workspace.root)) if refused.code == "git.merge" else refused
    if not workspace.community.commit:
        raise MinqingError("sync.off", GIT, root=str(workspace.root))


def _fetched(remote: Remote) -> tuple[Remote, str | None]:
    """The commit the colleagues stand on; where the remote has only a branch of another name, of that one."""
    there = remote.fetch()
    if there is not None:
        return remote, there
    names = remote.branches()
    other = next((name for name in ("main", "master") if name in names), names[0] if len(names) == 1 else None)
    if other is None:
        return remote, None
    remote = replace(remote, branch=other)
    return remote, remote.fetch()


def _prepare(workspace: Workspace, private: Permission, result: Synced) -> None:
    """What was interrupted is taken back, what is written and not committed is committed; git knows our driver."""
    install(workspace.root)
    settled = settle(workspace, ("diaries",), (), private)
    if settled.problem:
        raise settled.problem
    settled.hand_commit = settled.hand_commit or result.settled.hand_commit
    settled.finished = settled.finished or result.settled.finished
    settled.finished_words = result.settled.finished_words + settled.finished_words
    result.settled = settled


def _permitted(root: Path, here: str, there: str | None, private: Permission, words: Words) -> str:
    """The commit that may be sent: ``here``, or one that records why numbers of persons in it are allowed.

    Raises ``NotPermitted`` where there are such numbers and no reason was given.
    """
    _refuse_own_folders(root, here, "sync.own-folders-here")
    found = not_permitted(root, here, there)
    if not found:
        return here
    if private.reason is None:
        raise NotPermitted(found)
    with locked(root):
        now = head(root) or here
        said = message(words.allowed(len(found)), [ALLOW], (), allowed=[private.reason])
        commit = committed_tree(root, f"{now}^{{tree}}", [now], said)
        _forward(root, commit)
    return commit


def _merge(
    workspace: Workspace, there: str | None, words: Words, ask: Asked | None, result: Synced, join: bool
) -> None:
    """Bring what is ``there`` into the diary."""
    root = workspace.root
    here = head(root)
    if there is None or here == there:
        return
    bases = _bases(root, here, there) if here else []
    if here is not None and not bases:
        _refuse_to_join(root, there, join, result)
    if bases == [there]:
        return
    _refuse_what_is_no_diary(root, there, here)
    _refuse_own_folders(root, there, "sync.own-folders")
    came = _between(root, there, here)
    if here is None or bases == [here]:
        _forward(root, there)
    else:
        result.merge = _united(workspace, here, there, bases, words, ask, result)
    result.received += came
    result.numbers_in += carried(root, there, here)


def _refuse_what_is_no_diary(root: Path, there: str, here: str | None) -> None:
    """Raise ``MinqingError`` for more files, or larger ones, than a diary has, in any commit that comes new."""
    new = run(root, "rev-list", there, *((f"^{here}",) if here else ("--max-count=1",))).out.split()
    refuse_bombs(root, new)
    large = too_large(root, there, here)
    if large:
        raise MinqingError("git.too-large", GIT, name=large[0], size=large[1] >> 20)


def _refuse_to_join(root: Path, there: str, join: bool, result: Synced) -> None:
    """Two histories without a common beginning become one only where that is wanted and both are diaries.

    Raises ``MinqingError`` otherwise.
    """
    place = {"address": result.address, "root": str(root)}
    if run(root, "cat-file", "-e", f"{there}:{prefix_of(root)}{SETTINGS_FILE}").code:
        raise MinqingError("sync.no-diary", GIT, **place)
    if not join:
        raise MinqingError("sync.unrelated", GIT, **place)
    result.joined = True


def _refuse_own_folders(root: Path, commit: str, code: str) -> None:
    """What a computer keeps for itself goes to no other one. Raises ``MinqingError`` where ``commit`` holds it."""
    prefix = prefix_of(root)
    paths = [f"{prefix}{folder}" for folder in NEVER_COMMITTED]
    listed = run(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", *paths)
    if listed.out:
        raise MinqingError(code, GIT, file=listed.out.split("\0")[0], root=str(root))


def _bases(root: Path, here: str, there: str) -> list[str]:
    return run(root, "merge-base", "--all", here, there).out.split()


def _between(root: Path, wanted: str, but: str | None) -> list[Commit]:
    """The commits of ``wanted`` that are not in ``but``, oldest first, without merges."""
    limits = ("--no-merges", "--reverse", wanted, *((f"^{but}",) if but else ()))
    return list(commits(root, *limits, sparse=True))


def _united(
    workspace: Workspace, here: str, there: str, bases: Sequence[str], words: Words, ask: Asked | None, result: Synced
) -> str:
    """Merge both sides; the commit that holds them."""
    root = workspace.root
    blobs = Blobs(root)

    def whose(path: str) -> str:
        changed = last_change(root, here, there, path)
        return changed.author if changed else ""

    try:
        store = Store(blobs.read, lambda raw, mode: stored(root, raw, mode), prefix_of(root), whose)
        manner = manner_of(workspace)
        base = _base_tree(root, bases, store, manner)
        sides = tree_of(root, here), tree_of(root, there)
        made = union(base, *sides, store, manner)
        if made.contradictions:
            if ask is None or any(one.field == "id" for one in made.contradictions):
                raise Contradicted(made.contradictions, here, there)
            chosen = replace(manner, choices=ask(made.contradictions, here, there))
            made = union(base, *sides, store, chosen)
        if made.contradictions:
            raise Contradicted(made.contradictions, here, there)
    finally:
        blobs.close()
    return _put_in_place(root, here, there, made, words, result)


def _base_tree(root: Path, bases: Sequence[str], store: Store, manner: Manner) -> Tree:
    """What both sides come from: nothing, where they began apart; several commits are merged first, as git does."""
    tree: Tree = tree_of(root, bases[0]) if bases else {}
    for n, other in enumerate(bases[1:], 1):
        before = _bases(root, bases[n - 1], other)
        older: Tree = tree_of(root, before[0]) if before else {}
        tree = union(older, tree, tree_of(root, other), store, manner).tree
    return tree


def _put_in_place(root: Path, here: str, there: str, made: Union, words: Words, result: Synced) -> str:
    """The commits of a merge, and the folder and the branch moved to them."""
    ours = here
    if made.numbers or made.moved:
        ids = [new for _, _, new in made.numbers]
        subject = message(words.room(made.numbers, made.moved), [ROOM], ids)
        ours = committed_tree(root, written_tree(root, here, made.prepared), [here], subject)
    authors = list(dict.fromkeys(one.author for one in _between(root, there, here)))
    subject = message(words.merged(authors), [ACTION], ())
    merge = committed_tree(root, written_tree(root, ours, made.tree), [ours, there], subject)
    _forward(root, merge)
    follow(root, {old: new for _, old, new in made.numbers})
    result.numbers += made.numbers
    result.moved += made.moved
    result.kept += made.kept
    result.beside += made.beside
    result.set_twice += made.set_twice
    return merge


def _forward(root: Path, commit: str) -> None:
    """Move folder, index and branch to ``commit``, which has all that is here in it."""
    before = head(root)
    halfway.begin(root, commit)
    with marked(root) as codes:
        done = run(root, *FORWARD, commit, log=root / LOG)
        codes.append(done.code)
    if done.code:
        halfway.take_back(root)
        raise _in_the_way(root, done)
    halfway.keep(root, before, commit)
    halfway.end(root)


def _in_the_way(root: Path, done: Completed) -> MinqingError:
    """Why git does not put a merge into the folder: mostly a file it would overwrite."""
    if "would be overwritten" in done.err or "not uptodate" in done.err:
        files = [line.strip() for line in done.err.splitlines() if line.startswith("\t")]
        return MinqingError("sync.in-the-way", GIT, files="\n".join(f"    {file}" for file in files), root=str(root))
    known = explained(root, done)
    return known if known.code != "git.hook" else MinqingError("git.failed", GIT, output=last_words(done.err))


def last_change(root: Path, side: str, other: str, path: str) -> Commit | None:
    """The newest commit of one side that touched a file and is not on the other."""
    return next(commits(root, "--max-count=1", "--no-merges", side, f"^{other}", paths=(path,)), None)
