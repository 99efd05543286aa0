"""Joining by stick: a file there, a file back; no network, no stick."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import msgspec
import pytest

from kiosk.sync.joining import files as joining_files
from kiosk.sync.joining import joining, words
from kiosk.sync.joining.files import (
    ANSWER,
    REQUEST,
    NotForThisMachine,
    answer_files,
    read_answer,
    receive,
    request_file,
)
from kiosk.sync.joining.joining import JoinFault
from kiosk.sync.joining.machine import Applicant
from tests.fakes.joining import Hub, blank


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Digits cost a tenth of a second each; that they do is tested once."""
    if "joins_by_stick" not in request.node.name:
        monkeypatch.setattr(joining_files, "_LOG_N", 4)


def test_a_blank_machine_joins_by_stick(hub: Hub) -> None:
    applicant = blank()
    request = request_file(applicant)
    assert receive(hub.desk, request.data).state == joining.WAITING
    (waiting,) = hub.desk.waiting()
    assert waiting.code == request.code
    assert len(request.code) == 12
    assert answer_files(hub.desk) == ()
    assert hub.desk.accept(request.code) is None
    (answer,) = answer_files(hub.desk)
    read = read_answer(applicant, answer.data)
    assert read.code == answer.code, "what the hub shows"
    assert read.accepted.papers.place == "west-2"
    assert read.accepted.venue_private == hub.venue.hub.secrets.venue_private


def test_the_qr_of_a_request_names_it_too(hub: Hub) -> None:
    request = request_file(blank())
    receive(hub.desk, request.data)
    assert hub.desk.accept(request.qr) is None


def test_a_certified_machine_is_let_in_by_itself(hub: Hub) -> None:
    kiosk = hub.venue.kiosks[0]
    applicant = Applicant(kiosk.secrets, "k1", hub.venue.organiser.public)
    assert receive(hub.desk, request_file(applicant).data).state == joining.ACCEPTED
    (answer,) = answer_files(hub.desk)
    assert read_answer(applicant, answer.data).accepted.venue_private is None


def test_a_request_that_comes_twice_waits_once(hub: Hub) -> None:
    """Sticks go round, and old ones come back."""
    request = request_file(blank())
    for _ in range(3):
        receive(hub.desk, request.data)
    assert len(hub.desk.waiting()) == 1
    hub.desk.accept(request.code)
    before = hub.store.journal.origins()
    assert receive(hub.desk, request.data).state == joining.ACCEPTED
    assert hub.store.journal.origins() == before
    refused = request_file(blank(number=2))
    receive(hub.desk, refused.data)
    hub.desk.refuse(refused.code)
    assert receive(hub.desk, refused.data).words == words.REFUSED


def test_a_withdrawn_machines_request(hub: Hub) -> None:
    request = request_file(blank())
    receive(hub.desk, request.data)
    hub.desk.accept(request.code)
    hub.desk.withdraw("west-2", "s1")
    assert receive(hub.desk, request.data).words == words.WITHDRAWN


def test_another_name_is_the_same_machine(hub: Hub) -> None:
    """Whoever typed a name at first need not type it again to take the answer."""
    request = request_file(blank("west-2"))
    receive(hub.desk, request.data)
    hub.desk.accept(request.code)
    (answer,) = answer_files(hub.desk)
    assert read_answer(blank("what it is called otherwise"), answer.data).accepted.papers.place == "west-2"


def test_an_answer_for_another_machine(hub: Hub) -> None:
    request = request_file(blank(number=1))
    receive(hub.desk, request.data)
    hub.desk.accept(request.code)
    (answer,) = answer_files(hub.desk)
    with pytest.raises(NotForThisMachine):
        read_answer(blank(number=2), answer.data)


def test_an_exchanged_answer_shows_other_digits(hub: Hub, opened: Callable[..., Hub]) -> None:
    """Somebody with a hub of his own exchanges the answer: a blank machine could not tell, people can."""
    applicant = blank()
    request = request_file(applicant)
    theirs = opened("elsewhere")
    for each in (hub, theirs):
        receive(each.desk, request.data)
        each.desk.accept(request.code)
    (right,), (exchanged,) = answer_files(hub.desk), answer_files(theirs.desk)
    assert read_answer(applicant, exchanged.data).code != right.code
    kiosk = hub.venue.kiosks[0]
    own = Applicant(kiosk.secrets, "k1", hub.venue.organiser.public)
    receive(theirs.desk, request_file(own).data)
    theirs.desk.accept(request_file(own).code, "west-1")
    name = request_file(own).name.removesuffix(REQUEST) + ANSWER
    (for_own,) = (each for each in answer_files(theirs.desk) if each.name == name)
    with pytest.raises(JoinFault, match="does not belong"):
        read_answer(own, for_own.data)


def test_every_tampered_byte_is_noticed(hub: Hub, opened: Callable[..., Hub]) -> None:
    applicant = blank()
    request = request_file(applicant)
    other = opened("other")
    for at in range(0, len(request.data), 9):
        spoilt = bytearray(request.data)
        spoilt[at] ^= 1
        with suppress(JoinFault):
            receive(other.desk, bytes(spoilt))
        assert [each.code for each in other.desk.waiting()] in ([], [request.code]), at
    receive(hub.desk, request.data)
    hub.desk.accept(request.code)
    (answer,) = answer_files(hub.desk)
    genuine = read_answer(applicant, answer.data)
    for at in range(0, len(answer.data), 37):
        spoilt = bytearray(answer.data)
        spoilt[at] ^= 1
        try:
            read = read_answer(applicant, bytes(spoilt))
        except JoinFault:
            continue
        assert read == genuine, f"byte {at} says something else"
    for cut in range(0, len(answer.data), 53):
        with pytest.raises(JoinFault):
            read_answer(applicant, answer.data[:cut])


def test_a_request_signed_by_another_is_none(hub: Hub) -> None:
    mine, his = request_file(blank(number=1)), request_file(blank(number=2))
    signature = msgspec.msgpack.decode(his.data)["signature"]
    forged = msgspec.msgpack.encode(msgspec.msgpack.decode(mine.data) | {"signature": signature})
    with pytest.raises(JoinFault):
        receive(hub.desk, forged)
    assert hub.desk.waiting() == ()
