"""One folder a problem code: a file (or a small workspace) that has the problem, and how it is told.

``expected.txt`` is written anew with ``MINQING_UPDATE=1 pytest tests/errors``; read the difference before you keep it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from minqing.domain.community import Community
from minqing.messages import LANGUAGES, language, say, set_language
from minqing.text.normal import visible
from minqing.text.private_lines import text_of
from minqing.text.problems import CODES, Problem
from minqing.text.read import read_entry
from minqing.text.source import LARGEST
from minqing.text.vocabulary import category_words
from minqing.workspace.every_problem import every_problem
from minqing.workspace.load import open_workspace
from minqing.workspace.private_places import in_text

HERE = Path(__file__).parent
TOLD_ELSEWHERE = {code for code in CODES if code.startswith(("settings-", "privacy-folder-"))}
MADE_HERE = {"file-too-large"}
FOLDERS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_"))


def problems_of(folder: Path, tmp_path: Path) -> list[Problem]:
    if folder.name == "file-too-large":
        return list(read_entry(b"x" * (LARGEST + 1), "diaries/2019/2019-10-21.md", {}).problems)
    if (folder / "minqing.yaml").exists():
        root = tmp_path / "workspace"
        shutil.copytree(folder, root)
        for line in (root / "links.txt").read_text().splitlines() if (root / "links.txt").exists() else ():
            link, target = line.split(" -> ")
            (root / link).symlink_to(target)
        workspace = open_workspace(root)
        return every_problem(workspace)
    (file,) = folder.glob("*.md")
    year = file.name[:4]
    words = category_words(Community())
    path, raw = f"diaries/{year}/{file.name}", file.read_bytes()
    return [*read_entry(raw, path, words).problems, *in_text(text_of(raw), path)]


def told(problems: list[Problem]) -> str:
    before = language()
    lines = []
    for chosen in LANGUAGES:
        set_language(chosen)
        for p in problems:
            parts = [_sentence(p, part) for part in ("title", "detail", "fix")]
            lines += [f"{p.file}:{p.line}:{p.column} {p.severity} {p.code}", f"| {visible(p.shown[:200])}"]
            lines += [f"  {part}" for part in parts] + [""]
    set_language(before)
    return "\n".join(lines)


def _sentence(problem: Problem, part: str) -> str:
    shortened = {name: visible(value[:200]) for name, value in problem.params.items()}
    return say(f"problems.{problem.code}.{part}", **shortened)


@pytest.mark.parametrize("code", FOLDERS)
def test_a_problem_is_told_as_expected(code: str, tmp_path: Path) -> None:
    problems = problems_of(HERE / code, tmp_path)
    expected = HERE / code / "expected.txt"
    if os.environ.get("MINQING_UPDATE"):
        expected.write_text(told(problems), encoding="utf-8")
    assert code in {p.code for p in problems}
    assert told(problems) == expected.read_text(encoding="utf-8")


def test_every_code_has_a_reproducer() -> None:
    assert set(FOLDERS) == set(CODES) - TOLD_ELSEWHERE


def test_every_code_has_its_sentences_in_both_languages() -> None:
    from minqing.messages.problems import TEXTS

    wanted = {f"{code}.{part}" for code in CODES for part in ("title", "detail", "fix")}
    assert set(TEXTS) == wanted
    assert all(zh.strip() and en.strip() and zh != en for zh, en in TEXTS.values())
