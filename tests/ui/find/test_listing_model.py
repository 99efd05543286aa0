from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kiosk.ui.find.listing_model import OPENING_NAMES, POOL_NAMES, ListingModel


@pytest.fixture
def listing(surroundings) -> ListingModel:
    return ListingModel(surroundings)


def row(model, names, at: int) -> dict:
    return {
        name: model.data(model.index(at, 0, QModelIndex()), Qt.ItemDataRole.UserRole + place)
        for place, name in enumerate(names)
    }


def test_an_employers_card(listing: ListingModel, bridge) -> None:
    listing.entered("3")
    assert listing.state == "loading"
    bridge.answer_all()
    assert listing.state == "ready"
    assert (listing.number, listing.stall, listing.name) == ("A003", "A003", "单位 3")
    assert (listing.zoneLetter, listing.zoneName, listing.levelId) == ("A", "专精特新", "1")
    assert (listing.distance, listing.headcount, listing.isSchool) == (28, 3, False)
    assert row(listing.openings, OPENING_NAMES, 0) == {
        "title": "会计",
        "line": "会计学、北京",
        "degree": "本科起",
        "pay": "9K",
        "headcount": 3,
    }


def test_an_unknown_headcount_is_no_number(listing: ListingModel, bridge) -> None:
    listing.entered("3")
    bridge.answer_all()
    assert row(listing.openings, OPENING_NAMES, 1)["headcount"] == 0


def test_a_schools_card_shows_its_pool(listing: ListingModel, bridge) -> None:
    listing.entered("900")
    bridge.answer_all()
    assert listing.isSchool
    assert listing.graduates == 100
    assert listing.degrees == [
        {"degree": "硕士", "count": 60, "share": 0.6},
        {"degree": "本科", "count": 40, "share": 0.4},
    ]
    assert row(listing.pool, POOL_NAMES, 0) == {"major": "法学", "degree": "硕士", "count": 60, "share": 1.0}


def test_the_one_opened_last_is_shown(listing: ListingModel, bridge) -> None:
    listing.entered("3")
    listing.entered("4")
    for at in (1, 0):
        bridge.answer(at)
    assert listing.number == "A004"


def test_a_failed_load(listing: ListingModel, bridge, directory) -> None:
    directory.broken = True
    listing.entered("3")
    bridge.answer_all()
    assert listing.state == "failed"
    directory.broken = False
    listing.again()
    bridge.answer_all()
    assert listing.number == "A003"


def test_the_way_leads_to_its_first_stall(listing: ListingModel, bridge) -> None:
    listing.entered("3")
    bridge.answer_all()
    listing.openWay()
    navigation = listing.surroundings.navigation
    assert (navigation.page, navigation.argument) == ("way", "A003")


def test_a_reset_forgets_it(listing: ListingModel, bridge) -> None:
    listing.entered("3")
    bridge.answer_all()
    listing.reset()
    assert (listing.number, listing.name, listing.state) == ("", "", "loading")
