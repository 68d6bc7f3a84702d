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
    entries = [raised("2026-11-02", *LINES, **TOLD), raised("2026-11-09", place="5号楼2单元301室", tier="large")]
    plain = build_report(entries, Period.month(2026, 11), None, day("2026-12-20"), COMMUNITY)
    shown = masked_report(plain)
    assert {hot.place for hot in shown.hot_places} == {"5号楼*单元*室"}
    assert "301" not in str(report_dict(shown))
    assert "13912345678" not in str(report_dict(shown))
    assert (shown.figures, shown.balance) == (plain.figures, plain.balance)
    assert masked_report(shown) == shown
