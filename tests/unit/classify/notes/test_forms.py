"""What an office has on its desk, pasted as notes: forms, tables, lists gone through, outcomes told far below."""

from datetime import date
from decimal import Decimal

import pytest

from minqing.classify.notes.paste import Notes, read_notes, read_paste
from minqing.classify.notes.tables.guessed import guessed_sheet
from minqing.domain.community import Community

FRIDAY = date(2026, 11, 20)


def read(text: str) -> Notes:
    return read_notes(text, FRIDAY, Community())


def matters(text: str) -> list[tuple[str, str | None, bool]]:
    return [(issue.title, issue.place, issue.closed) for issue in read(text).issues]


@pytest.mark.parametrize("label", ["巡查员", "检查人", "走访队员", "巡逻小组", "值班人员", "人"])
def test_a_label_of_people_is_known_by_what_it_is_made_of(label: str) -> None:
    assert read(f"11月16日 晴\n{label}:小李、老王").walkers == ("小李", "老王")


def test_the_measures_of_a_form_are_known_under_any_name_of_the_walk() -> None:
    notes = read("【巡查日期】11月16日\n【巡查里程】4.2公里\n【检查路线】南门到北门")
    assert (notes.date, notes.km, notes.route) == (date(2026, 11, 16), Decimal("4.2"), "南门到北门")


def test_a_walk_has_its_time_from_both_ends_of_a_form() -> None:
    assert read("时间:11月16日(星期一)上午8:30\n参加:小李、王丽\n结束时间:11:20").time == "08:30-11:20"
    alone = read("时间:11月16日(星期一)上午8:30\n参加:小李、王丽")
    assert alone.time is None
    assert "8:30" in alone.body


def test_a_card_of_labels_and_values_is_one_matter() -> None:
    card = "位置:7号楼西侧\n情况:垃圾桶满了没人收\n处置:通知保洁,已清运\n状态:已办结\n"
    assert matters(card) == [("垃圾桶满了没人收,处置:通知保洁,已清运", "7号楼西侧", True)]
    two = matters(f"问题:电梯异响\n建议:请维保单位看\n结果:待研究\n{card}")
    assert [closed for _, _, closed in two] == [False, True]


def test_a_card_that_says_nothing_is_wrong_is_none() -> None:
    assert read("地点:7号楼\n情况:老人身体都好").issues == ()


@pytest.mark.parametrize("sign", [",", "，"])
def test_a_file_of_values_is_a_table(sign: str) -> None:
    rows = ["日期,地点,问题,状态", "11-16,3号楼,楼道灯不亮,已解决", "11-16,东门,道闸坏了,未解决"]
    notes = read("\n".join(rows).replace(",", sign))
    assert [(i.title, i.place, i.closed) for i in notes.issues] == [
        ("楼道灯不亮,已解决", "3号楼", True),
        ("道闸坏了,未解决", "东门", False),
    ]
    assert notes.date == date(2026, 11, 16)


def test_a_cell_with_a_comma_stands_in_quotation_marks() -> None:
    assert matters('序号,地点,问题\n1,3号楼,"灯不亮,还闪"') == [("灯不亮,还闪", "3号楼", False)]


def test_a_sentence_with_commas_is_no_table() -> None:
    assert read("时间,地点,人物都要记清楚,不要漏\n大家都说好,没有什么事情,放心").issues == ()


def test_of_a_table_of_houses_only_what_is_amiss_is_a_matter() -> None:
    notes = read("楼栋\t环境\t安全\t其他\n1号楼\t良好\t楼道飞线\t无\n2号楼\t正常\t正常\t送了春联\n3\t×\t正常\t无")
    assert [(i.title, i.place) for i in notes.issues] == [("楼道飞线", "1号楼"), ("环境×", "3号楼")]
    assert notes.body == "2号楼 送了春联\n"


def test_of_a_list_gone_through_what_is_crossed_is_a_matter() -> None:
    notes = read("门禁 √\n井盖 × 幼儿园门口1个松动\n绿化 √")
    assert [(i.title, i.closed) for i in notes.issues] == [("井盖,幼儿园门口1个松动", False)]
    assert notes.body == "门禁 √\n绿化 √\n"


