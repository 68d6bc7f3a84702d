"""What stands behind the doors of a list: who is met there, what they say, or that nothing is the matter.

Behind most doors there is nothing: nobody in, all well, who lives there. Such a line stays in the body. What is
neither that nor praise is a matter, for one that is lost is worse than one too many.
"""

from __future__ import annotations

from minqing.classify.models.alike import sense_of
from minqing.classify.models.rules import builtin_rules
from minqing.classify.notes.doors import is_fact, names_a_house
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.reading import Reading
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.classify.sentence.splits import semicolon_parts
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned
from minqing.text.people import COMPOUND_SURNAMES, SELDOM_SURNAMES, SURNAMES, TITLES


def of_door(reading: Reading, number: int, line: str) -> bool:
    """A door of a list: a matter of whoever lives there, or nothing, which stays in the body."""
    door = reading.doors.get(number)
    if door is None or reading.sort == "aside" or reading.sheet:
        return False
    reading.close()
    text = line[door.end :]
    who, said = told_behind(text)
    lines = [number]
    if not any(c.isalnum() for c in said) and (below := _below(reading, number)):
        said, lines = below.strip(), [number, number + 1]
        reading.taken.add(number + 1)
    if not said or is_nothing(said):
        for at in lines:
            reading.keep(at, reading.lines[at - 1], mention=False)
        reading.walk.told.append(Fact("door", door.place, line.strip(), number, False))
        return True
    values = {"place": door.place} | ({"reporter": who} if who else {})
    for part in _parts(said):
        raw = reading.raise_issue(number, line, part, None, **values)
        raw.lines = [*lines]
        raw.above = reading.lines[lines[-1] - 1]
    return True


def _parts(said: str) -> list[str]:
    """What is told behind one door: a matter between two semicolons where each is one."""
    parts = [part.strip(" ;；") for part in semicolon_parts(said)]
    return parts if len(parts) > 1 and all(complains(part) for part in parts) else [said.strip()]


def _below(reading: Reading, number: int) -> str:
    """The line below a door that says nothing itself, where that can be what is told of it."""
    below = reading.lines[number] if number < len(reading.lines) else ""
    heads = aligned(below).rstrip().endswith(":")
    if not below.strip() or number + 1 in reading.doors or issue_marker(below, 1) or heads or len(below) > 200:
        return ""
    return "" if is_fact(below, reading.around) or names_a_house(aligned(below), reading.community) else below


_ROLES = (
    "租户|租客|房东|户主|业主|住户|居民|屋主|房主|[男女]?主人|本人|家属|家人|保姆|护工|小两口|老两口|两口子|(?:[小老]?夫妻|夫妇)俩?|"
    "老人家?|老太太?|老爷子|老头子?|老汉|老伴|年轻人|[男女]的|小孩|一家[三四五]口|儿子|女儿|儿媳妇?|孙子|孙女"
)
_CALLS = (
    rf"(?:{TITLES}|阿婆|阿公|爷叔|孃孃|嬢嬢|娘娘|老[伯妈爹]|老?太太|师母|师奶|媳妇|妈妈|爸爸|嫂子|妹子|小姐|同志|[姐哥叔婶姨伯嫂妈爸爹婆公]|"
    "大夫|老板娘?|书记|主任|楼长|门长|老师|经理|工)"
)
_SURNAME = rf"(?:{COMPOUND_SURNAMES}|[{SURNAMES}{SELDOM_SURNAMES}])"
_TITLED = (
    rf"(?:[老小]?{_SURNAME}[\u4e00-\u9fff]?{_CALLS}(?:和[老小]?{_SURNAME}{_CALLS})?|{_SURNAME}某{{0,2}}{_CALLS}|"
    rf"[老小]{_SURNAME}头?|{TITLES}|{_ROLES}|阿婆|阿公|爷叔)"
)
_BESIDE = r"(?:\([^()]{1,14}\))?"
_SAYS = r"(?:反映|反应|说是?|称|讲|提出|诉说)(?![不法])"
_WHO = pattern(
    rf"(?P<who>(?:家?住户?|户主|姓名)?{_TITLED}家?{_BESIDE})(?P<by>[\s:,、.·-]+|(?=\S))(?:{_SAYS})?[\s:,]*"
    rf"|(?P<name>(?:{_SURNAME}[\u4e00-\u9fff某*×]{{0,2}}|[\u4e00-\u9fffA-Z]某{{1,2}})家?{_BESIDE})(?:[\s:,]+(?:{_SAYS})?|{_SAYS})[\s:,]*"
)
"""Who is met behind a door: called by a title, or by a name with something behind it."""

