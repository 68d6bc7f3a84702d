"""The help of backing up and restoring."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "backup-usage": ("minqing 备份 文件 [选项]", "minqing backup FILE [OPTIONS]"),
    "backup-long": (
        "把日记、设置、模板和全部改动历史存成一个 .zip 文件,存好后再读一遍核对。没提交的改动先提交。\n"
        "居民电话(private/)和照片(photos/)默认不放进去;文件没有加密,请妥善保管。",
        "Writes diaries, settings, templates and their whole history into one .zip file, and reads it again.\n"
        "What is not committed yet is committed first. private/ and photos/ are left out unless asked for;\n"
        "nothing is encrypted.",
    ),
    "backup-examples": (
        "minqing 备份 E:\\\nminqing 备份 民情备份.zip --photos",
        "minqing backup E:\\\nminqing backup diary.zip --photos",
    ),
    "restore-usage": ("minqing 恢复 备份文件 [文件夹] [选项]", "minqing restore FILE [DIR] [OPTIONS]"),
    "restore-long": (
        "把备份恢复到新的或空的文件夹(不写文件夹就用备份的名字),绝不覆盖已有的日记。\n"
        "每一块都核对校验和,恢复后重新数一遍,与备份时的数字对照。",
        "Puts a backup into a new or empty folder (without DIR one named like the file), never over a diary.\n"
        "Every piece is checked, and what is restored is counted anew and compared with the figures of the backup.",
    ),
    "restore-examples": (
        "minqing 恢复 E:\\民情备份-2026-11-20.zip\nminqing 恢复 备份.zip 新文件夹",
        "minqing restore diary.zip\nminqing restore diary.zip ~/diary",
    ),
}
