"""Five tasks of a first-time visitor on the real window: `python -m tests.ui.first_visit [--pictures DIR]`.

A real store and the sample fairs; every touch is of a control that can be seen, every key one of the
keyboard's own, as a finger would. Counts touches and keys, and estimates seconds:

- reading: all that is Chinese from the top of a page down to what is touched, once, at 6.5 hanzi a second
  (Brysbaert 2019: 260 words of Chinese a minute, 1.5 hanzi a word): as somebody does who skips nothing;
- deciding 1.35 s before each touch, reaching and touching 1.2 s (the keystroke-level model: Card, Moran and
  Newell 1980; M, and P with B);
- typing: 0.6 s a key on a keyboard that is known, 2.2 s on one that is not (MacKenzie and Zhang 2001: 20 and
  5.4 words a minute, novices on soft keyboards);
- holding a code out: 4 s, our own guess;
- the machine: measured, from the touch until the window has come to rest.

Nobody is watched here: the numbers compare designs, and say nothing of who gets lost.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, qtTrId
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.app import SAMPLE_CLOCK_MIN, State, open_kiosk, open_pack, prepare_sample, provider
from kiosk.commands.journeys import Cast, SetClock, cast
from kiosk.config import Settings
from kiosk.domain.fair import at
from kiosk.keys.secrecy import code_hash
from kiosk.ui import resources
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings

HANZI_A_SECOND = 6.5
DECIDE_S, TOUCH_S = 1.35, 1.2
KEY_S, STRANGE_KEY_S = 0.6, 2.2
HOLD_OUT_S = 4.0
SAID = frozenset({QAccessible.Role.StaticText, QAccessible.Role.Heading})
HANZI = re.compile("[\u4e00-\u9fff]")
STALL = re.compile(r"^[A-Z]\d{3} ")


@dataclass
class Tally:
    """What one task took."""

    task: str
    touches: int = 0
    keys: int = 0
    reading_s: float = 0.0
    hands_s: float = 0.0
    machine_s: float = 0.0
    steps: list[str] = field(default_factory=list)

    @property
    def total_s(self) -> float:
        """All of it."""
        return self.reading_s + self.hands_s + self.machine_s


class FirstTime:
    """A hand that counts, and reads each page before it touches it."""

    def __init__(self, hand: Hand, running: Running, tally: Tally) -> None:
        self.hand, self.running, self.tally = hand, running, tally
        self._read: set[str] = set()

    def touch(self, text_id: str) -> None:
        """Touch the control whose name is that text, up to its first value."""
        self.touch_named(qtTrId(text_id).partition("%1")[0])

    def touch_named(self, name: str, found: Callable[[str], bool] | None = None) -> None:
        """Touch the first control whose name begins so, or that `found` takes."""
        takes = found or (lambda each: each.startswith(name))
        names = self.hand.names()
        whole = next((each for each in names if takes(each)), None)
        if whole is None:
            raise LookupError(f"{name!r} is not among {names}")
        self._look(until=whole)
        self.tally.touches += 1
        self.tally.hands_s += DECIDE_S + TOUCH_S
        self.tally.steps.append(whole.split("\n")[0][:24])
        self._timed(lambda: self.hand.touch_named(whole))

    def touch_field(self) -> None:
        """Touch the field for words."""
        self._look(until="")
        self.tally.touches += 1
        self.tally.hands_s += DECIDE_S + TOUCH_S
        self.tally.steps.append("(field)")
        self._timed(self.hand.touch_field)

    def press(self, keys: str, *, strange: bool = False) -> None:
        """Touch keys that are buttons of the page: digits, or letters in an order one does not know."""
        for key in keys:
            self._timed(lambda key=key: self.hand.touch_named(key))
        self._typed(keys, strange=strange)

    def type(self, keys: str) -> None:
        """Touch keys of the keyboard on the screen."""
        self.hand.wait(QGuiApplication.inputMethod().isVisible, "the keyboard")
        for key in keys:
            self._timed(lambda key=key: self.hand.touch_at(self._key(key)))
        self._typed(keys, strange=False)

    def hanzi(self, word: str, keys: str) -> None:
        """Type pinyin, and take what the keyboard offers that fits, piece by piece; else its first word."""
        self.type(keys)
        left = word
        while left:
            offered = self._offered()
            fits = [each for each in offered if left.startswith(each[0])]
            text, item = max(fits or offered[:1], key=lambda each: len(each[0]))
            self.tally.touches += 1
            self.tally.hands_s += DECIDE_S + TOUCH_S
            self.tally.steps.append(f"({text})")
            self._timed(lambda item=item: self.hand.touch_at(_middle(item)))
            left = left[len(text) :]

    def scan(self, text: str) -> None:
        """Hold a code out."""
        self.tally.hands_s += HOLD_OUT_S
        self.tally.steps.append("(scan)")
        self._timed(lambda: self.hand.scan(text))

    def read(self) -> None:
        """Read the page that is there, whole: the answer stands on it."""
        self._look(until="")

    def see(self, holds: Callable[[], bool], what: str) -> None:
        """The task is done only if this is there."""
        self.hand.wait(holds, what)

    def _typed(self, keys: str, *, strange: bool) -> None:
        self.tally.keys += len(keys)
        self.tally.hands_s += len(keys) * (STRANGE_KEY_S if strange else KEY_S)
        self.tally.steps.append(f"{len(keys)} keys")

    def _timed(self, act: Callable[[], None]) -> None:
        start = time.perf_counter()
        act()
        self.tally.machine_s += time.perf_counter() - start

    def _look(self, *, until: str) -> None:
        """Read what is new on the page, from its top down to a control."""
        for text in _texts(QAccessible.queryAccessibleInterface(self.running.window.quick)):
            hanzi = len(HANZI.findall(text))
            if hanzi and text not in self._read:
                self._read.add(text)
                numbers = len(re.findall("[A-Za-z0-9]+", text))  # each is read like two hanzi
                self.tally.reading_s += (hanzi + 2 * numbers) / HANZI_A_SECOND
            if text == until:
                break

    def _key(self, key: str) -> QPointF:
        for item in _items(self.running.window.quick.contentItem()):
            if item.property("displayText") == key and item.property("keyType") is not None:
                return _middle(item)
        raise LookupError(f"the keyboard has no {key!r}")

    def _offered(self) -> list[tuple[str, QQuickItem]]:
        """The words in the row above the keys, once they stand there."""

        def there() -> list[tuple[str, QQuickItem]]:
            keys_y = self._key("q").y()
            return [
                (word, item)
                for item in _items(self.running.window.quick.contentItem())
                if isinstance(word := item.property("display"), str) and word and _middle(item).y() < keys_y
            ]

        self.hand.wait(lambda: bool(there()), "words that the keyboard offers")
        self.hand.rest()
        return there()


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _items(child)


def _middle(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def _texts(interface: QAccessibleInterface) -> Iterator[str]:
    """What is read, in its order: words and the names of controls, without what stands inside these."""
    if not interface.isValid() or interface.state().invisible:
        return
    name = interface.text(QAccessible.Text.Name).replace("\u2060", "")
    if name and interface.role() != QAccessible.Role.Window:
        yield name
        if interface.role() not in SAID:
            return
    for index in range(interface.childCount()):
        yield from _texts(interface.child(index))


# ---- the tasks


def check_in_scan(me: FirstTime, actors: Cast) -> None:
    """1. Check in: the code is on the phone."""
    me.scan(actors.in_time)
    me.read()
    me.see(lambda: me.running.window.models.verdict.verdict == "admit", "being let in")


def check_in_code(me: FirstTime, actors: Cast) -> None:
    """1b. The same, the code typed."""
    me.touch("attract.check_in_zh")
    me.touch("check_in.by_code")
    me.press(actors.in_time, strange=True)
    me.touch("check_in.done")
    me.see(lambda: me.running.window.models.verdict.verdict == "admit", "being let in")


def check_in_name(me: FirstTime, actors: Cast) -> None:
    """1c. The same, by name and the phone's last four digits."""
    me.touch("attract.check_in_zh")
    me.touch("check_in.by_name")
    me.hanzi(actors.name, _pinyin(actors.name))
    me.touch("check_in.next")
    me.press(actors.phone_tail)
    me.touch("check_in.done")
    me.see(lambda: me.running.window.models.verdict.shown, "a verdict")


