"""The floor with values like the real ones and no store. `standing_value` is what it says of stalls and ways;
what staff change on it shows on their page only."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.domain import floor_words
from kiosk.domain.fair import BEIJING
from kiosk.domain.search import natural_key
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.services.floor_values import CutOff, FloorSheet, FloorStall, Guest, PassageRow
from kiosk.services.values import Correction

SINCE = datetime(2026, 11, 28, 9, 12, tzinfo=BEIJING)
BY = "陈示例"
HALLS = {"1": Words("1 号馆", "Hall 1"), "2": Words("2 号馆", "Hall 2")}


def _row(ids: str, kind: str, name: Words, levels: str, near: str) -> PassageRow:
    name = floor_words.near_stall(name, near) if name.zh == "通道" else name
    places = floor_words.place(tuple(HALLS[each] for each in levels), "" if near in name.zh else near)
    return PassageRow(ids.split(maxsplit=1)[0], tuple(ids.split()), kind, name, tuple(levels), places)


PASSAGES = (
    _row("l1 l1-up", "lift", Words("1 号电梯", "Lift 1"), "12", "A001"),
    _row("s1 s1-up", "stairs", Words("东楼梯", "East stairs"), "12", "C004"),
    _row("e1", "escalator", Words("上行扶梯", "Escalator up"), "12", "B008"),
    _row("r1", "ramp", Words("西门坡道", "West gate ramp"), "1", "A005"),
    _row("1-p1", "passage", Words("A 区南通道", "Aisle south of A"), "1", "A004"),
    _row("1-p2", "passage", Words("通道", "Aisle"), "1", "B001"),
    _row("2-p1", "passage", Words("通道", "Aisle"), "2", "D003"),
)
HARMS = {"l1": CutOff(0, 24), "s1": CutOff(0, 0), "1-p1": CutOff(3, 5)}


_GONE = (None, StallState.LATE, StallState.RELEASED, StallState.MOVED)


class FakeFloor:
    """Stands in for kiosk.services.floor.Floor."""

    def __init__(self, calls, hosts: dict[str, Words]) -> None:
        """`hosts` by the number of their stalls."""
        self.calls = calls
        self.hosts = hosts
        self.as_at_first()

    def as_at_first(self) -> None:
        """Nothing is closed or moved; of six stalls one host is late, the others are there."""
        self.standing_value = FloorStanding(
            states={
                stall: StallState.LATE if at % 6 == 5 else StallState.PRESENT
                for at, stall in enumerate(self.hosts)
            }
        )
        self.passages = PASSAGES
        self.cut = CutOff()
        self.refused: Words | None = None
        """What every change is refused with."""

    def standing(self) -> FloorStanding:
        self.calls.note("floor_standing")
        return self.standing_value

    def sheet(self) -> FloorSheet:
        self.calls.note("floor_sheet")
        closed = self.standing_value.closed
        rows = [replace(row, since=SINCE, by=BY) if closed & set(row.ids) else row for row in self.passages]
        rows.sort(key=lambda row: not row.closed)
        return FloorSheet(tuple(rows), self._stalls())

    def harm(self, passage: str, closed: frozenset[str]) -> CutOff:
        self.calls.note("floor_harm", passage, closed)
        return HARMS.get(passage, CutOff())

    def cut_off(self, closed: frozenset[str]) -> CutOff:
        self.calls.note("floor_cut_off", closed)
        return self.cut if closed else CutOff()

    def close(self, passages, staff: str) -> Correction:
        self.calls.note("close_passages", tuple(passages), staff)
        return self._passages(frozenset(passages), floor_words.closed, closed=True)

    def open(self, passages, staff: str) -> Correction:
        self.calls.note("open_passages", tuple(passages), staff)
        return self._passages(frozenset(passages), floor_words.opened, closed=False)

    def close_stalls(self, stalls, staff: str) -> Correction:
        self.calls.note("close_stalls", tuple(stalls), staff)
        states = dict(self.standing_value.states)
        states.update(dict.fromkeys(stalls, StallState.CLOSED))
        return self._change(floor_words.stalls_closed(tuple(stalls)), states=states)

    def open_stalls(self, stalls, staff: str) -> Correction:
        self.calls.note("open_stalls", tuple(stalls), staff)
        states = dict(self.standing_value.states)
        states.update(dict.fromkeys(stalls, StallState.PRESENT))
        return self._change(floor_words.stalls_opened(tuple(stalls)), states=states)

    def move(self, stall: str, to: str, staff: str) -> Correction:
        self.calls.note("move_stall", stall, to, staff)
        moved = {**self.standing_value.moved, stall: to}
        states = {**self.standing_value.states, stall: StallState.MOVED}
        return self._change(floor_words.moved(stall, to), moved=moved, states=states)

    def move_back(self, stall: str, staff: str) -> Correction:
        self.calls.note("move_back_stall", stall, staff)
        moved = {own: to for own, to in self.standing_value.moved.items() if own != stall}
        states = {**self.standing_value.states, stall: StallState.PRESENT}
        return self._change(floor_words.moved_back(stall), moved=moved, states=states)

    def _passages(self, ids, words, *, closed: bool) -> Correction:
        before = self.standing_value.closed
        rows = [row for row in self.passages if set(row.ids) & ids]
        whole = frozenset(each for row in rows for each in row.ids)
        after = before | whole if closed else before - whole
        return self._change(words(tuple(row.name for row in rows)), closed=after)

    def _change(self, words: Words, **changes) -> Correction:
        if self.refused is not None:
            return Correction(False, self.refused)
        self.standing_value = replace(self.standing_value, **changes)
        return Correction(True, words)

    def _stalls(self) -> tuple[FloorStall, ...]:
        standing = self.standing_value
        guests: dict[str, tuple[Guest, ...]] = {}
        for own, to in standing.moved.items():
            guests[to] = (*guests.get(to, ()), Guest(own, self.hosts[own]))
        numbers = sorted({*self.hosts, *(f"{letter}099" for letter in "AD")}, key=natural_key)
        return tuple(
            FloorStall(
                stall,
                self.hosts.get(stall),
                standing.states.get(stall),
                to=standing.moved.get(stall, ""),
                guests=guests.get(stall, ()),
                closed=standing.states.get(stall) is StallState.CLOSED,
                free=stall not in guests
                and standing.states.get(stall)
                in (None, StallState.LATE, StallState.RELEASED, StallState.MOVED),
            )
            for stall in numbers
        )
