"""A hall: machines, wires, sticks, and steps that happen to them; what must hold is looked at after each."""

from __future__ import annotations

import os
import random
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from unittest import mock

from kiosk.domain import facts
from kiosk.domain.badge import fair_number
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.keys.secrecy import seal, unseal, venue_public
from kiosk.keys.signing import SigningKey, certify
from kiosk.store import erasure
from kiosk.sync.stick import inward, outward
from kiosk.sync.stick.faults import StickFault
from kiosk.sync.stick.files import Stick, venue_folder
from kiosk.sync.stick.stick import Carrier, NoPacks
from tests.simulation.power.disk import WAYS
from tests.simulation.sync.happenings import FAIRS, happen
from tests.simulation.sync.invariants import Invariants
from tests.simulation.sync.node import CutOff, Node
from tests.simulation.sync.steps import Script, Step
from tests.simulation.sync.wires import CALM, MOST_WAITING, WEATHERS, Link
from tests.sync.stick.fake_disk import FakeDisk

ORGANISER = SigningKey.from_seed(b"organiser".ljust(32, b"."))
VENUE_PRIVATE = b"venue".ljust(32, b".")
FULL_CHECK_EVERY = 500
MOST_NODES = 9
_ROLES = {True: KeyRole.HUB, False: KeyRole.KIOSK}


