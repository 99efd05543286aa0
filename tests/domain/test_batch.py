"""Many at once: whom, in which order, on which sheet, in which row."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import (
    Back,
    Behind,
    Group,
    Layers,
    Order,
    PlannedSheet,
    Separator,
    grouped,
    lies_at,
    planned,
    printable,
    run_of,
    sheet_of,
    sheet_word,
    slot_by_slot,
)
from kiosk.domain.fair import Delegation
from kiosk.domain.floorplan import Zone
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

READINGS = {
    "王": ("wang",),
    "章": ("zhang",),
    "张": ("zhang",),
    "三": ("san",),
    "四": ("si",),
    "欧": ("ou",),
    "阳": ("yang",),
}
ZONES = {"A": Zone("A", Words("国企专区", "State-owned"), "1")}
DELEGATIONS = {
    7: Delegation(7, "山东省代表团", "山东", "2 号车", "王四", 3, None),
    8: Delegation(8, "山西省代表团", "山西", "10 号车", "", 2, None),
}
LAYERS = Layers({"A002": "A", "A010": "A", "B1": "B"}, ZONES, DELEGATIONS, READINGS)


def person(number: int, name: str = "王三", **more: object) -> Attendee:
    made = Attendee(number, BadgeType.EMPLOYER, Registration.CONFIRMED, Person(name))
    return replace(made, **more)  # type: ignore[arg-type]


def shown(groups: Sequence[Group]) -> list[tuple[str, list[int]]]:
    return [(group.heading.zh, [each.id for each in group.people]) for group in groups]


def test_stalls_come_in_natural_order_a_group_a_zone() -> None:
    people = [
        person(1, stall="B1"),
        person(2, stall="A010"),
        person(3),
        person(4, "张四", stall="A002"),
        person(5, "王三", stall="A002"),
    ]
    groups = grouped(people, Order.STALLS, LAYERS)
    assert shown(groups) == [("A 国企专区", [5, 4, 2]), ("B 区", [1]), ("没有展位", [3])]
    assert groups[0].heading.en == "A State-owned"


def test_a_delegation_lies_by_its_coach_with_its_leader_first() -> None:
    people = [
        person(1, delegation=8),
        person(2, "张三", delegation=7),
        person(3, "王四", delegation=7),
        person(4),
        person(5, delegation=99),
    ]
    assert shown(grouped(people, Order.COACHES, LAYERS)) == [
        ("2 号车 山东省代表团", [3, 2]),
        ("10 号车 山西省代表团", [1]),
        ("不随团", [4, 5]),
    ]


def test_names_come_by_their_sound() -> None:
    people = [
        person(1, "张四"),
        person(2, "章三"),
        person(3, "王三"),
        person(4, "张三"),
        person(5, "Ándor"),
        person(6, "欧阳三"),
        person(7, "䶮"),
    ]
    assert shown(grouped(people, Order.NAMES, LAYERS)) == [
        ("A", [5]),
        ("O", [6]),
        ("W", [3]),
        ("Z", [4, 1, 2]),
        ("其他", [7]),
    ]


def test_without_readings_names_come_by_their_codes() -> None:
    people = [person(1, "章"), person(2, "张"), person(3, "王")]
    assert shown(grouped(people, Order.NAMES, Layers())) == [("其他", [2, 3, 1])]


@pytest.mark.parametrize("order", Order)
def test_the_order_does_not_depend_on_whom_one_hears_of_first(order: Order) -> None:
    people = [
        person(
            at,
            "王三张四"[at % 3 : at % 3 + 2],
            stall=("A010", "B1", "")[at % 3],
            delegation=(7, 8, None)[at % 3],
        )
        for at in range(40)
    ]
    once = grouped(people, order, LAYERS)
    random.Random(3).shuffle(people)
    assert grouped(people, order, LAYERS) == once
    assert sorted(each.id for group in once for each in group.people) == list(range(40))


def groups_of(*sizes: int) -> tuple[Group, ...]:
    number = iter(range(1000))
    return tuple(
        Group(f"g{at}", Words(f"组{at}", f"G{at}"), tuple(person(next(number)) for _ in range(size)))
        for at, size in enumerate(sizes)
    )


def said(sheets: Sequence[PlannedSheet]) -> list[str]:
    """Each sheet as its number and cards: `|` a separator, else the attendee's id."""
    return [
        f"{sheet.number}: "
        + " ".join("|" if card.attendee is None else str(card.attendee.id) for card in sheet.cards)
        for sheet in sheets
    ]


