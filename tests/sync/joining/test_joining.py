"""Machines that ask a hub to be let in: real stores and real keys, no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from kiosk.domain.badge import fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.facts import KeyCertified, KeyWithdrawn
from kiosk.domain.key_certificate import KeyRole
from kiosk.keys.device_certificate import TlsAuthority, der_of, holder_of
from kiosk.keys.signing import KeyRing, SigningKey, certify
from kiosk.sync.joining import joining, words
from kiosk.sync.joining.desk import MOST_WAITING, WAITS_MS, Desk
from kiosk.sync.joining.identity_file import identity_of, read_papers, write_papers
from kiosk.sync.joining.joining import JoinFault
from kiosk.sync.joining.machine import Applicant, Joiner, Refused
from kiosk.sync.joining.server import MOST_OFFERS, MOST_OFFERS_OF_ONE, OFFERS_S
from tests.fakes.joining import PLACES, Hub, asked, blank, outcome
from tests.fakes.venue import FAIR, make_venue, seed


def test_a_blank_machine_is_let_in_by_the_code_on_both_screens(hub: Hub) -> None:
    applicant = blank()
    joiner = asked(hub, applicant)
    (waiting,) = hub.desk.waiting()
    assert (waiting.code, waiting.name) == (joiner.code, "west-2")
    assert len(joiner.code) == 6
    assert outcome(hub, joiner) is None
    assert hub.desk.accept(joiner.code) is None
    accepted = outcome(hub, joiner)
    assert accepted is not None
    assert accepted.hub == "hub"
    assert accepted.papers.place == "west-2"
    assert accepted.papers.authority == hub.venue.organiser.public
    assert accepted.venue_private == hub.venue.hub.secrets.venue_private
    identity = identity_of(accepted.papers, applicant.secrets.issuing_seed)
    assert identity is not None
    assert (identity.peer.name, identity.peer.role) == ("west-2", "kiosk")
    assert hub.desk.waiting() == ()


def test_an_acceptance_is_a_fact_that_every_kiosk_believes(hub: Hub) -> None:
    joiner = asked(hub, blank())
    hub.desk.accept(joiner.code)
    (fact,) = hub.facts(KeyCertified)
    assert (fact.name, fact.role, fact.fair) == ("west-2", "kiosk", fair_number(FAIR))
    hub.trust.refresh()
    public = bytes.fromhex(fact.public_key)
    assert (hub.trust.name_of(public), hub.trust.role_of(public)) == ("west-2", "kiosk")
    ring = KeyRing(hub.venue.organiser.public, hub.trust.certificates)
    assert ring.refused == ()
    assert ring.grants(public, fair_number(FAIR))


def test_the_qr_says_the_same_at_full_length(hub: Hub) -> None:
    joiner = asked(hub, blank())
    assert joiner.qr.startswith(joining.QR_PREFIX)
    assert hub.desk.accept(joiner.qr.lower(), "west-1") is None
    accepted = outcome(hub, joiner)
    assert accepted is not None
    assert accepted.papers.place == "west-1"


def test_a_certified_machine_is_let_in_by_itself(hub: Hub) -> None:
    kiosk = hub.venue.kiosks[0]
    joiner = asked(hub, Applicant(kiosk.secrets, "anything", hub.venue.organiser.public))
    assert hub.desk.waiting() == ()
    accepted = outcome(hub, joiner)
    assert accepted is not None
    assert accepted.venue_private is None, "it has the venue's key"
    identity = identity_of(accepted.papers, kiosk.secrets.issuing_seed)
    assert identity is not None
    assert identity.peer == kiosk.identity.peer, "by the name of its certificate"
    assert hub.facts(KeyCertified) == []


def test_nobody_is_let_in_with_anothers_certified_key(hub: Hub) -> None:
    kiosk = hub.venue.kiosks[0]
    thief = blank()
    joiner = Joiner(thief)
    ask = joining.decode(joiner.ask())
    assert isinstance(ask, joining.Ask)
    stolen = msgspec.structs.replace(ask, key=kiosk.key)
    offer = hub.hear(joining.encode(stolen))
    said = joining.decode(hub.hear(joiner.offered(offer)))
    assert isinstance(said, joining.Verdict)
    assert (said.state, said.words) == (joining.REFUSED, words.NOT_PROVEN)
    assert hub.desk.waiting() == ()


def test_staff_say_no(hub: Hub) -> None:
    joiner = asked(hub, blank())
    assert hub.desk.refuse(joiner.code) is None
    with pytest.raises(Refused) as refused:
        outcome(hub, joiner)
    assert refused.value.words == words.REFUSED
    assert not refused.value.again
    assert hub.facts(KeyCertified) == []
    assert hub.desk.accept(joiner.code) == words.NOBODY_WAITS


def test_a_place_that_is_not_in_the_plan(hub: Hub) -> None:
    joiner = asked(hub, blank("someone's laptop"))
    assert hub.desk.accept(joiner.code) == words.which_place(PLACES)
    assert hub.desk.accept(joiner.code, "east-9") == words.which_place(PLACES)
    assert outcome(hub, joiner) is None
    assert hub.desk.accept("000000", "west-1") == words.NOBODY_WAITS or joiner.code == "000000"
    assert hub.desk.accept(joiner.code, "west-1") is None


def test_a_place_keeps_its_limits(hub: Hub) -> None:
    hub.trust._given += (
        certify(
            hub.venue.organiser,
            seed("another"),
            KeyRole.KIOSK,
            "west-1",
            fair_number(FAIR),
            types=(BadgeType.GUEST,),
        ),
    )
    joiner = asked(hub, blank("west-1"))
    hub.desk.accept(joiner.code)
    (fact,) = hub.facts(KeyCertified)
    assert isinstance(fact, KeyCertified)
    assert fact.role == f"kiosk types={int(BadgeType.GUEST)}"


def test_a_withdrawn_machine_is_refused_and_told(hub: Hub) -> None:
    applicant = blank()
    hub.desk.accept(asked(hub, applicant).code)
    hub.trust.refresh()
    key = SigningKey.from_seed(applicant.secrets.issuing_seed)
    assert hub.desk.withdraw("west-2", "s1") is None
    (fact,) = hub.facts(KeyWithdrawn)
    assert fact == KeyWithdrawn(FAIR, key.kid, 1, "s1")
    assert hub.trust.is_withdrawn(key.public)
    again = Joiner(applicant)
    with pytest.raises(Refused, match="withdrawn"):
        again.told(hub.hear(again.offered(hub.hear(again.ask()))))
    assert hub.desk.waiting() == ()
    assert hub.desk.withdraw("west-2", "s1") == words.no_machine("west-2")
    assert hub.desk.withdraw("hub", "s1") == words.NOT_ITSELF


def test_a_machine_that_is_withdrawn_while_it_waits(hub: Hub) -> None:
    joiner = asked(hub, blank())
    hub.desk.accept(joiner.code)
    hub.desk.withdraw("west-2", "s1")
    with pytest.raises(Refused, match="withdrawn"):
        outcome(hub, joiner)


def test_two_machines_of_one_name_are_told_apart_by_their_keys(hub: Hub) -> None:
    for number in (1, 2):
        hub.desk.accept(asked(hub, blank("west-1", number)).code)
    said = hub.desk.withdraw("west-1", "s1")
    assert said is not None
    kid = said.en.split()[-1].rstrip(".")
    assert hub.desk.withdraw(kid, "s1") is None
    assert [f"{each.kid:08x}" for each in hub.facts(KeyWithdrawn)] == [kid]


def test_who_stands_between_is_betrayed_by_the_code(hub: Hub, opened: Callable[..., Hub]) -> None:
    """He answers the machine as a hub of his own, and asks the hub as a machine of his own."""
    his = opened("between")
    machine, he = Joiner(blank(number=1)), Joiner(blank(number=2))
    his.hear(machine.offered(his.hear(machine.ask())))
    hub.hear(he.offered(hub.hear(he.ask())))
    (waiting,) = hub.desk.waiting()
    assert waiting.code != machine.code
    assert hub.desk.accept(machine.code) == words.NOBODY_WAITS


def test_a_machine_of_an_organiser_joins_no_other(opened: Callable[..., Hub]) -> None:
    here, elsewhere = opened(), opened("elsewhere")
    kiosk = here.venue.kiosks[0]
    joiner = Joiner(Applicant(kiosk.secrets, "k1", here.venue.organiser.public))
    with pytest.raises(JoinFault, match="does not belong"):
        joiner.offered(elsewhere.hear(joiner.ask()))


def test_a_hub_that_is_none_convinces_nobody(hub: Hub) -> None:
    """A kiosk of the venue that says it is a hub; and a hub that names an authority that is not its own."""
    kiosk = hub.venue.kiosks[1]
    joiner = Joiner(blank())
    offer = joining.decode(hub.hear(joiner.ask()))
    assert isinstance(offer, joining.Offer)
    for changed in (
        msgspec.structs.replace(offer, hub=kiosk.key),
        msgspec.structs.replace(offer, authority=seed("foreign")),
        msgspec.structs.replace(offer, certificates=()),
    ):
        with pytest.raises(JoinFault, match="does not belong"):
            Joiner(blank()).offered(joining.encode(changed))


def test_a_withdrawn_hub_lets_nobody_in(hub: Hub) -> None:
    kiosk = hub.venue.kiosks[0]
    wary = Applicant(kiosk.secrets, "k1", hub.venue.organiser.public, frozenset({hub.venue.hub.signing.kid}))
    joiner = Joiner(wary)
    with pytest.raises(JoinFault, match="withdrawn"):
        joiner.offered(hub.hear(joiner.ask()))


def test_every_tampered_byte_is_noticed(hub: Hub) -> None:
    """Whatever byte of offer or answer is changed on the way, the machine does not take it."""
    applicant = blank()
    joiner = Joiner(applicant)
    offer = hub.hear(joiner.ask())
    hub.hear(joiner.offered(offer))
    hub.desk.accept(joiner.code)
    verdict = hub.hear(joiner.inquiry())
    for at in range(0, len(verdict), 23):
        spoilt = bytearray(verdict)
        spoilt[at] ^= 1
        try:
            assert joiner.told(bytes(spoilt)) is None, at
        except JoinFault:
            continue
    taken = joiner.told(verdict)
    assert taken is not None
    for at in range(0, len(offer), 11):
        spoilt = bytearray(offer)
        spoilt[at] ^= 1
        other = Joiner(applicant, lambda: joiner._nonce)
        try:
            other.offered(bytes(spoilt))
        except JoinFault:
            continue
        assert other.code != joiner.code, at
        with pytest.raises(JoinFault):
            other.told(verdict)


def test_a_nonce_that_was_not_promised_is_refused(hub: Hub) -> None:
    """Who tries nonces until the code is as he wants it is bound to the first one."""
    applicant = blank()
    joiner = Joiner(applicant)
    offer = hub.hear(joiner.ask())
    reveal = joining.decode(joiner.offered(offer))
    assert isinstance(reveal, joining.Reveal)
    signing = SigningKey.from_seed(applicant.secrets.issuing_seed)
    better = joining.Spoken(joiner.ask(), offer, bytes(32))
    other = joining.Reveal(reveal.request, bytes(32), joining.vouch(signing, better))
    said = joining.decode(hub.hear(joining.encode(other)))
    assert isinstance(said, joining.Verdict)
    assert (said.state, said.words) == (joining.REFUSED, words.NOT_PROVEN)
    with pytest.raises(Refused) as refused:
        outcome(hub, joiner)
    assert refused.value.again, "the request is gone"


def test_a_replayed_request_changes_nothing(hub: Hub) -> None:
    joiner = Joiner(blank())
    ask = joiner.ask()
    reveal = joiner.offered(hub.hear(ask))
    for _ in range(3):
        hub.hear(reveal)
    assert len(hub.desk.waiting()) == 1
    hub.desk.accept(joiner.code)
    before = hub.store.journal.origins()
    said = [joining.decode(hub.hear(reveal)) for _ in range(3)]
    assert {each.state for each in said if isinstance(each, joining.Verdict)} == {joining.ACCEPTED}
    assert hub.store.journal.origins() == before
    # Another day, from another address: the old ask gets a new offer, which its old reveal does not fit.
    again = joining.decode(hub.hear(ask, "192.0.2.10", 90_000.0))
    assert isinstance(again, joining.Offer)
    assert hub.desk.waiting() == ()


def test_an_answer_for_one_machine_opens_at_no_other(hub: Hub) -> None:
    first = asked(hub, blank(number=1))
    second = asked(hub, blank(number=2))
    hub.desk.accept(first.code)
    verdict = hub.hear(first.inquiry())
    with pytest.raises(JoinFault, match="not what the hub wrote"):
        second.told(verdict)


def test_who_asks_again_waits_once(hub: Hub) -> None:
    first = asked(hub, blank())
    second = asked(hub, blank())
    (waiting,) = hub.desk.waiting()
    assert waiting.code == second.code
    with pytest.raises(Refused) as refused:
        outcome(hub, first)
    assert refused.value.again


def test_tries_are_few(hub: Hub) -> None:
    """Each offer to a stranger is one try for a code: they are counted, for all and for each address."""
    states = []
    for number in range(MOST_OFFERS_OF_ONE + 2):
        said = joining.decode(hub.hear(Joiner(blank(number=number)).ask(), "192.0.2.1"))
        states.append(isinstance(said, joining.Offer))
    assert states == [True] * MOST_OFFERS_OF_ONE + [False] * 2
    more = [
        isinstance(joining.decode(hub.hear(Joiner(blank(number=n)).ask(), f"198.51.100.{n}")), joining.Offer)
        for n in range(MOST_OFFERS)
    ]
    assert sum(more) == MOST_OFFERS - MOST_OFFERS_OF_ONE
    kiosk = hub.venue.kiosks[0]
    certified = Joiner(Applicant(kiosk.secrets, "k1", hub.venue.organiser.public))
    assert certified.offered(hub.hear(certified.ask(), "192.0.2.1")), "a certified machine needs no code"
    stranger = Joiner(blank(number=99))
    with pytest.raises(Refused) as busy:
        stranger.offered(hub.hear(stranger.ask(), "203.0.113.1"))
    assert busy.value.again
    assert stranger.offered(hub.hear(stranger.ask(), "203.0.113.1", OFFERS_S + 1))


def test_accepted_machines_make_room_for_others(hub: Hub) -> None:
    for number in range(MOST_OFFERS + 5):
        joiner = Joiner(blank(number=number))
        address = f"198.51.100.{number}"
        hub.hear(joiner.offered(hub.hear(joiner.ask(), address)), address)
        assert hub.desk.accept(joiner.code) is None, number
    assert len(hub.facts(KeyCertified)) == MOST_OFFERS + 5


def test_what_waits_is_bounded_and_forgotten(hub: Hub) -> None:
    for number in range(MOST_WAITING + 3):
        joiner = Joiner(blank(number=number))
        address = f"198.51.100.{number}"
        hub.hear(joiner.offered(hub.hear(joiner.ask(), address)), address)
    assert len(hub.desk.waiting()) == MOST_WAITING
    hub.now_ms += WAITS_MS + 1
    asked(hub, blank(number=50))
    assert len(hub.desk.waiting()) == 1


def test_garbage_is_answered_in_words(hub: Hub) -> None:
    for data in (b"", b"\xc1", b"x" * 70_000, msgspec.msgpack.encode({"type": "ask"}), b"\x91" * 5000):
        said = joining.decode(hub.hear(data))
        assert isinstance(said, joining.Verdict)
        assert said.state == joining.REFUSED
        assert said.words
    assert hub.desk.waiting() == ()


@pytest.mark.parametrize("change", [{"seal_to": bytes(32)}, {"device": b"\x02" + b"\xff" * 32}])
def test_keys_that_are_none_are_refused_at_once(
    hub: Hub, change: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = blank()
    real = Applicant.ask
    monkeypatch.setattr(
        Applicant, "ask", lambda self, promised: msgspec.structs.replace(real(self, promised), **change)
    )
    joiner = Joiner(applicant)
    with pytest.raises(Refused, match="not understood"):
        joiner.told(hub.hear(joiner.offered(hub.hear(joiner.ask()))))
    assert hub.desk.waiting() == ()


def test_a_pack_of_another_fair_certifies_the_hubs_kiosks_there_too(hub: Hub) -> None:
    joiner = asked(hub, blank())
    hub.desk.accept(joiner.code)
    assert hub.desk.certify_for_new_fairs() == 0
    hub_key = hub.venue.hub.key
    hub.trust._given += (certify(hub.venue.organiser, hub_key, KeyRole.HUB, "hub", fair_number("second")),)
    assert hub.desk.certify_for_new_fairs() == 1
    assert hub.desk.certify_for_new_fairs() == 0
    fairs = {each.fair for each in hub.facts(KeyCertified) if isinstance(each, KeyCertified)}
    assert fairs == {fair_number(FAIR), fair_number("second")}


def test_only_what_a_hub_vouches_for_is_an_authority(hub: Hub) -> None:
    """A hub that passes on the authority of a kiosk, or of another venue: the machine leaves it out."""
    kiosk = TlsAuthority(hub.venue.kiosks[0].secrets.issuing_seed).certificate_pem
    others = (kiosk, *make_authorities("foreign"), b"-----BEGIN CERTIFICATE-----\nAAAA\n")
    hub.desk = Desk(hub.store, hub.venue.hub.secrets, hub.trust, lambda: hub.now_ms, lambda: others)
    joiner = asked(hub, blank())
    hub.desk.accept(joiner.code)
    accepted = outcome(hub, joiner)
    assert accepted is not None
    assert accepted.papers.authorities_pem == (hub.venue.hub.identity.authorities_pem,)


def test_papers_are_kept_and_fit_one_machine(hub: Hub, tmp_path: Path) -> None:
    applicant = blank()
    joiner = asked(hub, applicant)
    hub.desk.accept(joiner.code)
    accepted = outcome(hub, joiner)
    assert accepted is not None
    path = tmp_path / "identity.json"
    write_papers(path, accepted.papers)
    assert read_papers(path) == accepted.papers
    assert b"PRIVATE" not in path.read_bytes()
    assert hub.venue.hub.secrets.venue_private.hex().encode() not in path.read_bytes()
    assert identity_of(accepted.papers, seed("other keys")) is None
    foreign = replace(accepted.papers, authorities_pem=make_authorities("foreign"))
    assert identity_of(foreign, applicant.secrets.issuing_seed) is None
    path.write_bytes(path.read_bytes()[:-40])
    assert read_papers(path) is None
    assert read_papers(tmp_path / "nothing.json") is None
    assert holder_of(der_of(accepted.papers.certificate_pem)).name == "west-2"


def make_authorities(name: str) -> tuple[bytes, ...]:
    return (make_venue(0, name=name).hub.identity.authorities_pem,)
