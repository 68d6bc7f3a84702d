"""``minqing report -o``: a form by the ending, masked unless asked otherwise, whole or not at all; ``--explain``."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from desk import Answer, Desk
from pictures import picture

FORMS = (".md", ".html", ".docx", ".xlsx", ".csv", ".json", ".txt")


@pytest.fixture
def month(desk: Desk) -> Desk:
    desk.settings("语言: zh\n社区: 幸福里社区\n走动: {首次: 2026-01-05}\ngit: {提交: 否}\n")
    desk.issue("2026-10-12", "2026-11-03 close 修好了", title="上月的", place="5号楼", front="步数: 10\n")
    desk.issue(
        "2026-11-02", "2026-11-05 办结 剪了 13812345678", title="'3号楼2单元301的张建国说<b>树</b>密,电话13812345678'",
        place="3号楼", tier="large", households="3", front="步数: 4773\n公里: 2.87\n",
    )  # fmt: skip
    desk.issue("2026-11-09", title="'=cmd|x 堆物'", place="3号楼", due="2026-11-10", tier="medium", front="步数: 100\n")
    return desk


def saved(desk: Desk, name: str, *typed: str) -> bytes:
    place = desk.root.parent / name
    answer = desk.ok("report", "2026-11", "-o", str(place), *typed)
    assert str(place) in answer.err
    return place.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_made_and_masked(month: Desk, form: str) -> None:
    raw = saved(month, f"月报{form}")
    text = unzipped(raw) if form in (".docx", ".xlsx") else raw.decode("utf-8-sig")
    assert "13812345678" not in text
    assert "张建国" not in text
    if form != ".txt":
        assert "138****5678" in text.replace("\\", "")


@pytest.mark.parametrize("form", FORMS)
def test_an_internal_file_is_as_written_and_says_so(month: Desk, form: str) -> None:
    raw = saved(month, f"月报{form}", "--internal")
    text = unzipped(raw) if form in (".docx", ".xlsx") else raw.decode("utf-8-sig")
    if form != ".txt":
        assert "张建国" in text
    if form in (".md", ".html", ".docx", ".xlsx", ".csv"):
        assert "请勿外传" in text
    assert form != ".json" or json.loads(text)["masked"] is False


def unzipped(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_the_json_file_is_the_json_answer_masked(month: Desk) -> None:
    found = json.loads(saved(month, "a.json", "--internal"))
    answered = month.json("report", "2026-11")
    assert {key: found[key] for key in answered} == answered


def test_a_cell_of_the_csv_is_never_a_formula(month: Desk) -> None:
    rows = list(csv.reader(io.StringIO(saved(month, "a.csv").decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert "'=cmd|x 堆物" in cells
    assert not any(cell.startswith(("=", "@", "+")) for cell in cells)
    assert ["提出(件)", "2", "1(+1)", "-"] in rows


def test_markdown_of_a_resident_is_text(month: Desk) -> None:
    text = saved(month, "a.md").decode()
    assert r"\<b\>树\</b\>" in text
    assert "| 提出(件) | 2 | 1(+1) | - |" in text


def test_stdout_takes_a_form_too(month: Desk) -> None:
    assert month.ok("report", "2026-11", "-o", "-").out.startswith("# 幸福里社区 民情日记月报")
    assert json.loads(month.ok("report", "2026-11", "-o", "-.json").out)["issues"]["raised"] == 2


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.doc", ".docx"),
        ("a.pdf", "打印"),
        ("没有/a.html", "没有"),
        ("", "文件夹"),
        ("民情 日记/diaries/2026/2026-11-02.md", "日记"),
    ],
)
def test_where_nothing_can_be_saved_nothing_is_touched(month: Desk, name: str, says: str) -> None:
    before = sorted(path for path in month.root.parent.rglob("*") if ".minqing" not in path.parts)
    kept = month.read("diaries/2026/2026-11-02.md")
    answer = month.run("report", "2026-11", "-o", str(month.root.parent / name) if name else str(month.root.parent))
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
    assert sorted(path for path in month.root.parent.rglob("*") if ".minqing" not in path.parts) == before
    assert month.read("diaries/2026/2026-11-02.md") == kept


# the page


class Page(HTMLParser):
    """What stands in a page: ids, links, and whether its tags match."""

    VOID = frozenset(("meta", "link", "img", "br", "path", "rect"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [str(found["id"])] if "id" in found else []
        self.links += [str(found[name]) for name in ("href", "src") if name in found]
        if tag not in self.VOID or (tag == "rect" and not self.get_starttag_text().endswith("/>")):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def page(month: Desk) -> Page:
    return Page(saved(month, "a.html").decode())


def test_the_page_is_whole_and_needs_nothing_else(page: Page) -> None:
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert not [tag for tag, _ in page.tags if tag in ("script", "link", "iframe", "object", "form")]
    assert all(link.startswith(("#", "data:")) for link in page.links)
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_every_click_leads_somewhere(page: Page) -> None:
    dead = {link[1:] for link in page.links if link.startswith("#")} - set(page.ids)
    assert dead <= {"-"}


def test_text_of_residents_is_no_markup(page: Page) -> None:
    assert "b" not in {tag for tag, _ in page.tags}
    assert any("<b>树</b>" in words for words in page.words)


def test_a_figure_leads_to_the_issues_it_is_made_of(month: Desk) -> None:
    text = saved(month, "a.html").decode()
    anchor = re.search(r"提出（件）</th><td class=\"n\"><a href=\"#(f\d+)\">2</a>", text)
    assert anchor
    behind = re.search(rf'id="{anchor[1]}">.*?</section>', text, re.DOTALL)
    assert behind
    assert re.findall(r'href="#i(\d{8}-\d)"', behind[0]) == ["20261102-1", "20261109-1"]
    assert 'id="i20261102-1"' in text


def test_the_page_can_be_read_by_ear(page: Page) -> None:
    tags = [tag for tag, _ in page.tags]
    assert {"main", "header", "nav", "h1", "caption"} <= set(tags)
    assert next(attrs["lang"] for tag, attrs in page.tags if tag == "html") == "zh-CN"
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in page.tags if tag == "th")
    pictures = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert pictures
    assert all(attrs.get("role") == "img" and len(str(attrs.get("aria-label"))) > 8 for attrs in pictures)


def colours(style: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", style))


def contrast(one: str, other: str) -> float:
    """After WCAG 2: from 1 to 21."""

    def light(colour: str) -> float:
        full = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
        parts = [int(full[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_letters_stand_out_by_day_and_by_night(month: Desk) -> None:
    style = saved(month, "a.html").decode()
    day, night = (colours(part) for part in style.split("prefers-color-scheme: dark")[:2])
    night = colours(style.split("prefers-color-scheme: dark")[1].split("* {")[0])
    for found in (day, night):
        for word in ("ink", "soft", "link", "bad", "warn", "good"):
            for ground in ("sheet", "band"):
                assert contrast(found[word], found[ground]) >= 4.5, (word, ground)
        for level in "012":
            assert contrast(found["ink"], found[f"h{level}"]) >= 4.5, level
        for level in "34":
            assert contrast(found["on"], found[f"h{level}"]) >= 4.5, level
        for fill in ("s0", "s1", "s2"):
            assert contrast(found[fill], found["sheet"]) >= 3, fill


# photographs


def test_photographs_of_a_case_are_in_the_page(month: Desk) -> None:
    month.write("photos/2026/a.png", picture(form="PNG"))
    month.issue("2026-11-16", "2026-11-17 close", title="有照片的", photos="[photos/2026/a.png, photos/2026/没有.jpg]")
    text = saved(month, "a.html").decode()
    assert "data:image/jpeg;base64," in text
    assert "photos/2026/没有.jpg" in text


# the message


def test_the_message_is_short_and_plain(month: Desk) -> None:
    text = saved(month, "a.txt").decode()
    assert 100 < len(text) < 500
    assert text.startswith("幸福里社区民情小结 2026年11月")
    assert not re.search(r"[*#|`]", text)
    assert month.ok("report", "2026-11", "--brief").out == text


def test_a_sealed_message_is_short_too(book: Desk) -> None:
    titles = "".join(f"  - 编号: 20261102-{n}\n    事由: {'很长的事' * 30}{n}\n    层级: 大事\n" for n in range(1, 4))
    book.entry("2026-11-02", "步数: 4773\n", titles)
    book.commit_all()
    place = book.root.parent / "a.txt"
    book.ok("report", "2026-11", "--sealed", "-o", str(place))
    text = place.read_text(encoding="utf-8")
    assert "封签" in text.splitlines()[-1]
    assert len(text) < 500


# templates of the community's own


def test_a_template_of_the_same_name_takes_the_place_of_the_shipped_one(month: Desk) -> None:
    month.write("templates/report.txt.j2", "{{ community.name }}:{{ report.figures.issues.raised }}件\n")
    assert saved(month, "a.txt").decode() == "幸福里社区:2件\n"


def test_a_template_saved_by_an_old_editor_is_read(month: Desk) -> None:
    month.write("templates/report.txt.j2", "提出 {{ report.balance.raised }}\r\n".encode("gb18030"))
    assert saved(month, "a.txt").decode() == "提出 2\n"


def broken(desk: Desk, text: str) -> Answer:
    desk.write("templates/report.txt.j2", text)
    place = desk.root.parent / "a.txt"
    place.write_text("旧的", encoding="utf-8")
    answer = desk.run("report", "2026-11", "-o", str(place))
    assert place.read_text(encoding="utf-8") == "旧的"
    return answer


def test_a_broken_template_is_told_with_its_line_and_nothing_is_written(month: Desk) -> None:
    answer = broken(month, "好\n{{ reprot.figures }}\n")
    assert answer.code == 1
    assert "templates/report.txt.j2 第 2 行" in answer.err
    assert "是不是 report" in answer.err
    assert "{{ reprot.figures }}" in answer.err


def test_an_endless_template_is_stopped(month: Desk) -> None:
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    answer = broken(month, loop)
    assert answer.code == 1
    assert "已停下" in answer.err


def test_a_template_reaches_no_other_file(month: Desk) -> None:
    assert "没有“../minqing.yaml”这个模板" in broken(month, "{% include '../minqing.yaml' %}").err


# what is behind a figure


def test_explain_lists_what_a_figure_is_made_of(month: Desk) -> None:
    out = month.ok("report", "2026-11", "--explain", "提出").out
    assert "提出: 2" in out
    for day in ("2026-11-02", "2026-11-09"):
        lines = month.read(f"diaries/2026/{day}.md").splitlines()
        line = next(n for n, text in enumerate(lines, 1) if "- id:" in text)
        assert f"diaries/2026/{day}.md:{line}" in out
    assert "加起来正好是 2" in out


@pytest.mark.parametrize(
    "typed",
    [["--explain", "issues.raised"], ["--explain", "raised"], ["--explain=提出"], ["-C", ".", "--explain", "提出"]],
)
def test_a_figure_has_several_names(month: Desk, typed: list[str]) -> None:
    (found,) = month.anywhere("report", "2026-11", *typed, "--json", "-C", str(month.root)).json["figures"]
    assert (found["key"], found["value"], len(found["items"])) == ("issues.raised", 2, 2)


def test_explain_alone_lists_every_figure(month: Desk) -> None:
    every = {f["key"] for f in month.json("report", "2026-11", "--explain")["figures"]}
    assert {"issues.raised", "steps", "by_tier.large.raised", "previous.issues.raised"} <= every
    assert month.json("report", "--explain", "2026-11") == month.json("report", "2026-11", "--explain")
    assert "步数" in month.ok("report", "2026-11", "--explain").out


def test_words_after_the_figure_are_part_of_it(month: Desk) -> None:
    (found,) = month.json("report", "2026-11", "--explain", "大事", "提出")["figures"]
    assert found["key"] == "by_tier.large.raised"


def test_an_unknown_figure_is_refused_naming_the_nearest(month: Desk) -> None:
    assert month.run("report", "2026-11", "--explain", "raisd").code == 2
    assert "raised" in month.run("report", "2026-11", "--explain", "raisd").err
    assert "小事 提出" in month.run("report", "2026-11", "--explain", "小事").err


@pytest.mark.parametrize(
    ("figure", "value", "withdrawn"), [("hot_places.0.raised", 3, "撤销的也算"), ("repeats.0.raised", 2, "撤销的不算")]
)
def test_what_a_figure_means_is_said_as_it_is_counted(desk: Desk, figure: str, value: int, withdrawn: str) -> None:
    for day, *progress in (("02",), ("09",), ("10", "2026-11-11 withdraw")):
        desk.issue(f"2026-11-{day}", *progress, place="5号楼", category="facility")
    told = desk.ok("report", "2026-11", "--explain", figure).out.splitlines()
    assert told[0].endswith(f": {value}")
    assert withdrawn in told[1]


def test_a_figure_of_nothing_says_so(month: Desk) -> None:
    assert "背后没有" in month.ok("report", "2026-11", "--explain", "重开").out


# periods of every kind


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "period", ["2026-12", "2025-01", "2026-q4", "2026-h2", "2026", "2026-11-02..2026-11-03", "本周"]
)
def test_every_period_makes_a_file(month: Desk, period: str, form: str, tmp_path: Path) -> None:
    place = tmp_path / f"a{form}"
    month.ok("report", period, "-o", str(place))
    assert place.stat().st_size > 20


def test_every_file_of_an_empty_diary(desk: Desk, tmp_path: Path) -> None:
    for form in FORMS:
        desk.ok("report", "2026-10", "-o", str(tmp_path / f"a{form}"))
        assert (tmp_path / f"a{form}").stat().st_size > 20


@pytest.mark.parametrize("period", ["1999-01", "2030-01", "明年"])
def test_a_period_without_entries_is_saved_and_said_to_be_empty(month: Desk, period: str) -> None:
    place = month.root.parent / "空.md"
    assert "没有日记" in month.ok("report", period, "-o", str(place)).err
    assert "没有日记" not in month.ok("report", "2026-11", "-o", str(place)).err


def test_a_template_that_was_emptied_hands_nothing_in(month: Desk) -> None:
    month.write("templates/report.md.j2", "  \n\n")
    answer = month.run("report", "2026-11", "-o", str(month.root.parent / "a.md"))
    assert (answer.code, (month.root.parent / "a.md").exists()) == (1, False)
    assert "templates/report.md.j2" in answer.err


@pytest.mark.parametrize("name", ["report.docx", "report.html.j2", "report.md.j2"])
def test_a_folder_in_the_place_of_a_template_is_told_and_not_passed_over(month: Desk, name: str) -> None:
    if name.endswith(".docx"):
        pytest.importorskip("docx")
    (month.root / "templates" / name).mkdir(parents=True)
    where = month.root.parent / f"月报{Path(name.removesuffix('.j2')).suffix}"
    answer = month.run("report", "2026-11", "-o", str(where))
    assert (answer.code, where.exists()) == (1, False)
    assert f"templates/{name} 是一个文件夹" in answer.err
