"""What the print queue asks of the printing thread, a task at a time. Tasks touch no store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.badges.renderer import UnreadableCode
from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, Takes

if TYPE_CHECKING:
    from kiosk.badges.face import BadgeFace
    from kiosk.badges.renderer import Renderer
    from kiosk.services.printing.outlet import Outlet

OF_THE_BADGE = frozenset(
    {
        Trouble.NOT_DRAWN,
        Trouble.CODE_UNREADABLE,
        Trouble.CHARACTER_MISSING,
        Trouble.ATTENDEE_UNKNOWN,
        Trouble.ERASED,
        Trouble.KEY_NOT_ALLOWED,
    }
)
"""Troubles that no other printer mends."""
PDF_DPI = 600
"""For whose dots a PDF's code is fitted, where the printer does not tell its own."""


@dataclass(frozen=True, slots=True)
class LookAt:
    """See how a printer is."""

    outlet: Outlet

    def run(self) -> Look:
        """Within port.LOOK_TIMEOUT_S."""
        return self.outlet.printer.look()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A look before the job, and its page; or why it was not drawn."""

    look: Look
    page: Page | None = None
    trouble: Trouble | None = None
    """Of the badge, not of the printer."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """Look at a printer, and draw a badge for it where it is well."""

    job: int
    face: BadgeFace
    outlet: Outlet
    renderer: Renderer
    known: Abilities | None
    """What the printer said that it can do, earlier."""

    def run(self) -> Prepared:
        """Whatever the renderer raises beside UnreadableCode is the caller's to catch: nothing has left."""
        look = self.outlet.printer.look()
        abilities = look.abilities or self.known or Abilities(Takes.PDF, PDF_DPI)
        media = media_of(self.renderer, self.outlet.layout)
        if look.trouble is not None or not fits(media, abilities.media):
            return Prepared(look)
        if self.renderer.missing(self.face):
            return Prepared(look, trouble=Trouble.CHARACTER_MISSING)
        try:
            return Prepared(look, draw(self.renderer, self.face, self.job, self.outlet.layout, abilities))
        except UnreadableCode:
            return Prepared(look, trouble=Trouble.CODE_UNREADABLE)


@dataclass(frozen=True, slots=True)
class Send:
    """Hand a page over, once: that it may leave stands in a fact already."""

    job: int
    page: Page
    outlet: Outlet

    def run(self) -> Handover:
        """Within port.SEND_TIMEOUT_S."""
        return self.outlet.printer.send(self.page)


@dataclass(frozen=True, slots=True)
class Follow:
    """Ask a printer where a job stands that it has taken."""

    job: int
    reference: str
    outlet: Outlet

    def run(self) -> Handover:
        """SENT where nothing new is known."""
        return self.outlet.printer.follow(self.reference)


@dataclass(frozen=True, slots=True)
class Find:
    """After a crash: ask a printer what became of a job that may have left."""

    job: int
    outlet: Outlet

    def run(self) -> Handover | None:
        """None where it cannot be told."""
        return self.outlet.printer.find(self.job)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take a job back from its printer."""

    job: int
    reference: str
    outlet: Outlet
    why: Trouble
    """MOVED: to give it to another one; SILENT: nothing was heard for too long; WITHDRAWN: staff said so."""
    by: str = ""

    def run(self) -> Handover:
        """CANCELLED only where nothing comes out any more."""
        return self.outlet.printer.cancel(self.reference)


@dataclass(frozen=True, slots=True)
class Decline:
    """A job that no printer can print: it fails with its trouble, as others do."""

    job: int
    trouble: Trouble

    def run(self) -> None:
        """Nothing is left to do."""


Task = LookAt | Prepare | Send | Follow | Find | TakeBack | Decline
Outcome = Look | Prepared | Handover | None


def draw(renderer: Renderer, face: BadgeFace, job: int, layout: str, abilities: Abilities) -> Page:
    """A badge in the form that a printer takes. UnreadableCode."""
    media = media_of(renderer, layout)
    if abilities.takes is Takes.PDF:
        return Page(job, media, pdf=renderer.pdf(face, layout, dpi=abilities.dpi or PDF_DPI))
    bits = 1 if abilities.takes is Takes.MONO else 24
    return Page(job, media, raster=renderer.raster(face, layout, dpi=abilities.dpi, bits=bits))


def media_of(renderer: Renderer, layout: str) -> Media:
    """What a layout is printed on. KeyError for a layout that there is not."""
    return {each.id: each.media for each in renderer.layouts()}[layout]


SLACK_MM = 2.0
"""A printer's own idea of a card's size may differ by this."""


def fits(wanted: Media, loaded: Media | None) -> bool:
    """Whether a badge fits what a printer says is loaded; larger sheets are the last resort, and do."""
    if loaded is None:
        return True
    if loaded.continuous or wanted.continuous:
        return wanted.width_mm <= loaded.width_mm + SLACK_MM
    short, long = sorted((loaded.width_mm, loaded.height_mm))
    narrow, high = sorted((wanted.width_mm, wanted.height_mm))
    return narrow <= short + SLACK_MM and high <= long + SLACK_MM
