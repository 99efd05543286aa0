"""What staff do to the floor: one change at a time, what became of it, and taking the last one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.staff.shift import told

if TYPE_CHECKING:
    from kiosk.domain.words import Words
    from kiosk.services.kiosk import Kiosk
    from kiosk.services.values import Correction
    from kiosk.ui.page_model import PageModel
    from kiosk.ui.staff.shift import Shift

Act = Callable[["Kiosk", str], "Correction"]
"""Done to a kiosk in the name of a staff member."""


@dataclass(slots=True)
class FloorChange:
    """`ended` is called when a change was done, refused or failed."""

    page: PageModel
    shift: Shift
    ended: Callable[[], None]
    busy: bool = False
    failed: bool = False
    said: Words | None = None
    _back: Act | None = None

    @property
    def undoable(self) -> bool:
        """Whether the last change can be taken back."""
        return self._back is not None and not self.busy

    def forget(self) -> None:
        """What became of the last change is not said any more, nor can it be taken back."""
        self.failed, self.said, self._back = False, None, None

    def do(self, act: Act, back: Act | None = None) -> None:
        """Do something, unless something else is being done; `back` takes it back."""
        member = self.shift.member
        if member is None or self.busy:
            return
        self.forget()
        self.busy = True
        self.page.ask(
            lambda kiosk: act(kiosk, member.id), lambda correction: self._done(correction, back), self._failed
        )

    def undo(self) -> None:
        """Take the last change back."""
        if self._back is not None:
            self.do(self._back)

    def wipe(self) -> None:
        """As before anything was done."""
        self.forget()
        self.busy = False

    def _done(self, correction: Correction, back: Act | None) -> None:
        self.busy, self.said = False, correction.words
        self._back = back if correction.done else None
        self.ended()

    def _failed(self, fault: BaseException) -> None:
        self.busy, self.said = False, told(fault)
        self.failed = self.said is None
        self.ended()
