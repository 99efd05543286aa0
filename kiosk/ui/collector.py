"""Python's garbage collector, kept on the GUI thread.

Left alone it runs on whichever thread allocates next. On a worker it would destroy Qt objects that live on
the GUI thread, while that thread works with them. So it is switched off, and asked here: the young objects
every second, all of them when a visit has ended and nobody waits for a frame.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.ui.passing import let_shells_go

EVERY_MS = 1000


class Collector(QObject):
    """Collects on the thread it lives on, from `start` to `stop`; nothing collects by itself meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect_young)

    def start(self) -> None:
        """The start is over: what stands now stays, and is not looked at again."""
        gc.collect()
        gc.freeze()
        self._timer.start()

    @Slot()
    def collect_young(self) -> None:
        """Once a second; as far as the collector itself would have gone by now."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[1] > thresholds[1]:
            gc.collect(1)
        elif counts[0] > thresholds[0]:
            gc.collect(0)

    @Slot()
    def collect_all(self) -> None:
        """Nobody is at the screen."""
        if self._timer.isActive():
            gc.collect()
            let_shells_go()

    def stop(self) -> None:
        """The window has ended: collection goes on by itself, if it did before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()
