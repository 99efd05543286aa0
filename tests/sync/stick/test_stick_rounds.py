"""A stick goes round: what it lacks is written, what is new is taken in, what lies on it is held there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.store import certificates, parked, peers
from kiosk.sync.messages import Reasons
from kiosk.sync.stick.faults import StickFault, StickProblem
from kiosk.sync.stick.files import joining_files, put_joining, venue_folder
from kiosk.sync.stick.parking import take_parked
from kiosk.sync.stick.stick import Gap, Refused, Share
from kiosk.sync.stick.words import lines, read_words, written_words
from tests.fakes.venue import Venue, make_venue
from tests.sync.stick.fake_disk import FakeDisk
from tests.sync.stick.scene import NOW_MS, CarryingKiosk, PackShelfHere, Shelf, pack, quiet


def files(stick: FakeDisk, ending: str) -> list[str]:
    return [name for name, data in stick.plain().items() if data is not None and name.endswith(ending)]


def test_facts_go_from_one_kiosk_to_another_and_back(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(450)
    written = west.out(stick)
    assert (written.facts, written.held, written.known) == (450, 450, 450)
    assert west.only_here == 0
    east.records(3)
    read = east.reads(stick)
    assert (read.facts, read.clean, read.came) == (450, True, (Share("k1", 450),))
    assert east.pauses == 3  # a commit holds at most 200
    beside_a_gate = shelf.kiosk("k3")
    beside_a_gate.parcel_facts = 50
    beside_a_gate.reads(stick)
    assert beside_a_gate.pauses == 9
    assert east.out(stick).facts == 3
    read = west.reads(stick)
    assert (read.facts, read.clean) == (3, True)
    assert west.vector == east.vector
    assert west.reads(stick).facts == 0


def test_many_write_to_one_stick_and_each_only_what_it_lacks(shelf: Shelf) -> None:
    kiosks = [shelf.kiosk(name) for name in ("hub", "k1", "k2", "k3")]
    stick = FakeDisk()
    for number, each in enumerate(kiosks):
        each.records(20 + number)
    for each in kiosks:
        each.reads(stick)
        each.out(stick)
    assert len(files(stick, ".facts")) == 4
    for each in kiosks:
        assert each.reads(stick).clean
        assert sum(each.vector.values()) == 86
    for _ in range(5):
        assert kiosks[3].out(stick).facts == 0
    assert (len(files(stick, ".facts")), len(files(stick, ".manifest"))) == (4, 5)
    kiosks[0].records(1)
    kiosks[0].out(stick)
    assert len(files(stick, ".facts")) == 5


def test_what_was_read_back_counts_as_held_and_another_copy_on_this_disk_does_not(shelf: Shelf) -> None:
    west = shelf.kiosk("k1")
    west.records(9)
    written = west.out(FakeDisk(), counts=False)
    assert (west.only_here, written.counts) == (9, False)
    assert "no second copy" in written_words(written).en
    west.out(FakeDisk())
    assert west.only_here == 0
    (record,) = peers.peers(west.store.db)
    assert (record.name, record.role, record.waiting) == ("BLUE", "stick", 0)
    west.records(2)
    assert west.only_here == 2


def test_a_stick_that_comes_back_tells_who_knows_our_facts(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(9)
    west.out(stick, counts=False)
    east.reads(stick)
    east.out(stick)
    west.reads(stick)
    assert west.only_here == 0
    (record,) = peers.peers(west.store.db)
    assert (record.key, record.name, record.role, record.waiting) == (east.machine.key, "k2", "kiosk", 0)
    with west.store.transaction():  # later it was met by LAN, and knew more; an old stick takes nothing back
        peers.met(west.store.db, east.machine.key, "k2", "kiosk", {west.store.origin: 12}, NOW_MS + 5)
    west.records(3)
    west.reads(stick)
    assert west.only_here == 0
    assert peers.peers(west.store.db)[0].heard_ms == NOW_MS + 5


def test_what_comes_before_its_turn_waits_and_is_taken_in_when_that_comes_by_stick(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(40)
    west.out(stick)
    (early,) = files(stick, ".facts")
    west.records(12)
    west.out(stick)
    kept = stick.now.pop(early)
    read = east.reads(stick)
    assert (read.facts, read.waiting, read.clean) == (0, (Gap("k1", 12, 40),), False)
    assert read.lost == (Share("k1", 40),)
    assert "12 facts of k1 wait for 40 before them: ask k1 for its stick." in read_words(read).en
    assert east.vector == {}
    assert east.reads(stick).waiting == read.waiting  # repeated: nothing is parked twice
    stick.now[early] = kept
    read = east.reads(stick)
    assert (read.facts, read.waiting, read.clean) == (52, (), True)
    assert parked.is_empty(east.store.db)


def test_what_waits_is_taken_in_when_what_it_follows_on_comes_by_lan(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(40)
    west.out(stick)
    (early,) = files(stick, ".facts")
    west.records(700)
    west.out(stick)
    del stick.now[early]
    assert east.reads(stick).waiting == (Gap("k1", 700, 40),)
    ledger = east.carrier.ledger
    ledger.take(west.carrier.ledger.segments_beyond({}, most_facts=40))
    pauses: list[int] = []
    came = take_parked(east.store, ledger, lambda: pauses.append(1))
    assert came == {west.store.origin: 700}
    assert len(pauses) >= 4
    assert east.vector == west.vector
    assert take_parked(east.store, ledger, lambda: pauses.append(1)) == {}


def test_what_waits_has_a_bound(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(1)
    west.out(stick)
    (early,) = files(stick, ".facts")
    west.records(600)
    west.out(stick)
    kept = stick.now.pop(early)
    monkeypatch.setattr(parked, "MOST_BYTES", 3000)
    read = east.reads(stick)
    assert read.parking_full
    assert "Too many facts wait" in read_words(read).en
    assert 0 < sum(each.facts for each in read.waiting) < 600
    stick.now[early] = kept
    assert east.reads(stick).clean
    assert east.vector == west.vector


def test_a_withdrawn_kiosks_stick_is_refused_and_said(shelf: Shelf) -> None:
    west = shelf.kiosk("k1")
    west.records(9)
    stick = FakeDisk()
    west.out(stick)
    east = shelf.kiosk("k2", withdrawn=(west.machine.signing.kid,))
    read = east.reads(stick)
    assert (read.facts, read.refused_writers) == (0, (Refused("k1", Reasons.WITHDRAWN),))
    assert "k1 was withdrawn" in read_words(read).en
    third = shelf.kiosk("k3")  # it took those facts before it heard of the withdrawal
    third.reads(stick)
    third.out(stick)
    assert east.reads(stick).facts == 9


def test_an_unknown_writer_is_refused_until_its_certificate_comes(shelf: Shelf, venue: Venue) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    west.records(9)
    stick = FakeDisk()
    west.out(stick)
    known = east.trust
    east.trust = make_venue(0, name="another").trust()  # type: ignore[assignment]
    read = east.reads(stick)
    assert (read.facts, [each.why for each in read.refused_writers]) == (0, [Reasons.UNKNOWN_KEY])
    assert "is not known at this venue" in read_words(read).en
    east.trust = known
    assert east.reads(stick).facts == 9


def test_a_certificate_that_lies_on_the_stick_lets_in_what_lies_beside_it(shelf: Shelf, venue: Venue) -> None:
    hub, new, east = shelf.kiosk("hub"), shelf.kiosk("k1"), shelf.kiosk("k2")
    certificate = new.machine.certificate
    body = facts.KeyCertified(
        certificate.kid,
        certificate.public_key.hex(),
        certificate.grant.text(),
        certificate.name,
        certificate.fair,
        certificate.signature.hex(),
    )
    with hub.store.transaction():
        hub.store.journal.append(body, now_ms=NOW_MS)
    new.records(9)
    stick = FakeDisk()
    new.out(stick)
    hub.out(stick)
    east.trust = _LearningTrust(venue, east)  # type: ignore[assignment]
    read = east.reads(stick)
    assert (read.facts, read.refused_writers, read.clean) == (10, (), True)


class _LearningTrust:
    """Knows the hub alone, and every machine that a fact has certified."""

    def __init__(self, venue: Venue, kiosk: CarryingKiosk) -> None:
        self._venue, self._kiosk = venue, kiosk
        self._names = {venue.hub.key: "hub"}

    def name_of(self, key: bytes) -> str | None:
        return self._names.get(key)

    def role_of(self, key: bytes) -> str:
        return "kiosk"

    def is_withdrawn(self, key: bytes) -> bool:
        return False

    def refresh(self) -> None:
        for each in certificates.recorded(self._kiosk.store.db):
            self._names[each.certificate.public_key] = each.certificate.name


def test_sticks_of_two_venues_do_not_meddle(shelf: Shelf, memory: Path) -> None:
    other = Shelf(memory / "other", make_venue(2, name="other"))
    ours, theirs = shelf.kiosk("k1"), other.kiosk("k1")
    stick = FakeDisk()
    theirs.records(5)
    theirs.out(stick)
    read = ours.reads(stick)
    assert (read.ours, read.other_venues, read.facts, read.clean) == (False, 1, 0, False)
    assert "another venue's facts only" in read_words(read).en
    ours.records(4)
    ours.out(stick)
    assert other.kiosk("k2").reads(stick).facts == 5
    assert shelf.kiosk("k2").reads(stick).facts == 4
    # Copied by hand into the other venue's folder, nothing of it opens.
    from_folder, to_folder = (venue_folder(each.machine.secrets.venue_private) for each in (theirs, ours))
    for name, data in stick.plain().items():
        if data is not None and name.startswith(from_folder):
            stick.now[to_folder + name[len(from_folder) :]] = bytearray(data)
    read = shelf.kiosk("k3").reads(stick)
    assert (read.facts, read.spoilt, read.lost) == (4, 1, ())
    other.close()


def test_another_history_of_a_journal_is_shown_and_nothing_is_overwritten(shelf: Shelf) -> None:
    west, copy, east = shelf.kiosk("k1"), shelf.kiosk("k1", fresh="copy"), shelf.kiosk("k2")
    assert west.store.origin == copy.store.origin
    stick = FakeDisk()
    west.records(5)
    copy.records(3)
    with copy.store.transaction():
        copy.store.journal.append(facts.ClockConfirmed("f", 0, "s1"), now_ms=NOW_MS)
    west.out(stick)
    east.reads(stick)
    other = FakeDisk()
    copy.out(other)
    read = east.reads(other)
    assert read.refusals == (Refused("k1", Reasons.FORK),)
    assert "two histories of k1" in read_words(read).en
    assert east.vector == west.vector
    read = copy.reads(stick)  # the copied disk learns that it is one
    assert read.own_ahead
    assert Refused("k1", Reasons.FORK) in read.refusals
    # Its own stick does not count what lies on it of another history.
    assert copy.out(stick).facts == 4


def test_facts_of_our_own_that_are_not_here_are_said(shelf: Shelf) -> None:
    west = shelf.kiosk("k1")
    stick = FakeDisk()
    west.records(5)
    west.out(stick)
    restored = shelf.kiosk("k1", fresh="restored")
    read = restored.reads(stick)
    assert read.refusals == (Refused("k1", Reasons.OWN_AHEAD),)
    assert read.own_ahead
    restored.store.begin_incarnation(restored.machine.key)
    assert restored.reads(stick).facts == 5


def test_packs_travel_once_and_only_the_newest_is_offered(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    west.records(1)
    stick = FakeDisk()
    west.packs = PackShelfHere((pack(version=2),))
    assert west.out(stick).packs == ("small-2026 v2",)
    east.packs = PackShelfHere((pack(version=3),))
    assert east.out(stick).packs == ("small-2026 v3",)
    assert east.out(stick).packs == ()
    west.packs = here = PackShelfHere((pack(version=3),))
    assert west.out(stick).packs == ()
    west.reads(stick)
    assert [each[1:] for each in here.offered] == [("small-2026", 3)]
    folder = here.offered[0][0]
    assert stick.plain()[f"{folder}/catalogue.db"] == bytes([3]) * 3000
    stick.now[f"{folder}/catalogue.db"] = bytearray(b"half")
    assert west.out(stick).packs == ("small-2026 v3",)
    assert stick.plain()[f"{folder}/catalogue.db"] == bytes([3]) * 3000


def test_requests_and_answers_of_joining_machines_travel(shelf: Shelf) -> None:
    stick = shelf.kiosk("k1").stick(FakeDisk())
    put_joining(stick, "ab12.request", b"one")
    put_joining(stick, "ab12.request", b"two")
    put_joining(stick, "ab12.request", b"two")
    put_joining(stick, "ab12.answer", b"yes")
    assert dict(joining_files(stick)) == {"ab12.request": b"two", "ab12.answer": b"yes"}
    for name in ("../x.request", "a.txt", ".request"):
        with pytest.raises(ValueError):
            put_joining(stick, name, b"")


def test_no_room_is_said_before_anything_is_written_and_when_it_ends_midway(shelf: Shelf) -> None:
    west = shelf.kiosk("k1")
    west.records(30)
    stick = FakeDisk(room_bytes=3_000_000)
    with pytest.raises(StickFault) as refusal:
        west.out(stick)
    assert refusal.value.problem is StickProblem.FULL
    assert not files(stick, ".facts")
    lying = FakeDisk(room_bytes=500)
    lying.free_bytes = lambda: 1 << 40  # type: ignore[method-assign]
    with pytest.raises(StickFault) as refusal:
        west.out(lying)
    assert refusal.value.problem is StickProblem.FULL
    assert "no room left" in refusal.value.words.en
    assert not [name for name in lying.plain() if name.endswith(".part")]
    assert west.only_here == 30
    lying.room_bytes = 1 << 40
    assert west.out(lying).held == 30


def test_what_was_left_whole_by_a_writing_that_was_broken_off_is_not_written_again(shelf: Shelf) -> None:
    west = shelf.kiosk("k1")
    west.records(30)
    stick = FakeDisk()
    west.out(stick)
    (manifest,) = files(stick, ".manifest")
    del stick.now[manifest]
    east = shelf.kiosk("k2")
    read = east.reads(stick)
    assert (read.facts, read.unfinished, read.clean) == (0, 1, False)
    assert "1 file is not finished" in read_words(read).en
    written = west.out(stick)
    assert (written.facts, written.held) == (0, 30)
    assert east.reads(stick).facts == 30


def test_every_sentence_is_said_in_both_languages(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    west.records(1)
    stick = FakeDisk()
    words = [written_words(west.out(stick)), *lines(east.reads(stick)), *lines(east.reads(FakeDisk()))]
    assert all(each.zh and each.en and "!" not in each.en and "！" not in each.zh for each in words)
    assert words[1].en == "1 new fact was taken in: 1 of k1."
    assert quiet(0, 0) is None
