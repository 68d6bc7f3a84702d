"""Who brought a matter up, as a form of address: 老爷子, 李阿姨, 居民. Never whoever it is about."""

from __future__ import annotations

import re

from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.dialect import in_common_words
from minqing.classify.sentence.own_trouble import comes_upon_them, goes_on_to_do_it, is_own
from minqing.domain.patterns import pattern
from minqing.text.people import COMPOUND_SURNAMES, SELDOM_SURNAMES, SURNAMES
from minqing.text.people import TITLES as _TITLES

_IN_DIALECT = "嬢嬢|孃孃|太婆|爷叔|阿爷|阿伯|阿叔|阿嫂|阿姐|阿哥|大嫂|老板娘?"
TITLES = f"{_TITLES}|老太|阿婆|阿公|老妈妈|嫂子|妹子|老哥|老姐|老同志|婶子|婶娘|{_IN_DIALECT}"
"""Forms of address, with those that are no title before a name elsewhere."""

_GROUPS = (
    "居民代表|居民|住户|业主|租户|租客|房东|商户|店主|市民|网友|来电人|反映人|街坊们?|邻居们|邻居|大家|楼门长|楼院长|楼栋长|楼组长|[0-9一二三四五六七八九十]单元门长|几[户家]|"
    "单元门长|单元长|楼长|网格员|志愿者|老党员|党员|保安|残疾人|退休(?:职工|工人|老人)|"
    "(?:环卫|清洁|保洁)工人?|宝妈|宝爸|学生家长|大嫂|车主|军属|家属"
)
_OFFICES = (
    "物业经理|物业主任|保洁员|保洁阿姨|业委会主任|业委会委员|业委会|(?:社区|片区)?民警|片警|辅警|快递员|快递小哥|社工|楼管|"
    "(?:管理|房管|协管|安全|巡防|抄表|调解|收费|宿管)员|(?:党支部|支部|社区|村)?书记|支书|水暖工|电梯工|小哥|骑手|外卖员|店家|店员|摊主|司机|(?:女|退休)?职工|护工|护士|医生|大夫|户主|(?:初中|高中|中学|小学|大学|女|男)?学?生|妈妈|爸爸|老汉|老头|小两口|小?夫妻俩?"
)
"""Who speaks for a body; they count where the sentence opens with them: 物业说没钱修 is said about one."""

_SHORT_NAME = (
    f"(?:(?:[老小]|大(?![石江河方田白黄毛雷龙金汤马钱]))[{SURNAMES}](?![^\\W\\d_]?(?:{TITLES}))头?|"
    f"[{SURNAMES}](?:姐|哥|叔|婶|姨|伯|嫂|大夫|主任|院长|楼长|门长|警官|会计|经理|律师|校长|站长|队长|老板|老(?=说|反映|讲|提)))"
)
"""How neighbours call each other: 老王, 小陈, 大刘, 老王头, 李姐, 王叔."""

_NAMED_OFFICE = (
    f"(?:(?<![\u4e00-\u9fff])|(?<=[楼栋幢院区门元层室的]))(?:{COMPOUND_SURNAMES}|[{SURNAMES}{SELDOM_SURNAMES}])"
    "(?:楼门长|楼院长|楼栋长|楼组长|单元门长|单元长|楼长|网格[员长]|志愿者|保安|代表)"
)
"""Who has an office and is called by it, with the surname: 王楼长, 李网格员."""

_LOUD = (
    "(?!(?:说话|讲话|打电话|问话)[^,。;]{0,6}(?:声|嗓|大|吵|响|难听|冲|不干净)|说(?:脏话|闲话|坏话|三道四|谎)|想不开)"
)
"""How somebody talks is what others bear; it tells nothing they said."""

_KIN = "媳妇|太太|师母|师奶|阿婶|阿嬷|妈妈|爸爸|老婆|老伴|他妈|他爸|女儿|儿子|姑娘"
"""Whose wife, mother or child somebody is called by: 小于媳妇, Coco妈妈, 殷师母."""

