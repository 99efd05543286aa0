from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies

KINDS = sorted(facts.KINDS)


@settings(deadline=None)
@given(data=st.data())
def test_every_kind_comes_back_as_it_was(
    any_body: st.SearchStrategy[facts.Body], data: st.DataObject
) -> None:
    body = data.draw(any_body)
    assert bodies.decode(body.kind, bodies.encode(body)) == body


@settings(deadline=None)
@given(st.sampled_from([*KINDS, "unheard_of"]), st.binary())
def test_any_bytes_are_a_body_or_none(kind: str, raw: bytes) -> None:
    found = bodies.decode(kind, raw)
    assert found is None or found.kind == kind


@pytest.mark.parametrize(
    "raw",
    [
        b'{"fair":"f","badge":-1,"reason":"","by":""}',
        b'{"fair":"f","badge":18446744073709551616,"reason":"","by":""}',
        b'{"fair":"f","reason":"","by":""}',
        b'{"fair":"f","badge":"1","reason":"","by":""}',
        b"[]",
    ],
)
def test_what_could_not_be_stored_is_no_body(raw: bytes) -> None:
    assert bodies.decode("badge_revoked", raw) is None


def test_a_newer_kiosks_extra_field_is_passed_over() -> None:
    raw = b'{"fair":"f","badge":5,"reason":"lost","by":"s1","mood":"fine"}'
    assert bodies.decode("badge_revoked", raw) == facts.BadgeRevoked("f", 5, "lost", "s1")


def test_a_person_and_a_fresh_salt_every_time() -> None:
    person = Person("䶮示例", "示例大学", "硕士", phone="1234")
    first, second = bodies.personal_for(person), bodies.personal_for(person)
    assert bodies.person_of(first.fields) == person
    assert first.salt != second.salt
    assert facts.personal_digest(first) != facts.personal_digest(second)


def test_only_a_persons_fields_are_kept() -> None:
    assert bodies.is_person(bodies.personal_for(Person("林示远")))
    assert not bodies.is_person(facts.Personal(bytes(16), b"{}"))
    assert not bodies.is_person(facts.Personal(bytes(15), b'{"name":"x"}'))
    assert not bodies.is_person(facts.Personal(bytes(16), b"\xff"))
