"""Names of media: PWG 5101.1, "PWG Media Standardized Names", as iso_a6_105x148mm or na_index-4x6_4x6in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.domain.printing import Media

_NAME = re.compile(r"[a-z0-9_.-]*_(\d{1,5}(?:\.\d{1,4})?)x(\d{1,5}(?:\.\d{1,4})?)(mm|in)")
_MM = {"mm": 1.0, "in": 25.4}
_NEAR_MM = 1.0
"""Names round, and so do we: a card of 85.6 x 53.98 mm is 86 x 54 mm."""
UNASKED = ""
"""In place of a name: the printer takes what it takes by itself."""


def size_of(name: str) -> Media | None:
    """The size that a name carries in itself; None where it carries none, or a range."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    width, height, unit = found.groups()
    return Media(float(width) * _MM[unit], float(height) * _MM[unit])


def loaded(ready: Iterable[str], default: str) -> Media | None:
    """What is loaded: the default where it is ready or nothing is said of what is, else the first that is."""
    names = tuple(ready)
    return size_of(default if default in names or not names else names[0])


def name_for(media: Media, ready: Iterable[str], supported: Iterable[str]) -> str | None:
    """The name under which to ask for `media`; None where the printer has none on which it can be printed.

    ready: what is loaded; supported: what it can be given. What is loaded and larger will do, as a last
    resort. Nothing is asked (UNASKED) where the printer says nothing, and of tape: its length is the page's.
    """
    there, known = tuple(ready), tuple(supported)
    if media.continuous:
        return next((name for name in there if _as_wide(name, media)), UNASKED)
    if there:
        return _best(media, there)
    near = _nearest(media, known)
    if near is not None or not known:
        return near or UNASKED
    custom = f"custom_badge_{_number(media.width_mm)}x{_number(media.height_mm)}mm"
    return custom if _within_custom(media, known) else None


def _best(media: Media, names: tuple[str, ...]) -> str | None:
    """The nearest, else the smallest in which it has room; a roll of unknown length is left to itself."""
    sizes = [(name, size) for name in names if (size := size_of(name)) is not None]
    if not sizes:
        return UNASKED
    wide = [(size.width_mm * size.height_mm, name) for name, size in sizes if _has_room(size, media)]
    return _nearest(media, names) or (min(wide)[1] if wide else None)


def _nearest(media: Media, names: tuple[str, ...]) -> str | None:
    """The name of this size, in this direction or else in the other: printers turn a page by themselves."""
    turned = Media(media.height_mm, media.width_mm)
    for wanted in (media, turned):
        for name in names:
            size = size_of(name)
            if size is not None and not _is_limit(name) and _near(size, wanted):
                return name
    return None


def _near(one: Media, other: Media) -> bool:
    return _close(one.width_mm, other.width_mm) and _close(one.height_mm, other.height_mm)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR_MM


def _as_wide(name: str, media: Media) -> bool:
    size = size_of(name)
    return size is not None and _close(size.width_mm, media.width_mm)


def _has_room(size: Media, media: Media) -> bool:
    short, long = sorted((size.width_mm, size.height_mm))
    narrow, high = sorted((media.width_mm, media.height_mm))
    return narrow <= short + _NEAR_MM and high <= long + _NEAR_MM


def _is_limit(name: str) -> bool:
    return name.startswith(("custom_min", "custom_max", "roll_min", "roll_max"))


def _within_custom(media: Media, names: tuple[str, ...]) -> bool:
    least = [size_of(name) for name in names if name.startswith("custom_min")]
    most = [size_of(name) for name in names if name.startswith("custom_max")]
    return any(
        low.width_mm <= media.width_mm <= high.width_mm and low.height_mm <= media.height_mm <= high.height_mm
        for low in least
        for high in most
        if low is not None and high is not None
    )


def _number(mm: float) -> str:
    return f"{mm:.2f}".rstrip("0").rstrip(".")
