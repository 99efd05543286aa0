"""Every state of every page, by room: a scene brings a window on the stage into it.

A scene's name is its page, then its state ("find none"); tests, contact sheets and benchmarks use it.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.scenes import (
    batch,
    camera,
    cards,
    find,
    floor,
    guard,
    keeper,
    maps,
    plan,
    printing,
    scanners,
    staff,
    sync,
    truth,
    visit,
    voice,
    way,
)
from tests.ui.stage import Stage

SCENES: dict[str, Callable[[Stage], None]] = {
    **visit.SCENES,
    **camera.SCENES,
    **find.SCENES,
    **maps.SCENES,
    **cards.SCENES,
    **way.SCENES,
    **plan.SCENES,
    **staff.SCENES,
    **floor.SCENES,
    **printing.SCENES,
    **batch.SCENES,
    **sync.SCENES,
    **truth.SCENES,
    **scanners.SCENES,
    **keeper.SCENES,
    **voice.SCENES,
    **guard.SCENES,
}
"""All of them, in the order of a visit."""
