"""States of stalls: which is strongest, from when a host is late, who stands where."""

from datetime import date
from itertools import product

import pytest

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import EntryWindow, FairDay, Policy
from kiosk.domain.stall_state import (
    StallState,
    guests_of,
    late_from_min,
    states_of,
    whose_place,
    with_present_hosts,
)
from kiosk.domain.words import Words

ONE, OTHER = Words("甲", "One"), Words("乙", "Other")
HOSTS = {"A001": ONE, "A002": OTHER, "A003": ONE}
DAY = FairDay(date(2026, 11, 28), 510, 960)


@pytest.mark.parametrize(
    ("closed", "moved", "released", "present", "late"), list(product((False, True), repeat=5))
)
def test_the_strongest_state_is_said(
    closed: bool, moved: bool, released: bool, present: bool, late: bool
) -> None:
    def stalls(on: bool) -> frozenset[str]:
        return frozenset({"A001"} if on else ())

    found = states_of(
        {"A001": ONE},
        present=stalls(present),
        released=stalls(released),
        closed=frozenset({"A009" if moved else "A001"} if closed else ()),
        moved={"A001": "A009"} if moved else {},
        late=late,
    )["A001"]
    order = (
        (closed, StallState.CLOSED),
        (moved, StallState.MOVED),
        (released, StallState.RELEASED),
        (present, StallState.PRESENT),
        (late, StallState.LATE),
        (True, StallState.EXPECTED),
    )
    assert found is next(state for holds, state in order if holds)


def test_who_has_moved_is_not_closed_with_the_place() -> None:
    moved = {"A001": "A009"}
    assert states_of(HOSTS, closed={"A001"}, moved=moved)["A001"] is StallState.MOVED


@pytest.mark.parametrize(("closes", "late_from"), [(480, 480), (510, 510), (570, 510), (960, 510)])
def test_a_host_is_late_from_when_visitors_come_or_hosts_no_longer_may(closes: int, late_from: int) -> None:
    windows = (EntryWindow((BadgeType.EMPLOYER,), 450, closes), EntryWindow((BadgeType.STAFF,), 400, 401))
    assert late_from_min(DAY, Policy(windows=windows)) == late_from
    assert late_from_min(DAY, Policy()) == 510


def test_a_host_that_has_come_is_at_all_its_stalls() -> None:
    assert with_present_hosts(HOSTS, {"A003", "Z999"}) == {"A001", "A003"}
    assert with_present_hosts(HOSTS, frozenset()) == frozenset()


def test_who_stands_where() -> None:
    swapped = {"A001": "A002", "A002": "A001"}
    assert whose_place(HOSTS, swapped) == {"A001": OTHER, "A002": ONE, "A003": ONE}
    assert whose_place(HOSTS, {"A001": "A009"}) == {"A002": OTHER, "A003": ONE, "A009": ONE}
    assert guests_of({"A003": "A009", "A001": "A009"}) == {"A009": ("A001", "A003")}
