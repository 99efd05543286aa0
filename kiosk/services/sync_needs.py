"""What staff should do about other kiosks, the hub and sticks, in words: pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import sync_words as words
from kiosk.domain.fair import BEIJING, minute_of_day
from kiosk.services.values import Need

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.domain.words import Words
    from kiosk.services.peers import PeerLine, SyncStanding

ONLY_HERE_LONG = timedelta(minutes=10)
MANY = 50
"""So many facts that only this kiosk has are a harm near the end of the day, where nobody is connected."""
NEAR_END_MIN = 60
UNHEARD_LONG_S = 5 * 60
FORGOTTEN_S = 12 * 3600
"""Who was not heard for so long is not at this day's fair."""
VIEW = "sync"
"""Where all of it is dealt with."""


def sync_needs(standing: SyncStanding, fair: Fair, now: datetime) -> list[Need]:
    """All of them."""
    return [
        *_failed(standing),
        *_forks(standing),
        *_restored(standing),
        *_only_here(standing, fair, now),
        *_unheard(standing),
        *_joining(standing),
        *_stick(standing),
        *_left_over(standing),
    ]


def last_heard_s(standing: SyncStanding) -> int | None:
    """Seconds since any other machine was in touch; None where none ever was."""
    heard = [each.heard_s for each in standing.peers if each.kind != "stick" and each.heard_s is not None]
    return min(heard, default=None)


def unheard(standing: SyncStanding) -> tuple[PeerLine, ...]:
    """Machines of this day that have been silent for long."""
    return tuple(
        each
        for each in standing.peers
        if each.kind != "stick"
        and not each.connected
        and each.heard_s is not None
        and UNHEARD_LONG_S < each.heard_s <= FORGOTTEN_S
    )


def _need(level: str, title: Words, detail: Words) -> Need:
    return Need(level, title, detail, VIEW)


def _failed(standing: SyncStanding) -> list[Need]:
    if standing.state != "failed":
        return []
    return [_need("refuse", words.FAILED, standing.problem or words.FAILED_HOW)]


def _forks(standing: SyncStanding) -> list[Need]:
    return [
        _need("refuse", words.fork_need(each.kiosk), words.fork_how(each.seq, each.found_by))
        for each in standing.forks
    ]


def _restored(standing: SyncStanding) -> list[Need]:
    return [_need("notice", words.RESTORED, words.RESTORED_HOW)] if standing.own_ahead else []


def _only_here(standing: SyncStanding, fair: Fair, now: datetime) -> list[Need]:
    oldest = standing.oldest_only_here
    if oldest is None or now - oldest <= ONLY_HERE_LONG:
        return []
    harmful = standing.only_here >= MANY and standing.state != "connected" and _near_end(fair, now)
    since = words.at_time(oldest, now)
    return [
        _need(
            "refuse" if harmful else "notice",
            words.only_here_need(standing.only_here),
            words.only_here_how(since),
        )
    ]


def _near_end(fair: Fair, now: datetime) -> bool:
    """From an hour before the doors close."""
    day = fair.day(now.astimezone(BEIJING).date())
    return day is not None and minute_of_day(now) >= day.closes_min - NEAR_END_MIN


def _unheard(standing: SyncStanding) -> list[Need]:
    silent = unheard(standing)
    if not silent or standing.state == "failed":
        return []
    longest_s = max(each.heard_s or 0 for each in silent)
    title = words.unheard_need(tuple(each.name for each in silent), longest_s)
    return [_need("notice", title, words.UNHEARD_HOW)]


def _joining(standing: SyncStanding) -> list[Need]:
    found = []
    if standing.joining:
        found.append(_need("notice", words.joining_need(len(standing.joining)), words.JOINING_HOW))
    own = standing.own
    if own is not None and own.state in {"asking", "refused"}:
        found.append(_need("notice", words.OWN_JOINING, words.own_joining(own.state, own.hub)))
    return found


def _stick(standing: SyncStanding) -> list[Need]:
    """One that has nothing of ours, and is needed for nothing, may be in for the sake of the keys on it."""
    wanted = not standing.safe_to_switch_off or any(each.holds or each.problem for each in standing.sticks)
    return [_need("notice", words.STICK_IN, words.STICK_IN_HOW)] if standing.sticks and wanted else []


def _left_over(standing: SyncStanding) -> list[Need]:
    if not standing.left_over:
        return []
    return [_need("notice", words.left_over(standing.left_over), words.LEFT_OVER_HOW)]
