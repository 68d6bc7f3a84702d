"""The questions in a terminal."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "yes-no": ("[回车=是, n=否]", "[Enter = yes, n = no]"),
    "no-yes": ("[y=是, 回车=否]", "[y = yes, Enter = no]"),
    "yes-or-no": ("请回答 y(是)或 n(否):", "Please answer y (yes) or n (no):"),
    "too-long": (
        "粘贴的有 {size} 个字,太长了(最多 {most} 个),没有记进去。请分几次贴,或只贴这次走动的。",
        "The paste has {size} characters, more than {most}; it was not taken. Paste it in parts, or this walk alone.",
    ),
    "which-key": ("请按 {keys} 中的一个,或直接回车。", "Please press one of {keys}, or Enter."),
    "left": ("\n没有写入,什么也没有改。", "\nNothing was written, nothing was changed."),
    "how": (
        "记一次走动。回车=用写好的答案,打字就换掉它;< 或 Esc 回上一问,- 是不填。\n"
        "手机里的记录可以整段粘贴。名字打一个字,按 Tab 挑。Ctrl-C 停下,答过的都留着。",
        "Writing down a walk. Enter takes the answer in the line, typing replaces it;\n"
        "< or Esc goes back, - leaves it empty, Tab picks a name. Notes may be pasted.\n"
        "Ctrl-C stops; what was answered is kept.",
    ),
    "was-written": (
        "上次没说完的那次走动已经在日记里了({path}),草稿收起来了。",
        "The walk that was not finished last time is in the diary ({path}); its draft is put away.",
    ),
    "kept": ("上次没有记完的({day}):\n{said}", "Not finished last time ({day}):\n{said}"),
    "more-lines": ("……还有 {count} 行", "… and {count} lines more"),
    "go-on": ("1接着记 2扔掉 3以后再说 [回车=1]?", "1 go on with it, 2 throw it away, 3 later [Enter = 1]?"),
    "already": (
        "{day} 已经记过走动({path})。\n1加到那一篇 2当天第二次走动 3先不记 4更正那一篇的步数、天气等 [回车=1]?",
        "{day} has a walk already ({path}).\n1 add to it, 2 a second walk, 3 stop, 4 put it right [Enter = 1]?",
    ),
    "already-of-several": (
        "{day} 已经记过走动({path})。\n1加到那一篇 2当天第二次走动 3先不记 [回车=1]?",
        "{day} has a walk already ({path}).\n1 add to it, 2 a second walk that day, 3 stop [Enter = 1]?",
    ),
    "date": ("日期?", "Date?"),
    "day-read": ("  {day} {weekday}", "  {day} {weekday}"),
    "date-word": ("日期", "date"),
    "walkers": ("参加的人(用、隔开)?", "Who walked (separated by commas)?"),
    "companions": ("同行的单位或人?", "Who was called along?"),
    "visits": ("走访了谁(固定走访)?", "Fixed visits made?"),
    "route": ("路线?", "Route?"),
    "weather": ("天气?", "Weather?"),
    "weathers": (
        "晴 多云 阴 小雨 中雨 大雨 小雪 大雪 大风 雾 霾 晴转多云 阴转小雨",
        "sunny cloudy overcast rain snow wind fog",
    ),
    "time": ("时间(如 8:30-11:40)?", "Time (such as 8:30-11:40)?"),
    "steps": ("步数?", "Steps?"),
    "km": ("公里?", "Kilometres?"),
    "issue": ("第{number}件事(没有了就直接回车)?", "Matter {number} (Enter when there are no more)?"),
    "body": (
        "还想记点什么(回车=没有,z=按走、看、听、问、记、办分段)?",
        "Anything else to write down (Enter = no, z = by section)?",
    ),
    "section-walked": ("走(走了哪儿;回车跳过)?", "Walked (where to; Enter skips)?"),
    "section-seen": ("看(看到什么)?", "Seen?"),
    "section-heard": ("听(听到什么)?", "Heard?"),
    "section-asked": ("问(问了什么)?", "Asked?"),
    "section-noted": ("记(会上怎么说)?", "Noted (what was said at the meeting)?"),
    "section-done": ("办(怎么办,谁去办)?", "Done (what will be done, by whom)?"),
    "which-day": (
        "记录里写的是 {named},前面答的是 {said}。\n按哪天记?1={named} 2={said} [回车=1]?",
        "The notes say {named}, the answer before was {said}.\nWhich day is it? 1={named} 2={said} [Enter = 1]?",
    ),
    "doubt-old": (
        "{day} 是 {days} 天以前。真是这天就直接回车,不是就改。",
        "{day} is {days} days ago. Enter keeps it, or type another day.",
    ),
    "doubt-date": (
        "{day} 还没到。真是这天就直接回车,不是就改。",
        "{day} is still to come. Enter keeps it, or type another day.",
    ),
    "future": (
        "{day}({weekday})还没到,走动要走完了再记。请再写一次。",
        "{day}, a {weekday}, is still to come: a walk is written down when it is over. Which day was it?",
    ),
    "too-many-steps": (
        "一次走动不会有 {steps} 步(最多 {most});像是多打了 0,或是一年的总数。请再写一次,打 - 是不填。",
        "Nobody walks {steps} steps in one go ({most} at most): a 0 too many, or a whole year's sum? "
        "Type it again, or - for none.",
    ),
    "too-many-km": (
        "一次走动不会有 {km} 公里(最多 {most});像是漏了小数点,或写成了米。请再写一次,打 - 是不填。",
        "Nobody walks {km} km in one go ({most} at most): a decimal point left out, or metres? "
        "Type it again, or - for none.",
    ),
    "doubt-steps": (
        "{steps} 步,合 {km} 公里?没错就直接回车,不对就改。",
        "{steps} steps, that is {km} km? Enter keeps it, or type another number.",
    ),
    "doubt-km": ("{km} 公里?没错就直接回车,不对就改。", "{km} km? Enter keeps it, or type another number."),
    "doubt-pair": (
        "{steps} 步走了 {km} 公里,一步合 {length} 米(一般 {usual} 米)。没错就直接回车,不对就改。",
        "{steps} steps for {km} km make {length} m a step (usually {usual}). Enter keeps it, or type another number.",
    ),
    "doubt-time-order": (
        "{time}: 结束时间不晚于开始时间。没错就直接回车,不对就改。",
        "{time}: the end is not after the start. Enter keeps it, or type another time.",
    ),
    "doubt-time-long": (
        "{time}: 走了半天多。没错就直接回车,不对就改。",
        "{time}: more than half a day. Enter keeps it, or type another time.",
    ),
    "km-reckoned": ("按一步 {length} 米算,{km} 公里。", "At {length} m a step: {km} km."),
    "not-a-fact": (
        "“{given}”不是这一问的答案。\n1=记成一件事 2=放进正文 回车=回到这一问重写?",
        "“{given}” does not answer this.\n1 = a matter, 2 = into the text, Enter = type the answer again?",
    ),
    "half": ("没打完: {said}", "not finished: {said}"),
    "half-left": (
        "上次没打完的一句: {given}\n1=记成一件事 2=放进正文 回车=不要了?",
        "Not finished last time: {given}\n1 = a matter, 2 = into the text, Enter = leave it out?",
    ),
    "words-kept": ("按 {value} 记;“{words}”也留在正文里。", "Taken as {value}; “{words}” stays in the text, too."),
    "steps-reckoned": ("按一步 {length} 米算,{steps} 步。", "At {length} m a step: {steps} steps."),
    "reckoned-on": ("{day}: {told}", "{day}: {told}"),
    "take-it": ("[回车=对]", "[Enter=right]"),
    "add-it": ("[回车=写入]", "[Enter=write it]"),
    "keys": (
        "t层级 c类别 p地点 w反映人 o责任 d期限 s当场办结,按字母就改;带问号的是拿不准的。",
        "t tier, c category, p place, w who, o owner, d due, s settled:\na letter changes it; ? marks what is unsure.",
    ),
    "fields": ("层级 类别 地点 反映人 责任 期限 当场办结", "tier category place who owner due settled"),
    "keys-of-one": ("k类型 n=不写;写好了回车。", "k kind, n = leave it; Enter writes it."),
    "spoilt": (
        "{path} 有错,现在加不进去(改法: minqing 检查)。",
        "{path} has errors; nothing can be added to it now (the mend: minqing check).",
    ),
    "already-spoilt": ("2记成当天第二次走动 3先不记 [回车=3]?", "2 a second walk that day, 3 stop [Enter = 3]?"),
    "also": ("又记: {facts}", "Also noted: {facts}"),
    "stands": (
        "{name}已有 {there},这次的 {value} 记在正文里。",
        "The entry has {name} {there} already; {value}, as told this time, went into its text.",
    ),
    "beside-steps": (
        "{name} {value} 是和正文里的步数一起的,也记在正文里。",
        "{name} {value} belongs to the steps that went into the text, and went there with them.",
    ),
    "unkept": (
        "草稿存不下来,接着问;写完之前别关窗口。",
        "The draft cannot be kept; the questions go on, but do not close the window before it is written.",
    ),
    "no-such-key": (
        "“{given}”看不懂。对就回车;要改按 t c p w o d s,改这句话打 <。",
        "“{given}” is not understood. Enter takes it; t c p w o d s change it, < opens the sentence.",
    ),
    "no-matter": (
        "“{given}”看不出是什么事。请写一句话;没有了就直接回车。",
        "“{given}” tells of no matter. Type a sentence; Enter when there are no more.",
    ),
    "unsure": ("  拿不准{why}\n  {question}", "  Unsure {why}\n  {question}"),
    "tier": ("层级({offered})?", "Tier ({offered})?"),
    "category": ("类别({offered};可打几个字)?", "Category ({offered}; a few letters will do)?"),
    "place": ("地点?", "Place?"),
    "reporter": ("反映人?", "Who said so?"),
    "reporters": ("阿姨 大爷 老爷子 老太太 师傅 先生 女士 居民 租户 商户 楼门长", "resident tenant shopkeeper steward"),
    "owner": ("责任(谁来办)?", "Owner?"),
    "due": ("期限?", "Due?"),
    "due-from": ("  从 {day} 算起,是 {due}", "  counted from {day}: {due}"),
    "one-letter": (
        "“{given}”只是一个字母,没有记。请写名称;不填就打 -。",
        "“{given}” is only a letter and was not taken. Type the name, or - for none.",
    ),
    "doubt-remark": (
        "“{given}”?没错就直接回车记进正文,不对就改(删空=不记)。",
        "“{given}”? Enter puts it into the text, or type another remark (empty = none).",
    ),
    "kind": ("类型({offered})?", "Kind ({offered})?"),
    "ticket": ("12345 工单号(没有就回车)?", "Ticket number (Enter if there is none)?"),
    "same-ticket": (
        "注意: 工单 {ticket} 在 {first}({title})上已经有了。",
        "Note: ticket {ticket} is that of {first} ({title}) already. ",
    ),
    "ticket-twin": (
        "若是同一件: minqing 重复 {id} {first},以后用 minqing 跟进 {first} 接着记。",
        "If it is one matter: minqing duplicate {id} {first}, and minqing note {first} from then on.",
    ),
    "ticket-follow": (
        "若是那件的后续,不用另立: minqing 跟进 {first} 说明。",
        "If it is that one's next step, no second issue is needed: minqing note {first} TEXT.",
    ),
    "repeat": ("第{count}次:上次 {what}({id})", "Time {count}: last {what} ({id})"),
    "repeat-open": ("{day} 提出,还没办结", "raised {day}, still open"),
    "more-alike": ("还有 {count} 件也是这样,没有一一列出。", "{count} more are like that and not listed here."),
    "repeat-of": ("{title}: {line}", "{title}: {line}"),
    "twins": (
        "这次有两件像是同一件事:“{first}”和“{title}”。",
        "Two of these look like one matter: “{first}” and “{title}”.",
    ),
    "twin-numbers": (
        "{number} 和 {first} 像是同一件事;是的话打 {number}- 去掉一件。",
        "{number} and {first} look like one matter; if they are, type {number}- to take one out.",
    ),
    "whole-name": ("  {given} → {name}", "  {given} → {name}"),
    "is-twin": ("若是一件: minqing 重复 {id} {first}", " If they are: minqing duplicate {id} {first}"),
    "news": (
        "第{line}行像是以前那件的新情况,没有另记,留在正文: {text}\n"
        "  → {id} {title}  记上: minqing {likely} {id} {text}  (或: minqing {other} …)",
        "Line {line} is news of an earlier matter; no new one was made, it stays in the text: {text}\n"
        "  -> {id} {title}  To put it there: minqing {likely} {id} {text}  (or: minqing {other} …)",
    ),
    "news-here": (
        "下面几行像是以前那几件的新情况,都留在正文:",
        "These lines are news of earlier matters; all stay in the text:",
    ),
    "news-one": ("  {number}  {text}\n     → {verb} {id} {title}", "  {number}  {text}\n     -> {verb} {id} {title}"),
    "news-which": (
        "哪几条也记到那几件下? [打序号,如 1 3;y=都记,回车=都不记]",
        "Which are put down there as well? [numbers: 1 3; y = all, Enter = none]",
    ),
    "ends": ("{number}  办结 {id}: {text}", "{number}  closes {id}: {text}"),
    "follow": (
        "  还没办结: {id} {title}\n  y=记成它的跟进,回车=另立一件?",
        "  Still open: {id} {title}\n  y = make it a note to that one, Enter = a new issue?",
    ),
    "follow-still": (
        "  现在记成 {id} 的跟进。\n  回车=不变,n=另立一件,<改这句话?",
        "  It is a note to {id} now.\n  Enter = as it is, n = a new issue, < = its sentence?",
    ),
    "follow-one": ("  {number} 像是 {id} {title}", "  {number} looks like {id} {title}"),
    "follow-many": (
        "上面几件还没办结,哪几件记成它的跟进? [打序号,如 1 3;y=都是,回车=都另立]",
        "These are still open. Which are notes to them? [numbers: 1 3; y = all, Enter = new issues]",
    ),
    "follows": ("{number}  跟进 {id}: {text}", "{number}  note to {id}: {text}"),
    "unmarked": (
        "没有编号的行,都放进正文了。这几行像是事项:",
        "No line has a number, so all went into the text. These look like matters:",
    ),
    "unmarked-beside": (
        "没有编号的行里,这几行也像是事项:",
        "Of the lines without a number these look like matters, too:",
    ),
    "which-lines": (
        "都记成事项? [回车=都记 n=都不记 打序号=只记这几行,如 1 3-5]",
        "Make them matters? [Enter = all, n = none, or the numbers of some: 1 3-5]",
    ),
    "no-such-lines": (
        "“{given}”看不懂:打上面的序号({offered}),几个用空格隔开;都不是就打 n。",
        "“{given}” is not understood: type some of the numbers above ({offered}); n = none.",
    ),
    "not-said": ("没有写: {names}", "Not said: {names}"),
    "review": (
        "写入 {day} {weekday}的日记吗? [回车=写入]",
        "Write it into the diary of {day} ({weekday})? [Enter=yes]",
    ),
    "review-keys": (
        "数字=改那件事|4r=第4件放进正文|4-=删掉|m正文变事项|f走动情况|a加一件|b加一段话|e编辑器|n先不写",
        "number = change a matter|4r = into the text|4- = out|m text to matter|f facts|a add|b text|e editor|n not yet",
    ),
    "review-how": (
        "“{given}”看不懂。回车=写入,打序号改那一件(4t 4r 4-),别的键有 {keys};\n要加一件事就打一句话。",
        "“{given}” is not understood. Enter writes it, a number changes a matter (4t 4r 4-),\n"
        "other keys are {keys}; a sentence is one more matter.",
    ),
    "review-numbers": (
        "“{given}”不对:事情的序号是 {numbers},后面可以带 t c p w o d s r - 中的一个。",
        "“{given}” is none: matters have the numbers {numbers}, with one of t c p w o d s r - behind.",
    ),
    "guesses": (
        "带?的拿不准({numbers}):按 ? 一件一件定,回车就照建议。",
        "What has a ? is a guess ({numbers}): ? goes through them, Enter takes the suggestions.",
    ),
    "doubtful": (
        "{numbers} 像是夸奖、打算、旧事或闲话,不一定是事项:按 r 放进正文。",
        "{numbers} may be praise, a plan, old news or talk, and no matter: r puts it into the text.",
    ),
    "last-time": ("按 l 照上次: {facts}", "l = as last time: {facts}"),
    "or-none": ("[回车=对 r放进正文 -删掉 <改这句话]", "[Enter=right r=text -=out <=sentence]"),
    "not-emptied": (
        "空着不行,这句话留着。要去掉这件事,打 - 回车。",
        "An empty sentence is none, it stays. To take the matter out type -.",
    ),
    "now-out": ("{number} 去掉了: {title}", "{number} taken out: {title}"),
    "now-text": ("{number} 放进正文: {title}", "{number} goes into the text: {title}"),
    "now-matter": ("{number} 是事项: {title}", "{number} is a matter: {title}"),
    "was-out": ("{number}  (去掉了,打 {number} 放回) {title}", "{number}  (taken out; {number} puts it back) {title}"),
    "was-text": (
        "{number}  (在正文里,打 {number} 变回事项) {title}",
        "{number}  (in the text; {number} takes it back) {title}",
    ),
    "which-into-text": (
        "哪几件放进正文? [打序号,如 4 6;回车=都不放]",
        "Which of them are text? [numbers: 4 6; Enter = none]",
    ),
    "which-into-matters": (
        "哪几行是事项? [打序号,如 1 3;y=都是,回车=都不是]",
        "Which lines are matters? [numbers: 1 3; y = all, Enter = none]",
    ),
    "no-text": ("正文里没有话。", "There is no text."),
    "as-it-was": ("没有改动,还没有写入。", "Nothing was changed there; it is not written yet."),
    "write-first": (
        "这一篇要先写入日记,才能在编辑器里改。现在写入吗?",
        "It must be written into the diary before it can be opened in the editor. Write it now?",
    ),
    "which-fact": ("改哪一项({offered})?", "Which one ({offered})?"),
    "matter-again": ("第{number}件(打 - 删掉这一件)?", "Matter {number} (- takes it out)?"),
    "taken-out": ("已去掉: {title}", "Taken out: {title}"),
}
