"""What staff see of a decision: every reason in a word, and what they need to judge it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from kiosk.domain.admission_words import Particulars
from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.reasons import Reason
from kiosk.domain.words import Words

REASON_WORDS: dict[Reason, Words] = {
    Reason.OVERRIDDEN: Words("人工放行", "let in by staff"),
    Reason.LEFT: Words("离场", "left"),
    Reason.BADGE: Words("领证", "was given a badge"),
    Reason.HAS_BADGE: Words("已领过证", "has a badge already"),
    Reason.WELCOME: Words("入场", "went in"),
    Reason.REPEATED: Words("连扫两次", "scanned twice at once"),
    Reason.ALREADY_INSIDE: Words("已在场内", "already inside"),
    Reason.NOTE: Words("有留言", "has a note"),
    Reason.PHONE_NEEDED: Words("要核对手机号", "phone digits needed"),
    Reason.CONSENT_MISSING: Words("没同意收集说明", "has not agreed to the notice"),
    Reason.DECLARATION_MISSING: Words("没做声明", "has not made the declaration"),
    Reason.FORGED: Words("伪造的证", "forged badge"),
    Reason.UNKNOWN: Words("查无此码", "unknown code"),
    Reason.UNKNOWN_KEY: Words("发证密钥不认识", "signed by a key that is not known"),
    Reason.KEY_WITHDRAWN: Words("发证密钥已撤销", "signed by a key that was withdrawn"),
    Reason.WRONG_FAIR: Words("别场的证", "badge of another fair"),
    Reason.BARRED: Words("禁止入场", "barred"),
    Reason.REVOKED: Words("证已停用", "badge revoked"),
    Reason.REPLACED: Words("证已换新", "badge replaced"),
    Reason.CANCELLED: Words("预约已取消", "booking cancelled"),
    Reason.WAITING: Words("候补中", "on the waiting list"),
    Reason.NOT_CONFIRMED: Words("未审核", "not confirmed"),
    Reason.CLOCK: Words("本机时间存疑", "this kiosk's clock is not to be trusted"),
    Reason.WRONG_DAY: Words("日期不对", "wrong day"),
    Reason.WRONG_GATE: Words("入口不对", "wrong gate"),
    Reason.STALL_RELEASED: Words("展位已收回", "stall released"),
    Reason.NO_RE_ENTRY: Words("离场后再来", "came back after leaving"),
    Reason.NOT_OPEN: Words("还没开门", "not open yet"),
    Reason.CLOSED: Words("已结束", "closed"),
    Reason.TOO_EARLY: Words("早于时段", "before the booked slot"),
    Reason.TOO_LATE: Words("晚于时段", "after the booked slot"),
    Reason.EMPLOYER_LIMIT: Words("展位人数已满", "too many of one stall"),
    Reason.PAUSED: Words("入场暂停", "entry paused"),
    Reason.FULL: Words("馆内已满", "hall full"),
}
"""A reason as staff read it in a list."""


def staff_words(reasons: tuple[Reason, ...], known: Particulars) -> Words:
    """All reasons in order, each with what is known about it; parted by semicolons."""
    said = [_with_detail(reason, known) for reason in reasons]
    return Words("；".join(each.zh for each in said), "; ".join(each.en for each in said))


def heard_words(others_heard: timedelta | None) -> Words:
    """How long ago there was word of all other kiosks: of the one unheard for the longest."""
    if others_heard is None:
        return Words("还没收到过其他机器的消息", "nothing heard from other kiosks yet")
    seconds = max(0, int(others_heard.total_seconds()))
    if seconds < 120:
        return Words(f"{seconds} 秒前有其他机器的消息", f"other kiosks heard {seconds} s ago")
    minutes = seconds // 60
    return Words(f"有机器 {minutes} 分钟没有消息", f"a kiosk was last heard {minutes} min ago")


def _with_detail(reason: Reason, known: Particulars) -> Words:
    label = REASON_WORDS[reason]
    detail = _detail(reason, known)
    return Words(f"{label.zh}（{detail.zh}）", f"{label.en} ({detail.en})") if detail is not None else label


def _detail(reason: Reason, known: Particulars) -> Words | None:
    speaker = _DETAILS.get(reason)
    return speaker(known) if speaker is not None else None


def _inside(known: Particulars) -> Words | None:
    if known.admitted_at is None:
        return None
    at, gate = clock_text(minute_of_day(known.admitted_at)), known.gate or Words(known.gate_id, "")
    heard = heard_words(known.others_heard)
    return Words(f"{at} {gate.zh}，{heard.zh}", f"{at} {gate.of('en')}, {heard.en}")


def _slot(known: Particulars) -> Words | None:
    return _same(known.slot.text() if known.slot is not None else "")


def _same(text: str) -> Words | None:
    return Words(text, text) if text else None


def _room_unsure(known: Particulars) -> Words | None:
    """Whether there was room was judged by what this kiosk knows: said where others are not heard."""
    unsure = known.room_limited and known.others_heard is not None and known.others_heard >= _UNHEARD
    return heard_words(known.others_heard) if unsure else None


_UNHEARD = timedelta(minutes=2)


def _shown(known: Particulars) -> Words | None:
    if known.now is None:
        return None
    shown = f"{known.now:%Y-%m-%d %H:%M}"
    return Words(f"显示 {shown}", f"it shows {shown}")


_DETAILS: dict[Reason, Callable[[Particulars], Words | None]] = {
    Reason.ALREADY_INSIDE: _inside,
    Reason.NOTE: lambda known: _same(known.note),
    Reason.TOO_EARLY: _slot,
    Reason.TOO_LATE: _slot,
    Reason.WRONG_DAY: lambda known: _same(known.valid_day.isoformat() if known.valid_day else ""),
    Reason.STALL_RELEASED: lambda known: _same(known.stall),
    Reason.EMPLOYER_LIMIT: lambda known: _same(known.stall),
    Reason.CLOCK: _shown,
    Reason.FULL: lambda known: heard_words(known.others_heard),
    Reason.WELCOME: _room_unsure,
}
