"""A whole venue: an organiser, a hub and kiosks, each with keys, certificates and a TLS identity. All keys
real."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kiosk.domain.badge import fair_number
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.keys.device_certificate import Holder, TlsAuthority, device_private_pem, device_public
from kiosk.keys.providers import Secrets
from kiosk.keys.signing import SigningKey, certify
from kiosk.keys.venue import VenueKeys
from kiosk.store import certificates
from kiosk.store.migrations import Store
from kiosk.sync.joining.identity import Identity, PeerIdentity

FAIR = "sync-2026"


@dataclass(frozen=True, slots=True)
class Machine:
    """A hub or a kiosk."""

    name: str
    role: str
    secrets: Secrets
    certificate: KeyCertificate
    """The organiser's word for its Ed25519 key."""
    identity: Identity

    @property
    def signing(self) -> SigningKey:
        """What signs its facts."""
        return SigningKey.from_seed(self.secrets.issuing_seed)

    @property
    def key(self) -> bytes:
        """Raw Ed25519 public key."""
        return self.identity.peer.key


@dataclass(frozen=True, slots=True)
class Venue:
    """One venue. What `trust` knows are the organiser's certificates and what is handed in."""

    organiser: SigningKey
    hub: Machine
    kiosks: tuple[Machine, ...]

    @property
    def machines(self) -> tuple[Machine, ...]:
        """Hub first."""
        return (self.hub, *self.kiosks)

    def trust(self, *more: KeyCertificate, withdrawn: tuple[int, ...] = ()) -> FixedTrust:
        """A sync.trust.Trust of this venue."""
        certificates = (*(each.certificate for each in self.machines), *more)
        return FixedTrust(self.organiser.public, certificates, withdrawn)


class FixedTrust(VenueKeys):
    """Trust that nothing changes."""

    def refresh(self) -> None:
        """Nothing to be read again."""


def seed(*words: object) -> bytes:
    """32 bytes that are the same for the same words."""
    return hashlib.sha256("/".join(map(str, words)).encode()).digest()


def make_venue(kiosks: int = 2, *, name: str = "venue", fair: str = FAIR) -> Venue:
    """A venue with a hub and kiosks named k1, k2, ...; the same name gives the same keys, another's
    others."""
    organiser = SigningKey.from_seed(seed(name, "organiser"))
    hub_seed = seed(name, "hub", "issuing")
    tls = TlsAuthority(hub_seed)

    hub_key = SigningKey.from_seed(hub_seed).public

    def machine(machine_name: str, role: KeyRole) -> Machine:
        issuing = seed(name, machine_name, "issuing")
        public = SigningKey.from_seed(issuing).public
        return Machine(
            machine_name,
            role.value,
            Secrets(seed(name, machine_name, "store"), issuing, seed(name, "venue private")),
            certify(organiser, public, role, machine_name, fair_number(fair)),
            Identity(
                PeerIdentity(machine_name, role.value, public, hub_key),
                tls.issue(Holder(machine_name, role.value, public), device_public(issuing)),
                device_private_pem(issuing),
                tls.certificate_pem,
            ),
        )

    return Venue(
        organiser,
        machine("hub", KeyRole.HUB),
        tuple(machine(f"k{number}", KeyRole.KIOSK) for number in range(1, kiosks + 1)),
    )


class StoreTrust(VenueKeys):
    """sync.joining.desk.HubTrust out of a venue's certificates and one store's facts."""

    def __init__(
        self, venue: Venue, store: Store, places: tuple[str, ...] = (), fairs: tuple[str, ...] = (FAIR,)
    ):
        self.authority = venue.organiser.public
        self.places = places or tuple(each.name for each in venue.machines)
        self.fairs = (FAIR,)
        self._given = tuple(each.certificate for each in venue.machines)
        self._store = store
        self.refresh()

    def refresh(self) -> None:
        """Read the facts again."""
        recorded = tuple(each.certificate for each in certificates.recorded(self._store.db))
        withdrawn = certificates.withdrawals(self._store.db)
        super().__init__(self.authority, (*self._given, *recorded), withdrawn)
