"""The plan as the commits in which it was written: numbers, hours, and each file as it then was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from minqing.demo.chance import Chance
from minqing.demo.ground import FIRST, NAME, STAFF, Member, settings_days, settings_text, writer_on
from minqing.demo.matters import Matter, Step
from minqing.demo.sheets import Sheet
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass, field, replace
from minqing.history.commit import message
from minqing.history.hand_edits import ACTION as HAND_EDIT
from minqing.history.hand_edits import subject as hand_subject
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD
from minqing.text.write import Spelling, issue_item, new_entry
from minqing.workspace.find import SETTINGS_FILE

BEIJING = timezone(timedelta(hours=8))
LANGUAGE = "zh"

Subject = Callable[[str, Entry, Issue | None], str]
"""The words of a commit for an action on an entry or on an issue of it; the interface's own sentences."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One change: when, by whom, its whole message, and the files it wrote."""

    when: datetime
    by: Member
    words: str
    files: tuple[tuple[str, bytes], ...]


class Page:
    """A diary file as it grows: its facts and body fixed, its issues and their lines appended."""

    def __init__(self, entry: Entry, spelling: Spelling, names: Mapping[str, str]) -> None:
        self.path = entry.path
        self._spelling = spelling
        text = new_entry(replace(entry, issues=()), LANGUAGE, names).decode()
        end = text.index("\n---\n") + 1
        self._head, self._rest = text[:end], text[end:]
        self._blocks: dict[str, list[str]] = {}

    def raise_issue(self, issue: Issue) -> None:
        """Append an issue."""
        self._blocks[issue.id] = [f"  {line}" for line in issue_item(issue, self._spelling).block]

    def add_lines(self, issue: str, lines: Sequence[Progress], first: bool) -> None:
        """Append lines of progress to an issue that has none yet (``first``) or some."""
        block = self._blocks[issue]
        if first:
            block.append(f"    {self._spelling.key(ISSUE_BY_WORD['progress'])}:")
        block += [f"      - {self._spelling.line(line)}" for line in lines]

    def content(self) -> bytes:
        """The file as it is now."""
        lines = [line for block in self._blocks.values() for line in block]
        listed = [f"{self._spelling.key(ENTRY_BY_WORD['issues'])}:", *lines, ""] if lines else []
        return (self._head + "\n".join(listed) + self._rest).encode()


@dataclass(slots=True)
class _Event:
    """Something written at an hour: a whole entry, one matter into it, or a step of a matter."""

    when: datetime
    sheet: Sheet
    matter: Matter | None = None
    step: Step | None = None


