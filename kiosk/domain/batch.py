"""Many badges at once: who gets one, in which order, in which row of which desk, and on which sheet.

Pure: the same people and the same words give the same sheets. Who has a badge on paper already is left out by
the caller; a batch that was interrupted goes on behind its last whole sheet (`Behind`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.fair import Delegation
from kiosk.domain.floorplan import Zone
from kiosk.domain.person_search import NO_READINGS, Readings
from kiosk.domain.search import natural_key
from kiosk.domain.words import Words

BADGES_A_ROW_MOST = 500
DESK_MOST = 12
"""Characters of a desk's name: it stands in rows, on screens and on paper."""


class Order(StrEnum):
    """In which order the badges lie; the values stand in facts (facts.BatchOrdered.order)."""

    STALLS = "stalls"
    """A2 before A10; a group a zone."""
    COACHES = "coaches"
    """A group a delegation, in the order of their coaches; the leader first."""
    NAMES = "names"
    """By pinyin; a group for each first letter."""


ORDER_WORDS = {
    Order.STALLS: Words("按展位", "By stall"),
    Order.COACHES: Words("按车次", "By coach"),
    Order.NAMES: Words("按姓名", "By name"),
}


class Separator(StrEnum):
    """What tells one group from the next, as the sheet allows."""

    CARD = "card"
    """A card in the first slot of the group; it lies between the badges when they are cut and piled."""
    STRIP = "strip"
    """Headings stand in the sheet's margin: labels are not spent on words. A group that does not fit on what
    is left of a sheet begins a new one."""
    NONE = "none"


class Back(StrEnum):
    """What is on the back of a sheet; stands behind a sheet layout's id in facts (`sheet_word`)."""

    NONE = ""
    SAME = "same"
    """The badge once more: a badge that has turned round on its lanyard still says who it is."""
    PLAIN = "plain"
    """The fair, and the desk for whoever finds it."""


def sheet_word(sheet: str, back: Back) -> str:
    """A sheet layout and its back as one word, as facts hold it: a4_4_a6, a4_4_a6+plain."""
    return f"{sheet}+{back}" if back else sheet


def sheet_of(word: str) -> tuple[str, Back]:
    """Sheet layout and back of such a word; a back that is not known here is none."""
    sheet, _, back = word.partition("+")
    return sheet, next((each for each in Back if each == back), Back.NONE)


@dataclass(frozen=True, slots=True)
class Layers:
    """What orders and headings are made of; from the fair pack."""

    zones: Mapping[str, str] = field(default_factory=dict)
    """The zone's letter of each stall."""
    zone_names: Mapping[str, Zone] = field(default_factory=dict)
    delegations: Mapping[int, Delegation] = field(default_factory=dict)
    readings: Readings = field(default_factory=lambda: NO_READINGS)


@dataclass(frozen=True, slots=True)
class Group:
    """Badges that lie together under one heading."""

    key: str
    """Names the group among those of its order."""
    heading: Words
    people: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands in one slot of a sheet: somebody's badge, or a group's separator (no attendee)."""

    group: int
    """Its group's place among the groups of the plan."""
    attendee: Attendee | None = None
    row: int = 0
    """The row of the desk in which it lies, from 1; 0 where there are no rows."""


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """One sheet; slots behind its last card stay empty."""

    number: int
    """From 1."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """Where a batch goes on: behind what is printed."""

    sheet: int = 0
    """The last whole sheet."""
    badges: int = 0
    """Badges that lie on the desk already: rows are counted on from them."""
    group: str = ""
    """The key of the group in which it was interrupted: it gets no second separator card."""


FRESH = Behind()


def printable(attendee: Attendee) -> bool:
    """Whether a badge is printed beforehand: only for whoever is expected, and whose name is still known."""
    return attendee.registration is Registration.CONFIRMED and bool(attendee.person.name.strip())


def grouped(people: Iterable[Attendee], order: Order, layers: Layers) -> tuple[Group, ...]:
    """The people in their order, in groups with a heading each; a group without people is none."""
    if order is Order.STALLS:
        return _by_stalls(people, layers)
    if order is Order.COACHES:
        return _by_coaches(people, layers)
    return _by_names(people, layers)


def planned(
    groups: Sequence[Group], *, slots: int, separator: Separator, row: int, behind: Behind = FRESH
) -> tuple[PlannedSheet, ...]:
    """The sheets for all people of the groups, `slots` a sheet, `row` badges in a row of the desk (0: none).

    Every sheet is full but the last of all, and those that a group leaves to the next (Separator.STRIP).
    """
    sheets: list[tuple[Card, ...]] = []
    open_sheet: list[Card] = []
    for card in _cards(groups, separator, row, behind):
        begins = separator is Separator.STRIP and open_sheet and open_sheet[-1].group != card.group
        apart = begins and len(groups[card.group].people) > slots - len(open_sheet)
        if len(open_sheet) == slots or apart:
            sheets.append(tuple(open_sheet))
            open_sheet = []
        open_sheet.append(card)
    if open_sheet:
        sheets.append(tuple(open_sheet))
    return tuple(PlannedSheet(number, cards) for number, cards in enumerate(sheets, behind.sheet + 1))


def run_of(sheets: Sequence[PlannedSheet], most: int) -> tuple[PlannedSheet, ...]:
    """The first sheets, of at most `most` badges (or one sheet), that are printed as one job.

    It never ends on a separator: that would be printed again in front of its group after an interruption.
    """
    badges = taken = 0
    for at, sheet in enumerate(sheets, 1):
        badges += sum(card.attendee is not None for card in sheet.cards)
        if taken and badges > most:
            break
        if sheet.cards[-1].attendee is not None:
            taken = at
    return tuple(sheets[:taken])


def slot_by_slot(sheets: Iterable[PlannedSheet], slots: int) -> tuple[Card | None, ...]:
    """The cards of a run's sheets in their slots, None for those that stay empty before the last card."""
    cards: list[Card | None] = []
    for sheet in sheets:
        cards += [None] * (-len(cards) % slots)
        cards += sheet.cards
    return tuple(cards)


