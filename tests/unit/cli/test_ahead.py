"""Lines that came at once: what is notes, and what are answers typed ahead."""

from __future__ import annotations

from pathlib import Path

import pytest
from talking import desk

from minqing.cli.talk.ahead import are_matters, are_notes
from minqing.cli.talk.facts import asked_facts

AHEAD = {
    "all of it": "昨天\n张书记、王丽\n城管执法队\n顺时针一圈\n晴\n8:30-11:40\n4773\n2.9\n5号楼路灯坏了\n\n7号楼漏水\n",
    "enters": "昨天\n\n\n\n晴\n\n4700\n\n5号楼路灯坏了\n",
    "today": "2026-11-20\n\n\n\n\n",
    "a day with its weather": "11月16日 周一 晴\n张书记\n\n从南门到5号楼\n",
    "the second walk of that day": "上周一\n2\n5号楼路灯坏了\n\n7号楼漏水了\n",
    "a question too few in mind": "昨天\n张书记\n\n顺时针\n晴\n\n4773\n5号楼路灯坏了\n",
    "a slip": "昨天\n张书记\n\n\n晴\n八点半开始的\n4773\n",
    "back and nothing": "昨天\n<\n前天\n-\n-\n",
    "a long name": "昨天\n张书记\n街道综合行政执法队\n",
}
NOTES = {
    "labels": "11月16日 周一 晴\n参加:张书记、王丽\n8:30-11:40 4773步\n1. 5号楼路灯坏了\n",
    "numbers": "11月16日\n1. 5号楼路灯坏了\n2. 7号楼漏水\n",
    "no numbers": "11月16日\n5号楼路灯坏了\n7号楼漏水\n",
    "one matter": "11月16日 晴\n5号楼路灯坏了\n",
    "blank lines": "11月16日\n\n参加:张书记\n\n5号楼路灯坏了\n\n",
    "told": "11月18日走了一圈。三号楼的王大姐说她家\n楼上的天天晚上跺脚。6号楼门禁坏了。\n",
}


@pytest.mark.parametrize("typed", AHEAD.values(), ids=AHEAD)
def test_answers_typed_ahead_are_no_notes(root: Path, typed: str) -> None:
    talk, _ = desk(root)
    assert not are_notes(talk, asked_facts(talk), typed)


@pytest.mark.parametrize("pasted", NOTES.values(), ids=NOTES)
def test_lines_with_words_that_answer_nothing_are_notes(root: Path, pasted: str) -> None:
    talk, _ = desk(root)
    assert are_notes(talk, asked_facts(talk), pasted)


def test_notes_are_known_at_the_last_question_too(root: Path) -> None:
    talk, _ = desk(root)
    assert are_notes(talk, ("km",), NOTES["labels"])
    assert not are_notes(talk, ("km",), "2.9\n5号楼路灯坏了\n\n7号楼漏水\n")


def test_a_key_among_matters_was_typed_ahead() -> None:
    assert are_matters("5号楼路灯坏了\n7号楼漏水")
    assert not are_matters("5号楼路灯坏了\nｓ\n7号楼漏水")
