"""Merging two versions of an entry: nothing lost, nothing made up, and the same whichever side is called ours."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minqing.domain.community import Community
from minqing.domain.model import Entry
from minqing.text.merge import OURS, THEIRS, WHOLE, Manner, Merged, merge_entries
from minqing.text.read import read_entry
from minqing.text.vocabulary import category_words

PATH = "diaries/2026/2026-11-16.md"
MANNER = Manner(category_words(Community()), "zh", {})
EXAMPLES = int(os.environ.get("MINQING_EXAMPLES", "100"))
FIELDS = {
    "地点": ("5号楼", "8号楼", "东门"),
    "责任": ("物业", "绿化队", "居委会"),
    "期限": ("2026-11-23", "2026-12-01"),
    "备注": ("自己加的", "别的"),
}
PEOPLE = ("王丽", "张书记", "李楼长", "陈医生")
WORDS = ("看过了", "打了电话: 没人接", "修好了", "又坏了 #3", '他说"太吵"', "换了灯罩")
EDITS = (
    "line", "line", "line", "field", "unfield", "issue", "person", "text", "untext", "delete", "unline", "layout",
    "layout", "comment",
)  # fmt: skip
VERBS = ("跟进", "联系", "办结", "交办 绿化队", "回访 满意")


@dataclass
class Matter:
    """An issue as the test sees it."""

    number: int
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    comment: str = ""


@dataclass
class Page:
    """An entry as the test sees it, and how it is laid out."""

    people: list[str]
    matters: list[Matter]
    paragraphs: list[str]
    flow: bool = False
    braces: bool = False
    newline: str = "\n"
    people_below: bool = False
    head: str = ""
    mark: str = ""
    brackets: bool = False

    def text(self) -> bytes:
        lines = ["---", *([f"# {self.head}"] if self.head else []), "日期: 2026-11-16", *self._people()]
        lines += self._matters() if self.matters else []
        lines += ["---", ""]
        for paragraph in self.paragraphs:
            lines += [paragraph, ""]
        return (self.mark + self.newline.join(lines)).encode()

    def _matters(self) -> list[str]:
        if self.brackets and not any(matter.comment for matter in self.matters):
            items = [_matter(matter, self.flow, True)[-1].removeprefix("  - ") for matter in self.matters]
            return [f"事项: [{', '.join(items)}]"]
        return ["事项:", *(line for matter in self.matters for line in _matter(matter, self.flow, self.braces))]

    def _people(self) -> list[str]:
        if self.people_below and self.people:
            return ["参加:", *(f"  - {name}" for name in self.people)]
        return [f"参加: [{', '.join(self.people)}]"] if self.people else []


def _matter(matter: Matter, flow: bool, braces: bool) -> list[str]:
    lines = [f"  # {matter.comment}"] if matter.comment else []
    lines += [f"  - 编号: 20261116-{matter.number}", f"    事由: 第{matter.number}件事"]
    quoted = ['"' + line.replace('"', '\\"') + '"' for line in matter.lines]
    if braces:
        pairs = [f"编号: 20261116-{matter.number}", f"事由: 第{matter.number}件事"]
        pairs += [f"{key}: {value}" for key, value in matter.fields.items()]
        pairs += [f"办理: [{', '.join(quoted)}]"] if quoted else []
        return [*lines[:-2], f"  - {{{', '.join(pairs)}}}"]
    lines += [f"    {key}: {value}" for key, value in matter.fields.items()]
    if flow and quoted:
        return [*lines, f"    办理: [{', '.join(quoted)}]"]
    return [*lines, *(["    办理:"] if quoted else []), *(f"      - {line}" for line in quoted)]


dates = st.integers(16, 28).map(lambda day: f"2026-11-{day}")
progress = st.builds("{} {} {}".format, dates, st.sampled_from(VERBS), st.sampled_from(WORDS))
given_fields = st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in FIELDS.items()})
matters = st.builds(Matter, st.just(0), given_fields, st.lists(progress, max_size=3), st.sampled_from(("", "先办")))
sentences = st.sampled_from([f"第{n}段。" for n in range(6)] + ["## 走", "## 看", "- 甲", "- 乙"])


@st.composite
def pages(draw: st.DrawFn) -> Page:
    listed = draw(st.lists(matters, max_size=3))
    for number, matter in enumerate(listed, 1):
        matter.number = number
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
    body = draw(st.lists(sentences, max_size=4, unique=True))
    newline = draw(st.sampled_from(("\n", "\r\n")))
    flow, braces, people_below = (draw(st.booleans()) for _ in range(3))
    return Page(people, listed, body, flow, braces, newline, people_below)


@st.composite
def versions(draw: st.DrawFn, base: Page, first_new: int) -> Page:
    """What somebody makes of a page."""
    matters_now = [_copied(matter) for matter in base.matters]
    made = replace(base, people=list(base.people), matters=matters_now, paragraphs=list(base.paragraphs))
    for _ in range(draw(st.integers(0, 4))):
        _edit(draw, made, first_new)
    return made


def _copied(matter: Matter) -> Matter:
    return Matter(matter.number, dict(matter.fields), list(matter.lines), matter.comment)


def _edit(draw: st.DrawFn, page: Page, first_new: int) -> None:
    what = draw(st.sampled_from(EDITS))
    if what == "issue":
        new = draw(matters)
        new.number = max([first_new - 1, *(m.number for m in page.matters)]) + 1
        page.matters.append(new)
    elif what == "person":
        name = draw(st.sampled_from(PEOPLE))
        page.people.remove(name) if name in page.people else page.people.append(name)
    elif what == "text":
        place = draw(st.integers(0, len(page.paragraphs)))
        page.paragraphs.insert(place, draw(sentences))
    elif what == "untext" and page.paragraphs:
        page.paragraphs.pop(draw(st.integers(0, len(page.paragraphs) - 1)))
    elif what == "layout":
        _lay_out(draw, page)
    elif page.matters:
        _edit_matter(draw, page, draw(st.sampled_from(page.matters)), what)


def _lay_out(draw: st.DrawFn, page: Page) -> None:
    what = draw(st.sampled_from(("flow", "braces", "brackets", "people_below", "newline", "mark", "head")))
    if what == "newline":
        page.newline = "\n" if page.newline == "\r\n" else "\r\n"
    elif what == "mark":
        page.mark = "" if page.mark else "\ufeff"
    elif what == "head":
        page.head = draw(st.sampled_from(("", "走了一上午", "下雨")))
    else:
        setattr(page, what, not getattr(page, what))


def _edit_matter(draw: st.DrawFn, page: Page, matter: Matter, what: str) -> None:
    if what == "line":
        place = draw(st.integers(0, len(matter.lines)))
        matter.lines.insert(place, draw(progress))
    elif what == "unline" and matter.lines:
        matter.lines.pop(draw(st.integers(0, len(matter.lines) - 1)))
    elif what == "field":
        key = draw(st.sampled_from(sorted(FIELDS)))
        matter.fields[key] = draw(st.sampled_from(FIELDS[key]))
    elif what == "unfield" and matter.fields:
        del matter.fields[draw(st.sampled_from(sorted(matter.fields)))]
    elif what == "comment":
        matter.comment = draw(st.sampled_from(("", "先办", "等人", "问过物业")))
    elif what == "delete":
        page.matters.remove(matter)


@st.composite
def cases(draw: st.DrawFn) -> tuple[bytes, bytes, bytes]:
    base = draw(pages())
    return base.text(), draw(versions(base, 10)).text(), draw(versions(base, 20)).text()


def entry(raw: bytes) -> Entry:
    found = read_entry(raw, PATH, MANNER.categories).entry
    assert found is not None, raw.decode()
    return found


def settled(base: bytes, ours: bytes, theirs: bytes, side: str) -> Merged:
    """A merge in which every contradiction is decided for one side."""
    first = merge_entries(base, ours, theirs, PATH, MANNER)
    assert WHOLE not in {one.field for one in first.contradictions}, "two pages that can be read are merged by meaning"
    choices = {one.key: side for one in first.contradictions}
    return merge_entries(base, ours, theirs, PATH, Manner(MANNER.categories, "zh", {}, choices))


def numbers(page: Entry) -> set[str]:
    return {issue.id for issue in page.issues}


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_nothing_is_lost_and_the_sides_are_alike(case: tuple[bytes, bytes, bytes]) -> None:
    base, ours, theirs = case
    merged = settled(base, ours, theirs, THEIRS)
    assert not merged.contradictions
    page, before, one, other = entry(merged.raw), entry(base), entry(ours), entry(theirs)
    issues = {issue.id: issue for issue in page.issues}
    for mine, others in ((one, other), (other, one)):
        there = {issue.id: issue for issue in others.issues}
        old = {issue.id: issue for issue in before.issues}
        for issue in mine.issues:
            if issue.id in there:
                # every line that either has and nobody has taken out
                was = set(old[issue.id].progress) if issue.id in old else set()
                kept = {line for line in issue.progress if line not in was or line in there[issue.id].progress}
                assert kept <= set(issues[issue.id].progress)
            elif issue.id not in old or issue != old[issue.id]:
                assert issues[issue.id] == issue
        for name in mine.walkers:
            assert name in page.walkers or (name in before.walkers and name not in others.walkers)
    assert numbers(page) <= numbers(one) | numbers(other)
    assert {line for i in page.issues for line in i.progress} <= {
        line for side in (one, other) for i in side.issues for line in i.progress
    }
    gone = (numbers(one) | numbers(other)) - numbers(page)  # what was written above them went with them
    new = (_remarks(ours) | _remarks(theirs)) - _remarks(base)
    assert {remark for remark in new if remark[1] not in gone} <= _remarks(merged.raw)
    assert merge_entries(base, theirs, ours, PATH, _choosing(base, theirs, ours, OURS)).raw == merged.raw


def _remarks(raw: bytes) -> set[tuple[str, str]]:
    """The comments of a page and the keys the format does not know, each with the number of the issue below it."""
    found, above = {(key, "") for key in re.findall("备注", raw.decode())}, list[str]()
    for line in raw.decode("utf-8-sig").splitlines():
        number = re.search(r"编号: ([\d-]+)", line)
        if line.strip().startswith("# "):
            above.append(line.strip())
        elif number or line.startswith("日期"):
            found |= {(remark, number[1] if number else "") for remark in above}
            above = []
    return found


def _choosing(base: bytes, ours: bytes, theirs: bytes, side: str) -> Manner:
    found = merge_entries(base, ours, theirs, PATH, MANNER).contradictions
    return Manner(MANNER.categories, "zh", {}, {one.key: side for one in found})


@settings(max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_merging_again_changes_nothing(case: tuple[bytes, bytes, bytes]) -> None:
    base, ours, theirs = case
    merged = settled(base, ours, theirs, THEIRS).raw
    assert merge_entries(theirs, merged, theirs, PATH, MANNER).raw == merged
    assert merge_entries(ours, ours, merged, PATH, MANNER).raw == merged
    assert merge_entries(base, ours, ours, PATH, MANNER).raw == ours
    assert merge_entries(base, base, ours, PATH, MANNER).raw == ours


@settings(max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_three_people_in_any_order(data: st.DataObject) -> None:
    base = data.draw(pages())
    a, b, c = (data.draw(versions(base, first)).text() for first in (10, 20, 30))
    start = base.text()
    found = []
    for first, second, third in ((a, b, c), (c, b, a), (b, a, c)):
        two = settled(start, second, first, THEIRS)
        found.append(_content(entry(settled(start, third, two.raw, THEIRS).raw)))
    assert found[0]["lines"] == found[1]["lines"] == found[2]["lines"]
    assert found[0]["names"] == found[1]["names"] == found[2]["names"]
    assert found[0]["issues"] == found[1]["issues"] == found[2]["issues"]


def _content(page: Entry) -> dict[str, object]:
    return {
        "lines": {(i.id, line) for i in page.issues for line in i.progress},
        "names": set(page.walkers),
        "issues": numbers(page),
    }


def test_a_name_added_while_the_list_is_emptied_stays() -> None:
    head, end = "---\ndate: 2026-11-16\n", "---\n"
    base, more, none = (
        f"{head}{line}{end}".encode() for line in ("walkers: [王丽]\n", "walkers: [王丽, 张书记]\n", "")
    )
    assert entry(settled(base, more, none, OURS).raw).walkers == ("张书记",)
    assert entry(settled(base, none, more, OURS).raw).walkers == ("张书记",)
