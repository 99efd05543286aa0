"""What is said to staff of the other machines: how this one stands with them, what is only here, forks."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.counted import counted, noun
from kiosk.domain.dates import date_words
from kiosk.domain.fair import BEIJING, clock_text, minute_of_day
from kiosk.domain.words import Words

_JUST_S = 5
_MINUTE_S = 60
_HOUR_S = 3600
_DAY_S = 24 * _HOUR_S
_NAMED_MOST = 3

_UNKNOWN = Words("不认得的机器", "unknown machine")


# ---- times and names


def ago(seconds: int | None) -> Words:
    """How long ago a machine was heard."""
    if seconds is None:
        return Words("没有听到过", "never heard")
    if seconds < _JUST_S:
        return Words("刚刚", "just now")
    return Words(f"{lasted(seconds).zh}前", f"{lasted(seconds).en} ago")


def lasted(seconds: int) -> Words:
    """A span in its largest unit, never more than it was."""
    if seconds < _MINUTE_S:
        return Words(f"{seconds} 秒", f"{seconds} s")
    if seconds < _HOUR_S:
        return Words(f"{seconds // _MINUTE_S} 分钟", f"{seconds // _MINUTE_S} min")
    if seconds < _DAY_S:
        return Words(f"{seconds // _HOUR_S} 小时", f"{seconds // _HOUR_S} h")
    return Words(f"{seconds // _DAY_S} 天", f"{seconds // _DAY_S} d")


def at_time(moment: datetime, now: datetime) -> Words:
    """9:41; with its day where that is another one."""
    moment = moment.astimezone(BEIJING)
    clock = clock_text(minute_of_day(moment))
    if moment.date() == now.astimezone(BEIJING).date():
        return Words(clock, clock)
    day = date_words(moment.date())
    return Words(f"{day.zh} {clock}", f"{clock} on {day.en}")


def names(machines: tuple[Words, ...]) -> Words:
    """The first three of them, and that there are more."""
    more = len(machines) - _NAMED_MOST
    zh = "、".join(each.zh for each in machines[:_NAMED_MOST])
    en = ", ".join(each.of("en") for each in machines[:_NAMED_MOST])
    return Words(f"{zh}等 {len(machines)} 台", f"{en} and {more} more") if more > 0 else Words(zh, en)


def unknown_machine(origin: str) -> Words:
    """A machine of which only the start of its journal's name is known."""
    return Words(f"{_UNKNOWN.zh}（{origin[:8]}）", f"{_UNKNOWN.en} ({origin[:8]})")


# ---- whether it may be switched off

SAFE = Words("可以关机", "Safe to switch off")
SAFE_WHY = Words("这里的记录别处都有。", "Everything that is here is elsewhere too.")
UNSAFE = Words("先别关机", "Do not switch off yet")
OFF = Words("同步已关闭", "Sync is switched off")
OFF_WHY = Words(
    "本机不和别的机器交换记录。在 kiosk.toml 的 sync 一节可以打开。",
    "This kiosk shares no facts with others. It is switched on under sync in kiosk.toml.",
)
PUT_STICK_IN = Words("请插上 U 盘，把记录复制过去。", "Put a stick in and copy them to it.")
COPY_TO_STICK = Words("U 盘已插好，请复制到 U 盘。", "A stick is in: copy them to it.")


def only_here(count: int, oldest: Words | None) -> Words:
    """How many facts nobody else has, and since when."""
    if oldest is None:
        return Words(
            f"{count:,} 条记录只有本机有。", f"{counted(count, 'fact')} {noun(count, 'is', 'are')} only here."
        )
    return Words(
        f"{count:,} 条记录只有本机有，最早的是 {oldest.zh} 的。",
        f"{counted(count, 'fact')} {noun(count, 'is', 'are')} only here, the oldest from {oldest.en}.",
    )


def wait_for(machine: Words) -> Words:
    """A machine is connected: they go there by themselves."""
    return Words(
        f"请等一等：{machine.zh}已连上，正在传过去。",
        f"Wait a little: {machine.of('en')} is connected and takes them now.",
    )


# ---- one line at the head of the staff page


