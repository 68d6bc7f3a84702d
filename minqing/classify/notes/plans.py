"""What was planned and what came of it in one line: 查看12号楼围挡——围挡倒了一段,扶起来了.

What came of it is the matter, not the plan. A plan that was only carried out (发放传单——发完了), or of which nothing
came (家里没人), is none.
"""

from __future__ import annotations

from minqing.classify.notes.tables.sheets import IN_ORDER
from minqing.classify.sentence.certainty import still_so
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned

_GIVES = "发放(?![点处站])|张贴|送(?![水餐货奶快])|宣传(?![栏板画牌册橱])|组织|召开"
_LOOKS = "查看|看看?(?!见)|检查|复查|复核|核实|找(?!不)|约见?|巡查|排查|协调|督促|催"
_VISITS = "回访|走访|看望|慰问"
_PLANNED = pattern(
    rf"(?P<plan>(?:去|再)?(?P<verb>(?P<gives>{_GIVES})|(?:{_LOOKS}|{_VISITS})(?!出|到|时|中?发现))"
    r"[^→⇒➔➜]{2,40}?)\s*(?:→|⇒|➔|➜|=+>|-+>|——>?|(?<!\d)—>?|—>?(?!\d)|--)\s*(?P<came>\S.*)"
)
"""A plan and what came of it; 宣传栏破损 and 排查出飞线 are none, they say what was found."""
_SIGNS = "→⇒➔➜>—-"
_NOT_MET = pattern("没人|不在|改日|改天|下次|没见|未见|联系不上|没空|明天再|下周再")
_AGAIN = frozenset({"回访", "复查", "复核", "看望", "慰问"})
"""What is done about an earlier matter, or about nobody's: its own words are no trouble of today."""
_PASSED_ON = pattern("(?:已经?|都|全)?(?:上?报(?![纸名])|联系(?!不)|转(?!了|一)|反馈|派[单工])")
"""What came of a look that found something: 报消防."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a planned line comes to: the matter, ``None`` for none; ``place`` is the plan's.

    ``settled``: the first thing told of it says so (谈妥了,中午不施工).
    """

    matter: str | None
    place: str | None = None
    settled: bool = False


def kept_plan(text: str, community: Community) -> Kept | None:
    """What came of the plan ``text``; ``None`` where it is none with an outcome."""
    found = _PLANNED.match(aligned(text[:300])) if any(sign in text for sign in _SIGNS) else None
    if found is None:
        return None
    plan, came = text[slice(*found.span("plan"))], text[found.start("came") :].strip()
    place = find_place(text[found.end("verb") : found.end("plan")], community)
    if _NOT_MET.search(aligned(came)):
        return Kept(None)
    looks = not found["gives"] and found["verb"] not in _AGAIN
    troubled = found["verb"] not in _AGAIN and complains(plan)
    still = still_so(came)
    if (troubled or (looks and place)) and not still and _settles(plan, came):
        return Kept(text, place, settled=True)
    if still or (complains(came) and not is_remark(came)) or (troubled and place):
        return Kept(text, place)
    return Kept(text, place) if not found["gives"] and _found_something(came, troubled) else Kept(None)


def _found_something(came: str, troubled: bool) -> bool:
    """Whether what came of a look says that something was wrong there, though it does not say what."""
    in_order = is_remark(came) or IN_ORDER.fullmatch(_ALL.sub("", came))
    return bool(_PASSED_ON.match(aligned(came))) or (troubled and not in_order)


def _settles(plan: str, came: str) -> bool:
    """Whether all that came of a plan, or the first thing told of it, settled the matter."""
    return any(is_settled(f"{plan},{told}") for told in (came, _FIRST_OF.split(came)[0]))


_ALL = pattern("^(?:全部?|都|均|一切)")
_FIRST_OF = pattern("[,，;；。]")
