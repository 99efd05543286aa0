"""What the cards ask of the services: seats that are left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fakes.services import Calls


class FakeProgramme:
    """Seats that are left are `left`, by session; of any other nobody counts them."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: the doors of two sessions count, and the second is full."""
        self.left: dict[str, int] = {"S01": 23, "S02": 0}

    def seats(self) -> Mapping[str, int]:
        self.calls.note("seats")
        return dict(self.left)

    def seats_left(self, session_id: str) -> int | None:
        self.calls.note("seats_left", session_id)
        return self.left.get(session_id)
