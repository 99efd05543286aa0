"""Whom a machine calls, of those that it has found: so that all are joined, and few facts come twice.

All call every hub. A machine that talks to a hub calls nobody else: what the hub knows is enough. Without a
hub, kiosks call some of each other: those that follow at distances 1, 4 and 16 when all keys stand in a
circle. So forty of them are joined by three calls each, with a few steps between any two. Whoever cannot be
reached stands in nobody's circle, so that a part of a hall is joined by itself; he is called all the same,
now and then.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kiosk.sync.network.addresses import Address

PREFIX_LENGTH = 8
"""Bytes of a key that are announced."""
_DISTANCES = (1, 4, 16)
FEW = 6
"""So many machines all call each other."""


@dataclass(frozen=True, slots=True)
class Found:
    """A machine that announces itself."""

    key_prefix: bytes
    role: str
    venue: str
    """Short hash of the venue's authority, hex."""
    addresses: tuple[Address, ...]


def whom_to_call(
    own_prefix: bytes,
    role: str,
    found: Collection[Found],
    *,
    hub_is_there: bool,
    failing: Collection[bytes] = (),
) -> frozenset[bytes]:
    """Key prefixes of the machines to call, of those found at the venue.

    `failing`: those that could not be reached when they were called last.
    """
    others = {each.key_prefix: each.role for each in found if each.key_prefix != own_prefix}
    hubs = {prefix for prefix, its_role in others.items() if its_role == "hub"}
    if hub_is_there or role == "hub":
        return frozenset(hubs)
    anyway = hubs | (others.keys() & set(failing))
    kiosks = sorted(others.keys() - anyway)
    if len(kiosks) < FEW:
        return frozenset(anyway.union(kiosks))
    start = sum(each < own_prefix for each in kiosks)  # of the first that follows
    near = {kiosks[(start + distance - 1) % len(kiosks)] for distance in _DISTANCES}
    return frozenset(anyway | near)
