"""Qt's input method as QML can be linted against: Qt.inputMethod is a bare QObject to qmllint."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlSingleton

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class InputMethod(QObject):
    """The keyboard on the screen: whether it is there, and how it comes and goes."""

    shownChanged = Signal()
    composesChanged = Signal()
    keyTyped = Signal(int, str)
    """A key of a keyboard that is plugged in, for the method that makes hanzi of letters (ui.letters)."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._composes = False
        QGuiApplication.inputMethod().visibleChanged.connect(self.shownChanged)

    @Property(bool, notify=shownChanged)
    def shown(self):
        """Whether the keyboard is on the screen."""
        return QGuiApplication.inputMethod().isVisible()

    @Property(bool, notify=composesChanged)
    def composes(self):
        """Whether letters become hanzi now. The keyboard on the screen says it."""
        return self._composes

    @Slot(bool)
    def composing(self, composes):
        if composes != self._composes:
            self._composes = composes
            self.composesChanged.emit()

    @Slot()
    def show(self):
        """Bring the keyboard for the field that has the focus."""
        QGuiApplication.inputMethod().show()

    @Slot()
    def hide(self):
        QGuiApplication.inputMethod().hide()

    @Slot()
    def reset(self):
        """Drop what is typed and not yet taken over."""
        QGuiApplication.inputMethod().reset()
