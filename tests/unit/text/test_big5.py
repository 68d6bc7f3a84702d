"""Text of a computer in Taiwan or Hong Kong is told from text in GBK, and never the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.domain.errors import MinqingError
from minqing.ledger.texts import decoded as ledger_text
from minqing.text.big5 import looks_like_big5, may_be_big5
from minqing.text.brought import decoded
from minqing.text.scripts import _SIMPLIFIED, _TRADITIONAL
from minqing.text.source import decode

OLD_FILE = "5號樓的老爺子說窗前的路燈太亮,晚上睡不著覺\n西門外的垃圾沒有人收,阿姨說已經三天了\n"
TABLES = Path(__file__).parents[1] / "classify" / "sentence" / "sentences"
SENTENCES = [line.split("\t")[0] for t in sorted(TABLES.glob("*.tsv")) for line in t.read_text("utf-8").splitlines()]
AS_WRITTEN_THERE = {ord(simple): full for full, simple in reversed([*zip(_TRADITIONAL, _SIMPLIFIED, strict=True)])}


def test_no_sentence_in_gbk_is_taken_for_it() -> None:
    alike = [(text, text.translate(AS_WRITTEN_THERE)) for text in SENTENCES]
    taken = [text for both in alike for text in both if looks_like_big5(text.encode("gb18030"))]
    assert len(SENTENCES) > 500
    assert taken == []


def test_five_sentences_in_big5_are_known() -> None:
    whole = [text.translate(AS_WRITTEN_THERE).encode("big5", "ignore") for text in SENTENCES]
    pages = [b"\r\n".join(whole[n : n + 5]) for n in range(0, len(whole), 5)]
    missed = [page for page in pages if not looks_like_big5(page)]
    assert len(missed) <= len(pages) // 50


@pytest.mark.parametrize(
    "raw", ["走了".encode("gbk"), "二號樓".encode("big5"), b"\xff\xfe\xff", b"caf\xe9", "日期,事由\n".encode("gbk")]
)
def test_of_a_few_bytes_nothing_is_said(raw: bytes) -> None:
    assert not looks_like_big5(raw)


def test_of_a_few_words_it_is_doubted() -> None:
    whole = [text[:5].translate(AS_WRITTEN_THERE).encode("big5", "ignore") for text in SENTENCES]
    assert sum(map(may_be_big5, whole)) >= 0.75 * len(whole)
    assert may_be_big5("1. 5號樓燈壞\n".encode("big5"))


def test_hardly_any_words_in_gbk_are_doubted() -> None:
    doubted = [text for text in SENTENCES if may_be_big5(text[:5].encode("gb18030"))]
    assert (len(doubted) <= len(SENTENCES) // 200, may_be_big5("1. 5号楼灯坏\n".encode("gbk"))) == (True, False)


@pytest.mark.parametrize("lost", [b"\xff", b"\xe5\x80", b"\xe7"])
def test_a_broken_character_is_named_with_its_line_and_the_rest_is_no_gibberish(lost: bytes) -> None:
    raw = "11月16日 晴\n1. 5号楼灯坏了\n2. 3号楼漏水,说了X三次\n".encode().replace(b"X", lost)
    with pytest.raises(MinqingError) as refused:
        decoded(raw, "记录.txt")
    assert (refused.value.code, refused.value.params["line"]) == ("log.broken-text", 3)
    assert refused.value.params["text"] == "2. 3号楼漏水,说了\ufffd三次"


def test_nothing_in_gbk_is_taken_for_broken() -> None:
    read = [decoded(text.encode("gb18030"), "x") for text in SENTENCES if not looks_like_big5(text.encode("gb18030"))]
    assert read == SENTENCES


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read(encoding: str) -> None:
    assert decoded(OLD_FILE.encode(encoding), "x") == OLD_FILE


def test_what_is_no_text_is_not_taken_for_utf16() -> None:
    with pytest.raises(MinqingError):
        decoded(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 40, "x")


def test_notes_in_it_are_refused_with_what_to_do() -> None:
    with pytest.raises(MinqingError) as refused:
        decoded(OLD_FILE.encode("big5"), "旧记录.txt")
    assert refused.value.code == "log.is-big5"
    assert decoded(OLD_FILE.encode("gbk"), "旧记录.txt") == OLD_FILE


def test_so_is_a_ledger() -> None:
    with pytest.raises(MinqingError) as refused:
        ledger_text(OLD_FILE.encode("big5"))
    assert refused.value.code == "importing.is-big5"
    assert ledger_text(OLD_FILE.encode("gbk")) == OLD_FILE


def test_a_page_of_the_diary_in_it_is_left_out_and_never_turned_into_gibberish() -> None:
    page = f"---\n日期: 2019-10-21\n---\n\n{OLD_FILE}"
    assert [p.code for p in decode(page.encode("big5"), "x.md")[1]] == ["encoding-unknown"]
    assert [p.code for p in decode(page.encode("gbk"), "x.md")[1]] == ["encoding-gbk"]
