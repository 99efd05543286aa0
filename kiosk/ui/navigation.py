"""Which page is shown, and the way back."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

HOME = "home"
ATTRACT = "attract"
LEAVING = "leaving"
PAGES = {
    HOME: "pages/HomePage.qml",
    ATTRACT: "pages/AttractPage.qml",
    "check_in": "pages/CheckInPage.qml",
    "walk_up": "pages/WalkUpPage.qml",
    "agreement": "pages/AgreementPage.qml",
    "delegation": "pages/DelegationPage.qml",
    "badge": "pages/BadgePage.qml",
    "help": "pages/HelpPage.qml",
    "staff": "staff/StaffPage.qml",
    "out_of_service": "pages/OutOfServicePage.qml",
    "find": "find/FindPage.qml",
    "listing": "find/ListingPage.qml",
    "way": "find/WayPage.qml",
    "plan": "find/PlanPage.qml",
    "programme": "find/ProgrammePage.qml",
    "session": "find/SessionPage.qml",
    "season": "find/SeasonPage.qml",
    LEAVING: "pages/LeavingPage.qml",
}
"""Page names and their files under qml/."""


@QmlElement
@QmlUncreatable("made by the window")
class Navigation(QObject):
    """A stack of pages above home. A page's argument (an exhibitor's id, a stall's number) is a text."""

    pageChanged = Signal()
    entered = Signal(str, str)
    """A page was opened or returned to: its name and its argument; before the page itself is loaded."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._stack = [(HOME, "")]
        self.returning = False
        """Whether the page that is being entered was there before: what was done on it still holds."""

    @Property(str, notify=pageChanged)
    def page(self):
        """The page that is shown."""
        return self._stack[-1][0]

    @Property(str, notify=pageChanged)
    def file(self):
        """The page's QML file under qml/."""
        return PAGES[self._stack[-1][0]]

    @Property(str, notify=pageChanged)
    def argument(self):
        """What the page was opened with."""
        return self._stack[-1][1]

    @Slot(str)
    def go(self, page):
        """Open a page."""
        self.open(page, "")

    @Slot(str, str)
    def open(self, page, argument):
        """Open a page with an argument. The page that is shown already is not opened twice.

        Nobody goes back to the attract page: what is opened from it lies on home.
        """
        if page == HOME:
            self.home()
        elif (page, argument) != self._stack[-1]:
            if page not in PAGES:
                raise KeyError(page)
            if self._stack[-1][0] == ATTRACT:
                self._stack.pop()
            self._stack.append((page, argument))
            self._show()

    @Slot()
    def back(self):
        """One page back."""
        if len(self._stack) > 1:
            self._stack.pop()
            self.returning = True
            self._show()
            self.returning = False

    @Slot()
    def home(self):
        """Home, forgetting the way there."""
        if len(self._stack) > 1:
            self._stack = [(HOME, "")]
            self._show()

    def _show(self) -> None:
        page, argument = self._stack[-1]
        self.entered.emit(page, argument)
        self.pageChanged.emit()
