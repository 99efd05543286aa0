"""How it stands with a stall today, from facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from enum import StrEnum

from kiosk.domain.badge_type import HOSTS
from kiosk.domain.fair import FairDay, Policy
from kiosk.domain.words import Words


class StallState(StrEnum):
    """What a visitor is to know of a stall before walking there."""

    EXPECTED = "expected"
    """Its host has not signed in, and need not have yet."""
    PRESENT = "present"
    LATE = "late"
    """Its host has not signed in while others have, and the doors are open."""
    RELEASED = "released"
    """Given up: the host did not come."""
    MOVED = "moved"
    """The host stands at another stall."""
    CLOSED = "closed"


def late_from_min(day: FairDay, policy: Policy) -> int:
    """The minute of a day from which a host who has not signed in is late: visitors come in, or hosts can no
    longer sign in."""
    windows = [policy.window(each) for each in sorted(HOSTS)]
    return min([day.opens_min, *(each.closes_min for each in windows if each is not None)])


def with_present_hosts(hosts: Mapping[str, Words], claimed: Set[str]) -> frozenset[str]:
    """The stalls whose host has come: a badge names one stall of a host that has several, and all are its.

    `hosts` says whose each stall is; `claimed` are the stalls that were named.
    """
    present = {hosts[stall] for stall in claimed if stall in hosts}
    return frozenset(stall for stall, host in hosts.items() if host in present)


def states_of(
    hosts: Mapping[str, Words],
    *,
    present: Set[str] = frozenset(),
    released: Set[str] = frozenset(),
    closed: Set[str] = frozenset(),
    moved: Mapping[str, str] | None = None,
    late: bool = False,
) -> dict[str, StallState]:
    """The state of every stall that has a host, the strongest that holds: closed, moved, released, present.

    Closed is a place: a host is behind a closed one where it stands now, not where it was moved away from.
    `late` is whether who has not come yet is late.
    """
    away = moved or {}
    missing = StallState.LATE if late else StallState.EXPECTED
    made = {}
    for stall in hosts:
        if away.get(stall, stall) in closed:
            made[stall] = StallState.CLOSED
        elif stall in away:
            made[stall] = StallState.MOVED
        elif stall in released:
            made[stall] = StallState.RELEASED
        else:
            made[stall] = StallState.PRESENT if stall in present else missing
    return made


def whose_place(hosts: Mapping[str, Words], moved: Mapping[str, str]) -> dict[str, Words]:
    """Who stands at each stall now: moved hosts at their new ones, and not at their own."""
    here = {stall: host for stall, host in hosts.items() if stall not in moved}
    return here | {to: hosts[stall] for stall, to in moved.items()}


def guests_of(moved: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Own stalls of the hosts who stand at a stall that is not theirs, by that stall."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    for stall, to in moved.items():
        made[to].append(stall)
    return {to: tuple(sorted(stalls)) for to, stalls in made.items()}
