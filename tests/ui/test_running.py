"""The window over real services: a printer that stops, a disk that is full, a pack that is not there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings

CHECKOUT = Path(__file__).parents[2]
WINDOW = WindowSettings(fullscreen=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, list[str]]:
    """A kiosk of the reverse sample fair, and codes of people who may go in now."""
    state = State(tmp_path_factory.mktemp("state"))
    folder = CHECKOUT / "resources" / "sample_fairs" / "reverse"
    codes = prepare_sample(state, folder, "", lambda _stage, _done, _total: None)
    rows = [line.split(",") for line in codes.read_text(encoding="utf-8-sig").splitlines()]
    return state, [row[2] for row in rows if row[4] == "用人单位" and row[5] == "已确认"]


@pytest.fixture
def run(
    application: QGuiApplication, qt_messages: list[str], tmp_path: Path
) -> Iterator[Callable[[State], tuple[Running, Hand]]]:
    """Opens a running kiosk on a state folder."""
    running: list[Running] = []

    def open_on(state: State) -> tuple[Running, Hand]:
        settings = Settings(window=WINDOW)
        keys = provider(settings, state, str)
        opened = Running(WINDOW, lambda: open_kiosk(settings, state, keys), still=True)
        opened.show()
        running.append(opened)
        return opened, Hand(opened, tmp_path / "pictures")

    yield open_on
    for each in running:
        each.close()


def ready(running: Running, hand: Hand) -> None:
    hand.wait(lambda: running.opened is not None, "the services")
    hand.rest()


def test_a_scan_before_the_store_is_open_is_not_lost(made, run) -> None:
    state, codes = made
    running, hand = run(state)
    hand.scan(codes[0])
    ready(running, hand)
    hand.wait(lambda: running.window.models.verdict.shown, "the verdict of the early scan")
    assert running.window.models.verdict.verdict == "admit"


def test_a_printer_that_stops_sends_the_visitor_to_the_desk(made, run) -> None:
    state, codes = made
    running, hand = run(state)
    ready(running, hand)
    hand.wait(running.printer_rests, "earlier badges")
    state.prints.rename(state.folder / "gone")
    try:
        hand.scan(codes[1])
        verdict = running.window.models.verdict
        assert verdict.verdict == "admit"
        badge = running.window.models.badge  # the verdict may have ended before the printer said so
        hand.wait(
            lambda: badge.state == "stopped" or (verdict.shown and verdict.steps[0]["own"] == "stopped"),
            "the printer's fault",
        )
    finally:
        (state.folder / "gone").rename(state.prints)


def test_a_store_that_cannot_be_opened_asks_for_staff(made, run, tmp_path: Path, capfd) -> None:
    state, _ = made
    broken = State(tmp_path / "broken")
    broken.folder.mkdir()
    (broken.folder / "packs").symlink_to(state.folder / "packs")
    broken.keys.symlink_to(state.keys)
    broken.store.write_bytes(b"not a store" * 1000)
    running, hand = run(broken)
    hand.wait(lambda: running.fault is not None, "the fault")
    hand.rest()
    assert running.window.models.navigation.page == "out_of_service"
    assert len(capfd.readouterr().err.strip().splitlines()) == 1
    assert broken.store.read_bytes() == b"not a store" * 1000
