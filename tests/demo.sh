#!/usr/bin/env bash
# What two weeks with minqing look like, typed one command after the other: tests/demo.sh path/to/minqing
# Makes ./demo anew each time. Ends with the first command that fails.
set -euo pipefail

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export MINQING_LANG=zh XDG_CONFIG_HOME="$work/config"   # the user's own default workspace stays what it is
unset MINQING_HOME
if ! git config user.name >/dev/null || ! git config user.email >/dev/null; then
    export GIT_AUTHOR_NAME=张书记 GIT_AUTHOR_EMAIL=secretary@localhost
    export GIT_COMMITTER_NAME=张书记 GIT_COMMITTER_EMAIL=secretary@localhost
fi

say() { printf '\n\n## %s\n' "$1"; }

# Shows the command as it would be typed, then runs it.
run() {
    printf '\n$ minqing'
    for word in "$@"; do
        case $word in
            *[\ \;\&\|]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$program" "$@"
}

rm -rf "$here/demo"
say '建一个日记本'
run init demo --name 幸福里示例社区
cd demo

say '2018年7月2日,走了一圈,手机里记了几行,整段交给它'
cat >7月2日.txt <<'NOTES'
2018年7月2日 周一 晴
参加:张书记、王丽、李楼长
8:30-11:35 顺时针一圈 4766步 2.86公里
1. 5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉
2、3号楼2单元门口贴了小广告,已清理
走到5号楼,老爷子拉着我们说了半天。
NOTES
printf '\n$ cat 7月2日.txt\n'
cat 7月2日.txt
run log 7月2日.txt --date 2018-07-02

say '还有什么没办完?'
run list --as-of 2018-07-02

say '办一步,记一步'
run 联系 路灯 告诉老爷子已经报了路灯所 --on 2018-07-03
run 跟进 路灯 师傅来看过,说可以加灯罩 --on 2018-07-05
run 办结 路灯 装了灯罩,光不再照进屋里 --on 2018-07-06
run 回访 路灯 满意 老爷子说睡得着了 --on 2018-07-13

say '2019年10月21日,这次直接在命令里写'
run log --date 2019-10-21 --time 8:30-11:40 --weather 晴 --route 顺时针一圈 --steps 4773 --km 2.87 \
    --walker 张书记 王丽 李楼长 --companion 城管执法队 \
    --issue '8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下' \
    --text '阿姨搬着凳子坐在楼门口,说这里才有太阳。' --yes

say '走动以外的事:一张12345的单子'
run add '西门外饭馆的油烟往楼上飘' --kind hotline --date 2019-10-22 --tier 大事 --ticket SL-20191022-007 --yes
run 吹哨 油烟 城管执法队、生态环境所 周五晚上一起到店里看 --on 2019-10-24

say '树密的那件,约人、办结、回访'
run 交办 晒不到阳光 绿化队 约定周四现场看 --on 2019-10-23
run 延期 晒不到阳光 2019-11-01 绿化队排到月底 --on 2019-10-24
run 办结 晒不到阳光 修剪了三棵树 --on 2019-10-31
run 回访 晒不到阳光 满意 阿姨说屋里亮堂了 --on 2019-11-07

say '一件事的来龙去脉'
run show 晒不到阳光

say '还没办完的'
run list --as-of 2019-11-10

say '一共走了多少、办了多少'
run stats --as-of 2019-11-10

say '10月的月报'
run report 2019-10 --as-of 2019-11-10

say '写得对不对?'
run check

say '每改一次,git 里记一笔'
printf '\n$ git log --reverse --format=%%s\n'
git --no-pager log --reverse --format=%s

printf '\n\n这本演示日记在 %s/demo,日记就是 diaries 里的文本文件,可以随便打开看。\n' "$here"
