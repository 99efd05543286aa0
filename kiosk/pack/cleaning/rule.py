"""What a cleaning rule is. The rules themselves are in rules.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.words import Words


class Gravity(StrEnum):
    """How much a rule changes what the organiser wrote."""

    SPELLING = "spelling"
    """Only how it is written; what it says is the same."""
    CHOICE = "choice"
    """One meaning of several was taken, or something was filled in: worth a look."""
    LOST = "lost"
    """The cell cannot be used as it stands: the organiser must write it anew."""

    @property
    def words(self) -> Words:
        """What the organiser is asked to do."""
        return _GRAVITY_WORDS[self]


_GRAVITY_WORDS = {
    Gravity.SPELLING: Words("只改写法", "spelling only"),
    Gravity.CHOICE: Words("请看一眼", "worth a look"),
    Gravity.LOST: Words("请重新填写", "write it anew"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule. `examples` are pairs of what a cell held and what became of it, as shown in lists."""

    id: str
    name: Words
    explanation: Words
    gravity: Gravity
    examples: tuple[tuple[str, str], ...]
