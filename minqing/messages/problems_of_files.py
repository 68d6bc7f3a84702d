"""Problems of a diary file as a whole and of how its front matter is written: title, detail, mend."""

from __future__ import annotations

_FIX = ("运行 minqing 检查 --fix 会自动改成:{mend}", "`minqing check --fix` makes it: {mend}")
_RECOVERED = "已按这个意思读入,没有丢字。"
_RECOVERED_EN = "It was read as meant; no word is lost."

SENTENCES: dict[str, tuple[tuple[str, str], tuple[str, str], tuple[str, str]]] = {
    "unreadable-file": (
        ("文件读不出来", "the file cannot be read"),
        ("系统不让读这个文件:{why}。它没有计入统计。", "The system refuses to read it: {why}. It is not counted."),
        ("检查文件权限或磁盘,再试一次。", "Check the file's permissions or the disk, then try again."),
    ),
    "file-empty": (
        ("文件是空的", "the file is empty"),
        ("这个日记文件里什么也没有。", "There is nothing in this diary file."),
        (
            "不需要它就删掉;写坏了就从 git 里找回来。",
            "Delete it if it is not needed, or get the former text back from git.",
        ),
    ),
    "file-binary": (
        ("这不是文字文件", "this is no text file"),
        (
            "里面是二进制内容(例如图片、Word 文档),不是日记文字。",
            "It holds binary data (a picture, a Word document), no diary text.",
        ),
        ("换一个名字放到别处;日记请用纯文本写。", "Give it another name and place; write the diary as plain text."),
    ),
    "file-nul": (
        ("文件里夹着空字节", "the file holds zero bytes"),
        (
            "多半是保存时断电,或复制时拔了优盘。字还在,可是 git 看不出里面改了什么,所以先不算进去。",
            "Mostly the power failed while it was saved, or a stick was pulled out while it was copied. The words are "
            "there, but git could not tell what changes in it, so it is left out.",
        ),
        (
            "运行 minqing 检查 --fix 会去掉空字节,字一个不动。末尾若缺了字,用 minqing 历史 看上次的内容。",
            "`minqing check --fix` takes them out and touches no word. Where words are missing at the end, "
            "`minqing history` tells what it held.",
        ),
    ),
    "file-too-large": (
        ("文件太大", "the file is too large"),
        (
            "文件有 {size} MB,一天的日记不会超过 {largest} MB。",
            "It has {size} MB; a day's diary has no more than {largest} MB.",
        ),
        (
            "看看是不是把别的东西存成了日记,移走即可。",
            "See whether something else was saved under a diary's name, and move it away.",
        ),
    ),
    "file-name": (
        ("文件名不是日记的名字", "the name is not that of a diary entry"),
        (
            "“{name}” 不是 2026-11-16.md、2026-11-16-2.md 或 2026-11-16-desk.md 这样的名字,没有读它。",
            "“{name}” is not like 2026-11-16.md, 2026-11-16-2.md or 2026-11-16-desk.md; it was not read.",
        ),
        (
            "按走访的日期改名;不是日记就移出 diaries 文件夹。",
            "Rename it to the day it is about, or move it out of `diaries`.",
        ),
    ),
    "file-folder": (
        ("文件放错了年份文件夹", "the file is in another year's folder"),
        ("“{name}” 应当放在 {expected}。仍然计入统计。", "“{name}” belongs at {expected}. It is counted all the same."),
        ("把文件移到 {expected}。", "Move the file to {expected}."),
    ),
    "file-nested": (
        ("文件放得太深", "the file lies too deep"),
        (
            "日记只从 diaries 和它下面一层文件夹里读,“{name}” 没有读。",
            "Diaries are read from `diaries` and its folders only; “{name}” was not.",
        ),
        ("把文件移到 diaries/年份/ 里。", "Move the file into `diaries/YEAR/`."),
    ),
    "file-outside": (
        ("链接指到了外面", "a link leads outside"),
        (
            "“{name}” 是一个链接,指向日记文件夹以外或不存在的地方,没有读。",
            "“{name}” is a link to a place outside the workspace, or to none; it was not read.",
        ),
        ("把文件本身复制进来,代替链接。", "Copy the file itself in the link's place."),
    ),
    "encoding-gbk": (
        ("文件是 GBK 编码", "the file is in GBK"),
        (
            "这个文件不是 UTF-8,按 GBK(老版记事本的 ANSI)读的。字都在。",
            "It is not UTF-8 and was read as GBK (ANSI of old Windows editors). No word is lost.",
        ),
        (
            "运行 minqing 检查 --fix 会转成 UTF-8;或在编辑器里另存为 UTF-8。",
            "`minqing check --fix` turns it into UTF-8; or save it as UTF-8 in your editor.",
        ),
    ),
    "encoding-utf16": (
        ("文件存成了 Unicode(UTF-16)", "the file is in UTF-16"),
        (
            "记事本的“Unicode”编码,git 看不出里面改了什么,所以先不算进去。字都在。",
            "Notepad calls it Unicode. Git could not tell what changes in it, so it is left out; no word is lost.",
        ),
        (
            "运行 minqing 检查 --fix 会转成 UTF-8,一个字不少;或在记事本里另存为 UTF-8。",
            "`minqing check --fix` turns it into UTF-8, every character of it; or save it as UTF-8 in your editor.",
        ),
    ),
    "encoding-unknown": (
        ("认不出文字编码", "the encoding is unknown"),
        (
            "既不是 UTF-8 也不是 GBK(港台电脑存的 Big5 也这样),或者中间有坏掉的字节。",
            "It is neither UTF-8 nor GBK (it may be Big5), or some bytes in it are damaged.",
        ),
        (
            "用编辑器打开,另存为 UTF-8;字坏了就从 git 里找回来。",
            "Open it in an editor and save it as UTF-8, or get the former text back from git.",
        ),
    ),
    "control-character": (
        ("有看不见的控制字符", "there is an invisible control character"),
        (
            "这里有字符 {character},前言里不能有它,多半是复制时带进来的。",
            "The character {character} cannot stand in the front matter; most likely it came with a copied text.",
        ),
        ("删掉这个字符,或把这一行重新打一遍。", "Delete that character, or type the line again."),
    ),
    "conflict-marker": (
        ("git 合并的冲突还没有处理", "a git conflict is not settled yet"),
        (
            "“{text}” 是 git 合并留下的记号,两边的文字都还在文件里。",
            "“{text}” is a mark git left while merging; both sides are still in the file.",
        ),
        (
            "运行 minqing 检查 --fix,按意思合并两边;两边改得不一样的地方,请留下要的文字,删掉记号行。",
            "Run minqing check --fix, which merges both sides by meaning. Where they contradict each other keep the "
            "text you want and delete the lines with the marks.",
        ),
    ),
    "front-matter-missing": (
        ("没有前言", "there is no front matter"),
        (
            "日记开头要有两行 --- 夹着的日期、参加、事项等,这里没有。",
            "A diary starts with date, walkers, issues and so on between two lines of `---`; there is none.",
        ),
        (
            "在第一行写 ---,把“日期: …”等写在下面,再写一行 ---。",
            "Write `---` on the first line, `date: …` and the rest below it, then another `---`.",
        ),
    ),
    "fence-late": (
        ("前言的前面有别的文字", "there is text before the front matter"),
        (
            "前言从第 {line} 行才开始,它必须在文件最前面。",
            "The front matter starts on line {line} only; it must be at the very top.",
        ),
        ("把前面的文字移到前言下面。", "Move the text before it to below the front matter."),
    ),
    "fence-open": (
        ("前言没有结束", "the front matter has no end"),
        (
            "这一行 --- 开始了前言,后面却没有第二行 ---。",
            "This `---` starts the front matter, but there is no second `---`.",
        ),
        ("在前言的最后一行下面加一行 ---。", "Add a line `---` below the last line of the front matter."),
    ),
    "fence-odd": (
        ("前言的分隔线不标准", "the fence is not plain"),
        ("“{text}” 应当是三个减号 ---。" + _RECOVERED, "“{text}” should be three hyphens, `---`. " + _RECOVERED_EN),
        ("运行 minqing 检查 --fix 会改成 ---。", "`minqing check --fix` makes it `---`."),
    ),
    "issue-below-fence": (
        ("前言下面还有事项", "there is an issue below the front matter"),
        (
            "这里像是一件事项,但它在第二行 --- 的下面,只当作正文,没有计数。",
            "This looks like an issue, but it is below the second `---`, so it is plain text and not counted.",
        ),
        ("要计数就把它移到前言的“事项:”下面。", "Move it under `issues:` in the front matter if it is to be counted."),
    ),
    "yaml-syntax": (
        ("这里的写法读不懂", "this cannot be understood"),
        ("读到这里读不下去了:{why_zh}。", "Reading stopped here because of {why_en}."),
        (
            "对照上面几行的缩进和标点改好这一行;文字里有特殊符号时,用英文双引号括起来。",
            "Give the line the indentation and marks of the lines above; "
            "put double quotes around a text with special characters.",
        ),
    ),
    "yaml-anchor": (
        ("用了 YAML 的引用", "a YAML anchor or alias is used"),
        (
            "“{text}” 是 YAML 的锚点或引用(&名字、*名字、<<),日记里不支持,免得一处改动悄悄影响别处。",
            "“{text}” is an anchor or alias of YAML (&name, *name, <<). "
            "Diaries have none, so that a change in one place never changes another.",
        ),
        (
            "把内容直接写出来;如果本来就是文字,用英文双引号括起来。",
            "Write the content out; if it is meant as text, put it in double quotes.",
        ),
    ),
    "yaml-tag": (
        ("用了 YAML 的类型标记", "a YAML tag is used"),
        ("“{text}” 是 YAML 的类型标记,日记里不支持。", "“{text}” is a tag of YAML; diaries have none."),
        (
            "删掉这个标记;如果本来就是文字,用英文双引号括起来。",
            "Delete the tag; if it is meant as text, put it in double quotes.",
        ),
    ),
    "nested-too-deep": (
        ("括号或列表套得太深", "brackets or lists are nested too deep"),
        ("这里一层套一层,远远超过日记需要的层数。", "There are far more levels here than a diary ever needs."),
        ("删掉多余的括号或短横。", "Delete the brackets or list marks that are too many."),
    ),
    "not-a-mapping": (
        ("前言不是“项: 内容”", "the front matter is not `key: value`"),
        (
            "前言要一行一项,如“日期: 2026-11-16”,这里却是列表或一段话。",
            "It must have one key a line, such as `date: 2026-11-16`; this is a list or a piece of text.",
        ),
        ("按“项: 内容”重写前言。", "Write it again as `key: value`."),
    ),
    "full-width": (
        ("标点是全角的", "the punctuation is full-width"),
        (
            "冒号、逗号、方括号或短横要用半角。" + _RECOVERED,
            "Colons, commas, square brackets and list marks must be half-width. " + _RECOVERED_EN,
        ),
        _FIX,
    ),
    "colon-blank": (
        ("冒号后面缺空格", "the blank after the colon is missing"),
        (
            "“项:”和内容之间要有一个空格。" + _RECOVERED,
            "There must be a blank between `key:` and its value. " + _RECOVERED_EN,
        ),
        _FIX,
    ),
    "dash-blank": (
        ("短横缺了,或后面缺空格", "the list mark or the blank after it is missing"),
        (
            "列表的每一条前面要有短横和一个空格。" + _RECOVERED,
            "Every item of a list starts with a hyphen and a blank. " + _RECOVERED_EN,
        ),
        _FIX,
    ),
    "indent-odd": (
        ("缩进不对", "the indentation is odd"),
        (
            "这一行的缩进用了制表符或全角空格,或者没有和同类的行对齐。" + _RECOVERED,
            "The line is indented with a tab or a full-width blank, or not like its neighbours. " + _RECOVERED_EN,
        ),
        _FIX,
    ),
    "text-unquoted": (
        ("文字要加引号", "this text needs quotes"),
        (
            "“{text}” 里的符号在这种格式里有特别的意思,会被读错。" + _RECOVERED,
            "Characters in “{text}” mean something else in YAML, which would misread it. " + _RECOVERED_EN,
        ),
        _FIX,
    ),
    "comment-swallows": (
        ("# 后面的文字会丢", "the text behind # would be lost"),
        (
            "空格加 # 在这种格式里是注释的开始,“{text}” 后半句会被吞掉。" + _RECOVERED,
            "A blank and # begin a comment in YAML, which would swallow the end of “{text}”. " + _RECOVERED_EN,
        ),
        _FIX,
    ),
    "lines-joined": (
        ("这一行接到了上一行里", "this line became part of the one above"),
        (
            "“{text}” 因为缩进更深,被当作上一项文字的后半句。",
            "“{text}” is indented deeper, so it is read as the end of the text above.",
        ),
        (
            "如果是单独的一项,把缩进改得和上一项一样;如果是后半句,合到上一行去。",
            "If it is a line of its own, indent it like the one above; if not, put it on the line above.",
        ),
    ),
}
