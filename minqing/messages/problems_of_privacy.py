"""What is said of personal details in the files: title, detail, mend."""

from __future__ import annotations

_Told = tuple[tuple[str, str], tuple[str, str], tuple[str, str]]

_MASK = (
    "改成 {masked}。完整的号码存在这台电脑上:minqing 联系卡 新增 反映人 --phone 号码。"
    "已经提交过的,看 minqing 清理号码。",
    "Write {masked}. Keep the whole number on this computer: minqing contact-card add WHO --phone NUMBER. "
    "If it is committed already, see minqing purge-private.",
)


def _number(zh: str, en: str) -> _Told:
    return (
        (f"这里有{zh}", f"{en} stands here"),
        (
            "号码 {masked} 进了 git 历史就删不干净,同事和街道的电脑上都会有。",
            "The number {masked} stays in the git history for good, and in every colleague's copy of it.",
        ),
        _MASK,
    )


def _word(zh: str, en: str) -> _Told:
    return (
        (f"这里写到{zh}", f"{en} is written of here"),
        (
            "“{words}”是敏感个人信息(个人信息保护法第二十八条),又写在具体的人旁边。",
            "“{words}” is sensitive personal information (个人信息保护法 §28), and stands beside somebody.",
        ),
        (
            "不必要时写得概括些,例如“家里有困难,需要帮助”。",
            "Put it more generally where it need not be said, such as “needs help at home”.",
        ),
    )


SENTENCES: dict[str, _Told] = {
    "privacy-phone": _number("手机号码", "a mobile number"),
    "privacy-landline": _number("居民家的电话", "a resident's telephone number"),
    "privacy-identity": _number("身份证号", "an identity number"),
    "privacy-card": _number("银行卡号", "a bank card number"),
    "privacy-room": (
        ("地址写到了门牌号", "an address goes down to the door"),
        (
            "楼号加房号就知道是谁家;日记写到楼就够了。",
            "Building and room tell whose home it is; the building is enough for a diary.",
        ),
        ("改成 {masked},或只写楼号。", "Write {masked}, or the building alone."),
    ),
    "privacy-name": (
        ("反映人写了全名", "the reporter's full name stands here"),
        (
            "历史和台账里会一直带着这个名字;日记按老规矩称呼人:5号楼的老爷子。",
            "The name stays in the history and the ledger; a diary names people as ever: the old man of building 5.",
        ),
        ("改成称呼,例如“老爷子”“阿姨”。", "Write a form of address, such as 老爷子 or 阿姨."),
    ),
    "privacy-health": _word("健康情况", "health"),
    "privacy-minor": _word("未成年人的情况", "a minor"),
    "privacy-faith": _word("信仰", "faith"),
    "privacy-correction": _word("矫正、刑释情况", "community correction"),
    "privacy-folder-tracked": (
        ("private/ 里的文件进了 git", "a file of private/ is in git"),
        (
            "这个文件夹存姓名和电话,不该提交;每一次同步都会把它发出去。",
            "This folder keeps names and telephone numbers and must not be committed; every sync sends it out.",
        ),
        (
            "运行 git rm --cached “{path}” 并提交,再看 minqing 清理号码 怎样清理历史。",
            "Run git rm --cached “{path}” and commit; minqing purge-private tells how to clean the history.",
        ),
    ),
    "privacy-folder-open": (
        ("private/ 里的文件别人也能读", "others may read a file of private/"),
        ("这台电脑上的其他用户能打开 {path}。", "Other users of this computer can open {path}."),
        (
            "运行 chmod -R go-rwx private,或运行任何一条 minqing 联系卡 命令。",
            "Run chmod -R go-rwx private, or any minqing contact-card command.",
        ),
    ),
}
"""Code to title, detail and mend, each in Chinese and English."""
