"""The fair pack: which fair, which version, how much is in it, and whether its file is still right."""

from datetime import datetime

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import day_words
from kiosk.domain.fair import BEIJING, clock_text, minute_of_day
from kiosk.domain.words import Words
from kiosk.ui.staff.pack_stick_model import PackStickModel
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

COUNTED = ("employers", "schools", "stalls", "attendees", "sessions", "openings")
_KEY_ENDS = 4
"""Hex digits that are shown of each end of a key."""


@QmlElement
@QmlUncreatable("made by the staff page")
class PackModel(StaffView):
    """States: loading, ready, failed. Of a check: nothing, checking, right, wrong or not (done)."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._stick = PackStickModel(surroundings, shift, self)
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._standing = None
        self._check = ""
        self._said = None

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self.ask(lambda kiosk: kiosk.fair_pack.standing(), self._read, self._failed)

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        self._stick.reset()
        super().reset()

    @Property(PackStickModel, constant=True)
    def stick(self):
        """Installing another one."""
        return self._stick

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

    @Property(str, notify=changed)
    def fair(self):
        """The fair's name."""
        return self.surroundings.title(self._standing.fair) if self._standing is not None else ""

    @property
    def _line(self):
        """The pack that is open."""
        packs = self._standing.packs if self._standing is not None else ()
        return next((each for each in packs if each.current), None)

    @Property(int, notify=changed)
    def version(self):
        return self._line.version if self._line is not None else 0

    @Property(str, notify=changed)
    def signer(self):
        """Both ends of the key that signed it, as they stand in kiosk.toml."""
        return _ends(self._line.authority) if self._line is not None else ""

    @Property(str, notify=changed)
    def installed(self):
        """When it was installed."""
        return self._moment(self._line.installed_at) if self._line is not None else ""

    @Property(str, notify=changed)
    def lastDay(self):
        """The fair's last day."""
        if self._standing is None:
            return ""
        return self.surroundings.words(day_words(self._standing.last_day))

    @Property("QVariantList", notify=changed)
    def counts(self):
        """How much is in it: id, count."""
        if self._standing is None:
            return []
        return [{"id": each, "count": getattr(self._standing, each)} for each in COUNTED]

    @Property("QVariantList", notify=changed)
    def packs(self):
        """All that are installed, the open one first: fair, version, installed, current."""
        return [
            {
                "fair": each.fair,
                "version": each.version,
                "installed": self._moment(each.installed_at),
                "current": each.current,
            }
            for each in (self._standing.packs if self._standing is not None else ())
        ]

    def _moment(self, moment: datetime) -> str:
        day = self.surroundings.words(day_words(moment.astimezone(BEIJING).date()))
        return f"{day} {clock_text(minute_of_day(moment))}"

    # ---- the file

    @Property(str, notify=changed)
    def check(self):
        """Nothing, checking, right, wrong or not."""
        return self._check

    @Property(str, notify=changed)
    def said(self):
        """What the check found wrong."""
        return self.surroundings.words(self._said)

    @Slot()
    def check_file(self):
        """Read the whole file again, beside the store's thread: a scan does not wait for it."""
        if self._check == "checking":
            return
        self._check = "checking"
        self._said = None
        self.changed.emit()
        self.ask(
            lambda kiosk: kiosk.fair_pack.check(),
            lambda fault: self._checked("wrong" if fault is not None else "right", fault),
            lambda _fault: self._checked("not", None),
            worker="printing",
        )

    def _checked(self, check: str, said: Words | None) -> None:
        self._check = check
        self._said = said
        self.changed.emit()


def _ends(key: str) -> str:
    return f"{key[:_KEY_ENDS]} … {key[-_KEY_ENDS:]}" if key else ""