def test_a_separator_card_lies_before_each_group() -> None:
    sheets = planned(groups_of(3, 0, 2), slots=4, separator=Separator.CARD, row=0)
    assert said(sheets) == ["1: | 0 1 2", "2: | 3 4"]


def test_labels_share_a_sheet_where_a_group_fits_and_begin_a_new_one_where_it_does_not() -> None:
    sheets = planned(groups_of(2, 2, 3, 6), slots=4, separator=Separator.STRIP, row=0)
    assert said(sheets) == ["1: 0 1 2 3", "2: 4 5 6", "3: 7 8 9 10", "4: 11 12"]


def test_rows_of_the_desk_are_counted_in_badges() -> None:
    (sheet,) = planned(groups_of(2, 3), slots=8, separator=Separator.CARD, row=2)
    assert [card.row for card in sheet.cards] == [1, 1, 1, 2, 2, 2, 3]
    assert lies_at("B", 3) == Words("B 服务台第\u00a03\u00a0排", "desk B, row 3")
    assert lies_at("B", 0) == Words("B 服务台", "desk B")


@pytest.mark.parametrize("separator", Separator)
@pytest.mark.parametrize("slots", [1, 4, 10])
def test_whoever_goes_on_prints_what_an_uninterrupted_batch_would(separator: Separator, slots: int) -> None:
    """Wherever a run may end, what is left gives the very sheets that were planned."""
    groups = groups_of(7, 1, 0, 12, 4)
    whole = planned(groups, slots=slots, separator=separator, row=5)
    at, printed = 0, set()
    while at < len(whole):
        run = run_of(whole[at:], most=6)
        at += len(run)
        people = [card.attendee.id for sheet in run for card in sheet.cards if card.attendee is not None]
        assert people
        printed |= set(people)
        last = run[-1].cards[-1]
        assert last.attendee is not None
        left = tuple(
            replace(group, people=tuple(each for each in group.people if each.id not in printed))
            for group in groups
        )
        behind = Behind(run[-1].number, len(printed), groups[last.group].key)
        assert planned(left, slots=slots, separator=separator, row=5, behind=behind) == whole[at:]
    assert len(printed) == 24


def test_a_run_is_whole_sheets_of_so_many_badges() -> None:
    sheets = planned(groups_of(3, 6), slots=4, separator=Separator.CARD, row=0)
    assert said(sheets) == ["1: | 0 1 2", "2: | 3 4 5", "3: 6 7 8"]
    assert len(run_of(sheets, 6)) == 2
    assert len(run_of(sheets, 5)) == 1
    assert len(run_of(sheets, 1)) == 1
    assert run_of((), 5) == ()


def test_slots_that_stay_empty_before_the_last_card_are_kept() -> None:
    sheets = planned(groups_of(3, 4), slots=4, separator=Separator.STRIP, row=0)
    cards = slot_by_slot(sheets, 4)
    assert [card and card.attendee and card.attendee.id for card in cards] == [0, 1, 2, None, 3, 4, 5, 6]


def test_only_whoever_is_expected_gets_a_badge_beforehand() -> None:
    assert printable(person(1))
    assert not printable(person(1, registration=Registration.PENDING))
    assert not printable(person(1, person=Person("  ")))


@pytest.mark.parametrize("back", Back)
def test_a_sheet_and_its_back_are_one_word_in_facts(back: Back) -> None:
    assert sheet_of(sheet_word("a4_4_a6", back)) == ("a4_4_a6", back)
    assert sheet_of("a4_4_a6+golden") == ("a4_4_a6", Back.NONE)
