"""A stick goes round."""

from __future__ import annotations

from tests.sync.stick.fake_disk import FakeDisk
from tests.sync.stick.scene import Shelf


def test_facts_go_from_one_kiosk_to_another_and_back(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(450)
    written = west.out(stick)
    assert (written.facts, written.held, written.known) == (450, 450, 450)
    assert west.only_here == 0
    east.records(3)
    read = east.reads(stick)
    assert (read.facts, read.clean, [(each.name, each.facts) for each in read.came]) == (
        450,
        True,
        [("k1", 450)],
    )
    assert east.pauses == 3  # a commit holds at most 200
    assert east.out(stick).facts == 3
    read = west.reads(stick)
    assert (read.facts, read.clean) == (3, True)
    assert west.vector == east.vector
