import re
from pathlib import Path

import pytest

import minqing.workspace
from minqing.messages import say, set_language
from minqing.messages.workspace import TEXTS
from minqing.workspace.settings import read_settings

PARAMS = {"path": "diaries/2019", "why": "EIO", "who": "4711", "seconds": "30"} | {
    "count": 2, "names": "a, b", "example": "a",
}  # fmt: skip


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


ODD_SETTINGS = (
    "社区：甲\n户数: 很多\n人囗: 3\nformat: 2\n期初: {周一: 3}\n户数: 3\n",
    "楼栋: [1号楼\n",
    "社区: &a 甲\n",
    "社区: !!str 甲\n",
    "社区: \x07\n",
    "- " * 99,
    "- 甲\n",
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ODD_SETTINGS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_every_problem_of_the_settings_can_be_said(text: str, encoding: str, language: str) -> None:
    problems = read_settings(text.encode(encoding))[1]
    set_language(language)
    said = [say(f"problems.{p.code}.{part}", **p.params) for p in problems for part in ("title", "detail", "fix")]
    assert said
    assert all(said)
    set_language("en")
