"""The index by which staff find people, made for a pack. Pure, so that another processor may make it.

What its keys mean: see catalogue_people, which asks them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from kiosk.domain.person_search import NameEnd, Readings, name_keys, organisation_key
from kiosk.store.ids import as_signed

SPOKEN, WITHIN, FROM = "0", "1", "@"
"""Signs before a key: the whole name in pinyin, what follows in it; and before an organisation's number."""
Named = tuple[str, int, str]
"""A person's name, attendee id, and organisation."""


class PersonIndex(NamedTuple):
    """Rows of the tables organisation (number, key) and person_key (key, ids as 64-bit integers), sorted."""

    organisations: list[tuple[int, str]]
    keys: list[tuple[str, bytes]]


def index_of(people: Iterable[Named], readings: Readings) -> PersonIndex:
    """Everybody under each of their keys, in the order of their names."""
    numbers: dict[str, int] = {}
    keys: dict[str, list[int]] = {}
    ends: dict[str, NameEnd] = {}
    of_name: tuple[str, list[str]] = ("", [])
    for name, attendee, organisation in sorted(people):
        if name != of_name[0]:  # people of one name stand together
            of_name = (name, _keys_of(name, readings, ends))
        number = numbers.setdefault(organisation, len(numbers))
        stored = as_signed(attendee)
        for key in (*of_name[1], f"{FROM}{number}"):
            if key in keys:
                keys[key].append(stored)
            else:
                keys[key] = [stored]
    return PersonIndex(
        [(number, organisation_key(name)) for name, number in numbers.items()],
        [(key, array("q", keys[key]).tobytes()) for key in sorted(keys)],
    )


def _keys_of(name: str, readings: Readings, ends: dict[str, NameEnd]) -> list[str]:
    """Keys of a name, each once. As it is written it has an index of its own."""
    keys = name_keys(name, readings, ends)
    signed = [SPOKEN + key for key in keys.spoken] + [WITHIN + key for key in keys.within]
    return list(dict.fromkeys(signed))
