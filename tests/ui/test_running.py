"""The window over real services: a printer that stops, a disk that is full, a pack that is not there."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.devices.settings import PrinterSettings
from kiosk.pack import organiser
from kiosk.pack.build import build
from kiosk.pack.install import install
from kiosk.store import driver
from kiosk.store.migrations import open_store
from kiosk.ui import fault, resources, running
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
    opened_all: list[Running] = []

    def open_on(state: State) -> tuple[Running, Hand]:
        settings = Settings(window=WINDOW)
        keys = provider(settings, state, str)
        opened = Running(WINDOW, lambda: open_kiosk(settings, state, keys), still=True)
        opened.show()
        opened_all.append(opened)
        return opened, Hand(opened, tmp_path / "pictures")

    yield open_on
    for each in opened_all:
        each.close()


def ready(running: Running, hand: Hand) -> None:
    hand.wait(lambda: running.opened is not None, "the services")
    hand.rest()


def test_a_scan_before_the_store_is_open_is_not_lost(made, run) -> None:
    state, codes = made
    running, hand = run(state)
    stood: list[bool] = []
    running.window.shown.connect(lambda: stood.append(True))
    hand.wait(lambda: bool(stood), "the first frame")
    assert running.opened is None
    hand.scan(codes[0])
    ready(running, hand)
    hand.wait(lambda: running.window.models.verdict.shown, "the verdict of the early scan")
    assert running.window.models.verdict.verdict == "admit"


def test_a_printer_that_stops_holds_the_visitors_badge_and_says_so(made, run) -> None:
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
            lambda: badge.state == "held" or (verdict.shown and verdict.steps[0]["own"] == "held"),
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


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried again is tried soon, and who waits for a lock does not wait long."""
    monkeypatch.setattr(running, "RETRY_MS", 30)
    monkeypatch.setattr(fault, "PROBE_MS", 30)
    monkeypatch.setattr(driver, "BUSY_TIMEOUT_MS", 30)


@pytest.fixture
def own(made: tuple[State, list[str]], tmp_path: Path) -> State:
    """The same kiosk's pack and keys, with nothing that another test may want."""
    state, _ = made
    copy = State(tmp_path / "own")
    copy.folder.mkdir()
    shutil.copytree(state.folder / "packs", copy.folder / "packs")
    shutil.copy(state.keys, copy.keys)
    return copy


def code_at_start(window: Running, hand: Hand) -> str:
    hand.wait(lambda: window.fault is not None, "the fault")
    hand.wait(lambda: window.window.models.navigation.page == "out_of_service", "the page")
    return window.window.models.fault.code[:2]


def goes_home(window: Running, hand: Hand) -> None:
    ready(window, hand)
    hand.wait(lambda: window.window.models.navigation.page == "home", "home")
    assert not window.window.models.closed
    assert window.window.models.fault.code == ""


def test_a_pack_that_is_missing_is_awaited(own, run, soon, capfd) -> None:
    (own.folder / "packs").rename(own.folder / "aside")
    window, hand = run(own)
    assert code_at_start(window, hand) == "P1"
    (own.folder / "aside").rename(own.folder / "packs")
    goes_home(window, hand)
    assert len(capfd.readouterr().err.strip().splitlines()) == 1  # said once, however often it was tried


def test_a_pack_that_is_damaged_is_awaited(own, run, soon, capfd) -> None:
    database = next((own.folder / "packs").rglob("catalogue*.db"))
    whole = database.read_bytes()
    database.chmod(0o600)
    database.write_bytes(b"not a catalogue" * 1000)
    window, hand = run(own)
    assert code_at_start(window, hand) == "P2"
    database.write_bytes(whole)
    goes_home(window, hand)
    capfd.readouterr()


def test_the_wrong_key_is_awaited(own, run, soon, capfd) -> None:
    store = provider(Settings(), own, str).load().store_key
    open_store(own.store, bytes(32)).close()  # somebody else's
    window, hand = run(own)
    assert code_at_start(window, hand) == "S1"
    own.store.rename(own.folder / "theirs.db")
    open_store(own.store, store).close()
    goes_home(window, hand)
    capfd.readouterr()


def strike(window: Running, hand: Hand, code: str) -> str:
    """A scan meets a fault; its page's code."""
    hand.scan(code)
    hand.wait(lambda: window.window.models.navigation.page == "out_of_service", "the page")
    assert not window.window.models.verdict.shown
    return window.window.models.fault.code[:2]


def test_a_store_that_another_holds_is_awaited(made, own, run, soon) -> None:
    _, codes = made
    window, hand = run(own)
    ready(window, hand)
    key = provider(Settings(), own, str).load().store_key
    other = driver.connect(own.store, key)
    other.conn.execute("BEGIN IMMEDIATE")
    try:
        assert strike(window, hand, codes[0]) == "S5"
    finally:
        other.conn.execute("ROLLBACK")
        other.close()
    goes_home(window, hand)
    hand.scan(codes[0])
    hand.wait(lambda: window.window.models.verdict.shown, "the verdict, of who was refused before")
    assert window.window.models.verdict.verdict == "admit"


