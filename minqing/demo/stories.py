"""The told stories on their way to matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from minqing.demo.ground import writer_on
from minqing.demo.matters import Matter, Step
from minqing.demo.story_table import STORIES, Story
from minqing.demo.topics.topic import Topic
from minqing.domain.community import Community
from minqing.domain.model import Progress
from minqing.text.progress import parse_line
from minqing.text.vocabulary import category_words


def story_matters(community: Community) -> list[Matter]:
    """The stories as matters that are placed, worded and lived already."""
    categories = category_words(community)
    return [_matter(story, categories, community) for story in STORIES]


def _matter(story: Story, categories: dict[str, str], community: Community) -> Matter:
    lines = [_line(text, categories) for text in story.lines.split("\n") if text]
    closed = [line.verb for line in lines if line.verb in ("close", "reopen", "park")]
    topic = Topic(story.place, story.category, 0, "spot", (), (), (), ())
    return Matter(
        topic, community.bucket_of(story.category), "solved" if closed and closed[-1] == "close" else "parked",
        date.fromisoformat(story.day), story.kind, place=story.place, title=story.title, who=story.who,
        source=story.source, category=story.category, tier=story.tier, owner=story.owner,
        due=date.fromisoformat(story.due) if story.due else None, households=story.households,
        yuan=story.yuan, steps=_steps(lines),
    )  # fmt: skip


def _line(text: str, categories: dict[str, str]) -> Progress:
    line, problem, _ = parse_line(text, categories)
    if line is None or problem:
        raise ValueError(text)
    return line


def _steps(lines: Sequence[Progress]) -> list[Step]:
    """One change a line; a new due date belongs to the change that made the old one stale."""
    steps: list[Step] = []
    for line in lines:
        if line.verb == "extend" and not line.text and steps and steps[-1].day == line.date:
            steps[-1] = Step(line.date, (*steps[-1].lines, line), steps[-1].by)
        else:
            by = "张书记" if line.verb in ("escalate", "whistle", "promise") else writer_on(line.date).name
            steps.append(Step(line.date, (line,), by))
    return steps


def solved(matters: Iterable[Matter]) -> dict[str, int]:
    """How many of ``matters`` count as handled, by bucket."""
    found: dict[str, int] = {}
    for matter in matters:
        found[matter.bucket] = found.get(matter.bucket, 0) + (matter.fate == "solved")
    return found
