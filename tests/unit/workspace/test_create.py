import re
from pathlib import Path

import pytest

from minqing.domain.errors import MinqingError
from minqing.workspace.create import create_workspace, finished
from minqing.workspace.settings import read_settings
from minqing.workspace.starter import starter_settings


def test_what_a_workspace_holds(tmp_path: Path) -> None:
    root = tmp_path / "a" / "南沙滩"
    assert create_workspace(root, "南沙滩社区", "zh") == ["minqing.yaml", ".gitattributes", ".gitignore"]
    assert {p.name for p in root.iterdir() if p.is_dir()} == {
        "diaries", "templates", "photos", "private", ".minqing",
    }  # fmt: skip
    assert (root / ".gitattributes").read_text().splitlines()[0] == "diaries/**/*.md -text merge=minqing"
    assert "photos/" in (root / ".gitignore").read_text().splitlines()
    for hidden in ("private", ".minqing"):
        assert (root / hidden / ".gitignore").read_text() == "*\n"
    community, problems = read_settings((root / "minqing.yaml").read_bytes())
    assert (community.name, community.language, problems) == ("南沙滩社区", "zh", ())


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / ".gitignore").write_bytes(b"*.tmp\r\nphotos/")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / ".gitignore").write_text("*\n!list\n")
    create_workspace(tmp_path, None, "en")
    assert (tmp_path / "README.md").read_text() == "ours"
    assert (tmp_path / ".gitignore").read_bytes().startswith(b"*.tmp\r\nphotos/\n.minqing/\n")
    assert (tmp_path / ".gitignore").read_bytes().count(b"photos/") == 1
    # what lies in private/ must not be let into git, whoever wrote the list
    assert (tmp_path / "private" / ".gitignore").read_text() == "*\n"


def test_no_workspace_in_a_workspace(tmp_path: Path) -> None:
    create_workspace(tmp_path, "南沙滩", "zh")
    finished(tmp_path)
    before = (tmp_path / "minqing.yaml").read_bytes()
    for place in (tmp_path, tmp_path / "diaries" / "new"):
        with pytest.raises(MinqingError, match=r"workspace\.exists"):
            create_workspace(place, "另一个", "zh")
    assert (tmp_path / "minqing.yaml").read_bytes() == before
    assert not (tmp_path / "diaries" / "new").exists()


def test_what_was_begun_is_gone_on_with_and_keeps_the_settings(tmp_path: Path) -> None:
    create_workspace(tmp_path, "南沙滩", "zh")
    (tmp_path / ".gitattributes").unlink()
    before = (tmp_path / "minqing.yaml").read_bytes()
    assert create_workspace(tmp_path, "另一个", "zh") == ["minqing.yaml", ".gitattributes", ".gitignore"]
    assert (tmp_path / "minqing.yaml").read_bytes() == before
    assert (tmp_path / ".gitattributes").is_file()


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    with pytest.raises(MinqingError, match=r"workspace\.not-a-folder"):
        create_workspace(tmp_path / "notes" / "deeper", "南沙滩", "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["南沙滩", "a: b #c", "12:30", "'", "- 东里", None])
def test_the_first_settings_say_the_name_and_nothing_else(language: str, name: str | None) -> None:
    community, problems = read_settings(starter_settings(name, language).encode())
    default, _ = read_settings(f"language: {language}".encode())
    assert problems == ()
    assert community.name == name
    assert (community.buildings, community.categories) == (default.buildings, default.categories)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_in_them_works_when_it_is_uncommented(language: str) -> None:
    text = starter_settings("南沙滩", language)
    examples = re.sub(r"^#(?=\S|  )", "", text, flags=re.MULTILINE)
    community, problems = read_settings(examples.encode())
    assert problems == ()
    assert community.buildings[1].managed is False
    assert community.walk_time == "08:30"
    assert community.people[1].buildings == ("1号楼",)
    assert community.opening
    assert community.opening.mondays == 520
    assert any(c.name == "绿化" and c.bucket == "environment" for c in community.categories.values())
    assert community.rota[0].name == "高龄党员户"
