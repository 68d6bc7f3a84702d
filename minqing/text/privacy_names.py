"""Full names: in a field that is due to hold one, and in a sentence where something tells that it is one.

A form of address (老爷子, 王大爷, 李阿姨) is how a diary names people, and stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.people import COMPOUND_SURNAMES, SELDOM_SURNAMES, SURNAMES, TITLES

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
_COMMON_WORDS = (
    "丁字|丁点|万一|万人|万元|万户|万步|万达|严格|严重|于今|于是|井盖|付了|付款|付费|付钱|任何|何况|何必|"
    "何时|余下|余款|余热|余钱|侯车|党员|党委|党支|党群|关于|关心|关系|关门|冷天|冷气|初一|初中|初期|初步|"
    "包括|包院|单位|单元|单独|古树|史上|叶子|叶片|叶落|向居|向来|向物|向街|吴语|周一|周三|周二|周五|周六|"
    "周四|周围|周年|周日|周末|周转|周边|唐装|商店|商户|商议|商量|夏令|夏天|夏季|姜汤|孔洞|孔眼|孙女|孙子|"
    "季度|季节|安全|安徽|安抚|安排|安置|安装|安静|宋体|容易|容量|岳母|岳父|崔促|左右|庄稼|应急|应该|康乐|"
    "康复|张口|张嘴|张望|张贴|彭胀|徐徐|成功|成员|成天|成本|成立|戴上|戴口|戴着|文件|文体|文化|文明|文艺|"
    "方便|方式|方法|方面|施工|施救|明天|明年|明显|明确|易燃|曾在|曾多|曾经|曾说|朱红|李子|杜绝|杨树|杨絮|"
    "林下|林业|林木|林荫|柳树|柳絮|柴火|桂花|桑树|梁柱|武警|段时|殷切|毛坯|毛巾|毛病|水井|水池|水泵|水电|"
    "水管|水箱|水表|水费|江苏|江西|江边|池子|汤水|汪汪|沈阳|温度|温暖|温馨|熊孩|牛奶|王者|田地|田里|田间|"
    "申报|申诉|申请|申领|白事|白天|白色|白衣|石凳|石头|石子|石家|石材|石板|祝福|祝贺|程序|程度|章子|章程|"
    "童车|管委|管子|管理|管线|管道|米宽|米长|米面|米高|罗列|肖像|胡乱|胡同|胡来|胡说|苏打|苗圃|苗木|范围|"
    "莫名|董事|蒋宅|解决|解释|解除|许可|许多|谢绝|谢谢|贺卡|赵公|路人|路口|路灯|路边|路过|路面|车主|车位|"
    "车多|车子|车库|车棚|车辆|连夜|连日|连着|连续|郑重|金属|金额|钟头|钟点|钱款|陆续|陆陆|陈年|陈旧|陶瓷|"
    "雷电|雷雨|项目|顾不|顾客|顾虑|马上|马桶|马葫|马蜂|马路|高兴|高压|高声|高处|高层|高峰|高度|高楼|高温|"
    "高空|高血|高龄|鲁莽|麦子|黄叶|黄土|黄昏|黄泥|黄线|黄色|黎明|齐全|齐心|龙头"
)
_COMMON = frozenset(_COMMON_WORDS.split("|"))
"""Everyday words that begin with what is also a surname."""
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

_GENERIC = frozenset(["高三", "高二", "高一", "高考", "石油", "白内"])
"""Words that stand before 家长, 家属 and 老太太 like a name."""


def of_residents(plain: str, staff: Collection[str] = ()) -> Iterator[Name]:
    """The full names that are most likely residents': nobody's with an office behind it, and no everyday word."""
    for name in names(plain, staff):
        word = plain[name.start : name.end]
        if word[:2] not in _GENERIC and not _ACTS.match(plain, name.end):
            yield name


def _is_word(name: str) -> bool:
    """Whether what looks like a name is (or begins or ends with) an everyday word or a form of address."""
    return name[:2] in _COMMON or _KNOWN_FORM.search(name) is not None


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
    if not found or found["name"] in staff or found["name"][:2] in _COMMON:
        return part
    if not found["after"] and _KNOWN_FORM.search(found["name"]):
        return part
    return f"{found['before']}{hidden(found['name'])}{found['after']}"
