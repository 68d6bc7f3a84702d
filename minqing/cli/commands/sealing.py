"""``report --sealed`` and ``verify``: a report that names the commit it was counted from, and its proof."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from minqing import __version__
from minqing.cli.commands.common import why_not
from minqing.cli.context import Context
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.messages import say, speaking
from minqing.reports.document import Block, Line
from minqing.reports.handout import Handout
from minqing.reports.mismatch import Mismatch, mismatches
from minqing.reports.read_back import rows_of, rows_of_blocks
from minqing.reports.report import Report, build_report
from minqing.reports.seal import Seal, digest_of, read_seal, rendered, seal_text, sealed

SHOWN = 30
"""So many differing rows are shown; JSON has all."""


def seal_of(context: Context, report: Report, *, internal: bool) -> Seal:
    """The seal of a report just counted from the folder.

    Raises ``MinqingError`` (exit code 4) where the folder holds anything that is not committed.
    """
    from minqing.history.snapshot import committed

    return sealed(report, committed(context.root), context.today, internal=internal)


def seal_blocks(seal: Seal) -> list[Block]:
    """The seal below a report on the screen."""
    return [Line(""), Line(seal_text(seal), "dim")]


def verify_file(context: Context, file: str, *, as_json: bool = False) -> int:
    """Count a sealed report anew from its commit and compare it row by row; answers 1 where anything differs.

    Raises ``MinqingError`` for a file that cannot be read or has no seal, and where the commit is not here.
    """
    from minqing.history.snapshot import is_held

    ending = Path(file).suffix.lower()
    found = rows_of(ending, _read(file))
    seal = read_seal(found)
    if seal is None:
        raise MinqingError("seal.none", MISUSE, file=file)
    held = is_held(context.root, seal.commit)
    with speaking(seal.language):
        expected, counted = _counted_anew(context, seal, ending, found)
    said = [_in_words(one) for one in expected]
    if counted != seal.digest and (said or seal.version == __version__):
        said.append(say("seal.digest", sealed=seal.digest, counted=counted))
    if not held:
        said.append(say("seal.not-held", commit=seal.commit[:10]))
    if as_json:
        context.screen.json(_dict(seal, held, counted, expected))
    else:
        _show(context, seal, said, len(found))
    return DIARY if said else 0


def _read(file: str) -> bytes:
    from minqing.reports.read_back import LARGEST
    from minqing.workspace.given import given_bytes

    try:
        return given_bytes(file, LARGEST)
    except (OSError, ValueError) as refused:
        why = why_not(refused) if isinstance(refused, OSError) else str(refused)
        raise MinqingError("seal.no-file", MISUSE, file=file, why=why) from refused


def _counted_anew(context: Context, seal: Seal, ending: str, found: Sequence[str]) -> tuple[list[Mismatch], str]:
    """Where the file differs from the report of its commit, and the digest of the figures counted anew."""
    from minqing.cli.commands.reporting import handout_for
    from minqing.history.snapshot import unpack

    with TemporaryDirectory(prefix="minqing-verify-") as folder:
        unpack(context.root, seal.commit, Path(folder))
        then = Context(folder, env={"MINQING_TODAY": seal.made.isoformat(), "MINQING_INDEX": "no"})
        diary, community = then.diary, then.diary.workspace.community
        report = build_report(diary, seal.period, seal.as_of, then.today, community)
        handout = handout_for(then, report, ending, seal.internal, files=context.root)
        forms = _forms(ending, handout, seal)
    compared = [mismatches(form, found) for form in forms]
    return min(compared, key=len), digest_of(report)


def _forms(ending: str, handout: Handout, seal: Seal) -> list[list[str]]:
    """What the file should say: as saved with ``-o``, or as text that was printed on the screen."""
    from minqing.reports.report_text import ON_SCREEN, report_blocks

    forms = [rows_of(ending, rendered(ending, handout, seal))]
    if ending in (".txt", ".md"):
        shown = report_blocks(handout.report, handout.community, ON_SCREEN)
        forms.append(rows_of_blocks((*shown, *seal_blocks(seal))))
    return forms


def _in_words(one: Mismatch) -> str:
    key = "seal.row" if one.expected and one.found else "seal.row-gone" if one.expected else "seal.row-added"
    return say(key, expected=one.expected, found=one.found)


def _dict(seal: Seal, held: bool, counted: str, differing: Sequence[Mismatch]) -> dict[str, object]:
    """What ``verify --json`` answers."""
    return {
        "schema": 1,
        "commit": seal.commit,
        "held": held,
        "from": seal.period.start.isoformat(),
        "to": seal.period.end.isoformat(),
        "as_of": seal.as_of.isoformat(),
        "digest": {"sealed": seal.digest, "counted": counted},
        "differences": [{"expected": one.expected or None, "found": one.found or None} for one in differing],
    }


def _show(context: Context, seal: Seal, said: Sequence[str], rows: int) -> None:
    if seal.version != __version__:
        context.screen.message(say("seal.version", sealed=seal.version, now=__version__))
    if not said:
        context.screen.line(say("seal.agrees", count=rows, commit=seal.commit[:10], as_of=seal.as_of), "good")
        return
    context.screen.line(say("seal.differs", count=len(said), commit=seal.commit[:10]), "bad")
    context.screen.draw(Line(text, indent=2) for text in said[:SHOWN])
    if len(said) > SHOWN:
        context.screen.line(say("history.more-lines", count=len(said) - SHOWN))