class World:
    """Run a script with `run`; AssertionError where something that must hold does not."""

    def __init__(self, script: Script, folder: Path) -> None:
        self.script, self.folder = script, folder
        self.now_s = 1000.0
        chance = random.Random(script.seed * 7 + 1)
        count = chance.randint(3, 6) if chance.random() < 0.8 else chance.randint(7, 8)
        self.has_hub = chance.random() < 0.6
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.images: dict[str, list[Path]] = {}
        self.sticks = [FakeDisk(), FakeDisk()]
        self.old_sticks = [dict(stick.plain()) for stick in self.sticks]
        self.withdrawn: set[str] = set()
        self.certificates = {name: _certificate(name) for name in (f"k{n}" for n in range(count))}
        self.late = f"k{count - 1}" if chance.random() < 0.3 else ""
        self.invariants = Invariants(self)
        self._chance = chance
        self._numbers = 0
        self.done = 0
        """Steps that were begun."""

    def run(self) -> None:
        """All steps, then everything is mended, and all must know all."""
        with _determined(self.script.seed):
            try:
                self._set_up()
                for number, step in enumerate(self.script.steps, 1):
                    self.done = number
                    self.do(step)
                    self.invariants.after_step()
                    if number % FULL_CHECK_EVERY == 0:
                        self.invariants.in_full()
                self.heal()
                self.invariants.at_the_end()
            finally:
                for node in self.nodes:
                    with suppress(Exception):  # a run that has failed may have closed it
                        node.close()

    def do(self, step: Step) -> None:
        """One step; what it needs and is not there makes it nothing."""
        name, one, other, more = step
        chance = random.Random(one * 65536 * 65536 + other * 65536 + more)
        getattr(self, f"_do_{name}")(self.nodes[one % len(self.nodes)], other, chance)

    # --- setting up

    def _set_up(self) -> None:
        versions = {0: "present"}
        for name in self.certificates:
            number = len(self.nodes)
            version = self._chance.choice(("present", "present", "present", "older", "newer"))
            self._add(name, name, version=versions.get(number, version))
            if number and self._chance.random() < 0.1:
                self.nodes[-1].protocol = 2  # it understands nobody until it is brought up to date
        nodes = self.nodes
        if self.has_hub:
            pairs = [(nodes[0], node) for node in nodes[1:]]
        else:
            pairs = list(pairwise(nodes))
            pairs += [
                (one, other)
                for at, one in enumerate(nodes)
                for other in nodes[at + 2 :]
                if self._chance.random() < 0.4
            ]
        self.links = [Link(pair, slow=self._chance.random() < 0.2) for pair in pairs]
        for link in self.links:
            link.connect()

    def _add(self, name: str, holder: str, *, version: str = "present", mark: str = "") -> Node:
        """`holder`: whose key it has."""
        key = _key(holder)
        known = [each for who, each in self.certificates.items() if who != self.late or holder == self.late]
        node = Node(
            name,
            key,
            self.folder,
            lambda: self.now_s,
            ORGANISER.public,
            known,
            mark=mark or name,
            version=version,
        )
        self.nodes.append(node)
        return node

    def number(self) -> int:
        self._numbers += 1
        return self._numbers

    # --- steps

    def _do_record(self, node: Node, _other: int, chance: random.Random) -> None:
        with node.awake():
            made = happen(node, chance)
        self.invariants.acknowledged(node, made)
        if chance.random() < 0.8:
            self._news(node)

    def _do_talk(self, _node: Node, other: int, chance: random.Random) -> None:
        weather = chance.choice(WEATHERS)
        for _ in range(1 + other % 10):
            busy = [link for link in self.links if link.sides and link.waiting]
            if not busy:
                return
            link = chance.choice(busy)
            if link.slow and chance.random() < 0.7:
                continue
            heard = weather.carry(link, chance, self.now_s)
            if heard and heard[1]:
                self._news(heard[0])

    def _do_time(self, _node: Node, other: int, _chance: random.Random) -> None:
        self.now_s += (0.1, 0.3, 1, 2, 5, 11, 16)[other % 7]
        self._tick()

    def _do_cut(self, _node: Node, other: int, _chance: random.Random) -> None:
        link = self.links[other % len(self.links)]
        link.up = False
        link.drop(self.now_s)

    def _do_mend(self, _node: Node, other: int, _chance: random.Random) -> None:
        self.links[other % len(self.links)].up = True

    def _do_crash(self, node: Node, other: int, chance: random.Random) -> None:
        """The power goes in the middle of something."""
        before = self.invariants.known_acknowledged(node)
        with suppress(CutOff), node.failing(other % 12), node.awake():
            what = chance.randrange(3)
            if what == 0:
                self.invariants.acknowledged(node, happen(node, chance))
            elif what == 1:
                self._hear_everything(node)
            else:
                node.ledger.flush()
                node.heed()
        self._drop(node)
        node.lose_power()
        self.invariants.still_there(node, before)

    def _hear_everything(self, node: Node) -> None:
        for link in self.links:
            if node in link.ends and link.sides:
                side = link.ends.index(node)
                for place, (to, _) in reversed(list(enumerate(link.waiting))):
                    if to == side and link.sides:
                        link.deliver(min(place, len(link.waiting) - 1), self.now_s, keep=True)

    def _do_image(self, node: Node, _other: int, _chance: random.Random) -> None:
        made = self.images.setdefault(node.name, [])
        made.append(node.image(self.folder / f"image-{self.number()}"))

    def _do_restore(self, node: Node, other: int, chance: random.Random) -> None:
        """The disk is put back to an older state: unnoticed, or the kiosk sees that it was."""
        images = self.images.get(node.name)
        if not images:
            return
        if chance.random() < 0.4:
            node.mark = f"{node.name}-{self.number()}"
        self._drop(node)
        node.put_back(images[other % len(images)])
        self.invariants.put_back(node)

    def _do_clone(self, node: Node, _other: int, chance: random.Random) -> None:
        """Its disk runs in another machine as well: which sees that, or does not."""
        if len(self.nodes) >= MOST_NODES or "copy" in node.name or node.protocol != 1:
            return
        name = f"{node.name}-copy{self.number()}"
        shutil.copytree(node.path.parent, self.folder / f"{name}-0", ignore=shutil.ignore_patterns("*-shm"))
        noticed = chance.random() < 0.5
        copy = self._add(name, node.name, version=node.version, mark=name if noticed else node.mark)
        if node.name in self.withdrawn:
            self.withdrawn.add(name)
        for link in list(self.links):
            if node in link.ends:
                other = link.ends[1 - link.ends.index(node)]
                self.links.append(Link((other, copy), retry_s=self.now_s))
        self.links.append(Link((node, copy), retry_s=self.now_s))

    def _do_clock(self, node: Node, other: int, _chance: random.Random) -> None:
        node.ahead_s = (0, 0, -7200, -20, 20, 280, 320, 86400)[other % 8]

    def _do_kiosk(self, node: Node, _other: int, _chance: random.Random) -> None:
        with node.awake():
            node.heed()
        self._news(node)

    def _do_erase(self, node: Node, other: int, _chance: random.Random) -> None:
        with node.awake():
            erasure.erase_persons(node.kiosk, fair=FAIRS[other % len(FAIRS)], now_ms=node.now_ms())
        self.invariants.acknowledged_last(node)
        self._news(node)

    def _do_withdraw(self, node: Node, other: int, _chance: random.Random) -> None:
        """Staff withdraw a machine; never the first, over which others may talk, nor more than one."""
        named = self.nodes[1 + other % (len(self.nodes) - 1)]
        holder = named.name.partition("-")[0]
        if self.withdrawn or node.key.kid == named.key.kid or holder == "k0":
            return
        self.withdrawn = {each.name for each in self.nodes if each.name.partition("-")[0] == holder}
        with node.awake(), node.kiosk.transaction():
            body = facts.KeyWithdrawn(FAIRS[0], named.key.kid, 1, "s1")
            made = node.kiosk.journal.append(body, now_ms=node.now_ms())
        self.invariants.acknowledged(node, [made])
        self._news(node)

    def _do_certify(self, node: Node, _other: int, _chance: random.Random) -> None:
        if self.late and node.name != self.late:
            self.certify(node)

    def certify(self, node: Node) -> None:
        """The late machine's certificate becomes a fact."""
        found = self.certificates[self.late]
        body = facts.KeyCertified(
            found.kid, found.public_key.hex(), "kiosk", found.name, found.fair, found.signature.hex()
        )
        with node.awake(), node.kiosk.transaction():
            made = node.kiosk.journal.append(body, now_ms=node.now_ms())
        self.invariants.acknowledged(node, [made])
        self._news(node)

    # --- sticks

    def _stick(self, number: int) -> Stick:
        return Stick(self.sticks[number % 2], f"S{number % 2}", venue_folder(VENUE_PRIVATE))

    def _do_stick_out(self, node: Node, other: int, _chance: random.Random) -> None:
        with node.awake(), suppress(StickFault):
            outward.write(_carrier(node), self._stick(other), _quiet, counts=True)

    def _do_stick_in(self, node: Node, other: int, _chance: random.Random) -> None:
        with node.awake(), suppress(StickFault):
            inward.read(_carrier(node), self._stick(other), _quiet)
        self._news(node)

    def _do_stick_torn(self, node: Node, other: int, chance: random.Random) -> None:
        """It is pulled out while it is written, or while it is read."""
        stick = self.sticks[other % 2]
        stick.stops_at = stick.calls + chance.randrange(30)
        with suppress(OSError):
            self._do_stick_out(node, other, chance)
        image = stick.left(chance.choice(WAYS), chance)
        self.sticks[other % 2] = FakeDisk(image)

    def _do_stick_old(self, _node: Node, other: int, chance: random.Random) -> None:
        """Another copy of the stick turns up, as it was some time ago; or that is put away for later."""
        if chance.random() < 0.5:
            self.old_sticks[other % 2] = dict(self.sticks[other % 2].plain())
        else:
            self.sticks[other % 2] = FakeDisk(self.old_sticks[other % 2])

    # --- what moves

    def _news(self, node: Node) -> None:
        for link in self.links:
            link.news(node, self.now_s)

    def _tick(self) -> None:
        for link in self.links:
            if link.sides:
                link.tick(self.now_s)
            elif link.up and self.now_s >= link.retry_s:
                link.connect()
        for link in self.links:
            if len(link.waiting) > MOST_WAITING:
                link.drop(self.now_s)

    def _drop(self, node: Node) -> None:
        for link in self.links:
            if node in link.ends:
                link.drop(self.now_s)

    # --- at the end

    def heal(self) -> None:
        """All wires are whole, all machines up to date; then they talk until nothing is left to say.

        Conversations that stand go on: what they lost in bad weather they must find out by themselves.
        """
        for node in self.nodes:
            node.protocol = 1
            node.version = "newer"
            node.ahead_s = 0
            node.rebuild()
        said_by = b""
        linked = {frozenset(map(id, link.ends)) for link in self.links}
        for node in self.nodes[1:]:
            if frozenset(map(id, (self.nodes[0], node))) not in linked:
                self.links.append(Link((self.nodes[0], node)))
        for link in self.links:
            link.up, link.retry_s = True, 0
        quiet = 0
        for _ in range(60):
            self.now_s += 16
            if self.late and said_by != self.nodes[0].kiosk.origin:
                said_by = self.nodes[0].kiosk.origin  # beyond a fork it would not be heard
                self.certify(self.nodes[0])
            self._tick()
            moved = self._talk_out()
            for node in self.nodes:
                with node.awake():
                    before = node.changes()
                    node.heed()
                    moved |= node.changes() != before
                self._news(node)
            moved |= self._talk_out()
            quiet = 0 if moved else quiet + 1
            if quiet == 3:
                return
        raise AssertionError("they talk for ever")

    def _talk_out(self) -> bool:
        """Deliver all that is on its way; whether it brought facts."""
        brought, chance = False, random.Random(0)
        for _ in range(20_000):
            busy = [link for link in self.links if link.sides and link.waiting]
            if not busy:
                return brought
            for link in busy:
                if link.sides and link.waiting:
                    heard = CALM.carry(link, chance, self.now_s)
                    if heard and heard[1]:
                        brought = True
                        self._news(heard[0])
        raise AssertionError("they do not stop talking")


def _carrier(node: Node) -> Carrier:
    return Carrier(
        store=node.courier,
        ledger=node.ledger,
        trust=node.trust,
        public=node.key.public,
        sign=node.key.sign,
        seal=lambda plain, context: seal(venue_public(VENUE_PRIVATE), plain, context),
        unseal=lambda sealed, context: unseal(VENUE_PRIVATE, sealed, context),
        now_ms=node.now_ms,
        pause=lambda: None,
        packs=NoPacks(),
    )


def _quiet(_done: int, _total: int) -> None:
    """Nobody looks."""


def _key(name: str) -> SigningKey:
    return SigningKey.from_seed(name.partition("-")[0].encode().ljust(32, b"."))


def _certificate(name: str) -> KeyCertificate:
    return certify(ORGANISER, _key(name).public, _ROLES[name == "k0"], name, fair_number(FAIRS[0]))


@contextmanager
def _determined(seed: int) -> Iterator[None]:
    """Origins, salts and keys that are drawn are drawn from the seed."""
    chance = random.Random(seed)
    with (
        mock.patch.object(secrets, "token_bytes", chance.randbytes),
        mock.patch.object(os, "urandom", chance.randbytes),
    ):
        yield
