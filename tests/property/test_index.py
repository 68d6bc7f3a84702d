"""The index is only an accelerator: after any history of edits and damages it answers what the files say."""

import os
import random
import shutil
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from verb_arguments import verb_arguments

from minqing.domain.community import Community
from minqing.domain.ids import number_of, without_year
from minqing.domain.model import KINDS, TIERS, Entry, Issue, Progress
from minqing.domain.period import Period
from minqing.domain.verbs import VERBS
from minqing.reports.figures import figures, figures_dict
from minqing.reports.groups import BYS, group_dict, groups
from minqing.reports.issue_json import entry_dict, issue_dicts
from minqing.reports.report import build_report, report_dict
from minqing.text.spots import spot_of
from minqing.text.write import new_entry
from minqing.workspace.diary import glance
from minqing.workspace.fresh import FreshRecords
from minqing.workspace.index import keeper
from minqing.workspace.load import open_workspace

FIRST, LAST = date(2026, 1, 1), date(2026, 4, 30)
CATEGORY_NAMES = {c.id: c.name for c in Community().categories.values()}
SETTINGS = (
    "语言: zh\n",
    "走动: {星期: 星期三}\n固定走访:\n  - {名称: 高龄党员户, 每: 月}\n",
    "期初: {截至: 2026-02-15, 步数: 1000, 公里: 12.5, 民事纠纷: 7}\n",
    "期初: {截至: 2026-02-15, 周一: 3, 环境问题: 2, 无物业问题: 4}\n",
    "类别:\n  safety: {口径: dispute}\n  noise: {名称: 噪声, 口径: dispute}\n",
    "类别:\n  noise: {名称: 安全治安, 口径: unmanaged}\n",
    "类别: [不是映射\n",
)
DAMAGED_LINES = (
    "2026-02-30 办结 没有这一天",
    "没有日期的一行",
    "2026-02-03 回访 没人接",
    "2026-02-03 改类 noise 是噪声",
    "2025-12-01 办结 比走动还早",
)

days = st.dates(FIRST, LAST)
maybe_day = st.none() | days
ARGUMENTS = verb_arguments(days)


@st.composite
def lines(draw, since):
    verb = VERBS[draw(st.sampled_from(["close", "reopen", "park", "close", "followup", *VERBS]))]
    day = since + timedelta(days=draw(st.integers(-2, 60)))
    return Progress(day, verb.id, draw(ARGUMENTS[verb.argument]), "说明")


@st.composite
def issues(draw, day, number):
    return Issue(
        id=f"{day:%Y%m%d}-{number}",
        title=draw(st.sampled_from(["路灯太亮", "树密晒不到阳光", "5栋、6栋停水了", "2号院下水道返味"])),
        place=draw(st.none() | st.sampled_from(["3号楼", "5号楼", "3-5号楼", "五号楼2单元", "西门", "西门外"])),
        category=draw(st.none() | st.sampled_from(["dispute", "safety", "facility"])),
        tier=draw(st.none() | st.sampled_from(TIERS)),
        owner=draw(st.none() | st.just("绿化队")),
        due=draw(maybe_day),
        households=draw(st.none() | st.integers(0, 40)),
        cost=draw(st.none() | st.sampled_from([Decimal("0.1"), Decimal("1234.123456789"), Decimal("999999999999")])),
        progress=tuple(draw(st.lists(lines(day), max_size=5))),
    )


@st.composite
def pages(draw):
    """The path and bytes of an entry."""
    day, kind, second = draw(days), draw(st.sampled_from(KINDS)), draw(st.sampled_from(["", "", "-2"]))
    held = tuple(draw(issues(day, draw(st.integers(1, 4)))) for _ in range(draw(st.integers(0, 3))))
    entry = Entry(
        day, kind, steps=draw(st.none() | st.integers(0, 9000)), issues=held,
        km=draw(st.none() | st.sampled_from([Decimal("2.87"), Decimal("0.000000001"), Decimal(3)])),
        walkers=("张书记", "王丽")[: draw(st.integers(0, 2))], visits=draw(st.sampled_from([(), ("高龄党员户",)])),
        cleaned=draw(st.none() | st.integers(0, 9)), body="居民都说好。\n",
    )  # fmt: skip
    named = "" if kind == "walk" else f"-{kind}"
    raw = new_entry(entry, "zh", CATEGORY_NAMES)
    if held and draw(st.integers(0, 4)) == 0:
        raw = raw.replace("说明".encode(), draw(st.sampled_from(DAMAGED_LINES)).encode() + b"\n      - 1")
    return f"diaries/{day.year}/{day}{named}{second}.md", raw


