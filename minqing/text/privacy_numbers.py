"""Numbers that belong to a person: mobile telephones, landlines, identity cards, bank cards; however they are typed.

Every finder works on ``text`` in half-width forms, where each position is that of the original. Digits may be
spelled in Chinese (一三八…, 幺, 〇) and parted by blanks, dashes, dots or invisible characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace

PHONE, LANDLINE, IDENTITY, CARD = "phone", "landline", "identity", "card"
"""The kinds of numbers that are found."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a person: its kind, where it stands, its plain digits, and what is shown instead."""

    kind: str
    start: int
    end: int
    digits: str
    masked: str


_NUMERAL = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_NUMERALS = str.maketrans(_NUMERAL, "0001234567891123456789")
_GAP = "[ \\t\\-‐‑–—−_.·•()]{0,2}"
_ALONE = r"(?<![0-9*])(?<!0\.)"
_BEHIND = r"(?![0-9*])"
_WIDE = "[ \\t\\-‐‑–—−_.·•()/:*~,、]{0,3}"
_PHONE = pattern(
    rf"(?:{_ALONE}(?:(?:\+|00)?86{_GAP}|0)?|(?<=[周期拜][0-9]))(?P<number>1(?:{_WIDE}[0-9]){{10}}){_BEHIND}"
)
_LISTED = frozenset(",、:")
"""Signs that part the numbers of a list or a time; within a telephone number only where one is announced."""
_SAID_PHONE = pattern(r"(?:手机|电话|号码|联系方式|微信|tel|phone|mobile)(?:号码?|是|为)?[:是为 \t]*$", re.IGNORECASE)
_IDENTITY = pattern(
    rf"(?<![0-9*])[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx](?![0-9Xx*])|{_ALONE}[1-9][0-9]{{14}}{_BEHIND}"
)
_CARD = pattern(rf"{_ALONE}[2-9](?:{_GAP}[0-9]){{13,18}}{_BEHIND}")
_LANDLINE = pattern(
    rf"{_ALONE}\(?(?P<area>0(?:10|2[0-9]|[3-9][0-9]{{2}}))\)?{_GAP}(?P<number>[2-8][0-9]{{2,3}}{_GAP}[0-9]{{4}}){_BEHIND}"
)
_AT_HOME = ("座机", "固话", "家电话", "家里电话")
_LOCAL = pattern(
    rf"(?:座机|固话|家里?电话)(?:号码?)?[:是为 ]*(?P<area>)(?P<number>[2-8][0-9]{{2,3}}{_GAP}[0-9]{{4}}){_BEHIND}"
)
_RUN = pattern(rf"[0-9](?:{_WIDE}[0-9Xx]){{9,}}")
"""So many digits make a telephone number with its area code; ids and dates have fewer."""
_SPELLED = pattern(
    rf"[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:{_GAP}[0-9〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){{3}}"
)
"""A row of digits of which one is spelled in Chinese."""

_PHONE_GROUPS = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (3, 4, 2, 2), (3, 2, 2, 2, 2), (1,) * 11}
)
"""How people part the eleven digits; 13-14-15 16 17 8 is a row of buildings."""
_MOST_GROUPS, _FEWEST_DIGITS = 4, 2
"""Of a number that is parted in another way: more, or shorter ones, are a row of numbers."""
_GAPS = pattern("[^0-9]+")
_IN_A_ROW = (pattern(r"[0-9][ \t]+$"), pattern(r"[ \t]+[0-9]"))
"""Before and behind a number that is one of several."""
_CALLED = pattern("手机|电话|号码|联系|致电|回电|微信|拨|打|找|tel|phone|mobile|call", re.IGNORECASE)

_UNIT = pattern(
    r"[ \t]*(?:元(?!旦)|块|步(?!行)|米|户(?!主)|人次|度|毫?秒|分钟|字节|次(?!日)|吨|平|斤|公里|千米|km|号楼(?!长)|栋|"
    r"%|万|亿)"
)
"""Behind a number that counts something."""

_REFERENCE = pattern(
    r"(?:工单|受理|案件|订单|运单|快递|发票|合同|文件|设备|产品|电表|水表|气表|表|单|编|文|案|序列|流水|条形|票据|收据)"
    r"(?:编?号码?|条?码)[:#为是 \t]*(?:No\.?)?[ \t]*$|(?:金额|价格|报价|读数|步数|分别)[:为是 \t]*$",
    re.IGNORECASE,
)
_TICKET = pattern(r"(?:工单|12345|热线)[:#为是 \t]*$")
"""Before a number that names a paper or a meter, not a person."""

