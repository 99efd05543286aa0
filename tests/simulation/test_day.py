"""A day replayed at four kiosks, each with its own store; the totals agree with the script's own count."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain import badge
from kiosk.domain.fair import Direction, Gate, at
from kiosk.domain.fairpack import Issue
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.reasons import Reason
from kiosk.keys.secrecy import code_hash
from kiosk.keys.signing import KeyRing, SigningKey, certify
from kiosk.report.figures import figures
from kiosk.services.badge_desk import BadgeDesk
from kiosk.services.delegations import Delegations
from kiosk.services.gate import Gate as GateService
from kiosk.services.gate_values import Admission
from kiosk.services.issuing import Issuing
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.printing.reprints import Reprints
from kiosk.services.schools import read_schools
from kiosk.services.values import WalkUpForm
from kiosk.store import catalogue as catalogues
from kiosk.store import catalogue_writer, doubles, presence, projections
from kiosk.store.migrations import Store, open_store
from tests.services.conftest import AUTHORITY, DAY, FAIR_ID, content
from tests.simulation import day as script

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
VISITORS = int(os.environ.get("FAIR_KIOSK_VISITORS", "12000" if LONG else "900"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
ROOT = Path(__file__).parents[2]
NUMBER = badge.fair_number(FAIR_ID)


@dataclass
class Clock:
    """One time for all kiosks."""

    moment: datetime = field(default_factory=lambda: at(DAY, 8 * 60))

    def now(self) -> datetime:
        return self.moment

    def now_ms(self) -> int:
        return int(self.moment.timestamp() * 1000)


@dataclass
class Kiosk:
    """One of the four."""

    store: Store
    gate: GateService
    exit: GateService
    desk: BadgeDesk
    delegations: Delegations
    key: SigningKey
    heard: dict[bytes, int] = field(default_factory=dict)


@dataclass
class Venue:
    """All kiosks, the pack, and the badges that people carry."""

    kiosks: list[Kiosk]
    catalogue: catalogues.Catalogue
    clock: Clock
    badges: dict[int, str] = field(default_factory=dict)
    old: dict[int, str] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)

    def carry(self, kiosk: Kiosk, admission: Admission) -> None:
        """The badge that was printed is in somebody's hand."""
        if admission.job is None or admission.attendee is None:
            return
        self.keep(kiosk, admission.attendee)

    def keep(self, kiosk: Kiosk, attendee_id: int) -> None:
        """The token of the badge that is valid now."""
        attendee = kiosk.gate.attendee(attendee_id)
        current = kiosk.gate.issuing.current_badge(attendee_id)
        assert attendee is not None
        assert current is not None
        self.badges[attendee_id] = kiosk.gate.issuing.token(attendee, current)

    def do(self, event: script.Event) -> None:
        """One event of the script."""
        kiosk = self.kiosks[event.kiosk]
        if event.what == "walk_up":
            name = f"走{event.who}"
            form = WalkUpForm(
                name, "4111010008", "北京科技大学", "硕士", f"{event.who % 10000:04d}", consent=True
            )
            found = kiosk.desk.register(form).admission
            assert found is not None
            self.reasons[found.decision.reason] += 1
        elif event.what == "lead":
            led = kiosk.gate.admit(badge.StaffClaim(event.who, "s1"))
            self.reasons[led.decision.reason] += 1
            group = kiosk.delegations.led_by(event.who)
            assert group is not None
            arrival = kiosk.delegations.arrive(group.id, [event.who + place for place in script.ABSENT], "")
            assert arrival is not None
            self.reasons[Reason.WELCOME] += arrival.admitted
            self.reasons[Reason.NOT_CONFIRMED] += len(arrival.refused)
        elif event.what == "reissue":
            self.old[event.who] = self.badges[event.who]
            kiosk.desk.reissue(event.who, "lost", "s1")
            self.keep(kiosk, event.who)
        else:
            text = {
                "code": lambda: script.code_of(event.who),
                "old_badge": lambda: self.old[event.who],
            }.get(event.what, lambda: self.badges[event.who])()
            admission = (kiosk.exit if event.what == "leave" else kiosk.gate).scan(text)
            self.reasons[admission.decision.reason] += 1
            self.carry(kiosk, admission)

    def exchange(self) -> None:
        """Everybody hears everything new of everybody."""
        for one in self.kiosks:
            for other in self.kiosks:
                if one is other:
                    continue
                first = one.heard.get(other.store.origin, 0) + 1
                new = list(other.store.journal.facts(other.store.origin, first))
                if not new:
                    continue
                personals = other.store.journal.personals(other.store.origin, new[0].seq, new[-1].seq)
                with one.store.transaction():
                    received = one.store.journal.receive(new, personals, now_ms=self.clock.now_ms())
                assert received.findings == ()
                one.heard[other.store.origin] = new[-1].seq


