"""The way a walk took, told within a sentence: 从东门走到西门再到菜场, 路线是…, 东门—幼儿园—菜场."""

from __future__ import annotations

from minqing.classify.notes.header.facts import Fact
from minqing.classify.sentence.clocks import CLOCK
from minqing.classify.sentence.remarks import complains
from minqing.text.compiled import compiled

_SPOT = r"[^\s,。;:!?()—→\-]"
_NO_START = rf"{CLOCK}|\d{{1,2}}月|现在|今[天年]|昨天|[去明]年|上[午次周个]|小|此|前|来|不|没"
_FROM = rf"从(?!{_NO_START})(?={_SPOT}{{1,12}}?(?:出发|开始|[走进转绕经沿到至]))"
_ALONG = rf"(?:先|一路)?(?:沿着?|顺着)(?={_SPOT}{{1,10}}[走转绕巡])"
_FIRST = rf"先走(?=[的了]?{_SPOT}{{1,10}}[,再后])"
_CHAIN = r"(?:[^\s,。;:!?()—→\->0-9]{1,8}|\d{1,3}(?:号楼|栋|幢|#|区))"
_STROKE = r"\s?(?:—{1,2}|→|-{1,2}>?|=>|>)\s?"
_BY_STROKES = rf"(?P<chain>{_CHAIN}(?:{_STROKE}{_CHAIN}){{2,12}})(?=$|[\s,。;])"
_NAMED = (
    rf"(?:路线|线路)(?:是|为|就是|:)\s*(?P<named>{_SPOT}{{2,40}})|"
    rf"走的是(?P<taken>{_SPOT}{{2,24}}?(?:到|至){_SPOT}{{1,10}}?)(?=这条|这一|一线|[,。;]|$)"
)
_NEXT_LEG = (
    r"[,、]\s*(?:中间|途中)?(?:再|又|然后|接着|最后|一路|先|完了){0,3}"
    r"(?:走|转|绕|经过?|路过|穿过|沿着?|顺着|到|往|去|回到?|拐|从)"
    rf"(?!得|了?(?:步|公里|一[共趟遍次]|看|敲|问|找|跟|和)){_SPOT}{{1,24}}"
)
_LEGS = rf"{_SPOT}{{2,40}}(?:{_NEXT_LEG}){{0,6}}"
_WALKS = "走|转|绕|巡|逛|出发|沿|顺着|路线"
_SOMEWHERE = "[到至经绕回转]|路过|沿|顺着|再走|后走|进.*出"
"""What leads on from where a walk began; 从居委会出发 alone is no way."""

_TELLS = "说|反映|问|讲|家|水|烟|味|车|狗|人|坏|漏|扔|掉|摔|搬|拉|垃圾"
"""Words before 从 with which something else than the walk comes from there."""

_TAIL = rf"(?:(?:走?到|至){CLOCK}.*|的时候|的路上|[,、\s]|(?:一共|共|总共|大约|用了?|用时|花了?|走了).*)$"
_ANY = "从沿顺先线—→->是"


def told_route(plain: str, line: str, number: int) -> Fact | None:
    """The way that a sentence of a walk tells; ``None`` where it tells none, or of something wrong on it."""
    if not any(sign in plain for sign in _ANY):
        return None
    for form, group in ((_BY_STROKES, "chain"), (_NAMED, "named"), (_NAMED, "taken")):
        found = compiled(form).search(plain)
        if found and found[group] and not complains(found[group]):
            return _fact(line, *found.span(group), number)
    for form in (_FROM, _ALONG, _FIRST):
        for found in compiled(form).finditer(plain):
            legs = compiled(_LEGS).match(plain, found.start())
            if legs and _is_way(plain, found.start(), legs[0]):
                return _fact(line, *legs.span(), number)
    return None


def _is_way(plain: str, start: int, legs: str) -> bool:
    """Whether those who write walked there: the words before it speak of nothing else, and nothing is wrong on it."""
    clause = plain[max(plain.rfind(stop, 0, start) for stop in ",。;:!?") + 1 : start]
    if not compiled(_SOMEWHERE).search(legs):
        return False
    walked = compiled(_WALKS).search(legs) or compiled(_WALKS).search(clause)
    return bool(walked) and not compiled(_TELLS).search(clause) and not complains(legs)


def _fact(line: str, start: int, end: int, number: int) -> Fact:
    words = compiled(_TAIL).sub("", line[start:end]).strip(" ,，、")
    return Fact("route", words, words, number, False)
