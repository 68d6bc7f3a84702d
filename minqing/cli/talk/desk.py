"""What the conversation knows and asks with: the keyboard, the community's names, earlier walks and issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from decimal import Decimal
from functools import cached_property

from minqing.cli.asking import NO, YES
from minqing.cli.context import Context
from minqing.cli.keyboard.question import Keyboard, Question, is_back
from minqing.cli.lengths import step_length, walks_of
from minqing.domain.errors import MinqingError
from minqing.domain.model import Entry
from minqing.domain.values import replace
from minqing.messages import say

LONGEST_ANSWER = 500_000
"""Characters of an answer; a walk's notes have a few thousand, what is longer was pasted by mistake."""

LONGEST_WORD = 20
"""Characters of an answer where a key is asked for; what is longer was meant for another question."""


class TalkDesk:
    """One conversation at the keyboard."""

    def __init__(self, context: Context, keyboard: Keyboard | None = None) -> None:
        self.context = context
        self._keyboard = keyboard
        self._explained: set[str] = set()
        self.half: dict[str, str] = {}
        """What was being typed when an earlier conversation ended, by its question."""

        self.keep_half: Callable[[dict[str, str]], None] | None = None
        """Keeps what is being typed."""

        self._chores: list[Callable[[Context], object]] = []

        self.about = ""
        """What the next thing said or asked is about, where it is not what was just typed; said once."""

    @cached_property
    def keyboard(self) -> Keyboard:
        """The keyboard, opened when the first question is asked."""
        from minqing.cli.keyboard.opened import open_keyboard

        return self._keyboard or open_keyboard(self.context.env)

    def prepare(self) -> None:
        """Read the diary before the first question, and the rest while the person thinks about the next ones."""
        if self.context.diary:
            self._chores = list(CHORES)

    def _chore(self) -> bool:
        """Make one more thing ready; whether more is left."""
        if self._chores:
            with suppress(MinqingError):  # it is said where the thing is wanted
                self._chores.pop(0)(self.context)
        return bool(self._chores)

    def be_ready(self) -> None:
        """Make the rest ready at once: a pause after Enter is noticed less than one between two keys."""
        while self._chore():
            pass

    def ask(self, question: Question) -> str:
        """The answer to a question; what was typed of it when the conversation ended stands in the line."""
        self._name_subject()
        question = replace(question, idle=self._chore) if self._chores else question
        told = (question.pastes or question.edited) and not (question.keys.isdigit() or question.fresh)
        question = self._kept_while_typed(question) if told else question
        while len(given := self.keyboard.ask(question)) > LONGEST_ANSWER:
            self._refuse_long(given)
        if self.keep_half:
            self.keep_half({})
        return given

    def _refuse_long(self, given: str) -> None:
        """What cannot be taken is kept, as it may stand nowhere else."""
        from minqing.cli.commands.note_files import keep_typed

        self.tell(say("asking.too-long", size=len(given), most=LONGEST_ANSWER))
        keep_typed(self.context, given.encode("utf-8", "replace"))

    def _kept_while_typed(self, question: Question) -> Question:
        begun, keep = self.half.pop(question.text, ""), self.keep_half
        if begun:
            question = replace(question, default=begun, begun=True)
        if keep is None:
            return question
        return replace(question, typing=lambda typed: keep(_unfinished(question, typed)))

    def chosen(
        self, text: str, keys: str, default: str, *, later: bool = False, pastes: bool = False, back: bool = False
    ) -> str:
        """One of ``keys``; Enter alone is ``default``, anything else is asked again. ``later``: see ``Question``.

        With ``pastes`` several lines are the answer as they are; otherwise what is more than a word is kept aside.
        ``back``: ``<`` is an answer, too.
        """
        question = Question(text, keys=keys + "<" * back, later=later, pastes=pastes, back=back)
        while given := self.ask(question):
            if back and is_back(given):
                return "<"
            word = given.lower()
            word = "y" if word in YES else "n" if word in NO else word
            if word in tuple(keys):
                return word
            if pastes and "\n" in given:
                return given
            if len(given) > LONGEST_WORD:
                self.set_aside(given)
            self.tell(say("asking.which-key", keys="/".join(keys)))
        return default

    def set_aside(self, pasted: str) -> None:
        """Keep what was pasted where only a key was asked for: it may stand nowhere else."""
        from minqing.cli.commands.note_files import keep_typed

        keep_typed(self.context, pasted.encode("utf-8", "replace"))

    def tell(self, text: str) -> None:
        """Say something beside the questions."""
        self._name_subject()
        self.context.screen.message(text)

    def _name_subject(self) -> None:
        about, self.about = self.about, ""
        if about:
            self.context.screen.message(about)

    def explain(self, key: str) -> None:
        """Say a sentence the first time it is of use."""
        if key not in self._explained:
            self._explained.add(key)
            self.tell(say(key))

    def refused(self, error: MinqingError) -> None:
        """Say why an answer cannot be taken."""
        from minqing.cli.refusals import told

        told(error)

    @cached_property
    def walks(self) -> list[Entry]:
        """The walks of the last year, the newest first."""
        return walks_of(self.context)

    @property
    def last_walk(self) -> Entry:
        """The newest walk; an empty one where there is none."""
        return self.walks[0] if self.walks else Entry(self.context.today)

    @cached_property
    def step_length(self) -> Decimal:
        """Metres a step: what the community's own walks measure, else the usual."""
        return step_length(self.walks)

    def names(self, what: str) -> tuple[str, ...]:
        """What is offered for people, companions, visits, routes, places and owners, the likeliest first."""
        return distinct(SOURCES[what](self))


