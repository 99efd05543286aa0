"""All scanners of a window as one: keyboard wedge, serial, camera."""

from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow

if TYPE_CHECKING:
    from kiosk.devices.debounce import Debounce
    from kiosk.devices.scanner_state import ScannerState
    from kiosk.devices.settings import ScannerSettings
    from kiosk.ui.bridge import Bridge
    from kiosk.ui.camera import CameraModel
    from kiosk.ui.scan_filter import ScanFilter

TEST_GAP_MS = 300
"""While staff test a scanner, keys so far apart are still one scan: that it is slow is what they are told."""
TEST_LEAST = 4


class Scanners(QObject):
    """`scanned` carries a text and where it came from (wedge, serial, camera); `touched` says that
    somebody is at the screen or the keyboard; `tested` carries a devices.reading.Reading while staff test;
    `changed` says that `states` are others, `aimed` that what the camera shows or hints is.

    Nothing of it is loaded before `begin`, when the first frame stands, or before the first key.
    """

    scanned = Signal(str, str)
    tested = Signal(object)
    touched = Signal()
    changed = Signal()
    aimed = Signal()

    def __init__(self, window: QWindow, bridge: "Bridge", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._wedge: ScanFilter | None = None
        self._debounce: Debounce | None = None
        self._settings: tuple[ScannerSettings, ...] = ()
        self._others: list = []
        self._camera: CameraModel | None = None
        self.cameras = None
        """Makes the devices.camera.port.CameraPort that cameras come from; the system's, if nothing does."""
        self._begun_ms = 0.0
        self._testing = False
        window.installEventFilter(self)
        bridge.struck.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """A fault: the scan that met it was not decided, and whoever scans again at once is heard."""
        if self._debounce is not None:
            self._debounce.forget()

    def eventFilter(self, watched, event) -> bool:
        """Qt's filter, until `begin`: who scans before the first frame is heard as well."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        self.begin()
        return self._wedge is not None and self._wedge.eventFilter(watched, event)

    @Slot()
    def begin(self) -> None:
        """The first frame stands: listen to the keyboard, and look for the scanners that are set."""
        from kiosk.devices.debounce import Debounce  # noqa: PLC0415, not before the first frame
        from kiosk.ui.scan_filter import ScanFilter  # noqa: PLC0415

        if self._wedge is None and self._window is not None:
            self._window.removeEventFilter(self)
            self._begun_ms = _now_ms()
            self._debounce = Debounce()
            self._wedge = ScanFilter(self._window, self)
            self._wedge.scanned.connect(self._wedge_read)
            self._wedge.touched.connect(self.touched)
            if self._settings:
                QTimer.singleShot(0, self, self._start)

    def use(self, settings: Iterable["ScannerSettings"]) -> None:
        """These scanners besides the keyboard wedge, from now on."""
        self._settings = tuple(settings)
        if self._wedge is not None:
            self._start()

    def hear_first(self) -> None:
        """Another filter lies on the window now: keys come to the wedge before it."""
        if self._wedge is not None:
            self._wedge.hear_first()

    def stop(self) -> None:
        """Let go of every scanner."""
        self._stop_others()
        self._window.removeEventFilter(self)
        self._window = None
        if self._wedge is not None:
            self._wedge.remove()

    @property
    def settings(self) -> tuple["ScannerSettings", ...]:
        """What is used besides the keyboard wedge."""
        return self._settings

    @property
    def states(self) -> "tuple[ScannerState, ...]":
        """How each scanner stands, the keyboard wedge first."""
        from kiosk.devices.scanner_state import ScannerState, Standing  # noqa: PLC0415

        wedge = ScannerState("wedge", Standing.READY, since_ms=self._begun_ms)
        return (wedge, *(each.state for each in self._others))

    @property
    def camera(self) -> "CameraModel | None":
        """The camera, where one is a scanner; the first, where several are set."""
        return self._camera

    @property
    def testing(self) -> bool:
        """Whether scans are judged, and not decided."""
        return self._testing

    def test(self, on: bool) -> None:
        """From now on scans are `tested` instead of `scanned`, or again not."""
        if on == self._testing or self._wedge is None or self._debounce is None:
            return
        from kiosk.devices.wedge import Wedge  # noqa: PLC0415

        self._testing = on
        self._debounce.forget()
        slow = Wedge(TEST_GAP_MS, TEST_LEAST, whole=lambda text: len(text) >= TEST_LEAST)
        self._wedge.read_by(slow if on else Wedge())

    def hear(self, text: str, source: str, **how) -> None:
        """A scanner yielded a text, however it came (fields of devices.reading.Reading)."""
        if self._testing:
            from kiosk.devices.reading import Reading  # noqa: PLC0415, only while staff test

            self.touched.emit()
            self.tested.emit(Reading(text, source, **how))
            return
        from kiosk.devices.code_text import clean  # noqa: PLC0415, not before the first frame

        code = clean(text)
        if code and self._debounce is not None and self._debounce.fresh(code, source, _now_ms()):
            self.scanned.emit(code, source)

    @Slot(object)
    def _wedge_read(self, scan) -> None:
        self.hear(scan.text, "wedge", took_ms=scan.took_ms, ended=scan.ended, dropped=scan.dropped)

    @Slot(object)
    def _serial_read(self, line) -> None:
        self.hear(line.text, "serial", took_ms=line.took_ms, ended=line.ended, dropped=line.dropped)

    @Slot(str)
    def _camera_read(self, text: str) -> None:
        """Said again as long as it is in view: to staff who test it once too."""
        if not self._testing or self._debounce.fresh(text, "camera", _now_ms()):
            self.hear(text, "camera")

    def _start(self) -> None:
        self._stop_others()
        for each in self._settings:
            if each.kind == "serial":
                self._start_serial(each)
            elif each.kind == "camera" and self._camera is None:
                self._start_camera(each)
        self.changed.emit()

    def _start_serial(self, settings: "ScannerSettings") -> None:
        from kiosk.devices.serial_scanner import SerialScanner  # noqa: PLC0415, only where one is set

        scanner = SerialScanner(settings, self.look, self)
        scanner.read.connect(self._serial_read)
        scanner.changed.connect(self.changed)
        self._others.append(scanner)
        scanner.open()

    def _start_camera(self, settings: "ScannerSettings") -> None:
        from kiosk.ui.camera import CameraModel  # noqa: PLC0415, only where one is set

        self._camera = camera = CameraModel(settings, self, self.cameras)
        camera.read.connect(self._camera_read)
        camera.stood.connect(self.changed)
        camera.changed.connect(self.aimed)
        self._others.append(camera)
        camera.open()

    def look(self, found) -> None:
        """List the serial ports (devices.serial_ports.Port) on a worker, then call `found` with them."""
        from kiosk.devices import serial_ports  # noqa: PLC0415, only where one is set or to be chosen

        self._bridge.submit(serial_ports.present, found, lambda _fault: found(()), worker="upkeep")

    def _stop_others(self) -> None:
        for each in self._others:
            each.stop()
            each.deleteLater()
        self._others = []
        self._camera = None


def _now_ms() -> float:
    return monotonic() * 1000
