"""What suits a class of majors (专业类): who names it, and who takes any."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kiosk.domain.major_classes import ANY
from kiosk.services.find.facets import Table, bits
from kiosk.services.find.roll import Roll, positions_of
from kiosk.services.find.words import names_major


@dataclass(frozen=True, slots=True)
class Suited:
    """Exhibitors for a class of majors, as bits."""

    named: int
    """Their openings name it, or they have graduates of it."""
    any: int
    """They take any major, and do not name it."""


class Suits:
    """Asked for the same classes again and again, so what was found is kept."""

    def __init__(self, roll: Roll, majors: Table) -> None:
        """`majors` is the facet of classes."""
        self._roll = roll
        self._majors = majors
        self.of = cache(self._of)
        self.order = cache(self._order)

    @property
    def by_text(self) -> bool:
        """Whether the pack is an older one whose openings do not say their classes."""
        return all(each.value == ANY for each in self._majors.values)

    def _of(self, major_class: str) -> Suited:
        """Who suits a class."""
        named = self._majors.union((major_class,))
        if not named and self.by_text:
            named = self._written(major_class)
        return Suited(named, self._majors.union((ANY,)) & ~named)

    def _order(self, major_class: str) -> tuple[int, ...]:
        """Positions of who suits a class, best first: who has the most posts for it, then who takes any."""
        suited = self._of(major_class)

        def posts(position: int) -> int:
            host, offers = self._roll.hosts[position], self._roll.offers(position)
            return sum(each.people or 1 for each in offers if names_major(host, each, major_class))

        named = sorted(positions_of(suited.named), key=lambda each: (-posts(each), each))
        return (*named, *positions_of(suited.any))

    def _written(self, major_class: str) -> int:
        """Who seems to mean a class by the words of its openings or majors."""
        hosts = self._roll.hosts
        found = (
            position
            for position, host in enumerate(hosts)
            if any(names_major(host, each, major_class) for each in self._roll.offers(position))
        )
        return bits(found, len(hosts))
