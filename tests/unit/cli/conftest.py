"""A workspace for what speaks with a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.messages import set_language


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Chinese workspace without anything in it; nothing is committed."""
    set_language("zh")
    (tmp_path / "diaries" / "2026").mkdir(parents=True)
    (tmp_path / "minqing.yaml").write_text("语言: zh\ngit: {提交: 否}\n", encoding="utf-8")
    return tmp_path
