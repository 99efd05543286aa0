"""Whom machines call: all are joined, in every part of a hall, and by few calls."""

from __future__ import annotations

import random

import pytest

from kiosk.sync.network.addresses import Address, parse
from kiosk.sync.network.circle import Found, whom_to_call


def _found(*names: bytes, hubs: int = 0) -> list[Found]:
    return [
        Found(name, "hub" if at < hubs else "kiosk", "v", (Address("h"),)) for at, name in enumerate(names)
    ]


def _settled(own: bytes, found: list[Found], reachable: set[bytes]) -> frozenset[bytes]:
    """Whom a machine calls once it has found out who cannot be reached."""
    failing: set[bytes] = set()
    while True:
        wanted = whom_to_call(own, "kiosk", found, hub_is_there=False, failing=failing)
        if wanted - reachable <= failing:
            return wanted
        failing |= wanted - reachable


def _joined(part: set[bytes], calls: dict[bytes, frozenset[bytes]]) -> bool:
    seen, at = set[bytes](), [min(part)]
    while at:
        one = at.pop()
        if one not in seen:
            seen.add(one)
            at += [other for other in part if other in calls[one] or one in calls[other]]
    return seen == part


@pytest.mark.parametrize("count", [2, 5, 6, 7, 17, 40])
def test_every_part_of_a_hall_is_joined_by_itself(count: int) -> None:
    dice = random.Random(count)
    for _ in range(20):
        names = [dice.randbytes(8) for _ in range(count)]
        part = set(dice.sample(names, dice.randint(1, count)))
        for here in (set(names), part, set(names) - part):
            if not here:
                continue
            calls = {name: _settled(name, _found(*names), here) for name in here}
            assert _joined(here, calls)
            assert all(name not in called for name, called in calls.items())


def test_forty_kiosks_call_three_each() -> None:
    dice = random.Random(1)
    names = [dice.randbytes(8) for _ in range(40)]
    found = _found(*names)
    assert {len(whom_to_call(each, "kiosk", found, hub_is_there=False)) for each in names} == {3}


def test_a_hub_is_called_by_all_and_is_enough() -> None:
    dice = random.Random(2)
    names = [dice.randbytes(8) for _ in range(40)]
    found = _found(*names, hubs=2)
    hubs = frozenset(names[:2])
    assert whom_to_call(names[7], "kiosk", found, hub_is_there=True) == hubs
    assert whom_to_call(names[0], "hub", found, hub_is_there=False) == hubs - {names[0]}
    without = whom_to_call(names[7], "kiosk", found, hub_is_there=False, failing=hubs)
    assert hubs < without
    assert len(without) == 5


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.0.2.7", Address("192.0.2.7")),
        (" hub.local:4000 ", Address("hub.local", 4000)),
        ("[2001:db8::7]:4000", Address("2001:db8::7", 4000)),
        ("[fe80::1%eth0]", Address("fe80::1%eth0")),
        ("2001:db8::7", Address("2001:db8::7")),
    ],
)
def test_addresses(text: str, address: Address) -> None:
    assert parse(text) == address
    assert parse(str(address)) == address


@pytest.mark.parametrize(
    "text", ["", "hub:", "hub:0", "hub:65536", "hub:4x", "a b", "[::1", "[hub]:1", "http://hub", "::g", "-x"]
)
def test_what_is_no_address(text: str) -> None:
    assert parse(text) is None


def test_addresses_in_urls() -> None:
    assert Address("fe80::1%eth0", 1).url("/talk") == "https://[fe80::1%eth0]:1/talk"
    assert Address("hub", 2).url("/talk") == "https://hub:2/talk"
