"""How a printer is, as far as this process has seen: what it said, since when, and when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain.printer_trouble import Trouble
from kiosk.services.printing.tasks import fits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.devices.printers.port import Abilities, Look
    from kiosk.domain.printing import Media
    from kiosk.services.printing.outlet import Outlet

LOOK_EVERY_S = 5.0
"""Staff hear of a trouble within seconds."""
LOOK_SHARE = 5
"""A look that takes long is taken less often: looking takes no more than one part in so many of the time,
and following a job likewise. A printer that is gone must not keep the others waiting."""
IN_FLIGHT_MOST = 2
"""One comes out, one is ready; 1 for a printer that has shown that it takes one at a time."""
REST_S, REST_MOST_S = 5.0, 60.0
"""A printer that looks well and does not print rests, each time twice as long."""


@dataclass(slots=True)
class Condition:
    """One printer's. All of it belongs to the store's thread."""

    outlet: Outlet
    media: Media
    """Of the layout that it prints."""
    abilities: Abilities | None = None
    look: Look | None = None
    """The latest; None until the first."""
    since: datetime | None = None
    """Since when the trouble that it has now lasts."""
    looked_s: float = 0.0
    next_look_s: float = 0.0
    rests_until_s: float = 0.0
    failures: int = 0
    """Jobs that it did not print, one after the other."""
    refusal: Trouble | None = None
    """Why it did not print, while it rests."""
    room: int = IN_FLIGHT_MOST
    """Jobs that it has at a time, of those that it can follow."""

    @property
    def id(self) -> str:
        """The printer's."""
        return self.outlet.id

    @property
    def trouble(self) -> Trouble | None:
        """What keeps it from printing now."""
        if self.refusal is not None:
            return self.refusal
        if self.look is None or self.look.trouble is not None:
            return self.look.trouble if self.look is not None else None
        if self.abilities is not None and not fits(self.media, self.abilities.media):
            return Trouble.WRONG_MEDIA
        return None

    @property
    def well(self) -> bool:
        """Whether it was looked at, and nothing is wrong."""
        return self.look is not None and self.trouble is None

    def seen(self, look: Look, now_s: float, took_s: float, at: datetime) -> bool:
        """It was looked at. Whether staff see something else now."""
        before = (self.look is None, self.trouble, self.look.warning if self.look else None)
        self.look = look
        self.abilities = look.abilities or self.abilities
        self.looked_s = now_s
        self.next_look_s = now_s + max(LOOK_EVERY_S, LOOK_SHARE * took_s)
        if now_s >= self.rests_until_s:
            self.refusal = None
        self._note(before[1], at)
        return before != (False, self.trouble, look.warning)

    def printed(self) -> None:
        """It took a job, or one came out."""
        self.failures = 0

    def refused(self, trouble: Trouble | None, now_s: float, at: datetime) -> None:
        """It did not print a job, for sure: it rests, and is looked at before it gets another."""
        before = self.trouble
        rest_s = min(REST_S * 2**self.failures, REST_MOST_S)
        self.failures += 1
        self.refusal = trouble or Trouble.STOPPED
        self.rests_until_s = now_s + rest_s
        self.next_look_s = self.rests_until_s
        self._note(before, at)

    def _note(self, before: Trouble | None, at: datetime) -> None:
        if self.trouble is None:
            self.since = None
        elif self.trouble is not before or self.since is None:
            self.since = at


def in_order(conditions: Iterable[Condition], first: str) -> list[Condition]:
    """The printer that staff want first, then as kiosk.toml has them."""
    return sorted(conditions, key=lambda each: each.id != first)


def next_for_a_job(conditions: Iterable[Condition]) -> Condition | None:
    """The first that is well, or was not looked at yet: then it is looked at before the job goes out."""
    return next((each for each in conditions if each.trouble is None), None)
