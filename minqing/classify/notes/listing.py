"""Headings of a paste and lines that hold several matters: what stands behind ``问题:``, between numbers, by house."""

from __future__ import annotations

import re

from minqing.classify.notes.chats.senders import raises
from minqing.classify.notes.gathered import Outcome
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.header.prose import mentioned
from minqing.classify.notes.outcomes import matter_of
from minqing.classify.notes.reading import LONGEST_TITLE, MOST_WRAPPED, Reading
from minqing.classify.notes.sections import Heading, heading
from minqing.classify.notes.ticks import tells_trouble
from minqing.classify.notes.wraps import bond, is_cut
from minqing.classify.sentence.ahead import heads_nothing
from minqing.classify.sentence.endings import without_tick
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_promise, is_remark
from minqing.classify.sentence.splits import found_by_houses, found_by_semicolons, numbered_parts, semicolon_parts
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_INVITES = pattern(
    "问题|反映|发现|看到|听到|诉求|隐患|事项|记录|提出|说|如下|下面|有$|几[件个条]|[一二两三四五六七八九\\d][件个条点]"
)
_REFUSES = pattern("要求|强调|会|下一步|打算|计划|表扬|感谢|学习|做法|经验|安排|布置|指示")
_OF_ALL = pattern(r"\s*(?:其中|以上|均已|都已)")


_STATE_ALONE = pattern(
    r"\s*(?:已经?|未|没有?|尚未|待|正在|现场|当场|当天|即时|随手)(?:处理|处置|解决|办结|办理?|整改|清理|劝阻|完成)(?:完毕|完成|了|中)?[。.]?\s*$"
)


_LONGEST_STATE = 24


def of_state_below(reading: Reading, number: int, line: str) -> bool:
    """``已清理`` or a tick alone on the line below a matter: what came of that one, not the heading of the next.

    With a list below that begins anew, or a blank line above and no list that goes on, it is a heading.
    """
    raw, ticked = reading.open, without_tick(line[:_LONGEST_STATE]) == ("", True)
    if raw is None or len(line) > _LONGEST_STATE or not (ticked or _STATE_ALONE.match(aligned(line))):
        return False
    below = issue_marker(next(filter(str.strip, reading.lines[number : number + 2]), ""), 1)
    goes_on = below is not None and raw.number is not None and below.number == raw.number + 1
    anew = below is not None and not goes_on and (below.number == 1 or raw.number is not None)
    right_below = reading.spaced or raw.lines[-1] == number - 1 - len(reading.doubt)
    if not (goes_on or right_below) or (anew and not ticked):
        return False
    reading.settle_doubt(below)
    return reading.go_on(number, line, clause=not ticked)


def of_cut(reading: Reading, number: int, line: str) -> bool:
    """The words that the sentence of the matter above lacks, though they sound like weather: 晒不到, below it 阳光,…"""
    raw = reading.open
    if raw is None or reading.blank or reading.doubt or not is_cut(raw.above, line):
        return False
    return reading.go_on(number, line, clause=False)


def of_heading(reading: Reading, number: int, line: str) -> bool:
    """A heading, alone or with what it opens behind it in the same line."""
    found = heading(line)
    if found is None or is_header(reading, line, number) or _is_title(reading, number, line, found):
        return False
    if _tells_on(reading, number, line, found):
        return False
    if _is_within_list(reading, number, line, found):
        reading.close()
        reading.walk.body[number] = line
        reading.walk.aside.add(number)
        return True
    rest = line[found.end :]
    if (found.sort == "plain" and found.source and rest.strip()) or (
        found.sort == "outcomes" and not _tells_outcomes(reading, number, line, rest)
    ):
        return False
    reading.close()
    sort = "issues" if found.sort == "plain" and _all_matters(rest, reading) else found.sort
    reading.sort, reading.source, reading.place, reading.expected = sort, found.source, None, 1
    reading.settled_here = found.done
    reading.chapter = issue_marker(line, 1)
    if sort == "issues":
        reading.lenient(number, line[: found.end])
        reading.walk.told.append(Fact("heading", line[: found.end].strip(), line[: found.end].strip(), number))
        if rest.strip():
            _listed_in_line(reading, number, line, rest)
    else:
        reading.walk.body[number] = line
        reading.walk.aside |= {number} if sort == "aside" else set()
    if sort != found.sort:
        reading.sort = found.sort
    if rest.strip() and sort != "issues" and not issue_marker(rest, 1):
        reading.sort = "plain"
    return True