def write(root, path, raw):
    place = root / path
    if place.parent.is_file() or place.is_dir():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(raw)


def entry_files(root):
    return sorted(path for path in root.glob("diaries/**/*.md") if path.is_file())


def add(root, draw):
    for _ in range(draw(st.integers(1, 3))):
        write(root, *draw(pages()))


def delete(root, draw):
    for path in (
        draw(st.lists(st.sampled_from(entry_files(root)), max_size=2, unique=True)) if entry_files(root) else ()
    ):
        path.unlink()


def edit(root, draw):
    """An edit of equal size that gives the file its old times back."""
    for path in entry_files(root)[: draw(st.integers(1, 3))]:
        old = path.stat()
        swap = draw(
            st.sampled_from(
                [("办结", "重开"), ("重开", "办结"), ("跟进", "办结"), ("小事", "大事"), ("绿化队", "办事处")]
            )
        )
        path.write_bytes(path.read_bytes().replace(swap[0].encode(), swap[1].encode()))
        os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


def misplace(root, draw):
    names = ["diaries/2026/旧", "diaries/2026-01-05.md", "diaries/2026/2026-1-5.md", "diaries/2026/深/2026-01-05.md"]
    write(root, draw(st.sampled_from(names)), b"---\ndate: 2026-01-05\n---\n")


def spoil(root, draw):
    for path in entry_files(root)[:1]:
        path.write_bytes(draw(st.sampled_from([b"", b"no fence", b"---\ndate: 2026-13-01\n---\n", b"\xff\xfe\x00"])))


def resettle(root, draw):
    (root / "minqing.yaml").write_text(draw(st.sampled_from(SETTINGS)), encoding="utf-8")


def drop_index(root, draw):
    shutil.rmtree(root / ".minqing", ignore_errors=True)