def test_boxes_that_are_ticked_make_no_plan_of_what_was_done() -> None:
    assert matters("待办:\n☑ 1号楼晾衣杆挡路(已拆)\n☐ 5号楼烟道堵了") == [
        ("1号楼晾衣杆挡路,已拆", None, True),
        ("5号楼烟道堵了", None, False),
    ]
    assert read("待办:\n☐ 约见物业\n☐ 5号楼烟道再看一次").issues == ()


def test_the_title_of_a_paste_is_no_heading() -> None:
    notes = read("巡逻队周三小结\n前街路灯不亮\n后街井盖响,已垫平")
    assert (notes.date, len(notes.issues)) == (date(2026, 11, 18), 0)
    assert read("周三小结\n1. 前街路灯不亮").issues[0].title == "前街路灯不亮"
    assert read("走访完了。\n小结\n1. 前街路灯不亮").issues == ()


@pytest.mark.parametrize(
    ("told", "closed"),
    [
        ("李阿姨的医保小王带她去办了", [False, True]),
        ("2.小王帮她办好了", [False, True]),
        ("井盖让维修队换好了", [True, False]),
        ("大家都辛苦了", [False, False]),
    ],
)
def test_an_outcome_finds_its_matter(told: str, closed: list[bool]) -> None:
    notes = read(f"问题:\n1.3号楼井盖响\n2.李阿姨医保报不了\n处理情况:\n{told}")
    assert [issue.closed for issue in notes.issues] == closed
    assert (told in notes.body) is (not any(closed))


def test_an_outcome_at_another_house_settles_nothing() -> None:
    notes = read("问题:\n1.3号楼井盖响\n2.5号楼路灯不亮\n处理情况:\n8号楼井盖换好了")
    assert [issue.closed for issue in notes.issues] == [False, False]
    assert "8号楼井盖换好了" in notes.body


@pytest.mark.parametrize("told", ["李阿姨的社保卡已办好", "3号楼垃圾已清理", "楼道堆物已清理"])
def test_an_outcome_of_another_thing_settles_nothing(told: str) -> None:
    notes = read(f"问题:\n1.3号楼李阿姨反映楼道灯不亮\n2.5号楼电梯坏了\n处理情况:\n{told}")
    assert [issue.closed for issue in notes.issues] == [False, False]
    assert told in notes.body


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("小区路灯不亮", "小区卫生已清理干净"),
        ("楼道灯坏", "楼道已清理"),
        ("小区楼道灯坏", "小区楼道已清理"),
        ("业主乱停车", "业主私搭的棚子已拆"),
    ],
)
def test_an_outcome_with_only_the_place_in_common_settles_nothing(matter: str, told: str) -> None:
    notes = read(f"问题:\n1.{matter}\n处理情况:\n{told}")
    assert [(issue.title, issue.closed) for issue in notes.issues] == [(matter, False)]
    assert told in notes.body


def test_a_list_of_outcomes_with_nothing_above_is_one_of_matters() -> None:
    assert matters("11月16日 走了一圈\n处理情况:\n1.3号楼小广告,已清理\n2.5号楼灯坏,报修")[0][2]


def test_what_a_messenger_writes_down_of_a_voice_is_read_as_said() -> None:
    notes = read('小李 9:03\n"语音转文字:5号楼雨搭子掉了一块铁皮"')
    assert [issue.title for issue in notes.issues] == ["5号楼雨搭子掉了一块铁皮"]


def test_matters_house_by_house_between_semicolons() -> None:
    assert matters("上午(小李、王丽):1-6号楼,3400步\n 3号楼外墙渗水;5号楼晾衣绳搭在电线上,已收") == [
        ("3号楼外墙渗水", None, False),
        ("5号楼晾衣绳搭在电线上,已收", None, True),
    ]


