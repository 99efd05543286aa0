"""The verdict sounds. Nothing is loaded before the first one, and nothing waits for it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Slot

WAV_HEADER_BYTES = 44


class Sounds(QObject):
    """Plays devices.sound's tones on the machine's audio output; without one it is silent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = False
        self._sinks: dict[str, QObject] = {}
        self._buffers: dict[str, QBuffer] = {}

    @Slot(str)
    def play(self, verdict: str) -> None:
        """Sound a verdict: admit, notice, refuse or staff. A sound that still plays is cut."""
        if not self._opened:
            self._opened = True
            self._open()
        for sink in self._sinks.values():
            sink.stop()
        if verdict in self._sinks:
            self._buffers[verdict].seek(0)
            self._sinks[verdict].start(self._buffers[verdict])

    def stop(self) -> None:
        """Cut what plays."""
        for sink in self._sinks.values():
            sink.stop()

    def _open(self) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices  # noqa: PLC0415

        from kiosk.devices import sound  # noqa: PLC0415

        output = QMediaDevices.defaultAudioOutput()
        spoken = QAudioFormat()
        spoken.setSampleRate(sound.RATE_HZ)
        spoken.setChannelCount(1)
        spoken.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if output.isNull() or not output.isFormatSupported(spoken):
            return
        for verdict, tone in sound.TONES.items():
            buffer = QBuffer(self)
            buffer.setData(QByteArray(sound.wav(tone)[WAV_HEADER_BYTES:]))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._buffers[verdict] = buffer
            self._sinks[verdict] = QAudioSink(output, spoken, self)
