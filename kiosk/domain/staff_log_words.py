"""What members of staff did, in a sentence without its subject: 放行了 张＊雨：没同意收集说明. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain import facts
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.counted import counted
from kiosk.domain.print_reasons import PrintReason
from kiosk.domain.reasons import Reason
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words


class Topic(StrEnum):
    """What a line is about: what a log can be narrowed to."""

    DOOR = "door"
    """Signing in, and wrong PINs."""
    ENTRY = "entry"
    BADGES = "badges"
    FLOOR = "floor"
    KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of those whom a fact names; each gives words that name nobody in full."""

    person: Callable[[int | None], str]
    """A masked name, or nothing."""
    holder: Callable[[int], str]
    """Of a badge's holder."""
    passed: Callable[[str, int], str]
    """Of who passed at a check-in, by its origin (hex) and sequence."""
    job: Callable[[int], str]
    """Of whom a print job is."""
    gate: Callable[[str], Words]
    passages: Callable[[tuple[str, ...]], Words]


Said = tuple[Topic, str, Words]
"""What it is about, who did it (an id; nothing where nobody knows), and what they did."""

SOMEBODY = Words("有人", "Somebody")
_NOBODY = Words("一个人", "somebody")
_WHY = {
    "known": Words("本人认识", "known to staff"),
    "mistake": Words("名单有误", "the list is wrong"),
    "guest": Words("嘉宾", "guest"),
    "urgent": Words("紧急", "urgent"),
}
_OUTCOMES = {
    "same_person": Words("是同一个人", "one person"),
    "two_people": Words("是两个人", "two people"),
    "mistake": Words("是误扫", "scanned by mistake"),
}
_REASONS = {
    PrintReason.FIRST: Words("第一张", "the first"),
    PrintReason.LOST: Words("遗失", "lost"),
    PrintReason.DAMAGED: Words("损坏", "damaged"),
    PrintReason.MISPRINT: Words("打印不清", "misprinted"),
    PrintReason.NOT_PRINTED: Words("没有打出来", "it did not print"),
    PrintReason.NOT_COME_OUT: Words("没有出来", "it did not come out"),
}
_REPORTS = {
    "confirmed": Words("确认{who}的胸卡出来了", "said that the badge of {who} came out"),
    "failed": Words("确认{who}的胸卡没出来", "said that the badge of {who} did not come out"),
    "cancelled": Words("取消了{who}的胸卡", "took the badge of {who} back"),
}
_SETTINGS = {
    "place": Words("机位", "the kiosk's place"),
    "fair": Words("活动", "the fair"),
    "rehearsal": Words("排练", "the rehearsal"),
    "clock": Words("时间", "the clock"),
    "pack": Words("资料包", "the fair pack"),
    "scanners": Words("扫码枪", "the scanners"),
    "machine.volume": Words("音量", "the volume"),
    "machine.brightness": Words("亮度", "the brightness"),
    "window.language": Words("开始时的语言", "the language at the start"),
    "window.sounds": Words("提示音", "sounds"),
    "window.reduced_motion": Words("减少动画", "reduced motion"),
    "window.mount_bottom_mm": Words("屏幕高度", "the screen's height"),
    "window.screen_in": Words("屏幕大小", "the screen's size"),
}
_VALUES = {
    "true": Words("开", "on"),
    "false": Words("关", "off"),
    "zh": Words("中文", "Chinese"),
    "en": Words("英文", "English"),
}
_NAMED_MOST = 4


def said(body: facts.Body, known: Known) -> Said | None:
    """What a member of staff did, if that is what the fact records."""
    topic, say = _SAY.get(body.kind, (Topic.KIOSK, None))
    by = body.staff if isinstance(body, facts.StaffSignedIn) else getattr(body, "by", "")
    words = say(body, known) if say is not None and by else None
    return (topic, by, words) if words is not None else None


def wrong_pin() -> Said:
    """A PIN was tried, and was nobody's."""
    return Topic.DOOR, "", Words("输错了 PIN", "entered a wrong PIN")


# ---- entry


def _let_in(body: facts.CheckIn, known: Known) -> Words:
    """Whom, against what, and why."""
    who, reasons = _who(known.person(body.attendee)), set(Reason) - {Reason.OVERRIDDEN}
    against = [REASON_WORDS[Reason(each)] for each in body.reasons if each in reasons]
    zh, en = f"放行了{who.zh}", f"let in {who.en}"
    if against:
        zh = zh.rstrip() + "：" + "、".join(each.zh for each in against)
        en += ": " + ", ".join(each.en for each in against)
    why = _WHY.get(body.why)
    return Words(f"{zh}（{why.zh}）", f"{en} ({why.en})") if why else Words(zh, en)


