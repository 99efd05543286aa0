"""A serial or USB-CDC scanner, through Qt: read as its bytes come, looked for as long as it is not there."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtSerialPort import QSerialPort

from kiosk.devices.scanner_state import ScannerState, Standing
from kiosk.devices.serial_lines import GAP_MS, Lines
from kiosk.devices.serial_ports import Port, is_path, pick, refusal
from kiosk.devices.settings import ScannerSettings
from kiosk.domain.scanner_words import NOT_THERE
from kiosk.domain.words import Words

FIRST_PAUSE_MS = 250
LONGEST_PAUSE_MS = 4000
"""Who plugs a scanner in again waits for it no longer than that."""
BUFFER_BYTES = 4096
"""What comes while the window is busy waits with the system."""
_OVER = frozenset(
    {
        QSerialPort.SerialPortError.ResourceError,
        QSerialPort.SerialPortError.ReadError,
        QSerialPort.SerialPortError.DeviceNotFoundError,
        QSerialPort.SerialPortError.UnknownError,
    }
)

Look = Callable[[Callable[[tuple[Port, ...]], None]], None]
"""Lists the ports on another thread and calls back on this one."""


class SerialScanner(QObject):
    """`read` carries a devices.serial_lines.Line; `changed` says that `state` is another.

    Nothing here waits: ports are listed by `look`, and opening one returns at once.
    """

    read = Signal(object)
    changed = Signal()

    def __init__(self, settings: ScannerSettings, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._look = look
        self._lines = Lines()
        self._pause_ms = FIRST_PAUSE_MS
        self._ended = False
        self.state = ScannerState("serial", Standing.STARTING, since_ms=_now_ms())
        self._port = QSerialPort(self)
        self._port.setReadBufferSize(BUFFER_BYTES)
        self._port.readyRead.connect(self._bytes_came)
        self._port.errorOccurred.connect(self._erred)
        self._again = _single_shot(self, self.open)
        self._silence = _single_shot(self, self._silent)

    @Slot()
    def open(self) -> None:
        """Find the scanner's port and open it; again after a while if that fails."""
        if self._ended or self._port.isOpen():
            return
        if is_path(self._settings.id):
            self._open(Port(self._settings.id))
        else:
            self._look(lambda ports: self._open(pick(ports, self._settings.id)))

    def stop(self) -> None:
        """Let go of the port, for good."""
        self._ended = True
        self._again.stop()
        self._silence.stop()
        self._port.close()

    def _open(self, port: Port | None) -> None:
        if self._ended or self._port.isOpen():
            return
        if port is None:
            self._missing(Standing.ABSENT, self.state.name, NOT_THERE)
            return
        name = port.name or port.path
        self._port.setPortName(port.path)
        self._port.setBaudRate(self._settings.baud)
        if self._port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._lines.forget()
            self._port.setDataTerminalReady(True)  # without it some send nothing; others know no such line
            self._pause_ms = FIRST_PAUSE_MS
            self._stand(Standing.READY, name, None)
        elif self._port.error() == QSerialPort.SerialPortError.PermissionError:
            self._missing(Standing.REFUSED, name, refusal(port.path))
        else:
            self._missing(Standing.ABSENT, name, NOT_THERE)

    def _missing(self, standing: Standing, name: str, why: Words) -> None:
        self._stand(standing, name, why)
        self._again.start(self._pause_ms)
        self._pause_ms = min(LONGEST_PAUSE_MS, self._pause_ms * 2)

    def _stand(self, standing: Standing, name: str, why: Words | None) -> None:
        before = self.state
        if (before.standing, before.name, before.why) != (standing, name, why):
            since_ms = before.since_ms if before.standing is standing else _now_ms()
            self.state = ScannerState("serial", standing, name, since_ms, why)
            self.changed.emit()

    @Slot()
    def _bytes_came(self) -> None:
        lines = self._lines.feed(bytes(self._port.readAll().data()), _now_ms())
        for line in lines:
            self.read.emit(line)
        if self._lines.waits:
            self._silence.start(GAP_MS + 5)

    @Slot()
    def _silent(self) -> None:
        if self._port.bytesAvailable():  # the window was busy, and they wait behind this timer
            self._bytes_came()
            return
        for line in self._lines.idle(_now_ms()):
            self.read.emit(line)

    @Slot(QSerialPort.SerialPortError)
    def _erred(self, error: QSerialPort.SerialPortError) -> None:
        """It was unplugged; a port that could not be opened in the first place is not open."""
        if error in _OVER and self._port.isOpen():
            self._port.close()
            self._silence.stop()
            self._lines.forget()
            self._missing(Standing.ABSENT, self.state.name, NOT_THERE)


def _single_shot(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer


def _now_ms() -> float:
    return monotonic() * 1000
