"""Runs a schedule through a hall of real processes, and judges what is left."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.network.hall import Hall
from tests.network.machines import Acknowledged, Machine, Vector
from tests.network.schedule import Fault, Schedule
from tests.network.venue import HUB, Venue, kiosk_name

AGREE_S = 90
"""Longer than any back-off; what is not equal by then never will be."""
POLL_S = 0.25
_RULES = ("lose", "part", "reset")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a schedule came to."""

    facts: int
    acknowledged: int
    faults: int
    agreed_s: float
    """From healing until all knew the same."""
    worst: str
    """What is wrong, or nothing."""


class Running:
    """A hall in which a schedule happens."""

    def __init__(self, venue: Venue, folder: Path, schedule: Schedule, kiosks: int) -> None:
        names = [HUB, *map(kiosk_name, range(1, kiosks + 1))]
        self.schedule = schedule
        self.folder = folder
        self.hall = Hall(names)
        self.machines = {
            name: Machine(
                name,
                venue.provision(name, folder, _sync(schedule.topology, name, self.hall)),
                self.hall.inside(name),
                hub=name == HUB,
            )
            for name in names
        }
        self._active: list[Fault] = []

    @property
    def kiosks(self) -> list[Machine]:
        """All but the hub."""
        return [each for each in self.machines.values() if not each.hub]

    def run(self) -> Outcome:
        """All of it; the machines' folders stay where something is wrong."""
        try:
            for each in self.kiosks:
                each.start_recorder(self.schedule.seed, self.schedule.pace_s)
            for each in self.kiosks:
                each.wait_ready()
            for each in self.machines.values():
                each.start_courier()
            self._befall()
            for each in self.kiosks:
                each.stop_recorder()
            self.hall.heal()
            agreed_s = self._agree()
            for each in self.machines.values():
                each.stop_courier()
        finally:
            for each in self.machines.values():
                each.close()
            self.hall.close()
        outcome = self._judge(agreed_s)
        if not outcome.worst:
            shutil.rmtree(self.folder)
        return outcome

    @property
    def acknowledged(self) -> list[Acknowledged]:
        """Facts that were said to be on disk, of all."""
        return [fact for each in self.machines.values() for fact in each.acknowledged]

    def _befall(self) -> None:
        """The faults, each at its moment."""
        began = time.monotonic()
        turns = sorted(
            [(each.at_s, True, each) for each in self.schedule.faults]
            + [(each.until_s, False, each) for each in self.schedule.faults],
            key=lambda turn: turn[:2],
        )
        for at_s, begins, fault in [*turns, (self.schedule.span_s, False, None)]:
            time.sleep(max(0.0, began + at_s - time.monotonic()))
            if fault is not None:
                (self._active.append if begins else self._active.remove)(fault)
                self._turn(fault, begins=begins)

    def _turn(self, fault: Fault, *, begins: bool) -> None:
        """A fault begins or ends; another one of its machine goes on."""
        machine = self.machines[fault.machine]
        if fault.kind == "pull":
            self._cable(fault.machine)
        elif fault.kind in _RULES:
            self._rules(fault.machine)
        else:
            _kill(machine, fault.kind) if begins else self._revive(machine)

    def _cable(self, name: str) -> None:
        pulled = any(each.kind == "pull" and each.machine == name for each in self._active)
        (self.hall.pull if pulled else self.hall.plug)(name)

    def _rules(self, name: str) -> None:
        self.hall.mend(name)
        for each in self._active:
            if each.machine != name:
                continue
            if each.kind == "lose":
                self.hall.lose(name, each.percent)
            elif each.kind == "part":
                self.hall.part(name, each.other)
            elif each.kind == "reset":
                self.hall.reset(name)

    def _revive(self, machine: Machine) -> None:
        """Start again what was killed, unless another fault still keeps it down."""
        down = {each.kind for each in self._active if each.machine == machine.name}
        if machine.courier is None and not down & {"kill_courier", "kill_both"}:
            machine.start_courier()
        if not machine.hub and machine.recorder is None and not down & {"kill_recorder", "kill_both"}:
            machine.start_recorder(self.schedule.seed, self.schedule.pace_s)

    def _agree(self) -> float:
        """Wait until all know the same, and all that was acknowledged; seconds, or -1 where they never do."""
        began = time.monotonic()
        wanted: Vector = {}
        for origin, seq, _own in self.acknowledged:
            wanted[origin] = max(seq, wanted.get(origin, 0))
        while time.monotonic() < began + AGREE_S:
            vectors = [each.vector() for each in self.machines.values()]
            same = all(each == vectors[0] for each in vectors)
            if same and all(vectors[0].get(origin, 0) >= seq for origin, seq in wanted.items()):
                return time.monotonic() - began
            time.sleep(POLL_S)
        return -1

    def _judge(self, agreed_s: float) -> Outcome:
        acknowledged = self.acknowledged
        judged = {each.name: each.judged() for each in self.machines.values()}
        wrong: list[str] = []
        if agreed_s < 0:
            vectors = {each.name: _readable(each.vector()) for each in self.machines.values()}
            wrong.append(f"no agreement after {AGREE_S} s: {vectors}")
        if len({digest for digest, _findings, _facts in judged.values()}) != 1:
            wrong.append(f"projections differ: { {name: each[0][:12] for name, each in judged.items()} }")
        for machine in self.machines.values():
            findings, lost = judged[machine.name][1], machine.missing(acknowledged)
            if findings:
                wrong.append(f"{machine.name}: {findings}")
            if lost:
                wrong.append(f"{machine.name} lacks {len(lost)} acknowledged facts, first {lost[0]}")
        facts = max(each[2] for each in judged.values())
        return Outcome(facts, len(acknowledged), len(self.schedule.faults), agreed_s, "; ".join(wrong))


def _sync(topology: str, name: str, hall: Hall) -> str:
    peers = f'"{hall.addresses[HUB]}"' if topology != "found" and name != HUB else ""
    return f"discover = {str(topology != 'hub').lower()}\npeers = [{peers}]"


def _kill(machine: Machine, kind: str) -> None:
    if kind in {"kill_courier", "kill_both"}:
        machine.kill_courier()
    if kind in {"kill_recorder", "kill_both"}:
        machine.kill_recorder()


def _readable(vector: Vector) -> dict[str, int]:
    return {origin.hex()[:8]: seq for origin, seq in sorted(vector.items())}


def report(outcomes: Sequence[Outcome]) -> str:
    """One line of all."""
    return (
        f"{len(outcomes)} schedules, {sum(each.facts for each in outcomes)} facts "
        f"({sum(each.acknowledged for each in outcomes)} acknowledgements), "
        f"{sum(each.faults for each in outcomes)} faults, "
        f"all agreed at most {max(each.agreed_s for each in outcomes):.1f} s after healing"
    )
