"""How loud the machine is, and how bright, where it can be asked and told."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

STEP_PERCENT = 10
DARKEST_PERCENT = 10
TEST_TONE = "admit"
_WORKER = "upkeep"
"""A command may take seconds; a scan does not wait for it."""


@QmlElement
@QmlUncreatable("made by the settings' view-model")
class OutputModel(QObject):
    """Part of the settings: `local` asks for it. -1 stands for what the machine cannot say."""

    changed = Signal()
    tested = Signal(str)
    """Sound this one, whatever the settings say."""

    def __init__(self, local):
        super().__init__(local)
        self._local = local
        local.surroundings.modes.languageChanged.connect(self.changed)
        self.wipe()

    def wipe(self) -> None:
        """Nothing is known."""
        self._volume = -1
        self._brightness = -1
        self._busy = False
        self._said = None

    def read(self) -> None:
        """Ask the machine."""

        def work(kiosk):
            return kiosk.machine.volume(), kiosk.machine.brightness()

        self._local.ask(work, self._read, lambda _fault: None, worker=_WORKER)

    def _read(self, found) -> None:
        self._volume, self._brightness = (-1 if each is None else each for each in found)
        self.changed.emit()

    @Property(int, notify=changed)
    def volume(self):
        """0 to 100."""
        return self._volume

    @Property(int, notify=changed)
    def brightness(self):
        """0 to 100."""
        return self._brightness

    @Slot()
    def louder(self):
        self._turn("volume", self._volume + STEP_PERCENT, 0)

    @Slot()
    def quieter(self):
        self._turn("volume", self._volume - STEP_PERCENT, 0)

    @Slot()
    def brighter(self):
        self._turn("brightness", self._brightness + STEP_PERCENT, DARKEST_PERCENT)

    @Slot()
    def darker(self):
        self._turn("brightness", self._brightness - STEP_PERCENT, DARKEST_PERCENT)

    def _turn(self, what: str, percent: int, least: int) -> None:
        percent = min(100, max(least, percent))
        member = self._local.member
        if self._busy or member is None or percent == getattr(self, f"_{what}"):
            return
        self._busy, self._said = True, None

        def work(kiosk):
            kiosk.staff_door.require(member.id, _settings_act())
            refusal = getattr(kiosk.machine, f"set_{what}")(percent)
            return refusal, getattr(kiosk.machine, what)()

        self._local.ask(work, lambda done: self._turned(what, percent, done), self._failed, worker=_WORKER)

    def _turned(self, what: str, percent: int, done) -> None:
        refusal, now = done
        self._busy = False
        if refusal is not None:
            self._said = refusal.words
        else:
            setattr(self, f"_{what}", percent if now is None else now)
            self._record(what, percent)
        self.changed.emit()

    def _record(self, what: str, percent: int) -> None:
        member = self._local.member
        if member is not None:
            self._local.ask(
                lambda kiosk: kiosk.local_settings.turned(what, percent, member.id),
                lambda _none: None,
                lambda _fault: None,
            )

    def _failed(self, exception) -> None:
        self._busy = False
        self._said = getattr(exception, "words", None)
        self.changed.emit()

    @Slot()
    def test(self):
        """Sound a tone, to hear how loud it is."""
        self.tested.emit(TEST_TONE)

    @Property(str, notify=changed)
    def said(self):
        """Why the machine would not."""
        return self._local.surroundings.words(self._said)


def _settings_act():
    from kiosk.domain.staff_duties import Act  # noqa: PLC0415  (staff alone need it)

    return Act.SETTINGS
