"""What a Word document says besides its report, and what can be wrong with a community's own template."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "openness": ("({openness})", "({openness})"),
    "attachment": ("附:民情台账", "Attached: the ledger of matters"),
    "broken": (
        "“{file}”不是能打开的 Word 文档(.docx)。用 Word 打开后另存为 .docx,或先把它改名,就会用自带的版式。",
        "“{file}” is no Word document that can be opened. Save it again as .docx in Word, or rename it to use the "
        "built-in layout.",
    ),
    "placeholder": (
        "“{file}”里有不认识的占位符 {shown}(在“{where}”这一段)。可用的见 docs/word.md,如 {known}。",
        "“{file}” holds a placeholder that does not exist: {shown} (in the paragraph “{where}”). See docs/word.md for "
        "the list, such as {known}.",
    ),
    "placeholder-near": (
        "“{file}”里有不认识的占位符 {shown}(在“{where}”这一段)。是不是 {nearest}?",
        "“{file}” holds a placeholder that does not exist: {shown} (in the paragraph “{where}”). "
        "Did you mean {nearest}?",
    ),
    "not-alone": (
        "“{file}”里的占位符 {shown} 会换成整段、整表,要单独占一段(现在在“{where}”这一段)。",
        "The placeholder {shown} in “{file}” becomes whole paragraphs and must stand in one of its own "
        "(it is in “{where}”).",
    ),
    "open": (
        "“{file}”里的占位符没有写完: “{where}”。要用两个大括号括起来,如 {{{{ 标题 }}}}。",
        "A placeholder in “{file}” is not finished: “{where}”. It stands between two braces each, "
        "such as {{{{ title }}}}.",
    ),
    "none": (
        "“{file}”里没有占位符,填不进月报。占位符写成 {{{{ 标题 }}}}、{{{{ 正文 }}}},见 docs/word.md。",
        "“{file}” holds no placeholder, so no report can be put into it. They look like {{{{ title }}}} and "
        "{{{{ body }}}}; see docs/word.md.",
    ),
}
