"""The eleven years as they are planned: their totals, their variety, and that they come out the same again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from minqing.demo.book import Book, Commit
from minqing.demo.days import MONDAYS, at_work, working_day
from minqing.demo.ground import FIRST, HOUSES, LAST, STAFF, settings_days, settings_text
from minqing.demo.plan import community, planned
from minqing.demo.topics import TOPICS
from minqing.domain.community import Community
from minqing.domain.fold import IssueState, fold_entries
from minqing.domain.model import KINDS, Entry, Issue
from minqing.domain.verbs import VERBS
from minqing.reports.figures import Figures, figures
from minqing.text.edit import add_issues, add_progress
from minqing.text.read import read_entry
from minqing.text.vocabulary import category_words
from minqing.text.write import new_entry
from minqing.workspace.settings import read_settings


@dataclass(frozen=True)
class Years:
    """The whole sample in memory: its commits, its files at the end, its entries and issues as then read."""

    community: Community
    commits: tuple[Commit, ...]
    files: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    states: tuple[IssueState, ...]
    figures: Figures

    @property
    def issues(self) -> list[Issue]:
        return [issue for entry in self.entries for issue in entry.issues]


def subject(action: str, entry: Entry, issue: Issue | None) -> str:
    return f"{action} {issue.id if issue else entry.path}"


def written() -> tuple[Community, tuple[Commit, ...]]:
    settings = community()
    names = {category.id: category.name for category in settings.categories.values()}
    return settings, tuple(Book(planned(settings), names, subject).commits())


def digest(commits: tuple[Commit, ...]) -> str:
    """Everything that reaches git, in one number."""
    told = sha256()
    for commit in commits:
        told.update(f"{commit.when.isoformat()} {commit.by.mail} {commit.words}".encode())
        for path, raw in commit.files:
            told.update(path.encode() + raw)
    return told.hexdigest()


@pytest.fixture(scope="module")
def years() -> Years:
    settings, commits = written()
    files = {path: raw for commit in commits for path, raw in commit.files}
    words = category_words(settings)
    readings = [read_entry(raw, path, words) for path, raw in sorted(files.items()) if path.startswith("diaries/")]
    assert [problem for reading in readings for problem in reading.problems] == []
    entries = tuple(reading.entry for reading in readings if reading.entry)
    states = tuple(fold_entries(entries, LAST, settings))
    return Years(settings, commits, files, entries, states, figures(entries, None, LAST, LAST, settings))


def test_the_totals_are_the_published_ones(years: Years) -> None:
    counted = years.figures
    assert counted.walked.mondays == 572
    assert counted.walked.steps == 2_730_000
    assert counted.walked.km == Decimal(1640)
    assert counted.disputes_mediated == 1018
    assert counted.environment_handled == 972
    assert counted.by_bucket["unmanaged"].handled == 1580
    assert counted.opening is None
    assert 4100 <= counted.issues.raised <= 4400


def test_nothing_happens_after_the_last_monday(years: Years) -> None:
    later = date(2026, 11, 20)
    counted = figures(years.entries, None, later, later, years.community)
    assert counted.walked == years.figures.walked
    assert counted.by_bucket == years.figures.by_bucket
    assert max(line.date for issue in years.issues for line in issue.progress) <= LAST


def test_every_monday_has_its_walk(years: Years) -> None:
    walks = {entry.date for entry in years.entries if entry.kind == "walk"}
    assert walks == set(MONDAYS)
    assert (MONDAYS[0], MONDAYS[-1], len(MONDAYS)) == (date(2009, 12, 14), date(2020, 11, 23), 572)


def test_a_usual_walk_is_as_long_as_it_was(years: Years) -> None:
    usual = [e for e in years.entries if e.kind == "walk" and e.route == "顺时针一圈"]
    steps = sum(e.steps or 0 for e in usual) / len(usual)
    metres = [float(e.km or 0) * 1000 / (e.steps or 1) for e in usual]
    assert 4650 <= steps <= 4900
    assert min(metres) >= 0.58
    assert max(metres) <= 0.62


def test_it_comes_out_the_same_whatever_the_hash_seed(years: Years) -> None:
    code = "from test_years import digest, written; print(digest(written()[1]))"
    env = os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": str(Path(__file__).parent)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.strip() == digest(years.commits)


def test_the_files_are_as_the_program_writes_them(years: Years) -> None:
    names = {category.id: category.name for category in years.community.categories.values()}
    for entry in years.entries:
        assert new_entry(entry, "zh", names) == years.files[entry.path]


def test_each_change_is_what_its_command_does_to_the_file(years: Years) -> None:
    names = {category.id: category.name for category in years.community.categories.values()}
    words = category_words(years.community)
    before: dict[str, bytes] = {}
    checked: Counter[str] = Counter()
    for number, commit in enumerate(years.commits):
        ((path, raw),) = commit.files
        if path in before and path.startswith("diaries/") and number % 13 == 0:
            old, new = read_entry(before[path], path, words), read_entry(raw, path, words).entry
            assert old.entry is not None
            assert new is not None
            if len(new.issues) > len(old.entry.issues):
                again = add_issues(old, new.issues[-1:], "zh", names, words)
            else:
                ((was, now),) = [(a, b) for a, b in zip(old.entry.issues, new.issues, strict=True) if a != b]
                again = add_progress(old, now.id, now.progress[len(was.progress) :], "zh", names, words)
            assert again == raw
            checked[commit.words.split()[0]] += 1
        before[path] = raw
    assert checked["close"] > 40
    assert checked["escalate"] > 0
    assert checked["add"] > 0


def test_ids_are_given_in_the_order_of_writing(years: Years) -> None:
    by_day: dict[str, list[int]] = {}
    for commit in years.commits:
        if commit.words.startswith(("log ", "add ")):
            for line in commit.words.splitlines():
                if line.startswith("Minqing-Issue: "):
                    day, _, number = line.removeprefix("Minqing-Issue: ").partition("-")
                    by_day.setdefault(day, []).append(int(number))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_day.values())


def test_every_verb_kind_and_fate_occurs(years: Years) -> None:
    assert {line.verb for issue in years.issues for line in issue.progress} == set(VERBS)
    assert {entry.kind for entry in years.entries} == set(KINDS)
    assert {state.outcome for state in years.states} == {None, "solved", "referred", "duplicate", "withdrawn"}
    assert {state.satisfaction for state in years.states} == {None, "satisfied", "fair", "dissatisfied"}
    assert {state.category for state in years.states} == set(years.community.categories)


def test_some_are_open_parked_or_late_at_the_end(years: Years) -> None:
    left = years.figures.issues
    assert 40 <= left.open <= 90
    assert left.parked >= 8
    assert left.overdue >= 8
    assert left.open - left.parked - left.overdue >= 8
    assert left.reopened >= 30


def test_titles_hardly_ever_repeat(years: Years) -> None:
    titles = {issue.title for issue in years.issues}
    assert len(titles) > 0.97 * len(years.issues)
    pages = {entry.body for entry in years.entries if entry.kind == "walk"}
    assert len(pages) > 550


def test_the_same_thing_comes_back_at_the_same_place(years: Years) -> None:
    years_of: dict[tuple[str | None, str | None], set[int]] = {}
    for state in years.states:
        years_of.setdefault((state.place, state.category), set()).add(state.raised.year)
    assert sum(len(found) >= 5 for found in years_of.values()) > 60


def test_the_seasons_tell(years: Years) -> None:
    def months(word: str) -> Counter[int]:
        return Counter(state.raised.month for state in years.states if word in state.title)

    heating = months("供暖") + months("来暖")
    assert sum(heating[m] for m in (11, 12, 1, 2, 3)) > 0.9 * heating.total() > 20
    assert (
        sum(months("杨絮")[m] + months("柳絮")[m] for m in (3, 4, 5, 6))
        == (months("杨絮") + months("柳絮")).total()
        > 0
    )
    assert months("落叶")[11] > months("落叶")[5]


def test_tiers_and_the_hotline_came_late(years: Years) -> None:
    def share(year: int) -> float:
        tiers = [state.issue.tier for state in years.states if state.raised.year == year]
        return sum(tier is not None for tier in tiers) / len(tiers)

    assert share(2011) < 0.6
    assert share(2020) == 1
    hotline = Counter(entry.date.year for entry in years.entries if entry.kind == "hotline")
    assert hotline[2019] > 4 * hotline[2015] > 0
    assert {line.date.year for issue in years.issues for line in issue.progress if line.verb == "whistle"} == {
        2018, 2019, 2020,
    }  # fmt: skip


def test_the_two_sentences_on_record_stand_on_their_days(years: Years) -> None:
    told = {(state.raised.isoformat(), state.title) for state in years.states}
    assert ("2018-07-02", "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉") in told
    assert ("2019-10-21", "8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下") in told


def test_a_duplicate_points_to_an_older_matter_of_the_same_kind(years: Years) -> None:
    states = {state.id: state for state in years.states}
    pairs = [
        (state, states[line.argument or ""])
        for state in years.states
        for line in state.issue.progress
        if line.verb == "duplicate"
    ]
    assert len(pairs) > 40
    assert all(first.raised < again.raised and first.place == again.place for again, first in pairs)


def test_people_come_and_go(years: Years) -> None:
    served = {member.name: (member.start, member.end) for member in STAFF}
    for entry in years.entries:
        assert all(served[name][0] <= entry.date <= served[name][1] for name in entry.walkers)
    assert len({name for entry in years.entries for name in entry.walkers}) == len(STAFF)


def test_the_settings_are_sound_on_every_day_they_changed() -> None:
    for day in (FIRST, *settings_days()):
        settings, problems = read_settings(settings_text(day).encode())
        assert problems == ()
        assert len(settings.buildings) == 44
        assert sum(not building.managed for building in settings.buildings) == 32
        assert sum(building.households or 0 for building in settings.buildings) == settings.households == 4548
        assert (settings.residents, settings.units, settings.area_km2) == (12930, 75, Decimal("1.7"))
        assert settings.opening is None
    assert len(HOUSES) == 44


def test_it_is_marked_as_synthetic() -> None:
    text = settings_text(LAST)
    assert text.startswith("# 合成数据")
    assert "社区: 示例社区(合成数据)\n" in text


@pytest.mark.parametrize("bucket", TOPICS)
def test_phrases_are_well_formed(bucket: str) -> None:
    for topic in TOPICS[bucket]:
        assert len(topic.months) == 12
        for phrase in (*topic.what, *topic.so, *topic.work, *topic.done):
            assert phrase.count("{") == phrase.count("}"), phrase
            assert phrase.count(">") <= 1, phrase


def test_offices_rest_at_week_ends_and_festivals() -> None:
    assert not at_work(date(2019, 10, 5))
    assert not at_work(date(2019, 2, 6))
    assert working_day(date(2019, 10, 1)) == date(2019, 10, 8)
    assert working_day(date(2019, 9, 2)) == date(2019, 9, 2)
