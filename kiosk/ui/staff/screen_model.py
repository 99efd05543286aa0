"""How large the screen is: chosen, or measured by laying a bank card on it; and what follows from it."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SIZES_IN = (21.5, 24.0, 27.0, 32.0, 43.0, 55.0)
LEAST_IN, MOST_IN = 10.0, 100.0
DRAWN_IN = 27.0
"""The screen that the layouts are drawn for; another one shows them larger or smaller."""
CARD_MM = (85.60, 53.98)
"""ISO/IEC 7810, ID-1: bank cards, ID cards and transport cards."""
STEP = 1.005
"""By so much the drawn card grows or shrinks with a touch: half a millimetre of its width."""
TARGET_MM = 20.0
"""The least target of the layouts, on the screen that they are drawn for."""
LOW_MM = 339.7
"""So far from the lower edge low mode's highest target is, there: Theme.lowTopMm at its most."""
REACH_MM = 1200.0
MM_PER_IN = 25.4


@QmlElement
@QmlUncreatable("made by the settings' view-model")
class ScreenModel(QObject):
    """Part of the settings, which are `local`'s to keep."""

    changed = Signal()

    def __init__(self, local):
        super().__init__(local)
        self._local = local
        local.changed.connect(self.changed)
        self.wipe()

    def wipe(self) -> None:
        """Nothing is measured."""
        self._measured_in = 0.0

    @Property("QVariantList", constant=True)
    def sizes(self):
        """Diagonals of usual screens, in inches."""
        return list(SIZES_IN)

    @Property(float, notify=changed)
    def inches(self):
        """The diagonal that is kept."""
        return self._local.screen_in

    @Property(str, notify=changed)
    def inchesText(self):
        return _text(self._measured_in or self._local.screen_in)

    @Slot(float, result=str)
    def text(self, inches):
        """21.5, or 27."""
        return _text(inches)

    @Slot(float)
    def choose(self, inches):
        """It is one of the usual ones."""
        self.wipe()
        self._local.keep(screen_in=inches)
        self.changed.emit()

    # ---- measuring

    @Property(bool, notify=changed)
    def measuring(self):
        return self._measured_in > 0

    @Slot()
    def measure(self):
        """Draw a card, to lay one on it."""
        self._measured_in = self._local.screen_in
        self.changed.emit()

    @Slot()
    def grow(self):
        """The drawn card is too small: the screen has more pixels in a millimetre than was thought."""
        self._turn(1 / STEP)

    @Slot()
    def shrink(self):
        self._turn(STEP)

    def _turn(self, factor: float) -> None:
        if self._measured_in:
            self._measured_in = min(MOST_IN, max(LEAST_IN, self._measured_in * factor))
            self.changed.emit()

    @Slot()
    def stop(self):
        """Not after all."""
        self.wipe()
        self.changed.emit()

    @Slot()
    def take(self):
        """The card fits: keep what that makes."""
        inches = round(self._measured_in, 1)
        self.wipe()
        self._local.keep(screen_in=inches)
        self.changed.emit()

    @Property(float, notify=changed)
    def cardShare(self):
        """A card's width as a share of the screen's diagonal, as far as it is measured."""
        inches = self._measured_in or self._local.screen_in or DRAWN_IN
        return CARD_MM[0] / (inches * MM_PER_IN)

    @Property(float, constant=True)
    def cardShape(self):
        """A card's height by its width."""
        return CARD_MM[1] / CARD_MM[0]

    # ---- what follows

    @property
    def scale(self) -> float:
        """How much larger than drawn everything is."""
        return self._local.screen_in / DRAWN_IN

    @property
    def mount_most_mm(self) -> float:
        """Hung higher, low mode could not keep all below 1,200 mm; in steps of 10."""
        return (REACH_MM - LOW_MM * self.scale) // 10 * 10

    @Property(int, notify=changed)
    def targetMm(self):
        """What the least target measures."""
        return int(TARGET_MM * self.scale + 1e-6)

    @Property(bool, notify=changed)
    def small(self):
        """Whether targets are less than 20 mm."""
        return self._local.screen_in > 0 and self.targetMm < TARGET_MM

    @Property(int, notify=changed)
    def lowMm(self):
        """How high above the floor low mode's highest target may be."""
        return round(self._local.mountBottomMm + LOW_MM * self.scale)

    @Property(bool, notify=changed)
    def high(self):
        """Whether that is out of a wheelchair's reach."""
        return self.lowMm > REACH_MM


def _text(inches: float) -> str:
    return f"{inches:.1f}".removesuffix(".0")
