"""The staff page: a PIN a person; what needs doing; find, reprint, reissue; pause."""

from datetime import datetime

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.fair import BEIJING, Words
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PIN_LONGEST = 8
PIN_SHORTEST = 4
REASONS = (
    ("lost", Words("遗失", "Lost")),
    ("damaged", Words("损坏", "Damaged")),
    ("misprint", Words("打印不清", "Misprint")),
)
"""Why a badge is printed or issued again; the first word stands in the fact."""
_NOBODY = Words("未识别", "Unknown")
_VERDICTS = {
    "admit": Words("已放行", "Admitted"),
    "notice": Words("已入场", "Already in"),
    "refuse": Words("未放行", "Not admitted"),
    "staff": Words("转人工", "Sent to desk"),
    "ask": Words("待核对", "To be checked"),
}


@QmlElement
@QmlUncreatable("made by the window")
class StaffModel(PageModel):
    """Three views: pin, desk (overview), search. Signing out wipes all of it."""

    changed = Signal()
    queryChanged = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._wipe()

    def _wipe(self) -> None:
        self._member = None
        self._pin = ""
        self._refused = False
        self._view = "pin"
        self._needs = ()
        self._summary = None
        self._recent = ()
        self._query = ""
        self._hits = None
        self._chosen = None
        self._reason = REASONS[0][0]
        self._said = None
        self._asking_pause = False
        self._busy = False

    def entered(self, _argument: str) -> None:
        """Who opens the page signs in."""
        if self._member is None:
            self.reset()
        else:
            self._refresh()

    def reset(self) -> None:
        """Sign out and wipe."""
        self._wipe()
        super().reset()

    @property
    def signed_in(self) -> bool:
        """Whether staff has signed in, for Python."""
        return self._member is not None

    # ---- signing in

    @Property(str, notify=changed)
    def view(self):
        """pin, desk or search."""
        return self._view

    @Property(str, notify=changed)
    def pin(self):
        """As many dots as digits were typed."""
        return "●" * len(self._pin)

    @Property(bool, notify=changed)
    def refused(self):
        """Whether the last PIN was nobody's."""
        return self._refused

    @Property(bool, notify=changed)
    def pinComplete(self):
        return len(self._pin) >= PIN_SHORTEST and not self._busy

    @Slot(str)
    def digit(self, digit):
        self._pin = (self._pin + digit)[:PIN_LONGEST]
        self._refused = False
        self.changed.emit()

    @Slot()
    def erase(self):
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def sign_in(self):
        """Check the PIN; scrypt takes its time, on the worker."""
        if not self.pinComplete:
            return
        pin, self._pin = self._pin, ""
        self._busy = True
        self.changed.emit()
        self.ask(lambda kiosk: kiosk.fair_day.sign_in(pin), self._signed_in)

    def _signed_in(self, member) -> None:
        self._busy = False
        self._member = member
        self._refused = member is None
        if member is not None:
            self._view = "desk"
            self._refresh()
        self.changed.emit()

    @Slot()
    def sign_out(self):
        """Sign out and go home."""
        self.reset()
        self.surroundings.navigation.home()

    @Property(str, notify=changed)
    def member(self):
        """Who is signed in."""
        return self._member.name if self._member is not None else ""

    # ---- the overview

    def _refresh(self) -> None:
        self.ask(
            lambda kiosk: (kiosk.fair_day.needs(), kiosk.fair_day.summary(), kiosk.fair_day.recent()),
            self._overview,
        )

    def _overview(self, overview) -> None:
        self._needs, self._summary, self._recent = overview
        self.changed.emit()

    @Property("QVariantList", notify=changed)
    def needs(self):
        """What needs doing, most harmful first: level, title, detail."""
        say = self.surroundings.words
        return [
            {"level": need.level, "title": say(need.title), "detail": say(need.detail)}
            for need in self._needs
        ]

    @Property(int, notify=changed)
    def inside(self):
        return self._summary.occupancy.inside if self._summary is not None else 0

    @Property(int, notify=changed)
    def capacity(self):
        return self._summary.occupancy.capacity if self._summary is not None else 0

    @Property(float, notify=changed)
    def share(self):
        """People inside as a share of the approved headcount; 0 where none was set."""
        return self.inside / self.capacity if self.capacity else 0.0

    @Property(bool, notify=changed)
    def paused(self):
        return self._summary is not None and self._summary.occupancy.paused

    @Property("QVariantList", notify=changed)
    def gates(self):
        """Admissions by gate: name, admitted."""
        if self._summary is None:
            return []
        say = self.surroundings.words
        return [{"name": say(row.name), "admitted": row.admitted} for row in self._summary.gates]

    @Property("QVariantList", notify=changed)
    def machine(self):
        """Printer, pack, journal, clock and keys, a sentence each."""
        if self._summary is None:
            return []
        parts = ("printer", "pack", "journal", "clock", "keys")
        return [self.surroundings.words(getattr(self._summary, part)) for part in parts]

    @Property("QVariantList", notify=changed)
    def recent(self):
        """The newest decisions: time, who (masked), verdict."""
        return [
            {
                "time": _time(row.at),
                "who": row.who or self.surroundings.words(_NOBODY),
                "verdict": self.surroundings.words(_VERDICTS.get(str(row.verdict))),
            }
            for row in self._recent
        ]

    # ---- pause: asks once, in place

    @Property(bool, notify=changed)
    def askingPause(self):
        return self._asking_pause

    @Slot()
    def ask_pause(self):
        self._asking_pause = True
        self.changed.emit()

    @Slot()
    def keep_on(self):
        """No pause after all."""
        self._asking_pause = False
        self.changed.emit()

    @Slot()
    def pause(self):
        """Pause all admission, or go on with it."""
        paused, member = not self.paused, self._member
        self._asking_pause = False
        self.changed.emit()
        if member is not None:
            self.ask(lambda kiosk: kiosk.gate.set_paused(paused, member.id), lambda _: self._refresh())

    # ---- find, reprint, reissue

    @Slot()
    def open_search(self):
        self._view = "search"
        self._said = None
        self.changed.emit()

    @Slot()
    def open_desk(self):
        """Back to the overview."""
        self._view = "desk"
        self._query = ""
        self._hits = None
        self._chosen = None
        self._said = None
        self._refresh()
        self.changed.emit()

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
        self._said = None
        if text.strip():
            self.ask(lambda kiosk: kiosk.badge_desk.find(text), lambda hits: self._found(text, hits))
        else:
            self._hits = None
        self.changed.emit()

    def _found(self, text: str, hits) -> None:
        if text == self._query:
            self._hits = hits
            self.changed.emit()

    @Property(bool, notify=changed)
    def nothingFound(self):
        return self._hits is not None and not self._hits

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
                "chosen": hit.attendee == self._chosen,
            }
            for hit in (self._hits or ())
        ]

    @Property(bool, notify=changed)
    def chosen(self):
        """Whether somebody is chosen."""
        return self._chosen is not None

    @Slot(str)
    def choose(self, attendee):
        self._chosen = int(attendee)
        self._said = None
        self.changed.emit()

    @Property("QVariantList", notify=changed)
    def reasons(self):
        """Why a badge is printed again: id, words."""
        return [{"id": reason, "words": self.surroundings.words(words)} for reason, words in REASONS]

    @Property(str, notify=changed)
    def reason(self):
        return self._reason

    @Slot(str)
    def choose_reason(self, reason):
        self._reason = reason
        self.changed.emit()

    @Slot()
    def reprint(self):
        """The same badge again."""
        self._print(lambda kiosk, attendee, member: kiosk.badge_desk.reprint(attendee, self._reason, member))

    @Slot()
    def reissue(self):
        """A new badge; the old ones stop."""
        self._print(lambda kiosk, attendee, member: kiosk.badge_desk.reissue(attendee, self._reason, member))

    def _print(self, request) -> None:
        attendee, member = self._chosen, self._member
        if attendee is None or member is None or self._busy:
            return
        self._busy = True
        self.ask(lambda kiosk: request(kiosk, attendee, member.id), self._requested)
        self.changed.emit()

    def _requested(self, ticket) -> None:
        self._busy = False
        self._said = ticket.words
        self.changed.emit()
        query = self._query
        self.ask(lambda kiosk: kiosk.badge_desk.find(query), lambda hits: self._found(query, hits))

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(str, notify=changed)
    def said(self):
        """What became of the last request, or nothing."""
        return self.surroundings.words(self._said)


def _time(moment: datetime) -> str:
    local = moment.astimezone(BEIJING)
    return f"{local.hour}:{local.minute:02d}:{local.second:02d}"
