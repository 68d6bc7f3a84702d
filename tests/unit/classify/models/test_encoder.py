"""The encoder reads what a sentence means, alone or with others, and may be missing."""

from __future__ import annotations

import math
import sys
from datetime import date

import pytest

from minqing.classify import verdict
from minqing.classify.experience import Confirmed, Experience
from minqing.classify.models import encoder
from minqing.classify.models.encoder import builtin_encoder, meaning, read_ahead
from minqing.classify.models.learned import DATA
from minqing.classify.suggest import Asked, suggest, suggest_all
from minqing.domain.community import CATEGORIES, Community
from minqing.domain.model import TIERS

COMMUNITY = Community()
MONDAY = date(2026, 11, 16)
CLEAR, DOUBTFUL = "3号楼门口小广告,已清理", "厨房顶上滴答滴答,楼上那户怎么敲都不应"


@pytest.fixture(autouse=True)
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_READ", {})


def test_the_shipped_encoder_knows_every_category_and_tier() -> None:
    shipped = builtin_encoder()
    assert shipped is not None
    assert shipped.head["categories"] == list(CATEGORIES)
    assert shipped.head["tiers"] == list(TIERS)
    assert (DATA / "encoder.bin").stat().st_size < 13_000_000


def test_what_is_read_are_probabilities() -> None:
    found = meaning(DOUBTFUL)
    assert found is not None
    assert math.isclose(sum(map(math.exp, found.categories.values())), 1, abs_tol=1e-4)
    assert math.isclose(sum(map(math.exp, found.tiers.values())), 1, abs_tol=1e-4)


def test_sense_is_told_where_words_mislead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody broke in, and it is no noise of a neighbour's: that no word of the sentence says."""
    text = "隔壁空房半夜有响动,门锁被撬过"
    found = suggest(text, community=COMMUNITY, today=MONDAY)
    assert (found.category, found.tier) == ("safety", "large")
    assert "category-meaning" in [code for code, _ in found.because]
    monkeypatch.setattr(verdict, "meaning", lambda text: None)
    assert suggest(text, community=COMMUNITY, today=MONDAY).category == "dispute"


def test_a_sentence_means_the_same_among_others() -> None:
    shipped = builtin_encoder()
    assert shipped is not None
    texts = [DOUBTFUL, "灯不亮", "", "老人" * 400, "🙂 ok", CLEAR]
    together = shipped.read(texts)
    for text, found in zip(texts, together, strict=True):
        (alone,) = shipped.read([text])
        assert all(abs(alone.categories[id] - found.categories[id]) < 1e-3 for id in CATEGORIES)


def test_groups_that_are_read_side_by_side_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = builtin_encoder()
    assert shipped is not None
    texts = [f"{n}号楼的灯不亮" + "又不亮" * (n % 7) for n in range(90)]
    for processors in (1, 3):
        monkeypatch.setattr(encoder, "_processors", lambda count=processors: count)
        monkeypatch.setattr(encoder, "AT_ONCE", 128)
        found = shipped.read(texts)
        assert found[41] == shipped.read(texts)[41]
        assert len({found[n].categories["facility"] for n in range(90)}) == 90
        assert [round(one.categories["facility"], 3) for one in found] == [
            round(shipped.read([text])[0].categories["facility"], 3) for text in texts
        ]


def test_many_sentences_are_remembered_and_the_memory_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "REMEMBERED", 3)
    read_ahead(["一", "二"])
    read_ahead(["三", "四"])
    assert list(encoder._READ) == ["三", "四"]


def test_only_what_words_leave_in_doubt_is_read() -> None:
    suggest_all([Asked(CLEAR, MONDAY), Asked(DOUBTFUL, MONDAY)], community=COMMUNITY)
    assert list(encoder._READ) == [DOUBTFUL]
    suggest(CLEAR, community=COMMUNITY, today=MONDAY)
    assert list(encoder._READ) == [DOUBTFUL]


def test_what_the_diary_makes_clear_is_not_read() -> None:
    before = Experience([Confirmed(DOUBTFUL, "dispute", "medium", corrected=True)])
    (found,) = suggest_all([Asked(DOUBTFUL, MONDAY)], community=COMMUNITY, experience=before)
    assert (found.category, found.tier) == ("dispute", "medium")
    assert encoder._READ == {}


def test_what_is_given_is_not_in_doubt() -> None:
    suggest_all([Asked(DOUBTFUL, MONDAY, category="dispute", tier="medium")], community=COMMUNITY)
    assert encoder._READ == {}


def test_together_is_suggested_what_is_suggested_alone() -> None:
    asked = [Asked(text, MONDAY) for text in (DOUBTFUL, CLEAR, "灯不亮", "屋顶的太阳能架子晃,风一大就怕掉下来")]
    together = suggest_all(asked, community=COMMUNITY)
    assert together == [suggest(one.text, community=COMMUNITY, today=MONDAY) for one in asked]


def test_without_the_arithmetic_the_words_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    builtin_encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "numpy", None)
    try:
        found = suggest(DOUBTFUL, community=COMMUNITY, today=MONDAY)
        assert found.category in CATEGORIES
        assert encoder._READ == {}
    finally:
        builtin_encoder.cache_clear()
