"""The machine that the kiosk runs on, as staff may act on it; nothing of it is loaded before they do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.services.machine import Refusal

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.devices.host import Host, Snag
    from kiosk.domain.fair import Fair
    from kiosk.services.machine import Machine


class ThisMachine:
    """Implements services.machine.Machine."""

    @cached_property
    def _host(self) -> Host:
        from kiosk.devices.host import Host  # noqa: PLC0415  (not at every start)

        return Host()

    def set_clock(self, moment: datetime) -> Refusal | None:
        """Set the system's clock (aware)."""
        return _refusal("clock", self._host.set_clock(moment))

    def volume(self) -> int | None:
        """How loud it is, 0 to 100."""
        return self._host.volume()

    def set_volume(self, percent: int) -> Refusal | None:
        """Make it louder or quieter."""
        return _refusal("volume", self._host.set_volume(percent))

    def brightness(self) -> int | None:
        """How bright the screen is, 0 to 100."""
        return self._host.brightness()

    def set_brightness(self, percent: int) -> Refusal | None:
        """Make the screen brighter or darker."""
        return _refusal("brightness", self._host.set_brightness(percent))

    def power_off(self) -> Refusal | None:
        """Turn the machine off."""
        return _refusal("power", self._host.power_off())


class SampleMachine(ThisMachine):
    """At a sample fair: somebody's own machine, whose clock and power are not the fair's to touch."""

    def set_clock(self, moment: datetime) -> Refusal | None:  # noqa: ARG002
        """Refused."""
        return _refusal("clock", "sample")

    def power_off(self) -> Refusal | None:
        """Refused."""
        return _refusal("power", "sample")


def machine_for(fair: Fair) -> Machine:
    """The machine, as a kiosk at this fair may act on it."""
    return SampleMachine() if fair.sample else ThisMachine()


def _refusal(asked: str, snag: Snag | str | None) -> Refusal | None:
    from kiosk.domain import keeper_words  # noqa: PLC0415  (not at every start)

    return Refusal(keeper_words.refused(asked, str(snag))) if snag is not None else None
