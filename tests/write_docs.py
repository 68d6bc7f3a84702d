"""Writes the documentation that is made from the program's own tables: ``python -m tests.write_docs``.

``--examples`` also runs every console example of the handwritten pages and puts what the program says now into
them; read the difference before you keep it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minqing.cli.help import told
from minqing.cli.table import COMMANDS, OFTEN, SELDOM, WEEKLY, Command
from minqing.messages import LANGUAGES, say, set_language
from minqing.messages.problems import TEXTS
from minqing.reports.template_docs import templates_page
from minqing.text.problems import CODES, WARNING, Code
from minqing.workspace.starter import settings_markdown

ROOT = Path(__file__).resolve().parent.parent

HEADS = {
    "zh": {
        "commands": "# 命令\n\n由程序里的命令表和说明生成,请勿手改。"
        "习惯、条件、日期和 JSON 见 [cli.md](cli.md)(英文)。",
        "problems": "# 检查会说的每一种问题\n\n由程序里的问题表生成,请勿手改。`minqing check` 用这里的话指出问题;"
        "错误会让那篇日记不计入统计(注明照样计入的除外),提醒不影响统计。",
        "columns": ("程序里的名称", "轻重", "怎么说", "怎么改"),
        "error": "错误,该篇不计入",
        "kept": "错误,照样计入",
        "settings": "错误",
        "warning": "提醒",
        "mended": "`--fix` 会改好",
        "option": ("选项", "意思"),
        "also": "也可以写",
    },
    "en": {
        "commands": "# Commands\n\nMade from the program's table of commands and its help; do not edit. Habits, "
        "filters, dates and JSON are in [cli.md](cli.md).",
        "problems": "# Every problem that is named\n\nMade from the program's table of problems; do not edit. "
        "`minqing check` says these sentences. An error leaves its entry out of the figures, unless it says that it is "
        "counted all the same; a warning does not.",
        "columns": ("code", "severity", "what it says", "the mend"),
        "error": "error, left out",
        "kept": "error, counted",
        "settings": "error",
        "warning": "warning",
        "mended": "`--fix` mends it",
        "option": ("option", "meaning"),
        "also": "also typed as",
    },
}


def generated() -> dict[str, str]:
    """The text of every page that is made from the program, by its path."""
    pages = {}
    for language, ending in (("en", "md"), ("zh", "zh.md")):
        set_language(language)
        pages[f"docs/commands.{ending}"] = commands_page(language)
        pages[f"docs/problems.{ending}"] = problems_page(language)
        pages[f"docs/settings.{ending}"] = settings_markdown(language)
    pages["docs/notes.md"] = notes_page()
    pages["docs/templates.md"] = templates_page()
    return pages


def notes_page() -> str:
    """The page on notes, its tables of labels and headings from the program's own."""
    from minqing.classify.notes.header.labels import DOINGS, LABELS, OF_A_DOING
    from minqing.classify.notes.sections import ASIDES, ISSUE_HEADINGS, PLAIN_HEADINGS
    from minqing.classify.notes.tables.columns import COLUMNS

    tables = (
        ("label of", LABELS),
        ("label of", {f"{name}, behind a word for the walk": words for name, words in OF_A_DOING.items()}),
        ("heading", {"of issues": ISSUE_HEADINGS, **ASIDES, "of the rest": PLAIN_HEADINGS}),
        ("column of a table", COLUMNS),
    )
    doings = f"A word for the walk is one of {' '.join(DOINGS)}: `走访人员`, `巡查里程`."
    parts = [
        "\n".join([f"| {title} | words |", "| --- | --- |", *(f"| {n} | {' '.join(w)} |" for n, w in table.items())])
        for title, table in tables
    ]
    parts.insert(2, doings)
    page = (ROOT / "docs/notes.md").read_text(encoding="utf-8")
    first, last = "<!-- labels -->", "<!-- end of labels -->"
    return page.partition(first)[0] + f"{first}\n\n" + "\n\n".join(parts) + f"\n\n{last}" + page.partition(last)[2]


