"""What may stand in a cell of a spreadsheet: texts that stay texts, and fit."""

from __future__ import annotations

from minqing.messages import say
from minqing.text.normal import fit_for_files

CELL_LIMIT = 32_767
"""Characters that Excel keeps in one cell; a longer text makes the file count as damaged."""


def cell_text(text: str, id: str) -> str:
    """``text`` for a cell of a workbook; one too long ends with how much is missing and where it is (``id``)."""
    fit = fit_for_files(text)
    if len(fit) <= CELL_LIMIT:
        return fit
    kept = CELL_LIMIT - 200
    return fit[:kept] + say("ledger.cut", count=len(fit) - kept, id=id)