_ANY = f"{SURNAMES}{SELDOM_SURNAMES}岑贝费郎佟麦邢郁甄鄢桂訾嵇郗仝蔺晁"
_NAMED = (
    f"(?:[老小阿大][{_ANY}](?:头儿?|{_KIN}|{TITLES})?|[{_ANY}](?:{TITLES}|{_KIN}|[姐哥叔婶姨伯嫂婆]|大夫|楼长|门长|老师)"
    f"|[A-Za-z]{{2,8}}(?:{_KIN})|[\u4e00-\u9fff](?:叔(?!叔)|婶|嫂|姨)|(?:清洁|保洁|环卫)?(?:{TITLES}|阿婶)|后生仔|(?:{_GROUPS}))"
)
"""Somebody as people name them where the words right behind say that they told it: 老费, 孙婶, 后生仔."""

_WHOSE = (
    r"(?:[是听据]|听[^,。;:()\s]{0,8}的)?(?:[^,。;:()\s]{0,6}的|(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|单元|楼|层|室|组|巷)?|"
    rf"楼[上下]|隔壁|对门|班|业主群里|网格员|保安|{_GROUPS}){{0,3}}"
)
"""Where somebody lives or works, right before their name."""

_TELLS = (
    "(?:[也都又还就来]|专门|特意|多次|[跟对]我们?)*(?:说(?!好|服|通|不|定|话)|讲(?!好|和|究)|话(?![不多少里题剧费])|反映|反馈|报告|报送|报的|报(?=[,。;)\\s]|$)|提的|提出|投诉|抱怨|"
    "嫌|告状|转达|发现的)"
)
_PROMISES = pattern(
    "(?:也|又|都)?(?:说|讲|答应|表示)[^,。;]{0,3}(?:明[天日早]|后天|下[周个]|马上|立马|立即|回头|这就|[这过]两天|今[天晚]|下午|晚上|周[一二三四五六日])"
)
"""What somebody means to do about a matter is not who brought it up: 师傅说明天来."""

_NO_NAME = (
    "物业|社区|居委|村委|施工|工程|维修|电工|水工|工人|师傅|保[安洁]|管家|城管|烟感|水泵|广播|喇叭|电梯|门禁|监控|消防|警报|"
    "[^,。;]{0,2}[队部司局所站]"
)
"""What a group or lane has besides people: those who see to it, and what speaks or rings there."""
_CHILD = "女儿|儿子|儿媳|媳妇|老伴|孙女|孙子|女婿|外甥"
"""Whose word counts as told where they turn to the committee, whoever's child they are: 老人的女儿反映."""

_TELLER = pattern(
    rf"(?:^|[,。;:、!?()\s—@]){_WHOSE}(?P<who>{_NAMED})(?:\([^()]{{1,6}}\))?(?={_LOUD}{_TELLS})"
    rf"|(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:(?:组|队|社|巷|弄)的(?!{_NO_NAME})(?P<only>[\u4e00-\u9fff]{{2,3}}?)|(?:号楼|[栋幢]|单元)的?(?P<given>[\u4e00-\u9fff]{{2}}))(?={_LOUD}[也又还]*(?:说(?![好服通不定话])|讲(?![好和究])|反映|反馈|提出))"
    rf"|(?:^|[,。;:、!?()\s])[^,。;:()\s]{{0,6}}的(?P<kin>{_CHILD})(?=(?:也|又|来|上门|打电话|到社区)*(?:反映|反馈|报告|投诉|求助))"
)
"""Who says so in a clause of their own: 老费说的, (Coco妈妈反馈), 居民老佟报告, 二组的淑珍说."""

