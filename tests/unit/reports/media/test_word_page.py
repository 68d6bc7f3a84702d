"""``docs/word.md`` lists every placeholder, ``docs/ledger.md`` every column."""

from pathlib import Path

import pytest

from minqing.messages import speaking
from minqing.reports.ledger import COLUMNS
from minqing.reports.media.placeholders import BLOCKS, EARLIER, FACTS, FIGURES

DOCS = Path(__file__).parents[4] / "docs"


@pytest.mark.parametrize("fact", [*FACTS, *FIGURES], ids=lambda fact: fact.name)
def test_every_placeholder_is_documented(fact):
    page = (DOCS / "word.md").read_text(encoding="utf-8")
    assert f"`{{{{ {fact.name} }}}}`" in page
    assert f"`{{{{ {fact.zh} }}}}`" in page


@pytest.mark.parametrize("word", [*BLOCKS, *BLOCKS.values()])
def test_every_block_is_documented(word):
    page = (DOCS / "word.md").read_text(encoding="utf-8")
    assert f"{{{{ {word} }}}}" in page or f"{{{{ {word}:1 }}}}" in page


@pytest.mark.parametrize("word", [*EARLIER, *EARLIER.values()])
def test_earlier_periods_are_documented(word):
    assert f"`{word}:`" in (DOCS / "word.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.id)
def test_every_column_is_documented(column):
    page = (DOCS / "ledger.md").read_text(encoding="utf-8")
    assert f"`{column.id}`" in page
    for language in ("zh", "en"):
        with speaking(language):
            assert column.title.removeprefix("times ") in page
