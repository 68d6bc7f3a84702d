"""The report in sentences: the words are right for the figures, and a message always stays short."""

from __future__ import annotations

from decimal import Decimal

import pytest
from diary_factory import COMMUNITY, day, entry, issue, raised
from hypothesis import given, settings
from hypothesis import strategies as st

from minqing.domain.period import Period
from minqing.domain.records import records_of
from minqing.domain.values import replace
from minqing.messages import speaking
from minqing.reports.handing_out import Office, handout_of
from minqing.reports.media.text import fitted, message
from minqing.reports.report import build_report
from minqing.reports.summary import change_in_words, summary_lines
from minqing.reports.templates import Templates
from minqing.workspace.template_files import template_text

NOVEMBER = Period.month(2026, 11)


def told(*entries, period=NOVEMBER, today="2026-12-20", language="zh"):
    with speaking(language):
        return summary_lines(build_report(entries, period, None, day(today), COMMUNITY))


OCTOBER = raised("2026-10-05", "2026-10-06 close")


def test_a_month_with_everything():
    entries = (
        OCTOBER,
        entry("2026-11-02", issue("2026-11-02 close"), issue(due="2026-11-09"), steps=4773, km=Decimal("2.87")),
        entry("2026-11-09", issue("2026-11-10 park 2026-12-31"), steps=5000),
        entry("2026-11-11", kind="visit"),
    )
    assert told(*entries) == [
        "走动2次(2个走动日),走访1次,9773步、2.87公里。",
        "提出3件,比上月多2件;办结1件,与上月持平。",
        "期末未办结2件,其中挂账1件,逾期1件。",
    ]
    assert told(*entries, language="en") == [
        "2 walks on 2 walk days, one visit, 9,773 steps, 2.87 km.",
        "3 issues raised, 2 more than the month before; one closed, as many as the month before.",
        "2 open at the end, 1 of them parked, 1 overdue.",
    ]


@pytest.mark.parametrize(
    ("entries", "today", "zh", "en"),
    [
        ((), "2026-12-20", ["本期没有日记。"], ["There is no entry in this period."]),
        (
            (OCTOBER,),
            "2026-10-20",
            ["这一时段还没有开始,没有可报的数字。"],
            ["The period has not begun; there is nothing to report."],
        ),
        (
            (raised("2026-11-02"),),
            "2026-12-20",
            ["走动1次。", "提出1件;没有事项办结。", "期末未办结1件,没有逾期。", "这是第一次统计,没有更早的数字可比。"],
            ["One walk.", "One issue raised; none closed.", "One open at the end, none overdue.",
             "These are the first figures; there are none before to compare with."],
        ),
        (
            (OCTOBER, raised("2026-11-02", kind="call")),
            "2026-12-20",
            ["没有走动。", "提出1件,与上月持平;没有事项办结,上月有1件。", "期末未办结1件,没有逾期。"],
            ["No walk.", "One issue raised, as many as the month before; none closed, 1 the month before.",
             "One open at the end, none overdue."],
        ),
        (
            (entry("2026-10-05"), raised("2026-11-02", "2026-11-02 close")),
            "2026-12-20",
            ["走动1次。", "提出1件,上月没有;办结1件,上月没有。", "期末没有未办结的。"],
            ["One walk.", "One issue raised, none the month before; one closed, none the month before.",
             "Nothing open at the end."],
        ),
    ],
)  # fmt: skip
def test_the_words_fit_the_figures(entries, today, zh, en):
    assert told(*entries, today=today) == zh
    assert told(*entries, today=today, language="en") == en


def test_a_year_is_compared_with_the_year_before_once():
    found = told(raised("2025-11-02"), raised("2026-11-02"), period=Period.year(2026))
    assert found[1] == "提出1件,与上年持平;没有事项办结,与上年持平。"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (3, 2, "比上月多1件"), (2, 3, "比上月少1件"), (2, 2, "与上月持平"),
        (2, 0, "上月没有"), (0, 2, "上月有2件"), (0, 0, "与上月持平"),
    ],
)  # fmt: skip
def test_a_change_in_words(now, before, words):
    with speaking("zh"):
        assert change_in_words(now, before, "上月") == words


# the message

TEXTS = st.text(st.sampled_from("路灯阿姨*#|<>`\x1b\n太亮😀"), min_size=1, max_size=900)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=8),
    steps=st.integers(0, 10**15),
    name=st.text(max_size=300),
    language=st.sampled_from(["zh", "en"]),
    internal=st.booleans(),
)
def test_a_message_is_never_500_characters_long(texts, steps, name, language, internal):
    issues = [issue("2026-11-03 close", title=text, tier="large", place=text[:200], due="2026-11-01") for text in texts]
    community = replace(COMMUNITY, name=name)
    entries = records_of(
        (entry("2026-11-02", *issues, *issues, issue(title=texts[0], tier="large"), steps=steps),), community
    )
    with speaking(language):
        report = build_report(entries, NOVEMBER, None, day("2026-12-20"), community)
        templates = Templates(lambda name: template_text(name, None))
        office = Office(community, day("2026-12-20"), templates, lambda path: None, internal)
        text = message(handout_of(entries, report, office, ".txt"))
    assert 0 < len(text) < 500
    assert all(line.isprintable() for line in text.splitlines())


@given(st.text(max_size=2000))
def test_fitting_keeps_whole_lines_from_the_beginning(text):
    found = fitted(text)
    assert len(found) < 500
    assert fitted(found) == found


def test_what_fits_is_kept_as_it_is():
    assert fitted("一\n二\n") == "一\n二\n"
    assert fitted("一\n" + "长" * 600 + "\n三") == "一\n"
    assert fitted("长" * 600) == "长" * 497 + "…\n"
