"""An employer's openings as a card lists them: what the visitor came for first, and where to apply. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from kiosk.domain.exhibitor import Opening
from kiosk.domain.major_classes import names_class
from kiosk.domain.search import HitKind, normalise
from kiosk.services.find.values import Found

TERMS_MOST = 50
"""Of titles, and of majors, that are looked at: a person who typed so little meant none of them."""
_SCHEMES = frozenset({"http", "https"})


class Mark(StrEnum):
    """Why an opening stands first."""

    MAJOR = "major"
    """It suits the class of majors on the visitor's badge."""
    TYPED = "typed"
    """It has what was typed."""
    NONE = ""


@dataclass(frozen=True, slots=True)
class ListedOpening:
    """An opening, why it stands where it does, and the host that its link leads to, if it has one."""

    opening: Opening
    mark: Mark = Mark.NONE
    host: str = ""

    @property
    def link(self) -> str:
        """What a phone may be sent to; nothing where that is no web address."""
        return self.opening.apply_url if self.host else ""


def terms_found(found: Found) -> frozenset[str]:
    """Titles and majors that a search found, by their sound or initials as well: what `listed` is told."""
    groups = (each for each in found.groups if each.kind in (HitKind.OPENING, HitKind.MAJOR))
    places = (each.first + at for each in groups for at in range(min(each.count, TERMS_MOST)))
    return frozenset(found.rows[place].ref.casefold() for place in places)


def listed(
    openings: Sequence[Opening], typed: str, major_class: str, terms: frozenset[str] = frozenset()
) -> tuple[ListedOpening, ...]:
    """As given, those that match first. Where all or none match, none is marked: it would tell nothing.

    `terms` are titles and majors, in lower case, that what was typed means besides what it says.
    """
    tokens = normalise(typed)
    marks = [_mark(opening, tokens, major_class, terms) for opening in openings]
    if all(marks):
        marks = [Mark.NONE] * len(openings)
    rows = [
        ListedOpening(opening, mark, link_host(opening.apply_url))
        for opening, mark in zip(openings, marks, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: not row.mark))


def _mark(opening: Opening, tokens: Sequence[str], major_class: str, terms: frozenset[str]) -> Mark:
    if major_class and _suits(opening, major_class):
        return Mark.MAJOR
    text = f"{opening.title} {opening.title_en} {opening.majors}".casefold()
    said = bool(tokens) and all(token in text for token in tokens)
    meant = opening.title.casefold() in terms or any(each in opening.majors.casefold() for each in terms)
    return Mark.TYPED if said or meant else Mark.NONE


def _suits(opening: Opening, major_class: str) -> bool:
    """Whether an opening names that class; a pack that says no classes is read by their names."""
    if opening.major_classes:
        return major_class in opening.major_classes
    return names_class(opening.majors, major_class)


def link_host(url: str) -> str:
    """The host that a web address leads to, to be shown before anybody goes there; nothing for what is none.

    Only http and https: a phone would start other things for other schemes. Who is named before an @ is not
    the host.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host if parts.scheme in _SCHEMES and "." in host else ""
