"""Which photographs a report shows, beside which, and what it says below them."""

from datetime import date

import pytest
from ledgers import NOVEMBER

from minqing.domain.community import Community
from minqing.domain.fold import fold_issue
from minqing.domain.model import Entry, Issue, Progress
from minqing.messages import speaking
from minqing.reports.photographs import pair_of, pairs_besides, pictures_of

RAISED, CLOSED, TODAY = date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 20)


@pytest.fixture(autouse=True)
def chinese():
    with speaking("zh"):
        yield


def state(*photos, day=TODAY, closed=CLOSED, verb="close", id="20261102-1"):
    progress = (Progress(closed, verb, "信访" if verb == "refer" else None, ""),) if closed else ()
    issue = Issue(id, "路灯太亮", photos=photos, progress=progress)
    return fold_issue(issue, Entry(RAISED, issues=(issue,)), day, Community())


def shown(*photos, **how):
    return [list(zip(row.paths, row.captions, strict=True)) for row in pictures_of(state(*photos, **how))]


def test_before_stands_beside_after_in_the_order_they_were_taken_in():
    found = shown("a-后-20261112.jpg", "photos/a-前-20261102.jpg", "b-后-20261113.jpg", "b-前.jpg")
    assert found == [
        [("photos/a-前-20261102.jpg", "整改前 2026-11-02"), ("photos/a-后-20261112.jpg", "整改后 2026-11-12")],
        [("photos/b-前.jpg", "整改前"), ("photos/b-后-20261113.jpg", "整改后 2026-11-13")],
    ]


def test_others_stand_two_by_two_and_four_are_enough():
    assert shown("1.jpg", "2.jpg", "3-后.jpg") == [
        [("photos/3-后.jpg", "整改后")],
        [("photos/1.jpg", "照片"), ("photos/2.jpg", "照片")],
    ]
    assert sum(map(len, shown(*(f"{n}.jpg" for n in range(9))))) == 4
    assert shown() == []


def test_a_report_of_an_earlier_day_shows_nothing_that_was_taken_later():
    photos = ("a-前-20261102.jpg", "a-后-20261112.jpg")
    assert shown(*photos, day=date(2026, 11, 11)) == [[("photos/a-前-20261102.jpg", "整改前 2026-11-02")]]


def test_pairs_are_of_what_was_solved_in_the_period_and_is_no_case():
    pair = ("a-前.jpg", "a-后.jpg")
    found = [
        state(*pair, id="20261102-1"), state(*pair, id="20261102-2"), state("a-前.jpg", "b.jpg", id="20261102-3"),
        state(*pair, closed=None, id="20261102-4"), state(*pair, verb="refer", id="20261102-5"),
        state(*pair, closed=date(2026, 12, 1), day=date(2026, 12, 5), id="20261102-6"),
    ]  # fmt: skip
    told = pairs_besides(found, found[:1], NOVEMBER)
    assert [s.id for s in told] == ["20261102-2"]


def test_a_pair_is_the_first_before_and_the_last_after():
    pair = pair_of(state("a-前.jpg", "b-前.jpg", "a-后.jpg", "b-后.jpg"))
    assert pair.paths == ("photos/a-前.jpg", "photos/b-后.jpg")
    assert pair.text == "20261102-1  路灯太亮(2026-11-10 办结)"
