"""What YAML's parser stumbles over, as a few kinds a person can act on, at the place where it began."""

from __future__ import annotations

from typing import Any

from minqing.domain.patterns import pattern
from minqing.text import nodes
from minqing.text.nodes import YAMLError

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("quoted scalar", "引号只有一半", "a quotation mark without its other half"),
    ("unknown escape", "双引号里有 YAML 不认识的反斜杠", "a backslash in double quotes that YAML does not know"),
    ("flow sequence", "方括号没有合上或里面不对", "a square bracket that is not closed, or what is in it"),
    ("flow mapping", "花括号没有合上或里面不对", "a curly bracket that is not closed, or what is in it"),
    ("block sequence entries", "这里不能开始列表(短横)", "a list mark where no list can start"),
    ("mapping values", "缩进不对,或文字里有冒号加空格", "the indentation, or a colon and a blank inside a text"),
    (
        "could not find expected ':'",
        "这一行既不是“项: 内容”,也不是列表",
        "a line that is neither `key: value` nor a list item",
    ),
    ("did not find expected key", "缩进与上面的行不一致", "an indentation that differs from the lines above"),
    ("did not find expected '-'", "缩进与上面的行不一致", "an indentation that differs from the lines above"),
    ("cannot start any token", "这里有 YAML 不许打头的字符", "a character that YAML does not allow at the start"),
    ("expected comment or line break", "“|”或“>”后面不能再写字", "text behind `|` or `>`"),
    ("tab", "缩进用了制表符", "a tab in the indentation"),
    ("directive", "以 % 打头的行", "a line that begins with %"),
    ("document", "前言里又开始了一份文档", "a second document inside the front matter"),
)
_OTHER = ("写法", "the way it is written")
_BEGAN = ("quoted scalar", "flow sequence", "flow mapping", "simple key")
_MARKS = pattern(r"\s*(?:[-?]\s+){50}")
_NESTING = pattern(r"[\[{]|(?:[-?] )+")
_UNREADABLE = pattern("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def syntax_problem(error: YAMLError) -> tuple[str, int, int, dict[str, str]]:
    """Code, 0-based line and column, and parameters of what the parser said."""
    problem, context = (str(getattr(error, name, None) or "") for name in ("problem", "context"))
    mark: Any = getattr(error, "problem_mark", None)
    if any(word in context for word in _BEGAN):
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if any(word in problem + context for word in ("alias", "anchor")):
        line, column = _start(getattr(error, "context_mark", None), line, column)
        return "yaml-anchor", line, column, {"text": "&"}
    if "tag" in problem or "tag" in context:
        return "yaml-tag", line, column, {"text": "!"}
    found = next((kind[1:] for kind in _KINDS if kind[0] in context or kind[0] in problem), _OTHER)
    return "yaml-syntax", line, column, {"why_zh": found[0], "why_en": found[1]}


def _start(mark: Any, line: int, column: int) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (line, column)


def too_deep(lines: list[str]) -> tuple[int, int] | None:
    """0-based line and column of the brackets or list marks that nest deeper than a diary ever needs."""
    found = next(((n, 0) for n, line in enumerate(lines) if _MARKS.match(line)), None)
    found = found or nodes.too_deep("\n".join(lines))
    if not found:
        return None
    first = _NESTING.search(lines[found[0]], 0) if found[0] < len(lines) else None
    return found[0], first.start() if first else found[1]


def control_character(lines: list[str]) -> tuple[int, int, str] | None:
    """0-based line and column of the first character that may not stand in a front matter, and its number."""
    for number, line in enumerate(lines):
        found = _UNREADABLE.search(line)
        if found:
            return number, found.start(), f"U+{ord(found[0]):04X}"
    return None
