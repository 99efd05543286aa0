"""What of an attendee goes on a badge."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.badges.face import dates_text, face_of
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair, FairDay, FairKind, Policy, Words


def _fair(*days: date) -> Fair:
    policy = Policy(10, 60, 0, Words("4 号服务台", "desk 4"), 30, "1", Words("", ""))
    return Fair(
        id="f",
        kind=FairKind.DOUBLE_SELECTION,
        name=Words("冬季双选会", "Winter fair"),
        venue=Words("", ""),
        sample=True,
        days=tuple(FairDay(day, 510, 960) for day in days),
        slots=(),
        policy=policy,
        gates=(),
        staff=(),
    )


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((date(2026, 11, 28),), "2026-11-28"),
        ((date(2026, 11, 29), date(2026, 11, 28)), "2026-11-28 – 11-29"),
        ((date(2026, 12, 31), date(2027, 1, 1)), "2026-12-31 – 2027-01-01"),
    ],
)
def test_dates(days: tuple[date, ...], text: str) -> None:
    assert dates_text(_fair(*days)) == text


def test_face_of_an_exhibitor_has_no_phone_and_no_number() -> None:
    person = Person(
        "林知远", "京华软件（示例）", "人力资源部", student_number="S20231234", phone="13800005678"
    )
    attendee = Attendee(7, BadgeType.EMPLOYER, Registration.CONFIRMED, person, stall="B012")
    face = face_of("F1", attendee, _fair(date(2026, 11, 28)), latin="Lin Zhiyuan")
    assert (face.name, face.organisation, face.detail) == ("林知远", "京华软件（示例）", "人力资源部")
    assert (face.type, face.stall, face.lost) == (BadgeType.EMPLOYER, "B012", "4 号服务台")
    assert (face.fair_name, face.fair_date, face.sample) == ("冬季双选会", "2026-11-28", True)
    assert "5678" not in repr(face)
    assert "S20231234" not in repr(face)
