"""The window's texts: every resources/translations/*_<language>.qm, switched at once."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from kiosk.ui.languages import Languages

LOCALES = {"zh": "zh_CN", "en": "en"}
"""What is spoken, and its part of a file's name."""


class Translations(QObject):
    """One language's texts are installed at a time; the others' stay loaded, for a quick switch.

    A language of its own file lies over the one of ours that it falls back to.
    """

    def __init__(self, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._languages = languages
        self._loaded: dict[str, list[QTranslator]] = {}
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Install a language's texts: "zh", "en", or a language file's code. The caller retranslates."""
        self.silence()
        tongue = self._languages.tongue(language)
        beneath = self._of(tongue.fallback if tongue is not None else language)
        for translator in [*beneath, tongue.translator] if tongue is not None else beneath:
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)

    def silence(self) -> None:
        """Take away what is installed."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _of(self, language: str) -> list[QTranslator]:
        if language not in self._loaded:
            self._loaded[language] = [self._load(file) for file in self._files(language)]
        return self._loaded[language]

    def _files(self, language: str) -> list[Path]:
        return sorted(self._languages.translations.glob(f"*_{LOCALES[language]}.qm"))

    def _load(self, file: Path) -> QTranslator:
        translator = QTranslator(self)
        if not translator.load(str(file)):
            raise ValueError(f"{file.name} is no translation file")
        return translator
