"""What of an attendee goes on a badge."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.badges.face import dates_text, face_of, marks_of, name_and_latin, signposts_of
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import Delegation, Fair, FairDay, FairKind, Policy, Session, SessionKind, Slot
from kiosk.domain.floorplan import FloorPlan, Graph, Level, Stall, Zone
from kiosk.domain.words import Words


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


@pytest.mark.parametrize(
    ("given", "name", "latin"),
    [
        ("林知远 Lin Zhiyuan", "林知远", "Lin Zhiyuan"),
        ("林知远（Lin Zhiyuan）", "林知远", "Lin Zhiyuan"),
        ("买买提·阿里 Memet Ali", "买买提·阿里", "Memet Ali"),
        ("李Lisa", "李Lisa", ""),
        ("张三 B", "张三 B", ""),
        ("Anna Exemplar", "Anna Exemplar", ""),
        ("王小明（大）", "王小明（大）", ""),
        ("山田 太郎", "山田 太郎", ""),
        ("", "", ""),
    ],
)
def test_a_name_given_in_both_scripts_is_parted(given: str, name: str, latin: str) -> None:
    assert name_and_latin(given) == (name, latin)
    attendee = Attendee(7, BadgeType.GUEST, Registration.CONFIRMED, Person(given))
    face = face_of("F1", attendee, _fair(date(2026, 11, 28)))
    assert (face.name, face.latin) == (name, latin)


SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
SIGNPOSTS = signposts_of(
    FloorPlan(
        (Level("1", Words("1 号馆", "Hall 1"), 10, 10, ()),),
        (Zone("B", Words("市属国企", "Municipal SOEs"), "1"),),
        tuple(Stall(number, "1", "B", 0, 0, 3, 3, "south", 0) for number in ("B012", "B013")),
        (),
        (),
        Graph((), (), (), ()),
    ),
    (Delegation(4, "山东省代表团", "山东", "1 号车", "某", 30, None),),
    (
        Session("P2", SessionKind.EXCHANGE, Words("对接", ""), SUNDAY, Slot(840, 900), "", "京华软件", 0),
        Session("P1", SessionKind.TALK, Words("宣讲会", ""), SATURDAY, Slot(570, 620), "", "京华软件", 0),
        Session("P3", SessionKind.LECTURE, Words("讲座", ""), SATURDAY, Slot(570, 620), "", "老师", 0),
    ),
    (Exhibitor(1, ExhibitorKind.EMPLOYER, Words("京华软件（示例）", ""), ("B012", "B013"), "B"),),
)


def _holder(badge_type: BadgeType, **more: object) -> Attendee:
    return Attendee(7, badge_type, Registration.CONFIRMED, Person("林知远"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("holder", "days", "marks"),
    [
        (_holder(BadgeType.GRADUATE), (SATURDAY,), ()),
        (_holder(BadgeType.GRADUATE, day=SATURDAY, slot=Slot(540, 630)), (SATURDAY,), ("9:00–10:30",)),
        (
            _holder(BadgeType.GRADUATE, day=SUNDAY, slot=Slot(540, 630)),
            (SATURDAY, SUNDAY),
            ("11-29 9:00–10:30",),
        ),
        (_holder(BadgeType.GRADUATE, day=SUNDAY), (SATURDAY, SUNDAY), ("11-29",)),
        (_holder(BadgeType.DELEGATION, delegation=4), (SATURDAY,), ("1 号车",)),
        (_holder(BadgeType.DELEGATION, delegation=5), (SATURDAY,), ()),
        (_holder(BadgeType.EMPLOYER, stall="Z999"), (SATURDAY,), ()),
        (
            _holder(BadgeType.EMPLOYER, stall="B012/B013"),
            (SATURDAY,),
            ("B 市属国企", "宣讲 9:30", "对接 14:00"),
        ),
        (
            _holder(BadgeType.EMPLOYER, stall="B013"),
            (SATURDAY, SUNDAY),
            ("B 市属国企", "宣讲 11-28 9:30", "对接 11-29 14:00"),
        ),
    ],
)
def test_marks_say_where_one_belongs(
    holder: Attendee, days: tuple[date, ...], marks: tuple[str, ...]
) -> None:
    assert marks_of(holder, _fair(*days), SIGNPOSTS) == marks
    assert face_of("F1", holder, _fair(*days), signposts=SIGNPOSTS).marks == marks


def test_a_note_for_staff_is_never_on_a_badge() -> None:
    holder = _holder(BadgeType.GUEST, note="轮椅通道")
    assert "轮椅" not in repr(face_of("F1", holder, _fair(SATURDAY), signposts=SIGNPOSTS))
