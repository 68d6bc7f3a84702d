"""``minqing init``: the folders, the settings, the repository, and what happens without git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from desk import Desk


def init(desk: Desk, folder: Path, *more: str, **env: str) -> tuple[int, str, str]:
    answer = desk.anywhere("init", str(folder), *more, **env)
    return answer.code, answer.out, answer.err


def test_the_workspace_is_as_the_format_says(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "新 社区"
    assert init(desk, new, "--name", "幸福里社区")[0] == 0
    assert {p.name for p in new.iterdir()} >= {"minqing.yaml", "diaries", "templates", "photos", "private", ".minqing"}
    assert (new / ".gitattributes").read_text().splitlines() == [
        "diaries/**/*.md -text merge=minqing",
        "/templates/** -text",
        "/minqing.yaml -text",
        "/.git* -text",
    ]
    for own in (".minqing", "private"):
        assert (new / own / ".gitignore").read_text().split() == ["*"]
    assert "幸福里社区" in (new / "minqing.yaml").read_text(encoding="utf-8")


def test_a_clone_of_windows_has_the_same_bytes_and_nothing_edited_by_hand(book: Desk, tmp_path: Path) -> None:
    """Git for Windows comes with ``core.autocrlf=true``: it ends the lines of a clone its own way where it may."""
    book.write("templates/月报.md", "# {{ 标题 }}\n\n正文\n")
    book.commit_all()
    clone = tmp_path / "clone"
    book.git("-c", "core.autocrlf=true", "clone", "-q", str(book.root), str(clone))
    same = ["minqing.yaml", ".gitattributes", ".gitignore", "templates/月报.md"]
    assert [(clone / place).read_bytes() for place in same] == [(book.root / place).read_bytes() for place in same]
    answer = book.anywhere("-C", str(clone), "log", "--issue", "路灯不亮")
    assert (answer.code, "手工" in answer.out + answer.err) == (0, False)


def test_it_is_one_commit_of_a_clean_repository(book: Desk) -> None:
    assert book.commits == 1
    assert book.trailers("Minqing-Action") == ["init"]
    assert book.status() == []
    assert "minqing.yaml" in book.committed()


def test_photos_are_git_ignored_private_things_never_committed(book: Desk) -> None:
    book.write("photos/a.jpg", b"jpg")
    book.write("private/names.yaml", "x: 1\n")
    book.ok("add", "路灯", "--yes")
    assert book.status() == []
    assert book.committed() == ["diaries/2026/2026-11-20-desk.md"]


@pytest.mark.parametrize(("lang", "key"), [("zh", "社区: 幸福里"), ("en", "community: 幸福里")])
def test_the_settings_are_in_the_language_spoken_and_clean(desk: Desk, tmp_path: Path, lang: str, key: str) -> None:
    new = tmp_path / "w"
    init(desk, new, "--name", "幸福里", "--lang", lang)
    assert key in (new / "minqing.yaml").read_text(encoding="utf-8")
    assert desk.anywhere("-C", str(new), "check", "--json").json["problems"] == []


def test_a_name_that_yaml_would_misread_is_kept(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "w"
    init(desk, new, "--name", "[幸福]: #1 里 'x'")
    assert desk.anywhere("-C", str(new), "check", "--json").json["problems"] == []
    assert "[幸福]: #1 里 'x'" in desk.anywhere("-C", str(new), "--lang", "zh", "report", "2026-10").out


def test_a_second_init_changes_nothing(book: Desk) -> None:
    before = book.read("minqing.yaml")
    assert init(book, book.root)[0] == 2
    assert book.read("minqing.yaml") == before
    assert book.commits == 1


def test_files_that_are_there_are_kept(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "w"
    new.mkdir()
    (new / ".gitignore").write_text("mine\n")
    (new / "README").write_text("mine\n")
    assert init(desk, new)[0] == 0
    assert "mine" in (new / ".gitignore").read_text()
    assert (new / "README").read_text() == "mine\n"


def test_inside_a_larger_repository_no_other_is_made(desk: Desk, tmp_path: Path) -> None:
    top = tmp_path / "top"
    subprocess.run(["git", "init", "-q", str(top)], check=True)
    (top / "other").write_text("not ours")
    assert init(desk, top / "社区")[0] == 0
    assert not (top / "社区" / ".git").exists()
    desk.root = top / "社区"
    assert desk.ok("add", "路灯", "--yes", "--json").json["entry"] == "diaries/2026/2026-11-20-desk.md"
    assert desk.committed() == ["社区/diaries/2026/2026-11-20-desk.md"]
    assert desk.status() == ["?? ../other"] or desk.status() == ["?? other"]
    assert desk.json("show", "last")["issues"][0]["title"] == "路灯"


def test_json_names_what_was_made(desk: Desk, tmp_path: Path) -> None:
    answer = desk.anywhere("init", str(tmp_path / "w"), "--json").json
    assert answer["schema"] == 1
    assert answer["commit"]


def test_without_git_the_workspace_is_made_and_the_mend_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    code, _, err = init(desk, tmp_path / "w", PATH=str(tmp_path / "bin"))
    assert code == 4
    assert (tmp_path / "w" / "minqing.yaml").exists()
    assert "git" in err
    assert "{{" not in err


def test_without_an_author_the_workspace_is_made_and_the_mend_told(desk: Desk, home: Path, tmp_path: Path) -> None:
    (home / ".gitconfig").write_text("")
    code, _, err = init(desk, tmp_path / "w")
    assert code == 4
    assert "user.name" in err
    assert desk.anywhere("-C", str(tmp_path / "w"), "list").code == 0


def test_demo_fills_it_with_a_sample(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "demo"
    assert init(desk, new, "--demo")[0] == 0
    desk.root = new
    assert desk.json("list", "state:all")["issues"]
    assert desk.json("check")["problems"] == []
    assert desk.status() == []


def test_a_diary_that_is_there_becomes_the_default_and_stays_as_it_is(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, elsewhere = tmp_path / "第一 本", tmp_path / "第二本", tmp_path / "别处"
    init(desk, first, "--name", "幸福里社区")
    told = init(desk, second, "--name", "祥云里社区")[1]
    assert f'minqing 初始化 "{first}" --use' in told
    before = {p: p.read_bytes() for p in first.rglob("*") if p.is_file()}
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert init(desk, first / "diaries", "--use") == (0, f"以后在任何文件夹里都用这一本: {first}\n", "")
    assert {p: p.read_bytes() for p in first.rglob("*") if p.is_file()} == before
    desk.anywhere("add", "路灯不亮", "--yes")
    assert list((first / "diaries").rglob("*.md"))
    assert not list((second / "diaries").rglob("*.md"))


def test_the_default_is_named_where_other_diaries_lie_around(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty communities side by side: what is written must not go into another one's diary unseen."""
    for name in ("社区1", "社区2"):
        init(desk, tmp_path / name, "--name", name)
    told = desk.anywhere("init", str(tmp_path / "社区3")).out
    assert told.count("\n") >= 4
    assert "\\n" not in told
    monkeypatch.chdir(tmp_path)
    answer = desk.anywhere("add", "路灯不亮", "--yes")
    assert f"默认的日记本 {tmp_path / '社区3'}" in answer.err
    assert f'minqing -C "{desk.root.name}" 清单' in answer.err
    assert "默认的日记本" not in desk.anywhere("-C", "社区2", "list").err
    for asked in (("add", "--help"), ("add", "-h"), ("帮助", "add"), ("帮助",), ("-h",)):
        assert "默认的日记本" not in desk.anywhere(*asked).err
    assert "默认的日记本" in desk.anywhere("add", "--yes", "--", "-h").err
    monkeypatch.chdir(tmp_path / "社区1")
    assert "默认的日记本" not in desk.anywhere("list").err


