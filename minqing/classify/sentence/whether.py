"""Whether a sentence that was taken for a matter is one at all: praise, a plan, news of what was raised before."""

from __future__ import annotations

from minqing.classify.sentence.remarks import asks_for, complains, is_remark
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_OLDER = pattern(
    r"\s*(?:上次|上回|上周|上个?月|之前|前几天|前两天|前阵子|早先)[^,。;]{0,30}"
    r"(?:已经?|都[修换清弄办]|[换修清弄办装拆搬处]理?[好完了]|解决|落实|有人管|亮了|通了|不[漏堵吵]了)"
)
"""What was raised some time ago, and how it stands now."""

_STILL = pattern(r"又|还[是没在有]|仍|没[修换清弄办装解处人]|不[行管]")


def may_be_none(title: str) -> bool:
    """Whether a person should be asked if this is a matter; one that also complains is none of these."""
    if is_remark(title):
        return True
    plain = aligned(title[:400])
    told = _OLDER.match(plain)
    if told is None or _STILL.search(plain):
        return False
    rest = plain[told.end() :]
    return not (complains(rest) or asks_for(rest))
