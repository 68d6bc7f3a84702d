"""What ``init`` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "ask-name": ("社区叫什么名字?", "What is the community's name?"),
    "ask-author": (
        "git 还不知道写日记的人是谁。您的姓名?",
        "git does not know yet who writes this diary. Your name?",
    ),
    "ask-email": ("邮箱(没有就直接回车)?", "Mail address (Enter if there is none)?"),
    "made": ("日记本已建好: {path}", "The workspace is ready: {path}"),
    "next": (
        "下次走动之后,在任何文件夹里输入 minqing log 就可以记了。",
        "After the next walk, type minqing log in any folder.",
    ),
    "not-recorded": (
        "日记本已建好,但还没有进 git:",
        "The workspace is there, but git does not hold it yet:",
    ),
    "commit": ("建立民情日记", "Start the diary"),
}
