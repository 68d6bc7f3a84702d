"""A sandbox that ends: a template, cloned with somebody's workspace, may neither hang the program nor fill the memory.

Jinja2's own sandbox keeps templates from reaching anything but what they are given. Here is counted besides what they
do: every turn of a loop, every call, every character they write; what could grow at one stroke (a product, a power, a
filler of a million blanks) is looked at before it is done. The filters and methods that are let through are listed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer

SECONDS = 10.0
"""Seconds of processor time that one template may take; a busy computer makes no template endless."""

TURNS = 3_000_000
"""Turns of loops and calls."""

WRITTEN = 30_000_000
"""Characters written, whether they are kept or not."""

LONGEST = 2_000_000
"""Characters of one text on the way, elements of one list."""

FILLER = 10_000
"""The largest whole number a filter or a call is given: a width, a count, a precision."""

FILTERS = frozenset(
    [
        "abs",
        "batch",
        "capitalize",
        "count",
        "d",
        "default",
        "dictsort",
        "e",
        "escape",
        "first",
        "float",
        "forceescape",
        "groupby",
        "int",
        "items",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "safe",
        "select",
        "selectattr",
        "slice",
        "sort",
        "string",
        "striptags",
        "sum",
        "title",
        "trim",
        "truncate",
        "unique",
        "upper",
        "urlencode",
        "wordcount",
    ]
)
"""Filters of Jinja2 that templates have."""

METHODS = frozenset(
    [
        "startswith",
        "endswith",
        "strip",
        "lstrip",
        "rstrip",
        "split",
        "splitlines",
        "upper",
        "lower",
        "title",
        "removeprefix",
        "removesuffix",
        "count",
        "index",
        "find",
        "get",
        "items",
        "keys",
        "values",
        "isoformat",
        "strftime",
        "weekday",
        "isoweekday",
        "cycle",
        "changed",
        "isdigit",
    ]
)
"""Methods that templates may call on texts, dates, lists and mappings."""

OWN = (Macro, LoopContext, BlockReference, TemplateReference, Namespace, Cycler, Joiner)
"""What Jinja2 itself makes; a template may call it."""


class OutOfBounds(Exception):
    """A template did more than any page needs."""


class Budget:
    """What one filling may still do."""

    __slots__ = ("deadline", "turns", "written")

    def __init__(self) -> None:
        self.turns, self.written, self.deadline = TURNS, WRITTEN, time.process_time() + SECONDS

    def turn(self) -> None:
        """One turn of a loop, or one call."""
        self.turns -= 1
        if self.turns < 0 or (not self.turns & 0xFF and time.process_time() > self.deadline):
            raise OutOfBounds

    def write(self, characters: int) -> None:
        """So many characters more."""
        self.written -= characters
        if self.written < 0:
            raise OutOfBounds


class Guarded(ImmutableSandboxedEnvironment):
    """The sandbox whose work is counted."""

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.budget = Budget()
        self.filters = {name: self._counted_filter(name, f) for name, f in self.filters.items() if name in FILTERS}
        self.filters |= {"_each": self._each, "_told": self._told, "_short": short}
        self.globals = {name: self.globals[name] for name in ("range", "dict", "cycler", "joiner", "namespace")}

    def allow(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Further filters, bounded like the others."""
        self.filters |= {name: self._counted_filter(name, f) for name, f in filters.items()}

    def filled(self, name: str, variables: Mapping[str, Any]) -> str:
        """The template filled, within the bounds. Raises ``OutOfBounds``, and what Jinja2 raises."""
        self.budget = Budget()
        parts = []
        for part in self.get_template(name).generate(**variables):
            self.budget.write(len(part))
            parts.append(part)
        return "".join(parts)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree with a counter in every loop, and a look at everything that is written or put together."""
        tree: nodes.Template = _Counted().visit(super()._parse(source, name, filename))
        return tree

    def _each(self, values: Iterable[Any], inside: int) -> Iterator[Any]:
        budget = self.budget
        for value in values:
            budget.turn()
            budget.write(inside)
            yield value

    def _told(self, value: Any) -> Any:
        if isinstance(value, str):
            self.budget.write(len(value))
        elif isinstance(value, list | tuple | dict | set | range):
            raise SecurityError("a list is written with |join")
        return value

    def _counted_filter(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        looked_at = _LOOKED_AT.get(name)

        @wraps(function)
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.budget.turn()
            _refuse_fillers((*args, *kwargs.values()))
            if looked_at:
                args = looked_at(args)
            return short(function(*args, **kwargs))

        return counted

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Any:
        """Count what includes itself."""
        self.budget.turn()
        return super().get_template(name, parent, globals)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of one of the program's own values without further ado: a page asks for a hundred thousand."""
        if hasattr(type(obj), "__values__") and not attribute.startswith("_"):
            value = getattr(obj, attribute, None)
            if value is not None and not callable(value):
                return value
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Let listed methods through and no others."""
        if callable(value) and attr not in METHODS and not isinstance(obj, OWN) and not isinstance(value, OWN):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Count a call and look at what it is given and gives."""
        __self.budget.turn()
        _refuse_fillers((*args, *kwargs.values()), LONGEST if __obj is __self.globals["range"] else FILLER)
        return short(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Look at a product, a power or a sum before it is made."""
        self.budget.turn()
        if operator == "**" and not (_small(left) and _small(right, 64)):
            raise OutOfBounds
        if operator == "*" and not _small_product(left, right):
            raise OutOfBounds
        if operator == "%" and isinstance(left, str):
            raise SecurityError("% is for numbers; texts are joined with ~")
        return short(super().call_binop(context, operator, left, right))


class _Counted(NodeTransformer):
    """Puts the counters into a tree."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Count the turns, and what stands in the loop as often as it is gone through."""
        inside = sum(len(text.data) for text in node.find_all(nodes.TemplateData))
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "_each", nodes.Const(inside))
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        """Count what is written."""
        self.generic_visit(node)
        node.nodes = [n if isinstance(n, nodes.TemplateData) else _filtered(n, "_told") for n in node.nodes]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:
        """Look at what ``~`` puts together."""
        self.generic_visit(node)
        return _filtered(node, "_short")


