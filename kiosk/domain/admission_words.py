"""What a decision says, in both languages: word, sentence, and what to do next.

Lines are broken where one breathes (`\\n`), at most 12 hanzi a line (the look, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.domain.counted import counted, noun
from kiosk.domain.dates import date_words
from kiosk.domain.fair import BEIJING, Slot, clock_text, minute_of_day
from kiosk.domain.reasons import Reason
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the words may name; None or nothing where it is not known."""

    desk: Words
    gate: Words | None = None
    """Where the person went in."""
    gate_id: str = ""
    admitted_at: datetime | None = None
    slot: Slot | None = None
    slot_opens_min: int | None = None
    valid_day: date | None = None
    valid_day_over: bool = False
    opens_min: int | None = None
    """When the doors open on the valid day."""
    gates: tuple[Words, ...] = ()
    """Those that are for this person."""
    session: Words | None = None
    """The one behind the gate."""
    stall: str = ""
    limit: int = 0
    """People of one stall who may be inside."""
    re_entry: bool = True
    note: str = ""
    """For staff alone."""
    now: datetime | None = None
    others_heard: timedelta | None = None
    """How long ago there was word of all other kiosks."""
    room_limited: bool = False
    """Whether it was judged if there is room for one more."""


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


def words_for(reason: Reason, known: Particulars) -> DecisionWords:
    """The words of a reason, with what is known filled in."""
    return _SPEAKERS[reason](known)


def badge_sentence(state: str, desk: Words, lies: Words | None = None) -> Words:
    """What whoever goes in is told where a badge is printed because of it: go in with the badge.

    `state`: waiting, printing, out, held, stopped, or lies (it was printed before, and lies there).
    """
    if state == "lies" and lies is not None:
        return Words(f"请先到 {lies.zh}\n取胸卡，再入场", f"Your badge is ready at\n{lies.en}. Then go in.")
    if state == "stopped":
        return Words(
            f"签到成功，\n请到 {desk.zh}取胸卡", f"You are checked in.\nGet your badge at {desk.en}."
        )
    if state == "held":
        return Words("签到成功，\n胸卡要等一会儿", "You are checked in.\nYour badge takes a while.")
    return Words("请先取胸卡，再入场", "Please take your badge,\nthen go in.")


def _said(
    word: tuple[str, str], sentence: tuple[str, str], *steps: tuple[str, tuple[str, str], tuple[str, str]]
) -> DecisionWords:
    return DecisionWords(
        Words(*word),
        Words(*sentence),
        tuple(NextStep(icon, Words(*title), Words(*detail)) for icon, title, detail in steps),
    )


def _desk_step(known: Particulars, zh: str, en: str) -> tuple[str, tuple[str, str], tuple[str, str]]:
    return "desk", (f"请到 {known.desk.zh}", f"Please ask at {known.desk.en}"), (zh, en)


def _time(known: Particulars) -> str:
    return clock_text(minute_of_day(known.admitted_at.astimezone(BEIJING))) if known.admitted_at else ""


def _welcome(_known: Particulars) -> DecisionWords:
    return _said(
        ("欢迎", "Welcome"),
        ("请直接入场", "Please go straight in."),
        ("way_in", ("直接入场", "Go straight in"), ("胸卡请挂在胸前", "Please wear your badge")),
    )


def _already_inside(known: Particulars) -> DecisionWords:
    gate = known.gate or Words(known.gate_id, known.gate_id)
    at = _time(known)
    return _said(
        ("已入场", "Already in"),
        (
            f"此证 {at} 已在{gate.zh}签到，\n不用再扫，请直接入场",
            f"Checked in at {at}, {gate.en or gate.zh}.\nNo need to scan again.",
        ),
        ("way_in", ("直接入场", "Go straight in"), ("不重复计数", "You are counted once")),
        _desk_step(
            known, "如果不是您本人签到，可当场补办新证", "If that was not you, they will issue a new badge"
        ),
    )


def _phone_needed(_known: Particulars) -> DecisionWords:
    return _said(
        ("请核对", "One more step"),
        ("请输入手机号后四位", "Please enter the last four\ndigits of your phone."),
        ("phone", ("手机号后四位", "Last four digits"), ("用来确认是您本人", "So that we know it is you")),
    )


