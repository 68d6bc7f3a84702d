"""Personal details: refused before a commit, warned of, told by check, allowed with a reason."""

from __future__ import annotations

import pytest
from desk import Desk

PHONE = "13812345678"
ID = "20261116-1"
FILE = "diaries/2026/2026-11-16.md"


WITH_A_NUMBER = [
    ["add", "老爷子电话13812345678", "--yes"],
    ["add", "路灯太亮", "--reporter", "老爷子１３８－１２３４－５６７８", "--yes"],
    ["add", "路灯太亮", "--place", "一三八一二三四五六七八", "--yes"],
    ["note", ID, "回了138 1234 5678"],
    ["跟进", ID, "证号11010519491231002X"],
    ["close", ID, "退到6222020200112230004"],
    ["assign", ID, "李师傅13812345678"],
    ["log", "--date", "11-17", "--issue", "老爷子13812345678", "--yes"],
    ["log", "--date", "11-17", "--text", "打13812345678找他"],
]


@pytest.mark.parametrize("typed", WITH_A_NUMBER, ids=str)
def test_a_change_with_a_number_writes_nothing(lamp: Desk, typed: list[str]) -> None:
    before, commits = lamp.read(FILE), lamp.commits
    answer = lamp.run(*typed)
    assert (answer.code, answer.out) == (5, "")
    assert "****" in answer.err
    assert "1234567" not in answer.err
    assert "minqing 联系卡 新增" in answer.err
    assert (lamp.read(FILE), lamp.commits, lamp.status()) == (before, commits, [])


def test_the_masked_command_is_offered_to_be_typed(lamp: Desk) -> None:
    answer = lamp.run("note", ID, "回了 138-1234-5678")
    assert f"note {ID} '回了 138****5678'" in answer.err
    lamp.ok("note", ID, "回了 138****5678")
    assert "138****5678" in lamp.read(FILE)


def test_notes_that_hold_a_number_are_refused_and_stay_where_they_are(lamp: Desk) -> None:
    lamp.write("notes.txt", "11月17日\n1. 5号楼老爷子13812345678说路灯太亮\n")
    answer = lamp.run("log", str(lamp.root / "notes.txt"), "--yes")
    assert answer.code == 5
    assert not (lamp.root / "diaries/2026/2026-11-17.md").exists()
    assert PHONE in lamp.read("notes.txt")


def test_a_reason_allows_it_and_is_recorded(lamp: Desk) -> None:
    lamp.ok("note", ID, f"派出所的{PHONE}", "--allow-private", "老人走失,派出所要")
    assert PHONE in lamp.read(FILE)
    assert "Minqing-Allow-Private: 老人走失,派出所要" in lamp.message()


def test_a_reason_that_is_not_needed_is_not_recorded(lamp: Desk) -> None:
    lamp.ok("note", ID, "看过了", "--allow-private", "以防万一")
    assert "Minqing-Allow-Private" not in lamp.message()


@pytest.mark.parametrize("reason", [["--allow-private"], ["--allow-private", ""], ["--allow-private", "--json"]])
def test_a_reason_must_say_something(lamp: Desk, reason: list[str]) -> None:
    assert lamp.run("note", ID, PHONE, *reason).code == 2
    assert PHONE not in lamp.read(FILE)


def test_the_ticket_is_exempt(lamp: Desk) -> None:
    lamp.ok("add", "路灯太亮", "--ticket", PHONE, "--yes")
    assert not [p for p in lamp.json("check")["problems"] if p["code"].startswith("privacy")]


def test_doors_and_health_are_written_and_warned_of(lamp: Desk) -> None:
    answer = lamp.ok("add", "5号楼2单元301室老太太有老年痴呆", "--yes")
    assert "5号楼*单元*室" in answer.err
    assert "老年痴呆" in answer.err
    assert lamp.status() == []


def test_what_stood_there_already_does_not_stop_the_next_change(lamp: Desk) -> None:
    lamp.ok("note", ID, PHONE, "--allow-private", "要")
    lamp.ok("note", ID, "又去看了")
    assert lamp.run("note", ID, PHONE).code == 5


def test_a_number_put_in_by_hand_elsewhere_stays_uncommitted_and_is_told(lamp: Desk) -> None:
    other = lamp.entry("2026-11-09", body=f"老爷子电话{PHONE}\n")
    answer = lamp.ok("note", ID, "看过了")
    assert f"{other}:4:6" in answer.err
    assert PHONE not in answer.err
    assert lamp.committed() == [FILE]
    assert [line[3:] for line in lamp.status()] == [other]
    lamp.write(other, lamp.read(other).replace(PHONE, "138****5678"))
    lamp.ok("note", ID, "又看了")
    assert lamp.status() == []


