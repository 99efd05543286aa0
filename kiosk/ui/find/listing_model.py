"""A listing: an employer's openings or a school's graduate pool, and where its stall is."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import terms
from kiosk.domain.exhibitor import ExhibitorKind
from kiosk.domain.fair import Words
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.domain.exhibitor import Exhibitor, Opening, PoolEntry
    from kiosk.services.values import Listing

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OPENING_NAMES = ("title", "line", "degree", "pay", "headcount")
POOL_NAMES = ("major", "degree", "count", "share")


@QmlElement
@QmlUncreatable("made by the window")
class ListingModel(PageModel):
    """The listing page; opened with an exhibitor's id."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._openings = Rows(OPENING_NAMES, self._opening_row, self)
        self._pool = Rows(POOL_NAMES, self._pool_row, self)
        self._listing: Listing | None = None
        self._pool_most = 1
        self._state = "loading"
        self._asked = ""
        for rows in (self._openings, self._pool):
            surroundings.modes.languageChanged.connect(rows.refresh)

    def entered(self, argument: str) -> None:
        """The page is shown for the exhibitor of that id."""
        if argument == self._asked and self._state == "ready":
            return
        self._asked = argument
        self._state = "loading"
        self._fill(None)
        self.changed.emit()

        def work(kiosk):
            return kiosk.directory.plan(), kiosk.place, kiosk.directory.listing(int(argument))

        def done(read) -> None:
            if self._asked == argument:
                plan, place, listing = read
                self._floor_map.load(plan, place)
                self._state = "gone" if listing is None else "ready"
                self._fill(listing)
                self.changed.emit()

        self.ask(work, done, self._failed)

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self.entered(self._asked)

    def reset(self) -> None:
        """Forget which listing was open."""
        self._asked = ""
        self._state = "loading"
        self._fill(None)
        super().reset()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _fill(self, listing: "Listing | None") -> None:
        self._listing = listing
        exhibitor = self._exhibitor
        pool = sorted(exhibitor.pool if exhibitor else (), key=lambda entry: -entry.count)
        self._pool_most = (pool[0].count if pool else 0) or 1
        self._openings.put(exhibitor.openings if exhibitor else (), first=0)
        self._pool.put(pool, first=0)

    def _opening_row(self, opening: "Opening") -> dict:
        say = self.surroundings.words
        return {
            "title": say(Words(opening.title, opening.title_en)),
            "line": say(_line(opening)),
            "degree": say(terms.degree(opening.degree)),
            "pay": opening.pay,
            "headcount": opening.headcount or 0,
        }

    def _pool_row(self, entry: "PoolEntry") -> dict:
        return {
            "major": entry.major,
            "degree": self.surroundings.words(terms.degree(entry.degree)),
            "count": entry.count,
            "share": entry.count / self._pool_most,
        }

    @Slot()
    def openWay(self) -> None:
        """Show the way to the stall."""
        if self._exhibitor is not None and self._exhibitor.stalls:
            self.surroundings.navigation.open("way", self._exhibitor.stalls[0])

    @property
    def _exhibitor(self) -> "Exhibitor | None":
        return self._listing.exhibitor if self._listing else None

    @Property(str, notify=changed)
    def state(self):
        """loading, ready, gone (no such exhibitor in the pack that is open now) or failed."""
        return self._state

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the strip of map."""
        return self._floor_map

    @Property(Rows, constant=True)
    def openings(self):
        """An employer's openings."""
        return self._openings

    @Property(Rows, constant=True)
    def pool(self):
        """A school's graduates by major and degree, the most first."""
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
        """Stall number as on the stall itself; several are joined."""
        return "/".join(self._exhibitor.stalls) if self._exhibitor else ""

    @Property(str, notify=changed)
    def stall(self):
        """The stall that the map marks."""
        return self._exhibitor.stalls[0] if self._exhibitor and self._exhibitor.stalls else ""

    @Property(str, notify=changed)
    def zoneLetter(self):
        """Letter of its zone."""
        return self._listing.zone.letter if self._listing and self._listing.zone else ""

    @Property(str, notify=changed)
    def zoneName(self):
        """Name of its zone."""
        return (
            self.surroundings.words(self._listing.zone.name) if self._listing and self._listing.zone else ""
        )

    @Property(str, notify=changed)
    def levelId(self):
        """The level its stall stands on."""
        return self._listing.level.id if self._listing and self._listing.level else ""

    @Property(str, notify=changed)
    def levelName(self):
        """That level's name."""
        return (
            self.surroundings.words(self._listing.level.name) if self._listing and self._listing.level else ""
        )

    @Property(int, notify=changed)
    def distance(self):
        """Metres to walk; -1 where it is not known."""
        known = self._listing is not None and self._listing.distance_m is not None
        return self._listing.distance_m if known else -1

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
        return self.surroundings.words(terms.region(self._exhibitor.region)) if self._exhibitor else ""

    @Property(str, notify=changed)
    def strengths(self):
        """A school's strong majors, as given."""
        return self._exhibitor.strengths if self._exhibitor else ""

    @Property(int, notify=changed)
    def headcount(self):
        """People wanted over all openings that give a number."""
        return self._exhibitor.headcount if self._exhibitor else 0

    @Property(int, notify=changed)
    def graduates(self):
        """A school's graduates in all."""
        return sum(entry.count for entry in self._exhibitor.pool) if self._exhibitor else 0

    @Property("QVariantList", notify=changed)
    def degrees(self):
        """A school's graduates by degree: degree, count, share of all (0 to 1)."""
        if self._exhibitor is None or not self._exhibitor.pool:
            return []
        counts: Counter[str] = Counter()
        for entry in self._exhibitor.pool:
            counts[entry.degree] += entry.count
        all_of_them = sum(counts.values()) or 1
        return [
            {
                "degree": self.surroundings.words(terms.degree(degree)),
                "count": count,
                "share": count / all_of_them,
            }
            for degree, count in counts.most_common()
        ]


def _line(opening: "Opening") -> Words:
    """Majors and place, the place in English by its province."""
    place = terms.region(opening.place)
    zh = [part for part in (opening.majors, place.zh) if part]
    en = [part for part in (opening.majors, place.of("en")) if part]
    return Words("、".join(zh), ", ".join(en))