def test_who_fills_in_a_list_that_goes_round_raised_the_matter() -> None:
    (issue,) = read("11月16日\n1. 3号楼门长 三单元有人养鸡,早上打鸣").issues
    assert (issue.title, issue.reporter, issue.place) == ("三单元有人养鸡,早上打鸣", "3号楼门长", "3号楼三单元")


@pytest.mark.parametrize("also", ["另外", "另外 ", "另", "另有", "还有", "还有就是", "此外,", "再有"])
def test_one_more_matter_is_told_without_the_word_that_joins_it(also: str) -> None:
    notes = read(f"11月16日\n1. 5号楼灯坏\n{also}3号楼的门坏了")
    assert [issue.title for issue in notes.issues] == ["5号楼灯坏", "3号楼的门坏了"]


def test_a_log_of_days_has_the_matter_of_each_day() -> None:
    days = read_paste(
        "11月16日 值班:小李\n走访1-3号楼,2号楼下水堵,疏通了\n11月17日 值班:老王\n走访4号楼,没啥事\n"
        "11月18日 值班:小李\n走访7号楼,楼顶门没锁\n",
        FRIDAY,
        Community(),
    )
    assert [(i.title, i.closed) for i in days[0].issues] == [("2号楼下水堵,疏通了", True)]
    assert [day.walkers for day in days] == [("小李",), ("老王",), ("小李",)]
    assert days[0].body == "走访1-3号楼\n"


@pytest.mark.parametrize(
    "head",
    [
        "周一11.16走南片 书记带队 小李小王跟着",
        "11月16日上午走访(雨),书记、小李、小王",
        "走访听民声 11月16日 书记、小李、小王",
    ],
)
def test_the_first_line_tells_its_facts_whatever_stands_between_them(head: str) -> None:
    notes = read(f"{head}\n1. 5号楼灯不亮")
    assert notes.date == date(2026, 11, 16)
    assert {"书记", "小李", "小王"} == {*notes.walkers}
    assert head in notes.body


def test_two_days_in_the_first_line_are_none() -> None:
    assert read("本周走访2次(16日、17日)\n1. 5号楼灯不亮").date is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("查看2号楼垃圾——还没清,催了物业", [("2号楼", False)]),
        ("找3号楼老徐谈装修噪音 → 谈妥了,中午不施工", [("3号楼", True)]),
        ("复查5号楼飞线 → 又拉上了", [("5号楼", False)]),
        ("回访陈大姐家漏水——家里没人,改日", []),
        ("发放消防单——发完200份", []),
        ("查看5号楼飞线——拆了", [("5号楼", True)]),
        ("查看5号楼飞线——拆了,又拉上了", [("5号楼", False)]),
        ("检查井盖破损--已报", [(None, False)]),
        ("检查消防栓,无水——报消防", [(None, False)]),
        ("检查灭火器——全部合格", []),
        ("检查漏电——没问题", []),
        ("宣传防止乱扔垃圾——发了200份", []),
    ],
)
def test_of_a_plan_what_came_of_it_is_the_matter(line: str, told: list[tuple[str, bool]]) -> None:
    notes = read(f"11月16日 走访\n1. {line}")
    assert [(issue.place, issue.closed) for issue in notes.issues] == told
    assert (line in notes.body) is (not told)


@pytest.mark.parametrize(
    "line",
    [
        "宣传栏破损—已报修",
        "送水车漏油——联系了",
        "发放点排队乱—居民有意见",
        "排查出飞线3处—已整改2处",
        "看10—12号楼顶,有飞线",
    ],
)
def test_a_matter_that_only_begins_like_a_plan_is_one(line: str) -> None:
    assert [issue.title for issue in read(f"11月16日 走访\n1. {line}").issues] == [line]


def test_a_way_told_in_one_breath_has_a_matter_at_each_stop() -> None:
    line = "先去6号楼看漏水(报修了)又去锅炉房把乱贴的撕了 最后到8号楼楼道灯不亮 全程4300步"
    notes = read(line)
    assert [(issue.place, issue.closed) for issue in notes.issues][1:] == [("锅炉房", True), ("8号楼", False)]
    assert (notes.steps, notes.body) == (4300, f"{line}\n")