def commands_page(language: str) -> str:
    """Every command in the order of the help, with its options and examples."""
    head = HEADS[language]
    parts = [str(head["commands"])]
    for section in (WEEKLY, OFTEN, SELDOM):
        parts.append(f"## {say(f'help.section-{section}')}")
        parts += [_command(c, language) for c in COMMANDS if c.section == section]
    everywhere = [
        (name, say(f"help.opt-{name.lstrip('-')}")) for name in ("-C DIR", "--lang zh|en", "--json", "--help")
    ]
    parts += [f"## {say('help.everywhere')}", _options(everywhere, language)]
    return "\n\n".join(parts) + "\n"


def _command(command: Command, language: str) -> str:
    usage, long, examples = (told(command, part) for part in ("usage", "long", "examples"))
    options = [(_option(p), str(p.help or "")) for p in parameters(command) if _is_option(p)]
    also = f"{HEADS[language]['also']}: " + ", ".join(f"`minqing {name}`" for name in command.zh)
    parts = [f"### {command.name}", f"```text\n{usage}\n```", long, also]
    return "\n\n".join([*parts, _options(options, language), f"```text\n{examples}\n```"])


def parameters(command: Command) -> list[Any]:
    """The parameters of a command, their helps in the language in force."""
    from minqing.cli.typing import declared

    for name in [name for name in sys.modules if name.startswith("minqing.cli.declared.")]:
        del sys.modules[name]
    return list(declared(command).params)


def _is_option(param: Any) -> bool:
    return any(o.startswith("-") for o in param.opts) and "--help" not in param.opts


def _option(param: Any) -> str:
    metavar = "" if getattr(param, "is_flag", False) else f" {param.metavar}"
    return ", ".join(param.opts) + metavar


def _options(rows: list[tuple[str, str]], language: str) -> str:
    return _table(HEADS[language]["option"], [(f"`{name.replace('|', chr(92) + '|')}`", means) for name, means in rows])


def problems_page(language: str) -> str:
    """Every problem code with what is said of it."""
    head, at = HEADS[language], LANGUAGES.index(language)
    rows = []
    for name, code in CODES.items():
        severity = head[_effect(name, code)]
        mended = f" ({head['mended']})" if code.mended else ""
        title, detail, fix = (_general(TEXTS[f"{name}.{part}"][at]) for part in ("title", "detail", "fix"))
        rows.append((f"`{name}`", f"{severity}{mended}", f"**{title}** {detail}", fix))
    return f"{head['problems']}\n\n{_table(head['columns'], rows)}\n"


def _effect(name: str, code: Code) -> str:
    """What a problem does to the figures; one of the settings leaves no entry out."""
    if code.severity == WARNING:
        return "warning"
    if name.startswith("settings-"):
        return "settings"
    return "kept" if code.keeps else "error"


def _general(template: str) -> str:
    """A sentence without its blanks filled in."""
    text = re.sub(r"(?<!\{)\{[a-z_]+(:[^}]*)?\}(?!\})", "…", template).replace("{{", "{").replace("}}", "}")
    return " ".join(text.replace("|", "\\|").replace("<", "\\<").split())


def _table(columns: Any, rows: list[tuple[str, ...]]) -> str:
    return "\n".join(_lines(columns, rows))


def _lines(columns: Any, rows: list[tuple[str, ...]]) -> Iterator[str]:
    for cells in (columns, ["---"] * len(columns), *rows):
        yield f"| {' | '.join(cells)} |"


def main(arguments: list[str]) -> None:
    """Write the pages; with ``--examples`` the outputs of the console examples too."""
    for path, text in generated().items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    if "--examples" in arguments:
        sys.path.insert(0, str(Path(__file__).parent))
        from examples import refresh_all

        refresh_all()


if __name__ == "__main__":
    main(sys.argv[1:])
