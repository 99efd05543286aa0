"""What kiosk.toml says of the window."""

from __future__ import annotations

from typing import Annotated

import msgspec


class WindowSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the window starts."""

    language: str = "zh"
    """zh, en, or the code of a file in resources/translations/languages."""
    orientation: str = "portrait"
    """portrait or landscape; on a real screen its own shape decides."""
    fullscreen: bool = True
    screen_in: float = 27.0
    """The screen's diagonal. Layouts are drawn for 27 inches; another screen shows them larger or smaller."""
    height_mm: float = 0.0
    """Of earlier versions; nothing heeds it."""
    reduced_motion: bool = False
    """Whether every visit starts with nothing that slides or grows."""
    sounds: bool = True
    """Whether verdicts and the idle question sound."""
    read_aloud: bool = True
    """Whether visitors may have the screen read aloud, where the machine has a voice."""
    read_aloud_rate: Annotated[float, msgspec.Meta(ge=-1, le=1)] = 0.0
    """How fast: -1 slowest, 1 fastest."""
    mount_bottom_mm: float = 860.0
    """Height of the screen's lower edge above the floor; low mode keeps all targets below 1,200 mm."""
    staff_lock_s: Annotated[int, msgspec.Meta(ge=30, le=900)] = 180
    """Seconds without a touch, a key or a scan before the staff page locks: long enough to load paper."""
