"""What the report says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    **{
        f"title-{kind}": (f"{{community}} 民情日记{zh} {{period}}", "{community} Walk diary report, {period}")
        for kind, zh in zip(
            ("week", "month", "quarter", "half", "year", "range"),
            ("周报", "月报", "季报", "半年报", "年报", "小结"),
            strict=True,
        )
    },
    "no-entries": (
        "{period} 没有日记。看本月: minqing report 本月",
        "There is no entry in {period}. For the current month: minqing report 'this month'",
    ),
    "section-6-other": ("六、下一步工作打算", "6. What comes next"),
    "provisional": ("暂计: 本期未结束,数字截至 {day}。", "Provisional: the period is not over, counted up to {day}."),
    "section-1": ("一、总体情况", "1. Overall"),
    "section-2": ("二、民情分类", "2. What it was about"),
    "section-3": ("三、办理情况", "3. How it was handled"),
    "section-4": ("四、典型事例", "4. Typical cases"),
    "section-5": ("五、需街道协调解决的事项", "5. For the street office"),
    "section-6": ("六、下月工作打算", "6. Next month"),
    "figure": ("指标", "figure"),
    "fig-mondays": ("走动日", "walk days"),
    "fig-walks": ("走动(次)", "walks"),
    "fig-visits": ("走访(次)", "visits"),
    "fig-steps": ("步数", "steps"),
    "fig-km": ("公里", "km"),
    "fig-raised": ("提出(件)", "raised"),
    "fig-closed": ("办结(件)", "closed"),
    "fig-handled": ("解决(件)", "handled"),
    "fig-open": ("期末未办结(件)", "open at end"),
    "now": ("本期", "this period"),
    "previous": ("上期", "period before"),
    "year-ago": ("去年同期", "year before"),
    "same": ("{then}(持平)", "{then} (same)"),
    "up": ("{then}(+{by})", "{then} (+{by})"),
    "down": ("{then}(-{by})", "{then} (-{by})"),
    "balance": (
        "期初未办结 {start} + 提出 {raised} + 重开 {reopened} - 办结 {closed} = 期末未办结 {end}",
        "open at start {start} + raised {raised} + reopened {reopened} - closed {closed} = open at end {end}",
    ),
    "unbalanced": ("对不上账,请勿上报: {balance}", "Does not reconcile, do not hand it in: {balance}"),
    "hot": ("反映较多的地点: {places}", "Places most often named: {places}"),
    "repeat": (
        "{place} 的{category}一年内第 {count} 次提出",
        "{place}: {category} raised {count} times within a year",
    ),
    "overdue": ("逾期 {count} 件:", "Overdue, {count}:"),
    "issue": ("{id}  {title}(责任: {owner},期限: {due})", "{id}  {title} (owner: {owner}, due: {due})"),
    "case": ("{number}. {raised}  {title}", "{number}. {raised}  {title}"),
    "no-cases": ("本期没有办结的事项。", "Nothing was handled in this period."),
    "no-large": ("没有未办结的大事。", "No large matters are open."),
    "upcoming": ("到下月底到期 {count} 件:", "Falling due up to the end of next month, {count}:"),
    "rota": ("固定走访 {name}: 本期 {made} 次", "Fixed visit {name}: {made} in this period"),
    "last-year": (
        "去年这个时候(下一个月)提出过 {count} 件: {kinds}",
        "Raised in the same month last year, {count}: {kinds}",
    ),
    "no-plans": ("没有到期事项。", "Nothing falls due."),
}
