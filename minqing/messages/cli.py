"""What is said around every command: misuse, what was left out, what git still owes."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "option-value": ("选项 {option} 后面要有内容。", "The option {option} needs a value after it."),
    "option-not-value": (
        "选项 {option} 后面要写内容,{value} 是另一个选项。",
        "The option {option} needs a value after it; {value} is another option.",
    ),
    "which-diary": (
        "注意: 用的是默认的日记本 {root}。这个文件夹里还有 {count} 本;要用那里的,就用 -C 指明,"
        '例如 minqing -C "{example}" 清单。',
        "Note: this is the default diary, {root}. The folder you are in holds {count} more; name one with -C, such as "
        'minqing -C "{example}" list.',
    ),
    "no-such-file": ("没有这个文件", "there is no such file"),
    "is-folder": ("这是一个文件夹", "it is a folder"),
    "no-file": ("这不是一个普通文件", "it is not an ordinary file"),
    "no-right": ("没有读它的权限", "no permission to read it"),
    "far-future": (
        "{day} 离今天({today})还很远,多半是年份写错了,或者电脑的日期不对。没有写入。",
        "{day} is far in the future (today is {today}), most likely a slip in the year, or this computer's date is "
        "wrong. Nothing was written.",
    ),
    "after-today": (
        "注意: 日记里最晚的一篇是 {last},比今天({today})还晚;今天以后的都没有算进去。电脑的日期不对的话,请先调好。",
        "Note: the diary's last entry is of {last}, after today ({today}); what is later than today is not counted. "
        "If this computer's date is wrong, set it first.",
    ),
    "doubtful-today": (
        "注意: 电脑上的今天是 {today},可是日记里最晚的一篇是 {last}。电脑的日期不对的话,请先调好再记。",
        "Note: this computer says that today is {today}, but the diary's last entry is of {last}. "
        "If the date is wrong, set it first.",
    ),
    "option-no-value": ("选项 {option} 后面不带内容。", "The option {option} takes no value."),
    "extra": ("多出来的内容看不懂: {words}。用法: {usage}", "These words are too many: {words}. Usage: {usage}"),
    "output": (
        "命令做完了,可是结果写不出去({why}): 磁盘满了,或输出的地方不能写。\n"
        "如果是在记日记,内容已经写好,请不要重复输入;用 minqing 历史 可以看到。",
        "The command is done, but its answer cannot be written ({why}): the disk is full or may not be written.\n"
        "What was to be written into the diary is written: do not repeat it; minqing history shows it.",
    ),
    "system": (
        "电脑没有让 minqing 做下去({why}): 多半是磁盘满了,或没有权限。\n"
        "如果是在记日记,请先用 minqing 历史 看看是否已经写入,再决定要不要重做。",
        "The system did not let minqing go on ({why}): mostly the disk is full, or a right is missing.\n"
        "If something was to be written into the diary, look with minqing history whether it is, before you repeat it.",
    ),
    "language": ("语言只有 zh 和 en,没有“{value}”。", "The language is zh or en; there is no “{value}”."),
    "today": (
        "环境变量 MINQING_TODAY 应是 2020-11-30 这样的日期,现在是“{value}”。",
        "The variable MINQING_TODAY must be a date such as 2020-11-30; it is “{value}”.",
    ),
    "field": ("({name}: {value})", " ({name}: {value})"),
    "more": ("  ……还有 {count} 件", "  … and {count} more"),
    "defect": (
        "minqing 出错了(这是程序的毛病,不是您的): {what}\n"
        "如果是在记日记,请先用 minqing 历史 看看是否已经写入。详情在 {path},请转给维护的人。",
        "minqing itself failed (a defect of the program, not yours): {what}\n"
        "If something was to be written into the diary, look with minqing history whether it is. "
        "The details are in {path}; please hand them to whoever looks after it.",
    ),
    "no-such-command": (
        "没有“{word}”这个命令。输入 minqing --help 看全部命令。",
        "There is no command “{word}”. minqing --help shows all of them.",
    ),
    "no-such-command-near": (
        "没有“{word}”这个命令。是不是 {nearest}?",
        "There is no command “{word}”. Did you mean {nearest}?",
    ),
    "option-before-command": (
        "“{option}”前面要先写命令,例如 minqing 清单 {option}。",
        "A command comes before “{option}”, such as minqing list {option}.",
    ),
    "unknown-option": (
        "{command} 没有选项 {option}。minqing {command} --help 看有哪些。若它是文字,请放在 -- 后面。",
        "{command} has no option {option}. minqing {command} --help shows them. If it is text, put it after --.",
    ),
    "unknown-option-near": (
        "{command} 没有选项 {option}。是不是 {nearest}?若它是文字,请放在 -- 后面。",
        "{command} has no option {option}. Did you mean {nearest}? If it is text, put it after --.",
    ),
    "missing-withdraw": (
        "还没有写是哪件事。用法: {usage}\n要撤回上一次改动(不是撤销一件事): minqing 撤回",
        "Missing: {what}. Usage: {usage}\nTo take back the last change, not a matter: minqing undo",
    ),
    "missing": ("还没有写{what}。用法: {usage}", "Missing: {what}. Usage: {usage}"),
    "misuse": ("命令没看懂: {what}\n用法: {usage}", "The command was not understood: {what}\nUsage: {usage}"),
    "indexing": ("正在读日记 {done}/{total}", "Reading the diary {done}/{total}"),
    "left-out": (
        "注意: 有 {files} 篇日记读不全,没有计入以上内容({errors} 处错误):",
        "Note: {files} entries could not be read and are left out of the above ({errors} errors):",
    ),
    "errors-counted": (
        "注意: 日记或设置里有 {errors} 处错误:",
        "Note: there are {errors} errors in the diary or its settings:",
    ),
    "see-check": ("改法见: minqing 检查", "The mend: minqing check"),
    "see-check-more": ("  ……还有 {count} 处。改法见: minqing 检查", "  … and {count} more. The mend: minqing check"),
    "pending": (
        "提醒: 上次的改动已写入日记,还没提交到 git。下一次改动时会一起补上,不用再输入:{subject}",
        "Reminder: an earlier change is written and not yet committed; the next change commits it first. Do not type "
        "it again: {subject}",
    ),
    "half": (
        "提醒: 上次“{subject}”写到一半被打断,日记里现在只有它的一部分。下一次改动时会先恢复到那之前的样子。",
        "Reminder: “{subject}” was interrupted half-way and the diary holds a part of it; the next change first puts "
        "back what was there before.",
    ),
    "left-written": (
        "上次被打断的改动已经写好,不用再输入:{subject}",
        "What was interrupted before is written already; do not type it again: {subject}",
    ),
    "is-default": (
        "从现在起,在任何文件夹里输入 minqing,用的都是这本日记。",
        "From now on minqing works on this diary in whatever folder it is typed.",
    ),
    "offer-pending": (
        "上次的改动已写入,还没提交到 git:{subject}。现在提交吗?",
        "An earlier change is written and not yet committed: {subject}. Commit it now?",
    ),
    "draft-kept": ("上次没写进日记的内容留在 {draft}。", "What was not written into the diary is kept in {draft}."),
    "number": (
        "{option} 应是数字,例如 {example};“{value}”不是。",
        "{option} takes a number such as {example}; “{value}” is none.",
    ),
    "km": (
        "{option} 应是公里数,例如 2.87;“{value}”不是。",
        "{option} takes kilometres such as 2.87; “{value}” is none.",
    ),
    "issue-gone": (
        "{path} 里现在没有 {id} 了(或这篇日记有错)。请运行 minqing 检查。",
        "{id} is no longer in {path}, or that entry has errors. Run minqing check.",
    ),
    "no-tier": ("层级只有 小事、中事、大事,没有“{value}”。", "A tier is small, medium or large; “{value}” is none."),
    "no-satisfaction": (
        "回访结果只有 满意、基本满意、不满意,没有“{value}”。",
        "A follow-up says satisfied, fair or dissatisfied; “{value}” is none of them.",
    ),
    "no-category": ("没有“{value}”这个类别。有: {names}。", "There is no category “{value}”. There are: {names}."),
    "no-kind": (
        "类型只有 走动、走访、接待、来电、12345、议事会,没有“{value}”。",
        "A kind is walk, visit, desk, call, hotline or meeting; “{value}” is none.",
    ),
    "no-source": (
        "来源只有 看、听、问 或日记的类型,没有“{value}”。",
        "A source is seen, heard, asked or a kind of entry; “{value}” is none.",
    ),
}
