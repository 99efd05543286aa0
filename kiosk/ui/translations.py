"""The window's texts: every resources/translations/*_<language>.qm, switched at once."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from kiosk.ui import resources

LOCALES = {"zh": "zh_CN", "en": "en"}
"""What is spoken, and its part of a file's name; any other language is in its files' names as it is."""


class Translations(QObject):
    """One language's texts are installed at a time; the other's stay loaded, for a quick switch."""

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or resources.root() / "translations"
        self._loaded: dict[str, list[QTranslator]] = {}
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Install a language's texts: "zh", "en", or whatever the folder holds. The caller retranslates."""
        self.silence()
        for translator in self._of(language):
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
        return sorted(self._folder.glob(f"*_{LOCALES.get(language, language)}.qm"))

    def _load(self, file: Path) -> QTranslator:
        translator = QTranslator(self)
        if not translator.load(str(file)):
            raise ValueError(f"{file.name} is no translation file")
        return translator
