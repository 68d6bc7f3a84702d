"""The way of a walk, and who went along, out of a sentence."""

from datetime import date

import pytest

from minqing.classify.notes.paste import read_notes
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("周一转了一圈从东门走到西门再到菜场", "从东门走到西门再到菜场"),
        ("从社区居委会出发，经5号楼、8号楼到北门，4800步", "从社区居委会出发，经5号楼、8号楼到北门"),
        ("我们沿着河边走到小学再绕回来，走了5200步", "沿着河边走到小学再绕回来"),
        ("昨天走的是1号楼到12号楼这条线，没什么问题", "1号楼到12号楼"),
        ("周三走了东片，东门—幼儿园—菜场—西门，一共4100步", "东门—幼儿园—菜场—西门"),
        ("今天路线是从东门到西门", "从东门到西门"),
        ("先走的南区，再走的北区", "先走的南区，再走的北区"),
        ("8点半从社区出发,沿北线走到11点20回来", "从社区出发,沿北线"),
    ],
)
def test_the_way_of_a_sentence_is_the_route(line: str, way: str) -> None:
    notes = read_notes(f"11月16日\n{line}\n", MONDAY, Community())
    assert notes.route == way
    assert line in notes.body


@pytest.mark.parametrize(
    "line",
    [
        "3号楼李阿姨说从她家到菜场的路上没有灯",
        "走到5号楼，水从楼上漏到楼下",
        "从8点走到11点",
        "从上午走到中午",
        "从居委会出发",
        "走访了从外地来的租户",
    ],
)
def test_what_else_comes_from_somewhere_is_no_route(line: str) -> None:
    assert read_notes(f"11月16日\n{line}\n", MONDAY, Community()).route is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("张主任 小雷 走家属院1-6号楼 4100步", ("张主任", "小雷")),
        ("我跟王姐还有小郑我们三个人上午九点出门的", ("王姐", "小郑")),
        ("一起去的小李、老王", ("小李", "老王")),
        ("跟王主任转了一圈,4000步", ("王主任",)),
        ("我 彩霞 小丁 走了5200步", ("彩霞", "小丁")),
        ("上午小李小王陪着我走了2号楼到5号楼", ("小李", "小王")),
        ("社区民警老郝带队,小阎、小武参加,走访居民26户", ("社区民警老郝", "小阎", "小武")),
        ("跟大刘、二姐一块儿走的", ("大刘", "二姐")),
    ],
)
def test_who_went_along(line: str, names: tuple[str, ...]) -> None:
    assert read_notes(f"11月16日\n{line}\n", MONDAY, Community()).walkers == names


@pytest.mark.parametrize(
    ("line", "walkers", "companions"),
    [
        ("跟我一路的有周主任和物业的老向", ("周主任",), ("物业老向",)),
        ("今天转的有周书记,我,小吴,还有物业的老郭 4312步", ("周书记", "小吴"), ("物业老郭",)),
        ("今天走的是我跟小李还有城管的老赵,4000步", ("小李",), ("城管老赵",)),
    ],
)
def test_whom_another_body_sent_went_along_as_a_companion(
    line: str, walkers: tuple[str, ...], companions: tuple[str, ...]
) -> None:
    notes = read_notes(f"11月16日\n{line}\n", MONDAY, Community())
    assert (notes.walkers, notes.companions) == (walkers, companions)


@pytest.mark.parametrize("line", ["一起去的居民说电梯坏", "今天走的人很多", "今天来的有一半是老人"])
def test_who_else_came_or_spoke_did_not_walk(line: str) -> None:
    assert read_notes(f"11月16日\n{line}\n", MONDAY, Community()).walkers == ()


def test_thanks_are_nobody_who_walked() -> None:
    assert read_notes("11月16日\n谢谢阿四\n", MONDAY, Community()).walkers == ()
