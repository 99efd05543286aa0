"""What a kiosk knows of others, and what it does not, in words for staff. Pure."""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.staff_words import heard_words
from kiosk.domain.words import Words

STALE = timedelta(minutes=2)
"""A gate that was not heard for so long is named."""


def span_words(span: timedelta) -> Words:
    """14 秒, 14 分钟, 3 小时."""
    seconds = max(0, int(span.total_seconds()))
    if seconds < 120:
        return Words(f"{seconds} 秒", f"{seconds} s")
    if seconds < 7200:
        return Words(f"{seconds // 60} 分钟", f"{seconds // 60} min")
    return Words(f"{seconds // 3600} 小时", f"{seconds // 3600} h")


def ago_words(span: timedelta | None) -> Words:
    """How long ago there was word of somebody: 14 秒前有消息."""
    if span is None:
        return Words("还没有消息", "not heard yet")
    said = span_words(span)
    return Words(f"{said.zh}前有消息", f"heard {said.en} ago")


def counted_words(unheard: tuple[tuple[Words, timedelta], ...]) -> Words:
    """How far a number of people goes: other gates, each with how long ago there was word of it, the one
    unheard for the longest first."""
    if not unheard:
        nothing = heard_words(None)
        return Words(f"只算到本机；{nothing.zh}", f"This kiosk only; {nothing.en}")
    gate, longest = unheard[0]
    span = span_words(longest)
    if longest < STALE:
        return Words(
            f"各入口都算在内，{span.zh}内都有消息", f"All gates counted, each heard within {span.en}"
        )
    more = sum(each >= STALE for _, each in unheard) - 1
    others = Words(f"等 {more + 1} 个入口", f" and {more} more") if more else Words("", "")
    return Words(
        f"只算到本机知道的；{gate.zh}{others.zh} {span.zh}没有消息",
        f"As far as this kiosk knows; {gate.of('en')}{others.en} last heard {span.en} ago",
    )


def passage_words(at: str, gate: Words) -> Words:
    """One passage: 9:02 西门."""
    return Words(f"{at} {gate.zh}", f"{at} {gate.of('en')}")


def knew_words(gate: Words, earlier: Words, unheard_s: int | None, could_know: bool) -> Words:
    """What a gate knew when it let somebody in who had gone in at `earlier` before."""
    if could_know:
        return Words(f"{gate.zh}当时应该知道", f"{gate.of('en')} could have known")
    if unheard_s is None:
        return Words(
            f"{gate.zh}当时还没收到过其他机器的记录",
            f"{gate.of('en')} had not heard from any other kiosk yet",
        )
    span = span_words(timedelta(seconds=unheard_s))
    other = Words("另一台机器", "the other kiosk") if gate == earlier else earlier
    return Words(
        f"{gate.zh}当时 {span.zh}没有收到{other.zh}的记录",
        f"{gate.of('en')} had not heard from {other.of('en')} for {span.en}",
    )
