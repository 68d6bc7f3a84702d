"""Folding: what an issue is on a day, line by line of the format's rules."""

import pytest
from diary_factory import COMMUNITY, day, entry, issue, raised, state

from minqing.domain.fold import effective_lines, fold_entries, lines_until, progress_warnings

RAISED = "2026-11-02"


def test_without_progress_an_issue_is_as_it_was_raised():
    seen = state("2026-11-05", RAISED, tier="small", owner="李楼长", due="2026-11-02", category="facility")
    assert (seen.state, seen.tier, seen.owner, seen.due) == ("open", "small", "李楼长", day("2026-11-02"))
    assert (seen.bucket, seen.overdue, seen.days_open) == ("unmanaged", True, 3)
    assert (seen.closed, seen.outcome, seen.contacted, seen.closings) == (None, None, None, ())


@pytest.mark.parametrize(
    ("verb", "outcome"),
    [
        ("close", "solved"),
        ("refer 派出所", "referred"),
        ("duplicate 20261101-1", "duplicate"),
        ("withdraw", "withdrawn"),
    ],
)
def test_each_closing_has_its_outcome(verb, outcome):
    seen = state("2026-11-30", RAISED, f"2026-11-05 {verb}")
    assert (seen.state, seen.outcome, seen.closed) == ("closed", outcome, day("2026-11-05"))
    assert (seen.days_open, seen.contacted, seen.is_open) == (3, day("2026-11-05"), False)


def test_lines_after_the_day_do_not_count():
    lines = ("2026-11-05 assign 绿化队", "2026-11-09 close", "2026-11-12 reopen")
    assert state("2026-11-04", RAISED, *lines).owner is None
    assert state("2026-11-08", RAISED, *lines).state == "open"
    assert state("2026-11-09", RAISED, *lines).state == "closed"
    assert state("2026-11-12", RAISED, *lines).state == "open"


def test_lines_apply_by_date_and_equal_dates_in_file_order():
    late_first = state("2026-11-30", RAISED, "2026-11-09 assign 乙", "2026-11-05 assign 甲")
    same_day = state("2026-11-30", RAISED, "2026-11-05 close", "2026-11-05 reopen")
    assert late_first.owner == "乙"
    assert (same_day.state, same_day.closings, same_day.reopenings) == (
        "open", (day("2026-11-05"),), (day("2026-11-05"),),
    )  # fmt: skip


def test_a_line_before_the_entry_counts_as_on_the_entrys_date_and_sorts_there():
    seen = state("2026-11-30", RAISED, "2026-11-02 assign 甲", "2026-10-20 assign 乙", "2026-10-21 close")
    assert seen.owner == "乙", "in file order among the lines of the entry's date"
    assert (seen.closed, seen.contacted) == (day(RAISED), day(RAISED))
    assert (seen.closings, seen.solved_days, seen.days_open) == ((day(RAISED),), (day(RAISED),), 0)


def test_a_second_closing_replaces_outcome_and_day_but_is_no_second_closing():
    seen = state("2026-11-30", RAISED, "2026-11-05 close", "2026-11-20 refer 派出所")
    assert (seen.outcome, seen.closed) == ("referred", day("2026-11-20"))
    assert seen.closings == (day("2026-11-05"),)
    assert seen.solved_days == (day("2026-11-05"),)


def test_reopening_clears_the_closing_but_not_the_satisfaction():
    seen = state("2026-11-30", RAISED, "2026-11-05 close", "2026-11-06 followup dissatisfied", "2026-11-07 reopen")
    assert (seen.state, seen.outcome, seen.closed) == ("open", None, None)
    assert (seen.satisfaction, seen.reopenings) == ("dissatisfied", (day("2026-11-07"),))
    assert seen.days_open == 28


def test_dissatisfied_leaves_it_closed():
    assert state("2026-11-30", RAISED, "2026-11-05 close", "2026-11-06 followup dissatisfied").state == "closed"


def test_reopening_an_open_issue_changes_nothing():
    seen = state("2026-11-30", RAISED, "2026-11-05 reopen", due="2026-12-01")
    assert (seen.state, seen.reopenings, seen.due) == ("open", (), day("2026-12-01"))


def test_reopening_a_parked_issue_only_ends_the_parking():
    seen = state("2026-11-30", RAISED, "2026-11-05 park 2027-03-01", "2026-11-06 reopen")
    assert (seen.state, seen.reopenings, seen.due) == ("open", (), day("2027-03-01"))


def test_parked_up_to_the_review_date_then_open_and_overdue():
    lines = ("2026-11-05 park 2026-11-20",)
    on_the_day, after = state("2026-11-20", RAISED, *lines), state("2026-11-21", RAISED, *lines)
    assert (on_the_day.state, on_the_day.overdue, on_the_day.is_open) == ("parked", False, True)
    assert (after.state, after.overdue) == ("open", True)


@pytest.mark.parametrize("verb", ["extend", "promise"])
def test_a_new_due_date_ends_the_parking(verb):
    seen = state("2026-11-10", RAISED, "2026-11-05 park 2026-12-20", f"2026-11-06 {verb} 2026-11-15")
    assert (seen.state, seen.due) == ("open", day("2026-11-15"))


