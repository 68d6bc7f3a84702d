"""What is said about files that are handed out."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "saved": ("已存到 {path}。", "Saved to {path}."),
    "saved-masked": (
        "已存到 {path}(对外版: 姓名、电话、门牌号已隐去;内部用加 --internal)。",
        "Saved to {path} (for handing out: names, numbers and rooms are masked; --internal leaves them).",
    ),
    "saved-for-residents": (
        "已存到 {path}(姓名、电话、门牌号已隐去)。",
        "Saved to {path} (names, numbers and rooms are masked).",
    ),
    "saved-internal": (
        "已存到 {path}(内部版: 未隐去个人信息,请勿外传)。",
        "Saved to {path} (internal: personal details are not masked; do not hand it out).",
    ),
    "folder": (
        "“{path}”是一个文件夹。请在后面加上文件名,例如 月报{ending}。",
        "“{path}” is a folder. Add the name of a file, such as report{ending}.",
    ),
    "no-file": (
        "“{path}”不是普通文件,不能存到那里。请换一个文件名。",
        "“{path}” is no ordinary file; nothing can be saved there. Choose another name.",
    ),
    "bad-name": (
        '文件名“{name}”里有 Windows 不认的字符(< > : " | ? *),没有存。请换一个文件名,例如用“-”代替。',
        'The file name “{name}” has a character that Windows does not take (< > : " | ? *); it was not saved. '
        "Choose another name.",
    ),
    "no-folder": (
        "没有“{path}”这个文件夹,“{file}”没有存。请先建好文件夹,或换一个位置。",
        "There is no folder “{path}”; “{file}” was not saved. Make the folder first, or choose another place.",
    ),
    "diary": (
        "“{path}”在存放日记、模板或照片的文件夹里,会盖掉里面的东西,没有存。请换一个位置,例如桌面。",
        "“{path}” lies among the diaries, templates or photos and could replace them; it was not saved. "
        "Choose another place, such as the desktop.",
    ),
    "no-ending": (
        "“{path}”没有写是哪种文件。请加上后缀: {endings}。",
        "“{path}” does not say which kind of file it is. Add one of: {endings}",
    ),
    "ending": (
        "不会做“{ending}”文件。可以用: {endings}。",
        "There is no way to make a “{ending}” file. There are: {endings}",
    ),
    "ending-near": (
        "不会做“{ending}”文件。是不是 {nearest}?可以用: {endings}。",
        "There is no way to make a “{ending}” file. Did you mean {nearest}? There are: {endings}",
    ),
    "pdf": (
        "不直接做 PDF。请存成 .html 或 .docx,打开后用“打印”存为 PDF。",
        "PDF is not made directly. Save a .html or .docx, open it and print it to PDF.",
    ),
    "in-use": (
        "“{path}”正在别的程序(Excel、Word、WPS)里打开着,没有存,原来的内容没有动。关掉它再试一次,或换一个文件名。",
        "“{path}” is open in another program (Excel, Word, WPS); it was not saved and stays as it was. "
        "Close it and try again, or choose another name.",
    ),
    "binary-to-terminal": (
        "{ending} 不能显示在屏幕上。请写文件名,例如 -o 月报{ending}。",
        "A {ending} file cannot be shown on the screen. Name a file, such as -o report{ending}.",
    ),
}