def _undone(body: facts.CheckInUndone, known: Known) -> Words:
    who = _who(known.passed(body.origin, body.seq))
    return Words(f"撤销了{who.zh}的入场", f"undid the entry of {who.en}")


def _resolved(body: facts.DoubleResolved, known: Known) -> Words:
    who = _who(known.passed(*body.passages[0]) if body.passages else "")
    how = _OUTCOMES.get(body.outcome, Words(body.outcome, body.outcome))
    return Words(f"核对了{who.zh}的重复入场：{how.zh}", f"resolved the double entry of {who.en}: {how.en}")


def _barred(body: facts.AttendeeBarred, known: Known) -> Words:
    who = _who(known.person(body.attendee))
    if body.barred:
        return Words(f"禁止了{who.zh}入场", f"barred {who.en}")
    return Words(f"解除了对{who.zh}的禁止", f"no longer bars {who.en}")


def _paused(body: facts.EntryPaused, known: Known) -> Words:
    where = known.gate(body.gate) if body.gate else Words("所有入口", "all gates")
    if body.paused:
        return Words(f"暂停了{where.zh}", f"paused {where.of('en')}")
    return Words(f"恢复了{where.zh}", f"resumed {where.of('en')}")


# ---- badges


def _issued(body: facts.BadgeIssued, known: Known) -> Words:
    who = _who(known.person(body.attendee))
    if body.replaces:
        return Words(f"给{who.zh}换了新证", f"reissued the badge of {who.en}")
    return Words(f"给{who.zh}发了证", f"issued a badge to {who.en}")


def _revoked(body: facts.BadgeRevoked, known: Known) -> Words:
    who, why = _who(known.holder(body.badge)), _reason(body.reason)
    return Words(f"停用了{who.zh}的证{why.zh}", f"revoked a badge of {who.en}{why.en}")


def _printed(body: facts.PrintRequested, known: Known) -> Words:
    who, why = _who(known.person(body.attendee)), _reason(body.reason)
    return Words(f"打印了{who.zh}的胸卡{why.zh}", f"printed the badge of {who.en}{why.en}")


def _recalled(body: facts.PrintRecalled, known: Known) -> Words:
    who = _who(known.job(body.job))
    return Words(f"让别的机器不打{who.zh}的胸卡了", f"took back the badge of {who.en} at another kiosk")


def _reported(body: facts.PrintReported, known: Known) -> Words | None:
    words, who = _REPORTS.get(body.state), _who(known.job(body.job))
    return Words(words.zh.format(who=who.zh), words.en.format(who=who.en)) if words else None


def _many(body: facts.BatchOrdered, _known: Known) -> Words:
    types = {each.name.lower(): each for each in BadgeType}
    whom = [TYPE_WORDS[types[each]] for each in body.whom if each in types]
    zh, en = "、".join(each.zh for each in whom), ", ".join(each.en for each in whom)
    return Words(f"批量打印胸卡：{zh}", f"printed badges of many: {en}")


def _many_ended(body: facts.BatchEnded, _known: Known) -> Words:
    if body.whole:
        return Words("打完了一批胸卡", "finished a batch of badges")
    return Words("没打完一批胸卡就不打了", "gave up a batch of badges")


def _key_withdrawn(body: facts.KeyWithdrawn, _known: Known) -> Words:
    return Words(f"撤销了发证密钥 {body.kid:08x}", f"withdrew the badge key {body.kid:08x}")


# ---- floor


def _released(body: facts.StallsReleased, _known: Known) -> Words:
    if body.released:
        return Words(f"收回了 {len(body.stalls)} 个展位", _stalls("released", body.stalls))
    return Words(f"还回了 {len(body.stalls)} 个展位", _stalls("gave back", body.stalls))


def _passages(body: facts.PassagesClosed, known: Known) -> Words:
    names = known.passages(body.passages)
    if body.closed:
        return Words(f"关闭了{names.zh}", f"closed {names.en}")
    return Words(f"重新开放了{names.zh}", f"opened {names.en} again")