def walk_up(me: FirstTime, _actors: Cast) -> None:
    """2. Register here, without a booking."""
    me.touch("attract.badge_zh")
    me.touch("check_in.walk_up")
    me.hanzi("李明", "liming")
    me.touch("walk_up.next")
    me.touch("walk_up.degree_master")
    me.type("bkd")
    me.touch_named("北京科技大学")
    if me.running.window.models.walkUp.question == "school":
        me.touch("walk_up.next")
    me.touch("walk_up.phone_skip")
    me.touch("walk_up.agree")
    me.see(lambda: me.running.window.models.verdict.verdict == "admit", "being let in")


def find_beihang(me: FirstTime, _actors: Cast) -> None:
    """3. Where is 北航? (at the fair where schools host)"""
    me.touch("attract.stall_zh")
    me.touch_field()
    me.type("beihang")
    me.touch_named("北京航空航天大学", lambda name: "北京航空航天大学" in name)
    me.read()
    me.see(lambda: "北京航空航天大学" in "".join(me.hand.names()), "the stall")


def step_free(me: FirstTime, _actors: Cast) -> None:
    """4. A way without stairs to a stall in the other hall."""
    me.touch("attract.do_zh")
    me.touch("home.step_free")
    me.touch("home.find")
    me.touch_named("2 号馆")
    me.touch_named("a stall", STALL.match)
    me.touch("find.open")
    me.touch("card.way")
    me.read()
    me.see(lambda: me.running.window.models.way.stepFree, "a way without steps")


