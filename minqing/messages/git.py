"""What is said when git is in the way: what happened, and the exact mend."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "written": (
        "已写入,但没有提交:请不要重复操作。",
        "Written, not committed: do not repeat it.",
    ),
    "later": (
        "解决之后,下一条写入命令会先把它补提交。",
        "Once that is mended, the next command that writes commits it first.",
    ),
    "finished": (
        "先前写好、没来得及提交的改动已补提交({commit}),不用再输入:{subject}",
        "What was written before and could not be committed is committed now ({commit}); do not type it again: "
        "{subject}",
    ),
    "joint": (";", "; "),
    "again": (
        "同样的这一条先前已经写好(当时没来得及说完),这次没有再写一遍。真要再记一条一样的,请再输入一次。",
        "The very same was written before, by a command that could not say so any more; it was not written twice. "
        "If another one like it is meant, type it once more.",
    ),
    "again-walk": (
        "同样的走动先前已经写好(当时没来得及说完),这次没有再写一遍。",
        "The very same walk was written before, by a command that could not say so any more; it was not written twice.",
    ),
    "again-left": (
        "同样的这一条先前已经写好,这次没有再写一遍。",
        "The very same is written already; it was not written twice.",
    ),
    "put-back": (
        "上次“{subject}”写到一半被打断,已恢复到那之前的样子。还要的话请再做一次。",
        "“{subject}” was interrupted half-way; everything is as it was before it. Do it again if it is still wanted.",
    ),
    "hand-commit": (
        "手工修改的内容已先单独提交({commit})。",
        "What was edited by hand went into a commit of its own first ({commit}).",
    ),
    "gone": (
        "这几篇日记不在文件夹里了,git 里还有: {paths}\n"
        "不是有意删的,运行 minqing 撤回 就找回来(还没提交的手工改动会一起撤回,它会列出来)。",
        "These entries are no longer in the folder, and git has them still: {paths}\n"
        "If that was not meant, minqing undo brings them back "
        "(other hand edits not committed yet go with it; it lists them).",
    ),
    "hand-gone": (
        "其中有整篇删去的日记: {paths}\n不是有意删的: minqing 历史 看是哪次改动,minqing 撤回 一步一步撤回去就找回来。",
        "Whole entries were deleted with it: {paths}\n"
        "If that was not meant: minqing history tells which change it was, minqing undo goes back step by step.",
    ),
    "hand-problem": (
        "本次改动已提交;手工修改的其他文件没能提交,内容都还在。",
        "The change is committed; other files edited by hand could not be, and are still as they were.",
    ),
    "hand-problem-alone": (
        "手工修改的、或者先前没能提交的文件,这次也没能提交,内容都还在。",
        "Files edited by hand, or left by an earlier command, could not be committed; they are still as they were.",
    ),
    "no-git": (
        "这台电脑上没有 git 程序,不能提交、撤回、同步,也看不了历史。请安装 git(https://git-scm.com);"
        "只记不提交的话,在 minqing.yaml 里写上:\n    git: {{提交: 否}}",
        "There is no git program on this computer, so nothing can be committed, taken back, shared or looked up in the "
        "history. Install git (https://git-scm.com), or, to write without commits, put into minqing.yaml:\n"
        "    git: {{commit: no}}",
    ),
    "no-repository": (
        '这个文件夹不在 git 仓库里,无法提交:{root}\n请运行:\n    git init "{root}"\n'
        "或者在 minqing.yaml 里写上:\n    git: {{提交: 否}}",
        "This folder is in no git repository, so nothing can be committed: {root}\n"
        'Run:\n    git init "{root}"\n'
        "or write into minqing.yaml:\n    git: {{commit: no}}",
    ),
    "no-history": (
        '这个文件夹不在 git 仓库里,没有改动历史可看:{root}\n要从现在起记下每次改动,请运行:\n    git init "{root}"',
        "This folder is in no git repository, so there is no history to look at: {root}\n"
        'To record every change from now on, run:\n    git init "{root}"',
    ),
    "too-many-files": (
        "收到的一个版本里有 {most} 个以上的文件,不是一本日记,没有合并。请问清楚是谁放进去的。",
        "A commit that was received holds more than {most} files and is no diary; nothing was merged. Ask who put it "
        "there.",
    ),
    "too-large": (
        "收到的版本太大({size} MB,其中“{name}”),这里放不下,没有合并。请问清楚是谁放进去的。",
        "What was received is too large ({size} MB, “{name}” among it) and was not merged. Ask who put it there.",
    ),
    "no-author": (
        "git 还不知道改动是谁写的。下次在终端里用 minqing 会再问您的姓名;也可以运行这两条命令(换成自己的姓名和邮箱):\n"
        '    git config --global user.name "王丽"\n'
        '    git config --global user.email "wangli@example.com"',
        "git does not know who commits. The next minqing in a terminal asks your name again; or run these two commands "
        "(with your own name and address):\n"
        '    git config --global user.name "王丽"\n'
        '    git config --global user.email "wangli@example.com"',
    ),
    "locked": (
        "另一个 git 程序正在使用这个仓库,或者上次意外退出时留下了锁文件。\n"
        "如果没有别的 git 程序在运行,请删除这个文件:\n    {path}",
        "Another git program is using this repository, or left its lock behind when it stopped.\n"
        "If no other git program is running, delete this file:\n    {path}",
    ),
    "merge": (
        '有一次合并还没有完成(merge)。请先解决冲突并完成它:\n    git -C "{root}" commit\n'
        '或者放弃这次合并:\n    git -C "{root}" merge --abort',
        'A merge is not finished yet. Settle the conflicts and finish it:\n    git -C "{root}" commit\n'
        'or give the merge up:\n    git -C "{root}" merge --abort',
    ),
    "rebase": (
        '有一次变基还没有完成(rebase)。请先完成它:\n    git -C "{root}" rebase --continue\n'
        '或者放弃:\n    git -C "{root}" rebase --abort',
        'A rebase is not finished yet. Finish it:\n    git -C "{root}" rebase --continue\n'
        'or give it up:\n    git -C "{root}" rebase --abort',
    ),
    "cherry-pick": (
        '有一次拣选还没有完成(cherry-pick)。请先完成它:\n    git -C "{root}" cherry-pick --continue\n'
        '或者放弃:\n    git -C "{root}" cherry-pick --abort',
        'A cherry-pick is not finished yet. Finish it:\n    git -C "{root}" cherry-pick --continue\n'
        'or give it up:\n    git -C "{root}" cherry-pick --abort',
    ),
    "revert": (
        '有一次撤回还没有完成(revert)。请先完成它:\n    git -C "{root}" revert --continue\n'
        '或者放弃:\n    git -C "{root}" revert --abort',
        'A revert is not finished yet. Finish it:\n    git -C "{root}" revert --continue\n'
        'or give it up:\n    git -C "{root}" revert --abort',
    ),
    "unmerged": (
        '仓库里有文件存在没有解决的冲突。请改好这些文件,再逐个标记为已解决:\n    git -C "{root}" status\n'
        '    git -C "{root}" add 文件名',
        "Some files in the repository have conflicts that are not settled. Mend each and mark it:\n"
        '    git -C "{root}" status\n    git -C "{root}" add FILE',
    ),
    "ignored": (
        ".gitignore 把这些文件排除在 git 之外:{paths}\n请找到并去掉那一行:\n"
        '    git -C "{root}" check-ignore -v "{path}"',
        "A .gitignore keeps this out of git: {paths}\nFind the line and take it out:\n"
        '    git -C "{root}" check-ignore -v "{path}"',
    ),
    "no-right": (
        "没有写“{root}”里 .git 文件夹的权限,git 提交不了。请检查这个文件夹的权限,或找管理电脑的人。",
        "The folder .git in “{root}” may not be written, so git cannot commit. Check its permissions, or ask whoever "
        "looks after this computer.",
    ),
    "ownership": (
        "git 说这个文件夹属于另一个用户,拒绝使用。git 的原话(照它给出的命令运行即可):\n{output}",
        "git refuses this folder because it belongs to another user. Its own words, with the command to run:\n{output}",
    ),
    "signing": (
        "git 没能给提交签名(commit.gpgsign)。最后几行输出:\n{output}\n"
        '请检查签名密钥;不需要签名时运行:\n    git -C "{root}" config commit.gpgsign false',
        "git could not sign the commit (commit.gpgsign). Its last lines:\n{output}\n"
        "Check the signing key; where no signature is wanted, run:\n"
        '    git -C "{root}" config commit.gpgsign false',
    ),
    "hook": (
        "仓库的钩子 {hook} 没有放行这次提交。最后几行输出:\n{output}\n请按上面的提示改好,或请设置钩子的人帮忙。",
        "The repository's hook {hook} did not let the commit through. Its last lines:\n{output}\n"
        "Mend what it names, or ask whoever set the hook up.",
    ),
    "failed": (
        "git 没能完成。最后几行输出:\n{output}",
        "git did not succeed. Its last lines:\n{output}",
    ),
    "too-old": (
        "这台电脑上的 git 太旧,不会这次要用的命令。请装上新的 git(2.29 以后,https://git-scm.com)。最后几行输出:\n{output}",
        "The git of this computer is too old for what is wanted here. Install a newer one (2.29 or later, "
        "https://git-scm.com). Its last lines:\n{output}",
    ),
    "disk-full": (
        "磁盘满了,git 提交不了。腾出空间就好。",
        "The disk is full, so git cannot commit. Make room.",
    ),
    "interrupted": (
        "上一条命令在提交之前被中断。",
        "The last command was interrupted before its commit.",
    ),
}
"""Word to (Chinese, English)."""
