import os
from pathlib import Path

import pytest

from minqing.domain.errors import MinqingError
from minqing.workspace.find import find_workspace, remember_default, remembered_default, workspaces_in


@pytest.fixture
def community(tmp_path: Path) -> Path:
    root = tmp_path / "社区"
    (root / "diaries" / "2019").mkdir(parents=True)
    (root / "minqing.yaml").write_text("社区: 南沙滩\n", encoding="utf-8")
    return root


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path / "config")}


def refusal(chosen: str | None, env: dict[str, str], cwd: Path) -> MinqingError:
    with pytest.raises(MinqingError) as refused:
        find_workspace(chosen, env, cwd)
    assert refused.value.exit_code == 2
    return refused.value


def test_the_nearest_parent_that_holds_settings(community: Path, env: dict[str, str]) -> None:
    assert find_workspace(None, env, community / "diaries" / "2019") == community


def test_a_folder_that_is_named_comes_before_everything(community: Path, env: dict[str, str], tmp_path: Path) -> None:
    env["MINQING_HOME"] = str(tmp_path)
    assert find_workspace("社区", env, tmp_path) == community
    assert find_workspace(str(community / "diaries"), env, tmp_path) == community


def test_the_variable_comes_before_the_folder_one_is_in(community: Path, env: dict[str, str], tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "minqing.yaml").touch()
    env["MINQING_HOME"] = str(other)
    assert find_workspace(None, env, community) == other


def test_an_empty_variable_is_none(community: Path, env: dict[str, str]) -> None:
    assert find_workspace(None, {**env, "MINQING_HOME": ""}, community) == community


def test_the_remembered_one_comes_last(community: Path, env: dict[str, str], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert remember_default(community, env)
    assert remembered_default(env) == community
    assert find_workspace(None, env, elsewhere) == community


def test_nothing_found(env: dict[str, str], tmp_path: Path) -> None:
    assert refusal(None, env, tmp_path).code == "workspace.none"


def test_a_named_folder_without_a_workspace(env: dict[str, str], tmp_path: Path) -> None:
    assert refusal(".", env, tmp_path).code == "workspace.not-one"
    assert refusal("gone", env, tmp_path).code == "workspace.no-folder"
    assert refusal(None, {**env, "MINQING_HOME": str(tmp_path)}, tmp_path).code == "workspace.home-not-one"


def test_a_remembered_folder_that_was_moved(community: Path, env: dict[str, str], tmp_path: Path) -> None:
    remember_default(community, env)
    community.rename(tmp_path / "moved")
    error = refusal(None, env, tmp_path)
    assert (error.code, error.params["path"]) == ("workspace.default-gone", str(community))


def test_a_configuration_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not remember_default(tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "file")})


def test_several_that_lie_side_by_side_are_named_and_none_is_guessed(env: dict[str, str], tmp_path: Path) -> None:
    for number in range(1, 31):
        (tmp_path / f"社区{number:02}").mkdir()
        (tmp_path / f"社区{number:02}" / "minqing.yaml").touch()
    for refused in (refusal(None, env, tmp_path), refusal(".", env, tmp_path)):
        assert (refused.code, refused.params["count"]) == ("workspace.in-folders", 30)
        assert str(refused.params["names"]).startswith("社区01 社区02 ")
        assert str(refused.params["names"]).endswith("社区12 …")
        assert find_workspace(str(refused.params["example"]), env, tmp_path) == tmp_path / "社区01"
    assert workspaces_in(tmp_path / "社区01") == workspaces_in(tmp_path / "none") == []


def test_only_folders_are_looked_into_and_not_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "社区").mkdir()
    (tmp_path / "社区" / "minqing.yaml").touch()
    for number in range(20):
        (tmp_path / f"{number}.txt").touch()
    asked: list[str] = []

    def isfile(path: str) -> bool:
        asked.append(path)
        return Path(path).is_file()

    monkeypatch.setattr(os.path, "isfile", isfile)
    assert workspaces_in(tmp_path) == ["社区"]
    assert asked == [str(tmp_path / "社区" / "minqing.yaml")]
    monkeypatch.setattr("minqing.workspace.find.MOST_ITEMS", 0)
    assert workspaces_in(tmp_path) == []