def test_a_number_put_in_by_hand_into_the_same_file_stops_the_command(lamp: Desk) -> None:
    lamp.write(FILE, lamp.read(FILE) + f"老爷子电话{PHONE}\n")
    edited = lamp.read(FILE)
    assert lamp.run("note", ID, "看过了").code == 5
    assert lamp.read(FILE) == edited
    lamp.ok("note", ID, "看过了", "--allow-private", "要")
    assert "Minqing-Allow-Private: 要" in lamp.message("HEAD~1")


REFUSING = "#!/bin/sh\nexit 1\n"


def _pending(lamp: Desk, *typed: str) -> None:
    """A line that is written and not committed."""
    hook = lamp.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(REFUSING)
    hook.chmod(0o755)
    assert lamp.run("note", ID, *typed).code == 4
    hook.unlink()


def test_a_number_put_in_by_hand_does_not_go_in_with_a_change_that_waits(lamp: Desk) -> None:
    _pending(lamp, "看过了")
    lamp.write(FILE, lamp.read(FILE) + f"老爷子电话{PHONE}\n")
    other = lamp.ok("add", "楼道灯不亮", "--yes")
    assert f"{FILE}:" in other.err
    assert PHONE not in other.err + lamp.git("log", "-p", "--all")
    assert [line[3:] for line in lamp.status()] == [FILE]
    assert lamp.run("note", ID, "又看了").code == 5
    lamp.write(FILE, lamp.read(FILE).replace(PHONE, "138****5678"))
    lamp.ok("note", ID, "第三次去看了")
    assert lamp.status() == []
    assert PHONE not in lamp.git("log", "-p", "--all")
    assert not (lamp.root / ".minqing/pending.json").exists()


def test_nor_with_one_that_was_written_on_top_of_it(lamp: Desk) -> None:
    lamp.write(FILE, lamp.read(FILE) + f"老爷子电话{PHONE}\n")
    merging = lamp.root / ".git/MERGE_HEAD"
    merging.write_text(lamp.git("rev-parse", "HEAD"))
    assert (lamp.run("note", ID, "看过了").code, "看过了" in lamp.read(FILE)) == (4, True)
    merging.unlink()
    assert f"{FILE}:" in lamp.ok("add", "楼道灯不亮", "--yes").err
    assert PHONE not in lamp.git("log", "-p", "--all")


def test_a_reason_lets_it_in_with_the_change_that_waits(lamp: Desk) -> None:
    _pending(lamp, f"派出所的{PHONE}", "--allow-private", "走失")
    lamp.ok("note", ID, "看过了")
    assert "Minqing-Allow-Private: 走失" in lamp.message("HEAD~1")
    _pending(lamp, "第二次")
    lamp.write(FILE, lamp.read(FILE) + "女儿13912345678\n")
    assert lamp.run("note", ID, "第三次").code == 5
    lamp.ok("note", ID, "第三次", "--allow-private", "联系家属")
    assert "Minqing-Allow-Private: 联系家属" in lamp.git("log", "-3", "--format=%B")
    assert lamp.status() == []


def test_a_number_edited_by_hand_that_was_in_the_history_is_no_new_one(lamp: Desk) -> None:
    lamp.write(FILE, lamp.read(FILE) + f"老爷子电话{PHONE}\n")
    lamp.commit_all()
    lamp.write(FILE, lamp.read(FILE) + "又走了一圈\n")
    lamp.ok("note", ID, "看过了")
    assert lamp.status() == []


def test_the_settings_are_looked_at_too(lamp: Desk) -> None:
    lamp.write("minqing.yaml", lamp.read("minqing.yaml") + f"\n# 门卫电话{PHONE}\n")
    assert "minqing.yaml" in lamp.ok("note", ID, "看过了").err
    assert " M minqing.yaml" in lamp.status()


def test_without_commits_a_number_is_refused_as_well(desk: Desk) -> None:
    desk.issue("2026-11-16")
    assert desk.run("note", ID, PHONE).code == 5


def test_check_names_each_with_its_place_and_no_number(lamp: Desk) -> None:
    lamp.issue("2026-11-16", title=f"5号楼2单元301室{PHONE}", reporter="张建国")
    answer = lamp.run("check", "--json")
    found = [(p["code"], p["line"], p["column"]) for p in answer.json["problems"]]
    assert found == [("privacy-room", 5, 12), ("privacy-phone", 5, 22), ("privacy-name", 6, 15)]
    assert answer.code == 0
    assert PHONE not in answer.out


