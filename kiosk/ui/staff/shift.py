"""Who of staff is signed in, and what is theirs to do; shared by all views of the staff page."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import StaffMember
from kiosk.domain.staff_duties import NEEDS, Act, may, role_words
from kiosk.domain.words import Words
from kiosk.services.duty import NotTheirs

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the staff page")
class Shift(QObject):
    """Nobody, or one member of staff."""

    changed = Signal()

    def __init__(self, surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._member: StaffMember | None = None
        surroundings.modes.languageChanged.connect(self.changed)

    @property
    def member(self) -> StaffMember | None:
        """Who is signed in, for Python."""
        return self._member

    @property
    def signed_in(self) -> bool:
        """Whether somebody is."""
        return self._member is not None

    def begin(self, member: StaffMember) -> None:
        """Somebody has signed in."""
        self._member = member
        self.changed.emit()

    def end(self) -> None:
        """Nobody is signed in any more."""
        self._member = None
        self.changed.emit()

    def may(self, act: Act) -> bool:
        """Whether it is theirs to do."""
        return self._member is not None and may(self._member, act)

    @Property("QVariantMap", notify=changed)
    def whose(self):
        """Of every act (domain.staff_duties.Act): nothing where it is theirs, else whose it is, in a word."""
        say = self._surroundings.words
        return {str(act): "" if self.may(act) else say(role_words(act)) for act in NEEDS}


def told(fault: BaseException) -> Words | None:
    """What is said of an act that was not theirs; None for any other fault, which has no words for people."""
    return fault.words if isinstance(fault, NotTheirs) else None
