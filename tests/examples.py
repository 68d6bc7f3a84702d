"""The console examples of the documentation: each page is one person's session in a fresh home.

A block that begins with three backquotes and ``console`` holds lines ``$ command`` and below each what it prints. A
block marked ``text NAME`` is put into the home as the file NAME before the next command. Commands that are known:
``minqing``, ``cat``, ``cd``, ``git log``. The home's path is shown as ``~``.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.zh.md", "docs/tutorial.md", "docs/tutorial.zh.md")
TODAY = "2026-11-20"

_BLOCK = re.compile(r"^```(console|text) ?(\S*)\n(.*?)^```$", re.M | re.S)


@dataclass
class Example:
    """One command of a page: as typed, what the page says it prints, and where in the page that stands."""

    page: str
    line: int
    typed: str
    expected: str
    files: dict[str, str] = field(default_factory=dict)


def examples_of(page: str) -> list[Example]:
    """The commands of a page in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found: list[Example] = []
    files: dict[str, str] = {}
    for block in _BLOCK.finditer(text):
        kind, name, content = block.groups()
        if kind == "text":
            files |= {name: content} if name else {}
            continue
        for typed, expected, offset in _commands(content):
            line = text.count("\n", 0, block.start()) + 2 + offset
            found.append(Example(page, line, typed, expected, files))
            files = {}
    return found


def _commands(content: str) -> list[tuple[str, str, int]]:
    """Each ``$`` line with what stands below it. A backslash at a line's end goes on to the next."""
    found: list[tuple[str, str, int]] = []
    lines = content.splitlines(keepends=True)
    at = 0
    while at < len(lines):
        start, typed = at, lines[at].removeprefix("$ ").rstrip("\n")
        assert lines[at].startswith("$ "), f"a console block begins with a command: {lines[at]!r}"
        while typed.endswith("\\"):
            at += 1
            typed = typed[:-1] + lines[at].strip()
        at += 1
        end = next((n for n in range(at, len(lines)) if lines[n].startswith("$ ")), len(lines))
        found.append((typed, "".join(lines[at:end]), start))
        at = end
    return found


class Session:
    """A person with a new home, where the commands of one page are typed one after the other."""

    def __init__(self, home: Path, language: str) -> None:
        self.home = home
        self.folder = home
        (home / ".gitconfig").write_text("[user]\n\tname = 王丽\n\temail = wangli@example.com\n", encoding="utf-8")
        self.env = {
            "PATH": os.environ["PATH"], "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"),
            "GIT_CONFIG_NOSYSTEM": "1", "MINQING_TODAY": TODAY, "PYTHONUTF8": "1", "COLUMNS": "100",
            "LC_ALL": "C.UTF-8", "MINQING_LANG": language,
        }  # fmt: skip

    def put(self, files: dict[str, str]) -> None:
        """The files that the page says the person has."""
        for name, content in files.items():
            (self.home / name).write_text(content, encoding="utf-8")

    def type(self, typed: str) -> str:
        """What a command prints, stdout first, then what is said on stderr."""
        words = shlex.split(typed)
        if words[0] == "cd":
            self.folder = (self.folder / words[1].replace("~", str(self.home))).resolve()
            return ""
        assert words[0] in ("minqing", "cat", "git"), f"not an example that is run: {typed}"
        program = [sys.executable, "-m", "minqing"] if words[0] == "minqing" else [words[0]]
        env = self.env | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run([*program, *words[1:]], cwd=self.folder, env=env, capture_output=True, check=False)
        said = (done.stdout + done.stderr).decode("utf-8")
        return "".join(f"{line.rstrip()}\n" for line in said.replace(str(self.home), "~").splitlines())


def language_of(page: str) -> str:
    """The language a page's program speaks."""
    return "zh" if page.endswith(".zh.md") else "en"


def said_by(page: str, home: Path) -> list[tuple[Example, str]]:
    """Every command of a page with what it printed."""
    session = Session(home, language_of(page))
    answers = []
    for example in examples_of(page):
        session.put(example.files)
        answers.append((example, session.type(example.typed)))
    return answers


def refresh_all() -> None:
    """Put what the program prints now into every page."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as home:
            refresh(page, Path(home).resolve())


def refresh(page: str, home: Path) -> None:
    """Put what the program prints now below each command of a page."""
    answers = iter([said for _, said in said_by(page, home)])

    def refreshed(block: re.Match[str]) -> str:
        if block[1] == "text":
            return block[0]
        return f"```console\n{''.join(typed + next(answers) for typed in _typed(block[3]))}```"

    text = (ROOT / page).read_text(encoding="utf-8")
    (ROOT / page).write_text(_BLOCK.sub(refreshed, text), encoding="utf-8", newline="\n")


def _typed(content: str) -> list[str]:
    """The lines of each command of a block, without its answer."""
    lines = content.splitlines(keepends=True)
    found = []
    for _, _, start in _commands(content):
        end = start
        while lines[end].endswith("\\\n"):
            end += 1
        found.append("".join(lines[start : end + 1]))
    return found
