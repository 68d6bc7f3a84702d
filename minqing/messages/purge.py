"""What is said of numbers that are in the history already."""

from __future__ import annotations

_STEPS = (
    'export REPLACEMENTS="$PWD/private/purge/replacements.txt"\n'
    'git bundle create "private/purge/before-$(date +%Y%m%d-%H%M%S).bundle" --all\n'
    "git filter-repo --force {refs}--replace-text private/purge/replacements.txt \\\n"
    "    --replace-message private/purge/replacements.txt \\\n"
    '    --blob-callback "$(cat private/purge/utf16.py)"{names}\n'
    'rm -f "$(git rev-parse --git-path ORIG_HEAD)" "$(git rev-parse --git-path FETCH_HEAD)"\n'
    "git reflog expire --expire=now --all\n"
    "git gc --prune=now --quiet\n"
    "rm -f .minqing/audit.json .minqing/index.* .minqing/entries-*.bin .minqing/git.log\n"
)
"""What the script does, in a shell's words: the same in either language."""

_BEGIN = "set -eu\numask 077\ncd {root}\n"

_UNCOMMITTED = 'if [ -n "$(git status --porcelain --untracked-files=no)" ]; then echo "%s" >&2; exit 1; fi\n'

TEXTS: dict[str, tuple[str, str]] = {
    "unread": (
        "没有看里面({count} 个不是文字的文件,请自己打开看看): {paths}",
        "Not looked into ({count} files that are no text; open them yourself): {paths}",
    ),
    "clean": ("历史里没有找到居民的号码。", "No resident's number was found in the history."),
    "found": (
        "历史里有居民的号码: {numbers} 个,出现 {count} 次",
        "Residents' numbers are in the history: {numbers}, {count} times",
    ),
    "in-words": ("提交说明里", "in the words of the commit"),
    "allowed": ("(当时写明理由: {reason})", " (allowed then: {reason})"),
    "meaning": (
        "改掉文件里的号码,历史里的旧版本还在。要去掉,只能改写历史:之后每个提交的编号都会变,\n"
        "每个人电脑上的副本、远端(以及它的备份、分叉)里的旧历史也要各自处理。\n"
        "minqing 不会自己改写历史;下面的脚本由您决定运行与否。",
        "Taking the number out of the file leaves it in the versions before. To be rid of it the history must be\n"
        "rewritten: every later commit gets another id, and every clone, the remote, its backups and forks keep\n"
        "the old history until they are dealt with themselves. minqing rewrites nothing; the script is yours to run.",
    ),
    "meaning-here": (
        "改掉文件里的号码,历史里的旧版本还在。有号码的提交只在这台电脑上,还没有发给别人:\n"
        "改写这几次提交就行,不用惊动同事。minqing 不会自己改写历史;下面的脚本由您决定运行与否。",
        "Taking the number out of the file leaves it in the versions before. The commits that hold it are on this\n"
        "computer alone and were not sent to anybody: they are rewritten, and nobody else is concerned.\n"
        "minqing rewrites nothing; the script is yours to run.",
    ),
    "what-to-do": ("怎么办", "What to do"),
    "first": (
        "先在这些文件里把号码改成掩码的样子,运行任何一条写入命令提交: {paths}",
        "First mask the number in these files, and commit that with any command that writes: {paths}",
    ),
    "first-clean": ("文件里现在已经没有这些号码。", "The files of today hold none of these numbers any more."),
    "steps": (
        "1. {first}\n"
        "2. 请所有同事先同步,然后停手,等您通知。\n"
        "3. 装好工具: pip install git-filter-repo\n"
        "4. 看一遍脚本,再在日记的文件夹里运行(Windows 上在 Git Bash 里): sh {script}(它先把现在的仓库存一份备份)\n"
        "5. 看一看: minqing 检查;minqing 清理号码;minqing 统计\n"
        "6. 推到远端: git push --force --all origin(改写后要重新 git remote add origin 地址);\n"
        "   请管远端的人清理旧的提交、缓存和备份。\n"
        "7. 告诉同事(可以照抄):“日记里误写了居民的号码,历史已清理。请删掉电脑上的旧文件夹,重新克隆,\n"
        "   不要从旧文件夹再同步,否则号码会回来。”\n"
        "8. 都做完后删掉 {folder}(里面是号码本身和备份)。用 minqing 备份 做过的备份里也有这个号码,请一并处理。\n"
        "泄露的号码如果已经传到外面,按个人信息保护法第五十七条要报告,并告诉居民本人。",
        "1. {first}\n"
        "2. Ask all colleagues to sync, and then to wait for you.\n"
        "3. Get the tool: pip install git-filter-repo\n"
        "4. Read the script, then run it in the diary's folder (on Windows in Git Bash): sh {script}\n"
        "   (it keeps a copy of the repository first)\n"
        "5. Look: minqing check; minqing purge-private; minqing stats\n"
        "6. Push: git push --force --all origin (after git remote add origin ADDRESS);\n"
        "   ask whoever keeps the remote to clear old commits, caches and backups.\n"
        "7. Tell the colleagues: “A resident's number got into the diary; the history has been cleaned. Delete your\n"
        "   old folder and clone anew; do not sync from the old one, or the number comes back.”\n"
        "8. When all is done delete {folder}, which holds the numbers themselves and the copy, and deal with\n"
        "   backups made since by minqing backup.\n"
        "Where a number has got outside, 个人信息保护法 §57 wants it reported and the resident told.",
    ),
    "steps-here": (
        "1. {first}\n"
        "2. 装好工具: pip install git-filter-repo\n"
        "3. 看一遍脚本,再在日记的文件夹里运行(Windows 上在 Git Bash 里): sh {script}(它先把现在的仓库存一份备份)\n"
        "4. 看一看: minqing 检查;minqing 清理号码;minqing 统计;和同事一起记的,再 minqing 同步\n"
        "5. 都做完后删掉 {folder}(里面是号码本身和备份)。用 minqing 备份 做过的备份里也有这个号码,请一并处理。",
        "1. {first}\n"
        "2. Get the tool: pip install git-filter-repo\n"
        "3. Read the script, then run it in the diary's folder (on Windows in Git Bash): sh {script}\n"
        "   (it keeps a copy of the repository first)\n"
        "4. Look: minqing check; minqing purge-private; minqing stats; and minqing sync where the diary is shared\n"
        "5. When all is done delete {folder}, which holds the numbers themselves and the copy. Backups made\n"
        "   since with minqing backup hold the number too; deal with them as well.",
    ),
    "script": (
        "#!/bin/sh\n# 把居民的号码从 git 历史里去掉。由 minqing 清理号码 准备;它不会自己运行。\n"
        + _BEGIN
        + _UNCOMMITTED % "有改动还没有提交,改写历史会丢掉它们。请先提交。"
        + _STEPS,
        "#!/bin/sh\n"
        "# Takes residents' numbers out of the git history. Made by minqing purge-private, never run by itself.\n"
        + _BEGIN
        + _UNCOMMITTED % "Some changes are not committed and would be lost. Commit them first."
        + _STEPS,
    ),
}
"""Word to (Chinese, English)."""
