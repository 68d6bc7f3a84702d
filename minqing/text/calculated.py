"""Text that a spreadsheet would calculate when it opens a CSV, and the apostrophe that keeps it text."""

from __future__ import annotations

import re

from minqing.text.normal import fit_for_files

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
"""A sign alone (the dash for none) calculates nothing."""


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
