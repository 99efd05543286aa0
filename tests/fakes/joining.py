"""A hub's desk and door over a real store, and machines that ask it; no network."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.facts import KeyCertified, KeyWithdrawn
from kiosk.keys.providers import Secrets
from kiosk.store import bodies
from kiosk.store.migrations import Store, open_store
from kiosk.sync.joining.desk import Desk
from kiosk.sync.joining.machine import Accepted, Applicant, Joiner
from kiosk.sync.joining.server import Doorkeeper
from tests.fakes.venue import StoreTrust, Venue, make_venue, seed

PLACES = ("hub", "k1", "k2", "west-1", "west-2")


@dataclass
class Hub:
    """A hub at work, and the clock that it looks at."""

    venue: Venue
    store: Store
    trust: StoreTrust
    desk: Desk = field(init=False)
    door: Doorkeeper = field(default_factory=Doorkeeper)
    now_ms: int = 1_800_000_000_000

    def __post_init__(self) -> None:
        self.desk = Desk(self.store, self.venue.hub.secrets, self.trust, lambda: self.now_ms)

    def hear(self, data: bytes, address: str = "192.0.2.9", at_s: float = 0.0) -> bytes:
        return self.door.hear(self.desk, data, address, at_s)

    def facts(self, kind: type[KeyCertified] | type[KeyWithdrawn]) -> list[KeyCertified | KeyWithdrawn]:
        read = (bodies.decode(each.kind, each.body) for each in self.store.journal.facts())
        return [each for each in read if isinstance(each, kind)]


def open_hub(path: Path, name: str = "venue", places: tuple[str, ...] = PLACES) -> Hub:
    """The hub of a venue, with a store at `path`; close the store in the end."""
    venue = make_venue(2, name=name)
    store = open_store(path, venue.hub.secrets.store_key)
    store.begin_incarnation(venue.hub.key)
    return Hub(venue, store, StoreTrust(venue, store, places))


def blank(name: str = "west-2", number: int = 1) -> Applicant:
    """A new machine with keys of its own."""
    keys = (seed("blank", number, each) for each in ("store", "issuing", "venue"))
    return Applicant(Secrets(*keys), name)


def asked(hub: Hub, applicant: Applicant) -> Joiner:
    """A machine that has said all; it waits, or was answered at once."""
    joiner = Joiner(applicant)
    hub.hear(joiner.offered(hub.hear(joiner.ask())))
    return joiner


def outcome(hub: Hub, joiner: Joiner) -> Accepted | None:
    return joiner.told(hub.hear(joiner.inquiry()))
