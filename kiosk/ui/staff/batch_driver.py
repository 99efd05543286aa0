"""Drives a batch run by run, each piece of it on its worker; it goes on while nobody is signed in."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.services.printing.batch_values import StepState, seconds_left
from kiosk.services.printing.batch_work import Handed

FOLLOW_MS = 1000
SILENT_S = 180.0
"""A printer that says nothing new of a run for so long is silent: staff are asked."""


class BatchDriver(QObject):
    """States: idle, opening, working, waiting (the printer has a run), asked, stopped, paused, failed, whole,
    elsewhere (another process prints it)."""

    changed = Signal()

    def __init__(self, surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._kiosk = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(FOLLOW_MS)
        self._again.timeout.connect(self._next)
        self.forget()

    def forget(self) -> None:
        """What was of the last batch; not while one is on its way."""
        self.state = "idle"
        self.work = None
        self.progress = None
        self.printer = ""
        self.staff = ""
        self.list_state = ""
        self._stopping = False
        self._since_s = self._news_s = 0.0
        self._done_before = 0

    @property
    def at_work(self) -> bool:
        """Whether something of it is being done now."""
        return self.state in ("opening", "working", "waiting")

    @property
    def seconds_left(self) -> int | None:
        """How long the rest takes."""
        if self.progress is None or not self.at_work:
            return None
        return seconds_left(self.progress, self._done_before, time.monotonic() - self._since_s)

    @property
    def stopping(self) -> bool:
        """Whether it stops behind the run that is on its way."""
        return self._stopping and self.at_work

    def begin(self, wish, printer: str, staff: str) -> None:
        """Order a batch and print it."""
        self._open(lambda batches: batches.book.order(wish, staff), printer, staff)

    def go_on(self, printer: str, staff: str) -> None:
        """Go on with the batch that was interrupted."""
        self._open(lambda _batches: None, printer, staff)

    def stop(self) -> None:
        """Stop behind the run that is on its way."""
        self._stopping = True
        self.changed.emit()

    def answer(self, came_out: bool, staff: str) -> None:
        """Staff have looked whether the run came out that is asked about; then it goes on."""
        if self.state != "asked" or self.work is None:
            return
        self._enter("working")
        self._submit(lambda batches: batches.answer(self.work, came_out, staff), self._answered)

    def print_list(self) -> None:
        """Print the packing list of what is printed, on the same printer; `list_state` tells more."""
        if self.work is None or self.list_state == "printing":
            return
        batch, printer = self.work.batch, self.printer

        def ended(handover) -> None:
            self._list("failed" if handover.state in ("failed", "cancelled") else "printed")

        def packed(found) -> None:
            self._submit(
                lambda batches: batches.print_packing_list(found, printer), ended, "printing", self._unlisted
            )

        self._list("printing")
        self._submit(lambda batches: batches.book.packed(batch), packed, failed=self._unlisted)

    def _unlisted(self, _exception) -> None:
        self._list("failed")

    def _list(self, state: str) -> None:
        self.list_state = state
        self.changed.emit()

    def _answered(self, progress) -> None:
        self._pace_anew()
        self._take(progress, go_on=True)

    def _open(self, order, printer: str, staff: str) -> None:
        kiosk = self._surroundings.kiosk
        if self.at_work or kiosk is None:
            return
        self.forget()
        self._kiosk, self.printer, self.staff = kiosk, printer, staff
        self._enter("opening")

        def opened(batches):
            if not batches.hold.take():
                return None
            order(batches)
            line = batches.book.open_batch()
            if line is None:
                return line, None
            return line, batches.book.papers(line.batch, line.wish.desk, line.wish.row)

        self._submit(opened, self._opened)

    def _opened(self, found) -> None:
        if found is None:
            self._enter("elsewhere")
            return
        line, papers = found
        if line is None:  # it was never ordered: staff choose again
            self._rest("idle")
            return
        self._submit(lambda batches: batches.lay_out(line.wish, papers), self._laid_out, "drawing")

    def _laid_out(self, work) -> None:
        self.work = work
        self.progress = self._batches.progress(work, StepState.DONE)
        self._pace_anew()
        self._enter("working")
        self._next()

    def _pace_anew(self) -> None:
        self._since_s = self._news_s = time.monotonic()
        self._done_before = self.work.done

    @Slot()
    def _next(self) -> None:
        if self._surroundings.kiosk is not self._kiosk:
            self._rest("paused")  # another pack was opened: staff go on from there
            return
        self._submit(lambda batches: batches.next_move(self.work, self.printer), self._moved)

    def _moved(self, move) -> None:
        if move is None:
            self._submit(lambda batches: batches.finish(self.work, self.staff), self._take)
        elif isinstance(move, Handed):
            self._submit(
                lambda batches: batches.follow(move), lambda told: self._record(move, told), "printing"
            )
        else:
            self._submit(lambda batches: batches.draw(move), lambda drawn: self._hand(move, drawn), "drawing")

    def _hand(self, run, drawn) -> None:
        self._submit(
            lambda batches: batches.hand(run, self.printer), lambda handed: self._send(handed, drawn)
        )

    def _send(self, handed, drawn) -> None:
        self._news_s = time.monotonic()
        self._submit(
            lambda batches: batches.send(handed, drawn),
            lambda told: self._record(handed, told),
            "printing",
        )

    def _record(self, handed, told) -> None:
        self._submit(lambda batches: batches.record(self.work, handed, told), self._take)

    def _take(self, progress, *, go_on: bool = False) -> None:
        """What became of a step; `go_on`: a person has said that it may."""
        self.progress = progress
        state = progress.state
        if state is StepState.WHOLE:
            self._rest("whole")
        elif state is StepState.ASKED or (
            state is StepState.SENT and time.monotonic() - self._news_s > SILENT_S
        ):
            self._enter("asked")
        elif state is StepState.SENT:
            self._enter("waiting")
            self._again.start()
        elif state is StepState.STOPPED and not go_on:
            self._rest("stopped")
        elif self._stopping:
            self._rest("paused")
        else:
            self._enter("working")
            self._next()

    def _rest(self, state: str) -> None:
        """Nothing is on its way any more: other processes may go on with it."""
        self._stopping = False
        self._submit(lambda batches: batches.hold.let_go(), lambda _none: None)
        self._enter(state)

    def _failed(self, _exception) -> None:
        if self._kiosk is not None:
            self._kiosk.batches.hold.let_go()
        self._stopping = False
        self._enter("failed")

    def _enter(self, state: str) -> None:
        self.state = state
        self.changed.emit()

    @property
    def _batches(self):
        return self._kiosk.batches

    def _submit(self, work, done, worker: str = "store", failed=None) -> None:
        batches = self._batches
        self._surroundings.bridge.submit(lambda: work(batches), done, failed or self._failed, worker=worker)
