"""What of a person is found in a text, what is not, and how it is shown masked."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minqing.text.privacy import NUMBERS, findings, is_full_name, masked, masked_name, numbers_in, numbers_masked
from minqing.text.privacy_numbers import is_identity, luhn
from tests.privacy_samples import INNOCENT, OUT_OF_REACH, SECRETS


@pytest.mark.parametrize(("kind", "text"), SECRETS)
def test_finds_every_planted_secret(kind: str, text: str) -> None:
    assert kind in {found.kind for found in findings(text)}


@pytest.mark.parametrize("text", INNOCENT)
def test_leaves_innocent_sentences_alone(text: str) -> None:
    assert findings(text) == ()


def test_the_samples_are_many() -> None:
    assert len(SECRETS) >= 150
    assert len(set(INNOCENT)) >= 300


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("老爷子13812345678", "老爷子138****5678"),
        ("老爷子 +86 138-1234-5678", "老爷子 138****5678"),
        ("一三八一二三四五六七八", "138****5678"),
        ("身份证11010519491231002X", "身份证******************"),
        ("卡6222020200112230004", "卡***************0004"),
        ("家里电话010-87654321", "家里电话010-****4321"),
        ("5号楼2单元301室", "5号楼*单元*室"),
        ("5号楼301室的", "5号楼*室的"),
        ("5-2-301", "5-*-*"),
        ("12号楼402漏到302", "12号楼*室漏到*室"),
        ("12号楼402、302和502室漏水,202住户也来了", "12号楼*室、*室和*室漏水,*室住户也来了"),
        ("楼上502的水漏到楼下302", "楼上*室的水漏到楼下*室"),
        ("12号楼402和110、303路公交、101中学、共302住户", "12号楼*室和110、303路公交、101中学、共302住户"),
        ("3号楼和302", "3号楼和302"),
        ("老爷子 13 8123 45678", "老爷子 138****5678"),
        ("居民张建国反映", "居民张**反映"),
        ("业主欧阳小明投诉", "业主欧阳**投诉"),
        ("张建国家3号楼", "张**家3号楼"),
        ("5号楼的欧阳小明家漏水", "5号楼的欧阳**家漏水"),
        ("王大爷家3号楼", "王大爷家3号楼"),
        ("安全专家3号楼看过", "安全专家3号楼看过"),
        ("方便人家的事,周边国家的人", "方便人家的事,周边国家的人"),
        ("5号楼的老爷子说路灯太亮", "5号楼的老爷子说路灯太亮"),
        ("8号楼的阿姨有癌症", "8号楼的阿姨有癌症"),
    ],
)
def test_shows_it_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("张建国", "张**"), ("李四", "李**"), ("欧阳小明", "欧阳**"), ("司马光", "司马**"),
        ("5号楼张建国", "5号楼张**"), ("张建国老爷子", "张**老爷子"), ("张建国、李四", "张**、李**"),
        ("张建国 13812345678", "张** 138****5678"), ("5号楼2单元301室张建国", "5号楼*单元*室张**"),
        ("阿依古丽·买买提", "阿**"), ("居民张建国", "居民张**"), ("张**", "张**"),
        ("老爷子", "老爷子"), ("5号楼的老爷子", "5号楼的老爷子"),
        ("8号楼阿姨", "8号楼阿姨"), ("王大爷", "王大爷"), ("张书记", "张书记"), ("小王", "小王"),
        ("李某", "李某"), ("高龄老人", "高龄老人"), ("居民", "居民"), ("", ""),
    ],
)  # fmt: skip
def test_a_field_that_names_somebody(field: str, shown: str) -> None:
    assert masked_name(field) == shown


@pytest.mark.parametrize("field", ["张建国", "5号楼张建国", "居民张建国", "欧阳小明", "张建国 13812345678"])
def test_a_full_name_is_told(field: str) -> None:
    assert is_full_name(field)


@pytest.mark.parametrize(
    "field", ["老爷子", "8号楼阿姨", "王大爷", "张书记", "小王", "李某", "张**", "居民", "物业", ""]
)
def test_a_form_of_address_is_no_full_name(field: str) -> None:
    assert not is_full_name(field)


def test_staff_are_no_private_matter() -> None:
    assert masked("王丽说已经联系了绿化队", {"王丽"}) == "王丽说已经联系了绿化队"
    assert masked_name("王丽", {"王丽"}) == "王丽"
    assert masked("王丽说已经联系了绿化队") == "王**说已经联系了绿化队"


def test_a_finding_tells_where_it_stands() -> None:
    text = "老爷子１３８１２３４５６７８,白天在家"
    (found,) = findings(text)
    assert (found.kind, text[found.start : found.end], found.value) == (
        "phone",
        "１３８１２３４５６７８",
        "13812345678",
    )


def test_overlapping_kinds_are_found_once() -> None:
    assert [found.kind for found in findings("身份证号11010519491231002X,电话13812345678")] == ["identity", "phone"]


def test_numbers_alone() -> None:
    text = "5号楼2单元301室张建国先生13812345678"
    assert [found.kind for found in numbers_in(text)] == ["phone"]
    assert numbers_masked(text) == "5号楼2单元301室张建国先生138****5678"


def test_check_digits() -> None:
    assert is_identity("11010519491231002X")
    assert not is_identity("110105194912310021")
    assert not is_identity("110105194913310024")
    assert is_identity("110105491231002")
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")


@pytest.mark.parametrize(
    "piece",
    ["1", "一", "1-", "1 ", "(1", "5号楼2单元", "居民张", "的张建", "13812345678,", "·阿", "卡号"],
)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    started = time.perf_counter()
    findings(piece * (20_000 // len(piece)))
    masked_name(piece * (20_000 // len(piece)))
    assert time.perf_counter() - started < 2


_PIECES = st.sampled_from(
    [
        *(text for _, text in SECRETS), *INNOCENT[:60], "1", "3", "86", "-", " ", "号楼", "单元", "室",
        "张", "建国", "说", "一", "*", "。", "\n", "13812345678", "0", "身份证", "(", ")", "X",
        "20261116-3", "5号楼", "301", "居民",
    ]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=8).map("".join))


@given(_TEXTS)
@example("13812345678" * 3)
def test_masking_twice_is_masking_once(text: str) -> None:
    once = masked(text)
    assert masked(once) == once
    assert numbers_in(once) == ()


@given(_TEXTS)
def test_a_masked_field_stays_as_it_is(text: str) -> None:
    once = masked_name(text)
    assert masked_name(once) == once


@given(_TEXTS)
def test_findings_are_in_order_and_apart(text: str) -> None:
    found = findings(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(f.value for f in found if f.kind in NUMBERS)


def test_what_is_told_to_be_out_of_reach_is() -> None:
    """The documents name it; whoever widens the reach moves the sentence to the others."""
    assert [text for kind, text in OUT_OF_REACH if kind in {one.kind for one in findings(text)}] == []


def test_the_longer_of_two_numbers_is_masked_whole() -> None:
    """The middle of an identity number in groups looks like a telephone."""
    for text in ("110105-1949-1231-002X", "110.105.1949.1231.002X"):
        assert masked(text) == "*" * 18
