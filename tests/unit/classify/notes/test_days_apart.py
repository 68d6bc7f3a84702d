"""What parts a paste: a day with a word behind its facts, last week's matters above those of this one."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes, read_paste
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def read(text: str) -> Notes:
    return read_notes(text, MONDAY, Community())


@pytest.mark.parametrize("word", ["我一个人", "我、丁哥、所里老徐", "老样子", "老徐请假"])
def test_a_day_with_a_word_behind_its_facts_begins_the_next_walk(word: str) -> None:
    text = f"11月9日 小雨 3900步\n1号院围墙渗水\n3号院井盖破\n\n11月16日 阴 4450步 {word}\n自行车棚顶漏雨\n2号院灯坏\n"
    first, second = read_paste(text, MONDAY, Community())
    assert (first.date, first.steps, len(first.issues)) == (date(2026, 11, 9), 3900, 2)
    assert (second.date, second.steps, len(second.issues)) == (date(2026, 11, 16), 4450, 2)
    assert word in second.body


def test_a_day_with_a_matter_behind_its_facts_heads_nothing_by_itself() -> None:
    notes = read("11月9日 小雨 3900步\n11月16日 阴 4450步 3号院井盖破了\n")
    assert "3号院井盖破了" in notes.body or any("井盖" in issue.title for issue in notes.issues)


def test_a_colleague_is_called_by_the_body_they_are_of() -> None:
    assert read("11月16日 阴 4450步 丁哥、所里的老徐").walkers == ("丁哥", "所里的老徐")


@pytest.mark.parametrize("said", ["今天跟着张书记走了一圈", "今天跟着张书记走,记一下大家说的"])
def test_whom_somebody_follows_is_called_without_the_word_for_it(said: str) -> None:
    assert read(said).walkers == ("张书记",)


@pytest.mark.parametrize(("said", "steps"), [("4 千 6 百步", 4600), ("总计 6 千 步", 6000), ("1 万 2 千步", 12000)])
def test_a_voice_parts_the_units_of_a_number(said: str, steps: int) -> None:
    assert read(f"11月16日 晴\n{said}\n").steps == steps


@pytest.mark.parametrize("before", ["上周遗留:", "上周:", "上次的:"])
@pytest.mark.parametrize("now", ["本周新增:", "新增:", "这周:", "本次走访:"])
def test_matters_of_last_time_are_none_of_this_walk(before: str, now: str) -> None:
    notes = read(f"11月23日\n{before}\n1. 3号楼路灯修好了\n2. 北门道闸没修\n\n{now}\n1. 5号楼下水井返味\n")
    assert [issue.title for issue in notes.issues] == ["5号楼下水井返味"]
    assert "1. 3号楼路灯修好了\n2. 北门道闸没修" in notes.body


def test_a_house_with_two_numbers_needs_no_blank_behind_it() -> None:
    notes = read("3-2灯不亮\n7-3 门口有积水\n9号楼前 车压草坪\n西围栏 缺口 有人钻\n5-6层没水\n")
    assert [(issue.title, issue.place) for issue in notes.issues][:2] == [("灯不亮", "3-2"), ("门口有积水", "7-3")]


@pytest.mark.parametrize("today", ["今天", "今早", "今儿", "今晨"])
def test_today_in_any_word_below_a_written_day_is_that_day(today: str) -> None:
    (walk,) = read_paste(f"11月14日走访\n从东门进去,慢慢走\n{today} 多云 3000步\n1. 5号楼路灯坏了", MONDAY, Community())
    assert (walk.date, len(walk.issues)) == (date(2026, 11, 14), 1)
    assert f"{today} 多云 3000步" in walk.body
