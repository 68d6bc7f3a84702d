"""The help of the reading commands: list, show, stats, report, check."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "list-usage": ("minqing 清单 [条件...]", "minqing list [FILTER...]"),
    "list-long": (
        "列出没办完的事,最急的在前。条件可以是几个字,或 层级:大事 类别:绿化 责任: 地点: 期限:..周五\n"
        "提出:上月 办结:2026-11 天数:30.. 状态:all 逾期;前面加 非: 就是排除。",
        "Open issues, the most urgent first. A filter is words, or tier:large category: bucket: owner: place:\n"
        "due:..friday raised:2026-11 closed: days:30.. state:all overdue; not: before one excludes.",
    ),
    "list-examples": (
        "minqing 清单\nminqing 清单 5号楼\nminqing 清单 层级:大事 逾期\nminqing 清单 状态:closed 办结:上月",
        "minqing list\nminqing list tier:large overdue\nminqing list state:closed closed:2026-10",
    ),
    "show-usage": ("minqing 查看 哪件事|哪一天", "minqing show ISSUE|DATE"),
    "show-long": (
        "看一件事从提出到现在的经过;写日期就看那天的日记、提出和办理的事。",
        "One issue with its whole story; or a day: its page, what was raised and what was done.",
    ),
    "show-examples": (
        "minqing 查看 路灯\nminqing 查看 1116-3\nminqing 查看 昨天",
        "minqing show 1116-3\nminqing show yesterday",
    ),
    "stats-usage": ("minqing 统计 [时段] [选项]", "minqing stats [PERIOD] [OPTIONS]"),
    "stats-long": (
        "从第一天到今天的总数;写时段(2026-11、上月、今年、三季度)就只算那一段。",
        "The totals so far; with a period (2026-11, last month, 2026-q3) those of it alone.",
    ),
    "stats-examples": (
        "minqing 统计\nminqing 统计 今年 --by 月\nminqing 统计 --as-of 2020-11-23",
        "minqing stats\nminqing stats 2026 --by month\nminqing stats --as-of 2020-11-23",
    ),
    "report-usage": ("minqing 月报 [时段] [-o 文件] [选项]", "minqing report [PERIOD] [-o FILE] [OPTIONS]"),
    "report-long": (
        "一个时段的小结,不写时段就是上个月,25日起是本月。与上期、去年同期对比,并核对结转。\n"
        "-o 存成文件,看后缀: .md .html .docx .xlsx .csv .json;.txt 是发微信的短消息。\n"
        "文件默认隐去个人信息(对外版),--internal 不隐去。",
        "The summary of a period, by default of last month, from the 25th on of the current one.\n"
        "-o saves a file by its ending: .md .html .docx .xlsx .csv .json; .txt is a short message for WeChat.\n"
        "Personal details in files are masked unless --internal is given.",
    ),
    "report-examples": (
        "minqing 月报\nminqing 月报 2026-11 -o 月报.html\nminqing 月报 上季度 --brief\nminqing 月报 --explain 办结",
        "minqing report\nminqing report 2026-11 -o report.html\nminqing report 2026-q4 --brief\n"
        "minqing report --explain closed",
    ),
    "check-usage": ("minqing 检查 [--fix]", "minqing check [--fix]"),
    "check-long": (
        "检查每篇日记和设置: 哪里不对,为什么,怎么改。--fix 把能稳妥改好的改好。有错误时退出码是 1。",
        "Every problem of the diaries and settings: where, why, and the mend. Ends with 1 when there are errors.",
    ),
    "check-examples": ("minqing 检查\nminqing 检查 --fix", "minqing check\nminqing check --fix"),
}
