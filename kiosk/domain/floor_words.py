"""What is said to staff of the floor: closures, moves, and why one of them was not done."""

from __future__ import annotations

from kiosk.domain.floorplan import FacilityKind
from kiosk.domain.words import Words

PASSAGE = "passage"
"""Kind of a passage, beside those of facilities that link places."""
PASSAGE_WORDS: dict[str, Words] = {
    PASSAGE: Words("通道", "Aisle"),
    FacilityKind.LIFT: Words("电梯", "Lift"),
    FacilityKind.STAIRS: Words("楼梯", "Stairs"),
    FacilityKind.RAMP: Words("坡道", "Ramp"),
    FacilityKind.ESCALATOR: Words("扶梯", "Escalator"),
}
"""What each kind is called where the plan gives it no name."""

UNKNOWN_PASSAGE = Words(
    "平面图上没有这处通道或电梯，什么也没改。", "The plan has no such aisle or lift. Nothing was changed."
)
UNKNOWN_STALL = Words(
    "平面图上没有这个展位，什么也没改。", "The plan has no such stall. Nothing was changed."
)
ALREADY_SO = Words("已经是这样了，不用再改。", "It is so already. Nothing was changed.")


def closed(names: tuple[Words, ...]) -> Words:
    """Passages have been closed."""
    listed = _listed(names)
    return Words(
        f"已关闭{_gap(listed.zh)}{listed.zh}，所有路线都已改走别处。",
        f"Closed: {listed.en}. Every way avoids it now.",
    )


def opened(names: tuple[Words, ...]) -> Words:
    """Passages are open again."""
    listed = _listed(names)
    return Words(
        f"已开放{_gap(listed.zh)}{listed.zh}，路线又可以走这里。",
        f"Open again: {listed.en}. Ways lead through it again.",
    )


def stalls_closed(stalls: tuple[str, ...]) -> Words:
    """Stalls have been closed."""
    listed = ", ".join(stalls)
    return Words(f"已关闭展位 {'、'.join(stalls)}。", f"Closed: {listed}.")


def stalls_opened(stalls: tuple[str, ...]) -> Words:
    """Stalls are open again."""
    listed = ", ".join(stalls)
    return Words(f"展位 {'、'.join(stalls)} 已重新开放。", f"Open again: {listed}.")


def moved(stall: str, to: str) -> Words:
    """A host has been moved."""
    return Words(
        f"{stall} 已搬到 {to}，访客现在会被带到 {to}。", f"{stall} is now at {to}. Visitors are led to {to}."
    )


def moved_back(stall: str) -> Words:
    """A host is back at its own stall."""
    return Words(f"{stall} 已搬回原位。", f"{stall} is back at its own stall.")


def nobody_hosts(stall: str) -> Words:
    """A stall that has no host cannot be moved."""
    return Words(f"{stall} 没有单位，不用搬。", f"Nobody hosts {stall}. There is nothing to move.")


def own_stall(stall: str) -> Words:
    """A host cannot be moved to where it belongs."""
    return Words(f"{stall} 就是它自己的展位。", f"{stall} is its own stall.")


def taken(to: str) -> Words:
    """Somebody stands at the stall already, or may still come."""
    return Words(
        f"{to} 有单位或还会有单位来，请换一个空展位。",
        f"{to} is taken, or its host may still come. Choose a free one.",
    )


def place_closed(to: str) -> Words:
    """Nobody is moved to a closed stall."""
    return Words(f"{to} 已关闭，请换一个，或先开放它。", f"{to} is closed. Choose another, or open it first.")


def passages_need(names: tuple[Words, ...]) -> Words:
    """What the staff page says as long as passages are closed."""
    if len(names) == 1:
        return Words(f"{names[0].zh}{_gap(names[0].zh[-1:])}关着", f"Closed: {names[0].of('en')}")
    return Words(f"{len(names)} 处通道、电梯关着", f"Aisles and lifts closed: {len(names)}")


def one_closed(time: str, by: str) -> Words:
    """Since when it is closed, by whom, and what follows."""
    who = Words(f"，{by}关的", f" by {by}") if by else Words("", "")
    return Words(f"{time} 起{who.zh}；所有路线都绕开它", f"Since {time}{who.en}. Every way avoids it.")


def several_closed(since: tuple[tuple[Words, str], ...]) -> Words:
    """Since when each is closed (its name, a time): the first three, and that there are more."""
    zh = "、".join(f"{name.zh} {time} 起" for name, time in since[:NAMED_MOST])
    en = ", ".join(f"{name.of('en')} since {time}" for name, time in since[:NAMED_MOST])
    more = len(since) > NAMED_MOST
    return Words(zh + ("等" if more else ""), en + (" and more" if more else ""))


def shared_stall(stall: str) -> Words:
    """Two hosts stand at one stall, as far as facts say."""
    return Words(f"{stall} 有不止一家单位", f"More than one host at {stall}")


SHARED_HOW = Words("请把其中一家搬到空展位", "Move one of them to a free stall.")
NAMED_MOST = 3
"""More closures than these are not listed one by one."""


def near_stall(name: Words, stall: str) -> Words:
    """A name that tells a passage from others of that name."""
    return Words(f"{name.zh}（近 {stall}）", f"{name.of('en')} (near {stall})")


def place(levels: tuple[Words, ...], near: str) -> Words:
    """Where a passage is: its levels and the stall next to it."""
    listed = _listed(levels)
    if not near:
        return listed
    return Words(f"{listed.zh}·近 {near}", f"{listed.en}, near {near}")


def _listed(names: tuple[Words, ...]) -> Words:
    return Words("、".join(each.zh for each in names), ", ".join(each.of("en") for each in names))


def _gap(text: str) -> str:
    """A digit or Latin word stands off from hanzi."""
    return " " if text[:1].isascii() else ""