def test_a_diary_of_short_paragraphs_tells_its_matters() -> None:
    notes = read(
        "跟着老王走了东片,从南门进去。\n\n路过配电室,门口的警示牌掉了,我捡起来重新挂上。\n\n学到很多,明天接着来。\n"
    )
    assert [(issue.place, issue.closed) for issue in notes.issues] == [("配电室门口", True)]


def test_a_row_that_says_there_is_nothing_is_no_matter() -> None:
    notes = read(
        "序号\t点位\t检查内容\t情况说明\t结果\n1\t1号楼\t飞线充电\t无\t√\n2\t2号楼\t楼道堆物\t一层有纸箱\t已清"
    )
    assert [(issue.place, issue.closed) for issue in notes.issues] == [("2号楼", True)]
    assert "飞线充电" in notes.body


def test_a_form_of_a_family_tells_where_its_head_lives() -> None:
    (issue,) = read("户主:3号楼2单元401 冷奶奶\n家庭情况:独居\n困难诉求:水箱坏了\n帮扶措施:换了配件,已好").issues
    assert (issue.place, issue.reporter, issue.closed) == ("3号楼2单元401", "冷奶奶", True)


def test_codes_of_houses_are_their_places() -> None:
    assert matters("A1:天台堆花盆\nA3:单元门坏,物业换新\nB5:灯箱要掉,当场取下") == [
        ("天台堆花盆", "A1", False),
        ("单元门坏,物业换新", "A3", True),
        ("灯箱要掉,当场取下", "B5", True),
    ]


def test_what_takes_back_a_deed_stays_with_its_matter() -> None:
    assert matters("3号楼:灯坏,已修\n5号楼:门坏,已修,没修好\n6号楼:灯坏,又脏") == [
        ("灯坏,已修", "3号楼", True),
        ("门坏,已修,没修好", "5号楼", False),
        ("灯坏", "6号楼", False),
        ("又脏", "6号楼", False),
    ]


def test_a_way_told_without_an_end_is_read_as_text() -> None:
    way = "走到" * 3000
    assert way in read(f"11月16日走访\n{way}").body


def test_a_house_alone_on_a_line_is_the_place_of_what_stands_below() -> None:
    assert matters("11月16日\n4号楼:\n灯坏\n5号楼:\n井盖响,已垫") == [
        ("灯坏", "4号楼", False),
        ("井盖响,已垫", "5号楼", True),
    ]
    assert matters("11月16日\n【4号楼】\n一层灯坏\n二层堆物\n3号楼的灯坏") == [
        ("一层灯坏", "4号楼一层", False),
        ("二层堆物", "4号楼二层", False),
        ("3号楼的灯坏", None, False),
    ]


@pytest.mark.parametrize("heading", ["听到的:", "听到:", "【听】", "听到的", "11月16日听到的:"])
def test_below_what_was_heard_stands_who_said_it(heading: str) -> None:
    (issue,) = read(f"{heading}\n快递员:导航老指错门").issues
    assert (issue.title, issue.reporter, issue.source) == ("导航老指错门", "快递员", "heard")


def test_who_walked_along_is_no_way_and_another_body_is_company() -> None:
    notes = read("8:40-10:20 和王丽走了一圈,4200步,3号楼灯坏")
    assert (notes.walkers, notes.companions, notes.route) == (("王丽",), (), None)
    notes = read("11月16日 晴,和城管")
    assert (notes.walkers, notes.companions) == ((), ("城管",))


@pytest.mark.parametrize(
    ("told", "walkers"),
    [
        ("11月16日上午,张书记和小李去看了李奶奶,下午回来4000步", ("张书记", "小李")),
        ("张书记带着小李、小王走了一圈", ("张书记", "小李", "小王")),
        ("今天我和小李走了一圈", ("小李",)),
        ("11月16日 王主任跟小李走的,绕绿化带一圈", ("王主任", "小李")),
    ],
)
def test_who_is_named_before_the_others_walked_too(told: str, walkers: tuple[str, ...]) -> None:
    notes = read(told)
    assert (notes.walkers, notes.route) == (walkers, None)


