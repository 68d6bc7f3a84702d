"""Matters at the keyboard: one line of suggestion for each, taken with Enter or changed with one key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from minqing.classify.sentence.marks import Marks, marks
from minqing.classify.suggest import Suggestion
from minqing.cli.commands.common import category_names
from minqing.cli.commands.composing import Told, hint_for, issue_from
from minqing.cli.context import Context
from minqing.cli.keyboard.question import Question, is_back, is_nothing, matching
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.repeats import offer_repeat
from minqing.cli.talk.rewording import unsuggested
from minqing.domain.errors import MinqingError
from minqing.domain.model import TIERS, Issue
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.messages import say
from minqing.text.normal import folded, half_width
from minqing.text.synonyms import TIERS_SAID, meant

FIELD_KEYS = {
    "t": "tier", "c": "category", "p": "place", "w": "reporter", "o": "owner", "d": "due", "s": "settled",
}  # fmt: skip
"""What each key changes, in the order of the line."""

SUGGESTED = ("category", "tier")
"""Parts that are pinned as they were suggested once a matter is taken."""

WIDEST, ROOM_FOR_A_KEY = 80, 3
"""Columns of a line of suggestion where no terminal says otherwise, and those left free behind it: a blank, the key and
the cursor."""

MARKS = "!！#＃@＠"
"""What a mark begins with, as any input method writes it."""

AS_ANOTHER = 4
"""Characters from which on a text typed at a suggestion is the next matter, and no slip of a key."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What came of a suggestion: the matter, and whether its sentence is wanted again (``back``).

    ``following`` is a next matter typed already, or what was typed of the sentence; ``key`` a key of the caller's.
    """

    told: Told
    following: str = ""
    key: str = ""
    back: bool = False


def agree(
    desk: TalkDesk, told: Told, day: date, kind: str, *, kept: Callable[[Told], None], first: str = "",
    prompt: Sequence[str] = (), keys: str = "", guesses: bool = True,
) -> Agreed:  # fmt: skip
    """One matter until it is taken: what is unsure is asked (``guesses``), a repeat shown, then its suggestion.

    ``kept`` is told of every change, so that an interruption loses none. ``first``: a part that is to be changed
    before anything. ``prompt`` stands behind the line instead of the usual; further ``keys`` are answered to the
    caller.
    """
    offered = offer_repeat(desk, told, day, kind)
    if offered is None:
        return Agreed(told, back=True)
    told = offered
    if told.follows:
        return Agreed(told)
    if first:
        told = change_field(desk, told, FIELD_KEYS[first], day, kind)
    elif guesses:
        told = ask_unsure(desk, told, day, kind)
    desk.explain("asking.keys")
    if "k" in keys:
        desk.explain("asking.keys-of-one")
    while True:
        kept(told)
        line = suggestion_line(desk, told, day, kind, *(prompt or (say("asking.take-it"),)))
        given = desk.ask(Question(line, keys="".join(FIELD_KEYS) + keys + "<"))
        key = field_key(given) or half_width(given).lower()
        if not given:
            return Agreed(_pinned(desk, told, day, kind))
        if is_back(given):
            return Agreed(told, back=True)
        if key in FIELD_KEYS:
            told = change_field(desk, told, FIELD_KEYS[key], day, kind)
        elif key and key in keys:
            return Agreed(_pinned(desk, told, day, kind), key=key)
        elif (changed := by_word(desk, told, given, day)) is not None:
            told = changed
        elif len(given) >= AS_ANOTHER:
            return Agreed(told, given, back=True) if prompt else Agreed(_pinned(desk, told, day, kind), given)
        else:
            desk.tell(say("asking.no-such-key", given=given))


def field_key(given: str) -> str:
    """The key of the part that ``given`` names, by key or, as an input method writes it, by word; else nothing."""
    words = dict(zip(say("asking.fields").split(), FIELD_KEYS, strict=True))
    plain = half_width(given).strip().lower()
    return plain if plain in FIELD_KEYS else words.get(plain, "")


TAKES_OUT = ("-", "—", "——")
"""What takes a matter out where its sentence is asked for, in half-width forms."""


def meant_behind(given: str, title: str) -> str:
    """What was typed where the sentence ``title`` stands in the line: of a key or ``-`` behind it that alone."""
    rest = half_width(given.removeprefix(title)).strip().lower()
    ends_in_letters = title[-1:].isascii() and title[-1:].isalnum()
    alone = rest in TAKES_OUT or (rest in FIELD_KEYS and not ends_in_letters)
    return rest if title and given.startswith(title) and alone else given


def _pinned(desk: TalkDesk, told: Told, day: date, kind: str) -> Told:
    """The matter as it was taken: what was seen is what is written, whatever the model learns meanwhile."""
    hint = hint_for(desk.context, told, day, kind)
    taken = tuple(name for name in SUGGESTED if getattr(told, name) is None)
    return replace(told, category=hint.category, tier=hint.tier, suggested=(*told.suggested, *taken))


def suggestion_line(desk: TalkDesk, told: Told, day: date, kind: str, *more: str) -> str:
    """One matter as it would be written, each part behind its key, and ``more``; a narrow terminal breaks the line."""
    from minqing.cli.drawing import packed

    hint = hint_for(desk.context, told, day, kind)
    issue = issue_from(desk.context, told, day, 1, kind, hint)
    parts = [f"{key} {value}" for key, name in FIELD_KEYS.items() if (value := _shown(desk, issue, hint, name, day))]
    return packed((*parts, *more), (desk.context.screen.columns or WIDEST) - ROOM_FOR_A_KEY)


def _shown(desk: TalkDesk, issue: Issue, hint: Suggestion, name: str, day: date) -> str:
    """A part of the line; a question mark behind what is unsure."""
    if name == "settled":
        return say("log.on-the-spot") if issue.progress else ""
    if name in ("place", "reporter") and not getattr(issue, name):
        return ""
    if name == "due":
        return f"{issue.due:%m-%d}" if issue.due and issue.due.year == day.year else str(issue.due or "-")
    value = getattr(issue, name)
    if name == "tier" and value:
        value = say(f"words.{value}")
    elif name == "category" and value:
        value = category_names(desk.context).get(value, value)
    return f"{value or '-'}{'?' if name in hint.unsure else ''}"


def ask_unsure(desk: TalkDesk, told: Told, day: date, kind: str) -> Told:
    """Ask for what the suggestion is unsure of instead of guessing; Enter takes the likeliest."""
    for name in ("category", "tier"):
        if name in hint_for(desk.context, told, day, kind).unsure:
            told = change_field(desk, told, name, day, kind, unsure=True)
    return told


def change_field(desk: TalkDesk, told: Told, name: str, day: date, kind: str, *, unsure: bool = False) -> Told:
    """One part of a matter asked for anew; ``<`` leaves it as it is."""
    if name == "settled":
        return replace(unsuggested(told, "tier"), closed=not told.closed, unsettled=told.closed)
    hint = hint_for(desk.context, told, day, kind)
    issue = issue_from(desk.context, told, day, 1, kind, hint)
    text, default, choices, read = CHANGES[name](desk, issue, hint, day)
    text = say("asking.unsure", why=_why(hint, name), question=text) if unsure else text
    while True:
        given = desk.ask(Question(text, default, choices))
        if is_back(given):
            return told
        try:
            read_as: Any = read(given)
            if name == "due" and read_as < day:
                raise MinqingError("log.due-before", due=read_as, day=day)
            return _with_part(told, name, read_as)
        except MinqingError as error:
            desk.refused(error)


def _with_part(told: Told, name: str, value: Any) -> Told:
    """A matter with a part that was chosen: it is no suggestion any more, and what was suggested for it follows."""
    stale = (name, "tier") if name == "category" else (name,)
    return replace(unsuggested(told, *stale), **{name: value})


def _why(hint: Suggestion, name: str) -> str:
    """The reason a category or tier is suggested for, in words."""
    codes = ("category", "no-category") if name == "category" else ("tier",)
    said = [say(f"classify.{code}", **params) for code, params in hint.because if code.startswith(codes)]
    return f"({said[0]})" if said else ""


def listed_choice(
    desk: TalkDesk, question: str, words: dict[str, str], default: str, otherwise: Callable[[str], str]
) -> str | None:
    """One of a few words by its number, itself or a part of it, else as ``otherwise`` reads it; ``None`` for ``<``."""
    read = _reader(words, otherwise)
    while not is_back(given := desk.ask(Question(say(question, offered=_numbered(words)), default, tuple(words)))):
        try:
            return str(read(given))
        except MinqingError as error:
            desk.refused(error)
    return None


Change = tuple[str, str, tuple[str, ...], Callable[[str], object]]
"""The question for a part of a matter, its default, what is offered, and how the answer is read."""


def _tier(desk: TalkDesk, issue: Issue, hint: Suggestion, day: date) -> Change:
    words = {say(f"words.{tier}"): tier for tier in TIERS}
    return (
        say("asking.tier", offered=_numbered(words)),
        say(f"words.{issue.tier}"),
        tuple(words),
        _reader(words, lambda given: _known_tier(given)),
    )


def _known_tier(given: str) -> str:
    found = meant(given, TIERS_SAID)
    if found is None:
        raise MinqingError("cli.no-tier", value=given)
    return found


def _category(desk: TalkDesk, issue: Issue, hint: Suggestion, day: date) -> Change:
    from minqing.cli.commands.verbs import category_id

    names = category_names(desk.context)
    likely = [id for id in hint.categories if id in names] or [issue.category or "other"]
    words = {names[id]: id for id in (*likely, *(id for id in names if id not in likely))}
    offered = list(words)[: len(likely)] if len(likely) > 1 else list(words)
    default = names.get(issue.category or "", "")
    read = _reader(words, lambda given: category_id(desk.context, given), len(offered))
    return say("asking.category", offered=_numbered(offered)), default, tuple(words), read


def _numbered(words: Iterable[str]) -> str:
    return " ".join(f"{n}{'=' * word[:1].isdigit()}{word}" for n, word in enumerate(words, 1))  # 4=12345


def _reader(words: dict[str, str], otherwise: Callable[[str], str], numbered: int = 0) -> Callable[[str], object]:
    """Reads a number of the list, a word of it or an unmistakable part of one, else ``otherwise``.

    ``numbered``: how many of the words were shown with a number, where not all were; no other number is meant.
    """

    def read(given: str) -> str:
        plain = half_width(given)
        if plain.isascii() and plain.isdigit() and 0 < int(plain) <= (numbered or len(words)):
            return list(words.values())[int(plain) - 1]
        found = [word for word in words if folded(word) == folded(given)] or matching(tuple(words), given)
        return words[found[0]] if given and len(found) == 1 else otherwise(given)

    return read


def _due(desk: TalkDesk, issue: Issue, hint: Suggestion, day: date) -> Change:
    return say("asking.due"), str(issue.due or ""), (), lambda given: due_day(desk, given, day)


_DEED = pattern("(?<=.)(?:办完|办好|办结|办|完成|解决|修好|弄好|处理完|处理)$")
"""What is to be done by a day: 周五前办完. The day is all that is asked for."""


def due_day(desk: TalkDesk, given: str, day: date) -> date:
    """A due date as typed for a matter of ``day``: 下周三 is counted from there, as it was said there.

    What would be over by today was meant from today: 明天, typed three days later. Where the two are different days
    it is said which was taken. Raises ``MinqingError`` for what is no day.
    """
    from minqing.text.dates import parse_until

    given = _DEED.sub("", given.strip()) or given
    now = parse_until(given, desk.context.today)
    if day >= desk.context.today:
        return now
    then = parse_until(given, day)
    due = then if then >= desk.context.today else now
    if then != now:
        desk.tell(say("asking.due-from", due=due, day=day if due == then else desk.context.today))
    return due


def _text_of(name: str) -> Callable[[TalkDesk, Issue, Suggestion, date], Change]:
    def change(desk: TalkDesk, issue: Issue, hint: Suggestion, day: date) -> Change:
        choices = desk.names(name) if name != "reporter" else tuple(say("asking.reporters").split())
        return say(f"asking.{name}"), getattr(issue, name) or "", choices, lambda given: _words(given, choices)

    return change


def _words(given: str, offered: Iterable[str]) -> str:
    """A name as typed; ``-`` is none. Raises ``MinqingError`` for a letter that is none: a key pressed too often."""
    if len(given) == 1 and given.isascii() and given.isalnum() and given not in offered:
        raise MinqingError("asking.one-letter", given=given)
    return "" if is_nothing(given) else given


def _owner(desk: TalkDesk, issue: Issue, hint: Suggestion, day: date) -> Change:
    names = desk.names("owner")

    def read(given: str) -> str:
        """A name of the list by an unmistakable part of it, which is said; any other as it was typed."""
        typed = _words(given, names)
        found = matching(names, typed) if typed and typed not in names else []
        if len(found) != 1:
            return typed
        desk.tell(say("asking.whole-name", given=typed, name=found[0]))
        return found[0]

    return say("asking.owner"), issue.owner or "", names, read


CHANGES: dict[str, Callable[[TalkDesk, Issue, Suggestion, date], Change]] = {
    "tier": _tier, "category": _category, "place": _text_of("place"), "reporter": _text_of("reporter"),
    "owner": _owner, "due": _due,
}  # fmt: skip
"""How each part of a matter is asked for."""


def by_word(desk: TalkDesk, told: Told, given: str, day: date) -> Told | None:
    """A tier, a category or a day typed outright changes it too, and so do marks; ``None`` where it is none of them."""
    tier = TIERS_SAID.get(folded(given))
    if tier:
        return _with_part(told, "tier", tier)
    names = {folded(name): id for id, name in category_names(desk.context).items()}
    id = names.get(folded(given))
    if id:
        return _with_part(told, "category", id)
    marked = only_marks(desk.context, given)
    if marked is not None:
        for name in ("category", "tier", "owner"):
            if getattr(marked, name):
                told = _with_part(told, name, getattr(marked, name))
        return told
    return _with_day(desk, told, given, day)


def _with_day(desk: TalkDesk, told: Told, given: str, day: date) -> Told | None:
    try:
        due = due_day(desk, given, day)
    except MinqingError:
        return None
    if due < day:
        desk.refused(MinqingError("log.due-before", due=due, day=day))
        return told
    return _with_part(told, "due", due)


def only_marks(context: Context, given: str) -> Marks | None:
    """What a text of nothing but marks (``!大事 @绿化队``) says; ``None`` for one that is a matter."""
    said = marks(given, context.workspace.community)
    named = said.title == given.strip() and given.strip()[:1] in MARKS
    return said if named and (said.category or said.tier or said.owner) else None
