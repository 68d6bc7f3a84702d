"""What stands in brackets beside a matter: how far it has got (``【已处理】``, ``[待办]``, ``(已拆除)``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minqing.classify.sentence.endings import settled
from minqing.classify.sentence.remarks import is_remark
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_DEED = "处理|处置|解决|办结|办理|办|整改|完成|清理|修复|劝离"
_OPEN_STATE = (
    rf"(?:未|没|没有|待|尚未|正在)(?:{_DEED}|跟进|协调|核实|回复|报修|维修)|(?:{_DEED}|跟进|进行|协调|维修|施工)中|新增|遗留|在(?:办|修|处理)|没办|下周[一二三四五六日]?|下次|下个?月|明天|没好|没完|"
    r"已(?:报修|上报|联系|反映|通知|转|派单|登记|受理|约|告知)[^\[\]【】()]{0,8}"
)
_DONE_STATE = (
    rf"(?:已经?|当场|现场)(?:{_DEED})(?:完毕|完成|了)?|办结|完成|解决|搞定|妥了?|好了|办了|"
    r"(?i:done|fixed|ok|finished|closed)"
)
_DEED_TOLD = r"(?:已经?|当场|现场)[^\[\]【】(),。]{1,6}"
_STATE = pattern(
    rf"\s*[【\[(<]\s*(?P<word>(?P<done>{_DONE_STATE})|{_OPEN_STATE}|(?P<told>{_DEED_TOLD}))\s*[】\])>]\s*:?\s*"
)


_IN_FRONT = pattern(rf"\s*(?P<word>(?P<done>{_DONE_STATE})|{_OPEN_STATE})[ \u3000\t]+(?=[^\s:：])", re.IGNORECASE)
_FEWEST_STATES = 2


def with_states_in_brackets(lines: Sequence[str]) -> list[str]:
    """``lines`` with the state in brackets that two of them and more begin with: 已办 12栋…, 下周 10栋…, ok 8栋….

    One at least must be done: 下周 and 明天 alone begin plans.
    """
    found = {n: m for n, line in enumerate(lines) if (m := _IN_FRONT.match(aligned(line[:40]))) and not is_remark(line)}
    listed = len(found) >= _FEWEST_STATES and any(m["done"] for m in found.values())
    bracketed = list(lines)
    for n, m in found.items() if listed else ():
        word = lines[n][slice(*m.span("word"))]
        bracketed[n] = f"【{word}】{lines[n][m.end() :]}"
    return bracketed


class State(NamedTuple):
    """The words in brackets, whether they say that the matter was settled, and the matter without them."""

    word: str
    done: bool
    text: str
    opens: bool


def state_of(line: str) -> State | None:
    """The state beside a matter, before it or behind it; ``None`` where there is none or nothing but it."""
    plain = aligned(line)
    for found in _STATE.finditer(plain):
        text = f"{line[: found.start()].rstrip()} {line[found.end() :].lstrip()}".strip()
        done = bool(found["done"] or (found["told"] and settled(found["told"])))
        if any(c.isalnum() for c in text) and (done or not found["told"]):
            return State(line[slice(*found.span("word"))], done, text, not plain[: found.start()].strip())
    return None
