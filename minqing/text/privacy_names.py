"""Full names: in a field that is due to hold one, and in a sentence where something tells that it is one.

A form of address (老爷子, 王大爷, 李阿姨) is how a diary names people, and stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.people import COMPOUND_SURNAMES, SELDOM_SURNAMES, SURNAMES, TITLES
from minqing.text.surname_words import opens_like_a_word

NAME = "name"
"""The kind of what is found here."""


@dataclass(frozen=True, slots=True)
class Name:
    """A full name: where it stands, and its surname with the rest hidden."""

    start: int
    end: int
    masked: str


_OFFICES = (
    "支书|书记|主任|楼院?长|楼门长|院长|所长|队长|科长|处长|局长|校长|园长|组长|班长|站长|社长|店长|经理|老板|医生|大夫|护士|警官|民警|律师|法官|"
    "网格员|社工|专员|工程师|同志|小姐|老伯|老汉|老头|老人|老太|老两口|夫妇|夫妻|一家|两口子?|家属|父亲|母亲|儿子|女儿|老伴|丈夫|妻子|爱人|"
    "大嫂|嫂子|大舅|舅舅|姑姑|师傅|会计|委员|代表|干部|志愿者"
)
_CALLED = f"{TITLES}|{_OFFICES}"
_GIVEN = "[\u4e00-\u9fff]"
_PARTICLES = (
    "的了在是有说到和与及就都也还不没来去要把被给让对向从这那哪谁么吗呢吧啊们个某楼户号栋层门室房边面里外上下前后时"
)
_NO_GIVEN = f"(?![{_PARTICLES}家老左右年月日点分])"
_END_GIVEN = f"(?<![{_PARTICLES}支副正总民工])"
_FULL = rf"(?:(?:{COMPOUND_SURNAMES}){_NO_GIVEN}{_GIVEN}{{1,2}}?|[{SURNAMES}]{_NO_GIVEN}{_GIVEN}{{1,2}}?){_END_GIVEN}"
_LONG = rf"(?:(?:{COMPOUND_SURNAMES})|[{SURNAMES}]){_NO_GIVEN}{_GIVEN}{{2}}{_END_GIVEN}"
_SPEAKS = (
    "反映|反应|说|称|来电|来访|来信|投诉|求助|表示|咨询|报修|提出|要求|希望|建议|认为|觉得|抱怨|诉说|询问|"
    "打电话|打来|找到居委会|[向到]居委会"
)
_OPEN = r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[楼室户号元栋层是叫和与跟找的]))"
_LABELS = (
    "姓名|联系人|户主|名叫|患者|当事人|申请人|反映人|来访人|来电人|投诉人|报修人|求助人|房主|机主|监护人|承租人|业主|住户|居民|租户|租客|房东|孤老|"
    "独居老人|高龄老人|空巢老人|残疾人|低保户|老党员"
)
_AFTER = rf"(?=$|[^\u4e00-\u9fff]|{_SPEAKS}|家|的?(?:电话|手机|身份证)|住|患|两口|夫妇|本人|今年|和|与|及|等人)"
_DATA = (
    r"(?=[ :,(]{0,2}(?:的?(?:电话|手机|身份证|联系方式)|[男女][,、)。 ]|[0-9]{1,3}岁|(?:\+?86[- ]?)?1[3-9][0-9]{9}))"
)
_NO_HOME = "专商人几两三四五六七八九十一二之大酒农各每全公老买卖厂店独管行搬回在住居到去他她我自作画"
_HOME = rf"(?<![{_NO_HOME}])家(?=[0-9]|住|的|里|门|楼|漏|$|[^\u4e00-\u9fff])"
"""At somebody's: 张建国家3号楼; no 专家, 商家 or 人家, and no 家具 that a surname happens to stand before."""