def head_line(state: str, heard_s: int | None, waiting: int) -> Words:
    """When another machine was last heard, and what waits to go."""
    if state == "off":
        return OFF
    if state == "failed":
        return FAILED
    if state == "starting":
        return Words("同步刚刚启动", "Sync has just started")
    if heard_s is None:
        return Words(
            f"还没听到别的机器，{waiting:,} 条待发", f"No other heard yet, {counted(waiting, 'fact')} waiting"
        )
    heard = ago(heard_s)
    return Words(
        f"{heard.zh}听到，{waiting:,} 条待发", f"Heard {heard.en}, {counted(waiting, 'fact')} waiting"
    )


# ---- needs

FAILED = Words("同步没有运行", "Sync does not run")
FAILED_HOW = Words(
    "入场照常，记录都在本机；会自动再试", "Entry goes on, all is kept here. It is tried again by itself."
)
FAILED_WHY = Words(
    "入场照常，记录都在本机。会自动再试。",
    "Entry goes on, all is kept here. It is tried again by itself.",
)


def only_here_need(count: int) -> Words:
    """Facts that have been only here for long."""
    return Words(f"{count:,} 条记录只有本机有", f"Facts that are only here: {count:,}")


def only_here_how(oldest: Words) -> Words:
    """What to do about it."""
    return Words(
        f"最早的是 {oldest.zh} 的；关机前请复制到 U 盘",
        f"The oldest is from {oldest.en}. Copy them to a stick before switching off.",
    )


def unheard_need(machines: tuple[Words, ...], longest_s: int) -> Words:
    """Machines that have been silent for long."""
    span = lasted(longest_s)
    if len(machines) == 1:
        return Words(
            f"{span.zh}没听到{_gap(machines[0].zh)}{machines[0].zh}",
            f"Not heard for {span.en}: {machines[0].of('en')}",
        )
    return Words(f"{len(machines)} 台机器没有消息", f"Machines that are not heard: {len(machines)}")


UNHEARD_HOW = Words(
    "两边可能放行同一个人，听到后会自动核对",
    "Both sides may admit the same person. It is checked when it is heard again.",
)


def fork_need(machine: Words) -> Words:
    """Two contents of one journal."""
    return Words(
        f"两台机器用了同一份数据：{machine.zh}", f"Two machines use the same data: {machine.of('en')}"
    )


def fork_how(seq: int, found_by: tuple[Words, ...]) -> Words:
    """Where they part, who came upon it, and that nothing was lost."""
    who = names(found_by)
    found = Words(f"，{who.zh}发现的", f", found by {who.en}") if found_by else Words("", "")
    return Words(
        f"从第 {seq:,} 条起不一样{found.zh}。先到的那份留着，什么也没覆盖。",
        f"They differ from fact {seq:,} on{found.en}. What came first stays; nothing was overwritten.",
    )


RESTORED = Words("本机的磁盘是从前的", "This kiosk's disk is an older state")
RESTORED_HOW = Words(
    "别的机器有它后来的记录，正在取回；本机换了新的编号，什么也没覆盖。",
    "Others hold what it recorded later; that is coming back. It goes on under a new number; "
    "nothing was overwritten.",
)


def joining_need(count: int) -> Words:
    """Machines ask to be let in."""
    return Words(f"{count} 台机器要加入", f"Machines that ask to join: {count}")


JOINING_HOW = Words(
    "核对两边屏幕上的号码，再让它加入", "Compare the numbers on both screens, then let it join."
)
OWN_JOINING = Words("本机还没有加入本场地", "This kiosk has not joined the venue yet")


def own_joining(state: str, hub: str) -> Words:
    """What this kiosk does to be let in."""
    at_hub = f"主机 {hub} " if hub else "主机"
    the_hub = hub or "the hub"
    words = {
        "asking": Words(
            f"请在{_gap(at_hub)}{at_hub}上核对这个号码，一样就点“让它加入”。",
            f"Compare this number at {the_hub}. If it is the same, let this kiosk join there.",
        ),
        "accepted": Words(f"{at_hub}已同意，正在连接。", f"{the_hub} has agreed. It is connecting."),
        "refused": Words(
            f"{at_hub}没有同意。请问一问在那里值班的人。",
            f"{the_hub} did not agree. Ask whoever is on duty there.",
        ),
    }
    return words.get(
        state,
        Words(
            "还没有找到主机。请检查网线，或用 U 盘加入。",
            "No hub was found. Check the network cable, or join by stick.",
        ),
    )


