"""Jobs that are on their way to a printer or with one, and their clocks. Store's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.devices.printers.port import Handover
from kiosk.domain.printing import PrintState

if TYPE_CHECKING:
    from kiosk.domain.printer_trouble import Trouble

CONFIRM_TIMEOUT_S = 60.0
"""A job of which a printer says nothing new for so long is taken back, or staff are asked. A CUPS printer
that cannot be reached stays "processing" for ever."""
HOLD_S = 20.0
"""A job that a printer holds because of a trouble is given to another one after so long."""
FOLLOW_EVERY_S = 1.0
SETTLE_S = 5.0
"""A printer that cannot confirm is watched for so long after it took a job: with a trouble that shows up
meanwhile staff are asked, else all is known that can be."""
WATCH_EVERY_S = 2.0
ASK_BACK_EVERY_S = 30.0
"""A printer that would not give a job back is not asked again at once."""
FIND_WAIT_S = 60.0
"""After a crash a printer that cannot be reached may be starting, as the kiosk just did."""


@dataclass(slots=True)
class Flight:
    """One job."""

    job: int
    printer: str
    sent_s: float
    """When it was handed over, or found after a crash; our own clock."""
    news_s: float
    """When something new was heard of it."""
    reference: str = ""
    told: Handover | None = None
    """The latest that the printer said; None until then."""
    to_find: bool = False
    """Whether a crash left it, so that its printer must be asked what became of it."""
    next_follow_s: float = 0.0
    held_s: float | None = None
    """Since when a trouble holds it."""
    asked_back_s: float | None = None
    asked_back: tuple[Trouble, str] | None = None
    """Why it was asked for, and by whom, where its printer has not given it back at once: it may yet."""
    by: str = ""
    """Staff who want it back."""
    guest: bool = False
    """Whether another kiosk asked for it."""
    recalled: bool = False
    """Whether that kiosk wants it back."""

    @property
    def settles(self) -> bool:
        """Whether its printer has taken it and will never say more."""
        return self.told is not None and not self.reference

    @property
    def labels(self) -> int:
        """Labels that went with it where it ends now: none where it was counted when it was sent."""
        return 1 if self.told is None else 0

    @property
    def trouble(self) -> Trouble | None:
        """What its printer said is wrong."""
        return self.told.trouble if self.told is not None else None

    def hear(self, told: Handover, now_s: float) -> bool:
        """Its printer has said where it stands; whether that is new."""
        known = self.told
        new = known is None or (known.state, known.trouble) != (told.state, told.trouble)
        if new:
            self.news_s = now_s
        held = told.state is PrintState.SENT and told.holds
        self.held_s = (self.held_s if self.held_s is not None else now_s) if held else None
        self.told = told
        self.reference = told.reference or self.reference
        return new

    def silent(self, now_s: float) -> bool:
        """Whether nothing was heard for too long. One that a trouble holds is not silent: that is told."""
        return self.held_s is None and now_s - self.news_s >= CONFIRM_TIMEOUT_S

    def held_long(self, now_s: float) -> bool:
        """Whether it has been held long enough to be printed elsewhere."""
        return self.held_s is not None and now_s - self.held_s >= HOLD_S

    def may_ask_back(self, now_s: float) -> bool:
        """Whether its printer can be asked for it, and was not just now."""
        if not self.reference:
            return False
        return self.asked_back_s is None or now_s - self.asked_back_s >= ASK_BACK_EVERY_S
