"""A real hub and a real kiosk's courier, processes on the loopback, for what is said to them from outside."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.app import open_kiosk, provider
from kiosk.config import read
from kiosk.domain.facts import GENESIS, Body, Fact, fact_hash
from kiosk.domain.signed_head import NONCE_LENGTH, origin_for
from kiosk.keys.signing import SigningKey
from kiosk.store import bodies
from kiosk.sync.joining.identity import Identity
from kiosk.sync.network.status import PeerStatus
from tests.bench.sync_hall import free_port
from tests.network import venue as venues
from tests.network.machines import Machine
from tests.network.venue import HUB, Venue
from tests.sync.net.rogue import identity_of

SOON_S = 15.0
TIME_MS = 1_795_838_400_000


@dataclass
class Lab:
    """The hub listens at `port`; the kiosk k-1 knows it, and whoever may listen at `rogue_ports`."""

    venue: Venue
    port: int
    rogue_ports: tuple[int, int]
    kiosk_port: int
    hub: Machine
    kiosk: Machine
    others: int = field(default=0)

    def seed(self, name: str) -> bytes:
        """A machine's issuing seed, as its organiser made it."""
        return self.venue.organiser.kiosks[name]

    def identity(self, name: str) -> Identity:
        """What the hub's authority gives the machine of that name."""
        return identity_of(self.seed(HUB), self.seed(name), name)

    def key(self, name: str) -> SigningKey:
        """What signs a machine's facts."""
        return SigningKey.from_seed(self.seed(name))

    def origin(self, name: str) -> bytes:
        """An origin of a machine's own, another one each time."""
        self.others += 1
        return origin_for(self.key(name).public, self.others.to_bytes(NONCE_LENGTH, "big"))

    def record(self, machine: Machine, *recorded: Body) -> None:
        """Facts of a machine, as its kiosk records them."""
        settings = read(machine.state.config)
        kiosk = open_kiosk(settings, machine.state, provider(settings, machine.state, str))
        try:
            for body in recorded:
                with kiosk.store.transaction():
                    kiosk.store.journal.append(body, now_ms=TIME_MS)
        finally:
            kiosk.close()
        machine.nudge()

    def peer_seen(self, machine: Machine, matching: Callable[[PeerStatus], bool]) -> PeerStatus:
        """A line of a machine's status that matches, within SOON_S."""
        end = time.monotonic() + SOON_S
        while time.monotonic() < end:
            for each in machine.statuses[-1:]:
                for peer in each.peers:
                    if matching(peer):
                        return peer
            time.sleep(0.05)
        raise AssertionError(f"{machine.name} says {machine.statuses[-1:]}; see {machine.log}")


def journal(origin: bytes, *recorded: Body, first: int = 1, previous: bytes = GENESIS) -> list[Fact]:
    """Facts that follow on each other."""
    made: list[Fact] = []
    for seq, body in enumerate(recorded, first):
        data, time_ = bodies.encode(body), (TIME_MS + seq) << 16
        own = fact_hash(origin=origin, seq=seq, time=time_, kind=body.kind, body=data, previous=previous)
        made.append(Fact(origin, seq, time_, body.kind, data, previous, own))
        previous = own
    return made


def wait(condition: Callable[[], bool], what: str) -> None:
    """Until it holds, within SOON_S."""
    end = time.monotonic() + SOON_S
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.05)


@contextmanager
def open_lab(folder: Path, kiosks: int = 8) -> Iterator[Lab]:
    """Start both, and end them."""
    venue = venues.make(folder / "venue", kiosks)
    port, kiosk_port, *rogues = (free_port() for _ in range(4))
    here = 'discover = false\naddress = "127.0.0.1"\n'
    hub = Machine(HUB, venue.provision(HUB, folder, f"{here}port = {port}"), hub=True)
    peers = "peers = [" + ", ".join(f'"127.0.0.1:{each}"' for each in (port, *rogues)) + "]"
    kiosk = Machine("k-1", venue.provision("k-1", folder, f"{here}port = {kiosk_port}\n{peers}"))
    lab = Lab(venue, port, (rogues[0], rogues[1]), kiosk_port, hub, kiosk)
    try:
        lab.record(hub)
        lab.record(kiosk)
        hub.start_courier()
        kiosk.start_courier()
        lab.peer_seen(kiosk, lambda peer: peer.connected and peer.role == "hub")
        yield lab
    finally:
        kiosk.close()
        hub.close()
