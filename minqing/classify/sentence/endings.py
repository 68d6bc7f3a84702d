"""Endings of a sentence that say the matter was settled on the spot: 已清理, 当场解决, √.

The last clause is cut once. Questions are asked of it, each of tables of its own, and it settles only when all agree:
which deed, and what came of it (``deeds``); when, how surely and how far (``certainty``); whose it is (``wrongdoing``).
To leave a matter open that was settled costs a glance, to close one that was not costs the resident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from minqing.classify.sentence.certainty import is_part, is_still_to_do, is_unticked, keeps_open, leaves_open
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.deeds import over_at, told_at, without_good_end
from minqing.classify.sentence.dialect import in_common_words
from minqing.classify.sentence.off_the_list import is_another_word, stands_for_itself, state_at_end
from minqing.classify.sentence.wrongdoing import is_the_trouble
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned
from minqing.text.people import TITLES

__all__ = ["ending_of", "is_settled", "leaves_open", "settled", "tells_the_trouble", "without_tick"]

_TICK = pattern(r"(?<!\s)\s*(?:[√✓✔☑✅]\ufe0f?|[\[【(]\s*[xX√✓✔]\s*[\]】)])\s*$")
_TAIL = "。.!,;、~_ )]】\u3000👌👍💪✌😄😊🎉👏\ufe0f"
_SOFTENED = pattern("(?:[啦喽咯咧嘞]|了[哈哦噢喔呀啊哇哟呐]{1,2})$")
"""了 as a voice softens it: 拖走啦, 冲干净了哈."""

_CLAUSE = pattern("[,。;:!?、\\s(\\[【→>—/+|\U0001f300-\U0001faff]")
_LONGEST_RELIEF = 20
_MOST_BEHIND = 8
"""Remarks behind a deed that are looked past."""
_LONGEST = 600
"""Characters at the end of a text that are looked at."""


def without_tick(text: str) -> tuple[str, bool]:
    """``text`` without a tick (√ ✓ ✔ ☑ [x]) at its end, and whether there was one."""
    found = _TICK.search(text, max(0, len(text) - 40))
    return (text[: found.start()], True) if found else (text, False)


@lru_cache(maxsize=1024)  # a matter is asked about several times while it is read and written down
def settled(text: str) -> str | None:
    """The words at the end of ``text`` that say it was settled on the spot, as written, or ``None``.

    What is only wished for or was left undone (希望当场解决, 没人清理了), done in part or once before (已反映多次,
    已清理过), passed on (已联系物业) or itself the trouble (把路拦住了) does not count. Contentment behind it
    (已清理,居民满意) changes nothing.
    """
    return _settled(text, _MOST_BEHIND)


def _settled(text: str, behind: int) -> str | None:
    """The same, past at most so many remarks ``behind`` the deed: a row of them is no sentence."""
    text = corrected(text)
    plain, start = _last_clause(text)
    for at in _remarks(plain) if behind else ():
        if deed := _settled(text[:at], behind - 1):
            return deed
    clause = plain[start:]
    if state := state_at_end(clause):
        return text[start : len(plain)] if _is_off_the_list(state, text, plain[:start], behind) else None
    if keeps_open(without_good_end(clause)) or is_unticked(plain, start):
        return None
    whole = aligned(text).rstrip(_TAIL)
    thanked = _THANKS.search(whole) or _CONTENT.search(whole)
    found = _deed(plain, start, alone=not (start or thanked))
    if found is None or is_the_trouble(plain, start) or is_part(plain, start):
        return None
    return text[found : len(plain)]


def _is_off_the_list(state: re.Match[str], text: str, before: str, behind: int) -> bool:
    """Whether a word of a list ends the matter: it stands for itself, or behind a deed that ends it."""
    if not before or is_another_word(state, before):
        return False
    deed = behind and _settled(text[: len(before)].rstrip(_TAIL), behind - 1)
    return bool(deed) or stands_for_itself(state, before)


def is_settled(text: str) -> bool:
    """Whether ``text`` ends by saying, in words or with a tick, that it was settled on the spot."""
    rest, ticked = without_tick(aligned(text))
    return ticked or settled(rest) is not None


@lru_cache(maxsize=1024)
def ending_of(text: str) -> str | None:
    """The words or the tick by which the sentence says that it was settled on the spot."""
    rest, ticked = without_tick(text)
    return settled(rest) or ("√" if ticked else None)


def tells_the_trouble(text: str) -> bool:
    """Whether the last clause settles nothing: the trouble itself, a wish, a part, behind a box nobody ticked."""
    plain, start = _last_clause(text)
    nothing_done = is_the_trouble(plain, start) or is_still_to_do(plain[start:])
    return nothing_done or is_unticked(plain, start) or is_part(plain, start)


def _last_clause(text: str) -> tuple[str, int]:
    """``text`` in half-width forms up to its deed, and where its last clause begins."""
    plain = _without_what_followed(text)
    first = max(0, len(plain) - _LONGEST)
    return plain, max((m.end() for m in _CLAUSE.finditer(plain, first)), default=first)


def _remarks(plain: str) -> Iterator[int]:
    """Where a remark at the end of ``plain`` begins that leaves the deed as it is: how well it went, (已拍照)."""
    if well := _RELIEF.search(plain, max(0, len(plain) - _LONGEST_RELIEF)):
        yield well.start()
    beside = _BESIDE.search(plain, max(0, len(plain) - 20))
    if beside and not keeps_open(beside[0]):
        yield beside.start()


_IN_ENGLISH = pattern(
    r"\b(?<!not )(?<!be )(?:cleaned(?: up)?|moved|removed|fixed|repaired|solved|cleared|taken away|ok|done)$",
    re.IGNORECASE,
)


def _deed(plain: str, start: int, *, alone: bool) -> int | None:
    """Where the deed begins that the clause from ``start`` on tells of; ``alone``: nothing else is told."""
    if english := _IN_ENGLISH.search(plain, max(0, len(plain) - 20)):
        return english.start()
    clause = plain[start:]
    found = told_at(clause, alone)
    if found is None:
        found = over_at(clause, alone)
    return None if found is None else start + found


_GLAD = (
    "乐(?!意)[^,。;不没又还]{0,5}|(?:高兴|开心|感激|欢喜)(?:坏了|极了|得[^,。;不没]{1,3}|得不[得行]了|得合不拢嘴|不已|不尽)|"
    "直(?:夸|谢|乐|道谢|点头|竖大拇指|说(?:谢谢?|好(?![几多])|感谢|麻烦))[^,。;不没又还]{0,4}|连[声连忙说]*(?:道?谢|感谢|说好|夸)[^,。;不没又还]{0,2}|"
    "笑(?:开了花|得合不拢嘴|了)|夸[^,。;不没又还]{1,5}"
)
"""How glad somebody is: 老爷子乐够呛, 大妈直夸."""
_CONTENT = pattern(
    rf"(?:[,。;、]\s*|\s+)(?:[\u4e00-\u9fff]?(?:{TITLES}|家属|孩子|住户|女儿|儿子|居民|她|他))们?(?:都|也|可)?(?:{_GLAD})$|"
    r"[,。;、]\s*(?:居民|老人|双方|当事人|阿姨|大爷|老爷子|商户|业主|大家|对方|车主|两[边家人]|他|她)?们?(?:都|均|也|已)?(?:表示|感到)?(?:[很非常]{0,2})?"
    r"(?:满意|理解|感谢|认可|接受|同意|道谢|高兴|配合|谢谢|和好|和解|乐意|点头|(?:没有?|无)(?:意见|异议)|没话说|说?行|记下|没伤着)了?$"
)
_RELIEF = pattern(
    r"[,。;、]\s*(?![^,。;]*(?:又|还(?!了)|再|却|但|未|一会|第二|后来|不(?![晃漏响滴滑堵吵闪])|没(?![漏声味事水])|[坏堵脏臭漏满断]了$))"
    r"[^,。;]{0,7}?(?:(?:踏实|放心|明白|高兴|乐|安心|骑走|通|开|亮|响|露出来|看得?清楚?|看见|吃上饭?|用上|喝上|充上电?|接走|打着火|(?:现在)?没水|回家|"
    r"找[到着]|够|齐|牢靠|能用|散|灭|和解|握手|停工|不[晃漏响滴滑堵吵闪])了"
    r"|自如|正常|就[亮响通]|都说好|没声儿?了?|没漏一户|哗哗下水|不[晃溜漏])$"
)
"""How well it went behind the deed: 解开,开关自如; 夹出来了,门开了."""
_BESIDES = pattern(
    r"[,。;、]\s*(?:就)?(?:不用(?:再)?管了?|你?(?:多)?留[点个]?心[了吧]?|你放心|请放心|放心吧?|再留意|继续(?:留意|观察|关注)|注意保持|"
    r"下不为例|(?:已|并)?拍照留存|(?:已|并)?留了?照片|照片发群里?了?|特此告知|[^,。;没未要说]{1,4}(?:叫|喊|找|联系|请)的(?:人|师傅|工人|车))$"
)
"""What is said behind the deed and changes nothing of it: 已经拖了,不用管."""

_THANKS = pattern(r"[,。;、\s]\s*(?:谢谢|多谢|感谢|辛苦)了?(?:大家|各位|师傅|你们?|您|物业|社区|书记){0,2}了?$")
"""Thanks behind a deed say that something was done, where nothing else is told: 收走了,辛苦."""

_AND_WORKS = pattern("(?<=[好紧完正来])就(?:(?:好|行|转|能用)了|[亮响通]了?)$")
"""拧紧就好了, 插好就响."""
_AND_TOLD = pattern(
    r"(?<=[\u4e00-\u9fff])[并且](?:(?:口头)?(?:提醒|告知|叮嘱|嘱咐|教育|宣传|劝导|警告)[^,。;]{0,8}|"
    r"[给发交]了[^,。;要]{0,6}(?:材料|表格?|清单|电话|资料|指南))$"
)
"""What was said besides to whoever had caused it, or given to whoever asked."""


def _without_what_followed(text: str) -> str:
    """``text`` in half-width forms up to the deed: without contentment, a word of warning, who was called in."""
    plain = _SOFTENED.sub("了", in_common_words(text).rstrip(_TAIL))
    plain = _AND_WORKS.sub("", plain)
    for behind in (_THANKS, _BESIDES, _AND_TOLD, _CONTENT):
        if found := behind.search(plain, max(0, len(plain) - 30)):
            plain = plain[: found.start()].rstrip(_TAIL)
    return _CALLED_IN.sub(_without_call, plain)


_CALLED_IN = pattern(
    r"(?<![要想得该再去贴发])(?:联系|(?<![到下出张份条个的有])通知(?![书单])|督促|催促|协调(?![会员]))[^,。;\s]{1,8}?(?=当场|现场|已|马上|立即|(?:摆整?|[码挪搬清移收拖换修扶关锁取开推抬拿撤撕铲捡补剪拆])(?:走|掉|开|好|上|齐|整齐|正|净|干净)了$)"
)
"""Who was called and came at once: 联系车主当场挪走."""
_NOT_CALLED = pattern(
    "没|未|不|别|[需待等拟请让说能会该]|可以|希望|要求|建议|打算|计划|准备|尽快|答应|[明后][天日早晚]|下周|今晚|晚上|周末|月底"
)
_CAME_NOT = pattern("没|未|不|别|[又还再仍说要]|答应|同意|[明后][天日早晚]|下午|晚上|下周|周末")
"""Between the call and the deed: nobody came, or it is only to be done: 通知几次都没人清走."""
_LONGEST_CALL = 20
"""Letters before a call in which its clause says whether it was made: 明天联系车主挪走."""
_BESIDE = pattern(r"(?<=[\u4e00-\u9fff])\([^()]{2,10}$")
"""A remark in brackets behind the end of a matter; its closing bracket is off already."""


def _without_call(called: re.Match[str]) -> str:
    """Blanks for who was called in; the words as they stand where the clause says that nobody was called yet."""
    before = _CLAUSE.split(called.string[max(0, called.start() - _LONGEST_CALL) : called.start()])[-1]
    in_vain = _NOT_CALLED.search(before) or _CAME_NOT.search(called[0])
    return called[0] if in_vain else " " * len(called[0])
