"""Words that people type for a command that is called otherwise: told, never run, for the guess may be wrong."""

from __future__ import annotations

from minqing.cli.table import COMMANDS

MEANT: dict[str, str] = {
    "close": "结案 完结 完成 办完 办好 解决 关闭 已办结 销号 弄好 搞定 妥了 done finish resolve",
    "undo withdraw": "删除 删 去掉 取消 作废 delete remove cancel",
    "edit set regrade reclassify": "修改 更改 改 改正 change modify update",
    "set": "改步数 改公里 改天气 改路线 改时间 改参加 改人 勘误 correct fix-walk",
    "note": "进展 跟踪 备注 记一句 反馈 处理 comment progress",
    "note assign": "催办 督办 催",
    "show list": "查询 查 查找 搜索 找 搜 详情 search find view open",
    "list": "未办结 逾期 待办 事项 还有哪些 todo status issues",
    "log": "走动 走访 记 写 写日记 录入 登记走动 walk diary write",
    "add": "添加 登记 来访 来电 接待 热线 12345 new create",
    "report ledger": "导出 打印 生成 输出 export print",
    "report": "周报 季报 半年报 年报 小结 总结 汇总 简报 月报表 summary monthly",
    "stats": "合计 总数 累计 数字 total totals count",
    "ledger": "表格 excel 电子表格 台帐 登记表",
    "photo": "图片 相片 拍照 picture image",
    "notice": "通知 公告 公示 张贴",
    "reply": "回复 回信 短信 answer",
    "contact": "电话 打电话 回电 call",
    "assign": "派单 分派 指派 责任 责任人",
    "assign refer": "转办 转派 移交 转交",
    "refer": "转走 转外单位",
    "followup reopen": "不满意 不满 dissatisfied unsatisfied",
    "reopen": "又坏了 又来了 没修好 没解决 还没好 反弹 复发 again recurred",
    "followup": "满意 满意度 评价 电话回访 feedback",
    "regrade": "层级 级别 升级别",
    "reclassify": "类别 分类",
    "park": "暂缓 暂挂 搁置 以后再说",
    "promise": "答应 许诺",
    "escalate": "升级 上交 报街道",
    "extend": "期限 改期 改期限 推迟 延后 顺延 宽限 delay postpone deadline due",
    "audit": "审计 查账",
    "verify": "验证 校验",
    "sync": "上传 下载 共享 推送 push pull share upload",
    "restore": "还原 restore-backup",
    "init": "新建 建立 开始 安装 setup start",
    "check": "检验 校对 修复 lint fix",
    "import": "导进 读入 load",
}
"""Behind the commands that may be meant, the likeliest first, what is typed for them."""

BY_WORD = {word: names.split() for names, words in MEANT.items() for word in words.split()}
CHINESE = {command.name: command.zh[0] for command in COMMANDS}


def commands_meant(word: str) -> str:
    """The commands that an unknown word may mean, in its own language; nothing where none is known."""
    names = BY_WORD.get(word, ())
    return " / ".join(name if word.isascii() and word.isalpha() else CHINESE[name] for name in names)
