"""What is said while a ledger of another's making is read into the diary."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # the file
    "no-file": ("读不了“{path}”: {why}。", "“{path}” cannot be read: {why}."),
    "too-large": (
        "这个文件太大(超过 {size} MB)。请按年份分成几个文件再导入。",
        "This file is too large (over {size} MB). Split it by years and import one after the other.",
    ),
    "too-many-rows": (
        "这个表格太大(超过 {most} 行),没有读。请检查它从哪里来;真是台账,就按年份分成几个文件再导入。",
        "This table is too large (over {most} rows) and was not read. Where is it from? If it is a ledger, split it by "
        "years.",
    ),
    "too-wide": (
        "第 {row} 行一直写到第 {count} 列,台账没有这么宽(最多 {most} 列),没有读。请删掉右边多余的格子再导入。",
        "Row {row} reaches to column {count}; no ledger is so wide (at most {most}), and nothing was read. Delete the "
        "cells on the right.",
    ),
    "long-cell": (
        "第 {row} 行有一格超过 {most} 个字,没有读。CSV 多半是引号没有配成对;请用 Excel 打开看看,另存为 .xlsx 再导入。",
        "Row {row} has a cell of more than {most} characters; nothing was read. In a CSV, mostly a quotation mark was "
        "not closed: look at it in Excel and save it as .xlsx.",
    ),
    "too-many-sheets": (
        "这个文件有 {most} 张以上的工作表,没有读。请把台账另存成一个文件再导入。",
        "This file has more than {most} sheets and was not read. Save the ledger to a file of its own.",
    ),
    "empty-file": ("“{name}”是空文件,里面什么都没有。", "“{name}” is empty."),
    "damaged": (
        "这个表格文件已经损坏,读不出来({why})。请用 Excel 或 WPS 打开,另存为 .xlsx 再导入。",
        "This file is damaged and cannot be read ({why}). Open it in Excel or WPS, save it as .xlsx and import that.",
    ),
    "no-workbook": (
        "这不是 Excel 表格(可能是 Word 文档或压缩包)。请用 Excel 或 WPS 另存为 .xlsx 再导入。",
        "This is no Excel workbook (perhaps a Word document or an archive). Save the ledger as .xlsx and import that.",
    ),
    "password": (
        "这个文件设了密码。请在 Excel 里打开,去掉密码(文件-信息-保护工作簿)另存一份再导入。",
        "This file is protected by a password. Open it in Excel, take the password off, save a copy and import that.",
    ),
    "other-file": (
        "“{name}”是 {kind} 文件,不是表格。请另存为 .xlsx 或 .csv 再导入。",
        "“{name}” is a {kind} file and no table. Save it as .xlsx or .csv and import that.",
    ),
    "is-big5": (
        "这个文件像是港台电脑的 Big5(大五码)。请在 Excel 里用“数据 → 从文本/CSV”打开,"
        "文件原始格式选“950: 繁体中文(Big5)”,另存为 .xlsx 再导入。",
        "This file seems to be in Big5, as computers in Taiwan and Hong Kong write. Open it in Excel by Data → From "
        "Text/CSV with “950: Chinese Traditional (Big5)”, save it as .xlsx and import that.",
    ),
    "encoding": (
        "读不出这个文件的文字编码。请用 Excel 打开,另存为 .xlsx 或“CSV UTF-8”再导入。",
        "The encoding of this text is not known. Open it in Excel, save it as .xlsx or “CSV UTF-8” and import that.",
    ),
    "json": (
        "这个 JSON 从第 {line} 行第 {column} 个字起读不出来。请重新导出,或者另存为 Excel、CSV 再导入。",
        "This JSON cannot be read from line {line}, column {column} on. Save it anew, or as Excel or CSV.",
    ),
    "json-shape": (
        "这个 JSON 里没有一条一条的记录。要一个列表,或放在 rows(issues)下的列表。",
        "This JSON holds no records. A list of them is wanted, or one under “rows” or “issues”.",
    ),
    # the sheets
    "hidden": (
        "隐藏的工作表没有读: {names}(要读就加 --sheet 名称)。",
        "Hidden sheets are not read: {names} (--sheet NAME reads one).",
    ),
    "empty-sheets": ("“{name}”里没有内容。", "There is nothing in “{name}”."),
    "no-ledger": (
        "“{name}”的工作表({sheets})里找不到台账: 没有一列像“事由”(诉求内容、反映问题……)。\n"
        "可以写一个对照表说明各列是什么: 加 --map 对照.yaml,写上 列: 换行 “  列名: 事由”。",
        "No ledger is found in “{name}” ({sheets}): no column tells of a matter.\n"
        "A mapping can say what the columns are: --map mapping.yaml with “columns:” and lines like “  HEADING: title”.",
    ),
    "no-sheet": ("没有叫“{name}”的工作表。有: {sheets}。", "There is no sheet “{name}”. There are: {sheets}."),
    "which-sheet": (
        "这个文件里有几张台账: {sheets}。要哪一张? --sheet {first}(可写几次);全部导入: --sheet 全部。",
        "There are several ledgers in this file: {sheets}. Which one? --sheet {first} (more than once if need be), or "
        "--sheet all.",
    ),
    "ask-sheet": ("导入哪一张?(写数字,或 全部)", "Which one? (its number, or all)"),
    "which-community": (
        "这份台账里有几个社区: {names}。要导入哪一个的? --community {first}",
        "This ledger is of several communities: {names}. Whose rows are to be imported? --community {first}",
    ),
    # the columns
    "sheet": ("工作表“{name}”,从第 {first} 行起", "sheet “{name}”, from row {first} on"),
    "head-number": ("列", "no."),
    "head-column": ("台账列名", "column"),
    "head-field": ("当作", "read as"),
    "head-ground": ("依据", "because of"),
    "head-samples": ("例子", "samples"),
    "ground-name": ("列名", "its name"),
    "ground-values": ("内容", "its values"),
    "ground-map": ("对照表", "the mapping"),
    "ground-unknown": ("不认识", "unknown"),
    "field-leave": ("(不导入)", "(left out)"),
    "field-phone": ("电话(不进日记)", "phone (kept out of the diary)"),
    "field-identity": ("身份证(不进日记)", "identity (kept out of the diary)"),
    "field-address": ("住址(不进日记)", "address (kept out of the diary)"),
    "field-ignored": ("(不导入,程序会算)", "(left out: computed anew)"),
    "field-remark": ("备注(记在日记正文里)", "remark (kept in the diary's text)"),
    "ask-columns": (
        "对就按回车;要改写“列号 意思”,如 3 地点、3 不要;q 退出:",
        "Enter if that is right; “3 place” or “3 leave” changes column 3; q stops:",
    ),
    "changed": ("“{column}”当作 {field}。", "“{column}” is read as {field}."),
    "not-a-change": (
        "没看懂“{given}”。写列号(1到{count})和意思,意思可以是: {names} 备注 不要",
        "“{given}” is not understood. Write a column's number (1 to {count}) and one of: {names} remark leave",
    ),
    "map-head": (
        "台账对照表: 左边是台账的列名,右边是它的意思;不要 = 不导入。\n"
        "下次导入同样的台账: minqing 导入 台账.xlsx --map 这个文件\n"
        "个别写法也可以对照,例如\n"
        "值:\n  状态:\n    已答复: 已办结",
        "What the columns of a ledger mean: their headings on the left, the field on the right; leave = left out.\n"
        "The next time: minqing import ledger.xlsx --map THIS FILE\n"
        "Words of cells can be told as well, such as\n"
        "values:\n  state:\n    answered: closed",
    ),
    "map-not-saved": (
        "试运行不写文件: 对照表 {path} 在导入时才存。",
        "A trial writes no file: the mapping {path} is saved when the ledger is imported.",
    ),
    "rejected-not-saved": (
        "试运行不写文件: 退回的 {count} 行在导入时才存到 {path}。",
        "A trial writes no file: the {count} refused rows are saved to {path} when the ledger is imported.",
    ),
    "no-such-year": ("“{value}”不是年份,要写成 2019 这样。", "“{value}” is no year; write one such as 2019."),
    "ask-year": ("有 {count} 个日子没写年份,是哪一年?", "{count} days name no year; which year are they of?"),
    "year-taken": (
        "有 {count} 个日子没写年份,先按 {year} 年算;不对就加 --year 2019 这样的年份。",
        "{count} days name no year and are taken for {year}; if that is wrong, add a year such as --year 2019.",
    ),
    "map-saved": ("对照表已存到 {path},下次可以直接用。", "The mapping is saved to {path}, to be used again."),
    "map-unreadable": (
        "对照表 {path} 第 {line} 行读不懂: {why}",
        "The mapping {path} cannot be read at line {line}: {why}",
    ),
    "map-shape": (
        "对照表 {path} 第 {line} 行应当是“名称: 值”。",
        "Line {line} of the mapping {path} should be “name: value”.",
    ),
    "map-key": (
        "对照表 {path} 第 {line} 行的“{text}”不认识。可以写: 列、值、年份、社区。",
        "“{text}” at line {line} of the mapping {path} is unknown. There are: columns, values, year, community.",
    ),
    "map-field": (
        "对照表 {path} 第 {line} 行的“{text}”不是能导入的一项。可以写 日期、事由、地点、状态……或 备注、不要。",
        "“{text}” at line {line} of the mapping {path} is no field. There are raised, title, place, …, remark, leave.",
    ),
    "map-year": (
        "对照表 {path} 第 {line} 行的年份“{text}”应当是四位数,如 2019。",
        "The year “{text}” at line {line} of the mapping {path} should have four digits, such as 2019.",
    ),
    # rows that are refused
    "refused": ("有 {count} 行不能导入:", "{count} rows cannot be imported:"),
    "row-why": ("  第 {row} 行: {why}", "  row {row}: {why}"),
    "more-refused": (
        "  …还有 {count} 行(加 --rejected 退回.csv 存成表格,改好后再导入那个文件)",
        "  … and {count} more (--rejected FILE.csv saves them as a table, to be mended and imported)",
    ),
    "head-why": ("不能导入的原因", "why it was refused"),
    "rejected-saved": (
        "不能导入的 {count} 行已存到 {path},改好后导入那个文件即可。",
        "The {count} refused rows are saved to {path}: mend them there and import that file.",
    ),
    "why-no-date": ("没有日期。请在“{column}”里补上", "it has no date; write one under “{column}”"),
    "why-not-a-day": (
        "“{column}”里的“{value}”不是日期。写成 2019-07-02 这样",
        "“{value}” under “{column}” is no day; write it as 2019-07-02",
    ),
    "why-no-year": (
        "“{column}”里的“{value}”没有年份。补上年份,或加 --year 2019",
        "“{value}” under “{column}” has no year; add it, or --year 2019",
    ),
    "why-future": (
        "“{column}”里的 {value} 还没到。请核对年份",
        "{value} under “{column}” is yet to come; check the year",
    ),
    "why-no-title": ("没有写是什么事。请在“{column}”里补上", "it tells of no matter; write it under “{column}”"),
    "why-unknown-state": (
        "“{column}”里的“{value}”不知道是办结还是没办结。改成 已办结 或 办理中,或在对照表的 值: 里写明",
        "“{value}” under “{column}” may be open or closed; write one of the two, or say so in the mapping's values",
    ),
    "why-before-raised": (
        "“{column}”里的 {value} 比提出的日期还早。请核对两个日期",
        "{value} under “{column}” is before the day it was raised; check both",
    ),
    "why-open-and-closed": (
        "状态写着没办结,“{column}”里却有日期 {value}。请改其中一个",
        "its state says open, yet {value} stands under “{column}”; change one of the two",
    ),
    "why-handled-but-open": (
        "办理情况里已经办结,“{column}”却写着没办结。请改其中一个",
        "its handling says closed, yet “{column}” says open; change one of the two",
    ),
    # rows that are none
    "passed-total": ("{count} 行合计没有导入(第 {rows} 行)。", "{count} rows of totals are left out (row {rows})."),
    "passed-heading": (
        "{count} 行重复的表头没有导入(第 {rows} 行)。",
        "{count} repeated headings are left out (row {rows}).",
    ),
    "passed-lone": (
        "{count} 行只有零散文字,不是事项,没有导入(第 {rows} 行)。",
        "{count} rows hold but a loose text and are left out (row {rows}).",
    ),
    "passed-year": ("{count} 行是年份(第 {rows} 行)。", "{count} rows are years (row {rows})."),
    "passed-community": (
        "{count} 行是别的社区的,没有导入(第 {rows} 行)。",
        "{count} rows are another community's and are left out (row {rows}).",
    ),
    "all-read": ("{count} 行全部看懂了。", "All {count} rows are understood."),
    # what was assumed
    "note-no-value": (
        "“{column}”有 {count} 处公式没有算出的结果,当作空的。在 Excel 里打开保存一次再导入,就有结果了。",
        "{count} formulas under “{column}” have no stored value and are taken as empty. Open and save the file in "
        "Excel once to have them calculated.",
    ),
    "note-unknown-word": (
        "“{column}”里的“{value}”不认识({count} 行),原文记在日记正文里。",
        "“{value}” under “{column}” is not known ({count} rows); it is kept in the diary's text.",
    ),
    "note-long-title": (
        "“{column}”有 {count} 处超过 200 字: 事由取前面的,全文记在日记正文里。",
        "{count} texts under “{column}” are over 200 characters: the matter has the beginning, the diary all of it.",
    ),
    "note-ticket-rounded": (
        "“{column}”有 {count} 个超过 15 位的号码在 Excel 里存成了数字,末几位可能已变成 0。请核对。",
        "{count} numbers under “{column}” have more than 15 digits and were stored as numbers: Excel made their last "
        "digits 0. Check them.",
    ),
    "note-handled-when": (
        "{count} 行的“{column}”没有写是哪天办的,记在反映当天。",
        "{count} texts under “{column}” do not say when; they are put on the day the matter was raised.",
    ),
    "note-sounds-settled": (
        "{count} 行的“{column}”听起来已经办完,但台账没有一列写明状态,按办理中导入。"
        "办完了的: 在台账里加一列“状态”(写 已办结 或 办理中)再导入;已经导入的先 minqing 撤回,或一件件 minqing 办结。",
        "{count} texts under “{column}” sound settled, but no column tells the state: they are imported as open. For "
        "what is closed add a column 状态 (已办结 or 办理中) and import that ledger; after an import minqing undo "
        "first, or close them one by one with minqing close.",
    ),
    "note-closed-when": (
        "{count} 行写着办结(“{column}”),没有办结日期: 记在最后一次办理那天,没有就记在反映当天。",
        "{count} rows are closed (“{column}”) without a day: the day of their last handling is taken, else the day "
        "they were raised.",
    ),
    "note-parked-until": (
        "{count} 行写着挂账(“{column}”),没有复查日期: 按未办结导入。",
        "{count} rows are parked (“{column}”) without a day to look again: they are imported as open.",
    ),
    "hidden-kind": (
        "{kind}: {count} 行里的没有写进日记(已隐去)。",
        "{kind}: masked in {count} rows, not written into the diary.",
    ),
    "kind-phone": ("手机号", "mobile numbers"),
    "kind-landline": ("电话号码", "telephone numbers"),
    "kind-identity": ("身份证号", "identity numbers"),
    "kind-card": ("银行卡号", "bank card numbers"),
    "kind-room": ("门牌房号", "rooms"),
    "kind-name": ("姓名", "full names"),
    "contacts": (
        "{count} 行有姓名、电话或住址。日记会进 git,永远删不掉,所以不写进去;"
        "加 --contacts 就存到这台电脑的 private/ 文件夹(不进 git)。",
        "{count} rows hold names, numbers or addresses. The diary goes into git, which never forgets, so they are left "
        "out; --contacts keeps them in private/ on this machine, which git does not see.",
    ),
    "contacts-kept": (
        "{count} 条联系方式存到了 {path}(只在这台电脑上,不进 git)。",
        "{count} contacts are kept in {path} (on this machine alone, never in git).",
    ),
    "contact-id": ("编号", "id"),
    "contact-matter": ("事由", "matter"),
    "contact-name": ("姓名", "name"),
    "contact-phone": ("电话", "telephone"),
    "contact-identity": ("身份证号", "identity number"),
    "contact-address": ("住址", "address"),
    "suggested-category": (
        "{count} 行台账没写类别,是程序建议的(试运行里带 ?)。改: minqing 改类。",
        "{count} rows tell no category: it is suggested (marked ? in a dry run). minqing reclassify changes it.",
    ),
    "suggested-tier": (
        "{count} 行台账没写层级,是程序建议的(试运行里带 ?)。改: minqing 改级。",
        "{count} rows tell no tier: it is suggested (marked ? in a dry run). minqing regrade changes it.",
    ),
    "renumbered": (
        "{count} 件的编号在日记里已经是别的事项,另给了当天的下一个编号。",
        "{count} ids belong to other issues of the diary; these matters got the next number of their day.",
    ),
    "masked": (
        "这是对外版台账,个人信息已经隐去,导入的也是隐去过的。要原样搬,用 minqing 台账 --internal 重新导出。",
        "This ledger was made for handing out: what is masked in it stays masked. For all of it make it anew with "
        "minqing ledger --internal.",
    ),
    "walks": (
        "其中走动 {count} 天: 会算进走动的次数。",
        "{count} days are walks: they count among the walks.",
    ),
    "visits": ("其中走访 {count} 天: 会算进走访的次数。", "{count} days are visits: they count among the visits."),
    "before-opening": (
        "{count} 行在期初({day})以前: 累计的走动和办结已由期初包含,不会重复计算。",
        "{count} rows are from before the opening balance ({day}), which holds them already: nothing is counted twice.",
    ),
    # the answer
    "reading": ("正在读台账 {done}/{total} 行", "reading the ledger, {done}/{total} rows"),
    "writing": ("正在写入 {count} 件,请稍等…", "writing {count} matters ..."),
    "would": (
        "会导入 {count} 件;{known} 件日记里已经有了",
        "{count} would be imported; {known} stand in the diary already",
    ),
    "head-row": ("行", "row"),
    "head-date": ("日期", "date"),
    "head-kind": ("类型", "kind"),
    "head-title": ("事由", "matter"),
    "head-place": ("地点", "place"),
    "head-category": ("类别", "category"),
    "head-tier": ("层级", "tier"),
    "head-state": ("状态", "state"),
    "state-open": ("办理中", "open"),
    "state-closed": ("已结束", "closed"),
    "more-rows": ("…还有 {count} 件(--json 列出全部)", "… and {count} more (--json lists all)"),
    "dry-run": (
        "只是试运行,什么都没有写。去掉 --dry-run 就导入。",
        "A dry run: nothing is written. Without --dry-run it is imported.",
    ),
    "confirm": ("导入这 {count} 件?", "Import these {count}?"),
    "stopped": ("没有导入,什么都没有写。", "Not imported; nothing is written."),
    "done": (
        "导入了 {count} 件,写进 {pages} 篇日记({first} 到 {last});{known} 件早就有了,没有重复。不要了: minqing 撤回",
        "Imported {count} matters into {pages} entries ({first} to {last}); {known} were there before. To take it "
        "back: minqing undo",
    ),
    "nothing-new": (
        "没有新的事项: {known} 件日记里已经有了,{refused} 行不能导入。",
        "Nothing new: {known} stand in the diary already, {refused} rows cannot be imported.",
    ),
    "commit": ("导入 {name}: {count} 件", "import {name}: {count} matters"),
    "remarks-head": ("台账里的其他内容:", "Also in the ledger:"),
}