STICK_IN = Words("U 盘已插入", "A stick is in")
STICK_IN_HOW = Words(
    "可以把记录复制过去，也可以取入它上面的", "Copy facts to it, or take in what lies on it."
)


def parked(count: int) -> Words:
    """Facts that came by stick and wait for those before them."""
    return Words(f"{count:,} 条记录在等前面的", f"Facts that wait for those before them: {count:,}")


PARKED_HOW = Words("缺的一到，会自动接上。", "They join in by themselves as soon as those have come.")


def parked_for(waiting: tuple[tuple[Words, int, int], ...]) -> Words:
    """Whose facts wait, how many, and for how many before them: (machine, facts, missing) each."""
    zh = [
        f"{machine.zh}的 {count:,} 条要等它前面的 {missing:,} 条，请向它要 U 盘。"
        for machine, count, missing in waiting[:_NAMED_MOST]
    ]
    en = [
        f"{count:,} of {machine.of('en')} wait for {missing:,} before them: ask there for a stick."
        for machine, count, missing in waiting[:_NAMED_MOST]
    ]
    return Words("".join(zh), " ".join(en))


def fetching(fair: Words, version: int) -> Words:
    """A fair pack comes from a peer."""
    return Words(
        f"正在取第 {version} 版资料包：{fair.zh}", f"Fetching pack version {version}: {fair.of('en')}"
    )


def fetched(share: float) -> Words:
    """How much of it is here; never all of it before it is."""
    percent = min(99, int(100 * share))
    return Words(
        f"已取到 {percent}%，装好后自动换用。", f"{percent}% is here. It is used once it is installed."
    )


def left_over(fairs: tuple[Words, ...]) -> Words:
    """Fairs that were erased elsewhere."""
    if len(fairs) == 1:
        return Words(f"别处已清除：{fairs[0].zh}", f"Erased elsewhere: {fairs[0].of('en')}")
    return Words(f"别处已清除 {len(fairs)} 场活动", f"Fairs erased elsewhere: {len(fairs)}")


LEFT_OVER_HOW = Words(
    "本机还有它的资料包或打印件。请在本机也运行 kiosk erase。",
    "Its pack or prints are still here. Run kiosk erase at this kiosk too.",
)
STICK_SILENT = Words(
    "U 盘没有反应。请拔下再插好，或换一个。",
    "The stick does not answer. Take it out and put it back, or use another.",
)
TAKE_OUT = Words("U 盘可以拔了。", "The stick may be taken out now.")
NOT_DONE = Words("没有做成，请再试一次。", "It was not done. Try once more.")
COMPARE = Words(
    "请看它屏幕上的号码，和这里一样才让它加入。",
    "Look at the number on its screen: let it join only if it is the same.",
)

NOTHING_OF_OURS = Words("上面还没有本场地的记录。", "It holds no facts of this venue yet.")


def asks_to_join(place: Words) -> Words:
    """A machine asks to be let in."""
    return Words(f"{place.zh}要加入", f"{place.of('en')} asks to join")


def stick_named(name: str) -> Words:
    """A stick by its own name."""
    return Words(f"U 盘 {name}", f"Stick {name}")


def and_take_out(done: Words) -> Words:
    """What became of a copy, and that the stick is not needed any more."""
    return Words(done.zh + TAKE_OUT.zh, f"{done.en} {TAKE_OUT.en}")


def peer_is(kind: str, connected: bool, problem: Words | None, *, through: bool = False) -> Words:
    """What a machine or a stick is, and how it is connected."""
    if problem is not None:
        return problem
    if kind == "stick":
        return Words("U 盘上的备份", "A copy on a stick")
    if through:
        return Words("由别的机器转达", "Through another machine")
    if kind == "hub":
        return (
            Words("主机，已连上", "Hub, connected")
            if connected
            else Words("主机，没连上", "Hub, not connected")
        )
    return Words("已连上", "Connected") if connected else Words("没连上", "Not connected")


def waiting(count: int) -> Words:
    """Facts that are here and not there."""
    return Words(f"{count:,} 条待发", f"{count:,} waiting")


def _gap(text: str) -> str:
    """A digit or Latin word stands off from hanzi."""
    return " " if text[:1].isascii() else ""
