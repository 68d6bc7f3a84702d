"""Everything handed out is made from templates: the shipped ones, or a community's own of the same name.

Jinja2 in a sandbox of which nothing leads out and in which nothing runs on for ever (``template_guard``); what a
template names and is not there is an error, not a blank. One loader for the report, the notice and the reply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from minqing.domain.errors import DIARY, MinqingError
from minqing.reports.document import Chart, Heading, Line, Pictures, Table
from minqing.reports.media.printed import as_printed
from minqing.reports.template_guard import Guarded, OutOfBounds
from minqing.reports.words import amount, rate
from minqing.text.normal import near, visible
from minqing.workspace.template_files import TemplateText

Source = Callable[[str], TemplateText | None]
"""The text of a template by its name, ``None`` where there is none (see ``workspace.template_files``)."""

MARKUP = (".html.j2", ".svg.j2")
"""Templates whose values are escaped: text of residents is never markup."""

BLOCKS: Mapping[str, type] = {"heading": Heading, "line": Line, "table": Table, "chart": Chart, "pictures": Pictures}
"""What ``{% if block is table %}`` can ask of a part of the document."""

OWN_FILTERS: Mapping[str, Callable[..., Any]] = {
    "amount": amount,
    "rate": rate,
    "plain": visible,
    "printed": as_printed,
}
"""Filters besides those of Jinja2: a number, a rate with its counts, a text without control characters, the marks
of a Chinese document."""


class Templates:
    """The templates of a workspace, filled one after another. ``source`` finds their texts."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._env = Guarded(
            loader=_Loader(source),
            undefined=StrictUndefined,
            autoescape=lambda name: (name or "").endswith(MARKUP),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._env.allow(OWN_FILTERS)
        self._env.tests |= {name: _is_a(kind) for name, kind in BLOCKS.items()}

    def allow(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Further filters, such as a medium's way to write text."""
        self._env.allow(filters)

    def exists(self, name: str) -> bool:
        """Whether there is a template of this name."""
        return self._source(name) is not None

    def is_own(self, name: str) -> bool:
        """Whether the community has its own template of this name."""
        found = self._source(name)
        return found is not None and found.own

    def filled(self, name: str, **variables: Any) -> str:
        """The template of a name, filled.

        Raises ``MinqingError`` that names the file, the line and the mend where the template is broken.
        """
        known = [*variables, *self._env.globals]
        try:
            text = self._env.filled(name, variables)
        except TemplateNotFound as missing:
            raise MinqingError("templates.missing", DIARY, name=missing.name or name) from missing
        except Exception as error:
            self._refuse(error, name, known)
        if not text.strip():  # a file emptied by mistake: nobody wants to hand that in
            found = self._source(name)
            raise MinqingError("templates.empty", DIARY, file=found.path if found else name)
        return text

    def _refuse(self, error: Exception, name: str, known: list[str]) -> NoReturn:
        file, line = _where(error, name)
        shown = self._line(file, line)
        code, params = _what(error, known)
        raise MinqingError(code, DIARY, file=file, line=line, shown=visible(shown.strip()), **params) from error

    def _line(self, file: str, line: int) -> str:
        found = self._source(file.rsplit("/", 1)[-1])
        lines = found.text.splitlines() if found else []
        return lines[line - 1] if 0 < line <= len(lines) else ""


class _Loader(BaseLoader):
    """Finds the texts; the path it gives is what errors name."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """See Jinja2."""
        found = self._source(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.text, found.path, lambda: True


def _is_a(kind: type) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


def _where(error: Exception, name: str) -> tuple[str, int]:
    """The file and line of the template: where it was read, or the innermost one that was being filled."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or name, error.lineno
    found, step = (name, 0), error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            found = file, step.tb_lineno
        step = step.tb_next
    return found


def _what(error: Exception, known: list[str]) -> tuple[str, dict[str, str]]:
    """The sentence for what is wrong, with what it names."""
    said = str(error)
    if isinstance(error, OutOfBounds | RecursionError | MemoryError):
        return "templates.endless", {}
    attribute = re.search(r"has no attribute '([^']*)'", said)
    if attribute:
        return "templates.no-attribute", {"name": attribute[1]}
    missing = re.fullmatch(r"'([^']*)' is undefined", said)
    if missing:
        nearest = near(missing[1], known)
        return "templates.undefined-near" if nearest else "templates.undefined", {
            "name": missing[1], "nearest": nearest or "",
        }  # fmt: skip
    return ("templates.broken" if isinstance(error, TemplateError) else "templates.failed"), {"what": said}
