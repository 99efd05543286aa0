"""All exhibitors of a pack, kept small: who they are as values, what they offer as one text each.

A fair of 5,000 exhibitors has 100,000 openings. As values they would take 60 MB and give the garbage
collector half a million things to look at; a page of the list shows ten. So an exhibitor's offers are one
string, a line each, taken apart for a row that is looked at. For a card the exhibitor is read from the pack.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import NamedTuple

from kiosk.domain.exhibitor import Exhibitor, Opening, PoolEntry

_LINE, _FIELD = "\n", "\x1f"
_FLAGS = bytes.maketrans(b"01", b"\0\1")


class Offer(NamedTuple):
    """An opening, or graduates of a major, as far as a row of a list shows it.

    No dataclass: a row takes twenty of them apart, and these are made five times as fast.
    """

    title: str
    """Of graduates their major."""
    title_en: str
    majors: str
    degree: str
    people: int | None
    """None where the organiser wrote 若干."""
    place: str
    classes: tuple[str, ...]
    """专业类 that are meant."""

    def says(self) -> str:
        """All that is searched in it by its words."""
        return f"{self.title} {self.title_en} {self.majors}".casefold()


class Roll:
    """Exhibitors by their position in the pack."""

    def __init__(self) -> None:
        self.hosts: list[Exhibitor] = []
        """Without openings and pool."""
        self.position: dict[int, int] = {}
        """By id."""
        self._offers: list[str] = []

    def take(self, exhibitor: Exhibitor) -> None:
        """The next exhibitor, in the pack's order."""
        at = len(self.hosts)
        self.position[exhibitor.id] = at
        self.hosts.append(replace(exhibitor, openings=(), pool=()))
        openings = (_opening_line(each) for each in exhibitor.openings)
        self._offers.append(_LINE.join((*openings, *(_pool_line(each) for each in exhibitor.pool))))

    def offers(self, at: int) -> tuple[Offer, ...]:
        """Openings in the organiser's order, or a school's graduates."""
        return tuple(_offer(line) for line in self._offers[at].split(_LINE) if line)

    def text_of_offers(self, at: int) -> str:
        """The same as one text, to look for a word in."""
        return self._offers[at]


def positions_of(exhibitors: int) -> list[int]:
    """Positions in a set of exhibitors, in the pack's order."""
    return list(compress(range(exhibitors.bit_length()), flags_of(exhibitors)))


def flags_of(exhibitors: int) -> bytes:
    """A set of exhibitors as a byte a position, 0 or 1; what no longer matters at the end is left out."""
    return f"{exhibitors:b}".encode().translate(_FLAGS)[::-1]


def _opening_line(opening: Opening) -> str:
    people = "" if opening.headcount is None else str(opening.headcount)
    fields = (opening.title, opening.title_en, opening.majors, opening.degree, people, opening.place)
    return _line(*fields, *opening.major_classes)


def _pool_line(entry: PoolEntry) -> str:
    classes = (entry.major_class,) if entry.major_class else ()
    return _line(entry.major, "", "", entry.degree, str(entry.count), "", *classes)


def _line(*fields: str) -> str:
    return _FIELD.join(each.replace(_LINE, " ").replace(_FIELD, " ") for each in fields)


def _offer(line: str) -> Offer:
    title, title_en, majors, degree, people, place, *classes = line.split(_FIELD)
    return Offer(title, title_en, majors, degree, int(people) if people else None, place, tuple(classes))
