"""The kinds of matters by the bucket of the published figures they count in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from minqing.demo.topics.disputes import DISPUTES
from minqing.demo.topics.people import PEOPLE
from minqing.demo.topics.surroundings import SURROUNDINGS
from minqing.demo.topics.topic import Topic
from minqing.demo.topics.unmanaged import UNMANAGED

TOPICS: Mapping[str, tuple[Topic, ...]] = MappingProxyType(
    {"dispute": DISPUTES, "environment": SURROUNDINGS, "unmanaged": UNMANAGED, "other": PEOPLE}
)
"""Bucket to its kinds of matters."""

__all__ = ["TOPICS", "Topic"]