_REGIONS = frozenset(
    map(
        str,
        [
            *range(11, 16),
            *range(21, 24),
            *range(31, 38),
            *range(41, 47),
            *range(50, 55),
            *range(61, 66),
            71,
            81,
            82,
            83,
            91,
        ],
    )
)
"""The first two digits of an identity number (GB/T 2260, and those for Hong Kong, Macao, Taiwan, foreigners)."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
"""Weights and check characters of GB 11643 (ISO 7064, MOD 11-2)."""

_SAID_IDENTITY = pattern(r"(?:身份证(?:件|明)?|身份号码?|证件(?:编?号码?))(?:编?号码?)?[:是为 \t]*$")
_SAID_CARD = pattern(
    r"(?:(?:银行|储蓄|信用|工资|社保|医保)?卡|存折|账户|帐户|账|帐)(?:编?号码?)[:是为 \t]*$"
    r"|(?:银行|储蓄|信用|工资)卡[:是为 \t]*$"
)

_CARD_STARTS: tuple[tuple[str, frozenset[int]], ...] = (
    ("62", frozenset({16, 17, 18, 19})),
    ("4", frozenset({16})),
    ("5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", frozenset({16})),
    ("3[47]", frozenset({15})),
    ("352[89]|35[3-8]", frozenset({16})),
    ("9558|9559|95595|60[13]|900|940|966|955|84|88|69", frozenset({16, 18, 19})),
)
"""First digits and lengths: UnionPay, Visa, Mastercard, American Express, JCB, cards of the banks before UnionPay."""

_CARD_GROUPS = ((4, 4, 4, 4), (4, 4, 4, 4, 1), (4, 4, 4, 4, 2), (4, 4, 4, 4, 3), (6, 10), (6, 13), (4, 6, 5))

_NEAR = 15
"""Characters around a landline in which it is looked whose it is."""
_STOP = pattern("[。!?;\n]")
_OWNED = pattern(
    "爷|奶|阿姨|大妈|大娘|大伯|大叔|大婶|大姐|大哥|叔叔|伯伯|婆婆|先生|女士|老太太|老两口|老人|居民|住户|业主|租户|户主|房主|本人|"
    "家里|家中|家电话|宅电|老伴|儿子|女儿|联系人"
)
_PUBLIC = pattern(
    "物业|热线|派出所|公司|街道|居委会|服务|中心|办公|值班|单位|客服|投诉|医院|学校|幼儿园|银行|厂家?|维修|抢修|报修|队|局|所|站|处|部|店"
)


_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff") | frozenset(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
"""What nobody sees between two digits; some of it comes along when a number is copied out of a window."""

_ESCAPE = pattern(r"\\(?:x(?P<short>[0-9a-fA-F]{2})|u(?P<long>[0-9a-fA-F]{4}))")
"""How a quoted text of YAML writes what may not stand in it as it is."""


def _read(found: re.Match[str]) -> str:
    """The character of an escape, and nothing to be seen in the rest of its places."""
    character = chr(int(found["short"] or found["long"], 16))
    return (character if character.isprintable() else "\u200b").ljust(len(found[0]), "\u200b")


def numbers(plain: str) -> Iterator[Number]:
    """Every number of a person in ``plain`` (half-width forms), in no order; they may overlap."""
    if "\\" in plain:
        plain = _ESCAPE.sub(_read, plain)
    if _UNSEEN.isdisjoint(plain):
        yield from _seen(plain)
        return
    places = [at for at, character in enumerate(plain) if character not in _UNSEEN]
    for one in _seen("".join(plain[at] for at in places)):
        yield replace(one, start=places[one.start], end=places[one.end - 1] + 1)


def _seen(plain: str) -> Iterator[Number]:
    yield from _in_digits(plain, plain)
    if _SPELLED.search(plain):
        yield from (one for one in _in_digits(plain.translate(_NUMERALS), plain) if not _all_ascii(plain, one))


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812."""
    doubled = (int(d) * (2 if place % 2 else 1) for place, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def is_identity(number: str) -> bool:
    """Whether region, date of birth and check character make an identity number of 18 (GB 11643) or 15 digits."""
    long = len(number) == 18
    born = number[6:14] if long else f"19{number[6:12]}"
    if number[:2] not in _REGIONS or number[2:4] == "00" or not _is_day(born):
        return False
    return not long or _CHECKS[sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=False)) % 11] == number[17]


def _is_day(digits: str) -> bool:
    try:
        return 1890 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2099
    except ValueError:
        return False


