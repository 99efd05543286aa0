"""A listing: an employer's openings or a school's graduate pool, and where its stall is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import opening_terms, terms
from kiosk.domain.exhibitor import ExhibitorKind
from kiosk.domain.major_classes import major_class_words
from kiosk.domain.words import Words
from kiosk.services.find.values import Question
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.graduate_chart import ClassBar, by_class, by_degree
from kiosk.ui.find.listed_openings import ListedOpening, Mark, listed, terms_found
from kiosk.ui.find.stand import Stand, stand_of
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.domain.exhibitor import Exhibitor
    from kiosk.services.values import Listing

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OPENING_NAMES = ("title", "line", "degree", "pay", "headcount", "mark", "linked", "chosen")
POOL_NAMES = ("title", "line", "count", "share")
NONE_CHOSEN = -1
TICK_MS = 20_000
"""How often the page asks whether the stall is still where it was."""


@QmlElement
@QmlUncreatable("made by the window")
class ListingModel(PageModel):
    """The listing page; opened with an exhibitor's id. `state` is loading, ready, gone (no such exhibitor in
    the pack that is open now) or failed.

    `typed` and `majorClass` are what the visitor looked for and the class on the badge that was shown: what
    suits them stands first.
    """

    changed = Signal()
    askedFor = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._openings = Rows(OPENING_NAMES, self._opening_row, self)
        self._pool = Rows(POOL_NAMES, self._pool_row, self)
        self._typed = self._major_class = ""
        self._terms: frozenset[str] = frozenset()
        self._listing: Listing | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._look_again)
        self._forget()
        surroundings.modes.modesChanged.connect(self._look_again)
        for rows in (self._openings, self._pool):
            surroundings.modes.languageChanged.connect(rows.refresh)

    def _forget(self) -> None:
        self._asked = ""
        self._state = "loading"
        self._fill(None, Stand())

    def entered(self, argument: str) -> None:
        """The page is shown for the exhibitor of that id; where it stands is read anew."""
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
        self.changed.emit()
        self._read()

    def reset(self) -> None:
        """Forget which listing was open, and what was looked for."""
        self._tick.stop()
        self._typed, self._major_class, self._terms = "", "", frozenset()
        self._forget()
        self.askedFor.emit()
        super().reset()

    @Slot()
    def _look_again(self) -> None:
        if self.surroundings.navigation.page == "listing" and self._asked:
            self._read()
        else:
            self._tick.stop()

    def _read(self) -> None:
        asked, step_free = self._asked, self.surroundings.modes.stepFree

        def work(kiosk):
            listing = kiosk.directory.listing(int(asked))
            stand = stand_of(kiosk, listing, step_free=step_free) if listing is not None else Stand()
            return kiosk.directory.plan(), kiosk.place, kiosk.floor.standing(), listing, stand

        def done(read) -> None:
            if self._asked == asked:
                plan, place, standing, listing, stand = read
                self._floor_map.load(plan, place)
                self._floor_map.show_standing(standing)
                if (self._state, listing, stand) != ("ready", self._listing, self._stand):
                    self._state = "gone" if listing is None else "ready"
                    self._fill(listing, stand)
                    self.changed.emit()

        self.ask(work, done, self._failed)

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _fill(self, listing: "Listing | None", stand: Stand) -> None:
        first = None if listing is not None and listing == self._listing else 0
        self._listing, self._stand = listing, stand
        pool = self._exhibitor.pool if self._exhibitor else ()
        self._degrees = by_degree(pool)
        self._pool.put(by_class(pool), first=first)
        self._list(first=first)

    def _list(self, *, first: int | None = 0) -> None:
        openings = self._exhibitor.openings if self._exhibitor else ()
        rows = listed(openings, self._typed, self._major_class, self._terms)
        if first == 0:
            self._chosen = next((at for at, row in enumerate(rows) if row.link), NONE_CHOSEN)
        self._rows = tuple(enumerate(rows))
        self._one_link = len({row.link for row in rows if row.link}) == 1
        self._openings.put(self._rows, first=first)

    def _opening_row(self, numbered: tuple[int, ListedOpening]) -> dict:
        at, row = numbered
        say, opening = self.surroundings.words, row.opening
        return {
            "title": say(Words(opening.title, opening.title_en)),
            "line": say(_line(row)),
            "degree": say(terms.degree(opening.degree)),
            "pay": say(opening_terms.pay(opening.pay)),
            "headcount": opening.headcount or 0,
            "mark": row.mark.value,
            "linked": bool(row.link) and not self._one_link,
            "chosen": at == self._chosen and not self._one_link,
        }

    def _pool_row(self, bar: ClassBar) -> dict:
        say = self.surroundings.words
        return {
            "title": say(major_class_words(bar.name)),
            "line": say(bar.line),
            "count": bar.count,
            "share": bar.share,
        }

    @Slot(int)
    def chooseOpening(self, row: int) -> None:
        """A row was touched: show where to apply for it."""
        if self._rows[row][1].link:
            self._chosen = row
            self._openings.refresh()
            self.changed.emit()

    @Slot()
    def openWay(self) -> None:
        """Take me there: the way to the stall."""
        if self.stall:
            self.surroundings.navigation.open("way", self.stall)

    @property
    def _linked(self) -> ListedOpening | None:
        """The opening whose link is shown."""
        return self._rows[self._chosen][1] if self._chosen != NONE_CHOSEN else None

    @property
    def _exhibitor(self) -> "Exhibitor | None":
        return self._listing.exhibitor if self._listing else None

    # ---- what was looked for

    def _get_typed(self):
        return self._typed

    def _set_typed(self, typed):
        if typed != self._typed:
            self._typed, self._terms = typed, frozenset()
            self._list()
            self.askedFor.emit()
            self.changed.emit()
            if typed:
                self._ask_terms()

    def _ask_terms(self) -> None:
        """What was typed may mean titles and majors that it does not spell: jsj, ruanjian."""
        typed = self._typed

        def done(terms: frozenset[str]) -> None:
            if typed == self._typed and terms:
                self._terms = terms
                self._list()
                self.changed.emit()

        # Without an answer the rows stand as they are given, which is right as well.
        find = Question(text=typed)
        self.ask(lambda kiosk: terms_found(kiosk.directory.find(find)), done, lambda _fault: None)

    def _get_major_class(self):
        return self._major_class

    def _set_major_class(self, major_class):
        if major_class != self._major_class:
            self._major_class = major_class
            self._list()
            self.askedFor.emit()
            self.changed.emit()

    typed = Property(str, _get_typed, _set_typed, notify=askedFor)
    majorClass = Property(str, _get_major_class, _set_major_class, notify=askedFor)

    # ---- what the page shows

    @Property(str, notify=changed)
    def state(self):
        """loading, ready, gone or failed."""
        return self._state

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the strip of map."""
        return self._floor_map

    @Property(Rows, constant=True)
    def openings(self):
        """An employer's openings, those that match first."""
        return self._openings

    @Property(Rows, constant=True)
    def pool(self):
        """A school's graduates by class of majors, the most first."""
        return self._pool

    @Property(bool, notify=changed)
    def isSchool(self):
        """A school's card, not an employer's."""
        return self._exhibitor is not None and self._exhibitor.kind is ExhibitorKind.SCHOOL

    @Property(str, notify=changed)
    def name(self):
        """Name in the visitor's language."""
        return self.surroundings.title(self._exhibitor.name) if self._exhibitor else ""

    @Property(str, notify=changed)
    def number(self):
        """Number of the stall where it stands, as on the stall itself; several are joined."""
        return "/".join(self._stand.stalls)

    @Property(str, notify=changed)
    def ownNumber(self):
        """The stall's number in the pack, by which a plan knows it."""
        return self._stand.own[0] if self._stand.own else ""

    @Property(str, notify=changed)
    def movedFrom(self):
        """The number that it was announced under, where staff have moved it."""
        return "/".join(self._stand.own) if self._stand.moved else ""

    @Property(str, notify=changed)
    def stall(self):
        """The stall that the map marks."""
        return self._stand.stalls[0] if self._stand.stalls else ""

    @Property(str, notify=changed)
    def standing(self):
        """expected, present, late, released, moved or closed; nothing without a stall."""
        return self._stand.state.value if self._stand.state else ""

    @Property(bool, notify=changed)
    def visitable(self):
        """Whether there is a stall to go to."""
        return self._stand.open

    @Property(str, notify=changed)
    def zoneLetter(self):
        """Letter of the zone it stands in."""
        return self._stand.zone.letter if self._stand.zone else ""

    @Property(str, notify=changed)
    def zoneName(self):
        """Name of that zone."""
        return self.surroundings.words(self._stand.zone.name) if self._stand.zone else ""

    @Property(str, notify=changed)
    def levelId(self):
        """The level its stall stands on."""
        return self._stand.level.id if self._stand.level else ""

    @Property(str, notify=changed)
    def levelName(self):
        """That level's name."""
        return self.surroundings.words(self._stand.level.name) if self._stand.level else ""

    @Property(int, notify=changed)
    def distance(self):
        """Metres to walk; -1 where it is not known."""
        return self._stand.distance_m if self._stand.distance_m is not None else -1

    @Property(str, notify=changed)
    def nature(self):
        """单位性质, as given."""
        return self.surroundings.words(terms.nature(self._exhibitor.nature)) if self._exhibitor else ""

    @Property(str, notify=changed)
    def industry(self):
        """Industry, as given."""
        return self.surroundings.words(terms.industry(self._exhibitor.industry)) if self._exhibitor else ""

    @Property(str, notify=changed)
    def scale(self):
        """Size, as given."""
        return self.surroundings.words(terms.scale(self._exhibitor.scale)) if self._exhibitor else ""

    @Property(str, notify=changed)
    def region(self):
        """Where it is, as given."""
        return self.surroundings.words(opening_terms.place(self._exhibitor.region)) if self._exhibitor else ""

    @Property(str, notify=changed)
    def strengths(self):
        """A school's strong majors, as given."""
        return self._exhibitor.strengths if self._exhibitor else ""

    @Property(str, notify=changed)
    def office(self):
        """A school's careers office: its name, place and landline; no person's."""
        return self._exhibitor.office if self._exhibitor else ""

    @Property(int, notify=changed)
    def headcount(self):
        """People wanted over all openings that give a number."""
        return self._exhibitor.headcount if self._exhibitor else 0

    @Property(int, notify=changed)
    def markedForMajor(self):
        """Openings that suit the visitor's class of majors, where others do not."""
        return sum(row.mark is Mark.MAJOR for _, row in self._rows)

    @Property(int, notify=changed)
    def markedAsTyped(self):
        """Openings that have what was typed, where others have not."""
        return sum(row.mark is Mark.TYPED for _, row in self._rows)

    @Property(str, notify=changed)
    def link(self):
        """Where to apply for the chosen opening, for the QR; never opened here."""
        return self._linked.link if self._linked else ""

    @Property(str, notify=changed)
    def linkHost(self):
        """The host that the link leads to."""
        return self._linked.host if self._linked else ""

    @Property(str, notify=changed)
    def linkTitle(self):
        """The opening that the link is for; nothing where there is one link for all."""
        if self._linked is None or self._one_link:
            return ""
        return self.surroundings.words(Words(self._linked.opening.title, self._linked.opening.title_en))

    @Property(int, notify=changed)
    def graduates(self):
        """A school's graduates in all."""
        return sum(entry.count for entry in self._exhibitor.pool) if self._exhibitor else 0

    @Property("QVariantList", notify=changed)
    def degrees(self):
        """A school's graduates by degree, the most first: degree, count, share of all (0 to 1)."""
        return [
            {
                "degree": self.surroundings.words(terms.degree(bar.degree)),
                "count": bar.count,
                "share": bar.share,
            }
            for bar in self._degrees
        ]


def _line(row: ListedOpening) -> Words:
    """Majors and place."""
    majors, where = opening_terms.majors(row.opening), opening_terms.place(row.opening.place)
    zh = [part for part in (majors.zh, where.zh) if part]
    en = [part for part in (majors.of("en"), where.of("en")) if part]
    return Words("·".join(zh), ", ".join(en))
