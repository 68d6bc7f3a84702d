"""What is said of the opening balance: what is carried over from the paper diaries."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "title": ("期初(截至 {day})", "Opening balance (up to {day})"),
    "none": ("还没有期初。", "There is no opening balance."),
    "how": (
        "改: minqing 期初 截至2019年12月31日 520个周一 273万步 1643公里 纠纷1018 环境972 无物业1580",
        "To set it: minqing opening --until 2019-12-31 --walks 520 --steps 2730000 --km 1643 --disputes 1018 "
        "--environment 972 --unmanaged 1580",
    ),
    "what": ("项目", "what"),
    "carried": ("结转", "carried over"),
    "mondays": ("走动(周一)", "walk days"),
    "steps": ("步数", "steps"),
    "km": ("公里", "kilometres"),
    "disputes": ("民事纠纷", "disputes"),
    "environment": ("环境问题", "environment"),
    "unmanaged": ("无物业问题", "no property management"),
    "change": ("期初的变化,和累计数跟着怎么变", "The opening balance, and the totals that change with it"),
    "before": ("期初现在", "now"),
    "after": ("改成", "then"),
    "total-before": ("累计现在", "total now"),
    "total-after": ("累计变成", "total then"),
    "days": ("截至: {before} → {after}", "up to: {before} → {after}"),
    "ask-change": ("现在改吗?", "Change it now?"),
    "ask-as_of": ("累计到哪一天(含)?", "Up to which day (included)?"),
    "ask-mondays": ("走动了多少个周一?(不结转写 -)", "How many walk days? (- for none)"),
    "ask-steps": ("多少步?(可写 273万)", "How many steps?"),
    "ask-km": ("多少公里?", "How many kilometres?"),
    "ask-disputes": ("调解民事纠纷多少件?", "How many disputes mediated?"),
    "ask-environment": ("解决环境问题多少件?", "How many environment matters handled?"),
    "ask-unmanaged": ("解决无物业问题多少件?", "How many matters from lacking property management?"),
    "confirm": ("就这样写进设置?", "Write this into the settings?"),
    "stopped": ("没有改。", "Nothing is changed."),
    "same": ("和现在的一样,没有改。", "It is that already; nothing is changed."),
    "dry-run": ("只是试算,没有写。", "A dry run: nothing is written."),
    "set": ("期初已写进 minqing.yaml(截至 {day})。", "The opening balance is in minqing.yaml (up to {day})."),
    "cleared": ("期初已去掉。", "The opening balance is taken out."),
    "commit": ("期初 截至 {day}: {parts}", "opening balance up to {day}: {parts}"),
    "commit-cleared": ("去掉期初", "take the opening balance out"),
    "no-day": (
        "期初是累计到哪一天的?加上 --until 2019-12-31。",
        "Up to which day is it carried over? Add --until 2019-12-31.",
    ),
    "future": ("{day} 还没到,期初只能截至今天或以前。", "{day} is yet to come; a balance ends today or before."),
    "number": (
        "“{text}”不是这里能用的数。写 520、2,730,000 或 273万;只有公里可以有小数。",
        "“{text}” is no number for this. Write 520 or 2,730,000; only kilometres may have decimals.",
    ),
    "not-understood": (
        "这里没看懂: {text}。请写成: 截至2019年12月31日 520个周一 273万步 1643公里 纠纷1018 环境972 无物业1580",
        "This is not understood: {text}. Write: until 2019-12-31, 520 mondays, 2730000 steps, 1643 km, disputes 1018, "
        "environment 972, unmanaged 1580",
    ),
    "clear-alone": ("--clear 不能和别的数字一起用。", "--clear goes with no figures."),
    "settings": (
        "minqing.yaml 有读不懂的地方,没有改它。先运行 minqing 检查 看看。",
        "minqing.yaml cannot be read safely and is left as it is. Run minqing check first.",
    ),
}
