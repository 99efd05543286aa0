"""The window's end of the voice: a process of its own, which is started, told, watched, and given up."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.ui.child_process import environment
from kiosk.ui.speech.wording import Piece

START_MS = 60_000
"""A system's speech daemon starts with the first who asks, and lists thousands of voices."""
ANSWER_MS = 5_000
"""One that takes longer to begin has died or hangs."""
END_MS = 500


def voice_command() -> list[str]:
    """How this program is run as the voice: a frozen one is its own interpreter."""
    return [sys.executable, *(() if getattr(sys, "frozen", False) else ("-m", "kiosk")), "voice"]


class Voice(QObject):
    """Says texts, and never blocks nor raises.

    `known` carries the languages there are voices for: a frozenset, empty where there is none (any more).
    `ended` says that a text was said to its end.
    """

    known = Signal(object)
    ended = Signal(int)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command) if command is not None else voice_command()
        self._process: QProcess | None = None
        self._languages: frozenset[str] | None = None
        self._wanted: bytes = b""
        self._number = 0
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.timeout.connect(self._give_up)

    @property
    def running(self) -> bool:
        """Whether its process runs."""
        return self._process is not None

    def ask(self) -> None:
        """Find out which languages there are voices for: `known` answers."""
        if self._process is not None:
            return
        self._languages = None
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._gone)
        process.errorOccurred.connect(self._gone)
        self._process = process
        self._waits.start(START_MS)
        process.start(self._command[0], self._command[1:])

    def say(self, pieces: Sequence[Piece], *, rate: float = 0.0) -> int:
        """Cut what is being said and say this; its number. Said later if the voice is still being started."""
        self._number += 1
        said = [[each.text, each.language] for each in pieces]
        self._send({"say": said, "number": self._number, "rate": rate})
        return self._number

    def stop(self) -> None:
        """Be silent at once."""
        self._wanted = b""
        if self._process is not None:
            self._send({"stop": True})

    def close(self) -> None:
        """Silent, and no process any more."""
        process, self._process = self._process, None
        self._waits.stop()
        self._wanted = b""
        self._languages = None
        if process is None:
            return
        process.finished.disconnect(self._gone)
        process.errorOccurred.disconnect(self._gone)
        process.readyReadStandardOutput.disconnect(self._read)
        process.write(b'{"stop": true}\n')
        process.closeWriteChannel()
        if not process.waitForFinished(END_MS):
            process.kill()
            process.waitForFinished(END_MS)
        process.deleteLater()

    def _send(self, what: dict[str, object]) -> None:
        line = json.dumps(what).encode() + b"\n"
        if self._languages is None:
            self._wanted = line if "say" in what else b""
            self.ask()
        elif self._process is not None:
            self._process.write(line)
            if "say" in what and not self._waits.isActive():
                self._waits.start(ANSWER_MS)

    @Slot()
    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._hear(bytes(self._process.readLine().data()))

    def _hear(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError:
            return
        if not isinstance(said, dict):
            return
        self._waits.stop()
        if "voices" in said:
            self._languages = frozenset(said["voices"])
            self.known.emit(self._languages)
            if self._wanted and self._process is not None:
                self._process.write(self._wanted)
                self._waits.start(ANSWER_MS)
            self._wanted = b""
        elif "ended" in said:
            self.ended.emit(said["ended"])

    @Slot()
    def _gone(self) -> None:
        """It died, or could not be started."""
        process, self._process = self._process, None
        self._waits.stop()
        self._wanted = b""
        self._languages = None
        if process is not None:
            process.deleteLater()
            self.known.emit(frozenset())

    @Slot()
    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill()  # `finished` follows
