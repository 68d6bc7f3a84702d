"""What is said about photographs."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "commit": ("照片 {id} {title}({count} 张)", "photos {id} {title} ({count})"),
    "added": ("已加照片 {path}({wide}×{high},{size} kB){stage}", "added {path} ({wide}×{high}, {size} kB){stage}"),
    "stage-before": (",整改前", ", before the work"),
    "stage-after": (",整改后", ", after the work"),
    "known": (
        "{file}: 这件事已经有这张照片({path}),没有再加。",
        "{file}: the issue has this picture already ({path}); it was not added again.",
    ),
    "same": ("{file}: 和 {path} 是同一张照片,只加一次。", "{file} is the same picture as {path}; it was added once."),
    "moving": (
        "{file} 里有不止一张图(动图或多页),只留了第一张。",
        "{file} holds several pictures (moving, or pages); the first one was kept.",
    ),
    "dated": (
        "{file} 的拍摄日期按相机记的 {day};不对就用 --on 写明日期。",
        "{file} is dated {day} as its camera has it; use --on where that is wrong.",
    ),
    "look": (
        "拍摄地点和相机信息已去掉。照片上的人脸、门牌号、车牌程序不会遮,对外的报告会用到照片,请自己看一眼。",
        "Position and camera data were taken out. Faces, door numbers and number plates are not masked, and reports "
        "that are handed out show the pictures: have a look at them.",
    ),
    "at-home": (
        "照片只在这台电脑上,不提交到 git;要提交,在 minqing.yaml 的 git 里写“照片: 是”。",
        "The pictures stay on this computer; git does not get them. To commit them too, write `photos: yes` "
        "below `git` in minqing.yaml.",
    ),
    "both-stages": (
        "--before 和 --after 一次只能用一个: 整改前、整改后的照片请分两次加。",
        "--before and --after cannot stand together: add what was taken before and after the work in two commands.",
    ),
    "future": ("{day} 还没有到,照片不可能是那天拍的。", "{day} is yet to come; no picture was taken on it."),
    "none-added": (
        "没有加照片。下面的文件有问题,改好或去掉后再来一次:\n{lines}",
        "No picture was added. Mend or leave out the files below and try again:\n{lines}",
    ),
    "line": ("  {file}: {why}", "  {file}: {why}"),
    "no-such-file": ("没有这个文件。", "There is no such file."),
    "no-such-file-near": ("没有这个文件。是不是 {near}?", "There is no such file. Did you mean {near}?"),
    "folder": (
        "这是一个文件夹。请写里面照片的文件名,例如 {example}。",
        "This is a folder. Name the pictures in it, such as {example}.",
    ),
    "no-file": ("不是普通文件。", "This is no ordinary file."),
    "empty": ("文件是空的,重新复制一次。", "The file is empty; copy it again."),
    "unreadable": ("打不开: {why}", "It cannot be opened: {why}"),
    "too-large": ("太大了,不像是照片。", "It is too large for a photograph."),
    "too-many-points": (
        "像素太多(一亿以上),打开它会占满电脑的内存。先用手机或看图软件改小。",
        "It has a hundred million points or more, too many to be opened safely. Make it smaller with another program.",
    ),
    "heic": (
        "这是苹果手机的 HEIC 照片,读不了。用微信“不选原图”发一次就是 JPG;或在手机“设置-相机-格式”里选“兼容性最佳”。",
        "This is a HEIC picture of an iPhone, which cannot be read. Export it as JPEG; for new ones choose Settings, "
        "Camera, Formats, Most Compatible.",
    ),
    "film": ("这是视频,不是照片。可以截一张图。", "This is a film, no picture. Take a still of it."),
    "no-picture": (
        "不是照片,或者是读不了的格式。请用 JPG 或 PNG。",
        "This is no picture, or of a form that cannot be read. Use JPEG or PNG.",
    ),
    "broken": (
        "照片坏了,或者只复制了一半。重新复制或再发一次。",
        "The picture is broken or only half of it was copied. Copy it again.",
    ),
    "no-place": (
        "photos 文件夹(或其中的“{path}”)是一个链接,指到别处,没有加照片。请换成真正的文件夹。",
        "`photos` (or “{path}” in it) is a link that leads elsewhere; nothing was added. Make it a real folder.",
    ),
}