def _unknown(known: Particulars) -> DecisionWords:
    return _said(
        ("非本场证", "Unknown"),
        ("这不是本场的证，\n可以在这里现场登记", "This code is not from this fair.\nYou can register here."),
        (
            "register",
            ("现场登记", "Register here"),
            ("约 1 分钟，当场打印胸卡", "About a minute, badge printed at once"),
        ),
        _desk_step(known, "工作人员帮您查预约", "Staff will look for your booking"),
    )


def _forged(known: Particulars) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        ("这张证没有通过验证", "This badge could not be verified."),
        _desk_step(known, "请带上预约短信或学生证，当场核对", "Bring your booking message or student card"),
    )


def _unknown_key(known: Particulars) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        (
            "这张证由别的机器发出，\n这里还没收到它的资料",
            "This kiosk cannot check\nthis badge yet.",
        ),
        _desk_step(known, "工作人员核对后即可入场", "Staff will check it and let you in"),
    )


def _wrong_fair(known: Particulars) -> DecisionWords:
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
        _desk_step(known, "工作人员帮您查预约", "Staff will look for your booking"),
    )


def _revoked(known: Particulars) -> DecisionWords:
    return _said(
        ("证已停用", "Not valid"),
        (
            f"请到 {known.desk.zh}，\n核对后可补办",
            f"Please ask at {known.desk.en}.\nThey can give you a new badge.",
        ),
        _desk_step(known, "工作人员核对后可补办", "Staff will check and can issue a new one"),
    )


def _replaced(known: Particulars) -> DecisionWords:
    return _said(
        ("证已换新", "Replaced"),
        ("这张证已换新，请用新证", "This badge was replaced.\nPlease use the new one."),
        ("scan", ("请扫新证", "Scan the new badge"), ("新证上的二维码才有效", "Only its code is valid")),
        _desk_step(known, "新证不在手边，可再补一张", "Not to hand? They will print another"),
    )


def _cancelled(known: Particulars) -> DecisionWords:
    return _said(
        ("已取消", "Cancelled"),
        ("您的预约已取消，\n可以在这里现场登记", "Your booking was cancelled.\nYou can register here."),
        (
            "register",
            ("现场登记", "Register here"),
            ("约 1 分钟，当场打印胸卡", "About a minute, badge printed at once"),
        ),
        _desk_step(known, "如果不是您取消的", "If you did not cancel it"),
    )


def _not_confirmed(known: Particulars) -> DecisionWords:
    return _said(
        ("尚未确认", "Not yet"),
        ("您的预约还在审核", "Your booking is still\nwaiting to be confirmed."),
        _desk_step(known, "工作人员当场审核，约 2 分钟", "Staff will confirm it, about 2 minutes"),
    )


def _wrong_day(known: Particulars) -> DecisionWords:
    day = known.valid_day
    named = date_words(day) if day else Words("别的日子", "another day")
    zh, en = named.zh, named.en
    said = ("日期不对", "Another day"), (f"这是 {zh}的证", f"This badge is for {en}.")
    if known.valid_day_over:  # nobody can come on a day that is over
        return _said(*said, _desk_step(known, "工作人员帮您改约", "Staff can move your booking"))
    opens = clock_text(known.opens_min) if known.opens_min is not None else ""
    opens_zh = f"{opens} 开门，届时可用" if opens else "届时可用"
    opens_en = f"Doors open at {opens}." if opens else "It is valid then."
    return _said(
        *said,
        ("calendar", (f"请 {zh}来", f"Please come on {en}"), (opens_zh, opens_en)),
        _desk_step(known, "想今天入场，可当场改约", "To come in today, ask to move your booking"),
    )


def _not_open(known: Particulars) -> DecisionWords:
    opens = clock_text(known.opens_min or 0)
    return _said(
        ("还没开门", "Not open"),
        (f"{opens} 开门，请稍候", f"Doors open at {opens}."),
        (
            "clock",
            (f"{opens} 再来扫码", f"Scan again at {opens}"),
            ("预约一直有效", "Your booking stays valid"),
        ),
    )