def test_a_closing_ends_the_parking_for_good():
    seen = state("2026-11-10", RAISED, "2026-11-05 park 2026-12-20", "2026-11-06 close", "2026-11-07 reopen")
    assert (seen.state, seen.due) == ("open", day("2026-12-20"))


@pytest.mark.parametrize("verb", ["extend", "promise", "park"])
def test_a_closed_issue_takes_no_new_due_date(verb):
    seen = state("2026-11-30", RAISED, "2026-11-05 close", f"2026-11-06 {verb} 2026-12-15", due="2026-11-09")
    assert (seen.state, seen.due) == ("closed", day("2026-11-09"))


@pytest.mark.parametrize("before", [(), ("2026-11-03 park 2027-01-01",), ("2026-11-03 close",)])
def test_who_what_and_how_it_went_apply_in_every_state(before):
    later = ("2026-11-05 reclassify dispute", "2026-11-06 escalate 街道办事处", "2026-11-07 followup fair")
    lines = (*before, *later)
    seen = state("2026-11-30", RAISED, *lines, tier="small", category="facility", due="2026-11-09")
    assert (seen.tier, seen.owner, seen.category) == ("large", "街道办事处", "dispute")
    assert (seen.bucket, seen.satisfaction, seen.followed_up) == ("dispute", "fair", day("2026-11-07"))


def test_regrading_and_assigning_leave_the_due_date_alone():
    seen = state("2026-11-30", RAISED, "2026-11-05 regrade medium", "2026-11-06 assign 绿化队", due="2026-11-09")
    assert (seen.tier, seen.owner, seen.due) == ("medium", "绿化队", day("2026-11-09"))


def test_the_last_followup_wins():
    lines = ("2026-11-05 close", "2026-11-12 followup dissatisfied", "2026-12-10 followup satisfied")
    assert state("2026-11-30", RAISED, *lines).satisfaction == "dissatisfied"
    assert state("2026-12-31", RAISED, *lines).followed_up == day("2026-12-10")


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ("note 看过", True), ("contact", True), ("whistle 城管、绿化", True), ("escalate 街道", True),
        ("promise 2026-11-20", True), ("close", True), ("refer 派出所", True), ("withdraw", True),
        ("assign 绿化队", False), ("regrade small", False), ("reclassify dispute", False),
        ("extend 2026-11-20", False), ("park 2026-11-20", False), ("reopen", False), ("followup fair", False),
    ],
)  # fmt: skip
def test_which_lines_answer_the_resident(written, answers):
    seen = state("2026-11-30", RAISED, f"2026-11-05 {written}", "2026-11-08 contact")
    assert seen.contacted == day("2026-11-05" if answers else "2026-11-08")


def test_a_whistle_leaves_state_and_owner_alone():
    seen = state("2026-11-30", RAISED, "2026-11-05 whistle 城管、绿化", owner="李楼长")
    assert (seen.state, seen.owner) == ("open", "李楼长")


def test_the_source_is_the_entrys_kind_unless_given():
    assert state("2026-11-30", RAISED, kind="hotline").source == "hotline"
    assert state("2026-11-30", RAISED, kind="walk", source="heard").source == "heard"


def test_overdue_begins_the_day_after_the_due_date():
    assert not state("2026-11-09", RAISED, due="2026-11-09").overdue
    assert state("2026-11-10", RAISED, due="2026-11-09").overdue
    assert not state("2026-11-10", RAISED, "2026-11-10 close", due="2026-11-09").overdue


def test_entries_after_the_day_are_left_out():
    entries = [raised("2026-11-02"), raised("2026-11-09")]
    assert [s.raised for s in fold_entries(entries, day("2026-11-08"), COMMUNITY)] == [day("2026-11-02")]


def test_effective_lines_are_handed_back_as_written():
    holder = raised(RAISED, "2026-11-09 close", "2026-10-01 note 早了")
    assert [line.verb for line in effective_lines(holder.issues[0], holder)] == ["note", "close"]
    assert effective_lines(holder.issues[0], holder)[0].date == day("2026-10-01")
    assert [line.verb for line in lines_until(holder.issues[0], day(RAISED), day(RAISED))] == ["note"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("2026-11-05 close", "2026-11-06 withdraw"), ["progress-close-closed"]),
        (("2026-11-05 reopen",), ["progress-reopen-open"]),
        (("2026-11-05 park 2026-12-01", "2026-11-06 reopen"), []),
        (("2026-11-05 park 2026-11-10", "2026-11-20 reopen"), ["progress-reopen-open"]),
        (("2026-11-05 close", "2026-11-06 extend 2026-12-01"), ["progress-no-effect"]),
        (("2026-11-05 close", "2026-11-06 assign 甲", "2026-11-07 followup fair", "2026-11-08 note x"), []),
        (("2026-11-09 reopen", "2026-11-05 close"), []),
    ],
)
def test_warnings_of_lines_that_do_not_do_what_they_look_like(lines, codes):
    holder = entry(RAISED, issue(*lines))
    assert [code for code, _ in progress_warnings(holder.issues[0], holder)] == codes