def test_a_day_is_no_one_who_was_visited() -> None:
    assert read("11.16走访 11.18回访\n1. 灯坏").visits == ()


@pytest.mark.parametrize(
    ("told", "closed"),
    [
        ("1. 3号楼堆物\n已清理\n2. 4号楼门坏\n未处理\n3. 5号楼灯坏", [True, False, False]),
        ("- 3号楼堆物\n已清理\n- 4号楼门坏\n现场处理\n- 5号楼灯坏", [True, True, False]),
        ("问题:\n3号楼堆物\n 已清理\n4号楼飞线\n处理:已通知\n5号楼灯坏\n√", [True, False, True]),
        ("1. 3号楼堆物\n\n已清理\n\n2. 4号楼门坏\n\n3. 5号楼灯坏", [True, False, False]),
        ("1. 3号楼堆物\n2. 4号楼门坏\n已解决\n1. 5号楼灯坏", [False, False, True]),
    ],
)
def test_a_state_alone_below_a_matter_is_that_ones(told: str, closed: list[bool]) -> None:
    assert [issue.closed for issue in read(f"11月16日\n{told}").issues] == closed


def test_below_what_was_settled_stays_open_what_waits_or_was_passed_on() -> None:
    notes = read("现场处理:\n1. 3号楼堆物\n2. 4号楼飞线,业主不配合\n3. 5号楼灯坏,已报\n4. 6号楼水管漏,等物业")
    assert [issue.closed for issue in notes.issues] == [True, False, False, False]


@pytest.mark.parametrize(
    ("state", "closed"),
    [("完成", True), ("已完成", True), ("√", True), ("是", True), ("未完成", False), ("否", False), ("进行中", False)],
)
def test_a_state_with_its_label_below_the_last_matter_is_that_ones(state: str, closed: bool) -> None:
    notes = read(f"1. 3号楼灯坏\n2. 4号楼门坏\n状态:{state}")
    assert [issue.closed for issue in notes.issues] == [False, closed]
    assert notes.body == ""


@pytest.mark.parametrize("state", ["是", "否", "完成", "√"])
def test_a_list_without_numbers_goes_on_below_a_state(state: str) -> None:
    notes = read(f"问题:\n3号楼灯坏\n是否解决:{state}\n4号楼门坏\n5号楼墙裂")
    assert [issue.closed for issue in notes.issues] == [state != "否", False, False]


def test_a_tick_in_the_column_of_the_outcome_leaves_no_comma() -> None:
    assert matters("序号\t地点\t问题\t是否解决\n1\t3号楼\t墙裂\t√\n2\t4号楼\t门坏\t×") == [
        ("墙裂", "3号楼", True),
        ("门坏", "4号楼", False),
    ]


@pytest.mark.parametrize("rule", ["| --- | --- | --- |", "|---|:---:|---|\n|---|---|---|"])
def test_the_rule_of_a_table_without_rows_is_no_table(rule: str) -> None:
    assert all(not notes.issues for notes in read_paste(rule, FRIDAY, Community()))


def test_no_rows_make_no_table() -> None:
    assert guessed_sheet([], Community()) is None


def test_the_head_of_a_form_side_by_side_is_no_row_of_the_table_below_it() -> None:
    table = "序号\t地点\t反映人\t问题\n1\t1号楼\t/\t墙皮脱落\n2\t2号楼\t何阿姨\t门坏\n"
    text = f"日期：2026/11/16\t天气：晴\t走访人：小岳、小蔡\t步数：5571\n{table}"
    walk = read_paste(text, date(2026, 11, 17), Community())[0]
    assert (walk.steps, walk.weather, walk.walkers) == (5571, "晴", ("小岳", "小蔡"))
    assert [(issue.title, issue.reporter) for issue in walk.issues] == [("墙皮脱落", None), ("门坏", "何阿姨")]
