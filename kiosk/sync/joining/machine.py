"""A machine that asks to be let in, without a byte of network: what it says, and what it makes of answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.domain.words import Words
from kiosk.keys.device_certificate import device_public, vouched_by
from kiosk.keys.providers import Secrets
from kiosk.keys.secrecy import venue_public
from kiosk.keys.signing import SigningKey
from kiosk.keys.venue import VenueKeys
from kiosk.sync.joining import joining
from kiosk.sync.joining.identity_file import Papers, identity_of
from kiosk.sync.joining.joining import Answer, Ask, JoinFault, Offer, Reveal, Spoken, Verdict

VENUE_KEY_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a machine has when it was let in."""

    papers: Papers
    hub: str
    """The hub's name."""
    venue_private: bytes | None = field(repr=False)
    """The venue's key, for a machine that had none."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """The machine: its keys, what it calls itself, and which organiser it belongs to already."""

    secrets: Secrets
    name: str
    authority: bytes = b""
    """Raw public key; nothing for a blank machine, which takes the one that people compare the code of."""
    withdrawn: frozenset[int] = frozenset()
    """Kids that are known to be withdrawn: such a hub lets nobody in."""

    @property
    def blank(self) -> bool:
        """Whether it belongs to nobody yet."""
        return not self.authority

    def ask(self, commitment: bytes) -> Ask:
        """Its first words."""
        return Ask(
            joining.PROTOCOL,
            self.name,
            SigningKey.from_seed(self.secrets.issuing_seed).public,
            device_public(self.secrets.issuing_seed),
            venue_public(self.secrets.venue_private),
            commitment,
        )

    def believe(self, offer: Offer) -> str:
        """The hub's name. JoinFault unless it is certified by our organiser, or, for a blank machine, by the
        one that it names."""
        if self.authority and offer.authority != self.authority:
            raise foreign_hub()
        try:
            certificates = [each.certificate() for each in offer.certificates]
            keys = VenueKeys(offer.authority, certificates, self.withdrawn)
        except ValueError as fault:
            raise joining.tampered() from fault
        if keys.role_of(offer.hub) != KeyRole.HUB.value:
            raise foreign_hub()
        if keys.is_withdrawn(offer.hub):
            raise JoinFault(WITHDRAWN_HUB)
        return keys.name_of(offer.hub) or ""

    def take(self, answer: Answer, offer: Offer, hub: str) -> Accepted:
        """What the answer gives us, checked. JoinFault where it is not whole, or not for this machine."""
        certificates = _certificates(answer)
        keys = VenueKeys(
            offer.authority, (*(each.certificate() for each in offer.certificates), *certificates)
        )
        authorities = tuple(
            pem for pem in (each.encode() for each in answer.authorities) if _is_hubs(pem, keys)
        )
        papers = Papers(answer.certificate.encode(), authorities, offer.authority, certificates, answer.place)
        venue = answer.venue_private or None
        if identity_of(papers, self.secrets.issuing_seed) is None:
            raise joining.tampered()
        if self.blank and (venue is None or len(venue) != VENUE_KEY_LENGTH or not answer.place):
            raise joining.tampered()
        return Accepted(papers, hub, venue if self.blank else None)


class Joiner:
    """One request of a machine, from ask to verdict."""

    def __init__(self, applicant: Applicant, nonce: Callable[[], bytes] = joining.new_nonce) -> None:
        self._applicant = applicant
        self._nonce = nonce()
        self._ask = joining.encode(applicant.ask(joining.commitment(self._nonce)))
        self._offer: Offer | None = None
        self._spoken: Spoken | None = None
        self.hub = ""
        """The hub's name, once it has offered."""

    def ask(self) -> bytes:
        """What to say first."""
        return self._ask

    def offered(self, data: bytes) -> bytes:
        """The hub has made its offer: what to say then. JoinFault: it is no hub for this machine."""
        message = joining.decode(data)
        if isinstance(message, Verdict):
            raise refusal(message)
        if not isinstance(message, Offer) or self._offer is not None:
            raise joining.not_understood()
        self.hub = self._applicant.believe(message)
        self._offer, self._spoken = message, Spoken(self._ask, data, self._nonce)
        machine = SigningKey.from_seed(self._applicant.secrets.issuing_seed)
        return joining.encode(Reveal(message.request, self._nonce, joining.vouch(machine, self._spoken)))

    @property
    def code(self) -> str:
        """Six digits to be shown, once the hub has offered; nothing before."""
        return self._spoken.code if self._spoken else ""

    @property
    def qr(self) -> str:
        """Text of a QR that says the same at full length."""
        return self._spoken.qr if self._spoken else ""

    def inquiry(self) -> bytes:
        """What to say while one waits."""
        assert self._offer is not None, "an offer comes first"
        return joining.encode(joining.Inquiry(self._offer.request))

    def told(self, data: bytes) -> Accepted | None:
        """What came of it; None while one waits. JoinFault: refused, not known any more, or not genuine."""
        assert self._offer is not None, "an offer comes first"
        assert self._spoken is not None, "as above"
        message = joining.decode(data)
        if not isinstance(message, Verdict):
            raise joining.not_understood()
        if message.state == joining.WAITING:
            return None
        if message.state != joining.ACCEPTED:
            raise refusal(message)
        private = self._applicant.secrets.venue_private
        answer = joining.open_answer(message.answer, self._offer.hub, self._spoken, private)
        return self._applicant.take(answer, self._offer, self.hub)


class Refused(JoinFault):
    """A hub has said no. `again`: asking once more makes sense."""

    def __init__(self, words: Words, *, again: bool) -> None:
        super().__init__(words)
        self.again = again


def refusal(verdict: Verdict) -> Refused:
    """A verdict that is none of waiting and accepted."""
    again = verdict.state in {joining.UNKNOWN, joining.BUSY}
    return Refused(verdict.words or NO, again=again)


NO = Words(
    "主机没有接纳本机。请找主机旁的工作人员。",
    "The hub did not let this machine in. Ask the staff at the hub.",
)


WITHDRAWN_HUB = Words(
    "那台主机已被撤销，没有加入。请用另一台主机。",
    "That hub was withdrawn; nothing was joined. Use another hub.",
)


def foreign_hub() -> JoinFault:
    """The hub is another organiser's, or none."""
    return JoinFault(
        Words(
            "那台主机不属于本机的主办方，没有加入。请核对主机地址。",
            "That hub does not belong to this machine's organiser; nothing was joined. Check its address.",
        )
    )


def _certificates(answer: Answer) -> tuple[KeyCertificate, ...]:
    try:
        return tuple(each.certificate() for each in answer.certificates)
    except ValueError as fault:
        raise joining.tampered() from fault


def _is_hubs(authority_pem: bytes, keys: VenueKeys) -> bool:
    """Whether a hub vouches for a TLS authority; others are left out."""
    try:
        return keys.role_of(vouched_by(authority_pem)) == KeyRole.HUB.value
    except ValueError:
        return False
