"""What can be wrong with a printer or a print, in words for staff, each with a picture and what to do.

The values stand in facts (facts.PrintReported.problem) and never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.words import Words


class Trouble(StrEnum):
    """Why a printer does not print, or a badge did not come out."""

    NO_PRINTER = "no_printer"
    GONE = "gone"
    """Not to be reached: switched off, unplugged, another address."""
    PAPER_OUT = "paper_out"
    RIBBON_OUT = "ribbon_out"
    """Ribbon, ink or toner."""
    DOOR_OPEN = "door_open"
    JAM = "jam"
    PAUSED = "paused"
    REJECTING = "rejecting"
    """The spooler takes no jobs."""
    HOT = "hot"
    """The head cools down; it goes on by itself."""
    WRONG_MEDIA = "wrong_media"
    STOPPED = "stopped"
    """It says that it stopped, and not why."""
    SILENT = "silent"
    """It took the job and says nothing more: our own clock ran out."""
    INTERRUPTED = "interrupted"
    """The kiosk stopped while the job was on its way."""
    NOT_COME_OUT = "not_come_out"
    """Staff looked: nothing came out."""
    WITHDRAWN = "withdrawn"
    """Staff took the job back."""
    MOVED = "moved"
    """Taken back from this printer, and given to the next."""
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    FOLDER_MISSING = "folder_missing"
    DISK = "disk"
    NOT_DRAWN = "not_drawn"
    CODE_UNREADABLE = "code_unreadable"
    """The drawn QR did not read back as its token."""
    CHARACTER_MISSING = "character_missing"
    """The fonts lack a character."""
    ATTENDEE_UNKNOWN = "attendee_unknown"
    ERASED = "erased"
    KEY_NOT_ALLOWED = "key_not_allowed"
    """The printing kiosk's key may not sign badges of this type, or was withdrawn."""


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """A trouble as staff read it."""

    title: Words
    """What is wrong: 缺纸."""
    action: Words
    """What to do next, a sentence a step."""
    icon: str
    """A drawing of resources/icons."""

    @property
    def steps(self) -> tuple[Words, ...]:
        """The action step by step, without their full stops."""
        zh, en = self.action.zh.rstrip("。").split("。"), self.action.en.rstrip(".").split(". ")
        return tuple(Words(*each) for each in zip(zh, en, strict=True))


def _said(icon: str, title: tuple[str, str], *steps: tuple[str, str]) -> TroubleWords:
    zh, en = "。".join(step[0] for step in steps) + "。", ". ".join(step[1] for step in steps) + "."
    return TroubleWords(Words(*title), Words(zh, en), icon)


