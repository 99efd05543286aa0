"""A session of the programme: when, where, who gives it, and the way to its room or its host's stall."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import date_words
from kiosk.domain.fair import clock_text
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.session_time import NOT_SAID, is_today, minutes_until, seats_said, stage_of
from kiosk.ui.find.stand import Stand, stand_of
from kiosk.ui.page_model import PageModel, Surroundings

if TYPE_CHECKING:
    from kiosk.domain.fair import Session
    from kiosk.services.values import Listing, SessionCard

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 20_000


@QmlElement
@QmlUncreatable("made by the window")
class SessionModel(PageModel):
    """The session page; opened with a session's id. `state` is loading, ready, gone (unknown) or failed."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._read)
        surroundings.modes.modesChanged.connect(self._read)
        self._forget()

    def _forget(self) -> None:
        self._asked = ""
        self._state = "loading"
        self._card: SessionCard | None = None
        self._stand = Stand()
        self._room_m: int | None = None
        """Metres to its room; None where it has none on the plan, or no way leads there."""
        self._seats_left: int | None = None
        self._now: datetime | None = None

    def entered(self, argument: str) -> None:
        """The page is shown for the session of that id."""
        if argument != self._asked:
            self._forget()
            self._asked = argument
            self.changed.emit()
        self._tick.start()
        self._read()

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self._state = "loading"
        self._read()
        self.changed.emit()

    def reset(self) -> None:
        """Forget which session was open."""
        self._tick.stop()
        self._forget()
        super().reset()

    @Slot()
    def _read(self) -> None:
        if self.surroundings.navigation.page != "session":
            self._tick.stop()
            return
        asked, step_free = self._asked, self.surroundings.modes.stepFree

        def work(kiosk):
            card = kiosk.directory.session(asked)
            stand, room_m = Stand(), None
            if card is not None and card.host is not None:
                stand = stand_of(kiosk, card.host, step_free=step_free)
            if card is not None and card.room is not None:
                room_m = kiosk.wayfinding.distance_to_node_m(card.room.node, step_free=step_free)
            left, floor = kiosk.programme.seats_left(asked), kiosk.floor.standing()
            return kiosk.directory.plan(), kiosk.place, floor, card, stand, room_m, left, kiosk.clock.now()

        def done(read) -> None:
            if self._asked == asked:
                plan, place, floor, self._card, self._stand, self._room_m, self._seats_left, self._now = read
                self._floor_map.load(plan, place)
                self._floor_map.show_standing(floor)
                self._state = "gone" if self._card is None else "ready"
                self.changed.emit()

        self.ask(work, done, self._failed)

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    @property
    def _session(self) -> "Session | None":
        return self._card.session if self._card else None

    @property
    def _host(self) -> "Listing | None":
        return self._card.host if self._card else None

    @Slot()
    def openHost(self) -> None:
        """Show the listing of who gives it."""
        if self._host is not None:
            self.surroundings.navigation.open("listing", str(self._host.exhibitor.id))

    @Slot()
    def openWay(self) -> None:
        """Take me there: the way to the room, or else to the host's stall."""
        if self._target is not None:
            self.surroundings.navigation.open("way", self._target[0])

    @property
    def _target(self) -> tuple[str, str, int] | None:
        """Where the way leads: a mark of the map, its level, metres to walk. The room, else the host's stall.

        None where neither is on the plan, or no way leads there.
        """
        card = self._card
        if card is not None and card.room is not None and self._room_m is not None:
            return card.room.id, card.room.level, self._room_m
        stand = self._stand
        if stand.level is None or not stand.open or stand.distance_m is None:
            return None
        return stand.stalls[0], stand.level.id, stand.distance_m

    # ---- what the page shows

    @Property(str, notify=changed)
    def state(self):
        """loading, ready, gone or failed."""
        return self._state

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the strip of map."""
        return self._floor_map

    @Property(str, notify=changed)
    def kind(self):
        """talk, lecture or exchange."""
        return self._session.kind.value if self._session else ""

    @Property(str, notify=changed)
    def title(self):
        """Title in the visitor's language."""
        return self.surroundings.title(self._session.title) if self._session else ""

    @Property(str, notify=changed)
    def starts(self):
        """When it starts: 9:30."""
        return clock_text(self._session.slot.start_min) if self._session else ""

    @Property(str, notify=changed)
    def ends(self):
        """When it ends."""
        return clock_text(self._session.slot.end_min) if self._session else ""

    @Property(str, notify=changed)
    def otherDay(self):
        """Its day (11月29日, 29 Nov), where that is not today."""
        if self._session is None or self._now is None or is_today(self._session.day, self._now):
            return ""
        return self.surroundings.words(date_words(self._session.day))

    @Property(str, notify=changed)
    def stage(self):
        """over, on, next (today, still to come) or later (another day)."""
        if self._session is None or self._now is None:
            return ""
        stage = stage_of(self._session, self._now)
        return "next" if stage == "later" and is_today(self._session.day, self._now) else stage

    @Property(int, notify=changed)
    def minutes(self):
        """Minutes until it starts."""
        return minutes_until(self._session, self._now) if self._session and self._now else 0

    @Property(str, notify=changed)
    def place(self):
        """Where, as given."""
        return self._session.place if self._session else ""

    @Property(str, notify=changed)
    def speaker(self):
        """Who speaks, as given."""
        return self._session.speaker if self._session else ""

    @Property(int, notify=changed)
    def seats(self):
        """Seats in the room; 0 where it is not known."""
        return self._session.seats if self._session else 0

    @Property(int, notify=changed)
    def seatsLeft(self):
        """Seats that are left; -1 where no door counts, or it is not today or over."""
        if self._session is None or self._now is None:
            return NOT_SAID
        return seats_said(self._session, self._now, self._seats_left)

    @Property(str, notify=changed)
    def ref(self):
        """Its id, by which a plan knows it."""
        return self._session.id if self._session else ""

    @Property(str, notify=changed)
    def hostName(self):
        """Who gives it, where that is an exhibitor of this fair."""
        return self.surroundings.title(self._host.exhibitor.name) if self._host else ""

    @Property(str, notify=changed)
    def hostNumber(self):
        """The host's stalls, where they are now."""
        return "/".join(self._stand.stalls)

    @Property(str, notify=changed)
    def hostZone(self):
        """Letter of the host's zone."""
        return self._stand.zone.letter if self._stand.zone else ""

    @Property(str, notify=changed)
    def levelId(self):
        """The level on which the room or the stall is that the way leads to."""
        return self._target[1] if self._target else ""

    @Property(str, notify=changed)
    def mark(self):
        """What the map marks and the way leads to: a room's id or a stall's number; else nothing."""
        return self._target[0] if self._target else ""

    @Property(str, notify=changed)
    def markName(self):
        """What that is called."""
        return self._floor_map.name_of(self.mark, self.surroundings.modes.fallback)

    @Property(int, notify=changed)
    def distance(self):
        """Metres to walk to it."""
        return self._target[2] if self._target else 0
