"""The file of the index, as SQLite is told of it."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from minqing.workspace.index.image import _address


def test_a_file_is_named_as_sqlite_opens_it() -> None:
    assert _address(PurePosixPath("/home/wang/民情 日记/index.sqlite")).endswith("%20%E6%97%A5%E8%AE%B0/index.sqlite")
    assert _address(PureWindowsPath(r"D:\diary\index.sqlite")) == "file:///D:/diary/index.sqlite"


def test_a_file_on_a_shared_drive_names_no_computer_where_sqlite_refuses_one() -> None:
    """SQLite opens no ``file://server/...``: the authority of an address must be empty."""
    assert _address(PureWindowsPath(r"\\server\share\index.sqlite")) == "file:////server/share/index.sqlite"
