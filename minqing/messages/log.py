"""What ``log`` and ``add`` say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "nothing": (
        "没有可记的内容。请给出步数、参加的人或事项,例如:\n"
        "  minqing 记录 --steps 4773 --walker 张书记 --issue 5号楼路灯太亮\n"
        "或把记录放进文件: minqing 记录 记录.txt(从标准输入读: minqing 记录 -)",
        "There is nothing to write. Give steps, people or matters, such as:\n"
        "  minqing log --steps 4773 --walker 王丽 --issue '5号楼路灯太亮'\n"
        "or put the notes into a file: minqing log notes.txt (from standard input: minqing log -)",
    ),
    "no-file": (
        "打不开记录文件 {path}({why})。请检查文件名;一件事用 --issue 写。",
        "The notes file {path} cannot be opened ({why}). Check its name; a single matter goes into --issue.",
    ),
    "empty-notes": ("{path} 里没有内容,没有写入。", "There is nothing in {path}; nothing was written."),
    "due-before": (
        "期限 {due} 在提出的那天({day})以前,请写那天或以后的日子。",
        "The due date {due} is before the day it was raised ({day}); type that day or a later one.",
    ),
    "no-text": (
        "不是文字文件,没有写入任何内容({path})。请存成 UTF-8 或 GBK 的 .txt。",
        "{path} is no text file; nothing was written. Save it as UTF-8 or GBK text.",
    ),
    "broken-text": (
        "第 {line} 行有坏掉的字(�),没有写入任何内容({path}): {text}\n请打开它,把坏字改好,再记一次。",
        "Line {line} of {path} has a broken character (�); nothing was written: {text}\n"
        "Open it, put the character right and try again.",
    ),
    "perhaps-big5": (
        "注意: 这些字像是港台电脑的 Big5(大五码),读出来可能是乱码,请看看({path})。"
        "是乱码就用 Word 或 WPS 打开,问编码时选“繁体中文 Big5”,再全选复制,粘贴到 minqing 记录。",
        "Note: {path} may be in Big5, as computers in Taiwan and Hong Kong write, and read wrongly; please look. "
        "If so, open it in Word as “Chinese Traditional (Big5)”, copy everything and paste it into minqing log.",
    ),
    "why-unsure": ("第 {number} 件拿不准: {reasons}", "{number} is a guess: {reasons}"),
    "why-others": (
        "每一件为什么这样建议: 加 --json,或用 minqing 归类 单看一件。",
        "Why each is suggested so: add --json, or look at one with minqing classify.",
    ),
    "write-all": (
        "{count} 次走动都写入日记吗? [回车=都写入 1=一次一次看 n=先不写]",
        "Write all {count} walks into the diary? [Enter = all, 1 = one after another, n = not yet]",
    ),
    "register": (
        "{day} 的这 {count} 件像是{kind}登记,不是走动: 记进当天的{kind},不算走动天数。要算走动就加 --kind 走动。",
        "{day}: these {count} matters look like a register ({kind}), not like a walk: they go into that day's entry of "
        "this kind and count as no walk. If it was one, add --kind walk.",
    ),
    "write-register": (
        "记作{kind}吗? [回车=记作{kind} w=其实是走动 n=先不写]",
        "Write it as {kind}? [Enter = yes, w = it was a walk, n = not yet]",
    ),
    "write-it": ("写入吗? [回车=写入 n=先不写]", "Write it? [Enter = yes, n = not yet]"),
    "adds-to": ("补进 {path}:", "Added to {path}:"),
    "adds-header": ("写进表头: {facts}", "into the header: {facts}"),
    "adds-body": ("写进正文: {text}", "into the body: {text}"),
    "adds-lines": ("正文再加 {count} 行", "lines more in the body: {count}"),
    "one-ticket": (
        "一个工单号只能给一件事,这里有 {count} 件,没有写入。请把工单号写在每一行的前面,或一件一件地加。",
        "A ticket number is that of one matter, and there are {count} here; nothing was written. "
        "Write each number before its line, or add them one by one.",
    ),
    "added-several": ("{count}件事", "{count} matters"),
    "is-big5": (
        "像是港台电脑的 Big5(大五码)文字,没有写入任何内容({path})。"
        "请用 Word 或 WPS 打开,问编码时选“繁体中文 Big5”,再全选复制,粘贴到 minqing 记录;或另存为 UTF-8 的 .txt。",
        "{path} seems to be in Big5, as computers in Taiwan and Hong Kong write; nothing was written. "
        "Open it in Word as “Chinese Traditional (Big5)”, copy everything and paste it into minqing log, "
        "or save it as UTF-8.",
    ),
    "is-document": (
        "是 Word、Excel 或 PDF 文件,不是文字,没有写入任何内容({path})。"
        "请打开它,全选复制,再粘贴到 minqing 记录;或另存为 .txt。",
        "{path} is a Word, Excel or PDF file, not text; nothing was written. "
        "Open it, copy everything and paste it into minqing log, or save it as .txt.",
    ),
    "pasted": ("送来的内容", "What was piped in"),
    "too-large": (
        "超过 {size} KB,不像走动记录,没有写入任何内容({path})。请只留下要记的几天。",
        "{path} has more than {size} KB, which no notes of a walk have; nothing was written. Keep the days you mean.",
    ),
    "typed-lost": (
        "送来的内容哪里都存不下,没有留下。原来的文件里还有,请先别删;没有的话现在就另存一份。",
        "What was sent could be kept nowhere and is not kept. The file it came from still has it: do not delete that; "
        "where there is none, save it now.",
    ),
    "typed-part": (
        "您的内容只有前一部分留在 {draft},后面的存不下。原来的文件请先别删。",
        "Only the first part of what you wrote could be kept, in {draft}. Do not delete the file it came from.",
    ),
    "typed-kept": ("您的内容留在 {draft}。", "What you wrote is kept in {draft}."),
    "several-flags": (
        "记录里有 {count} 次走动({days}),分不清选项说的是哪一次,没有写入。去掉选项,或一次只给一天的记录。",
        "The notes hold {count} walks ({days}); which of them the options mean is not clear, nothing was written. "
        "Leave the options out, or give the notes of one day.",
    ),
    "several-walks": (
        "记录里有 {count} 次走动;后面的({days})原样放进了这次的正文。要一次记好几次: minqing 记录 文件 --yes。",
        "The notes hold {count} walks; the later ones ({days}) went into this one's body as they are. "
        "To write several at once: minqing log FILE --yes.",
    ),
    "future": (
        "{day} 还没到,走动要走完了再记,没有写入。日期错了就改好,或加 --date。",
        "{day} is yet to come; a walk is written down when it is over. "
        "Nothing was written: mend the day, or add --date.",
    ),
    "add-future": (
        "{day} 还没到,事情来了再记,没有写入。日期错了就改好 --date;到那天要办完的,用 --due 写期限。",
        "{day} is yet to come; a matter is written down when it has come in. "
        "Nothing was written: mend --date, or give --due where it is to be settled by then.",
    ),
    "no-option": (
        "注意: “{word}”不是选项,算作事由的字。选项写英文,如 --kind 来访、--place 3号楼(minqing 新增 --help)。",
        "Note: “{word}” is no option and was taken for text. Options are English: --kind, --place (minqing add -h).",
    ),
    "add-no-walk": (
        "走动不用 add 记,没有写入。走动用 minqing 记录,参加的人、步数会一项项问;--kind 可以写 {kinds}。",
        "A walk is not written with add, and nothing was. Type minqing log: it asks for people and steps; "
        "--kind takes {kinds}.",
    ),
    "add-walk-notes": (
        "这几行像是一次走动的记录,不是一件件事项,没有写入:\n{lines}\n"
        "整篇是走动的,用 minqing 记录 -(或 minqing 记录 文件);只要记里面的事项,就去掉这几行再来。",
        "These lines look like the notes of a walk, not like matters; nothing was written:\n{lines}\n"
        "For a walk type minqing log - (or minqing log FILE); for its matters alone leave these lines out.",
    ),
    "add-dates": (
        "这几行的日期对不上,没有写入:\n{lines}\n日期只能有一个,写在第一行,或者用 --date;不是同一天的,分几次新增。",
        "The dates of these lines do not fit; nothing was written:\n{lines}\n"
        "There can be one date: in the first line, or after --date. Add what is of another day by itself.",
    ),
    "add-dated": (
        "“{line}”当作日期,下面几行都记在 {day}。",
        "“{line}” was taken as the date: the lines below are of {day}.",
    ),
    "too-many-steps": (
        "一次走动不会有 {steps} 步(最多 {most}),没有写入。像是多打了 0,或是一年的总数。",
        "Nobody walks {steps} steps at a time (at most {most}); nothing was written. A 0 too many, or a year's sum?",
    ),
    "too-many-km": (
        "一次走动不会有 {km} 公里(最多 {most}),没有写入。像是漏了小数点、写成了米,或是一年的总数。",
        "Nobody walks {km} km at a time (at most {most}); nothing was written. A decimal point left out, metres, "
        "or a year's sum?",
    ),
    "no-steps": (
        "注意: 步数是 0。没有计步就不要写步数。",
        "Note: 0 steps. Where they were not counted leave them out.",
    ),
    "odd-pair": (
        "注意: {steps} 步和 {km} 公里对不上,请核对。",
        "Note: {steps} steps and {km} km do not fit each other; please check.",
    ),
    "many-issues": (
        "注意: 一次走动记了 {count} 件事,请看看是不是多认了。",
        "Note: {count} matters in one walk; please see whether too much was taken for one.",
    ),
    "steps-unread": (
        "注意: “{told}”不像一次走动的步数,留在正文里,没有记成步数。",
        "Note: “{told}” cannot be the steps of one walk; it stays in the body.",
    ),
    "km-unread": (
        "注意: “{told}”不像一次走动的公里数,留在正文里,没有记成公里。",
        "Note: “{told}” cannot be the length of one walk; it stays in the body.",
    ),
    "second-value": (
        "注意: “{told}”和前面的 {taken} 不一样,按 {taken} 记,这一句留在正文里。不对就改好再记。",
        "Note: “{told}” is not what was told before, {taken}, which was taken; it stays in the body.",
    ),
    "odd-time": (
        "注意: 时间 {time} 不像一次走动,请核对开始和结束(改: minqing 更正 {day} 时间 8:30-11:40)。",
        "Note: {time} is hardly the time of one walk; check its start and end (minqing set {day} time 8:30-11:40).",
    ),
    "long-ago": (
        "注意: 按 {day} 记,那是很久以前;如果不对,加 --date。",
        "Note: taken as of {day}, which is long ago; if that is wrong add --date.",
    ),
    "unmarked": (
        "注意: 没有编号的行都放进正文了;有 {count} 行像是事项(如“{first}”),是就在行首加“-”再记。",
        "Note: lines without a number went into the text; {count} look like matters (such as “{first}”): begin those "
        "with “-”.",
    ),
    "doubted": (
        "注意: 有 {count} 件不一定是事项(如“{first}”);不是就用 minqing 撤销。",
        "Note: {count} may be no matter (such as “{first}”); `minqing withdraw` takes out what is none.",
    ),
    "no-matter-found": (
        "注意: 记录里没有认出事项,文字原样放进正文。有事项就一件写一行,行首加“-”再记。",
        "Note: no matter was found in the notes; the words went into the text as they are. If there is one, write each "
        "on a line of its own that begins with “-”.",
    ),
    "weekday": (
        "注意: {day} 是{weekday},和记录里写的不一样;那一行留在正文里。",
        "Note: {day} is a {weekday}, which is not what the notes say; that line stays in the body.",
    ),
    "line": ("行", "line"),
    "read-as": ("读成", "read as"),
    "value": ("内容", "value"),
    "from-words": ("{value}  ← {words}", "{value}  <- {words}"),
    "and-lines": ("  (连第{lines}行)", "  (with line {lines})"),
    "into-body": ("原样放进正文的行: {lines}", "Lines that go into the body as they are: {lines}"),
    "fact-date": ("日期", "date"),
    "fact-weekday": ("星期", "weekday"),
    "fact-time": ("时间", "time"),
    "fact-start": ("时间(只有一头,留在正文)", "time (one end, stays in the body)"),
    "fact-half-day": ("时间(留在正文)", "time (stays in the body)"),
    "fact-weather": ("天气", "weather"),
    "fact-route": ("路线", "route"),
    "fact-steps": ("步数", "steps"),
    "fact-km": ("公里", "km"),
    "fact-walkers": ("参加", "walkers"),
    "fact-companions": ("同行", "companions"),
    "fact-visits": ("走访", "visits"),
    "fact-cleaned": ("顺手", "cleared on the way"),
    "fact-title": ("题目", "title"),
    "fact-heading": ("事项的标题", "heading of issues"),
    "fact-label": ("栏目", "label"),
    "fact-sender": ("发信人", "sender"),
    "fact-table": ("表头", "columns"),
    "fact-door": ("一户,没有事(留在正文)", "a door, no matter (stays in the body)"),
    "fact-in-order": ("打钩是正常,不记事(留在正文)", "ticked as in order, no matter (stays in the body)"),
    "fact-due": ("答应的日子 → 期限", "promised day → due"),
    "fact-issue": ("事项{number}", "issue {number}"),
    "no-such-day": (
        "“{text}”不是看得懂的日期(第一行: {line})。",
        "“{text}” is no date that can be read (first line: {line}).",
    ),
    "no-date": ("记录里没有认出日期。", "No date was found in the notes."),
    "ask-date": ("记录里没有认出日期。是哪天?", "No date was found in the notes. Which day?"),
    "add-all": ("这 {count} 件都写入吗?", "Write all {count}?"),
    "ask-matter": ("什么事?", "What is the matter?"),
    "not-added": (
        "没有写入。写过的留着,下次只打 minqing 新增,它就在行里。",
        "Nothing was written. What you typed is kept: type minqing add alone and it stands in the line.",
    ),
    "due-past": (
        "注意: 期限 {due} 比提出的日子 {day} 还早。",
        "Note: the due date {due} is before the day it was raised, {day}.",
    ),
    "undated": (
        "记录里没有认出日期,按今天 {day} 记。",
        "No date was found in the notes; they are taken as of today, {day}.",
    ),
    "date-unread": (
        "“{text}”不是看得懂的日期,没有写入(第一行: {line})。请改好,或加 --date。",
        "“{text}” is no date that can be read; nothing was written (first line: {line}). Mend it, or add --date.",
    ),
    "time": (
        "时间要写成 08:30-11:40 这样,“{value}”看不懂。",
        "The time is written like 08:30-11:40; “{value}” is not understood.",
    ),
    "second": (
        "{day} 已经记过一次({path})。再记成当天第二次走动吗?",
        "{day} already has a walk ({path}). Write this as a second one?",
    ),
    "is-second": ("当天已有一次走动,这次记为 {path}。", "That day had a walk already; this one is {path}."),
    "repeated": (
        "同样的走动已经记在 {path},没有再写一遍。要改它: minqing 编辑 {day}。",
        "The same walk already stands in {path}; it was not written twice. To change it: minqing edit {day}.",
    ),
    "not-written": ("没有写入日记。", "Nothing was written into the diary."),
    "kept": (
        "没有写入日记。回答过的内容都留着,下次 minqing 记录 可以接着记。",
        "Nothing was written into the diary. What you answered is kept; the next minqing log offers it.",
    ),
    "on-the-spot": ("当场办结", "settled on the spot"),
    "closed-mark": (" [当场办结]", " [settled]"),
    "doubted-mark": (" [不一定是事项]", " [perhaps no matter]"),
    "unsure": (
        "拿不准: {title} → {value}。不对就用 minqing 改类、minqing 改级 更正,以后同样的事会照办。",
        "not sure: {title} → {value}. If it is wrong, `minqing reclassify` or `regrade` mends it and is learned from.",
    ),
    "more-unsure": (
        "另有 {count} 件也拿不准,请看看 minqing 清单。",
        "{count} more are not sure either; look through `minqing list`.",
    ),
    "no-matter": ("还没有写是什么事。用法: {usage}", "What is the matter? Usage: {usage}"),
    "only-marks": (
        "“{given}”只有记号,没有说是什么事。记号写在事情后面,或者写在它的建议那一行。",
        "“{given}” has marks only. Write them behind a matter, or at its line of suggestion.",
    ),
    "logged": ("记录", "Log"),
    "added": ("新增", "Add"),
    "steps": ("{steps}步", "{steps} steps"),
    "km": ("{km}公里", "{km} km"),
    "issues": ("{count}件事", "{count} issue(s)"),
}
