"""What ``sync`` says: what came, what was sent, what had to make room, and what stands in the way."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "received": ("从同事那里收到 {count} 次改动:", "Received from colleagues ({count}):"),
    "sent": ("已发给同事 {count} 次改动:", "Sent to colleagues ({count}):"),
    "change": ("{author}:{subject}", "{author}: {subject}"),
    "more": ("… 还有 {count} 次", "… and {count} more"),
    "nothing": ("已经同步,没有新的内容。", "Up to date: nothing new on either side."),
    "merged": ("两边的内容已合并,都在日记里。", "Both sides are merged; everything is in the diary."),
    "number": (
        "你的 {old} 改为 {new}({title}):同事已经用了这个编号。",
        "Your {old} is now {new} ({title}): colleagues have used that number already.",
    ),
    "file": (
        "你的 {old} 改存为 {new}:同事当天也记了一次。",
        "Your {old} is kept as {new}: a colleague has written one for that day too.",
    ),
    "picture": (
        "你的照片 {old} 改名为 {new}:同事的一张用了这个名字。",
        "Your picture {old} is now {new}: a colleague's has that name.",
    ),
    "beside": (
        "{file} 两边都改了,没法合成一份:这里留同事的,你的那份放在旁边 {copy}。请看一看,把要的留成 {file}。",
        "{file} was changed on both sides and cannot be made one: it holds the colleagues' version, yours lies beside "
        "it as {copy}. Look at both and give the one you want the name {file}.",
    ),
    "set-twice": (
        "{issue} {title}:你们各写了一行{field},你的是 {ours},同事的是 {theirs}。"
        "两行都留着,现在算 {holds};不对的话再写一行。",
        "{issue} {title}: both of you wrote a line about its {field}, you {ours}, a colleague {theirs}. "
        "Both stand, and {holds} holds; write another line where that is not right.",
    ),
    "kept": (
        "{file}:一边删除了,另一边还在写,所以保留。",
        "{file}: deleted on one side and gone on with on the other, so it stays.",
    ),
    "checked": (
        "合并后的日记有 {count} 处错误,已照常同步。请运行 minqing 检查 查看。",
        "The diary has {count} errors, and was shared all the same. minqing check shows them.",
    ),
    "commit": ("与 {names} 的记录合并", "Merged with what {names} wrote"),
    "commit-nobody": ("与同事的记录合并", "Merged with the colleagues' diary"),
    "commit-joint": ("、", ", "),
    "room-number": ("{old} 改号为 {new}", "{old} renumbered {new}"),
    "room-file": ("{old} 改名为 {new}", "{old} renamed {new}"),
    "local-works": (
        "这台电脑上照常可以记,内容都在;问题解决后再运行一次 minqing 同步。",
        "Work here goes on as ever and nothing is lost; run minqing sync again afterwards.",
    ),
    # contradictions
    "contradiction": (
        "有 {count} 处两边改得不一样,无法替你决定。还没有合并任何内容,两边都完好:",
        "{count} things were changed differently on both sides. Nothing was merged, both sides are as they were:",
    ),
    "differ": ("{file} {issue} {title} 的“{field}”", "{field} of {issue} {title} in {file}"),
    "differ-file": ("{file} 整个文件", "the whole file {file}"),
    "before": ("  原来: {value}", "  before: {value}"),
    "ours": ("  我的: {value}({who},{when})", "  mine: {value} ({who}, {when})"),
    "theirs": ("  同事的: {value}({who},{when})", "  theirs: {value} ({who}, {when})"),
    "empty": ("(空)", "(empty)"),
    "which": ("1用我的 2用同事的 [没有默认]?", "1 mine, 2 theirs [no default]?"),
    "how": (
        "请在终端窗口里运行 minqing 同步 逐处选择;或者全部用我的: minqing 同步 --mine,"
        "全部用同事的: minqing 同步 --theirs。",
        "Run minqing sync in a terminal to choose each; or take all of mine: minqing sync --mine, "
        "all of theirs: minqing sync --theirs.",
    ),
    "both": ("--mine 和 --theirs 只能选一个。", "Choose one of --mine and --theirs."),
    "unsettled": (
        "{file} 里的 {value} 没法自动改号。请先运行 minqing 检查,把这个文件改好,再同步。",
        "{value} in {file} could not be given another number. Mend the file first (minqing check), then sync.",
    ),
    # what stands in the way
    "no-remote": (
        "还没有设置同步的地方。请问负责的人要地址(服务器,或优盘上的文件夹),然后运行:\n"
        '    git -C "{root}" remote add origin 地址',
        "No place to synchronise with is set up. Ask for its address (a server, or a folder on a USB stick) and run:\n"
        '    git -C "{root}" remote add origin ADDRESS',
    ),
    "detached": (
        '现在不在任何分支上(detached HEAD),不能同步。请运行:\n    git -C "{root}" switch main',
        'No branch is checked out (detached HEAD), so there is nothing to sync. Run:\n    git -C "{root}" switch main',
    ),
    "off": (
        "设置里写着不提交(git: {{提交: 否}}),没有可以同步的内容。",
        "The settings say not to commit (git: {{commit: no}}), so there is nothing to synchronise.",
    ),
    "unrelated": (
        "那边是另外新建的一本日记(没有共同的历史):{address}\n"
        "两台电脑上各自建过日记本,后来才共用一个地方,就会这样。要把两本合成一本(谁记的都不丢),请运行:\n"
        "    minqing 同步 --join\n"
        "如果根本不该是这个地方,请改地址:\n"
        '    git -C "{root}" remote set-url origin 地址',
        "That diary was begun apart from this one (no common history): {address}\n"
        "So it is where two computers both ran init and were given one place to share later. To make one diary of\n"
        "both, with everything that either holds:\n"
        "    minqing sync --join\n"
        "If that is the wrong place, change the address:\n"
        '    git -C "{root}" remote set-url origin ADDRESS',
    ),
    "no-diary": (
        "那边不是民情日记(没有 minqing.yaml),不能同步:{address}\n请改地址:\n"
        '    git -C "{root}" remote set-url origin 地址',
        "What is there is no diary (it has no minqing.yaml): {address}\nChange the address:\n"
        '    git -C "{root}" remote set-url origin ADDRESS',
    ),
    "joined": (
        "两本各自新建的日记已合成一本,两边的内容都在。",
        "Two diaries begun apart are one now; everything of both is in it.",
    ),
    "dropped": (
        "请注意:同事那边的历史被改写过,少了已经共享的 {count} 次改动(从 {author} {date} 的起)。这台电脑上还有,\n"
        "已照常合并,没有丢。请问清是谁改的、为什么;如果是为了清理号码,请删掉这台电脑上的旧文件夹,重新克隆。",
        "Mind: somebody has rewritten the shared history; {count} changes that were shared are gone from it, the\n"
        "first by {author} on {date}. This computer has them and they are merged as ever. Ask who did it and why;\n"
        "if it was to clear out a number, delete the folder here and clone anew.",
    ),
    "numbers-more": (
        "……还有 {count} 件改了编号,minqing 历史 里有。",
        "… and {count} more got another number; minqing history tells them.",
    ),
    "private": (
        "没有发给同事:这些提交里有居民个人的号码,一发出去就收不回来。\n{places}",
        "Nothing was sent: these commits hold residents' numbers, and what is sent cannot be called back.\n{places}",
    ),
    "private-mend": (
        "日记在这台电脑上都完好。只改文件不够,号码还在提交里:请运行 minqing 清理号码,照它写的做\n"
        '(还没有发出,不用惊动同事)。确实要发:minqing 同步 --allow-private "理由",理由会记入历史。',
        "All is safe on this computer. Mending the file is not enough, the commit keeps the number: run\n"
        "minqing purge-private and do what it says (nothing was sent yet, so the colleagues need not be asked).\n"
        'If it must go out: minqing sync --allow-private "REASON"; the reason goes into the history.',
    ),
    "private-came": (
        "请注意:同事发来的改动里有居民个人的号码(内容已照常合并):\n{places}",
        "Mind: what came from colleagues holds residents' numbers (it is merged all the same):\n{places}",
    ),
    "private-came-mend": (
        "请告诉写进去的人。要从大家的历史里去掉,先商量好,再由一个人运行 minqing 清理号码,照它写的做。",
        "Tell whoever wrote it. To take it out of everybody's history agree first; then one of you runs\n"
        "minqing purge-private and does what it says.",
    ),
    "number-by": ("({author} {date},提交 {commit})", " ({author} {date}, commit {commit})"),
    "number-gone": ("(文件里已删,历史里还有)", " (gone from the file, still in the history)"),
    "commit-allowed": (
        "写明理由,允许发出居民的号码 {count} 处",
        "Allow {count} numbers of residents to be sent, with a reason",
    ),
    "own-folders-here": (
        "没有发给同事:{file} 只属于这台电脑,却被提交进了 git。请把它从 git 里拿掉(文件留着),再提交、同步:\n"
        '    git -C "{root}" rm -r --cached {file}',
        "Nothing was sent: {file} belongs to this computer alone and was committed. Take it out of git (the file\n"
        'stays), commit and sync:\n    git -C "{root}" rm -r --cached {file}',
    ),
    "offline": (
        "连不上同步的地方(没有网络,或服务器没开):{address}\n{output}",
        "The place to synchronise with cannot be reached (no network, or the server is down): {address}\n{output}",
    ),
    "timeout": (
        "等了 {seconds} 秒没有回应:{address}",
        "No answer within {seconds} seconds: {address}",
    ),
    "auth": (
        "同步的地方不认识这台电脑(账号、密码或密钥不对):{address}\n{output}\n"
        '请在终端里运行一次,按提示登录并保存:\n    git -C "{root}" fetch origin',
        "The place to synchronise with does not know this computer (account, password or key): {address}\n{output}\n"
        'Log in once in a terminal and let git keep it:\n    git -C "{root}" fetch origin',
    ),
    "declined": (
        "那边不收这些改动(分支受保护,或有检查没有通过):{address}\n{output}\n请问管理服务器的人。",
        "The other side does not take the changes (a protected branch, or a check there): {address}\n{output}\n"
        "Ask whoever runs the server.",
    ),
    "not-there": (
        "找不到同步的地方:{address}\n优盘插好了吗?地址变了就运行:\n"
        '    git -C "{root}" remote set-url origin 地址\n{output}',
        "The place to synchronise with is not there: {address}\nIs the USB stick plugged in? For a new address run:\n"
        '    git -C "{root}" remote set-url origin ADDRESS\n{output}',
    ),
    "bad-address": (
        "git 不接受这样的地址:{address}\n{output}",
        "git does not accept such an address: {address}\n{output}",
    ),
    "read-only": (
        "那边只能读,不能写:{address}\n{output}",
        "The other side cannot be written: {address}\n{output}",
    ),
    "remote-full": ("那边的磁盘满了:{address}", "The disk on the other side is full: {address}"),
    "failed": (
        "没有同步成:{address}\n{output}",
        "The synchronisation did not succeed: {address}\n{output}",
    ),
    "left-lock": (
        "另一个窗口正在同步,或者上次同步被打断,留下了一把锁:\n    {lock}\n过一会儿再运行 minqing 同步;"
        "{seconds} 秒以上的旧锁会自动清掉。",
        "Another window is synchronising, or the last time was interrupted and has left a lock:\n    {lock}\n"
        "Run minqing sync again a little later; a lock older than {seconds} seconds is put away then.",
    ),
    "remote-locked": (
        "共享的地方正锁着: 有人正在发送,或者上次发送被打断了。已合并,还没有发出。\n    {lock}\n"
        "过几分钟再运行一次 minqing 同步;共享处是文件夹(如U盘)的,{seconds} 秒以上的旧锁会自动清掉。"
        "还是不行,确认没有人在发送后删掉这个文件。",
        "The shared diary is locked: somebody is sending, or was interrupted while sending. Yours is merged and not "
        "sent yet.\n    {lock}\nRun minqing sync again in a few minutes; where the shared diary is a folder (a USB "
        "stick) a lock older than {seconds} seconds is put away then. If it stays, make sure that nobody is sending "
        "and delete that file.",
    ),
    "busy": (
        "同事正在不断发送,试了 {attempts} 次都没轮上。已合并,还没有发出。",
        "Colleagues keep sending; after {attempts} attempts yours is merged but not sent yet.",
    ),
    "in-the-way": (
        "这些文件有没有提交的内容,会被同事的版本盖掉,所以没有合并:\n{files}\n"
        '请提交它们,或挪到别处:\n    git -C "{root}" status',
        "These files hold something uncommitted that colleagues' versions would replace, so nothing was merged:\n"
        '{files}\nCommit them or move them away:\n    git -C "{root}" status',
    ),
    "own-folders": (
        "那边的日记里有每台电脑自己的文件({file}),不应当共享,所以没有取来。请让放进去的人从 git 里删掉它。",
        "The shared diary holds a file that belongs to one computer alone ({file}), so it was not taken.\n"
        "Whoever put it there should delete it from git.",
    ),
    "merge-open": (
        "有一次合并没有完成(git merge 或 git pull 留下的)。请先运行 minqing 检查 --fix,它会按意思合并并完成它;\n"
        '或者放弃那次合并,再同步:\n    git -C "{root}" merge --abort',
        "A merge by git merge or git pull is not finished. Run minqing check --fix first: it merges by meaning and\n"
        'finishes it. Or give that merge up and sync:\n    git -C "{root}" merge --abort',
    ),
    "markers": (
        "这些文件里还有没处理的冲突记号,不发给同事。请先运行 minqing 检查 --fix:\n{files}",
        "These files still hold conflict markers and are not sent. Run minqing check --fix first:\n{files}",
    ),
    "seconds": (
        "MINQING_SYNC_TIMEOUT 要写秒数,例如 60;现在是 {value}。",
        "MINQING_SYNC_TIMEOUT takes a number of seconds, such as 60; it is {value}.",
    ),
    # check --fix
    "left": (
        "{path} 的冲突没有动:两边把“{fields}”改得不一样,请打开文件选一个。",
        "The conflict in {path} was left: both sides changed {fields} differently. Open the file and choose.",
    ),
    "merge-finished": ("没完成的合并已完成({commit})。", "The unfinished merge is finished ({commit})."),
    "whole-text": ("全文", "the text"),
}
