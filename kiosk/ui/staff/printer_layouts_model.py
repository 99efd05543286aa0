"""How badges look: every layout with a badge of one type, of a sample's name or of one that staff type."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NAME_MOST = 40
TYPED_MS = 150
"""So long after a key the badges are composed anew."""


@QmlElement
@QmlUncreatable("made by the printers' view")
class PrinterLayoutsModel(PageModel):
    """States: closed, loading, ready, failed. Composed beside store and printers."""

    changed = Signal()
    composed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._typed.stop()
        self._state = "closed"
        self._asked = 0
        self._layouts = ()
        self._compositions = {}
        self._edition = 0
        self._layout = ""
        self._type = BadgeType.GRADUATE
        self._name = ""
        self._missing = ""

    def reset(self) -> None:
        """Wipe: a name was typed."""
        self._wipe()
        super().reset()
        self.composed.emit()

    @Slot()
    def open(self):
        """Show them."""
        self._state = "loading"
        self.refresh()
        self.changed.emit()

    @Slot()
    def close(self):
        """Back to the printers."""
        self.reset()

    @Property(bool, notify=changed)
    def opened(self):
        return self._state != "closed"

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Slot()
    def retry(self):
        """They could not be composed: once more."""
        self.open()

    @Slot()
    def refresh(self):
        """Compose all layouts; an older answer does not cover a newer one."""
        self._asked += 1
        asked, name, badge_type = self._asked, self._name.strip(), self._type

        def work(kiosk):
            queue = kiosk.print_queue
            layouts = queue.layouts()
            missing = queue.missing(name)
            printable = "".join(each for each in name if each not in missing)
            made = {each.id: queue.preview(each.id, printable, badge_type) for each in layouts}
            return layouts, missing, made

        self.ask(
            work,
            lambda answer: self._read(asked, answer),
            lambda _fault: self._failed(asked),
            worker="drawing",
        )

    def _read(self, asked: int, answer) -> None:
        if asked != self._asked:
            return
        self._state = "ready"
        self._layouts, self._missing, self._compositions = answer
        self._layout = self._layout or self._layouts[0].id
        self._edition += 1
        self.composed.emit()
        self.changed.emit()

    def _failed(self, asked: int) -> None:
        if asked == self._asked:
            self._state = "failed"
            self.changed.emit()

    # ---- which

    @Property("QVariantList", notify=changed)
    def layouts(self):
        """Every layout: id, name, size (mm), on."""
        say = self.surroundings.words
        return [
            {
                "id": each.id,
                "name": say(each.name),
                "width": round(each.media.width_mm),
                "height": round(each.media.height_mm),
                "tape": each.media.continuous,
                "mono": each.mono,
                "on": each.id == self._layout,
            }
            for each in self._layouts
        ]

    @Property(str, notify=changed)
    def layout(self):
        """The one that is shown large."""
        return self._layout

    @Slot(str)
    def choose(self, layout):
        self._layout = layout
        self.composed.emit()
        self.changed.emit()

    @Property("QVariant", notify=composed)
    def composition(self):
        """Of the layout that is shown large."""
        return self._compositions.get(self._layout)

    @Property(int, notify=composed)
    def edition(self):
        """Rises with every composing."""
        return self._edition

    @Slot(str, int, result="QVariant")
    def composition_of(self, layout, _edition):
        """Of any layout, in the latest edition."""
        return self._compositions.get(layout)

    # ---- whose

    @Property("QVariantList", notify=changed)
    def types(self):
        """Every badge type: id, name, on."""
        say = self.surroundings.words
        return [
            {"id": each.name.lower(), "name": say(TYPE_WORDS[each]), "on": each is self._type}
            for each in BadgeType
        ]

    @Slot(str)
    def show_type(self, badge_type):
        self._type = BadgeType[badge_type.upper()]
        self.refresh()
        self.changed.emit()

    @Property(str, notify=changed)
    def name(self):
        """What staff typed."""
        return self._name

    @Slot(str)
    def type_name(self, name):
        """A name is being typed."""
        name = name[:NAME_MOST]
        if name != self._name:
            self._name = name
            self._typed.start()
            self.changed.emit()

    @Property(int, constant=True)
    def nameMost(self):
        """Characters of a name."""
        return NAME_MOST

    @Property(str, notify=changed)
    def missing(self):
        """Characters of the name that the fonts lack, with spaces between."""
        return " ".join(self._missing)

    @Property(str, notify=changed)
    def missingAt(self):
        """Which of the name's characters those are, from 1: the screen may not have them either."""
        found = [str(at) for at, each in enumerate(self._name.strip(), 1) if each in self._missing]
        return ("、" if self.surroundings.modes.fallback == "zh" else ", ").join(found)
