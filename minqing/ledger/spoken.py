"""The headings of a sheet that a colleague made for herself: 啥时候, 说的啥, 谁说的, 在哪, 咋办的, 办完没."""

from __future__ import annotations

from minqing.domain.patterns import pattern

LONGEST = 12
"""Characters of a heading in everyday words; what is longer is a sentence."""

_WHAT = "(?:啥|什么|嘛|哪些)"
_WHEN = f"(?:{_WHAT}时候|哪天|哪日)"
_WHO = "(?:谁|哪个|哪位|哪家)"
_HOW = "(?:咋|咋样|怎么|如何|怎样)"
_DEEDS = "办|处理|弄|解决|搞|修|整|完成|落实"
_DONE = f"(?:{_DEEDS})"
_OVER = "(?:完|好|结|妥)"

_ROWS: tuple[tuple[str, str], ...] = (
    ("closed", f"{_WHEN}{_DONE}{_OVER}?的?"),
    ("closed", f"{_DONE}{_OVER}的?(?:日子|时间|日期)"),
    ("due", f"{_WHEN}(?:之?前|要|得|该).{{0,4}}|(?:最晚|限到).{{0,4}}"),
    ("raised", f"{_WHEN}.{{0,4}}|{_WHAT}日子|几号|几月几[号日]|何时|日子|时候"),
    ("owner", f"(?:归|由|该)?{_WHO}(?:{_DEEDS}|管|负责|跟|去|接|牵头)(?:的|呢)?"),
    ("owner", "[找派]的?谁.{0,2}|谁的[事活]儿?"),
    ("reporter", f"{_WHO}家?(?:说|反映|提|讲|来|报|找|打|问|告诉)?(?:过来|的|起)?(?:的|电话)?|听谁说的|谁家的?事?"),
    ("place", "在?(?:哪[里儿]?|哪块儿?|哪栋楼?|哪个楼|哪号楼|几号楼|几栋|几号院|啥地[方儿]|什么地方)(?:发生)?的?"),
    ("state", f"(?:{_DONE}(?:{_OVER}|成|了)?|好|完|行|妥)了?(?:没|没有|吗|不|么|否|没{_DONE}?{_OVER}?)"),
    ("state", "完没完|好没好|行没行|妥没妥"),
    ("satisfaction", "满不满意|满意了?(?:不|没|没有|吗|么|否)|高不高兴|认不认可|咋评价的?"),
    ("handling", f"{_HOW}给?{_DONE}[的了着]?呢?|{_DONE}[得到成]?(?:咋样|怎么样|哪一?步|啥样)了?"),
    ("handling", f"[干做]了{_WHAT}|(?:后来|下一步).{{0,4}}"),
    ("title", f"都?(?:说|反映|讲|提|问|报|要求|看见|看到|发现)?[的了是]?{_WHAT}(?:事儿?|问题|情况|毛病)?"),
    ("title", "咋了|咋回事儿?|怎么(?:了|回事儿?)|事儿|事情|毛病|大伙儿?说的|说的话|说法"),
    ("households", "影响?(?:几|多少)[户家](?:人|的)?|(?:几|多少)[户家](?:人|的)?"),
    ("cost", "花了?(?:多少|几个?)钱?|花的?钱|多少钱|用了多少钱"),
    ("phone", "(?:咋|怎么)联系[的他她]?|电话多少|打哪个电话"),
    ("remark", "其[他它]的?|别的|另外|还有(?:啥|什么)?|补充"),
)
"""What a heading asks for, in the words of a talk; the first form that fits the whole of it."""

_FORMS = tuple((field, pattern(form)) for field, form in _ROWS)


def spoken_field(name: str) -> str | None:
    """The id of the field that a heading (as ``fields.plain`` has it) asks for in everyday words."""
    return next((field for field, form in _FORMS if form.fullmatch(name)), None) if len(name) <= LONGEST else None
