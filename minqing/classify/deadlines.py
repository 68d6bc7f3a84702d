"""By when a matter is due, from its tier, its category and what it says.

Small matters are settled on the day, medium ones within the tier's 7 days, large ones get an answer or a plan
within 15; a category's own days (disputes: 30) take the place of a medium or large tier's. An outage of
water, power, gas or heating is due the next day (24 hours), a danger to life or property the same day (2
hours), whatever the tier, unless the tier's own date is earlier. A day that was promised (周五前来修) comes before
all of these, but for a danger: that cannot wait for it.
"""

from __future__ import annotations

from datetime import date, timedelta

from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.working_days import working_days_after

LONGEST = 3650
"""Days no deadline goes beyond, so that a slip in the settings stays a date."""

_OUTAGE = pattern(
    r"停水|断水|没水|爆管|水管爆|没有水|不来水|停电|断电|没电(?!梯)|没有电(?!梯)|停气|断气|没气|没燃气|"
    r"停暖|没暖气|没供暖|不供暖|暖气.{0,3}不热"
)
_DANGER = pattern(
    r"着火|着了火|起火|失火|冒烟|冒火花|打火花|漏气|(?:天然气|燃气|煤气).{0,2}(?:泄漏|泄露|味)|燃气报警器.{0,4}响|漏电|触电|"
    r"电线掉|坍塌|要塌|快塌|电梯.{0,4}(?:困人|困了|困住)|困在.{0,2}电梯|"
    r"(?:外墙|墙皮|墙砖|瓷砖|保温层|广告牌|空调外机).{0,8}(?:要掉|快掉|掉下来|坠落|砸)|"
    r"高空(?:抛物|抛下|坠物)(?!的?(?:摄像|监控|探头|警示|提示|标语|标识|牌|宣传|讲座|知识|教育|危害|治理|整治|专项|倡议|条幅|横幅))|"
    r"(?:楼上|阳台|窗户?|高处).{0,6}往(?:楼下|下)(?:面|边)?(?:乱)?[扔抛丢]|"
    r"(?:围墙|墙体?|大?树|广告牌|脚手架|电线杆|灯杆|雨棚)(?:就|都)?[快要](?:要)?(?:倒(?!着)|塌|砸)|"
    r"轻生|跳楼|井盖丢|井盖没|没井盖|没有井盖"
)
_FEARED = pattern(r"(?:怕|担心|万一|容易|防|以免|会|要是|宣传|禁止|严禁|杜绝|制止|拍)[^,，。;；]{0,6}$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date and its ground: ``tier``, ``category``, ``outage``, ``danger`` or ``promise``.

    ``days`` is what was added, ``words`` what was promised; ``working`` that they are working days;
    ``guessed`` that a year's days off are not announced yet, so that Monday to Friday were counted as working days.
    """

    due: date
    ground: str
    days: int
    working: bool = False
    guessed: bool = False
    words: str = ""


def deadline(
    tier: str | None, category: str | None, raised: date, community: Community, text: str = "", *, done: bool = False
) -> Deadline | None:
    """The due date of a matter raised on ``raised`` with its ground; ``None`` without a known tier.

    ``done``: it was settled at once, and nothing that was promised for it is left to come.
    """
    rule = community.tiers.get(tier or "")
    if rule is None:
        return None
    known = community.categories.get(category or "")
    own = known.days if known and tier != "small" else None
    days = min(rule.days if own is None else own, LONGEST)
    due, guessed = _after(raised, days), False
    if rule.working:
        due, guessed = working_days_after(raised, days, community)
    ordinary = Deadline(due, "tier" if own is None else "category", days, rule.working, guessed)
    urgent = _urgent(raised, text)
    if not done and not (urgent and urgent.ground == "danger") and (said := _promised(raised, text, community)):
        return said
    return urgent if urgent and urgent.due < due else ordinary


def due_date(tier: str | None, category: str | None, raised: date, community: Community, text: str = "") -> date | None:
    """The due date alone; see ``deadline``."""
    found = deadline(tier, category, raised, community, text)
    return found.due if found else None


def _promised(raised: date, text: str, community: Community) -> Deadline | None:
    """The day somebody named for the matter, if one did."""
    from minqing.classify.sentence.promised import promise_in

    found = promise_in(text, raised, community)
    return Deadline(found.due, "promise", (found.due - raised).days, words=found.words) if found else None


def _urgent(raised: date, text: str) -> Deadline | None:
    """What cannot wait for the tier: a danger now (not a feared one), or an outage."""
    danger = _DANGER.search(text)
    if danger and not _FEARED.search(text[: danger.start()]):
        return Deadline(raised, "danger", 0)
    if _OUTAGE.search(text):
        return Deadline(_after(raised, 1), "outage", 1)
    return None


def _after(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
