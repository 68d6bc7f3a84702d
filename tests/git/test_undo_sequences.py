"""Whatever is done, taken back and made again in whatever order: what stands is what a list of changes says.

``MINQING_UNDO_EXAMPLES=2000`` tries that many sequences.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from git_place import DAY, Place, started
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from minqing.domain.errors import MinqingError
from minqing.history.change import Change, Write, carry_out, commit_waiting
from minqing.history.undo import next_step, reversal

EXAMPLES = int(os.environ.get("MINQING_UNDO_EXAMPLES", "6"))

STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["page", "line", "both", "by hand", "colleague", "code"]), st.just(0)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 3)),
    ),
    min_size=4,
    max_size=12,
)


@dataclass
class Model:
    """The marks that stand: mine, in order, those taken back, and everybody else's."""

    mine: list[tuple[str, ...]] = field(default_factory=list)
    back: list[tuple[str, ...]] = field(default_factory=list)
    others: set[str] = field(default_factory=set)

    @property
    def marks(self) -> set[str]:
        return {mark for change in self.mine for mark in change} | self.others


class Diary:
    """A real repository in which every change leaves a mark of its own."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.count = 0

    def mark(self) -> str:
        self.count += 1
        return f"<{self.count}>"

    def page(self, mark: str) -> Write:
        day = f"2026-10-{self.count % 28 + 1:02}"
        text = f"---\n日期: {day}\n类型: 接待\n事项:\n  - 编号: {day.replace('-', '')}-1\n    事由: 事情{mark}\n---\n"
        return Write(f"diaries/2026/{day}-desk.md", text.encode())

    def line(self, mark: str, title: str = "窗前的路灯太亮") -> Write:
        text = self.place.read(DAY)
        at = text.index("    办理:\n", text.index(title)) + len("    办理:\n")
        return Write(DAY, f"{text[:at]}      - 2026-11-17 跟进 看过{mark}\n{text[at:]}".encode())

    def commit(self, *writes: Write, author: str = "") -> None:
        with _as(author):
            outcome = carry_out(self.place.workspace, lambda: Change("note", "跟进", writes))
        assert outcome.problem is None

    def step(self, again: bool) -> bool:
        """Whether there was anything to take back or make again."""
        workspace = self.place.workspace
        assert commit_waiting(workspace).problem is None

        def plan() -> Change:
            return reversal(workspace, next_step(workspace, again=again), "撤回: 跟进")

        try:
            return carry_out(workspace, plan).commit is not None
        except MinqingError as refused:
            if refused.code not in ("undo.nothing", "undo.beginning", "redo.nothing"):
                raise
            return False

    def standing(self) -> set[str]:
        texts = [path.read_text("utf-8") for path in (self.place.root / "diaries").rglob("*.md")]
        return {f"<{n}>" for n in range(1, self.count + 1) if any(f"<{n}>" in text for text in texts)}


@contextmanager
def _as(name: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for role in ("AUTHOR", "COMMITTER") if name else ():
            patch.setenv(f"GIT_{role}_NAME", name)
            patch.setenv(f"GIT_{role}_EMAIL", f"{len(name)}@example.com")
        yield


def do(diary: Diary, model: Model, what: str) -> None:
    mark = diary.mark()
    if what == "code":
        diary.place.write("脚本.py", f"{mark}\n")
        diary.place.git("add", "-A")
        diary.place.git("commit", "-qm", "code")
        return
    if what == "colleague":
        diary.commit(diary.line(mark, "树密晒不到阳光"), author="李楼长")
        model.others.add(mark)
        return
    if what == "by hand":
        diary.place.write(DAY, diary.place.read(DAY) + f"居民都说好{mark}。\n\n")
        assert commit_waiting(diary.place.workspace).hand_commit
    else:
        makers = {"page": [diary.page], "line": [diary.line], "both": [diary.page, diary.line]}[what]
        diary.commit(*(make(mark) for make in makers))
    model.mine.append((mark,))
    model.back.clear()


def undo(diary: Diary, model: Model) -> None:
    assert diary.step(again=False) == bool(model.mine)
    if model.mine:
        model.back.append(model.mine.pop())


def redo(diary: Diary, model: Model) -> None:
    assert diary.step(again=True) == bool(model.back)
    if model.back:
        model.mine.append(model.back.pop())


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Place(tmp_path_factory.mktemp("起") / "日记")
    place.root.mkdir()
    place.git("init", "-q")
    started(place)
    place.write(".gitattributes", "diaries/**/*.md -text\n")
    other = "  - 编号: 20261116-4\n    事由: 树密晒不到阳光\n    办理:\n      - 2026-11-17 跟进 问过\n"
    place.write(DAY, place.read(DAY).replace("---\n\n## 走", f"{other}---\n\n## 走"))
    place.git("add", "-A")
    place.git("commit", "-q", "--amend", "-m", "开始")
    return place.root


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate] if EXAMPLES < 20 else [Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
@given(steps=STEPS)
def test_what_stands_is_what_was_done_and_not_taken_back(template: Path, steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(template, Path(folder) / "日记")
        diary, model = Diary(Place(Path(folder) / "日记")), Model()
        for what, times in steps:
            for _ in range(times):
                (undo if what == "undo" else redo)(diary, model)
            if not times:
                do(diary, model, what)
            assert diary.standing() == model.marks, (what, steps)
        assert not diary.place.status()
