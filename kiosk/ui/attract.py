"""The attract page: the fair's stalls as squares, until somebody touches the screen or scans."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class AttractModel(PageModel):
    """The fair and its stalls by zone. Nothing here is personal."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._plan = None

    def attached(self) -> None:
        """The services are there: read the plan. Without one the page has no squares and no counts."""
        self._plan = None
        self.changed.emit()
        self.ask(lambda kiosk: kiosk.directory.plan(), self._read, lambda _exception: None)

    def reset(self) -> None:
        """Nothing personal is kept here; an answer on its way stays welcome."""

    @Property(str, notify=changed)
    def fairZh(self):
        kiosk = self.surroundings.kiosk
        return kiosk.fair.name.zh if kiosk is not None else ""

    @Property(str, notify=changed)
    def fairEn(self):
        kiosk = self.surroundings.kiosk
        return kiosk.fair.name.en if kiosk is not None else ""

    @Property(bool, notify=changed)
    def schoolsHost(self):
        """Whether schools host the stalls and employers visit them."""
        kiosk = self.surroundings.kiosk
        return kiosk is not None and kiosk.fair.kind == "reverse"

    @Property(int, notify=changed)
    def stalls(self):
        return len(self._plan.stalls) if self._known() else 0

    @Property(int, notify=changed)
    def levels(self):
        return len(self._plan.levels) if self._known() else 0

    @Property("QVariantList", notify=changed)
    def blocks(self):
        """Zones with their stalls' numbers in order: letter, numbers."""
        if not self._known():
            return []
        zones: dict[str, list[str]] = {}
        for stall in self._plan.stalls:
            zones.setdefault(stall.zone, []).append(stall.number)
        return [{"letter": letter, "numbers": sorted(zones[letter])} for letter in sorted(zones)]

    def _known(self) -> bool:
        return self._plan is not None and self.surroundings.kiosk is not None

    def _read(self, plan) -> None:
        self._plan = plan
        self.changed.emit()
