"""``minqing opening``: the balance carried over, in words and by flags."""

from __future__ import annotations

import pytest
from desk import Desk

SAID = "截至2019年12月31日 520多个周一 273万多步 1643公里 调解民事纠纷1018件 环境问题972 无物业1580"
SET = {
    "as_of": "2019-12-31",
    "mondays": 520,
    "steps": 2730000,
    "km": 1643,
    "disputes": 1018,
    "environment": 972,
    "unmanaged": 1580,
}


def test_it_is_set_in_words_in_one_commit_and_counts(book: Desk) -> None:
    before = book.commits
    assert book.json("opening", SAID)["opening"] == SET
    assert book.commits == before + 1
    assert book.trailers("Minqing-Action") == ["opening"]
    assert book.committed() == ["minqing.yaml"]
    stats = book.json("stats")
    assert (stats["mondays"], stats["steps"], stats["disputes_mediated"]) == (520, 2730000, 1018)
    assert book.json("opening")["opening"] == SET


def test_flags_say_the_same(book: Desk) -> None:
    typed = "--until 2019-12-31 --walks 520 --steps 273万 --km 1,643 --disputes 1018 --environment 972 --unmanaged 1580"
    assert book.json("opening", *typed.split())["opening"] == SET


def test_only_what_is_named_changes_and_every_other_byte_stays(book: Desk) -> None:
    text = (
        "\ufeff语言: zh\r\n# 纸质本\r\n期初:  # 张书记核过\r\n  # 数过两遍\r\n  截至: 2019-12-31\r\n"
        "  步数: 100   # 约数\r\n社区: 幸福里\r\n"
    )
    book.settings(text)
    book.commit_all()
    book.ok("opening", "--steps", "200", "--yes")
    assert book.read("minqing.yaml") == text.replace("100", "200")
    book.ok("opening", "--km", "2.5", "--yes")
    assert book.read("minqing.yaml") == text.replace("100   # 约数\r\n", "200   # 约数\r\n  公里: 2.5\r\n")


def test_it_can_be_taken_out_again(book: Desk) -> None:
    before = book.read("minqing.yaml")
    book.ok("opening", SAID, "--yes")
    book.ok("opening", "--clear", "--yes")
    assert book.read("minqing.yaml") == before
    assert book.json("opening") == {"schema": 1, "opening": None, "commit": None}


def test_a_balance_in_braces_is_read_and_written(book: Desk) -> None:
    book.settings("opening: {as_of: 2019-12-31, steps: 5}\ncommunity: X\n")
    book.commit_all()
    assert book.json("opening", "--km", "7")["opening"] == {"as_of": "2019-12-31", "steps": 5, "km": 7}
    assert book.read("minqing.yaml").endswith("community: X\n")


def test_a_dry_run_shows_the_totals_and_writes_nothing(book: Desk) -> None:
    before = book.commits
    answer = book.ok("opening", SAID, "--dry-run")
    assert "2,730,000" in answer.out
    assert book.commits == before


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["520个周一"], "--until"),
        (["--until", "2029-12-31", "--walks", "5"], "还没到"),
        (["--until", "2019-12-31", "--walks", "3.5"], "不是这里能用的数"),
        (["截至2019-12-31 520个周一 一堆矛盾"], "没看懂"),
        (["--clear", "--walks", "5"], "--clear"),
    ],
)
def test_what_is_not_understood_is_refused_whole(book: Desk, typed: list[str], words: str) -> None:
    before = book.read("minqing.yaml")
    answer = book.run("opening", *typed)
    assert answer.code == 2
    assert words in answer.err
    assert book.read("minqing.yaml") == before


def test_settings_that_cannot_be_read_are_left_alone(book: Desk) -> None:
    book.settings("社区: [幸福里\n")
    answer = book.run("opening", SAID, "--yes")
    assert answer.code == 1
    assert book.read("minqing.yaml") == "社区: [幸福里\n"