def _cards(groups: Sequence[Group], separator: Separator, row: int, behind: Behind) -> Iterator[Card]:
    badges = behind.badges
    for at, group in enumerate(groups):
        if separator is Separator.CARD and group.people and group.key != behind.group:
            yield Card(at, row=row_of(badges, row))
        for attendee in group.people:
            yield Card(at, attendee, row_of(badges, row))
            badges += 1


def row_of(badges_before: int, row: int) -> int:
    """The row of the desk for the badge behind so many: from 1; 0 where there are no rows.

    >>> [row_of(before, 20) for before in (0, 19, 20)]
    [1, 1, 2]
    """
    return badges_before // row + 1 if row > 0 else 0


def lies_at(desk: str, row: int) -> Words:
    """Where a badge lies, as people are told: B 服务台第 3 排; number and unit stay on one line."""
    if not row:
        return Words(f"{desk} 服务台", f"desk {desk}")
    return Words(f"{desk} 服务台第\u00a0{row}\u00a0排", f"desk {desk}, row {row}")


# ---- the three orders


def _by_stalls(people: Iterable[Attendee], layers: Layers) -> tuple[Group, ...]:
    """Zones in the order of their first stall; who has no stall comes last."""
    found: dict[str, list[Attendee]] = {}
    for each in sorted(people, key=lambda one: (_stall_key(one.stall), _name_key(one, layers.readings))):
        found.setdefault(layers.zones.get(each.stall, each.stall[:1]), []).append(each)
    return tuple(
        Group(f"zone {zone}", _zone_words(zone, layers), tuple(all_)) for zone, all_ in found.items()
    )


def _stall_key(stall: str) -> tuple[bool, str, int, str]:
    return (not stall, *natural_key(stall))


def _zone_words(zone: str, layers: Layers) -> Words:
    if not zone:
        return Words("没有展位", "No stall")
    known = layers.zone_names.get(zone)
    if known is None:
        return Words(f"{zone} 区", f"Zone {zone}")
    return Words(f"{zone} {known.name.zh}", f"{zone} {known.name.of('en')}")


def _by_coaches(people: Iterable[Attendee], layers: Layers) -> tuple[Group, ...]:
    def key(each: Attendee) -> tuple[object, ...]:
        group = layers.delegations.get(each.delegation) if each.delegation is not None else None
        name = _name_key(each, layers.readings)
        if group is None:
            return (1, ("", 0, ""), "", 0, False, name)
        follows = each.person.name != group.leader
        return (0, natural_key(group.coach), group.name, group.id, follows, name)

    found: dict[int | None, list[Attendee]] = {}
    for each in sorted(people, key=key):
        known = each.delegation if each.delegation in layers.delegations else None
        found.setdefault(known, []).append(each)
    return tuple(
        Group(f"delegation {number}", _delegation_words(number, layers), tuple(all_))
        for number, all_ in found.items()
    )


def _delegation_words(number: int | None, layers: Layers) -> Words:
    if number is None:
        return Words("不随团", "Not with a delegation")
    group = layers.delegations[number]
    text = " ".join(part for part in (group.coach, group.name) if part)
    return Words(text, text)


def _by_names(people: Iterable[Attendee], layers: Layers) -> tuple[Group, ...]:
    """Without readings in the pack all hanzi come in the order of their codes, in one group."""
    found: dict[str, list[Attendee]] = {}
    for each in sorted(people, key=lambda one: _name_key(one, layers.readings)):
        found.setdefault(_first_letter(each, layers.readings), []).append(each)
    other = Words("其他", "Others")
    return tuple(
        Group(f"letter {letter}", Words(letter, letter) if letter else other, tuple(all_))
        for letter, all_ in found.items()
    )


_NameKey = tuple[bool, tuple[tuple[str, str], ...], int]


def _name_key(attendee: Attendee, readings: Readings) -> _NameKey:
    """By sounds, then by codes: all 张 stand before all 章. Who cannot be read comes last."""
    parts = tuple((_sound(each, readings), each) for each in attendee.person.name if not each.isspace())
    return (not _letter(parts[0][0] if parts else ""), parts, attendee.id)


def _first_letter(attendee: Attendee, readings: Readings) -> str:
    name = attendee.person.name.strip()
    return _letter(_sound(name[0], readings)) if name else ""


def _letter(sound: str) -> str:
    first = sound[:1].upper()
    return first if "A" <= first <= "Z" else ""


def _sound(character: str, readings: Readings) -> str:
    """Its likeliest pinyin; of a letter the letter, without accent and case."""
    known = readings.get(character)
    if known:
        return known[0]
    return unicodedata.normalize("NFD", character)[0].casefold() if character.isalpha() else character
