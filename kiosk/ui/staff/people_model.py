"""Find a person, then admit, print, issue, revoke or bar. What cannot be taken back asks once, in place."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.facts import OVERRIDES
from kiosk.domain.print_reasons import PrintReason
from kiosk.domain.reasons import Verdict
from kiosk.ui.staff.print_places_model import PrintPlacesModel
from kiosk.ui.staff.shift import told
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

WENT_IN = frozenset({Verdict.ADMIT, Verdict.NOTICE})
SHOWN_MOST = 20
"""More people than these are not listed: who looks for one must say more."""
REASONS = (PrintReason.LOST, PrintReason.DAMAGED, PrintReason.MISPRINT)
"""Why a badge is issued again or revoked; the word stands in the fact."""
REPRINT_REASONS = (*REASONS, PrintReason.NOT_PRINTED)
"""Why a badge is printed again."""
ASKED = ("reprint", "reissue", "revoke", "bar", "lift", "override", "undo")
"""What asks once: a reprint for one of REPRINT_REASONS, a reissue or revocation for one of REASONS, an
override for one of facts.OVERRIDES. A first print needs no reason."""
PRINTED = ("reprint", "reissue")
"""What of it ends in a badge, here or at another kiosk's printer."""


@QmlElement
@QmlUncreatable("made by the staff page")
class PeopleModel(StaffView):
    """States: start, loading, ready, none, failed. Lists: search, or whose badge was reissued twice."""

    changed = Signal()
    queryChanged = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._places = PrintPlacesModel(self)
        self._wipe()

    def _wipe(self) -> None:
        self._places.wipe()
        self._listed = "search"
        self._state = "start"
        self._query = ""
        self._hits = ()
        self._more = False
        self._chosen = None
        self._reason = ""
        self._reason_needed = False
        self._why = ""
        self._asking = ""
        self._refused = False
        self._said = None
        self._not_done = False
        self._busy = False

    def entered(self, argument: str) -> None:
        """The view is being shown, with a list that a need leads to, or to search."""
        self._listed = argument or "search"
        if argument:
            self._look()

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()
        self.queryChanged.emit()

    # ---- finding

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def listed(self):
        """search or conflicts."""
        return self._listed

    @Property(str, notify=queryChanged)
    def query(self):
        return self._query

    @Slot(str)
    def search(self, text):
        """Find attendees by name, number, phone tail or stall."""
        if text == self._query:
            return
        self._query = text
        self.queryChanged.emit()
        self._chosen = None
        self._forget_said()
        if text.strip():
            self._look()
        else:
            self._state = "start"
            self._hits = ()
            self._more = False
        self.changed.emit()

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        asked, text = self._listed, self._query
        if not self._hits:
            self._state = "loading"

        def work(kiosk):
            if asked == "conflicts":
                return kiosk.badge_desk.reissued_twice()
            return kiosk.badge_desk.find(text, SHOWN_MOST + 1)

        self.ask(work, lambda hits: self._found(text, hits), lambda _fault: self._not_found(text))

    def _found(self, text: str, hits) -> None:
        if text != self._query:
            return
        self._hits = hits[:SHOWN_MOST]
        self._more = len(hits) > SHOWN_MOST
        self._state = "ready" if hits else "none"
        self.changed.emit()

    def _not_found(self, text: str) -> None:
        if text == self._query:
            self._hits = ()
            self._more = False
            self._chosen = None
            self._state = "failed"
            self.changed.emit()

    @Property(bool, notify=changed)
    def more(self):
        """Whether there are more than are listed."""
        return self._more

    @Property("QVariantList", notify=changed)
    def hits(self):
        """Those found; `attendee` is a text, because QML's numbers do not hold 64 bits."""
        say = self.surroundings.words
        return [
            {
                "attendee": str(hit.attendee),
                "name": hit.name,
                "organisation": hit.organisation,
                "type": say(TYPE_WORDS[hit.type]),
                "phone": hit.phone_masked,
                "stall": hit.stall,
                "inside": hit.inside,
                "prints": hit.prints,
                "note": say(hit.note),
                "chosen": hit.attendee == self._chosen,
                "barred": hit.barred,
                "remark": hit.remark,
            }
            for hit in self._hits
        ]

    # ---- acting

    @Property(bool, notify=changed)
    def chosen(self):
        """Whether somebody is chosen."""
        return self._chosen is not None

    def _hit(self):
        return next((hit for hit in self._hits if hit.attendee == self._chosen), None)

    @Property(str, notify=changed)
    def chosenName(self):
        hit = self._hit()
        return hit.name if hit is not None else ""

    @Property(bool, notify=changed)
    def chosenBarred(self):
        """Whether staff keep out who is chosen."""
        hit = self._hit()
        return hit is not None and hit.barred

    @Property(bool, notify=changed)
    def chosenInside(self):
        """Whether who is chosen is inside, as far as is known."""
        hit = self._hit()
        return hit is not None and hit.inside

    @Property(str, notify=changed)
    def chosenRemark(self):
        """What the organiser wants staff to know of who is chosen."""
        hit = self._hit()
        return hit.remark if hit is not None else ""

    @Slot(str)
    def choose(self, attendee):
        self._chosen = int(attendee)
        self._asking = ""
        self._reason, self._reason_needed = "", False
        self._refused = False
        self._forget_said()
        self.changed.emit()

    # ---- what asks once

    @Property(str, notify=changed)
    def asking(self):
        """One of ASKED, or nothing."""
        return self._asking

    @Slot(str)
    def ask_for(self, what):
        """Ask once about one of ASKED; nothing is kept of what was asked before."""
        if what in ASKED and self._chosen is not None and not self._busy:
            self._asking = what
            if what in PRINTED:
                self._places.look()
            self._reason = self._why = ""
            self._forget_said(refused=what != "override")
            self.changed.emit()

    @Slot()
    def keep(self):
        """Not after all."""
        self._asking = ""
        self.changed.emit()

    @Property(bool, notify=changed)
    def ready(self):
        """Whether what is asked for can be done now: it needs its reason first."""
        return not self._busy and (not self.reasons or self.reason != "")

    @Slot()
    def confirm(self):
        """Do what was asked about."""
        asked = {
            "reprint": self.reprint,
            "reissue": self.reissue,
            "revoke": self.revoke,
            "bar": lambda: self._bar(True),
            "lift": lambda: self._bar(False),
            "override": self._override,
            "undo": self._undo,
        }
        if self._asking and self.ready:
            asked[self._asking]()

    @Property("QVariantList", notify=changed)
    def reasons(self):
        """Why what is asked about is done, to choose from."""
        if self._asking == "reprint" and not self.firstPrint:
            return [str(each) for each in REPRINT_REASONS]
        asked = {"override": OVERRIDES, "reissue": REASONS, "revoke": REASONS}
        return [str(each) for each in asked.get(self._asking, ())]

    @Property(bool, notify=changed)
    def firstPrint(self):
        """Whether no badge was printed for who is chosen, as far as this kiosk knows."""
        hit = self._hit()
        return hit is not None and hit.prints == 0 and not self._reason_needed

    @Property(str, notify=changed)
    def reason(self):
        """The one that is chosen."""
        return self._why if self._asking == "override" else self._reason

    @Slot(str)
    def choose_reason(self, reason):
        if reason in OVERRIDES:
            self._why = reason
        else:
            self._reason = reason
        self.changed.emit()

    # ---- badges

    @Property(PrintPlacesModel, constant=True)
    def places(self):
        """At whose printer it is printed."""
        return self._places

    @Slot()
    def reprint(self):
        """The same badge again; the first one where there was none."""
        reason, at = self._reason or str(PrintReason.FIRST), self._places.origin
        self._do(
            lambda kiosk, attendee, member: kiosk.badge_desk.reprint(attendee, reason, member, at),
            self._reprinted,
        )

    def _reprinted(self, ticket) -> None:
        """One that is refused is asked for again with a reason."""
        self._reason_needed = ticket.job is None
        self._requested(ticket)

    @Slot()
    def reissue(self):
        """A new badge; the old ones stop."""
        reason, at = self._reason, self._places.origin
        self._do(lambda kiosk, attendee, member: kiosk.badge_desk.reissue(attendee, reason, member, at))

    @Slot()
    def revoke(self):
        """All badges stop, and none is issued."""
        reason = self._reason
        self._do(lambda kiosk, attendee, member: kiosk.badge_desk.revoke(attendee, reason, member))

    # ---- entry

    @Slot()
    def admit(self):
        """Let in, by the same rules as everybody."""
        self._do(lambda kiosk, attendee, member: kiosk.corrections.admit(attendee, member), self._admitted)

    @Property(bool, notify=changed)
    def refused(self):
        """Whether who is chosen was just not let in."""
        return self._refused

    def _override(self) -> None:
        why = self._why
        self._do(
            lambda kiosk, attendee, member: kiosk.corrections.override(attendee, why, member), self._admitted
        )

    def _admitted(self, correction) -> None:
        went_in = correction.admission is not None and correction.admission.decision.verdict in WENT_IN
        self._refused = not went_in and self._asking != "override"
        self._requested(correction)

    def _undo(self) -> None:
        self._do(lambda kiosk, attendee, member: kiosk.corrections.undo_last(attendee, member))

    def _bar(self, barred: bool) -> None:
        self._do(lambda kiosk, attendee, member: kiosk.corrections.bar(attendee, barred, member))

    def _do(self, request, done=None) -> None:
        attendee, member = self._chosen, self._shift.member
        if attendee is None or member is None or self._busy:
            return
        self._busy = True
        self._forget_said()
        self.ask(
            lambda kiosk: request(kiosk, attendee, member.id), done or self._requested, self._not_requested
        )
        self.changed.emit()

    def _requested(self, ticket) -> None:
        self._busy = False
        self._asking = ""
        self._said = ticket.words
        self._look()
        self.changed.emit()

    def _not_requested(self, fault) -> None:
        self._busy = False
        self._asking = ""
        self._said = told(fault)
        self._not_done = self._said is None
        self.changed.emit()

    def _forget_said(self, *, refused: bool = True) -> None:
        self._not_done = False
        if refused:
            self._said = None
            self._refused = False

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last request came to nothing."""
        return self._not_done

    @Property(str, notify=changed)
    def said(self):
        """What became of the last request, or nothing."""
        said = self.surroundings.words(self._said)
        return (
            said[:1].upper() + said[1:]
        )  # what staff read of a decision is written for the middle of a line
