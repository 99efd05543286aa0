"""The settings of this kiosk: what staff may change on the spot, and what they may only read."""

from dataclasses import replace

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.staff.output_model import OutputModel
from kiosk.ui.staff.screen_model import ScreenModel
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOUNT_STEP_MM = 10.0
MOUNT_LEAST_MM = 500.0
"""Lower nobody hangs a screen; how high at most is the screen's to say."""


@QmlElement
@QmlUncreatable("made by the staff page")
class LocalModel(StaffView):
    """States: loading, ready, failed. A change is kept in kiosk.toml first and shown then."""

    changed = Signal()
    kept = Signal(object)
    """services.values.LocalValues that were kept, for who can follow them at once."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._standing = None
        self._screen = ScreenModel(self)
        self._output = OutputModel(self)
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._standing = None
        self._busy = False
        self._outcome = ""
        self._said = None
        self._screen.wipe()
        self._output.wipe()

    @Property(ScreenModel, constant=True)
    def screen(self):
        return self._screen

    @Property(OutputModel, constant=True)
    def output(self):
        return self._output

    @property
    def member(self):
        """Who is signed in, for the parts."""
        return self._shift.member

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._output.read()
        self.ask(lambda kiosk: kiosk.local_settings.now(), self._read, self._failed)

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.entered("")

    def _read(self, standing) -> None:
        self._state = "ready"
        self._standing = standing
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    # ---- what may be changed

    def _value(self, name: str, absent):
        return getattr(self._standing.values, name) if self._standing is not None else absent

    @Property(str, notify=changed)
    def language(self):
        """The language that every visit starts in: zh, en, or the code of a language's file."""
        return self._value("language", "")

    @Property("QVariantList", constant=True)
    def languages(self):
        """All that there are, each in its own name: code, name."""
        return self.surroundings.modes.languages

    @Property(bool, notify=changed)
    def reducedMotion(self):
        """Whether every visit starts with nothing that moves."""
        return self._value("reduced_motion", False)

    @Property(bool, notify=changed)
    def sounds(self):
        return self._value("sounds", False)

    @Property(int, notify=changed)
    def mountBottomMm(self):
        """Height of the screen's lower edge above the floor."""
        return round(self._value("mount_bottom_mm", 0.0))

    @Property(bool, notify=changed)
    def mountLowest(self):
        return self.mountBottomMm <= MOUNT_LEAST_MM

    @Property(bool, notify=changed)
    def mountHighest(self):
        return self.mountBottomMm >= self._screen.mount_most_mm

    @property
    def screen_in(self) -> float:
        """The screen's diagonal, as it is kept."""
        return self._value("screen_in", 0.0)

    @Slot(str)
    def start_in(self, language):
        self.keep(language=language)

    @Slot(bool)
    def move_less(self, less):
        self.keep(reduced_motion=less)

    @Slot(bool)
    def sound(self, on):
        self.keep(sounds=on)

    @Slot()
    def raise_mount(self):
        self._mount(MOUNT_STEP_MM)

    @Slot()
    def lower_mount(self):
        self._mount(-MOUNT_STEP_MM)

    def _mount(self, by_mm: float) -> None:
        height_mm = self._value("mount_bottom_mm", 0.0) + by_mm
        most_mm = max(MOUNT_LEAST_MM, self._screen.mount_most_mm)
        self.keep(mount_bottom_mm=min(most_mm, max(MOUNT_LEAST_MM, height_mm)))

    def keep(self, **values) -> None:
        """Change settings, by their names in services.values.LocalValues."""
        member = self._shift.member
        if self._standing is None or self._busy or member is None:
            return
        wanted = replace(self._standing.values, **values)
        if wanted == self._standing.values:
            return
        self._busy = True
        self._outcome = ""
        self._said = None
        self.ask(
            lambda kiosk: kiosk.local_settings.change(wanted, member.id), self._changed, self._not_changed
        )
        self.changed.emit()

    def _changed(self, standing) -> None:
        before, self._standing = self._standing.values, standing
        self._busy = False
        self._outcome = "kept"
        now = standing.values
        if (now.language, now.reduced_motion) != (before.language, before.reduced_motion):
            self.surroundings.modes.start_in(now.language, reduced_motion=now.reduced_motion)
        self.kept.emit(now)
        self.changed.emit()

    def _not_changed(self, exception) -> None:
        self._busy = False
        self._outcome = "not_kept"
        self._said = getattr(exception, "words", None)
        self.changed.emit()

    @Property(str, notify=changed)
    def outcome(self):
        """What became of the last change: nothing, kept or not_kept."""
        return self._outcome

    @Property(str, notify=changed)
    def said(self):
        """Why the last change was not kept, where that is known."""
        return self.surroundings.words(self._said)

    # ---- what may be read

    def _words(self, name: str) -> str:
        return self.surroundings.words(getattr(self._standing, name)) if self._standing is not None else ""

    @Property(str, notify=changed)
    def place(self):
        return self._words("place")

    @Property(str, notify=changed)
    def gate(self):
        return self._words("gate")

    @Property(str, notify=changed)
    def keys(self):
        return self._words("keys")

    @Property(str, notify=changed)
    def clock(self):
        return self._words("clock")

    @Property(str, notify=changed)
    def journal(self):
        return self._words("journal")

    @Property(str, notify=changed)
    def kiosk(self):
        """The start of its journal's origin."""
        return self._standing.kiosk if self._standing is not None else ""

    @Property(str, notify=changed)
    def version(self):
        return self._standing.version if self._standing is not None else ""
