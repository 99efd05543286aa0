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


WRITTEN = {
    facts.PackInstalled("f", 1, "ab"): '{"fair":"f","version":1,"content_sha256":"ab"}',
    facts.CheckIn("f", "east", "admit", ("welcome",), "badge", 1, None, 1, 2523): (
        '{"fair":"f","gate":"east","verdict":"admit","reasons":["welcome"],"claim":"badge",'
        '"attendee":1,"badge":null,"badge_type":1,"day":2523,"direction":"in","hall":"","session":"",'
        '"stall":"","by":"","why":"","group":0,"unheard_s":null}'
    ),
    facts.CheckInUndone("f", "ab", 3, "s1"): '{"fair":"f","origin":"ab","seq":3,"by":"s1"}',
    facts.AttendeeRegistered("f", 2**64 - 1, 1, "1", "4111010001", "本科", "ab"): (
        '{"fair":"f","attendee":18446744073709551615,"badge_type":1,"consent_version":"1",'
        '"school_code":"4111010001","degree":"本科","personal":"ab"}'
    ),
    facts.BadgeIssued("f", 5, 1, 1, 9, 2523, (3, 4), "s1"): (
        '{"fair":"f","badge":5,"attendee":1,"badge_type":1,"kid":9,"last_valid_day":2523,'
        '"replaces":[3,4],"by":"s1"}'
    ),
    facts.BadgeRevoked("f", 5, "lost", "s1"): '{"fair":"f","badge":5,"reason":"lost","by":"s1"}',
    facts.EntryPaused("f", "", True, "s1"): '{"fair":"f","gate":"","paused":true,"by":"s1"}',
    facts.PrintRequested("f", 7, 5, 1, "first"): (
        '{"fair":"f","job":7,"badge":5,"attendee":1,"reason":"first","by":"","at":""}'
    ),
    facts.PrintReported(7, "failed", "folder", "disk_full"): (
        '{"job":7,"state":"failed","printer":"folder","problem":"disk_full","reference":"","by":""}'
    ),
    facts.PrintRecalled(7, "s1"): '{"job":7,"by":"s1"}',
    facts.PrintersOffered("f", "east-1", (("p", "东门", "East", "台", "desk", "a6"),)): (
        '{"fair":"f","kiosk":"east-1","printers":[["p","东门","East","台","desk","a6"]]}'
    ),
    facts.DoubleResolved("f", (("ab", 3), ("cd", 4)), "same_person", "s1"): (
        '{"fair":"f","passages":[["ab",3],["cd",4]],"outcome":"same_person","by":"s1"}'
    ),
    facts.ForkFound("ab", 3, "cd", "ef"): '{"origin":"ab","seq":3,"kept":"cd","other":"ef"}',
    facts.ForkSeen("ab", 3, "s1"): '{"origin":"ab","seq":3,"by":"s1"}',
    facts.BatchOrdered("f", 7, ("employer",), "stalls", "a4_a6", "B", 20, "s1"): (
        '{"fair":"f","batch":7,"whom":["employer"],"order":"stalls","sheet":"a4_a6","desk":"B","row":20,'
        '"by":"s1"}'
    ),
    facts.SheetsHanded("f", 7, 9, 1, 2, ((5, 105, 1),), "folder"): (
        '{"fair":"f","batch":7,"job":9,"first":1,"last":2,"badges":[[5,105,1]],"printer":"folder"}'
    ),
    facts.SheetsPrinted("f", 7, 1, 2, ((5, 105, 1),), "B", "folder"): (
        '{"fair":"f","batch":7,"first":1,"last":2,"badges":[[5,105,1]],"desk":"B","printer":"folder"}'
    ),
    facts.BatchEnded("f", 7, True, "s1"): '{"fair":"f","batch":7,"whole":true,"by":"s1"}',
    facts.KeyCertified(9, "ab", "kiosk", "east-1", 5, "cd"): (
        '{"kid":9,"public_key":"ab","role":"kiosk","name":"east-1","fair":5,"signature":"cd"}'
    ),
    facts.KeyWithdrawn("f", 9, 3, "s1"): '{"fair":"f","kid":9,"from_seq":3,"by":"s1"}',
    facts.AttendeeBarred("f", 1, True, "s1"): '{"fair":"f","attendee":1,"barred":true,"by":"s1"}',
    facts.Agreed("f", 1, "consent", "2"): '{"fair":"f","attendee":1,"to":"consent","version":"2"}',
    facts.StallsReleased("f", ("A001",), True, "s1"): (
        '{"fair":"f","stalls":["A001"],"released":true,"by":"s1"}'
    ),
    facts.ClockConfirmed("f", 5, "s1"): '{"fair":"f","ahead_ms":5,"by":"s1"}',
    facts.StoreRescued("ab", 5, 1): '{"origin":"ab","kept":5,"strays":1}',
    facts.RescueSeen("s1"): '{"by":"s1"}',
    facts.PinTried("f"): '{"fair":"f"}',
    facts.SettingChanged("window.language", "en", "s1"): (
        '{"setting":"window.language","value":"en","by":"s1"}'
    ),
    facts.KioskShutDown(again=True, by="s1"): '{"again":true,"by":"s1"}',
    facts.StaffSignedIn("f", "s1"): '{"fair":"f","staff":"s1"}',
    facts.PersonsErased("f", 3): '{"fair":"f","rows":3}',
    facts.PassagesClosed("f", ("lift-1",), True, "s1"): (
        '{"fair":"f","passages":["lift-1"],"closed":true,"by":"s1"}'
    ),
    facts.StallsClosed("f", ("A001",), False, "s1"): (
        '{"fair":"f","stalls":["A001"],"closed":false,"by":"s1"}'
    ),
    facts.StallMoved("f", "A001", "B002", "s1"): '{"fair":"f","stall":"A001","to":"B002","by":"s1"}',
    facts.PlanKept("f", 1, ("A001",), ("t1",)): (
        '{"fair":"f","attendee":1,"stalls":["A001"],"sessions":["t1"]}'
    ),
    facts.LookupsCounted("f", 2523, 3, 1, (("火星", 2),), 0): (
        '{"fair":"f","day":2523,"lookups":3,"found":1,"missed":[["火星",2]],"rare":0}'
    ),
}
"""As they stand in journals for ever; a new field goes to the end and has a default."""


def test_a_body_is_written_and_read_as_it_always_was() -> None:
    assert {type(body) for body in WRITTEN} == set(facts.KINDS.values())
    for body, text in WRITTEN.items():
        assert bodies.encode(body).decode() == text
        assert bodies.decode(body.kind, text.encode()) == body


def test_a_check_in_of_the_first_version_is_one_into_the_fair() -> None:
    text = (
        '{"fair":"f","gate":"east","verdict":"admit","reasons":["welcome"],"claim":"badge",'
        '"attendee":1,"badge":null,"badge_type":1}'
    )
    assert bodies.decode("check_in", text.encode()) == facts.CheckIn(
        "f", "east", "admit", ("welcome",), "badge", 1, None, 1, direction="in", session=""
    )
