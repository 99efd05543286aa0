"""The one place that wires objects together."""

from kiosk.app.keys import provider, seal_for, unseal_for
from kiosk.app.opening import OpenKiosk, open_kiosk
from kiosk.app.packs import open_pack
from kiosk.app.printers import outlets_for
from kiosk.app.samples import (
    SAMPLE_CLOCK_MIN,
    clock_for,
    is_untouched,
    kiosk_secrets,
    organiser_authority,
    prepare_sample,
)
from kiosk.app.state import StartFault, State
from kiosk.app.wiring import upkeep_of

__all__ = [
    "SAMPLE_CLOCK_MIN",
    "OpenKiosk",
    "StartFault",
    "State",
    "clock_for",
    "is_untouched",
    "kiosk_secrets",
    "open_kiosk",
    "open_pack",
    "organiser_authority",
    "outlets_for",
    "prepare_sample",
    "provider",
    "seal_for",
    "unseal_for",
    "upkeep_of",
]
