"""What ``edit`` and ``log --edit`` say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "unchanged": ("没有改动,{path} 保持原样。", "Nothing was changed; {path} stays as it was."),
    "go-on": ("上次改 {path} 没有放进日记,接着改吗?", "An earlier edit of {path} was not put in. Go on with it?"),
    "several": (
        "那天有几篇日记,请写其中一篇的文件名,如 2026-11-16-2:\n{paths}",
        "That day has several entries; name the file you mean, such as 2026-11-16-2:\n{paths}",
    ),
    "which": ("要改哪一篇(1 到 {count})?", "Which one (1 to {count})?"),
    "errors": (
        "改过的日记有错,没有放进日记本;您写的都在 {draft},改好后再用 minqing 编辑。",
        "The edited text has errors and was not put into the diary; all you wrote is in {draft}.",
    ),
    "again": ("再打开改一下吗?", "Open it again?"),
    "no-editor": (
        "编辑器 {editor} 打不开({why})。请设环境变量 EDITOR,例如 EDITOR=nano。",
        "The editor {editor} cannot be started ({why}). Set the variable EDITOR, such as EDITOR=nano.",
    ),
    "no-terminal": (
        "这里不是终端窗口,编辑器开不出来,什么也没有改。请打开一个终端窗口再运行一次;"
        "或者用文本编辑器直接改这个文件,存好后运行 minqing 检查:\n  {file}",
        "There is no terminal here that an editor could open in; nothing was changed. Run it again in a terminal "
        "window, or change this file in any text editor and run `minqing check` afterwards:\n  {file}",
    ),
    "no-terminal-new": (
        "这里不是终端窗口,编辑器开不出来,什么也没有写。请打开一个终端窗口再运行一次;"
        "或者把走动写成一个文本文件,再运行 minqing 记录 文件名。",
        "There is no terminal here that an editor could open in; nothing was written. Run it again in a terminal "
        "window, or write the walk into a text file and run `minqing log FILE`.",
    ),
    "editor-failed": (
        "编辑器 {editor} 出错退出({status}),日记没有改;写的内容在 {draft}。",
        "The editor {editor} ended with {status}; the diary is unchanged, what you wrote is in {draft}.",
    ),
    "changed-meanwhile": (
        "您编辑的时候 {path} 被别人改了,没有覆盖;您写的都在 {draft}。",
        "{path} was changed while you edited; it was not overwritten, what you wrote is in {draft}.",
    ),
    "commit-edit": ("编辑 {path}", "Edit {path}"),
    "commit-log": ("记录 {path}", "Log {path}"),
}
