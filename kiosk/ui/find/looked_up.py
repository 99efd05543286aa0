"""What was looked up in a visit, and whether it was found: counted without persons, never key by key."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

STANDS_MS = 1_500
"""A text that stands so long was meant: who types on is faster."""


class LookedUp(QObject):
    """Gathers the texts of a visit.

    `told` carries them with whether each was found, when the text is cleared or the visit ends.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._found: bool | None = None
        """Of the text as it stands; None until it was answered."""
        self._composing = False
        self._meant: dict[str, bool] = {}
        self.stands = QTimer(self, objectName="stands")
        self.stands.setSingleShot(True)
        self.stands.setInterval(STANDS_MS)
        self.stands.timeout.connect(self._keep)

    def typed(self, text: str) -> None:
        """The text is another one."""
        if not text.strip():
            self.end()
            return
        self._text, self._found = text, None
        self.stands.start()

    def answered(self, *, found: bool) -> None:
        """Whether the text as it stands was found."""
        self._found = found

    def composes(self, *, composing: bool) -> None:
        """Whether the input method has not taken over yet what is typed: letters of a hanzi to come."""
        self._composing = composing
        if self._text:
            self.stands.start()

    @Slot()
    def _keep(self) -> None:
        if self._found is not None and not self._composing and self._text:
            self._meant[self._text.strip()] = self._found

    def end(self) -> None:
        """The text was cleared, or the visit ends."""
        self.stands.stop()
        self._keep()
        meant, self._meant = self._meant, {}
        self._text, self._found, self._composing = "", None, False
        whole = {
            text: found
            for text, found in meant.items()
            if not any(other != text and other.startswith(text) for other in meant)
        }
        if whole:
            self.told.emit(whole)
