"""Looks over a plan: whatever a visitor or an exhibitor would stumble over on the day is found here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import hypot

from kiosk.domain.search import natural_key
from kiosk.domain.words import Words
from kiosk.pack.plans.clashes import find_clashes
from kiosk.pack.plans.findings import (
    FindingKind,
    Layout,
    PlanFinding,
    Spot,
    gapped,
    listed,
    spot,
    stall_spot,
)
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.plan import joins, link_ends
from kiosk.pack.plans.reach import find_unreachable
from kiosk.pack.records.ledger import Gravity

_FAIR = "fair.toml"
_MOVED_M = 0.5
"""A stall that the drawing shows this far from where the sheet has it was moved in one of them only."""

_ASTRAY = frozenset({FindingKind.OFF_FLOOR, FindingKind.SERVED_SIDE})
"""That no way leads to such a stall goes without saying."""


def lint(layout: Layout) -> tuple[PlanFinding, ...]:
    """All that is wrong with a plan: errors first, each in the order in which it is looked for."""
    clashes = tuple(find_clashes(layout))
    stalls = frozenset(each.subject for each in clashes if each.kind in _ASTRAY)
    found = [
        *_numbers(layout),
        *_hosts(layout),
        *_zones(layout),
        *_names(layout),
        *_links(layout),
        *clashes,
        *find_unreachable(layout, but=stalls),
    ]
    return tuple(sorted(found, key=lambda each: each.gravity is not Gravity.ERROR))


def _numbers(layout: Layout) -> Iterator[PlanFinding]:
    """Numbers that stand on two stalls, and stalls that lie elsewhere than the sheet says."""
    settled = {place.number: place for place in layout.places}
    drawn: dict[str, list[tuple[str, Spot]]] = defaultdict(list)
    for drawing in layout.drawings:
        for stall in drawing.stalls:
            drawn[stall.number].append((drawing.file, Spot(drawing.level, stall.box)))
    for number, found in sorted(drawn.items(), key=lambda each: natural_key(each[0])):
        file, first = found[0]
        spots = tuple(each for _file, each in found)
        if len(found) > 1:
            words = Words(
                f"展位号 {number} 画了 {len(found)} 次，请改号。",
                f"stall number {number} is drawn {len(found)} times: renumber.",
            )
            yield PlanFinding(FindingKind.DUPLICATE, Gravity.ERROR, file, 0, number, words, spots)
        elif number in settled and _moved(settled[number], first):
            place = settled[number]
            words = Words(
                f"展位 {number} 在图纸上和坐标表里位置不同，以坐标表为准。",
                f"the drawing shows stall {number} elsewhere than the sheet, which is followed.",
            )
            at = (first, stall_spot(place))
            yield PlanFinding(
                FindingKind.DRAWN_ELSEWHERE, Gravity.LOOK, layout.geometry, place.row, number, words, at
            )


def _moved(place: StallPlace, drawn: Spot) -> bool:
    x, y = place.box.centre
    drawn_x, drawn_y = drawn.box.centre
    return place.level != drawn.level or hypot(x - drawn_x, y - drawn_y) > _MOVED_M


def _hosts(layout: Layout) -> Iterator[PlanFinding]:
    """Stalls that somebody has and nobody drew, and the other way about."""
    drawn = {place.number for place in layout.places}
    for number, host in layout.hosts.items():
        if number not in drawn:
            words = Words(
                f"“{host}”的展位 {number} 不在展位坐标里，地图上找不到它。",
                f'stall {number} of "{host}" has no geometry: the map cannot show it.',
            )
            yield PlanFinding(FindingKind.NOT_DRAWN, Gravity.ERROR, layout.geometry, 0, number, words)
    nobody: dict[str, list[StallPlace]] = defaultdict(list)
    for place in layout.places:
        if place.number not in layout.hosts:
            nobody[place.number[0]].append(place)
    for letter, places in sorted(nobody.items()):
        numbers = listed([place.number for place in places])
        words = Words(f"展位 {numbers.zh} 还没有单位。", f"nobody has stall {numbers.en} yet.")
        spots = tuple(stall_spot(place) for place in places)
        yield PlanFinding(FindingKind.UNASSIGNED, Gravity.LOOK, layout.geometry, 0, letter, words, spots)


def _zones(layout: Layout) -> Iterator[PlanFinding]:
    """Stalls of no zone, and stalls in another hall than their zone's."""
    zones = {zone.letter: zone for zone in layout.file.zones}
    levels = dict(layout.file.levels)
    strange: dict[tuple[str, str], list[StallPlace]] = defaultdict(list)
    for place in layout.places:
        zone = zones.get(place.number[0])
        if zone is None or zone.level != place.level:
            strange[place.number[0], place.level if zone else ""].append(place)
    for (letter, level), places in sorted(strange.items()):
        spots = tuple(stall_spot(place) for place in places)
        numbers = listed([place.number for place in places])
        zone = zones.get(letter)
        if zone is None:
            words = Words(
                f"fair.toml 里没有专区 {letter}（展位 {numbers.zh}），请补上。",
                f"fair.toml has no zone {letter} (stall {numbers.en}): add it.",
            )
            yield PlanFinding(FindingKind.NO_ZONE, Gravity.LOOK, layout.geometry, 0, letter, words, spots)
            continue
        own, other = levels[zone.level], levels[level]
        words = Words(
            f"{letter} 区在{gapped(own.zh)}，展位 {numbers.zh} 却在{gapped(other.zh)}，请核对。",
            f"zone {letter} is in {own.of('en')}, stall {numbers.en} in {other.of('en')}: check.",
        )
        row = places[0].row if len(places) == 1 else 0
        yield PlanFinding(FindingKind.WRONG_LEVEL, Gravity.LOOK, layout.geometry, row, letter, words, spots)


