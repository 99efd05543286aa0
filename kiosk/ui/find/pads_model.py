"""How one types on the find page: the whole keyboard, or one of two pads of large keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.ui.page_model import Surroundings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

FULL, NINE = "full", "nine"
"""The whole keyboard; nine keys with three or four letters each. A third way is a key for each initial."""


@QmlElement
@QmlUncreatable("made by the find page's view-model")
class PadsModel(QObject):
    """Which way was chosen, for this visit, and whether its pad is on the screen."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._pad = FULL
        self._up = False

    def reset(self) -> None:
        """As a visit begins: on a small screen with nine keys."""
        self._pad, self._up = NINE if self._surroundings.nine_keys else FULL, False
        self.changed.emit()

    @Slot(str)
    def choose(self, pad: str) -> None:
        """Type in another way: full, nine or initials."""
        self._pad, self._up = pad, pad != FULL
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        """The field was touched: the pad comes, where that is how one types."""
        self._set_up(self._pad != FULL)

    @Slot()
    def close(self) -> None:
        """The pad goes."""
        self._set_up(False)

    def _set_up(self, up: bool) -> None:
        if up != self._up:
            self._up = up
            self.changed.emit()

    @property
    def nine(self) -> bool:
        """Whether one types on nine keys."""
        return self._pad == NINE

    @Property(str, notify=changed)
    def pad(self):
        """How one types: full, nine or initials."""
        return self._pad

    @Property(bool, notify=changed)
    def up(self):
        """Whether the pad of large keys is on the screen."""
        return self._up