_PATTERNS = tuple(
    pattern(written)
    for written in (
        rf"(?:{_LABELS})(?:叫|是|为|名)?[: ]?(?P<name>{_FULL})(?!{_CALLED}){_AFTER}",
        rf"{_OPEN}(?P<name>{_LONG}|(?:{COMPOUND_SURNAMES}){_GIVEN}|[{SURNAMES}]{_NO_GIVEN}{_GIVEN}{_END_GIVEN})(?={_CALLED})",
        rf"{_OPEN}(?P<name>{_LONG}|{_FULL})(?<!书记|主任|经理|大夫|医生|老师|师傅|阿姨|大爷|大妈)(?={_SPEAKS})",
        rf"{_OPEN}(?P<name>{_LONG}|{_FULL}){_DATA}",
        rf"{_OPEN}(?P<name>{_LONG}){_HOME}",
    )
)
_KNOWN_FORM = pattern(
    rf"(?:{_CALLED}|某某?|总|工|姐|哥|叔|姨|婶|嫂|爷|奶|伯|妈|爸|爹|公|婆老?|嬢|孃|导|局|处|科|队|所|家|[户店处站厂校超队院府区村楼场馆])$"
)
_FIELD_NAME = pattern(
    rf"(?P<before>.*?(?:[0-9一二三四五六七八九十*]+(?:号楼|栋|幢|单元|门|室|号)|{_LABELS}|[\u4e00-\u9fff]*(?:的|叫)|^))"
    rf"(?P<name>(?:{COMPOUND_SURNAMES})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}{SELDOM_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
    rf"(?P<after>(?:{_CALLED})?)"
)
_FOREIGN = pattern(
    "(?![一二三四五六七八九十]{1,3}[·•‧])(?P<first>[\u4e00-\u9fff])[\u4e00-\u9fff]{0,6}(?:[·•‧][\u4e00-\u9fff]{2,8})+"
)
_LONGEST_PART = 40
"""Characters; what is longer is a sentence, no name."""
_PARTS = pattern("([ \\t,、;/()（），；。:：]+)")


def names(plain: str, staff: Collection[str] = ()) -> Iterator[Name]:
    """Every full name that ``plain`` (half-width forms) lets one tell; those of ``staff`` are none."""
    for each in _PATTERNS:
        for found in each.finditer(plain):
            name = found["name"]
            if name not in staff and not _is_word(name):
                yield Name(*found.span("name"), hidden(name))
    for found in _FOREIGN.finditer(plain):
        yield Name(*found.span(), f"{found['first']}**")


_ACTS = pattern(
    "支书|书记|主任|楼院?长|楼门长|[院所队科处局校园组站社]长|经理|老板|医生|大夫|护士|民警|警官|律师|法官|网格员|社工|"
    "专员|工程师|同志|师傅|会计|委员|代表|干部|志愿者|老师"
)
"""What stands behind the name of somebody who acts, and is no private person there."""


def of_residents(plain: str, staff: Collection[str] = ()) -> Iterator[Name]:
    """The full names that are most likely residents': nobody's with an office behind it."""
    return (name for name in names(plain, staff) if not _ACTS.match(plain, name.end))


def _is_word(name: str) -> bool:
    """Whether what looks like a name is (or begins or ends with) an everyday word or a form of address."""
    return opens_like_a_word(name) or name[1] in _ADDRESSED or _KNOWN_FORM.search(name) is not None


_ADDRESSED = frozenset("叔姨哥姐婶嫂奶")
"""What follows a surname that somebody is called by: 杨叔报 is no name."""


_COMPOUND = pattern(COMPOUND_SURNAMES)


def hidden(name: str) -> str:
    """张建国 → 张**, 欧阳小明 → 欧阳**: always two stars, so that not even the length is told."""
    compound = _COMPOUND.match(name) if len(name) > 2 else None
    return f"{compound[0] if compound else name[0]}**"


def name_hidden(field: str, staff: Collection[str] = ()) -> str:
    """A field that names who somebody is, with every full name in it hidden; forms of address stay."""
    return "".join(_part_hidden(part, staff) for part in _PARTS.split(field))


def _part_hidden(part: str, staff: Collection[str]) -> str:
    if len(part) > _LONGEST_PART:
        return part
    foreign = _FOREIGN.fullmatch(part)
    if foreign:
        return f"{foreign['first']}**"
    found = _FIELD_NAME.fullmatch(part)
    if not found or found["name"] in staff or opens_like_a_word(found["name"]):
        return part
    if not found["after"] and _KNOWN_FORM.search(found["name"]):
        return part
    return f"{found['before']}{hidden(found['name'])}{found['after']}"
