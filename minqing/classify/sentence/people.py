"""Names in a list as people type them: 张书记、王丽和李楼长, 张书记王丽李楼长, 张书记+王丽, 社工3人."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned
from minqing.text.people import SELDOM_SURNAMES, SURNAMES

_ANY = (
    SURNAMES
    + SELDOM_SURNAMES
    + "岑贝费郜郎郗麻佘奚牟郁甄鄢桂逄仝亓蔺訾嵇郄郏郐荀佴蒯汲鄂冼璩谌占相竺戚滑闵幸盖仉楚来麦国麻师"
)
_BY_FIRST_NAME = "(?![大小空表师学帅他她二三四老阿])[\\u4e00-\\u9fff](?:[姐哥姨婶]|叔(?!叔))"
_DUTIES = (
    "副?书记|副?主任|委员|社工|干事|专员|助理|楼门长|楼院长|楼长|门长|院长|网格员|网格长|队长|组长|站长|经理|警官|民警|片警|所长|站长|律师|"
    "会计|出纳|科长|处长|教导员|辅警|协警|干部|片长|栋长|护士|医生|大夫|专干|教练|婶|嫂|伯|队|"
    "师傅|阿姨|大姐|大哥|大爷|大妈|奶奶|爷爷|叔|姐|哥|姨|老师|总|工"
)
_INITIAL = rf"(?:[A-Z](?:{_DUTIES})|[小老阿][A-Z])"
_TITLED = (
    rf"(?:[老小]?(?:[{SURNAMES}](?:{_DUTIES}|[\u4e00-\u9fff]{{1,2}}(?:{_DUTIES}))|[{SELDOM_SURNAMES}](?:{_DUTIES})))"
)
NICKNAME = (
    "小(?![路车池井党区学孩狗店楼院门广吃卖费时朋伙贩猫品河桥山溪票组队巷街道工"
    "心偷贼事时贴型件便户屋桌床椅板坑洞声额轿汽菜灯炒食])[\\u4e00-\\u9fff]"
)
_GIVEN = r"(?:(?![的了着过跟走在])[\u4e00-\u9fff]){1,2}"
"""A given name; what joins names and says what people did stands in none: 王主任跟小李走的."""

_BY_RANK = f"大(?![石江河方田白黄毛雷龙金汤马钱])[{SURNAMES}]|[大二三四五][姐哥]"
"""大刘, 二姐: how colleagues call each other."""

_PLAIN = (
    rf"(?:老[{_ANY}]|{NICKNAME}|{_BY_FIRST_NAME}|阿[\u4e00-\u9fff](?<!阿姨)|{_BY_RANK}|"
    rf"[{SURNAMES}]{_GIVEN})"
)
_BODIES = "派出所|所里|队里|站里|局里|物业|街道|社区|居委会?|城管|公司|单位"
_OF_WHERE = (
    "(?:[\\u4e00-\\u9fff]{0,4}(?:派出所|物业|街道|社区|城管|医院|民警|网格员|志愿者|社工|居委会|专干|协警|辅警|保安|保洁|门长|院长|楼长|"
    "主任|书记|经理|委员|实习生|工程部)|[\\u4e00-\\u9fff]{1,6}[员长管任记理警师工干医导者]|新来的|"
    f"(?:{_BODIES})的?)"
)
_GROUPS = (
    "(?:全体)?(?:社工|网格员|志愿者|楼门长|楼院长|楼长|党员|两委班子|两委|居委会(?:全体)?(?:成员|人员)?|社区(?:工作人员|干部)|书记|主任|民警|片警|"
    "物业经理|物业|城管|居民代表|包楼干部|大家|实习生|辅警|协警|楼组长)"
)
_OF_HOUSE = r"\d{1,3}(?:号楼|号院|栋|幢|院)(?:楼?长|楼门长|院长|门长|组长)"
_BY_OFFICE = "[\\u4e00-\\u9fff]{1,3}(?:主任|书记|委员|代表|干部|队长|站长)"
_MANY = r"(?:\d{1,2}|[一二两三四五六七八九十几]{1,2})[名位个]"
_SELF = pattern(r"^(?:我们?|本人|俺)(?:[和与跟、+&,]|还有)?(?=.)|(?:[和与跟、+&,]|还有)?(?:我|本人|俺)$")
"""Whoever writes: who that is the notes do not say."""

BETWEEN = pattern(r"[\s,、;/+&|。]+(?:还有|以及)?|还有|以及")
_JOINT = pattern(r"还有|以及|[和与及跟同]")
_COUNTED = pattern(
    r"[(]?(?:等|共|一行)+\s?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s?[人位]?[)]?$|"
    r"[(]\d{1,2}人[)]$|[两二三四五六七八九十]人$"
)
_OF_A_BODY = pattern(rf"^(?:{_BODIES})的(?=..)")
"""Of which body somebody in a list of names is: 所里的老徐."""

_SENTENCE = pattern(r"[说了很都没被把!?:]|谢谢|感谢|辛苦|的.|\d{3}")
_PERSON = pattern(
    rf"{_OF_WHERE}?{_TITLED}|{_OF_WHERE}?{_PLAIN}|{_GROUPS}(?:{_MANY})?|{_OF_HOUSE}|{_INITIAL}|{_BY_OFFICE}"
)
_TITLED_ALONE = pattern(rf"{_OF_WHERE}?{_TITLED}|{_GROUPS}(?:{_MANY})?|{_OF_HOUSE}|{_INITIAL}|{_BY_OFFICE}")
LONGEST = 16
"""Characters of the longest name of a person or body."""

_LONGEST_RUN = 40
"""Characters of names written together; the ways of cutting a row grow by a third with each."""


@lru_cache(maxsize=1024)
def looks_like_a_person(word: str) -> bool:
    """Whether ``word`` alone is how a person is called: 张书记, 王丽, 小李, 李楼长."""
    return bool(_PERSON.fullmatch(word))


def is_titled(word: str) -> bool:
    """Whether ``word`` is a person by what they are called: 张书记, 刘姐, 5号楼楼长; 石子 or 小陈 is none."""
    return bool(_TITLED_ALONE.fullmatch(word))


def without_self(word: str) -> tuple[str, bool]:
    """A name or row of names without 我, and whether that stood there."""
    rest = "" if word in ("我", "本人", "俺") else _SELF.sub("", word)
    return rest, rest != word


def counted(word: str) -> tuple[str, bool]:
    """A name without ``等5人`` behind it, and whether that stood there."""
    found = _COUNTED.search(word)
    return (word[: found.start()].rstrip("等共"), True) if found else (word, False)


_ROLE = pattern(rf"[(](?:{_DUTIES}|社工|社区|居委会?|居民|志愿者|楼长|网格|带队|领队|记录)[)]$")
_PART = pattern("^[与和跟由同](?=..)|(?:带队|领队|牵头|参加|参与|同行)$")
"""What is said of a name in a list, and is no part of it: 张书记带队, 与张书记."""


def bare_name(word: str, known: Collection[str]) -> str:
    """A name without the role behind it in brackets (王丽(社工)) and without what the named one did (张书记带队)."""
    bare = word[: found.start()] if (found := _ROLE.search(aligned(word))) else word
    rest = _PART.sub("", bare)
    return rest if rest in known or looks_like_a_person(rest) else bare


def read_names(word: str, known: Collection[str]) -> tuple[str, ...] | None:
    """The names written together in ``word`` without anything between them; ``None`` for a sentence."""
    word = word if word in known else bare_name(word, known)
    if _SENTENCE.search(_OF_A_BODY.sub("", word)) or not any(c.isalpha() for c in word):
        return None
    if word in known or len(word) <= 3:
        return (word,)
    joined = [part for part in _JOINT.split(word) if part]
    if len(joined) > 1 and all(_run(part, known) or looks_like_a_person(part) for part in joined):
        return tuple(name for part in joined for name in _run(part, known) or (part,))
    return _run(word, known) or ((word,) if len(word) <= LONGEST else None)


def _run(word: str, known: Collection[str]) -> tuple[str, ...] | None:
    """A run of names without separators, cut where every piece is a name; the titled ones first."""
    if len(word) > _LONGEST_RUN:
        return None
    one, several = _names_in_a_run(tuple(known))
    return _cut(word, one) if several.fullmatch(word) else None


@lru_cache(maxsize=8)
def _names_in_a_run(known: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name as it stands in a run, and several of them."""
    names = "|".join(re.escape(n) for n in sorted(known, key=len, reverse=True) if n)
    one = rf"(?:{names + '|' if names else ''}{_TITLED}|{_PLAIN})"
    return re.compile(one), re.compile(one + "+")


