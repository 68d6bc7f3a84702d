"""What templates are given and may use, as a page of the documentation: from the tables and the classes themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from minqing.domain.values import fields
from minqing.reports.template_guard import FILTERS, LONGEST, METHODS, SECONDS, WRITTEN
from minqing.reports.templates import BLOCKS, OWN_FILTERS

REPORT_VARIABLES: tuple[tuple[str, str, str, str], ...] = (
    ("report", "Report", "报告的全部数字和事项", "all figures and issues of the report"),
    ("title", "str", "标题", "the title"),
    ("document", "list[Block]", "正文:标题、段落、表、图,依次排列", "what is said: headings, lines, tables, charts"),
    ("brief", "list[str]", "短消息的各行,重要的在前", "the lines of the message, the most important first"),
    ("community", "Community", "minqing.yaml 里的社区设置", "the settings of minqing.yaml"),
    ("masked", "bool", "个人信息是否已隐去", "whether personal details are masked"),
    ("today", "date", "制作的日期", "the day it is made on"),
    ("language", "str", "zh 或 en", "zh or en"),
)
"""Name, type, meaning in Chinese and English of what every template of the report is given."""

PAGE_VARIABLES: tuple[tuple[str, str, str, str], ...] = (
    ("head", "list[Block]", "第一节之前的内容", "what stands before the first section"),
    ("parts", "list[Part]", "各节", "the sections"),
    ("behind", "list[Behind]", "每个数字背后的事项", "what each figure is made of"),
    ("anchors", "dict[str, str]", "数字的键 → 它在页内的锚", "key of a figure → its anchor in the page"),
    ("names", "dict[str, str]", "数字的键 → 名称", "key of a figure → its name"),
    ("words", "dict[str, str]", "页面上的固定用语", "fixed words of the page"),
)
"""What the templates of the page of HTML are given besides."""

TOLD_VARIABLES: tuple[tuple[str, str, str, str], ...] = (
    ("notice", "Notice", "告示的内容(只在 notice 里)", "what the notice tells (of notice alone)"),
    ("matter", "Matter", "答复的那件事(只在 reply 里)", "the matter replied to (of reply alone)"),
    ("community", "str", "社区名称", "the community's name"),
    ("today", "date", "今天", "today"),
)
"""What the templates of notice and reply are given."""

TEMPLATES: tuple[tuple[str, str, str], ...] = (
    ("report.txt.j2", "微信短消息(.txt、--brief)", "the message for WeChat (.txt, --brief)"),
    ("report.md.j2", "Markdown 报告(.md)", "the report as Markdown"),
    ("report.html.j2", "网页报告(.html)", "the page of HTML"),
    ("parts.html.j2", "网页里的表、图怎么画", "how tables and charts of the page are drawn"),
    ("style.html.j2", "网页的样式", "the style sheet of the page"),
    ("notice.zh.txt.j2, notice.en.txt.j2", "楼门口的告示(notice)", "the notice for a building's door"),
    ("reply.zh.txt.j2, reply.en.txt.j2", "给反映人的答复(reply)", "the sentence to whoever raised an issue"),
    ("entry.zh.md, entry.en.md", "log --edit 的空白日记(不是 Jinja2)", "the blank entry of log --edit (no Jinja2)"),
)
"""The shipped templates and what they make."""

VALUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("minqing.reports.report", ("Report", "Balance", "HotPlace", "Handling", "Repeat", "RotaVisits")),
    ("minqing.reports.figures", ("Figures", "IssueCounts", "TierCounts", "CategoryCounts", "BucketCounts")),
    ("minqing.domain.count", ("Walked", "Rates", "Rate")),
    ("minqing.domain.period", ("Period",)),
    ("minqing.domain.fold", ("IssueState",)),
    ("minqing.domain.model", ("Issue", "Progress")),
    ("minqing.reports.document", ("Heading", "Line", "Table", "Column", "Row", "Chart", "Series", "Pictures")),
    ("minqing.reports.media.html", ("Part", "Behind")),
    ("minqing.reports.notice", ("Notice", "Matter")),
    ("minqing.domain.community", ("Community",)),
)
"""The classes whose values templates meet, by module."""

INTRODUCTION = """\
# Templates · 模板

Made from the program's tables and classes; do not edit. 由程序生成,请勿手改。

要改发出去的东西的样子,把自带的模板(程序里的 `minqing/templates/`)复制到工作文件夹的 `templates/`,
名字不变,再改;程序就用您那一份。删掉它,就恢复原样。模板是 [Jinja2](https://jinja.palletsprojects.com/) 写法:
`{{ report.figures.issues.raised }}` 换成数字,`{% for %}` 重复,`{% if %}` 选择。写错了会指出是哪个文件、第几行,
旧文件不动。Word 的模板是 `templates/report.docx`,另有写法。

Whatever is handed out is made from a template. Copy a shipped one (`minqing/templates/` of the program) into the
workspace's `templates/` under the same name and change it: that one is used. A broken template is an error with its
file and line, and nothing is written.

```jinja
{{ community.name }} {{ report.period.key }}
本期提出 {{ report.figures.issues.raised }} 件,办结 {{ report.figures.issues.closed }} 件。
{% for state in report.overdue %}
逾期: {{ state.id }} {{ state.title }}
{% endfor %}
```

Templates run in a sandbox. They reach no file outside the two folders, call only the methods below, and a name that
does not exist is an error. What goes on for ever is stopped: after %(seconds)d seconds, %(written)d characters
written, or a text of %(longest)d characters. In `.html.j2` all values are escaped. The values are already masked
unless `--internal` was given.
"""


def templates_page() -> str:
    """The page as Markdown."""
    bounds = {"seconds": int(SECONDS), "written": WRITTEN, "longest": LONGEST}
    parts = [_filled(INTRODUCTION, bounds), *_tables(), *_values()]
    return "\n".join(parts)


def _filled(text: str, values: dict[str, int]) -> str:
    for name, value in values.items():
        text = text.replace(f"%({name})d", f"{value:,}")
    return text


def _tables() -> Iterator[str]:
    yield _section("Templates", _table(("file", "做什么", "makes"), [(f"`{n}`", zh, en) for n, zh, en in TEMPLATES]))
    yield _section("Variables of the report", _variables(REPORT_VARIABLES))
    yield _section("Further variables of the page", _variables(PAGE_VARIABLES))
    yield _section("Variables of the notice and the reply", _variables(TOLD_VARIABLES))
    yield _section("Filters", _words((*FILTERS, *OWN_FILTERS)))
    yield _section("Methods", _words(METHODS))
    yield _section("Tests", _words(BLOCKS) + "\n\n`{% if block is table %}` asks what a part of the document is.\n")


def _values() -> Iterator[str]:
    yield "## Values\n"
    for module, names in VALUES:
        for name in names:
            yield _value(getattr(import_module(module), name))


def _value(kind: type) -> str:
    rows = [(f"`{each.name}`", f"`{kind.__annotations__[each.name]}`".replace("|", "\\|")) for each in fields(kind)]
    rows += [(f"`{name}`", "") for name, value in vars(kind).items() if isinstance(value, property)]
    about = " ".join((kind.__doc__ or "").replace("``", "`").split()).replace("|", "\\|")
    return f"### {kind.__name__}\n\n{about}\n\n{_table(('field', 'type'), rows)}\n"


def _variables(rows: Sequence[tuple[str, str, str, str]]) -> str:
    shown = [(f"`{name}`", f"`{type}`", zh, en) for name, type, zh, en in rows]
    return _table(("name", "type", "意思", "meaning"), shown)


def _words(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) + "\n"


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text.rstrip()}\n"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
