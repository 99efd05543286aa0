"""Ids and codes: the same in every build, and never guessed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendee import Person
from kiosk.domain.badge import CodeClaim, Trust, parse
from kiosk.domain.badge_type import BadgeType
from kiosk.keys.secrecy import code_hash
from kiosk.pack.issuing import CODE_LENGTH, issue_all, registration_code
from kiosk.pack.records.attendees import Registrant

SECRET = b"s" * 32


def _people(*names: str) -> list[Registrant]:
    return [Registrant(("name", name), BadgeType.GRADUATE, Person(name)) for name in names]


def test_order_and_company_make_no_difference() -> None:
    one = {each.attendee.person.name: each for each in issue_all(_people("甲", "乙", "丙"), SECRET, "f")}
    two = {each.attendee.person.name: each for each in issue_all(_people("丙", "丁", "甲"), SECRET, "f")}
    assert one["甲"] == two["甲"]
    assert one["丙"] == two["丙"]


def test_another_fair_or_secret_gives_others() -> None:
    plain = issue_all(_people("甲"), SECRET, "f")[0]
    for other in (issue_all(_people("甲"), SECRET, "g")[0], issue_all(_people("甲"), b"t" * 32, "f")[0]):
        assert plain.attendee.id != other.attendee.id
        assert plain.issue.badge != other.issue.badge
        assert plain.code != other.code


@given(st.lists(st.text(max_size=5), min_size=1, max_size=8), st.text(max_size=8))
def test_a_code_is_what_the_gate_takes(parts: list[str], fair: str) -> None:
    code = registration_code(SECRET, fair, tuple(parts))
    assert len(code) == CODE_LENGTH
    assert parse(code.lower(), lambda _kid, _signed, _signature: Trust.VALID) == CodeClaim(code)


def test_the_pack_holds_the_codes_hash_as_the_gate_makes_it() -> None:
    issued = issue_all(_people("甲"), SECRET, "f")[0]
    assert issued.issue.code_hash == code_hash(b"f", issued.code)
    assert issued.issue.attendee == issued.attendee.id


def test_ids_are_unsigned_64_bits_not_0_and_unique() -> None:
    issued = issue_all(_people(*(str(number) for number in range(2000))), SECRET, "f")
    for ids in ({each.attendee.id for each in issued}, {each.issue.badge for each in issued}):
        assert len(ids) == 2000
        assert all(0 < each < 2**64 for each in ids)
        assert max(ids) > 2**63, "all 64 bits are used"
