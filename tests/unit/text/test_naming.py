from collections.abc import Sequence
from datetime import date

import pytest

from minqing.domain.community import Community
from minqing.domain.errors import NOT_FOUND, MinqingError
from minqing.domain.fold import IssueState, fold_entries
from minqing.domain.model import Entry, Issue, Progress
from minqing.messages.naming import TEXTS
from minqing.text.naming import name_issue
from minqing.text.search import holds, words_of

TODAY = date(2026, 11, 18)
SHUT = (Progress(date(2026, 11, 17), "close"),)


def entry(day: str, *issues: Issue) -> Entry:
    return Entry(date.fromisoformat(day), issues=issues)


STATES = fold_entries(
    [
        entry("2025-11-16", Issue("20251116-3", "旧的井盖", "南门"), Issue("20251116-4", "自行车棚", progress=SHUT)),
        entry(
            "2026-11-16",
            Issue("20261116-1", "窗前的路灯太亮", "5号楼"),
            Issue("20261116-2", "路灯不亮", "15号楼"),
            Issue("20261116-3", "树密晒不到阳光", "8号楼"),
            Issue("20261116-12", "WiFi信号差", "活动室"),
        ),
        entry(
            "2026-11-17",
            Issue("20261117-1", "楼道灯坏了", "9号楼", progress=SHUT),
            Issue("20261117-2", "树枝压线", "8号楼", progress=SHUT),
        ),
    ],
    TODAY,
    Community(),
)


def named(text: str, among: str = "open", states: Sequence[IssueState] = STATES) -> str:
    return name_issue(text, states, among=among, last=lambda: "20261116-2").id


RAISED = fold_entries(
    [
        entry(
            "2026-11-16",
            Issue("20261116-1", "路灯不亮", "5号楼", reporter="张大爷"),
            Issue("20261116-2", "门禁坏了", "6号楼", reporter="李阿姨", ticket="2026111600012345"),
            Issue("20261116-3", "张大爷家漏水", "7号楼", reporter="李阿姨"),
            Issue("20261116-4", "井盖响", "8号楼", reporter="王师傅", progress=SHUT),
            Issue("20261116-5", "陈阿姨家灯坏了", "9号楼", progress=SHUT),
            Issue("20261116-6", "漏水", "3号楼", reporter="陈阿姨"),
        )
    ],
    TODAY,
    Community(),
)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("2026111600012345", "20261116-2"),
        ("工单２０２６111600012345", "20261116-2"),
        ("工单号:2026111600012345", "20261116-2"),
        ("李阿姨 门禁", "20261116-2"),
        ("李阿姨 6号楼", "20261116-2"),
        ("张大爷", "20261116-3"),
        ("张大爷 路灯", "20261116-1"),
    ],
)
def test_who_raised_it_and_its_ticket_name_an_issue_where_no_title_does(text: str, id: str) -> None:
    assert named(text, states=RAISED) == id


def test_an_open_issue_is_not_named_by_its_reporter_where_a_closed_one_is_by_its_title() -> None:
    with pytest.raises(MinqingError) as raised:
        named("陈阿姨", states=RAISED)
    assert raised.value.code == "naming.none-open"
    assert [state.id for state in raised.value.params["candidates"]] == ["20261116-5"]


def test_a_reporter_of_several_issues_and_a_part_of_a_ticket_name_none() -> None:
    for text, code in (("李阿姨", "several"), ("20261116000", "none"), ("工单", "none"), ("王师傅", "none-open")):
        with pytest.raises(MinqingError) as refused:
            name_issue(text, RAISED)
        assert refused.value.code == f"naming.{code}"


def refusal(text: str, among: str = "open", **known: object) -> MinqingError:
    with pytest.raises(MinqingError) as refused:
        name_issue(text, STATES, among=among, **known)  # type: ignore[arg-type]
    assert refused.value.exit_code == NOT_FOUND
    for sentence in TEXTS[refused.value.code.removeprefix("naming.")]:
        assert sentence.format(**refused.value.params)
    return refused.value


