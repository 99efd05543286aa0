"""A video file as the camera of a real window: what is held out is decided, what cannot be read is helped.

The file is played by Qt into the adapter's own sink; only the cable is ours.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.devices.camera import camera as camera_thread
from kiosk.devices.camera.light import Hint
from kiosk.devices.camera.port import CameraState, look_for
from kiosk.devices.scanner_state import Standing
from kiosk.devices.settings import ScannerSettings
from kiosk.domain.badge import Token, encode, fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.keys.signing import SigningKey
from kiosk.ui.camera import CameraModel
from tests.fakes.camera import StillCamera
from tests.fakes.video import FileCameras, Plug, hall, held, symbol, write_avi

MIDDLE = (640, 360)
CLEAR, TURNED, SMALL, INVERTED, LEFT, RIGHT = range(1, 7)
PATIENCE_S = 40


def token(badge: int) -> str:
    """A badge's text as the gate knows it."""
    key = SigningKey.from_seed(b"k" * 32)
    fair = fair_number("bj-2026-winter")
    return encode(Token(key.kid, fair, date(2026, 11, 29), BadgeType.GRADUATE, badge, badge), key.sign)


def until(holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Let the window work until a condition holds."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end
        QGuiApplication.processEvents()
        time.sleep(0.002)  # lets the camera's threads run; the condition decides


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine seconds before a camera: badges held out well, and in every way in which one does not."""
    shown: list[tuple[Image.Image, int]] = [
        (hall(), 6),
        (held((symbol(token(CLEAR), 5), *MIDDLE)), 10),
        (hall(), 4),
        (held((symbol(token(TURNED), 5), 700, 300), turned=37), 10),
        (hall(), 4),
        (held((symbol(token(SMALL), 2), *MIDDLE)), 10),
        (hall(), 4),
        (held((ImageOps.invert(symbol(token(INVERTED), 5)), *MIDDLE)), 10),
        (held((symbol(token(CLEAR), 6), *MIDDLE), blurred=3.6), 62),
        (held((symbol(token(CLEAR), 6), *MIDDLE), light=0.04), 66),
        (held((symbol(token(LEFT), 4), 430, 360), (symbol(token(RIGHT), 4), 850, 360)), 72),
    ]
    path = tmp_path_factory.mktemp("camera") / "visit.avi"
    return write_avi(path, [frame for frame, times in shown for _ in range(times)])


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody."""
    return write_avi(tmp_path_factory.mktemp("hall") / "hall.avi", [hall()] * 30)


@pytest.fixture
def plugged(window) -> Callable[[Path], Plug]:
    """The window gets a camera that plays a file; gives its cable."""

    def plug(path: Path) -> Plug:
        cable = Plug(path)
        window.scanners.cameras = lambda: FileCameras(cable)
        window.scanners.use([ScannerSettings("camera")])
        return cable

    return plug


def shown_texts(window) -> list[str]:
    """What stands on the page."""
    texts, waiting = [], [window.quick.contentItem()]
    while waiting:
        item: QQuickItem = waiting.pop()
        if item.isVisible():
            if item.property("text"):
                texts.append(item.property("text"))
            waiting += item.childItems()
    return texts


def test_a_visit_before_the_camera(window, kiosk, plugged, visit):
    plugged(visit)
    camera: CameraModel = window.scanners.camera
    hints: list[str] = []
    camera.changed.connect(lambda: hints.append(camera.hint))
    wanted = [token(each) for each in (CLEAR, TURNED, SMALL, INVERTED)]
    until(lambda: {text for (text,) in kiosk.calls.of("scan")} >= set(wanted))
    assert window.models.verdict.shown
    until(lambda: {Hint.STILL, Hint.LIGHT, Hint.ONE} <= set(hints))
    scanned = [text for (text,) in kiosk.calls.of("scan")]
    assert scanned[:4] == wanted
    assert set(scanned) == set(wanted)  # of two codes none is meant
    assert camera.state.standing is Standing.READY
    assert camera.state.name == "Video file"


def test_the_picture_is_made_only_for_a_page_that_shows_it(window, plugged, empty):
    plugged(empty)
    camera = window.scanners.camera
    until(lambda: camera.picture is not None)  # home does
    assert camera.picture.width() == camera.picture.height() == 360
    assert camera.picture.pixelColor(300, 300).red() == pytest.approx(70, abs=4)  # the floor
    window.models.navigation.go("help")
    until(lambda: camera.picture is None)
    window.models.navigation.go("check_in")
    until(lambda: camera.picture is not None)
    window.models.scan("WELCOME0001")
    until(lambda: window.models.verdict.shown)
    until(lambda: camera.picture is None)  # the verdict lies over it
    assert camera._watching == 0


def test_a_hint_stands_beside_the_picture(window):
    camera = StillCamera(window.scanners)
    camera.plug()
    camera.see(hall(), Hint.ONE)
    QGuiApplication.processEvents()
    assert "一次只放一个码" in shown_texts(window)
    window.models.navigation.go("check_in")
    QGuiApplication.processEvents()
    assert "一次只放一个码" in shown_texts(window)
    camera.see(hall(), Hint.GLARE)
    assert "太亮了，请把手机斜一点，或把屏幕调暗" in shown_texts(window)
    camera.unplug()


def test_unplugged_and_plugged_in_again(window, plugged, empty):
    cable = plugged(empty)
    camera = window.scanners.camera
    until(lambda: camera.working)
    QGuiApplication.processEvents()
    assert {"把二维码举到摄像头前，画面不保存", "对着摄像头扫码"} <= set(shown_texts(window))
    window.models.navigation.go("check_in")
    until(lambda: camera.picture is not None)
    assert "把二维码举到摄像头前。\n画面只用来读码，不保存" in shown_texts(window)
    cable.pull()
    until(lambda: camera.state.standing is Standing.ABSENT)
    assert camera.state.why is not None
    assert not window.models.aims
    assert camera.picture is None
    QGuiApplication.processEvents()
    assert any("扫描窗" in text for text in shown_texts(window))
    cable.push()
    until(lambda: camera.working)
    assert camera.state.why is None
    assert window.models.aims
    assert [each.kind for each in window.scanners.states] == ["wedge", "camera"]


def test_another_program_holds_it_until_it_lets_go(window, plugged, empty, monkeypatch):
    monkeypatch.setattr(camera_thread, "AGAIN_LOOKS", 1)
    cable = plugged(empty)
    camera = window.scanners.camera
    until(lambda: camera.working)
    cable.pull()
    until(lambda: camera.state.standing is Standing.ABSENT)
    cable.taken = True
    cable.push()
    until(lambda: camera.state.standing is Standing.REFUSED)
    assert "another program" in camera.state.why.en
    assert not window.models.aims
    cable.taken = False
    until(lambda: camera.working)  # asked for again by itself
    assert cable.opened >= 3


def test_a_camera_that_gives_no_more_pictures_is_opened_again(window, empty, monkeypatch):
    monkeypatch.setattr(camera_thread, "STALLED_LOOKS", 3)
    monkeypatch.setattr(camera_thread, "AGAIN_LOOKS", 1)
    cable = Plug(empty, loops=False)  # a second of frames, then silence
    window.scanners.cameras = lambda: FileCameras(cable)
    window.scanners.use([ScannerSettings("camera")])
    camera = window.scanners.camera
    until(lambda: camera.state.standing is Standing.REFUSED)
    until(lambda: cable.opened >= 2)
    until(lambda: camera.working)


def test_the_systems_own_cameras_where_there_are_none(window):
    window.scanners.use([ScannerSettings("camera", "no such camera")])
    camera = window.scanners.camera
    until(lambda: camera.state.standing in (Standing.ABSENT, Standing.REFUSED))
    assert camera.state.why is not None
    assert camera.state.name == "no such camera"
    assert not window.models.aims


def test_the_doctor_says_that_there_is_none(application):
    state, name = look_for("no such camera")
    assert state in (CameraState.ABSENT, CameraState.FORBIDDEN)
    assert name == "no such camera"


def test_a_kiosk_without_has_none(window):
    assert window.models.camera is None
    assert not window.models.aims
    window.scanners.use([ScannerSettings("camera")])
    assert window.models.camera is not None
    window.scanners.use([])
    assert window.models.camera is None


def test_what_moves_is_nobodys_touch(window, plugged, tmp_path):
    touches = []
    window.scanners.touched.connect(lambda: touches.append(1))
    window.models.navigation.go("attract")
    passing = [hall(), held(light=1.6)] * 15
    plugged(write_avi(tmp_path / "passing.avi", passing))
    camera = window.scanners.camera
    until(lambda: camera.working and camera._camera._reading.read > 15)
    assert window.models.navigation.page == "attract"
    assert touches == []
    camera.read.emit(token(CLEAR))  # but a scan is
    until(lambda: window.models.verdict.shown)
    assert window.models.navigation.page == "home"


def test_a_fault_while_reading_stops_nothing_but_the_camera(window, qt_messages):
    camera = StillCamera(window.scanners)
    camera.plug()
    camera.see(hall())
    camera._take_fault(ZeroDivisionError())
    assert camera.state.standing is Standing.REFUSED
    assert not window.models.aims
    assert window.models.navigation.page == "home"
    assert camera._again.isActive()
    camera.unplug()


def test_each_state_has_words_for_staff(window):
    camera = StillCamera(window.scanners)
    for state in CameraState:
        camera.stand(state)
        well = camera.state.standing in (Standing.READY, Standing.STARTING)
        assert (camera.state.why is None) is well
    camera.unplug()
