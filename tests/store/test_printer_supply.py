"""Labels that are left: loaded, counted down, never below none."""

from __future__ import annotations

from kiosk.store import printer_supply
from kiosk.store.migrations import Store


def test_labels_count_down_from_what_was_loaded(store: Store) -> None:
    assert printer_supply.left(store.db, "door") is None
    with store.transaction():
        printer_supply.used(store.db, "door")
    assert printer_supply.left(store.db, "door") is None
    with store.transaction():
        printer_supply.load(store.db, "door", 3)
        printer_supply.used(store.db, "door")
    assert printer_supply.left(store.db, "door") == 2
    with store.transaction():
        printer_supply.used(store.db, "door", 5)
    assert printer_supply.left(store.db, "door") == 0


def test_a_new_roll_counts_from_its_own_number_and_none_forgets(store: Store) -> None:
    for labels, left in ((500, 500), (200, 200), (0, None)):
        with store.transaction():
            printer_supply.load(store.db, "door", labels)
        assert printer_supply.left(store.db, "door") == left