def _filtered(node: Any, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


def short(value: Any) -> Any:
    """The value itself. Raises ``OutOfBounds`` where it is longer than any text or list of a page."""
    if isinstance(value, str | list | tuple | dict) and len(value) > LONGEST:
        raise OutOfBounds
    return value


def _refuse_fillers(given: Iterable[Any], largest: int = FILLER) -> None:
    if any(isinstance(value, int) and abs(value) > largest for value in given):
        raise OutOfBounds


def _small(value: Any, most: int = LONGEST) -> bool:
    return not isinstance(value, int) or abs(value) <= most


def _small_product(left: Any, right: Any) -> bool:
    """Whether a product cannot be long: of numbers, or of a text or list and a count."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, str | list | tuple):
            return isinstance(other, int) and len(one) * other <= LONGEST
    return _small(left, 10**18) and _small(right, 10**18)


def _looked_at_replace(args: tuple[Any, ...]) -> tuple[Any, ...]:
    """``(context, text, old, new)``: how long the text would become."""
    text, old, new = (str(value) for value in args[1:4])
    if len(text) + text.count(old) * len(new) > LONGEST:
        raise OutOfBounds
    return args


def _looked_at_join(args: tuple[Any, ...]) -> tuple[Any, ...]:
    """``(context, values, between…)``: how long they are together."""
    values = list(args[1])
    between = len(str(args[2])) if len(args) > 2 else 0
    if sum(len(value) + between for value in values if isinstance(value, str)) > LONGEST:
        raise OutOfBounds
    return (args[0], values, *args[2:])


def _looked_at_sum(args: tuple[Any, ...]) -> tuple[Any, ...]:
    """Numbers alone are added up: lists would grow."""
    if len(args) > 3 and not isinstance(args[3], int | float):
        raise SecurityError("sum adds numbers")
    return args


_LOOKED_AT: Mapping[str, Callable[[tuple[Any, ...]], tuple[Any, ...]]] = {
    "replace": _looked_at_replace, "join": _looked_at_join, "sum": _looked_at_sum,
}  # fmt: skip
