from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kiosk.domain.exhibitor import Opening
from kiosk.domain.search import HitKind
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding, Found, Group, Question, Row
from kiosk.ui.find.listing_model import OPENING_NAMES, POOL_NAMES, ListingModel

LINKED = (
    Opening("会计", "会计学", "本科起", 3, "面议", "山东省青岛市", "https://a.example.cn/1", "Accountant"),
    Opening("司机", apply_url="tel:10000"),
    Opening("软件工程师", "计算机类", "本科起", 2, "8-12K", "北京", "https://b.example.cn/2"),
)


@pytest.fixture
def listing(surroundings) -> Iterator[ListingModel]:
    made = ListingModel(surroundings)
    yield made
    made.reset()


@pytest.fixture
def opened(listing: ListingModel, bridge, directory) -> Callable[..., ListingModel]:
    """The card of stall A003, whose host is changed so."""

    def show(**changes) -> ListingModel:
        host = directory.exhibitors[2]
        directory.exhibitors = (*directory.exhibitors[:2], replace(host, **changes))
        listing.surroundings.navigation.open("listing", "3")
        listing.entered("3")
        bridge.answer_all()
        return listing

    return show


def titles(listing: ListingModel) -> list[tuple[str, str]]:
    rows = (row(listing.openings, OPENING_NAMES, at) for at in range(listing.openings.total))
    return [(each["title"], each["mark"]) for each in rows]


def chosen(listing: ListingModel) -> list[bool]:
    return [row(listing.openings, OPENING_NAMES, at)["chosen"] for at in range(listing.openings.total)]


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
        "line": "会计学·北京",
        "degree": "本科起",
        "pay": "9K",
        "headcount": 3,
        "mark": "",
        "linked": False,
        "chosen": False,
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
    assert row(listing.pool, POOL_NAMES, 0) == {
        "title": "法学",
        "line": "硕士 60",
        "count": 60,
        "share": 1.0,
    }


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


def test_the_code_is_for_the_first_opening_with_a_web_address_until_another_is_touched(opened) -> None:
    listing = opened(openings=LINKED)
    assert (listing.link, listing.linkHost, listing.linkTitle) == (
        "https://a.example.cn/1",
        "a.example.cn",
        "会计",
    )
    assert chosen(listing) == [True, False, False]
    listing.chooseOpening(2)
    assert (listing.linkHost, listing.linkTitle) == ("b.example.cn", "软件工程师")
    assert chosen(listing) == [False, False, True]
    listing.chooseOpening(1)
    assert listing.linkHost == "b.example.cn", "it has none of its own"


def test_one_link_for_all_belongs_to_no_row(opened) -> None:
    listing = opened(openings=tuple(replace(each, apply_url=LINKED[0].apply_url) for each in LINKED))
    assert (listing.linkHost, listing.linkTitle) == ("a.example.cn", "")
    assert not any(row(listing.openings, OPENING_NAMES, at)["linked"] for at in range(3))


def test_without_a_link_there_is_no_code(opened) -> None:
    listing = opened(openings=LINKED[1:2])
    assert (listing.link, listing.linkHost, listing.linkTitle) == ("", "", "")


def test_what_suits_the_visitor_stands_first_and_is_counted(opened) -> None:
    listing = opened(openings=LINKED)
    listing.typed = "司机"
    assert titles(listing)[0] == ("司机", "typed")
    assert (listing.markedForMajor, listing.markedAsTyped) == (0, 1)
    listing.majorClass = "计算机类"
    assert titles(listing) == [("司机", "typed"), ("软件工程师", "major"), ("会计", "")]
    assert (listing.markedForMajor, listing.markedAsTyped) == (1, 1)
    assert listing.linkHost == "b.example.cn", "of the first that has one"


def test_english_pay_and_place(opened) -> None:
    listing = opened(openings=LINKED)
    listing.surroundings.modes.speak("en")
    first = row(listing.openings, OPENING_NAMES, 0)
    assert (first["title"], first["line"], first["pay"]) == (
        "Accountant",
        "会计学, Qingdao, Shandong",
        "negotiable",
    )


@pytest.mark.parametrize("state", list(StallState))
def test_how_it_is_with_the_stall(opened, surroundings, state: StallState) -> None:
    surroundings.kiosk.floor.standing_value = FloorStanding(states={"A003": state})
    listing = opened()
    assert listing.standing == state.value
    assert listing.visitable is (state not in (StallState.RELEASED, StallState.CLOSED))


def test_a_host_that_was_moved_is_shown_where_it_stands(opened, surroundings) -> None:
    surroundings.kiosk.floor.standing_value = FloorStanding(
        states={"A003": StallState.MOVED}, moved={"A003": "D005"}
    )
    listing = opened(stalls=("A003", "A004"))
    assert (listing.number, listing.stall, listing.movedFrom) == ("D005/A004", "D005", "A003/A004")
    assert (listing.levelName, listing.zoneLetter, listing.distance) == ("2 号馆", "D", 44)
    assert listing.ownNumber == "A003", "a plan of visits keeps the pack's number"
    navigation = surroundings.navigation
    listing.openWay()
    assert (navigation.page, navigation.argument) == ("way", "D005")


def test_without_a_stall_there_is_nowhere_to_go(opened, surroundings) -> None:
    listing = opened(stalls=())
    assert (listing.visitable, listing.standing, listing.number, listing.distance) == (False, "", "", -1)
    listing.openWay()
    assert surroundings.navigation.page == "listing"


def test_coming_back_it_is_asked_where_the_stall_is_now(opened, surroundings, bridge) -> None:
    listing = opened(openings=LINKED)
    listing.chooseOpening(2)
    surroundings.kiosk.floor.standing_value = FloorStanding(states={"A003": StallState.LATE})
    listing.entered("3")
    assert listing.state == "ready", "what is known stays while it is asked"
    bridge.answer_all()
    assert listing.standing == "late"
    assert chosen(listing) == [False, False, True], "and the visitor's choice as well"


def test_without_steps_it_may_be_further(opened, surroundings, bridge) -> None:
    assert opened().distance == 28
    surroundings.modes.toggle_step_free()
    bridge.answer_all()
    assert opened().distance == 38


def test_what_was_typed_may_mean_a_title_by_its_initials(opened, bridge, directory) -> None:
    listing = opened(openings=LINKED)
    means = {"rjgcs": "软件工程师", "sj": "司机"}

    def find(question: Question) -> Found:
        words = Words(means[question.text], "")
        row = Row(HitKind.OPENING, words.zh, words)
        return Found((row,), (Group(HitKind.OPENING, words, 0, 1),))

    directory.find = find
    listing.typed = "sj"
    listing.typed = "rjgcs"
    bridge.answer(1)
    assert titles(listing)[0] == ("软件工程师", "typed")
    bridge.answer_all()
    assert titles(listing)[0] == ("软件工程师", "typed"), "an answer for an older text is dropped"
