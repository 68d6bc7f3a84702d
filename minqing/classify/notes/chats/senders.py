"""Who sent the messages of a chat, and what of them are matters: found once a walk is read to its end.

A resident who writes into the group raises what is wrong there: it becomes an issue, the resident who raised it. Of
those who walk nothing needs to be kept that the list of walkers does not say. A name that has no other place stays in
the body, and so does every line of a message that is no matter, below its sender.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minqing.classify.models.alike import sense_of
from minqing.classify.notes.apart import apart
from minqing.classify.notes.chats.chat import Sender, is_address, is_thing
from minqing.classify.notes.chats.threads import NEAR, Question, Thread
from minqing.classify.notes.gathered import Gathered, Raw
from minqing.classify.notes.header.facts import Fact, Surroundings
from minqing.classify.notes.outcomes import Senses
from minqing.classify.notes.scenes import INDOORS
from minqing.classify.notes.sections import heading
from minqing.classify.notes.wraps import joined
from minqing.classify.sentence.matters import place_within, sounds_like_one
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark, wishes
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned

_LAST = 10**9
"""A line behind all lines."""

_SHORT = 10
"""Letters of a resident's question to the others; a longer one tells what is wrong: 有没有人管管楼下烧烤."""

LONGEST = 300
"""Characters of the longest line of a message that is taken for a matter."""

_REPLY = pattern(
    r"\s*(?:收到|好[的,。!~]|不是我|不晓得|不清楚|没看[见到]|嗯|知道|明白|谢|感谢|辛苦|不客气|别客气|不谢|应该的|没事|[oO][kK]|我来|我去|马上|在的|是的|大家|各位|请|@|#|\[)"
)
_CALLED = pattern(r"^\s*(?:@\S{1,12}\s+)+(?=\S{4})")
"""Whom a message calls before it says something: @王丽 7号楼暖气凉了."""

_CALLED_ON = pattern(r"\s*[@＠](?P<who>[^\s@＠,，。:：]{1,12})[\s,，:：\u2005]*(?=\S)")
EVERYBODY = ("所有人", "全体成员", "全体", "大家")
"""Whom a message calls that is for the whole group."""

BODIES_CALLED = ("物业", "城管")
"""Who walks along like a person in a list of names, and takes a matter as a body where they are called."""

_WHO = pattern("谁|咋样|怎么样|几个?人|多少步|几点")
"""What those who walk ask each other."""

_ASKS = pattern(r"[?吗呢]\s*$")
_QUOTED = pattern(r"\s*[「『]\s*(?P<who>[^\s:「」『』]{1,16})\s*:\s*(?P<text>[^「」『』]+?)\s*[」』]\s*$")
_STROKES = pattern(r"\s*[-—–=_*· ]{3,}\s*$")


@dataclass(frozen=True, slots=True)
class Message:
    """A sender's line and the lines of the body that were sent with it, in their order."""

    number: int
    sender: Sender
    lines: tuple[int, ...]
    last: int


def take_messages(walk: Gathered, around: Surroundings, community: Community, senses: Senses) -> None:
    """Turn what residents sent into issues with who raised them, and drop senders that are kept elsewhere."""
    walk.raised = _take_quotes(walk)
    walk.things = _things_of([*walk.issues, *walk.raised]) if walk.senders else frozenset()
    listed = sorted(walk.issues, key=_first_line)
    firsts = [_first_line(raw) for raw in listed]
    thread = Thread(community, senses, around.people)
    for message in list(_messages(walk)) if walk.senders else ():
        raised = listed[bisect_left(firsts, message.number) : bisect_right(firsts, message.last)]
        if raised:
            thread.about(raised)
        else:
            raised = _raised_by(message, walk, community, thread)
            walk.raised += raised
            walk.things |= _things_of(raised)
        _name_sender(message, walk, around, raised, community)
    walk.issues = sorted([*walk.issues, *walk.raised], key=_first_line)


def _things_of(raws: list[Raw]) -> frozenset[str]:
    """What some matters are about, by the table of things."""
    return frozenset(thing for raw in raws for thing in sense_of(aligned(raw.text)).things)


def _first_line(raw: Raw) -> int:
    return raw.lines[0]


def _name_sender(
    message: Message, walk: Gathered, around: Surroundings, raised: list[Raw], community: Community
) -> None:
    """Say of the matters of a message who raised them, or that the sender walked along; whom it calls owns none."""
    sender = message.sender
    # 王丽 @小张 gives it to him, a resident's @王丽 tells her
    called = {} if sender.who in around.people else _cut_calls(raised, around)
    for raw in raised:
        if sender.is_resident and (sender.place or not find_reporter(raw.text)):
            raw.values = _told_by(sender, raw.text, community) | raw.values
    if raised and sender.who in around.people:
        _was_there(message, walk)
    _drop_sender(message, walk, raised)
    for line, whom in called.items():  # it stays in the body, as all that was typed
        walk.body[line] = f"{walk.body.get(line, '')} {whom}".strip()


