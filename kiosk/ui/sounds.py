"""Verdicts and the idle question, heard. Nothing is loaded before the first sound, nothing waits for it."""

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
    def play(self, name: str) -> None:
        """Sound one of devices.sound.TONES: a verdict, or idle. A sound that still plays is cut."""
        if not self._opened:
            self._opened = True
            self._open()
        for sink in self._sinks.values():
            sink.stop()
        if name in self._sinks:
            self._buffers[name].seek(0)
            self._sinks[name].start(self._buffers[name])

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
        for name, tone in sound.TONES.items():
            buffer = QBuffer(self)
            buffer.setData(QByteArray(sound.wav(tone)[WAV_HEADER_BYTES:]))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._buffers[name] = buffer
            self._sinks[name] = QAudioSink(output, spoken, self)
