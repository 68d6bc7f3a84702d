"""What a line names that stands above others."""

from __future__ import annotations

import pytest

from minqing.classify.notes.above import (
    announces,
    ground_alone,
    heads_those_below,
    names_a_field,
    place_alone,
    place_framed,
)
from minqing.domain.community import Community

HERE = Community()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("5号楼:", "5号楼"),
        ("【6号楼】", "6号楼"),
        ("■ 3号楼2单元", "3号楼2单元"),
        ("5号楼灯坏", None),
        ("环境卫生", None),
    ],
)
def test_a_place_alone_is_one_whatever_stands_around_it(line: str, place: str | None) -> None:
    assert place_alone(line, HERE) == place


def test_a_framed_place_needs_its_sign() -> None:
    assert (place_framed("【6号楼】", HERE), place_framed("6号楼", HERE)) == ("6号楼", None)


@pytest.mark.parametrize(("line", "ground"), [("菜场口", "菜场口"), ("垃圾堵门口", ""), ("李阿姨", "")])
def test_ground_that_no_table_knows_is_told_by_its_last_letter(line: str, ground: str) -> None:
    assert ground_alone(line) == ground


def test_who_says_that_matters_follow_ends_with_a_colon() -> None:
    assert announces("我们院的情况跟您说下:")
    assert not announces("我们院的情况跟您说下")


@pytest.mark.parametrize(("text", "heads"), [("5号楼", True), ("环境方面", True), ("环境", True), ("灯坏", False)])
def test_a_numbered_line_may_be_the_heading_of_those_below(text: str, heads: bool) -> None:
    assert heads_those_below(text, HERE) is heads


@pytest.mark.parametrize(
    ("text", "field"), [("环境卫生", True), ("公共设施", True), ("灯坏了", False), ("5号楼", False)]
)
def test_a_field_is_neither_a_trouble_nor_a_place(text: str, field: bool) -> None:
    assert names_a_field(text, HERE) is field
