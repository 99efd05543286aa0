"""What can be wrong with a printer or a print, in words for staff, each with a picture and what to do.

The values stand in facts (facts.PrintReported.problem) and never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.fair import Words


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


def _said(title: tuple[str, str], action: tuple[str, str], icon: str) -> TroubleWords:
    return TroubleWords(Words(*title), Words(*action), icon)


_REPRINT_ZH, _REPRINT_EN = "然后点“再打一次”。", "Then touch 'Print again'."
WORDS: dict[Trouble, TroubleWords] = {
    Trouble.NO_PRINTER: _said(
        ("没有打印机", "No printer"),
        (
            "请主办方在 kiosk.toml 里选一台。选好之前签到照常，胸卡到服务台打。",
            "Ask the organiser to choose one in kiosk.toml. Until then people are admitted, badges come "
            "from the desk.",
        ),
        "printer_none",
    ),
    Trouble.GONE: _said(
        ("连不上打印机", "Printer not reached"),
        (
            "看打印机的电源灯亮不亮，不亮就按开关。把电源线和数据线两头都插紧。等半分钟，这里会自己变。",
            "Look for its power light and switch it on. Push the power and data cables in at both ends. "
            "Wait half a minute, this page follows by itself.",
        ),
        "printer_gone",
    ),
    Trouble.PAPER_OUT: _said(
        ("缺纸", "Out of paper"),
        (
            "打开盖子，取下空卷或拉出纸盒。放入新纸，印面朝上，两边的卡子贴紧。合上盖子，等它自己走纸。",
            "Open the lid, take out the empty roll or tray. Load new paper, print side up, guides close to "
            "it. Close the lid and let it feed.",
        ),
        "printer_paper",
    ),
    Trouble.RIBBON_OUT: _said(
        ("碳带或墨用完了", "Out of ribbon or ink"),
        (
            "打开盖子，取下用完的碳带或墨盒。换上新的，碳带从左轴绕到右轴，拉平。合上盖子，打一张测试页。",
            "Open the lid, take out the used ribbon or cartridge. Put in the new one, a ribbon flat from "
            "spool to spool. Close the lid and print a test page.",
        ),
        "printer_ribbon",
    ),
    Trouble.DOOR_OPEN: _said(
        ("盖子没合上", "Lid open"),
        (
            "看看盖子边上有没有卡着纸。把盖子两边都按下去，听到“咔”一声。",
            "Look for paper caught at its edge. Press the lid down on both sides until it clicks.",
        ),
        "printer_lid",
    ),
    Trouble.JAM: _said(
        ("卡纸", "Paper jam"),
        (
            "打开盖子，顺着出纸方向慢慢拉出卡住的纸。看看里面没有碎片。合上盖子，按打印机上的继续键。",
            "Open the lid, pull the paper out slowly, the way it comes out. See that no scrap is left. "
            "Close the lid and press its resume key.",
        ),
        "printer_jam",
    ),
    Trouble.PAUSED: _said(
        ("打印机暂停了", "Printer paused"),
        (
            "按打印机上的继续键（暂停键）。灯不再闪就好了。",
            "Press the pause or resume key on the printer. It goes on once the light stays still.",
        ),
        "printer_paused",
    ),
    Trouble.REJECTING: _said(
        ("打印机不接新任务", "Printer takes no jobs"),
        (
            "关掉打印机，等 10 秒再打开。仍不行，请技术人员在系统的打印设置里允许接收任务。",
            "Switch the printer off, wait 10 s, switch it on. If that does not help, a technician must let "
            "it accept jobs in the system's settings.",
        ),
        "printer_stopped",
    ),
    Trouble.HOT: _said(
        ("打印头太热", "Print head too hot"),
        (
            "不用做什么，凉下来会自己接着打。盖子前后留出空，别盖东西。",
            "Nothing to do, it goes on when it has cooled. Keep air round it, put nothing on top.",
        ),
        "printer_hot",
    ),
    Trouble.WRONG_MEDIA: _said(
        ("纸不对", "Wrong paper"),
        (
            "看卡片上写的版式和尺寸。换上那种纸，印面朝上。打一张测试页看看。",
            "See which layout and size this card names. Load that paper, print side up. Print a test page.",
        ),
        "printer_media",
    ),
    Trouble.STOPPED: _said(
        ("打印机停了", "Printer stopped"),
        (
            "看打印机的灯和小屏幕，照它说的做。没有说明，就关掉，等 10 秒再打开。",
            "Look at its lights and display, and do what it asks. If it says nothing, switch it off, "
            "wait 10 s, switch it on.",
        ),
        "printer_stopped",
    ),
    Trouble.SILENT: _said(
        ("打印机没有回话", "Printer does not answer"),
        (
            "到出卡口看看这张出来没有。在这里点“出来了”或“没出来”。",
            "Look whether the badge lies at the slot. Say here whether it came out.",
        ),
        "printer_silent",
    ),
    Trouble.INTERRUPTED: _said(
        ("打到一半，本机停过", "The kiosk stopped in between"),
        (
            "到出卡口看看这张出来没有。在这里点“出来了”或“没出来”。",
            "Look whether the badge lies at the slot. Say here whether it came out.",
        ),
        "power",
    ),
    Trouble.NOT_COME_OUT: _said(
        ("没有出来", "It did not come out"),
        (
            f"看看打印机有没有别的问题。{_REPRINT_ZH}",
            f"See whether anything else is wrong with the printer. {_REPRINT_EN}",
        ),
        "printer_none",
    ),
    Trouble.WITHDRAWN: _said(
        ("工作人员取消了", "Staff took it back"),
        ("还要的话，点“再打一次”。", "If it is wanted after all, touch 'Print again'."),
        "undo",
    ),
    Trouble.MOVED: _said(
        ("转到别的打印机了", "Moved to another printer"),
        ("不用做什么，看那一台的出卡口。", "Nothing to do, look at the other printer."),
        "printer_moved",
    ),
    Trouble.DISK_FULL: _said(
        ("磁盘满了", "Disk full"),
        (f"请技术人员腾出空间。{_REPRINT_ZH}", f"Ask a technician to free some space. {_REPRINT_EN}"),
        "disk",
    ),
    Trouble.NOT_WRITABLE: _said(
        ("打印文件夹写不进去", "Print folder is locked"),
        (
            f"请技术人员检查文件夹的权限。{_REPRINT_ZH}",
            f"Ask a technician to check its permissions. {_REPRINT_EN}",
        ),
        "lock",
    ),
    Trouble.FOLDER_MISSING: _said(
        ("找不到打印文件夹", "Print folder missing"),
        (
            f"把存胸卡的 U 盘或硬盘插好。{_REPRINT_ZH}",
            f"Plug the disk or stick for badges in. {_REPRINT_EN}",
        ),
        "folder_missing",
    ),
    Trouble.DISK: _said(
        ("磁盘可能坏了", "The disk may be failing"),
        (
            "请点“先用这台”换一台打印机。再请技术人员看看磁盘。",
            "Choose another printer with 'Print here first'. Then ask a technician to look at the disk.",
        ),
        "disk",
    ),
    Trouble.NOT_DRAWN: _said(
        ("这张胸卡画不出来", "The badge could not be drawn"),
        ("请到服务台手写一张。", "Write one by hand at the desk."),
        "badge_none",
    ),
    Trouble.CODE_UNREADABLE: _said(
        ("二维码画出来读不了", "Its code does not read back"),
        (
            "这张没有送去打印。换一台打印机，再打一次。",
            "It was not sent to the printer. Choose another printer and print it again.",
        ),
        "code_none",
    ),
    Trouble.CHARACTER_MISSING: _said(
        ("姓名里有字打不了", "A character cannot be printed"),
        (
            "到“胸卡样子”输入姓名，看是哪个字。请到服务台手写一张。",
            "Type the name under 'How badges look' to see which. Write the badge by hand at the desk.",
        ),
        "character_none",
    ),
    Trouble.ATTENDEE_UNKNOWN: _said(
        ("本机没有这个人的资料", "Not known at this kiosk"),
        ("请换一台机器补打。", "Reprint at another kiosk."),
        "person_none",
    ),
    Trouble.ERASED: _said(
        ("资料已清除", "Data erased"),
        ("这个人的胸卡不再打印。", "This person's badge is not printed any more."),
        "person_none",
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
