"""The help of the command that hands something out: ledger."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "ledger-usage": ("minqing 台账 [时段] [筛选...] [-o 文件]", "minqing ledger [PERIOD] [FILTER...] [-o FILE]"),
    "ledger-long": (
        "一件事一行的台账。写上时段(2026-11、上月、今年)就是这段时间月报里算到的事项,不写就是全部;"
        "后面可加“清单”的筛选条件。-o 存成 Excel(.xlsx,另有一页公式合计)或 .csv。"
        "个人信息默认隐去,--internal 不隐去。",
        "One row a matter. A period (2026-11, last month, this year) gives the matters that its report counts, without "
        "one it is all of them; the filters of list may follow. -o saves it as Excel (.xlsx, with a sheet of totals by "
        "formula) or .csv. Personal details are masked unless --internal is given.",
    ),
    "ledger-examples": (
        "minqing 台账 上月 -o 台账.xlsx\nminqing 台账 今年 类别:公共设施 -o 公共设施.xlsx\nminqing 台账 state:open",
        "minqing ledger 'last month' -o ledger.xlsx\nminqing ledger 2026 category:facility -o facility.xlsx\n"
        "minqing ledger state:open",
    ),
}
