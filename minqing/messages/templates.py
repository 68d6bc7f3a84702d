"""What is wrong with a template."""

from __future__ import annotations

_AT = ("模板 {file} 第 {line} 行: ", "Template {file}, line {line}: ")
_SHOWN = (
    "\n    {shown}\n改好这一行;或把您自己的模板移走,就用自带的。写法见 docs/templates.md。",
    "\n    {shown}\nMend the line, or take your own template away to use the built-in one. See docs/templates.md.",
)


def _told(zh: str, en: str) -> tuple[str, str]:
    return _AT[0] + zh + _SHOWN[0], _AT[1] + en + _SHOWN[1]


TEXTS: dict[str, tuple[str, str]] = {
    "missing": (
        "没有“{name}”这个模板。请在 templates/ 里放一份,或改正引用它的名字。",
        "There is no template “{name}”. Put one into templates/, or correct the name that asks for it.",
    ),
    "too-large": (
        "模板 {file} 太大(超过 1 MB),没有用。多半是放错了文件,请换掉它。",
        "The template {file} is larger than 1 MB and is not used; most likely it is another file. Replace it.",
    ),
    "folder": (
        "{file} 是一个文件夹,不是模板。把它移走或改名,就用自带的;要用自己的,把模板文件放在这里。",
        "{file} is a folder, no template. Move it away or rename it and the shipped one is "
        "used; or put your template in its place.",
    ),
    "empty": (
        "模板 {file} 是空的,填出来什么都没有,没有存。把内容补上;或把它移走,就用自带的。",
        "The template {file} makes nothing at all, so nothing was saved. "
        "Fill it, or take it away to use the built-in one.",
    ),
    "broken": _told("写法不对({what})。", "it is not written as a template is ({what})."),
    "failed": _told("这里算不出来({what})。", "this cannot be filled ({what})."),
    "undefined": _told("没有“{name}”这个变量。", "there is no variable “{name}”."),
    "undefined-near": _told("没有“{name}”这个变量。是不是 {nearest}?", "there is no “{name}”. Did you mean {nearest}?"),
    "no-attribute": _told("没有“{name}”这一项。", "it has no “{name}”."),
    "endless": _told(
        "循环太多或文字太长,已停下。",
        "it goes on for ever, or writes more than any page holds; it was stopped.",
    ),
}
