from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import facts
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.person_search import readings_of
from kiosk.store import attendance
from kiosk.store.migrations import Store

Register = Callable[..., facts.Fact]
LIN = Person("林示远", "示例大学", "本科", phone="1234")


def test_a_walk_up_is_an_attendee_with_a_person(store: Store, register: Register) -> None:
    register(2**64 - 1, LIN)
    assert attendance.walk_up(store.db, 2**64 - 1, fair="f") == Attendee(
        2**64 - 1, BadgeType.GRADUATE, Registration.CONFIRMED, LIN, school_code="4111010001", degree="本科"
    )
    assert attendance.walk_up(store.db, 1, fair="f") is None


def test_the_latest_registration_counts(store: Store, register: Register) -> None:
    register(9, LIN)
    register(9, Person("林示源"))
    found = attendance.walk_up(store.db, 9, fair="f")
    assert found is not None
    assert found.person.name == "林示源"
    assert attendance.search_walk_ups(store.db, "林示远", fair="f") == ()


def test_an_erased_walk_up_has_no_name(store: Store, register: Register) -> None:
    register(9, LIN)
    with store.transaction():
        store.db.conn.execute("DELETE FROM personal")
    found = attendance.walk_up(store.db, 9, fair="f")
    assert found is not None
    assert found.person == Person("")
    assert attendance.search_walk_ups(store.db, "林", fair="f") == ()


def test_staff_find_by_part_of_the_name_or_the_phones_tail(store: Store, register: Register) -> None:
    register(1, LIN)
    register(2, Person("Anna Sample"))
    register(3, Person("李示例", phone="1234"))
    found = lambda query: [each.id for each in attendance.search_walk_ups(store.db, query, fair="f")]  # noqa: E731
    assert found("示") == [3, 1]
    assert found(" anna s") == [2]
    assert found("1234") == [3, 1]
    assert found("lin") == []
    readings = readings_of((("林", "lin"), ("示", "shi"), ("远", "yuan")))
    assert [
        each.id for each in attendance.search_walk_ups(store.db, "linshi", fair="f", readings=readings)
    ] == [1]
    assert [
        each.id for each in attendance.search_walk_ups(store.db, "lsy 1234", fair="f", readings=readings)
    ] == [1]
    assert found("99") == []
    assert found("  ") == []
    assert found("\ud800%_'\"") == []
    assert len(attendance.search_walk_ups(store.db, "示", fair="f", limit=1)) == 1


def test_an_unknown_badge_type_is_a_guest(store: Store, record: Register) -> None:
    with store.transaction():
        store.journal.receive([], {}, now_ms=0)
    personal = facts.Personal(bytes(16), b'{"name":"x"}')
    record(facts.AttendeeRegistered("f", 5, 99, "1", "", "", facts.personal_digest(personal)), 1, personal)
    found = attendance.walk_up(store.db, 5, fair="f")
    assert found is not None
    assert found.type is BadgeType.GUEST


def test_who_registered_for_another_fair_is_nobody_here(store: Store, register: Register) -> None:
    register(9, LIN)
    assert attendance.walk_up(store.db, 9, fair="g") is None
    assert attendance.search_walk_ups(store.db, "林", fair="g") == ()
