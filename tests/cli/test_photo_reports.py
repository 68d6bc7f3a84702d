"""Photographs in what is handed out: before beside after, small, clean, and told where they are missing."""

import base64
import io
import re

import docx
import pytest
from desk import issue_yaml
from pictures import SECRET, UPRIGHT, corners, from_a_phone, opened, picture, scene
from PIL import Image

from minqing.workspace.pictures import MOST_HANDED_OUT

CASE, OTHER = "20261102-1", "20261102-9"


@pytest.fixture
def desk(desk):
    """Three cases, the first with pictures, and one more matter that was settled."""
    desk.settings("语言: zh\n社区: 幸福里社区\ngit: {提交: 否}\n")
    done = "2026-11-10 办结 好了"
    desk.entry(
        "2026-11-02",
        issues=issue_yaml(
            CASE,
            "2026-11-03 跟进 看过",
            done,
            title="'3号楼2单元301的张建国说窗前的灯太亮'",
            photos="[灯-前-20261102.jpg, 灯-后-20261109.jpg]",
        )
        + issue_yaml("20261102-2", "2026-11-03 跟进 看过", done)
        + issue_yaml("20261102-3", "2026-11-03 跟进 看过", done)
        + issue_yaml(OTHER, done, title="门口小广告", photos="[photos/2026/广告-前.png, photos/2026/广告-后.jpg]"),
    )
    desk.write("photos/灯-前-20261102.jpg", from_a_phone(6, wide=1600, high=1200))
    desk.write("photos/灯-后-20261109.jpg", picture(Image.effect_noise((1600, 1200), 120).convert("RGB")))
    desk.write("photos/2026/广告-前.png", from_a_phone(3, "PNG"))
    desk.write("photos/2026/广告-后.jpg", picture(scene(30, 90)))
    return desk


def saved(desk, ending, *typed):
    place = desk.root.parent / f"月报{ending}"
    answer = desk.ok("report", "2026-11", "-o", str(place), *typed)
    return place.read_bytes(), answer.err


def embedded(page):
    return [base64.b64decode(found) for found in re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)]


def test_a_page_shows_cases_and_pairs_small_clean_and_upright(desk):
    page = saved(desk, ".html")[0].decode()
    pictures = embedded(page)
    assert len(pictures) == page.count("<img") == 4
    assert [corners(opened(raw)) for raw in (pictures[0], pictures[2], pictures[3])] == [UPRIGHT] * 3
    assert all(SECRET not in raw and len(raw) <= MOST_HANDED_OUT for raw in pictures)
    assert max(opened(pictures[0]).size) == 800
    for words in (
        "整改前 2026-11-02",
        "整改后 2026-11-09",
        f"{OTHER}  门口小广告（2026-11-10 办结）".replace("  ", " "),
    ):
        assert words in " ".join(page.split())


def test_every_picture_has_words_for_whoever_does_not_see_it_and_they_are_masked(desk):
    page = saved(desk, ".html")[0].decode()
    alts = re.findall(r'alt="([^"]+)"', page)
    assert len(set(alts)) == 4
    assert alts[0].endswith("：整改前 2026-11-02")
    assert "张建国" not in page
    assert "301" not in alts[0]


def test_word_shows_the_same(desk):
    doc = docx.Document(io.BytesIO(saved(desk, ".docx")[0]))
    shapes = doc.inline_shapes
    images = [rel.target_part.blob for rel in doc.part.rels.values() if "image" in rel.reltype]
    pictures = [s for s in shapes if s._inline.graphic.graphicData.pic is not None]
    assert len(pictures) == len(images) == 4
    assert all(SECRET not in raw and len(raw) <= MOST_HANDED_OUT for raw in images)
    assert all(s.width.mm <= 72.1 and s.height.mm <= 60.1 for s in pictures)
    captions = [p.text for p in doc.paragraphs if p.style.style_id == "Caption"]
    assert any("整改前 2026-11-02" in text and "整改后 2026-11-09" in text for text in captions)
    assert any(OTHER in text for text in captions)
    assert pictures[0]._inline.docPr.get("descr").endswith("整改前 2026-11-02")


def test_what_is_not_there_or_leads_elsewhere_is_told_and_not_shown(desk, tmp_path):
    (desk.root / "photos/灯-前-20261102.jpg").unlink()
    secret = tmp_path / "elsewhere.jpg"
    secret.write_bytes(picture())
    (desk.root / "photos/2026/广告-前.png").unlink()
    (desk.root / "photos/2026/广告-前.png").symlink_to(secret)
    desk.write("photos/2026/广告-后.jpg", "no picture")
    raw, said = saved(desk, ".html")
    assert len(embedded(raw.decode())) == 1
    assert "这台电脑上没有这张照片" in raw.decode()
    assert "photos/灯-前-20261102.jpg" in said
    assert "photos/2026/广告-前.png" in said
    raw, said = saved(desk, ".docx")
    assert "photos/灯-前-20261102.jpg" in said
    captions = [p.text for p in docx.Document(io.BytesIO(raw)).paragraphs if p.style.style_id == "Caption"]
    assert any("整改后 2026-11-09" in text and "整改前" not in text for text in captions)
    assert not any(OTHER in text for text in captions)


def test_other_forms_name_the_paths_or_leave_them_out(desk):
    assert "(<photos/灯-前-20261102.jpg>)" in saved(desk, ".md")[0].decode()
    for ending in (".xlsx", ".csv", ".json", ".txt"):
        assert saved(desk, ending)[1].count("照片") == 0


def test_the_screen_shows_no_pictures(desk):
    assert "photos/" not in desk.ok("report", "2026-11").out


def test_a_report_as_of_an_earlier_day_has_no_later_picture(desk):
    page = saved(desk, ".html", "--as-of", "2026-11-12")[0].decode()
    assert len(embedded(page)) == 4
    desk.write("photos/灯-后-20261109.jpg", picture())
    place = desk.root / "diaries/2026/2026-11-02.md"
    place.write_text(place.read_text().replace("灯-后-20261109.jpg", "灯-后-20261119.jpg"))
    (desk.root / "photos/灯-后-20261109.jpg").rename(desk.root / "photos/灯-后-20261119.jpg")
    assert len(embedded(saved(desk, ".html", "--as-of", "2026-11-12")[0].decode())) == 3


def test_without_the_library_a_page_names_the_pictures(desk, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    monkeypatch.setitem(sys.modules, "PIL", None)
    page = saved(desk, ".html")[0].decode()
    assert embedded(page) == []
    assert "photos/灯-前-20261102.jpg" in page