def _know_places(context: Context) -> object:
    from minqing.classify.sentence.places import find_place

    return find_place("5号楼", context.workspace.community)


def _know_repeats(context: Context) -> object:
    return context.earlier.of("5号楼路灯不亮", "5号楼")


def _know_suggestions(context: Context) -> object:
    from minqing.cli.commands.composing import Told, hint_for

    return hint_for(context, Told("5号楼路灯不亮"), context.today, "walk")


def _know_meanings(_: Context) -> object:
    from minqing.classify.models.encoder import builtin_encoder

    return builtin_encoder()


CHORES: tuple[Callable[[Context], object], ...] = (_know_places, _know_repeats, _know_suggestions, _know_meanings)
"""What a matter that is typed needs at once, and takes some tenths of a second to have: see ``prepare``."""


def _unfinished(question: Question, typed: str) -> dict[str, str]:
    """The line by its question; nothing where only the default stands in it."""
    return {question.text: typed} if typed and (question.begun or typed != question.default) else {}


def distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    """Names without doubles, in the order they come."""
    return tuple(dict.fromkeys(name for name in names if name))


def _walkers(desk: TalkDesk) -> Iterable[str | None]:
    return (*(n for e in desk.walks for n in e.walkers), *(p.name for p in desk.context.workspace.community.people))


def _companions(desk: TalkDesk) -> Iterable[str | None]:
    bodies = (c.body for c in desk.context.workspace.community.categories.values())
    return (*(n for e in desk.walks for n in e.companions), *bodies)


def _visits(desk: TalkDesk) -> Iterable[str | None]:
    rota = desk.context.workspace.community.rota
    return (*(v.name for v in rota), *(n for e in desk.walks for n in e.visits))


def _routes(desk: TalkDesk) -> Iterable[str | None]:
    return (*desk.context.workspace.community.routes, *(e.route for e in desk.walks))


def _places(desk: TalkDesk) -> Iterable[str | None]:
    community = desk.context.workspace.community
    stops = (stop for route in community.routes.values() for stop in route)
    return (*(b.name for b in community.buildings), *stops, *(i.place for e in desk.walks for i in e.issues))


def _owners(desk: TalkDesk) -> Iterable[str | None]:
    from minqing.classify.owners import COMPANY, owner_for

    community = desk.context.workspace.community
    pairs = ((tier, category) for tier in ("medium", "large", "small") for category in community.categories)
    used = (issue.owner for walk in desk.walks for issue in walk.issues)
    return (*(owner_for(tier, category, community) for tier, category in pairs), COMPANY, *used)


def _nothing(desk: TalkDesk) -> Iterable[str | None]:
    return ()


def _weather(desk: TalkDesk) -> Iterable[str | None]:
    return say("asking.weathers").split()


SOURCES = {
    "walkers": _walkers, "companions": _companions, "visits": _visits, "route": _routes, "place": _places,
    "owner": _owners, "weather": _weather, "date": _nothing, "time": _nothing, "steps": _nothing, "km": _nothing,
    "cleaned": _nothing,
}  # fmt: skip
"""Where the names come from that are offered for an answer."""
