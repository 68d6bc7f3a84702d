"""What ``backup`` and ``restore`` say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "name": ("民情备份-{day}.zip", "minqing-backup-{day}.zip"),
    "readme-name": ("怎么恢复.txt", "HOW-TO-RESTORE.txt"),
    "readme": (
        "这是 minqing(民情)日记本的备份。\n\n恢复: minqing 恢复 这个文件 新文件夹\n\n"
        "没有 minqing 也能取出来: 解压后运行\n    git clone diary.bundle 新文件夹\n"
        "private/ 和 photos/(如果有)放到新文件夹里。里面没有加密。\n",
        "This is a backup of a minqing diary.\n\nTo restore it: minqing restore THIS-FILE NEW-FOLDER\n\n"
        "Without minqing: unpack it and run\n    git clone diary.bundle NEW-FOLDER\n"
        "and put private/ and photos/, if there are any, into the new folder. Nothing is encrypted.\n",
    ),
    "writing": ("正在备份 {done}/{total} MB", "backing up {done}/{total} MB"),
    "reading": ("正在恢复 {done}/{total} MB", "restoring {done}/{total} MB"),
    "done": ("已备份到 {path}({size}),并读过一遍,完好。", "Backed up to {path} ({size}), read again and found whole."),
    "history": (
        "  日记 {entries} 篇、事项 {issues} 件,设置、模板和全部改动历史",
        "  {entries} entries, {issues} issues, settings, templates and their whole history",
    ),
    "private": (
        "  居民电话等 private/ 里的 {count} 个文件",
        "  {count} files of private/, residents' numbers among them",
    ),
    "photos": ("  照片 {count} 张", "  {count} photos"),
    "no-private": (
        "  没有放进去: private/(居民电话)。要放进去加 --private",
        "  left out: private/ (residents' numbers); --private puts it in",
    ),
    "no-photos": ("  没有放进去: photos/(照片)。要放进去加 --photos", "  left out: photos/; --photos puts them in"),
    "care": (
        "注意: 备份里有居民的电话,文件没有加密。请放在只有自己能打开的地方,不要用微信发。",
        "Note: residents' numbers are in it, and the file is not encrypted. Keep it where only you can open it.",
    ),
    "same-folder": (
        "提示: 备份和日记在同一个文件夹里,硬盘坏了会一起没有。请再存一份到U盘或另一台电脑上。",
        "Note: the backup lies in the diary's own folder and is lost with it. Keep one on another disk.",
    ),
    "left-out": (
        "提示: 有 {count} 篇日记有错、读不出来,照原样备份了。minqing 检查 看是哪几篇。",
        "Note: {count} entries have errors and cannot be read; they are in the backup as they are. See minqing check.",
    ),
    "nothing": ("还没有提交过任何东西,没有可备份的。", "Nothing has been committed yet; there is nothing to back up."),
    "uncommitted": (
        "“{path}”还没有提交,备份里不会有它,所以没有备份。请先提交它(git commit),再试一次。",
        "“{path}” is not committed and would be missing; no backup was made. Commit it first (git commit).",
    ),
    "name-unfit": (
        "“{name}”的文件名里有不能显示的字符,没有备份。请先给它改名。",
        "The name “{name}” has characters that cannot be shown; no backup was made. Rename the file first.",
    ),
    "not-on-windows": (
        "有 {count} 个文件的名字 Windows 不认(里面有 : ? * 之类,或以点、空格结尾),这份备份在 Windows 上恢复不了。\n"
        "改名以后再备份一次:\n{names}",
        "{count} files have names that Windows does not take (with : ? * or the like, or a dot or blank at the end);\n"
        "this backup cannot be restored there. Rename them and make another one:\n{names}",
    ),
    "exists": (
        "“{path}”已经有了,它不是这本日记较早的备份,或者里面有这次不放的东西,没有动它。换一个名字,或加 --yes 换掉它。",
        "“{path}” is there already and is no older backup of this diary, or holds what this one would not; "
        "it was left alone. Choose another name, or add --yes to replace it.",
    ),
    "replace": (
        "“{path}”已经有了,它不是这本日记较早的备份,或者里面有这次不放的东西。换掉它吗?",
        "“{path}” is there already and is no older backup of this diary, or holds what this one would not. Replace it?",
    ),
    "kept": ("没有备份;“{path}”没有动。", "No backup was made; “{path}” was left alone."),
    "no-file": ("没有“{path}”这个文件。", "There is no file “{path}”."),
    "not-one": ("“{path}”不是 minqing 的备份。", "“{path}” is no backup made by minqing."),
    "newer": (
        "“{path}”是更新的 minqing 做的备份(格式 {format}),这个版本读不了。请先升级 minqing。",
        "“{path}” was made by a newer minqing (format {format}). Bring minqing up to date first.",
    ),
    "damaged": (
        "这份备份坏了,或者被改过({what}),什么都没有恢复。请用另一份备份。",
        "This backup is damaged or was tampered with ({what}); nothing was restored. Use another one.",
    ),
    "unsafe": (
        "这份备份里有不该有的东西(“{name}”),什么都没有恢复。它不像是 minqing 做的。",
        "This backup holds what no backup holds (“{name}”); nothing was restored. It was hardly made by minqing.",
    ),
    "too-large": (
        "这份备份展开后太大({size} MB,其中“{name}”),什么都没有恢复。",
        "This backup would become too large ({size} MB, “{name}” among it); nothing was restored.",
    ),
    "too-many-files": (
        "这份备份里有 {most} 个以上的文件,不是一本日记,什么都没有恢复。",
        "This backup holds more than {most} files and is no diary; nothing was restored.",
    ),
    "no-room": (
        "磁盘空间不够: 至少要 {size} MB。什么都没有恢复。",
        "There is no room: {size} MB at least are needed. Nothing was restored.",
    ),
    "no-diary": (
        "这份备份里没有日记(缺 minqing.yaml),什么都没有恢复。",
        "This backup holds no diary (no minqing.yaml); nothing was restored.",
    ),
    "not-empty": (
        "“{path}”里已经有东西,没有恢复进去。请写一个新的文件夹名。",
        "“{path}” is not empty; nothing was restored there. Name a new folder.",
    ),
    "restored": ("已恢复到 {path}。", "Restored to {path}."),
    "same": (
        "重新数过,与备份时一样: 日记 {entries} 篇,事项 {issues} 件。",
        "Counted anew, and the same as when it was backed up: {entries} entries, {issues} issues.",
    ),
    "differs": (
        "重新数过,有几项和备份时不一样: {what}。内容与备份完全一致;请用 minqing 检查 和 minqing 统计 核对。",
        "Counted anew, some figures differ from those of the backup: {what}. The content is exactly that of "
        "the backup; see minqing check and minqing stats.",
    ),
    "restored-private": (
        "居民电话等 private/ 里的 {count} 个文件也恢复了。",
        "{count} files of private/ were restored.",
    ),
    "restored-photos": ("照片 {count} 张也恢复了。", "{count} photos were restored."),
    "next": (
        "下一步: 要提交,先告诉 git 您是谁(git config user.name 和 user.email);要和同事同步,重新接上远端\n"
        "(git remote add origin …)。",
        "Next: to commit, tell git who you are (git config user.name and user.email); to share it with colleagues,\n"
        "connect the remote again (git remote add origin …).",
    ),
    "which": (
        "在别的文件夹里输入 minqing,用的仍是 {default}。\n"
        '以后就用恢复出来的这一本的话,运行一次 minqing 初始化 "{path}" --use;只看一看,用 -C 指给它看。',
        "Typed elsewhere, minqing still works on {default}.\n"
        'To use the restored one from now on, run minqing init "{path}" --use once; to look at it, name it with -C.',
    ),
}
"""Word to (Chinese, English)."""
