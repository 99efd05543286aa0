"""This kiosk as a thing that stands somewhere: its place, its clock, its fair, and its end."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.services.clock_setting import ClockSetting
from kiosk.services.fair_choice import FairChoice
from kiosk.services.places import Places
from kiosk.services.shut_down import ShutDown


@dataclass(frozen=True, slots=True)
class Station:
    """What staff who manage do to the kiosk itself, besides its settings."""

    places: Places
    clock: ClockSetting
    fair: FairChoice
    shut_down: ShutDown
