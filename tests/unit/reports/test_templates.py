"""Templates: found by name, strict, escaped, and never without an end."""

from __future__ import annotations

import time
from datetime import date

import pytest

from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.domain.period import Period
from minqing.reports.document import Line
from minqing.reports.handout import Handout
from minqing.reports.media.variables import variables_of
from minqing.reports.report import build_report
from minqing.reports.template_docs import PAGE_VARIABLES, REPORT_VARIABLES, templates_page
from minqing.reports.templates import Templates
from minqing.workspace.template_files import SHIPPED, TemplateText


def templates(**texts: str) -> Templates:
    named = {name.replace("_", "."): text for name, text in texts.items()}
    return Templates(lambda name: TemplateText(named[name], f"templates/{name}", True) if name in named else None)


def refused(text: str, **variables: object) -> MinqingError:
    with pytest.raises(MinqingError) as caught:
        templates(t_txt_j2=text).filled("t.txt.j2", **variables)
    return caught.value


def test_a_template_is_filled_and_may_include_another() -> None:
    made = templates(a_txt_j2="{% include 'b.txt.j2' %}{{ n + 1 }}", b_txt_j2="{{ '灯'|upper }}{{ line is line }} ")
    assert made.filled("a.txt.j2", n=2, line=Line("x")) == "灯True 3"


def test_markup_is_escaped_where_the_form_is_markup() -> None:
    made = templates(a_html_j2="<p>{{ x }}</p>", a_txt_j2="{{ x }}")
    assert made.filled("a.html.j2", x="<b>&") == "<p>&lt;b&gt;&amp;</p>"
    assert made.filled("a.txt.j2", x="<b>&") == "<b>&"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("好\n{{ reprot }}\n", "templates.undefined-near", 2),
        ("{{ nowhere_near }}", "templates.undefined", 1),
        ("一\n二\n{% for x in report %}\n", "templates.broken", 3),
        ("{{ report.steps }}", "templates.no-attribute", 1),
        ("\n{{ 1 / 0 }}", "templates.failed", 2),
        ("{{ report|pprint }}", "templates.broken", 1),
        ("{{ report.__class__ }}", "templates.broken", 1),
        ("{{ ''.join(['a']) }}", "templates.broken", 1),
        ("{{ '{0.__class__}'.format(report) }}", "templates.broken", 1),
    ],
)
def test_a_broken_template_names_its_file_and_line(text: str, code: str, line: int) -> None:
    error = refused(text, report=Line("x"))
    assert (error.code, error.params["file"], error.params["line"]) == (code, "templates/t.txt.j2", line)
    assert error.exit_code == 1


def test_the_line_is_that_of_the_template_that_was_included() -> None:
    made = templates(a_txt_j2="{% include 'b.txt.j2' %}", b_txt_j2="好\n{{ x.y }}")
    with pytest.raises(MinqingError) as caught:
        made.filled("a.txt.j2", x=Line("x"))
    assert (caught.value.params["file"], caught.value.params["line"]) == ("templates/b.txt.j2", 2)
    assert caught.value.params["shown"] == "{{ x.y }}"


def test_a_template_that_is_not_there_is_named() -> None:
    for name in ("none.txt.j2", "../minqing.yaml", "/etc/passwd"):
        with pytest.raises(MinqingError) as caught:
            templates(t_txt_j2="{% include '" + name + "' %}").filled("t.txt.j2")
        assert (caught.value.code, caught.value.params["name"]) == ("templates.missing", name)


ENDLESS = {
    "loops in loops": "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
    "silent loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "a huge range": "{% for a in range(10**9) %}{% endfor %}",
    "a huge text": "{{ 'x' * 10**9 }}",
    "a huge list": "{{ ([0] * 10**9)|length }}",
    "a huge number": "{{ 9**9**9 }}",
    "a huge filler": "{{ 'x'.center(10**9) }}{{ 'x'|center(10**9) }}",
    "a huge precision": "{{ 1.5|round(10**9, 'ceil') }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a page in itself": "{% include 't.txt.j2' %}{% include 't.txt.j2' %}",
    "doubling": "{% set n = namespace(x='xx') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "doubling in a block": (
        "{% set n = namespace(x='xx') %}{% for i in range(99) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}"
    ),
    "a product of replacements": "{{ ('x' * 1999999)|replace('x', 'y' * 1999999) }}",
    "a product by joining": "{{ (['x' * 1999999] * 9999)|join }}",
    "lists added up": "{{ (range(99999)|map('string')|list * 99)|length }}",
    "the same text for ever": "{% set x = 'x' * 1999999 %}{% for i in range(99999) %}{{ x }}{% endfor %}",
}


@pytest.mark.parametrize("name", list(ENDLESS))
def test_what_goes_on_for_ever_is_stopped(name: str) -> None:
    began = time.process_time()
    error = refused(ENDLESS[name])
    assert error.code in ("templates.endless", "templates.broken", "templates.failed")
    assert time.process_time() - began < 15


def test_a_page_of_a_year_stays_within_the_bounds() -> None:
    made = templates(
        t_txt_j2="{% for i in range(5000) %}{% for j in range(20) %}{{ i * j }} {% endfor %}\n\n{% endfor %}"
    )
    assert made.filled("t.txt.j2").count("\n") == 5000


def test_each_filling_has_the_whole_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minqing.reports.template_guard.TURNS", 1000)
    made = templates(t_txt_j2="{% for i in range(900) %}{% endfor %}.")
    for _ in range(3):
        assert made.filled("t.txt.j2") == "."


def test_every_shipped_template_and_variable_is_described() -> None:
    described = templates_page()
    for shipped in SHIPPED.iterdir():
        assert f"{shipped.name}" in described
    for name, *_ in (*REPORT_VARIABLES, *PAGE_VARIABLES):
        assert f"| `{name}` |" in described
    assert "| `raised` | `int` |" in described


def test_the_variables_described_are_those_given() -> None:
    report = build_report((), Period.month(2026, 11), None, date(2026, 12, 1), Community())
    handout = Handout(report, (), Community(), True, date(2026, 12, 1), templates(), lambda path: None)
    assert set(variables_of(handout)) == {name for name, *_ in REPORT_VARIABLES}