@dataclass(slots=True)
class Book:
    """All commits of a plan, in order of time."""

    sheets: Sequence[Sheet]
    names: Mapping[str, str]
    subject: Subject
    name: str = NAME
    chance: Chance = field(default_factory=lambda: Chance("hours"))

    def commits(self) -> Iterator[Commit]:
        """The commits after the first one; every issue gets its number on the way."""
        events = sorted(self._events(), key=lambda event: event.when)
        _number(events)
        settings = [_settings_commit(day, self.name) for day in settings_days()]
        pages: dict[str, Page] = {}
        for event in events:
            while settings and settings[0].when <= event.when:
                yield settings.pop(0)
            yield self._commit(event, pages)

    def __len__(self) -> int:
        """How many commits there will be."""
        written = sum(1 if sheet.is_logged else len(sheet.matters) for sheet in self.sheets)
        steps = sum(len(matter.steps) for sheet in self.sheets for matter in sheet.matters)
        return written + steps + len(settings_days())

    # when

    def _events(self) -> Iterator[_Event]:
        for sheet in self.sheets:
            hour = self._hour(sheet)
            if sheet.is_logged:
                yield _Event(hour, sheet)
            for matter in sheet.matters:
                if not sheet.is_logged:
                    yield _Event(hour, sheet, matter)
                yield from self._steps(sheet, matter, hour)
                hour += timedelta(seconds=0 if sheet.is_logged else self.chance.between(240, 2400))

    def _hour(self, sheet: Sheet) -> datetime:
        """When an entry was written: a walk in the afternoon, a second one at night, a visit at the day's end."""
        entry = sheet.entry
        if entry.kind == "walk":
            first, last = ("20:50", "21:40") if entry.route is None else ("14:05", "16:40")
        else:
            first, last = ("16:50", "17:50") if sheet.is_logged else ("09:05", "11:50")
        return self._between(entry.date, first, last)

    def _between(self, day: date, first: str, last: str) -> datetime:
        start, end = (datetime.combine(day, time.fromisoformat(t), BEIJING) for t in (first, last))
        return start + timedelta(seconds=self.chance.below(int((end - start).total_seconds())))

    def _steps(self, sheet: Sheet, matter: Matter, hour: datetime) -> Iterator[_Event]:
        """A matter's steps in working hours, each after the one before."""
        for step in matter.steps:
            wanted = self._between(step.day, "13:10" if step.day.weekday() == 0 else "09:10", "17:40")
            hour = max(wanted, hour + timedelta(seconds=self.chance.between(70, 900)))
            if hour.date() > step.day:  # the day is over: in its last minutes
                hour = datetime.combine(step.day, time(23, 59, 59), BEIJING)
            yield _Event(hour, sheet, matter, step)

    # what

    def _commit(self, event: _Event, pages: dict[str, Page]) -> Commit:
        entry = event.sheet.entry
        page = pages.get(entry.path)
        if page is None:
            page = pages[entry.path] = Page(entry, Spelling(LANGUAGE, self.names), self.names)
        if event.matter and event.step:
            return self._step_commit(event, event.matter, event.step, page)
        raised = [event.matter] if event.matter else event.sheet.matters
        issues = tuple(_issue(matter) for matter in raised)
        for issue in issues:
            page.raise_issue(issue)
        action, about = ("add", issues[0]) if event.matter else ("log", None)
        subject = self.subject(action, replace(entry, issues=issues), about)
        return self._made(event, event.sheet.by, message(subject, [action], [i.id for i in issues]), page)

    def _step_commit(self, event: _Event, matter: Matter, step: Step, page: Page) -> Commit:
        lines = [_pointed(line, matter) for line in step.lines]
        first = matter.settled is None and step is matter.steps[0]
        page.add_lines(matter.id, lines, first)
        action = lines[0].verb
        subject = self.subject(action, event.sheet.entry, _issue(matter))
        return self._made(event, step.by, message(subject, [action], [matter.id]), page)

    @staticmethod
    def _made(event: _Event, by: str, words: str, page: Page) -> Commit:
        return Commit(event.when, _member(by), words, ((page.path, page.content()),))


def first_commit(words: str, files: Sequence[tuple[str, bytes]]) -> Commit:
    """The commit that starts the diary, on the morning of the first Monday."""
    return Commit(datetime.combine(FIRST, time(8, 5), BEIJING), STAFF[0], words, tuple(files))


def _number(events: Sequence[_Event]) -> None:
    """Give every issue its id: 1 + the highest one of its day at the time it was written."""
    taken: Counter[date] = Counter()
    for event in events:
        if event.step is None:
            for matter in [event.matter] if event.matter else event.sheet.matters:
                taken[matter.day] += 1
                matter.id = f"{matter.day:%Y%m%d}-{taken[matter.day]}"


def _issue(matter: Matter) -> Issue:
    """The issue as it was raised."""
    return Issue(
        matter.id, matter.title, matter.place or None, matter.who, matter.source, matter.category, matter.tier,
        matter.owner, matter.due, matter.households, matter.ticket,
        Decimal(matter.yuan) if matter.yuan is not None else None,
        progress=(matter.settled,) if matter.settled else (),
    )  # fmt: skip


def _pointed(line: Progress, matter: Matter) -> Progress:
    """The line with the id of the issue it points to, which is known only now."""
    return replace(line, argument=matter.same_as.id) if line.verb == "duplicate" and matter.same_as else line


def _settings_commit(day: date, name: str) -> Commit:
    """Somebody came or went: the settings edited by hand that morning."""
    words = message(hand_subject([SETTINGS_FILE], LANGUAGE), [HAND_EDIT], [])
    when = datetime.combine(day, time(8, 12), BEIJING)
    return Commit(when, writer_on(day), words, ((SETTINGS_FILE, settings_text(day, name).encode()),))


def _member(name: str) -> Member:
    return next((member for member in STAFF if member.name == name), STAFF[0])