def test_an_old_diary_with_a_door_and_a_number_is_counted(lamp: Desk) -> None:
    lamp.issue("2019-10-21", title=f"5号楼2单元301室{PHONE}")
    assert lamp.json("stats")["issues"]["raised"] == 2


def test_check_names_what_git_and_others_may_see_of_the_private_folder(lamp: Desk) -> None:
    lamp.write("private/电话.txt", PHONE)
    (lamp.root / "private/电话.txt").chmod(0o644)
    lamp.git("add", "-f", "private/电话.txt")
    codes = [p["code"] for p in lamp.json("check")["problems"]]
    assert sorted(codes) == ["privacy-folder-open", "privacy-folder-tracked"]


def test_init_keeps_the_private_folder_to_its_owner(book: Desk, tmp_path: object) -> None:
    book.anywhere("init", f"{tmp_path}/neu", "--name", "幸福里")
    from pathlib import Path

    assert Path(f"{tmp_path}/neu/private").stat().st_mode & 0o777 == 0o700


class TestInATerminal:
    """The masked text is offered, and written where that is wanted."""

    @pytest.fixture(autouse=True)
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The questions that were put; ``answers`` says what to."""
        self.questions: list[str] = []
        self.agrees = True

        def confirmed(question: str, default: bool = True) -> bool:
            self.questions.append(question)
            return self.agrees

        monkeypatch.setattr("minqing.cli.context.Context.asks", True)
        monkeypatch.setattr("minqing.cli.asking.confirmed", confirmed)
        return self.questions

    def test_the_masked_text_is_written_once_agreed(self, lamp: Desk) -> None:
        answer = lamp.ok("note", ID, f"回了{PHONE}")
        assert "回了138****5678" in lamp.read(FILE)
        assert PHONE not in lamp.read(FILE) + lamp.message() + answer.out + answer.err
        assert len(self.questions) == 1
        assert lamp.status() == []

    def test_nothing_is_written_otherwise(self, lamp: Desk) -> None:
        self.agrees = False
        before = lamp.read(FILE)
        assert lamp.run("note", ID, f"回了{PHONE}").code == 5
        assert lamp.read(FILE) == before

    def test_stars_that_yaml_would_take_for_something_else_are_quoted(self, lamp: Desk) -> None:
        lamp.ok("add", "11010519491231002X", "--yes")
        assert [i["title"] for i in lamp.json("list")["issues"]] == ["窗前的路灯太亮", "*" * 18]
        assert not [p for p in lamp.json("check")["problems"] if p["severity"] == "error"]
        assert "11010519491231002X" not in lamp.message()

    def test_a_hand_edit_of_the_same_file_is_masked_too(self, lamp: Desk) -> None:
        lamp.write(FILE, lamp.read(FILE) + f"老爷子电话{PHONE}\n")
        lamp.ok("note", ID, "看过了")
        assert "老爷子电话138****5678" in lamp.read(FILE)
        assert PHONE not in lamp.git("log", "-p")
        assert lamp.status() == []


@pytest.mark.parametrize(
    "typed", [("add", "王建国打来说楼上漏水"), ("log", "--issue", "5号楼的王建国说楼上漏水", "--yes")]
)
def test_a_residents_full_name_is_warned_of_and_written(book: Desk, typed: tuple[str, ...]) -> None:
    answer = book.ok(*typed)
    assert "王建国(如“王先生”“王女士”)" in answer.err
    assert "minqing 编辑 上一件" in answer.err
    assert "王建国" in book.read(book.json("list")["issues"][0]["walk"])


@pytest.mark.parametrize(
    "title",
    [
        "王大爷打来说楼上漏水",
        "张秀兰主任要求清楼道",
        "李建军说周三修",
        "陈小花说树该剪了",
        "幸福里居民说灯不亮",
        "赵嬢嬢说楼上漏水",
    ],
)
def test_who_acts_and_how_people_are_called_is_no_full_name(book: Desk, title: str) -> None:
    book.settings("人员: [李建军]\n")
    book.entry("2026-11-09", "参加: [陈小花]\n")
    assert "全名" not in book.ok("add", title).err


def test_a_full_name_in_the_text_of_a_walk_is_warned_of_too(book: Desk) -> None:
    book.write("notes.txt", "11月16日\n1. 6号楼灯不亮\n感谢的话:居民王建国说都好。\n")
    assert "王建国(如" in book.ok("log", str(book.root / "notes.txt"), "--yes").err
