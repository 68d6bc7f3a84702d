"""The opening balance as people say it: ``截至2019年12月31日 520个周一 273万多步 1643公里 纠纷1018 环境972``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from minqing.classify.sentence.numbers import NUMERAL, amount
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.patterns import pattern
from minqing.text.dates import parse_day
from minqing.text.normal import half_width

Value = date | int | Decimal

_NUMBER = rf"(?<![\d零〇一二两三四五六七八九十百千万])(?P<n>{NUMERAL})\s*(?:余|多|来)?\s*"
_COUNT = r"\s*(?:问题|事项|卫生)?\s*[:共]?\s*" + rf"(?P<n>{NUMERAL})\s*(?:余|多)?(?:件|起|个|matters)?"
FORMS: Mapping[str, tuple[str, ...]] = {
    "mondays": (
        _NUMBER + r"个?(?:周[一二三四五六日天]|星期[一二三四五六日天]|走动日|mondays|walk days|walks|天走动|次走动)",
        r"(?:走动|周一|星期一|mondays|walks)" + _COUNT.replace("个|", "个|次|天|"),
    ),
    "steps": (_NUMBER + r"(?:步|steps)", r"(?:步数|steps)" + _COUNT),
    "km": (_NUMBER + r"(?:公里|千米|km|kilometres)", r"(?:公里数?|里程|km)" + _COUNT),
    "unmanaged": (
        r"无物业(?:管理)?" + _COUNT,
        _NUMBER + r"(?:件|起|个)?\s*无物业(?:管理)?(?:问题)?",
        "unmanaged" + _COUNT,
        _NUMBER + "unmanaged",
    ),
    "disputes": (
        r"(?:民事|民间)?(?:纠纷|矛盾)" + _COUNT,
        _NUMBER + r"(?:件|起|个)?\s*(?:民事|民间)?(?:纠纷|矛盾)",
        "disputes?" + _COUNT,
        _NUMBER + "disputes?",
    ),
    "environment": (
        r"环境" + _COUNT,
        _NUMBER + r"(?:件|起|个)?\s*环境(?:问题|卫生)?",
        "environment" + _COUNT,
        _NUMBER + "environment(?: matters)?",
    ),
}
"""How each key is said, tried in order; what one has read the next does not see."""

_UNTIL = pattern(r"(?:截至|截止到?|到|up to|until)\s*(?P<day>[^\s,;、。]+)")
_IDLE = pattern(r"[\s,;、。:]|共|累计|调解|解决|处理|走了|一共|和|and")


def read_balances(text: str, today: date) -> dict[str, Value]:
    """The keys of the opening balance that a text gives.

    Raises ``MinqingError`` where something in it is not understood: a number must never go missing.
    """
    rest, found = " ".join(half_width(text).split()), dict[str, Value]()
    until = _UNTIL.search(rest)
    if until:
        found["as_of"] = parse_day(until["day"], today, prefer="past")
        rest = rest[: until.start()] + " " + rest[until.end() :]
    for key, forms in FORMS.items():
        said = next((match for form in forms if (match := re.search(form, rest, re.IGNORECASE))), None)
        if said:
            found[key] = balance(key, said["n"])
            rest = rest[: said.start()] + " " + rest[said.end() :]
    if _IDLE.sub("", rest):
        raise MinqingError("opening.not-understood", MISUSE, text=" ".join(rest.split()))
    return found


def balance(key: str, text: str) -> Value:
    """One number of the balance as typed: ``273万``, ``2,730,000``; kilometres may have decimals.

    Raises ``MinqingError`` for what is no number from 0 on, or no whole one.
    """
    number = amount(half_width(text).lower())
    whole = number is not None and number == number.to_integral_value()
    if number is None or number < 0 or number >= 10**12 or (key != "km" and not whole):
        raise MinqingError("opening.number", MISUSE, text=text, key=key)
    if key == "km":
        return number.quantize(Decimal(1)) if whole else number.normalize()
    return int(number)
