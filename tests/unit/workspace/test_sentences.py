import re
from pathlib import Path

import pytest

import minqing.workspace
from minqing.messages import say, set_language
from minqing.messages.workspace import TEXTS

PARAMS = {"path": "diaries/2019", "why": "EIO", "who": "4711", "seconds": "30"}


def raised_codes() -> set[str]:
    """Every ``workspace.…`` code that stands in the package."""
    sources = Path(minqing.workspace.__file__).parent.glob("*.py")
    found = (re.findall(r'"workspace\.([a-z-]+)"', path.read_text(encoding="utf-8")) for path in sources)
    return {code for codes in found for code in codes}


def test_every_refusal_has_its_sentence_and_none_is_left_over() -> None:
    assert raised_codes() == set(TEXTS)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("word", sorted(TEXTS))
def test_the_sentences_can_be_said(word: str, language: str) -> None:
    set_language(language)
    sentence = say(f"workspace.{word}", **PARAMS)
    assert "{" not in sentence
    assert any("\u4e00" <= c <= "\u9fff" for c in sentence) == (language == "zh")
    set_language("en")