def _closed(known: Particulars) -> DecisionWords:
    return _said(
        ("已结束", "Closed"),
        ("今天的入场已结束", "Entry has ended for today."),
        _desk_step(known, "有急事请找工作人员", "If it is urgent, staff will help"),
    )


def _too_early(known: Particulars) -> DecisionWords:
    slot = known.slot.text() if known.slot else ""
    opens = clock_text(known.slot_opens_min or 0)
    return _said(
        ("未到时段", "Too early"),
        (f"您约的是 {slot}，\n请 {opens} 起再来扫码", f"You booked {slot}.\nPlease scan again from {opens}."),
        (
            "clock",
            (f"{opens} 再来", f"Come back at {opens}"),
            ("预约一直有效，不用重约", "Your booking stays valid"),
        ),
        _desk_step(known, "想改到现在，有余位即可", "They can move your slot if places are left"),
    )


def _too_late(known: Particulars) -> DecisionWords:
    slot = known.slot.text() if known.slot else ""
    return _said(
        ("已过时段", "Too late"),
        (f"您约的是 {slot}，\n可改到现在入场", f"You booked {slot}.\nThe desk can move it to now."),
        _desk_step(known, "有余位即可入场", "They will let you in if places are left"),
    )


def _left(known: Particulars) -> DecisionWords:
    again = (
        ("还可以再进来", "You may come in again"),
        ("回来时再扫一次胸卡", "Scan your badge when you come back"),
    )
    over = (
        ("请带好随身物品", "Mind your belongings"),
        ("离场后不能再入场", "You cannot come in again today"),
    )
    return _said(
        ("再见", "Goodbye"),
        ("已记下离场", "Your exit is noted."),
        ("way_in", *(again if known.re_entry else over)),
    )


def _badge(_known: Particulars) -> DecisionWords:
    return _said(
        ("请取胸卡", "Your badge"),
        ("胸卡在打印，\n到入口再扫一次即可入场", "Your badge is printing.\nScan it at the gate."),
        ("way_in", ("拿好胸卡，走入口", "Take it to the gate"), ("请把胸卡挂在胸前", "Please wear it")),
    )


def _has_badge(known: Particulars) -> DecisionWords:
    return _said(
        ("已领过证", "Badge given"),
        ("您的胸卡已经打过，\n到入口扫码即可入场", "Your badge was printed before.\nScan it at the gate."),
        ("way_in", ("请走入口", "Please go to the gate"), ("胸卡上的二维码有效", "Its code is valid")),
        _desk_step(known, "胸卡丢了，可当场补办", "Lost it? They will print another"),
    )


def _overridden(_known: Particulars) -> DecisionWords:
    return _said(
        ("欢迎", "Welcome"),
        ("工作人员已为您放行", "Staff have let you in."),
        ("way_in", ("直接入场", "Go straight in"), ("胸卡请挂在胸前", "Please wear your badge")),
    )


def _note(known: Particulars) -> DecisionWords:
    return _said(
        ("欢迎", "Welcome"),
        ("可以入场，\n工作人员有话要转告您", "You may go in.\nStaff have a word for you."),
        _desk_step(known, "说出您的姓名即可", "Just say your name"),
    )


def _consent_missing(_known: Particulars) -> DecisionWords:
    return _said(
        ("请先确认", "Please read"),
        ("请看一下收集说明，\n同意后即可入场", "Please read the notice.\nAgree, and you are in."),
        ("register", ("看说明并同意", "Read and agree"), ("不到半分钟", "Less than half a minute")),
    )


def _declaration_missing(_known: Particulars) -> DecisionWords:
    return _said(
        ("请先确认", "Please read"),
        ("入场前请确认一份声明", "Please make a declaration\nbefore you go in."),
        ("register", ("看声明并确认", "Read and confirm"), ("不到半分钟", "Less than half a minute")),
    )


def _key_withdrawn(known: Particulars) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        ("这张证要请人核对一下", "Staff need to look\nat this badge."),
        _desk_step(known, "核对后当场换新证", "They will issue a new one at once"),
    )


