"""What is said to staff of scanners: what kind of code was read, and what to set otherwise at the scanner."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.words import Words

TEST_CODE = "FAIR KIOSK TEST 0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./"
"""Shown as a QR on the page where scanners are tested: every character that codes of ours can have, and those
that another keyboard layout moves. It admits nobody."""


class CodeKind(StrEnum):
    """What a code is, by its text and signature; of the person nothing is looked up."""

    BADGE = "badge"
    OTHER_BADGE = "other_badge"
    FORGED_BADGE = "forged_badge"
    UNKNOWN_BADGE = "unknown_badge"
    REGISTRATION = "registration"
    STUDENT = "student"
    TEST = "test"
    NOTHING = "nothing"


KIND_WORDS: dict[CodeKind, Words] = {
    CodeKind.BADGE: Words("本活动的胸卡", "A badge of this fair"),
    CodeKind.OTHER_BADGE: Words("别的活动的胸卡", "A badge of another fair"),
    CodeKind.FORGED_BADGE: Words("签名不对的胸卡", "A badge whose signature is wrong"),
    CodeKind.UNKNOWN_BADGE: Words("胸卡，本机不认识签发的机器", "A badge whose issuer is not known here"),
    CodeKind.REGISTRATION: Words("报名码", "A registration code"),
    CodeKind.STUDENT: Words("学号", "A student number"),
    CodeKind.TEST: Words("本页的测试码", "The test code of this page"),
    CodeKind.NOTHING: Words("不是本活动用的码", "No code that this fair uses"),
}


class Hint(StrEnum):
    """What is to be set otherwise at a scanner, the gravest first."""

    CHINESE = "chinese"
    LAYOUT = "layout"
    SLOW = "slow"
    CUT = "cut"
    ADDED = "added"
    DAMAGED = "damaged"
    TWICE = "twice"
    NO_END = "no_end"
    CASE = "case"
    LINK = "link"


HINT_WORDS: dict[Hint, Words] = {
    Hint.CHINESE: Words(
        "扫码枪送来了全角字符：请把它的键盘布局设为美式英语（US），并关掉系统的中文输入法。",
        "It sends full-width characters: set its keyboard layout to US English, and switch the system's "
        "Chinese input method off.",
    ),
    Hint.LAYOUT: Words(
        "有字符变了样：请把扫码枪的键盘布局设为美式英语（US），或改用 ALT 模式。",
        "Some characters came out as others: set its keyboard layout to US English, or use its ALT mode.",
    ),
    Hint.SLOW: Words(
        "按键太慢，会被当成人在打字：请把扫码枪的字符间延时设为 0。",
        "Its keys come so slowly that they pass for typing: set its inter-character delay to 0.",
    ),
    Hint.CUT: Words(
        "胸卡的码没有送完：请看扫码枪有没有限制最长字数，再扫一次。",
        "Only a part of the badge's code came: see whether the scanner limits the length, and scan again.",
    ),
    Hint.ADDED: Words(
        "码的前后多了字符：请清掉扫码枪设的前缀和后缀。",
        "There is something before or after the code: clear the scanner's prefix and suffix.",
    ),
    Hint.DAMAGED: Words(
        "丢掉了看不见的控制字符，码没有受影响。常见原因是设了前缀或分隔符。",
        "Control characters were dropped; the code is whole. A prefix or separators are the usual cause.",
    ),
    Hint.TWICE: Words(
        "同一个码送来了两次，只算一次。请把重复读码的间隔调长。",
        "It sent the same code twice, which counts once. Set a longer time between equal reads.",
    ),
    Hint.NO_END: Words(
        "没有送回车，本机等一下才知道扫完了。把后缀设为回车（CR）会更快。",
        "It sends no Enter, so the kiosk waits a moment for more. Set its suffix to CR (Enter).",
    ),
    Hint.CASE: Words(
        "大小写反了：大写锁定（CapsLock）可能开着。本活动的码不分大小写，照样能用。",
        "Capitals and small letters are swapped: CapsLock may be on. Codes of the fair work all the same.",
    ),
    Hint.LINK: Words(
        "这是一个网址，不是参会的码。本机从不打开网址。",
        "That is a link, not a code of the fair. The kiosk never opens links.",
    ),
}

STANDING_WORDS: dict[str, Words] = {
    "starting": Words("正在打开", "Starting"),
    "ready": Words("可以用", "Ready"),
    "absent": Words("没有接上", "Not plugged in"),
    "refused": Words("系统不让用", "Not allowed"),
}
"""By devices.scanner_state.Standing."""

NOT_THERE = Words(
    "请插好扫码枪的线，本机会自己接上。",
    "Plug the scanner in: the kiosk finds it by itself.",
)

SOURCE_WORDS: dict[str, Words] = {
    "wedge": Words("键盘式扫码枪", "Keyboard scanner"),
    "serial": Words("串口扫码枪", "Serial scanner"),
    "camera": Words("摄像头", "Camera"),
}


def since_words(seconds: float) -> Words:
    """For how long it has stood so."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return Words("刚刚", "just now")
    if minutes < 60:
        return Words(f"已 {minutes} 分钟", f"for {minutes} min")
    return Words(f"已 {minutes // 60} 小时 {minutes % 60} 分钟", f"for {minutes // 60} h {minutes % 60} min")
