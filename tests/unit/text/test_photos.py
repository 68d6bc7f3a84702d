"""The names of photographs."""

from datetime import date

import pytest

from minqing.text.photos import Named, new_photo, next_number, photo_path, told_by_name

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "written", ["2026/a.jpg", "photos/2026/a.jpg", "./photos/2026/a.jpg", "photos\\2026\\a.jpg", "photos//2026/a.jpg"]
)
def test_a_photo_lies_below_its_folder_however_it_is_written(written):
    assert photo_path(written) == "photos/2026/a.jpg"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("stage", [None, "before", "after"])
def test_what_a_name_is_given_it_tells_again(language, stage):
    path = new_photo("20191021-12", 3, stage, DAY, language)
    assert path.startswith("photos/2019/20191021-12-3-")
    assert told_by_name(path) == Named(stage, DAY)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("门口-整改前.jpg", Named("before")), ("整改后.jpg", Named("after")), ("前.jpg", Named("before")),
        ("灯 后 2.jpg", Named("after")), ("after(1).jpg", Named("after")), ("lamp_BEFORE.jpeg", Named("before")),
        ("修好-后-20261120.jpg", Named("after", DAY)), ("IMG_20261120.jpg", Named(None, DAY)),
        ("楼后.jpg", Named()), ("门前.jpg", Named()), ("hereafter.jpg", Named()), ("IMG_20261340.jpg", Named()),
        ("20261120-3.jpg", Named()),
    ],
)  # fmt: skip
def test_names_that_people_give(name, told):
    assert told_by_name(f"2026/{name}") == told


def test_a_number_is_never_given_twice():
    paths = ["2026/20261116-3-1-20261120.jpg", "photos/2026/20261116-3-7.PNG", "photos/20261116-3-x.jpg"]
    assert next_number("20261116-3", paths) == 8
    assert next_number("20261116-3", ["photos/2026/20261116-33-9.jpg"]) == 1
    assert next_number("20261116-3", []) == 1
