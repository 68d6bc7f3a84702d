"""The names of photographs: where one lies, and what its name tells of it.

A diary names a photo by its path below ``photos/``, with or without that folder in front. The command ``photo`` names
them itself: ``photos/2026/20261116-3-2-后-20261120.jpg`` is the second picture of issue 20261116-3, taken on
20 November 2026 when the work was done. A file name is the one place where that can stand: the format holds paths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import folded
from minqing.text.values import calendar_day
from minqing.text.vocabulary import both_ways, spelled

PHOTOS = "photos"
"""The folder of pictures in a workspace."""

STAGE_WORDS: Mapping[str, str] = {"before": "前", "after": "后"}
"""English id to Chinese word of when a picture was taken: before the work or after it."""

ENDING = ".jpg"
"""What every picture that is taken in is saved as."""

_STAGES_BY_WORD = both_ways(STAGE_WORDS)
_TOLD = pattern(
    r"(?:.*[-_ 　])?(?:整改|维修|处理|治理)?(?P<stage>前|后|before|after)"
    r"(?:[-_ 　]?\(?\d{1,3}\)?)?(?:[-_ 　](?P<day>\d{8}))?",
    re.IGNORECASE,
)
_DAY = pattern(r".*[-_ 　](?P<day>\d{8})(?!-)")
_NUMBER = pattern(r"-(\d{1,6})(?!\d)")


@dataclass(frozen=True, slots=True)
class Named:
    """What the name of a photo tells: ``stage`` is ``before``, ``after`` or ``None``, ``day`` when it was taken."""

    stage: str | None = None
    day: date | None = None


def photo_path(written: str) -> str:
    """Where a photo lies in the workspace (``photos/2026/a.jpg``) by its path as a diary has it."""
    steps = [step for step in written.replace("\\", "/").split("/") if step not in ("", ".")]
    below = steps[1:] if steps[:1] == [PHOTOS] and len(steps) > 1 else steps
    return "/".join((PHOTOS, *below))


def told_by_name(path: str) -> Named:
    """What the file's name tells; of one that a person chose as well (``门口-整改前.jpg``), where it is clear.

    Only a word of its own at the end counts: ``楼后.jpg`` is a place.
    """
    stem = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    found = _TOLD.fullmatch(stem)
    if found:
        return Named(_STAGES_BY_WORD[folded(found["stage"])], _day(found["day"]))
    dated = _DAY.fullmatch(stem)
    return Named(day=_day(dated["day"])) if dated else Named()


def _day(digits: str | None) -> date | None:
    return calendar_day(digits[:4], digits[4:6], digits[6:]) if digits else None


def next_number(id: str, paths: Iterable[str]) -> int:
    """1 + the highest number that a picture of the issue ``id`` carries among ``paths``."""
    names = (path.rpartition("/")[2] for path in paths)
    found = (_NUMBER.match(name, len(id)) for name in names if name.startswith(id))
    return 1 + max((int(each[1]) for each in found if each), default=0)


def new_photo(id: str, number: int, stage: str | None, day: date, language: str) -> str:
    """The path of a picture that is taken in: in the folder of the issue's year, in letters every system takes."""
    told = f"-{spelled(STAGE_WORDS, stage, language)}" if stage else ""
    return f"{PHOTOS}/{id[:4]}/{id}-{number}{told}-{day:%Y%m%d}{ENDING}"
