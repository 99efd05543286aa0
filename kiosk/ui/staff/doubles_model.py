"""Who was let in twice: one by one staff say how it was, and what follows from it."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.facts import DOUBLE_OUTCOMES
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.shift import told
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
"""Others' facts come at any time."""
LISTS = ("open", "resolved")
NAMES = ("key", "who", "about", "where", "knew", "outcome", "by", "chosen")
SAME_PERSON = "same_person"


@QmlElement
@QmlUncreatable("made by the staff page")
class DoublesModel(StaffView):
    """States: loading, ready, none, failed. Of who is chosen: asked (how it was), two_people or mistake (what
    follows from that answer), done."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(NAMES, self._row, self)
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._lists = dict.fromkeys(LISTS, ())
        self._listed = "open"
        self._chosen = None
        self._step = "asked"
        self._busy = False
        self._not_done = False
        self._said = None
        self._rows.put(())

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._again.start()
        self.refresh()

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    # ---- the lists

    @Slot()
    def refresh(self):
        """Read it again."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: kiosk.doubles.sheet(), self._read, self._unread)

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.refresh()
        self.changed.emit()

    def _read(self, sheet) -> None:
        self._reading = False
        self._lists = {name: getattr(sheet, name) for name in LISTS}
        self._state = "ready" if any(self._lists.values()) else "none"
        if self._chosen is not None:
            known = {_key(each): each for each in (*sheet.open, *sheet.resolved)}
            self._chosen = known.get(_key(self._chosen), self._chosen)
        self._put()

    def _unread(self, _fault) -> None:
        self._reading = False
        self._lists = dict.fromkeys(LISTS, ())
        self._state = "failed"
        self._put()

    def _put(self) -> None:
        self._rows.put(self._lists[self._listed])
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def listed(self):
        """open or resolved."""
        return self._listed

    @Slot(str)
    def show_list(self, listed):
        if listed in LISTS and not self._busy:
            self._listed = listed
            self._let_go()
            self._rows.turn_to(0)
            self._put()

    @Property(int, notify=changed)
    def open(self):
        """How many staff are asked about."""
        return len(self._lists["open"])

    @Property(int, notify=changed)
    def resolved(self):
        return len(self._lists["resolved"])

    @Property(Rows, constant=True)
    def rows(self):
        """Of NAMES."""
        return self._rows

    def _row(self, line) -> dict:
        say = self.surroundings.words
        where, knew = line.words
        about = [say(TYPE_WORDS[line.type]) if line.type is not None else "", line.organisation]
        about.append(say(line.session))
        return {
            "key": _key(line),
            "who": say(line.name),
            "about": (", " if self.surroundings.modes.fallback == "en" else "·").join(filter(None, about)),
            "where": say(where),
            "knew": say(knew),
            "outcome": line.outcome,
            "by": line.by,
            "chosen": self._chosen is not None and _key(line) == _key(self._chosen),
        }

    # ---- who is chosen

    @Slot(str)
    def choose(self, key):
        """Look at one of those that are listed."""
        if self._busy:
            return
        found = next((each for each in self._lists[self._listed] if _key(each) == key), None)
        if found is not None:
            self._let_go()
            self._chosen = found
            self._shown()

    @Slot()
    def close(self):
        """Nobody is looked at any more."""
        if not self._busy:
            self._let_go()
            self._shown()

    def _let_go(self) -> None:
        self._chosen, self._step = None, "asked"
        self._said, self._not_done = None, False

    def _shown(self) -> None:
        self._rows.refresh()
        self.changed.emit()

    @Property(bool, notify=changed)
    def chosen(self):
        return self._chosen is not None

    @Property("QVariantMap", notify=changed)
    def one(self):
        """Who is chosen, as a row; {} where nobody is."""
        return self._row(self._chosen) if self._chosen is not None else {}

    @Property(str, notify=changed)
    def step(self):
        """asked, two_people, mistake or done."""
        return self._step

    @Property("QVariantList", notify=changed)
    def passages(self):
        """Those of who is chosen: `at` (which of them) and `words`."""
        if self._chosen is None:
            return []
        say = self.surroundings.words
        return [{"at": at, "words": say(each.words)} for at, each in enumerate(self._chosen.passages)]

    @Property(bool, notify=changed)
    def known(self):
        """Whether the person is known, and so can be kept out."""
        return self._chosen is not None and self._chosen.attendee is not None

    @Property(bool, notify=changed)
    def revoked(self):
        """Whether no badge of the person works any more."""
        return self._chosen is not None and self._chosen.revoked

    # ---- what staff say

    @Slot(str)
    def answer(self, outcome):
        """How it was: one of facts.DOUBLE_OUTCOMES."""
        if outcome in DOUBLE_OUTCOMES:
            next_step = "done" if outcome == SAME_PERSON else outcome
            self._do(lambda kiosk, places, by: kiosk.doubles.resolve(places, outcome, by), next_step)

    @Slot()
    def revoke(self):
        """The badge that two people used stops."""
        self._do(lambda kiosk, places, by: kiosk.doubles.revoke(places, by), "two_people")

    @Slot()
    def bar(self):
        """The person is kept out."""
        self._do(lambda kiosk, places, by: kiosk.doubles.bar(places, by), "done")

    @Slot(int)
    def undo(self, at):
        """Take back one of the passages, counted from 0."""
        self._do(lambda kiosk, places, by: kiosk.doubles.undo(places[at], by), "done")

    def _do(self, work, next_step: str) -> None:
        line, member = self._chosen, self._shift.member
        if line is None or member is None or self._busy:
            return
        places = tuple(each.place for each in line.passages)
        self._busy, self._said, self._not_done = True, None, False
        self.ask(
            lambda kiosk: work(kiosk, places, member.id),
            lambda correction: self._done(correction, next_step),
            self._failed,
        )
        self.changed.emit()

    def _done(self, correction, next_step: str) -> None:
        self._busy = False
        self._said = correction.words
        self._step = next_step if correction.done else "done"
        self.refresh()
        self.changed.emit()

    def _failed(self, fault) -> None:
        self._busy, self._said = False, told(fault)
        self._not_done = self._said is None
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last answer came to nothing."""
        return self._not_done

    @Property(str, notify=changed)
    def said(self):
        """What became of the last answer, or nothing."""
        return self.surroundings.words(self._said)


def _key(line) -> str:
    """Names a person on a day at a door."""
    session = line.session.zh if line.session is not None else ""
    return f"{line.day}:{line.attendee}:{line.badge}:{session}"