def tomorrows_talk(me: FirstTime, _actors: Cast) -> None:
    """5. When and where is tomorrow's first talk? (the evening before)"""
    me.touch_named("9:00")
    me.read()
    me.see(lambda: me.running.window.models.navigation.page == "session", "the talk")


TASKS: tuple[tuple[str, str, float, Callable[[FirstTime, Cast], None]], ...] = (
    ("1 check in, code scanned", "double_selection", 0, check_in_scan),
    ("1b check in, code typed", "double_selection", 0, check_in_code),
    ("1c check in, by name", "double_selection", 0, check_in_name),
    ("2 walk up", "double_selection", 0, walk_up),
    ("3 find 北航", "reverse", 0, find_beihang),
    ("4 a way without stairs", "double_selection", 0, step_free),
    ("5 tomorrow's talk", "double_selection", -18, tomorrows_talk),
)
"""Name, fair, hours from the tour's clock, and what is done."""


def _pinyin(name: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415, heavy

    return "".join(lazy_pinyin(name))


def visit(folder: Path, sample: str, orientation: str, pictures: Path | None) -> Iterator[Tally]:
    """All tasks of one fair, each from the attract page of a kiosk on which nobody has checked in."""
    for name, of, hours, task in TASKS:
        if of != sample:
            continue
        state = State(folder / name.replace(" ", "-"))
        fair_folder = resources.root() / "sample_fairs" / sample
        codes = prepare_sample(state, fair_folder, "", lambda *_of: None)
        window = WindowSettings(language="zh", orientation=orientation, fullscreen=False)
        settings = Settings(window=window)
        keys = provider(settings, state, str)
        catalogue, _ = open_pack(settings, state, keys.load())
        fair = catalogue.fair()
        clock = SetClock(at(fair.days[0].day, SAMPLE_CLOCK_MIN))
        actors = Cast("", "", "", "", "")
        if task in (check_in_scan, check_in_code, check_in_name):
            hashes = [(each, code_hash(fair.id.encode(), each)) for each in _codes(codes)]
            people = {code: who for code, of_it in hashes if (who := catalogue.attendee_by_code(of_it))}
            actors = cast(codes, fair, people, clock.now())
        catalogue.close()
        clock.moment += timedelta(hours=hours)
        running = Running(
            window,
            lambda s=settings, t=state, k=keys, c=clock: open_kiosk(s, t, k, lambda _fair: c),
            still=True,
        )
        running.show()
        try:
            yield _do(name, task, running, actors, pictures or folder / "pictures")
        finally:
            running.close()


def _do(name: str, task: Callable, running: Running, actors: Cast, pictures: Path) -> Tally:
    hand = Hand(running, pictures / name.replace(" ", "-"))
    hand.wait(lambda: running.opened is not None, "the services")
    hand.rest()
    running.window.models.home_rests()
    hand.rest()
    hand.picture("attract")
    tally = Tally(name)
    task(FirstTime(hand, running, tally), actors)
    hand.picture("done")
    return tally


def _codes(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["登记码"] for row in csv.DictReader(file)]


def main() -> int:
    """Do all of them and print a row a task."""
    parser = argparse.ArgumentParser(prog="python -m tests.ui.first_visit", description=__doc__)
    parser.add_argument("--orientation", default="portrait", choices=("portrait", "landscape"))
    parser.add_argument("--pictures", type=Path, help="keep the first and the last picture of each task here")
    given = parser.parse_args()
    columns = ("task", "touches", "keys", "read s", "hands s", "machine s", "total s")
    print(" | ".join(columns))
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-first-visit-") as folder:
        for sample in ("double_selection", "reverse"):
            for tally in visit(Path(folder), sample, given.orientation, given.pictures):
                numbers = (tally.reading_s, tally.hands_s, tally.machine_s, tally.total_s)
                row = [tally.task, str(tally.touches), str(tally.keys), *(f"{each:.1f}" for each in numbers)]
                print(" | ".join(row))
                print("    " + " > ".join(tally.steps), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
