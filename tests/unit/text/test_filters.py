"""The filter grammar on a small diary. Today is Wednesday, 18 November 2026."""

from datetime import date

import pytest

from minqing.domain.community import Category, Community
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.fold import IssueState, fold_entries
from minqing.domain.model import Entry, Issue, Progress
from minqing.messages import say
from minqing.text.filters import KEYS, parse_filters, sort_by_urgency

TODAY = date(2026, 11, 18)
COMMUNITY = Community(
    categories={**Community().categories, "green": Category("green", "绿化", "environment")},
)


def line(day: str, verb: str, argument: str | None = None, text: str = "") -> Progress:
    return Progress(date.fromisoformat(day), verb, argument, text)


def issue(number: str, title: str, **fields: object) -> Issue:
    return Issue(number, title, **fields)  # type: ignore[arg-type]


ENTRIES = [
    Entry(
        date(2026, 10, 12),
        issues=(
            issue(
                "20261012-1",
                "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉",
                place="5号楼",
                reporter="老爷子",
                source="heard",
                category="facility",
                tier="medium",
                owner="物业管理",
                due=date(2026, 10, 19),
                progress=(line("2026-10-14", "assign", "王丽", "请她去看"),),
            ),
            issue(
                "20261012-2",
                "15号楼门口小广告",
                place="15号楼",
                category="environment",
                tier="small",
                due=date(2026, 10, 12),
                progress=(line("2026-10-12", "close", None, "已清理"),),
            ),
        ),
    ),
    Entry(
        date(2026, 11, 2),
        "desk",
        issues=(
            issue(
                "20261102-1",
                "地锁占了车位",
                place="3号楼2单元",
                category="illegal_build",
                tier="large",
                owner="Street Office",
                due=date(2026, 11, 17),
                progress=(line("2026-11-10", "park", "2026-12-20", "等街道统一清理"),),
            ),
            issue(
                "20261102-2",
                "邻里噪声",
                category="dispute",
                tier="medium",
                due=date(2026, 11, 20),
                progress=(line("2026-11-19", "note", None, "约了司法所"),),
            ),
        ),
    ),
    Entry(
        date(2026, 11, 16),
        issues=(
            issue("20261116-1", "树密晒不到阳光", place="8号楼", category="green", due=date(2026, 11, 23)),
            issue("20261116-2", "8:30以后没人修LED灯"),
        ),
    ),
]
STATES = fold_entries(ENTRIES, TODAY, COMMUNITY)
OPEN = {"1012-1", "1102-1", "1102-2", "1116-1", "1116-2"}
ALL = OPEN | {"1012-2"}


def found(*terms: str) -> set[str]:
    """Short ids of the issues a list with these terms shows."""
    wanted = parse_filters(terms, TODAY, COMMUNITY)
    return {state.id[4:] for state in STATES if wanted.matches(state)}


