"""Three-way union of what stands in an order."""

from __future__ import annotations

import pytest

from minqing.text.sequences import regions, united, zipped


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("", "", "", ""),
        ("ab", "abc", "abd", "abcd"),
        ("ab", "xab", "aby", "xaby"),
        ("ab", "b", "abc", "bc"),
        ("abc", "ac", "ab", "a"),
        ("ab", "ba", "abc", "bca"),
        ("ab", "ax", "yb", "yx"),
        ("a", "abc", "acb", "abc"),
        ("", "ca", "b", "bca"),
    ],
)
def test_united(base: str, ours: str, theirs: str, expected: str) -> None:
    assert "".join(united(base, ours, theirs, rank=str)) == expected
    assert "".join(united(base, theirs, ours, rank=str)) == expected


def test_each_side_keeps_its_order() -> None:
    assert zipped([3, 1], [2, 4], rank=int) == [2, 3, 1, 4]
    assert zipped([1, 2], [2, 1], rank=int) in ([1, 2], [2, 1])


def test_regions_put_together_are_the_texts() -> None:
    base, ours, theirs = list("abcde"), list("abxde"), list("abcdey")
    found = list(regions(base, ours, theirs))
    for at, text in enumerate((base, ours, theirs)):
        assert [line for region in found for line in region[at]] == text
    assert any(b == ["c"] and o == ["x"] for b, o, _ in found)