@pytest.fixture
def venue(tmp_path: Path) -> Iterator[tuple[Venue, script.Day]]:
    """Four kiosks at one fair, and the day that they will see."""
    day = script.write(VISITORS, SEED)
    keys = {name: SigningKey.from_seed(name.ljust(32).encode()) for name in script.KIOSKS}
    base = content()
    fair = replace(base.fair, policy=replace(base.fair.policy, hall_capacity=0))
    pack = tmp_path / "catalogue.db"
    catalogue_writer.write(
        pack,
        b"k" * 32,
        replace(
            base,
            fair=fair,
            attendees=tuple(day.attendees),
            delegations=tuple(day.delegations),
            issues=tuple(
                Issue(each.id, 10**9 + each.id, code_hash(FAIR_ID.encode(), script.code_of(each.id)))
                for each in day.attendees
            ),
            certificates=tuple(
                certify(AUTHORITY, key.public, KeyRole.KIOSK, name, NUMBER) for name, key in keys.items()
            ),
        ),
    )
    catalogue, clock = catalogues.Catalogue.open(pack, b"k" * 32), Clock()
    schools = read_schools(ROOT / "resources" / "lists")
    kiosks = []
    for name, key in keys.items():
        store = open_store(tmp_path / f"{name}.db", b"s" * 32)
        issuing = Issuing(store, catalogue, key, fair, clock)
        ring = KeyRing(catalogue.authority(), catalogue.certificates())
        gate = GateService(store, catalogue, ring, issuing, fair, name.split("-")[0], clock)
        assert any(each == Gate("exit", each.name, Direction.OUT) for each in fair.gates)
        queue = PrintQueue(gate, issuing, (), None)  # type: ignore[arg-type]  # nothing is printed here
        desk = BadgeDesk(gate, issuing, schools, lambda _text: "", Reprints(queue, issuing))
        kiosks.append(Kiosk(store, gate, replace(gate, gate="exit"), desk, Delegations(gate), key))
    yield Venue(kiosks, catalogue, clock), day
    catalogue.close()
    for each in kiosks:
        each.store.close()


def test_the_totals_agree_with_the_scripts_own_count(venue: tuple[Venue, script.Day]) -> None:
    fair_day, day = venue
    next_exchange = script.OPENS_S
    for event in day.events:
        while event.at_s >= next_exchange:
            fair_day.exchange()
            next_exchange += script.SYNC_S
        fair_day.clock.moment = at(DAY, 0) + timedelta(seconds=event.at_s)
        fair_day.do(event)
    fair_day.exchange()
    count, reasons = day.count, fair_day.reasons
    for name, expected in count.refused.items():
        assert reasons[name] == expected, name
    digests = {projections.digest(each.store.db) for each in fair_day.kiosks}
    assert len(digests) == 1, "four kiosks, one truth"
    for kiosk in fair_day.kiosks:
        assert kiosk.store.journal.verify() == ()
        found = figures(kiosk.store, fair_day.catalogue, kiosk.gate.fair, day.attendees)
        total = found.total
        assert (total.came_on_the_day, total.passages) == (count.people, count.passages)
        assert (total.booked, total.arrived, total.walk_ups) == (count.booked, count.arrived, count.walk_ups)
        assert sum(each.exits for each in found.hours) == count.exits
        assert sum(each.people for each in found.hours) == count.people
        assert found.badges_reissued == count.reissued
        assert found.twice == count.twice
        assert sum(each.arrived for each in found.delegations) == count.delegates
        assert presence.occupancy(kiosk.store.db, FAIR_ID, DAY) == count.inside_at_close
        assert len(doubles.double_admissions(kiosk.store.db, FAIR_ID)) == count.twice
    print(f"{VISITORS} visitors, {len(day.events)} events, {count}")


def test_the_opening_is_a_crush() -> None:
    day = script.write(12_000, 1)
    first = [each for each in day.events if each.at_s < script.OPENS_S + script.CRUSH_S]
    assert sum(each.what in {"code", "walk_up"} for each in first) > 2_500
