"""The documentation says what the program does: generated pages, links, and examples that are run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from examples import PAGES, ROOT, examples_of, said_by
from write_docs import generated, parameters

from minqing.cli.table import COMMANDS, Command
from minqing.domain.verbs import VERBS
from minqing.messages import set_language
from minqing.text.filters import KEYS
from minqing.text.problems import CODES
from minqing.text.vocabulary import ENTRY_KEYS, ISSUE_KEYS, KIND_WORDS
from minqing.workspace.settings_table import SETTINGS

HANDWRITTEN = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "diaries/*.md", "templates/*.md")
    for path in ROOT.glob(pattern)
    if not path.name.startswith("entry.")
)


def page(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [*(f"docs/{n}.{e}" for n in ("commands", "problems", "settings") for e in ("md", "zh.md")), "docs/templates.md"],
)
def test_a_generated_page_is_up_to_date(path: str) -> None:
    assert page(path) == generated()[path], "run: make docs"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_command_and_option_is_documented(command: Command) -> None:
    set_language("en")
    for path in ("docs/commands.md", "docs/commands.zh.md"):
        section = page(path).partition(f"\n### {command.name}\n")[2].partition("\n### ")[0]
        for name in (f"`minqing {zh}`" for zh in command.zh):
            assert name in section
        for option in (o for p in parameters(command) for o in p.opts if o.startswith("--")):
            assert option in section


def test_the_contract_names_every_command_and_every_option_but_help() -> None:
    text = page("docs/cli.md")
    for command in COMMANDS:
        assert command.name in text
        for option in (o for p in parameters(command) for o in p.opts if o.startswith("--") and o != "--help"):
            assert option in text, f"{command.name} {option}"


def test_every_filter_is_documented() -> None:
    for key in KEYS:
        assert re.search(rf"\| `{key.id}:?` \| {key.zh} \|", page("docs/cli.md")), key.id


@pytest.mark.parametrize("code", CODES)
def test_every_problem_is_documented(code: str) -> None:
    assert f"| `{code}` |" in page("docs/problems.md")
    assert f"| `{code}` |" in page("docs/problems.zh.md")


def test_the_format_names_every_key_verb_and_setting() -> None:
    text = page("docs/format.md")
    for key in (*ENTRY_KEYS, *ISSUE_KEYS):
        assert f"| `{key.id}` | {key.zh} |" in text
    for verb in VERBS.values():
        assert f"| `{verb.id}` | {verb.zh} |" in text
    for kind, zh in KIND_WORDS.items():
        assert f"| `{kind}` | {zh} |" in text
    for setting in SETTINGS:
        assert f"`{setting.id}`" in text


@pytest.mark.parametrize("path", HANDWRITTEN)
def test_every_link_leads_somewhere(path: str) -> None:
    text = re.sub(r"^```.*?^```$", "", page(path), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        found = (ROOT / path).parent / file if file else ROOT / path
        assert found.exists(), f"{path}: {target}"
        assert not anchor or anchor in anchors(found), f"{path}: {target}"


def anchors(file: Path) -> set[str]:
    """What the headings of a page can be linked by."""
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES)
def test_every_example_prints_what_the_page_says(path: str, tmp_path: Path) -> None:
    assert examples_of(path)
    for example, said in said_by(path, tmp_path.resolve()):
        assert said == example.expected, f"{path}:{example.line}: {example.typed}"


def test_the_sample_diary_is_clean() -> None:
    from minqing.workspace.load import load_diary, open_workspace

    workspace = open_workspace(ROOT)
    diary = load_diary(workspace)
    assert workspace.settings_problems == ()
    assert [(p.code, p.file, p.line) for p in diary.problems] == []
    assert "示例" in (workspace.community.name or "")
    assert 45 <= sum(len(entry.issues) for entry in diary.entries) <= 70


def test_the_demo_script_is_sound_shell() -> None:
    subprocess.run(["bash", "-n", str(ROOT / "tests" / "demo.sh")], check=True)
