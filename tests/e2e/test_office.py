"""What LibreOffice makes of the files: totals calculated anew, a report laid out. Takes long: ``make office``."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from handouts import CHARTS, handout
from ledgers import NAMED, TODAY, extent, opened, states

from minqing.domain.community import Opening
from minqing.domain.values import replace
from minqing.messages import speaking
from minqing.reports.media import excel, word
from minqing.reports.media.ledger_book import ledger_xlsx

pytestmark = pytest.mark.skipif(
    not (os.environ.get("OFFICE_TESTS") and shutil.which("soffice")), reason="make office; needs LibreOffice"
)


@pytest.fixture(autouse=True, params=["zh", "en"])
def spoken(request):
    with speaking(request.param):
        yield


def converted(raw: bytes, name: str, to: str, folder: Path) -> bytes:
    """What LibreOffice saves a file as."""
    (folder / name).write_bytes(raw)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder / "out"),
        str(folder / name),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "out" / Path(name).with_suffix(f".{to}").name).read_bytes()


def without_values(raw: bytes) -> bytes:
    """A workbook whose formulas have lost the values stored beside them, so that they must be calculated."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", old.read(name)))
    return out.getvalue()


def figures(raw: bytes) -> list[list[object]]:
    """Every value of the sheet of totals, which is the last but for the ledger's."""
    rows = openpyxl.load_workbook(BytesIO(raw), data_only=True).worksheets[-1].iter_rows(values_only=True)
    return [[round(v, 6) if isinstance(v, float) else v for v in row if v not in (None, "")] for row in rows]


OPENING = Opening(TODAY.replace(month=10, day=31), disputes=100, environment=7)


@pytest.mark.parametrize(
    "of", [extent(), extent(None), extent(None, replace(NAMED, opening=OPENING))], ids=["month", "all", "carried over"]
)
def test_the_totals_calculated_anew_are_those_stored(of, tmp_path):
    raw = ledger_xlsx(states(of), of, TODAY)
    assert any(len(row) > 1 for row in figures(raw))
    assert figures(converted(without_values(raw), "l.xlsx", "xlsx", tmp_path)) == figures(raw)


def test_an_empty_ledger_adds_up_to_nothing(tmp_path):
    raw = ledger_xlsx([], extent(), TODAY)
    assert figures(converted(without_values(raw), "l.xlsx", "xlsx", tmp_path)) == figures(raw)


def test_the_report_opens_with_its_charts(tmp_path):
    raw = excel.render(handout(charts=CHARTS))
    again = opened(converted(raw, "r.xlsx", "xlsx", tmp_path))
    assert len(again.worksheets[1]._charts) == 3


def test_the_document_has_pages_and_numbers(tmp_path):
    pdf = converted(word.render(handout(charts=CHARTS)), "r.docx", "pdf", tmp_path)
    (tmp_path / "r.pdf").write_bytes(pdf)
    text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "r.pdf"), "-"], capture_output=True, check=True)
    pages = text.stdout.decode().split("\f")
    assert len(pages) > 3
    assert all(re.search(rf"— ?{number} ?—", page) for number, page in enumerate(pages[:-1], 1))
    assert "20260907-1" in text.stdout.decode()
