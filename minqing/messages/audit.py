"""What ``audit`` says of each finding and note, and around them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "clean": (
        "核查了 {commits} 次提交,没有发现问题(日期与提交相差 {days} 天以内算正常)。",
        "{commits} commits audited, nothing found (dates within {days} days of their commit are normal).",
    ),
    "summary": (
        "核查了 {commits} 次提交,发现 {count} 处(日期与提交相差 {days} 天以内算正常)。",
        "{commits} commits audited, {count} findings (dates within {days} days of their commit are normal).",
    ),
    "judging": ("正在核查提交 {done}/{total}", "Auditing commits {done}/{total}"),
    "where": ("{file}:{line}", "{file}:{line}"),
    "who": ("{author} {date} 的提交 {commit}", "commit {commit} by {author} on {date}"),
    "more": ("… 同一次提交里还有 {count} 处同样的", "… and {count} more of the kind in that commit"),
    "allowed": ("写明理由、带着居民号码提交的", "Committed with a resident's number, for a reason"),
    "notes": ("供了解(不算问题)", "For information (no findings)"),
    "kind-line_changed": ("办理记录被改", "a line of progress was changed"),
    "kind-line_deleted": ("办理记录被删", "a line of progress was deleted"),
    "kind-field_changed": ("事后改写", "rewritten after the fact"),
    "kind-issue_vanished": ("整件事消失", "an issue vanished"),
    "kind-entry_vanished": ("整页日记消失", "an entry vanished"),
    "kind-backdated": ("倒签日期", "dated back"),
    "kind-postdated": ("预签日期", "dated ahead"),
    "kind-uncommitted": ("没有提交", "not committed"),
    "kind-history_rewritten": ("历史被改写", "history was rewritten"),
    "kind-unsigned": ("签名有问题", "signature"),
    "line-changed": ("“{old}”改成了“{new}”", "“{old}” became “{new}”"),
    "line-moved": (
        "“{old}”与同一天的另一条换了先后",
        "“{old}” changed places with another line of its day",
    ),
    "line-deleted": ("“{old}”不见了", "“{old}” is gone"),
    "field-changed": ("{field}由“{old}”改成了“{new}”", "{field} was “{old}” and became “{new}”"),
    "raised": ("提出日期由 {old} 变成了 {new}", "the day it was raised was {old} and became {new}"),
    "opening": ("期初数改过了,累计数跟着变", "the opening balance was changed, and every total with it"),
    "issue-vanished": ("“{old}”不见了", "“{old}” is gone"),
    "entry-vanished": ("{old} 不见了", "{old} is gone"),
    "backdated-line": ("“{text}”比提交早 {days} 天", "“{text}” is dated {days} days before its commit"),
    "backdated-entry": (
        "这一页的日期 {text} 比提交早 {days} 天",
        "the entry of {text} was committed {days} days later",
    ),
    "backdated-issue": (
        "“{text}”补进了 {days} 天前的日记",
        "“{text}” was added to an entry {days} days old",
    ),
    "backdated-commit": (
        "提交自己的日期比它前面的提交早 {days} 天",
        "the commit is dated {days} days before the one it follows",
    ),
    "postdated-line": ("“{text}”比提交晚 {days} 天", "“{text}” is dated {days} days after its commit"),
    "postdated-entry": (
        "这一页的日期 {text} 比提交晚 {days} 天",
        "the entry of {text} was committed {days} days ahead",
    ),
    "postdated-issue": (
        "“{text}”写进了 {days} 天后的日记",
        "“{text}” was added to an entry {days} days ahead",
    ),
    "postdated-commit": ("提交自己的日期还没到,差 {days} 天", "the commit is dated {days} days in the future"),
    "uncommitted-changed": ("有改动还没有提交", "has changes that are not committed"),
    "uncommitted-new": ("还没有提交过", "was never committed"),
    "uncommitted-deleted": ("已删除,还没有提交", "was deleted, and that is not committed"),
    "rewritten-remote": (
        "远端曾经有的 {count} 次提交被换掉了,从这一次起",
        "{count} commits that the remote had were replaced, from this one on",
    ),
    "rewritten-local": (
        "已经共享的 {count} 次提交在这台电脑上被换掉了,从这一次起",
        "{count} commits that were shared already were replaced here, from this one on",
    ),
    "unsigned": ("没有签名", "is not signed"),
    "bad-signature": ("签名不对", "has a wrong signature"),
    "unknown-key": (
        "{count} 次提交的签名无法核实(这台电脑上没有这把公钥,或没有写明它是谁的),从这一次起",
        "{count} commits carry a signature that cannot be checked here (no such key, or nobody has said whose it is), "
        "from this one on",
    ),
    "other-signer": (
        "签名用的是 {signer} 的钥匙,提交人却写着 {committer}",
        "is signed with the key of {signer}, and says that {committer} committed it",
    ),
    "unknown-author": (
        "设置的“人员”里没有这个人,共 {count} 次提交,从这一次起",
        "is nobody of the people in the settings; {count} commits, from this one on",
    ),
    "imported": (
        "导入了旧台账 {count} 件,日期早是应当的",
        "imported {count} issues of an older ledger, dated as they were",
    ),
    "private": ("理由: {reason}", "because: {reason}"),
    "first": (
        "第一次提交时已有 {count} 页日记;在它之前的事,git 无法证明",
        "there were {count} entries at the first commit; of what was before it git proves nothing",
    ),
    "no-remote": (
        "没有远端仓库可以对照:历史是否改写过,只凭这台电脑无法证明",
        "there is no remote to compare with: this computer alone cannot prove that history was not rewritten",
    ),
    "behind": ("远端有 {count} 次提交还没有取到这台电脑上", "the remote has {count} commits that are not here yet"),
    "days": (
        "--days 后面要写天数(0 到 99999),不能是“{value}”。",
        "--days takes a number of days (0 to 99999), not “{value}”.",
    ),
}
"""Word to (Chinese, English)."""
