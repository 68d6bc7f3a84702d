"""Short stories that a voice tells, in sentences or run on with commas."""

from datetime import date

import pytest

from minqing.classify.notes import read_notes
from minqing.domain.community import Community

STORY = "11月17日走了一圈。三号楼的王大姐说她家楼上的天天晚上跺脚。6号楼门禁坏了。"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("。", "，"),
        STORY.replace("她家楼上", "她家楼\n上"),
        STORY.replace("。", "，", 2).replace("她家楼上", "她家楼\n上"),
    ],
    ids=["sentences", "commas", "broken", "commas broken"],
)
def test_what_a_short_story_tells_is_raised_and_the_story_kept(text: str) -> None:
    notes = read_notes(text, date(2026, 11, 23), Community())
    assert [issue.title for issue in notes.issues] == ["三号楼的王大姐说她家楼上的天天晚上跺脚", "6号楼门禁坏了"]
    assert notes.body == text + "\n"


@pytest.mark.parametrize("told", ["大家都说扶手好", "三号楼王大姐说谢谢我们", "我们去了三号楼"])
def test_praise_and_the_way_are_no_matters(told: str) -> None:
    assert read_notes(f"11月17日走了一圈。{told}。", date(2026, 11, 23), Community()).issues == ()