def candidates(error: MinqingError) -> list[str]:
    found = error.params["candidates"]
    assert isinstance(found, list)
    return [state.id for state in found]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("20261116-3", "20261116-3"),
        ("20251116-3", "20251116-3"),
        ("1116-3", "20261116-3"),
        ("1116-4", "20251116-4"),
        ("1116-12", "20261116-12"),
        ("１１１６－３", "20261116-3"),
        ("２０２６１１１６－３", "20261116-3"),
        ("1116—3", "20261116-3"),
        (" 1116-3 ", "20261116-3"),
        ("last", "20261116-2"),
        ("LAST", "20261116-2"),
        ("上一件", "20261116-2"),
        ("阳光", "20261116-3"),
        ("太亮", "20261116-1"),
        ("路灯 5号楼", "20261116-1"),
        ("５号楼　路灯", "20261116-1"),
        ("5号楼 路灯", "20261116-1"),
        ("15号楼", "20261116-2"),
        ("wifi", "20261116-12"),
        ("ＷＩＦＩ", "20261116-12"),
        ("井盖", "20251116-3"),
    ],
)
def test_one_issue_is_named(text: str, id: str) -> None:
    assert named(text) == id


def test_an_id_names_a_closed_issue_as_well() -> None:
    assert named("20261117-1") == named("1117-1") == "20261117-1"
    assert named("20261116-1", "closed") == "20261116-1"


def test_where_words_look() -> None:
    assert named("树", "open") == "20261116-3"
    assert named("树", "closed") == "20261117-2"
    assert named("树", "any") == "20261116-3"
    assert named("楼道灯", "any") == "20261117-1"


def test_several_are_all_handed_back() -> None:
    error = refusal("路灯")
    assert error.code == "naming.several"
    assert error.params["count"] == 2
    assert candidates(error) == ["20261116-1", "20261116-2"]
    assert candidates(refusal("号楼", "closed")) == ["20261117-1", "20261117-2"]


@pytest.mark.parametrize("text", ["不存在的事", "路灯 阳光", "", "　", "6号楼", "9999", "1116", "1116-"])
def test_words_that_name_nothing(text: str) -> None:
    assert refusal(text).code == "naming.none"


def test_issues_in_the_other_state_are_offered() -> None:
    error = refusal("楼道灯")
    assert (error.code, candidates(error)) == ("naming.none-open", ["20261117-1"])
    error = refusal("阳光", "closed")
    assert (error.code, candidates(error)) == ("naming.none-closed", ["20261116-3"])


def test_an_id_that_names_nothing_says_so() -> None:
    assert refusal("20261116-9").code == refusal("1231-1").code == "naming.no-id"
    error = refusal("20261115-1", left_out=["diaries/2026/2026-11-15-desk.md"])
    assert (error.code, error.params["path"]) == ("naming.no-id-left-out", "diaries/2026/2026-11-15-desk.md")


def test_an_id_given_twice_is_not_chosen_from() -> None:
    twice = fold_entries(
        [
            entry("2026-11-16", Issue("20261116-1", "路灯"), Issue("20261116-1", "井盖")),
        ],
        TODAY,
        Community(),
    )
    with pytest.raises(MinqingError) as refused:
        named("1116-1", states=twice)
    assert refused.value.code == "naming.several"


def test_the_last_issue_is_asked_for_only_when_it_is_meant() -> None:
    def not_now() -> str:
        raise AssertionError("git was asked")

    assert name_issue("阳光", STATES, last=not_now).id == "20261116-3"
    assert refusal("last").code == "naming.last-none"
    assert refusal("上一件", last=lambda: None).code == "naming.last-none"
    assert refusal("last", last=lambda: "20260101-1").code == "naming.last-gone"


@pytest.mark.parametrize(
    ("text", "word", "there"),
    [
        ("5号楼", "5号楼", True),
        ("15号楼", "5号楼", False),
        ("55号楼", "5号楼", False),
        ("15号楼和5号楼", "5号楼", True),
        ("在5号楼旁", "5号楼", True),
        ("3号楼12单元", "2单元", False),
        ("3号楼2单元", "楼2", True),
        ("3号楼21单元", "楼2", False),
        ("电话12345", "1234", False),
        ("电话12345", "12345", True),
        ("", "路灯", False),
    ],
)
def test_numbers_are_compared_whole(text: str, word: str, there: bool) -> None:
    assert holds(text, words_of(word)) is there