def _told_by(sender: Sender, text: str, community: Community) -> dict[str, str]:
    """Who raised a matter, and where it is, so far as the sender of its message tells that."""
    told = {"reporter": sender.reporter, "place": _place_told(sender, text, community)}
    return {name: value for name, value in told.items() if value}


def _cut_calls(raised: list[Raw], around: Surroundings) -> dict[int, str]:
    """Cut off the people each matter calls on before it says something; answers them by its line."""
    called: dict[int, str] = {}
    for raw in raised:
        end = _calls_up_to(raw.text, around)
        if whom := raw.text[:end].strip():
            called[raw.lines[0]] = whom
        raw.text = raw.text[end:]
    return called


def _calls_up_to(text: str, around: Surroundings) -> int:
    """Where the people end that a message calls on first; a body (@物业) is who takes the matter."""
    end = 0
    while (found := _CALLED_ON.match(text, end)) and (found["who"] in around.people or _is_called(found["who"])):
        end = found.end()
    return end


def _is_called(who: str) -> bool:
    return who in EVERYBODY or (looks_like_a_person(who) and not who.endswith(BODIES_CALLED))


def _place_told(sender: Sender, text: str, community: Community) -> str | None:
    """Where a resident's matter is: at their house or door, or on the ground of all (快递柜旁边) that they name."""
    told = _POINTS_AT.sub("", text)
    own = find_place(told, community)
    if sender.place and own and told.startswith(own) and not INDOORS.match(aligned(own)):
        return None if find_place(text, community) else own
    return place_within(sender.place or find_place(sender.who, community), text, community)


_POINTS_AT = pattern(r"^(?:那个?|这个?|就|咱们?|我们|[,、 ])+")


def _messages(walk: Gathered) -> Iterator[Message]:
    numbers = sorted(walk.senders)
    written = sorted(n for n, line in walk.body.items() if line.strip())
    headings = sorted(_headings(walk))
    for number, following in zip(numbers, [*numbers[1:], _LAST], strict=False):
        if walk.senders[number].in_line:
            following = min(following, next((n for n in headings if n > number), _LAST))
        lines = written[bisect_right(written, number) : bisect_left(written, following)]
        yield Message(number, walk.senders[number], tuple(lines), following - 1)


def _headings(walk: Gathered) -> Iterator[int]:
    """The lines that head matters of those who walk: what stands below was said by none of the senders above."""
    yield from (fact.line for fact in walk.told if fact.name == "heading")
    yield from (n for n, line in walk.body.items() if n not in walk.senders and heading(line))


def _raised_by(message: Message, walk: Gathered, community: Community, thread: Thread) -> list[Raw]:
    """The matters of a message without a list: a line each, or a line that goes on with the one above.

    A question, an answer and what came of a matter belong to what the chat is about.
    """
    raised: list[Raw] = []
    for number in (message.number, *message.lines):
        line = walk.body.get(number, "")
        text = line[message.sender.end :] if number == message.number else line
        if number in walk.aside or not text.strip() or is_thing(text):
            continue
        if _is_of_thread(number, text, message, walk, thread, raised):
            continue
        if not raises(text, community) or _answers(message, text, walk, community):
            if not (is_reply(text) or raised):
                thread.drifts(text)
            continue
        if raised and message.number != raised[-1].lines[-1] == number - 1 and not find_place(text, community):
            raised[-1].text = joined(raised[-1].text, text, clause=True)
            raised[-1].lines.append(number)
        else:
            raised += apart(Raw(text.strip(), line, [number], loose=True), community)
        thread.about(raised)
        _take_out(number, message, walk)
    return raised


def _is_of_thread(number: int, text: str, message: Message, walk: Gathered, thread: Thread, raised: list[Raw]) -> bool:
    """Whether a line answers, or asks, what the chat is about; a question may name a matter of its own."""
    resident = message.sender.reporter if message.sender.is_resident else None
    matters = [*walk.issues[-NEAR:], *walk.raised[-NEAR:], *raised][-NEAR:]
    if not resident and _answers_each(number, text, matters, thread, _besides(number, message, walk)):
        return True
    if len(text) <= LONGEST and (raw := thread.answered(text, resident, matters)):
        raw.text = joined(raw.text, text, clause=True)
        raw.lines.append(number)
        _take_out(number, message, walk)
        return True
    if thread.asked and (told := thread.tells_one(text)):
        _take_question(thread.asked, walk)
        told.lines.append(number)
        _raise(told, number, message, walk, thread, raised)
        return True
    asks = not resident or (thread.sure and len(text.strip()) <= _SHORT and not find_place(text, thread.community))
    question = thread.asks(text, number, matters) if asks else None
    own = resident and question and question.raw is None and wishes(text) and thread.senses(text).things
    if question and (own or thread.names_one(question)):
        _raise(Raw(text.strip(), text, [number], loose=True), number, message, walk, thread, raised)
        thread.asked = question
    return question is not None


def _besides(number: int, message: Message, walk: Gathered) -> str:
    """The other lines of a message."""
    return "\n".join(walk.body.get(n, "") for n in message.lines if n != number)


