"""How the window speaks, looks and moves for this visitor: language, size, contrast, height, motion."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class Modes(QObject):
    """The foot's four switches and reduced motion. When a visit ends they go back to where they started."""

    languageChanged = Signal()
    modesChanged = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._first_language = "zh"
        self._language = "zh"
        self._large = False
        self._contrast = False
        self._low = False
        self._step_free = False
        self._moves_less = False
        self._first_moves_less = False

    @property
    def spoken(self) -> str:
        """The visitor's language, "zh" or "en", for Python."""
        return self._language

    @Property(str, notify=languageChanged)
    def language(self):
        """The visitor's language, "zh" or "en"."""
        return self._language

    @Property(bool, notify=modesChanged)
    def large(self):
        """Large text."""
        return self._large

    @Property(bool, notify=modesChanged)
    def contrast(self):
        """High contrast."""
        return self._contrast

    @Property(bool, notify=modesChanged)
    def low(self):
        """All targets low."""
        return self._low

    @Property(bool, notify=modesChanged)
    def stepFree(self):
        """Ways, and how far it is, without steps."""
        return self._step_free

    @Property(bool, notify=modesChanged)
    def reducedMotion(self):
        """Nothing slides or grows."""
        return self._moves_less

    @Slot()
    def toggle_language(self):
        self.speak("en" if self._language == "zh" else "zh")

    @Slot()
    def toggle_large(self):
        self._large = not self._large
        self.modesChanged.emit()

    @Slot()
    def toggle_contrast(self):
        self._contrast = not self._contrast
        self.modesChanged.emit()

    @Slot()
    def toggle_low(self):
        self._low = not self._low
        self.modesChanged.emit()

    @Slot()
    def toggle_step_free(self):
        self.go_step_free(not self._step_free)

    def go_step_free(self, step_free: bool) -> None:
        """Ways without steps, or all ways."""
        if step_free != self._step_free:
            self._step_free = step_free
            self.modesChanged.emit()

    @Slot()
    def toggle_reduced_motion(self):
        self._moves_less = not self._moves_less
        self.modesChanged.emit()

    def start_in(self, language: str, *, reduced_motion: bool = False) -> None:
        """What each visit starts with, as kiosk.toml says."""
        self._first_language = language
        self._first_moves_less = self._moves_less = reduced_motion
        self.speak(language)
        self.modesChanged.emit()

    def speak(self, language: str) -> None:
        """Switch to a language."""
        if language != self._language:
            self._language = language
            self.languageChanged.emit()

    def reset(self) -> None:
        """The next visitor starts in the kiosk's own language with every switch off."""
        self.speak(self._first_language)
        self._large = self._contrast = self._low = self._step_free = False
        self._moves_less = self._first_moves_less
        self.modesChanged.emit()
