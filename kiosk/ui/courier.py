"""Lets the kiosk do, on the store's thread, what its courier asks of it, whoever is at the screen."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

HEED_MS = 2000
"""Asking costs the store's thread some 0.1 ms."""


class Courier(QObject):
    """Drives services.peers.Peers.heed. `packCame`: a fair pack came from a peer and is to be opened."""

    packCame = Signal()

    def __init__(self, bridge, peers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._peers = peers
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(HEED_MS)
        self._timer.timeout.connect(self.ask)
        self._timer.start()

    @Slot()
    def ask(self) -> None:
        """Now; nothing where it is being asked already."""
        if not self._asking:
            self._asking = True
            self._bridge.submit(self._peers.heed, self._heeded, self._failed)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _heeded(self, pack_came: bool) -> None:
        self._asking = False
        if pack_came and self._timer.isActive():
            self.packCame.emit()

    def _failed(self, _fault) -> None:
        """A full or busy store: asked again in a moment. What else is wrong is said where it is used."""
        self._asking = False
