"""Short ways to read a diary file in tests."""

from __future__ import annotations

from minqing.domain.community import Community
from minqing.domain.model import Entry, Issue
from minqing.text.read import Reading, read_entry
from minqing.text.vocabulary import category_words

WORDS = category_words(Community())
PATH = "diaries/2019/2019-10-21.md"


def reading(text: str | bytes, path: str = PATH) -> Reading:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_entry(raw, path, WORDS)


def front(*lines: str, path: str = PATH) -> Reading:
    """The reading of a file with this front matter below its date."""
    return reading("\n".join(("---", "日期: 2019-10-21", *lines, "---", "")), path)


def raised(*lines: str) -> Reading:
    """The reading of a file with one issue that has these lines below its id."""
    return front("事项:", "  - 编号: 20191021-1", *("    " + line for line in lines))


def codes(found: Reading) -> list[str]:
    return [problem.code for problem in found.problems]


def entry_of(found: Reading) -> Entry:
    assert found.entry is not None, found.problems
    return found.entry


def issue_of(found: Reading) -> Issue:
    (issue,) = entry_of(found).issues
    return issue
