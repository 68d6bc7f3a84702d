"""``report --sealed`` and ``verify``: a figure proved by the commit it was counted from."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from desk import Desk

from minqing.domain.errors import MinqingError
from minqing.reports.mismatch import mismatches
from minqing.reports.read_back import rows_of

FORMS = ("md", "txt", "csv", "json", "html", "docx", "xlsx")


@pytest.fixture
def month(book: Desk) -> Desk:
    """A month with two matters, all committed."""
    book.ok("log", "--date", "2026-10-19", "--steps", "4773", "--issue", "5号楼的老爷子说路灯太亮 #公共设施", "--yes")
    book.ok("办结", "路灯", "加了灯罩", "--on", "2026-10-20")
    book.ok("log", "--date", "2026-10-26", "--issue", "8号楼树密 @绿化队", "--yes")
    return book


def saved(desk: Desk, form: str, *options: str) -> Path:
    """The sealed report of October, saved."""
    place = desk.root.parent / f"十月.{form}"
    desk.ok("report", "2026-10", "--sealed", "-o", str(place), *options)
    return place


def differing(desk: Desk, place: Path) -> list[str]:
    """What ``verify`` names, in words."""
    answer = desk.run("核对", str(place))
    assert answer.code == 1, answer.out
    return [line.strip() for line in answer.out.splitlines()[1:]]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_as_it_was_saved(month: Desk, form: str, language: str) -> None:
    place = desk_speaks(month, language, form)
    month.ok("note", "树密", "去看了")
    month.ok("note", "树密", "又去看了", "--on", "2026-10-30")  # today's figures are others; the report's stay
    answer = month.ok("verify", str(place))
    assert "核对无误" in answer.out


def desk_speaks(desk: Desk, language: str, form: str) -> Path:
    place = desk.root.parent / f"十月.{form}"
    desk.ok("--lang", language, "report", "2026-10", "--sealed", "-o", str(place))
    return place


@pytest.mark.parametrize("form", ["md", "csv", "docx"])
def test_a_figure_that_was_changed_in_the_file(month: Desk, form: str) -> None:
    place = saved(month, form)
    replaced(place, "4773", "9773")
    told = differing(month, place)
    assert told
    assert all(line.startswith("应为 ") and "4773" in line and "9773" in line for line in told)


def replaced(place: Path, old: str, new: str) -> None:
    """Other characters in a file, inside of what is packed in it too."""
    raw = place.read_bytes()
    if place.suffix != ".docx":
        assert old.encode() in raw
        place.write_bytes(raw.replace(old.encode(), new.encode()))
        return
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as given, zipfile.ZipFile(out, "w") as made:
        for part in given.infolist():
            made.writestr(part.filename, given.read(part).replace(old.encode(), new.encode()))
    place.write_bytes(out.getvalue())


def test_a_figure_of_json_by_its_key(month: Desk) -> None:
    place = saved(month, "json")
    answer = json.loads(place.read_text())
    answer["steps"] = 9773
    place.write_text(json.dumps(answer, ensure_ascii=False))
    assert differing(month, place) == ["应为 steps: 4773;文件里是 steps: 9773"]
    told = month.run("verify", str(place), "--json").json
    assert told["differences"] == [{"expected": "steps: 4773", "found": "steps: 9773"}]
    assert told["digest"]["sealed"] == told["digest"]["counted"]


def test_words_that_were_added_by_hand_are_no_difference_but_figures_are(month: Desk) -> None:
    place = saved(month, "md")
    text = place.read_text()
    place.write_text(f"此件报街道。\n\n{text}")
    month.ok("verify", str(place))
    place.write_text(f"另外还办结 7 件。\n\n{text}")
    assert differing(month, place) == ["文件里多了 另外还办结 7 件。"]


def test_a_seal_with_another_digest(month: Desk) -> None:
    place = saved(month, "md")
    text = place.read_text()
    digest = month.run("verify", str(place), "--json").json["digest"]["sealed"]
    place.write_text(text.replace(digest, "0" * 16))
    assert any("数字摘要" in line for line in differing(month, place))


def test_the_screen_and_json(month: Desk) -> None:
    out = month.ok("report", "2026-10", "--sealed").out
    head = month.git("rev-parse", "HEAD").strip()
    assert out.splitlines()[-1].startswith(f"封签: 提交 {head} 时段 2026-10-01..2026-10-31 统计到 2026-10-31")
    place = month.root.parent / "屏幕.txt"
    place.write_text(out)
    month.ok("verify", str(place))
    assert month.json("report", "2026-10", "--sealed")["seal"]["commit"] == head


def test_what_the_screen_does_not_mask_is_sealed_as_internal(month: Desk) -> None:
    month.ok("log", "--date", "2026-10-12", "--issue", "5号楼2单元301室的阿姨说门禁坏了", "--yes")
    shown = month.ok("report", "2026-10", "--sealed").out
    assert "301室" in shown
    assert shown.rstrip().endswith("内部")
    place = month.root.parent / "屏幕.txt"
    place.write_text(shown, encoding="utf-8")
    assert "核对无误" in month.ok("verify", str(place)).out


def test_what_is_not_committed_is_not_sealed(month: Desk) -> None:
    path = next((month.root / "diaries").rglob("2026-10-19.md"))
    path.write_text(path.read_text() + "后来写的\n")
    answer = month.run("report", "2026-10", "--sealed")
    assert (answer.code, answer.out) == (4, "")
    assert "2026-10-19.md" in answer.err


def test_a_commit_that_is_no_longer_in_the_history(month: Desk) -> None:
    place = saved(month, "md")
    month.git("reset", "-q", "--hard", "HEAD~1")
    assert any("minqing 核查" in line for line in differing(month, place))


def test_a_commit_that_nobody_here_knows(month: Desk) -> None:
    place = saved(month, "md")
    head = month.git("rev-parse", "HEAD").strip()
    replaced(place, head, "1" * 40)
    answer = month.run("verify", str(place))
    assert (answer.code, "不在这台电脑上" in answer.err) == (4, True)


SEAL = f"封签: 提交 {'a' * 40} 时段 {{}} 到 2026-01-01 于 2026-01-01 摘要 {'b' * 16} 版 1 对外"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("没有.md", b"# 2026\n"),
        ("坏.docx", b"PK\x03\x04rubbish"),
        ("坏.xlsx", b""),
        ("坏.json", b"{"),
        ("坏.pdf", b"%PDF"),
        ("奇.md", SEAL.format("2026-02-30..2026-03-01").encode()),
        ("倒.md", SEAL.format("2026-02-03..2026-01-01").encode()),
    ],
)
def test_files_that_are_no_sealed_reports(month: Desk, name: str, raw: bytes) -> None:
    (month.root.parent / name).write_bytes(raw)
    assert month.run("verify", str(month.root.parent / name)).code == 2


def test_no_such_file(month: Desk) -> None:
    assert month.run("verify", "没有这个.md").code == 2


def test_an_office_file_that_would_grow_without_end() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(MinqingError):
        rows_of(".docx", out.getvalue())
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b" " * 65 * 1024 * 1024)
    with pytest.raises(MinqingError):
        rows_of(".docx", out.getvalue())


def test_a_page_of_html() -> None:
    head = "<html><head><title>x</title><style>p{}</style></head><body><h1>月报</h1>"
    table = "<table><tr><td>提出</td><td>12</td></tr></table>"
    page = f"{head}{table}<p>一&lt;二</p><script>1</script></body>"
    assert rows_of(".html", page.encode()) == ["月报", "提出 12", "一<二"]


def test_rows_that_differ() -> None:
    told = mismatches(["提出 1", "办结 2", "逾期 3"], ["提出 1", "按语", "办结 4"])
    assert [(one.expected, one.found) for one in told] == [("办结 2", "按语"), ("逾期 3", "办结 4")]
