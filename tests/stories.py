"""Stories of colleagues who write and synchronise in any order, and what must hold at their end."""

from __future__ import annotations

import random
import re
import shutil
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from team import Person, Team

WALK = "---\n日期: {day}\n时间: 0{hour}:30-11:40\n参加: [{who}]\n事项:\n  - 编号: {id}\n    事由: {title}\n---\n"
DESK = "---\n日期: {day}\n类型: 接待\n事项:\n  - 编号: {id}\n    事由: {title}\n---\n"
TOKEN = re.compile(r"[甲乙丙]\d+词")


class Story:
    """What is done, by whom, told by numbers; remembers every word that must be found again."""

    def __init__(self, people: list[Person]) -> None:
        self.people = people
        self.count = 0
        self.words: set[str] = set()
        self.due: set[str] = {"2026-11-23"}
        self.merges = 0

    def word(self, who: int) -> str:
        self.count += 1
        self.words.add(made := f"{'甲乙丙'[who]}{self.count}词")
        return made

    def act(self, who: int, what: str, pick: int) -> None:
        """One action of one person; ``pick`` chooses where."""
        person = self.people[who]
        if what == "sync":
            self.merges += bool(person.sync("theirs").merge)
            return
        getattr(self, f"_{what}")(who, person, pick)

    def settle(self) -> None:
        """Everybody synchronises until nothing is new any more."""
        for person in (*self.people, *self.people):
            self.merges += bool(person.sync("theirs").merge)

    def _file(self, person: Person, pick: int) -> str:
        files = sorted(person.diary())
        return files[pick % len(files)]

    def _line(self, who: int, person: Person, pick: int) -> None:
        path = self._file(person, pick)
        text = person.read(path)
        titles = list(re.finditer(r"    事由: .*\n", text))
        if not titles:  # all of them are in braces
            return
        found = titles[pick % len(titles)]
        day = f"2026-11-{20 + pick % 8}"
        verb = ("跟进", "办结", "重开", "交办 物业")[pick % 4]
        end = found.end()
        rest = re.match(r"((?:    (?!办理)\S.*\n)*)(    办理:\n(?:      - .*\n)*)?", text[end:])
        assert rest is not None
        at = end + rest.end()
        head = "" if rest[2] else "    办理:\n"
        person.write(path, f"{text[:at]}{head}      - {day} {verb} {self.word(who)}\n{text[at:]}")

    def _issue(self, who: int, person: Person, pick: int) -> None:
        path = self._file(person, pick)
        text = person.read(path)
        new = f"  - 编号: {next_id(person, path[13:23])}\n    事由: {self.word(who)}\n"
        front, fence, body = text[4:].partition("---\n")
        person.write(path, f"---\n{front}{new}{fence}{body}")

    def _walk(self, who: int, person: Person, pick: int) -> None:
        day = f"2026-11-{17 + pick % 2}"
        path = f"diaries/2026/{day}.md"
        if not person.exists(path):
            title = self.word(who)
            text = WALK.format(day=day, id=next_id(person, day), title=title, who=person.name, hour=who)
            person.write(path, text)

    def _desk(self, who: int, person: Person, pick: int) -> None:
        path = "diaries/2026/2026-11-19-desk.md"
        if not person.exists(path):
            text = DESK.format(day="2026-11-19", id=next_id(person, "2026-11-19"), title=self.word(who))
            person.write(path, text)

    def _body(self, who: int, person: Person, pick: int) -> None:
        path = self._file(person, pick)
        text = person.read(path)
        person.write(path, f"{text}\n{self.word(who)}。\n")

    def _due(self, who: int, person: Person, pick: int) -> None:
        path = first_page(person)
        text = person.read(path)
        new = f"2026-12-{1 + pick % 20:02}"
        self.due.add(new)
        if "期限: " in text:
            person.write(path, re.sub(r"期限: \S+", f"期限: {new}", text, count=1))

    def _person(self, who: int, person: Person, pick: int) -> None:
        path = first_page(person)
        text, name = person.read(path), self.word(who)
        person.write(path, re.sub(r"参加: \[(.*)\]", rf"参加: [\1, {name}]", text, count=1))

    def _hand(self, who: int, person: Person, pick: int) -> None:
        path = self._file(person, pick)
        person.by_hand(path, f"{person.read(path)}\n{self.word(who)}。\n")

    def _rename(self, who: int, person: Person, pick: int) -> None:
        path = self._file(person, pick)
        target = f"{path[:23]}{'-desk' if 'desk' in path else ''}-{2 + pick % 3}.md"
        if not person.exists(target):
            person.by_hand(target, person.read(path))
            (person.root / path).unlink()

    def _layout(self, who: int, person: Person, pick: int) -> None:
        """The first issue that is nothing but a number and a title, in braces; and back."""
        path = self._file(person, pick)
        text = person.read(path)
        new = re.sub(r"  - 编号: (\S+)\n    事由: (\S+)\n(?=  -|---)", r"  - {编号: \1, 事由: \2}\n", text, count=1)
        if new == text:
            new = re.sub(r"  - \{编号: (\S+), 事由: (\S+)\}\n", r"  - 编号: \1\n    事由: \2\n", text, count=1)
        person.write(path, new)


