"""``minqing edit`` and ``log --edit``, with a script as the editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from desk import Desk

FILE = "diaries/2026/2026-11-16.md"
Editor = Callable[[str], str]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An editor that runs a shell script on its file ``$1``."""

    def made(script: str) -> str:
        place = tmp_path / "my editor.sh"
        place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        place.chmod(0o755)
        return f"'{place}'"

    return made


@pytest.fixture
def lamp(book: Desk) -> Desk:
    book.issue("2026-11-16", place="5号楼")
    book.commit_all()
    return book


@pytest.mark.parametrize("named", ["路灯", "1116-1", "11-16", "周一"])
def test_what_was_edited_is_checked_saved_and_committed(lamp: Desk, editor: Editor, named: str) -> None:
    answer = lamp.ok("edit", named, "--json", EDITOR=editor('sed -i s/太亮/太暗/ "$1"'))
    assert answer.issue["title"] == "窗前的路灯太暗"
    assert lamp.trailers("Minqing-Action") == ["edit"]
    assert lamp.trailers("Minqing-Issue") == ["20261116-1"]
    assert lamp.committed() == [FILE]
    assert lamp.status() == []


def test_visual_comes_before_editor(lamp: Desk, editor: Editor) -> None:
    lamp.ok("edit", "路灯", VISUAL=editor('sed -i s/太亮/太暗/ "$1"'), EDITOR="false")
    assert "太暗" in lamp.read(FILE)


def test_nothing_changed_is_no_commit(lamp: Desk) -> None:
    before = lamp.commits
    lamp.ok("edit", "路灯", EDITOR="true")
    assert lamp.commits == before


def test_nothing_changed_for_programs_is_json(lamp: Desk) -> None:
    answer = lamp.ok("edit", "路灯", "--json", EDITOR="true").json
    assert (answer["schema"], answer["entry"], answer["commit"]) == (1, FILE, None)


def test_text_with_errors_is_not_saved_and_not_lost(lamp: Desk, editor: Editor) -> None:
    before = lamp.read(FILE)
    answer = lamp.run("edit", "路灯", EDITOR=editor("""sed -i 's/^日期:.*/日期: 2026-02-30/; s/太亮/我写的/' "$1" """))
    assert answer.code == 1
    assert "2026-02-30" in answer.err + answer.out
    assert lamp.read(FILE) == before
    drafts = list((lamp.root / ".minqing" / "drafts").iterdir())
    assert any("我写的" in d.read_text(encoding="utf-8") for d in drafts)
    assert any(str(d) in answer.err for d in drafts)


def test_a_draft_left_behind_is_not_overwritten_by_the_next_edit(lamp: Desk, editor: Editor) -> None:
    lamp.run("edit", "路灯", EDITOR=editor("""sed -i 's/^日期:.*/日期: 2026-02-30/; s/太亮/我写的/' "$1" """))
    lamp.run("edit", "路灯", EDITOR="true")
    kept = [p.read_text(encoding="utf-8") for p in (lamp.root / ".minqing" / "drafts").iterdir()]
    assert any("我写的" in text for text in [*kept, lamp.read(FILE)])


def test_a_file_with_errors_can_be_mended(lamp: Desk, editor: Editor) -> None:
    lamp.write(FILE, lamp.read(FILE).replace("日期: 2026-11-16", "日期: 2026-02-30"))
    lamp.ok("edit", "11-16", EDITOR=editor('sed -i s/2026-02-30/2026-11-16/ "$1"'))
    assert lamp.json("check")["problems"] == []


@pytest.mark.parametrize(("command", "code"), [("false", 2), ("no-such-editor", 2)])
def test_an_editor_that_fails_changes_nothing(lamp: Desk, command: str, code: int) -> None:
    before = lamp.read(FILE)
    answer = lamp.run("edit", "路灯", EDITOR=command)
    assert answer.code == code
    assert command in answer.err
    assert lamp.read(FILE) == before


def test_an_editor_whose_path_has_blanks_needs_no_quotes(lamp: Desk, editor: Editor) -> None:
    lamp.ok("edit", "路灯", EDITOR=editor('sed -i s/太亮/太暗/ "$1"').strip("'"))
    assert "太暗" in lamp.read(FILE)


def test_without_a_terminal_no_editor_is_guessed(lamp: Desk) -> None:
    answer = lamp.run("edit", "路灯", EDITOR="", VISUAL=" ")
    assert answer.code == 2
    assert "终端" in answer.err
    assert str(lamp.root / FILE) in answer.err
    assert "minqing 检查" in answer.err
    answer = lamp.run("log", "--edit", EDITOR="", VISUAL="")
    assert (answer.code, "minqing 记录 文件名" in answer.err) == (2, True)
    assert not list(lamp.root.glob(".minqing/drafts/*")), "nothing that a later edit would ask about"


