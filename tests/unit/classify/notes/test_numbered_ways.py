"""Lists numbered in ways of their own: stations counted up, numbers alone, letters below circled chapters."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def read(text: str) -> Notes:
    return read_notes(text, MONDAY, Community())


def titles(text: str) -> list[str]:
    return [issue.title for issue in read(text).issues]


@pytest.mark.parametrize("what", ["站", "家", "处"])
def test_stations_that_are_counted_are_a_list(what: str) -> None:
    rows = ["南门:岗亭玻璃碎了", "4#:信箱全被撬开,已通知派出所", "6#:灯泡坏了,帮忙换好"]
    text = "\n".join(f"第{n}{what} {row}" for n, row in enumerate(rows, 1))
    assert titles(f"11月23日\n{text}\n第4{what} 8#:平安无事\n") == rows
    assert f"第4{what} 8#:平安无事" in read(f"11月23日\n{text}\n第4{what} 8#:平安无事\n").body


def test_numbers_alone_that_go_up_line_by_line_are_a_list() -> None:
    text = "1走访1-6栋\n2 3栋地下室有积水,物业在抽\n3 4栋2单元门玻璃碎,等换\n4 5栋楼顶有人养鸽子,邻居投诉脏\n"
    assert titles(text) == ["3栋地下室有积水,物业在抽", "4栋2单元门玻璃碎,等换", "5栋楼顶有人养鸽子,邻居投诉脏"]
    assert "1走访1-6栋" in read(text).body


def test_letters_below_a_circled_chapter_are_a_list_and_good_deeds_are_none() -> None:
    text = "①问题\nA. 12幢东单元感应灯不灭\nB. 河边步道树根把砖拱起来,绊人\n②好事\nA. 14幢小伙子拾到钱包交到居委会\n"
    assert titles(text) == ["12幢东单元感应灯不灭", "河边步道树根把砖拱起来,绊人"]


def test_what_opens_an_item_of_a_list_goes_on_with_no_line_above() -> None:
    text = "刘婶家(4-101)——窗外空调架锈了,怕掉\n老柴家(2-402)——屋里漏水,没人修\n4栋二楼空房子——阳台鸽子粪,臭\n"
    assert all("——" not in title.partition("——")[2] for title in titles(text))


def test_steps_stand_behind_a_comma() -> None:
    assert read("今天走的是老街片。\n回来看步数,6千9。\n").steps == 6900