@pytest.mark.parametrize(
    ("terms", "ids"),
    [
        # words
        ([], OPEN),
        ([""], OPEN),
        (["路灯"], {"1012-1"}),
        (["老爷子"], {"1012-1"}),
        (["8号楼"], {"1116-1"}),
        (["５号楼"], {"1012-1"}),
        (["5号楼", "state:all"], {"1012-1"}),
        (["统一清理"], {"1102-1"}),
        (["王丽"], {"1012-1"}),
        (["司法所"], set()),
        (["led灯"], {"1116-2"}),
        (["ＬＥＤ"], {"1116-2"}),
        (["路灯", "5号楼"], {"1012-1"}),
        (["路灯 老爷子"], {"1012-1"}),
        (["路灯　老爷子"], {"1012-1"}),
        (["路灯", "阳光"], set()),
        (["8:30"], {"1116-2"}),
        (["8：30"], {"1116-2"}),
        (["事由:abc"], set()),
        # fixed words
        (["tier:medium"], {"1012-1", "1102-2"}),
        (["层级:中事"], {"1012-1", "1102-2"}),
        (["层级：大事"], {"1102-1"}),
        (["层级:large"], {"1102-1"}),
        (["TIER:LARGE"], {"1102-1"}),
        (["ｔｉｅｒ：ｌａｒｇｅ"], {"1102-1"}),
        (["tier: large"], {"1102-1"}),
        (["tier:none"], {"1116-1", "1116-2"}),
        (["层级:无"], {"1116-1", "1116-2"}),
        (["category:dispute"], {"1102-2"}),
        (["类别:绿化"], {"1116-1"}),
        (["category:民间纠纷"], {"1102-2"}),
        (["类别:green"], {"1116-1"}),
        (["category:none"], {"1116-2"}),
        (["bucket:environment"], {"1102-1", "1116-1"}),
        (["口径:环境问题"], {"1102-1", "1116-1"}),
        (["口径:民事纠纷"], {"1102-2"}),
        (["bucket:无物业问题"], {"1012-1"}),
        (["bucket:无物业管理问题"], {"1012-1"}),
        (["口径:其他"], {"1116-2"}),
        (["source:heard"], {"1012-1"}),
        (["来源:听"], {"1012-1"}),
        (["来源:接待"], {"1102-1", "1102-2"}),
        (["kind:walk"], {"1012-1", "1116-1", "1116-2"}),
        (["类型:接待"], {"1102-1", "1102-2"}),
        # as people say them
        (["层级:大"], {"1102-1"}),
        (["级别:重大"], {"1102-1"}),
        (["层级:大事、中事"], {"1012-1", "1102-1", "1102-2"}),
        (["层级:大，中"], {"1012-1", "1102-1", "1102-2"}),
        (["分类:绿化类"], {"1116-1"}),
        (["类别:绿化、纠纷"], {"1102-2", "1116-1"}),
        (["口径:无物业"], {"1012-1"}),
        (["来源:来访"], {"1102-1", "1102-2"}),
        (["类型:巡查"], {"1012-1", "1116-1", "1116-2"}),
        (["状态:没办完"], OPEN - {"1102-1"}),
        (["状态:办完了"], {"1012-2"}),
        (["状态:未办结、挂账"], OPEN),
        (["状态:逾期"], {"1012-1"}),
        (["状态:超期"], {"1012-1"}),
        (["状态:已转出"], set()),
        (["责任人:王丽"], {"1012-1"}),
        (["地址:5号楼"], {"1012-1"}),
        (["地点:=5栋"], {"1012-1"}),
        (["地点:=号楼"], set()),
        (["地点:=三号楼"], {"1102-1"}),
        (["日期:上月"], {"1012-1"}),
        (["到期:本周"], {"1102-2"}),
        (["期限:一周内"], {"1102-2", "1116-1"}),
        (["提出:一周内"], {"1116-1", "1116-2"}),
        (["提出:最近7天"], {"1116-1", "1116-2"}),
        (["天数:30天以上"], {"1012-1"}),
        (["天数:超过两周"], {"1012-1", "1102-1", "1102-2"}),
        (["天数:不到7天"], {"1116-1", "1116-2"}),
        (["天数:2到16天"], OPEN - {"1012-1"}),
        (["工单:无"], OPEN),
        (["不是:逾期"], OPEN - {"1012-1"}),
        # states
        (["state:open"], OPEN - {"1102-1"}),
        (["状态:未办结"], OPEN - {"1102-1"}),
        (["state:parked"], {"1102-1"}),
        (["状态:挂账"], {"1102-1"}),
        (["state:closed"], {"1012-2"}),
        (["状态:已办结"], {"1012-2"}),
        (["state:all"], ALL),
        (["状态：全部"], ALL),
        (["not:state:parked"], OPEN - {"1102-1"}),
        (["not:state:closed"], OPEN),
        # people and places
        (["owner:王丽"], {"1012-1"}),
        (["责任:物业"], set()),
        (["owner:street"], {"1102-1"}),
        (["owner:none"], {"1102-2", "1116-1", "1116-2"}),
        (["责任:无"], {"1102-2", "1116-1", "1116-2"}),
        (["place:5号楼"], {"1012-1"}),
        (["地点:5号楼", "state:all"], {"1012-1"}),
        (["地点:15号楼", "状态:全部"], {"1012-2"}),
        (["place:号楼"], {"1012-1", "1102-1", "1116-1"}),
        (["place:2单元"], {"1102-1"}),
        (["place:3号楼 2单元"], {"1102-1"}),
        (["place:none"], {"1102-2", "1116-2"}),
        (["reporter:老爷子"], {"1012-1"}),
        (["反映人:阿姨"], set()),
        # dates
        (["raised:2026-11"], {"1102-1", "1102-2", "1116-1", "1116-2"}),
        (["提出:上月"], {"1012-1"}),
        (["raised:周一"], {"1116-1", "1116-2"}),
        (["raised:2026-11-01..2026-11-10"], {"1102-1", "1102-2"}),
        (["closed:上月"], {"1012-2"}),
        (["办结:2026-10"], {"1012-2"}),
        (["closed:本月"], set()),
        (["not:closed:上月"], OPEN),
        (["due:..周五"], {"1012-1", "1102-2"}),
        (["期限:..周五"], {"1012-1", "1102-2"}),
        (["due：。。周五"], {"1012-1", "1102-2"}),
        (["due:2026-11-20.."], {"1102-1", "1102-2", "1116-1"}),
        (["due:none"], {"1116-2"}),
        # numbers
        (["days:30.."], {"1012-1"}),
        (["天数:30.."], {"1012-1"}),
        (["days:..7"], {"1116-1", "1116-2"}),
        (["days:16"], {"1102-1", "1102-2"}),
        (["days:2..16"], OPEN - {"1012-1"}),
        (["days:３０。。"], {"1012-1"}),
        (["天数:30天.."], {"1012-1"}),
        # overdue
        (["overdue"], {"1012-1"}),
        (["逾期"], {"1012-1"}),
        (["overdue:yes"], {"1012-1"}),
        (["逾期:否"], OPEN - {"1012-1"}),
        # not
        (["not:overdue"], OPEN - {"1012-1"}),
        (["非:逾期"], OPEN - {"1012-1"}),
        (["not:tier:medium"], OPEN - {"1012-1", "1102-2"}),
        (["not:tier:small", "state:all"], OPEN),
        (["非：路灯"], OPEN - {"1012-1"}),
        (["非:层级:中事"], OPEN - {"1012-1", "1102-2"}),
        (["not:8:30"], OPEN - {"1116-2"}),
        (["NOT:place:none"], {"1012-1", "1102-1", "1116-1"}),
        (["not:not:路灯"], {"1012-1"}),
        # together
        (["tier:medium", "overdue", "路灯"], {"1012-1"}),
        (["tier:medium", "not:overdue"], {"1102-2"}),
    ],
)
def test_what_a_list_shows(terms: list[str], ids: set[str]) -> None:
    assert found(*terms) == ids