def test_what_notepad_saved_as_unicode_is_text_like_any_other(lamp: Desk, editor: Editor) -> None:
    script = """sed -i s/太亮/太暗😀/ "$1"; iconv -f utf-8 -t utf-16 "$1" > "$1.new"; mv "$1.new" "$1" """
    lamp.ok("edit", "路灯", EDITOR=editor(script))
    assert "太暗😀" in lamp.read(FILE)
    assert lamp.ok("check", "--json").json["problems"] == []


def test_an_editor_that_removes_its_file_changes_nothing(lamp: Desk, editor: Editor) -> None:
    before = lamp.read(FILE)
    answer = lamp.run("edit", "路灯", EDITOR=editor('rm "$1"'))
    assert "毛病" not in answer.err
    assert lamp.read(FILE) == before


def test_a_day_of_several_entries_cannot_be_guessed(lamp: Desk) -> None:
    lamp.entry("2026-11-16", "kind: desk\n", name="2026-11-16-desk")
    answer = lamp.run("edit", "11-16", EDITOR="true")
    assert answer.code == 3
    assert "2026-11-16-desk.md" in answer.err


def test_a_day_without_an_entry_is_3(lamp: Desk) -> None:
    assert lamp.run("edit", "11-01", EDITOR="true").code == 3


def test_a_change_behind_ones_back_is_not_overwritten(lamp: Desk, editor: Editor) -> None:
    path = lamp.root / FILE
    answer = lamp.run("edit", "路灯", EDITOR=editor(f"""sed -i s/太亮/甲/ "$1"; sed -i s/太亮/乙/ '{path}'"""))
    assert answer.code == 2
    assert "乙" in lamp.read(FILE)
    drafts = (lamp.root / ".minqing" / "drafts").iterdir()
    assert any("甲" in d.read_text(encoding="utf-8") for d in drafts)


# log --edit


def test_log_in_the_editor_starts_with_a_template(book: Desk, editor: Editor, tmp_path: Path) -> None:
    script = f"""cp "$1" '{tmp_path}/seen'; sed -i 's/^步数:.*/步数: 4773/' "$1" """
    answer = book.ok("log", "--edit", "--date", "11-16", "--json", EDITOR=editor(script))
    assert answer.json["entry"] == FILE
    assert "日期: 2026-11-16" in (tmp_path / "seen").read_text(encoding="utf-8")
    assert book.json("show", "11-16")["entries"][0]["steps"] == 4773
    assert book.trailers("Minqing-Action") == ["log"]
    assert book.json("check")["problems"] == []


def test_flags_of_log_stand_in_the_template(book: Desk, editor: Editor) -> None:
    typed = ("log", "--edit", "--date", "11-16", "--steps", "4773", "--walker", "张书记", "--weather", "晴")
    book.ok(*typed, EDITOR=editor("""printf '\\n今天好。\\n' >> "$1" """))
    (entry,) = book.json("show", "11-16")["entries"]
    assert (entry["steps"], entry["walkers"], entry["weather"]) == (4773, ["张书记"], "晴")


def test_a_template_of_the_workspace_is_used(book: Desk, editor: Editor) -> None:
    book.write("templates/entry.zh.md", "---\n日期: {date}\n---\n\n## 我们的\n")
    book.ok("log", "--edit", EDITOR=editor("""printf '好\\n' >> "$1" """))
    assert "## 我们的" in book.read("diaries/2026/2026-11-20.md")


def test_an_untouched_template_writes_nothing(book: Desk) -> None:
    book.ok("log", "--edit", EDITOR="true")
    assert not list((book.root / "diaries").rglob("*.md"))


def test_notes_opened_in_the_editor_are_written_as_they_are_left(book: Desk, tmp_path: Path) -> None:
    notes = tmp_path / "n.txt"
    notes.write_text("11月17日\n1. 电梯坏\n", encoding="utf-8")
    answer = book.run("log", str(notes), "--edit", "--json", EDITOR="true")
    assert (answer.code, [i["title"] for i in answer.json["issues"]]) == (0, ["电梯坏"])


def test_a_date_changed_in_the_editor_says_which_file_it_becomes(book: Desk, tmp_path: Path) -> None:
    answer = book.run("log", "--edit", "--json", EDITOR="sed -i s/2026-11-20/2026-11-10/")
    assert answer.json["entry"] == "diaries/2026/2026-11-10.md"