_SAID_ALONE = pattern(rf"{_SAYS}[\s:,]*")


def told_behind(text: str) -> tuple[str | None, str]:
    """Who is named first in what stands behind a door, and what is told then, without 反映 or 说."""
    plain = aligned(text)
    found = _WHO.match(plain) if plain else None
    name = found and (found["who"] or found["name"])
    if found is None or not name or (found["name"] and _is_thing(name)):
        bare = _WHO_ALONE.fullmatch(plain.strip(" :,、。"))
        if bare:
            return text.strip(" :：,，、。"), ""
        said = _SAID_ALONE.match(plain)
        return None, text[said.end() if said else 0 :].strip()
    if found["who"] and not found["by"] and _HAPPENED_TO.match(plain, found.end()):
        return None, text.strip()
    span = found.span("who" if found["who"] else "name")
    return text[slice(*span)], text[found.end() :].strip()


_HAPPENED_TO = pattern("一个人|独自|摔|跌|晕|病|住院|走[失丢]|骨折|中风|失联|瘫|行动不便|被困|困在|烫伤|昏")
"""What befell somebody who is named right before: 705陈阿姨摔了一跤 is about her, nobody says that she told it."""

_WHO_ALONE = pattern(rf"(?:{_TITLED}|{_SURNAME}[\u4e00-\u9fff某]{{1,2}})家?{_BESIDE}")


def is_called(word: str) -> bool:
    """Whether ``word`` is nothing but who somebody is, with where they live perhaps: 王阿姨, 房东钟姨, 巡查发现."""
    plain = aligned(word)
    return bool(_WHO_ALONE.fullmatch(plain) or _LIVES_THERE.fullmatch(plain)) and not _is_thing(word)


_LIVES_THERE = pattern(
    rf"(?:\d{{1,4}}(?:室|号)?|[\u4e00-\u9fff]{{2}})?(?:{_TITLED}|{_ROLES})|(?:巡查|自查|走访|网格员?|群众|匿名)(?:发现|反映|人士)?"
)


def _is_thing(word: str) -> bool:
    """Whether a word that begins like a name is what is wrong: 马桶, 石膏."""
    return complains(word) or bool(sense_of(word).things) or any(builtin_rules().categories.find(word))


