"""The process that sounds: a name a line on standard input, a line back when it is ready and for each sound.

The end of its standard input is its end, so it never outlives the window. It may block in the audio output
for as long as that likes; whoever started it ends it then.
"""

import os
import sys
import threading
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, Qt, QTimer, Signal, Slot

WAV_HEADER_BYTES = 44
PAUSE_MS = 300


class Player(QObject):
    """Plays devices.sound's tones, one at a time."""

    asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sinks: dict[str, QObject] = {}
        self._buffers: dict[str, QBuffer] = {}
        self.asked.connect(self.play, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def play(self, name: str) -> None:
        """Sound one; what still sounds is cut."""
        for sink in self._sinks.values():
            sink.stop()
        if not self._sinks:
            self.open()
        if name in self._sinks:
            self._buffers[name].seek(0)
            self._sinks[name].start(self._buffers[name])
        _say("sounds" if name in self._sinks else "silent")

    def open(self) -> None:
        """Find the machine's audio output; there may be none, now or any more."""
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices  # noqa: PLC0415, it may block

        from kiosk.devices import sound  # noqa: PLC0415

        output = QMediaDevices.defaultAudioOutput()
        spoken = QAudioFormat()
        spoken.setSampleRate(sound.RATE_HZ)
        spoken.setChannelCount(1)
        spoken.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if output.isNull() or not output.isFormatSupported(spoken):
            return
        for name, tone in sound.TONES.items():
            buffer = QBuffer(self)
            buffer.setData(QByteArray(sound.wav(tone)[WAV_HEADER_BYTES:]))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._buffers[name] = buffer
            self._sinks[name] = QAudioSink(output, spoken, self)


def run(names: Sequence[str]) -> int:
    """Play these, one after the other; without names, what a window sends, until it sends no more."""
    application = QCoreApplication(sys.argv[:1])
    player = Player()
    player.open()
    if names:
        _play_in_turn(player, list(names), application)
    else:
        _say("ready")
        threading.Thread(target=_listen, args=(player,), name="names", daemon=True).start()
    application.exec()
    return 0


def _play_in_turn(player: Player, names: list[str], application: QCoreApplication) -> None:
    def turn() -> None:
        if names:
            player.play(names.pop(0))
        else:
            application.exit(0)

    turns = QTimer(player)
    turns.setInterval(PAUSE_MS + 700)
    turns.timeout.connect(turn)
    turns.start()
    QTimer.singleShot(0, turn)


def _listen(player: Player) -> None:
    for line in sys.stdin:
        player.asked.emit(line.strip())
    os._exit(0)  # the window has gone; what hangs in an audio output is not waited for


def _say(word: str) -> None:
    print(word, flush=True)
