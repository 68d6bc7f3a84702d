"""Words that people are called by in a diary: surnames and forms of address."""

from __future__ import annotations

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷柴"
)
"""The common surnames of one character."""

SELDOM_SURNAMES = (
    "欧柳俞季纪焦左毕包盛耿关祝房骆单苗涂池欣娄褚游凌裴席卜蒲翁尤冷宫舒阮詹霍滕练柯穆晏祁路隋麦解宁应冀谷管车项童鲍符游景卞"
    "甘阳裘闵管连艾蓝娄窦敖佟连党成古仇闻井桑桂屈邬晋揭臧乐初巩荆栾隗逯明鹿原邸缪靳尚苑丛杭伏容瞿宗虞"
)
"""Surnames that are met less often; many are also everyday words, so they count only where a name is due."""

COMPOUND_SURNAMES = (
    "欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司空|轩辕|东方|夏侯|钟离|端木|百里|南宫|西门|独孤|澹台|闾丘|呼延|"
    "完颜|太史|申屠|淳于|单于|万俟|濮阳|赫连|公冶"
)
"""Surnames of two characters, as alternatives of a pattern; kept whole when the rest of a name is hidden."""

TITLES = (
    "老爷子|老太太|老大爷|老大娘|老奶奶|老爷爷|老伯伯?|老师傅|老人家?|老两口|大爷|大妈|大娘|大伯|大叔|大婶|大姐|大哥|阿姨|叔叔|伯伯|奶奶|"
    "爷爷|婆婆|师傅|先生|女士|老师|小伙子|姑娘|家长"
)
"""Forms of address, as alternatives of a pattern."""
