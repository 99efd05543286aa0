"""A first-time staff member's path: the printer runs out of paper at the third badge of ten.

A real window, store and queue; only the printer is simulated. Its pictures go to the folder that
FAIR_KIOSK_STAFF_PATH names, in the look that FAIR_KIOSK_STAFF_LOOK names (en-landscape).
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.devices.printers import kinds
from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import WORDS, Trouble, visitor_words
from kiosk.domain.printing import Media, Page, PrintState, Takes
from kiosk.services.printing import condition, flights
from kiosk.store import prints
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings
from tests.fakes.printers import SimulatedPrinter

SAMPLE = Path(__file__).parents[2] / "resources" / "sample_fairs" / "double_selection"
LANGUAGE, _, ORIENTATION = os.environ.get("FAIR_KIOSK_STAFF_LOOK", "zh-portrait").partition("-")
WINDOW = WindowSettings(fullscreen=False, language=LANGUAGE, orientation=ORIENTATION)
PAPER_OUT = WORDS[Trouble.PAPER_OUT].title.of(LANGUAGE)
PRINTER = PrinterSettings(
    kind="zpl",
    id="right",
    address="tcp://127.0.0.1:9",
    name="右手标签机",
    name_en="Right label printer",
    place="右手边的出卡口",
    place_en="the slot on your right",
    layout="tape_62",
)
VISITORS = 10
EMPTY_AT = 3


@dataclass
class PaperPrinter(SimulatedPrinter):
    """Prints as long as there is paper; of one badge it never says what became of it."""

    paper: int = EMPTY_AT - 1
    silent_at: int = 6
    """The job, counted from 1, of which nobody can say whether it came out."""

    def look(self) -> Look:
        self._feed()
        abilities = Abilities(Takes.MONO, 300, Media(62, 0), confirms=True)
        return Look(self.trouble, abilities=abilities, waiting=len(self.holds))

    def send(self, page: Page) -> Handover:
        if len(self.pages) + 1 == self.silent_at:
            self.pages.append(page)
            return Handover(PrintState.UNKNOWN, Trouble.SILENT)
        handover = super().send(page)
        self._feed()
        return self.follow(handover.reference)

    def follow(self, reference: str) -> Handover:
        self._feed()
        return super().follow(reference)

    def load(self, sheets: int) -> None:
        """Staff put paper in."""
        self.paper = sheets
        self.trouble = None

    def _feed(self) -> None:
        for reference, job in list(self.holds.items()):
            if self.paper == 0:
                self.trouble = Trouble.PAPER_OUT
                return
            self.paper -= 1
            self.came_out[job] += 1
            del self.holds[reference]
            self.done[reference] = Handover(PrintState.CONFIRMED, reference=reference)


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, list[str]]:
    """A kiosk of the sample fair, and the codes of graduates who are booked."""
    state = State(tmp_path_factory.mktemp("state"))
    codes = prepare_sample(state, SAMPLE, "", lambda _stage, _done, _total: None)
    with codes.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return state, [row["登记码"] for row in rows if (row["证件"], row["状态"]) == ("毕业生", "已确认")]


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> PaperPrinter:
    """The only printer; it is looked at and followed as often as a test is in a hurry."""
    made = PaperPrinter(id="right")
    monkeypatch.setattr(kinds, "printer_of", lambda _settings: made)
    monkeypatch.setattr(condition, "LOOK_EVERY_S", 0.1)
    monkeypatch.setattr(flights, "FOLLOW_EVERY_S", 0.05)
    return made


@pytest.fixture
def path(
    application: QGuiApplication,
    qt_messages: None,
    fair: tuple[State, list[str]],
    printer: PaperPrinter,
    tmp_path: Path,
) -> Iterator[Walk]:
    """The running kiosk."""
    state, codes = fair
    settings = Settings(window=WINDOW, printers=(PRINTER,))
    keys = provider(settings, state, str)
    running = Running(WINDOW, lambda: open_kiosk(settings, state, keys), still=True)
    running.show()
    folder = Path(os.environ.get("FAIR_KIOSK_STAFF_PATH", tmp_path / "pictures"))
    hand = Hand(running, folder)
    hand.wait(lambda: running.opened is not None, "the services")
    hand.rest()
    yield Walk(running, hand, printer, iter(codes))
    running.close()


@dataclass
class Walk:
    """Who walks it."""

    running: Running
    hand: Hand
    printer: PaperPrinter
    codes: Iterator[str]
    admitted: int = 0

    @property
    def models(self):
        return self.running.window.models

    def visitor(self) -> None:
        """Somebody who is booked for now scans; who is too early comes back later."""
        verdict = self.models.page("verdict")
        while True:
            self.hand.scan(next(self.codes))
            if verdict.verdict == "admit" and verdict.shown:
                self.admitted += 1
                return
            verdict.close()

    def hold_ends(self) -> None:
        while self.models.verdict.shown:
            self.models.verdict.step()
        self.hand.rest()

    def badge_becomes(self, state: str) -> None:
        self.hand.wait(lambda: self.models.badge.state == state, f"a badge that is {state}")
        self.hand.rest()

    def jobs(self, state: PrintState) -> int:
        gate = self.running.opened.services.gate
        found = []

        def count() -> None:
            db, fair = gate.store.db, gate.fair.id
            found.extend(prints.print_jobs(db, (state,), fair=fair, origin=gate.store.journal.origin))

        self.running.window.bridge.finish(count)
        return len(found)


def test_the_printer_is_out_of_paper_at_the_third_badge_of_ten(path: Walk, printer: PaperPrinter) -> None:
    hand, models = path.hand, path.models
    models.navigation.go("attract")
    hand.picture("attract")
    for number in range(1, EMPTY_AT):
        path.visitor()
        if number == 1:
            hand.picture("welcome")
        hand.wait(lambda: models.verdict.steps[0]["own"] == "out", "the badge")
        if number == 1:
            hand.picture("badge-out")
        models.end_visit()

    path.visitor()
    hand.wait(lambda: models.verdict.steps[0]["own"] == "held", "bad news")
    hand.picture("third-held")
    path.hold_ends()
    assert models.navigation.page == "badge"
    assert models.badge.cause == visitor_words(Trouble.PAPER_OUT).of(LANGUAGE)
    hand.picture("third-waits")
    hand.touch("badge.code_offer")
    assert models.badge.code != ""
    hand.picture("third-takes-the-code")
    hand.touch("badge.home")
    assert (models.navigation.page, models.badge.code) == ("home", "")
    for _ in range(EMPTY_AT, VISITORS):
        path.visitor()
        hand.wait(lambda: models.verdict.steps[0]["own"] == "held", "bad news")
        models.end_visit()
    assert sum(printer.came_out.values()) == EMPTY_AT - 1

    hand.touch("foot.help")
    hand.touch("help.staff")
    hand.picture("staff-signs-in")
    for digit in "2468":
        hand.touch_named(digit)
    hand.touch("staff.sign_in")
    staff = models.staff
    hand.wait(lambda: len(staff.desk.needs) > 0, "what needs doing")
    need = staff.desk.needs[0]
    assert PAPER_OUT in need["title"]
    hand.picture("needs-doing")
    hand.touch("staff.to_printers")
    printers = staff.printers
    hand.wait(lambda: printers.state == "ready", "the printers")
    assert (printers.shown["title"], printers.jobs.waiting) == (PAPER_OUT, VISITORS - EMPTY_AT + 1)
    hand.picture("printers-out-of-paper")

    printer.load(100)
    hand.wait(lambda: printers.shown["recovered"], "the printer to be seen well")
    hand.picture("paper-loaded")
    hand.wait(lambda: printers.jobs.unknown == 1 and printers.jobs.waiting == 0, "the rest to come out")
    assert sum(printer.came_out.values()) == VISITORS - 1
    hand.picture("did-it-come-out")
    hand.touch("printing.not_come_out")
    hand.picture("no")
    hand.wait(lambda: sum(printer.came_out.values()) == VISITORS, "the lost one")
    hand.wait(lambda: printers.jobs.waiting == printers.jobs.unknown == printers.jobs.failed == 0, "rest")
    hand.picture("all-out")
    hand.touch("staff.back_to_desk")
    hand.wait(lambda: not [each for each in staff.desk.needs if each["leadsTo"] == "printers"], "no need")
    hand.picture("nothing-to-do-for-printers")
    assert set(printer.came_out.values()) == {1}
    assert path.admitted == VISITORS
    assert (path.jobs(PrintState.CONFIRMED), path.jobs(PrintState.FAILED)) == (VISITORS, 1)
