"""A fair pack from a stick: those that are there, what one would change, and installing it."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import day_words
from kiosk.domain.pack_offer import PackLook, PackOffers
from kiosk.domain.staff_duties import Act
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 200
"""Between two looks at how far it has come."""
WORKER = "upkeep"
"""Neither a scan nor a badge waits for a stick."""


@QmlElement
@QmlUncreatable("made by the staff page")
class PackStickModel(StaffView):
    """States: nothing, looking, listed, reading, asked, refused, installing, installed, failed or not (done).

    Refused is a pack that was read and may not be installed; failed an installation; not, what has no words.
    `installed` is sent whoever is at the screen by then.
    """

    changed = Signal()
    installed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._at_work = False
        self._progress = QTimer(self)
        self._progress.setInterval(LOOK_MS)
        self._progress.timeout.connect(self.changed)
        self._wipe()

    def _wipe(self) -> None:
        self._progress.stop()
        self._state = ""
        self._found = PackOffers()
        self._chosen = None
        self._look = PackLook()
        self._problem = None
        self._version = 0

    def reset(self) -> None:
        """Wipe. What is being installed goes on."""
        self._wipe()
        super().reset()

    def _enter(self, state: str) -> None:
        self._state = state
        if state in ("looking", "reading", "installing"):
            self._progress.start()
        else:
            self._progress.stop()
        self.changed.emit()

    @Slot()
    def find(self):
        """Look for packs on all sticks."""
        if self._shift.signed_in and not self._at_work:
            self._wipe()
            self._enter("looking")
            self._work(lambda stick: stick.find(), self._listed)

    def _listed(self, found) -> None:
        self._found = found
        self._enter("listed")

    @Slot(int)
    def choose(self, number):
        """Read one of them whole, and what it would change."""
        if self._state != "listed" or self._at_work:
            return
        chosen = next((each for each in self._found.offers if each.number == number), None)
        if chosen is not None and chosen.standing.installable:
            self._chosen = chosen
            self._enter("reading")
            self._work(lambda stick: stick.look(chosen), self._read)

    def _read(self, look) -> None:
        self._look = look
        self._problem = look.problem
        self._enter("refused" if look.problem is not None else "asked")

    @Slot()
    def install(self):
        """Install the one that was read: it was asked, and this is the answer."""
        chosen = self._chosen
        if self._state == "asked" and chosen is not None and self._shift.may(Act.PACK) and not self._at_work:
            self._enter("installing")
            self._record_and_install(chosen, self._shift.member.id)

    def _record_and_install(self, chosen, by: str) -> None:
        """Who does it is a fact before it is begun; both go on when they sign out."""
        kiosk, generation = self.surroundings.kiosk, self.generation
        if kiosk is None:
            self._enter("not")
            return
        self._at_work = True

        def recorded(_none) -> None:
            self._work(lambda stick: stick.install(chosen), self._ended, self._there, generation)

        def refused(_fault) -> None:
            self._at_work = False
            if generation == self.generation:
                self._enter("not")

        self.surroundings.bridge.submit(
            lambda: kiosk.staff_door.installs(by, chosen.fair, chosen.version), recorded, refused
        )

    def _there(self, outcome) -> None:
        if outcome.problem is None:
            self.installed.emit()

    def _ended(self, outcome) -> None:
        self._problem = outcome.problem
        self._version = outcome.version
        self._enter("failed" if outcome.problem is not None else "installed")

    @Slot()
    def close(self):
        """Back: to the list where one was chosen, else to the pack that is open."""
        if self._state in ("asked", "refused", "failed", "not") and self._found.offers:
            self._chosen = None
            self._enter("listed")
        elif self._state != "installing":
            self.reset()

    def _work(self, work, done, always=None, generation: int | None = None) -> None:
        """As `ask`, one at a time; `always` is called even if the page was wiped meanwhile, or since a
        generation."""
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            self._enter("not")
            return
        generation = self.generation if generation is None else generation
        self._at_work = True

        def answer(result) -> None:
            self._at_work = False
            if always is not None:
                always(result)
            if generation == self.generation:
                done(result)

        def fault(_exception) -> None:
            self._at_work = False
            if generation == self.generation:
                self._enter("not")

        self.surroundings.bridge.submit(lambda: work(kiosk.pack_stick), answer, fault, worker=WORKER)
        self.changed.emit()

    # ---- what is shown

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(float, notify=changed)
    def share(self):
        """How much of it is done, 0 to 1."""
        kiosk = self.surroundings.kiosk
        return kiosk.pack_stick.share if kiosk is not None and self._at_work else 0.0

    @Property("QVariantList", notify=changed)
    def offers(self):
        """The packs that were found: number, fair, stick, version, day, bytes, standing, installable."""
        return [self._line(each) for each in self._found.offers]

    @Property("QVariantMap", notify=changed)
    def chosen(self):
        """The one that was chosen, as of `offers`."""
        return self._line(self._chosen) if self._chosen is not None else {}

    def _line(self, offer):
        day = offer.first_day
        return {
            "number": offer.number,
            "fair": self.surroundings.title(offer.fair),
            "stick": offer.stick,
            "version": offer.version,
            "before": offer.installed_version,
            "day": self.surroundings.words(day_words(day) if day is not None else None),
            "bytes": offer.size_bytes,
            "standing": offer.standing.value,
            "installable": offer.standing.installable,
        }

    @Property(int, notify=changed)
    def sticks(self):
        """How many disks there are."""
        return self._found.sticks

    @Property(bool, notify=changed)
    def answered(self):
        """Whether all of them did."""
        return self._found.answered

    @Property(bool, notify=changed)
    def more(self):
        """Whether not all was looked at."""
        return self._found.more

    @Property("QStringList", notify=changed)
    def changes(self):
        """What the chosen one would change, in words."""
        return [self.surroundings.words(each) for each in self._look.changes]

    @Property(bool, notify=changed)
    def first(self):
        """Whether it is the first of its fair."""
        return self._look.first

    @Property(bool, notify=changed)
    def opens(self):
        """Whether this kiosk will work with it."""
        return self._look.opens

    @Property(str, notify=changed)
    def problem(self):
        """Why it was not installed, or cannot be."""
        return self.surroundings.words(self._problem)

    @Property(int, notify=changed)
    def version(self):
        """The one that was installed."""
        return self._version
