"""Which of the installed fairs this kiosk is at, and whether it rehearses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.fair import REHEARSAL
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.local_settings import Keep, record
from kiosk.services.machine import Refusal
from kiosk.store import attendance

if TYPE_CHECKING:
    from datetime import date

    from kiosk.services.gate import Gate
    from kiosk.services.season import Season
    from kiosk.services.values import SeasonFair


@dataclass(frozen=True, slots=True)
class Trial:
    """Whether another fair could be opened at this kiosk."""

    problem: Words | None = None
    """Why not."""
    has_place: bool = True
    """Whether this kiosk's place is on its plan."""


@dataclass(frozen=True, slots=True)
class FairLine:
    """An installed fair."""

    fair: SeasonFair
    today: bool
    """It is on today."""
    over: bool
    """Its last day has passed."""


@dataclass(frozen=True, slots=True)
class FairStanding:
    """The installed fairs, today's first, then those to come, then those that are over."""

    lines: tuple[FairLine, ...]
    unread: int
    """Packs that could not be read."""
    rehearsing: bool
    rehearsed: int
    """People let in at the rehearsal that is going on; they count nowhere."""


@dataclass(frozen=True, slots=True)
class FairChoice:
    """Reads and changes it; what is chosen holds from the next opening of the services on. Store's thread."""

    gate: Gate
    season: Season
    keep: Keep
    try_fair: Callable[[str], Trial]
    """Opens another fair's pack and closes it again."""

    @property
    def rehearsing(self) -> bool:
        """Whether this kiosk rehearses."""
        return self.gate.fair.id.endswith(REHEARSAL)

    def standing(self) -> FairStanding:
        """What is installed, and what holds."""
        found = self.season.fairs()
        today = self.gate.today()
        lines = sorted((_line(each, today) for each in found.fairs), key=_order)
        return FairStanding(tuple(lines), found.unread, self.rehearsing, self._rehearsed())

    def _rehearsed(self) -> int:
        if not self.rehearsing:
            return 0
        db, fair = self.gate.store.db, self.gate.fair
        return sum(
            sum(attendance.totals_by_gate(db, fair.id, day).values())
            for day in {each.day for each in fair.days} | {self.gate.today()}
        )

    def trial(self, fair: str) -> Trial:
        """Whether it could be opened, before anybody is asked."""
        return self.try_fair(fair)

    def choose(self, fair: str, by: str) -> Refusal | None:
        """Be at that fair; a place that its plan does not have is let go with it."""
        require(self.gate.fair, by, Act.FAIR)
        trial = self.try_fair(fair)
        if trial.problem is not None:
            return Refusal(trial.problem)
        changed: dict[str, str | bool | int | float] = {"fair": fair}
        if not trial.has_place:
            changed["place"] = ""
        self.keep("", changed)
        record(self.gate, changed, by)
        return None

    def rehearse(self, on: bool, by: str) -> None:
        """Start a rehearsal, or end it."""
        require(self.gate.fair, by, Act.FAIR)
        self.keep("", {"rehearsal": on})
        record(self.gate, {"rehearsal": on}, by)


def _line(fair: SeasonFair, today: date) -> FairLine:
    days = [each.day for each in fair.days]
    return FairLine(fair, today in days, max(days) < today)


def _order(line: FairLine) -> tuple[int, date, str]:
    first = min(each.day for each in line.fair.days)
    return (0 if line.today else 2 if line.over else 1, first, line.fair.id)
