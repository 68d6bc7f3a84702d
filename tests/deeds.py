"""The commands that are killed and left without room: every one that writes, in the ways it can find its workspace."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from processes import ended

FIRST = "diaries/2026/2026-11-16.md"

ENTRY = """---
日期: 2026-11-16
类型: 走动
事项:
  - 编号: 20261116-1
    事由: 5号楼的老爷子说窗前的路灯太亮
    类别: 公共设施
    层级: 中事
    办理:
      - 2026-11-17 联系 给老爷子打了电话
  - 编号: 20261116-2
    事由: 8号楼的阿姨说树密晒不到阳光
    类别: 环境卫生
    层级: 中事
---

一圈下来都挺好。
"""


@dataclass(frozen=True)
class Deed:
    """A command to be killed: what is typed, what it finds before it, and the variables it runs with.

    ``{root}`` in them is the workspace, ``{near}`` the folder around it. What is ``alone`` is typed outside of any
    workspace. ``again`` are the exit codes of the same command typed once more after the kill, after which everything
    is as if nobody had been killed; without any it is another command that goes on. It is not typed again where
    ``is_done`` tells that it would be a second one. ``beside`` starts what runs at the same time. ``tried`` chooses
    among the steps of one with thousands of the same kind.
    """

    name: str
    typed: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda root: None
    env: dict[str, str] = field(default_factory=dict)
    alone: bool = False
    again: tuple[int, ...] = ()
    is_done: Callable[[Path], bool] = lambda root: False
    beside: Callable[[Path], subprocess.Popen[bytes]] | None = None
    tried: Callable[[int, int], bool] = lambda step, steps: True

    def words(self, root: Path) -> list[str]:
        """What is typed, for one workspace."""
        typed = [_placed(word, root) for word in self.typed]
        return ["--lang", "zh", *typed] if self.alone else ["-C", str(root), *typed]

    def variables(self, root: Path) -> dict[str, str]:
        """What it runs with."""
        return {name: _placed(value, root) for name, value in self.env.items()}


def _placed(word: str, root: Path) -> str:
    return word.replace("{root}", str(root)).replace("{near}", str(root.parent))


def _hand_edited(root: Path) -> None:
    place = root / FIRST
    place.write_text(place.read_text(encoding="utf-8") + "手工添的一句。\n", encoding="utf-8")


def _fixable(root: Path) -> None:
    place = root / FIRST
    place.write_text(place.read_text(encoding="utf-8").replace("事由: 8号楼", "事由：8号楼"), encoding="utf-8")


def _editor(root: Path) -> None:
    script = root.parent / "editor.sh"
    script.write_text("#!/bin/sh\nsed -i 's/一圈下来都挺好/改过的一句/' \"$1\"\n", encoding="utf-8")
    script.chmod(0o755)


def _shared(root: Path) -> None:
    """Somebody else has shared a walk and a line; here there is another line that nobody else has."""
    _apart(root)
    subprocess.run(["git", "-C", str(root.parent / "other"), "push", "-q"], check=True)


def _apart(root: Path) -> None:
    """Two clones of one diary, each with a line that the other has not."""
    shared, other = root.parent / "shared.git", root.parent / "other"
    for words in (
        ["git", "clone", "-q", "--bare", str(root), str(shared)],
        ["git", "-C", str(root), "remote", "add", "origin", str(shared)],
        ["git", "clone", "-q", str(shared), str(other)],
    ):
        subprocess.run(words, check=True)
    _line_added(other, "20261116-1", "      - 2026-11-18 跟进 别人写的一句\n")
    (other / "diaries/2026/2026-11-18.md").write_text("---\n日期: 2026-11-18\n---\n别人的走动。\n", encoding="utf-8")
    _line_added(root, "20261116-1", "      - 2026-11-19 跟进 自己写的一句\n")
    for place in (other, root):
        for words in (["add", "diaries"], ["commit", "-qm", "一句"]):
            subprocess.run(["git", "-C", str(place), *words], check=True)


def _line_added(root: Path, issue: str, line: str) -> None:
    place = root / FIRST
    known = "      - 2026-11-17 联系 给老爷子打了电话\n"
    assert issue in place.read_text(encoding="utf-8")
    place.write_text(place.read_text(encoding="utf-8").replace(known, known + line), encoding="utf-8")


# what the newer ones find


def _typed(*typed: str) -> Callable[[Path], None]:
    """A preparation: these words were typed before, each as one command."""

    def prepare(root: Path) -> None:
        for words in typed:
            said = ended(["-C", str(root), *_placed(words, root).split()], root.parent)
            assert said.code == 0, said.err

    return prepare


def _nothing(root: Path) -> None:
    """No workspace at all, and none known."""
    _emptied(root)
    root.rmdir()


def _emptied(root: Path) -> None:
    subprocess.run(["rm", "-rf", *map(str, root.iterdir())], check=True)


def handed(root: Path) -> Path:
    """The folder for what is handed out, beside the workspace."""
    folder = root.parent / "交付"
    folder.mkdir(exist_ok=True)
    return folder


def _ledger(root: Path) -> None:
    rows = [f"2026-10-{day:02},{day}号楼的阿姨说楼道灯不亮,{day}号楼,已办结" for day in range(10, 16)]
    rows += ["2026-11-16,2号楼门口积水,2号楼,办理中", "不知哪天,看不懂的一行,2号楼,办理中"]
    (root.parent / "台账.csv").write_text("\n".join(["日期,事由,地点,状态", *rows]), encoding="utf-8")
    handed(root)


def _long_ledger(root: Path) -> None:
    """More days than git takes names on a command line of Windows, or took on any."""
    rows = [
        f"2025-{month:02}-{day:02},{day}号楼的阿姨说楼道灯不亮,{day}号楼"
        for month in range(1, 7)
        for day in range(1, 25)
    ]
    (root.parent / "台账.csv").write_text("\n".join(["日期,事由,地点", *rows]), encoding="utf-8")


def _imported(root: Path) -> None:
    _ledger(root)
    assert ended(["-C", str(root), "import", str(root.parent / "台账.csv"), "--yes"], root.parent).code == 1


def _picture(root: Path) -> None:
    from PIL import Image

    Image.new("RGB", (64, 48), "gray").save(root.parent / "灯.jpg")


def _backed_up(root: Path) -> None:
    handed(root)
    _typed("backup {near}/交付/备份.zip")(root)
    _hand_edited(root)


def _only_backup(root: Path) -> None:
    handed(root)
    _typed("contact-card add 5号楼老爷子 --phone 13800000000", "backup {near}/交付/备份.zip --private")(root)
    _nothing(root)


def _only_backup_and_a_folder(root: Path) -> None:
    _only_backup(root)
    root.mkdir()


def _leaking(root: Path) -> None:
    _line_added(root, "20261116-1", "      - 2026-11-18 跟进 电话13812345678\n")
    for words in (["add", "-A"], ["commit", "-qm", "号码"]):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    place = root / FIRST
    place.write_text(place.read_text(encoding="utf-8").replace("13812345678", "138****5678"), encoding="utf-8")


def _reported(*typed: str) -> Callable[[Path], None]:
    def prepare(root: Path) -> None:
        handed(root)
        _typed(*typed)(root)
        _hand_edited(root)

    return prepare


def _many_fixable(root: Path) -> None:
    _fixable(root)
    (root / "diaries/2026/2026-11-17.md").write_text("---\n日期: 2026-11-17\n天气：晴\n---\n", encoding="utf-8")


def _said_last(word: str) -> Callable[[Path], bool]:
    def is_done(root: Path) -> bool:
        last = ["git", "-C", str(root), "log", "-1", "--format=%s"]
        return subprocess.run(last, capture_output=True, check=True).stdout.decode().startswith(word)

    return is_done


def _added(said: str) -> Callable[[Path], bool]:
    """It is committed and off the record: only the answer is missing, and the same typed again is another one."""
    done = _said_last(said)
    return lambda root: done(root) and not (root / ".minqing/pending.json").exists()


def _program(*typed: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "minqing", *typed]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)


def _synced_elsewhere(root: Path) -> subprocess.Popen[bytes]:
    return _program("-C", str(root.parent / "other"), "sync")


def _synced_here(root: Path) -> subprocess.Popen[bytes]:
    return _program("-C", str(root), "sync")


def _some(step: int, steps: int) -> bool:
    """The first and last steps, and a few of the thousands of files in between."""
    return step < 30 or step > steps - 40 or step % 250 == 0


NOTE = ("note", "20261116-1", "看过了")

ADD = ("add", "3号楼的阿姨说楼道灯不亮", "--yes")

LOG = ("log", "--date", "2026-11-20", "--weather", "晴", "--issue", "大门口积水", "--text", "都好。", "--yes")

INIT = ("init", "{root}", "--name", "幸福里社区")

DEEDS = (
    Deed("note", NOTE),
    Deed("close", ("close", "20261116-2", "已修剪")),
    Deed("note again", NOTE, again=(0,), is_done=_added("跟进")),
    Deed("close again by words", ("close", "8号楼", "已修剪"), again=(0,), is_done=_added("办结")),
    Deed("add again", ADD, again=(0,), is_done=_added("新增")),
    Deed("log again", LOG, again=(0,), is_done=_added("记录")),
    Deed("note after a hand edit", NOTE, _hand_edited),
    Deed("add", ADD),
    Deed("add in a new year", ("add", "楼道灯不亮", "--yes", "--date", "2025-12-30")),
    Deed("log", LOG),
    Deed("check --fix", ("check", "--fix"), _fixable),
    Deed("check --fix of several", ("check", "--fix"), _many_fixable, again=(0,)),
    Deed("edit", ("edit", "2026-11-16"), _editor, {"EDITOR": "{near}/editor.sh"}),
    Deed("edit again", ("edit", "2026-11-16"), _editor, {"EDITOR": "{near}/editor.sh"}, again=(0,)),
    Deed("undo", ("undo",), _typed("note 20261116-1 看过了"), again=(0,), is_done=_said_last("撤回")),
    Deed("redo", ("redo",), _typed("note 20261116-1 看过了", "undo"), again=(0,), is_done=_said_last("重做")),
    Deed("import", ("import", "{near}/台账.csv", "--yes", "--rejected", "{near}/交付/退回.csv"), _ledger, again=(1,)),
    Deed("import of many days", ("import", "{near}/台账.csv", "--yes"), _long_ledger, again=(0,),
         tried=lambda step, steps: step % 60 == 0),
    Deed(
        "undo of an import",
        ("undo",),
        _imported,
        again=(0,),
        is_done=_said_last("撤回"),
    ),
    Deed("photo", ("photo", "20261116-1", "{near}/灯.jpg"), _picture, again=(0,)),
    Deed("sync", ("sync",), _shared, again=(0,)),
    Deed("sync while a colleague's runs", ("sync",), _apart, beside=_synced_elsewhere, again=(0,)),
    Deed("sync in two windows", ("sync",), _shared, beside=_synced_here, again=(0,)),
    Deed("contact-card", ("contact-card", "add", "5号楼老爷子", "--phone", "13800000000"), again=(0,)),
    Deed("purge-private", ("purge-private",), _leaking, again=(0,)),
    Deed("report", ("report", "2026-11", "-o", "{near}/交付/月报.docx"),
         _reported("report 2026-11 -o {near}/交付/月报.docx"), again=(0,)),
    Deed("ledger", ("ledger", "-o", "{near}/交付/台账.xlsx"), _reported("ledger -o {near}/交付/台账.xlsx"), again=(0,)),
    Deed("backup", ("backup", "{near}/交付/备份.zip"), _backed_up, again=(0,)),
    Deed("restore", ("restore", "{near}/交付/备份.zip", "{root}"), _only_backup, alone=True, again=(0, 2)),
    Deed("restore into an empty folder", ("restore", "{near}/交付/备份.zip", "{root}"),
         _only_backup_and_a_folder, alone=True, again=(0, 2)),
    Deed("init", INIT, _nothing, alone=True, again=(0, 2)),
    Deed("init in an empty folder", INIT, _emptied, alone=True, again=(0, 2)),
    Deed("init --demo", ("init", "{root}", "--demo"), _nothing, alone=True, again=(0, 2), tried=_some),
)  # fmt: skip
"""Every command that writes."""

SAMPLED = ("note", "add again", "undo", "import", "sync in two windows", "purge-private", "ledger", "restore", "init")
SAMPLE = tuple(deed for deed in DEEDS if deed.name in SAMPLED)
"""One of each kind, for a suite that is run all the time."""
