"""What is said of a visitor's plan: why something is no stop of it, and what became of printing it."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.words import Words


class WhyNot(StrEnum):
    """Why something that was picked is no stop."""

    NO_WAY = "no_way"
    NO_STEP_FREE_WAY = "no_step_free_way"
    CLOSED = "closed"
    RELEASED = "released"
    UNKNOWN = "unknown"
    OFF_MAP = "off_map"
    OTHER_DAY = "other_day"
    OVER = "over"
    BEGUN = "begun"
    TOO_LATE = "too_late"


WHY_NOT: dict[WhyNot, Words] = {
    WhyNot.NO_WAY: Words("现在没有路能到，请问服务台", "No way there now. Ask staff"),
    WhyNot.NO_STEP_FREE_WAY: Words("没有无台阶的路，请问服务台", "No step-free way. Ask staff"),
    WhyNot.CLOSED: Words("这个展位今天不开", "This stall is closed"),
    WhyNot.RELEASED: Words("单位今天没有来", "They did not come today"),
    WhyNot.UNKNOWN: Words("本场没有它了", "No longer at this fair"),
    WhyNot.OFF_MAP: Words("图上没有它，请问服务台", "Not on the plan. Ask staff"),
    WhyNot.OTHER_DAY: Words("不是今天的场次", "Not today"),
    WhyNot.OVER: Words("已经结束", "It is over"),
    WhyNot.BEGUN: Words("已经开始", "It has begun"),
    WhyNot.TOO_LATE: Words("赶不上，或与别的场次撞了", "Too late, or two at once"),
}

OUT_BELOW = Words("计划打好了，请在本机下方取走。", "Your plan is printed. Take it below.")
NOT_OUT = Words("没有打出来。请用手机扫二维码带走。", "Not printed. Take the QR with your phone.")