def _answers_each(number: int, text: str, matters: list[Raw], thread: Thread, besides: str) -> bool:
    """Whether one message tells what came of several matters; it stays in the body as well, it is of none alone."""
    each = thread.answers_each(text, matters, besides)
    thread.put(each)
    for raw in {id(raw): raw for _, raw in each}.values():
        raw.lines.append(number)
    return bool(each)


def _raise(raw: Raw, number: int, message: Message, walk: Gathered, thread: Thread, raised: list[Raw]) -> None:
    """A matter that a question told, alone or with its answer."""
    raised.append(raw)
    thread.about([raw])
    _take_out(number, message, walk)


def _take_question(question: Question, walk: Gathered) -> None:
    """Take the question that is told with its answer out of the body; who asked stays."""
    line = walk.body[question.number]
    walk.body[question.number] = line[: len(line) - len(question.text)]


def is_reply(text: str) -> bool:
    """Whether what somebody said only answers the others."""
    return bool(_REPLY.match(_CALLED.sub("", text)))


_IN_BRIEF = pattern("(?![不没])[\u4e00-\u9fff]{1,2}[坏漏堵断破裂臭吵黑脏响灭枯占]了?")
"""What is wrong, in two or three letters: 灯坏了; not 不知道, 没空."""


def _may_raise(text: str) -> bool:
    return 4 <= len(text) <= LONGEST or bool(_IN_BRIEF.fullmatch(text))


def raises(text: str, community: Community) -> bool:
    """Whether what somebody said is a matter: no reply, no thanks, no question to the others."""
    if not _may_raise(text.strip()) or is_remark(text) or is_thing(text) or is_reply(text):
        return False
    place = find_place(text, community)
    if wishes(text):
        return True
    if not place:
        return complains(_ASKS.sub("", aligned(text)) if _WHO.search(text) else text)
    return sounds_like_one(text, place) and (complains(text) or not _ASKS.search(aligned(text)))


def _answers(message: Message, text: str, walk: Gathered, community: Community) -> bool:
    """Whether one of the staff tells what is done about the matters above: no place, or nothing wrong, is named."""
    things = sense_of(aligned(text)).things
    if message.sender.is_resident or not things or (find_place(text, community) and complains(text)):
        return False
    return things <= walk.things


def _take_out(number: int, message: Message, walk: Gathered) -> None:
    if number == message.number:
        walk.body[number] = walk.body[number][: message.sender.end].strip()
    else:
        del walk.body[number]


def _was_there(message: Message, walk: Gathered) -> None:
    """Who of the settings' people found something on the way walked along, where nobody is named."""
    if "walkers" in walk.facts:
        return
    before = walk.weak.get("walkers")
    names = before.value if before and isinstance(before.value, tuple) else ()
    if message.sender.who not in names:
        names = (*names, message.sender.who)
        walk.weak["walkers"] = Fact("walkers", names, "、".join(names), message.number, False)


def _drop_sender(message: Message, walk: Gathered, raised: list[Raw]) -> None:
    """Take the sender's line out of the body where all it says is kept elsewhere and nothing stands below it."""
    line = walk.body.get(message.number, "")
    if any(n in walk.body for n in message.lines) or line[message.sender.end :].strip():
        return
    who = message.sender.who
    named = {n for kind in ("walkers", "companions") for n in walk.fact(kind) or ()}
    if (raised and all(raw.values.get("reporter") == who for raw in raised)) or who in named:
        walk.body.pop(message.number, None)
        walk.told.append(Fact("sender", who, line.strip(), message.number))


def _take_quotes(walk: Gathered) -> list[Raw]:
    """``「7号楼王大爷:有人烧纸」`` and the answer below the strokes: one matter, told and dealt with."""
    raised: list[Raw] = []
    for number in sorted(n for n, line in walk.body.items() if line.lstrip()[:1] in ("「", "『")):
        found = _QUOTED.match(aligned(walk.body.get(number, "")))
        if found is None or number in walk.aside or not is_address(found["who"]):
            continue
        line = walk.body[number]
        text, who = line[slice(*found.span("text"))], line[slice(*found.span("who"))]
        if is_remark(text) or is_reply(text) or len(text) < 4:
            continue
        raw = Raw(text, line, [number], loose=True, values={"reporter": who})
        del walk.body[number]
        _with_answer(raw, walk)
        raised.append(raw)
    return raised


def _with_answer(raw: Raw, walk: Gathered) -> None:
    """The stroke below a quotation goes, the line below that is what was answered."""
    stroke = raw.lines[0] + 1
    if not _STROKES.match(aligned(walk.body.get(stroke, ""))) or not walk.body.get(stroke, "").strip():
        return
    del walk.body[stroke]
    answer = walk.body.get(stroke + 1, "")
    if answer.strip() and not _QUOTED.match(aligned(answer)) and len(answer) <= LONGEST:
        raw.text, raw.lines = joined(raw.text, answer, clause=True), [raw.lines[0], stroke + 1]
        del walk.body[stroke + 1]
