"""Punctuation as it is printed."""

import pytest

from minqing.messages import speaking
from minqing.reports.media.printed import as_printed


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
