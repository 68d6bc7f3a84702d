"""Sentences about changes to a diary file that could not be made; the file is always as it was."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "unsafe": (
        "{path}:{line} 这里的写法特殊,自动改写没有把握,所以文件一个字也没有动。"
        "请用 minqing 编辑 打开文件手工补写,再用 minqing 检查 核对。",
        "{path}:{line} is written in an unusual way and cannot be changed safely, so the file was left "
        "exactly as it was. Open it with `minqing edit`, add the text by hand, then run `minqing check`.",
    ),
    "repair-first": (
        "{path}:{line} 这一行的标点或格式要先改正,才能往里添内容,文件没有动。请先运行 minqing 检查 --fix,再重做一次。",
        "{path}:{line} has punctuation or layout that must be mended before anything can be added there; the "
        "file was left as it was. Run `minqing check --fix`, then do this again.",
    ),
    "unreadable": (
        "{path} 有错误,读不出来,所以没有改动。请先运行 minqing 检查 看错在哪里,改好再重做。",
        "{path} has errors and cannot be read, so it was not changed. Run `minqing check` to see what is "
        "wrong, mend it, then do this again.",
    ),
    "no-issue": (
        "{path} 里没有编号 {id} 的事项,没有改动。",
        "{path} has no issue {id}; nothing was changed.",
    ),
    "twice": (
        "{path}:{line} 编号 {id} 在这个文件里出现了两次,分不清该记在哪一件上,没有改动。请先给其中一件换个编号。",
        "{path}:{line} the id {id} stands twice in this file, so it is not clear which issue is meant; "
        "nothing was changed. Give one of the two another id first.",
    ),
    "encoding": (
        "{path} 不能写入字符 {character}(不是完整的文字,多半是复制时弄坏了),没有改动。请重新输入这段文字。",
        "{path} cannot hold the character {character} (it is half a character, most likely damaged while "
        "copying); nothing was changed. Type that text again.",
    ),
}