def _stalls_closed(body: facts.StallsClosed, _known: Known) -> Words:
    listed = "、".join(body.stalls)
    if body.closed:
        return Words(f"关闭了展位 {listed}", _stalls("closed", body.stalls))
    return Words(f"重新开放了展位 {listed}", _stalls("opened", body.stalls) + " again")


def _moved(body: facts.StallMoved, _known: Known) -> Words:
    if body.to:
        return Words(
            f"把 {body.stall} 的单位搬到了 {body.to}", f"moved the host of {body.stall} to {body.to}"
        )
    return Words(f"把 {body.stall} 的单位搬回了原位", f"moved the host of {body.stall} back")


# ---- the kiosk itself


def _setting(body: facts.SettingChanged, _known: Known) -> Words:
    name = _SETTINGS.get(body.setting, Words(body.setting, body.setting))
    value = _VALUES.get(body.value, Words(body.value, body.value))
    if not body.value:
        return Words(f"改了{name.zh}", f"changed {name.en}")
    return Words(f"改了{name.zh}：{value.zh}", f"changed {name.en}: {value.en}")


def _shut_down(body: facts.KioskShutDown, _known: Known) -> Words:
    if body.again:
        return Words("重新启动了这台机器", "restarted the kiosk")
    return Words("关闭了这台机器", "shut the kiosk down")


def _who(name: str) -> Words:
    """A masked name, set off where a sentence runs on; somebody where nobody is known."""
    return Words(f" {name} ", name) if name else _NOBODY


def _reason(reason: str) -> Words:
    known = next((each for each in _REASONS if each == reason), None)
    if known is None:
        return Words("", "")
    return Words(f"（{_REASONS[known].zh}）", f" ({_REASONS[known].en})")


def _stalls(did: str, stalls: tuple[str, ...]) -> str:
    if len(stalls) > _NAMED_MOST:
        return f"{did} {counted(len(stalls), 'stall')}"
    return f"{did} stall{'s' if len(stalls) > 1 else ''} {', '.join(stalls)}"


def _always(zh: str, en: str) -> Callable[[Any, Known], Words]:
    return lambda _body, _known: Words(zh, en)


_SAY: dict[str, tuple[Topic, Callable[[Any, Known], Words | None]]] = {
    facts.StaffSignedIn.kind: (Topic.DOOR, _always("登录了", "signed in")),
    facts.CheckIn.kind: (Topic.ENTRY, _let_in),
    facts.CheckInUndone.kind: (Topic.ENTRY, _undone),
    facts.DoubleResolved.kind: (Topic.ENTRY, _resolved),
    facts.AttendeeBarred.kind: (Topic.ENTRY, _barred),
    facts.EntryPaused.kind: (Topic.ENTRY, _paused),
    facts.BadgeIssued.kind: (Topic.BADGES, _issued),
    facts.BadgeRevoked.kind: (Topic.BADGES, _revoked),
    facts.PrintRequested.kind: (Topic.BADGES, _printed),
    facts.PrintRecalled.kind: (Topic.BADGES, _recalled),
    facts.PrintReported.kind: (Topic.BADGES, _reported),
    facts.BatchOrdered.kind: (Topic.BADGES, _many),
    facts.BatchEnded.kind: (Topic.BADGES, _many_ended),
    facts.KeyWithdrawn.kind: (Topic.KIOSK, _key_withdrawn),
    facts.StallsReleased.kind: (Topic.FLOOR, _released),
    facts.PassagesClosed.kind: (Topic.FLOOR, _passages),
    facts.StallsClosed.kind: (Topic.FLOOR, _stalls_closed),
    facts.StallMoved.kind: (Topic.FLOOR, _moved),
    facts.ClockConfirmed.kind: (Topic.KIOSK, _always("确认了时间没错", "confirmed the clock")),
    facts.RescueSeen.kind: (
        Topic.KIOSK,
        _always("看过了数据抢救的说明", "read that the store was rescued"),
    ),
    facts.ForkSeen.kind: (
        Topic.KIOSK,
        _always("看过了记录分叉的说明", "read that a journal has two contents"),
    ),
    facts.SettingChanged.kind: (Topic.KIOSK, _setting),
    facts.KioskShutDown.kind: (Topic.KIOSK, _shut_down),
}
"""What is said of each kind, given a member of staff did it."""

KINDS = (*_SAY, facts.PinTried.kind)
"""All that a log is made of."""