def _names(layout: Layout) -> Iterator[PlanFinding]:
    """Gates and kiosks that are drawn and not listed, or listed and not drawn."""
    listed_kiosks = {kiosk.id for kiosk in layout.file.kiosks}
    gates = {gate.id: gate for gate in layout.file.fair.gates}
    drawn: set[str] = set()
    for drawing in layout.drawings:
        for kiosk in drawing.kiosks:
            if kiosk.id not in listed_kiosks:
                words = Words(
                    f"平面图上的终端 {kiosk.id} 没有登记，请写进 fair.toml。",
                    f"kiosk {kiosk.id} is drawn, not listed: add it to fair.toml.",
                )
                at = spot(drawing.level, kiosk.place)
                yield PlanFinding(
                    FindingKind.KIOSK_UNKNOWN, Gravity.LOOK, drawing.file, 0, kiosk.id, words, (at,)
                )
        for gate, place in drawing.gates:
            drawn.add(gate)
            if gate not in gates:
                words = Words(
                    f"平面图上的门 {gate} 没有登记，请写进 fair.toml。",
                    f"gate {gate} is drawn, not listed: add it to fair.toml.",
                )
                at = spot(drawing.level, place)
                yield PlanFinding(FindingKind.GATE_UNKNOWN, Gravity.LOOK, drawing.file, 0, gate, words, (at,))
    for gate_id in sorted(gates.keys() - drawn):
        words = Words(
            f"平面图上没有画门 {gates[gate_id].name.zh}，请补画。",
            f"no drawing shows gate {gate_id}: draw it.",
        )
        yield PlanFinding(FindingKind.GATE_NOT_DRAWN, Gravity.LOOK, _FAIR, 0, gate_id, words)


def _links(layout: Layout) -> Iterator[PlanFinding]:
    """Lifts, stairs, ramps and escalators that lead nowhere."""
    files = {drawing.level: drawing.file for drawing in layout.drawings}
    for (kind, name), ends in sorted(link_ends(layout.drawings).items()):
        if joins(kind, ends):
            continue
        shown = ends[0].shape.name
        words = Words(
            f"{shown.zh or name}只画在一个楼层上，请在另一层补画（data-link 相同）。",
            f"{shown.of('en') or name} is drawn on one level only: draw its other end too.",
        )
        spots = tuple(Spot(end.level, end.shape.box) for end in ends)
        file = files[ends[0].level]
        yield PlanFinding(FindingKind.LINK_ONE_END, Gravity.ERROR, file, 0, name, words, spots)