def _tells_outcomes(reading: Reading, number: int, line: str, rest: str) -> bool:
    """Whether a heading of outcomes is one of matters above; what stands behind it in its line is put to them.

    Directly below one matter its outcome is that one's, unless it plainly is another's.
    """
    if not reading.walk.has_content:
        return False
    if not rest.strip():
        return True
    told = [part.strip() for part in semicolon_parts(rest)]
    if reading.open and not reading.blank:
        found = {id(matter_of(part, reading.walk.issues, reading.senses)) for part in told}
        if found & {id(None), id(reading.open)}:
            return False
    reading.walk.outcomes += [Outcome(number, part) for part in told]
    return True


_OF_WALKS = pattern("走|巡|访|日记|日志|工作|周[一二三四五六日天]")


def _is_title(reading: Reading, number: int, line: str, found: Heading) -> bool:
    """Whether the first line of a paste is what all of it is called, though it could head a plan: 周三巡逻小结."""
    if found.sort != "aside" or aligned(line).rstrip().endswith(":") or found.end < len(line.rstrip()):
        return False
    return bool(_OF_WALKS.search(line)) and not any(above.strip() for above in reading.lines[: number - 1])


def _tells_on(reading: Reading, number: int, line: str, found: Heading) -> bool:
    """Whether what could head a plan goes on with the matter above: joined to it, or between 1. and 2. of a list."""
    raw, bare = reading.open, aligned(line).rstrip()
    if reading.blank or found.sort != "aside" or bare.endswith(":") or found.end < len(line.rstrip()):
        return False
    if raw is None:
        return is_promise(line) and _is_below_trouble(reading, number)
    if not (heads_nothing(bare) or is_promise(line)):
        return False
    following = (raw.number or 0) + 1
    below = issue_marker(next(filter(str.strip, reading.lines[number : number + MOST_WRAPPED]), ""), following)
    goes_on = below is not None and raw.number is not None and below.number == following
    return goes_on or bond(raw.above, line, listed=False, broken_at=None) == "same"


def _is_below_trouble(reading: Reading, number: int) -> bool:
    """Whether a line stands right below one that says what is wrong, or below a promise, and above no list."""
    above, below = reading.lines[number - 2] if number > 1 else "", "".join(reading.lines[number : number + 1])
    trouble = complains(above) and heading(above) is None
    return (trouble or (is_promise(above) and reading.sort != "aside")) and issue_marker(below, 1) is None


_LOOKS_AHEAD = pattern("几[处个件]|这些|[以如]下|下面")
_PRAISES = pattern(r"\s*[^\s,。;:]{2,}(?:感谢|表扬|点赞|称赞|夸)(?!信|情况|如下|内容|的)[^\s,。;:]{2,}")


def _is_within_list(reading: Reading, number: int, line: str, found: Heading) -> bool:
    """Whether a plan or praise of one line heads nothing: it stands in a list without numbers that goes on below it.

    The list goes on where the next line that is no such aside tells a trouble at another place.
    """
    if reading.sort != "issues" or not _could_be_within(line, found):
        return False
    for below in reading.lines[number:]:
        place = find_place(below, reading.community)
        if not is_remark(below) and place and below.strip().startswith(place) and tells_trouble(below):
            return place != find_place(line, reading.community) and issue_marker(below, 1) is None
        if not (below.strip() or reading.spaced) or not (is_remark(below) or heads_nothing(below)):
            return False
    return False


def _could_be_within(line: str, found: Heading) -> bool:
    """Whether a line has the words of a heading of something else, no sign of one, and says all by itself."""
    bare = aligned(line).rstrip()
    if found.sort != "aside" or bare.endswith(":") or found.end < len(line.rstrip()) or _LOOKS_AHEAD.search(bare):
        return False
    return heads_nothing(bare) or bool(_PRAISES.fullmatch(bare))


def _all_matters(rest: str, reading: Reading) -> bool:
    """Whether ``走访内容:`` is followed by matters, parted by semicolons, each at its place."""
    parts = semicolon_parts(rest)
    return bool(parts) and all(find_place(p, reading.community) and raises(p, reading.community) for p in parts)


