"""A diary of 97 000 walks with 600 000 issues, written straight from a template, with one commit of it all.

``python -m benchmarks.large FOLDER`` fills a workspace that ``minqing init`` has made. The same bytes every time.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

WALKS, ISSUES = 97_000, 600_000
A_DAY = 7
"""Walks of one day: a whole district writes into one diary."""

LAST = date(2020, 11, 23)
OPEN_ONE_IN = 80
"""One issue in so many is still open, as in the sample of eleven years."""

PLACES = [f"{n}号楼" for n in range(1, 41)] + ["西门", "东门", "小广场", "自行车棚", "幼儿园门口", "菜站"]
TELLERS = ("老爷子", "阿姨", "大叔", "大姐", "小伙子", "老太太")
SKIES = ("晴", "多云", "阴", "小雨", "晴,北风三级", "多云转晴")
MATTERS = (
    ("窗前的路灯太亮,晚上睡不着觉", "公共设施", "中事"),
    ("单元门口又贴了小广告", "环境卫生", "小事"),
    ("楼上漏水把天花板泡了,两家说不到一起", "民间纠纷", "中事"),
    ("楼道里堆着旧家具,走路绊脚", "安全治安", "小事"),
    ("垃圾桶满了两天没有人来收", "环境卫生", "小事"),
    ("家里没有暖气,打电话没有人管", "物业服务", "中事"),
    ("车棚里充电的线拉得到处都是", "安全治安", "大事"),
    ("邻居在过道搭了个棚子", "违建占道", "中事"),
    ("晚上有人在楼下唱歌到十点多", "民间纠纷", "小事"),
    ("电梯又停了,老人下不了楼", "物业服务", "大事"),
    ("下水道返味儿,一楼开不了窗", "公共设施", "中事"),
    ("想问高龄津贴怎么办", "政务服务", "小事"),
    ("树枝挡住了三楼的阳光", "环境卫生", "中事"),
)
STEPS = (
    "告诉反映人已经知道了",
    "师傅来看过,说要等配件",
    "请网格员每天看一眼",
    "开了个小会,商量好了办法",
    "打了电话催问",
)
ENDINGS = ("办好了,反映人说满意", "修好了,试了三天没有再坏", "清走了,拍了照片", "两家握了手")

HEAD = """---
日期: {day}
时间: 08:30-11:{minute}
天气: {sky}
路线: 顺时针一圈
步数: {steps}
公里: {km}
参加: [张书记, 王丽, 李楼长]
顺手: {cleaned}
事项:
"""

ISSUE = """  - 编号: {id}
    事由: {place}的{teller}说{matter}
    地点: {place}
    反映人: {teller}
    来源: 听
    类别: {category}
    层级: {tier}
    责任: 物业管理委员会
    期限: {due}
    办理:
      - {soon} 联系 {step}
"""

CLOSED = "      - {later} 办结 {ending}\n"
TAIL = "---\n\n走到{place}，说了一会儿话。\n"


def files() -> Iterator[tuple[str, bytes]]:
    """Every diary file with its path, in order of date."""
    days = -(-WALKS // A_DAY)
    walk = issue = 0
    for back in range(days - 1, -1, -1):
        day, number = LAST - timedelta(days=back), 0
        for second in range(1, min(A_DAY, WALKS - walk) + 1):
            walk += 1
            count = walk * ISSUES // WALKS - (walk - 1) * ISSUES // WALKS
            listed = [_issue(day, number + n, issue + n) for n in range(1, count + 1)]
            number, issue = number + count, issue + count
            yield _path(day, second), _file(day, walk, listed)


def _path(day: date, second: int) -> str:
    return f"diaries/{day.year}/{day}{f'-{second}' if second > 1 else ''}.md"


def _file(day: date, walk: int, issues: list[str]) -> bytes:
    head = HEAD.format(
        day=day, minute=10 + walk % 50, sky=SKIES[walk % 6], steps=4200 + walk * 7 % 1000, km=f"2.{walk % 90 + 10}",
        cleaned=walk % 5,
    )  # fmt: skip
    return (head + "".join(issues) + TAIL.format(place=PLACES[walk % len(PLACES)])).encode()


def _issue(day: date, number: int, serial: int) -> str:
    """One issue; ``serial`` (its number among all) decides what it is."""
    mixed = serial * 2654435761 % (1 << 32) >> 8
    matter, category, tier = MATTERS[mixed % len(MATTERS)]
    soon, later = (min(LAST, day + timedelta(days=days)) for days in (1 + mixed % 3, 4 + mixed % 11))
    text = ISSUE.format(
        id=f"{day:%Y%m%d}-{number}", place=PLACES[mixed // 13 % len(PLACES)], teller=TELLERS[mixed // 7 % 6],
        matter=matter, category=category, tier=tier, due=day + timedelta(days=7), soon=soon, step=STEPS[mixed % 5],
    )  # fmt: skip
    return text if mixed % OPEN_ONE_IN == 0 else text + CLOSED.format(later=later, ending=ENDINGS[mixed // 5 % 4])


def write(root: Path) -> None:
    """Write every file and one commit that holds them all."""
    command = ["git", "fast-import", "--quiet"]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE) as importing:
        assert importing.stdin is not None
        importing.stdin.write(_commit_head())
        for count, (path, raw) in enumerate(files(), 1):
            _put(root / path, raw)
            importing.stdin.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(raw), raw))
            if count % 1000 == 0 and sys.stderr.isatty():
                sys.stderr.write(f"\r{count} of {WALKS} walks written")
    subprocess.run(["git", "read-tree", "HEAD"], cwd=root, check=True)


def _put(place: Path, raw: bytes) -> None:
    try:
        place.write_bytes(raw)
    except FileNotFoundError:
        place.parent.mkdir(parents=True)
        place.write_bytes(raw)


def _commit_head() -> bytes:
    words = "一次写下所有日记".encode()
    who = "王丽 <wangli@example.org> 1606098600 +0800".encode()
    return b"commit refs/heads/main\ncommitter %s\ndata %d\n%s\nfrom refs/heads/main^0\n" % (who, len(words), words)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
