"""Whether a line goes on with the issue above it: what a narrow screen or Word broke, or what was done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from minqing.classify.sentence.ahead import is_done_then
from minqing.domain.patterns import pattern
from minqing.text.compiled import compiled
from minqing.text.normal import aligned, width

Bond = Literal["same", "broken", "perhaps", "other"]

_JOINS = pattern(r"\s*[,。;:、!?)\]】》”’…~]")
_SIGN = pattern(r"\s*[~^&=+]\s*\w")
"""A sign of somebody's own before a line: it begins something else."""

_SAYS = pattern(r"\s*[^\s,。;:]{1,11}(?:[姐哥叔姨婶嫂伯长生士傅爷妈娘奶户民警员主]|[(][^()]{1,8}[)]):\S")
"""Somebody and what they said; two such lines in a row are two people's."""

_TITLE = pattern(r"\s*#{1,6}\s+\S")
"""A heading as Markdown has it."""

_METHOD = pattern(r"\s*[走看听问记办]\s*:")
"""The method's words open a section."""

_ARROW = pattern(r"\s*(?:→|⇒|➡|=+>|-+>|—+>)")
_OUTCOME = (
    r"\s*[(]?(?:处理|处置|办理|结果|回复|答复|反馈|进展|落实|整改|解决办法|解决|措施|备注|责任人?|责任单位|跟进)(?:情况|结果|意见|措施)?\s*:|"
    r"\s*[(]?(?:已经?|现已|当场|现场已?|当即|目前|经(?:协调|劝说?|沟通|了解|核实|调解|现场|查看)|随即|立即|随后|后经|后来|联系了?|通知了?)(?=[\u4e00-\u9fff])"
)
_MORE = (
    r"\s*(?:希望|要求|建议|请求|想问|问|而且|并且|并|但是?|所以|因此|导致|造成|影响|还有就是|还说|又说|他说|她说|说是?|老人说|居民说|因为|由于|特别是|尤其|"
    r"晚上|白天|每天|经常|一直|多次|已反映)"
)
_OPEN_END = pattern(r"[,、;:(\[（《“‘—\-]$")
_CLOSED_END = pattern(r"[。.!?…~)]$|[√✓✔☑✅]\ufe0f?$|@\S+$")
NARROWEST = 24
"""Columns below which lines are not broken by a narrow screen."""


def wrap_width(lines: Sequence[str], least: int = 2) -> int | None:
    """The width at which the lines of a paste were broken, where ``least`` end there and none goes beyond."""
    widths = Counter(width(aligned_blank(line)) for line in lines if line.strip())
    widest = max(widths, default=0)
    near = sum(count for columns, count in widths.items() if columns >= widest - 2)
    return widest if NARROWEST <= widest <= 100 and near >= least else None


def aligned_blank(line: str) -> str:
    """``line`` without the blanks at its end."""
    return line.rstrip()


def bond(above: str, line: str, *, listed: bool, broken_at: int | None) -> Bond:
    """How ``line`` belongs to the issue whose last line is ``above``.

    ``broken``: in the middle of a sentence, perhaps of a word. ``listed``: lines without numbers are issues of
    their own here, so only sure signs count; ``broken_at`` is the paste's ``wrap_width``.
    """
    plain, before = aligned(line[:80]), aligned(above).rstrip()
    if _SIGN.match(plain) or _METHOD.match(plain) or _TITLE.match(plain):
        return "other"
    if _JOINS.match(plain) or _ARROW.match(plain) or compiled(_OUTCOME).match(plain):
        return "same"
    if _SAYS.match(plain) and _SAYS.match(before):
        return "other"
    if _OPEN_END.search(before) or _unbalanced(before) or _indent(line) > _indent(above) + 1:
        return "same"
    if _CLOSED_END.search(before):
        return "other"
    if broken_at is not None and width(above.rstrip()) >= broken_at - 2:
        return "broken"
    if listed:
        return "other"
    return "same" if compiled(_MORE).match(plain) else "perhaps"