def _barred(known: Particulars) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        ("请到服务台核对一下", "Please see staff\nat the desk."),
        _desk_step(known, "请带上证件", "Bring your papers"),
    )


def _waiting(known: Particulars) -> DecisionWords:
    return _said(
        ("候补中", "Waitlisted"),
        ("您还在候补名单上", "You are still\non the waiting list."),
        _desk_step(known, "有空位当场转正", "They will confirm you if there is a place"),
    )


def _clock(known: Particulars) -> DecisionWords:
    return _said(
        ("人工办理", "See staff"),
        ("这台机器的时间要核对，\n您的证没有问题", "This kiosk's clock must be set.\nYour badge is fine."),
        _desk_step(known, "或到旁边的机器扫码", "Or scan at the next kiosk"),
    )


def _wrong_gate(known: Particulars) -> DecisionWords:
    desk = _desk_step(known, "工作人员给您指路", "Staff will show you the way")
    said = ("请走别门", "Other gate"), ("这个入口不收这种证", "This gate is not\nfor this badge.")
    if not known.gates:
        return _said(*said, desk)
    right_zh = "、".join(gate.zh for gate in known.gates[:3])
    right_en = " or ".join(gate.en or gate.zh for gate in known.gates[:3])
    way = (
        "way_in",
        (f"请走 {right_zh}", f"Please use {right_en}"),
        ("您的证在那里有效", "Your badge is valid there"),
    )
    return _said(*said, way, desk)


def _stall_released(known: Particulars) -> DecisionWords:
    stall = f" {known.stall} " if known.stall else ""
    return _said(
        ("展位已收", "Released"),
        (
            f"展位{stall}已收回，\n服务台帮您安排",
            f"Stall{stall.rstrip()} was released.\nThe desk has others.",
        ),
        _desk_step(known, "有空展位当场安排", "They will give you one if any is free"),
    )


def _no_re_entry(known: Particulars) -> DecisionWords:
    return _said(
        ("已离场", "No re-entry"),
        ("本场离场后不能再入场", "Who has left cannot\ncome in again today."),
        _desk_step(known, "东西落在里面，请找工作人员", "Left something inside? Staff will help"),
    )


def _employer_limit(known: Particulars) -> DecisionWords:
    most = known.limit
    return _said(
        ("名额已满", "Stall full"),
        (
            f"每个展位最多 {most} 人，\n你们已经到齐",
            f"Each stall has {counted(most, 'place')},\nand {noun(most, 'yours is', 'yours are')} taken.",
        ),
        ("wait", ("请同事先出来", "Ask a colleague to come out"), ("再扫一次即可入场", "Then scan again")),
        _desk_step(known, "可申请加人", "They can add a place"),
    )


def _paused(known: Particulars) -> DecisionWords:
    return _said(
        ("请稍候", "Please wait"),
        ("入场暂停，请在这里稍候", "Entry is paused.\nPlease wait here."),
        (
            "wait",
            ("请不要离开队伍", "Keep your place in the queue"),
            ("恢复后再扫一次即可", "Scan again once entry resumes"),
        ),
        _desk_step(known, "身体不适或有急事", "If you feel unwell, or it is urgent"),
    )


def _full(known: Particulars) -> DecisionWords:
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
        _desk_step(known, "身体不适或有急事", "If you feel unwell, or it is urgent"),
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
    Reason.LEFT: _left,
    Reason.BADGE: _badge,
    Reason.HAS_BADGE: _has_badge,
    Reason.OVERRIDDEN: _overridden,
    Reason.NOTE: _note,
    Reason.CONSENT_MISSING: _consent_missing,
    Reason.DECLARATION_MISSING: _declaration_missing,
    Reason.KEY_WITHDRAWN: _key_withdrawn,
    Reason.BARRED: _barred,
    Reason.WAITING: _waiting,
    Reason.CLOCK: _clock,
    Reason.WRONG_GATE: _wrong_gate,
    Reason.STALL_RELEASED: _stall_released,
    Reason.NO_RE_ENTRY: _no_re_entry,
    Reason.EMPLOYER_LIMIT: _employer_limit,
    Reason.PAUSED: _paused,
    Reason.FULL: _full,
}
