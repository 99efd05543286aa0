"""What somebody is asked to agree to before going in: the notice, or a declaration."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_ZH_MOST = 200
PAGE_EN_MOST = 480
"""Characters of a text that one page shows, in large text as well."""
_STOPS = "。.\n；;"


@QmlElement
@QmlUncreatable("made by the window")
class AgreementModel(PageModel):
    """States: text (to be read), busy (being recorded), declined. `decided` carries the next admission."""

    changed = Signal()
    decided = Signal(object)

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._wipe()

    def _wipe(self) -> None:
        self._claim = None
        self._to = ""
        self._state = "text"

    def ask_for(self, admission, to: str) -> None:
        """Somebody's admission waits until they agree to the notice (consent) or the declaration."""
        self.surroundings.navigation.home()
        self._claim, self._to, self._state = admission.claim, to, "text"
        self.surroundings.navigation.open("agreement", to)
        self.changed.emit()

    def reset(self) -> None:
        """Forget who was asked."""
        self._wipe()
        super().reset()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def to(self):
        """consent or declaration."""
        return self._to

    @Property("QStringList", notify=changed)
    def texts(self):
        """The fair's own words, page by page; most often there is one."""
        kiosk = self.surroundings.kiosk
        if kiosk is None or self._to == "":
            return [""]
        policy = kiosk.fair.policy
        said = self.surroundings.title(policy.consent if self._to == "consent" else policy.declaration)
        return pages(said, PAGE_EN_MOST if said.isascii() else PAGE_ZH_MOST)

    @Property(str, notify=changed)
    def version(self):
        """Which wording of the notice."""
        kiosk = self.surroundings.kiosk
        known = kiosk is not None and self._to == "consent"
        return kiosk.fair.policy.consent_version if known else ""

    @Property(int, notify=changed)
    def retentionDays(self):
        """Days after which personal fields are deleted; 0 where the text is not about them."""
        kiosk = self.surroundings.kiosk
        known = kiosk is not None and self._to == "consent"
        return kiosk.fair.policy.retention_days if known else 0

    @Slot()
    def agree(self):
        """Record it, and decide again; there may be something else to agree to."""
        claim, to = self._claim, self._to
        if claim is None or self._state != "text":
            return
        self._state = "busy"
        self.changed.emit()
        self.ask(lambda kiosk: kiosk.gate.agree(claim, to), self._agreed)

    @Slot()
    def decline(self):
        """Nothing is recorded."""
        if self._state == "text":
            self._state = "declined"
            self.changed.emit()

    @Slot()
    def read_again(self):
        """Back to the text."""
        if self._state == "declined":
            self._state = "text"
            self.changed.emit()

    def _agreed(self, admission) -> None:
        self.reset()
        self.decided.emit(admission)


def pages(text: str, most: int) -> list[str]:
    """A long text in pieces of at most `most` characters, each ending where a sentence does."""
    found = []
    while len(text) > most:
        stop = max(text.rfind(each, 0, most) for each in _STOPS)
        end = stop + 1 if stop > most // 2 else most
        found.append(text[:end].strip())
        text = text[end:].strip()
    return [*found, text]
