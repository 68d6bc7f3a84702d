"""The help of the command about photographs: photo."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "photo-usage": ("minqing 照片 哪件事 照片文件... [选项]", "minqing photo ISSUE FILE... [OPTIONS]"),
    "photo-long": (
        "给一件事加照片: 摆正、缩小、去掉拍摄地点和相机信息,存进 photos 文件夹,写进这件事的“照片”。\n"
        "标了 --before 和 --after 的照片,在网页和 Word 报告里前后对照。不算一次答复。办结了的事也可以加。",
        "Add pictures to an issue: turned upright, made small, without position and camera data, kept in the folder\n"
        "photos and noted on the issue. Those marked --before and --after stand side by side in reports.\n"
        "It counts as no answer to the resident. Closed issues take pictures too.",
    ),
    "photo-examples": (
        "minqing 照片 路灯 IMG_2041.jpg --before\nminqing 照片 1116-3 灯罩1.jpg 灯罩2.jpg --after\n"
        "minqing 照片 路灯 灯罩.jpg --after --on 周四",
        "minqing photo 路灯 IMG_2041.jpg --before\nminqing photo 1116-3 a.jpg b.jpg --after\n"
        "minqing photo 路灯 a.jpg --after --on thursday",
    ),
}
