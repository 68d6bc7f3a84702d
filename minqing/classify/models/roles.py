"""What a line of the notes is, as far as its words tell: a matter, praise, a plan, what was told to people, and so on.

For lines of which structure (a number, a heading, a table, a sender) says nothing. What is learned here errs in one of
ten lines or so: it may choose what a person is asked, and what a short line below a house is; it takes nothing away.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from minqing.classify.models.sayings import LONGEST, builtin_sayings, role_pieces

MATTER = "matter"
ROLES = ("chat", "fact", "feeling", "heading", MATTER, "news", "plan", "praise", "told")
"""``news`` is what came of an earlier matter, ``told`` what was told to residents or done for them on the walk,
``fact`` one of the walk itself (steps, weather, people), ``feeling`` the writer's, ``heading`` a title."""

MOST = 500
"""Lines that are asked about at once; of further ones only the letters are weighed, not what the encoder hears."""


class Role(NamedTuple):
    """What a line most likely is, how likely (0 to 1), and how likely it is a ``matter``; ``parts`` are all roles.

    ``heard``: the encoder was asked too.
    """

    name: str
    probability: float
    matter: float
    parts: Mapping[str, float]
    heard: bool = False


def roles(lines: Sequence[str]) -> list[Role]:
    """The likely role of each of ``lines`` (without bullet, number or sender), in their order; read together.

    A hundred lines take 0.2 s and the encoder another 0.2 s to load, once. Where the encoder does not run the letters
    decide alone, and the probabilities are nearer to each other.
    """
    learned = builtin_sayings("roles")
    scores = [learned.by_words(role_pieces(line)) for line in lines]
    added = learned.by_gist([line[-LONGEST:] for line in lines[:MOST]])
    heard = 0 if added is None else len(added)
    for score, row in zip(scores, () if added is None else added, strict=False):
        score.update({name: score[name] + float(more) for name, more in zip(score, row, strict=True)})
    return [_role(score, heard=n < heard) for n, score in enumerate(scores)]


def _role(scores: Mapping[str, float], *, heard: bool) -> Role:
    """Each answer was told from all others: their probabilities are made to add up to one."""
    each = {name: 1 / (1 + math.exp(-max(min(score, 30), -30))) for name, score in scores.items()}
    whole = sum(each.values())
    parts = {name: part / whole for name, part in each.items()}
    likeliest = max(parts, key=lambda name: parts[name])
    return Role(likeliest, parts[likeliest], parts[MATTER], parts, heard)
