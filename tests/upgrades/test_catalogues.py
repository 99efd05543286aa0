"""A fair pack's database of every version that is still read; each was written by the program of its day.

catalogue_v2.db and catalogue_v3.db hold the small pack of tests/store/conftest.py, written by the last
commits of versions 2 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.route import shortest_ways
from kiosk.domain.search import Hit, HitKind, Tier, Why
from kiosk.store import driver
from kiosk.store.catalogue import Catalogue

HERE = Path(__file__).parent
KEY = bytes(range(32))


@pytest.fixture(params=(2, 3))
def old(request: pytest.FixtureRequest) -> Iterator[Catalogue]:
    """A pack of an older version."""
    path = HERE / f"catalogue_v{request.param}.db"
    db = driver.connect(path, KEY, read_only=True)
    assert driver.rows(db, "PRAGMA user_version") == [(request.param,)]
    db.close()
    catalogue = Catalogue.open(path, KEY)
    yield catalogue
    catalogue.close()


def test_an_older_pack_is_read(old: Catalogue) -> None:
    plan = old.plan()
    assert (plan.passages, plan.gates, plan.graph.one_way, plan.graph.through) == ((), (), (), ())
    assert shortest_ways(plan.graph, 0, step_free=True, closed=frozenset({"p"})).distance_m[1] == 7.6
    assert [each.id for each in old.exhibitors()] == [1, 2, 3]
    assert [each.id for each in old.attendees_of_stall("A001")] == [2**64 - 1]


def test_an_older_pack_is_searched(old: Catalogue) -> None:
    """Its index tells only whether something is named so exactly."""
    assert old.search("云").tiers == (Tier(Why.EXACT, 0b100), Tier(Why.ABOUT, 0b011))
    assert old.search("YUN").tiers == (Tier(Why.ABOUT, 0b001),)
    assert old.search("示例 云").tiers == (Tier(Why.ABOUT, 0b011),)
    assert old.search("A-1").tiers == (Tier(Why.EXACT, 0b001),)
    assert old.search("卫生间").others == (Hit(HitKind.FACILITY, "wc", Why.EXACT),)
    assert old.search("xuan").others == (Hit(HitKind.SESSION, "t1", Why.ABOUT),)
    for text in ("没有的东西", "", "  ", '"', "a*", "\ud800", "x" * 100_000):
        assert not old.search(text).tiers, text


@pytest.mark.parametrize(
    ("keys", "tiers"),
    [
        ("957", (Tier(Why.ABOUT, 0b001),)),
        ("3", (Tier(Why.ABOUT, 0b110),)),
        ("2001", (Tier(Why.EXACT, 0b001),)),
        ("200", ()),
        ("12a", ()),
        ("", ()),
        ("9" * 10_000, ()),
    ],
)
def test_an_older_pack_is_searched_by_nine_keys(old: Catalogue, keys: str, tiers: tuple[Tier, ...]) -> None:
    assert old.search(keys, nine_keys=True).tiers == tiers
