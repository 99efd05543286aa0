"""A plan handed over: as a QR that holds its text, and as a strip of paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel, Surroundings

if TYPE_CHECKING:
    from kiosk.services.visit.values import Printed, VisitPlan

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by a page's view-model")
class PlanHandModel(PageModel):
    """The plan of the moment on its way out. Where paper does not come, the QR is shown instead."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._forget()

    def _forget(self) -> None:
        self._plan: VisitPlan | None = None
        self._texts: dict[str, str] = {}
        self._shows_code = False
        self._prints = False
        self._printing = ""
        self._printed: Printed | None = None

    def reset(self) -> None:
        """Forget the plan."""
        self._forget()
        super().reset()

    def take(self, plan: "VisitPlan", texts: dict[str, str], *, prints: bool) -> None:
        """This is to be handed over from now on; `texts` by language, `prints`: there is a printer."""
        self._plan, self._texts, self._prints = plan, texts, prints
        self._shows_code = self._shows_code and bool(texts)
        self.changed.emit()

    def begin(self) -> None:
        """Nothing was printed or shown yet of the plan as it is now."""
        self._shows_code, self._printing, self._printed = False, "", None
        self.changed.emit()

    def picked_anew(self) -> None:
        """What was printed is not the plan any more."""
        self._printing = ""
        self.changed.emit()

    @Slot(bool)
    def showCode(self, shown: bool) -> None:
        """Show the QR in the map's place, or the map again."""
        self._shows_code = shown and bool(self._texts)
        self.changed.emit()

    @Slot()
    def printStrip(self) -> None:
        """Print the plan as a strip of paper, in the visitor's language."""
        plan, language = self._plan, self.surroundings.modes.fallback
        if plan is None or not plan.stops or self._printing == "printing":
            return
        self._printing = "printing"
        self.changed.emit()

        def end(printed: "Printed | None") -> None:
            if self._printing == "printing":
                self._printed = printed
                out = printed is not None and printed.out
                self._printing = "out" if out else "failed"
                self._shows_code = not out
                self.changed.emit()

        self.ask(
            lambda kiosk: kiosk.visit_plans.print(plan, language),
            end,
            lambda _exception: end(None),
            worker="printing",
        )

    @Property(str, notify=changed)
    def code(self):
        """The plan as text, for a QR; nothing where there is no stop."""
        return self._texts.get(self.surroundings.modes.fallback, "")

    @Property(bool, notify=changed)
    def codeShown(self):
        """Whether the QR stands in the map's place."""
        return self._shows_code

    @Property(bool, notify=changed)
    def prints(self):
        """Whether there is a printer."""
        return self._prints

    @Property(str, notify=changed)
    def printing(self):
        """Nothing, printing, out or failed."""
        return self._printing

    @Property(str, notify=changed)
    def printedWords(self):
        """Where the strip comes out, or what to do instead, as the service says it."""
        return self.surroundings.words(self._printed.words) if self._printed else ""
