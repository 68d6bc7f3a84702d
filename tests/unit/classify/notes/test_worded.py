"""Bare lines that no structure makes a matter: taken by how they are worded, doubted where no place opens them."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.models.sayings import Sayings
from minqing.classify.notes.paste import NotedIssue, read_notes
from minqing.domain.community import Community

HEAD = "11月30日 晴 5000步\n"


def issues(text: str) -> tuple[NotedIssue, ...]:
    return read_notes(HEAD + text, date(2026, 11, 30), Community()).issues


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("9:40 东一门 道闸抬不起来,堵了七八辆。保安重启,好了", True),
        ("10:05 9号楼前 又有人私装地锁4个。车主认了俩,当场拆了;另外俩找不着人", False),
        ("北门口快递车停得到处都是,轮椅都过不去", False),
    ],
)
def test_a_line_at_a_place_that_says_what_is_wrong_is_a_matter_and_whole(line: str, closed: bool) -> None:
    (issue,) = issues(line)
    assert (issue.title, issue.closed, issue.doubted) == (line, closed, False)


def test_a_line_at_no_place_is_taken_too_and_doubted() -> None:
    (issue,) = issues("这两天老有人半夜往楼下倒脏水,大家意见挺大")
    assert issue.doubted


@pytest.mark.parametrize(
    "line",
    [
        "晚上回家包饺子去,累坏了",
        "12号楼 李婶夸咱们新装的扶手好使",
        "听说8号楼要加装电梯了,大家都盼着",
        "中午在食堂碰见书记,说起下个月的检查,心里有点慌",
    ],
)
def test_chat_praise_and_feelings_stay_in_the_body(line: str) -> None:
    notes = read_notes(HEAD + line, date(2026, 11, 30), Community())
    assert (notes.issues, notes.body) == ((), f"{line}\n")


def test_a_bulleted_line_that_hardly_is_a_matter_is_doubted_and_no_other() -> None:
    assert [issue.doubted for issue in issues("- 3栋的小朋友送了我们一张画,可爱\n- 5号楼路灯不亮\n- 7号楼堆物")] == [
        True,
        False,
        False,
    ]


def test_what_two_sentences_ask_at_one_door_stays_with_the_reader_of_stories() -> None:
    told = issues("13号楼的仇爷爷一个人在家,灯泡坏了三天,老宗给换了。他还说想找人陪着去看牙。")
    assert "想找人陪着" not in told[0].title


def test_where_the_encoder_does_not_run_nothing_is_taken_by_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sayings, "by_gist", lambda self, texts: None)
    assert issues("这两天老有人半夜往楼下倒脏水,大家意见挺大") == ()
