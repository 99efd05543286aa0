"""What a decision says, in both languages: word, sentence, and what to do next.

Lines are broken where one breathes (`\\n`), at most 12 hanzi a line (the look, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.fair import BEIJING, Slot, Words, clock_text, minute_of_day
from kiosk.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What the words may name; None where it is not known."""

    desk: Words
    gate: tuple[str, str] | None = None
    admitted_at: datetime | None = None
    slot: Slot | None = None
    slot_opens_min: int | None = None
    valid_day: date | None = None
    valid_day_over: bool = False
    opens_min: int | None = None
    """When the doors open on the valid day."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do next.

    `icon` names a drawing: way_in, desk, clock, calendar, register, wait, scan, phone.
    """

    icon: str
    title: Words
    detail: Words


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What the screen says of one decision."""

    word: Words
    """At most four hanzi; at most eleven letters a line."""
    sentence: Words
    steps: tuple[NextStep, ...]


def words_for(reason: Reason, facts: Facts) -> DecisionWords:
    """The words of a reason, with what is known filled in."""
    return _SPEAKERS[reason](facts)


def _said(
    word: tuple[str, str], sentence: tuple[str, str], *steps: tuple[str, tuple[str, str], tuple[str, str]]
) -> DecisionWords:
    return DecisionWords(
        Words(*word),
        Words(*sentence),
        tuple(NextStep(icon, Words(*title), Words(*detail)) for icon, title, detail in steps),
    )


def _desk_step(facts: Facts, zh: str, en: str) -> tuple[str, tuple[str, str], tuple[str, str]]:
    return "desk", (f"请到 {facts.desk.zh}", f"Please ask at {facts.desk.en}"), (zh, en)


def _date_zh(day: date) -> str:
    return f"{day.month} 月 {day.day} 日"


def _date_en(day: date) -> str:
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]}"


def _time(facts: Facts) -> str:
    return clock_text(minute_of_day(facts.admitted_at.astimezone(BEIJING))) if facts.admitted_at else ""


def _welcome(_facts: Facts) -> DecisionWords:
    return _said(
        ("欢迎", "Welcome"),
        ("请直接入场", "Please go straight in."),
        ("way_in", ("直接入场", "Go straight in"), ("胸卡请挂在胸前", "Please wear your badge")),
    )


def _already_inside(facts: Facts) -> DecisionWords:
    gate_zh, gate_en = facts.gate or ("", "")
    at = _time(facts)
    return _said(
        ("已入场", "Already in"),
        (
            f"此证 {at} 已在{gate_zh}签到，\n不用再扫，请直接入场",
            f"Checked in at {at}, {gate_en}.\nNo need to scan again.",
        ),
        ("way_in", ("直接入场", "Go straight in"), ("不重复计数", "You are counted once")),
        _desk_step(
            facts, "如果不是您本人签到，可当场补办新证", "If that was not you, they will issue a new badge"
        ),
    )


def _phone_needed(_facts: Facts) -> DecisionWords:
    return _said(
        ("请核对", "One more step"),
        ("请输入手机号后四位", "Please enter the last four\ndigits of your phone."),
        ("phone", ("手机号后四位", "Last four digits"), ("用来确认是您本人", "So that we know it is you")),
    )


def _unknown(facts: Facts) -> DecisionWords:
    return _said(
        ("非本场证", "Unknown"),
        ("这不是本场的证，\n可以在这里现场登记", "This code is not from this fair.\nYou can register here."),
        (
            "register",
            ("现场登记", "Register here"),
            ("约 1 分钟，当场打印胸卡", "About a minute, badge printed at once"),
        ),
        _desk_step(facts, "工作人员帮您查预约", "Staff will look for your booking"),
    )


def _forged(facts: Facts) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        ("这张证没有通过验证", "This badge could not be verified."),
        _desk_step(facts, "请带上预约短信或学生证，当场核对", "Bring your booking message or student card"),
    )


def _unknown_key(facts: Facts) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        (
            "这张证由别的机器发出，\n这里还没收到它的资料",
            "This kiosk cannot check\nthis badge yet.",
        ),
        _desk_step(facts, "工作人员核对后即可入场", "Staff will check it and let you in"),
    )


def _wrong_fair(facts: Facts) -> DecisionWords:
    return _said(
        ("非本场证", "Other fair"),
        (
            "这张证是另一场活动的，\n可以在这里现场登记",
            "This badge is for another fair.\nYou can register here.",
        ),
        (
            "register",
            ("现场登记", "Register here"),
            ("约 1 分钟，当场打印胸卡", "About a minute, badge printed at once"),
        ),
        _desk_step(facts, "工作人员帮您查预约", "Staff will look for your booking"),
    )


def _revoked(facts: Facts) -> DecisionWords:
    return _said(
        ("证已停用", "Not valid"),
        ("这张证已停用", "This badge is no longer valid."),
        _desk_step(facts, "工作人员核对后可补办", "Staff will check and can issue a new one"),
    )


def _replaced(facts: Facts) -> DecisionWords:
    return _said(
        ("证已换新", "Replaced"),
        ("这张证已换新，请用新证", "This badge was replaced.\nPlease use the new one."),
        ("scan", ("请扫新证", "Scan the new badge"), ("新证上的二维码才有效", "Only its code is valid")),
        _desk_step(facts, "新证不在手边，可再补一张", "Not to hand? They will print another"),
    )


def _cancelled(facts: Facts) -> DecisionWords:
    return _said(
        ("已取消", "Cancelled"),
        ("您的预约已取消，\n可以在这里现场登记", "Your booking was cancelled.\nYou can register here."),
        (
            "register",
            ("现场登记", "Register here"),
            ("约 1 分钟，当场打印胸卡", "About a minute, badge printed at once"),
        ),
        _desk_step(facts, "如果不是您取消的", "If you did not cancel it"),
    )


def _not_confirmed(facts: Facts) -> DecisionWords:
    return _said(
        ("尚未确认", "Not yet"),
        ("您的预约还在审核", "Your booking is still\nwaiting to be confirmed."),
        _desk_step(facts, "工作人员当场审核，约 2 分钟", "Staff will confirm it, about 2 minutes"),
    )


def _wrong_day(facts: Facts) -> DecisionWords:
    day = facts.valid_day
    zh, en = (_date_zh(day), _date_en(day)) if day else ("别的日子", "another day")
    said = ("日期不对", "Another day"), (f"这是 {zh}的证", f"This badge is for {en}.")
    if facts.valid_day_over:  # nobody can come on a day that is over
        return _said(*said, _desk_step(facts, "工作人员帮您改约", "Staff can move your booking"))
    opens = clock_text(facts.opens_min) if facts.opens_min is not None else ""
    opens_zh = f"{opens} 开门，届时可用" if opens else "届时可用"
    opens_en = f"Doors open at {opens}." if opens else "It is valid then."
    return _said(
        *said,
        ("calendar", (f"请 {zh}来", f"Please come on {en}"), (opens_zh, opens_en)),
        _desk_step(facts, "想今天入场，可当场改约", "To come in today, ask to move your booking"),
    )


def _not_open(facts: Facts) -> DecisionWords:
    opens = clock_text(facts.opens_min or 0)
    return _said(
        ("还没开门", "Not open"),
        (f"{opens} 开门，请稍候", f"Doors open at {opens}."),
        (
            "clock",
            (f"{opens} 再来扫码", f"Scan again at {opens}"),
            ("预约一直有效", "Your booking stays valid"),
        ),
    )


def _closed(facts: Facts) -> DecisionWords:
    return _said(
        ("已结束", "Closed"),
        ("今天的入场已结束", "Entry has ended for today."),
        _desk_step(facts, "有急事请找工作人员", "If it is urgent, staff will help"),
    )


def _too_early(facts: Facts) -> DecisionWords:
    slot = facts.slot.text() if facts.slot else ""
    opens = clock_text(facts.slot_opens_min or 0)
    return _said(
        ("未到时段", "Too early"),
        (f"您约的是 {slot}，\n请 {opens} 起再来扫码", f"You booked {slot}.\nPlease scan again from {opens}."),
        (
            "clock",
            (f"{opens} 再来", f"Come back at {opens}"),
            ("预约一直有效，不用重约", "Your booking stays valid"),
        ),
        _desk_step(facts, "想改到现在，有余位即可", "They can move your slot if places are left"),
    )


def _too_late(facts: Facts) -> DecisionWords:
    slot = facts.slot.text() if facts.slot else ""
    return _said(
        ("已过时段", "Too late"),
        (f"您约的是 {slot}，\n可改到现在入场", f"You booked {slot}.\nThe desk can move it to now."),
        _desk_step(facts, "有余位即可入场", "They will let you in if places are left"),
    )


def _paused(facts: Facts) -> DecisionWords:
    return _said(
        ("请稍候", "Please wait"),
        ("入场暂停，请在这里稍候", "Entry is paused.\nPlease wait here."),
        (
            "wait",
            ("请不要离开队伍", "Keep your place in the queue"),
            ("恢复后再扫一次即可", "Scan again once entry resumes"),
        ),
        _desk_step(facts, "身体不适或有急事", "If you feel unwell, or it is urgent"),
    )


def _full(facts: Facts) -> DecisionWords:
    return _said(
        ("馆内已满", "Hall full"),
        (
            "馆内已满，请在这里稍候，\n有人离场即放行",
            "The hall is full. Please wait\nhere until others leave.",
        ),
        (
            "wait",
            ("请不要离开队伍", "Keep your place in the queue"),
            ("放行后再扫一次即可", "Scan again once entry resumes"),
        ),
        _desk_step(facts, "身体不适或有急事", "If you feel unwell, or it is urgent"),
    )


_SPEAKERS = {
    Reason.WELCOME: _welcome,
    Reason.REPEATED: _welcome,
    Reason.ALREADY_INSIDE: _already_inside,
    Reason.PHONE_NEEDED: _phone_needed,
    Reason.UNKNOWN: _unknown,
    Reason.FORGED: _forged,
    Reason.UNKNOWN_KEY: _unknown_key,
    Reason.WRONG_FAIR: _wrong_fair,
    Reason.REVOKED: _revoked,
    Reason.REPLACED: _replaced,
    Reason.CANCELLED: _cancelled,
    Reason.NOT_CONFIRMED: _not_confirmed,
    Reason.WRONG_DAY: _wrong_day,
    Reason.NOT_OPEN: _not_open,
    Reason.CLOSED: _closed,
    Reason.TOO_EARLY: _too_early,
    Reason.TOO_LATE: _too_late,
    Reason.PAUSED: _paused,
    Reason.FULL: _full,
}
