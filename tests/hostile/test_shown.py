"""Whatever stands in a diary, its settings and the names of its files: shown as text, saved as text, never obeyed."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from pathlib import Path

import pytest
from desk import Desk

NASTY = "\\e]0;x\\a\\e[2J\\x9b31m\\u202e\\u2066\\bx<script>alert(1)</script>[red]&{{ 7*7 }}"
"""As a quoted YAML text: escapes of a terminal, marks that turn the reading direction, markup, a template."""

HARMFUL = frozenset("\x1b\x9b\x07\x08\u202e\u2066\u202a\u200f")
FIELDS = ("title", "place", "reporter", "owner", "ticket")
COMMANDS = (
    ("list", "state:all"), ("list", "state:all", "--json"), ("show", "20261116-1"), ("show", "2026-11-16"),
    ("stats", "--by", "owner"), ("stats", "--by", "place"), ("report", "2026-11"), ("check",), ("check", "--json"),
    ("ledger", "2026", "-o", "-.csv"), ("history",), ("audit",), ("note", "20261116-1", "看过"), ("close", "没有"),
    ("notice", "5号楼"), ("reply", "20261116-1"), ("report", "2026-11", "-o", "-.html"),
    ("report", "2026-11", "-o", "-.md"), ("report", "2026-11", "-o", "-.txt"),
)  # fmt: skip


@pytest.fixture
def nasty(clone: Desk) -> Desk:
    fields = "".join(f'    {name}: "{NASTY}"\n' for name in FIELDS)
    front = "".join(f'{name}: "{NASTY}"\n' for name in ("weather", "route"))
    front += "".join(f'{name}: ["{NASTY}"]\n' for name in ("walkers", "companions", "visits"))
    progress = f'    progress:\n      - "2026-11-17 note {NASTY}"\n      - "2026-11-18 assign {NASTY}"\n'
    clone.entry(
        "2026-11-16", front, f"  - id: 20261116-1\n{fields}{progress}", "正文 \u202e<script>alert(2)</script>\n"
    )
    clone.settings(f'language: zh\ncommunity: "{NASTY}"\npeople: [{{name: "{NASTY}", duty: "x"}}]\n"{NASTY}": 1\n')
    for name in ("2026-11-17\x1b]0;x\x07\u202e.md", "2026-11-18\n2026.md", "-rf.md", "--output=x.md"):
        clone.write(f"diaries/2026/{name}", "x")
    clone.commit_all()
    return clone


@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
def test_nothing_moves_a_cursor_or_runs(nasty: Desk, typed: tuple[str, ...]) -> None:
    answer = nasty.run(*typed)
    said = answer.out + answer.err
    assert said
    assert not HARMFUL & set(said)
    if typed[-1] == "-.html":
        assert "<script>alert" not in said
        assert "&lt;script&gt;alert" in said


FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\\t=1", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_in_a_ledger(clone: Desk, tmp_path: Path, text: str) -> None:
    quoted = f'"{text}"'
    clone.issue("2026-11-16", title=quoted, place=quoted, owner=quoted, reporter=quoted)
    rows = csv.reader(io.StringIO(clone.ok("ledger", "2026", "-o", "-.csv").out.lstrip("\ufeff")))
    assert not [cell for row in rows for cell in row if cell.strip()[:1] in ("=", "+", "-", "@") and len(cell) > 2]
    openpyxl = pytest.importorskip("openpyxl")
    clone.ok("ledger", "2026", "-o", str(tmp_path / "台账.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "台账.xlsx").worksheets[0]
    assert not [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def _bomb() -> str:
    levels = (f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 12))
    return "k0: &k0 [x, x, x]\n" + "".join(levels)


BAD_YAML = {
    "tag": "日期: !!python/object/apply:os.system ['touch 坏']\n",
    "name": "天气: !!python/name:os.system\n",
    "include": "天气: !include /etc/hostname\n",
    "aliases": _bomb(),
    "lists": "天气: " + "[" * 100_000 + "\n",
    "mappings": "天气: " + "{a: " * 50_000 + "\n",
    "indents": "".join(" " * n + f"k{n}:\n" for n in range(1000)),
    "question marks": "? " * 20_000 + "\n",
    "dashes": "- " * 20_000 + "\n",
    "open quote": '天气: "' + "\\" * 200_001 + "\n",
    "merges": "<<: *a\n" * 1000,
    "one key": "".join(f"天气: {n}\n" for n in range(4_000)),
}


@pytest.mark.parametrize("text", BAD_YAML.values(), ids=BAD_YAML)
@pytest.mark.parametrize("where", ["diary", "settings"])
def test_yaml_that_means_harm_is_refused_in_time(clone: Desk, text: str, where: str) -> None:
    if where == "diary":
        clone.write("diaries/2026/2026-11-17.md", f"---\n{text}---\n")
    else:
        clone.settings(f"language: zh\n{text}")
    begun = time.process_time()
    answer = clone.run("check", "--json")
    assert time.process_time() - begun < 2
    assert answer.json["problems"]
    assert not (clone.root / "坏").exists()
    assert clone.run("list", "--json").ids == ["20261116-1"]


def test_a_document_that_unpacks_without_end_is_refused(clone: Desk) -> None:
    pytest.importorskip("docx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(3):
            made.writestr(f"word/document{number}.xml", b"\0" * 30_000_000)
    clone.write("templates/report.docx", packed.getvalue())
    answer = clone.run("report", "2026-11", "-o", str(clone.root.parent / "月报.docx"))
    assert answer.code == 1
    assert "report.docx" in answer.err


def test_a_document_with_entities_reads_no_file(clone: Desk, outside: Path) -> None:
    docx = pytest.importorskip("docx")
    made, swapped = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("{{标题}} ENTITY")
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(swapped, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if name == "word/document.xml":
                head, _, rest = raw.partition(b"?>")
                entity = f'?><!DOCTYPE x [<!ENTITY e SYSTEM "file://{outside}">]>'.encode()
                raw = head + entity + rest.replace(b"ENTITY</w:t>", b"&e;</w:t>")
            new.writestr(name, raw)
    clone.write("templates/report.docx", swapped.getvalue())
    target = clone.root.parent / "月报.docx"
    answer = clone.run("report", "2026-11", "-o", str(target))
    assert target.exists() is (answer.code == 0)
    if target.exists():
        with zipfile.ZipFile(target) as filled:
            assert "秘密" not in filled.read("word/document.xml").decode()


TEMPLATES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('touch 坏') }}",
    "{% for a in range(99999999) %}x{% endfor %}",
    "{% include '../../家/私事.txt' %}",
    "{% include '/etc/hostname' %}",
    "{% import 'os' as os %}",
    "{{ 'x' * 999999999 }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{{ report|attr('__class__') }}",
)


@pytest.mark.parametrize("text", TEMPLATES)
def test_a_template_reaches_nothing_and_ends(clone: Desk, outside: Path, text: str) -> None:
    from minqing.workspace.template_files import SHIPPED

    for name in [place.name for place in SHIPPED.iterdir() if place.suffix == ".j2"]:
        clone.write(f"templates/{name}", text)
    typed = [("report", "2026-11", "-o", f"-{ending}") for ending in (".md", ".html", ".txt")]
    answers = [clone.run(*words) for words in (*typed, ("notice", "5号楼"), ("reply", "20261116-1"))]
    assert any(answer.code == 1 for answer in answers)
    assert "秘密" not in "".join(answer.out + answer.err for answer in answers)
    assert "<class" not in "".join(answer.out for answer in answers)
    assert not (clone.root / "坏").exists()
