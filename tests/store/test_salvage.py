from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, replace

import pytest

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store.bodies import personal_for
from kiosk.store.pages import Row
from kiosk.store.salvage import Salvage

Chain = Callable[..., list[facts.Fact]]
ORIGIN, OTHER = b"o" * 16, b"p" * 16
PERSONAL = personal_for(Person("林示远"))
REGISTERED = facts.AttendeeRegistered("f", 9, 1, "1", "", "", facts.personal_digest(PERSONAL))
ERASED = facts.PersonsErased("f", 1)
SIGNED_IN = facts.StaffSignedIn("f", "s1")


def salvage(*rows: Row) -> Salvage:
    found = Salvage()
    for row in rows:
        found.add(row)
    return found


def beside(fact: facts.Fact, personal: facts.Personal = PERSONAL) -> Row:
    return (fact.origin, fact.seq, personal.salt, personal.fields)


def test_facts_in_any_order_become_their_chain(chain: Chain) -> None:
    own = chain(ORIGIN, [(seq, SIGNED_IN) for seq in range(1, 6)])
    foreign = chain(OTHER, [(seq, SIGNED_IN) for seq in range(1, 3)])
    found = salvage(*map(astuple, reversed([*own, *foreign, *own])))
    assert found.chains().kept == (*own, *foreign)
    assert found.chains().strays == ()
    assert found.chains().ends() == {ORIGIN: 5, OTHER: 2}


def test_behind_a_gap_are_strays(chain: Chain) -> None:
    own = chain(ORIGIN, [(seq, SIGNED_IN) for seq in range(1, 8)])
    chains = salvage(*(astuple(fact) for fact in own if fact.seq != 3)).chains()
    assert chains.kept == tuple(own[:2])
    assert chains.strays == tuple(own[3:])


@pytest.mark.parametrize("field", ["origin", "seq", "time", "kind", "body", "previous", "hash"])
def test_a_fact_that_does_not_prove_itself_is_none(chain: Chain, field: str) -> None:
    (fact,) = chain(ORIGIN, [(1, SIGNED_IN)])
    wrong = {"seq": 2, "time": 7, "kind": "check_in"}.get(field, b"w" * len(bytes(str(field), "ascii")))
    if field in {"origin", "previous", "hash"}:
        wrong = b"w" * len(getattr(fact, field))
    found = salvage(astuple(replace(fact, **{field: wrong})))
    assert found.facts == {}


@pytest.mark.parametrize(
    "row",
    [
        (),
        (None,) * 7,
        ("origin",),
        ("origin", "text"),
        ("origin", b"short"),
        (b"o" * 16, 1, b"x", b"y"),
        (b"o" * 16, 1.0, 1, "kind", b"", bytes(32), bytes(32)),
        (b"o" * 16, -5, 1, "kind", b"", bytes(32), bytes(32)),
    ],
)
def test_other_rows_are_passed_over(row: Row) -> None:
    found = salvage(row)
    assert (found.facts, found.personals, found.forks, found.origin) == ({}, {}, set(), b"")


def test_of_two_at_one_position_the_one_that_was_followed_counts(chain: Chain) -> None:
    """The other one's transaction was given up, and its page remained in the log."""
    own = chain(ORIGIN, [(seq, SIGNED_IN) for seq in range(1, 4)])
    given_up = chain(ORIGIN, [(1, SIGNED_IN), (99, SIGNED_IN)])[1]
    assert given_up.previous == own[0].hash
    chains = salvage(astuple(given_up), *map(astuple, own)).chains()
    assert chains.kept == tuple(own)
    assert chains.strays == (given_up,)
    chains = salvage(*map(astuple, own[:2]), astuple(given_up)).chains()
    assert chains.kept == tuple(own[:2]), "nothing follows: the newer page's"


def test_personal_fields_must_be_the_facts(chain: Chain) -> None:
    (fact,) = chain(ORIGIN, [(1, REGISTERED)])
    other = personal_for(Person("别人"))
    found = salvage(astuple(fact), beside(fact, other), beside(fact))
    assert found.personals_of([fact]) == {(ORIGIN, 1): PERSONAL}
    assert salvage(astuple(fact), beside(fact, other)).personals_of([fact]) == {}


def test_what_was_erased_does_not_come_back(chain: Chain) -> None:
    registered, erased, again = chain(ORIGIN, [(1, REGISTERED), (2, ERASED), (3, REGISTERED)])
    elsewhere = chain(OTHER, [(1, REGISTERED), (2, replace(ERASED, fair="g"))])
    everything = [registered, erased, again, *elsewhere]
    found = salvage(*map(astuple, everything), *map(beside, everything))
    assert set(found.personals_of(everything)) == {(ORIGIN, 3)}


def test_a_fork_that_was_heard_of_is_kept() -> None:
    """SQLite keeps the columns of the key first: origin, seq, other, then kept."""
    found = salvage((ORIGIN, 4, b"other".ljust(32), b"kept".ljust(32)))
    assert found.forks == {(ORIGIN, 4, b"kept".ljust(32), b"other".ljust(32))}