_FOR_WHOM = (
    rf"(?:[0-9]{{1,4}}(?:号楼?|栋|单元)?|楼[上下]|隔壁|对门|邻居|家里|自己|独居|的|老)*"
    rf"(?:{_NAMED}|[0-9]{{3,4}}室?|[他她]们?家?|婆婆|公公|父母|爸妈|[爸妈爹娘]|岳[父母]|孩子|{_CHILD}|邻居|楼[上下]|隔壁|对门|大家|全楼)"
)
"""Who somebody speaks for: people, no thing that is dealt with for others (代收快递)."""

_ON_BEHALF = pattern(
    rf"(?P<who>{_NAMED}|(?<![\u4e00-\u9fff])(?:{_CHILD}))(?:[也又来]|过来|特意)*(?:帮着?|替|代(?!表)|代表(?=[他她]|全|楼)){_FOR_WHOM}(?!(?:提|报|发现)的[^,。;)\s])(?:{_TELLS}|来?问|发现)"
)
"""Who tells it for somebody else: 张阿姨帮李奶奶反映."""

_MAY_BE_ON_BEHALF = pattern("[帮替代].*[说讲话反报提投抱嫌告转发问]")
"""Without these it is told for nobody else; the long pattern is then neither compiled nor tried at every letter."""

_SPEECH = (
    f"{_LOUD}(?:们|都|又|来|多次|再次|联名|集体|纷纷|陆续|一起|专门|特意|一直|打电话|上门|来社区|到社区|找到?居委会|到?居委会|向居委会|在群里|在电话里|拉[住着]我们?|拦住我们?|找到我们?|(?:喊|叫|拉|拦|找|招呼)[住着到了]{{0,2}}(?:我们?|咱们?)[,\\s]?[她他]?|[跟对]我们?|也|还|就|今天|老|要(?=投诉|反映|举报|报修))*"
    "(?:说|反映|反应|称|问|投诉|求助|打电话|打来(?!的)|要求|希望|建议|想|提出|讲|抱怨|觉得|担心|报修|要个说法|讨个?说法|来电|来访|咨询|打听|诉说|提到|告诉|转达|反馈|嫌|怕|发现|"
    "上报|报告|举报|来找|不满|有意见|不同意|留言|发帖|吐槽|哭诉|着急|受不了|受不住|睡不着|睡不好|(?:很|十分|非常)?(?:气愤|不满|生气|担心)|意见很?大|找到?社区|不放心|打热线|拨打|请求|请社区|盼|:)"
)
_BEFORE_A_COLON = f"[{SURNAMES}{SELDOM_SURNAMES}][姐哥叔婶姨伯嫂]儿?(?=:)"
"""A neighbour before a colon, whatever the surname: 佟婶儿:水管冻裂."""

_SPEAKER = pattern(
    rf"(?P<who>(?:(?:{COMPOUND_SURNAMES}|[{SURNAMES}])?(?:{TITLES})|{_NAMED_OFFICE}|(?:{_GROUPS}){_SHORT_NAME}|{_GROUPS}|{_BEFORE_A_COLON}))(?=(?!您|你){_SPEECH})"
)
_SO_MANY = r"(?:有?[一两几多数十0-9]+[位名个])?(?:物业|社区|小区|[^\W\d_]{1,3}[户员兵])?"
_OPENING = pattern(
    rf"(?:[^,。;:]{{0,6}}的)?{_SO_MANY}(?P<who>[^\W\d_和跟与被让把给对向找劝请想要给让楼]{{0,3}}?(?:{_OFFICES})(?:{_SHORT_NAME})?|{_SHORT_NAME})(?={_SPEECH})"
)
_AGE = "[0-9零一二三四五六七八九十百]{1,4}多?岁(?:多)?的?(?:独居|空巢|孤寡|失能|残疾)?"
_PERSON = pattern(
    rf"(?:住[^,。]{{0,8}}的|(?P<age>{_AGE}))?"
    rf"(?:住户|业主|居民|租户)?(?P<who>(?P<name>{COMPOUND_SURNAMES}|[{SURNAMES}])?(?:{TITLES})|(?P<near>[{SURNAMES}][姐哥叔婶姨伯嫂]|[老小][{SURNAMES}]头?))(?![您你])"
)
_MET = pattern(
    rf"(?:碰[到上见]了?|遇[到上见]了?|见到|看到|看望|拉住|[到去])[^,。;:]{{0,12}}?(?P<who>(?:{COMPOUND_SURNAMES}|[{SURNAMES}])(?:{TITLES})|{_SHORT_NAME})[,。]?"
    rf"(?:[他她]|老人家?|人家)(?:又|就|也|还|老|一直|拉[住着]我们?|[跟对]我们?)*(?:说|反映|抱怨|讲|问|诉苦|提到)"
)
"""Who was met, and says something in the next clause: 碰到张大妈,她说…"""

