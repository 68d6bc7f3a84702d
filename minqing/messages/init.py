"""What ``init`` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # in both languages: where the locale says nothing, the name decides which one the diary has
    "ask-name": ("社区叫什么名字?", "What is the community's name (社区叫什么名字)?"),
    "ask-author": (
        "每次改动都要记下是谁写的。您的姓名?",
        "Every change is recorded with who made it. Your name?",
    ),
    "ask-email": ("电子邮箱(没有就直接回车)?", "Mail address (Enter if there is none)?"),
    "made": ("日记本已建好: {path}", "The workspace is ready: {path}"),
    "home": (
        "不要把整个个人文件夹 {path} 当日记本。请给它一个自己的文件夹,例如: minqing 初始化 民情",
        "Do not make the whole home folder {path} a diary. Give it a folder of its own: minqing init minqing-diary",
    ),
    "former": (
        '以后默认用这一本。原来的那一本要这样用: minqing -C "{path}" 清单\n'
        '要换回原来的那一本: minqing 初始化 "{path}" --use',
        'This is the default from now on. The former one: minqing -C "{path}" list\n'
        'To make the former one the default again: minqing init "{path}" --use',
    ),
    "used": (
        "以后在任何文件夹里都用这一本: {path}",
        "This diary is the default from now on, in any folder: {path}",
    ),
    "none-to-use": (
        "“{path}”里没有民情日记(缺 minqing.yaml)。请写已有的日记本的文件夹;要新建一本,去掉 --use。",
        "“{path}” holds no diary (no minqing.yaml). Name the folder of one that is there; leave --use out to make one.",
    ),
    "not-remembered": (
        '记不下来: 个人的设置文件夹写不进去。还是可以用 minqing -C "{path}" 清单。',
        "It cannot be remembered: the folder of your own settings cannot be written. "
        'minqing -C "{path}" list works all the same.',
    ),
    "next": (
        "下次走动之后,在任何文件夹里输入 minqing 记录 就可以记了。",
        "After the next walk, type minqing log in any folder.",
    ),
    "not-recorded": (
        "日记本已建好,但还没有进 git:",
        "The workspace is there, but git does not hold it yet:",
    ),
    "commit": ("建立民情日记", "Start the diary"),
    "not-empty": (
        "“{path}”里已经有东西,示例要写进空文件夹。请换一个文件夹名。什么也没有改动。",
        "“{path}” is not empty, and the sample needs a folder of its own. Name another one. Nothing was changed.",
    ),
    "demo-commit": ("建立民情日记(合成数据)", "Start the diary (synthetic data)"),
    "demo-writing": ("正在写示例: {done}/{count}", "Writing the sample: {done}/{count}"),
    "demo-made": (
        "示例日记本已写好(合成数据,没有一件是真事): {path}",
        "The sample is ready (synthetic data, nothing in it is real): {path}",
    ),
    "demo-which": (
        "2009-12-14 到 2020-11-23 的572个周一,共 {files} 个文件。它不会成为默认的日记本。",
        "572 Mondays from 2009-12-14 to 2020-11-23 in {files} files, in Chinese. It does not become your default.",
    ),
    "demo-next": (
        "看一看: minqing -C {path} 统计 --by year",
        "Have a look: minqing --lang en -C {path} stats --by year",
    ),
    "demo-not-recorded": (
        "示例日记本已写好,但没有进 git,也就没有十一年的改动历史:",
        "The sample is there, but not in git, so the history of its eleven years is missing:",
    ),
}