def of_outcome(reading: Reading, number: int, line: str) -> bool:
    """A line below a heading of outcomes; it is put to its matter when the walk is read."""
    if reading.sort != "outcomes":
        return False
    marker = issue_marker(line, reading.expected)
    chapter = reading.chapter
    if marker and chapter and marker.style == chapter.style and marker.number == (chapter.number or 0) + 1:
        reading.sort = "plain"
        return False
    reading.close()
    reading.keep(number, line)
    if any(c.isalnum() for c in line):
        text = line[marker.length :] if marker else line.strip()
        reading.walk.outcomes.append(Outcome(number, text, marker.number if marker else None, marker is not None))
    reading.expected = ((marker.number if marker else None) or reading.expected - 1) + 1
    return True


def is_header(reading: Reading, line: str, number: int) -> bool:
    """Whether a line is nothing but facts of the walk."""
    header = read_header(line, reading.around, number)
    return bool(header and header.whole)


def is_of_the_walk(reading: Reading, number: int) -> bool:
    """Whether a line in a list tells no matter: how far they went, with a word besides, or what is promised."""
    line = reading.lines[number - 1]
    header = read_header(line, reading.around, number)
    measured = header is not None and header.facts[0].name in ("steps", "km")
    return is_promise(line) or (measured and not complains(line))


def _listed_in_line(reading: Reading, number: int, line: str, rest: str) -> None:
    """What stands behind 问题: in its own line: one issue, or several by number or semicolon."""
    for part in _parts(line, rest):
        marker = issue_marker(part, 1)
        text = part[marker.length :] if marker else part
        says = any(c.isalnum() for c in text) and len(text) <= LONGEST_TITLE
        facts = read_header(text, reading.around, number)
        told = list(mentioned(text, reading.around, number)) if says and not complains(text) else []
        if not says or is_remark(text) or _OF_ALL.match(aligned(text)) or (facts and facts.whole) or len(told) > 1:
            reading.keep_more(number, part)
            reading.walk.mention(told)
        else:
            reading.raise_issue(number, line, _tidy(text), marker)


def _parts(line: str, rest: str) -> list[str]:
    """The matters in a line: by number, by semicolon, by house, else all as one."""
    split = numbered_parts(rest)
    if split and not split[0].strip():
        return _without_story(split[1])
    parts = semicolon_parts(rest)
    houses = found_by_houses(line) if len(parts) < 2 else None
    return houses[1] if houses else parts or [rest]


_NEXT_SENTENCE = pattern(r"。(?=\s*\S{4})")


def _without_story(parts: list[str]) -> list[str]:
    """The pieces of a row, what is told behind the last of them parted from it: …牌照。巡完10点20,四千步出头。"""
    *before, last = parts
    end = None if any("。" in part.rstrip("。 ") for part in before) else _NEXT_SENTENCE.search(aligned(last))
    if end is None or complains(last[end.end() :]):
        return parts
    return [*before, last[: end.end()], last[end.end() :]]


def of_row(reading: Reading, number: int, line: str) -> bool:
    """Several numbered issues in one line, with facts, a heading or nothing before them."""
    split = numbered_parts(line) or found_by_semicolons(line) or found_by_houses(line)
    if split is None or reading.sort == "aside":
        return False
    before, _ = split
    header = read_header(before, reading.around, number) if before.strip() else None
    titled = heading(before.strip())
    invited = not before.strip() or (header and header.whole) or (titled and titled.sort == "issues")
    numbered = issue_marker(before, reading.expected)
    named = before[numbered.length if numbered else 0 :].strip()
    place = find_place(named, reading.community) if named else None
    here = place is not None and place == named.rstrip(":：")
    invited = invited or here
    asks = _INVITES.search(before) or aligned(before).rstrip().endswith(":")
    if not invited and (not asks or _REFUSES.search(before)):
        return False
    reading.close()
    agrees = header is not None and not reading.walk.contradicts(header.facts)
    if header and agrees:
        reading.walk.take(header.facts)
    if before.strip() and not (header and header.whole and agrees):
        reading.keep(number, before)
    above, reading.place = reading.place, place if here else reading.place
    _listed_in_line(reading, number, line, line[len(before) :])
    reading.place = above
    return True


def _tidy(text: str) -> str:
    """A piece out of a line without the comma or semicolon that parted it from the next."""
    return re.sub(r"[,，;；、 ]+$", "", text.strip())