_REPRINT = ("然后点“再打一次”", "Then touch 'Print again'")
_LOOK = (
    ("到出卡口看看这张出来没有", "Look whether the badge lies where it comes out"),
    ("在这里点“出来了”或“没出来”", "Say here whether it came out"),
)
WORDS: dict[Trouble, TroubleWords] = {
    Trouble.NO_PRINTER: _said(
        "printer_none",
        ("没有打印机", "No printer"),
        ("请主办方在 kiosk.toml 里选一台", "Ask the organiser to choose one in kiosk.toml"),
        ("选好之前签到照常，胸卡到服务台打", "Until then people are admitted, badges come from the desk"),
    ),
    Trouble.GONE: _said(
        "printer_gone",
        ("连不上打印机", "Printer not reached"),
        ("看打印机的电源灯亮不亮，不亮就按开关", "Look for its power light and switch it on"),
        ("把电源线和数据线两头都插紧", "Push the power and data cables in at both ends"),
        ("等半分钟，这里会自己变", "Wait half a minute, this page follows by itself"),
    ),
    Trouble.PAPER_OUT: _said(
        "printer_paper",
        ("缺纸", "Out of paper"),
        ("打开盖子，取下空卷或拉出纸盒", "Open the lid, take out the empty roll or tray"),
        ("放入新纸，印面朝上，两边的卡子贴紧", "Load new paper, print side up, guides close to it"),
        ("合上盖子，等它自己走纸", "Close the lid and let it feed"),
    ),
    Trouble.RIBBON_OUT: _said(
        "printer_ribbon",
        ("碳带或墨用完了", "Out of ribbon or ink"),
        ("打开盖子，取下用完的碳带或墨盒", "Open the lid, take out the used ribbon or cartridge"),
        ("换上新的，碳带从左轴绕到右轴，拉平", "Put in the new one, a ribbon flat from spool to spool"),
        ("合上盖子，打一张测试页", "Close the lid and print a test page"),
    ),
    Trouble.DOOR_OPEN: _said(
        "printer_lid",
        ("盖子没合上", "Lid open"),
        ("看看盖子边上有没有卡着纸", "Look for paper caught at its edge"),
        ("把盖子两边都按下去，听到“咔”一声", "Press the lid down on both sides until it clicks"),
    ),
    Trouble.JAM: _said(
        "printer_jam",
        ("卡纸", "Paper jam"),
        (
            "打开盖子，顺着出纸方向慢慢拉出卡住的纸",
            "Open the lid, pull the paper out slowly, the way it comes out",
        ),
        ("看看里面没有碎片", "See that no scrap is left"),
        ("合上盖子，按打印机上的继续键", "Close the lid and press its resume key"),
    ),
    Trouble.PAUSED: _said(
        "printer_paused",
        ("打印机暂停了", "Printer paused"),
        ("按打印机上的继续键（暂停键）", "Press the pause or resume key on the printer"),
        ("灯不再闪就好了", "It goes on once the light stays still"),
    ),
    Trouble.REJECTING: _said(
        "printer_stopped",
        ("打印机不接新任务", "Printer takes no jobs"),
        ("关掉打印机，等 10 秒再打开", "Switch the printer off, wait 10 s, switch it on"),
        (
            "仍不行，请技术人员在系统的打印设置里允许接收任务",
            "If that does not help, a technician must let it accept jobs in the system's settings",
        ),
    ),
    Trouble.HOT: _said(
        "printer_hot",
        ("打印头太热", "Print head too hot"),
        ("不用做什么，凉下来会自己接着打", "Nothing to do, it goes on when it has cooled"),
        ("盖子前后留出空，别盖东西", "Keep air round it, put nothing on top"),
    ),
    Trouble.WRONG_MEDIA: _said(
        "printer_media",
        ("纸不对", "Wrong paper"),
        ("看卡片上写的版式和尺寸", "See which layout and size this card names"),
        ("换上那种纸，印面朝上", "Load that paper, print side up"),
        ("打一张测试页看看", "Print a test page"),
    ),
    Trouble.STOPPED: _said(
        "printer_stopped",
        ("打印机停了", "Printer stopped"),
        ("看打印机的灯和小屏幕，照它说的做", "Look at its lights and display, and do what it asks"),
        ("没有说明，就关掉，等 10 秒再打开", "If it says nothing, switch it off, wait 10 s, switch it on"),
    ),
    Trouble.SILENT: _said(
        "printer_silent",
        ("打印机没有回话", "Printer does not answer"),
        *_LOOK,
    ),
    Trouble.INTERRUPTED: _said(
        "power",
        ("打到一半，本机停过", "The kiosk stopped in between"),
        *_LOOK,
    ),
    Trouble.NOT_COME_OUT: _said(
        "printer_none",
        ("没有出来", "It did not come out"),
        ("看看打印机有没有别的问题", "See whether anything else is wrong with the printer"),
        _REPRINT,
    ),
    Trouble.WITHDRAWN: _said(
        "undo",
        ("工作人员取消了", "Staff took it back"),
        ("还要的话，点“再打一次”", "If it is wanted after all, touch 'Print again'"),
    ),
    Trouble.MOVED: _said(
        "printer_moved",
        ("转到别的打印机了", "Moved to another printer"),
        ("不用做什么，看那一台的出卡口", "Nothing to do, look at the other printer"),
    ),
    Trouble.DISK_FULL: _said(
        "disk",
        ("磁盘满了", "Disk full"),
        ("请技术人员腾出空间", "Ask a technician to free some space"),
        _REPRINT,
    ),
    Trouble.NOT_WRITABLE: _said(
        "lock",
        ("打印文件夹写不进去", "Print folder is locked"),
        ("请技术人员检查文件夹的权限", "Ask a technician to check its permissions"),
        _REPRINT,
    ),
    Trouble.FOLDER_MISSING: _said(
        "folder_missing",
        ("找不到打印文件夹", "Print folder missing"),
        ("把存胸卡的 U 盘或硬盘插好", "Plug the disk or stick for badges in"),
        _REPRINT,
    ),
    Trouble.DISK: _said(
        "disk",
        ("磁盘可能坏了", "The disk may be failing"),
        ("请点“先用这台”换一台打印机", "Choose another printer with 'Print here first'"),
        ("再请技术人员看看磁盘", "Then ask a technician to look at the disk"),
    ),
    Trouble.NOT_DRAWN: _said(
        "badge_none",
        ("这张胸卡画不出来", "The badge could not be drawn"),
        ("请到服务台手写一张", "Write one by hand at the desk"),
    ),
    Trouble.CODE_UNREADABLE: _said(
        "code_none",
        ("二维码画出来读不了", "Its code does not read back"),
        ("这张没有送去打印", "It was not sent to the printer"),
        ("换一台打印机，再打一次", "Choose another printer and print it again"),
    ),
    Trouble.CHARACTER_MISSING: _said(
        "character_none",
        ("姓名里有字打不了", "A character cannot be printed"),
        ("到“胸卡样子”输入姓名，看是哪个字", "Type the name under 'How badges look' to see which"),
        ("请到服务台手写一张", "Write the badge by hand at the desk"),
    ),
    Trouble.ATTENDEE_UNKNOWN: _said(
        "person_none",
        ("本机没有这个人的资料", "Not known at this kiosk"),
        ("请换一台机器补打", "Reprint at another kiosk"),
    ),
    Trouble.ERASED: _said(
        "person_none",
        ("资料已清除", "Data erased"),
        ("这个人的胸卡不再打印", "This person's badge is not printed any more"),
    ),
    Trouble.KEY_NOT_ALLOWED: _said(
        "person_none",
        ("本机密钥不能发这种证", "This kiosk's key may not issue it"),
        ("请换一台机器打印", "Print it at another kiosk"),
    ),
}
"""Every trouble as staff read it."""

LOW_WORDS = {
    Trouble.PAPER_OUT: Words("纸快用完了", "Paper is low"),
    Trouble.RIBBON_OUT: Words("碳带或墨快用完了", "Ribbon or ink is low"),
}
"""A trouble as a warning that it comes soon (port.Look.warning)."""

MENDS_ITSELF = frozenset({Trouble.HOT})
"""Nobody has to do anything."""

_HEARD = {
    Trouble.PAPER_OUT: Words("打印机缺纸", "The printer is out of paper"),
    Trouble.RIBBON_OUT: Words("打印机要换墨", "The printer needs new ink"),
    Trouble.DOOR_OPEN: Words("打印机的盖子开着", "The printer's lid is open"),
    Trouble.JAM: Words("打印机卡纸了", "The printer is jammed"),
    Trouble.HOT: Words("打印机在降温", "The printer is cooling down"),
}
_STANDS_STILL = Words("打印机停了一下", "The printer has stopped")


def visitor_words(trouble: Trouble | None) -> Words:
    """A trouble as who waits for a badge is told it."""
    return _HEARD.get(trouble, _STANDS_STILL) if trouble is not None else _STANDS_STILL
