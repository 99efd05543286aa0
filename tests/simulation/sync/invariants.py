"""What must hold of a simulated hall (design.md section 8): after each step of those whom it touched, now and
then of all, and at the end, when everything is mended, that all know all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.facts import Fact
from kiosk.domain.signed_head import SignedHead
from kiosk.keys.signing import verify
from kiosk.store import bodies, driver, heads, projections
from kiosk.store.findings import FindingKind
from kiosk.sync.wire import decode_segment
from tests.simulation.sync.node import Node

if TYPE_CHECKING:
    from tests.simulation.sync.world import World

Place = tuple[bytes, int]


class Invariants:
    """Of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._acknowledged: dict[str, dict[Place, bytes]] = {}
        """By machine: what its screen has said."""
        self._restored = False
        """Some disk is an older one: what sticks say of it may be out of date."""
        self._digests: dict[tuple[str, frozenset[tuple[bytes, int, bytes]]], tuple[str, str]] = {}

    # --- what was acknowledged

    def acknowledged(self, node: Node, made: Iterable[Fact]) -> None:
        """The machine's screen says so."""
        said = self._acknowledged.setdefault(node.name, {})
        said.update({(fact.origin, fact.seq): fact.hash for fact in made})

    def acknowledged_last(self, node: Node) -> None:
        origin = node.kiosk.origin
        seq, own_hash = heads.end_of(node.kiosk.db, origin)
        self._acknowledged.setdefault(node.name, {})[origin, seq] = own_hash

    def known_acknowledged(self, node: Node) -> dict[Place, bytes]:
        return dict(self._acknowledged.get(node.name, {}))

    def still_there(self, node: Node, before: dict[Place, bytes]) -> None:
        """After the power came back: all that was said before it went."""
        for place, own_hash in before.items():
            found = heads.hash_at(node.kiosk.db, *place)
            assert found == own_hash, f"{node.name} lost fact {place[1]} of {place[0].hex()}"

    def put_back(self, node: Node) -> None:
        """Its disk is an older one: what was only on it is gone, and nobody can help it."""
        self._restored = True
        node.ends = {}
        others = [each for each in self._world.nodes if each is not node]
        said = self._acknowledged.get(node.name, {})
        for place, own_hash in list(said.items()):
            if heads.hash_at(node.kiosk.db, *place) != own_hash:
                del said[place]
                for other in others:
                    if heads.hash_at(other.kiosk.db, *place) == own_hash:
                        self._acknowledged.setdefault(other.name, {})[place] = own_hash

    # --- after each step

    def after_step(self) -> None:
        """Whoever has changed: equal sets of facts give equal projections, and what is erased is gone."""
        for node in self._world.nodes:
            changes = hash(node.changes())
            if changes != node.looked_at:
                self._look_at(node)
                node.looked_at = hash(node.changes())

    def _look_at(self, node: Node) -> None:
        db = node.courier.db
        ends = heads.ends(db)
        for origin, (seq, own) in node.ends.items():
            if ends.get(origin) != (seq, own):
                assert heads.hash_at(db, origin, seq) == own, f"{node.name} lost {seq} of {origin.hex()}"
        node.ends = ends
        known = frozenset((origin, seq, own) for origin, (seq, own) in ends.items())
        found = projections.digest(db)
        same, who = self._digests.setdefault((node.version, known), (found, node.name))
        assert found == same, f"{node.name} and {who} know the same and say otherwise"
        erased = _erased(node)
        if erased:
            left = {row[0] for row in driver.rows(db, _PERSONALS)}
            assert not left & erased, f"{node.name} holds what was erased"

    # --- in full

    def in_full(self) -> None:
        """All of every store."""
        for node in self._world.nodes:
            with node.awake():
                self._verify(node)
                self._rebuild(node)
            self._heads(node)
            self.still_there(node, self.known_acknowledged(node))

    def _verify(self, node: Node) -> None:
        found = [each for each in node.kiosk.journal.verify() if each.kind is not FindingKind.FORK]
        assert not found, f"the journal of {node.name}: {found[0]}"

    def _rebuild(self, node: Node) -> None:
        before = projections.digest(node.kiosk.db)
        with node.kiosk.transaction():
            projections.rebuild(node.kiosk.db)
        assert projections.digest(node.kiosk.db) == before, f"{node.name} built anew is another"

    def _held(self, node: Node) -> None:
        """What staff are told is elsewhere as well is there."""
        for key, origin, seq in driver.rows(node.kiosk.db, _HELD):
            own = heads.hash_at(node.kiosk.db, origin, seq)
            others = [each for each in self._world.nodes if each.key.public == key]
            assert own is None or any(heads.hash_at(each.kiosk.db, origin, seq) == own for each in others), (
                f"{node.name} takes {seq} of {origin.hex()} for safe with {others[0].name}"
            )

    def _heads(self, node: Node) -> None:
        for row in driver.rows(node.kiosk.db, "SELECT origin, seq, hash, key, signature FROM signed_head"):
            head = SignedHead(*row)
            assert head.possible
            assert verify(head.key, head.signed_bytes(), head.signature), "a head that its key did not sign"
            assert heads.hash_at(node.kiosk.db, head.origin, head.seq) == head.hash, "a head of another fact"

    # --- at the end

    def at_the_end(self) -> None:
        """All know all, except beyond forks, which all list; nothing acknowledged is lost."""
        self.after_step()
        self.in_full()
        nodes = [node for node in self._world.nodes if node.name not in self._world.withdrawn]
        ends = [heads.ends(node.kiosk.db) for node in nodes]
        listed = [_forks(node) for node in nodes]
        origins = {origin for each in ends for origin in each}
        forked = {origin for origin in origins if len({each.get(origin) for each in ends}) > 1}
        for node, forks in zip(nodes, listed, strict=True):
            missing = forked - forks
            assert not missing, (
                f"{node.name} differs in {[each.hex() for each in missing]} and lists no fork: "
                f"{[[end.get(origin, (0,))[0] for end in ends] for origin in missing]}"
            )
            assert forks == listed[0], "forks are listed otherwise elsewhere"
        for node in nodes:
            for (origin, seq), own in self.known_acknowledged(node).items():
                for other in nodes:
                    found = heads.hash_at(other.kiosk.db, origin, seq)
                    assert found == own or origin in forked, f"{other.name} lacks {seq} of {origin.hex()}"
        for link in self._world.links:
            if all(node in nodes for node in link.ends):
                assert link.sides is not None, "they talk, but for copies with one origin"
                for side in link.sides:
                    assert side.settled, "they do not know that they know the same"
                    assert side.waiting == 0, "something waits that nobody sends"
        if not self._restored:
            for node in nodes:
                self._held(node)
        self._personals(nodes, forked)
        self._parked(nodes)

    def _personals(self, nodes: list[Node], forked: set[bytes]) -> None:
        """What was not erased has arrived everywhere with its fact.

        An erasure beyond a fork goes nowhere, as nothing does: so what is erased anywhere does not count.
        """
        erased = {fair for node in nodes for fair in _erased(node)}
        found = [
            {
                row[1:]
                for row in driver.rows(node.kiosk.db, _PERSONALS)
                if row[0] not in erased and row[1] not in forked
            }
            for node in nodes
        ]
        for node, rows in zip(nodes, found, strict=True):
            assert rows == found[0], f"{node.name} and {nodes[0].name} hold other personal fields"

    def _parked(self, nodes: list[Node]) -> None:
        """What waits for facts before it must not keep what was erased."""
        for node in nodes:
            erased = _erased(node)
            for (segment,) in driver.rows(node.kiosk.db, "SELECT segment FROM parked"):
                whole = decode_segment(segment)
                for fact in whole.facts:
                    body = bodies.decode(fact.kind, fact.body)
                    if fact.seq in whole.personals and isinstance(body, facts.AttendeeRegistered):
                        assert body.fair not in erased, f"{node.name} has parked what was erased"


def _erased(node: Node) -> set[str]:
    return {fair for (fair,) in driver.rows(node.kiosk.db, "SELECT DISTINCT fair FROM erasure")}


def _forks(node: Node) -> set[bytes]:
    return {origin for (origin,) in driver.rows(node.kiosk.db, "SELECT DISTINCT fork_origin FROM fork_found")}


_HELD = """
SELECT held.key, held.origin, held.seq FROM held JOIN peer USING (key) WHERE role <> 'stick' AND held.seq > 0
"""
_PERSONALS = """
SELECT json_extract(CAST(fact.body AS TEXT), '$.fair'), personal.*
FROM personal JOIN fact USING (origin, seq)
"""
