"""What every problem of a diary or of the settings is: ``CODE.title``, ``CODE.detail`` and ``CODE.fix``, the mend."""

from __future__ import annotations

from minqing.messages import problems_of_entries, problems_of_files, problems_of_privacy

_SETTINGS: dict[str, tuple[tuple[str, str], tuple[str, str], tuple[str, str]]] = {
    "settings-syntax": (
        ("设置的写法读不懂", "the settings cannot be understood"),
        (
            "读到这里读不下去了:{why_zh}。全部按默认设置。",
            "Reading stopped here because of {why_en}. The defaults hold instead.",
        ),
        (
            "检查这一行和上一行的缩进、冒号、引号和括号。",
            "Check indentation, colons, quotes and brackets of this line and the one above.",
        ),
    ),
    "settings-encoding": (
        ("设置文件是 GBK 编码", "the settings are in GBK"),
        (
            "minqing.yaml 不是 UTF-8,按 GBK(老版记事本的 ANSI)读的。字都在。",
            "minqing.yaml is not UTF-8 and was read as GBK (ANSI of old Windows editors). No word is lost.",
        ),
        ("在编辑器里另存为 UTF-8。", "Save it as UTF-8 in your editor."),
    ),
    "settings-key": (
        ("不认识这个设置", "the setting is unknown"),
        (
            "没有“{key}”这个设置,它不起作用。可用:{near}。",
            "There is no setting “{key}”; it has no effect. There is: {near}.",
        ),
        ("改成上面的名字,或删掉它。", "Use that name, or delete it."),
    ),
    "settings-punctuation": (
        ("设置里的标点是全角的", "punctuation of the settings is full-width"),
        (
            "冒号、逗号或空格是全角的,或者冒号后面少了空格;已按这个意思读入。",
            "A colon, comma or blank is full-width, or the blank after a colon is missing; it was read as meant.",
        ),
        (
            "把这一行的标点改成半角,冒号后面空一格。",
            "Make the line's punctuation half-width, with a blank after the colon.",
        ),
    ),
    "settings-key-duplicate": (
        ("同一个设置写了两次", "the same setting stands twice"),
        ("“{key}” 在第 {first} 行已经有了,以前面的为准。", "“{key}” is already on line {first}, which holds."),
        ("留下一个,删掉另一个。", "Keep one and delete the other."),
    ),
    "settings-value": (
        ("设置的内容不对", "the value of a setting is wrong"),
        (
            "“{key}” 不能是“{value}”,要写{expected_zh}。现按默认设置。",
            "`{key}` cannot be “{value}”; it takes {expected_en}. The default holds instead.",
        ),
        ("按要求改正,或删掉这一行用默认值。", "Mend it, or delete the line to take the default."),
    ),
    "settings-format": (
        ("日记格式的版本不对", "the version of the format is wrong"),
        (
            "“{key}: {value}” 这个版本读不了,只认识 1。",
            "`{key}: {value}` is a version this program does not know; it knows 1.",
        ),
        ("升级 minqing;如果写错了,改成 1。", "Upgrade minqing, or mend it to 1 if it is a slip."),
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    f"{code}.{part}": pair
    for code, parts in (
        problems_of_files.SENTENCES | problems_of_entries.SENTENCES | problems_of_privacy.SENTENCES | _SETTINGS
    ).items()
    for part, pair in zip(("title", "detail", "fix"), parts, strict=True)
}
