"""A school's graduate pool as bars: by degree, and by class of majors. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain import terms
from kiosk.domain.counted import number_text
from kiosk.domain.exhibitor import PoolEntry
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class DegreeBar:
    """Graduates with a degree, and their share of all (0 to 1)."""

    degree: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class ClassBar:
    """Graduates of a class of majors; `share` is of the largest class's (0 to 1), the bar's length.

    `line` has the degrees with their numbers and, in Chinese, the majors: they have no other names.
    """

    name: str
    count: int
    share: float
    line: Words


def by_degree(pool: Sequence[PoolEntry]) -> tuple[DegreeBar, ...]:
    """The most first."""
    counts: Counter[str] = Counter()
    for entry in pool:
        counts[entry.degree] += entry.count
    everybody = sum(counts.values()) or 1
    return tuple(DegreeBar(degree, count, count / everybody) for degree, count in counts.most_common())


def by_class(pool: Sequence[PoolEntry]) -> tuple[ClassBar, ...]:
    """The most first; a major of no class stands for itself."""
    classes: dict[str, list[PoolEntry]] = {}
    for entry in pool:
        classes.setdefault(entry.major_class or entry.major, []).append(entry)
    counts = {name: sum(each.count for each in entries) for name, entries in classes.items()}
    most = max(counts.values(), default=0) or 1
    bars = [
        ClassBar(name, counts[name], counts[name] / most, _line(name, entries))
        for name, entries in classes.items()
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.count))


def _line(name: str, entries: Sequence[PoolEntry]) -> Words:
    degrees = [
        (terms.degree(bar.degree), bar.count) for bar in by_degree(entries) if bar.degree and bar.count
    ]
    zh = "、".join(f"{degree.zh} {number_text(count)}" for degree, count in degrees)
    en = ", ".join(f"{degree.of('en')} {number_text(count)}" for degree, count in degrees)
    majors = [major for major in dict.fromkeys(each.major for each in entries) if major != name]
    return Words("·".join(part for part in (zh, "、".join(majors)) if part), en)
