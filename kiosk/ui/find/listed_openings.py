"""An employer's openings as a card lists them: what the visitor came for first, and where to apply. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from kiosk.domain.exhibitor import Opening
from kiosk.domain.major_classes import names_class
from kiosk.domain.search import normalise

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


def listed(openings: Sequence[Opening], typed: str, major_class: str) -> tuple[ListedOpening, ...]:
    """As given, those that match first. Where all or none match, none is marked: it would tell nothing."""
    tokens = normalise(typed)
    marks = [_mark(opening, tokens, major_class) for opening in openings]
    if all(marks):
        marks = [Mark.NONE] * len(openings)
    rows = [
        ListedOpening(opening, mark, link_host(opening.apply_url))
        for opening, mark in zip(openings, marks, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: not row.mark))


def _mark(opening: Opening, tokens: Sequence[str], major_class: str) -> Mark:
    if major_class and _suits(opening, major_class):
        return Mark.MAJOR
    text = f"{opening.title} {opening.title_en} {opening.majors}".casefold()
    return Mark.TYPED if tokens and all(token in text for token in tokens) else Mark.NONE


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
