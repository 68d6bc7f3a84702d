"""The words with which a list says that a matter is off it: 结, 妥, 完事, 销号.

Each is an everyday word as well: pipes freeze (结), bills are paid (结), a telephone is given up (销号), and who only
had a look is done with it too (完事). It counts where it stands for itself in a list, or behind a deed that is told.
"""

from __future__ import annotations

import re

from minqing.classify.sentence.certainty import keeps_open, leaves_open
from minqing.classify.sentence.deeds import is_only_seen
from minqing.domain.patterns import pattern

_WORD = pattern(
    "(?P<word>(?P<said>已经?)?(?:(?P<ended>结案?|办结)|(?P<struck>销[号账案])|(?P<fine>妥|毕)|完事儿?))(?P<past>了?)"
)
_FREEZES_OR_IS_PAID = pattern("冻|冰|霜|[款钱费账薪]|工资|押金|婚|果")
"""Of what 结 tells something else."""
_HELD_BY_SOMEBODY = pattern(
    "手机|电话|号码|[卡证照折]|低保|特困|补[贴助]|津贴|养老|退休|社保|医保|公积金|户口|户籍|账[户号]|帐[户号]|欠费|"
    "银行|微信|宽带|网|燃气|[水电气]表|车位|会员|身份|去世|注销"
)
"""What is given up or taken away by being struck off a register."""
_CLAUSE = pattern(r"[,。;:!?、\s]+")


def state_at_end(clause: str) -> re.Match[str] | None:
    """The word of a list that ``clause`` (half-width forms) is."""
    return _WORD.fullmatch(clause)


def stands_for_itself(state: re.Match[str], before: str) -> bool:
    """Whether the word is one of a list though no deed is told ``before`` it: 借隔壁冰箱,妥."""
    last = _CLAUSE.split(before.rstrip(",。;:!?、 "))[-1]
    if is_only_seen(last) or keeps_open(last) or leaves_open(last) or (state["past"] and not state["fine"]):
        return False
    alone = before[-1:] not in ("", ",", "、")
    return bool(state["said"] or state["fine"] or (alone and (state["ended"] or state["struck"])))


def is_another_word(state: re.Match[str], before: str) -> bool:
    """Whether the matter is one of which the word tells something else: 手机欠费,销号了."""
    return bool(
        (state["ended"] and _FREEZES_OR_IS_PAID.search(before))
        or (state["struck"] and _HELD_BY_SOMEBODY.search(before))
    )
