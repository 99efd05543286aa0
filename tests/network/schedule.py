"""What befalls a hall: a list of faults, each at its moment, made by chance of a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

KINDS = (
    ("pull", 4),
    ("lose", 4),
    ("part", 4),
    ("reset", 4),
    ("kill_courier", 4),
    ("kill_recorder", 3),
    ("kill_both", 2),
)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """From `at_s` to `until_s`, by the schedule's clock."""

    at_s: float
    until_s: float
    kind: str
    machine: str
    other: str = ""
    percent: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """One run of a hall."""

    seed: int
    span_s: float
    faults: tuple[Fault, ...]
    topology: str
    """hub: each knows the hub's address; found: they find each other; both."""
    pace_s: float
    """Mean time between two deeds at a kiosk."""


def make(seed: int, hub: str, kiosks: Sequence[str], span_s: float, gap_s: float) -> Schedule:
    """A schedule of `span_s`, in which a fault begins every `gap_s` or so; they overlap."""
    chance = random.Random(seed)
    kinds, weights = zip(*KINDS, strict=True)
    faults: list[Fault] = []
    at_s = chance.uniform(0.2, 1)
    while at_s < span_s:
        kind = chance.choices(kinds, weights)[0]
        machine = chance.choice([hub, *kiosks, *kiosks])
        if machine == hub and "recorder" in kind:
            kind = "kill_courier"
        other = chance.choice([each for each in (hub, *kiosks) if each != machine]) if kind == "part" else ""
        lasts_s = chance.uniform(0.1, 0.4) if kind == "reset" else chance.uniform(0.2, span_s / 3)
        percent = chance.choice((20, 60, 100)) if kind == "lose" else 0
        faults.append(Fault(at_s, min(at_s + lasts_s, span_s), kind, machine, other, percent))
        at_s += chance.expovariate(1 / gap_s)
    topology = chance.choice(("hub", "found", "both"))
    return Schedule(seed, span_s, tuple(faults), topology, chance.choice((0.05, 0.1, 0.3)))
