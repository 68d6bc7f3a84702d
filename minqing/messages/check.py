"""What ``check`` says around the problems."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "error": ("[错误]", "[error]"),
    "warning": ("[提醒]", "[warning]"),
    "mend": ("改法: {fix}", "Mend: {fix}"),
    "clean": ("没有发现问题。", "No problems found."),
    "summary": ("共 {errors} 处错误,{warnings} 处提醒。", "{errors} error(s), {warnings} warning(s)."),
    "mendable": (
        " 其中 {count} 处可以自动改好: minqing 检查 --fix",
        " {count} of them can be mended safely: minqing check --fix",
    ),
    "commit": ("自动修正 {count} 篇日记的写法", "Mend the writing of {count} entries"),
    "mended": ("已改好 {path}", "Mended {path}"),
}
