"""Nobody of staff does what is not theirs to do, whatever a page may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.staff_duties import Act, refusal

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.domain.words import Words


class NotTheirs(Exception):
    """A member of staff asked for what is not theirs to do; nothing was changed. `words` say whom to ask."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def require(fair: Fair, staff: str, act: Act) -> None:
    """Raise NotTheirs unless that member of staff (an id) may do it; before anything is changed."""
    words = refusal(fair.staff, staff, act)
    if words is not None:
        raise NotTheirs(words)