def test_a_store_that_cannot_be_written_is_awaited(made, own, run, soon) -> None:
    """Its connection refuses to write, as on a disk that was remounted read-only."""
    _, codes = made
    window, hand = run(own)
    ready(window, hand)

    def read_only(on: bool) -> None:
        conn = window.opened.store.db.conn
        window.window.bridge.finish(lambda: conn.execute(f"PRAGMA query_only = {int(on)}"))

    read_only(True)
    assert strike(window, hand, codes[1]) == "S4"
    read_only(False)
    goes_home(window, hand)


def test_a_store_that_is_damaged_at_work_is_rescued_and_the_kiosk_goes_on(made, own, run, soon) -> None:
    _, codes = made
    window, hand = run(own)
    ready(window, hand)
    hand.scan(codes[0])
    hand.wait(lambda: window.window.models.verdict.shown, "the first verdict")
    hand.wait(window.printer_rests, "its badge")
    before = window.opened.store.origin

    def damage() -> None:
        """Every page but the first, and nothing of them in memory."""
        db = window.opened.store.db
        driver.rows(db, "PRAGMA wal_checkpoint(TRUNCATE)")
        driver.rows(db, "PRAGMA shrink_memory")
        pages = own.store.stat().st_size // driver.PAGE_SIZE
        with own.store.open("r+b") as file:
            for page in range(2, pages):
                file.seek(page * driver.PAGE_SIZE + 100)
                file.write(b"damaged")

    window.window.bridge.finish(damage)
    hand.scan(codes[1])
    hand.wait(lambda: window.opened is not None and window.opened.store.origin != before, "the rescue")
    hand.wait(lambda: window.window.models.navigation.page == "home", "home")
    assert window.window.models.fault.code == ""
    assert list((own.folder / "damaged").iterdir()), "put aside, not deleted"
    hand.scan(codes[1])
    hand.wait(lambda: window.window.models.verdict.shown, "the verdict, of who was refused before")
    assert window.window.models.verdict.verdict == "admit"
    needs = []
    window.window.bridge.finish(lambda: needs.extend(window.opened.services.fair_day.needs()))
    assert any(need.leads_to == "rescue" for need in needs)


def test_a_kiosk_at_work_backs_up_by_itself(made, run) -> None:
    state, codes = made
    window, hand = run(state)
    ready(window, hand)
    window._upkeep.timeout.emit()
    hand.scan(codes[2])
    assert window.window.models.verdict.verdict == "admit", "it waits for no backup"
    hand.wait(lambda: any(state.backups.glob("*.fairbackup")), "the backup")
    assert window._upkeep.isActive()
    assert window._upkeep.interval() == 60_000
    assert (state.folder / "ballast").exists()


def test_an_installed_pack_is_taken_up_when_nobody_is_at_the_screen(made, run, tmp_path: Path) -> None:
    """Staff are still at theirs: nothing moves under their hands. Once they have left, the kiosk has it."""
    state, codes = made
    running, hand = run(state)
    ready(running, hand)
    folder = CHECKOUT / "resources" / "sample_fairs" / "reverse"
    new = build(
        folder,
        tmp_path,
        organiser.load(state.organiser),
        resources.root() / "lists",
        version=7,
        pictures=False,
    )
    old, models = running.opened, running.window.models
    models.navigation.go("staff")
    install(new.pack, state.folder, organiser.load(state.organiser).venue_private)
    models.packInstalled.emit()
    hand.rest()
    assert running.opened is old
    models.end_visit()
    hand.wait(lambda: running.opened not in (None, old), "the services, opened anew")
    hand.rest()
    standing = running.opened.services.fair_pack.packs[0]
    assert (standing.version, standing.current) == (7, True)
    hand.scan(codes[-1])
    hand.wait(lambda: models.verdict.shown, "a verdict from the new pack")
    assert models.verdict.verdict == "admit"


def test_a_service_that_cannot_be_made_asks_for_staff(
    made, application, qt_messages, tmp_path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Services are made behind the first: what is wrong with a later one is said as at the opening."""
    state, _ = made
    wrong = PrinterSettings(kind="folder", folder=str(tmp_path), layout="nonsense")
    settings = Settings(window=WINDOW, printers=(wrong,))
    keys = provider(settings, state, str)
    opened = Running(WINDOW, lambda: open_kiosk(settings, state, keys), still=True)
    opened.show()
    try:
        hand = Hand(opened, tmp_path / "pictures")
        hand.wait(lambda: opened.fault is not None, "the fault")
        assert opened.opened is None
        assert opened.window.models.navigation.page == "out_of_service"
        assert opened.window.models.fault.lasting
        assert "nonsense" in capfd.readouterr().err
    finally:
        opened.close()
