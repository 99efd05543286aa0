"""The machine that the kiosk runs on, as staff may act on it: its clock, loudness, brightness and power."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Refusal:
    """The machine would not; `words` say why and what to do."""

    words: Words


class Machine(Protocol):
    """What app gives of the devices room; every call may take a second, and none raises for what a machine
    may lack."""

    def set_clock(self, moment: datetime) -> Refusal | None:
        """Set the system's clock (aware)."""
        ...

    def volume(self) -> int | None:
        """How loud it is, 0 to 100; None where it has no output, or cannot say."""
        ...

    def set_volume(self, percent: int) -> Refusal | None:
        """Make it louder or quieter."""
        ...

    def brightness(self) -> int | None:
        """How bright the screen is, 0 to 100; None where that is set at the screen alone."""
        ...

    def set_brightness(self, percent: int) -> Refusal | None:
        """Make the screen brighter or darker."""
        ...

    def power_off(self) -> Refusal | None:
        """Turn the machine off; returns before it is."""
        ...


class NoMachine:
    """Nothing of the machine may be touched: on samples, and in tests."""

    def set_clock(self, moment: datetime) -> Refusal | None:  # noqa: ARG002
        """Refused."""
        return Refusal(NOT_HERE)

    def volume(self) -> int | None:
        """Unknown."""
        return None

    def set_volume(self, percent: int) -> Refusal | None:  # noqa: ARG002
        """Refused."""
        return Refusal(NOT_HERE)

    def brightness(self) -> int | None:
        """Unknown."""
        return None

    def set_brightness(self, percent: int) -> Refusal | None:  # noqa: ARG002
        """Refused."""
        return Refusal(NOT_HERE)

    def power_off(self) -> Refusal | None:
        """Refused."""
        return Refusal(NOT_HERE)


NOT_HERE = Words(
    "这台机器的系统不让本程序改，请在系统里改。",
    "This machine does not let the kiosk change that: change it in the system.",
)
