"""What is fuzzed: each reader with the texts that its inputs are made of. It may refuse in words and nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

from minqing.domain.community import Community
from minqing.text.vocabulary import category_words

TODAY = date(2026, 11, 20)
COMMUNITY = Community()
WORDS = category_words(COMMUNITY)
PATH = "diaries/2026/2026-11-16.md"
TOP = Path(__file__).resolve().parents[2]


def entry(raw: bytes) -> None:
    """A diary file: read, mended, compared, looked through for numbers."""
    from minqing.text.differences import differences
    from minqing.text.fix import fix_entry
    from minqing.text.private_lines import new_numbers
    from minqing.text.read import read_entry

    found = read_entry(raw, PATH, WORDS)
    mended = fix_entry(raw, PATH, WORDS)
    if mended is not None:
        differences(found, read_entry(mended, PATH, WORDS))
    new_numbers(None, raw, PATH)


def settings(raw: bytes) -> None:
    """``minqing.yaml``."""
    from minqing.workspace.settings import read_settings

    read_settings(raw)


def notes(raw: bytes) -> None:
    """A paste."""
    from minqing.classify.notes.paste import read_paste

    read_paste(raw.decode("utf-8", "replace"), TODAY, COMMUNITY)


def dates(raw: bytes) -> None:
    """A day, a period, a range, as typed."""
    from minqing.domain.errors import MinqingError
    from minqing.text.dates import parse_day, parse_period, parse_range

    for read in (parse_day, parse_period, parse_range):
        try:
            read(raw.decode("utf-8", "replace")[:400], TODAY)
        except MinqingError:
            continue


def filters(raw: bytes) -> None:
    """The terms of a filter."""
    from minqing.text.filters import parse_filters

    parse_filters(raw.decode("utf-8", "replace")[:2000].split(), TODAY, COMMUNITY)


def privacy(raw: bytes) -> None:
    """A text looked through for personal details."""
    from minqing.text.privacy import findings

    findings(raw.decode("utf-8", "replace"))


def suggestion(raw: bytes) -> None:
    """An issue as it is told, for what is suggested."""
    from minqing.classify.suggest import suggest

    suggest(raw.decode("utf-8", "replace")[:4000], community=COMMUNITY, today=TODAY)


def report_file(raw: bytes) -> None:
    """A report that is handed back to be verified."""
    from minqing.reports.read_back import rows_of

    for ending in (".html", ".docx", ".csv", ".md"):
        try:
            rows_of(ending, raw)
        except Exception as refused:
            from minqing.domain.errors import MinqingError

            if not isinstance(refused, MinqingError):
                raise


def ledger(raw: bytes) -> None:
    """A ledger that is sent: CSV, JSON or HTML as it is, the XML of a sheet inside a workbook."""
    from minqing.ledger.book import read_book
    from minqing.ledger.layout import layout_of
    from minqing.ledger.mapping import Meanings, read_meanings
    from minqing.ledger.rows import Ground, read_rows

    ground = Ground(COMMUNITY, TODAY, Meanings())
    for sheet in read_book(_workbook(raw) if raw.startswith(b"<worksheet") else raw, "台账.xlsx"):
        layout = layout_of(sheet, COMMUNITY)
        for _ in read_rows(layout, ground) if layout else ():
            pass
    if raw.startswith((b"columns", "列".encode())):
        read_meanings(raw, "对照.yaml")


def backup_list(raw: bytes) -> None:
    """A backup's list of what it holds."""
    from minqing.cli.commands.restoring import _checked
    from minqing.workspace.archive import MANIFEST, opened

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("diary.bundle", b"x")
        made.writestr("private/contacts.txt", b"y")
        made.writestr(MANIFEST, raw)
    with opened(packed) as archive:
        _checked(archive)
        for piece in archive.pieces:
            b"".join(archive.chunks(piece))


def picture(raw: bytes) -> None:
    """A picture that is taken in, and handed out."""
    from minqing.workspace.pictures import made_small, take_in

    take_in(raw)
    made_small(raw)


