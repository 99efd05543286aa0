"""A delegation: its leader ticks who is here, all go in together; then what became of it."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.reasons import Reason
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words
from kiosk.ui.page_model import PageModel
from kiosk.ui.row_model import Rows

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

MEMBER_NAMES = ("attendee", "who", "detail", "arrived", "ticked")
REFUSED_NAMES = ("who", "why")


@QmlElement
@QmlUncreatable("made by the window")
class DelegationModel(PageModel):
    """States: list, busy, result, failed (could not be read or written: nobody went in).

    `by` names the staff member who lets it in, or nobody where the leader does.
    """

    changed = Signal()
    arrived = Signal()
    """It was let in."""

    def __init__(self, surroundings, parent=None, by=lambda: ""):
        super().__init__(surroundings, parent)
        self._by = by
        self._members = Rows(MEMBER_NAMES, self._row_of, self)
        self._refused = Rows(REFUSED_NAMES, self._refused_row, self)
        surroundings.modes.languageChanged.connect(self._refused.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._list = None
        self._absent: set[int] = set()
        self._state = "list"
        self._arrival = None
        self._members.put(())
        self._refused.put(())

    def lead(self, delegation) -> None:
        """The leader (of a DelegationList) is here: show the list."""
        self.show(delegation)
        self.surroundings.navigation.open("delegation", str(delegation.id))

    def show(self, delegation) -> None:
        """All who are not here yet are ticked."""
        self._wipe()
        self._list = delegation
        self._members.put(delegation.members, first=0)
        self.changed.emit()

    def reset(self) -> None:
        """Forget the list."""
        self._wipe()
        super().reset()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def name(self):
        return self._list.name if self._list is not None else ""

    @Property(str, notify=changed)
    def leader(self):
        """The leader's masked name."""
        return self._list.leader if self._list is not None else ""

    @Property(str, notify=changed)
    def coach(self):
        return self._list.coach if self._list is not None else ""

    @Property(int, notify=changed)
    def expected(self):
        return self._list.expected if self._list is not None else 0

    @Property(int, notify=changed)
    def here(self):
        """Members who are in."""
        return self._list.arrived if self._list is not None else 0

    @Property(int, notify=changed)
    def coming(self):
        """Members who are ticked, and would go in now."""
        return len(self._ticked())

    @Property(int, notify=changed)
    def absent(self):
        """Members who were unticked."""
        return len(self._absent)

    @Property(Rows, constant=True)
    def members(self):
        return self._members

    @Property(Rows, constant=True)
    def refused(self):
        """Who could not go in, and why."""
        return self._refused

    @Property(int, notify=changed)
    def admitted(self):
        return self._arrival.admitted if self._arrival is not None else 0

    @Property(int, notify=changed)
    def badges(self):
        """Badges that are being printed because of it."""
        return len(self._arrival.jobs) if self._arrival is not None else 0

    @Slot(str)
    def toggle(self, attendee):
        """Tick or untick a member; `attendee` is a text, because QML's numbers do not hold 64 bits."""
        member = int(attendee)
        waiting = {each.attendee for each in self._waiting()}
        if self._state == "list" and member in waiting:
            self._absent ^= {member}
            self._members.refresh()
            self.changed.emit()

    @Slot()
    def let_in(self):
        """Let in all who are ticked, in one transaction."""
        if self._list is None or self._state not in ("list", "failed") or not self._ticked():
            return
        delegation, absent, by = self._list.id, frozenset(self._absent), self._by()
        self._state = "busy"
        self.changed.emit()
        self.ask(
            lambda kiosk: kiosk.delegations.arrive(delegation, absent, by), self._arrived, self._not_arrived
        )

    def _arrived(self, arrival) -> None:
        if arrival is None:
            self._not_arrived(None)
            return
        self._arrival = arrival
        self._list = arrival.list
        self._state = "result"
        self._refused.put(arrival.refused, first=0)
        self.arrived.emit()
        self.changed.emit()

    def _not_arrived(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _waiting(self) -> list:
        return [each for each in self._list.members if not each.arrived] if self._list is not None else []

    def _ticked(self) -> list:
        return [each for each in self._waiting() if each.attendee not in self._absent]

    def _row_of(self, member) -> dict:
        return {
            "attendee": str(member.attendee),
            "who": member.name,
            "detail": member.detail,
            "arrived": member.arrived,
            "ticked": member.arrived or member.attendee not in self._absent,
        }

    def _refused_row(self, refused) -> dict:
        member, why = refused
        told = why if self._by() else _for_others(why)
        return {"who": member.name, "why": self.surroundings.words(told)}


def _for_others(why: Words) -> Words | None:
    """What a leader may read of a member: the first reason, no remark. Who is barred hears it at the desk."""
    first = next((words for words in REASON_WORDS.values() if why.zh.startswith(words.zh)), None)
    return None if first == REASON_WORDS[Reason.BARRED] else first
