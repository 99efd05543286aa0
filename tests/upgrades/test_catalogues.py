"""A fair pack's database of every version that is still read; each was written by the program of its day.

catalogue_v2.db holds the small pack of tests/store/conftest.py, written by the last commit of version 2.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.route import shortest_ways
from kiosk.store import driver
from kiosk.store.catalogue import Catalogue

HERE = Path(__file__).parent
KEY = bytes(range(32))


def test_a_pack_of_version_2_is_read() -> None:
    path = HERE / "catalogue_v2.db"
    db = driver.connect(path, KEY, read_only=True)
    assert driver.rows(db, "PRAGMA user_version") == [(2,)]
    db.close()
    catalogue = Catalogue.open(path, KEY)
    plan = catalogue.plan()
    assert (plan.passages, plan.gates, plan.graph.one_way, plan.graph.through) == ((), (), (), ())
    assert shortest_ways(plan.graph, 0, step_free=True, closed=frozenset({"p"})).distance_m[1] == 7.6
    assert [each.id for each in catalogue.exhibitors()] == [1, 2, 3]
    assert [each.id for each in catalogue.attendees_of_stall("A001")] == [2**64 - 1]
    assert catalogue.search("云计算").exhibitors
    catalogue.close()