def _workbook(sheet: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr(
            "xl/workbook.xml", '<workbook xmlns:r="x"><sheets><sheet name="台账" r:id="a"/></sheets></workbook>'
        )
        made.writestr("xl/_rels/workbook.xml.rels", '<R><Relationship Id="a" Target="worksheets/a.xml"/></R>')
        made.writestr("xl/styles.xml", '<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></s>')
        made.writestr("xl/sharedStrings.xml", "<sst><si><t>办结</t></si><si><t>路灯太亮睡不着</t></si></sst>")
        made.writestr("xl/worksheets/a.xml", sheet)
    return packed.getvalue()


def _diaries() -> list[bytes]:
    found = [path.read_bytes() for path in sorted((TOP / "diaries").rglob("*.md"))[:40]]
    bad = [path.read_bytes() for path in sorted((TOP / "tests/errors").rglob("*.md"))]
    return [*found, *bad]


def _pastes() -> list[bytes]:
    samples = TOP / "tests/unit/classify/notes/samples"
    return [path.read_bytes() for path in sorted(samples.rglob("*")) if path.is_file()]


def _reports() -> list[bytes]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("word/document.xml", '<w:document xmlns:w="x"><w:p><w:t>灯</w:t></w:p></w:document>')
    return [
        packed.getvalue(),
        "<!doctype html><table><tr><td>灯</td></tr></table><h1>月报</h1>".encode(),
        b"a,b\n1,2\n",
    ]


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def _ledgers() -> list[bytes]:
    heads, cells = (
        ("日期", "事由", "地点", "办理情况"),
        ("2026-11-16", "路灯太亮睡不着", "5号楼", "11.18已办结,居民满意"),
    )
    rows = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in (heads, cells))
    days = '<row r="5"><c r="A5" s="1"><v>46342</v></c><c r="B5" t="s"><v>1</v></c><c r="D5" t="s"><v>0</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C2:C5"/></mergeCells>'
    table = "".join(f"<tr>{''.join(f'<td rowspan=2>{c}</td>' for c in row)}</tr>" for row in (heads, cells))
    return [
        f"<worksheet><sheetData>{rows}{days}</sheetData>{merged}</worksheet>".encode(),
        "\n".join(",".join(f'"{c}"' for c in row) for row in (heads, cells, cells)).encode(),
        json.dumps([dict(zip(heads, cells, strict=True))], ensure_ascii=False).encode(),
        f"<html><table>{table}</table></html>".encode(),
        "列:\n  诉求内容: 事由\n词:\n  类别: {路灯: 公共设施}\n年份: 2026\n".encode(),
        (TOP / "tests/unit/ledger/small.xls").read_bytes(),
    ]


def _lists() -> list[bytes]:
    pieces = [{"name": "diary.bundle", "size": 1, "sha256": sha256(b"x").hexdigest()}]
    pieces.append({"name": "private/contacts.txt", "size": 1, "sha256": sha256(b"y").hexdigest()})
    said = {"format": 1, "program": "minqing 0.1.0", "today": "2026-11-20", "head": "0" * 40, "place": "",
            "branch": "refs/heads/main", "shallow": [], "figures": {"entries": 1}, "left_out": []}  # fmt: skip
    return [json.dumps({**said, "pieces": pieces}).encode()]


def _pictures() -> list[bytes]:
    from PIL import Image

    found = []
    for form in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"):
        out = io.BytesIO()
        exif = Image.Exif()
        exif[0x0112], exif[0x0132] = 6, "2026:11:16 08:30:00"
        Image.effect_noise((40, 30), 90).convert("RGB").save(out, form, exif=exif)
        found.append(out.getvalue())
    return found


DATES = (
    "2026-11-16 11-16 1116 11月16日 今天 大前天 周一 上周一 本周三 3天后 三天前 "
    "月底 2026-q4 三季度 上半年 2026-01-01..2026-06-30"
)
FILTERS = (
    "路灯 tier:large 层级:大事 state:all due:..周五 days:30.. 非:overdue not:tier:small raised:2026-11 8:30 不要:绿化"
)
PRIVATE = "王小明 电话 13812345678,身份证 11010519491231002X,住5号楼3单元402室,卡号 6222021234567890123,患高血压"

TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], list[bytes]]]] = {
    "entry": (entry, _diaries),
    "settings": (settings, lambda: [(TOP / "minqing.yaml").read_bytes()]),
    "notes": (notes, _pastes),
    "dates": (dates, lambda: [word.encode() for word in DATES.split()]),
    "filters": (filters, lambda: [FILTERS.encode(), *(word.encode() for word in FILTERS.split())]),
    "privacy": (privacy, lambda: [PRIVATE.encode()]),
    "suggestion": (suggestion, lambda: ["5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉,三天内答复".encode()]),
    "report": (report_file, _reports),
    "ledger": (ledger, _ledgers),
    "backup": (backup_list, _lists),
    "picture": (picture, _pictures),
}
"""Every target by its name: what reads, and what its inputs are made from."""