ACTIONS = (
    "line",
    "line",
    "issue",
    "issue",
    "walk",
    "desk",
    "body",
    "due",
    "person",
    "hand",
    "layout",
    "rename",
    "sync",
)


def next_id(person: Person, day: str) -> str:
    """The number that a program would give to the next issue of a day."""
    prefix = day.replace("-", "")
    taken = [int(n) for text in person.diary().values() for n in re.findall(rf"编号: {prefix}-(\d+)", text)]
    return f"{prefix}-{max(taken, default=0) + 1}"


def first_page(person: Person) -> str:
    """The page that everything began with, whatever it is called by now."""
    return next(path for path, text in person.diary().items() if "5号楼的老爷子说路灯太亮" in text)


def lost(story: Story) -> list[str]:
    """What was written and is not there exactly once at everybody's."""
    found = []
    for person in story.people:
        words = Counter(word for text in person.diary().values() for word in TOKEN.findall(text))
        found += [word for word in story.words if words[word] != 1]
        found += [word for word in words if word not in story.words]
    return found


def in_order(story: Story) -> None:
    """Everybody has the same, git has nothing to say, ``check`` neither."""
    first = story.people[0]
    assert len({person.head for person in story.people}) == 1
    for person in story.people:
        assert person.git("status", "--porcelain") == ""
    bad = {"id-duplicate", "conflict-marker", "yaml-syntax", "key-duplicate"}
    assert not bad & set(first.problems()), first.diary()
    due = re.search(r"期限: (\S+)", first.read(first_page(first)))
    assert due
    assert due[1] in story.due
    again = first.sync()
    assert (again.received, again.sent, again.merge) == ([], [], None)


def content(story: Story) -> list[tuple[str, ...]]:
    """What is in the diary, without numbers, file names and the order of neighbours."""
    found = []
    for text in story.people[0].diary().values():
        for issue in re.split(r"(?=  - 编号)", text)[1:]:
            words = sorted(line.strip() for line in issue.partition("---")[0].splitlines() if "编号" not in line)
            found.append(tuple(word for word in words if "期限" not in word))
    return sorted(found)


def told_once(team: Team, folder: Path, told: list[tuple[int, str, int]]) -> Story:
    story = Story(team.copied(folder / "alle").people)
    for who, what, pick in told:
        story.act(who % len(story.people), what, pick)
    story.settle()
    assert lost(story) == []
    in_order(story)
    return story


def rounds(count: int, seed: int) -> list[tuple[int, str, int]]:
    """Rounds of work of three at once: each does one to three things, then they synchronise, two of them or all."""
    chance = random.Random(seed)
    written = [action for action in ACTIONS if action != "sync"]
    told = []
    for _ in range(count):
        order = chance.sample(range(3), 3)
        told += [
            (who, chance.choice(written), chance.randrange(31)) for who in order for _ in range(chance.randint(1, 3))
        ]
        told += [(who, "sync", 0) for who in chance.sample(order, chance.randint(2, 3))]
    return told


@dataclass
class Figures:
    """What was made in many stories."""

    stories: int = 0
    merges: int = 0
    words: int = 0


def told_for(seconds: float, teams: dict[int, Team], folder: Path) -> Figures:
    """Stories by chance for so long; one in which a word is lost ends it with an ``AssertionError``."""
    end, made = time.monotonic() + seconds, Figures()
    while time.monotonic() < end:
        chance = random.Random(made.stories)
        count = chance.randint(5, 25)
        told = [(chance.randrange(3), chance.choice(ACTIONS), chance.randrange(31)) for _ in range(count)]
        told = rounds(10, made.stories) if made.stories % 10 == 9 else told
        place = folder / str(made.stories)
        story = told_once(teams[chance.choice((2, 3))], place, told)
        shutil.rmtree(place)
        made = Figures(made.stories + 1, made.merges + story.merges, made.words + len(story.words))
    return made


def teams_in(folder: Path) -> dict[int, Team]:
    """A team of two and one of three, to be copied for each story."""
    for size in (2, 3):
        (folder / f"team{size}").mkdir()
    return {size: Team(folder / f"team{size}", size=size) for size in (2, 3)}
