"""The help of the verbs of progress."""

from __future__ import annotations

from minqing.domain.verbs import VERBS
from minqing.messages.help import TEXTS as OVERVIEW

_TEXTS: dict[str, tuple[str, str]] = {
    "note-usage": (
        "minqing 跟进 哪件事 [说明]",
        "minqing note ISSUE [TEXT]",
    ),
    "note-examples": (
        "minqing note 路灯 已联系维修,周三来\nminqing 跟进 路灯 已联系维修,周三来",
        "minqing note lamp 'rang the repair crew'",
    ),
    "contact-usage": (
        "minqing 联系 哪件事 [说明]",
        "minqing contact ISSUE [TEXT]",
    ),
    "contact-examples": (
        "minqing contact 路灯 电话告知老爷子\nminqing 联系 路灯 电话告知老爷子",
        "minqing contact lamp 'told him by telephone'",
    ),
    "assign-usage": (
        "minqing 交办 哪件事 责任人 [说明]",
        "minqing assign ISSUE OWNER [TEXT]",
    ),
    "assign-examples": (
        "minqing assign 路灯 绿化队 先看现场\nminqing 交办 路灯 绿化队 先看现场",
        "minqing assign lamp greening-team 'see the spot first'",
    ),
    "escalate-usage": (
        "minqing 上报 哪件事 单位 [说明]",
        "minqing escalate ISSUE BODY [TEXT]",
    ),
    "escalate-examples": (
        "minqing escalate 违建 街道办事处 --due 15天后\nminqing 上报 违建 街道办事处 超出社区权限",
        "minqing escalate 20261116-3 street-office --due 'in 15 days'",
    ),
    "whistle-usage": (
        "minqing 吹哨 哪件事 单位、单位 [说明]",
        "minqing whistle ISSUE BODIES [TEXT]",
    ),
    "whistle-examples": (
        "minqing whistle 违建 城管、消防 周五到场\nminqing 吹哨 违建 城管、消防 周五到场",
        "minqing whistle 20261116-3 police,fire-brigade",
    ),
    "regrade-usage": (
        "minqing 改级 哪件事 小事|中事|大事 [说明]",
        "minqing regrade ISSUE TIER [TEXT]",
    ),
    "regrade-examples": (
        "minqing regrade 路灯 大事\nminqing 改级 路灯 大事",
        "minqing regrade lamp large",
    ),
    "reclassify-usage": (
        "minqing 改类 哪件事 类别 [说明]",
        "minqing reclassify ISSUE CATEGORY [TEXT]",
    ),
    "reclassify-examples": (
        "minqing reclassify 路灯 公共设施\nminqing 改类 路灯 公共设施",
        "minqing reclassify lamp facility",
    ),
    "extend-usage": (
        "minqing 延期 哪件事 日期 [说明]",
        "minqing extend ISSUE DATE [TEXT]",
    ),
    "extend-examples": (
        "minqing extend 路灯 下周五 等配件\nminqing 延期 路灯 下周五 等配件",
        "minqing extend lamp 'next friday' 'waiting for parts'",
    ),
    "promise-usage": (
        "minqing 承诺 哪件事 日期 [说明]",
        "minqing promise ISSUE DATE [TEXT]",
    ),
    "promise-examples": (
        "minqing promise 路灯 月底 一定修好\nminqing 承诺 路灯 月底 一定修好",
        "minqing promise lamp 11-30",
    ),
    "park-usage": (
        "minqing 挂账 哪件事 复查日期 [说明]",
        "minqing park ISSUE DATE [TEXT]",
    ),
    "park-examples": (
        "minqing park 加装电梯 下月底 等资金批复\nminqing 挂账 加装电梯 下月底 等资金批复",
        "minqing park lift 2026-12-31 'money is not granted yet'",
    ),
    "close-usage": (
        "minqing 办结 哪件事 [说明]",
        "minqing close ISSUE [TEXT]",
    ),
    "close-examples": (
        "minqing close 路灯 已加灯罩\nminqing 办结 路灯 已加灯罩",
        "minqing close lamp 'a shade was fitted'",
    ),
    "refer-usage": (
        "minqing 转出 哪件事 单位 [说明]",
        "minqing refer ISSUE BODY [TEXT]",
    ),
    "refer-examples": (
        "minqing refer 劳动纠纷 仲裁委\nminqing 转出 劳动纠纷 仲裁委",
        "minqing refer 20261116-3 labour-court",
    ),
    "duplicate-usage": (
        "minqing 重复 哪件事 另一件 [说明]",
        "minqing duplicate ISSUE ISSUE [TEXT]",
    ),
    "duplicate-examples": (
        "minqing duplicate 20261116-3 20261109-1\nminqing 重复 20261116-3 20261109-1",
        "minqing duplicate 20261116-3 20261109-1",
    ),
    "withdraw-usage": (
        "minqing 撤销 哪件事 [说明]",
        "minqing withdraw ISSUE [TEXT]",
    ),
    "withdraw-long": (
        "撤销: 居民撤回或记错了。只是想收回刚才那一步操作,用 minqing 撤回。",
        "Withdrawn, or written down in error. To take your own last command back: minqing undo.",
    ),
    "withdraw-examples": (
        "minqing withdraw 20261116-3 记错了\nminqing 撤销 20261116-3 记错了",
        "minqing withdraw 20261116-3 'recorded in error'",
    ),
    "reopen-usage": (
        "minqing 重开 哪件事 [说明]",
        "minqing reopen ISSUE [TEXT]",
    ),
    "reopen-examples": (
        "minqing reopen 路灯 又亮了 --due 周五\nminqing 重开 路灯 又亮了 --due 周五",
        "minqing reopen lamp 'too bright again' --due friday",
    ),
    "followup-usage": (
        "minqing 回访 哪件事 满意|基本满意|不满意 [说明]",
        "minqing followup ISSUE satisfied|fair|dissatisfied [TEXT]",
    ),
    "followup-examples": (
        "minqing followup 路灯 满意 老爷子说睡得着了\nminqing 回访 路灯 满意 老爷子说睡得着了",
        "minqing followup lamp satisfied 'sleeps well now'",
    ),
}

_ONE_LINE = {verb: OVERVIEW[f"{verb}-short"] for verb in VERBS}

TEXTS = {
    f"{verb}-long": (f"{VERBS[verb].zh}: {zh}。", f"{en[0].upper()}{en[1:]}.") for verb, (zh, en) in _ONE_LINE.items()
} | _TEXTS
"""Most verbs need no more said than the overview says."""
