"""At whose printer a badge is to be printed: here, or at another kiosk of the fair."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.known_words import ago_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MOST = 1
"""A hall may have forty kiosks, and the panel has room for one beside this."""


@QmlElement
@QmlUncreatable("made by the people's view-model")
class PrintPlacesModel(QObject):
    """Part of a staff view: `page` asks for it. Here, until another place is chosen."""

    changed = Signal()

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        page.surroundings.modes.languageChanged.connect(self.changed)
        self.wipe()

    def wipe(self) -> None:
        """Nothing read, nothing chosen."""
        self._places = ()
        self._first = 0
        self._chosen = ""
        self.changed.emit()

    def look(self) -> None:
        """Which there are now; nothing chosen."""
        self.wipe()
        self._page.ask(lambda kiosk: kiosk.print_queue.places(), self._found, lambda _fault: None)

    def _found(self, places) -> None:
        self._places = places
        self.changed.emit()

    @Property("QVariantList", notify=changed)
    def others(self):
        """Other kiosks, as many as are shown at a time: `place` names one, `name`, `heard` how long ago."""
        say = self._page.surroundings.words
        shown = self._places[self._first : self._first + SHOWN_MOST]
        return [
            {"place": each.origin.hex(), "name": say(each.name), "heard": say(ago_words(each.heard))}
            for each in shown
        ]

    @Property(bool, notify=changed)
    def several(self):
        """Whether there are more than are shown."""
        return len(self._places) > SHOWN_MOST

    @Slot()
    def turn(self):
        """Show the next one and choose it; after the last the first again."""
        self._first += SHOWN_MOST
        if self._first >= len(self._places):
            self._first = 0
        self.choose(self._places[self._first].origin.hex())

    @Property(str, notify=changed)
    def chosen(self):
        """The one that is chosen; nothing: here."""
        return self._chosen

    @Slot(str)
    def choose(self, place):
        if place == "" or any(each.origin.hex() == place for each in self._places):
            self._chosen = place
            self.changed.emit()

    @property
    def origin(self) -> bytes:
        """The kiosk that is to print; nothing: this one."""
        return bytes.fromhex(self._chosen)
