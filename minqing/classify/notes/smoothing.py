"""What a form or a reading machine put between the letters of a paste: ``__2026__年``, ``参 加 人 员``.

A line is read without it; where the line becomes a line of the body it stands there as it was pasted.
"""

from __future__ import annotations

import re

from minqing.classify.notes.header.facts import STRONG, Surroundings
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.typos import with_label_mended
from minqing.classify.sentence.loose_blanks import without_loose_blanks
from minqing.classify.sentence.markers import issue_marker
from minqing.domain.patterns import pattern

_FEWEST_PARTS = 6
_LOOSE = 0.65
"""The share of single characters among what stands between blanks, from which on a line was spelt letter by letter."""

_LONGEST = 300

_FRAME = pattern(r"\s*[-—=*~·]{2,}\s*(?P<inner>[^-—=*~·\s].{4,60}?[^-—=*~·\s])\s*[-—=*~·]{2,}\s*")
"""A heading between strokes."""

_TRANSCRIBED = pattern(
    r"(?P<before>.{0,20}?)[\"“「\[【]?\s*(?:语音|录音)(?:转(?:成|换)?(?:的)?文字|识别|转写|消息转文字)\s*[\]】]?\s*[:：]?\s*[\"“]?"
    r"(?P<said>\S.{3,}?)[\"”」]?\s*"
)
"""What a messenger sets around the words of a voice: "语音转文字:我到5号楼了"."""

_SPREAD = pattern(r"^\s*[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,3}[ \u3000]*(?=[:：])")
"""A label set to the width of its column: 日  期:."""

_BOLD = pattern(r"\*\*(?P<word>[^*:：]{1,12})(?:\*\*(?=\s*[:：])|(?P<colon>[:：])\*\*)")
"""A label in the bold of Markdown."""


def smoothed(line: str) -> str:
    """``line`` as it was meant: without the strokes of a form, without a blank behind every letter."""
    if len(line) > _LONGEST:
        return line
    if framed := _FRAME.fullmatch(line):
        line = framed["inner"]
    if spoken := _TRANSCRIBED.fullmatch(line):
        line = spoken["before"] + spoken["said"]
    if "__" in line:
        line = _without_strokes(line)
    if "**" in line:
        line = _BOLD.sub(lambda found: found["word"] + (found["colon"] or ""), line)
    if line.count(" ") + line.count("\u3000") >= _FEWEST_PARTS - 1:
        line = _closed_up(line)
    line = without_loose_blanks(line)
    if any(c.isdigit() for c in line):
        line = _STOP_BEFORE.sub(" ", _SAME_DAY.sub(r"\g<day> \g<from>\g<stroke>", line))
    return with_label_mended(_SPREAD.sub(lambda found: re.sub(r"\s", "", found[0]), line))


_STOP_BEFORE = pattern(r"(?<=[\u4e00-\u9fff])[.．](?=\d+(?:\.\d+)?\s?(?:步|公里|千米|里|km|KM))")
"""A stop for a comma before a length or steps: 和小覃走.3.6km."""

_SAME_DAY = pattern(
    r"(?P<day>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s(?P<from>\d{1,2}[:：]\d{2}(?::\d{2})?)(?P<stroke>\s?[-~—–至到]\s?)(?P=day)\s(?=\d)"
)
"""A span with its day at either end, as programs write it: 2026-11-16 08:20至2026-11-16 10:05."""

_SKIES = {
    "☀": "晴",
    "🌞": "晴",
    "⛅": "多云",
    "🌤": "多云",
    "☁": "阴",
    "🌧": "雨",
    "☔": "雨",
    "❄": "雪",
    "🌨": "雪",
    "🌫": "雾",
}
_SKY = pattern(rf"(?P<sky>[{''.join(_SKIES)}])\ufe0f?(?!\ufe0f?\s?[晴阴多小中大雷阵雨雪雾])(?=$|[\s\d,，。;；/|])")
_COUNTED = "(?![0-9]|\\s?[人户个名位家条辆张次米号栋楼元年月日点])"
_SHOE = r"(?:🚶|👣|👟|🏃)(?:\u200d[♂♀]\ufe0f?)?"
_FEET = pattern(
    rf"{_SHOE}\s?(?=[0-9]{{3,6}}{_COUNTED})"
    rf"|(?<![0-9:.~-])(?P<steps>[0-9]{{3,6}})\s?{_SHOE}(?!\s?[0-9]{{3}}){_COUNTED}"
)
"""Pictures that stand for a word of their line: the sky, and steps beside a number that counts nothing else."""

_PICTURED = pattern(rf"[{''.join(_SKIES)}🚶👣👟🏃]")


def without_pictures(line: str, around: Surroundings) -> str:
    """A line of facts with words for its pictures (``11.18☀️ 🚶5123``); any other line, and a matter, as it stands."""
    if not _PICTURED.search(line) or not any(c.isdigit() for c in line):
        return line
    worded = _SKY.sub(lambda found: f" {_SKIES[found['sky']]} ", line)
    worded = _FEET.sub(lambda found: f"{found['steps']}步 " if found["steps"] else "步数 ", worded)
    marker = issue_marker(worded, 0)
    header = read_header(worded[marker.length :] if marker else worded, around)
    named = header is not None and not marker and any(fact.name in STRONG for fact in header.facts)
    return worded if header and (header.whole or named) else line


def _without_strokes(line: str) -> str:
    """A filled-in form: what was written onto the strokes, which join a number and its unit."""
    rest = re.sub(r"(?<=\d)\s*_+\s*(?=[年月日时分点])|(?<=[年月日时分点])\s*_+\s*(?=\d)", "", line)
    rest = re.sub(r"_+", " ", rest).rstrip()
    return rest if any(c.isalnum() for c in rest) else line


def _closed_up(line: str) -> str:
    """A line spelt letter by letter, as machines read paper; a wider gap stays one."""
    parts = line.split()
    if len(parts) < _FEWEST_PARTS or len(parts[0]) > 1 or not any(c.isalpha() for c in line):
        return line
    if sum(len(part) == 1 for part in parts) < _LOOSE * len(parts):
        return line
    return re.sub(r"(?<=\S)[ \u3000](?=\S)", "", line)
