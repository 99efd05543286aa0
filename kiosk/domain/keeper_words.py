"""What is said to staff of this kiosk itself: place, clock, fair, and when it may be switched off."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.counted import counted, noun, number_text
from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# ---- what the machine would not do: by what was asked of it, and why

_REFUSED = {
    ("clock", "by_network"): Words(
        "系统正在自动对时，不让本程序改。",
        "The system sets its clock by network and does not let the kiosk change it.",
    ),
    ("clock", "late"): Words("系统没有回答。", "The system did not answer."),
    ("clock", ""): Words(
        "系统不让本程序改时间。想以后能改，请管理员给 timedatectl 的权限。",
        "The system does not let the kiosk set the time. An administrator can allow timedatectl.",
    ),
    ("volume", "absent"): Words(
        "这台机器没有能调的声音，请检查音箱和连线。",
        "This machine has no sound to set. Check its speaker and cable.",
    ),
    ("volume", ""): Words(
        "音量没有调成，请检查音箱和连线。", "The volume was not set. Check the speaker and its cable."
    ),
    ("brightness", ""): Words(
        "亮度要在屏幕上调，本程序调不了。", "Set the brightness at the screen itself: the kiosk cannot."
    ),
    ("clock", "sample"): Words(
        "这是示例活动：只改它自己的时间，不动系统的时间。",
        "This is a sample fair: only its own clock is set, never the system's.",
    ),
    ("power", "sample"): Words(
        "这是示例活动，不会关掉这台机器的电源。",
        "This is a sample fair: it does not turn this machine off.",
    ),
    ("power", ""): Words(
        "系统不让本程序关电源，请按机器的电源键。",
        "The system does not let the kiosk turn the power off. Press the machine's power button.",
    ),
}


def refused(asked: str, snag: str) -> Words:
    """Why the machine would not: `asked` is clock, volume, brightness or power."""
    return _REFUSED.get((asked, snag)) or _REFUSED[asked, ""]


# ---- time


def moment_words(moment: datetime) -> Words:
    """A moment with its day."""
    moment = moment.astimezone(BEIJING)
    return Words(
        f"{moment.year} 年 {moment.month} 月 {moment.day} 日 {moment:%H:%M}",
        f"{moment:%H:%M} on {moment.day} {_MONTHS[moment.month - 1]} {moment.year}",
    )


def day_words(day: date) -> Words:
    """A day without its year."""
    return Words(f"{day.month} 月 {day.day} 日", f"{day.day} {_MONTHS[day.month - 1]}")


def days_words(first: date, last: date) -> Words:
    """One day, or from one to another."""
    one, other = day_words(first), day_words(last)
    if first == last:
        return one
    if (first.year, first.month) == (last.year, last.month):
        return Words(
            f"{first.month} 月 {first.day}–{last.day} 日",
            f"{first.day}–{last.day} {_MONTHS[first.month - 1]}",
        )
    return Words(f"{one.zh}至 {other.zh}", f"{one.en} to {other.en}")


NO_SUCH_MOMENT = Words(
    "没有这样的日期或时间，请检查每一格。", "There is no such date or time. Check each number."
)
CLOCK_SET = Words("时间已改好，照常入场。", "The time is set. Entry goes on.")
CLOCK_OWN = Words(
    "本机从现在起自己走这个时间；系统的时间没有改成，关机再开机后请再看一眼。",
    "The kiosk keeps this time itself; the system's was not set. Look again after the next start.",
)
CLOCK_SAMPLE = Words("示例活动的时间已改好。", "The sample fair's time is set.")
OWN_CLOCK_NEED = Words("本机自己走的时间，请看一眼", "This kiosk keeps its own time: have a look")
OWN_CLOCK_DETAIL = Words(
    "机器重新开过，时间可能停过；对就确认，不对就重设",
    "The machine was off meanwhile. Confirm the time, or set it.",
)


def far_off(first: date, last: date) -> Words:
    """The moment is a year and more away from the fair."""
    days = days_words(first, last)
    return Words(
        f"与活动（{first.year} 年 {days.zh}）相差一年以上，没有改。",
        f"That is more than a year away from the fair ({days.en} {first.year}). Nothing was set.",
    )


def before_newest(newest: datetime) -> Words:
    """The moment is before what has been recorded."""
    when = moment_words(newest)
    return Words(
        f"本机最新的记录是 {when.zh}，比您设的晚。要是那时的时间不对，可以照改。",
        f"The newest record here is of {when.en}, which is later. If that was wrong, set it all the same.",
    )


# ---- place


def stands_here(seconds: int | None, connected: bool) -> Words:
    """Another kiosk has that place."""
    if connected:
        return Words("另一台机器在这里，正连着", "Another kiosk is there, connected now")
    minutes = max(1, (seconds or 0) // 60)
    return Words(
        f"{minutes} 分钟前还有一台机器在这里", f"Another kiosk was heard from there {minutes} min ago"
    )


UNKNOWN_PLACE = Words("平面图上没有这个机位，没有改。", "The plan has no such place. Nothing was changed.")

# ---- fair and rehearsal

FAIR_GONE = Words(
    "这场活动的资料包打不开，没有换。请重新拷贝、安装。",
    "That fair's pack cannot be opened; nothing was changed. Copy and install it again.",
)
PLACE_ANEW = Words(
    "那场的平面图上没有本机现在的位置，换过去后先用第一个机位，请再选一次位置。",
    "That fair's plan does not have this kiosk's place: it starts at the first one. Choose its place again.",
)

# ---- switching off


def only_here(count: int) -> Words:
    """Facts that no other machine and no stick has."""
    are = noun(count, "is", "are")
    return Words(f"{number_text(count)} 条记录只在本机", f"{counted(count, 'fact')} {are} only here")


ONLY_HERE_HOW = Words(
    "关机不会丢，但这台要是坏了就没有了。等它传完，或拷到 U 盘。",
    "Switching off loses nothing, a broken machine would. Wait until they are shared, or copy to a stick.",
)
ALL_ELSEWHERE = Words("记录别处都有一份", "Every record is elsewhere too")
ALONE = Words("本机没有开同步，记录只在本机和备份里", "Sync is off: records are here and in the backup alone")


def prints_waiting(count: int) -> Words:
    """Badges that are asked for and have not come out."""
    return Words(f"{count} 张胸卡还没打完", f"Badges still to print: {count}")


PRINTS_HOW = Words(
    "开机后会接着打；要它们现在出来，请等一会儿。", "They go on after the next start. Wait to have them now."
)
BATCH = Words("有一批胸卡没有打完", "A batch of badges is not finished")
BATCH_HOW = Words("开机后可以接着打，不重不漏。", "It can go on after the next start, none twice.")
STICK = Words("正在写 U 盘", "A stick is being written")
STICK_HOW = Words("先别关，也别拔 U 盘。", "Do not switch off, and leave the stick in.")


def backed_up(minutes: int | None, problem: Words | None) -> tuple[Words, Words]:
    """How old the newest backup is, and what that means."""
    how = Words("关机时会再备份一次。", "One more is made before switching off.")
    if problem is not None:
        return Words("备份没有做成", "The backup failed"), problem
    if minutes is None:
        return Words("本次开机还没有备份过", "No backup since this start"), how
    if minutes < 1:
        return Words("刚刚备份过", "Backed up just now"), how
    return Words(f"{minutes} 分钟前备份过", f"Backed up {minutes} min ago"), how