def damage_index(root, draw):
    """Some bytes of the index, or its end, are lost."""
    chance = random.Random(draw(st.integers(0, 10**6)))
    for path in [p for p in (root / ".minqing").glob("*") if p.is_file() and p.name != ".gitignore"]:
        raw = bytearray(path.read_bytes())
        for _ in range(chance.choice([0, 1, 1, 40]) if raw else 0):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        path.write_bytes(bytes(raw[: chance.choice([len(raw), len(raw), len(raw) // 2, 0])]))


def replace_index(root, draw):
    """Something else lies where the index was."""
    place = root / ".minqing" / "index.sqlite"
    if not place.is_file():
        return
    place.write_bytes(draw(st.sampled_from([b"", b"SQLite format 3\x00" + b"x" * 4000])))


SPOTS = (("5号楼", True), ("4栋路灯坏了", False), ("2号院", True), ("西门", True), ("路灯坏了", False))
"""Places, and sentences that name one or none, near which matters are looked for."""

STEPS = (add, add, add, delete, edit, edit, misplace, spoil, resettle, drop_index, damage_index, replace_index)


def answers(records, community, today, draw):
    """Every kind of answer, as programs read it."""
    period = Period.span(*sorted((draw(days), draw(days))))
    as_of, count = draw(maybe_day), draw(st.integers(1, 4))
    found = {
        "figures": [
            figures_dict(figures(records, within, on, today, community))
            for within in (None, period, Period.of("month", period.start))
            for on in (None, as_of)
        ],
        "report": report_dict(build_report(records, Period.of("month", period.end), as_of, today, community)),
        "long report": report_dict(build_report(records, period, None, today, community)),
        "states": issue_dicts(records.states(as_of or today)),
        "standing": issue_dicts(records.standing(today)),
        "open": [s.id for s in records.states(as_of or today, date.max) if s.is_open],
        "entries": [entry_dict(e) for e in records.entries(period.start, period.end)],
        "errors": records.errors(),
        "left out": records.left_out(),
        "numbered": issue_dicts(records.numbered(without_year(number_of(f"{period.start:%Y%m%d}-1")), today)),
    }
    for text, placed in SPOTS:
        seen = sorted(records.near(spot_of(text), placed), key=lambda one: (one.path, one.at))
        found[text] = seen, issue_dicts(sorted(records.standing_of(seen, today), key=lambda s: (s.entry, s.issue.line)))

    def wanted(title: str, place: str | None, reporter: str | None, ticket: str | None) -> bool:
        return place == "5号楼" or "树" in title or reporter == "阿姨"

    found["where"] = issue_dicts(records.where(wanted, today))
    ids = {f"{period.start:%Y%m%d}-1", *(s.id for s in list(records.standing(today))[:3])}
    found["with ids"] = issue_dicts(records.with_ids(ids, today))
    found["newest"] = issue_dicts(newest(records.newest(count, period.start, today), count))
    found["all newest"] = issue_dicts(records.newest(None, period.start, today))
    for by in BYS:
        within = draw(st.sampled_from([None, period]))
        found[by] = [group_dict(group) for group in groups(by, records, within, as_of, today, community)]
    return found


def newest(states, count):
    """The last so many that were raised; of one day those of the later entries."""
    return sorted(states, key=lambda state: state.raised)[-count:]


class Repeated:
    """Draws once and gives the same again, so that both sides are asked the same."""

    def __init__(self, draw):
        self.draw, self.drawn, self.at = draw, [], 0

    def __call__(self, strategy):
        if self.at == len(self.drawn):
            self.drawn.append(self.draw(strategy))
        self.at += 1
        return self.drawn[self.at - 1]

    def again(self):
        self.at = 0
        return self


def glanced(root, draw):
    """Issues looked up without renewing the index are those of the files, in any order."""
    today, workspace = draw(days), open_workspace(root)
    fresh = FreshRecords(workspace)
    numbers = sorted({without_year(number_of(state.id)) for state in fresh.standing(today)} | {1010001})
    number = draw(st.sampled_from(numbers))
    found = glance(root, number, today)
    if found:
        assert found[0] == workspace
        assert in_order(found[1]) == in_order(fresh.numbered(number, today))
    return found is not None


def in_order(states):
    return sorted((state.entry, state.issue.line, repr(state)) for state in states)


def compared(root, draw):
    glanced(root, draw)
    records = keeper.Keeper(root).records()
    workspace = open_workspace(root)
    today = draw(days)
    asked = Repeated(draw)
    indexed = answers(records, records.community, today, asked)
    assert records.settings_problems == workspace.settings_problems
    assert indexed == answers(FreshRecords(workspace), workspace.community, today, asked.again())


@given(st.data())
@settings(
    max_examples=int(os.environ.get("MINQING_EXAMPLES", "25")), deadline=None, suppress_health_check=list(HealthCheck)
)
def test_after_any_history_the_index_answers_what_the_files_say(data):
    draw = data.draw
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        root = Path(folder)
        (root / "minqing.yaml").write_text(SETTINGS[0], encoding="utf-8")
        add(root, draw)
        compared(root, draw)
        for step in draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=5)):
            later = draw(st.sampled_from([0, 0, 3600, -3600])) * 10**9
            patch.setattr(keeper, "time", Clock(later))
            step(root, draw)
            time.sleep(0.012)  # two edits within one tick are for the tests of signatures
            compared(root, draw)


def test_an_issue_is_found_beside_an_index_that_is_not_renewed(tmp_path):
    (tmp_path / "minqing.yaml").write_text(SETTINGS[0], encoding="utf-8")
    page = "---\n日期: 2026-01-05\n事项:\n  - 编号: 20260105-1\n    事由: 路灯太亮\n---\n"
    write(tmp_path, "diaries/2026/2026-01-05.md", page.encode())
    today, number = date(2026, 2, 1), without_year(number_of("20260105-1"))
    assert glance(tmp_path, number, today) is None
    keeper.Keeper(tmp_path).records()
    kept = (tmp_path / ".minqing" / "index.sqlite").read_bytes()
    write(tmp_path, "diaries/2026/2026-01-05.md", page.replace("太亮", "坏了").encode())
    _, (state,) = glance(tmp_path, number, today)
    assert state.title == "路灯坏了"
    assert (tmp_path / ".minqing" / "index.sqlite").read_bytes() == kept
    (tmp_path / "diaries/2026/2026-01-05.md").unlink()
    assert glance(tmp_path, number, today)[1] == ()


class Clock:
    """A clock that is ahead of the real one, or set back."""

    def __init__(self, later):
        self.later = later

    def time_ns(self):
        return time.time_ns() + self.later