def test_no_diary_is_made_where_one_was_to_be_used(desk: Desk, tmp_path: Path) -> None:
    code, out, err = init(desk, tmp_path / "空", "--use")
    assert (code, out) == (2, "")
    assert "没有民情日记" in err
    assert not (tmp_path / "空").exists()


def test_who_makes_a_second_one_in_the_same_place_is_told_how_to_use_it(desk: Desk, tmp_path: Path) -> None:
    init(desk, tmp_path / "民情", "--name", "幸福里社区")
    code, _, err = init(desk, tmp_path / "民情")
    assert code == 2
    assert f'minqing 初始化 "{tmp_path / "民情"}" --use' in err


def test_a_chinese_name_makes_a_chinese_diary_which_answers_in_chinese_at_once(desk: Desk, tmp_path: Path) -> None:
    """A machine set up in another language has a Chinese secretary all the same."""
    desk.patch.chdir(tmp_path)
    assert "The workspace is ready" in init(desk, tmp_path / "diary", "--name", "Sunny Lane")[1]
    assert "日记本已建好" in init(desk, tmp_path / "民情", "--name", "幸福里社区")[1]
    assert "语言: zh" in (tmp_path / "民情" / "minqing.yaml").read_text(encoding="utf-8")
    assert "The workspace is ready" in init(desk, tmp_path / "third", "--name", "幸福里社区", "--lang", "en")[1]


@pytest.mark.parametrize("command", ["add", "init", "log"])
@pytest.mark.parametrize("word", ["help", "帮助", "HELP"])
def test_help_alone_is_no_matter_and_no_folder(book: Desk, command: str, word: str) -> None:
    before = sorted(book.root.rglob("*"))
    assert book.ok(command, word).out == book.ok(command, "--help").out
    assert sorted(book.root.rglob("*")) == before


def test_help_among_other_words_or_after_dashes_is_text(book: Desk) -> None:
    assert book.ok("add", "阿姨请求帮助", "--json").issue["title"] == "阿姨请求帮助"
    assert book.ok("add", "--json", "--", "帮助").issue["title"] == "帮助"
