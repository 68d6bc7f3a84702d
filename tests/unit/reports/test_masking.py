"""Issues and reports as they may be handed out."""

from diary_factory import COMMUNITY, day, raised, state

from minqing.domain.period import Period
from minqing.reports.masking import masked_issue, masked_report
from minqing.reports.report import build_report, report_dict

TOLD = {
    "title": "5号楼2单元301室漏水,电话13812345678",
    "place": "5号楼2单元301室",
    "reporter": "张建国",
    "ticket": "13812345678",
    "owner": "王丽",
}
LINES = ("2026-11-03 note 王丽说已回电13812345678", "2026-11-04 assign 李师傅13912345678", "2026-11-05 close 修好了")


def test_every_text_of_an_issue_is_masked_and_its_life_stays():
    plain = state("2026-11-20", "2026-11-02", *LINES, **TOLD)
    shown = masked_issue(plain, {"王丽"})
    assert shown.title == "5号楼*单元*室漏水,电话138****5678"
    assert shown.place == "5号楼*单元*室"
    assert shown.issue.reporter == "张**"
    assert shown.owner == "李师傅139****5678"
    assert [line.text for line in shown.issue.progress] == ["王丽说已回电138****5678", "", "修好了"]
    assert (shown.id, shown.state, shown.closed, shown.raised) == (plain.id, "closed", day("2026-11-05"), plain.raised)


def test_the_ticket_is_no_number_of_a_person():
    assert masked_issue(state("2026-11-20", "2026-11-02", **TOLD)).issue.ticket == "13812345678"


def test_staff_stay_and_others_do_not():
    told = state("2026-11-20", "2026-11-02", "2026-11-03 note 王丽说周三去")
    assert masked_issue(told, {"王丽"}).issue.progress[0].text == "王丽说周三去"
    assert masked_issue(told).issue.progress[0].text == "王**说周三去"


def test_an_issue_with_nothing_to_hide_is_the_same():
    plain = state("2026-11-20", "2026-11-02", place="5号楼", reporter="老爷子")
    assert masked_issue(plain) is plain


def test_a_masked_report_has_the_same_figures():
    entries = [raised("2026-11-02", *LINES, **TOLD), raised("2026-11-09", place="2单元301室", tier="large")]
    plain = build_report(entries, Period.month(2026, 11), None, day("2026-12-20"), COMMUNITY)
    shown = masked_report(plain)
    assert {hot.place for hot in shown.hot_places} == {"5号楼", "*单元*室"}
    assert "301" not in str(report_dict(shown))
    assert "13912345678" not in str(report_dict(shown))
    assert (shown.figures, shown.balance) == (plain.figures, plain.balance)
    assert masked_report(shown) == shown


def test_a_room_is_masked_however_it_is_told():
    told = {
        "2-501 周女士": "2-*",
        "14-101 何大爷": "14-*",
        "402赵阿姨家": "*室",
        "402周秀英家": "*室",
        "2-501周秀英反映": "2-*",
        "三单元五零一周女士家": "*单元*室",
        "14-101": "14-*",
    }
    for place, shown in told.items():
        issue = masked_issue(state("2026-11-20", "2026-11-02", title=f"{place} 漏水", place=place)).issue
        assert (issue.place or "").startswith(shown)
        assert issue.title.startswith(shown)
        assert not {"501", "101", "402", "五零一"} & {issue.title[i : i + 3] for i in range(len(issue.title))}


def test_what_only_looks_like_a_room_stays():
    for text in ("11-16 周女士来电", "距离302米", "12345 赵阿姨反映停水", "2单元501件快递", "2019 李阿姨搬来"):
        shown = masked_issue(state("2026-11-20", "2026-11-02", title=text, place="3号楼"))
        assert shown.title == text
