"""How this kiosk stands with the others, as staff see it; sticks, and machines that ask to join."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import sync_words
from kiosk.domain.staff_duties import Act
from kiosk.services.peers import StickOutcome, SyncStanding
from kiosk.services.sync_needs import UNHEARD_LONG_S, last_heard_s
from kiosk.ui.row_model import Rows
from kiosk.ui.staff import sync_items
from kiosk.ui.staff.shift import told
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 3000
PROGRESS_MS = 200
WORKER = "upkeep"
"""Neither a scan nor a badge waits for a stick."""
PEER_NAMES = ("name", "words", "heard", "waiting", "level")


@QmlElement
@QmlUncreatable("made by the staff page")
class SyncModel(StaffView):
    """States: loading, ready, failed. Read again every three seconds as long as somebody is signed in: the
    bar over all views of the staff page says when others were last heard.

    What asks once names itself in `asking`: accept or refuse, a colon, and the request.
    """

    changed = Signal()
    sticksChanged = Signal()
    """A stick came or went."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._peers = Rows(PEER_NAMES, self._peer, self)
        surroundings.modes.languageChanged.connect(self._peers.refresh)
        self._again = _timer(self, REFRESH_MS, self.refresh)
        self._progress = _timer(self, PROGRESS_MS, self.changed)
        self._copying = ""
        self._looking = False
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._standing = SyncStanding("starting")
        self._now = None
        self._asking = ""
        self._busy = False
        self._said = None
        self._outcome = None
        self._peers.turn_to(0)  # a list that shows its end would look for rows that have gone
        self._peers.put(())

    def watch(self) -> None:
        """Somebody has signed in."""
        self._again.start()
        self.refresh()

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self.refresh()

    def leave(self) -> None:
        """Another view is being shown: what was asked, and what became of a copy, is not said again."""
        self._asking, self._said, self._outcome = "", None, None
        self.changed.emit()

    def reset(self) -> None:
        """Wipe. What is being copied goes on."""
        self._wipe()
        super().reset()

    @Slot()
    def refresh(self):
        """Read it again, and look for sticks."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: (kiosk.peers.standing(), kiosk.clock.now()), self._read, self._failed)
        if not self._looking and not self._copying:
            self._look()

    def _look(self) -> None:
        """For sticks; at work for a wiped page too, so that no two of it wait behind each other."""
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            return
        before = self._standing.sticks
        self._looking = True

        def seen(sticks) -> None:
            self._looking = False
            if sticks != before and self._shift.signed_in:
                self._reading = False  # what is being read already is older than this
                self.refresh_standing()
                self.sticksChanged.emit()

        def fault(_exception) -> None:
            self._looking = False

        self.surroundings.bridge.submit(kiosk.peers.sticks, seen, fault, worker=WORKER)

    def refresh_standing(self) -> None:
        """Read how it stands, once more."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: (kiosk.peers.standing(), kiosk.clock.now()), self._read, self._failed)

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, answer) -> None:
        self._reading = False
        self._state = "ready"
        self._standing, self._now = answer
        self._peers.put(self._standing.peers)
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    # ---- how it stands

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def level(self):
        """Whether this kiosk may be switched off, as a verdict's shape."""
        return sync_items.verdict(self._standing)[0]

    @Property(str, notify=changed)
    def title(self):
        """The same in large type."""
        return self.surroundings.words(sync_items.verdict(self._standing)[1])

    @Property(str, notify=changed)
    def why(self):
        oldest = self._standing.oldest_only_here
        said = sync_words.at_time(oldest, self._now) if oldest is not None and self._now is not None else None
        return self.surroundings.words(sync_items.why(self._standing, said))

    @Property(str, notify=changed)
    def how(self):
        """What to do about it, or nothing."""
        return self.surroundings.words(sync_items.how(self._standing))

    @Property(str, notify=changed)
    def headLine(self):
        """When others were last heard, for the bar over every view; nothing before that is known."""
        if self._state != "ready":
            return ""
        standing = self._standing
        line = sync_words.head_line(standing.state, last_heard_s(standing), standing.only_here)
        return self.surroundings.words(line)

    @Property(Rows, constant=True)
    def peers(self):
        """All machines and sticks that were met: name, words, heard, waiting, level (a verdict's shape, or
        nothing where all is well)."""
        return self._peers

    def _peer(self, line) -> dict:
        say = self.surroundings.words
        silent = line.heard_s is None or line.heard_s > UNHEARD_LONG_S
        level = "refuse" if line.problem is not None else "notice" if silent and not line.connected else ""
        return {
            "name": say(line.name),
            "words": say(sync_words.peer_is(line.kind, line.connected, line.problem, through=line.through)),
            "heard": say(sync_words.ago(line.heard_s)),
            "waiting": say(sync_words.waiting(line.waiting)),
            "level": "" if line.kind == "stick" and line.problem is None else level,
        }

    # ---- this kiosk asks to be let in

    @Property("QVariantMap", notify=changed)
    def own(self):
        """Where this kiosk has no certificate of the venue: state, code, qr, words; else nothing."""
        own = self._standing.own
        if own is None:
            return {}
        return {
            "state": own.state,
            "code": sync_items.spaced(own.code),
            "qr": own.qr,
            "words": self.surroundings.words(sync_words.own_joining(own.state, own.hub)),
        }

    # ---- what to look at

    @Property("QVariantList", notify=changed)
    def items(self):
        """Sticks, requests, forks and the like: kind, key, level, title, detail, code, asking, working."""
        say = self.surroundings.words
        kind, _, asked = self._asking.partition(":")
        return [
            {
                "kind": each.kind,
                "key": each.key,
                "level": each.level,
                "title": say(each.title),
                "detail": say(each.detail),
                "code": each.code,
                "asking": kind if each.key == asked else "",
                "working": each.kind == "stick" and each.key == self._copying,
            }
            for each in sync_items.items(self._standing, self._outcome)
        ]

    @Property(bool, notify=changed)
    def busy(self):
        """Whether something that was asked for is being done."""
        return self._busy or self._copying != ""

    @Property(float, notify=changed)
    def share(self):
        """How much of the copy is done, 0 to 1."""
        kiosk = self.surroundings.kiosk
        return kiosk.peers.share if kiosk is not None and self._copying else 0.0

    @Property(str, notify=changed)
    def said(self):
        """Why the last thing that was asked for was not done, or nothing."""
        return self.surroundings.words(self._said)

    @Slot(str, str)
    def ask_for(self, what, request):
        """Ask once whether a machine is to be let in (accept) or not (refuse)."""
        if not self.busy:
            self._asking, self._said = f"{what}:{request}", None
            self.changed.emit()

    @Slot()
    def keep(self):
        """Neither."""
        self._asking = ""
        self.changed.emit()

    @Slot()
    def decide(self):
        """Staff are sure of what was asked."""
        what, _, request = self._asking.partition(":")
        if what == "accept":
            self._do(lambda kiosk, member: kiosk.peers.accept(request, member))
        elif what == "refuse":
            self._do(lambda kiosk, member: kiosk.peers.refuse(request, member))

    @Slot(str, str)
    def see(self, kind, key):
        """Staff have read of a fork, or of a disk of an older state."""
        if kind == "fork":
            origin, _, seq = key.partition(":")
            self._do(lambda kiosk, member: kiosk.peers.see_fork(origin, int(seq), member))
        elif kind == "restored":
            self._do(_see_restore)

    def _do(self, work) -> None:
        member = self._shift.member
        if member is None or self.busy:
            return
        self._busy, self._said = True, None
        self.ask(lambda kiosk: work(kiosk, member.id), self._done, self._not_done)
        self.changed.emit()

    def _done(self, problem) -> None:
        self._busy, self._asking, self._said = False, "", problem
        self._reading = False
        self.refresh_standing()
        self.changed.emit()

    def _not_done(self, fault) -> None:
        self._busy, self._asking, self._said = False, "", told(fault) or sync_words.NOT_DONE
        self.changed.emit()

    # ---- sticks

    @Slot(str)
    def copy_out(self, folder):
        """Copy what is here onto a stick."""
        self._copy(folder, lambda kiosk: kiosk.peers.stick_out(folder))

    @Slot(str)
    def take_in(self, folder):
        """Take in what lies on a stick."""
        self._copy(folder, lambda kiosk: kiosk.peers.stick_in(folder))

    def _copy(self, folder: str, work) -> None:
        kiosk = self.surroundings.kiosk
        if kiosk is None or not self._shift.signed_in or self.busy:
            return
        generation = self.generation
        self._copying, self._outcome = folder, None
        self._progress.start()

        def ended(outcome) -> None:
            self._copying = ""
            self._progress.stop()
            if generation == self.generation:
                self._outcome = (folder, outcome)
                self._reading = False
                self.refresh()
                self.changed.emit()

        self.surroundings.bridge.submit(
            lambda: work(kiosk), ended, lambda _fault: ended(_NOT_DONE), worker=WORKER
        )
        self.changed.emit()


_NOT_DONE = StickOutcome(False, sync_words.NOT_DONE)
"""What is said of a copy that ended otherwise than anybody foresaw."""


def _see_restore(kiosk, member: str) -> None:
    kiosk.staff_door.require(member, Act.UPKEEP)
    kiosk.peers.see_restore()


def _timer(parent, interval_ms: int, work) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.timeout.connect(work)
    return timer