@pytest.mark.parametrize(
    ("term", "nearest"),
    [
        ("teir:large", "tier"),
        ("tiers:large", "tier"),
        ("层次:大事", "层级"),
        ("ower:王丽", "owner"),
        ("catagory:dispute", "category"),
        ("stat:open", "state"),
        ("day:30", "days"),
        ("地店:5号楼", "地点"),
        ("责认:王丽", "责任"),
        ("not:teir:small", "tier"),
        ("nto:overdue", "not"),
        ("ｔｅｉｒ：ｌａｒｇｅ", "tier"),
    ],
)
def test_a_typo_of_a_key_is_an_error_that_names_it(term: str, nearest: str) -> None:
    with pytest.raises(MinqingError) as refused:
        parse_filters([term], TODAY, COMMUNITY)
    assert (refused.value.code, refused.value.exit_code) == ("filters.key", MISUSE)
    assert refused.value.params["nearest"] == nearest


@pytest.mark.parametrize("term", ["8:30", "事由:abc", "http://a", "电话:无", ":abc", "说:没人管", "a:b"])
def test_any_other_colon_is_text(term: str) -> None:
    assert parse_filters([term], TODAY, COMMUNITY).terms[0].key == "text"


@pytest.mark.parametrize(
    ("term", "code", "said"),
    [
        ("tier:huge", "filters.value", "large/大事"),
        ("层级:", "filters.value", "small/小事"),
        ("category:不存在", "filters.value", "green/绿化"),
        ("bucket:foo", "filters.value", "dispute/民事纠纷"),
        ("state:foo", "filters.value", "parked/挂账"),
        ("state:none", "filters.value", "open/未办结"),
        ("source:nowhere", "filters.value", "heard/听"),
        ("kind:none", "filters.value", "walk/走动"),
        ("overdue:maybe", "filters.value", "yes/是"),
        ("due:blah", "filters.date", "blah"),
        ("due:", "filters.date", "due/期限"),
        ("raised:2026-02-30", "filters.date", "2026-02-30"),
        ("closed:2026-06-30..2026-01-01", "filters.date", "2026-01-01"),
        ("days:many", "filters.days", "many"),
        ("days:", "filters.days", "7..30"),
        ("days:..", "filters.days", "7..30"),
        ("days:30..7", "filters.days", "30..7"),
        ("days:-3", "filters.days", "-3"),
        ("days:30天到一周", "filters.days", "30天到一周"),
        ("层级:大,巨大", "filters.value", "large/大事"),
        ("days:" + "9" * 5000, "filters.days", "days/天数"),
        ("owner:", "filters.no-value", "owner/责任"),
        ("地点：　", "filters.no-value", "place/地点"),
        ("not:", "filters.empty", "not:"),
        ("非：", "filters.empty", "非："),
    ],
)
def test_a_wrong_value_is_an_error_that_says_what_is_accepted(term: str, code: str, said: str) -> None:
    with pytest.raises(MinqingError) as refused:
        parse_filters([term], TODAY, COMMUNITY)
    assert (refused.value.code, refused.value.exit_code) == (code, MISUSE)
    assert said in say(refused.value.code, **refused.value.params)


