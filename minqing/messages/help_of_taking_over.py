"""The help of the commands that take over what was there before: import, opening."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "import-usage": (
        "minqing 导入 台账.xlsx [--dry-run] [--map 对照.yaml]",
        "minqing import LEDGER.xlsx [--dry-run] [--map MAPPING.yaml]",
    ),
    "import-long": (
        "把 Excel(.xlsx、.xls)、.csv 或 .json 台账读进日记。列叫什么名字都行: 先给你看每列当作什么,对了再导入。"
        "看不懂的行会说明是第几行、为什么、怎么改,其他照常导入。再导入一次也不会重复。全部算一次改动,可以撤回。",
        "Reads a ledger (.xlsx, .xls, .csv, .json) into the diary, whatever its columns are called: it shows what "
        "each is taken for before anything is written. A row that cannot be understood is told with its number, "
        "the reason and the mend; the others are imported. Importing a ledger again adds nothing twice. All of it "
        "is one change.",
    ),
    "import-examples": (
        "minqing 导入 台账.xlsx --dry-run\nminqing 导入 台账.xlsx --map 对照.yaml\n"
        "minqing 导入 12345.csv --rejected 退回.csv",
        "minqing import ledger.xlsx --dry-run\nminqing import ledger.xlsx --map mapping.yaml\n"
        "minqing import 12345.csv --rejected refused.csv",
    ),
    "opening-usage": ("minqing 期初 [截至… 520个周一 273万步 …]", "minqing opening [--until DATE --walks N ...]"),
    "opening-long": (
        "以前的本子上已经有的累计数: 不写什么就给你看现在的,写了就改,改之前给你看累计数会怎么变。"
        "只改写到的几项。期初以前的日记不会重复计算。",
        "The totals that the paper diaries had reached: shown, or set by words or flags, after showing how the totals "
        "change. Only what is named is changed. Entries up to its day are not counted twice.",
    ),
    "opening-examples": (
        "minqing 期初\nminqing 期初 截至2019年12月31日 520个周一 273万步 1643公里\nminqing 期初 --disputes 1018",
        "minqing opening\nminqing opening --until 2019-12-31 --walks 520 --steps 2730000 --km 1643\n"
        "minqing opening --disputes 1018",
    ),
}
