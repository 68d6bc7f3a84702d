"""What sounds settled in words that no table of the rules knows, and what a line is at all."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date

import pytest

from benchmarks.classify import sayings as training
from benchmarks.classify.data import shipped_examples
from minqing.classify.models import encoder
from minqing.classify.models.encoder import builtin_encoder
from minqing.classify.models.learned import DATA
from minqing.classify.models.roles import MATTER, ROLES, roles
from minqing.classify.notes.paste import read_matters, read_notes
from minqing.classify.sentence import likely
from minqing.classify.sentence.endings import ending_of, is_settled
from minqing.classify.sentence.likely import likely_ending, likely_settled
from minqing.classify.suggest import Asked, suggest, suggest_all
from minqing.domain.community import Community

COMMUNITY = Community()
MONDAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "_KNOWN", {})


def test_what_is_shipped_was_learned_from_the_lines_beside_it() -> None:
    shipped = json.loads((DATA / "sayings.json").read_text(encoding="utf-8"))
    assert shipped["sources"] == training.sources_digest(), "make model"
    assert (DATA / "sayings.json").stat().st_size < 700_000


def test_every_label_is_one_that_is_known() -> None:
    endings = Counter(line.label for line in training.labelled(training.ENDINGS))
    assert endings.keys() == {"closed", "open"}
    assert sum(endings.values()) == len({line.text for line in training.labelled(training.ENDINGS)})
    assert {line.label for line in training.labelled(training.ROLES)} == set(ROLES)


def test_an_ending_in_words_of_no_table_closes_its_matter() -> None:
    text = "快递柜错格,后台远程弹开,东西到手了。"
    assert not is_settled(text)
    assert likely_ending(text) == "东西到手了"


@pytest.mark.parametrize(
    "text",
    [
        "快递柜错格,后台远程弹开,东西还是没到手",
        "5号楼路灯坏了",
        "楼顶的信号塔说好迁走,到现在没动静",
        "居民自己把公共的门拆走了",
        "旧沙发上周拉走,今天同一处又冒出一张床垫",
        "",
        "了",
    ],
)
def test_what_is_not_nearly_certain_stays_open(text: str) -> None:
    assert likely_ending(text) is None


def test_what_the_rules_know_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "builtin_sayings", lambda question: pytest.fail("asked"))
    assert likely_settled(["5号楼路灯坏", "三楼堆纸箱"]) == [False, False]
    monkeypatch.undo()
    assert ending_of("门口小广告,已清理") == "已清理"
    assert likely_ending("门口小广告,已清理") is None


def test_where_the_letters_leave_nothing_near_the_encoder_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "builtin_encoder", lambda: pytest.fail("loaded"))
    assert likely_settled(["3号楼电梯又停了,老人下不来", "楼道里又堆满了纸箱,过不去"]) == [False, False]


def test_notes_close_what_sounds_settled_and_say_so() -> None:
    notes = read_notes("1. 快递柜错格,后台远程弹开,东西到手了\n2. 5号楼路灯坏了", MONDAY, COMMUNITY)
    assert [(issue.closed, issue.ending) for issue in notes.issues] == [(True, "东西到手了"), (False, "")]
    found = suggest(notes.issues[0].title, community=COMMUNITY, today=MONDAY, done=True)
    assert found.tier == "small"
    assert ("tier-settled-likely", "东西到手了") in [(code, params.get("words")) for code, params in found.because]


@pytest.mark.parametrize("line", ["[ ] {}", "2. {} !大事", "2. {}【处理中】"])
def test_a_box_a_mark_or_a_state_says_more_than_how_it_sounds(line: str) -> None:
    text = line.format("快递柜错格,后台远程弹开,东西到手了")
    above = "[x] 5号楼楼道纸箱,清走了" if line.startswith("[") else "1. 5号楼楼道纸箱,清走了"
    notes = read_notes(f"{above}\n{text}", MONDAY, COMMUNITY)
    assert [issue.closed for issue in notes.issues] == [True, False]


def test_matters_are_asked_about_together(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    shipped = builtin_encoder()
    assert shipped is not None
    monkeypatch.setattr(encoder, "builtin_encoder", lambda: shipped)
    whole = encoder.Encoder.gists
    monkeypatch.setattr(encoder.Encoder, "gists", lambda self, texts: asked.append(len(texts)) or whole(self, texts))
    several = [f"{n}号楼快递柜错格,后台远程弹开,东西到手了" for n in range(1, 6)]
    suggest_all([Asked(text, MONDAY) for text in several], community=COMMUNITY)
    read_matters("\n".join(several), MONDAY, COMMUNITY)
    assert asked == [5]


def test_of_very_many_sentences_only_the_first_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "MOST", 2)
    assert likely_settled([f"{n}号楼快递柜错格,后台远程弹开,东西到手了" for n in (1, 2, 3)]) == [True, True, False]


def test_without_the_arithmetic_the_rules_decide_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    builtin_encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "numpy", None)
    try:
        assert likely_settled(["快递柜错格,后台远程弹开,东西到手了"]) == [False]
        assert roles(["灯坏"])[0].name == MATTER
    finally:
        builtin_encoder.cache_clear()


def test_of_matters_beyond_the_spot_hardly_any_sounds_settled() -> None:
    larger = [e.text for e in shipped_examples()[5::97] if e.tier != "small"]
    assert len(larger) > 250
    assert sum(likely_settled(larger)) <= 1


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("灯坏", "matter"),
        ("门禁刷不开", "matter"),
        ("2号楼", "heading"),
        ("下周再来", "plan"),
        ("今天真冷啊脚都冻麻了", "feeling"),
        ("讲了反诈,发了传单", "told"),
        ("收到", "chat"),
    ],
)
def test_a_bare_line_is_what_its_words_say(line: str, role: str) -> None:
    (found,) = roles([line])
    assert found.name == role
    assert found.probability == max(found.parts.values())
    assert abs(sum(found.parts.values()) - 1) < 1e-9
    assert (found.matter > 0.5) == (role == MATTER)


def test_lines_are_the_same_alone_and_together() -> None:
    lines = ["灯坏", "2号楼", "夸保洁勤快"]
    assert [one.name for one in roles(lines)] == [roles([line])[0].name for line in lines]
    assert roles([]) == []


def test_training_tells_what_it_was_shown_and_tries_it_on_what_it_was_not() -> None:
    lines = training.labelled(training.ENDINGS)[:320]
    question = training.Question(("closed",), training.ending_pieces, lines)
    scores = training.held_out(question, "closed")
    truth = training.right(question, "closed")
    closed, left_open = scores[truth == 1].mean(), scores[truth == 0].mean()
    assert closed > left_open + 1


@pytest.mark.parametrize(
    "text",
    [
        "树倒了，压到车上去了",
        "电线断了，垂下来了",
        "狗咬人了，狗主跑掉了",
        "停水，居民打水去了",
        "漏水，敲楼上门没人，回来了",
        "门口的长椅给拆走了",
        "垃圾桶给收走了",
        "钥匙锁屋里了，开锁的来了",
        "三楼老太太晕倒，120拉走了",
    ],
)
def test_a_danger_and_what_was_taken_away_are_never_over_because_they_sound_so(text: str) -> None:
    assert likely_settled([text]) == [False]


def test_a_sentence_has_one_answer_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minqing.classify.sentence.likely.MOST", 1)
    several = [f"{n}号楼8室快递柜错格,后台远程弹开,东西到手了" for n in (71, 72)]
    assert likely_settled(several) == likely_settled(several) == [True, False]
