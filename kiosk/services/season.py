"""The season: the fairs that this kiosk holds packs of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from kiosk.domain.fair import Fair
from kiosk.services.values import SeasonFair, SeasonFairs

ReadFairs = Callable[[], Sequence[Fair | None]]
"""The fair of every pack that is installed; None for a pack that cannot be read."""


class Season:
    """Fairs by day. The packs are read when somebody first asks, not at the start, and then once."""

    def __init__(self, read: ReadFairs, here: Fair) -> None:
        """`here` is the fair that is open at this kiosk; it need not be read again."""
        self._read = read
        self._here = here

    def fairs(self) -> SeasonFairs:
        """All of them, the earliest first."""
        return self._fairs

    @cached_property
    def _fairs(self) -> SeasonFairs:
        read = self._read()
        known = {each.id: each for each in (*read, self._here) if each is not None}
        fairs = sorted(known.values(), key=lambda each: (min(day.day for day in each.days), each.id))
        return SeasonFairs(
            tuple(
                SeasonFair(
                    each.id,
                    each.kind,
                    each.name,
                    each.venue,
                    tuple(sorted(each.days, key=lambda day: day.day)),
                    here=each.id == self._here.id,
                )
                for each in fairs
            ),
            unread=sum(each is None for each in read),
        )
