"""What is said when an issue was named and none, or more than one, was found."""

TEXTS: dict[str, tuple[str, str]] = {
    "none": (
        "没有找到“{text}”:没有一件事项的事由、地点、反映人和工单同时含有这些字。换几个字,或写编号(如 1116-3)。",
        "Nothing found for “{text}”: no issue has all these words in its title, place, reporter and ticket. Try other "
        "words, or an id such as 1116-3.",
    ),
    "none-open": (
        "未办结的事项里没有“{text}”;已办结的有下面这些。要改它们,请写编号。",
        "No open issue has “{text}”; these closed ones do. To name one of them, write its id.",
    ),
    "none-closed": (
        "已办结的事项里没有“{text}”;未办结的有下面这些。要指它们,请写编号。",
        "No closed issue has “{text}”; these open ones do. To name one of them, write its id.",
    ),
    "several": (
        "“{text}”对得上 {count} 件事项。请写编号,或多写几个字:",
        "“{text}” matches {count} issues. Write an id, or more words:",
    ),
    "no-id": (
        "没有编号是“{text}”的事项。用 minqing 清单 state:all 查看所有编号。",
        "There is no issue with the id “{text}”. See all ids with: minqing list state:all",
    ),
    "no-id-left-out": (
        "没有找到编号“{text}”:那一天的日记 {path} 有错,没有读入。先运行 minqing 检查 改好它。",
        "No issue “{text}” was found: that day's diary {path} has errors and was left out. Mend it first: "
        "minqing check",
    ),
    "last-none": (
        "还没有“上一件”:历史记录里没有改过任何事项。请写编号或事由里的字。",
        "There is no last issue yet: no commit has touched one. Write an id, or words of its title.",
    ),
    "last-gone": (
        "上一件是 {id},但日记里现在没有它(可能已撤回,或那天的日记有错)。请写编号或事由里的字。",
        "The last issue was {id}, but the diary does not hold it now (it was undone, or that day's diary has "
        "errors). Write an id, or words of its title.",
    ),
}
