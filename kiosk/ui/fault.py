"""What stops the kiosk: its code and words on the page, and going on by itself when its cause has gone."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fault_codes import FaultCode, fault_code
from kiosk.domain.words import Words
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PROBE_MS = 3000
"""Between two tries whether the cause has gone."""
_SAID_BY_CODE = "store"
"""Of these the code's own words tell staff more than the fault's, which are for the terminal."""


@QmlElement
@QmlUncreatable("made by the window")
class FaultModel(PageModel):
    """The fault that is on, if one is.

    A fault of the store lasts: it is probed until it has gone (`over`). One at the start lasts until the
    services can be opened; whoever opens them tries again. What nobody foresaw ends after a moment.
    """

    changed = Signal()
    over = Signal()
    damaged = Signal()
    """The store was found damaged at work: who opens the services opens them anew, which rescues it."""

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._code: FaultCode | None = None
        self._words: Words | None = None
        self._lasting = False
        self._probing = False
        self._timer = QTimer(self)
        self._timer.setInterval(PROBE_MS)
        self._timer.timeout.connect(self.probe)

    def strike(self, exception: BaseException | None, *, at_start: bool = False) -> None:
        """A fault has come. None is one of which nothing is known."""
        family, kind = family_and_kind(exception)
        self._code = fault_code(family, kind)
        self._words = None if family == _SAID_BY_CODE else getattr(exception, "words", None)
        self._lasting = at_start or family == "store"
        damaged = (family, kind) == ("store", "damaged")
        if family == "store" and not at_start and not damaged:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
        if damaged and not at_start:
            self.damaged.emit()

    def end(self) -> None:
        """The fault has gone."""
        self._timer.stop()
        self._code, self._words, self._lasting = None, None, False
        self.changed.emit()

    def reset(self) -> None:
        """Nothing personal is kept here; a fault that lasts does not end with a visit."""

    @Slot()
    def probe(self):
        """Ask whether a decision could be recorded again."""
        if not self._probing:
            self._probing = True
            self.ask(lambda kiosk: kiosk.gate.probe(), self._gone, self._still)

    def _gone(self, _none) -> None:
        self._probing = False
        if self._lasting:
            self.end()
            self.over.emit()

    def _still(self, exception) -> None:
        """It may be another fault by now."""
        self._probing = False
        if self._lasting:
            self.strike(exception)

    @property
    def lasts(self) -> bool:
        """Whether it lasts until its cause has gone, for Python."""
        return self._lasting

    @Property(bool, notify=changed)
    def lasting(self):
        return self._lasting

    @Property(bool, notify=changed)
    def triesAgain(self):
        """Whether the kiosk tries by itself: a passphrase has to be typed anew."""
        return self._lasting and (self._code.family, self._code.kind) != ("keys", "passphrase")

    @Property(str, notify=changed)
    def code(self):
        """The code with its name: S3 Disk full."""
        if self._code is None:
            return ""
        return f"{self._code.code} {self.surroundings.words(self._code.name)}"

    @Property(str, notify=changed)
    def visitor(self):
        """What a visitor does."""
        return self.surroundings.words(self._code.visitor) if self._code is not None else ""

    @Property(str, notify=changed)
    def staff(self):
        """What staff do."""
        if self._code is None:
            return ""
        return self.surroundings.words(self._words or self._code.staff)


def family_and_kind(exception: BaseException | None) -> tuple[str, str]:
    """A fault as domain.fault_codes lists it."""
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415, not before the first frame
    from kiosk.pack.faults import PackFault  # noqa: PLC0415
    from kiosk.store.faults import StoreFault  # noqa: PLC0415

    if isinstance(exception, StoreFault):
        return "store", exception.kind.value
    if isinstance(exception, KeyFault):
        return "keys", exception.problem.value
    if isinstance(exception, PackFault):
        return "pack", ""
    if exception is not None and hasattr(exception, "words"):
        family, _, kind = str(getattr(exception, "kind", "start")).partition(".")
        return family, kind
    return "unknown", ""