_SPOKEN_TO = pattern(
    r"(?:找到了?[^,。;]{0,4}|和|跟|与|被|让|把|给|对|向|找|劝|告诉|通知|提醒|替|代|帮着?)(?:楼上|楼下|隔壁|对门|邻居|老)?的?$"
)


def find_reporter(text: str, place: str | None = None) -> str | None:
    """The form of address of whoever speaks: before 说, 反映…, or opening the sentence after the place.

    Somebody who is spoken to or complained about (跟楼上王大爷说, 被邻居, 一楼老太太捡废品) is none.
    """
    text = corrected(text)
    plain = in_common_words(text)
    if _MAY_BE_ON_BEHALF.search(plain) and (other := _ON_BEHALF.search(plain)):
        return text[slice(*other.span("who"))]
    for match in _SPEAKER.finditer(plain):
        spoken_to = _SPOKEN_TO.search(plain, max(match.start() - 12, 0), match.start())
        if not spoken_to and not _meant_to(plain, match.end()):
            return text[slice(*match.span("who"))]
    if met := _MET.search(plain):
        return text[slice(*met.span("who"))]
    start = _after_place(text, place)
    spoken = _OPENING.match(plain, start) or _TELLER.search(plain)
    if spoken and _is_full_name(spoken):
        return None
    if spoken and not (_PROMISES.match(plain, spoken.end()) or _meant_to(plain, spoken.end())):
        return text[slice(*spoken.span(spoken.lastgroup or "who"))]
    opening = _PERSON.match(plain, start)
    if opening is None or not _has_it(opening):
        return None
    return text[slice(*opening.span("who"))]


def _is_full_name(spoken: re.Match[str]) -> bool:
    """Whether somebody called by a bare name is told with the surname, or by what is no name: 王芳, 收费."""
    told = spoken.groupdict()
    if told.get("only"):
        return told["only"][0] in _ANY
    if not told.get("given"):
        return False
    from minqing.text.surname_words import GIVEN

    return told["given"][0] in _ANY or not GIVEN.issuperset(told["given"])


def _has_it(opening: re.Match[str]) -> bool:
    """Whether the one a sentence opens with has the trouble it tells, or stands there as who brought it up."""
    if opening["near"] and opening.string[: opening.start()].endswith("的"):
        return False
    rest = opening.string[opening.end() :].replace(" ", ",")
    aged, called = bool(opening["age"]), bool(opening["name"])
    if is_own(rest, aged=aged, called=called):
        return True
    told = rest.lstrip(",:")
    apart = told != rest and is_own(told, aged=aged, called=called)
    return apart or (called and not aged and not opening["who"].endswith("师傅") and comes_upon_them(told))


_HAS_IN_MIND = pattern("[又也还就老都]*(?:想|怕|嫌|担心)")


def _meant_to(plain: str, at: int) -> bool:
    """Whether what somebody thinks is why they did what others complain of: 林大爷想停车方便,私装了地锁."""
    return bool(_HAS_IN_MIND.match(plain, at)) and goes_on_to_do_it(plain[at:])


def _after_place(text: str, place: str | None) -> int:
    """Where the sentence goes on after a place it opens with, past a joining 的 or 住户."""
    if not place or not text.startswith(place):
        return 0
    end = len(place)
    return end + (text[end : end + 1] == "的")
