"""Punctuation as it is printed."""

import pytest

from minqing.messages import speaking
from minqing.reports.media.printed import as_printed, as_told


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("走动4次(4个走动日),走访3次", "走动4次（4个走动日），走访3次"),
        ("提出53件;办结46件", "提出53件；办结46件"),
        ("需街道协调14件: 北门外", "需街道协调14件：北门外"),
        ("按期办结66.7%(30/45),满意", "按期办结66.7%（30/45），满意"),
        ("走访3次,19404步", "走访3次，19404步"),
        ("62(-9)", "62（-9）"),
        ("附:民情台账", "附：民情台账"),
        ("几点来?还没人管!", "几点来？还没人管！"),
        ("8:30集合,9:00 出发", "8:30集合，9:00 出发"),
        ("2020-10-19  联系  他说:好", "2020-10-19  联系  他说：好"),
        ("已经，是这样（不变）", "已经，是这样（不变）"),
        ("见 https://example.org/a?b=1,2", "见 https://example.org/a?b=1,2"),
        ("1,234.5", "1,234.5"),
    ],
)
def test_chinese_marks(typed, printed):
    with speaking("zh"):
        assert as_printed(typed) == printed
        assert as_printed(printed) == printed


def test_english_stays():
    with speaking("en"):
        assert as_printed("4 walks (on 4 days), 张书记: fine") == "4 walks (on 4 days), 张书记: fine"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("书记 5号楼老爷子说窗前的灯太亮。", "5号楼老爷子说窗前的灯太亮"),
        ("王主任您好，我家漏水", "我家漏水"),
        ("书记，您好！5号楼的灯坏了", "5号楼的灯坏了"),
        ("1. 5号楼灯坏;", "5号楼灯坏"),
        ("①8号楼漏水×", "8号楼漏水"),
        ("- 2单元小广告 √", "2单元小广告"),
        ("[x] 灯坏 [ ]", "灯坏"),
        ("（1）井盖坏。", "井盖坏"),
        ("一、楼道堆物", "楼道堆物"),
        ("你好,5号楼灯坏", "5号楼灯坏"),
        ("您好我家漏水", "我家漏水"),
    ],
)
def test_a_title_is_a_clean_sentence(written: str, told: str):
    assert as_told(written) == told


@pytest.mark.parametrize(
    "title",
    [
        "3、5号楼堆物", "3、 5号楼堆物", "三、四单元漏水", "3.5米宽的路", "10米长的管子断了", "-3层车库积水",
        "5号楼路灯×2", "张书记说路灯坏了", "李主任 家漏水", "书记接待日来访", "社工站门口积水",
        "【急】3号楼漏水", "灯坏了？", "书记", "好。",
        "①号楼漏水", "(5)号楼灯坏", "⑤单元漏水", "*号键坏了", "居委主任,答应的事没办", "主任 不接电话",
        "你好超市门口堆物",
    ],
)  # fmt: skip
def test_houses_speakers_and_words_stay_in_a_title(title: str):
    assert as_told(title) == title