_AT_A_HOUSE = pattern(r"\s*(?:\d|[一二三四五六七八九十]{1,3}(?:号|栋|幢|单元|楼))")
_COUNTED = (
    r"\s*(?:\d{1,3}|[一二两三四五六七八九十几半好多]{1,3})[个辆张堆袋块根条件把只台箱包盆棵片排摞车些]"
    r"(?![^,。;]*[说问讲])[^\s,。;:]{1,10}(?:[,。;].*)?$"
)
_CUT = (
    (pattern(r"[晒照看听用够收]不[到着]\s*$"), pattern(r"\s*[\u4e00-\u9fff]{1,4}(?:[,。;]|$)")),
    (pattern(r"[堆放停摆扔挂贴搭养种搁丢]了?(?:着|满|有|了)\s*$"), pattern(_COUNTED)),
    (
        pattern(
            r"(?:[换装放加弄买配留修]一?(?:个|些|块|把|条|盏|台|根|点)|有人|希望(?:能|可以)?|[让给往向和与]|[很太])\s*$"
        ),
        pattern(r"\s*[\u4e00-\u9fff]"),
    ),
    (pattern(r"(?:只能(?:来|去|到)?|因为|由于|[把被]|以及|为了)\s*$"), pattern(r"\s*[\u4e00-\u9fff]")),
)
"""Ends of a line that lack a word, and what can be that word in the next: 晒不到 阳光, 堆了 三个沙发, 只能来 楼下."""


def is_cut(above: str, line: str) -> bool:
    """Whether the sentence of ``above`` lacks the words that ``line`` begins with; a house begins another matter."""
    before, plain = aligned(above).rstrip(), aligned(line[:80])
    if _SAYS.match(plain):
        return False
    return any(
        end.search(before) and start.match(plain) and (start.pattern == _COUNTED or not _AT_A_HOUSE.match(plain))
        for end, start in _CUT
    )


def _unbalanced(text: str) -> bool:
    return any(text.count(a) > text.count(b) for a, b in ("()", "[]", "“”", "《》"))


def _indent(line: str) -> int:
    return width(line[: len(line) - len(line.lstrip())].replace("\t", "    "))


def is_clause(line: str) -> bool:
    """Whether ``line`` begins a clause of its own: what was done, what is wished for besides."""
    plain = aligned(line[:80])
    return bool(compiled(_OUTCOME).match(plain) or compiled(_MORE).match(plain) or is_done_then(plain))


_IN_PHRASE = pattern(r"\s*(?:[的了着得地](?![面上下板砖])|[上下]午\s*$)")


def goes_on_in_phrase(line: str) -> bool:
    """Whether ``line`` begins in the middle of a phrase: 的路灯不亮 below 13号楼前."""
    return bool(_IN_PHRASE.match(line[:80]))


_NARROW_SCREEN = 20
"""Columns of the narrowest screen that breaks lines."""


def is_broken_evenly(lines: Sequence[str]) -> bool:
    """Whether three lines and more were broken where a screen ended: all but the last are about equally wide."""
    columns = [width(line.rstrip()) for line in lines[:-1]]
    return len(columns) > 1 and min(columns) >= max(max(columns) - _UNEVEN, _NARROW_SCREEN)


_UNEVEN = 10
"""Columns by which such lines differ: the first has a number, and signs are not broken off."""


def joined(above: str, line: str, clause: bool) -> str:
    """Both lines as one: a comma before a clause of its own, a blank only between words of letters."""
    first, second = above.rstrip(), line.strip()
    if clause and first[-1:].isalnum() and second[:1].isalnum():
        return f"{first},{second}"
    latin = first[-1:].isascii() and first[-1:].isalnum() and second[:1].isascii() and second[:1].isalnum()
    return f"{first} {second}" if latin else first + second
