"""The seal of a report, and what ``verify`` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "line": (
        "封签: 提交 {commit} 时段 {start}..{end} 统计到 {as_of} 制于 {made} 数字摘要 {digest} 程序 {version} {extent}",
        "Seal: commit {commit} period {start}..{end} up to {as_of} made on {made} digest {digest} program {version} "
        "{extent}",
    ),
    "internal": ("内部", "internal"),
    "handed-out": ("对外", "handed-out"),
    "uncommitted": (
        "“{path}”有改动还没有提交,数字无法由某次提交证明,没有加封签。请先提交(下一条写入的命令会一并提交),再出月报。",
        "“{path}” has changes that are not committed, so no commit could prove the figures; nothing was sealed. "
        "Commit them first (the next command that writes does it too).",
    ),
    "none": (
        "“{file}”里没有封签,无法核对。加封签要用: minqing 月报 --sealed -o 文件",
        "“{file}” carries no seal, so there is nothing to verify it by. To seal a report: "
        "minqing report --sealed -o FILE",
    ),
    "no-form": (
        "不认识以“{ending}”结尾的文件,或者文件太大。可以核对的有: {known}",
        "Files that end in “{ending}” cannot be read, or it is too large. Known are: {known}",
    ),
    "unreadable": (
        "这个文件打不开,可能坏了,或者扩展名与内容不符({why})。",
        "This file cannot be read: it is damaged, or not what its name says ({why}).",
    ),
    "no-file": ("没有找到文件“{file}”({why})。", "There is no file “{file}” to be read ({why})."),
    "no-commit": (
        "封签里的提交 {commit} 不在这台电脑上。先取回最新的历史(git fetch),或到有它的电脑上核对。",
        "The seal's commit {commit} is not on this computer. Fetch the history first, or verify it where it is.",
    ),
    "not-held": (
        "封签里的提交 {commit} 已经不在现在的历史里:历史可能改写过,请运行 minqing 核查。",
        "The seal's commit {commit} is not part of the present history, which may have been rewritten; "
        "run minqing audit.",
    ),
    "agrees": (
        "核对无误:{count} 行都与提交 {commit} 重新算出的一致(统计到 {as_of})。",
        "Verified: all {count} rows are what is counted anew from commit {commit} (up to {as_of}).",
    ),
    "differs": (
        "有 {count} 处与提交 {commit} 重新算出的不一致:",
        "{count} rows differ from what is counted anew from commit {commit}:",
    ),
    "row": ("应为 {expected};文件里是 {found}", "should be {expected}; the file says {found}"),
    "row-gone": ("应有 {expected};文件里没有", "{expected} should be there; it is not in the file"),
    "row-added": ("文件里多了 {found}", "{found} was added in the file"),
    "digest": (
        "封签里的数字摘要与重新算出的不符(封签 {sealed},算出 {counted})",
        "the seal's digest is not that of the figures counted anew (sealed {sealed}, counted {counted})",
    ),
    "version": (
        "注意:封签由程序 {sealed} 版加上,现在是 {now} 版,写法可能有变化。",
        "Note: it was sealed by version {sealed} of the program, this is {now}; words may have changed.",
    ),
}
"""Word to (Chinese, English)."""
