"""The quick way to a file's fences finds what the long one does, or nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import minqing.text.fences as fences

PIECES = [
    "---",
    "\n",
    "\r\n",
    "——",
    "...",
    "-",
    " ",
    "\ufeff",
    "日期: 2019-10-21",
    "事项:",
    "  - 编号: 20191021-1",
    "正文",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_plain_fences_are_where_a_look_for_all_kinds_finds_them(pieces: list[str]) -> None:
    for text in ("".join(pieces), "---\n" + "".join(pieces) + "\n---\n正文"):
        assert fences._plain_parts(text) in (None, fences._parts(text))


def test_a_file_as_it_is_written_goes_the_quick_way() -> None:
    found = fences._plain_parts("---\n日期: 2019-10-21\n---\n正文\n")
    assert found is not None
    assert (found.front, found.body, found.start, found.line) == ("日期: 2019-10-21\n", "正文\n", 4, 1)
