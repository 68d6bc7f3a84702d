"""Sentences about finding, making and writing a workspace."""

TEXTS: dict[str, tuple[str, str]] = {
    "none": (
        "这里和上级文件夹里都没有民情日记(minqing.yaml)。"
        "用“minqing 初始化 文件夹”新建一个,"
        "或用 -C 指明它在哪里;已经有一本(从同事那里取来的、恢复的),"
        "运行一次“minqing 初始化 文件夹 --use”,以后就不用指了。",
        "There is no diary here or in a folder above (no minqing.yaml). Make one with `minqing init FOLDER`, "
        "or say where it is with -C. If you have one (cloned, restored), `minqing init FOLDER --use` remembers it.",
    ),
    "in-folders": (
        "“{path}”本身不是日记本,它下面有 {count} 本: {names}。请进到那一本的文件夹里,或用 -C 指明,例如:\n"
        '    minqing -C "{example}" 清单',
        "“{path}” itself is no diary; {count} are in folders of it: {names}. Go into the one that is meant, or name it "
        'with -C:\n    minqing -C "{example}" list',
    ),
    "not-one": (
        "“{path}”里没有民情日记(缺 minqing.yaml)。请核对 -C 后面的文件夹,或用“minqing 初始化”新建。",
        "“{path}” holds no diary (no minqing.yaml). Check the folder after -C, or make one with `minqing init`.",
    ),
    "home-not-one": (
        "环境变量 MINQING_HOME 指向“{path}”,那里没有民情日记(缺 minqing.yaml)。请改正或去掉这个变量。",
        "MINQING_HOME points to “{path}”, which holds no diary (no minqing.yaml). Correct or remove the variable.",
    ),
    "no-folder": (
        "没有“{path}”这个文件夹。请核对 -C 或 MINQING_HOME 里写的路径。",
        "There is no folder “{path}”. Check the path in -C or MINQING_HOME.",
    ),
    "default-gone": (
        "记住的民情日记文件夹“{path}”已经不在了。"
        "它挪了地方,就运行一次“minqing 初始化 新文件夹 --use”;没有了,用“minqing 初始化”新建。",
        "The diary remembered at “{path}” is no longer there. If it was moved, run `minqing init FOLDER --use` once; "
        "else make one with `minqing init`.",
    ),
    "exists": (
        '“{path}”已经是一个民情日记,里面不能再建一个。什么也没有改动。要默认用这一本: minqing 初始化 "{path}" --use',
        "“{path}” is a diary already; there can be no other one in it. Nothing was changed. "
        'To make it your default: minqing init "{path}" --use',
    ),
    "half-made": (
        "“{path}”里有一次没有完成的恢复或示例(被打断了,或者还在进行)。没有别的 minqing 在运行的话,"
        "请删掉这个文件夹,再来一次。",
        "“{path}” holds a diary that was being restored or made when it was interrupted, or still is. If no other "
        "minqing is running, delete this folder and do it again.",
    ),
    "not-a-folder": (
        "“{path}”是一个文件,不是文件夹。请换一个位置。",
        "“{path}” is a file, not a folder. Choose another place.",
    ),
    "outside": (
        "“{path}”通到日记文件夹外面去了(链接),没有读也没有写。请把文件本身放进来。",
        "“{path}” leads out of the diary's folder (a link); it was neither read nor written. "
        "Put the file itself there.",
    ),
    "disk-full": (
        "磁盘满了,“{path}”没有写成,原来的内容没有动。腾出空间后再试一次。",
        "The disk is full; “{path}” was not written and stays as it was. Make room and try again.",
    ),
    "read-only": (
        "“{path}”所在的磁盘是只读的,没有写成,原来的内容没有动。",
        "“{path}” is on a disk that can only be read; it was not written and stays as it was.",
    ),
    "not-allowed": (
        "没有写“{path}”的权限,没有写成,原来的内容没有动。请检查文件和文件夹的权限,或找管理电脑的人。",
        "You may not write “{path}”; it stays as it was. Check the permissions of the file and its folder, "
        "or ask whoever looks after the computer.",
    ),
    "cannot-write": (
        "“{path}”没有写成,原来的内容没有动。系统的说明:{why}。",
        "“{path}” could not be written and stays as it was. The system says: {why}.",
    ),
    "locked": (
        "另一个 minqing(进程 {who})正在写,等了 {seconds} 秒还没有完。等它完成后再试;如果它已经卡住,请先结束它。",
        "Another minqing (process {who}) is writing and has not finished within {seconds} seconds. "
        "Try again when it has; if it hangs, end it first.",
    ),
}
