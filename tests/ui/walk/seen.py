"""What is seen in a window at one moment, as plain values: texts, controls, cards, drawings, the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
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
    keys: set[int] = field(default_factory=set)
    """Every item that is seen, or would be if it painted anything."""

    @property
    def portrait(self) -> bool:
        """Whether the screen stands."""
        return self.screen.height() >= self.screen.width()


@dataclass(frozen=True)
class Kind:
    """What an item is to the walk, by its QML types."""

    name: str
    names: tuple[str, ...]
    text: bool
    control: bool
    drawing: bool
    card: bool
    holder: bool


_kinds: dict[str, Kind] = {}


def kind_of(item: QQuickItem) -> Kind:
    """An item's kind."""
    own = meta = item.metaObject()
    nearest = meta.className()
    if nearest not in _kinds:
        names = []
        while meta is not None:
            names.append(meta.className().split("_", maxsplit=1)[0])
            meta = meta.superClass()
        _kinds[nearest] = Kind(
            name=names[0],
            names=tuple(names),
            text="QQuickText" in names,
            control=any(name in CONTROLS for name in names),
            drawing=any(name in DRAWINGS for name in names),
            card="Card" in names,
            holder=any(name in HOLDERS for name in names),
        )
    shiboken6.Shiboken.invalidate(own)  # its address may be taken by an item
    return _kinds[nearest]


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
            if loader.isVisible() and "KioskLayer" in kind_of(page).names:
                yield page


def look(window: Window, *, picture: bool = True) -> Seen:
    """Read the window. Where a layer covers the page, only the layer is seen."""
    quick = window.quick
    screen = QRectF(0, 0, quick.width(), quick.height())
    cover = next(layers(window), None)
    seen = Seen(screen)
    _read(cover if cover is not None else quick.contentItem(), (), (), screen, False, seen)
    if picture:
        seen.picture = pixels(quick.grabWindow())
    return seen


def pixels(image: QImage) -> NDArray[np.uint32]:
    """0xFFRRGGBB of every pixel, by row and column."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return words[:, : plain.width()].copy()


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
        if clip is not seen.screen and not box.intersects(clip):
            continue  # a row of a list that is further up or down
        seen.keys.add(key)
        kind = kind_of(child)
        inner, inside = holders, clip
        if kind.text:
            if child.property("text").strip():
                seen.texts.append(_text(child, box, above, holders, clip, on_keyboard))
        else:
            if kind.control:
                seen.controls.append(_control(child, kind, box, above, key))
            elif kind.drawing:
                _draw(child, kind, box, seen)
            if kind.card:
                seen.cards.append(Card(box, key))
            clips = child.clip()
            if clips or kind.holder:
                inner = (*holders, Holder(kind.name, box))
            if clips:
                inside = clip.intersected(box)
        _read(child, (*above, key), inner, inside, on_keyboard or kind.name == KEYBOARD, seen)


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


def _control(item: QQuickItem, kind: Kind, box: QRectF, above: tuple[int, ...], key: int) -> Control:
    name = item.property("name") if "Tap" in kind.names else item.property("hint")
    return Control(name or "", kind.name, box, item.isEnabled(), above, key, item)


def _draw(item: QQuickItem, kind: Kind, box: QRectF, seen: Seen) -> None:
    name = item.property("name") if "Drawing" in kind.names else "ring"
    ink = QColor(item.property("ink"))
    if name and ink.alpha():
        seen.drawings.append(Drawing(name, box, ink.rgb() & 0xFFFFFF))
