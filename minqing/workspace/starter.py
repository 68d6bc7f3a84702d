"""Text about the settings, made from their table: the first ``minqing.yaml`` and the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from minqing.workspace.settings_table import SETTINGS, Setting
from minqing.workspace.settings_types import expected

_EXAMPLES: Mapping[str, tuple[str, str]] = {
    "subdistrict": ("奥运村街道", "奥运村街道"),
    "district": ("朝阳区", "朝阳区"),
    "households": ("4548", "4548"),
    "buildings": (
        "\n  - 1号楼\n  - {名称: 2号楼, 物业: 否, 户数: 96, 相邻: [1号楼, 东门]}",
        "\n  - 1号楼\n  - {name: 2号楼, managed: no, households: 96, near: [1号楼, 东门]}",
    ),
    "walk": (
        "\n  星期: 周一\n  时间: 08:30\n  路线: 顺时针一圈",
        "\n  weekday: monday\n  time: 08:30\n  route: 顺时针一圈",
    ),
    "routes": ("\n  顺时针一圈: [1号楼, 2号楼, 东门]", "\n  顺时针一圈: [1号楼, 2号楼, 东门]"),
    "people": (
        "\n  - {姓名: 张书记, 职务: 书记}\n  - {姓名: 李楼长, 楼栋: [1号楼]}",
        "\n  - {name: 张书记, role: 书记}\n  - {name: 李楼长, buildings: [1号楼]}",
    ),
    "categories": (
        "\n  绿化: {口径: 环境问题, 委员会: 公共卫生, 词: [树, 草坪]}",
        "\n  greening: {name: 绿化, bucket: environment, committee: 公共卫生, words: [树, 草坪]}",
    ),
    "rota": ("\n  - {名称: 高龄党员户, 每: 月}", "\n  - {name: 高龄党员户, every: month}"),
    "opening": ("{截至: 2019-12-31, 周一: 520}", "{as_of: 2019-12-31, mondays: 520}"),
    "git": ("{提交: 是, 照片: 否}", "{commit: yes, photos: no}"),
}
"""What the most used settings look like, commented out in a new file, in Chinese and English."""

_HEAD = (
    "# 社区的设置。每一项都可以不写;去掉行首的“#”就生效。全部设置见说明文档 docs/settings.zh.md。\n",
    "# The community's settings, all optional; take the `#` away to use one. The rest: docs/settings.md\n",
)

_DOCUMENT = (
    (
        "# 设置:`minqing.yaml`\n\n由程序里的设置表生成,请勿手改。每一项都可以不写;"
        "中文和英文的写法都能读,可以混用。\n不认识的名称是提醒,写错的值是错误,该项按默认值处理。\n",
        ("名称", "中文", "写什么", "默认", "意思"),
    ),
    (
        "# Settings: `minqing.yaml`\n\nMade from the table of settings in the program; do not edit. "
        "Every setting is optional; both spellings are read, also mixed.\nAn unknown key is a warning, "
        "a wrong value an error, and the default holds instead.\n",
        ("key", "中文", "type", "default", "meaning"),
    ),
)


def starter_settings(name: str | None, language: str) -> str:
    """The text of a new ``minqing.yaml``: the community's name and language, the rest commented out."""
    from minqing.text.write import quoted

    given = {"format": "1", "language": language, "community": quoted(name) if name else ""}
    blocks = [_block(setting, given, language) for setting in SETTINGS]
    return "\n".join([_HEAD[language == "en"], *filter(None, blocks)])


def settings_markdown(language: str) -> str:
    """The documentation of every setting as a Markdown table."""
    introduction, columns = _DOCUMENT[language == "en"]
    lines = [introduction, _row(columns), _row(["---"] * len(columns)), *_rows(SETTINGS, language)]
    return "\n".join(lines) + "\n"


def _block(setting: Setting, given: Mapping[str, str], language: str) -> str:
    """One setting of the new file with its meaning above it; nothing for a seldom used one."""
    key = setting.zh if language == "zh" else setting.id
    value = given.get(setting.id) or _example(setting, language)
    if not value:
        return ""
    text = f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"
    if not given.get(setting.id):
        text = "\n".join(f"#{line}" for line in text.split("\n"))
    return f"# {_meaning(setting, language)}\n{text}\n"


def _example(setting: Setting, language: str) -> str:
    if setting.id == "community":
        return "…"
    return _EXAMPLES.get(setting.id, ("", ""))[language == "en"]


def _rows(settings: Sequence[Setting], language: str, above: str = "", above_zh: str = "") -> Iterator[str]:
    for s in settings:
        default = f"`{s.default}`" if s.default else ""
        words = [f"`{above}{s.id}`", f"`{above_zh}{s.zh}`"]
        yield _row([*words, _type(s, language), default, _meaning(s, language)])
        yield from _rows(s.keys, language, f"{above}{s.id}.", f"{above_zh}{s.zh}.")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _type(setting: Setting, language: str) -> str:
    return expected(setting.type)[language == "en"]


def _meaning(setting: Setting, language: str) -> str:
    return setting.en_means if language == "en" else setting.zh_means