def test_the_default_state() -> None:
    def default(*terms: str) -> str:
        return parse_filters(terms, TODAY, COMMUNITY).default_state

    assert default() == default("路灯") == default("not:closed:上月") == default("办结") == "open"
    assert default("state:open") == default("closed:上月") == "all"


def test_both_spellings_of_a_key_lead_to_it() -> None:
    spellings = [word for key in KEYS for word in (key.id, key.zh, *key.also.split())]
    assert len(spellings) == len(set(spellings))


def test_words_see_progress_up_to_the_day_only() -> None:
    later = fold_entries(ENTRIES, date(2026, 11, 19), COMMUNITY)
    filters = parse_filters(["司法所"], TODAY, COMMUNITY)
    assert [state.id for state in later if filters.matches(state)] == ["20261102-2"]
    assert not any(filters.matches(state) for state in STATES)


def test_the_most_urgent_comes_first() -> None:
    def state(number: int, due: str | None, *progress: Progress, raised: str = "2026-11-01") -> IssueState:
        matter = issue(f"x-{number}", "t", due=date.fromisoformat(due) if due else None, progress=progress)
        entry = Entry(date.fromisoformat(raised), issues=(matter,))
        return fold_entries([entry], TODAY, COMMUNITY)[0]

    wanted = [
        state(1, "2026-11-03"),
        state(2, "2026-11-10"),
        state(3, "2026-11-18"),
        state(4, "2026-12-01"),
        state(5, None, raised="2026-11-02"),
        state(6, None, raised="2026-11-09"),
        state(7, "2026-11-05", line("2026-11-06", "park", "2026-11-30")),
        state(8, "2026-11-05", line("2026-11-06", "park", "2027-01-31")),
        state(9, "2026-11-05", line("2026-11-16", "close")),
        state(10, "2026-11-02", line("2026-11-04", "close")),
    ]
    shuffled = [wanted[i] for i in (8, 3, 5, 0, 9, 7, 2, 4, 6, 1)]
    assert [s.id for s in sort_by_urgency(shuffled)] == [s.id for s in wanted]


def test_what_takes_more_effort_is_asked_last() -> None:
    """Of a large diary the numbers of houses are compared only where all else fits; the answer is the same."""
    found = parse_filters(["5号楼", "路灯", "tier:large"], date(2026, 11, 20), Community())
    assert [(term.key, term.effort) for term in found.terms] == [("tier", 0), ("text", 1), ("text", 2)]


def test_overdue_among_states_is_no_word_for_all_that_is_open() -> None:
    assert found("状态:逾期,已转出") == found("状态:逾期") | found("状态:已转出")
    assert found("状态:逾期") < found("状态:open")


@pytest.mark.parametrize("how", ["逾期办结", "按期办结", "当场办结"])
def test_how_a_matter_was_closed_is_not_taken_for_all_that_is(how: str) -> None:
    with pytest.raises(MinqingError):
        found(f"状态:{how}")
