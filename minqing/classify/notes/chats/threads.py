"""What the messages of a chat say to each other: a question and its answer, and what came of the matter just named.

``5号楼的灯谁报的?`` – ``李阿姨报的`` – ``修了吗`` – ``修好了`` is one matter, who raised it, and its end. An answer is
put to a matter only while nothing else was spoken of, or where it names the same thing: a wrong closing is worse
than an open matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from minqing.classify.notes.chats.chat import is_address
from minqing.classify.notes.gathered import Raw
from minqing.classify.notes.outcomes import Senses, matter_of
from minqing.classify.notes.wraps import joined
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned

Asked = Literal["who", "where", "done", "how"]

_DEEDS = (
    "修|换|处理|处置|清理?|弄|解决|疏?通|拉|搬|拆|装|剪|补|填|办|扫|撕|铲|拖|挪|关|开|送|交|退|查|看|去|来|联系|通知|"
    "回复|答复|报修?|上报"
)
_END = r"[\s?。!~]*$"
_DONE = pattern(
    rf"(?:(?:{_DEEDS})(?:好|完|走|掉|上|开|通|到|过)?了?(?:没有?|吗|么|不)|(?:好|完|妥)了?(?:没有?|吗|么)){_END}|怎么还没|进展|啥情况|什么情况|"
    r"谁(?:来|去|给)?(?:修|换|处理|清|弄|解决|通|拉|搬|拆|装|剪|补|填|办|扫|撕|铲|拖|挪|管)"
)
_WHO = pattern(r"谁.{0,4}(?:报|反映|反应|说|提|投诉|发现|讲|打)")
_WHERE = pattern(
    r"(?:哪[个栋幢座家里儿边号]|几(?:单元|号|栋|幢|楼|层|门)|什么(?:位置|地方)|啥地方|位置|地址)[^,。;]{0,6}$"
)
_ASKS = pattern(
    r"\?\s*$|[吗呢么]\s*[。!~]*$|(?:[了好完]|还在|有人|亮|通)没有?\s*$|(?:谁|哪|几|多少|咋样|怎么样|什么时候|啥时候)[^,。;]{0,8}$|有没有|是不是|([\u4e00-\u9fff])不\1"
)
_QUESTION_WORDS = pattern(r"[?吗呢么]|怎么样?|咋样|能不能|能否|何时|没有?\s*$|有没有|是不是|了没")
_HAPPENED = pattern(r"了|已|完|好$|过$|√|✓|✅")
_STILL_OPEN = pattern(r"\s*(?:还?没|未|不(?!用|要紧|客气|好意思|知道|清楚)|还(?!好|行|可以)|坏|灭)")
_BARE_WORD = pattern(r"\s*(?:好|行|完|对|可以|没事|ok|OK)了?[。!~]*\s*$")
_NAMED = pattern(
    r"\s*(?:就?是|好像是?|应该是?)?(?P<who>[^\s,。;:!?]{2,12}?)(?:来|打电话|过来|在群里|上周|昨天|早上)?(?:报修?|反映|反应|说|提|投诉|发现|讲|打)(?:过|来)?的?[。!]?\s*$"
)


NEAR = 30
"""Matters back in a chat to which an answer is put; what was said before them is long past."""


_LONGEST = 400
"""Letters of a matter to which no further answer is put."""


_MENDED = pattern(
    r"(?:^|[,。;\s])[^,。;没不未被谁又还把要\s]{1,4}(?:换|修|装|接|补|焊|清|拆|挪|撤|搬|扶|疏通)(?:好|走|掉|上|完)?了[。!]?\s*$"
)
"""A thing and what was done to it, as who was asked tells it: 锁芯换了, 摊子撤了."""

_AS_BEFORE = pattern(
    r"\s*(?:修过了?[,,]?)?又(?:坏|堵|漏|不|停|灭|来|满|响|开始)|\s*(?:还是|依旧|照样)|\s*没(?:修|弄|搞)好|\s*没用"
)


_CLAUSES = pattern(r"[,。;!:、()~]+|(?<![楼栋幢号院元])\s+")
"""Between the clauses of a message; a house and what is told of it are one: 5号楼 灯换好了."""
_COURTESY = pattern(
    r"\s*(?:@\S+|收到|好的?|嗯+|OK|ok|是的|报告|回复|反馈|(?:各位|大家|主任|书记|邻居们?|街坊们?)好?|(?:大家|您|你们?|师傅们?)?辛苦了?|"
    r"谢谢|多谢|感谢|请?(?:大家)?放心|(?:已经?)?拍照(?:留存)?|都|今天|刚才|刚刚)?(?:大家|各位|师傅|主任|书记|你们?|您)?[了啊哈]?\s*"
)
"""A clause that tells nothing of any matter."""
_DOUBTS = pattern(
    r"[?]|[吗吧呢么](?=$|[,。;!~\s])|听说|据说|听[^,。;]{0,4}讲|好像|可能|大概|估计|也许|应该|应当|貌似|要是|如果|假如|以为|希望|真假|真的|"
    r"不知|不清楚|是不是|有没有|上[次回周]|上个?[月周礼星]|前[天几两些阵]|之前|以前|原来|当时|那[次回时]|去年|昨|又|再|还[得要没是在]|但|可是|不过"
)
"""What in a message leaves open whether it is so, or whether it is so today."""
_LATER = pattern("明[天日早]|后天|下(?:周|个月|午)|周[一二三四五六日]|回头|马上|今[天晚]|晚上|尽快|过两天")


class Question(NamedTuple):
    """What was asked, by whom, on which line; ``raw`` is the matter it was about, ``None`` where it is none yet."""

    kind: Asked
    text: str
    number: int
    raw: Raw | None


def question_of(text: str) -> Asked | None:
    """What a message asks the others; ``None`` where it tells something, were it as a question: 怎么又漏水了?"""
    plain = aligned(text).strip()
    if len(plain) > _LONGEST_QUESTION:
        return None
    if _WHO.search(plain) and not complains(_QUESTION_WORDS.sub("", plain)):
        return "who"
    if _DONE.search(plain):
        return "done"
    if not _ASKS.search(_LAST_CLAUSE.split(plain)[-1]) or complains(_QUESTION_WORDS.sub("", plain)):
        return None
    return "where" if _WHERE.search(plain) else "how"


def _clauses(text: str) -> list[str]:
    """The clauses of ``text``, as written."""
    cuts = [0, *(at for cut in _CLAUSES.finditer(aligned(text)) for at in cut.span()), len(text)]
    return [clause for a, b in zip(cuts[::2], cuts[1::2], strict=True) if (clause := text[a:b].strip())]


def _of_several(told: Sequence[tuple[str, Raw]]) -> bool:
    return len({id(raw) for _, raw in told}) > 1


_LONGEST_QUESTION = 30
_LAST_CLAUSE = pattern(r"[,;。](?=.*\w)")


@dataclass(slots=True)
class Thread:
    """What a chat is about while it is read: the matter last named, and what was asked of it.

    ``sure``: nothing else was spoken of since, so that 修好了 can be of nothing else.
    """

    community: Community
    senses: Senses
    people: Collection[str] = ()
    subject: Raw | None = None
    sure: bool = False
    asked: Question | None = None

    def about(self, raised: Sequence[Raw]) -> None:
        """A message raised matters: a single one is what the next messages are about."""
        self.subject, self.sure, self.asked = raised[-1], len(raised) == 1, None

    def drifts(self, text: str) -> None:
        """Something else was said: of another house or thing; right behind a question it is an answer all the same."""
        self.sure = self.sure and (self.asked is not None or self._is_elliptical(text))
        self.asked = None

    def asks(self, text: str, number: int, matters: Sequence[Raw]) -> Question | None:
        """The question a message is; the matter it is about is found among those there are."""
        kind = question_of(text)
        if kind is None:
            return None
        if not self._is_elliptical(text):
            raw = matter_of(text, [m for m in matters if m.loose], self.senses)
            self.subject, self.sure = raw, raw is not None
        self.asked = Question(kind, text, number, self.subject if self.sure else None)
        return self.asked

    def _place(self, text: str) -> str | None:
        """The place a question names, behind what points at it: 那12号楼的树呢."""
        return find_place(text.strip().lstrip("那这"), self.community)

    def _is_elliptical(self, text: str) -> bool:
        """Whether words name neither a place nor a thing: 修了吗."""
        return not (self._place(text) or self.senses(text).things)

    def names_one(self, question: Question) -> bool:
        """Whether a question names a matter nobody told of yet: 12号楼门禁修了吗, 5号楼的灯谁报的."""
        place = self._place(question.text)
        return question.raw is None and question.kind in ("done", "who") and bool(place)

    def answered(self, text: str, resident: str | None, matters: Sequence[Raw]) -> Raw | None:
        """The matter that ``text`` answers a question about, or tells the end of; ``resident``: who says it, if one."""
        raw = self._answered(text, resident) or self._ended(text, resident, matters) or self._again(text)
        if raw is None or len(raw.text) + len(text) > _LONGEST:
            return None
        raw.settled = self._settles(raw, text)
        self.subject, self.sure, self.asked = raw, True, None
        return raw

    def answers_each(self, text: str, matters: Sequence[Raw], besides: str = "") -> list[tuple[str, Raw]]:
        """What the clauses of a message tell of two matters and more, each with its own: 灯换好了,水管也修好了.

        Nothing, where a clause is of none of them, or where the message or what was sent with it (``besides``) asks,
        doubts, speaks of another day or takes something back: 不过灯又不亮了.
        """
        if _DOUBTS.search(aligned(f"{text}\n{besides}")):
            return []
        clauses = [clause for clause in _clauses(text) if not _COURTESY.fullmatch(clause)]
        told = self._told_by(clauses, matters)
        return told if len(told) == len(clauses) and _of_several(told) else []

    def _told_by(self, clauses: Sequence[str], matters: Sequence[Raw]) -> list[tuple[str, Raw]]:
        """Those of some clauses that tell what came of a matter, each with the one it is of."""
        waiting = [raw for raw in matters if raw.loose and not is_settled(raw.text)]
        return [(clause, raw) for clause in clauses if (raw := self._told_of(clause, waiting))]

    def _told_of(self, clause: str, matters: Sequence[Raw]) -> Raw | None:
        """The one matter whose end, or when it is seen to, a clause tells."""
        raw = matter_of(clause, matters, self.senses) if len(clause.strip()) > 1 and not question_of(clause) else None
        if raw is None or len(raw.text) + len(clause) > _LONGEST:
            return None
        same = self._shares(raw, clause) or bool(self.senses(clause).houses)
        return raw if same and (self._settles(raw, clause) or _LATER.search(aligned(clause))) else None

    def put(self, told: Sequence[tuple[str, Raw]]) -> None:
        """Put each of some clauses to its matter; what is done settles it, unless something is promised besides."""
        open_still = {id(raw) for clause, raw in told if not self._settles(raw, clause)}
        for clause, raw in told:
            raw.settled = id(raw) not in open_still
            raw.text = joined(raw.text, clause, clause=True)
        if told:
            self.subject, self.sure, self.asked = told[-1][1], False, None

    def _again(self, text: str) -> Raw | None:
        """The matter spoken of, where ``text`` says that it is as it was: 又坏了, 还是漏."""
        is_of_it = self.sure and self._is_elliptical(text) and _AS_BEFORE.match(aligned(text))
        return self.subject if is_of_it else None

    def tells_one(self, text: str) -> Raw | None:
        """The matter that a question and its answer tell only together: 车棚的灯还亮吗? – 不亮."""
        question, plain = self.asked, aligned(text)
        if question is None or question.raw or not self._place(question.text):
            return None
        done = _HAPPENED.search(plain) and is_settled(joined(question.text, text, clause=True))
        if self.senses(text).houses or not (_STILL_OPEN.match(plain) or complains(text) or done):
            return None
        return Raw(joined(question.text.strip(), text.strip(), clause=True), text, [question.number], loose=True)

    def _answered(self, text: str, resident: str | None) -> Raw | None:
        question, raw = self.asked, self.subject
        if question is None or raw is None:
            return None
        if question.kind == "who" and (who := self._who(text)):
            raw.values.setdefault("reporter", who)
            return raw
        if self._is_elsewhere(raw, text) or self._is_of_somebody_else(raw, text, resident):
            return None
        if question.kind == "where" and (place := self._where(raw, text)):
            raw.values["place"] = place
            return raw
        if question.kind == "done" and _STILL_OPEN.match(aligned(text)):
            return raw
        return raw if complains(text) or self._settles(raw, text) else None

    def _settles(self, raw: Raw, text: str) -> bool:
        """Whether ``text`` tells the end of a matter: what has happened, not what is promised (马上清理)."""
        plain = aligned(text)
        ended = is_settled(joined(raw.text, text, clause=True)) or _MENDED.search(plain)
        return bool(_HAPPENED.search(plain) and ended) and not _AS_BEFORE.search(plain)

    def _ended(self, text: str, resident: str | None, matters: Sequence[Raw]) -> Raw | None:
        """The matter whose end ``text`` tells: the one of the same thing, or else the one spoken of."""
        plain = aligned(text)
        if not _HAPPENED.search(plain) or _BARE_WORD.match(plain) or question_of(text):
            return None
        raw = self._named_by(text, [m for m in matters if m.loose and not is_settled(m.text)])
        if _of_several(self._told_by(_clauses(text), matters)):
            return None  # which of them it ends, and whether it does, was asked before
        if raw is None or (resident and raw.values.get("reporter") != resident):
            return None
        return raw if self._settles(raw, text) else None

    def _named_by(self, text: str, matters: Sequence[Raw]) -> Raw | None:
        """The one of some matters that ``text`` speaks of."""
        raw = matter_of(text, matters, self.senses)
        if raw and self._shares(raw, text):
            return raw
        known = self.subject if self.sure and self.subject in matters else None
        return (
            None if known is None or self._is_elsewhere(known, text) or self._is_another_thing(known, text) else known
        )

    def _shares(self, raw: Raw, text: str) -> bool:
        """Whether both speak of one thing, or with the same words of what no table lists: 掉了铁皮, 铁皮卸下来了."""
        told, matter = self.senses(text), self.senses(raw.text)
        return bool(told.things & matter.things or (not told.things and told.pairs & matter.pairs))

    def _is_another_thing(self, raw: Raw, text: str) -> bool:
        told, matter = self.senses(text).things, self.senses(raw.text).things
        return bool(told and matter and not told & matter)

    def _is_of_somebody_else(self, raw: Raw, text: str, resident: str | None) -> bool:
        """Whether a resident who did not raise the matter speaks of a thing that is not its own."""
        others = resident is not None and raw.values.get("reporter") not in (None, resident)
        return others and self._is_another_thing(raw, text)

    def _is_elsewhere(self, raw: Raw, text: str) -> bool:
        """Whether words name a house that is not the matter's."""
        told = self.senses(text).houses
        return bool(told and self.senses(f"{raw.values.get('place', '')}{raw.text}").houses - told)

    def _who(self, text: str) -> str | None:
        """Who raised it, where an answer names a person and nothing else."""
        found = _NAMED.match(aligned(text)) or re.fullmatch(r"\s*(?:就?是)?(?P<who>\S{2,8}?)[。!]?\s*", aligned(text))
        who = found and text[slice(*found.span("who"))]
        known = who and (looks_like_a_person(who) or is_address(who))
        return who if who and known and who not in self.people else None

    def _where(self, raw: Raw, text: str) -> str | None:
        place = find_place(text, self.community)
        own = raw.values.get("place") or find_place(raw.text, self.community)
        return place and (place_within(own, text, self.community) or place)