def _all_ascii(plain: str, one: Number) -> bool:
    """Whether it stands in digits alone, so that it has been met already (or is no number but for its neighbours)."""
    return not any(c in plain[one.start : one.end] for c in map(chr, _NUMERALS))


def _in_digits(digits: str, plain: str) -> Iterator[Number]:
    """Look closely where digits are many; dates and ids are fewer."""
    for run in _RUN.finditer(digits):
        where = (max(run.start() - 4, 0), run.end())
        for each, read in ((_IDENTITY, _identity), (_CARD, _card), (_PHONE, _phone), (_LANDLINE, _landline)):
            for found in each.finditer(digits, *where):
                yield from read(found, plain)
    if any(word in plain for word in _AT_HOME):
        for found in _LOCAL.finditer(digits):
            yield from _landline(found, plain)


def _bare(written: str) -> str:
    return re.sub("[^0-9Xx]", "", written).upper()


def _groups(written: str) -> tuple[int, ...]:
    return tuple(len(part) for part in re.split("[^0-9Xx]+", written) if part)


def _before(plain: str, found: re.Match[str]) -> str:
    """The words just before a number, which say what it is."""
    return plain[max(found.start() - 24, 0) : found.start()]


def _identity(found: re.Match[str], plain: str) -> Iterator[Number]:
    number = _bare(found[0])
    said = _SAID_IDENTITY.search(_before(plain, found))
    if said or (is_identity(number) and not _REFERENCE.search(_before(plain, found))):
        yield Number(IDENTITY, *found.span(), number, "*" * len(number))


def _card(found: re.Match[str], plain: str) -> Iterator[Number]:
    number, before = _bare(found[0]), _before(plain, found)
    if not _SAID_CARD.search(before):
        known = any(re.match(start, number) and len(number) in lengths for start, lengths in _CARD_STARTS)
        parted = _groups(found[0])
        if not known or not luhn(number) or not (len(parted) == 1 or parted in _CARD_GROUPS):
            return
        if _REFERENCE.search(before) or _TICKET.search(before):
            return
    yield Number(CARD, *found.span(), number, "*" * (len(number) - 4) + number[-4:])


def _phone(found: re.Match[str], plain: str) -> Iterator[Number]:
    written, before = found["number"], _before(plain, found)
    number = _bare(written)
    if number[1] not in "3456789" or _REFERENCE.search(before):
        return
    parted = not _LISTED.intersection(written) and (_groups(written) in _PHONE_GROUPS or _parted_oddly(found, plain))
    announced = _SAID_PHONE.search(before) and ":" not in written
    if announced or (parted and not _UNIT.match(plain, found.end())):
        yield Number(PHONE, *found.span(), number, f"{number[:3]}****{number[7:]}")


def _parted_oddly(found: re.Match[str], plain: str) -> bool:
    """Whether 13 8123 45678 is a telephone number: one kind of gap, few parts, by itself, and said to be somebody's.

    Three parts with hyphens need no saying: no day, range or address looks like that.
    """
    written, gaps = found["number"], set(_GAPS.findall(found["number"]))
    groups = _groups(written)
    if len(gaps) != 1 or len(groups) > _MOST_GROUPS or min(groups[1:]) < _FEWEST_DIGITS:
        return False
    if _IN_A_ROW[0].search(plain[: found.start()][-4:]) or _IN_A_ROW[1].match(plain, found.end()):
        return False
    if len(groups) > 2 and all(gap.strip(" \t.") for gap in gaps):
        return True
    return _CALLED.search(_clause_before(plain, found)) is not None or _belongs_to_person(plain, *found.span())


def _clause_before(plain: str, found: re.Match[str]) -> str:
    return _STOP.split(plain[max(found.start() - _NEAR, 0) : found.start()])[-1]


def _landline(found: re.Match[str], plain: str) -> Iterator[Number]:
    if not _belongs_to_person(plain, *found.span()):
        return
    number, area = _bare(found["number"]), f"{found['area']}-" if found["area"] else ""
    start = found.start() if area else found.start("number")
    yield Number(LANDLINE, start, found.end(), _bare(area) + number, f"{area}****{number[-4:]}")


def _belongs_to_person(plain: str, start: int, end: int) -> bool:
    """Whether the nearest word around says a person, not an office that everybody may call."""
    before = _STOP.split(plain[max(start - _NEAR, 0) : end])[-1]
    after = _STOP.split(plain[end : end + _NEAR])[0]
    owned, public = (max((m.end() for m in words.finditer(before)), default=-1) for words in (_OWNED, _PUBLIC))
    if owned != public:
        return owned > public
    return _OWNED.search(after) is not None and _PUBLIC.search(after) is None
