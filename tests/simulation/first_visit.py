"""Five tasks of a first-time visitor on the real window: `python -m tests.simulation.first_visit [FOLDER]`.

Prints touches, typed keys and pages of each, the seconds that the machine took, and an estimate of a person's
seconds: 1.35 s to take in a page, 1.1 s for a touch or a key (Card, Moran and Newell 1980, keystroke-level
model: M and P), 2 s to hold a code under the scanner. The estimate knows nothing of crowds and doubts.
A picture of each page is left in FOLDER.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kiosk.app import SAMPLE_CLOCK_MIN, State, open_kiosk, open_pack, prepare_sample, provider
from kiosk.commands.journeys import SetClock
from kiosk.config import Settings
from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import at
from kiosk.keys.secrecy import code_hash
from kiosk.ui import resources
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings

LOOK_S = 1.35
TOUCH_S = 1.1
SCAN_S = 2.0
NAME_KEYS = 11
"""zhao'shi'li and two choices of hanzi: what 赵示例 takes on the pinyin keyboard."""


@dataclass
class Effort:
    """What a task took."""

    touches: int = 0
    keys: int = 0
    scans: int = 0
    pages: int = 1
    machine_s: float = 0.0

    @property
    def person_s(self) -> float:
        """Estimated seconds of a person."""
        return self.pages * LOOK_S + (self.touches + self.keys) * TOUCH_S + self.scans * SCAN_S


class Visitor:
    """A hand that counts."""

    def __init__(self, running: Running, folder: Path) -> None:
        self.hand = Hand(running, folder)
        self._running = running
        self.effort = Effort()

    def begin(self) -> None:
        """Home, nobody's."""
        self._running.go_home()
        self.hand.rest()
        self.effort = Effort()

    def touch(self, text_id: str, *values: object, page: bool = True) -> None:
        """Touch a control of ours; `page` where another page or question comes."""
        self._timed(lambda: self.hand.touch(text_id, *values))
        self.effort.touches += 1
        self.effort.pages += page

    def touch_named(self, name: str, *, page: bool = True) -> None:
        """Touch what is named so."""
        self._timed(lambda: self.hand.touch_named(name))
        self.effort.touches += 1
        self.effort.pages += page

    def press(self, keys: str) -> None:
        """Keys of a pad on the screen."""
        for key in keys:
            self._timed(lambda key=key: self.hand.touch_named(key))  # type: ignore[misc]
        self.effort.keys += len(keys)

    def write(self, text: str, keys: int) -> None:
        """Words on the keyboard on the screen, which take so many keys."""
        self._timed(lambda: self.hand.type(text))
        self.effort.keys += keys

    def scan(self, code: str) -> None:
        """Hold a code under the scanner."""
        self._timed(lambda: self.hand.scan(code))
        self.effort.scans += 1
        self.effort.pages += 1

    def touch_field(self) -> None:
        """Touch the field for words."""
        self._timed(self.hand.touch_field)
        self.effort.touches += 1

    def see(self, name: str) -> None:
        """A picture; costs nothing."""
        self.hand.picture(name)

    def _timed(self, act: Callable[[], None]) -> None:
        before_s = time.monotonic()
        act()
        self.effort.machine_s += time.monotonic() - before_s


def check_in(visitor: Visitor, code: str, number: str, tail: str) -> dict[str, Effort]:
    """With the code that was sent, and without it."""
    visitor.begin()
    visitor.scan(code)
    visitor.see("check-in")
    scanned = visitor.effort
    visitor.begin()
    visitor.touch("home.check_in")
    visitor.touch("check_in.by_number")
    visitor.press(number)
    visitor.touch("check_in.next")
    visitor.press(tail)
    visitor.touch("check_in.done")
    visitor.see("check-in-by-number")
    return {"check in, code at hand": scanned, "check in, code forgotten": visitor.effort}


def walk_up(visitor: Visitor) -> dict[str, Effort]:
    """Nothing at hand: register."""
    visitor.begin()
    visitor.touch("home.check_in")
    visitor.touch("check_in.walk_up")
    visitor.write("赵示例", NAME_KEYS)
    visitor.touch("walk_up.next")
    visitor.touch("walk_up.degree_master")
    visitor.write("bkd", 3)
    visitor.touch_named("北京科技大学")
    visitor.touch("walk_up.phone_skip")
    visitor.touch("walk_up.agree")
    visitor.see("walk-up")
    return {"walk up": visitor.effort}


