"""The window's end of the sounds: a process of its own plays them, so that no audio output can stop anything.

A sound server that does not answer, a device that is busy or has gone blocks whoever opens it, for as long as
it likes. It may block the player: that one is ended, and another is tried later.
"""

import sys
from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from kiosk.ui.child_process import environment

START_MS = 15_000
"""Until a player says that it is ready: Qt's multimedia and a sound server may have to be started."""
ANSWER_MS = 3_000
"""Until it says that it has begun to sound: one that takes longer hangs."""
AGAIN_S = 30.0
"""After a player has died or hung no other is started for so long: it is silent meanwhile."""
END_MS = 200
LATE_S = 1.0
"""A sound that could not begin by then is not made any more: it would belong to somebody else."""


def player_command() -> list[str]:
    """How this program is run as the player: a frozen one is its own interpreter."""
    return [sys.executable, *(() if getattr(sys, "frozen", False) else ("-m", "kiosk")), "sound"]


class Sounds(QObject):
    """Plays devices.sound's tones on the machine's audio output; without one it is silent. Nothing here
    waits, and nothing raises."""

    def __init__(self, parent: QObject | None = None, *, command: Sequence[str] | None = None) -> None:
        super().__init__(parent)
        self._command = list(command) if command is not None else player_command()
        self._process: QProcess | None = None
        self._ready = False
        self._wanted = ("", 0.0)
        """What was asked for while the player was being started, and when."""
        self._not_before_s = 0.0
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.timeout.connect(self._give_up)

    @property
    def ready(self) -> bool:
        """Whether a player is there and answers."""
        return self._ready

    @Slot()
    def begin(self) -> None:
        """Start the player, so that the first sound is heard at once."""
        if self._process is not None or monotonic() < self._not_before_s:
            return
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._gone)
        process.errorOccurred.connect(self._gone)
        self._process = process
        self._waits.start(START_MS)
        process.start(self._command[0], self._command[1:])

    @Slot(str)
    def play(self, name: str) -> None:
        """Sound one of devices.sound.TONES: a verdict, or idle. A sound that still plays is cut."""
        if self._ready and self._process is not None:
            self._process.write(f"{name}\n".encode())
            if not self._waits.isActive():
                self._waits.start(ANSWER_MS)
        else:
            self._wanted = (name, monotonic())
            self.begin()

    def stop(self) -> None:
        """Silent, and no player any more."""
        process, self._process = self._process, None
        self._ready = False
        self._waits.stop()
        if process is None:
            return
        process.finished.disconnect(self._gone)
        process.errorOccurred.disconnect(self._gone)
        process.readyReadStandardOutput.disconnect(self._read)
        process.closeWriteChannel()
        if not process.waitForFinished(END_MS):
            process.kill()
            process.waitForFinished(END_MS)
        process.deleteLater()

    @Slot()
    def _read(self) -> None:
        """A line of the player: it is ready, or has begun to sound."""
        if self._process is None or not self._process.readAllStandardOutput().size():
            return
        self._waits.stop()
        if not self._ready:
            self._ready = True
            name, asked_s = self._wanted
            self._wanted = ("", 0.0)
            if name and monotonic() - asked_s < LATE_S:
                self.play(name)

    @Slot()
    def _gone(self) -> None:
        """It died, or could not be started."""
        process, self._process = self._process, None
        self._ready = False
        self._waits.stop()
        self._not_before_s = monotonic() + AGAIN_S
        if process is not None:
            process.deleteLater()

    @Slot()
    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill()  # `finished` follows
