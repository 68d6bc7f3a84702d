"""What may stand in a cell of a spreadsheet: texts that stay texts, and fit."""

from __future__ import annotations

import re

from minqing.messages import say
from minqing.text.normal import fit_for_files

CELL_LIMIT = 32_767
"""Characters that Excel keeps in one cell; a longer text makes the file count as damaged."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
"""A sign alone (the dash for none) calculates nothing."""


def cell_text(text: str, id: str) -> str:
    """``text`` for a cell of a workbook; one too long ends with how much is missing and where it is (``id``)."""
    fit = fit_for_files(text)
    if len(fit) <= CELL_LIMIT:
        return fit
    kept = CELL_LIMIT - 200
    return fit[:kept] + say("ledger.cut", count=len(fit) - kept, id=id)


def like_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate ``text`` where it is typed or read in (``=cmd|…``, ``+``, ``-``, ``@``)."""
    return _FORMULA.match(text) is not None


def csv_text(text: str) -> str:
    """``text`` for a CSV file: an apostrophe goes before what a spreadsheet would calculate.

    Nothing is lost: ``csv_meant`` takes it off again.
    """
    fit = fit_for_files(text)
    return f"'{fit}" if like_formula(fit) else fit


def csv_meant(text: str) -> str:
    """What ``csv_text`` was given."""
    return text[1:] if text.startswith("'") and like_formula(text) else text