def school_stall(visitor: Visitor) -> dict[str, Effort]:
    """北京航空航天大学's stall, by initials."""
    visitor.begin()
    visitor.touch("home.find")
    visitor.touch_field()
    visitor.write("bjhk", 4)
    visitor.see("school-found")
    visitor.touch_named(next(name for name in visitor.hand.names() if "北京航空航天大学" in name))
    visitor.see("school-chosen")
    return {"find 北京航空航天大学's stall": visitor.effort}


def step_free(visitor: Visitor, stall: str) -> dict[str, Effort]:
    """The way to a stall on the other level, without stairs."""
    visitor.begin()
    visitor.touch("home.find")
    visitor.touch_field()
    visitor.write(stall, len(stall))
    visitor.touch_named(stall, page=False)
    visitor.touch("find.open")
    visitor.touch_named("怎么走")
    visitor.touch("way.step_free", page=False)
    visitor.see("way-step-free")
    return {"a way without stairs": visitor.effort}


def talk(visitor: Visitor) -> dict[str, Effort]:
    """The first session of the afternoon, and the way there."""
    visitor.begin()
    visitor.touch("home.programme")
    while not any(name.startswith("13:") for name in visitor.hand.names()):
        visitor.touch("find.page_on", page=False)
    visitor.see("programme")
    visitor.touch_named("13:")
    visitor.see("session")
    return {"the afternoon's talk": visitor.effort}


@contextmanager
def visiting(sample: str, folder: Path) -> Iterator[tuple[Visitor, list[Attendee], dict[str, str]]]:
    """A kiosk on a sample fair at 9:24; who is booked, and the codes that were sent to them by name."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as kept:
        state = State(Path(kept))
        codes = prepare_sample(state, resources.root() / "sample_fairs" / sample, "", lambda *_: None)
        keys = provider(Settings(), state, str)
        catalogue, _ = open_pack(Settings(), state, keys.load())
        fair = catalogue.fair()
        with codes.open(encoding="utf-8-sig", newline="") as file:
            sent = [row["登记码"] for row in csv.DictReader(file)]
        found = {code: catalogue.attendee_by_code(code_hash(fair.id.encode(), code)) for code in sent}
        people = {code: each for code, each in found.items() if each is not None and admitted_now(each)}
        catalogue.close()
        clock = SetClock(at(fair.days[0].day, SAMPLE_CLOCK_MIN))
        window = WindowSettings(fullscreen=False)
        running = Running(
            window, lambda: open_kiosk(Settings(), state, keys, lambda _fair: clock), still=True
        )
        running.show()
        try:
            visitor = Visitor(running, folder / sample)
            visitor.hand.wait(lambda: running.opened is not None, "the services")
            yield visitor, list(people.values()), {each.person.name: code for code, each in people.items()}
        finally:
            running.close()


def admitted_now(attendee: Attendee) -> bool:
    """A graduate who is let in at 9:24, and can check in by a number of digits."""
    return (
        attendee.type is BadgeType.GRADUATE
        and attendee.registration is Registration.CONFIRMED
        and (attendee.slot is None or attendee.slot.start_min <= SAMPLE_CLOCK_MIN < attendee.slot.end_min)
        and attendee.person.student_number.isdigit()
        and attendee.person.phone_tail != ""
    )


def main(folder: Path) -> None:
    """All tasks, a line each."""
    efforts: dict[str, Effort] = {}
    with visiting("double_selection", folder) as (visitor, people, codes):
        first, second = people[0], people[1]
        code = codes[first.person.name]
        efforts |= check_in(visitor, code, second.person.student_number, second.person.phone_tail)
        efforts |= walk_up(visitor)
        efforts |= step_free(visitor, "D010")
        efforts |= talk(visitor)
    with visiting("reverse", folder) as (visitor, _people, _codes):
        efforts |= school_stall(visitor)
    print("touches  keys  pages  machine s  person s (estimated)  task")
    for task, it in efforts.items():
        print(
            f"{it.touches:7}  {it.keys:4}  {it.pages:5}  {it.machine_s:9.1f}  {it.person_s:20.0f}  {task}"
            + (", a scan" if it.scans else "")
        )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="fair-kiosk-first-visit-")))
