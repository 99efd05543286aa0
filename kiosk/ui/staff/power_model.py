"""Whether this kiosk may be switched off, and switching it off or starting it again."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 3000


@QmlElement
@QmlUncreatable("made by the staff page")
class PowerModel(StaffView):
    """States: loading, ready, failed. `asking`: nothing, off or again."""

    changed = Signal()
    ends = Signal(bool, str)
    """Staff want it: whether it is to start again, and who."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._standing = None
        self._asking = ""
        self._busy = False
        self._said = None

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._again.start()
        self.refresh()

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    @Slot()
    def refresh(self):
        """Look again: who waits sees it change."""
        if not self._reading and self.surroundings.kiosk is not None:
            self._reading = True
            self.ask(lambda kiosk: kiosk.station().shut_down.standing(), self._read, self._failed)

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, standing) -> None:
        self._reading = False
        if (self._state, self._standing) != ("ready", standing):
            self._state, self._standing = "ready", standing
            self.changed.emit()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def level(self):
        """The most harmful remark's: admit, notice or refuse."""
        return self._standing.level if self._standing is not None else ""

    @Property("QVariantList", notify=changed)
    def remarks(self):
        """level, title, detail; the most harmful first."""
        if self._standing is None:
            return []
        say = self.surroundings.words
        return [
            {"level": each.level, "title": say(each.title), "detail": say(each.detail)}
            for each in self._standing.remarks
        ]

    @Property(bool, notify=changed)
    def onlyHere(self):
        """Whether a stick would help."""
        return self._standing is not None and self._standing.only_here > 0

    # ---- asks once

    @Property(str, notify=changed)
    def asking(self):
        return self._asking

    @Slot()
    def ask_off(self):
        self._ask_for("off")

    @Slot()
    def ask_again(self):
        self._ask_for("again")

    @Slot()
    def keep(self):
        """Not after all."""
        self._ask_for("")

    def _ask_for(self, what: str) -> None:
        if not self._busy:
            self._asking, self._said = what, None
            self.changed.emit()

    @Slot()
    def sure(self):
        """Do what is asked about; whether it is theirs to do is asked first."""
        member, again = self._shift.member, self._asking == "again"
        if member is None or not self._asking or self._busy:
            return
        self._busy = True
        self.ask(
            lambda kiosk: kiosk.station().shut_down.permit(member.id),
            lambda _none: self.ends.emit(again, member.id),
            self._not_done,
        )

    def _not_done(self, exception) -> None:
        self._busy, self._asking = False, ""
        self._said = getattr(exception, "words", None)
        self.changed.emit()

    @Property(str, notify=changed)
    def said(self):
        """Why it was not done."""
        return self.surroundings.words(self._said)
