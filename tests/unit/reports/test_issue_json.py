"""Issues for programs."""

from decimal import Decimal

from diary_factory import state

from minqing.reports.issue_json import issue_dict, number

LINES = ("2026-11-03 escalate 街道办事处 请协调", "2026-11-20 close 修好了")


def test_an_issue_has_the_promised_keys_in_their_order():
    assert list(issue_dict(state("2026-11-30", "2026-11-02"))) == [
        "id", "title", "place", "reporter", "source", "category", "bucket", "tier", "state", "owner",
        "raised", "due", "overdue", "days_open", "contacted", "closed", "outcome", "satisfaction",
        "households", "cost", "ticket", "photos", "walk", "line", "progress",
    ]  # fmt: skip


def test_present_values_and_dates_as_text():
    found = issue_dict(state("2026-11-30", "2026-11-02", *LINES, tier="small", due="2026-11-09"))
    assert (found["tier"], found["owner"], found["state"]) == ("large", "街道办事处", "closed")
    assert (found["raised"], found["due"], found["contacted"], found["closed"]) == (
        "2026-11-02", "2026-11-09", "2026-11-03", "2026-11-20",
    )  # fmt: skip
    assert (found["walk"], found["outcome"]) == ("diaries/2026/2026-11-02.md", "solved")
    assert found["progress"][0] == {
        "date": "2026-11-03", "verb": "escalate", "argument": "街道办事处", "text": "请协调",
    }  # fmt: skip


def test_as_of_a_day_only_the_lines_of_that_day_are_told():
    found = issue_dict(state("2026-11-19", "2026-11-02", *LINES))
    assert [line["verb"] for line in found["progress"]] == ["escalate"]
    assert (found["state"], found["closed"], found["days_open"]) == ("open", None, 17)


def test_absent_values_are_null():
    found = issue_dict(state("2026-11-30", "2026-11-02"))
    absent = (
        "place",
        "tier",
        "category",
        "owner",
        "due",
        "closed",
        "outcome",
        "households",
        "cost",
        "ticket",
    )
    assert [found[key] for key in absent] == [None] * len(absent)
    assert (found["bucket"], found["source"], found["photos"], found["progress"]) == ("other", "walk", [], [])


def test_numbers_are_integers_where_whole():
    assert repr(number(Decimal("5.00"))) == "5"
    assert repr(number(Decimal("2.875"))) == "2.875"
    assert repr(number(3.5)) == "3.5"
    assert number(None) is None
