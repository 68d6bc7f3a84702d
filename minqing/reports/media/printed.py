"""Text as it is printed: a Chinese document has full-width marks (GB/T 15834), whatever was typed, and a title reads as
a sentence, whatever list or message it came from."""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern
from minqing.messages import language

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = "\u3001-\u303f\u4e00-\u9fff\uff01-\uff60"
_BESIDE_CHINESE = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!](?![,;:?!\d]) ?|[,;:?!](?=[{_CHINESE}])|(?<=[{_CHINESE}])[,;](?=\d)"
)
_BRACKETS = str.maketrans("()", "（）")


def as_printed(text: str) -> str:
    """``text`` with the marks of a Chinese document, when Chinese is spoken; times (8:30) and numbers stay."""
    if language() != "zh":
        return text
    marked = text.translate(_BRACKETS)
    return _BESIDE_CHINESE.sub(lambda found: _FULL[found[0].strip()], marked)


_TICKS = "√✓✔☑✅✗✘✖❌❎×☐□"
_BOX = rf"[{_TICKS}]\ufe0f?|[\[【][ xX{_TICKS}]?[\]】]"
_NUMERAL = "[0-9一二三四五六七八九十]"
_OFFICE = "书记|主任|站长|领导|社工|网格[员长]"
_HOUSE = rf"{_NUMERAL}{{1,3}}[ ]?(?:号|栋|幢|单元|门|楼|#)"
_NO_UNIT = r"(?![ ]?(?:号|栋|幢|座|弄|单元|门|楼|层|室|#))"
_NO_VERB = "(?!说|反映|反应|讲|提|来电|交办|要求|安排|答应|不|没|让|叫|被|家|和|与|的|是|在|会|也|都)"
_BEFORE = pattern(
    r"[\s,，、。;；:：]+"
    rf"|(?:{_BOX})"
    r"|[-–—]+(?=\s|[^\s\-0-9*])|\*+(?![*号#\d])|[•·●○▪■□◆◇※►▶★☆]+"
    rf"|[\u2460-\u249b\u2776-\u2793][、.．]?{_NO_UNIT}"
    rf"|[(（【\[]{_NUMERAL}{{1,3}}[)）】\]][、.．]?{_NO_UNIT}"
    rf"|{_NUMERAL}{{1,3}}(?:[.．](?!{_NUMERAL})|、(?!\s*{_NUMERAL})|[)）])"
    rf"|[\u4e00-\u9fff]{{0,2}}(?:{_OFFICE})(?:(?:您好|你好|[早好啊呀])?[,，:：!！]|您好|你好){_NO_VERB}"
    rf"|(?:{_OFFICE})\s+{_NO_VERB}"
    rf"|[\u4e00-\u9fff]{{1,2}}(?:{_OFFICE})\s+(?=(?:{_HOUSE})|我|咱|您|你|麻烦|请)"
    r"|(?:您好|你好|大家好)(?:[,，:：!！\s]+|(?=\d|我|咱|请问|麻烦))"
)
"""What a line of a list or of a message opens with before the sentence begins: a number that is no house's, a bullet, a
box, a word to the secretary."""
_STOPS = " \t\u3000,，、。.．;；:："
_LAST_BOX = pattern(rf"(?:{_BOX})$")
_PLAIN = pattern(r"(?:[0-9]+[\u4e00-\u9fff]|(?!.{0,5}好)[\u4e00-\u9fff]{7}).*[\u4e00-\u9fff0-9]")
"""What most titles are; nothing has to be looked for in them."""
_LEAST = 2
"""Letters and figures that stay of a title at the least."""


def as_told(title: str) -> str:
    """A title as a clean sentence, without list marks, ticks and whom it speaks to; its words stay as they are."""
    if _PLAIN.fullmatch(title):
        return title
    start, end = 0, len(title)
    while start < end and (found := _BEFORE.match(title, start)):
        start = found.end()
    told = title[start:].rstrip(_STOPS)
    while box := _LAST_BOX.search(told, max(len(told) - 4, 0)):
        told = told[: box.start()].rstrip(_STOPS)
    return told if sum(map(str.isalnum, told)) >= _LEAST else title.strip()