_PART = pattern(r"[,，。;；、\s!！~()（）/]+")
_NOBODY = (
    r"(?:家里|家中|屋里|屋内|室内|敲门|敲了?[\d两三几]?[次遍下]?门?|上门|目前|长期|暂时|又|还是|仍|仍然|依旧|今天|白天|一直|也|都|说|人|全家|一家)*"
    r"(?:没有?人|无人|没人|不在|没在|未在|不在了?|外出|出门|上班|出差|旅游|出去|回(?:老家|娘家)|去[儿女]\S{0,3}家)(?:在?家|居住|住|应答?|应门|开门?|接|答应|里)*(?:去|了)*"
)
_SHUT = (
    r"(?:敲门)?(?:没|未|不|没给|不给|不肯|拒绝?)(?:有人)?(?:开门?|应门?|答应?|回应|给开|应声)|(?:门)?锁(?:着|门|了)|锁门|拒访|关着?门|"
    r"空(?:房|置|关|户|着|屋)(?:房|户|着)?|(?:没|未|无人|没人)(?:入)?住(?:人)?|(?:未|没)?出租(?:中|房|屋)?|(?:已经?)?搬走?了?|待(?:回访|再访|入户)"
)
_AGAIN = (
    r"(?:下次|改天|晚上|明天|后天|周[一二三四五六日末]|下周|回头|过两天|择日)(?:再|来|去|上门|访|补|联系|敲|看)+(?:访|门|来|去|一次|补)?|再(?:去|来|访|敲)|"
    r"(?:贴|留|塞|放)了?(?:张|个|份)?(?:条|纸条|告知[单书]?|通知[单书]?|联系卡|便民卡|温馨提示|名片|宣传[单页])"
)
_ALL_WELL = (
    r"(?:一切|都|均|全|全部|暂时?|家里|屋里|情况|目前|人|还|也|蛮|挺|很|身体|老人|老两口|房屋|检查|入户|状态|精神|气色|其他|安全|煤气|燃气|用电|水电)*"
    r"(?:正常|良好|蛮好|挺好|很好|都好|好的?|可以|还行|平安|安全|健康|硬朗|不错|稳定|ok|OK|没问题|无问题|无异常|未见异常|无隐患|没隐患|合格|完好)(?:的|着呢|呢|得很)?"
)
_NO_MATTER = (
    r"(?:没有?|无|暂无|未|冇)(?:有|见)?(?:什么|啥|任何|新|其他|别的|其它|发现|提|反映)*(?:事体?|事情|问题|情况|变化|变动|意见|要求|需求|诉求|困难|反映|隐患|异常|矛盾|的)?"
    r"|(?:啥|什么)(?:大?事儿?|问题|情况|毛病)(?:都|也)?没有?|(?:没|未)(?:提|说)(?:什么|啥)?|(?:说|都)*(?:不|弗)(?:知道|晓得|清楚|了解)|(?:[房户]东|本人|家属|儿子|女儿|新)*的?(?:电话|手机号?|联系方式|号码|微信)已?(?:要到|记下?|留下?|登记|加上?|打通|联系上?|沟通|核实)了?|(?:材料|资料|信息|手续)(?:都|已)?(?:齐|交|收|全|填)(?:了|全|好|过)?|同上|划掉|作废|删掉?|不算|√|✓|OK|/|-+|已?(?:入户|走访|登记|宣传|发放|核实|核对|签字?|签收|采集|告知|填表|建档)(?:过|了|完|完成|毕|完毕|好|表|资料)*|在家"
)
_WHO_LIVES = (
    r"(?:\d{1,2}|[一二两三四五六七八九])(?:口|个)?(?:人|之家|口人)|\d{2,3}岁|[一二两三四五六]口|独居|空巢|自住|常住|租住|孤寡|党员|老党员|高龄|低保户?|残疾|"
    r"退休|自家|一个人|(?:儿子|女儿|孩子|儿女|子女|保姆|护工)(?:每天|天天|经常|常|周末|定期)?(?:来|回来|过来|在|照顾|看望|陪着?|住一起)[^,。;]{0,3}|空|"
    r"军属|户籍|本地|外地|夫妻|带娃|单身"
)
_NOTHING = pattern(rf"(?i:{_NOBODY}|{_SHUT}|{_AGAIN}|{_ALL_WELL}|{_NO_MATTER}|{_WHO_LIVES}|{_ROLES}|吗|呢|了)")

_WELL = pattern(rf"(?i:{_ALL_WELL}|{_NO_MATTER})")
"""What says of a place that all is well, whatever is told of it besides that is no trouble: 啥事没有,都猫冬呢."""


def is_nothing(said: str) -> bool:
    """Whether what stands behind a door says that nobody was in, that all is well, or only who lives there."""
    parts = [part for part in _PART.split(aligned(said)) if part]
    if all(_NOTHING.fullmatch(part) for part in parts):
        return True
    if parts and _WELL.fullmatch(parts[0]) and not complains("".join(parts[1:])):
        return True
    return is_remark(said) and not complains(said)
