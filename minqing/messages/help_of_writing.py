"""The help of the writing commands: init, log, add, edit."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "log-usage": ("minqing 记录 [记录文件|-] [选项]", "minqing log [NOTES|-] [OPTIONS]"),
    "log-long": (
        "记一次走动。直接输入 minqing 记录 会一项项问,也可以把手机里的记录整段粘贴进来;\n"
        "记录放在文件里时写文件名。事项的层级、类别、责任和期限会先给建议。",
        "Write down a walk. minqing log alone asks, or takes notes pasted as they are;\n"
        "notes in a file are named. Tier, category, owner and due date of each matter are suggested.",
    ),
    "log-examples": (
        "minqing 记录\nminqing 记录 记录.txt\n"
        "minqing 记录 --date 周一 --steps 4773 --km 2.87 --walker 张书记 王丽 --issue 5号楼路灯太亮",
        "minqing log\nminqing log notes.txt\n"
        "minqing log --date monday --steps 4773 --km 2.87 --walker 王丽 --issue '5号楼路灯太亮'",
    ),
    "add-usage": ("minqing 新增 什么事 [选项]", "minqing add TEXT [OPTIONS]"),
    "add-long": (
        "记一件走动以外的事,放进当天那一类的日记里;没写的内容会给建议。",
        "One matter outside a walk, put into that day's entry of its kind; what is not given is suggested.",
    ),
    "add-examples": (
        "minqing 新增 5号楼路灯太亮 --kind hotline --ticket 202611160042\nminqing 新增 3号楼的阿姨来问养老认证",
        "minqing add '5号楼路灯太亮' --kind hotline --ticket 202611160042",
    ),
    "set-usage": (
        "minqing 更正 哪一天 哪一项 改成什么…|哪件事 办结等 对的日子",
        "minqing set DATE FACT VALUE… | ISSUE VERB DAY",
    ),
    "set-long": (
        "更正一次走动里写错的:时间、天气、路线、步数、公里、参加、同行、走访、顺手;改成 - 是去掉。可以一次改几项。\n"
        "按步长算出来的公里跟着步数重算,量出来的不动。那天有两次走动,写文件名,如 2026-11-16-2。\n"
        "办结、回访、跟进等写错了日子,写哪件事、哪个动词、对的日子;同样的有几条,先写它原来的日子。",
        "Puts facts of a walk right: time, weather, route, steps, km, walkers, companions, visits, cleaned;\n"
        "- takes one out, several go at once. Kilometres that were reckoned follow the steps, measured ones stay.\n"
        "Of two walks on a day the file is named: 2026-11-16-2.\n"
        "The day of what was done to an issue: the issue, the verb and the right day; of several lines the day it has "
        "first.",
    ),
    "set-examples": (
        "minqing 更正 11-16 步数 5200\nminqing 更正 周一 天气 晴转多云 参加 张书记、王丽\nminqing 更正 路灯 办结 11-13",
        "minqing set 11-16 steps 5200\nminqing set lamp close 11-13",
    ),
    "edit-usage": ("minqing 编辑 哪件事|哪一天", "minqing edit ISSUE|DATE"),
    "edit-long": (
        "用编辑器打开那篇日记,检查无误后才保存并提交;有错时您写的都会留着。",
        "Opens the entry in $EDITOR; it is checked before it is saved and committed. Nothing you write is lost.",
    ),
    "edit-examples": ("minqing 编辑 2026-11-16\nminqing 编辑 路灯", "minqing edit 2026-11-16"),
    "init-usage": (
        "minqing 初始化 [文件夹] [--name 社区 | --use | --demo]",
        "minqing init [DIR] [--name COMMUNITY | --use | --demo]",
    ),
    "init-long": (
        "建一个新的日记本: 设置、文件夹、git 仓库;以后在任何文件夹里都能用它。\n"
        "--demo 在空文件夹里写一个示例,供试用;它不会成为默认的日记本。\n"
        "--use 不新建: 文件夹里已有的日记本(从同事那里取来的、恢复的、挪了地方的)以后就是默认的。",
        "Makes a workspace: settings, folders, a git repository; it becomes your default one.\n"
        "--demo fills an empty folder with a sample to try things on; that never becomes the default.\n"
        "--use makes nothing: the diary that is in the folder (cloned, restored, moved) becomes your default one.",
    ),
    "init-examples": (
        "minqing 初始化 民情 --name 幸福里社区\nminqing 初始化 民情 --use\nminqing 初始化 --demo 示例",
        "minqing init minqing-diary --name 'Happy Lane'\nminqing init minqing-diary --use\nminqing init --demo sample",
    ),
}
