"""What a plan's printed strip says."""

from __future__ import annotations

from kiosk.badges.strip import StripFace
from kiosk.badges.strip_marks import StripRow
from kiosk.domain.counted import counted
from kiosk.domain.fair import BEIJING, Fair
from kiosk.domain.tour import VISIT_MIN
from kiosk.domain.words import Words
from kiosk.services.visit.text import clock, plan_text
from kiosk.services.visit.values import LeftOut, PlanStop, StopKind, VisitPlan

_SAMPLE = Words("样张・", "Sample. ")


def strip_face(plan: VisitPlan, fair: Fair, language: str) -> StripFace:
    """The strip of a plan, in one language."""

    def say(zh: str, en: str) -> str:
        return Words(zh, en).of(language)

    day = plan.made.astimezone(BEIJING)
    stops = len(plan.stops)
    until = clock(plan.until) if plan.until is not None else ""
    each = round(VISIT_MIN)
    foot = say(
        f"每站按 {each} 分钟算，约 {until} 走完", f"With {each} min a stall you are done at about {until}"
    )
    return StripFace(
        title=say("我的计划", "My plan"),
        when=f"{day.year}-{day.month:02d}-{day.day:02d} {clock(plan.made)}",
        fair=fair.name.of(language),
        summary=say(
            f"{stops} 站，约 {plan.length_m} 米，走路 {plan.walking_min} 分钟",
            f"{counted(stops, 'stop')}, about {plan.length_m} m, {plan.walking_min} min on foot",
        ),
        rows=tuple(_row(stop, language) for stop in plan.stops),
        notes=tuple(_note(one, language) for one in plan.left_out),
        code=plan_text(plan, fair, language),
        code_words=say("扫一扫，存进手机", "Scan it to keep it on your phone"),
        foot=_SAMPLE.of(language) + foot if fair.sample else foot,
    )


def _row(stop: PlanStop, language: str) -> StripRow:
    away = Words(f"约 {stop.distance_m} 米", f"about {stop.distance_m} m").of(language)
    comma = "，" if language == "zh" else ", "
    where = comma.join((stop.place.of(language), stop.floor.of(language)))
    if stop.kind is StopKind.SESSION and stop.starts is not None:
        return StripRow(
            str(stop.number), clock(stop.starts), stop.name.of(language), comma.join((where, away))
        )
    arrives = Words(f"{clock(stop.arrives)} 到", f"at {clock(stop.arrives)}").of(language)
    return StripRow(str(stop.number), stop.mark, stop.name.of(language), comma.join((where, away, arrives)))


def _note(one: LeftOut, language: str) -> str:
    sign = clock(one.starts) if one.starts is not None else one.ref
    colon = "：" if language == "zh" else ": "
    return f"{sign} {one.name.of(language)}{colon}{one.words.of(language)}"
