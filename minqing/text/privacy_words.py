"""Words of what the law calls sensitive, where they stand near a person: health, minors, faith, correction.

个人信息保护法 §28 names medical health, religious belief, specific identity and everything of minors under 14.
A word alone (高血压讲座, 残疾人坡道) tells of nobody and is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.doubtful import SENSITIVE
from minqing.text.people import TITLES

HEALTH, MINOR, FAITH, CORRECTION = "health", "minor", "faith", "correction"
"""The kinds of words that are found."""

WORDS: tuple[tuple[str, str], ...] = (
    (
        HEALTH,
        "癌症?|肿瘤|白血病|艾滋病?|HIV|梅毒|性病|乙肝|丙肝|肝炎|肝硬化|肺结核|"
        "精神(?:疾?病|分裂|障碍|异常|残疾|有问题)|抑郁症?|躁郁症?|双相|焦虑症|自闭症?|孤独症|"
        "智障|智力(?:残疾|障碍)|(?:肢体|听力|视力)残疾|残疾(?:人?证|等级)|尿毒症|透析|糖尿病|高血压|心脏病|冠心病|脑梗|脑出血|脑瘫|中风|偏瘫|瘫痪|老年痴呆|"
        "阿尔茨海默|痴呆|失智|帕金森|癫痫|吸毒|戒毒|流产|不孕|病历|诊断书|化疗|放疗|自杀|自残|阳性|确诊",
    ),
    (
        MINOR,
        "未成年人?|留守儿童|困境儿童|孤儿|早恋|逃学|辍学|厌学|问题少年|失足少年|被猥亵|家暴孩子|"
        "(?<![0-9])(?:[1-9]|1[0-7])岁的?(?:男孩|女孩|孩子|小孩|学生|女儿|儿子|孙子|孙女|外孙女?|娃)|[一二三四五六]年级\\(?[0-9一二三四五六七八九十]{1,2}\\)?班",
    ),
    (
        FAITH,
        "信教|信(?:佛|主|耶稣|基督)|基督(?:徒|教)|天主教|伊斯兰|穆斯林|佛教徒?|道教|教友|做礼拜|家庭教会|法轮功|邪教|全能神",
    ),
    (
        CORRECTION,
        "社区矫正|矫正(?:对象|人员)|刑满(?:释放)?|刑释|两劳|安置帮教|缓刑|假释|保外就医|监外执行|前科|取保候审|"
        "服刑|坐过牢|坐牢|劳改|劳教|戒毒人员|吸毒人员",
    ),
)
"""Each kind with its words, as alternatives of a pattern."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sensitive kind near a person: its kind and where it stands."""

    kind: str
    start: int
    end: int


_SENSITIVE = pattern("|".join(f"(?P<{kind}>{words})" for kind, words in WORDS))
_OF_NOBODY = pattern(
    "(?:[等类]?(?:疾病|患者)?)?(?:的?(?:讲座|宣传|知识|义诊|筛查|预防|防治|普查|体检|健康日|日活动|政策|专题|课|法|条例|教育|中心|办公室|"
    "工作|小组|志愿)|人?(?:之家|联合会|联|坡道|通道|车位|厕|卫生间|停车位))|人口|率|保护法|日$|(?<=证)(?:丢|怎|如何|补|换|年审|过期|到期|办)"
)
_BEFORE_NOBODY = pattern("(?:预防|防治|防|反对?|抵制|宣传|远离|拒绝|禁|抗击?)$")
_KIN = (
    "儿子|女儿|老伴|丈夫|妻子|爱人|孙子|孙女|儿媳|女婿|父亲|母亲|老父|老母|爸爸?|妈妈?|弟弟?|哥哥?|姐姐?|妹妹?|"
    "一家|家里|家中|她|他"
)
_DOOR = r"[0-9一二三四五六七八九十]{1,3}(?:号楼|栋|幢|单元|层|楼|室|号|门)[^,。;]{0,4}"
_COMMONEST = "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林]"
_PERSON = pattern(
    rf"{TITLES}|{_KIN}|老人|孤老|[\u4e00-\u9fff]\*\*|[\u4e00-\u9fff]某|[小老]{_COMMONEST}|姓[\u4e00-\u9fff]|"
    rf"{_DOOR}(?:居民|住户|业主|租户|户主|人家|男子|女子|有人|有一|一名|一位)"
)
_STOP = pattern("[。!?;\n]")
_NEAR = 14


def words(plain: str, named: Callable[[], Collection[tuple[int, int]]] = tuple) -> Iterator[Word]:
    """Every word of a sensitive kind near a person in ``plain`` (half-width forms).

    ``named`` tells where names stand there; it is asked only when there is such a word.
    """
    if not any(word in plain for word in SENSITIVE):
        return
    for found in _SENSITIVE.finditer(plain):
        start, end = found.span()
        general = _OF_NOBODY.match(plain, end) or _BEFORE_NOBODY.search(plain, max(start - 3, 0), start)
        if not general and _near_a_person(plain, start, end, named):
            yield Word(str(found.lastgroup), start, end)


def _near_a_person(plain: str, start: int, end: int, named: Callable[[], Collection[tuple[int, int]]]) -> bool:
    first, last = max(start - _NEAR, 0), end + _NEAR
    before, after = _STOP.split(plain[first:start])[-1], _STOP.split(plain[end:last])[0]
    if _PERSON.search(before) or _PERSON.search(after):
        return True
    return any(name[0] < last and name[1] > first for name in named())
