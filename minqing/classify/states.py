"""What stands in brackets before a matter: how far it has got (``【已处理】``, ``[待办]``)."""

from __future__ import annotations

from typing import NamedTuple

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_DEED = "处理|处置|解决|办结|办理|办|整改|完成|清理|修复|劝离"
_STATE = pattern(
    rf"\s*[【\[(<]\s*(?P<word>(?P<done>(?:已经?|当场|现场)(?:{_DEED})(?:完毕|完成|了)?|办结|完成|解决)"
    rf"|(?:未|没|没有|待|尚未|正在)(?:{_DEED})|(?:{_DEED}|跟进|进行|协调)中|待跟进|新增|遗留)\s*[】\])>]\s*:?\s*(?=\S)"
)


class State(NamedTuple):
    """The words in brackets, whether they say that the matter was settled, and where the matter begins."""

    word: str
    done: bool
    end: int


def state_of(line: str) -> State | None:
    """The state that ``line`` opens with, if it opens with one."""
    found = _STATE.match(aligned(line[:40]))
    return State(line[slice(*found.span("word"))], bool(found["done"]), found.end()) if found else None
