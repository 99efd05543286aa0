"""How the window speaks, looks and moves for this visitor: language, size, contrast, height, motion."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.ui.languages import Languages
    from kiosk.ui.tongue import Tongue

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class Modes(QObject):
    """The foot's four switches and reduced motion. When a visit ends they go back to where they started."""

    languageChanged = Signal()
    modesChanged = Signal()
    choosingChanged = Signal()
    voiceChanged = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._first_language = "zh"
        self._language = "zh"
        self._languages: Languages | None = None
        self._tongue: Tongue | None = None
        self._choosing = False
        self._large = False
        self._contrast = False
        self._low = False
        self._step_free = False
        self._moves_less = False
        self._first_moves_less = False
        self._voices: frozenset[str] = frozenset()
        self._aloud = False
        self.languageChanged.connect(self._see_voice)

    @property
    def spoken(self) -> str:
        """The visitor's language for Python: "zh", "en", or the code of a language's file."""
        return self._language

    def said(self, text: str) -> str:
        """A sentence of services, in `fallback`, as the visitor's language says it."""
        return self._tongue.say(text) if self._tongue is not None else text

    @Property(str, notify=languageChanged)
    def language(self):
        """The visitor's language: "zh", "en", or the code of a language's file."""
        return self._language

    @Property(str, notify=languageChanged)
    def fallback(self):
        """ "zh" or "en": what names come in, and all that the visitor's language does not translate."""
        return self._tongue.fallback if self._tongue is not None else self._language

    @Property(bool, notify=languageChanged)
    def several(self):
        """Whether there are more languages than our own two, so that one is chosen from a list."""
        return self._languages is not None and self._languages.several

    @Property(bool, notify=choosingChanged)
    def choosing(self):
        """Whether the list of languages is open."""
        return self._choosing

    @Property("QVariantList", notify=choosingChanged)
    def languages(self):
        """All languages, each in its own name: code, name."""
        names = self._languages.names() if self._languages is not None else {}
        return [{"code": code, "name": name} for code, name in names.items()]

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

    @Property(bool, notify=voiceChanged)
    def hasVoice(self):
        """Whether this machine has a voice for the language."""
        return self._language in self._voices

    @Property(bool, notify=voiceChanged)
    def aloud(self):
        """What is on the screen is read aloud."""
        return self._aloud

    @Slot()
    def toggle_aloud(self):
        self._aloud = not self._aloud and self._language in self._voices
        self.voiceChanged.emit()

    def give_voices(self, languages: frozenset[str]) -> None:
        """The languages that there are voices for, by now."""
        self._voices = languages
        self._see_voice()

    @Slot()
    def _see_voice(self) -> None:
        """In a language without a voice nothing is read."""
        self._aloud = self._aloud and self._language in self._voices
        self.voiceChanged.emit()

    @Slot()
    def toggle_language(self):
        """The other language; where there are more than two, the list of them comes and goes."""
        if self.several:
            self._choose(choosing=not self._choosing)
        else:
            self.speak("en" if self._language == "zh" else "zh")

    @Slot(str)
    def choose_language(self, code):
        """One of the list; the list goes."""
        self._choose(choosing=False)
        self.speak(code)

    @Slot()
    def leave_list(self):
        """None of the list."""
        self._choose(choosing=False)

    def _choose(self, *, choosing: bool) -> None:
        if choosing != self._choosing:
            self._choosing = choosing
            self.choosingChanged.emit()

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

    def offer(self, languages: "Languages") -> None:
        """The languages that there are."""
        self._languages = languages

    def start_in(self, language: str, *, reduced_motion: bool = False) -> None:
        """What each visit starts with, as kiosk.toml says."""
        self._first_language = language
        self._first_moves_less = self._moves_less = reduced_motion
        self.speak(language)
        self.modesChanged.emit()

    def speak(self, language: str) -> None:
        """Switch to a language. One that there is not, or not any more, is Chinese."""
        tongue = self._languages.tongue(language) if self._languages is not None else None
        if tongue is None and language != "en":
            language = "zh"
        if language != self._language:
            self._language, self._tongue = language, tongue
            self.languageChanged.emit()

    def reset(self) -> None:
        """The next visitor starts in the kiosk's own language with every switch off."""
        self._choose(choosing=False)
        self.speak(self._first_language)
        self._large = self._contrast = self._low = self._step_free = False
        self._moves_less = self._first_moves_less
        self._aloud = False
        self.voiceChanged.emit()
        self.modesChanged.emit()