def _cut(word: str, one: re.Pattern[str]) -> tuple[str, ...] | None:
    """``word`` as a row of names: the first way of cutting that comes out even, shorter pieces first."""
    if not word:
        return ()
    for length in range(2, min(len(word), 7) + 1):
        if one.fullmatch(word, 0, length):
            rest = _cut(word[length:], one)
            if rest is not None:
                return (word[:length], *rest)
    return None


_LONGEST_CALLED = 12


def people_of(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The names in a list within a sentence; none unless every one of them is a name."""
    return _people(text, tuple(known))


@lru_cache(maxsize=1024)
def _people(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    read: list[str] = []
    for written in filter(None, BETWEEN.split(aligned(text))):
        word, _ = without_self(written)
        names = read_names(word, known) if word else ()
        if names is None or not all(
            len(n) <= _LONGEST_CALLED and (n in known or looks_like_a_person(n)) for n in names
        ):
            return ()
        read += names
    return tuple(read)


_OUTSIDE = pattern("物业|派出所|街道|城管|民警|片警|医院|消防|市政|供电|热力|燃气|自来水")
"""Whoever walks along for another body."""


def of_whom(names: Iterable[str]) -> str:
    """The fact that names of people along are: ``companions`` where all of them are of other bodies."""
    return "companions" if all(_OUTSIDE.match(name) for name in names) else "walkers"
