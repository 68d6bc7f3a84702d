"""Problems of what an entry says, its keys, values and lines of progress: title, detail, mend."""

from __future__ import annotations

SENTENCES: dict[str, tuple[tuple[str, str], tuple[str, str], tuple[str, str]]] = {
    "key-unknown": (
        ("不认识这一项", "the key is unknown"),
        (
            "没有“{key}”这一项,它的内容没有用上。可用的有:{known_zh}。",
            "There is no key “{key}”, and what it holds is not used. There are: {known_en}.",
        ),
        ("改成上面的一个名字,或把内容写到正文里。", "Use one of these names, or move the content to the text below."),
    ),
    "key-typo": (
        ("项名写错了", "the key is misspelt"),
        ("“{key}” 按“{mend}”读入了。", "“{key}” was read as “{mend}”."),
        ("运行 minqing 检查 --fix 会改成“{mend}”。", "`minqing check --fix` makes it “{mend}”."),
    ),
    "key-duplicate": (
        ("同一项写了两次", "the same key stands twice"),
        (
            "“{key}” 在第 {first} 行已经有了(中英文算同一项),不知道该信哪一个。",
            "“{key}” is already on line {first} (both spellings are one key); it is not clear which one holds.",
        ),
        ("留下一个,删掉另一个。", "Keep one and delete the other."),
    ),
    "date-missing": (
        ("没有写日期", "there is no date"),
        ("每篇日记都要有“日期:”。", "Every entry needs `date:`."),
        (
            "在前言里加一行“日期: 2026-11-16”这样的内容,和文件名一致。",
            "Add a line such as `date: 2026-11-16` that agrees with the file's name.",
        ),
    ),
    "date-style": (
        ("日期的写法不标准", "the date is in another style"),
        ("“{text}” 按 {mend} 读入了。", "“{text}” was read as {mend}."),
        ("运行 minqing 检查 --fix 会改成 {mend}。", "`minqing check --fix` makes it {mend}."),
    ),
    "date-bad": (
        ("日期不对", "this is no date"),
        (
            "{key}“{value}” 不是年、月、日都写全的日期,或者没有这一天。",
            "`{key_en}` “{value}” is no whole date (year, month and day), or there is no such day.",
        ),
        ("写成 2026-11-16 这样的日期。", "Write a date such as 2026-11-16."),
    ),
    "date-mismatch": (
        ("日期和文件名不一致", "the date differs from the file's name"),
        ("里面写的是 {date},文件名是 {name}。", "It says {date} inside, and the file's name says {name}."),
        ("哪个错了改哪个:改日期,或给文件改名。", "Mend the one that is wrong: the date, or the file's name."),
    ),
    "kind-unknown": (
        ("类型不对", "the kind is unknown"),
        ("没有“{value}”这种类型,可用:{known_zh}。", "There is no kind “{value}”; there are {known_en}."),
        ("改成其中一个。", "Use one of these."),
    ),
    "kind-mismatch": (
        ("类型和文件名不一致", "the kind differs from the file's name"),
        (
            "里面写的是{kind},文件名表示{name}。按里面写的{kind}计。",
            "It says {kind_en} inside, and the file's name says {name_en}. It counts as {kind_en}.",
        ),
        (
            "改类型,或给文件改名(走动不带后缀,接待是 -desk)。",
            "Mend the kind or the file's name (a walk has no suffix, a desk day -desk).",
        ),
    ),
    "time-bad": (
        ("时间不对", "this is no time"),
        ("“{value}” 不是从几点到几点。", "“{value}” is not from one time to another."),
        ("写成 08:30-11:40 这样。", "Write it like 08:30-11:40."),
    ),
    "number-bad": (
        ("数字不对", "this is no number"),
        (
            "{key}“{value}” 不是{kind_zh}(不能是负数,不带单位,不用逗号)。",
            "`{key_en}` “{value}” is not {kind_en} (no sign, no unit, no comma).",
        ),
        ("只写数字,例如 4773 或 2.87。", "Write digits only, such as 4773 or 2.87."),
    ),
    "length-beyond": (
        ("这么长的路走不下来", "nobody walks that far"),
        (
            "一次走动不会有 {value} {unit_zh}(最多 {most});像是多打了 0、漏了小数点,或是一年的总数。",
            "Nobody walks {value} {unit_en} in one go ({most} at most): a 0 too many, a decimal point left out, "
            "or a whole year's sum?",
        ),
        (
            "改成这次走的数,不知道就删掉这一行;多年的总数写在 minqing.yaml 的“期初”里。",
            "Write what was walked that day, or take the line out; a sum of years belongs below `opening` in "
            "minqing.yaml.",
        ),
    ),
    "list-expected": (
        ("这里要写列表", "a list is due here"),
        ("{key}“{value}” 不是列表。", "`{key_en}` “{value}” is no list."),
        (
            "写成 [张书记, 王丽],或每行一条、前面加短横和空格。",
            "Write [one, two], or one item a line after a hyphen and a blank.",
        ),
    ),
    "text-expected": (
        ("这里要写一段文字", "a single value is due here"),
        ("{key} 下面是列表或另一层内容:{value}", "`{key_en}` holds a list or another level: {value}"),
        (
            "改成一行文字;有特殊符号时用英文双引号括起来。",
            "Make it one line of text, in double quotes where it has special characters.",
        ),
    ),
    "source-unknown": (
        ("来源不对", "the source is unknown"),
        ("没有“{value}”这种来源,可用:{known_zh}。", "There is no source “{value}”; there are {known_en}."),
        ("改成其中一个,或删掉这一项。", "Use one of these, or delete the key."),
    ),
    "tier-unknown": (
        ("层级不对", "the tier is unknown"),
        ("没有“{value}”这种层级,可用:{known_zh}。", "There is no tier “{value}”; there are {known_en}."),
        ("改成小事、中事或大事。", "Use small, medium or large."),
    ),
    "category-unknown": (
        ("类别不对", "the category is unknown"),
        ("设置里没有“{value}”这个类别,现有:{known}。", "The settings have no category “{value}”; there are: {known}."),
        (
            "改成其中一个,或在 minqing.yaml 的“类别”里加上它。",
            "Use one of these, or add it under `categories` in minqing.yaml.",
        ),
    ),
    "issue-expected": (
        ("这里要写事项", "an issue is due here"),
        (
            "“{value}” 不是事项;每件事项是短横后面的“编号:”“事由:”等几行。",
            "“{value}” is no issue; an issue is `id:`, `title:` and so on behind a hyphen.",
        ),
        (
            "写成“- 编号: 20261116-1”,下面对齐写“事由: …”;没有事项就删掉“事项:”。",
            "Write `- id: 20261116-1` and `title: …` below it; without issues delete `issues:`.",
        ),
    ),
    "id-missing": (
        ("事项没有编号", "an issue has no id"),
        ("事项“{title}”没有编号,无法跟踪。", "The issue “{title}” has no id and cannot be followed up."),
        (
            "加一行“编号: ”,写日记的日期和当天的序号,如 20261116-3。",
            "Add `id:` with the entry's date and the next number of that day, such as 20261116-3.",
        ),
    ),
    "id-bad": (
        ("编号不对", "this is no id"),
        ("“{value}” 不是日期加序号(如 20261116-3)。", "“{value}” is not a date and a number (20261116-3)."),
        ("写日记的日期和当天的序号。", "Write the entry's date and the next number of that day."),
    ),
    "id-duplicate": (
        ("编号重复", "the id stands twice"),
        (
            "编号 {id} 在 {first} 已经用了。两件都计数,但用编号找不到唯一的一件。",
            "The id {id} is already used at {first}. Both are counted, but the id names neither.",
        ),
        ("给后写的那件换成当天没用过的序号。", "Give the later one a number of that day that is still free."),
    ),
    "id-date": (
        ("编号的日期不是这一天", "the id is of another day"),
        ("编号 {id} 的日期和这篇日记的 {date} 不同。", "The date in the id {id} is not the entry's, {date}."),
        ("没有别处用到这个编号时,改成这一天的编号。", "If nobody uses this id yet, give it this day's date."),
    ),
    "ticket-shared": (
        ("两件事是同一个工单号", "two issues have one ticket"),
        (
            "{id} 的工单号 {ticket} 在 {first} 那件上已经有了。两件都计数。",
            "The ticket {ticket} of {id} is that of {first}, too. Both are counted.",
        ),
        (
            "抄错了就改工单号;是同一件事,用 minqing 重复 {id} {first},以后用 minqing 跟进 {first} 接着记。",
            "Mend the number if it was copied wrongly; if it is one matter, type minqing duplicate {id} {first}, "
            "and write what comes after with minqing note {first}.",
        ),
    ),
    "title-missing": (
        ("事项没有事由", "an issue has no title"),
        ("事项 {id} 没有写是什么事。", "The issue {id} does not say what it is about."),
        ("加一行“事由: …”,用一句话写看到或听到的事。", "Add `title:` with what was seen or said, in a sentence."),
    ),
    "photo-path": (
        ("照片的路径不对", "the path of a photo is not allowed"),
        ("“{value}” 不是 photos 文件夹里的路径。", "“{value}” is no path below `photos`."),
        (
            "用 minqing 照片 加照片;自己写时,把照片放进 photos/,写成 photos/2026/门口.jpg,不要用 .. 或盘符。",
            "Add it with `minqing photo`; or put it into `photos/` and write `photos/2026/door.jpg`, "
            "without `..` or a drive.",
        ),
    ),
    "photo-missing": (
        ("照片不在", "a photo is not there"),
        ("事项 {id} 的照片 {path} 在这台电脑上没有。", "The photo {path} of issue {id} is not on this computer."),
        (
            "从拍照或记日记的那台电脑复制过来(照片默认不随 git 走);不要了的,把它从“照片”里去掉。",
            "Copy it from the computer it was added on (git leaves photos at home unless the settings say otherwise); "
            "or take it out of the issue's photos.",
        ),
    ),
    "photo-link": (
        ("照片在 photos 文件夹外面", "a photo lies outside the photos"),
        (
            "事项 {id} 的照片 {path} 是一个链接,指到 photos 文件夹外面,不会用在报告里。",
            "{path}, a photo of issue {id}, is a link that leads out of `photos`; no report shows it.",
        ),
        (
            "删掉这个链接,再用 minqing 照片 {id} 文件 把照片本身加进来。",
            "Delete the link and add the picture itself: minqing photo {id} FILE",
        ),
    ),
    "photo-orphan": (
        ("照片没有事项用到", "a photo belongs to no issue"),
        ("{path} 没有写在任何事项的“照片”里。", "{path} stands among the photos of no issue."),
        (
            "用 minqing 照片 哪件事 {path} 加到那件事里,再删掉原来的文件;不需要的可以直接删掉。",
            "Add it to its issue with `minqing photo ISSUE {path}` and delete the file; or delete it alone.",
        ),
    ),
    "progress-undated": (
        ("办理记录没有日期", "a line of progress has no date"),
        ("“{text}” 不是以日期开头,不知道是哪天办的。", "“{text}” does not begin with a date."),
        (
            "在前面加上日期,如“2026-11-20 跟进 …”;如果是上一条的后半句,合到上一条里。",
            "Begin it with its date, as in `2026-11-20 note …`; or make it part of the line above.",
        ),
    ),
    "progress-before-entry": (
        ("办理日期早于日记", "a line of progress is dated before its entry"),
        (
            "这一条是 {date},而事项 {entry} 才记下。统计时当作 {entry} 办的。",
            "It is dated {date}, but the issue was raised on {entry}. It counts as of {entry}.",
        ),
        (
            "改正这一条的日期(多半是年份或月份写错了)。",
            "Mend the date of the line (most often the year or month is wrong).",
        ),
    ),
    "progress-joined": (
        ("两条办理记录连成了一条", "two lines of progress run together"),
        (
            "“{text}” 被接到了上一条里,没有单独算。",
            "“{text}” became part of the line above and does not count by itself.",
        ),
        (
            "让它的短横和上一条对齐;没有短横就加上短横和空格。",
            "Give it a hyphen and a blank in the column of the line above.",
        ),
    ),
    "progress-empty": (
        ("办理记录只有日期", "a line of progress is only a date"),
        ("日期后面没有写办了什么,当作一条空的跟进。", "Nothing follows the date; it counts as an empty note."),
        ("补上办了什么,或删掉这一条。", "Say what was done, or delete the line."),
    ),
    "progress-argument": (
        ("“{verb}”后面缺内容", "`{verb_en}` lacks what it needs"),
        (
            "“{verb}”后面要先写{expected_zh},这里是{written_zh}。整条已当作跟进留下,没有起作用。",
            "`{verb_en}` must be followed by {expected_en}; here is {written_en}. "
            "The line was kept as a note without effect.",
        ),
        ("在“{verb}”后面补上;只是记一笔就改成“跟进 …”。", "Add it behind `{verb_en}`, or make the line a `note`."),
    ),
    "progress-looks-closed": (
        ("像是办完了,但没有办结", "this looks closed but is not"),
        ("“{text}” 只是一条跟进,事项不因它办结。", "“{text}” is only a note; it does not close the issue."),
        (
            "真办完了,把这一条改成“日期 办结 …”,或用 minqing 办结 另记一条。",
            "If it is settled, write the line as `DATE close …`, or add one with `minqing close`.",
        ),
    ),
    "progress-close-closed": (
        ("已经办结的事项又办结了一次", "a closed issue is closed again"),
        (
            "事项 {id} 这时已经结了。以这一条的结果和日期为准,但不多算一次办结。",
            "The issue {id} is closed already. This line's outcome and day hold, but it is no second closing.",
        ),
        (
            "多写了就删掉;如果中间又发生过,补一条“重开”。",
            "Delete it if it is one too many; add a `reopen` before it if the matter came back.",
        ),
    ),
    "progress-reopen-open": (
        ("事项还没办结就写了重开", "an open issue is reopened"),
        (
            "事项 {id} 这时并没有结,这一条不起作用。",
            "The issue {id} is not closed at that time; the line changes nothing.",
        ),
        ("删掉这一条,或补上之前漏掉的“办结”。", "Delete the line, or add the closing that is missing before it."),
    ),
    "progress-no-effect": (
        ("这一条不起作用", "this line changes nothing"),
        (
            "事项 {id} 这时已经结了,期限不再变动。",
            "The issue {id} is closed at that time; its due date no longer changes.",
        ),
        ("要继续办就先“重开”;否则删掉这一条。", "Reopen it first if it goes on; otherwise delete the line."),
    ),
}
