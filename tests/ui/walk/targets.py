"""Whatever is touched is large enough, apart from its neighbours, on the screen and within reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tests.ui.walk.seen import PX_PER_MM, Control, Seen

LEAST_MM = 20.0
GAP_MM = 3.0
REACH_TOP_MM = 199.0
LOW_TOP_MM = 258.0
"""1,200 mm above the floor on the reference pedestal."""
ROUNDING_PX = 2.0


def faults(seen: Seen, *, low: bool) -> Iterator[str]:
    """What is wrong with the controls that can be touched."""
    touched = [each for each in seen.controls if each.enabled]
    for control in touched:
        yield from _alone(control, seen, low)
    for one, other in combinations(touched, 2):
        gap_px = _gap_px(one, other)
        if gap_px is not None and gap_px < GAP_MM * PX_PER_MM - ROUNDING_PX:
            yield f"{one.name!r} and {other.name!r} are {_mm(gap_px)} apart, least {GAP_MM} mm"


def _alone(control: Control, seen: Seen, low: bool) -> Iterator[str]:
    box = control.box
    least_px = LEAST_MM * PX_PER_MM - ROUNDING_PX
    if box.width() < least_px or box.height() < least_px:
        yield f"{control.name!r} is {_mm(box.width())} x {_mm(box.height())}, least {LEAST_MM} mm"
    if not seen.screen.adjusted(-1, -1, 1, 1).contains(box):
        yield f"{control.name!r} leaves the screen"
    top_mm = LOW_TOP_MM if low else REACH_TOP_MM
    if seen.portrait and box.top() < top_mm * PX_PER_MM - ROUNDING_PX:
        yield f"{control.name!r} begins at {_mm(box.top())}, out of reach above {top_mm} mm"


def _gap_px(one: Control, other: Control) -> float | None:
    """How far apart two controls are; None where they need not be: nested, or rows of one card."""
    if one.key in other.above or other.key in one.above:
        return None
    if one.box.contains(other.box) or other.box.contains(one.box):
        return None  # a row and the button on it
    across = max(one.box.left() - other.box.right(), other.box.left() - one.box.right())
    down = max(one.box.top() - other.box.bottom(), other.box.top() - one.box.bottom())
    if across < 0 and abs(down) < ROUNDING_PX:
        return None  # rows of one card touch each other
    return max(across, down)


def _mm(length_px: float) -> str:
    return f"{length_px / PX_PER_MM:.1f} mm"
