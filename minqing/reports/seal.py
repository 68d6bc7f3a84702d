"""The seal of a report: one line that names the commit its figures were counted from, so that they can be proved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from minqing import __version__
from minqing.domain.period import KINDS, Period
from minqing.domain.values import dataclass, replace
from minqing.messages import language, say
from minqing.reports.document import Line
from minqing.reports.handout import Handout
from minqing.reports.report import Report, report_dict

DIGITS = 16
"""Hexadecimal digits of the digest."""

_DAY = r"(\d{4}-\d{2}-\d{2})"
_SEAL = re.compile(
    r"(封签|Seal)[:：] ?\S+ "
    rf"([0-9a-f]{{40}}|[0-9a-f]{{64}})\b.{{1,40}}?{_DAY}\.\.{_DAY}.{{1,40}}?{_DAY}.{{1,40}}?{_DAY}"
    rf".{{1,40}}?\b([0-9a-f]{{{DIGITS}}})\b.{{1,40}}?(\d[\w.+-]*) (\S+)$"
)


@dataclass(frozen=True, slots=True)
class Seal:
    """What a report was counted from: the ``commit``, its ``period``, the day it goes up to and the day it was made.

    ``digest`` is that of all its figures, ``version`` the program's, ``internal`` whether nothing was masked;
    ``language`` is the one it is written in.
    """

    commit: str
    period: Period
    as_of: date
    made: date
    digest: str
    version: str
    internal: bool
    language: str


def sealed(report: Report, commit: str, made: date, *, internal: bool) -> Seal:
    """The seal of a report that was counted from exactly what ``commit`` holds."""
    return Seal(commit, report.period, report.figures.as_of, made, digest_of(report), __version__, internal, language())


def digest_of(report: Report) -> str:
    """A short digest of all figures."""
    plain = json.dumps(report_dict(report), ensure_ascii=True, sort_keys=True, default=str)
    return sha256(plain.encode()).hexdigest()[:DIGITS]


def seal_text(seal: Seal) -> str:
    """The line that stands in the report, whatever form it has."""
    return say(
        "seal.line", commit=seal.commit, start=seal.period.start, end=seal.period.end, as_of=seal.as_of,
        made=seal.made, digest=seal.digest, version=seal.version,
        extent=say("seal.internal" if seal.internal else "seal.handed-out"),
    )  # fmt: skip


def read_seal(rows: Iterable[str]) -> Seal | None:
    """The seal among the rows of a file; the last one where there are several."""
    found = [match for row in rows if (match := _SEAL.search(" ".join(row.split())))]
    return _seal_of(found[-1]) if found else None


def _seal_of(found: re.Match[str]) -> Seal | None:
    word, commit, *days, digest, version, extent = found.groups()
    try:
        start, end, as_of, made = map(date.fromisoformat, days)
        period = _period(start, end)
    except ValueError:
        return None
    spoken = "zh" if word == "封签" else "en"
    return Seal(commit, period, as_of, made, digest, version, extent in ("内部", "internal"), spoken)


def _period(start: date, end: date) -> Period:
    """The period with the name it has: a month, a quarter … or from one day to another."""
    named = (Period.of(kind, start) for kind in KINDS if kind != "range")
    return next((one for one in named if (one.start, one.end) == (start, end)), Period(start, end))


def rendered(ending: str, handout: Handout, seal: Seal | None) -> bytes:
    """The bytes of a report's file with its seal, if it has one. Raises as ``media.render`` does."""
    from minqing.reports.media import render

    if seal is None:
        return render(ending, handout)
    text = seal_text(seal)
    raw = render(ending, replace(handout, blocks=(*handout.blocks, Line(""), Line(text, "dim"))))
    if ending == ".txt":
        from minqing.reports.media.text import MOST, fitted

        return f"{fitted(raw.decode(), MOST - len(text) - 2)}\n{text}\n".encode()
    if ending == ".json":
        answer = {**json.loads(raw), "seal": seal_dict(seal)}
        return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()
    return raw


def seal_dict(seal: Seal) -> dict[str, Any]:
    """The seal as JSON has it."""
    return {"commit": seal.commit, "digest": seal.digest, "text": seal_text(seal)}
