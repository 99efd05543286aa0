"""What the keyboard on the screen learns, and how it is made to forget between visitors.

Our fields ask it not to learn (Qt.ImhSensitiveData closes Qt's Pinyin user dictionary), so there is nothing
to forget; this makes it certain, whatever a later keyboard does: its files are put back as they were when
the kiosk started, and nothing that was half typed or copied stays.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication

FOLDER_NAME = "qtvirtualkeyboard"


def folder() -> Path:
    """Where Qt Virtual Keyboard keeps its users' words."""
    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(config) / FOLDER_NAME


class KeyboardMemory:
    """The keyboard's files as they stood when this was made."""

    def __init__(self) -> None:
        self._folder = folder()
        self._kept = {path: path.read_bytes() for path in self._files()}

    def forget(self) -> None:
        """Put the files back, drop what is half typed, empty the clipboard."""
        QGuiApplication.inputMethod().reset()
        QGuiApplication.clipboard().clear()
        for path in self._files():
            kept = self._kept.get(path)
            if kept is None:
                path.unlink()
            elif path.read_bytes() != kept:
                path.write_bytes(kept)

    def _files(self) -> list[Path]:
        return [path for path in self._folder.rglob("*") if path.is_file()]
