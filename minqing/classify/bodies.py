"""Which of the bodies that the field names for a category takes a large matter: told by what the sentence speaks of.

``domain`` names several for most categories (消防救援 / 派出所, 城管执法队 / 环卫 / 园林绿化); the first is usual. Who
is responsible follows from the thing, not from the danger: a wall is the housing bureau's, a cable its owner's, whoever
throws things down the police's. Construction and shops that make noise are 城管's in Beijing, music and quarrels the
police's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from minqing.domain.community import CATEGORIES
from minqing.domain.patterns import pattern

POLICE, FIRE, HOUSING, CITY = "派出所", "消防救援", "区住建房管", "城管执法队"
OWNER, ROADS, JUSTICE, CLEANING, GREEN, LANDLORD = "权属单位", "城管委", "司法所", "环卫", "园林绿化", "产权单位"

_SHOPS = (
    "饭馆|饭庄|餐馆|餐厅|餐饮|烧烤|排档|酒吧|酒楼|歌厅|KTV|底商|商户|商铺|店铺|门面|超市|摊|棋牌室|麻将馆|网吧|健身房|台球厅|练歌房|"
    "理发|美发|美容|足浴|足疗|洗浴|浴场|汽修|修车|洗车|废品站|[食茶咖武舞]馆|面馆|宾馆|旅馆|(?:^|[^书饭本])店(?!宿舍)|饭店"
)
"""Whoever does business in or below a house."""
_CABLES = "高压线|高压塔|电线|电缆|电杆|变压器|配电|变电|输电"

BODIES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "safety": (
        (POLICE, "偷(?!工)|(?<!防)盗|失窃|诈骗|(?<!不)骗|传销|赌|吸毒|毒品|入室|撬|尾随|打架|斗殴|打人|"
                 "抢(?![修险救占工收通])|砸车|保健品|假药|刷单|群租|"
                 "跟踪|恐吓|纵火|放火|高空抛物|(?:往下|往楼下|从楼上)(?:扔|抛|丢|砸)|流浪[狗犬]|烈性犬|恶犬|咬[人伤]"),
        (FIRE, "着火|起火|失火|火灾|火情|冒烟|明火|消防|灭火|飞线|充电|煤气罐|液化气|燃气|天然气"),
        (CITY, "广告牌|招牌|灯箱|牌匾|围挡"),
        (OWNER, f"{_CABLES}|漏电|触电|井盖|电梯|路灯"),
        (ROADS, "路面|马路|道路|人行道|便道"),
        (HOUSING, "承重|外墙|墙[皮砖体面]|女儿墙|瓷砖|保温层|楼[板体顶]|屋[顶面檐]|房[顶梁]|阳台|雨棚|雨搭|地基|"
                  "危[房楼]|裂[缝了开]|开裂|塌|倾斜|沉降|下沉"),
    ),
    "dispute": (
        (JUSTICE, "遗产|继承|遗嘱|赡养|抚养|离婚|分家|合同|借条|欠款|欠钱|欠薪|工资|打官司|起诉|法院"),
        (CITY, f"工地|施工|打桩|建筑队|{_SHOPS}|叫卖|高音喇叭"),
        (OWNER, f"{_CABLES}|水泵|泵房|换热站|锅炉|冷却塔|地铁|高架|轻轨|铁路"),
    ),
    "environment": (
        (CITY, f"渣土|油烟|偷倒|倾倒|乱倒|{_SHOPS}|工地|施工|扬尘"),
        (CLEANING, "垃圾|清运|转运站|中转站|公厕|厕所|果皮箱|化粪池|粪便"),
        (GREEN, "树|绿化|绿地|草坪|草地|飞絮|[杨柳]絮|虫|灌木|绿篱|花坛|枝"),
    ),
    "property": ((LANDLORD, "产权单位|原单位|单位(?:宿舍|房|楼|大院)|宿舍楼|家属[院楼]|公房|自管房|厂里的"),),
    "facility": (
        (OWNER, f"{_CABLES}|水管|自来水|停水|断水|没水|停电|断电|没电|供电|燃气|天然气|煤气|暖气|供暖|供热|热力|电梯|"
                "光缆|网线|宽带|信号|基站|公交|地铁|红绿灯|信号灯|斑马线"),
        (ROADS, "市政|马路|公路|大街|道路|主路|辅路|便道|人行道|路面|路口|天桥|路灯|井盖|雨水|排水|污水|积水|护栏"),
    ),
}  # fmt: skip
"""By category, what a sentence must speak of for a body to take it, the first that fits, else the usual one."""


@cache
def _compiled(category: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((body, pattern(words)) for body, words in BODIES.get(category, ()))


def body_for(text: str, owner: str | None, category: str) -> str | None:
    """The body that takes a large matter of ``category``: by what the sentence speaks of, where ``owner`` is usual.

    A body that the settings chose themselves stays.
    """
    usual = CATEGORIES.get(category)
    if usual is None or owner != usual.body:
        return owner
    return next((body for body, words in _compiled(category) if words.search(text)), owner)
