"""What is seen in a window at one moment, as plain values: texts, controls, cards, drawings, the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from kiosk.ui.window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONG_SIDE_MM = 597.7
LONG_SIDE_PX = 1920
PX_PER_MM = LONG_SIDE_PX / LONG_SIDE_MM
HOLDERS = ("Tap", "Card", "StepRow")
"""What a text may not leave."""
CONTROLS = ("Tap", "TextEntry")
DRAWINGS = ("Drawing", "RingDrawing")
KEYBOARD = "InputPanel"
"""Qt's own keyboard: its keys are made by Qt, of the size that a hand needs."""


@dataclass(frozen=True, eq=False)
class Holder:
    """An item that a text stands in and may not leave."""

    kind: str
    box: QRectF


@dataclass(frozen=True, eq=False)
class Text:
    """A visible text. `box` is where it has glyphs, `lines` that with its leading, `place` its item's box."""

    said: str
    box: QRectF
    lines: QRectF
    place: QRectF
    clip: QRectF
    truncated: bool
    ink: int
    above: tuple[int, ...]
    holders: tuple[Holder, ...]
    on_keyboard: bool
    item: QQuickItem = field(repr=False)


@dataclass(frozen=True, eq=False)
class Control:
    """Something that can be touched."""

    name: str
    kind: str
    box: QRectF
    enabled: bool
    above: tuple[int, ...]
    key: int
    item: QQuickItem = field(repr=False)


@dataclass(frozen=True, eq=False)
class Card:
    """Raised paper."""

    box: QRectF
    key: int


@dataclass(frozen=True, eq=False)
class Drawing:
    """An icon or a sign."""

    name: str
    box: QRectF
    ink: int


@dataclass
class Seen:
    """One look at a window."""

    screen: QRectF
    texts: list[Text] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    picture: NDArray[np.uint32] = field(default_factory=lambda: np.zeros((0, 0), np.uint32))
    cover: QQuickItem | None = None
    """What covers the page (a verdict, the idle question), or None."""

    @property
    def portrait(self) -> bool:
        """Whether the screen stands."""
        return self.screen.height() >= self.screen.width()


_kinds: dict[str, tuple[str, ...]] = {}


def kinds(item: QQuickItem) -> tuple[str, ...]:
    """Names of the QML types of an item, the nearest first."""
    meta = item.metaObject()
    nearest = meta.className()
    if nearest not in _kinds:
        names = []
        while meta is not None:
            names.append(meta.className().split("_")[0])
            meta = meta.superClass()
        _kinds[nearest] = tuple(names)
    return _kinds[nearest]


def is_one(item: QQuickItem, wanted: tuple[str, ...]) -> bool:
    """Whether an item is of one of these kinds."""
    return any(kind in wanted for kind in kinds(item))


def key_of(item: QQuickItem) -> int:
    """Tells items apart."""
    return shiboken6.getCppPointer(item)[0]


def box_of(item: QQuickItem) -> QRectF:
    """Where an item is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def layers(window: Window) -> Iterator[QQuickItem]:
    """What lies over the page, now."""
    for loader in window.quick.contentItem().childItems():
        for page in loader.childItems():
            if loader.isVisible() and "KioskLayer" in kinds(page):
                yield page


def look(window: Window, *, picture: bool = True) -> Seen:
    """Read the window. Where a layer covers the page, only the layer is seen."""
    quick = window.quick
    screen = QRectF(0, 0, quick.width(), quick.height())
    cover = next(layers(window), None)
    seen = Seen(screen, cover=cover)
    _read(cover if cover is not None else quick.contentItem(), (), (), screen, False, seen)
    if picture:
        seen.picture = pixels(quick.grabWindow())
    return seen


def pixels(image: QImage) -> NDArray[np.uint32]:
    """0x00RRGGBB of every pixel, by row and column."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return words[:, : plain.width()] & 0xFFFFFF


def _read(
    item: QQuickItem,
    above: tuple[int, ...],
    holders: tuple[Holder, ...],
    clip: QRectF,
    on_keyboard: bool,
    seen: Seen,
) -> None:
    for child in item.childItems():
        if not child.isVisible() or child.opacity() <= 0:
            continue
        key = key_of(child)
        box = box_of(child)
        inner, inside, typed = holders, clip, on_keyboard
        if child.inherits("QQuickText"):
            if child.property("text").strip():
                seen.texts.append(_text(child, box, above, holders, clip, on_keyboard))
        else:
            if is_one(child, CONTROLS):
                seen.controls.append(_control(child, box, above, key))
            elif is_one(child, DRAWINGS) and box.intersects(clip):
                _draw(child, box, seen)
            if "Card" in kinds(child):
                seen.cards.append(Card(box, key))
            if child.clip() or is_one(child, HOLDERS):
                inner = (*holders, Holder(kinds(child)[0], box))
            if child.clip():
                inside = clip.intersected(box)
            typed = typed or kinds(child)[0] == KEYBOARD
        _read(child, (*above, key), inner, inside, typed, seen)


def _text(
    item: QQuickItem,
    place: QRectF,
    above: tuple[int, ...],
    holders: tuple[Holder, ...],
    clip: QRectF,
    on_keyboard: bool,
) -> Text:
    bounds = item.boundingRect()
    below = item.property("bottomPadding")
    leading = max(0.0, item.property("lineHeight") - item.property("font").pixelSize()) / 2
    return Text(
        said=item.property("text"),
        box=item.mapRectToScene(
            bounds.adjusted(0, leading + item.property("topPadding"), 0, -leading - below)
        ),
        lines=item.mapRectToScene(bounds.adjusted(0, 0, 0, -below)),
        place=place,
        clip=clip,
        truncated=item.property("truncated"),
        ink=item.property("color").rgb() & 0xFFFFFF,
        above=above,
        holders=holders,
        on_keyboard=on_keyboard,
        item=item,
    )


def _control(item: QQuickItem, box: QRectF, above: tuple[int, ...], key: int) -> Control:
    name = item.property("name") if "Tap" in kinds(item) else item.property("hint")
    return Control(name or "", kinds(item)[0], box, item.isEnabled(), above, key, item)


def _draw(item: QQuickItem, box: QRectF, seen: Seen) -> None:
    name = QQmlProperty.read(item, "name") if "Drawing" in kinds(item) else "ring"
    ink = QColor(item.property("ink"))
    if name and ink.alpha():
        seen.drawings.append(Drawing(name, box, ink.rgb() & 0xFFFFFF))
