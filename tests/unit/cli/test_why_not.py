"""Why the system refused a file, as Windows tells it too."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from minqing.cli.commands.common import NO_NAME, why_not
from minqing.messages import speaking


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def test_a_folder_is_a_folder_where_windows_calls_it_forbidden(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.touch()
    assert why_not(PermissionError(errno.EACCES, "Permission denied", str(tmp_path))) == why_not(
        IsADirectoryError(errno.EISDIR, "Is a directory", str(tmp_path))
    )
    assert why_not(PermissionError(errno.EACCES, "Permission denied", str(file))) != why_not(
        IsADirectoryError(errno.EISDIR, "Is a directory", str(tmp_path))
    )


def test_a_name_that_no_file_can_have_there_is_that_of_none() -> None:
    refused = OSError(errno.EINVAL, os.strerror(errno.EINVAL), "*.jpg")
    refused.winerror = NO_NAME  # type: ignore[attr-defined,unused-ignore]
    assert why_not(refused) == why_not(FileNotFoundError(errno.ENOENT, "", "*.jpg"))
