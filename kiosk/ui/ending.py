"""The end of a kiosk's run: what is on its way is noted, a last backup, the store closed, the power off."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from kiosk.ui.printing import Printing
    from kiosk.ui.window import Window

AGAIN = 75
"""Exit status (EX_TEMPFAIL) that asks whoever watches to start the program again at once (app.watch)."""
LONGEST_MS = 40_000
"""What takes longer (a printer, a backup onto a dying disk) is not waited for: the store is closed then, and
everything that was acknowledged is in it since it was."""


class Ending(QObject):
    """Ends in order, with the window standing and saying so; no step of it stops the next one.

    `over` carries an exit status; where the machine turns itself off, or staff are to, it never comes.
    """

    over = Signal(int)

    def __init__(
        self,
        window: "Window",
        opened: Any,
        printing: "Printing | None",
        *,
        again: bool,
        by: str,
        power: bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = window.bridge
        self._opened = opened
        self._printing = printing
        self._again = again
        self._by = by
        self._power = power
        self._closing = False
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self._close)

    def begin(self) -> None:
        """Take nothing any more; then what is being printed ends."""
        self._window.models.leave(again=self._again)
        self._longest.start()
        if self._printing is None:
            self._printed()
            return
        self._printing.stop()
        self._bridge.submit(_nothing, self._printed, self._printed, worker="printing")

    def _printed(self, _outcome: object = None) -> None:
        if self._printing is not None:
            self._bridge.submit(self._printing.give_up, self._noted, self._noted)
        else:
            self._noted()

    def _noted(self, _outcome: object = None) -> None:
        """What was on its way to a printer is recorded: now that this is the end, and who wanted it."""
        if self._closing:
            return
        self._bridge.submit(self._record, self._recorded, self._recorded)

    def _record(self) -> None:
        self._opened.services.station().shut_down.record(self._again, self._by)

    def _recorded(self, _outcome: object = None) -> None:
        self._bridge.submit(self._opened.upkeep.finish, self._backed_up, self._backed_up, worker="upkeep")

    def _backed_up(self, _outcome: object = None) -> None:
        self._close()

    @Slot()
    def _close(self) -> None:
        if self._closing:
            return
        self._closing = True
        self._longest.stop()
        self._window.models.detach()
        self._bridge.submit(self._opened.close, self._store_closed, self._store_closed)

    def _store_closed(self, _outcome: object = None) -> None:
        if self._again:
            self.over.emit(AGAIN)
        elif not self._power:
            self.over.emit(0)
        else:
            off = self._opened.services.machine.power_off
            self._bridge.submit(off, self._powered_off, self._not_powered_off, worker="printing")

    def _powered_off(self, refusal: Any) -> None:
        self._window.models.page("leaving").closed(refusal)

    def _not_powered_off(self, _exception: BaseException) -> None:
        self.over.emit(0)

    def finish(self) -> None:
        """The window is being closed, whatever the ending has come to: the store is closed first."""
        self._longest.stop()
        if self._closing:
            self._bridge.finish(_nothing)  # behind the closing
        else:
            self._closing = True
            self._bridge.finish(self._opened.close)


def _nothing() -> None:
    """Behind all that waits."""
