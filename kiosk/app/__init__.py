"""The one place that wires objects together.

What stands here is loaded when it is asked for: a window's first frame needs none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = {
    "keys": ("provider", "seal_for", "unseal_for"),
    "opening": ("OpenKiosk", "open_kiosk"),
    "packs": ("open_pack",),
    "printers": ("outlets_for",),
    "samples": (
        *("SAMPLE_CLOCK_MIN", "clock_for", "is_untouched", "kiosk_secrets", "organiser_authority"),
        "prepare_sample",
    ),
    "state": ("StartFault", "State"),
    "wiring": ("upkeep_of",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """What is asked of the package, out of its module (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"kiosk.app.{_HOMES[name]}"), name)
