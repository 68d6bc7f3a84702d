"""The help of every command and option."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "what": (
        "minqing 民情: 记走动、跟事项、出数字。用法: minqing 命令 [内容]",
        "minqing: write walks down, follow issues up, count. Usage: minqing COMMAND [WORDS]",
    ),
    "section-weekly": ("每周都用", "Every week"),
    "section-often": ("常用", "Often"),
    "section-seldom": ("偶尔用", "Now and then"),
    "everywhere": ("任何命令都可以加", "With every command"),
    "more": (
        "minqing 命令 --help 看这个命令怎么用。日期可以写 昨天、上周一、11月16日;\n"
        "命令也可以写中文: minqing 办结 路灯 已加灯罩",
        "minqing COMMAND --help tells how it is used. Dates may be yesterday, last monday, 11-16; "
        "the Chinese verbs are commands too.",
    ),
    "naming": (
        "在这件事的“办理”里添一行,提交一次。“哪件事”可以是编号(20261116-3)、\n"
        "短编号(1116-3)、last(上一件),或事由里的几个字。",
        "Adds one line to the issue's progress, in one commit. ISSUE is an id (20261116-3),\n"
        "its short form (1116-3), last, or words of its title and place.",
    ),
    "options": ("选项", "Options"),
    "examples": ("例子", "Examples"),
    "opt-C DIR": ("用这个文件夹里的日记本", "use the workspace in this folder"),
    "opt-lang zh|en": ("用中文或英文说话", "speak Chinese or English"),
    "opt-allow-private REASON": (
        "写入的内容里确实要有号码时,说明理由(记入历史)",
        "why a change may hold a resident's number; recorded in the history",
    ),
    "opt-phone": ("电话号码", "the telephone number"),
    "opt-note": ("备注,例如 女儿的手机", "a word on it, such as whose it is"),
    "opt-json": ("输出给程序用的 JSON", "answer with JSON for programs"),
    "opt-help": ("显示这份说明", "show this help"),
    "opt-on": ("办理日期(默认今天)", "the day it happened (default: today)"),
    "opt-before": ("照片是整改前拍的", "the pictures show it before the work"),
    "opt-after": ("照片是整改后拍的", "the pictures show it after the work"),
    "opt-taken-on": (
        "拍摄日期(默认按相机记的日期,没有就是今天)",
        "the day they were taken (default: the camera's, else today)",
    ),
    "opt-due": ("期限", "the due date"),
    "opt-new-due": ("新的期限", "the new due date"),
    "opt-as-of": ("看这一天的样子", "show the diary as it was on this day"),
    "opt-by": (
        "分组: 月、季度、年、层级、类别、地点、责任、星期",
        "groups: month, quarter, year, tier, category, place, owner, weekday",
    ),
    "opt-sealed": (
        "加封签: 写明由哪次提交算出,以后可以核对",
        "seal it: name the commit it was counted from, to be verified",
    ),
    "arg-file": ("是哪份月报文件", "which report file"),
    "opt-by-name": ("只看这个人的改动", "only changes by this person"),
    "opt-all": ("从头到尾全部列出", "all of them, to the very first"),
    "opt-days": ("日期与提交相差几天以内算正常", "days a date may differ from its commit"),
    "opt-fix": ("把能稳妥改好的写法改好", "mend what has one safe mend"),
    "opt-name": ("社区名称", "the community's name"),
    "opt-demo": (
        "写一个示例: 十一年的合成日记和改动历史",
        "write a sample: eleven synthetic years with their history, in Chinese",
    ),
    "opt-date": ("日期(默认今天)", "the date (default: today)"),
    "opt-time": ("起止时间", "from when to when"),
    "opt-weather": ("天气", "the weather"),
    "opt-route": ("路线", "the route"),
    "opt-steps": ("步数", "steps"),
    "opt-km": ("公里数", "kilometres"),
    "opt-walker": ("参加的人,可写多个", "who walked; several may follow"),
    "opt-companion": ("同行的单位或人,可写多个", "bodies or people called along; several may follow"),
    "opt-visit": ("走访了谁(固定走访的名称),可写多个", "fixed visits made; several may follow"),
    "opt-issue": (
        "一件事,可写多个;@责任 !大事 #类别",
        "a matter; several may follow; @owner !tier #category",
    ),
    "opt-text": ("日记正文", "the diary's body"),
    "opt-edit": ("在编辑器里写", "write it in the editor"),
    "opt-yes": ("不再询问,直接用建议的内容", "take the suggestions without asking"),
    "opt-append": (
        "那天已有走动时,补进那一篇",
        "add to the walk that day has already",
    ),
    "opt-second": ("那天已有走动时,记成第二次", "write a second walk where that day has one"),
    "opt-dry-run": ("只看会写成什么,不写入", "show what would be written, write nothing"),
    "opt-kind": (
        "从哪来: 接待 来电 热线 走访 议事会",
        "desk, call, hotline, visit or meeting",
    ),
    "opt-place": ("地点", "the place"),
    "opt-reporter": ("反映人(如 老爷子、阿姨)", "who told it (a form of address)"),
    "opt-source": ("来源: 看、听、问", "seen, heard or asked"),
    "opt-category": ("类别", "the category"),
    "opt-tier": ("层级: 小事、中事、大事", "small, medium or large"),
    "opt-owner": ("责任人或单位", "who takes it"),
    "opt-households": ("涉及户数", "households affected"),
    "opt-ticket": ("12345 工单号", "the 12345 ticket's number"),
    "arg-words": ("是哪件事", "which issue"),
    "arg-what": ("是哪件事或哪一天", "which issue or day"),
    "arg-picture": ("是哪件事、哪几张照片", "the issue, or its pictures"),
    "arg-building": ("是哪栋楼", "which building"),
    "arg-text": ("是什么事", "what the matter is"),
    "log-usage": ("minqing log [记录文件|-] [选项]", "minqing log [NOTES|-] [OPTIONS]"),
    "log-short": ("记一次走动", "write down a walk"),
    "log-long": (
        "记一次走动。直接输入 minqing log 会一项项问,也可以把手机里的记录整段粘贴进来;\n"
        "记录放在文件里时写文件名。事项的层级、类别、责任和期限会先给建议。",
        "Write down a walk. minqing log alone asks, or takes notes pasted as they are;\n"
        "notes in a file are named. Tier, category, owner and due date of each matter are suggested.",
    ),
    "log-examples": (
        "minqing log\nminqing log 记录.txt\n"
        "minqing log --date 周一 --steps 4773 --km 2.87 --walker 张书记 王丽 --issue 5号楼路灯太亮",
        "minqing log\nminqing log notes.txt\n"
        "minqing log --date monday --steps 4773 --km 2.87 --walker 王丽 --issue '5号楼路灯太亮'",
    ),
    "add-usage": ("minqing add 什么事 [选项]", "minqing add TEXT [OPTIONS]"),
    "add-short": ("记一件走动以外的事(来访、来电、12345)", "one matter outside a walk"),
    "add-long": (
        "记一件走动以外的事,放进当天那一类的日记里;没写的内容会给建议。",
        "One matter outside a walk, put into that day's entry of its kind; what is not given is suggested.",
    ),
    "add-examples": (
        "minqing add 5号楼路灯太亮 --kind hotline --ticket 202611160042\nminqing add 3号楼的阿姨来问养老认证",
        "minqing add '5号楼路灯太亮' --kind hotline --ticket 202611160042",
    ),
    "list-usage": ("minqing list [条件...]", "minqing list [FILTER...]"),
    "list-short": ("还有哪些事没办完", "what is still open"),
    "list-long": (
        "列出没办完的事,最急的在前。条件可以是几个字,或 层级:大事 类别:绿化 责任: 地点: 期限:..周五\n"
        "提出:上月 办结:2026-11 天数:30.. 状态:all 逾期;前面加 非: 就是排除。",
        "Open issues, the most urgent first. A filter is words, or tier:large category: bucket: owner: place:\n"
        "due:..friday raised:2026-11 closed: days:30.. state:all overdue; not: before one excludes.",
    ),
    "list-examples": (
        "minqing list\nminqing list 5号楼\nminqing list 层级:大事 逾期\nminqing list 状态:closed 办结:上月",
        "minqing list\nminqing list tier:large overdue\nminqing list state:closed closed:2026-10",
    ),
    "show-usage": ("minqing show 哪件事|哪一天", "minqing show ISSUE|DATE"),
    "show-short": ("看一件事的来龙去脉,或某一天", "one issue's whole story, or a day"),
    "show-long": (
        "看一件事从提出到现在的经过;写日期就看那天的日记、提出和办理的事。",
        "One issue with its whole story; or a day: its page, what was raised and what was done.",
    ),
    "show-examples": (
        "minqing show 路灯\nminqing show 1116-3\nminqing show 昨天",
        "minqing show 1116-3\nminqing show yesterday",
    ),
    "history-usage": ("minqing history [哪件事|时段] [选项]", "minqing history [ISSUE|PERIOD] [OPTIONS]"),
    "history-short": ("谁在什么时候改了什么", "who changed what, and when"),
    "history-long": (
        "谁、什么时候、改了什么,由近到远,全部来自 git。不写就列最近 30 次改动;\n"
        "写一件事就看它的全部经过,写时段就看那一段。用别的软件改的也在内,标明“手工改”。",
        "Who changed what and when, newest first, from git alone. Without words the last 30 changes; with an\n"
        "issue all that happened to it, with a period all within it. Changes made by hand are there too.",
    ),
    "history-examples": (
        "minqing history\nminqing history 路灯\nminqing history 上月\nminqing 历史 --by 王丽",
        "minqing history\nminqing history 1116-3\nminqing history 'last month'\nminqing history --by 王丽",
    ),
    "sync-usage": ("minqing sync [选项]", "minqing sync [OPTIONS]"),
    "sync-short": ("和同事的电脑同步", "share the diary with colleagues"),
    "sync-long": (
        "取来同事的改动,按意思合并,检查,再把自己的发出去;可以随时重复。两边都记的办理、新事项、正文都保留;\n"
        "编号相同的改号并说明。同一项两边改得不一样时逐处问你,没有人可问就什么都不合并。",
        "Fetches what colleagues have written, merges it by meaning, checks, and sends what was written here;\n"
        "safe to repeat. Lines of progress, new issues and text of both are kept; equal numbers are told apart.\n"
        "Where both changed one thing differently it asks; with nobody to ask nothing is merged.",
    ),
    "sync-examples": ("minqing sync\nminqing 同步", "minqing sync\nminqing sync --mine"),
    "opt-mine": ("两边改得不一样的,都用我的", "where both changed one thing, take mine"),
    "opt-theirs": ("两边改得不一样的,都用同事的", "where both changed one thing, take the colleagues'"),
    "audit-usage": ("minqing audit [选项]", "minqing audit [OPTIONS]"),
    "audit-short": ("查有没有事后改动", "look for what was changed after the fact"),
    "audit-long": (
        "从第一次提交查起: 改过、删过的办理记录,消失的事项和日记,事后改写的层级、期限等,日期与提交相差太多的,\n"
        "没有提交的,历史被改写的,该签名没有签的。有发现时以 1 结束。",
        "From the first commit on: lines of progress that were changed or deleted, issues and entries that vanished,\n"
        "fields rewritten after the fact, dates far from their commits, what is not committed, rewritten history,\n"
        "missing signatures. Ends with 1 when it finds something.",
    ),
    "audit-examples": ("minqing audit\nminqing 核查 --days 30", "minqing audit\nminqing audit --days 30"),
    "undo-usage": ("minqing undo [选项]", "minqing undo [OPTIONS]"),
    "undo-short": ("撤回自己上一次的改动", "take back your last change"),
    "undo-long": (
        "撤回自己上一次对日记的改动: 记录、办理、编辑、导入、手工改的都可以,再运行一次就再往前一步。\n"
        "撤回本身是一次新的提交,什么都不会丢,随时可以 minqing redo 恢复。别人的改动不会撤回;\n"
        "同一处后来又被改过时不撤回,什么都不动。",
        "Takes back your last change of the diary, whatever made it: a command, an import, an edit by hand; once more\n"
        "goes one step further. It is a commit of its own: nothing is lost, and minqing redo makes the change again.\n"
        "What others changed is never taken back; where the same lines were changed later, nothing is done.",
    ),
    "undo-examples": ("minqing undo\nminqing 撤回", "minqing undo"),
    "redo-usage": ("minqing redo [选项]", "minqing redo [OPTIONS]"),
    "redo-short": ("重做刚撤回的改动", "make again what was taken back"),
    "redo-long": (
        "把 minqing undo 撤回的改动再做一遍,可以连做几次。撤回之后又有了新的改动,就不能再重做。",
        "Makes again what minqing undo took back, several times over if need be, until something new is changed.",
    ),
    "redo-examples": ("minqing redo\nminqing 重做", "minqing redo"),
    "opt-private": ("把 private/(居民电话)也放进去", "put private/ (residents' numbers) in as well"),
    "opt-photos": ("把 photos/(照片)也放进去", "put photos/ in as well"),
    "opt-replace": ("已有的文件直接换掉", "replace a file that is there"),
    "arg-target": ("存成哪个文件,或存到哪个文件夹", "the file, or the folder to put it in"),
    "arg-source": ("是哪份备份", "which backup"),
    "backup-usage": ("minqing backup 文件 [选项]", "minqing backup FILE [OPTIONS]"),
    "backup-short": ("把日记和全部历史备份成一个文件", "keep the diary and its history in one file"),
    "backup-long": (
        "把日记、设置、模板和全部改动历史存成一个 .zip 文件,存好后再读一遍核对。没提交的改动先提交。\n"
        "居民电话(private/)和照片(photos/)默认不放进去;文件没有加密,请妥善保管。",
        "Writes diaries, settings, templates and their whole history into one .zip file, and reads it again.\n"
        "What is not committed yet is committed first. private/ and photos/ are left out unless asked for;\n"
        "nothing is encrypted.",
    ),
    "backup-examples": (
        "minqing backup E:\\\nminqing 备份 民情备份.zip --photos",
        "minqing backup E:\\\nminqing backup diary.zip --photos",
    ),
    "restore-usage": ("minqing restore 备份文件 [文件夹] [选项]", "minqing restore FILE [DIR] [OPTIONS]"),
    "restore-short": ("把备份恢复到一个新文件夹", "make a backup a diary again, in a new folder"),
    "restore-long": (
        "把备份恢复到新的或空的文件夹(不写文件夹就用备份的名字),绝不覆盖已有的日记。\n"
        "每一块都核对校验和,恢复后重新数一遍,与备份时的数字对照。",
        "Puts a backup into a new or empty folder (without DIR one named like the file), never over a diary.\n"
        "Every piece is checked, and what is restored is counted anew and compared with the figures of the backup.",
    ),
    "restore-examples": (
        "minqing restore E:\\民情备份-2026-11-20.zip\nminqing 恢复 备份.zip 新文件夹",
        "minqing restore diary.zip\nminqing restore diary.zip ~/diary",
    ),
    "verify-usage": ("minqing verify 文件", "minqing verify FILE"),
    "verify-short": ("核对一份加了封签的月报", "check a sealed report against its commit"),
    "verify-long": (
        "用 report --sealed 出的月报里有一行封签,写明由哪次提交算出。这里从那次提交重新算一遍,\n"
        "逐项比对,说出不一样的数。一样以 0 结束,不一样以 1 结束。",
        "A report made with --sealed names the commit it was counted from. This counts it anew from that commit\n"
        "and names each figure that differs. Ends with 0 when all agree, else with 1.",
    ),
    "verify-examples": ("minqing verify 十月月报.docx\nminqing 核对 report.json", "minqing verify october.docx"),
    "stats-usage": ("minqing stats [时段] [选项]", "minqing stats [PERIOD] [OPTIONS]"),
    "stats-short": ("一共走了多少、办了多少", "the totals"),
    "stats-long": (
        "从第一天到今天的总数;写时段(2026-11、上月、今年、三季度)就只算那一段。",
        "The totals so far; with a period (2026-11, last month, 2026-q3) those of it alone.",
    ),
    "stats-examples": (
        "minqing stats\nminqing stats 今年 --by 月\nminqing stats --as-of 2020-11-23",
        "minqing stats\nminqing stats 2026 --by month\nminqing stats --as-of 2020-11-23",
    ),
    "report-usage": ("minqing report [时段] [-o 文件] [选项]", "minqing report [PERIOD] [-o FILE] [OPTIONS]"),
    "report-short": ("月报", "the month's summary"),
    "report-long": (
        "一个时段的小结,不写时段就是上个月,25日起是本月。与上期、去年同期对比,并核对结转。\n"
        "-o 存成文件,看后缀: .md .html .docx .xlsx .csv .json;.txt 是发微信的短消息。\n"
        "文件默认隐去个人信息(对外版),--internal 不隐去。",
        "The summary of a period, by default of last month, from the 25th on of the current one.\n"
        "-o saves a file by its ending: .md .html .docx .xlsx .csv .json; .txt is a short message for WeChat.\n"
        "Personal details in files are masked unless --internal is given.",
    ),
    "report-examples": (
        "minqing report\nminqing report 2026-11 -o 月报.html\nminqing report 上季度 --brief\n"
        "minqing report --explain 办结",
        "minqing report\nminqing report 2026-11 -o report.html\nminqing report 2026-q4 --brief\n"
        "minqing report --explain closed",
    ),
    "notice-usage": ("minqing notice 楼 [时段] [-o 文件]", "minqing notice BUILDING [PERIOD] [-o FILE]"),
    "notice-short": ("贴在楼门口的告示", "the notice for a building's door"),
    "notice-long": (
        "这栋楼最近90天(或写明的时段)反映了什么、办好了什么、正在办什么。已隐去个人信息。\n"
        "用自己的写法: 把模板放到 templates/notice.zh.txt.j2。",
        "What was raised at a building in the last 90 days (or the period), what is done, what is in hand. Masked.\n"
        "Your own wording: a template of the name templates/notice.en.txt.j2.",
    ),
    "notice-examples": (
        "minqing notice 5号楼\nminqing notice 5号楼 上月 -o 告示.txt",
        "minqing notice 5号楼\nminqing notice 5号楼 2026-10 -o notice.txt",
    ),
    "reply-usage": ("minqing reply 哪件事", "minqing reply ISSUE"),
    "reply-short": ("回复居民的一句话", "the sentence to send the resident"),
    "reply-long": (
        "按这件事现在的进展写好一段话,可以发给居民。已隐去个人信息。\n"
        "用自己的写法: 把模板放到 templates/reply.zh.txt.j2。",
        "What to tell whoever raised it, as it stands today. Masked.\n"
        "Your own wording: a template of the name templates/reply.en.txt.j2.",
    ),
    "reply-examples": ("minqing reply 路灯", "minqing reply 1116-3"),
    "contact-card-usage": (
        "minqing contact-card add|show|list|remove [谁] [--phone 号码]",
        "minqing contact-card add|show|list|remove [WHO] [--phone NUMBER]",
    ),
    "contact-card-short": ("居民的电话,只存在这台电脑上", "residents' numbers, on this computer alone"),
    "contact-card-long": (
        "记下(add 新增)、查看(show)、列出(list 清单)、删除(remove)居民的电话。存在 private/contacts.txt,\n"
        "不进 git,不进任何导出的文件;minqing show 看一件事时会显示反映人的电话。",
        "Keep, show, list or remove residents' telephone numbers. They are in private/contacts.txt, in no history and\n"
        "in no file that is handed out; minqing show tells those of whoever raised an issue.",
    ),
    "contact-card-examples": (
        "minqing contact-card add 5号楼老爷子 --phone 号码 --note 女儿的手机\nminqing 联系卡 查看 5号楼老爷子",
        "minqing contact-card add 5号楼老爷子 --phone NUMBER\nminqing contact-card list",
    ),
    "purge-private-usage": ("minqing purge-private [号码]", "minqing purge-private [NUMBER]"),
    "purge-private-short": ("历史里有号码时怎么办", "what to do about a number in the history"),
    "purge-private-long": (
        "在整个 git 历史里找居民的号码(或写明的那一个,也可以写掩码后的样子),讲清楚怎么办,\n"
        "并准备好清理用的脚本。它自己不改写历史。",
        "Looks for residents' numbers in the whole git history (or the one named, masked or not), tells what to do,\n"
        "and prepares the script for it. It rewrites nothing itself.",
    ),
    "purge-private-examples": ("minqing purge-private\nminqing purge-private '138****5678'", "minqing purge-private"),
    "opt-output": (
        "存成文件,形式看后缀;- 是屏幕",
        "save a file, its form by its ending; - is stdout",
    ),
    "opt-internal": ("内部用: 文件里不隐去个人信息", "for the office: do not mask personal details in the file"),
    "opt-brief": ("不到500字的短消息,可粘到微信", "a message under 500 characters, for WeChat"),
    "opt-explain": (
        "这个数字是怎么来的: 列出背后的日记和事项;不写就列全部数字",
        "what a figure is made of: the entries and issues behind it; without one, all figures",
    ),
    "photo-usage": ("minqing photo 哪件事 照片文件... [选项]", "minqing photo ISSUE FILE... [OPTIONS]"),
    "photo-short": ("给一件事加照片", "add pictures to an issue"),
    "photo-long": (
        "给一件事加照片: 摆正、缩小、去掉拍摄地点和相机信息,存进 photos 文件夹,写进这件事的“照片”。\n"
        "标了 --before 和 --after 的照片,在网页和 Word 报告里前后对照。不算一次答复。办结了的事也可以加。",
        "Add pictures to an issue: turned upright, made small, without position and camera data, kept in the folder\n"
        "photos and noted on the issue. Those marked --before and --after stand side by side in reports.\n"
        "It counts as no answer to the resident. Closed issues take pictures too.",
    ),
    "photo-examples": (
        "minqing photo 路灯 IMG_2041.jpg --before\nminqing photo 1116-3 灯罩1.jpg 灯罩2.jpg --after\n"
        "minqing 照片 路灯 灯罩.jpg --after --on 周四",
        "minqing photo 路灯 IMG_2041.jpg --before\nminqing photo 1116-3 a.jpg b.jpg --after\n"
        "minqing photo 路灯 a.jpg --after --on thursday",
    ),
    "ledger-usage": ("minqing ledger [时段] [筛选...] [-o 文件]", "minqing ledger [PERIOD] [FILTER...] [-o FILE]"),
    "ledger-short": ("民情台账", "the ledger of matters"),
    "ledger-long": (
        "一件事一行的台账。写上时段(2026-11、上月、今年)就是这段时间月报里算到的事项,不写就是全部;"
        "后面可加 list 的筛选条件。-o 存成 Excel(.xlsx,另有一页公式合计)或 .csv。"
        "个人信息默认隐去,--internal 不隐去。",
        "One row a matter. A period (2026-11, last month, this year) gives the matters that its report counts, without "
        "one it is all of them; the filters of list may follow. -o saves it as Excel (.xlsx, with a sheet of totals by "
        "formula) or .csv. Personal details are masked unless --internal is given.",
    ),
    "ledger-examples": (
        "minqing ledger 上月 -o 台账.xlsx\nminqing ledger 今年 类别:公共设施 -o 公共设施.xlsx\n"
        "minqing ledger state:open",
        "minqing ledger 'last month' -o ledger.xlsx\nminqing ledger 2026 category:facility -o facility.xlsx\n"
        "minqing ledger state:open",
    ),
    "opt-map": (
        "对照表: 各列是什么意思;还没有就把这次的存下来",
        "the mapping of its columns; where there is none yet, this one is saved there",
    ),
    "opt-sheet": ("读哪张工作表,可写几次;全部", "which sheet, several may follow; all"),
    "opt-community": ("只导入这个社区的", "only this community's rows"),
    "opt-rejected": ("把不能导入的行存成 .csv,附原因", "save the refused rows with their reasons as .csv"),
    "opt-contacts": (
        "姓名、电话、住址存到本机 private/(不进 git);不加就不保存",
        "keep names, numbers and addresses in private/ (never in git); without it they are dropped",
    ),
    "arg-ledger": ("是哪个台账文件", "which ledger file"),
    "import-usage": (
        "minqing import 台账.xlsx [--dry-run] [--map 对照.yaml]",
        "minqing import LEDGER.xlsx [--dry-run] [--map MAPPING.yaml]",
    ),
    "import-short": ("导入以前的台账", "take over a ledger"),
    "import-long": (
        "把 Excel(.xlsx、.xls)、.csv 或 .json 台账读进日记。列叫什么名字都行: 先给你看每列当作什么,对了再导入。"
        "看不懂的行会说明是第几行、为什么、怎么改,其他照常导入。再导入一次也不会重复。全部算一次改动,可以撤回。",
        "Reads a ledger (.xlsx, .xls, .csv, .json) into the diary, whatever its columns are called: it shows what "
        "each is taken for before anything is written. A row that cannot be understood is told with its number, "
        "the reason and the mend; the others are imported. Importing a ledger again adds nothing twice. All of it "
        "is one change.",
    ),
    "import-examples": (
        "minqing import 台账.xlsx --dry-run\nminqing import 台账.xlsx --map 对照.yaml\n"
        "minqing import 12345.csv --rejected 退回.csv",
        "minqing import ledger.xlsx --dry-run\nminqing import ledger.xlsx --map mapping.yaml\n"
        "minqing import 12345.csv --rejected refused.csv",
    ),
    "opt-until": ("累计到哪一天(含)", "the last day that is carried over"),
    "opt-opening-walks": ("走动了多少个周一", "walk days"),
    "opt-opening-steps": ("步数", "steps"),
    "opt-opening-km": ("公里数", "kilometres"),
    "opt-opening-disputes": ("调解的民事纠纷", "disputes mediated"),
    "opt-opening-environment": ("解决的环境问题", "environment matters handled"),
    "opt-opening-unmanaged": ("解决的无物业问题", "matters from lacking property management"),
    "opt-clear": ("去掉期初", "take the opening balance out"),
    "arg-balance": ("期初的数", "the balance"),
    "opening-usage": ("minqing opening [截至… 520个周一 273万步 …]", "minqing opening [--until DATE --walks N ...]"),
    "opening-short": ("期初: 从纸质日记接过来的累计数", "what is carried over from the paper diaries"),
    "opening-long": (
        "以前的本子上已经有的累计数: 不写什么就给你看现在的,写了就改,改之前给你看累计数会怎么变。"
        "只改写到的几项。期初以前的日记不会重复计算。",
        "The totals that the paper diaries had reached: shown, or set by words or flags, after showing how the totals "
        "change. Only what is named is changed. Entries up to its day are not counted twice.",
    ),
    "opening-examples": (
        "minqing opening\nminqing opening 截至2019年12月31日 520个周一 273万步 1643公里\n"
        "minqing opening --disputes 1018",
        "minqing opening\nminqing opening --until 2019-12-31 --walks 520 --steps 2730000 --km 1643\n"
        "minqing opening --disputes 1018",
    ),
    "check-usage": ("minqing check [--fix]", "minqing check [--fix]"),
    "check-short": ("检查日记的写法", "every problem in the diaries"),
    "check-long": (
        "检查每篇日记和设置: 哪里不对,为什么,怎么改。--fix 把能稳妥改好的改好。有错误时退出码是 1。",
        "Every problem of the diaries and settings: where, why, and the mend. Ends with 1 when there are errors.",
    ),
    "check-examples": ("minqing check\nminqing check --fix", "minqing check\nminqing check --fix"),
    "classify-usage": ("minqing classify 一句话… | -", "minqing classify TEXT... | -"),
    "classify-short": ("看一句话会归到哪一类、哪一层级", "what would be suggested for a sentence"),
    "classify-long": (
        "一句话会归到哪一类、哪一层级,在哪里,谁反映的,由谁办,哪天到期,为什么。什么也不写进日记。\n"
        "写 - 就从标准输入读,一行一句。没有日记本时按默认设置。",
        "The category, tier, place, reporter, owner and due date that would be suggested, and why. Writes nothing.\n"
        "With - one text a line is read from stdin. Without a workspace the defaults hold.",
    ),
    "classify-examples": (
        "minqing classify 3号楼2单元门口小广告,已清理\nminqing 归类 5号楼路灯太亮 楼上太吵",
        "minqing classify '3号楼2单元门口小广告,已清理'",
    ),
    "edit-usage": ("minqing edit 哪件事|哪一天", "minqing edit ISSUE|DATE"),
    "edit-short": ("用编辑器改一篇日记", "open an entry in the editor"),
    "edit-long": (
        "用编辑器打开那篇日记,检查无误后才保存并提交;有错时您写的都会留着。",
        "Opens the entry in $EDITOR; it is checked before it is saved and committed. Nothing you write is lost.",
    ),
    "edit-examples": ("minqing edit 2026-11-16\nminqing edit 路灯", "minqing edit 2026-11-16"),
    "init-usage": ("minqing init [文件夹] [--name 社区] [--demo]", "minqing init [DIR] [--name COMMUNITY] [--demo]"),
    "init-short": ("建一个新的日记本", "make a workspace"),
    "init-long": (
        "建一个新的日记本: 设置、文件夹、git 仓库;以后在任何文件夹里都能用它。\n"
        "--demo 在空文件夹里写一个示例,供试用;它不会成为默认的日记本。",
        "Makes a workspace: settings, folders, a git repository; it becomes your default one.\n"
        "--demo fills an empty folder with a sample to try things on; that never becomes the default.",
    ),
    "init-examples": (
        "minqing init 民情 --name 幸福里社区\nminqing init --demo 示例",
        "minqing init minqing-diary --name 'Happy Lane'\nminqing init --demo sample",
    ),
    "note-usage": (
        "minqing note 哪件事 [说明]",
        "minqing note ISSUE [TEXT]",
    ),
    "note-short": (
        "给一件事记一句进展",
        "write down what happened to an issue",
    ),
    "note-long": (
        "跟进: 给一件事记一句进展。",
        "Write down what happened to an issue.",
    ),
    "note-examples": (
        "minqing note 路灯 已联系维修,周三来\nminqing 跟进 路灯 已联系维修,周三来",
        "minqing note lamp 'rang the repair crew'",
    ),
    "contact-usage": (
        "minqing contact 哪件事 [说明]",
        "minqing contact ISSUE [TEXT]",
    ),
    "contact-short": (
        "已答复居民",
        "the resident was answered",
    ),
    "contact-long": (
        "联系: 已答复居民。",
        "The resident was answered.",
    ),
    "contact-examples": (
        "minqing contact 路灯 电话告知老爷子\nminqing 联系 路灯 电话告知老爷子",
        "minqing contact lamp 'told him by telephone'",
    ),
    "assign-usage": (
        "minqing assign 哪件事 责任人 [说明]",
        "minqing assign ISSUE OWNER [TEXT]",
    ),
    "assign-short": (
        "定下由谁办",
        "give an issue to somebody",
    ),
    "assign-long": (
        "交办: 定下由谁办。",
        "Give an issue to somebody.",
    ),
    "assign-examples": (
        "minqing assign 路灯 绿化队 先看现场\nminqing 交办 路灯 绿化队 先看现场",
        "minqing assign lamp greening-team 'see the spot first'",
    ),
    "escalate-usage": (
        "minqing escalate 哪件事 单位 [说明]",
        "minqing escalate ISSUE BODY [TEXT]",
    ),
    "escalate-short": (
        "变为大事,交给上级或单位",
        "hand an issue up: it becomes a large one",
    ),
    "escalate-long": (
        "上报: 变为大事,交给上级或单位。",
        "Hand an issue up: it becomes a large one.",
    ),
    "escalate-examples": (
        "minqing escalate 违建 街道办事处 --due 15天后\nminqing 上报 违建 街道办事处 超出社区权限",
        "minqing escalate 20261116-3 street-office --due 'in 15 days'",
    ),
    "whistle-usage": (
        "minqing whistle 哪件事 单位、单位 [说明]",
        "minqing whistle ISSUE BODIES [TEXT]",
    ),
    "whistle-short": (
        "叫几个单位到场",
        "call bodies to the spot",
    ),
    "whistle-long": (
        "吹哨: 叫几个单位到场。",
        "Call bodies to the spot.",
    ),
    "whistle-examples": (
        "minqing whistle 违建 城管、消防 周五到场\nminqing 吹哨 违建 城管、消防 周五到场",
        "minqing whistle 20261116-3 police,fire-brigade",
    ),
    "regrade-usage": (
        "minqing regrade 哪件事 小事|中事|大事 [说明]",
        "minqing regrade ISSUE TIER [TEXT]",
    ),
    "regrade-short": (
        "改层级",
        "change the tier",
    ),
    "regrade-long": (
        "改级: 改层级。",
        "Change the tier.",
    ),
    "regrade-examples": (
        "minqing regrade 路灯 大事\nminqing 改级 路灯 大事",
        "minqing regrade lamp large",
    ),
    "reclassify-usage": (
        "minqing reclassify 哪件事 类别 [说明]",
        "minqing reclassify ISSUE CATEGORY [TEXT]",
    ),
    "reclassify-short": (
        "改类别",
        "change the category",
    ),
    "reclassify-long": (
        "改类: 改类别。",
        "Change the category.",
    ),
    "reclassify-examples": (
        "minqing reclassify 路灯 公共设施\nminqing 改类 路灯 公共设施",
        "minqing reclassify lamp facility",
    ),
    "extend-usage": (
        "minqing extend 哪件事 日期 [说明]",
        "minqing extend ISSUE DATE [TEXT]",
    ),
    "extend-short": (
        "改期限",
        "move the due date",
    ),
    "extend-long": (
        "延期: 改期限。",
        "Move the due date.",
    ),
    "extend-examples": (
        "minqing extend 路灯 下周五 等配件\nminqing 延期 路灯 下周五 等配件",
        "minqing extend lamp 'next friday' 'waiting for parts'",
    ),
    "promise-usage": (
        "minqing promise 哪件事 日期 [说明]",
        "minqing promise ISSUE DATE [TEXT]",
    ),
    "promise-short": (
        "向居民承诺一个日子",
        "promise the resident a date",
    ),
    "promise-long": (
        "承诺: 向居民承诺一个日子。",
        "Promise the resident a date.",
    ),
    "promise-examples": (
        "minqing promise 路灯 月底 一定修好\nminqing 承诺 路灯 月底 一定修好",
        "minqing promise lamp 11-30",
    ),
    "park-usage": (
        "minqing park 哪件事 复查日期 [说明]",
        "minqing park ISSUE DATE [TEXT]",
    ),
    "park-short": (
        "等条件,到日子再看",
        "wait for outside conditions, review on a date",
    ),
    "park-long": (
        "挂账: 等条件,到日子再看。",
        "Wait for outside conditions, review on a date.",
    ),
    "park-examples": (
        "minqing park 加装电梯 下月底 等资金批复\nminqing 挂账 加装电梯 下月底 等资金批复",
        "minqing park lift 2026-12-31 'money is not granted yet'",
    ),
    "close-usage": (
        "minqing close 哪件事 [说明]",
        "minqing close ISSUE [TEXT]",
    ),
    "close-short": (
        "办好了",
        "it is settled",
    ),
    "close-long": (
        "办结: 办好了。",
        "It is settled.",
    ),
    "close-examples": (
        "minqing close 路灯 已加灯罩\nminqing 办结 路灯 已加灯罩",
        "minqing close lamp 'a shade was fitted'",
    ),
    "refer-usage": (
        "minqing refer 哪件事 单位 [说明]",
        "minqing refer ISSUE BODY [TEXT]",
    ),
    "refer-short": (
        "属于法定渠道,转走",
        "it belongs to a statutory channel",
    ),
    "refer-long": (
        "转出: 属于法定渠道,转走。",
        "It belongs to a statutory channel.",
    ),
    "refer-examples": (
        "minqing refer 劳动纠纷 仲裁委\nminqing 转出 劳动纠纷 仲裁委",
        "minqing refer 20261116-3 labour-court",
    ),
    "duplicate-usage": (
        "minqing duplicate 哪件事 另一件 [说明]",
        "minqing duplicate ISSUE ISSUE [TEXT]",
    ),
    "duplicate-short": (
        "与另一件是同一件",
        "it is the same as another issue",
    ),
    "duplicate-long": (
        "重复: 与另一件是同一件。",
        "It is the same as another issue.",
    ),
    "duplicate-examples": (
        "minqing duplicate 20261116-3 20261109-1\nminqing 重复 20261116-3 20261109-1",
        "minqing duplicate 20261116-3 20261109-1",
    ),
    "withdraw-usage": (
        "minqing withdraw 哪件事 [说明]",
        "minqing withdraw ISSUE [TEXT]",
    ),
    "withdraw-short": (
        "居民撤回或记错了",
        "withdrawn, or written down in error",
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
        "minqing reopen 哪件事 [说明]",
        "minqing reopen ISSUE [TEXT]",
    ),
    "reopen-short": (
        "没办好,重新办",
        "it was not settled after all",
    ),
    "reopen-long": (
        "重开: 没办好,重新办。",
        "It was not settled after all.",
    ),
    "reopen-examples": (
        "minqing reopen 路灯 又亮了 --due 周五\nminqing 重开 路灯 又亮了 --due 周五",
        "minqing reopen lamp 'too bright again' --due friday",
    ),
    "followup-usage": (
        "minqing followup 哪件事 满意|基本满意|不满意 [说明]",
        "minqing followup ISSUE satisfied|fair|dissatisfied [TEXT]",
    ),
    "followup-short": (
        "居民满意不满意",
        "ask whether the resident is content",
    ),
    "followup-long": (
        "回访: 居民满意不满意。",
        "Ask whether the resident is content.",
    ),
    "followup-examples": (
        "minqing followup 路灯 满意 老爷子说睡得着了\nminqing 回访 路灯 满意 老爷子说睡得着了",
        "minqing followup lamp satisfied 'sleeps well now'",
    ),
}
