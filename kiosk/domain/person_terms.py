"""How staff look somebody up: by any part of the name, pinyin, initials, numbers, stall.

A term matches by its prefix, so every suffix of a name is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, product

from kiosk.domain.attendee import Attendee
from kiosk.domain.search import normalise

READINGS_MOST = 12
"""Of one name: polyphones multiply."""


def person_terms(attendee: Attendee, readings: Mapping[str, str]) -> tuple[str, ...]:
    """The terms of one person, without repeats. `readings` gives each character's, parted by spaces."""
    person = attendee.person
    found: dict[str, None] = {}
    for token in normalise(person.name):
        found.update(dict.fromkeys(_suffixes(token)))
        found.update(dict.fromkeys(_spoken(token, readings)))
    for text in (person.organisation, person.student_number, attendee.stall):
        found.update(dict.fromkeys("".join(normalise(text)).split()))
    if person.phone_tail:
        found[person.phone_tail] = None
    return tuple(found)


def begins_with(name: str, typed: str, readings: Mapping[str, str]) -> bool:
    """Whether what is typed begins the whole name, its pinyin or its initials: those come first in a list."""
    wanted, whole = "".join(normalise(typed)), "".join(normalise(name))
    if whole.startswith(wanted):
        return True
    syllables = [readings.get(each, "").split() for each in whole]
    if not wanted.isascii() or not all(syllables):
        return False
    return any(
        "".join(read).startswith(wanted) or "".join(each[0] for each in read).startswith(wanted)
        for read in islice(product(*syllables), READINGS_MOST)
    )


def _suffixes(token: str) -> tuple[str, ...]:
    return (token,) if token.isascii() else tuple(token[at:] for at in range(len(token)))


def _spoken(token: str, readings: Mapping[str, str]) -> tuple[str, ...]:
    """Pinyin and initials from each character of a name on, in every usual reading."""
    if token.isascii():
        return ()
    syllables = [readings.get(each, "").split() for each in token]
    if not all(syllables):
        return ()
    spoken: list[str] = []
    for read in islice(product(*syllables), READINGS_MOST):
        for at in range(len(read)):
            spoken += ["".join(read[at:]), "".join(each[0] for each in read[at:])]
    return tuple(spoken)
