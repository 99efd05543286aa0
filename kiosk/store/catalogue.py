"""The catalogue: a fair pack's database, read only. It is swapped whole and never changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from kiosk.domain.fair import Delegation, Fair, Session
from kiosk.domain.floorplan import FloorPlan, KioskPlace
from kiosk.domain.key_certificate import KeyCertificate
from kiosk.store import driver
from kiosk.store.catalogue_schema import CATALOGUE_VERSION, OLDEST_CATALOGUE, SEARCHED_SINCE
from kiosk.store.catalogue_values import ATTENDEE_COLUMNS, Counts, attendee_of
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.ids import as_signed, as_unsigned

if TYPE_CHECKING:
    from kiosk.domain.attendee import Attendee
    from kiosk.domain.exhibitor import Exhibitor
    from kiosk.domain.person_search import Readings
    from kiosk.domain.search import Matches
    from kiosk.store.driver import Database
    from kiosk.store.search_index import SearchIndex

# Search and listings import what they need when they are first asked for: a scan can be decided before.

_Part = TypeVar("_Part")
_BY_ID = f"SELECT {ATTENDEE_COLUMNS} FROM attendee WHERE id = ?"  # noqa: S608


class _StallZone(msgspec.Struct, frozen=True):
    number: str
    zone: str


class Places(msgspec.Struct, frozen=True):
    """What is read of a plan where only kiosks and zones matter: a tenth of the time that all of it takes."""

    kiosks: tuple[KioskPlace, ...]
    stalls: tuple[_StallZone, ...]
    """`number` and `zone` of each."""


class Catalogue:
    """An open fair pack. May be read by several threads."""

    def __init__(self, db: Database, version: int = CATALOGUE_VERSION) -> None:
        self.db = db
        self._version = version
        self._index: SearchIndex | None = None
        self._readings: Readings | None = None

    @classmethod
    def open(cls, path: Path, key: bytes) -> Catalogue:
        """Open the database of a pack.

        Raises StoreFault: missing, wrong_key, damaged, newer_schema, older_pack.
        """
        db = driver.connect(path, key, read_only=True)
        version = driver.rows(db, "PRAGMA user_version")[0][0]
        if not OLDEST_CATALOGUE <= version <= CATALOGUE_VERSION:
            db.close()
            raise StoreFault(_wrong_version(version), str(version))
        return cls(db, version)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def fair(self) -> Fair:
        """The fair, its rules, gates and staff."""
        return self._part("fair", Fair)

    def plan(self) -> FloorPlan:
        """The floor plan with its graph; the largest part, so keep it once it is read."""
        return self._part("plan", FloorPlan)

    def places(self) -> Places:
        """The plan's kiosks, and the zone of each stall."""
        return self._part("plan", Places)

    def exhibitors(self, ids: Iterable[int] | None = None) -> tuple[Exhibitor, ...]:
        """All exhibitors in the pack's order; or those of `ids`, in the order given, unknown ids left out."""
        if ids is not None:
            return tuple(found for each in ids if (found := self.exhibitor(each)) is not None)
        values = driver.rows(self.db, "SELECT value FROM exhibitor ORDER BY position")
        from kiosk.domain.exhibitor import Exhibitor  # noqa: PLC0415

        decoder = msgspec.json.Decoder(Exhibitor)
        return tuple(decoder.decode(value) for (value,) in values)

    def each_exhibitor(self) -> Iterator[Exhibitor]:
        """All exhibitors in the pack's order, one at a time: a large fair's take 60 MB together."""
        ids = driver.rows(self.db, "SELECT id FROM exhibitor ORDER BY position")
        for (exhibitor_id,) in ids:
            found = self.exhibitor(as_unsigned(exhibitor_id))
            assert found is not None, "it was listed just now"
            yield found

    def hosts(self) -> tuple[Exhibitor, ...]:
        """All exhibitors in the pack's order, only as who hosts which stall: id, kind, name, stalls, zone."""
        from kiosk.store.catalogue_hosts import hosts  # noqa: PLC0415, not before a scan can be decided

        return hosts(self.db)

    def exhibitor(self, exhibitor_id: int) -> Exhibitor | None:
        """The exhibitor with its openings and pool, or None."""
        from kiosk.domain.exhibitor import Exhibitor  # noqa: PLC0415

        found = driver.row(self.db, "SELECT value FROM exhibitor WHERE id = ?", (as_signed(exhibitor_id),))
        try:
            return msgspec.json.decode(found[0], type=Exhibitor) if found else None
        except msgspec.MsgspecError as error:
            raise StoreFault(StoreFaultKind.DAMAGED, "exhibitor") from error

    def sessions(self) -> tuple[Session, ...]:
        """The programme, in the pack's order."""
        return self._part("sessions", tuple[Session, ...])

    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations, in the pack's order."""
        return self._part("delegations", tuple[Delegation, ...])

    def certificates(self) -> tuple[KeyCertificate, ...]:
        """The badge keys that the pack knows. Their signatures are the reader's to check."""
        return self._part("certificates", tuple[KeyCertificate, ...])

    def authority(self) -> bytes:
        """Raw public key of the venue's authority."""
        return self._value("authority")

    def logo(self) -> bytes:
        """The organiser's logo for badges, a PNG; b"" where there is none."""
        found = driver.row(self.db, "SELECT value FROM part WHERE name = 'logo'")
        return bytes(found[0]) if found else b""

    def counts(self) -> Counts:
        """How much the pack holds."""
        return self._part("counts", Counts)

    def search(self, text: str, *, nine_keys: bool = False) -> Matches:
        """What `text` finds (domain.search.Matches); with nothing typed, nothing. Any text is allowed.

        `nine_keys`: the text is what was touched on a telephone's keys, each for one of its letters.
        Raises StoreFault where the index cannot be read.
        """
        from kiosk.store import search_index, search_index_v3  # noqa: PLC0415

        if self._version < SEARCHED_SINCE:
            return search_index_v3.matches(self.db, text, nine_keys=nine_keys)
        if self._index is None:
            self._index = search_index.SearchIndex.load(self.db)
        return self._index.search(text, keys=nine_keys)

    def attendee(self, attendee_id: int) -> Attendee | None:
        """The attendee of that id, or None."""
        found = driver.row(self.db, _BY_ID, (as_signed(attendee_id),))
        return attendee_of(found) if found else None

    def attendee_by_code(self, code_hash: bytes) -> Attendee | None:
        """Whose registration code has that keyed hash, or None."""
        found = self._attendees("WHERE id = (SELECT attendee FROM issue WHERE code_hash = ?)", (code_hash,))
        return found[0] if found else None

    def attendees_by_student_number(self, number: str) -> tuple[Attendee, ...]:
        """Everybody of that student number: two schools may give the same one."""
        from kiosk.domain.person_search import number_key  # noqa: PLC0415

        key = number_key(number)
        return self._attendees("WHERE number_key = ? AND number_key <> '' ORDER BY id", (key,))

    def badge_of(self, attendee_id: int) -> int | None:
        """The badge id that the organiser issued to an attendee with the pack, or None."""
        found = driver.row(self.db, "SELECT badge FROM issue WHERE attendee = ?", (as_signed(attendee_id),))
        return as_unsigned(found[0]) if found else None

    def holder_of(self, badge: int) -> int | None:
        """The attendee to whom the organiser issued a badge with the pack, or None."""
        found = driver.row(self.db, "SELECT attendee FROM issue WHERE badge = ?", (as_signed(badge),))
        return as_unsigned(found[0]) if found else None

    def attendees(self) -> Iterator[Attendee]:
        """Everybody, in the order of their ids."""
        for row in self.db.conn.execute(f"SELECT {ATTENDEE_COLUMNS} FROM attendee ORDER BY id"):  # noqa: S608
            yield attendee_of(row)

    def attendees_by_name(self, name: str) -> tuple[Attendee, ...]:
        """Everybody of that whole name, whatever dots, spaces and width it is written with."""
        from kiosk.domain.person_search import name_key  # noqa: PLC0415

        key = name_key(name)
        return self._attendees("WHERE name_key = ? AND name_key <> '' ORDER BY id", (key,))

    def attendees_of_delegation(self, delegation: int) -> tuple[Attendee, ...]:
        """The members of a delegation, in the organiser's order."""
        return self._attendees("WHERE delegation = ? ORDER BY position", (delegation,))

    def attendees_of_stall(self, number: str) -> tuple[Attendee, ...]:
        """Those who stand for a stall, in the organiser's order."""
        return self._attendees("WHERE stall = ? AND stall <> '' ORDER BY position", (number,))

    def readings(self) -> Readings:
        """How characters of names are read; about a megabyte, and kept once it was asked for."""
        from kiosk.domain.person_search import readings_of  # noqa: PLC0415

        if self._readings is None:
            rows = driver.rows(self.db, "SELECT character, readings FROM reading")
            self._readings = readings_of((row[0], row[1]) for row in rows)
        return self._readings

    def search_attendees(self, query: str, limit: int) -> tuple[Attendee, ...]:
        """For staff: each word begins part of a name, its pinyin or initials, a number, or is in a school.

        Several words narrow ("zhang 0011"). Whole names come first, then names that begin so, then the rest.
        """
        from kiosk.store import catalogue_people  # noqa: PLC0415

        return catalogue_people.search(self.db, query, limit, self.readings())

    def _attendees(self, condition: str, values: tuple[Any, ...]) -> tuple[Attendee, ...]:
        found = driver.rows(self.db, f"SELECT {ATTENDEE_COLUMNS} FROM attendee {condition}", values)  # noqa: S608
        return tuple(attendee_of(row) for row in found)

    def _value(self, name: str) -> bytes:
        found = driver.row(self.db, "SELECT value FROM part WHERE name = ?", (name,))
        if found is None:
            raise StoreFault(StoreFaultKind.DAMAGED, f"no {name}")
        value: bytes = found[0]
        return value

    def _part(self, name: str, part: type[_Part]) -> _Part:
        try:
            return msgspec.json.decode(self._value(name), type=part)
        except msgspec.MsgspecError as error:
            raise StoreFault(StoreFaultKind.DAMAGED, name) from error


def _wrong_version(version: int) -> StoreFaultKind:
    if version > CATALOGUE_VERSION:
        return StoreFaultKind.NEWER_SCHEMA
    return StoreFaultKind.OLDER_PACK if version else StoreFaultKind.DAMAGED
